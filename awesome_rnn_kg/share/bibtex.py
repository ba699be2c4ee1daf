"""BibTeX for biber: UTF-8 text, one entry a work, keys such as `xu2015show`.

entry = "@" type "{" key "," 1*( field "= {" value "}," ) "}"
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..graph.terms import Triple
from .facts import Facts
from .references import Author, Reference, references

_TYPES = {
    "conference": "inproceedings",
    "workshop": "inproceedings",
    "journal": "article",
    "thesis": "phdthesis",
    "book": "book",
    "report": "techreport",
}
_ESCAPED = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
_ESCAPES = str.maketrans(_ESCAPED)
# Biber takes url and doi as they are, but for what TeX itself would stumble on.
_URL_ESCAPES = str.maketrans({c: f"%{ord(c):02X}" for c in '\\{}^`"<>| '})
_WORDS = re.compile(r"([\s,.:;!?()–—]+)")
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to")
)
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th"})


def bibtex(triples: Iterable[Triple]) -> Iterator[str]:
    """Chunks of a .bib file: an entry for each work that can be cited, sorted by key."""
    keyed = keys(list(references(Facts(triples))))
    for number, key in enumerate(sorted(keyed)):
        yield ("\n" if number else "") + _entry(key, keyed[key])


def keys(found: list[Reference]) -> dict[str, Reference]:
    """Each reference by its key; equals are told apart by a letter in the order of their IRIs."""
    keyed: dict[str, Reference] = {}
    for reference in found:
        key, number = _key(reference), 0
        while (name := key + _letters(number)) in keyed:
            number += 1
        keyed[name] = reference
    return keyed


def _letters(number: int) -> str:
    """Nothing, b, c … z, zb, zc …: never the same for two numbers."""
    return "z" * (number // 25) + ("" if number % 25 == 0 else chr(ord("a") + number % 25))


def _key(reference: Reference) -> str:
    """First author's family name, year, first weighty word of the title; letters and digits."""
    name = _sorted_under(reference.authors[0]) if reference.authors else ""
    words = [_plain(w) for w in re.split(r"[\s:–—-]+", reference.title)]
    weighty = [w for w in words if w and w not in _SMALL_WORDS]
    return f"{_plain(name)}{reference.year or ''}{(weighty or words or [''])[0]}" or "untitled"


def _sorted_under(author: Author) -> str:
    return author.name.family if author.name else author.literal.partition(" ")[0]


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(c for c in folded if c.isascii() and c.isalnum())


def _entry(key: str, reference: Reference) -> str:
    lines = [f"  {name} = {{{value}}},\n" for name, value in _fields(reference) if value]
    return f"@{entry_type(reference)}{{{key},\n{''.join(lines)}}}\n"


def entry_type(reference: Reference) -> str:
    """The type of a work's entry: `misc` for a preprint and for what has no outlet."""
    kind = _TYPES.get(reference.form, "misc")
    placed = reference.outlet_name or kind not in ("inproceedings", "article")
    return kind if placed else "misc"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    kind = entry_type(reference)
    outlet = escape(reference.outlet_name)
    yield "author", _authors(reference)
    yield "title", protected(reference.title)
    yield "year", str(reference.year or "")
    yield "booktitle", outlet if kind == "inproceedings" else ""
    yield "journal", outlet if kind == "article" else ""
    yield "school", escape(reference.school) if kind == "phdthesis" else ""
    yield "institution", escape(reference.school) if kind == "techreport" else ""
    yield "publisher", escape(reference.publisher) if kind in ("book", "inproceedings") else ""
    yield "pages", re.sub(r"\s*[-–—]+\s*", "--", reference.pages)
    yield "doi", reference.doi
    yield "url", reference.url.translate(_URL_ESCAPES)
    yield "eprint", reference.arxiv
    yield "archivePrefix", "arXiv" if reference.arxiv else ""


def _authors(reference: Reference) -> str:
    names = [_author(a) for a in reference.authors]
    return " and ".join([*names, "others"] if reference.et_al else names)


def _author(author: Author) -> str:
    """`von Last, Jr, First`; an organization's name in braces, so that it stays whole."""
    name = author.name
    if name is None or not name.given:
        return f"{{{escape(author.literal)}}}"
    last = " ".join(filter(None, (name.particle, name.family)))
    return ", ".join(_kept_whole(p) for p in (last, name.suffix, name.given) if p)


def _kept_whole(part: str) -> str:
    """A part of a name that holds the word `and` would be read as two authors."""
    text = escape(part)
    return f"{{{text}}}" if re.search(r"\band\b", part, re.IGNORECASE) else text


def escape(text: str) -> str:
    """Plain text as LaTeX prints it."""
    return text.translate(_ESCAPES)


def protected(title: str) -> str:
    """A title whose words with capitals stand in braces, so that no style changes them."""
    return "".join(_protected_word(w) for w in _WORDS.split(title))


def _protected_word(word: str) -> str:
    text = escape(word)
    return f"{{{text}}}" if any(c.isupper() for c in word) else text
