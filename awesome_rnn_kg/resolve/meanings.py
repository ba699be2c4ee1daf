"""What headings and group labels name: tasks, kinds of things, institutions, architectures, people.

heading = [ number ] words [ "(" gloss ")" ]       the whole first, then its parts
label   = institution *( ( "+" | "&" | "/" | "," | "and" ) institution )
        | architecture | task | kind | language | names [ "(" year ")" ] | words
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..read.document import Field
from ..read.names import parse_names
from ..read.namewords import clean_name
from ..read.tables import is_year_heading
from .authorities import Authorities, Index
from .keys import label_key

_NUMBER = re.compile(
    r"^\s*(?:(?:[\d.]+|(?i:[ivx]+\.|[a-z][.)]))\s+|\d{1,2}\.(?=[A-Za-z\u3400-\u9fff]))"
)
_HAN = re.compile(r"[\s:：]*[\u3040-\u30ff\u3400-\u9fff（）、]+[\s:：]*")
_GLOSS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_PREPOSITION = re.compile(r"\s(?:of|for|on|in|about|with|from|to)\s", re.IGNORECASE)
_PARTS = re.compile(r"\s+[/&+|]\s+|\s*/\s*|\s*,\s+|\s+and\s+|\s+&\s+|\s*\+\s*", re.IGNORECASE)
_AND = re.compile(r"\s*\+\s*|\s+&\s+|\s+/\s+|\s*,\s+(?:and\s+)?|\s+and\s+")
_SEPARATING = (",", "+", "&", "/", "and")
_SMALL = frozenset(("of", "de", "la", "le", "du", "di", "da", "for", "the", "and", "at", "in", "on",
                    "für", "der", "und", "des", "e", "y"))  # fmt: skip
_INSTITUTION = re.compile(
    r"\b(?:univ(?:ersity|ersit[àáäéè]\w*|ersidad\w*|\.)?|universit\w+|institute?s?|institut\w*|college|school"
    r"|laborator(?:y|ies)|labs?|academy|polytechnic\w*|hochschule|eth|epfl|mit|ucla|cmu|tech|research"
    r"|inria|cnrs|corporation|corp|inc|ltd|gmbh|center|centre|hospital|foundation|google|microsoft"
    r"|facebook|ibm|nvidia|amazon|apple|deepmind|openai|baidu|huawei|tencent|alibaba|sony|samsung)\b",
    re.IGNORECASE,
)


class Meaning(NamedTuple):
    """What a heading or a label names. `institutions` are labels; the rest are IRIs and classes."""

    institutions: tuple[str, ...] = ()
    architectures: tuple[str, ...] = ()
    applications: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    authors: tuple[Field, ...] = ()
    year: int | None = None


def heading_meaning(heading: str, known: Authorities) -> Meaning:
    """The tasks, kinds and year that a heading names."""
    for text in _variants(heading):
        meaning = _of_whole(text, known)
        if meaning.applications or meaning.kinds:
            return meaning
    parts = [_of_whole(p, known) for p in _PARTS.split(_GLOSS.sub(" ", heading)) if p.strip()]
    kinds = tuple(dict.fromkeys(k for m in parts for k in m.kinds))
    kinds = kinds or _kind_in_phrase(heading, known)
    # `Systems and Tutorials`, `Uses and New Datasets`: what is none there may be a paper.
    mixed = kinds in (("Tutorial",), ("Dataset",)) and len(parts) > 1
    kinds += ("Paper",) if mixed and not all(m.kinds for m in parts) else ()
    return Meaning(
        applications=tuple(dict.fromkeys(a for m in parts for a in m.applications)),
        kinds=kinds,
        year=is_year_heading(heading),
    )


def _kind_in_phrase(heading: str, known: Authorities) -> tuple[str, ...]:
    """`Datasets of speech`, `Milestone papers`: the plural noun that a phrase is about."""
    bare = _GLOSS.sub(" ", _NUMBER.sub("", heading)).strip(" :.*_")
    words = _PREPOSITION.split(bare, maxsplit=1)[0].split()
    last = words[-1] if words and words[-1].endswith("s") else ""
    kind = known.kind_of_heading(last) if last else ""
    return (kind,) if kind else ()


def _variants(heading: str) -> list[str]:
    bare = _NUMBER.sub("", heading).strip(" :.*_")
    unglossed = _GLOSS.sub(" ", bare).strip()
    glosses = [g.strip(" ()[]") for g in _GLOSS.findall(bare)]
    before_dash = re.split(r"\s[-–—]\s", bare, maxsplit=1)[0]
    latin = _HAN.sub(" ", unglossed).strip()  # `Books 书籍`
    return list(dict.fromkeys([heading, bare, unglossed, *glosses, before_dash, latin]))


def _of_whole(text: str, known: Authorities) -> Meaning:
    task = known.applications.find(text)
    kind = known.kind_of_heading(text)
    year = is_year_heading(text)
    return Meaning(
        applications=(task.iri,) if task else (), kinds=(kind,) if kind else (), year=year
    )


def label_meaning(label: Field, known: Authorities) -> Meaning:
    """What a group label names."""
    if people := _people(label):
        return people
    if institutions := institutions_in(label.text, known):
        return Meaning(institutions=institutions)
    named = (_of_label(text, known) for text in _variants(label.text))
    found = next((m for m in named if m != Meaning()), Meaning())
    return found._replace(year=is_year_heading(label.text))


def _of_label(text: str, known: Authorities) -> Meaning:
    """The architecture, task, kind or language that a label names, the first of them."""
    if found := _one(known.architectures, text):
        return Meaning(architectures=found)
    if found := _one(known.applications, text):
        return Meaning(applications=found)
    if kind := known.kind_of_heading(text):
        return Meaning(kinds=(kind,))
    parts = [_language(p, known) for p in re.split(r"[/,]\s*", text)]
    return Meaning(languages=tuple(parts)) if all(parts) else Meaning()


def _one(index: Index, text: str) -> tuple[str, ...]:
    thing = index.find(text)
    return (thing.iri,) if thing else ()


def _language(text: str, known: Authorities) -> str:
    return next((n for n in known.languages if label_key(n) == label_key(text)), "")


def _people(label: Field) -> Meaning | None:
    """`Alex Graves (2008)`: names with a year."""
    names = parse_names(label.text)
    rest = label.text[names.stop :].strip() if names.names else ""
    found = re.fullmatch(r"[(\[]?((?:19|20)\d\d)[)\]]?\.?", rest)
    if not found:
        return None
    authors = tuple(Field(clean_name(label.text[a:b]), label.span) for a, b in names.names)
    return Meaning(authors=authors, year=int(found[1]))


def _title_case(part: str) -> bool:
    """Every word but the small ones has a capital, as names of institutions have."""
    words = [w for w in re.findall(r"[^\W\d_]+", part) if w not in _SMALL]
    return bool(words) and not any(w.islower() for w in words)


def institutions_in(label: str, known: Authorities) -> tuple[str, ...]:
    """The labels of institutions: known ones, or words in title case that read like them."""
    whole = _GLOSS.sub(" ", label).strip(" :")
    if known.institutions.find(whole):
        return (whole,)
    plus = "+" in whole
    parts = _institution_parts(whole, known)
    if not parts or any(len(p.split()) > 8 for p in parts):
        return ()
    likely = [p for p in parts if known.institutions.find(p) or _INSTITUTION.search(p)]
    titled = all(known.institutions.find(p) or _title_case(p) for p in parts)
    if not likely or not titled:
        return ()
    if plus or len(likely) == len(parts):
        return tuple(parts)
    return _beside_others(whole, parts, likely, known) if "," in whole else ()


def _institution_parts(whole: str, known: Authorities) -> list[str]:
    """What `+`, else commas and "and", separate; what slashes do, if all of it is known."""
    slashed = whole.split("/")
    if len(slashed) > 1 and all(known.institutions.find(p) for p in slashed):
        return [p.strip() for p in slashed]
    if not any(sign in whole for sign in _SEPARATING):
        return [whole] if whole else []
    found = whole.split("+") if "+" in whole else _AND.split(whole)
    return [p.strip() for p in found if p.strip()]


def _beside_others(
    whole: str, parts: list[str], likely: list[str], known: Authorities
) -> tuple[str, ...]:
    """Institutions in a list with other words: a place at the end, or a part nobody knows."""
    place = len(parts) - len(likely) == 1 and parts[-1].istitle() and parts[-1] not in likely
    sure = tuple(p for p in likely if known.institutions.find(p))
    if len(likely) == 1:
        lone_word = any(len(p.split()) == 1 for p in parts)
        return sure or ((whole,) if lone_word else tuple(parts))
    return tuple(likely if place else parts)
