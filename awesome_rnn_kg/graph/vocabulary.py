"""The terms that the graph is written with; the prefixes that shorten them come along.

`SKOS.prefLabel` is the term `<http://www.w3.org/2004/02/skos/core#prefLabel>`; a name that its
vocabulary does not declare here raises at run time and fails type checking. A name that Python
reserves ends in an underscore: `SH.class_`.
"""

from awesome_rnn_kg.graph.prefixes import BASE, KINDS, PREFIXES, compact, expand

__all__ = [
    "ARNN",
    "BASE",
    "DCTERMS",
    "KINDS",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SH",
    "SKOS",
    "VOID",
    "XSD",
    "Vocabulary",
    "compact",
    "expand",
]

TYPE_CHECKING = False  # As in terms.


class _Closed(type):
    """A class whose unknown attributes raise with the nearest known one."""

    if not TYPE_CHECKING:  # A type checker that saw this would accept every name.

        def __getattr__(cls, name: str) -> str:
            from difflib import get_close_matches

            near = get_close_matches(name, cls.__annotations__, n=1, cutoff=0)
            hint = f"; the nearest is {near[0]!r}" if near else ""
            raise AttributeError(f"{cls.__name__} declares no term {name!r}{hint}")


class Vocabulary(metaclass=_Closed):
    """Base of the vocabularies: every annotation of a subclass is a term of its namespace."""

    def __init_subclass__(cls, prefix: str) -> None:
        for name in cls.__annotations__:
            setattr(cls, name, f"<{PREFIXES[prefix]}{name.rstrip('_')}>")


class ARNN(Vocabulary, prefix="arnn"):
    """What the project's own ontology declares, term for term."""

    Agent: str
    Application: str
    Architecture: str
    Authorship: str
    BlogPost: str
    Book: str
    Company: str
    Conference: str
    Course: str
    Credit: str
    Dataset: str
    Demo: str
    Documentation: str
    Evidence: str
    Group: str
    Institution: str
    InstitutionCredit: str
    Journal: str
    Lecture: str
    Link: str
    List: str
    ListEntry: str
    Paper: str
    Person: str
    Placed: str
    Publication: str
    ResearchInstitute: str
    Resource: str
    Section: str
    Software: str
    Survey: str
    Thesis: str
    Tutorial: str
    University: str
    Venue: str
    Workshop: str
    agent: str
    ambiguousName: str
    appliedTo: str
    arxivId: str
    authorOf: str
    authorString: str
    authorsAsPrinted: str
    city: str
    country: str
    countryCode: str
    describedBy: str
    describes: str
    doi: str
    endLine: str
    evaluatedOn: str
    evidence: str
    forFramework: str
    hasAuthorship: str
    hasInstitutionCredit: str
    hasLink: str
    hasPublication: str
    implements: str
    inGroup: str
    inList: str
    inSection: str
    institution: str
    introducedBy: str
    introduction: str
    labelAsPrinted: str
    listedIn: str
    nameAsPrinted: str
    names: str
    ordinal: str
    pages: str
    parentEntry: str
    parentSection: str
    partOf: str
    position: str
    proposes: str
    publicationType: str
    publisher: str
    remark: str
    role: str
    startLine: str
    status: str
    titleAsPrinted: str
    uses: str
    venue: str
    venueAsPrinted: str
    versionOf: str
    year: str


class SCHEMA(Vocabulary, prefix="schema"):
    """schema.org."""

    issn: str
    latitude: str
    longitude: str
    programmingLanguage: str
    url: str


class DCTERMS(Vocabulary, prefix="dcterms"):
    """DCMI Metadata Terms."""

    alternative: str
    bibliographicCitation: str
    creator: str
    description: str
    isReplacedBy: str
    license: str
    source: str
    title: str


class SKOS(Vocabulary, prefix="skos"):
    """Simple Knowledge Organization System."""

    Concept: str
    altLabel: str
    broader: str
    definition: str
    closeMatch: str
    exactMatch: str
    hasTopConcept: str
    inScheme: str
    narrower: str
    notation: str
    prefLabel: str
    scopeNote: str
    topConceptOf: str


class PROV(Vocabulary, prefix="prov"):
    """PROV-O."""

    wasDerivedFrom: str


class RDF(Vocabulary, prefix="rdf"):
    """The RDF vocabulary."""

    first: str
    langString: str
    nil: str
    object: str
    predicate: str
    rest: str
    subject: str
    type: str


class RDFS(Vocabulary, prefix="rdfs"):
    """RDF Schema."""

    Resource: str
    comment: str
    domain: str
    label: str
    range: str
    subClassOf: str
    subPropertyOf: str


class OWL(Vocabulary, prefix="owl"):
    """OWL 2."""

    Class: str
    SymmetricProperty: str
    Thing: str
    TransitiveProperty: str
    inverseOf: str
    propertyChainAxiom: str


class XSD(Vocabulary, prefix="xsd"):
    """XML Schema datatypes."""

    anyURI: str
    boolean: str
    date: str
    decimal: str
    double: str
    gYear: str
    integer: str
    nonNegativeInteger: str
    string: str


class SH(Vocabulary, prefix="sh"):
    """SHACL."""

    Info: str
    SPARQLExecutable: str
    SPARQLSelectExecutable: str
    Violation: str
    Warning: str
    alternativePath: str
    class_: str
    declare: str
    focusNode: str
    namespace: str
    path: str
    prefix: str
    prefixes: str
    property: str
    resultMessage: str
    resultPath: str
    select: str
    severity: str
    sourceConstraintComponent: str
    sourceShape: str
    targetClass: str
    targetNode: str
    targetObjectsOf: str
    targetSubjectsOf: str
    value: str


class VOID(Vocabulary, prefix="void"):
    """Vocabulary of Interlinked Datasets."""

    Dataset: str
    class_: str
    classPartition: str
    entities: str
    property: str
    propertyPartition: str
    subset: str
    triples: str
    uriSpace: str
