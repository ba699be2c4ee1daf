"""Documents + Authorities → Catalogue: what the lists of one build mean, all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..read.document import Document
from ..text.source import Span
from .agents import Agents
from .authorities import Authorities
from .catalogue import Catalogue, Work
from .checks import Objections
from .checks.listing import Entries
from .drafts import Draft, Page, make_context, make_drafts
from .identity import cluster, settle_ids
from .minting import BASE, Minter, Taken
from .placing import Placer
from .venuenames import find_twins
from .works import WorkMaker


@dataclass(frozen=True)
class Given:
    """A list as read; its name in IRIs, and the base of its own (default: `…/list/<slug>/`)."""

    document: Document
    slug: str
    home: str = ""


@dataclass(frozen=True)
class Identified:
    """Lists whose mentions have been told apart: each cluster of drafts is of one work."""

    known: Authorities
    pages: list[Page]
    of_page: dict[str, list[Draft]]
    clusters: list[list[Draft]]

    @property
    def objections(self) -> Objections:
        """What there is to object to."""
        drafts = [draft for own in self.of_page.values() for draft in own]
        return Objections(self.pages, Entries(self.known, drafts, self.clusters))


def identify(lists: Sequence[Given], known: Authorities) -> Identified:
    """Tell which mentions of all lists are of one work, however many lists have it.

    A list at home, with the project's own IRIs, comes first, so that what it names keeps them.
    """
    pages = _pages(sorted(lists, key=lambda given: given.home != BASE), known)
    of_page = {page.iri: make_drafts(page, known) for page in pages}
    drafts = [draft for own in of_page.values() for draft in own]
    pages[0].agents.twins.update(find_twins(d.mention for d in drafts))
    settle_ids(drafts)
    return Identified(known, pages, of_page, cluster(drafts))


def resolve(lists: Identified) -> Catalogue:
    """Turn mentions into things."""
    known, pages = lists.known, lists.pages
    works, printed = _works(lists.clusters, known)
    work_of = {id(d): w for w, c in zip(works, lists.clusters, strict=True) for d in c}
    placers = [Placer(page, known, work_of, printed) for page in pages]
    return Catalogue(
        lists=tuple(p.placed(lists.of_page[p.page.iri]) for p in placers),
        works=tuple(works),
        agents=pages[0].agents.records(),
    )


def _pages(lists: Sequence[Given], known: Authorities) -> list[Page]:
    """The lists; they share whom they have named, and no two give the same IRI."""
    taken, everyone = Taken(), Agents(known, Minter(BASE, known))
    pages = []
    for given in lists:
        iri = f"{given.home or BASE}list/{given.slug}"
        minter = Minter(given.home or f"{iri}/", known, taken)
        context = make_context(given.document, known)
        agents = replace(everyone, minter=minter)
        pages.append(Page(iri, given.slug, given.document, context, agents))
    return pages


def _works(
    clusters: list[list[Draft]], known: Authorities
) -> tuple[list[Work], dict[int, list[str]]]:
    """A work of each cluster, with its links; and the links that each draft prints, by its id()."""
    maker = WorkMaker(known)
    made = [maker.make(c) for c in clusters]
    linked = [maker.linked(w, c) for w, c in zip(made, clusters, strict=True)]
    printed = {k: v for _, p in linked for k, v in p.items()}
    return _with_frameworks([w for w, _ in linked], clusters), printed


def _with_frameworks(works: list[Work], clusters: list[list[Draft]]) -> list[Work]:
    """Things listed below a framework are for it; its language is theirs to say."""
    by_node = {_node(d): w for w, c in zip(works, clusters, strict=True) for d in c}
    result = []
    for work, drafts in zip(works, clusters, strict=True):
        found: dict[str, Span] = {}
        for draft in drafts:
            above = by_node.get((draft.page.iri, draft.parent))
            if above and _is_framework(above) and above.iri != work.iri:
                found.setdefault(above.iri, draft.mention.span)
            elif above and above.frameworks:
                found.update(above.frameworks)
        made = work._replace(frameworks=tuple(found.items())) if found else work
        by_node.update({_node(d): made for d in drafts})
        result.append(made)
    return result


def _is_framework(work: Work) -> bool:
    """Software that is no programming language of its own."""
    return work.kinds[0] == "Software" and work.title not in [name for name, _ in work.languages]


def _node(draft: Draft) -> tuple[str, int | None]:
    return draft.page.iri, draft.node
