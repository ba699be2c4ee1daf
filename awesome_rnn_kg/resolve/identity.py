"""Which drafts are one work: same arXiv id, DOI, or title with nothing against it."""

from __future__ import annotations

from .drafts import PAPER_FAMILY, Draft
from .keys import name_key, title_key, url_key


def cluster(drafts: list[Draft]) -> list[list[Draft]]:
    """Drafts of one work together, in the order in which each work is first listed."""
    parent = list(range(len(drafts)))
    first: dict[tuple[str, ...], int] = {}
    for index, draft in enumerate(drafts):
        for key in _keys(draft):
            other = first.setdefault(key, index)
            if other != index and (
                key[0] != "title" or _compatible(drafts[_root(parent, other)], draft)
            ):
                _join(parent, other, index)
    groups: dict[int, list[Draft]] = {}
    for index, draft in enumerate(drafts):
        groups.setdefault(_root(parent, index), []).append(draft)
    return list(groups.values())


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _join(parent: list[int], one: int, two: int) -> None:
    a, b = sorted((_root(parent, one), _root(parent, two)))
    parent[b] = a


def _family(draft: Draft) -> str:
    return "Paper" if draft.kind in PAPER_FAMILY else draft.kind


def _keys(draft: Draft) -> list[tuple[str, ...]]:
    """What identifies a draft, each with the family in which it does."""
    family = _family(draft)
    keys: list[tuple[str, ...]] = []
    if family == "Paper":
        keys += [("arxiv", draft.arxiv)] if draft.arxiv else []
        keys += [("doi", draft.doi)] if draft.doi else []
        keys += [("title", family, title_key(draft.title))] if draft.title else []
    elif draft.title:
        keys.append(("thing", family, title_key(draft.title), _main_url(draft)))
    return keys


def _main_url(draft: Draft) -> str:
    """The URL a thing that is no paper is known by: its title's link, else its first."""
    links = sorted(draft.links, key=lambda k: k.form != "title")
    usable = [k.url for k in links if k.form not in ("image", "badge")]
    return url_key(usable[0]) if usable else ""


def _compatible(one: Draft, two: Draft) -> bool:
    """Nothing says that two drafts with the same title are two works."""
    if one.arxiv and two.arxiv and one.arxiv != two.arxiv:
        return False
    if one.doi and two.doi and one.doi != two.doi:
        return False
    mine, theirs = _surnames(one), _surnames(two)
    return not mine or not theirs or bool(mine & theirs)


def _surnames(draft: Draft) -> set[str]:
    return {name_key(a.text).split()[-1] for a in draft.mention.authors if name_key(a.text)}
