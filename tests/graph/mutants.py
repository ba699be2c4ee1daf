"""Graphs that break one rule each."""

NAMELESS = "a arnn:Authorship, arnn:Credit ; arnn:ordinal 1 ; arnn:nameAsPrinted 'x'"
AUTHORSHIP = f"{NAMELESS} ; arnn:agent person:bee"
CREDITED = "arnn:hasAuthorship authorship:x ; arnn:authorString 'x'"
CREDIT = "a arnn:InstitutionCredit, arnn:Credit ; arnn:ordinal 1 ; arnn:agent institution:lab"
PREPRINT = (
    "paper:old arnn:hasPublication publication:old ."
    "publication:old a arnn:Publication ; arnn:publicationType type:preprint"
)
SECOND_LINK = (
    "entry:show arnn:hasLink link:x . paper:show arnn:hasLink link:x ."
    "link:x a arnn:Link ; schema:url 'http://x.org'^^xsd:anyURI ; arnn:role role:paper"
)

MUTANTS: dict[str, list[tuple[str, str, str]]] = {
    "blank-text": [
        ("paper:show dcterms:title", "paper:show dcterms:title '  ' .", "SPARQL"),
        ("paper:show arnn:authorString", "paper:show arnn:authorString ' ' .", "SPARQL"),
        (
            "authorship:show-1 arnn:nameAsPrinted",
            "authorship:show-1 arnn:nameAsPrinted ' ' .",
            "SPARQL",
        ),
        ("institution:uni skos:prefLabel", "institution:uni skos:prefLabel ' ' .", "SPARQL"),
    ],
    "resource-without-title": [
        ("paper:show dcterms:title", "", "MinCount"),
        ("", "paper:show dcterms:title 'Another' .", "MaxCount"),
        ("paper:show dcterms:title", "paper:show dcterms:title 'Show'@en .", "Datatype"),
        ("paper:show dcterms:title", "paper:show dcterms:title '' .", "MinLength"),
        ("", "paper:empty a arnn:Paper, arnn:Resource .", "MinCount"),
    ],
    "year-out-of-range": [
        ("", "paper:show arnn:year 2016 .", "MaxCount"),
        ("paper:show arnn:year", "paper:show arnn:year '2015'^^xsd:gYear .", "Datatype"),
        ("paper:show arnn:year", "paper:show arnn:year 1899 .", "MinInclusive"),
        ("publication:show arnn:year", "publication:show arnn:year 2031 .", "MaxInclusive"),
    ],
    "malformed-arxiv-id": [
        ("", "book:deep arnn:arxivId '1502.04444', '1502.04445' .", "MaxCount"),
        ("", "book:deep arnn:arxivId '1502.99999'@en .", "Datatype"),
        *(
            ("", f"book:deep arnn:arxivId '{bad}' .", "Pattern")
            for bad in ("arXiv:1502.09999", "1502.09999v1", "1513.09999", "1502.0999", "1406.09999")
        ),
        *(
            ("", f"book:deep arnn:arxivId '{bad}' .", "Pattern")
            for bad in ("0703.1234", "0713.1234", "cs/0704001", "cs/9913001", "cs/5001001")
        ),
        ("", "book:deep arnn:arxivId 'cs/070300' .", "Pattern"),
        ("publication:show arnn:arxivId", "publication:show arnn:arxivId 'x' .", "Pattern"),
    ],
    "malformed-doi": [
        ("", "book:deep arnn:doi '10.1000/1', '10.1000/2' .", "MaxCount"),
        ("", "book:deep arnn:doi '10.1000/1'^^xsd:anyURI .", "Datatype"),
        ("", "book:deep arnn:doi 'https://doi.org/10.1000/1' .", "Pattern"),
        ("", "book:deep arnn:doi '10.1000/ABC' .", "Pattern"),
        ("", "book:deep arnn:doi '10.1000/abc.' .", "Pattern"),
        ("publication:show arnn:doi", "publication:show arnn:doi '10.1000/a b' .", "Pattern"),
    ],
    "identifier-of-two-works": [
        ("", "book:deep arnn:arxivId '1502.03044' .", "QualifiedMaxCount"),
        ("paper:old arnn:arxivId", "paper:old arnn:doi '10.1000/a(b)<c>:é' .", "QualifiedMaxCount"),
    ],
    "unknown-venue": [
        ("", "book:deep arnn:venue venue:nowhere .", "Class"),
        ("", "book:deep arnn:venue 'ICML' .", "Class"),
        ("publication:show arnn:venue", "publication:show arnn:venue person:bee .", "Class"),
    ],
    "creators-unlike-authorships": [
        ("paper:show dcterms:creator person:bee", "", "Equals"),
        ("", "book:deep dcterms:creator person:bee .", "Equals"),
    ],
    "institutions-unlike-credits": [
        ("paper:show arnn:institution", "", "Equals"),
        ("", "book:deep arnn:institution institution:uni .", "Equals"),
    ],
    "authors-without-author-string": [
        ("paper:show arnn:authorString", "", "MinCount"),
        ("", "paper:show arnn:authorString 'Another' .", "MaxCount"),
        ("paper:show arnn:authorString", "paper:show arnn:authorString 'A'@en .", "Datatype"),
        ("paper:show arnn:authorString", "paper:show arnn:authorString '' .", "MinLength"),
    ],
    "credits-misnumbered": [
        ("authorship:show-1 arnn:ordinal", "authorship:show-1 arnn:ordinal 3 .", "SPARQL"),
        ("authorship:show-2 arnn:ordinal", "authorship:show-2 arnn:ordinal 1 .", "SPARQL"),
        ("credit:show-1 arnn:ordinal", "credit:show-1 arnn:ordinal 2 .", "SPARQL"),
    ],
    "wrong-check-digit": [
        ("", "person:dee skos:exactMatch <https://orcid.org/0000-0001-5109-3701> .", "SPARQL"),
        ("", "person:dee skos:exactMatch <https://orcid.org/0000-0001-5109-370X> .", "SPARQL"),
        ("", "person:dee skos:exactMatch <https://orcid.org/0000-0001-5190-3700> .", "SPARQL"),
        ("", "institution:lab skos:exactMatch <https://ror.org/05dxps056> .", "SPARQL"),
        ("", "institution:lab skos:exactMatch <https://ror.org/05dxsp055> .", "SPARQL"),
        ("", "venue:journal schema:issn '0899-7668' .", "SPARQL"),
        ("", "venue:journal schema:issn '1530-8881' .", "SPARQL"),
    ],
    "unknown-application": [
        ("", "paper:show arnn:appliedTo architecture:lstm .", "Class"),
        ("", "paper:show arnn:appliedTo application:nothing .", "Class"),
    ],
    "unknown-architecture": [
        ("", "paper:show arnn:proposes application:vision .", "Class"),
        ("", "paper:show arnn:uses architecture:nothing .", "Class"),
    ],
    "unknown-dataset": [("", "paper:show arnn:evaluatedOn paper:old .", "Class")],
    "unknown-framework": [("", "software:show arnn:forFramework paper:old .", "Class")],
    "unknown-implemented-thing": [("", "software:show arnn:implements paper:no .", "Or")],
    "unknown-version": [("", "paper:old arnn:versionOf paper:no .", "Class")],
    "unknown-list": [
        ("paper:show arnn:listedIn", "paper:show arnn:listedIn list:no .", "Class"),
    ],
    "listed-without-entry": [("", "book:deep arnn:listedIn list:awesome .", "MinCount")],
    "value-not-text": [
        ("", "book:deep dcterms:description 'Tief'@de .", "Datatype"),
        ("", "software:show schema:programmingLanguage paper:old .", "Datatype"),
        ("institution:uni arnn:city", "institution:uni arnn:city 'Montréal'@fr .", "Datatype"),
        ("", "institution:lab arnn:country 1 .", "Datatype"),
        ("", "venue:icml arnn:publisher institution:lab .", "Datatype"),
        ("person:eff-1 skos:scopeNote", "person:eff-1 skos:scopeNote 'Sprache'@de .", "Datatype"),
        ("", "paper:show dcterms:alternative 'Zeig'@de .", "Datatype"),
        ("", "section:papers arnn:introduction 'Viel'@de .", "Datatype"),
        ("", "list:awesome dcterms:source <https://x.org/list.md> .", "Datatype"),
    ],
    "unknown-authorship": [("", "paper:show arnn:hasAuthorship authorship:no .", "Class")],
    "unknown-institution-credit": [
        ("", "paper:show arnn:hasInstitutionCredit credit:no .", "Class"),
    ],
    "unknown-publication": [("", "paper:show arnn:hasPublication publication:no .", "Class")],
    "resource-type-missing": [("book:deep a arnn:Resource", "", "HasValue")],
    "paper-type-missing": [("paper:old a arnn:Paper", "", "HasValue")],
    "credit-type-missing": [("credit:show-1 a arnn:Credit", "", "HasValue")],
    "institution-type-missing": [("institution:firm a arnn:Institution", "", "HasValue")],
    "agent-type-missing": [
        ("institution:firm a arnn:Agent", "", "HasValue"),
        ("person:eff-1 a arnn:Agent", "", "HasValue"),
    ],
    "venue-type-missing": [("venue:journal a arnn:Venue", "", "HasValue")],
    "placed-type-missing": [("group:lab a arnn:Placed", "", "HasValue")],
    "concept-type-missing": [("application:vision a skos:Concept", "", "HasValue")],
    "authorship-without-author": [
        ("", f"authorship:x {NAMELESS} . book:deep {CREDITED} .", "MinCount"),
        (
            "",
            "paper:show dcterms:creator person:eff-1 . authorship:show-2 arnn:agent person:eff-1 .",
            "MaxCount",
        ),
        ("person:dee", "", "Class"),
    ],
    "credit-without-institution": [
        (
            "",
            (
                "credit:x a arnn:InstitutionCredit, arnn:Credit ; arnn:ordinal 1 ."
                "book:deep arnn:hasInstitutionCredit credit:x ."
            ),
            "MinCount",
        ),
        (
            "",
            (
                "credit:show-1 arnn:agent institution:uni ."
                "paper:show arnn:institution institution:uni ."
            ),
            "MaxCount",
        ),
        (
            "",
            (
                "credit:x a arnn:InstitutionCredit, arnn:Credit ; arnn:ordinal 1 ;"
                "arnn:agent venue:side ."
                "book:deep arnn:hasInstitutionCredit credit:x ; arnn:institution venue:side ."
            ),
            "Class",
        ),
    ],
    "credit-without-place": [
        ("authorship:show-2 arnn:ordinal", "", "MinCount"),
        ("", "authorship:show-1 arnn:ordinal 2 .", "MaxCount"),
        ("authorship:show-2 arnn:ordinal", "authorship:show-2 arnn:ordinal 2.0 .", "Datatype"),
        ("authorship:show-2 arnn:ordinal", "authorship:show-2 arnn:ordinal 0 .", "MinInclusive"),
    ],
    "authorship-without-name": [
        ("authorship:show-1 arnn:nameAsPrinted", "", "MinCount"),
        ("", "authorship:show-1 arnn:nameAsPrinted 'Another' .", "MaxCount"),
        (
            "authorship:show-1 arnn:nameAsPrinted",
            "authorship:show-1 arnn:nameAsPrinted person:bee .",
            "Datatype",
        ),
        (
            "authorship:show-1 arnn:nameAsPrinted",
            "authorship:show-1 arnn:nameAsPrinted '' .",
            "MinLength",
        ),
    ],
    "authorship-of-no-work": [
        ("", f"authorship:x {AUTHORSHIP} .", "MinCount"),
        (
            "",
            (
                "book:deep arnn:hasAuthorship authorship:show-1 ; dcterms:creator person:bee ;"
                "arnn:authorString 'x' ."
            ),
            "MaxCount",
        ),
    ],
    "institution-credit-of-no-work": [
        ("", f"credit:x {CREDIT} .", "MinCount"),
        (
            "",
            (
                "book:deep arnn:hasInstitutionCredit credit:show-1 ;"
                "arnn:institution institution:lab ."
            ),
            "MaxCount",
        ),
    ],
    "label-not-text": [
        ("", "credit:show-1 arnn:labelAsPrinted 'Another' .", "MaxCount"),
        ("link:show arnn:labelAsPrinted", "link:show arnn:labelAsPrinted 'x'@en .", "Datatype"),
    ],
    "publication-with-two-types": [
        ("", "publication:show arnn:publicationType type:journal .", "MaxCount"),
        (
            "publication:show arnn:publicationType",
            (
                "publication:show arnn:publicationType type:x ."
                "type:x skos:inScheme scheme:publication-types ."
            ),
            "Class",
        ),
    ],
    "type-of-another-scheme": [
        (
            "publication:show arnn:publicationType",
            "publication:show arnn:publicationType role:paper .",
            "HasValue",
        ),
    ],
    "publication-with-two-statuses": [
        ("", "publication:show arnn:status status:accepted .", "MaxCount"),
        (
            "publication:show arnn:status",
            (
                "publication:show arnn:status status:x ."
                "status:x skos:inScheme scheme:publication-statuses ."
            ),
            "Class",
        ),
    ],
    "status-of-another-scheme": [
        (
            "publication:show arnn:status",
            "publication:show arnn:status type:conference .",
            "HasValue",
        ),
    ],
    "publication-of-no-work": [
        ("paper:show arnn:hasPublication", "", "MinCount"),
        ("", "book:deep arnn:hasPublication publication:show .", "MaxCount"),
    ],
    "publication-in-two-venues": [("", "publication:show arnn:venue venue:side .", "MaxCount")],
    "publication-with-two-titles": [
        ("", "publication:show dcterms:title 'Another' .", "MaxCount"),
        (
            "publication:show dcterms:title",
            "publication:show dcterms:title 'Show'@en .",
            "Datatype",
        ),
    ],
    "publication-detail-not-text": [
        ("", "publication:show arnn:pages 9 .", "Datatype"),
        ("", "publication:show arnn:authorString 'A'@en .", "Datatype"),
    ],
    "published-before-preprint": [
        (
            "",
            (
                "publication:pre a arnn:Publication ; arnn:publicationType type:preprint ;"
                "arnn:year 2017 . paper:show arnn:hasPublication publication:pre ."
            ),
            "SPARQL",
        ),
    ],
    "url-not-a-uri": [
        ("", "publication:show schema:url 'https://x.org' .", "Datatype"),
        ("", "institution:lab schema:url <https://x.org> .", "Datatype"),
        ("", "venue:icml schema:url <https://icml.cc> .", "Datatype"),
        ("", "venue:icml schema:url 'javascript:alert(1)'^^xsd:anyURI .", "Pattern"),
        ("", "venue:icml schema:url 'https://icml .cc'^^xsd:anyURI .", "Pattern"),
    ],
    "thing-without-label": [
        ("person:dee skos:prefLabel", "", "MinCount"),
        ("", "venue:icml skos:prefLabel 'NIPS' .", "MaxCount"),
        ("role:paper skos:prefLabel", "role:paper skos:prefLabel 'paper'@en .", "Datatype"),
        ("institution:uni skos:prefLabel", "institution:uni skos:prefLabel '' .", "MinLength"),
        ("scheme:link-roles skos:prefLabel", "", "MinCount"),
    ],
    "alias-not-text": [
        ("", "person:bee skos:altLabel 'A.'@en .", "Datatype"),
        ("", "architecture:rnn skos:altLabel 'Elman'@en .", "Datatype"),
    ],
    "alias-repeats-label": [("", "institution:uni skos:altLabel 'Université' .", "Disjoint")],
    "namesakes-without-note": [
        ("person:eff-1 skos:scopeNote", "", "Or"),
        (
            "",
            (
                "person:new a arnn:Person, arnn:Agent ; skos:prefLabel 'Ada Bee' ;"
                "skos:scopeNote 'x' ."
            ),
            "Or",
        ),
    ],
    "identifier-of-two-things": [
        ("", "institution:lab skos:exactMatch <https://ror.org/0161xgx34> .", "MaxCount"),
    ],
    "malformed-person-identifier": [
        ("", "person:dee skos:exactMatch <https://orcid.org/0000-0002-9322-35155> .", "Pattern"),
        ("", "person:dee skos:exactMatch <https://www.wikidata.org/wiki/Q92894> .", "Pattern"),
        ("", "person:dee skos:exactMatch <https://ror.org/05dxps055> .", "Pattern"),
        ("", "person:dee skos:exactMatch 'https://dblp.org/pid/1/2' .", "NodeKind"),
    ],
    "malformed-institution-identifier": [
        ("", "institution:lab skos:exactMatch <https://ror.org/05dxps05> .", "Pattern"),
        ("", "institution:lab skos:exactMatch <http://www.wikidata.org/entity/92894> .", "Pattern"),
        ("", "institution:lab skos:exactMatch 'https://ror.org/05dxps055' .", "NodeKind"),
    ],
    "malformed-venue-identifier": [
        ("", "venue:side skos:exactMatch <https://dblp.org/conf/side> .", "Pattern"),
        ("", "venue:side skos:exactMatch 'https://dblp.org/db/conf/side' .", "NodeKind"),
    ],
    "institution-part-of-unknown": [
        ("", "institution:lab arnn:partOf institution:no .", "Class"),
        ("", "institution:lab arnn:partOf venue:icml .", "Class"),
    ],
    "venue-part-of-unknown": [("", "venue:side arnn:partOf venue:no .", "Class")],
    "malformed-country-code": [
        ("", "institution:uni arnn:countryCode 'FR' .", "MaxCount"),
        ("", "institution:lab arnn:countryCode 'CA'@en .", "Datatype"),
        ("", "institution:lab arnn:countryCode 'ca' .", "Pattern"),
        ("", "venue:journal arnn:countryCode 'CAN' .", "Pattern"),
    ],
    "latitude-out-of-range": [
        ("", "institution:uni schema:latitude 46.5 .", "MaxCount"),
        ("institution:uni schema:latitude", "institution:uni schema:latitude 45 .", "Datatype"),
        (
            "institution:uni schema:latitude",
            "institution:uni schema:latitude 90.1 .",
            "MaxInclusive",
        ),
        (
            "institution:uni schema:latitude",
            "institution:uni schema:latitude -90.1 .",
            "MinInclusive",
        ),
    ],
    "longitude-out-of-range": [
        ("", "institution:uni schema:longitude 46.5 .", "MaxCount"),
        (
            "institution:uni schema:longitude",
            "institution:uni schema:longitude 4.5e1 .",
            "Datatype",
        ),
        (
            "institution:uni schema:longitude",
            "institution:uni schema:longitude 180.1 .",
            "MaxInclusive",
        ),
        (
            "institution:uni schema:longitude",
            "institution:uni schema:longitude -180.1 .",
            "MinInclusive",
        ),
    ],
    "half-a-coordinate": [
        ("institution:uni schema:longitude", "", "And"),
        ("institution:uni schema:latitude", "", "And"),
    ],
    "malformed-issn": [
        ("", "venue:journal schema:issn '08997667' .", "Pattern"),
        ("", "venue:journal schema:issn '0899-7667'^^xsd:token .", "Datatype"),
    ],
    "unknown-authored-work": [("", "person:dee arnn:authorOf paper:no .", "Class")],
    "concept-without-scheme": [
        ("", "role:x a skos:Concept ; skos:prefLabel 'x' .", "MinCount"),
        ("", "role:paper skos:inScheme scheme:applications .", "MaxCount"),
        ("scheme:link-roles", "", "Class"),
    ],
    "architecture-of-another-scheme": [
        (
            "architecture:lstm skos:inScheme",
            "architecture:lstm skos:inScheme scheme:applications .",
            "In",
        ),
    ],
    "application-of-another-scheme": [
        (
            "application:vision skos:inScheme",
            "application:vision skos:inScheme scheme:link-roles .",
            "In",
        ),
    ],
    "two-definitions": [
        ("", "architecture:rnn skos:definition 'Another.' .", "MaxCount"),
        ("", "scheme:link-roles skos:definition 'Rollen'@de .", "Datatype"),
    ],
    "architecture-below-unknown": [
        ("", "architecture:lstm skos:broader architecture:no .", "Class"),
        ("", "architecture:lstm skos:broader application:vision .", "Class"),
    ],
    "application-below-unknown": [
        ("", "application:captioning skos:broader architecture:rnn .", "Class"),
    ],
    "thing-below-itself": [
        ("", "institution:lab arnn:partOf institution:lab .", "SPARQL"),
        ("", "entry:show arnn:parentEntry entry:show .", "SPARQL"),
        ("", "application:vision skos:broader application:captioning .", "SPARQL"),
        ("", "application:vision skos:broader application:vision .", "SPARQL"),
    ],
    "unsound-top-concept": [
        ("architecture:rnn skos:topConceptOf", "", "And"),
        ("scheme:architectures skos:hasTopConcept", "", "And"),
        ("", "architecture:rnn skos:topConceptOf scheme:applications .", "And"),
        (
            "",
            (
                "architecture:lstm skos:topConceptOf scheme:architectures ."
                "scheme:architectures skos:hasTopConcept architecture:lstm ."
            ),
            "And",
        ),
    ],
    "unknown-introducing-work": [("", "architecture:rnn arnn:introducedBy person:bee .", "Class")],
    "entry-without-work": [
        ("entry:older arnn:describes", "", "MinCount"),
        ("", "entry:show arnn:describes paper:old .", "MaxCount"),
        ("paper:older", "", "Class"),
    ],
    "item-without-section": [
        ("group:lab arnn:inSection", "", "MinCount"),
        ("", "entry:show arnn:inSection section:papers .", "MaxCount"),
        ("entry:show arnn:inSection", "entry:show arnn:inSection group:lab .", "Class"),
    ],
    "item-without-position": [
        ("section:papers arnn:position", "", "MinCount"),
        ("", "group:lab arnn:position 2 .", "MaxCount"),
        ("entry:show arnn:position", "entry:show arnn:position '1' .", "Datatype"),
        ("entry:show arnn:position", "entry:show arnn:position 0 .", "MinInclusive"),
    ],
    "item-without-start-line": [
        ("group:lab arnn:startLine", "", "MinCount"),
        ("", "group:lab arnn:startLine 4 .", "MaxCount"),
        ("entry:show arnn:startLine", "entry:show arnn:startLine 4.0 .", "Datatype"),
        ("group:other arnn:startLine", "group:other arnn:startLine 0 .", "MinInclusive"),
    ],
    "item-without-end-line": [
        ("entry:show arnn:endLine", "", "MinCount"),
        ("", "group:lab arnn:endLine 10 .", "MaxCount"),
        ("entry:show arnn:endLine", "entry:show arnn:endLine 5.0 .", "Datatype"),
    ],
    "lines-reversed": [
        ("entry:show arnn:endLine", "entry:show arnn:endLine 3 .", "LessThanOrEquals"),
        ("group:other arnn:startLine", "group:other arnn:startLine 12 .", "LessThanOrEquals"),
    ],
    "item-before-parent": [
        ("entry:show arnn:startLine", "entry:show arnn:startLine 2 .", "LessThanOrEquals"),
        (
            "entry:show-code arnn:startLine",
            "entry:show-code arnn:startLine 3 .",
            "LessThanOrEquals",
        ),
        ("", "section:captions arnn:startLine 1 ; arnn:endLine 1 .", "LessThanOrEquals"),
        ("", "section:captions arnn:startLine 12 ; arnn:endLine 12 .", "LessThanOrEquals"),
    ],
    "item-of-unknown-list": [
        ("", "entry:show arnn:inList list:no .", "Class"),
        (
            "entry:older arnn:startLine",
            "entry:older arnn:startLine 11 ; prov:wasDerivedFrom list:no .",
            "Class",
        ),
        ("", "section:captions arnn:inList section:papers .", "Class"),
        ("", "group:lab arnn:inList list:no .", "Class"),
    ],
    "unknown-group": [
        ("", "entry:older arnn:inGroup group:lab, group:other .", "MaxCount"),
        ("", "group:lab arnn:inGroup group:no .", "Class"),
    ],
    "unknown-parent-entry": [
        ("", "group:other arnn:parentEntry entry:show, entry:show-code .", "MaxCount"),
        ("", "group:lab arnn:parentEntry section:papers .", "Class"),
    ],
    "unknown-parent-section": [
        ("", "section:captions arnn:parentSection section:captions .", "MaxCount"),
        ("", "section:papers arnn:parentSection list:awesome .", "Class"),
    ],
    "heading-without-label": [
        ("list:awesome skos:prefLabel", "", "MinCount"),
        ("", "group:lab skos:prefLabel 'Another' .", "MaxCount"),
        ("section:papers skos:prefLabel", "section:papers skos:prefLabel 'P'@en .", "Datatype"),
    ],
    "two-printed-titles": [("", "entry:show arnn:titleAsPrinted 'Another' .", "MaxCount")],
    "printed-text-not-plain": [
        ("", "entry:show-code arnn:titleAsPrinted 'x'@en .", "Datatype"),
        ("", "entry:show-code arnn:authorsAsPrinted person:bee .", "Datatype"),
        ("", "entry:show-code arnn:venueAsPrinted 2015 .", "Datatype"),
        ("", "entry:show-code arnn:remark 'x'@en .", "Datatype"),
    ],
    "unknown-named-thing": [
        (
            "group:lab arnn:names",
            "group:lab arnn:names institution:no .",
            "MinCount",
        ),
    ],
    "link-without-url": [
        ("link:show schema:url", "", "MinCount"),
        ("", "link:show schema:url 'http://y.org'^^xsd:anyURI .", "MaxCount"),
        ("link:show schema:url", "link:show schema:url <http://y.org> .", "Datatype"),
        ("link:show schema:url", "link:show schema:url ''^^xsd:anyURI .", "MinLength"),
    ],
    "link-without-role": [
        ("link:show arnn:role", "", "MinCount"),
        ("", "link:show arnn:role role:code .", "MaxCount"),
        (
            "link:show arnn:role",
            "link:show arnn:role role:x . role:x skos:inScheme scheme:link-roles .",
            "Class",
        ),
    ],
    "role-of-another-scheme": [
        ("link:show arnn:role", "link:show arnn:role type:conference .", "HasValue"),
    ],
    "malformed-link-place": [
        (
            "",
            f"link:show arnn:ordinal 2 . {SECOND_LINK} ; arnn:ordinal 2 .",
            "MaxCount",
        ),
        ("link:home arnn:ordinal", "link:home arnn:ordinal '1' .", "Datatype"),
        ("link:home arnn:ordinal", "link:home arnn:ordinal 0 .", "MinInclusive"),
    ],
    "links-misnumbered": [
        ("link:home arnn:ordinal", "link:home arnn:ordinal 2 .", "SPARQL"),
        ("link:show arnn:ordinal", "link:show arnn:ordinal 2 .", "SPARQL"),
        (
            "",
            f"{SECOND_LINK} ; arnn:ordinal 1 .",
            "SPARQL",
        ),
    ],
    "link-of-nothing": [("list:awesome arnn:hasLink", "", "MinCount")],
    "unknown-link": [
        ("", "book:deep arnn:hasLink link:no .", "Class"),
        ("", "section:papers arnn:hasLink 'https://x.org' .", "Class"),
    ],
    "evidence-without-subject": [
        ("evidence:city rdf:subject", "", "MinCount"),
        ("", "evidence:city rdf:subject institution:lab .", "MaxCount"),
        ("evidence:city rdf:subject", "evidence:city rdf:subject institution:no .", "Node"),
    ],
    "evidence-without-predicate": [
        ("evidence:city rdf:predicate", "", "MinCount"),
        ("", "evidence:city rdf:predicate arnn:country .", "MaxCount"),
        ("evidence:city rdf:predicate", "evidence:city rdf:predicate 'city' .", "NodeKind"),
    ],
    "evidence-of-two-values": [("", "evidence:city rdf:object 'Ottawa' .", "MaxCount")],
    "evidence-without-source": [
        ("evidence:city prov:wasDerivedFrom", "", "MinCount"),
        ("evidence:match dcterms:bibliographicCitation", "", "MinCount"),
    ],
    "evidence-source-not-an-iri": [
        ("", "evidence:match prov:wasDerivedFrom 'https://x.org' .", "NodeKind"),
    ],
    "blank-node": [
        ("", "[] a skos:ConceptScheme ; skos:prefLabel 'No name' .", "SPARQL"),
        ("", "[] a arnn:Person, arnn:Agent ; skos:prefLabel 'Gus Hay' .", "SPARQL"),
    ],
    "same-as": [
        ("", "person:dee owl:sameAs <https://example.org/dee> .", "MaxCount"),
        ("", "venue:icml owl:sameAs venue:journal .", "MaxCount"),
    ],
    "unsafe-address": [
        *(
            ("link:show schema:url", f"link:show schema:url '{bad}'^^xsd:anyURI .", "SPARQL")
            for bad in ("javascript:alert(1)", "JavaScript:x", "data:text/html,x", "file:///etc")
        ),
        ("link:home schema:url", "link:home schema:url 'vbscript:x'^^xsd:anyURI .", "SPARQL"),
    ],
    "preprint-before-its-id": [
        (
            "",
            f"{PREPRINT} ; arnn:arxivId '1602.03044' ; arnn:year 2015 .",
            "SPARQL",
        ),
    ],
}
"""By rule: what to drop from the valid graph and what to add (see `changed`), and the constraint
of the rule that this breaks."""
