"""Which drafts are one work: same arXiv id, DOI, or title with nothing against it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from .drafts import PAPER_FAMILY, Draft
from .keys import name_key, title_key, url_key

_Key = tuple[str, ...]
_CONTENT = re.compile(r"[^\W\d_]{5,}")
_FEWEST_WORDS = 3  # of five letters and more, in titles that can tell two works apart
_ONE_IN = 10  # words of both are in common at least


class _Marks(NamedTuple):
    """What can set a draft apart from others."""

    arxiv: str
    doi: str
    title: str
    surnames: frozenset[str]


@dataclass
class _Cluster:
    """Drafts of one work by their place in the list, and their marks, each once."""

    places: list[int] = field(default_factory=list)
    marks: set[_Marks] = field(default_factory=set)


def cluster(drafts: list[Draft]) -> list[list[Draft]]:
    """Drafts of one work together, in the order in which each work is first listed."""
    at = {i: _Cluster([i], {_marks(d)}) for i, d in enumerate(drafts)}
    holders: dict[_Key, list[int]] = {}
    for index, draft in enumerate(drafts):
        for key in _keys(draft):
            others = holders.setdefault(key, [])
            fitting = next((o for o in others if _may_join(key, at[o], at[index])), None)
            if fitting is None:
                others.append(index)
            else:
                _join(at, fitting, index)
    works = {id(c): c for c in at.values()}
    return [[drafts[i] for i in sorted(c.places)] for c in works.values()]


def _join(at: dict[int, _Cluster], one: int, two: int) -> None:
    into, gone = at[one], at[two]
    if into is not gone:
        into.places += gone.places
        into.marks |= gone.marks
        at.update(dict.fromkeys(gone.places, into))


def settle_ids(drafts: list[Draft]) -> None:
    """Where a printed id is plainly another entry's, take the id of the entry's own link."""
    first: dict[str, Draft] = {}
    for draft in drafts:
        if not draft.arxiv:
            continue
        other = first.setdefault(draft.arxiv, draft)
        wrong = draft if draft.linked_arxiv not in ("", draft.arxiv) else other
        strangers = _strangers(_marks(draft), _marks(other))
        if not strangers or wrong.linked_arxiv in ("", wrong.arxiv):
            continue
        wrong.arxiv = wrong.linked_arxiv
        first[draft.arxiv] = draft


def _may_join(key: _Key, one: _Cluster, two: _Cluster) -> bool:
    """Bare words join what nothing sets apart; an identifier joins all but plain strangers."""
    words = key[0] == "title" or (key[0] == "thing" and not key[-1])
    pairs = ((a, b) for a in one.marks for b in two.marks)
    return one is two or all(_compatible(a, b) if words else not _strangers(a, b) for a, b in pairs)


def _strangers(one: _Marks, two: _Marks) -> bool:
    """Another title and no author in common; where none is named, no more than a word in ten."""
    if not (one.title and two.title and one.title != two.title):
        return False
    return _others(one, two) or not (one.surnames or two.surnames or _alike(one.title, two.title))


def _alike(one: str, two: str) -> bool:
    """Whether titles have words in common, or one is too short to tell."""
    first, second = (set(_CONTENT.findall(t)) for t in (one, two))
    short = min(len(first), len(second)) < _FEWEST_WORDS
    return short or len(first & second) * _ONE_IN > len(first | second)


def _compatible(one: _Marks, two: _Marks) -> bool:
    """Nothing says that two drafts with the same title are two works."""
    if one.arxiv and two.arxiv and one.arxiv != two.arxiv:
        return False
    if one.doi and two.doi and one.doi != two.doi:
        return False
    return not _others(one, two)


def _others(one: _Marks, two: _Marks) -> bool:
    """Both name authors, and none in common."""
    return bool(one.surnames and two.surnames and not one.surnames & two.surnames)


def _marks(draft: Draft) -> _Marks:
    names = (name_key(a.text) for a in draft.mention.authors)
    surnames = frozenset(n.split()[-1] for n in names if n)
    return _Marks(draft.arxiv, draft.doi, title_key(draft.title), surnames)


def _keys(draft: Draft) -> list[_Key]:
    """What identifies a draft."""
    keys: list[_Key] = []
    if draft.arxiv:
        keys.append(("arxiv", draft.arxiv))
    if draft.doi:
        keys.append(("doi", draft.doi))
    if draft.title and draft.kind in PAPER_FAMILY:
        keys.append(("title", title_key(draft.title)))
    if draft.title:
        family = "" if _main_url(draft) else draft.kind
        keys.append(("thing", family, title_key(draft.title), _main_url(draft)))
    return keys


def _main_url(draft: Draft) -> str:
    """The URL a thing that is no paper is known by: its title's link, else its first."""
    links = sorted(draft.links, key=lambda k: k.form != "title")
    usable = [k.url for k in links if k.form not in ("image", "badge")]
    return url_key(usable[0]) if usable else ""
