"""A small graph that breaks no rule, with one thing of every class, and how to change it."""

import pyoxigraph

from awesome_rnn_kg.graph.terms import Triple
from awesome_rnn_kg.graph.vocabulary import PREFIXES, expand

HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())

VALID = """
list:awesome a arnn:List ; skos:prefLabel "Awesome things" ; arnn:hasLink link:home .
section:papers a arnn:Section, arnn:Placed ; skos:prefLabel "Papers" ; arnn:position 1 ;
    arnn:startLine 2 ; arnn:endLine 2 ; arnn:inList list:awesome ;
    arnn:names application:vision ; dcterms:description "All of them." .
section:captions a arnn:Section, arnn:Placed ; skos:prefLabel "Captions" ; arnn:position 2 ;
    arnn:parentSection section:papers .
group:lab a arnn:Group, arnn:Placed ; skos:prefLabel "The lab" ; arnn:position 1 ;
    arnn:startLine 3 ; arnn:endLine 9 ; arnn:inSection section:captions ;
    arnn:names institution:lab .
entry:show a arnn:ListEntry, arnn:Placed ; arnn:describes paper:show ; arnn:position 1 ;
    arnn:startLine 4 ; arnn:endLine 5 ; arnn:inSection section:captions ;
    arnn:inGroup group:lab ; prov:wasDerivedFrom list:awesome ; arnn:titleAsPrinted "Show, Tell" ;
    arnn:authorsAsPrinted "A. Bee, C. Dee" ; arnn:venueAsPrinted "ICML 2015" ;
    arnn:remark "a classic", "with code" ; arnn:hasLink link:show .
entry:show-code a arnn:ListEntry, arnn:Placed ; arnn:describes software:show ;
    arnn:position 2 ; arnn:startLine 5 ; arnn:endLine 5 ; arnn:inSection section:captions ;
    arnn:parentEntry entry:show .
group:other a arnn:Group, arnn:Placed ; skos:prefLabel "Etc." ; arnn:position 2 ;
    arnn:startLine 10 ; arnn:endLine 11 ; arnn:inSection section:captions .
entry:older a arnn:ListEntry, arnn:Placed ; arnn:describes paper:older ; arnn:position 3 ;
    arnn:startLine 11 ; arnn:endLine 11 ; arnn:inSection section:captions .

paper:show a arnn:Paper, arnn:Resource ; dcterms:title "Show and Tell" ;
    dcterms:creator person:bee, person:dee ; arnn:authorString "Ada Bee, Cy Dee" ;
    arnn:hasAuthorship authorship:show-1, authorship:show-2 ; arnn:year 2015 ;
    arnn:venue venue:icml ; arnn:arxivId "1502.03044" ; arnn:doi "10.1000/a(b)<c>:é" ;
    arnn:institution institution:lab ; arnn:hasInstitutionCredit credit:show-1 ;
    arnn:listedIn list:awesome ; arnn:hasLink link:show ; arnn:hasPublication publication:show ;
    arnn:appliedTo application:captioning ; arnn:proposes architecture:lstm ;
    arnn:uses architecture:rnn ; arnn:evaluatedOn dataset:coco ; arnn:versionOf paper:old ;
    dcterms:description "Captions images." .
paper:old a arnn:Survey, arnn:Paper, arnn:Resource ; dcterms:title "Old" ;
    arnn:arxivId "cs/0703001" .
paper:older a arnn:Paper, arnn:Resource ; dcterms:title "Older" ; arnn:arxivId "0705.2011" .
book:deep a arnn:Book, arnn:Resource ; dcterms:title "Deep" .
dataset:coco a arnn:Dataset, arnn:Resource ; dcterms:title "COCO" .
software:torch a arnn:Software, arnn:Resource ; dcterms:title "Torch" .
software:show a arnn:Software, arnn:Resource ; dcterms:title "show" ;
    arnn:listedIn list:awesome ; arnn:implements paper:show, architecture:lstm ;
    arnn:forFramework software:torch ; schema:programmingLanguage "Lua" .
authorship:show-1 a arnn:Authorship, arnn:Credit ; arnn:agent person:bee ; arnn:ordinal 1 ;
    arnn:nameAsPrinted "A. Bee" .
authorship:show-2 a arnn:Authorship, arnn:Credit ; arnn:agent person:dee ; arnn:ordinal 2 ;
    arnn:nameAsPrinted "C. Dee" .
credit:show-1 a arnn:InstitutionCredit, arnn:Credit ; arnn:agent institution:lab ;
    arnn:ordinal 1 ; arnn:labelAsPrinted "The lab" .
publication:show a arnn:Publication ; arnn:publicationType type:conference ;
    arnn:status status:published ; arnn:venue venue:icml ; arnn:year 2015 ;
    arnn:doi "10.1000/a(b)<c>:é" ; arnn:arxivId "1502.03044" ; arnn:pages "1-9" ;
    dcterms:title "Show, Attend and Tell" ; arnn:authorString "A. Bee, C. Dee" ;
    schema:url "https://icml.cc/show"^^xsd:anyURI .
link:show a arnn:Link ; schema:url "http://x.org/show pdf"^^xsd:anyURI ; arnn:role role:paper ;
    arnn:labelAsPrinted "" ; arnn:ordinal 1 .
link:home a arnn:Link ; schema:url "https://x.org"^^xsd:anyURI ; arnn:role role:paper ;
    arnn:ordinal 1 .

person:bee a arnn:Person, arnn:Agent ; skos:prefLabel "Ada Bee" ; skos:altLabel "A. Bee" ;
    skos:exactMatch <https://orcid.org/0000-0002-9322-3515>, <https://dblp.org/pid/56/953> ;
    arnn:authorOf paper:show .
person:dee a arnn:Person, arnn:Agent ; skos:prefLabel "Cy Dee" .
person:eff-1 a arnn:Person, arnn:Agent ; skos:prefLabel "Jo Eff" ; skos:scopeNote "On speech." .
person:eff-2 a arnn:Person, arnn:Agent ; skos:prefLabel "Jo Eff" ; skos:scopeNote "On vision." .
institution:uni a arnn:Institution, arnn:Agent, arnn:University ; skos:prefLabel "Université" ;
    skos:altLabel "Univ." ; arnn:city "Montreal" ; arnn:country "Canada" ;
    arnn:countryCode "CA" ; schema:latitude 45.5 ; schema:longitude -73.58781 ;
    schema:url "https://www.umontreal.ca"^^xsd:anyURI ;
    skos:exactMatch <https://ror.org/0161xgx34>, <http://www.wikidata.org/entity/Q392189> .
institution:lab a arnn:Institution, arnn:Agent, arnn:ResearchInstitute ; skos:prefLabel "The lab" ;
    arnn:partOf institution:uni .
institution:firm a arnn:Institution, arnn:Agent, arnn:Company ; skos:prefLabel "The firm" .
venue:icml a arnn:Venue, arnn:Conference ; skos:prefLabel "ICML" ; arnn:publisher "PMLR" ;
    skos:exactMatch <https://dblp.org/db/conf/icml> .
venue:side a arnn:Venue, arnn:Workshop ; skos:prefLabel "Side" ; arnn:partOf venue:icml .
venue:journal a arnn:Venue, arnn:Journal ; skos:prefLabel "Journal" ;
    schema:issn "0899-7667", "1530-888X" .

architecture:rnn a arnn:Architecture, skos:Concept ; skos:prefLabel "RNN" ;
    skos:definition "A network with a loop." ; skos:inScheme scheme:architectures ;
    skos:topConceptOf scheme:architectures .
architecture:lstm a arnn:Architecture, skos:Concept ; skos:prefLabel "LSTM" ;
    skos:broader architecture:rnn ; skos:inScheme scheme:architectures ;
    arnn:introducedBy paper:show .
application:vision a arnn:Application, skos:Concept ; skos:prefLabel "vision" ;
    skos:inScheme scheme:applications .
application:captioning a arnn:Application, skos:Concept ; skos:prefLabel "captioning" ;
    skos:broader application:vision ; skos:inScheme scheme:applications .
role:paper a skos:Concept ; skos:prefLabel "paper" ; skos:inScheme scheme:link-roles .
role:code a skos:Concept ; skos:prefLabel "code" ; skos:inScheme scheme:link-roles .
type:conference a skos:Concept ; skos:prefLabel "conference paper" ;
    skos:inScheme scheme:publication-types .
type:journal a skos:Concept ; skos:prefLabel "journal paper" ;
    skos:inScheme scheme:publication-types .
type:preprint a skos:Concept ; skos:prefLabel "preprint" ;
    skos:inScheme scheme:publication-types .
status:published a skos:Concept ; skos:prefLabel "published" ;
    skos:inScheme scheme:publication-statuses .
status:accepted a skos:Concept ; skos:prefLabel "accepted" ;
    skos:inScheme scheme:publication-statuses .
scheme:architectures a skos:ConceptScheme ; skos:prefLabel "Architectures" ;
    skos:hasTopConcept architecture:rnn .
scheme:applications a skos:ConceptScheme ; skos:prefLabel "Applications" .
scheme:link-roles a skos:ConceptScheme ; skos:prefLabel "Link roles" .
scheme:publication-types a skos:ConceptScheme ; skos:prefLabel "Publication types" .
scheme:publication-statuses a skos:ConceptScheme ; skos:prefLabel "Publication statuses" .

evidence:city a arnn:Evidence ; rdf:subject institution:uni ; rdf:predicate arnn:city ;
    rdf:object "Montreal" ; prov:wasDerivedFrom <https://ror.org/0161xgx34> ;
    arnn:evidence "locations" .
evidence:match a arnn:Evidence ; rdf:subject person:bee ; rdf:predicate skos:exactMatch ;
    dcterms:bibliographicCitation "A printed directory" .
"""


def triples(turtle: str) -> list[Triple]:
    """Read Turtle without its prefixes."""
    quads = pyoxigraph.parse(HEAD + turtle, format=pyoxigraph.RdfFormat.TURTLE)
    return [(str(q.subject), str(q.predicate), str(q.object)) for q in quads]


def changed(drop: str, add: str) -> list[Triple]:
    """The valid graph without what `drop` says ("subject predicate", "subject"), and with `add`.

    Raises ValueError if there is nothing to drop.
    """
    start = tuple(expand("rdf:type" if word == "a" else word) for word in drop.split())
    valid = triples(VALID)
    kept = [t for t in valid if not start or t[: len(start)] != start]
    if start and len(kept) == len(valid):
        raise ValueError(f"the valid graph says nothing of {drop!r}")
    return kept + triples(add)
