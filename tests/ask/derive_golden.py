"""Writes the golden answers, worked out without the graph: `golden/*.tsv`.

Run it from the root: `python -m tests.ask.derive_golden`.
"""

from pathlib import Path

from tests.ask import plain_answers as answers
from tests.ask import plain_people as people
from tests.ask import plain_software as software
from tests.ask.plain_list import DATA

GOLDEN = Path(__file__).with_name("golden")


def main() -> None:
    """Write the answers whose query and parameters stand in `ANSWERS`."""
    for name, header in ANSWERS:
        (GOLDEN / f"{name}.tsv").write_text(golden(name, header), "utf-8")


def golden(name: str, header: str) -> str:
    """The text of a golden answer; `header` holds its parameters as TOML."""
    first = [f"# {header}"] if header else []
    names = _columns(name.partition("--")[0])
    rows = ("\t".join(map(str, row)) for row in ANSWERS[name, header])
    return "\n".join([*first, "\t".join(names), *rows]) + "\n"


def _columns(query: str) -> list[str]:
    """The columns that the header of a query declares."""
    text = (DATA.parent / "queries" / f"{query}.rq").read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("# columns = "))
    return [part.split(" = ")[0].strip() for part in line.partition("{")[2].split(",")]


MEMORY = "architecture:memory-augmented-neural-network"
ANSWERS: dict[tuple[str, str], list[tuple[str | int, ...]]] = {
    ("datasets_by_task", ""): list(answers.datasets_by_task()),
    ("datasets_by_task--actions", 'application = "action recognition"'): list(
        answers.datasets_by_task("application:action-recognition")
    ),
    ("architectures", ""): list(answers.architectures_with_papers()),
    ("architectures--memory-network", 'family = "memory network"'): list(
        answers.architectures_with_papers("architecture:memory-network")
    ),
    ("captioning_papers", ""): list(
        answers.captioning_papers("institution:universite-de-montreal")
    ),
    ("captioning_papers--toronto", 'institution = "Univ. Toronto"'): list(
        answers.captioning_papers("institution:university-of-toronto")
    ),
    ("search", ""): list(answers.search("attention")),
    ("architectures_by_application_and_year", ""): list(
        answers.architectures_by_application_and_year(MEMORY)
    ),
    ("authors_across_fields", ""): list(people.authors_across_fields(5)),
    ("coauthor_distance", ""): list(people.coauthor_distance("person:alex-graves")),
    ("coauthors", ""): list(people.coauthors("person:yoshua-bengio")),
    ("coauthors--kalchbrenner", 'author = "Nal Kalchbrenner"'): list(
        people.coauthors("person:nal-kalchbrenner")
    ),
    ("company_university_collaborations", ""): list(people.company_university_collaborations()),
    ("country_collaborations", ""): list(people.country_collaborations()),
    ("country_collaborations--turkey", 'country = "Türkiye"'): list(
        people.country_collaborations("Türkiye")
    ),
    ("datasets_used_by_papers", ""): list(
        answers.datasets_used_by_papers("application:captioning")
    ),
    ("evidence_for_work", ""): list(answers.evidence_for_work("paper:skip-thought-vectors")),
    ("first_papers_by_application", ""): list(answers.first_papers_by_application()),
    ("first_with_architecture", ""): list(
        answers.first_with_architecture("architecture:attention-mechanism")
    ),
    ("first_with_architecture--lstm", 'architecture = "LSTM"'): list(
        answers.first_with_architecture("architecture:long-short-term-memory")
    ),
    ("identifiers_of_papers", ""): list(
        answers.identifiers_of_papers("application:image-generation")
    ),
    ("implementations_of_architecture", ""): list(
        software.implementations_of_architecture("architecture:long-short-term-memory")
    ),
    ("institution_collaborations", ""): list(people.institution_collaborations()),
    ("institutions", ""): list(people.institutions()),
    ("institutions--canada", 'within = "Canada"'): list(people.institutions("Canada")),
    ("institutions_by_country_and_type", ""): list(people.institutions_by_country_and_type()),
    (
        "institutions_by_country_and_type--canada",
        'country = "Canada"',
    ): list(people.institutions_by_country_and_type("Canada")),
    ("lectures_and_courses", ""): list(software.lectures_and_courses()),
    ("links_of_work", ""): list(software.links_of_work("paper:show-attend-and-tell")),
    ("listed_more_than_once", ""): list(software.listed_more_than_once()),
    ("papers_at_venue", ""): list(answers.papers_at_venue("venue:icml")),
    ("papers_at_venue--icann", 'venue = "ICANN"'): list(answers.papers_at_venue("venue:icann")),
    ("papers_by_role_of_architecture", ""): list(
        answers.papers_by_role_of_architecture("architecture:memory-network")
    ),
    ("papers_by_year", ""): list(answers.papers_by_year()),
    ("papers_by_year_and_application", ""): list(answers.papers_by_year_and_application()),
    ("papers_by_year_and_application--robotics", 'within = "robotics"'): list(
        answers.papers_by_year_and_application("application:robotics")
    ),
    ("papers_for_application", ""): list(
        answers.papers_for_application("application:machine-translation")
    ),
    ("papers_for_application--robotics", 'application = "robotics"'): list(
        answers.papers_for_application("application:robotics")
    ),
    ("papers_missing", ""): list(answers.papers_missing("venue")),
    ("papers_missing--more", 'missing = ["dataset", "task"]'): list(
        answers.papers_missing("dataset", "task")
    ),
    ("papers_missing--origins", 'missing = ["architecture", "institution"]'): list(
        answers.papers_missing("architecture", "institution")
    ),
    ("papers_of_author", ""): list(answers.papers_of_author("person:alex-graves")),
    ("papers_of_institution", ""): list(
        answers.papers_of_institution("institution:university-of-toronto")
    ),
    ("papers_of_institution--alphabet", 'institution = "Alphabet"'): list(
        answers.papers_of_institution("institution:alphabet")
    ),
    ("papers_of_lab_and_parent", ""): list(
        people.papers_of_lab_and_parent("institution:facebook-ai-research")
    ),
    ("papers_using_architecture", ""): list(
        answers.papers_using_architecture("architecture:long-short-term-memory")
    ),
    ("papers_using_architecture--grid", 'architecture = "grid long short-term memory"'): list(
        answers.papers_using_architecture("architecture:grid-long-short-term-memory")
    ),
    ("papers_with_code", ""): list(answers.papers_with_code()),
    ("people_with_several_names", ""): list(people.people_with_several_names()),
    ("places_in_list", ""): list(
        answers.places_in_list("paper:long-term-recurrent-convolutional-networks-for-visual")
    ),
    ("preprint_to_publication", ""): list(answers.preprint_to_publication()),
    ("prolific_authors", ""): list(people.prolific_authors(5)),
    ("prolific_authors--seven", "least = 7"): list(people.prolific_authors(7)),
    ("reading_list", ""): list(answers.reading_list("application:language-modeling")),
    ("software_by_framework", ""): list(software.software_by_framework()),
    ("software_by_framework--caffe", 'framework = "Caffe"'): list(
        software.software_by_framework("Caffe")
    ),
    ("software_by_language", ""): list(software.software_by_language()),
    ("theses_and_books", ""): list(answers.theses_and_books()),
    ("venues_by_application", ""): list(
        answers.venues_by_application("application:multimodal-learning")
    ),
    ("works_sharing_authors", ""): list(people.works_sharing_authors("paper:show-attend-and-tell")),
}

if __name__ == "__main__":
    main()
