"""What a change means: two graphs compared as lists of works, not as triples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..graph.terms import Triple, iri_of, is_iri
from ..graph.vocabulary import ARNN, RDF, SKOS
from ..resolve.keys import slug
from .facts import curie
from .matching import match_headings, match_things, match_works
from .snapshot import Heading, Link, Path, Snapshot, Spot, Thing, Value, Work, snapshot

ADDED, REMOVED, MOVED, RENAMED, CHANGED = "added", "removed", "moved", "renamed", "changed"
TOP = "the top of the list"
# What is printed is told only where nothing that is read from it has changed.
_READ_FROM = {
    "title as printed": {"title"},
    "authors as printed": {"authors"},
    "venue as printed": {"venue", "year", "arXiv id", "DOI", "publications"},
}
_TOLD_ELSEWHERE = {RDF.type, ARNN.authorOf}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: of a `paper`, a `section`, a `person` …, called `name`.

    `how` is added, removed, moved, renamed or changed; a changed one names the `field`, such as
    `year`. `old` and `new` are the values that differ: one of them may be empty; of `authors`,
    whose order counts, all.
    """

    about: str
    name: str
    iri: str
    how: str
    field: str = ""
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """All changes, works first; `triples` counts those that only one of the graphs has."""

    changes: tuple[Change, ...]
    triples: int

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many are `paper added`, `section renamed` …: each work or heading once a kind."""
        seen = dict.fromkeys((c.about, c.how, c.iri, c.name) for c in self.changes)
        return dict(Counter(f"{about} {how}" for about, how, *_ in seen))


def diff(old: Iterable[Triple], new: Iterable[Triple]) -> Difference:
    """What differs between two graphs, each given as its list and curated triples."""
    before, after = frozenset(old), frozenset(new)
    if before == after:
        return Difference((), 0)
    comparison = _Comparison(snapshot(before), snapshot(after))
    return Difference(tuple(comparison.changes()), len(before ^ after))


class _Comparison:
    def __init__(self, old: Snapshot, new: Snapshot) -> None:
        self._old, self._new = old, new
        self._works = match_works(old, new)
        self._headings = match_headings(old, new, self._works)

    def changes(self) -> Iterator[Change]:
        for iri, work in self._old.works.items():
            if iri in self._works:
                yield from self._work(work, self._new.works[self._works[iri]])
            else:
                yield _existence(work, REMOVED, self._old)
        kept = set(self._works.values())
        for iri, work in self._new.works.items():
            if iri not in kept:
                yield _existence(work, ADDED, self._new)
        yield from self._lists()
        yield from self._all_headings()
        for thing, other in match_things(self._old, self._new):
            yield from self._thing(thing, other)

    # --- works

    def _work(self, old: Work, new: Work) -> Iterator[Change]:
        changed: set[str] = set()
        for name, before, after in self._fields(old, new):
            if not changed & _READ_FROM.get(name, set()):
                changed.add(name)
                yield _changed(new, name, before, after)
        yield from (_changed(new, "link", *pair) for pair in _links(old.links, new.links))
        yield from self._places(old, new)

    def _fields(
        self, old: Work, new: Work
    ) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        """The fields that differ, those that others are read from first."""
        for name, one, other in (("kind", old.kind, new.kind), ("title", old.title, new.title)):
            if one != other:
                yield name, _present(one), _present(other)
        if old.authors != new.authors:
            yield "authors", old.authors, new.authors
        core = False
        later = list(_READ_FROM)
        for name in sorted(old.fields, key=lambda name: name in later):
            if name == later[0]:
                yield from _publications(old, new, core)
            before, after = self._values(old, new, name)
            if before or after:
                core = core or name in ("venue", "year", "arXiv id")
                yield name, before, after

    def _values(self, old: Work, new: Work, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """A field's values that differ, but for those that a heading gives to all below it."""
        gone = _lacking(old.fields[name], new.fields[name], self._old.named(old))
        come = _lacking(new.fields[name], old.fields[name], self._new.named(new))
        return tuple(gone), tuple(come)

    def _places(self, old: Work, new: Work) -> Iterator[Change]:
        """Entries that stand elsewhere: under other headings, or indented under another work."""
        before = [(self._mapped(spot), _place(self._old, spot)) for spot in old.spots]
        after = [((spot.path, spot.under), _place(self._new, spot)) for spot in new.spots]
        gone, come = _lacking(before, after), _lacking(after, before)
        for one, other in zip(gone, come, strict=False):
            yield _change(new, MOVED, "place", (one,), (other,))
        for one in gone[len(come) :]:
            yield _change(new, CHANGED, "place", (one,), ())
        for other in come[len(gone) :]:
            yield _change(new, CHANGED, "place", (), (other,))

    def _mapped(self, spot: Spot) -> object:
        """An old place as the new graph would say it."""
        path = self._headings.get(spot.path)
        under = self._works.get(spot.under, "") if spot.under else ""
        if path is None or (spot.under and not under):
            return "gone", spot.path, spot.under
        return path, under

    # --- headings

    def _lists(self) -> Iterator[Change]:
        """The title of the list, where each graph has one."""
        before = self._old.facts.instances(ARNN.List)
        after = self._new.facts.instances(ARNN.List)
        if len(before) == len(after) == 1:
            one, other = self._old.facts.label(before[0]), self._new.facts.label(after[0])
            if one != other:
                yield Change("list", one, curie(after[0]), RENAMED, "title", (one,), (other,))

    def _all_headings(self) -> Iterator[Change]:
        for path, heading in self._old.headings.items():
            if path in self._headings:
                yield from self._heading(heading, self._new.headings[self._headings[path]])
            elif path:
                yield _heading_change(heading, REMOVED, (_shown(path),), ())
        kept = set(self._headings.values())
        for path, heading in self._new.headings.items():
            if path and path not in kept:
                yield _heading_change(heading, ADDED, (), (_shown(path),))

    def _heading(self, old: Heading, new: Heading) -> Iterator[Change]:
        renamed = old.path[-1:] != new.path[-1:]
        if renamed:
            yield _heading_change(new, RENAMED, (old.path[-1][1],), (new.path[-1][1],))
        elif len(old.path) > 1 and self._headings.get(old.path[:-1]) != new.path[:-1]:
            yield _heading_change(new, MOVED, (_shown(old.path),), (_shown(new.path),))
        pairs = [("description", old.description, new.description)]
        pairs += [] if renamed else [("names", old.names, new.names)]
        for name, before, after in pairs:
            values = _without_common(sorted(before), sorted(after))
            if any(values):
                yield _heading_change(new, CHANGED, *values, name)
        for link in _links(old.links, new.links):
            yield _heading_change(new, CHANGED, *link, "link")

    # --- things

    def _thing(self, old: Thing, new: Thing) -> Iterator[Change]:
        for predicate in sorted({*old.fields, *new.fields} - _TOLD_ELSEWHERE):
            before = self._said(old, predicate, self._old, self._new)
            after = self._said(new, predicate, self._new, self._old)
            values = _without_common(before, after)
            if any(values):
                yield Change(
                    new.kind, new.name, curie(new.iri), CHANGED, _field(predicate), *values
                )

    def _said(self, thing: Thing, predicate: str, own: Snapshot, other: Snapshot) -> list[Value]:
        """What is said of a thing, but for what only follows from another change: labels that a
        list prints, and things that one of the graphs has not."""
        found = []
        for term in thing.fields.get(predicate, ()):
            name = own.name(term)
            printed = predicate == SKOS.altLabel and (name in own.printed or name in other.printed)
            follows = is_iri(term) and term in own.facts and term not in other.facts
            if not (printed or follows):
                found.append((slug(name) if is_iri(term) else name, name))
        return found


# --- parts of changes


def _change(work: Work, how: str, field: str, old: tuple[str, ...], new: tuple[str, ...]) -> Change:
    return Change(work.kind, _called(work), curie(work.iri), how, field, old, new)


def _called(work: Work) -> str:
    return work.title or curie(work.iri)


def _changed(work: Work, field: str, old: tuple[str, ...], new: tuple[str, ...]) -> Change:
    return _change(work, CHANGED, field, old, new)


def _existence(work: Work, how: str, side: Snapshot) -> Change:
    places = tuple(_place(side, spot) for spot in work.spots)
    return _change(work, how, "", *((places, ()) if how == REMOVED else ((), places)))


def _heading_change(
    heading: Heading, how: str, old: tuple[str, ...], new: tuple[str, ...], field: str = ""
) -> Change:
    about = heading.path[-1][0] if heading.path else "list"
    return Change(about, _shown(heading.path), curie(heading.iri), how, field, old, new)


def _place(side: Snapshot, spot: Spot) -> str:
    under = f" › under “{side.title(spot.under)}”" if spot.under else ""
    return _shown(spot.path) + under


def _shown(path: Path) -> str:
    return " › ".join(label for _, label in path) or TOP


def _field(predicate: str) -> str:
    """`exactMatch` of `<…#exactMatch>`."""
    return iri_of(predicate).replace("#", "/").rsplit("/", 1)[-1]


def _present(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _lacking(
    these: Sequence[tuple[object, str]],
    those: Sequence[tuple[object, str]],
    given: Iterable[tuple[object, str]] = (),
) -> list[str]:
    """How those of `these` are shown that `those` do not have, as often as they lack.

    What something else gives is passed over.
    """
    passed = {key for key, _ in given}
    left = Counter(key for key, _ in those)
    found = []
    for key, shown in these:
        if left[key] > 0:
            left[key] -= 1
        elif key not in passed:
            found.append(shown)
    return found


def _without_common(
    old: Sequence[Value], new: Sequence[Value]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(_lacking(old, new)), tuple(_lacking(new, old))


def _publications(
    old: Work, new: Work, core: bool
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Versions that differ in more than the venue, year and arXiv id that the work tells too."""
    rest = Counter(key for key, _ in old.publications) == Counter(k for k, _ in new.publications)
    if core and rest:
        return
    one = [(shown, shown) for _, shown in old.publications]
    other = [(shown, shown) for _, shown in new.publications]
    values = _without_common(one, other)
    if any(values):
        yield "publications", *values


def _links(
    old: Sequence[Link], new: Sequence[Link]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Links that differ, paired by URL or else by label and role."""
    gone, come = list(old), list(new)
    for link in old:
        if link in come:
            gone.remove(link)
            come.remove(link)
    for key in (lambda link: link.url, lambda link: (link.role[0], link.label)):
        for link in list(gone):
            other = next((c for c in come if key(c) == key(link)), None)
            if other:
                gone.remove(link)
                come.remove(other)
                if _told(link) != _told(other):
                    yield (_told(link),), (_told(other),)
    yield from (((_told(link),), ()) for link in gone)
    yield from (((), (_told(link),)) for link in come)


def _told(link: Link) -> str:
    label = f"[{link.label}] " if link.label else ""
    role = f" ({link.role[1]})" if link.role[1] and link.role[0] != slug(link.label or "-") else ""
    return f"{label}{link.url}{role}"
