"""Who and what a list means: Document + Authorities → Catalogue. Plain records, no RDF."""
