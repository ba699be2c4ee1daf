"""Drafts of one work → the work: the fuller value of each field, credits, publications, links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from ..read.document import Field, Link, Venue
from ..text.source import Span
from .authorities import Authorities, work_keys
from .catalogue import Credit, LinkRecord, PublicationRecord, Work
from .drafts import PAPER_FAMILY, Draft, Page
from .keys import label_key, slug, title_key, title_slug, url_key
from .kinds import is_list
from .linking import is_aside, role_aside, role_of
from .meanings import institutions_in
from .minting import tail
from .publications import arxiv_year, is_institution, publications_of
from .spelling import mended_title
from .wording import languages_in, mended, mentioned, only_languages

Placed = tuple[str, Span]
_UNIVERSITY = re.compile(
    r"(?:(?![a-z])[^\s,]+\s){1,5}(?:University|Institute of Technology)(?:\sof(?:\s[A-Z]\S+){1,4})?"
    r"|(?:The\s)?University\sof(?:\s\S+){1,5}"
)
_SUPERCLASSES = {"Survey": ("Survey", "Paper", "Resource")}
_SPECIAL_FIRST = (
    "Survey", "Thesis", "Book", "Paper", "Lecture", "Course", "Tutorial", "Documentation",
    "Dataset", "Software", "Demo", "BlogPost", "Resource",
)  # fmt: skip


def kinds_of(kind: str) -> tuple[str, ...]:
    """A class with its superclasses, the most special first."""
    return _SUPERCLASSES.get(kind, (kind, "Resource") if kind != "Resource" else ("Resource",))


@dataclass
class WorkMaker:
    """Makes works of clusters of drafts. What lists share is named by the first that lists it."""

    known: Authorities

    def make(self, drafts: list[Draft]) -> Work:
        """One work from all the drafts that mention it."""
        kind = _kind(drafts)
        title = self._title(drafts)
        agents = drafts[0].page.agents
        iri = self._iri(kind, title, drafts)
        parts = agents.minter.parts(iri)
        makers = self._makers(drafts, iri)
        authors = _once((*self._authors(drafts, iri), *(c for c, _ in makers)))
        publications = publications_of(drafts, iri, parts, agents, _year_above)
        return Work(
            iri=iri,
            parts=parts,
            kinds=kinds_of(kind),
            title=title.text if title else "",
            span=title.span if title else drafts[0].mention.span,
            listed=_listed(title, drafts),
            alternatives=_alternatives(title, drafts),
            authors=authors,
            author_string=_author_string(authors, drafts),
            institutions=self._institutions(drafts, [c for c, org in makers if org]),
            year=self._year(drafts),
            arxiv=_identifier(drafts, "arxiv"),
            doi=_identifier(drafts, "doi"),
            venues=_venues(publications),
            applications=_applications(drafts),
            architectures=_architectures(drafts),
            implements=self._implements(kind, drafts),
            languages=self._languages(kind, drafts),
            descriptions=self._descriptions(drafts),
            publications=publications,
        )

    def _title(self, drafts: list[Draft]) -> Field | None:
        """The printed title, without the slips that the register of works shows in it."""
        title, known = _title(drafts), self.known
        identifiers = (key for d in drafts for key in work_keys(d.arxiv, d.doi, ""))
        places = [known.iris.get(f"work {key}", "") for key in identifiers]
        places.append(url_key(_first_url(drafts)))
        titles = [t for place in places for t in known.titles.get(place, ())]
        if title is None or not titles:
            return title
        text = mended_title(title.text, titles, known.spelled)
        return title._replace(text=text)

    def _iri(self, kind: str, title: Field | None, drafts: list[Draft]) -> str:
        arxiv = next((d.arxiv for d in drafts if d.arxiv), "")
        doi = next((d.doi for d in drafts if d.doi), "")
        text = title.text if title else _joined([a.text for a in drafts[0].mention.authors], False)
        paper = kind in PAPER_FAMILY
        extra = "" if paper else url_key(_first_url(drafts))
        keys = work_keys(arxiv, doi, "") if paper else []
        family = "Paper" if paper else kind
        keys.append(f"title:{family}:{title_key(text)} {extra}".rstrip())
        return drafts[0].page.agents.minter.work(
            kind, keys, title_slug(text) if title else slug(text)
        )

    def _authors(self, drafts: list[Draft], iri: str) -> tuple[Credit, ...]:
        """The authors of the fullest list that an entry prints, else those of its group."""
        fullest = max(drafts, key=lambda d: (not d.mention.et_al, len(d.mention.authors)))
        fields = fullest.mention.authors or max((d.mention.authors for d in drafts), key=len)
        if not fields:
            metas = [meaning for d in drafts for meaning, _ in d.labels]
            fields = next((m.authors for m in metas if m.authors), ())
        unique = list({f.text: f for f in fields}.values())
        maker = drafts[0].page.agents.maker
        return tuple(Credit(maker(f.text, f.span, iri)[0], f.text, f.span) for f in unique)

    def _makers(self, drafts: list[Draft], iri: str) -> list[tuple[Credit, bool]]:
        """Who stands behind "by", once each: the credit, and whether it is an institution."""
        found: dict[str, tuple[Credit, bool]] = {}
        for field in (f for d in drafts for f in d.mention.makers if not _of_subject(d, f)):
            agent, organization = drafts[0].page.agents.maker(field.text, field.span, iri)
            found.setdefault(agent, (Credit(agent, field.text, field.span), organization))
        return list(found.values())

    def _institutions(self, drafts: list[Draft], makers: list[Credit]) -> tuple[Credit, ...]:
        """The institutions of the groups above, in the order of their labels, then the makers."""
        found: dict[str, Credit] = {}
        agents = drafts[0].page.agents
        for draft in drafts:
            housed = ((m.institutions, span) for m, span in draft.labels if m.institutions)
            labels, span = next(housed, ((), draft.mention.span))
            for label in labels:
                agent = agents.institution(label, span)
                found.setdefault(agent, Credit(agent, label, span))
        for field in (f for d in drafts for f in self._affiliations(d)):
            agent = agents.institution(field.text, field.span)
            found.setdefault(agent, Credit(agent, field.text, field.span))
        for credit in makers:
            found.setdefault(credit.agent, credit)
        return tuple(found.values())

    def _affiliations(self, draft: Draft) -> list[Field]:
        """The institutions that an entry prints: in a field of theirs, or in a bracket."""
        known = self.known
        about = draft.mention.description
        told = [about] if about and _all_known(about.text, known) else []
        noted = [
            Field(label, remark.span)
            for remark in (*told, *draft.mention.remarks)
            if ": " not in remark.text  # `License: MIT`
            for label in institutions_in(remark.text, known)
        ]
        housed = [
            Field(v.name, v.span)
            for v in draft.mention.venues
            if v.name and is_institution(v.name, draft.title, known)
        ]
        return [*draft.mention.institutions, *noted, *housed]

    def _year(self, drafts: list[Draft]) -> tuple[int, Span] | None:
        """The printed year, else that of a group or heading, else the one an arXiv id tells."""
        venues = [(v, d) for d in drafts for v in d.mention.venues]
        printed = [(y, v.span) for v, d in venues if (y := _year_of(v, d)) is not None]
        if printed:
            return min(printed, key=lambda p: p[0])
        for draft in drafts:
            if found := _year_above(draft):
                return found
        told = [(y, d.mention.span) for d in drafts if (y := arxiv_year(d.arxiv or _malformed(d)))]
        return min(told, key=lambda p: p[0]) if told else None

    def _implements(self, kind: str, drafts: list[Draft]) -> tuple[Placed, ...]:
        """Architectures whose labels stand in the title or description of software."""
        if kind != "Software":
            return ()
        found: dict[str, Span] = {}
        for draft in drafts:
            for field in (draft.mention.title, draft.mention.description):
                title = field is draft.mention.title
                concepts = mentioned(field.text, self.known.architectures, title) if field else []
                found.update({c: field.span for c in concepts if field and c not in found})
        return tuple(found.items())

    def _languages(self, kind: str, drafts: list[Draft]) -> tuple[Placed, ...]:
        """Programming languages that a description, a note, a group or a framework's line names."""
        if kind != "Software":
            return ()
        found: dict[str, Span] = {}
        for draft in drafts:
            notes = draft.mention.remarks
            told = [n for n in notes if only_languages(n.text, self.known.languages)]
            for field in (*told, *filter(None, [draft.mention.description])):
                for language in languages_in(field.text, self.known.languages):
                    found.setdefault(language, field.span)
            for meaning, span in draft.labels:
                found |= {n: span for n in meaning.languages if n not in found}
        return tuple(found.items())

    def _descriptions(self, drafts: list[Draft]) -> tuple[Placed, ...]:
        """Each description that an entry prints; one that only names languages is none."""
        fields = [d.mention.description for d in drafts if d.mention.description]
        return _texts(f for f in fields if not only_languages(f.text, self.known.languages))

    def linked(self, work: Work, drafts: list[Draft]) -> tuple[Work, dict[int, list[str]]]:
        """The work with its links, and for each of its drafts the IRIs of those it prints.

        Each list numbers its own.
        """
        records: list[LinkRecord] = []
        printed: dict[int, list[str]] = {}
        numbered: dict[str, int] = {}
        for draft in drafts:
            links = [k for k in draft.mention.links if k.url.strip()]
            start = numbered.get(draft.page.iri, 0)
            own = [self._link(work, draft, k, start + n) for n, k in enumerate(links, 1)]
            numbered[draft.page.iri] = start + len(own)
            records += own
            above = ((g, k) for g, k in draft.group_links if k.url.strip())
            shared = [group_link(draft.page, g, k, self.known) for g, k in above]
            records += [r for r in shared if all(r.iri != s.iri for s in records)]
            printed[id(draft)] = [r.iri for r in (*own, *shared)]
        return work._replace(links=tuple(records)), printed

    def _link(self, work: Work, draft: Draft, link: Link, ordinal: int) -> LinkRecord:
        minter = draft.page.agents.minter
        iri = minter.mint("link", f"{work.iri} {ordinal}", tail(work.iri), ordinal)
        paper = work.kinds[0] in ("Paper", "Survey", "Book", "Thesis")
        maker = link.form == "inline" and any(_within(f, link) for f in draft.mention.makers)
        role = role_of(link, self.known, paper, maker, work.kinds[0])
        if not maker and is_aside(link, draft.mention.description):
            role = role_aside(link, self.known)
        return LinkRecord(iri, link.url, link.label, role, ordinal, link.span)


def group_link(page: Page, group: int, link: Link, known: Authorities) -> LinkRecord:
    """A link on a group's line: one record, however many entries it belongs to."""
    node = page.document.nodes[group]
    ordinal = [k for k in node.links if k.url.strip()].index(link) + 1
    key, name = f"group {group} {ordinal}", f"group {node.label.text}"
    iri = page.agents.minter.mint("link", key, name, ordinal)
    return LinkRecord(iri, link.url, link.label, role_of(link, known), ordinal, link.span)


def _listed(title: Field | None, drafts: list[Draft]) -> tuple[Placed, ...]:
    """The lists that have the work, each with the place of its title or entry there."""
    found: dict[str, Span] = {}
    for draft in drafts:
        span = draft.mention.span
        titled = title is not None and title.span.path == span.path
        found.setdefault(draft.page.iri, title.span if title and titled else span)
    return tuple(found.items())


def _author_string(authors: tuple[Credit, ...], drafts: list[Draft]) -> str:
    """The names as printed, a misspelled one as it is known."""
    seen = drafts[0].page.agents.seen
    found = [(c.printed, seen[c.agent]) for c in authors]
    return _joined([mended(p, a.label) if a.known else p for p, a in found], _is_cut(drafts))


def _year_above(draft: Draft) -> tuple[int, Span] | None:
    """The year of the nearest group or heading that names one."""
    above = (*draft.labels, *draft.headings)
    return next(((m.year, span) for m, span in above if m.year is not None), None)


def _applications(drafts: list[Draft]) -> tuple[Placed, ...]:
    """The tasks that the nearest group and the nearest heading name."""
    found: dict[str, Span] = {}
    for draft in drafts:
        headed = (place for place in draft.headings if place[0].applications)
        for meaning, span in (*draft.labels, *islice(headed, 1)):
            found |= {task: span for task in meaning.applications if task not in found}
    return tuple(found.items())


def _architectures(drafts: list[Draft]) -> tuple[Placed, ...]:
    found: dict[str, Span] = {}
    for meaning, span in (place for draft in drafts for place in draft.labels):
        found |= {c: span for c in meaning.architectures if c not in found}
    return tuple(found.items())


def _year_of(venue: Venue, draft: Draft) -> int | None:
    """The printed year; `arXiv 2004` beside arXiv:2004.13799 is the April of another."""
    month = venue.name == "arXiv" and draft.arxiv.startswith(f"{venue.year}.")
    return arxiv_year(draft.arxiv) if month else venue.year


def _of_subject(draft: Draft, field: Field) -> bool:
    """Whether a maker in the description of a list made what the list is about."""
    about = draft.mention.description
    inside = about and about.span.line == field.span.line and about.span.column < field.span.column
    return bool(inside) and is_list(draft)


def _within(field: Field, link: Link) -> bool:
    """Whether a link stands on the line where a maker is named, with the maker's name."""
    return field.span.line == link.span.line and label_key(field.text) in label_key(link.label)


def _kind(drafts: list[Draft]) -> str:
    """The most special class that an entry has."""
    return min((d.kind for d in drafts), key=_SPECIAL_FIRST.index)


def _title(drafts: list[Draft]) -> Field | None:
    """The title of the entry with the most authors, or a fuller form of it."""
    titled = [d for d in drafts if d.mention.title]
    if not titled:
        return None
    best = max(titled, key=lambda d: len(d.mention.authors)).mention.title
    for other in (d.mention.title for d in titled):
        if best and other and title_key(other.text).startswith(title_key(best.text) + " "):
            best = other
    return best


def _texts(fields: Iterable[Field | None]) -> tuple[Placed, ...]:
    return tuple({f.text: f.span for f in fields if f and f.text}.items())


def _identifier(drafts: list[Draft], name: str) -> Placed | None:
    return next(((getattr(d, name), d.mention.span) for d in drafts if getattr(d, name)), None)


def _alternatives(title: Field | None, drafts: list[Draft]) -> tuple[Placed, ...]:
    """Other names of a thing; what only repeats its title is none."""
    named = (*(d.mention.alternative for d in drafts), *_long_forms(drafts))
    key = title_key(title.text) if title else ""
    return _texts(f for f in named if f and title_key(f.text) != key)


def _is_cut(drafts: list[Draft]) -> bool:
    """Whether no entry prints the authors to the end."""
    cut = [d.mention.et_al for d in drafts if d.mention.authors or d.mention.makers]
    return bool(cut) and all(cut)


def _joined(names: list[str], et_al: bool) -> str:
    return ", ".join(names) + (" et al." if et_al and names else "")


def _venues(publications: tuple[PublicationRecord, ...]) -> tuple[Placed, ...]:
    return tuple({p.venue: p.span for p in publications if p.venue}.items())


def _first_url(drafts: list[Draft]) -> str:
    links = sorted(drafts[0].links, key=lambda k: k.form != "title")
    return links[0].url if links else ""


def _malformed(draft: Draft) -> str:
    return next((v.malformed for v in draft.mention.venues if v.malformed), "")


def _once(found: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """Each agent's first credit."""
    first: dict[str, Credit] = {}
    for credit in found:
        first.setdefault(credit.agent, credit)
    return tuple(first.values())


def _long_forms(drafts: list[Draft]) -> list[Field]:
    """Remarks that spell out an acronym in the title: `CGT` (Computational Graph Toolkit)."""
    found = []
    for draft in drafts:
        capitals = [c for c in draft.title if c.isupper()]
        for remark in draft.mention.remarks:
            initials = [w[0] for w in remark.text.split() if w[0].isupper()]
            if len(initials) > 2 and initials == capitals:
                found.append(remark)
    return found


def _all_known(text: str, known: Authorities) -> bool:
    """Whether a description only names known institutions or universities: `Bee University`."""
    labels = institutions_in(text, known)
    return bool(labels) and all(
        known.institutions.find(label) or _UNIVERSITY.fullmatch(label) for label in labels
    )
