"""The list comes back from the graph: ours byte for byte, others with all that they said."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.compiler import compile_list
from awesome_rnn_kg.graph.terms import Triple, any_uri, integer, literal
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, RDF, SCHEMA, SKOS, expand
from awesome_rnn_kg.share.commonmark import Anchor, escape, heading_anchor, line_start, linked
from awesome_rnn_kg.share.facts import Facts
from awesome_rnn_kg.share.markdown import markdown

CITATIONS = """\
# Papers on Things

Picked *by hand*. See [the site](https://example.org/things).

## Contents

- [Captions](#captions)

## Captions

1. **Show and Tell: A Neural Image Caption Generator.** Oriol Vinyals, Alexander Toshev. CVPR 2015.
   [pdf](http://arxiv.org/abs/1411.4555), [code](https://github.com/a/b)
2. [Learning *a* Visual_Thing](https://arxiv.org/abs/1411.5654) (2014), Xinlei Chen et al.
- Univ. Toronto [[Data](http://example.org/data)]
    - R. Kiros and R. Zemel, "Unifying Embeddings" [[Paper]](http://arxiv.org/pdf/1411.2539)
"""
THINGS = """\
# Tools

* Python
  * [snake_case](http://example.org/a(b)c): wraps [NumPy](http://numpy.org) by means of `ctypes`.
  * [Keras](http://keras.io) - Python: layers. [[Docs](http://keras.io/docs)]
    * [Guide](http://keras.io/guide) by Ann Lee
* [Plain](http://example.org/?q=1&lang=en)

## Deeper

### Deepest

* [Last](http://example.org/last) (2017)
"""
TABLE = """\
# Table

| Title | Venue | Code |
|---|---|---|
| [Deep Image Prior for All](http://a.org/dip.pdf) | CVPR 2018 | [code](https://github.com/d/i) |
"""
BARE = "* Jane Doe and John Roe, *Things of Note*, arXiv:1501.00001 [[Paper](http://a.org)]\n"
SMALL = {
    "citations": CITATIONS,
    "things": THINGS,
    "table": TABLE,
    "no heading": BARE,
    "no entry": "Only words.\n",
}
FOLDER = Path(os.environ.get("AWESOME_LISTS", Path(__file__).parents[3] / "shared" / "lists"))
"""Where more lists to try may lie; those of more than 100 kB take too long."""
REAL = [p for p in sorted(FOLDER.glob("*__*.md")) if p.stat().st_size < 100_000]

Said = dict[str, Counter[object]]


def said(triples: list[Triple]) -> Said:
    """What two graphs of the same list must have in common."""
    facts = Facts(triples)
    found: Said = {name: Counter() for name in ("works", "links", "places", "groups")}
    for work in facts.instances(ARNN.Resource):
        title = facts.text(work, DCTERMS.title)
        venues = tuple(facts.label(v) for v in facts.values(work, ARNN.venue))
        found["works"][
            title,
            facts.text(work, ARNN.authorString),
            facts.number(work, ARNN.year),
            venues,
            facts.text(work, ARNN.arxivId),
        ] += 1
        for link in facts.values(work, ARNN.hasLink):
            found["links"][title, facts.text(link, SCHEMA.url)] += 1
    for entry in facts.instances(ARNN.ListEntry):
        found["places"][places(facts, entry)] += 1
    for group in facts.instances(ARNN.Group):
        found["groups"][facts.label(group), facts.label(facts.value(group, ARNN.inSection))] += 1
    return found


def places(facts: Facts, entry: str) -> tuple[str, ...]:
    above = (facts.value(entry, p) for p in (ARNN.inSection, ARNN.inGroup))
    title = facts.text(facts.value(entry, ARNN.describes), DCTERMS.title)
    return (title, *(facts.label(a) if a else "" for a in above))


def compiled(folder: Path, text: str) -> list[Triple]:
    path = folder / "list.md"
    path.write_text(text, "utf-8")
    return list(compile_list(path).asserted)


def test_flagship_comes_back_byte_for_byte(flagship: list[Triple]) -> None:
    assert "".join(markdown(flagship)) == resources.path("data/awesome-rnn.md").read_text("utf-8")


def test_order_of_the_triples_does_not_matter(flagship: list[Triple]) -> None:
    assert "".join(markdown(reversed(flagship))) == "".join(markdown(flagship))


@pytest.mark.parametrize("name", SMALL)
def test_small_lists_say_the_same_again(tmp_path: Path, name: str) -> None:
    first = compiled(tmp_path, SMALL[name])
    again = "".join(markdown(first))
    second = compiled(tmp_path, again)
    assert said(second) == said(first)
    assert "".join(markdown(second)) == again


@pytest.mark.parametrize(
    "path", [resources.path("data/awesome-rnn.md"), *REAL], ids=lambda p: p.name
)
def test_hardly_anything_is_read_otherwise(tmp_path: Path, path: Path) -> None:
    """Of real lists one statement in a hundred may be lost to odd ways of writing."""
    first = compiled(tmp_path, path.read_text("utf-8"))
    second = said(compiled(tmp_path, "".join(markdown(first))))
    for name, before in said(first).items():
        changed = (before - second[name]).total() + (second[name] - before).total()
        assert changed <= 0.02 * before.total(), (name, before - second[name])


def test_citations_in_the_form_of_our_list(tmp_path: Path) -> None:
    text = "".join(markdown(compiled(tmp_path, CITATIONS)))
    assert text.startswith(
        "# Papers on Things\n\nPicked *by hand*. See [the site](https://example.org/things).\n\n"
        "## Contents\n\n* [Captions](#captions)\n\n## Captions\n\n"
    )
    assert (
        "* Oriol Vinyals, Alexander Toshev, *Show and Tell: A Neural Image Caption Generator*, "
        "CVPR 2015 [[pdf](http://arxiv.org/abs/1411.4555)] [[code](https://github.com/a/b)]\n"
    ) in text
    assert "* Univ. Toronto [[Data](http://example.org/data)]\n  * R. Kiros and R. Zemel, " in text


def test_things_in_the_form_of_our_list(tmp_path: Path) -> None:
    text = "".join(markdown(compiled(tmp_path, THINGS)))
    assert "* Python\n  * [snake_case](http://example.org/a(b)c): wraps [NumPy]" in text
    assert (
        "  * [Keras](http://keras.io) - Python: layers. [[Docs](http://keras.io/docs)]\n"
        "    * [Guide](http://keras.io/guide) by Ann Lee\n"
    ) in text
    assert text.endswith("## Deeper\n\n### Deepest\n\n* [Last](http://example.org/last) (2017)\n")


def test_every_list_of_a_graph_is_written() -> None:
    triples = [
        (expand(f"list:{n}"), p, o)
        for n in "ab"
        for p, o in ((RDF.type, ARNN.List), (SKOS.prefLabel, literal(f"List {n}")))
    ]
    assert "".join(markdown(triples)) == "# List a\n\n# List b\n"


def test_entries_follow_their_lines_and_not_their_names() -> None:
    list_, section = expand("list:l"), expand("section:s")
    triples = [
        (list_, RDF.type, ARNN.List),
        (list_, SKOS.prefLabel, literal("L")),
        (section, RDF.type, ARNN.Section),
        (section, SKOS.prefLabel, literal("S")),
        (section, ARNN.inList, list_),
    ]
    for name, line in (("a", 30), ("b", 4)):
        entry, work = expand(f"entry:{name}"), expand(f"software:{name}")
        triples += [
            (entry, RDF.type, ARNN.ListEntry),
            (entry, ARNN.describes, work),
            (entry, ARNN.inSection, section),
            (entry, ARNN.startLine, integer(line)),
            (entry, ARNN.endLine, integer(line)),
            (entry, ARNN.titleAsPrinted, literal(name.upper())),
        ]
    assert "".join(markdown(triples)) == "# L\n\n# S\n\n* B\n* A\n"


def test_group_links_are_written_once() -> None:
    list_, section, group = expand("list:l"), expand("section:s"), expand("group:g")
    entry, link = expand("entry:e"), expand("link:k")
    triples = [
        (list_, RDF.type, ARNN.List),
        (list_, SKOS.prefLabel, literal("L")),
        (section, RDF.type, ARNN.Section),
        (section, SKOS.prefLabel, literal("L")),
        (section, ARNN.inList, list_),
        (group, RDF.type, ARNN.Group),
        (group, SKOS.prefLabel, literal("G")),
        (group, ARNN.inSection, section),
        (group, ARNN.hasLink, link),
        (entry, RDF.type, ARNN.ListEntry),
        (entry, ARNN.describes, expand("paper:p")),
        (entry, ARNN.inSection, section),
        (entry, ARNN.inGroup, group),
        (entry, ARNN.titleAsPrinted, literal("T")),
        (entry, ARNN.hasLink, link),
        (link, RDF.type, ARNN.Link),
        (link, ARNN.labelAsPrinted, literal("Web")),
        (link, SCHEMA.url, any_uri("http://a.org")),
    ]
    assert "".join(markdown(triples)) == "# L\n\n* G [[Web](http://a.org)]\n  * T\n"


@pytest.mark.parametrize(
    ("heading", "fragment"),
    [
        ("Books / Thesis", "#books--thesis"),
        ("Multimodal (CV + NLP)", "#multimodal-cv--nlp"),
        ("Q&A: What's new?", "#qa-whats-new"),
        ("Über_uns", "#über_uns"),
    ],
)
def test_fragments_as_github_makes_them(heading: str, fragment: str) -> None:
    seen: dict[str, int] = {}
    assert [heading_anchor(heading, seen) for _ in range(3)] == [
        fragment,
        f"{fragment}-1",
        f"{fragment}-2",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C++ & snake_case, 3 < 4", "C++ & snake_case, 3 < 4"),
        ("A* search", r"A\* search"),
        ("_init_ [x] `y` <b> &amp; \\*", r"\_init\_ \[x\] \`y\` \<b> \&amp; \\\*"),
    ],
)
def test_escapes_only_what_would_be_mark_up(text: str, expected: str) -> None:
    assert escape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. First", r"1\. First"),
        ("- x", r"\- x"),
        ("# x", r"\# x"),
        ("3D-GAN", "3D-GAN"),
        ("2015", "2015"),
    ],
)
def test_no_block_opens_inside_a_bullet(text: str, expected: str) -> None:
    assert line_start(text) == expected


def test_links_stand_at_whole_words_once_each() -> None:
    links = [Anchor("AI", "http://a.org"), Anchor("AI", "http://b.org"), Anchor("no", "http://c")]
    words, left = linked("PAIR! AI and AI notes", links)
    assert words == "PAIR! [AI](http://a.org) and [AI](http://b.org) notes"
    assert [k.url for k in left] == ["http://c"]


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        (Anchor("a]b", "http://a.org"), r"[a\]b](http://a.org)"),
        (Anchor("x", "http://a.org/(b)"), "[x](http://a.org/(b))"),
        (Anchor("x", "http://a.org/b)"), "[x](<http://a.org/b)>)"),
        (Anchor("x", "http://a.org/b c>"), "[x](<http://a.org/b c%3E>)"),
        (Anchor("", "http://a.org"), "<http://a.org>"),
        (Anchor("", "a.html"), "[](a.html)"),
    ],
)
def test_links_as_commonmark(anchor: Anchor, expected: str) -> None:
    assert str(anchor) == expected


def test_label_with_brackets_is_its_own_button() -> None:
    assert Anchor("[Paper]", "http://a.org").button == "[[Paper]](http://a.org)"
    assert Anchor("Paper", "http://a.org").button == "[[Paper](http://a.org)]"
