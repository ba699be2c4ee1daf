"""Values for parameters of canned queries, on which engines are compared."""

import tomllib
from pathlib import Path

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask import queryfile

Values = dict[str, object]

OTHER: list[tuple[str, Values]] = [
    ("architectures", {"family": "memory-augmented neural network"}),
    ("architectures_by_application_and_year", {"family": "LSTM", "within": "captioning"}),
    ("coauthor_distance", {"author": "Yoshua Bengio", "other": "Alex Graves"}),
    ("company_university_collaborations", {"company": "Baidu"}),
    ("country_collaborations", {"country": ["Canada", "China"]}),
    ("first_papers_by_application", {"within": "captioning"}),
    ("first_with_architecture", {"application": "captioning"}),
    ("first_with_architecture", {"architecture": "GRU", "application": None}),
    ("institution_collaborations", {"institution": "Univ. Montreal"}),
    ("institutions_by_country_and_type", {"country": "Canada", "kind": "university"}),
    ("papers_by_year_and_application", {"within": "captioning"}),
    ("papers_for_application", {"application": ["machine translation", "image captioning"]}),
    ("papers_missing", {"missing": ["code", "institution", "task", "architecture"]}),
    ("papers_with_code", {"application": "captioning"}),
    ("preprint_to_publication", {"venue": "ICML"}),
    ("reading_list", {"application": ["text classification", "action recognition"]}),
    ("search", {"text": "Łukasz"}),
]


def cases() -> list[tuple[str, Values]]:
    """Each query with its defaults, with nothing named where it may be, and with other values."""
    folder = resources.path("queries")
    names = queryfile.names(folder)
    optional: list[tuple[str, Values]] = [
        (name, {parameter.name: None})
        for name in names
        for parameter in queryfile.load(folder, name).parameters.values()
        if parameter.optional
    ]
    return [*((name, {}) for name in names), *optional, *OTHER, *_golden()]


def _golden() -> list[tuple[str, Values]]:
    """The values for which answers have been worked out by hand."""
    files = sorted((Path(__file__).parent / "golden").glob("*--*.tsv"))
    lines = [(path, path.read_text("utf-8").partition("\n")[0]) for path in files]
    return [
        (p.stem.partition("--")[0], tomllib.loads(line.removeprefix("# "))) for p, line in lines
    ]
