"""Catalogue → triples. The only writer of asserted triples; each one's origin is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from ..resolve.catalogue import (
    AgentRecord,
    Catalogue,
    Credit,
    EntryRecord,
    GroupRecord,
    LinkRecord,
    ListRecord,
    PublicationRecord,
    SectionRecord,
    Work,
)
from ..text.source import Span
from .terms import Triple, any_uri, integer, iri, literal
from .vocabulary import ARNN, DCTERMS, PROV, RDF, SCHEMA, SKOS

_term = lru_cache(maxsize=262144)(iri)
Placed = tuple[str, Span]


@lru_cache(maxsize=64)
def _class(name: str) -> str:
    return str(getattr(ARNN, name))


@dataclass
class Emitted:
    """The triples that a list states, each with the first place that states it."""

    origins: dict[Triple, Span] = field(default_factory=dict)

    def add(self, subject: str, predicate: str, value: str, span: Span) -> None:
        self.origins.setdefault((subject, predicate, value), span)


def emit(catalogue: Catalogue) -> Emitted:
    """All triples of the lists."""
    out = Emitted()
    for one in catalogue.lists:
        _list(out, one)
        for section in one.sections:
            _section(out, one, section)
        for group in one.groups:
            _group(out, group)
    for work in catalogue.works:
        _work(out, work)
    for one in catalogue.lists:
        for entry in one.entries:
            _entry(out, one, entry)
    for agent in catalogue.agents:
        _agent(out, agent)
    return out


def _types(out: Emitted, subject: str, names: Iterable[str], span: Span) -> None:
    for name in names:
        out.add(subject, RDF.type, _class(name), span)


def _lines(out: Emitted, record: EntryRecord | GroupRecord | SectionRecord) -> None:
    subject, span = _term(record.iri), record.span
    first, last = span.line, span.end_line
    if not isinstance(record, SectionRecord):
        first, last = record.start_line, record.end_line
    out.add(subject, ARNN.position, integer(record.position), span)
    out.add(subject, ARNN.startLine, integer(first), span)
    out.add(subject, ARNN.endLine, integer(last), span)


def _list(out: Emitted, record: ListRecord) -> None:
    subject, title = _term(record.iri), record.document.title
    source = record.document.source
    _types(out, subject, ["List"], title.span)
    out.add(subject, SKOS.prefLabel, literal(title.text), title.span)
    out.add(subject, DCTERMS.source, literal(f"{source.name} sha256:{source.digest}"), title.span)
    if record.description:
        text, span = record.description
        out.add(subject, DCTERMS.description, literal(text), span)
    _introduction(out, subject, record.introduction)
    _links(out, subject, record.links)


def _introduction(out: Emitted, subject: str, text: Placed | None) -> None:
    if text:
        out.add(subject, ARNN.introduction, literal(text[0]), text[1])


def _section(out: Emitted, within: ListRecord, record: SectionRecord) -> None:
    subject, span = _term(record.iri), record.span
    _types(out, subject, ["Section", "Placed"], span)
    out.add(subject, SKOS.prefLabel, literal(record.label), span)
    out.add(subject, ARNN.inList, _term(within.iri), span)
    _lines(out, record)
    if record.parent:
        out.add(subject, ARNN.parentSection, _term(record.parent), span)
    for name in record.names:
        out.add(subject, ARNN.names, _term(name), span)
    if record.description:
        text, place = record.description
        out.add(subject, DCTERMS.description, literal(text), place)
    _introduction(out, subject, record.introduction)
    _links(out, subject, record.links)


def _group(out: Emitted, record: GroupRecord) -> None:
    subject, span = _term(record.iri), record.span
    _types(out, subject, ["Group", "Placed"], span)
    out.add(subject, SKOS.prefLabel, literal(record.label), span)
    out.add(subject, ARNN.inSection, _term(record.section), span)
    _lines(out, record)
    if record.parent:
        out.add(subject, ARNN.inGroup, _term(record.parent), span)
    for name in record.names:
        out.add(subject, ARNN.names, _term(name), span)
    _links(out, subject, record.links)


def _links(out: Emitted, owner: str, links: Iterable[LinkRecord]) -> None:
    for link in links:
        subject = _term(link.iri)
        out.add(owner, ARNN.hasLink, subject, link.span)
        _types(out, subject, ["Link"], link.span)
        out.add(subject, SCHEMA.url, any_uri(link.url), link.span)
        out.add(subject, ARNN.role, _term(link.role), link.span)
        out.add(subject, ARNN.ordinal, integer(link.ordinal), link.span)
        if link.label:
            out.add(subject, ARNN.labelAsPrinted, literal(link.label), link.span)


def _work(out: Emitted, work: Work) -> None:
    subject = _term(work.iri)
    _types(out, subject, work.kinds, work.span)
    if work.title:
        out.add(subject, DCTERMS.title, literal(work.title), work.span)
    _things(out, subject, ARNN.listedIn, work.listed)
    _literals(out, subject, DCTERMS.alternative, work.alternatives)
    _literals(out, subject, DCTERMS.description, work.descriptions)
    _literals(out, subject, SCHEMA.programmingLanguage, work.languages)
    _things(out, subject, ARNN.venue, work.venues)
    _things(out, subject, ARNN.appliedTo, work.applications)
    _things(out, subject, ARNN.uses, work.architectures)
    _things(out, subject, ARNN.implements, work.implements)
    _things(out, subject, ARNN.forFramework, work.frameworks)
    _numbers(out, subject, work)
    _authors(out, subject, work)
    _institutions(out, subject, work)
    for publication in work.publications:
        _publication(out, subject, publication)
    _links(out, subject, work.links)


def _literals(out: Emitted, subject: str, predicate: str, values: Iterable[Placed]) -> None:
    for text, span in values:
        out.add(subject, predicate, literal(text), span)


def _things(out: Emitted, subject: str, predicate: str, values: Iterable[Placed]) -> None:
    for value, span in values:
        out.add(subject, predicate, _term(value), span)


def _numbers(out: Emitted, subject: str, work: Work) -> None:
    if work.year:
        out.add(subject, ARNN.year, integer(work.year[0]), work.year[1])
    if work.arxiv:
        out.add(subject, ARNN.arxivId, literal(work.arxiv[0]), work.arxiv[1])
    if work.doi:
        out.add(subject, ARNN.doi, literal(work.doi[0]), work.doi[1])


def _authors(out: Emitted, subject: str, work: Work) -> None:
    if work.author_string:
        out.add(subject, ARNN.authorString, literal(work.author_string), work.authors[0].span)
    for number, credit in enumerate(work.authors, 1):
        record = _term(work.parts.iri("authorship", str(number)))
        out.add(subject, DCTERMS.creator, _term(credit.agent), credit.span)
        out.add(subject, ARNN.hasAuthorship, record, credit.span)
        _credit(out, record, "Authorship", number, credit)
        out.add(record, ARNN.nameAsPrinted, literal(credit.printed), credit.span)


def _credit(out: Emitted, record: str, kind: str, number: int, credit: Credit) -> None:
    _types(out, record, [kind, "Credit"], credit.span)
    out.add(record, ARNN.ordinal, integer(number), credit.span)
    out.add(record, ARNN.agent, _term(credit.agent), credit.span)


def _institutions(out: Emitted, subject: str, work: Work) -> None:
    for number, credit in enumerate(work.institutions, 1):
        record = _term(work.parts.iri("credit", str(number)))
        out.add(subject, ARNN.institution, _term(credit.agent), credit.span)
        out.add(subject, ARNN.hasInstitutionCredit, record, credit.span)
        _credit(out, record, "InstitutionCredit", number, credit)
        if credit.printed:
            out.add(record, ARNN.labelAsPrinted, literal(credit.printed), credit.span)


def _publication(out: Emitted, subject: str, record: PublicationRecord) -> None:
    own, span = _term(record.iri), record.span
    out.add(subject, ARNN.hasPublication, own, span)
    _types(out, own, ["Publication"], span)
    if record.kind:
        out.add(own, ARNN.publicationType, _term(record.kind), span)
    if record.venue:
        out.add(own, ARNN.venue, _term(record.venue), span)
    if record.year:
        out.add(own, ARNN.year, integer(record.year), span)
    if record.status:
        out.add(own, ARNN.status, _term(record.status), span)
    if record.arxiv:
        out.add(own, ARNN.arxivId, literal(record.arxiv), span)
    if record.doi:
        out.add(own, ARNN.doi, literal(record.doi), span)
    if record.pages:
        out.add(own, ARNN.pages, literal(record.pages), span)


def _entry(out: Emitted, within: ListRecord, record: EntryRecord) -> None:
    subject, span = _term(record.iri), record.span
    _types(out, subject, ["ListEntry", "Placed"], span)
    out.add(subject, ARNN.describes, _term(record.work), span)
    out.add(subject, ARNN.inSection, _term(record.section), span)
    out.add(subject, PROV.wasDerivedFrom, _term(within.iri), span)
    _lines(out, record)
    if record.group:
        out.add(subject, ARNN.inGroup, _term(record.group), span)
    if record.parent:
        out.add(subject, ARNN.parentEntry, _term(record.parent), span)
    printed = (
        (ARNN.titleAsPrinted, record.title),
        (ARNN.authorsAsPrinted, record.authors),
        (ARNN.venueAsPrinted, record.venue),
        (DCTERMS.description, record.description),
    )
    for predicate, value in printed:
        if value:
            out.add(subject, predicate, literal(value[0]), value[1])
    _literals(out, subject, ARNN.remark, record.remarks)
    for link in record.links:
        out.add(subject, ARNN.hasLink, _term(link), span)


def _agent(out: Emitted, record: AgentRecord) -> None:
    """A thing of the authority files gets only the forms that the list prints and they lack."""
    subject = _term(record.iri)
    if not record.known:
        _types(out, subject, record.kinds, record.span)
        if {"Person", "Institution"} & set(record.kinds):
            _types(out, subject, ["Agent"], record.span)
        out.add(subject, SKOS.prefLabel, literal(record.label), record.span)
        if record.note:
            out.add(subject, SKOS.scopeNote, literal(record.note), record.span)
        for above in record.above:
            out.add(subject, ARNN.partOf, _term(above), record.span)
    for label in record.labels:
        out.add(subject, SKOS.altLabel, literal(label), record.span)
