"""Differences: a list that changed in one thing differs in that, and in nothing else."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_rnn_kg.ask.errors import GraphError
from awesome_rnn_kg.comparison import compare
from awesome_rnn_kg.compiler import Knowhow, compile_list, load_knowhow
from awesome_rnn_kg.graph.authorities import make_lexicon
from awesome_rnn_kg.graph.curated import select
from awesome_rnn_kg.graph.emit import emit
from awesome_rnn_kg.graph.terms import Triple, literal
from awesome_rnn_kg.graph.vocabulary import SKOS, expand
from awesome_rnn_kg.read.reader import read
from awesome_rnn_kg.resolve.resolver import Given, identify, resolve
from awesome_rnn_kg.share.artifacts import build_files
from awesome_rnn_kg.share.diff import Change, Difference, diff
from awesome_rnn_kg.share.difference_text import as_json, markdown, text
from awesome_rnn_kg.text.output import write_files
from awesome_rnn_kg.text.source import InputError, source_from_text

TITLES = (
    "Weather Forecasts by Gated Networks",
    "Counting Sheep without Sleep",
    "A Theory of Long Memories",
    "Handwriting in Seven Alphabets",
    "Why Some Gradients Vanish Early",
    "Parsing Recipes: From Soup to Nuts",
    "Music That Knows Its Meter",
)
PEOPLE = ("Ann Lee", "Bo Chen", "Carla Ruiz", "Dag Holm", "Eva Novak")
SECTIONS = ("Rivers", "Mountains", "Lakes")
GROUPS = ("", "Blue Lab", "Green Lab")


@dataclass(frozen=True)
class Paper:
    title: str
    authors: tuple[str, ...]
    venue: str
    url: str
    section: str
    group: str

    def line(self) -> str:
        indent = "  " if self.group else ""
        names = ", ".join(self.authors)
        return f"{indent}* {names}, *{self.title}*, {self.venue} [[Paper]({self.url})]\n"


@st.composite
def papers(draw: st.DrawFn) -> tuple[Paper, ...]:
    count = draw(st.integers(3, len(TITLES)))
    return tuple(
        Paper(
            title,
            tuple(draw(st.permutations(PEOPLE))[: draw(st.integers(2, 4))]),
            draw(st.sampled_from((f"arXiv:1601.0{1000 + number}", "ICML 2015", "NIPS 2014"))),
            f"https://example.org/{number}.pdf",
            draw(st.sampled_from(SECTIONS)),
            draw(st.sampled_from(GROUPS)),
        )
        for number, title in enumerate(TITLES[:count])
    )


def written(papers: tuple[Paper, ...]) -> str:
    """The papers as a list, each section and group in the order of its first one."""
    lines = ["# A list of mine\n"]
    for section in SECTIONS:
        lines.append(f"\n## {section}\n\nAbout {section.lower()}.\n\n")
        for group in GROUPS:
            inside = [p.line() for p in papers if (p.section, p.group) == (section, group)]
            lines += ([f"* {group}\n"] if group and inside else []) + inside
    return "".join(lines)


@cache
def knowhow() -> Knowhow:
    return load_knowhow()


def compiled(text: str, name: str = "old") -> list[Triple]:
    """List and curated triples; the list's own IRIs hold its name."""
    known = knowhow().known
    document = read(source_from_text(text, f"{name}.md"), make_lexicon(known)).document
    home = f"https://w3id.org/awesome-rnn-kg/list/{name}/"
    listed = emit(resolve(identify([Given(document, name, home)], known))).origins
    return [*listed, *select(knowhow().curated, listed).placed()]


def between(old: str, new: str) -> Difference:
    return diff(compiled(old), compiled(new, "new"))


def told(difference: Difference) -> set[tuple[str, str, str]]:
    return {(c.about, c.how, c.field) for c in difference.changes}


def only(difference: Difference) -> Change:
    (change,) = difference.changes
    return change


# --- properties


@settings(max_examples=15, deadline=None)
@given(papers(), st.randoms())
def test_no_change_is_told_as_none(listed: tuple[Paper, ...], random: Random) -> None:
    """Neither the name of the file nor lines, positions and the order of entries count."""
    shuffled = tuple(random.sample(listed, len(listed)))
    moved_down = written(shuffled).replace("\n## ", "\n\n\n## ")
    assert diff(compiled(written(listed)), compiled(written(listed))) == Difference((), 0)
    assert between(written(listed), written(listed)).changes == ()
    assert between(written(listed), moved_down).changes == ()


def _other(value: str, values: tuple[str, ...]) -> str:
    return values[(values.index(value) + 1) % len(values)]


def _retitled(paper: Paper) -> Paper:
    return replace(paper, title=f"{paper.title}, Revisited")


def _renamed_person(paper: Paper) -> Paper:
    return replace(paper, authors=(f"{paper.authors[0]}-Smith", *paper.authors[1:]))


MUTATIONS: dict[str, tuple[Callable[[Paper], Paper], str, str]] = {
    "title": (_retitled, "changed", "title"),
    "author-added": (lambda p: replace(p, authors=(*p.authors, "Finn Berg")), "changed", "authors"),
    "author-gone": (lambda p: replace(p, authors=p.authors[1:]), "changed", "authors"),
    "author-renamed": (_renamed_person, "changed", "authors"),
    "order": (lambda p: replace(p, authors=p.authors[::-1]), "changed", "authors"),
    "url": (lambda p: replace(p, url=p.url + "?v=2"), "changed", "link"),
    "section": (lambda p: replace(p, section=_other(p.section, SECTIONS)), "moved", "place"),
}


@pytest.mark.parametrize("name", MUTATIONS)
@settings(max_examples=8, deadline=None)
@given(listed=papers(), number=st.integers(0, 2))
def test_a_mutation_is_told_alone(name: str, listed: tuple[Paper, ...], number: int) -> None:
    mutate, how, field = MUTATIONS[name]
    old = listed[number]
    mutated = (*listed[:number], mutate(old), *listed[number + 1 :])
    found = between(written(listed), written(mutated))
    if name == "section" and ("group", "moved", "") in told(found):
        assert only(found).name.endswith(f"{mutated[number].section} › {old.group}")
        return  # the paper is all that is in its group
    works = [c for c in found.changes if c.about == "paper"]
    assert [(c.how, c.field) for c in works] == [(how, field)]
    assert works[0].name == mutate(old).title
    groups = {(c.about, c.how) for c in found.changes if c.about != "paper"}
    assert groups <= ({("group", "added"), ("group", "removed")} if name == "section" else set())


@settings(max_examples=10, deadline=None)
@given(listed=papers(), number=st.integers(0, 2))
def test_a_paper_that_comes_or_goes(listed: tuple[Paper, ...], number: int) -> None:
    fewer = (*listed[:number], *listed[number + 1 :])
    whole, rest = written(listed), written(fewer)
    for found, how in ((between(rest, whole), "added"), (between(whole, rest), "removed")):
        (work,) = [c for c in found.changes if c.about == "paper"]
        assert (work.how, work.name) == (how, listed[number].title)
        assert {(c.about, c.how) for c in found.changes} <= {("paper", how), ("group", how)}


@settings(max_examples=10, deadline=None)
@given(papers())
def test_there_and_back(listed: tuple[Paper, ...]) -> None:
    """What is added one way is removed the other way."""
    other = (_retitled(listed[0]), *listed[2:])
    there = between(written(listed), written(other))
    back = between(written(other), written(listed))
    opposite = {"added": "removed", "removed": "added"}
    assert {(opposite.get(c.how, c.how), c.field, c.new, c.old) for c in there.changes} == {
        (c.how, c.field, c.old, c.new) for c in back.changes
    }


# --- one thing at a time

SMALL = """# Mine

Some words. [Home](https://example.org/home)

## Rivers

* Blue Lab
  * Ann Lee, Bo Chen, *Weather Forecasts by Gated Networks*, ICML 2015 [[Paper](https://example.org/1.pdf)]
* [Riverbed](https://example.org/riverbed) - Python: floods in slow motion.
  * [Its guide](https://example.org/guide)

## Lakes

* Carla Ruiz, *Counting Sheep without Sleep*, arXiv:1601.01234 [[Paper](https://example.org/2.pdf)]
"""
FORECASTS = ("paper", "Weather Forecasts by Gated Networks")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("ICML 2015", "ICML 2016", ("paper", "changed", "year", ("2015",), ("2016",))),
        ("1601.01234", "1601.04321", ("paper", "changed", "arXiv id", ("1601.01234",),
                                      ("1601.04321",))),
        ("## Lakes", "## Great Lakes", ("section", "renamed", "", ("Lakes",), ("Great Lakes",))),
        ("* Blue Lab", "* Red Lab", ("group", "renamed", "", ("Blue Lab",), ("Red Lab",))),
        ("# Mine", "# Ours", ("list", "renamed", "title", ("Mine",), ("Ours",))),
        ("slow motion", "no time", ("resource", "changed", "description",
                                    ("Python: floods in slow motion.",),
                                    ("Python: floods in no time.",))),
        ("/home)", "/house)", ("section", "changed", "link", ("[Home] https://example.org/home",),
                               ("[Home] https://example.org/house",))),
        (" [[Paper](https://example.org/1.pdf)]", "", ("paper", "changed", "link",
                                                       ("[Paper] https://example.org/1.pdf",), ())),
    ],
)  # fmt: skip
def test_one_change(
    old: str, new: str, expected: tuple[str, str, str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert SMALL.count(old) == 1
    found = [c for c in between(SMALL, SMALL.replace(old, new)).changes if c.field != "names"]
    changed = [(c.about, c.how, c.field) for c in found]
    if expected[:3] == ("list", "renamed", "title"):  # the first heading is a section too
        assert set(changed) == {expected[:3], ("section", "renamed", "")}
        return
    assert changed == [expected[:3]]
    assert len(found[0].old) == len(expected[3])
    assert len(found[0].new) == len(expected[4])
    for value, part in zip(found[0].old + found[0].new, expected[3] + expected[4], strict=True):
        assert value.startswith(part)


def test_a_link_more() -> None:
    more = SMALL.replace("1.pdf)]", "1.pdf)] [[Code](https://example.org/code)]")
    change = only(between(SMALL, more))
    assert (change.about, change.name) == FORECASTS
    assert (change.field, change.old) == ("link", ())
    assert change.new == ("[Code] https://example.org/code",)


def test_an_entry_that_is_no_longer_below_another() -> None:
    change = only(between(SMALL, SMALL.replace("  * [Its guide]", "* [Its guide]")))
    assert (change.how, change.field) == ("moved", "place")
    assert change.old[0].endswith("› Rivers › under “Riverbed”")
    assert change.new[0].endswith("› Rivers")


def test_a_second_place() -> None:
    line = SMALL.splitlines(keepends=True)[-1]
    twice = SMALL.replace("## Lakes", f"{line}\n## Lakes")
    change = only(between(SMALL, twice))
    assert (change.field, change.old) == ("place", ())
    assert change.new[0].endswith("Rivers")
    assert "also listed in" in text(between(SMALL, twice))
    assert "gone from" in text(between(twice, SMALL))


def test_a_section_that_comes_and_goes() -> None:
    more = SMALL + "\n## Seas\n\nNothing here.\n"
    assert told(between(SMALL, more)) == {("section", "added", "")}
    assert told(between(more, SMALL)) == {("section", "removed", "")}


def test_a_group_with_a_like_name_and_other_papers() -> None:
    """It is another group: neither is it renamed nor its paper retitled."""
    gone = SMALL.replace("Blue Lab", "Blue Labs").replace(
        SMALL.splitlines()[7].removeprefix("  * "),
        "Dag Holm, *Music That Knows Its Meter*, NIPS 2014 [[Paper](https://example.org/7.pdf)]",
    )
    assert told(between(SMALL, gone)) == {
        (about, how, "") for about in ("paper", "group") for how in ("added", "removed")
    }


def test_an_iri_that_goes_to_another_work() -> None:
    """Two titles with one slug: when the first goes, the second gets its IRI."""
    first = "* Ann Lee, *Deep Water: One*, [[Paper](https://example.org/one)]\n"
    second = "* Bo Chen, *Deep Water: Two*, [[Paper](https://example.org/two)]\n"
    both = f"# Mine\n\n## Rivers\n\n{first}{second}"
    change = only(between(both, both.replace(first, "")))
    assert (change.how, change.name) == ("removed", "Deep Water: One")


def test_a_curated_fact() -> None:
    old = compiled(SMALL)
    venue = next(s for s, _, _ in old if s == expand("venue:icml"))
    change = only(diff(old, [*old, (venue, expand("arnn:publisher"), literal("Them"))]))
    assert (change.about, change.iri, change.field) == ("venue", "venue:icml", "publisher")
    assert change.new == ("Them",)


def test_what_says_nothing_is_counted_alone() -> None:
    old = compiled(SMALL)
    evidence = (expand("evidence:x"), expand("arnn:evidence"), literal("page 1"))
    found = diff(old, [*old, evidence, (expand("venue:icml"), SKOS.altLabel, literal("ICML 2015"))])
    assert (found.changes, found.triples) == ((), 2)
    assert text(found) == markdown(found)
    assert text(found).startswith("No difference in what is said; 2 triples differ")


# --- how it is told


def changed() -> Difference:
    return between(SMALL, SMALL.replace("Ann Lee, Bo Chen", "Bo Chen, A. Lee, Di Fu").replace(
        "Counting Sheep without Sleep*, arXiv:1601.01234", "Boats <b>@octocat</b> #1*, NIPS 2013"
    ).replace("2.pdf", "3.pdf"))  # fmt: skip


def test_text() -> None:
    lines = text(changed()).splitlines()
    assert lines[0] == "1 paper added, 1 paper removed, 1 paper changed"
    assert "- paper “Counting Sheep without Sleep”, in Mine › Lakes" in lines
    at = lines.index("~ paper “Weather Forecasts by Gated Networks”")
    assert lines[at + 1] == (
        "    authors: Ann Lee → A. Lee; added Di Fu; now in the order Bo Chen, A. Lee, Di Fu"
    )


def test_markdown_holds_no_markup_of_the_list() -> None:
    told = markdown(changed())
    assert "\n- added: paper **Boats" in told
    assert "<b>" not in told.replace("\\<b\\>", "")
    assert "@octocat" not in told
    assert " #1" not in told


def test_json() -> None:
    record = json.loads(as_json(changed()))
    assert record["counts"] == {"paper changed": 1, "paper removed": 1, "paper added": 1}
    (authors,) = [c for c in record["changes"] if c["field"] == "authors"]
    assert authors["new"] == ["Bo Chen", "A. Lee", "Di Fu"]


def test_no_difference() -> None:
    found = between(SMALL, SMALL)
    assert text(found).startswith("No difference")
    assert json.loads(as_json(found))["changes"] == []
    same = diff(compiled(SMALL), compiled(SMALL))
    assert text(same) == "No difference.\n"


# --- what is compared


def test_lists_and_graphs_in_any_combination(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text(SMALL)
    (tmp_path / "new.md").write_text(SMALL.replace("ICML 2015", "ICML 2016"))
    for name in ("old", "new"):
        build = compile_list(tmp_path / f"{name}.md")
        write_files(tmp_path / name, build_files(build))
    olds = [tmp_path / "old.md", tmp_path / "old", tmp_path / "old" / "kg.ttl"]
    news = [tmp_path / "new.md", tmp_path / "new" / "kg.nq", tmp_path / "new" / "kg.jsonld"]
    for old in olds:
        assert compare(old, olds[0]).changes == ()
        for new in news:
            assert told(compare(old, new)) == {("paper", "changed", "year")}


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "list.md").write_text(SMALL)
    (tmp_path / "broken.nt").write_text("no triple\n")
    (tmp_path / "table.csv").write_text("a,b\n")
    for name in ("none.md", "none.ttl", "broken.nt", "table.csv"):
        with pytest.raises((InputError, GraphError), match=name):
            compare(tmp_path / "list.md", tmp_path / name)
