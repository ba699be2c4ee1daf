"""A folder of CSV tables (RFC 4180) with a dictionary of their columns.

A thing is its CURIE where a prefix fits, else its IRI. A column marked `*` here may hold several
values, joined with "; "; one marked `^` holds what points to the row's thing.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..graph.prefixes import expand
from ..graph.terms import Triple, datatype_of, is_iri, text_of
from ..graph.vocabulary import RDFS
from .facts import Facts, curie

SEPARATOR = "; "
_NAMES = "skos:prefLabel skos:altLabel* skos:scopeNote"
_CONCEPT = (
    "skos:prefLabel skos:altLabel* skos:definition skos:broader* skos:exactMatch* "
    "skos:closeMatch* skos:inScheme"
)
_PLACE = "arnn:position arnn:startLine arnn:endLine"
_WORDS = "arnn:introduction"
# Of each table: the class of the things that its rows stand for, then the columns.
_TABLES = {
    "works": """arnn:Resource rdf:type* dcterms:title dcterms:alternative* arnn:year
        arnn:authorString arnn:venue* arnn:institution* arnn:arxivId arnn:doi dcterms:description*
        arnn:appliedTo* arnn:proposes* arnn:uses* arnn:evaluatedOn* arnn:implements*
        arnn:forFramework* schema:programmingLanguage* dcterms:license* arnn:versionOf*
        arnn:listedIn*""",
    "people": f"arnn:Person {_NAMES} skos:exactMatch* arnn:ambiguousName arnn:authorOf*",
    "institutions": f"""arnn:Institution rdf:type* {_NAMES} arnn:partOf* arnn:city arnn:country
        arnn:countryCode schema:latitude schema:longitude schema:url skos:exactMatch*""",
    "venues": f"""arnn:Venue rdf:type* {_NAMES} arnn:partOf* arnn:publisher schema:issn* schema:url
        skos:exactMatch*""",
    "authorships": """arnn:Authorship arnn:hasAuthorship^ arnn:ordinal arnn:agent
        arnn:nameAsPrinted""",
    "credits": """arnn:InstitutionCredit arnn:hasInstitutionCredit^ arnn:ordinal arnn:agent
        arnn:labelAsPrinted""",
    "publications": """arnn:Publication arnn:hasPublication^ arnn:publicationType arnn:venue
        arnn:year arnn:status dcterms:title arnn:authorString arnn:arxivId arnn:doi arnn:pages
        schema:url""",
    "links": "arnn:Link arnn:hasLink^ arnn:ordinal arnn:role arnn:labelAsPrinted schema:url",
    "lists": f"arnn:List skos:prefLabel dcterms:description {_WORDS} dcterms:source",
    "sections": f"""arnn:Section skos:prefLabel arnn:inList arnn:parentSection {_PLACE}
        arnn:names* dcterms:description {_WORDS}""",
    "groups": f"arnn:Group skos:prefLabel arnn:inSection arnn:inGroup {_PLACE} arnn:names*",
    "entries": f"""arnn:ListEntry arnn:describes arnn:inSection arnn:inGroup arnn:parentEntry
        {_PLACE} arnn:titleAsPrinted arnn:authorsAsPrinted arnn:venueAsPrinted dcterms:description
        arnn:remark* prov:wasDerivedFrom""",
    "architectures": f"arnn:Architecture {_CONCEPT} arnn:introducedBy*",
    "applications": f"arnn:Application {_CONCEPT}",
    "concepts": f"skos:Concept {_CONCEPT}",
    "evidence": """arnn:Evidence rdf:subject rdf:predicate rdf:object prov:wasDerivedFrom
        dcterms:bibliographicCitation arnn:evidence""",
}
_DICTIONARY = ("table", "column", "meaning", "type", "several")
_POINTED_FROM = {
    "arnn:hasAuthorship": "work",
    "arnn:hasInstitutionCredit": "work",
    "arnn:hasPublication": "work",
    "arnn:hasLink": "of",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the property that fills it, from this side or the other, once or several times."""

    predicate: str
    several: bool
    inverse: bool

    @property
    def name(self) -> str:
        """`nameAsPrinted` → `name_as_printed`."""
        if self.inverse:
            return _POINTED_FROM[curie(self.predicate)]
        local = curie(self.predicate).partition(":")[2]
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", local).lower()


def csv_tables(
    triples: Iterable[Triple], ontology: Iterable[Triple]
) -> Mapping[str, Iterable[str]]:
    """Chunks of each file by its name; the ontology's labels and comments explain the columns."""
    triples = list(triples)
    facts, terms = Facts(triples), Facts(ontology)
    owners = _owners(triples)
    files: dict[str, Iterable[str]] = {
        f"{name}.csv": _table(facts, owners, spec) for name, spec in _TABLES.items()
    }
    return files | {"data-dictionary.csv": _dictionary(terms, facts)}


def columns(spec: str) -> list[Column]:
    """The columns that a line of the tables above declares behind its class."""
    found = []
    for word in spec.split()[1:]:
        predicate = expand(word.rstrip("*^"))
        found.append(Column(predicate, not word[-1].isalpha(), word.endswith("^")))
    return found


def _owners(triples: Iterable[Triple]) -> dict[tuple[str, str], list[str]]:
    """Which things point to a thing, by the thing and the property."""
    inverse = {expand(name) for name in _POINTED_FROM}
    found: dict[tuple[str, str], list[str]] = {}
    for subject, predicate, value in triples:
        if predicate in inverse:
            found.setdefault((value, predicate), []).append(curie(subject))
    return found


def _table(facts: Facts, owners: Mapping[tuple[str, str], list[str]], spec: str) -> Iterator[str]:
    made = columns(spec)
    yield _row(["id", *(c.name for c in made)])
    for thing in facts.instances(expand(spec.split(maxsplit=1)[0])):
        values = (
            sorted(owners.get((thing, c.predicate), ()))
            if c.inverse
            else [_cell(v) for v in facts.values(thing, c.predicate)]
            for c in made
        )
        yield _row([curie(thing), *(SEPARATOR.join(v) for v in values)])


def _cell(term: str) -> str:
    return curie(term) if is_iri(term) else text_of(term)


def _row(cells: Iterable[str]) -> str:
    """One record, ended by CRLF as the RFC says."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _dictionary(terms: Facts, facts: Facts) -> Iterator[str]:
    yield _row(_DICTIONARY)
    for name, spec in _TABLES.items():
        class_ = spec.split()[0]
        meaning = f"the row's thing. {_meaning(terms, expand(class_))}"
        yield _row([name, "id", meaning, class_, "no"])
        things = facts.instances(expand(class_))
        for column in columns(spec):
            lead = "what points here: " if column.inverse else ""
            meaning = lead + _meaning(terms, column.predicate)
            kind = _type(terms, column) or _observed(facts, things, column.predicate)
            yield _row([name, column.name, meaning, kind, "yes" if column.several else "no"])


def _type(terms: Facts, column: Column) -> str:
    """The class or datatype that the ontology gives the values of a column."""
    side = RDFS.domain if column.inverse else RDFS.range
    return SEPARATOR.join(curie(t) for t in terms.values(column.predicate, side))


def _observed(facts: Facts, things: list[str], predicate: str) -> str:
    """What the values are, where the ontology leaves that open."""
    found = {
        "IRI" if is_iri(v) else curie(datatype_of(v))
        for thing in things
        for v in facts.values(thing, predicate)
    }
    return SEPARATOR.join(sorted(found)) or "IRI"


def _meaning(terms: Facts, term: str) -> str:
    label = terms.text(term, RDFS.label) or curie(term).rpartition(":")[2]
    comment = terms.text(term, RDFS.comment)
    return f"{label}: {comment}" if comment else label
