"""Questions to the graph: query files, binding, engines, tables.

Nothing here imports rdflib, pandas or SPARQLWrapper before it is needed, and records are named
tuples, because the time of a cold `query` is mostly imports.
"""
