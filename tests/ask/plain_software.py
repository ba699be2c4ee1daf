"""Answers about software, lectures and the places of works; see `plain_answers`."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from tests.ask.plain_answers import FACTS, LIST, WORKS, Rows, label
from tests.ask.plain_list import DATA, LINK, slug

TITLE = re.compile(r"( *)\* \[([^\]]+)\]\(([^)]+)\)(.*)")
# A lecture's course prints its link in brackets: "Stanford NLP ([CS224d](…)) by …".
COURSE = re.compile(r"\* ([^\[(]+) \(\[([^\]]+)\]\(([^)]+)\)\)")
# Pages that teach a framework; what stands below them teaches too.
TEACHING = re.compile(r"tutorial|documentation|get started", re.IGNORECASE)
LANGUAGES = [
    line for line in (DATA / "languages.txt").read_text("utf-8").splitlines() if line[0] != "#"
]


class Software(NamedTuple):
    """A piece of software at one line; `framework` is the bullet that it stands below, if any."""

    line: int
    iri: str
    title: str
    url: str
    framework: str
    remark: str


def _section(heading: str) -> Iterator[tuple[int, str]]:
    inside = False
    for number, line in enumerate(LIST.splitlines(), 1):
        if line.startswith("#"):
            inside = line.lstrip("#") == f" {heading}"
        elif inside:
            yield number, line


def _software() -> Iterator[Software]:
    framework, teaching = "", 99
    for number, line in _section("Codes"):
        match = TITLE.fullmatch(line)
        if not match:
            framework = ""
            continue
        depth, (title, url, remark) = len(match[1]), match.groups()[1:]
        if depth <= teaching:
            teaching = depth if TEACHING.search(title) else 99
        framework = framework if depth else ""
        if teaching == 99:
            yield Software(number, f"software:{slug(title)}", title, url, framework, remark)
        if not depth:
            framework = title


SOFTWARE = list(_software())


def _words(names: list[str], text: str) -> list[str]:
    """The names that the text holds as words of their own; `C` is no word of `C++`."""
    return [name for name in names if re.search(rf"(?<![\w+#]){re.escape(name)}(?![\w+#])", text)]


def software_by_framework(framework: str = "") -> Rows:
    titles = {one.iri: one.title for one in SOFTWARE}
    rows = {
        (f"software:{slug(name)}", name, one.iri, one.title, one.url)
        for one in SOFTWARE
        for name in (one.framework, *map(titles.get, FACTS.get(one.iri, "arnn:forFramework")))
        if name and framework in ("", name)
    }
    return sorted(rows, key=lambda row: (row[1].lower(), row[3].lower(), row[2]))


def software_by_language() -> Rows:
    rows = {
        (language, one.iri, one.title, one.url)
        for one in SOFTWARE
        for language in [
            *_words(LANGUAGES, one.remark),
            *FACTS.get(one.iri, "schema:programmingLanguage"),
        ]
    }
    return sorted(rows, key=lambda row: (row[0], row[2].lower(), row[1]))


def implementations_of_architecture(architecture: str) -> Rows:
    labels = {
        a: FACTS.get(a, "skos:prefLabel") + FACTS.get(a, "skos:altLabel")
        for a in FACTS.with_type("arnn:Architecture")
        if architecture in FACTS.climb([a], "skos:broader")
    }
    rows = {
        (one.framework, one.iri, one.title, label(a), one.url)
        for one in SOFTWARE
        for a, names in labels.items()
        if _words(names, one.remark) or a in FACTS.get(one.iri, "arnn:implements")
    }
    return sorted(rows, key=lambda row: (row[0], row[2].lower(), row[1], row[3]))


def lectures_and_courses() -> Rows:
    course = ""
    for number, line in _section("Lectures"):
        if match := COURSE.match(line):
            course = f"{match[1]} ({match[2]})"
            yield number, "course", f"course:{slug(course)}", course, "", match[3]
        elif match := TITLE.fullmatch(line):
            yield number, "lecture", f"lecture:{slug(match[2])}", match[2], course, match[3]


def links_of_work(iri: str) -> Rows:
    places = next(work.places for work in WORKS if work.iri == iri)
    roles = FACTS.named("role:")
    lines = LIST.splitlines()
    return sorted(
        (label(roles[printed.casefold()][0]), printed, url)
        for place in places
        for printed, url in LINK.findall(lines[place.line - 1])
    )


def listed_more_than_once() -> Rows:
    found: dict[str, list[tuple[str, str, str, int]]] = defaultdict(list)
    for work in WORKS:
        for place in work.places:
            found[work.iri].append((work.iri, work.title, place.section, place.line))
    for one in SOFTWARE:
        found[one.iri].append((one.iri, one.title, "Codes", one.line))
    rows = [row for places in found.values() if len(places) > 1 for row in places]
    return sorted(rows, key=lambda row: (row[1], row[0], row[3]))
