"""What is known beforehand: things with their labels, read from the authority files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from .keys import WORD, label_key, name_key, title_key
from .register import Register


class Thing(NamedTuple):
    """A known person, institution, venue or concept.

    `kind` is its most special class ("University"); `above` are the IRIs it is part of or narrower
    than; `works` are those that are said to be a person's.
    """

    iri: str
    label: str
    labels: tuple[str, ...] = ()
    kind: str = ""
    above: tuple[str, ...] = ()
    ambiguous: bool = False
    works: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Index:
    """Things by IRI and by label."""

    things: dict[str, Thing] = field(default_factory=dict)
    by_label: dict[str, tuple[Thing, ...]] = field(default_factory=dict)

    def find(self, label: str) -> Thing | None:
        """The one thing with this label; None if there is none or more than one."""
        found = self.by_label.get(label_key(label), ())
        return found[0] if len(found) == 1 else None

    def named(self, name: str) -> tuple[Thing, ...]:
        """All people with this name."""
        return self.by_label.get(name_key(name), ())


def index(things: Iterable[Thing], people: bool = False) -> Index:
    """Index things by their labels; people by the parts of their names."""
    key = name_key if people else label_key
    by_iri = {t.iri: t for t in things}
    by_label: dict[str, dict[str, Thing]] = {}
    for thing in by_iri.values():
        for label in (thing.label, *thing.labels):
            by_label.setdefault(key(label), {})[thing.iri] = thing
    return Index(by_iri, {k: tuple(v.values()) for k, v in by_label.items()})


_TITLE, _PERSON = "work title:", "person "


@dataclass(frozen=True)
class Authorities:
    """All that the resolver may know. Empty indexes are fine: a list can stand alone.

    `kinds` maps heading labels to classes of resources; `iris` maps identity keys ("work arxiv:…",
    "person …") to IRIs minted before; `languages` are names of programming languages; `words` are
    common words of titles and `lookalikes` real words that differ from one of them by a letter or
    begin one; `publications` are the IRIs of versions of works that the files describe.
    `own`: the list brings authority files of its own.
    """

    people: Index = field(default_factory=Index)
    institutions: Index = field(default_factory=Index)
    venues: Index = field(default_factory=Index)
    architectures: Index = field(default_factory=Index)
    applications: Index = field(default_factory=Index)
    roles: Index = field(default_factory=Index)
    kinds: dict[str, str] = field(default_factory=dict)
    iris: dict[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    lookalikes: frozenset[str] = frozenset()
    publications: frozenset[str] = frozenset()
    own: bool = False

    @cached_property
    def spelled(self) -> frozenset[str]:
        """Words that are known to be spelled right."""
        return self.words | self.lookalikes

    @cached_property
    def label_words(self) -> frozenset[str]:
        """The words, in lower case, of everything that has a name."""
        indexes = (
            self.people,
            self.institutions,
            self.venues,
            self.architectures,
            self.applications,
        )
        things = (thing for index in indexes for thing in index.things.values())
        labels = (label for thing in things for label in (thing.label, *thing.labels))
        return frozenset(w.casefold() for n in (*self.languages, *labels) for w in WORD.findall(n))

    @cached_property
    def titles(self) -> dict[str, list[str]]:
        """The titles (as keys) of known works, by the IRI of each and by the address in its key."""
        found: dict[str, list[str]] = {}
        for key, iri in self.iris.items():
            if key.startswith(_TITLE):
                title = key.removeprefix(_TITLE).partition(":")[2]
                head, _, last = title.rpartition(" ")
                url = last if "." in last else ""  # no word of a title's key has a full stop
                found.setdefault(iri, []).append(head if url else title)
                if url:
                    found.setdefault(url, []).append(head)
        return found

    @cached_property
    def named_people(self) -> frozenset[str]:
        """The keys of names that have been named before, or that one person alone has."""
        before = (k.removeprefix(_PERSON) for k in self.iris if k.startswith(_PERSON))
        return frozenset((*before, *(k for k, t in self.people.by_label.items() if len(t) == 1)))

    @cached_property
    def register(self) -> Register:
        """What is known of works that have been named before."""
        return Register.of(self.iris, self.publications)

    def kind_of_heading(self, heading: str) -> str:
        """The class of resources that a heading names, or the empty string."""
        return self.kinds.get(label_key(heading), "")


def work_keys(arxiv: str, doi: str, title: str) -> list[str]:
    """The identity keys of a work, the strongest first."""
    keys = [f"arxiv:{arxiv}"] if arxiv else []
    keys += [f"doi:{doi}"] if doi else []
    return keys + ([f"title:{title_key(title)}"] if title else [])
