"""IRIs: permanent ones reused, new ones minted without collision."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from .keys import slug

if TYPE_CHECKING:
    from .authorities import Authorities

BASE = "https://w3id.org/awesome-rnn-kg/"
PREFIX_OF = {
    "Paper": "paper", "Survey": "paper", "Book": "book", "Thesis": "thesis", "Course": "course",
    "Lecture": "lecture", "Software": "software", "Tutorial": "tutorial",
    "Documentation": "documentation", "Dataset": "dataset", "BlogPost": "blog", "Demo": "demo",
    "Resource": "resource",
}  # fmt: skip


class Parts(NamedTuple):
    """Where the parts of a work live, and what their names begin with."""

    home: str = BASE
    name: str = ""

    def iri(self, kind: str, end: str) -> str:
        return f"{self.home}{kind}/{self.name}-{end}"


@dataclass
class Taken:
    """What the lists of one build may not give again: IRIs, and the names of works' parts."""

    iris: set[str] = field(default_factory=set)
    parts: dict[str, str] = field(default_factory=dict)


@dataclass
class Minter:
    """Gives each identity key one IRI, for good.

    `home` is where a list's own things live. Works with an arXiv id or a DOI live under BASE
    whatever the list, so that two lists speak of one thing; their parts stay at home.
    """

    home: str
    authorities: Authorities
    shared: Taken = field(default_factory=Taken)
    minted: dict[str, str] = field(default_factory=dict)
    reserved: set[str] = field(default_factory=set)
    reached: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        known = self.authorities
        named = (i for ix in (known.people, known.institutions, known.venues) for i in ix.things)
        self.reserved = {*known.iris.values(), *named}

    def mint(self, kind: str, key: str, text: str, ordinal: int = 0) -> str:
        """The IRI of a thing of this list with this identity key; an ordinal ends its name."""
        identity = f"{kind} {key}"
        if identity in self.minted:
            return self.minted[identity]
        known = self.authorities.iris.get(identity)
        if known and known not in self.shared.iris and self.home == BASE:
            return self._keep(identity, known)
        name = f"{slug(text)}-{ordinal}" if ordinal else slug(text)
        return self._keep(identity, self._free(f"{self.home}{kind}/", name))

    def work(self, kind: str, keys: list[str], text: str) -> str:
        """The IRI of a work: one it has had, one its identifier gives, or a new one."""
        for key in keys:
            known = self.authorities.iris.get(f"work {key}")
            strong = not key.startswith("title:")
            if known and known not in self.shared.iris and (strong or self.home == BASE):
                return self._keep_all(keys, known)
        prefix = PREFIX_OF[kind]
        strong_key = next((k for k in keys if not k.startswith("title:")), "")
        if strong_key and self.home != BASE:
            name = strong_key.replace(":", "-", 1).replace("/", "-")
            return self._keep_all(keys, self._free(f"{BASE}{prefix}/", _plain(name)))
        return self._keep_all(keys, self._free(f"{self.home}{prefix}/", text))

    def parts(self, iri: str) -> Parts:
        """The parts of a work; a work of ours and one of the list's may have the same name."""
        name, number = part_name(iri), 1
        while self.shared.parts.setdefault(f"{self.home} {name}", iri) != iri:
            number += 1
            name = f"{part_name(iri)}-{number}"
        return Parts(self.home, name)

    def _keep_all(self, keys: list[str], iri: str) -> str:
        for key in keys:
            self.minted.setdefault(f"work {key}", iri)
        self.shared.iris.add(iri)
        return iri

    def _keep(self, identity: str, iri: str) -> str:
        self.minted[identity] = iri
        self.shared.iris.add(iri)
        return iri

    def _free(self, space: str, name: str) -> str:
        """`name`, or the first of name-2, name-3, … that nothing has or had.

        What has been taken stays so, so that the search goes on where it last ended.
        """
        first = space + name
        number = self.reached.get(first, 1)
        iri = first if number == 1 else f"{first}-{number}"
        while iri in self.shared.iris or iri in self.reserved:
            number += 1
            iri = f"{first}-{number}"
        self.reached[first] = number
        return iri


def _plain(name: str) -> str:
    """Only characters that a Turtle local name holds without escapes."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "-._") else "-" for c in name).strip(
        ".-"
    )


def part_name(iri: str) -> str:
    """The name under which parts of a work go: `show-and-tell`, but `software-lstm`."""
    kind, name = iri.rsplit("/", 2)[1:]
    return name if kind == "paper" else f"{kind}-{name}"


def tail(iri: str) -> str:
    """The last segment of an IRI."""
    return iri.rsplit("/", 1)[1]


def beside(iri: str, name: str) -> str:
    """An IRI of another kind in the space where a work lives."""
    return iri.rsplit("/", 2)[0] + "/" + name
