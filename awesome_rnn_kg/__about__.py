"""The version, said once: packaging, CITATION.cff and every output take it from here."""

__version__ = "0.1.0"
