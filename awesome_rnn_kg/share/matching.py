"""Which work, heading or thing of an old graph is which of a new one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from ..graph.terms import iri_of
from ..resolve.keys import slug, title_key
from .snapshot import Heading, Path, Snapshot, Thing, Work

_SIMILAR = 0.75
_VERY_SIMILAR = 0.9
_RENAMED = 0.5
_CANDIDATES = 5

Keys = Callable[[Work], Iterable[object]]


def match_works(old: Snapshot, new: Snapshot) -> dict[str, str]:
    """Old IRI to new IRI: by what is surest first, each key that only one on either side has."""
    pairs: dict[str, str] = {}
    surest = (_all, _iri_and_title, _iri_and_identifiers, _identifiers, _title_and_authors, _title)
    for keys in surest:
        _pair(old, new, pairs, keys)
    _pair(old, new, pairs, _iri, check=_may_be_same)
    _pair(old, new, pairs, _urls)
    return pairs | dict(_similar(_left(old, pairs), _left(new, pairs.values())))


def _pair(
    old: Snapshot,
    new: Snapshot,
    pairs: dict[str, str],
    keys: Keys,
    check: Callable[[Work, Work], bool] = lambda _old, _new: True,
) -> None:
    before = _unique(_left(old, pairs), keys)
    after = _unique(_left(new, pairs.values()), keys)
    taken: set[str] = set()
    for key, work in before.items():
        other = after.get(key)
        if other and work.iri not in pairs and other.iri not in taken and check(work, other):
            pairs[work.iri] = other.iri
            taken.add(other.iri)


def _left(side: Snapshot, matched: Iterable[str]) -> list[Work]:
    gone = set(matched)
    return [work for iri, work in side.works.items() if iri not in gone]


def _unique(works: Iterable[Work], keys: Keys) -> dict[object, Work]:
    found: dict[object, list[Work]] = defaultdict(list)
    for work in works:
        for key in keys(work):
            found[key].append(work)
    return {key: same[0] for key, same in found.items() if len(same) == 1}


def _local(work: Work) -> str:
    """Kind and name of an IRI: the base of a list's own things comes from its file's name."""
    return "/".join(iri_of(work.iri).split("/")[-2:])


def _all(work: Work) -> Iterator[object]:
    yield work.title, work.authors, tuple(link.url for link in work.links), work.identifiers


def _iri(work: Work) -> Iterator[object]:
    yield _local(work)


def _iri_and_title(work: Work) -> Iterator[object]:
    yield _local(work), title_key(work.title)


def _iri_and_identifiers(work: Work) -> Iterator[object]:
    yield from ((_local(work), identifier) for identifier in work.identifiers)


def _identifiers(work: Work) -> Iterator[object]:
    yield from work.identifiers


def _title_and_authors(work: Work) -> Iterator[object]:
    yield title_key(work.title), work.authors


def _title(work: Work) -> Iterator[object]:
    if key := title_key(work.title):
        yield key


def _urls(work: Work) -> Iterator[object]:
    yield from (link.url for link in work.links)


def _may_be_same(old: Work, new: Work) -> bool:
    """Whether one IRI can mean one work: its name may have gone to another of a like title."""
    conflict = old.identifiers and new.identifiers and not old.identifiers & new.identifiers
    return not conflict or _likeness(old.title, new.title) >= _SIMILAR


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, title_key(one), title_key(other)).ratio()


def _similar(old: list[Work], new: list[Work]) -> Iterator[tuple[str, str]]:
    """Works with like titles, the likest first; without a common author more is asked."""
    scored = [
        (_likeness(one.title, other.title), one.iri, other.iri)
        for one, other in _candidates(old, new)
        if _may_be_same(one, other) and _likeness(one.title, other.title) >= _least(one, other)
    ]
    seen: set[str] = set()
    for _, one, other in sorted(scored, key=lambda s: (-s[0], *s[1:])):
        if not {f"old {one}", f"new {other}"} & seen:
            seen |= {f"old {one}", f"new {other}"}
            yield one, other


def _least(one: Work, other: Work) -> float:
    strangers = one.authors and other.authors and not set(one.authors) & set(other.authors)
    return _VERY_SIMILAR if strangers else _SIMILAR


def _candidates(old: list[Work], new: list[Work]) -> Iterator[tuple[Work, Work]]:
    """Pairs with words in common: for each old work the few with the most."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, work in enumerate(new):
        for word in set(title_key(work.title).split()):
            by_word[word].append(number)
    for work in old:
        words = set(title_key(work.title).split())
        shared = Counter(n for word in words for n in by_word.get(word, ()))
        yield from ((work, new[n]) for n, _ in shared.most_common(_CANDIDATES))


# --- headings


def match_headings(old: Snapshot, new: Snapshot, works: Mapping[str, str]) -> dict[Path, Path]:
    """Old path to new path: the same label below the same heading, else renamed, else moved."""
    pairs: dict[Path, Path] = {}
    for depth in range(max(map(len, old.headings), default=0) + 1):
        level = [h for p, h in old.headings.items() if len(p) == depth]
        for rule in (_same, _renamed, _moved):
            for heading in level:
                if heading.path not in pairs:
                    _choose(heading, new, pairs, works, rule)
    return pairs


Rule = Callable[[Heading, Heading, Path | None, float], float]
"""How well a new heading fits an old one: the old one's parent in the new graph, and the share
of works that they have in common, are given; 0 is not at all."""


def _choose(
    heading: Heading,
    new: Snapshot,
    pairs: dict[Path, Path],
    works: Mapping[str, str],
    rule: Rule,
) -> None:
    taken = set(pairs.values())
    parent = pairs.get(heading.path[:-1])
    best, score = None, 0.0
    for path, other in new.headings.items():
        if path in taken or not _alike(heading.path, path):
            continue
        fit = rule(heading, other, parent, _overlap(heading, other, works))
        if fit > score:
            best, score = path, fit
    if best is not None:
        pairs[heading.path] = best


def _alike(one: Path, other: Path) -> bool:
    """Whether both are lists, both sections, or both groups."""
    return (one[-1][0] if one else "") == (other[-1][0] if other else "")


def _same(old: Heading, new: Heading, parent: Path | None, _overlap: float) -> float:
    if not old.path or not new.path:
        return float(old.path == new.path)
    below = parent == new.path[:-1] or (len(old.path) == len(new.path) == 1)
    return float(below and old.path[-1] == new.path[-1])


def _renamed(old: Heading, new: Heading, parent: Path | None, overlap: float) -> float:
    if parent is None or parent != new.path[:-1]:
        return 0
    like = SequenceMatcher(None, old.path[-1][1], new.path[-1][1]).ratio()
    other_works = old.works and new.works and not overlap
    same = overlap >= _RENAMED or (like >= _SIMILAR and not other_works)
    return overlap + like if same else 0


def _moved(old: Heading, new: Heading, _parent: Path | None, overlap: float) -> float:
    return overlap if old.path[-1:] == new.path[-1:] and overlap >= _RENAMED else 0


def _overlap(old: Heading, new: Heading, works: Mapping[str, str]) -> float:
    """The share of works that both have among those that either has."""
    before = {works.get(iri, "") for iri in old.works}
    either = len(before | new.works)
    return len(before & new.works) / either if either else 0


# --- things


def match_things(old: Snapshot, new: Snapshot) -> Iterator[tuple[Thing, Thing]]:
    """Things of both graphs: by IRI, else by kind and name."""
    names = {(t.kind, slug(t.name)): t for t in new.things.values() if t.iri not in old.things}
    for iri, thing in old.things.items():
        other = new.things.get(iri) or names.get((thing.kind, slug(thing.name)))
        if other:
            yield thing, other
