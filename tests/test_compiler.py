"""Compiling a list: nothing is lost, nothing is doubled, and the same input gives the same graph.

What the flagship must hold is counted here from its text, by plain patterns that share nothing
with the reader. The list as it was before its slips were mended is no part of the project: where
the file is at hand, it is tested in addition.
"""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask.sources import read_parts
from awesome_rnn_kg.compiler import LIST, compile_list, compile_lists
from awesome_rnn_kg.graph.build import Build
from awesome_rnn_kg.graph.prefixes import BASE
from awesome_rnn_kg.graph.terms import Triple, text_of
from awesome_rnn_kg.graph.validate import validate
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, RDF, SCHEMA, SKOS
from awesome_rnn_kg.share.artifacts import build_files
from awesome_rnn_kg.text.source import InputError

TEXT = resources.path(LIST).read_text("utf-8")
ORIGINAL = Path(__file__).parents[2] / "shared/seed/awesome-rnn.md"
BOTH = [path for path in (resources.path(LIST), ORIGINAL) if path.exists()]

_BULLET = re.compile(r"( *)[*-] (.*)")
_TITLE = re.compile(r"(?<![*\w])\*([^*\s][^*]*)\*(?!\*)")
_TITLE_LINK = re.compile(r"(?<!\[)\[([^\[\]]+)\]\(([^()\s]*)\)")
_URL = re.compile(r"\]\(((?:[^()\s]|\([^()\s]*\))+)\)")
_OWN_AFFAIRS = {"Contributing", "Sharing", "Table of Contents"}


@pytest.fixture(scope="module")
def flagship() -> Build:
    return compile_list()


def bullets(text: str) -> list[tuple[int, str, str, bool]]:
    """Line, heading, text of every bullet below a heading of the list's matter; is it a label?

    A label has deeper bullets below it, and neither a title in italics nor a link on its words.
    """
    lines = [*text.split("\n"), ""]
    heading, found = "", []
    for number, line in enumerate(lines[:-1], 1):
        bullet, below = _BULLET.fullmatch(line), _BULLET.fullmatch(lines[number])
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif bullet and heading not in _OWN_AFFAIRS:
            deeper = below is not None and len(below[1]) > len(bullet[1])
            titled = _TITLE.search(bullet[2]) or _TITLE_LINK.search(bullet[2])
            found.append((number, heading, bullet[2], deeper and not titled))
    return found


def objects(build: Build, predicate: str, kind: str = "") -> dict[str, str]:
    """The single object of each subject of a kind."""
    pairs = [
        (s, o) for s, p, o in build.listed if p == predicate and s.startswith(f"<{BASE}{kind}")
    ]
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def test_every_section_has_an_entry_for_each_of_its_bullets(flagship: Build) -> None:
    labels = objects(flagship, SKOS.prefLabel, "section/")
    sections = objects(flagship, ARNN.inSection, "entry/")
    expected = Counter(heading for _, heading, _, label in bullets(TEXT) if not label)
    assert Counter(text_of(labels[s]) for s in sections.values()) == expected
    assert expected.total() == 242


def test_entries_and_groups_are_on_the_lines_of_their_bullets(flagship: Build) -> None:
    lines = objects(flagship, ARNN.startLine, "entry/")
    assert sorted(int(text_of(n)) for n in lines.values()) == [
        number for number, _, _, label in bullets(TEXT) if not label
    ]
    lines = objects(flagship, ARNN.startLine, "group/")
    assert sorted(int(text_of(n)) for n in lines.values()) == [
        number for number, _, _, label in bullets(TEXT) if label
    ]


def test_every_heading_is_a_section(flagship: Build) -> None:
    headings = [line.lstrip("# ") for line in TEXT.split("\n") if line.startswith("#")]
    labels = objects(flagship, SKOS.prefLabel, "section/").values()
    assert sorted(map(text_of, labels)) == sorted(headings)


def test_every_address_is_a_link_with_its_characters_as_written(flagship: Build) -> None:
    printed = Counter(_URL.findall(TEXT))
    links = objects(flagship, SCHEMA.url, "link/")
    assert Counter(map(text_of, links.values())) == printed
    assert printed.total() == 309


def test_every_link_hangs_somewhere(flagship: Build) -> None:
    links = {s for s, p, o in flagship.listed if (p, o) == (RDF.type, ARNN.Link)}
    assert links == {o for _, p, o in flagship.listed if p == ARNN.hasLink}


def test_every_arxiv_id_is_there_and_no_other(flagship: Build) -> None:
    printed = set(re.findall(r"arXiv:(\d{4}\.\d{4,5})\b", TEXT))
    stated = {text_of(o) for _, p, o in flagship.listed if p == ARNN.arxivId}
    assert stated == printed
    assert len(printed) == 108


def listed_twice(text: str) -> dict[str, int]:
    """Titles of works that stand in more than one bullet, and in how many."""
    counts: Counter[str] = Counter()
    for _, _, bullet, label in bullets(text):
        title, link = _TITLE.search(bullet), _TITLE_LINK.match(bullet)
        if title and not label:
            counts[title[1].casefold()] += 1
        elif link:
            counts[f"{link[1]} {link[2]}".casefold()] += 1
    return {title: number for title, number in counts.items() if number > 1}


def test_what_is_listed_twice_is_one_thing_with_two_entries(flagship: Build) -> None:
    titles = objects(flagship, DCTERMS.title)
    described = objects(flagship, ARNN.describes)
    counts = Counter(described.values())
    expected = {t.split(" http")[0]: n for t, n in listed_twice(TEXT).items()}
    several = {text_of(titles[work]).casefold(): n for work, n in counts.items() if n > 1}
    assert several == expected
    assert len(expected) == 11


def test_the_flagship_has_no_findings(flagship: Build) -> None:
    assert flagship.checked().diagnostics == ()


def test_the_same_text_gives_the_same_triples_and_places(flagship: Build) -> None:
    again = compile_list()
    assert list(again.listed.items()) == list(flagship.listed.items())
    assert list(again.curated.items()) == list(flagship.curated.items())


def test_the_folder_of_a_list_leaves_no_trace(flagship: Build, tmp_path: Path) -> None:
    for name in ("awesome-rnn.md", "awesome-rnn-kg.toml", "iris.tsv"):
        (tmp_path / name).write_bytes((resources.path("data") / name).read_bytes())
    elsewhere = compile_list(tmp_path / "awesome-rnn.md")
    assert set(elsewhere.asserted) == set(flagship.asserted)


# Other lists

OTHER = """\
# Things

* Robotics
  * Ann Lee and A. Lee, *One Title*, arXiv:1511.02301
  * Alex Graves, *Two Title*, ICML 2015
"""


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "things.md"
    path.write_text(OTHER, "utf-8")
    return path


def subjects(build: Build, cls: str) -> set[str]:
    return {s[1:-1] for s, p, o in build.listed if (p, o) == (RDF.type, cls)}


def test_another_list_has_iris_of_its_own(other: Path) -> None:
    build = compile_list(other)
    assert subjects(build, ARNN.Paper) == {
        f"{BASE}paper/the-goldilocks-principle",
        f"{BASE}list/things/paper/two-title",
    }
    assert subjects(build, ARNN.Person) == {
        f"{BASE}list/things/person/ann-lee",
        f"{BASE}list/things/person/a-lee",
    }
    assert subjects(build, ARNN.List) == {f"{BASE}list/things"}


def test_base_replaces_the_start_of_a_lists_own_iris(other: Path) -> None:
    build = compile_list(other, base="https://my.org/kg/")
    assert subjects(build, ARNN.Paper) == {
        f"{BASE}paper/the-goldilocks-principle",
        "https://my.org/kg/paper/two-title",
    }
    assert subjects(build, ARNN.List) == {"https://my.org/kg/list/things"}
    assert not any(s.startswith(f"<{BASE}list/") for s, _, _ in build.listed)


PEOPLE = """\
@prefix arnn: <https://w3id.org/awesome-rnn-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<https://my.org/ann>
    a arnn:Person ;
    skos:prefLabel "Ann Lee" ;
    skos:altLabel "A. Lee" .
"""


def creators(build: Build) -> set[str]:
    return {o[1:-1] for _, p, o in build.listed if p == DCTERMS.creator}


def test_an_authority_file_makes_two_spellings_one_person(other: Path) -> None:
    graves = f"{BASE}person/alex-graves"
    assert len(creators(compile_list(other))) == 3
    people = other.parent / "people.ttl"
    people.write_text(PEOPLE, "utf-8")
    build = compile_list(other, authorities=[people])
    assert creators(build) == {"https://my.org/ann", graves}
    ann = {t[1:] for t in build.asserted if t[0] == "<https://my.org/ann>"}
    assert (SKOS.altLabel, '"A. Lee"') in ann
    assert (RDF.type, ARNN.Agent) in ann


CONFIG = (
    'slug = "stuff"\nhome = "https://my.org/kg/"\niris = "iris.tsv"\nauthorities = ["people.ttl"]\n'
)
REGISTER = "iri\tkey\nhttps://my.org/kg/paper/kept\twork title:Paper:two title\n"


def test_the_configuration_beside_a_list_is_used(other: Path) -> None:
    (other.parent / "awesome-rnn-kg.toml").write_text(CONFIG, "utf-8")
    (other.parent / "people.ttl").write_text(PEOPLE, "utf-8")
    (other.parent / "iris.tsv").write_text(REGISTER, "utf-8")
    build = compile_list(other)
    assert subjects(build, ARNN.List) == {"https://my.org/kg/list/stuff"}
    assert "https://my.org/ann" in creators(build)
    assert "https://my.org/kg/entry/two-title" in subjects(build, ARNN.ListEntry)


def test_the_configuration_is_for_the_lists_that_it_names(other: Path) -> None:
    (other.parent / "awesome-rnn-kg.toml").write_text(
        'lists = ["else.md"]\nslug = "stuff"\n', "utf-8"
    )
    assert subjects(compile_list(other), ARNN.List) == {f"{BASE}list/things"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("slug = ", "is not TOML"),
        ("slugs = 'x'\n", "unknown key 'slugs'; known are lists, slug"),
        ("slug = 1\n", "slug must be a str"),
    ],
)
def test_a_wrong_configuration_is_said(other: Path, text: str, message: str) -> None:
    (other.parent / "awesome-rnn-kg.toml").write_text(text, "utf-8")
    with pytest.raises(InputError, match=message):
        compile_list(other)


def test_a_missing_list_and_a_broken_authority_file_are_said(other: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.md: no such file"):
        compile_list(other.parent / "nowhere.md")
    broken = other.parent / "people.ttl"
    broken.write_text("<https://my.org/ann> a", "utf-8")
    with pytest.raises(InputError, match=r"people\.ttl:1:"):
        compile_list(other, authorities=[broken])


def test_lists_compiled_together_share_works_and_keep_their_entries(other: Path) -> None:
    second = other.parent / "more.md"
    second.write_text("# More\n\n* A. Lee, *One Title*, arXiv:1511.02301\n", "utf-8")
    build = compile_lists([other, second])
    shared = f"<{BASE}paper/the-goldilocks-principle>"
    entries = [s for s, p, o in build.listed if (p, o) == (ARNN.describes, shared)]
    assert sorted(entries) == [
        f"<{BASE}list/more/entry/the-goldilocks-principle>",
        f"<{BASE}list/things/entry/the-goldilocks-principle>",
    ]
    assert {o for s, p, o in build.listed if (s, p) == (shared, ARNN.listedIn)} == {
        f"<{BASE}list/more>",
        f"<{BASE}list/things>",
    }


@pytest.mark.parametrize(
    "text",
    [
        "* Ann Lee, *A Big Bee*, ICML 2015\n",
        "Some words.\n\n* Ann Lee, *A Big Bee*, ICML 2015 [[Paper](https://e.org/1)]\n",
        "* Ann Lee, *A Big Bee*, ICML 2015\n\n# Later\n\n* Ann Lee, *A Big Cee*, ICML 2016\n",
    ],
)
def test_entries_before_the_first_heading_are_well_placed(tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.md"
    path.write_text(text, "utf-8")
    build = compile_list(path)
    assert subjects(build, ARNN.ListEntry)
    assert validate(build.asserted) == []


def test_what_a_list_prints_of_a_publication_wins(tmp_path: Path) -> None:
    """We know that it is published; the list says that it is under review."""
    path = tmp_path / "list.md"
    path.write_text(f"# L\n\n## Papers\n\n{BUILDS[4]}\n", "utf-8")
    build = compile_list(path)
    statuses = {o for s, p, o in build.asserted if p == ARNN.status and "iclr-2016" in s}
    assert statuses == {f"<{BASE}status/under-review>"}


BUILDS = (
    "* A. Lee and Bo Chen, *Looking Twice*, ICLR 2015, arXiv:1511.02399 [[Paper](https://e.org/1)]",
    "* Ann Lee and Bob Chen, *Looking Thrice*, ICLR 2016, arXiv:1511.02399 [[Code](http://e.org)]",
    "* UCLA\n  * *Looking Twice*, arXiv:1511.02399v2, NIPS Workshop 2015",
    "* [Looking Twice](https://arxiv.org/abs/1511.02399): looks at a thing, by OpenAI",
    "* Ann Lee, *The Goldilocks Principle*, arXiv:1511.02301 / ICLR 2016 (under review)",
    "* UCLA\n  * Ann Lee, *Show, Attend and Tell*, arXiv:1502.03044",
)


@pytest.mark.parametrize("second", BUILDS)
@pytest.mark.parametrize("first", BUILDS)
def test_lists_without_a_wrong_shape_have_none_together(
    tmp_path: Path, first: str, second: str
) -> None:
    paths = [tmp_path / name for name in ("a.md", "b.md")]
    for path, line in zip(paths, (first, second), strict=True):
        path.write_text(f"# {path.stem}\n\n## Papers\n\n{line}\n", "utf-8")
    together = compile_lists(paths)
    assert [v for v in validate(together.asserted) if v.severity == "error"] == []


def test_our_list_and_a_copy_of_it_are_one_graph_with_two_lists(
    flagship: Build, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.md"
    copy.write_text(re.sub(r"^# .*", "# A Copy", TEXT, count=1, flags=re.MULTILINE), "utf-8")
    both = compile_lists([copy, resources.path(LIST)])
    own = f"<{BASE}list/a-copy"
    ours = {t for t in both.listed if not (t[0].startswith(own) or t[2].startswith(own))}
    assert set(flagship.listed) - ours == set()
    assert ours - set(flagship.listed) == set()
    assert validate(both.asserted) == []


@pytest.fixture
def readmes(tmp_path: Path) -> list[Path]:
    """Two lists of the same name, one with a finding that a repair mends."""
    lines = ("* Ann Lee, *One Title*, arXiv:1511.02301 [[Paper](https://e.org/ 1)]", BUILDS[0])
    paths = [tmp_path / folder / "README.md" for folder in ("first", "second")]
    for path, line in zip(paths, lines, strict=True):
        path.parent.mkdir()
        path.write_text(f"# {path.parent.name}\n\n## Papers\n\n{line}\n", "utf-8")
    return paths


def test_files_of_one_name_are_told_apart_by_their_folders(readmes: list[Path]) -> None:
    files = build_files(compile_lists(readmes), infer=False)
    table = "".join(files["origins.tsv"])
    named = {line.split("\t")[3] for line in table.splitlines()[1:]}
    assert {n for n in named if "README" in n} == {"first/README.md", "second/README.md"}
    assert str(readmes[0].parent.parent) not in "".join("".join(c) for c in files.values())


def test_a_build_is_the_same_however_its_lists_are_named(
    readmes: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(readmes[0].parent)
    relative = ["README.md", "../second/README.md"]
    for count in (1, 2):
        one, two = (
            build_files(compile_lists(paths[:count]), infer=False) for paths in (readmes, relative)
        )
        assert {n: "".join(c) for n, c in one.items()} == {n: "".join(c) for n, c in two.items()}


def _written(files: dict[str, str], folder: Path) -> Path:
    (folder / "kg.nq").write_text(files["kg.nq"], "utf-8")
    return folder


def test_the_graph_and_its_parts_are_named_after_the_base(readmes: list[Path]) -> None:
    build = compile_lists(readmes, base="https://my.org/kg/")
    files = {n: "".join(c) for n, c in build_files(build, infer=False).items()}
    graphs = {line.rsplit(" ", 2)[1] for line in files["kg.nq"].splitlines()}
    assert graphs == {f"<https://my.org/kg/graph/{name}>" for name in ("list", "curated")}
    assert set(read_parts(_written(files, readmes[0].parent))) == {"curated", "list"}
    assert f"<{BASE}void/" not in files["void.ttl"]
    assert f"<{BASE}list/" not in files["kg.ttl"]


def test_what_a_graph_shares_with_ours_is_what_our_files_state(
    readmes: list[Path], tmp_path: Path
) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        f'<{BASE}role/paper> <http://www.w3.org/2004/02/skos/core#altLabel> "Wax paper" .\n'
    )
    build = compile_lists(readmes, [own])
    added = next(t for t in build.curated if t[2] == '"Wax paper"')
    assert added not in build.shared
    assert set(build.shared) == {t for t in build.curated if t != added}
    assert f"<{BASE}void/shared>" in "".join(build_files(build, infer=False)["void.ttl"])


def test_a_lists_own_things_have_prefixes(readmes: list[Path]) -> None:
    text = "".join(build_files(compile_lists(readmes), infer=False)["kg.ttl"])
    assert f"@prefix entry-second: <{BASE}list/second/entry/> ." in text
    body = "".join(line for line in text.splitlines() if not line.startswith("@prefix"))
    assert f"<{BASE}list/" not in body


def test_a_title_alone_is_a_list_without_entries(tmp_path: Path) -> None:
    path = tmp_path / "empty.md"
    path.write_text("# Nothing yet\n", "utf-8")
    build = compile_list(path)
    assert subjects(build, ARNN.List) == {f"{BASE}list/nothing-yet"}
    assert subjects(build, ARNN.Section) == {f"{BASE}list/nothing-yet/section/nothing-yet"}
    assert subjects(build, ARNN.ListEntry) == set()


# Ours, and the list before its slips were mended where it is at hand


@pytest.fixture(scope="module", params=BOTH, ids=lambda path: path.parent.name)
def either(request: pytest.FixtureRequest) -> Build:
    path: Path = request.param
    return compile_list(path)


def test_no_address_is_lost(either: Build) -> None:
    urls: set[str] = set(_URL.findall(either.catalogue.documents[0].source.text))
    links = {text_of(o) for _, p, o in either.listed if p == SCHEMA.url}
    assert len(urls) > 250
    assert urls - links == set()


def test_works_with_an_identifier_are_those_of_ours(either: Build, flagship: Build) -> None:
    def identified(build: Build) -> dict[str, str]:
        return {o: s for s, p, o in build.listed if p == ARNN.arxivId and "/paper/" in s}

    theirs, ours = identified(either), identified(flagship)
    assert len(theirs) > 90
    assert {i: s for i, s in theirs.items() if ours.get(i) != s} == {}


def test_slips_are_found_where_they_are(either: Build) -> None:
    found: dict[str, list[int]] = defaultdict(list)
    for diagnostic in either.diagnostics:
        found[diagnostic.code].append(diagnostic.span.line)
    original = either.catalogue.documents[0].source.path == str(ORIGINAL)
    assert found["RNN201"] == ([190, 341, 367] if original else [])
    assert (161 in found["RNN203"]) == original


# The graph that the package carries


def _triple(text: str) -> Triple:
    subject, predicate, value = text.split(" ", 2)
    return subject, predicate, value.removesuffix(" .")


def test_the_packaged_graph_is_this_one(flagship: Build) -> None:
    for name, triples in (("list", flagship.listed), ("curated", flagship.curated)):
        lines = resources.path(f"compiled/{name}.nt").read_text("utf-8").splitlines()
        assert set(map(_triple, lines)) == set(triples), "run: make compiled"
