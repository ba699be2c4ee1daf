"""The register of works that have been named before: their ids, titles, authors and venues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .minting import part_name, tail

_AUTHORSHIP, _PUBLICATION = "part authorship/", "part publication/"
_ARXIV, _TITLE = "work arxiv:", "work title:Paper:"
_DATED = re.compile(r"(.+)-(\d{4})")


@dataclass(eq=False)
class Register:
    """Titles and arXiv ids of known papers, by IRI and back; how many authors each has."""

    work_of_id: dict[str, str] = field(default_factory=dict)
    work_of_title: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    fuller: dict[str, str] = field(default_factory=dict)
    authors: dict[str, int] = field(default_factory=dict)
    publications: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, iris: Mapping[str, str], publications: Iterable[str] = ()) -> Register:
        """The register in identity keys with their IRIs, and in IRIs of works' versions."""
        register = cls(publications=[tail(iri) for iri in publications])
        for key, iri in iris.items():
            register._add(key, iri)
        return register

    def _add(self, key: str, iri: str) -> None:
        if key.startswith(_ARXIV):
            self.work_of_id[key.removeprefix(_ARXIV)] = iri
            self.ids[iri] = key.removeprefix(_ARXIV)
        elif key.startswith(_AUTHORSHIP):
            work, _, ordinal = key.removeprefix(_AUTHORSHIP).rpartition("-")
            if ordinal.isdigit():
                self.authors[work] = max(int(ordinal), self.authors.get(work, 0))
        elif key.startswith(_PUBLICATION):
            self.publications.append(key.removeprefix(_PUBLICATION))
        elif key.startswith(_TITLE):
            title = key.removeprefix(_TITLE)
            self.work_of_title[title] = self.work_of_title.get(title, iri)
            self.titles.setdefault(iri, title)
            shorter, _, _ = title.rpartition(" ")
            self.fuller[shorter] = title

    def work(self, arxiv: str, title: str) -> str:
        """The IRI of the known work with a title (a key), else with an arXiv id."""
        return self.work_of_title.get(title, "") or self.work_of_id.get(arxiv, "")

    @cached_property
    def venues(self) -> dict[str, set[tuple[str, int]]]:
        """Where the known works appeared, by IRI: names of venues, as their IRIs end, and years.

        A version is called `WORK-VENUE-YEAR`, and each part may have hyphens of its own.
        """
        works = {part_name(iri): iri for iri in (*self.ids, *self.titles)}
        found: dict[str, set[tuple[str, int]]] = {}
        for dated in filter(None, map(_DATED.fullmatch, self.publications)):
            parts = dated[1].split("-")
            for i in range(len(parts) - 1, 0, -1):
                if iri := works.get("-".join(parts[:i])):
                    found.setdefault(iri, set()).add(("-".join(parts[i:]), int(dated[2])))
                    break
        return found
