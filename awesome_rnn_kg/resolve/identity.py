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
            if other != index and _may_join(key, drafts[_root(parent, other)], draft):
                _join(parent, other, index)
    groups: dict[int, list[Draft]] = {}
    for index, draft in enumerate(drafts):
        groups.setdefault(_root(parent, index), []).append(draft)
    return list(groups.values())


def settle_ids(drafts: list[Draft]) -> None:
    """Where a printed id is plainly another entry's, take the id of the entry's own link."""
    first: dict[str, Draft] = {}
    for draft in drafts:
        if not draft.arxiv:
            continue
        other = first.setdefault(draft.arxiv, draft)
        wrong = draft if draft.linked_arxiv not in ("", draft.arxiv) else other
        if not _strangers(draft, other) or wrong.linked_arxiv in ("", wrong.arxiv):
            continue
        wrong.arxiv = wrong.linked_arxiv
        first[draft.arxiv] = draft


def _strangers(one: Draft, two: Draft) -> bool:
    """Another title and no author in common."""
    mine, theirs = _surnames(one), _surnames(two)
    titles = one.title and two.title and title_key(one.title) != title_key(two.title)
    return bool(titles and mine and theirs and not mine & theirs)


def _may_join(key: tuple[str, ...], one: Draft, two: Draft) -> bool:
    """A title joins what nothing sets apart; an identifier joins all but plain strangers."""
    return _compatible(one, two) if key[0] == "title" else not _strangers(one, two)


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _join(parent: list[int], one: int, two: int) -> None:
    a, b = sorted((_root(parent, one), _root(parent, two)))
    parent[b] = a


def _keys(draft: Draft) -> list[tuple[str, ...]]:
    """What identifies a draft."""
    keys: list[tuple[str, ...]] = []
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
