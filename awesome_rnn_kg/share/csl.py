"""CSL-JSON, which Zotero, Pandoc and citeproc read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..graph.terms import Triple
from .bibtex import keys
from .facts import Facts
from .references import Author, Reference, references

_TYPES = {
    "conference": "paper-conference",
    "workshop": "paper-conference",
    "journal": "article-journal",
    "thesis": "thesis",
    "book": "book",
    "report": "report",
    "preprint": "article",
}


def csljson(triples: Iterable[Triple]) -> Iterator[str]:
    """Chunks of a JSON array of items, sorted by their ids, which are the keys of the BibTeX."""
    keyed = keys(list(references(Facts(triples))))
    yield "["
    for number, key in enumerate(sorted(keyed)):
        text = json.dumps(_item(key, keyed[key]), ensure_ascii=False, indent=1)
        yield (",\n" if number else "\n") + text
    yield "\n]\n"


def _item(key: str, reference: Reference) -> dict[str, object]:
    preprint = reference.form == "preprint"
    item: dict[str, object] = {
        "id": key,
        "type": _TYPES.get(reference.form, "document"),
        "title": reference.title,
        "author": _authors(reference),
        "issued": {"date-parts": [[reference.year]]} if reference.year else None,
        "container-title": reference.outlet_name,
        "publisher": reference.school if reference.form == "thesis" else reference.publisher,
        "page": reference.pages.replace("–", "-"),
        "DOI": reference.doi,
        "URL": reference.url,
        "number": f"arXiv:{reference.arxiv}" if preprint and reference.arxiv else "",
        "archive": "arXiv" if reference.arxiv else "",
        "archive_location": reference.arxiv,
    }
    return {name: value for name, value in item.items() if value}


def _authors(reference: Reference) -> list[dict[str, str]]:
    names = [_name(a) for a in reference.authors]
    return [*names, {"literal": "others"}] if reference.et_al else names


def _name(author: Author) -> dict[str, str]:
    if author.name is None:
        return {"literal": author.literal}
    parts = {
        "family": author.name.family,
        "given": author.name.given,
        "non-dropping-particle": author.name.particle,
        "suffix": author.name.suffix,
    }
    return {name: value for name, value in parts.items() if value}
