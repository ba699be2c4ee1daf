"""Several lists resolved together: what is the same in them is one thing, as within one list."""

from collections.abc import Sequence

import pytest

from awesome_rnn_kg.graph.authorities import make_lexicon
from awesome_rnn_kg.read.reader import read
from awesome_rnn_kg.resolve.catalogue import Catalogue
from awesome_rnn_kg.resolve.keys import slug
from awesome_rnn_kg.resolve.resolver import Given, identify, resolve
from awesome_rnn_kg.text.diagnostics import Diagnostic
from awesome_rnn_kg.text.source import source_from_text

from .lists import BASE, KNOWN

ONE = """\
# One

## Pictures

* UCLA
  * Ann Lee and Bo Chen, *Looking Twice*, arXiv:1511.02399 / ICML 2015 [[Paper](https://e.org/1)]
* Ann Lee, *By Title Alone*, ICML 2015 [[Paper](https://e.org/2)]
"""


def together(texts: Sequence[str], home: str = "") -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Lists resolved together; the last of them with this base of its IRIs."""
    given = []
    for number, text in enumerate(texts, 1):
        document = read(source_from_text(text, f"{number}.md"), make_lexicon(KNOWN)).document
        base = home if number == len(texts) else ""
        given.append(Given(document, slug(document.title.text), base))
    identified = identify(given, KNOWN)
    return resolve(identified), identified.objections.all


def retitled(text: str, title: str) -> str:
    return text.replace("# One", f"# {title}", 1)


def test_a_list_and_its_copy_have_the_same_works_and_people_once() -> None:
    alone, _ = together([ONE])
    both, found = together([ONE, retitled(ONE, "Two")])
    assert [w.iri for w in both.works] == [w.iri for w in alone.works]
    assert [w.authors for w in both.works] == [w.authors for w in alone.works]
    assert [a.iri for a in both.agents] == [a.iri for a in alone.agents]
    assert {d.code for d in found} == {d.code for d in together([ONE])[1]}


def test_each_list_keeps_its_entries_groups_and_sections() -> None:
    both, _ = together([ONE, retitled(ONE, "Two")])
    for own, name in zip(both.lists, ("one", "two"), strict=True):
        iris = [e.iri for e in own.entries] + [g.iri for g in own.groups]
        iris += [s.iri for s in own.sections]
        assert len(iris) == 2 + 1 + 2
        assert all(iri.startswith(f"{BASE}list/{name}/") for iri in iris)
        assert [e.work for e in own.entries] == [w.iri for w in both.works]
    assert all([i for i, _ in w.listed] == [b.iri for b in both.lists] for w in both.works)


def test_each_list_numbers_its_links() -> None:
    both, _ = together([ONE, retitled(ONE, "Two")])
    assert [(k.iri.removeprefix(f"{BASE}list/"), k.ordinal) for k in both.works[0].links] == [
        ("one/link/arxiv-1511-02399-1", 1),
        ("two/link/arxiv-1511-02399-1", 1),
    ]


OTHER = {
    "RNN204": "* Ann Lee and Eve Fox, *Looking Twice*, arXiv:1511.02399 / ICML 2015\n",
    "RNN205": "* Ann Lee and Bo Chen, *Looking Thrice*, arXiv:1511.02399 / ICML 2015\n",
    "RNN226": "* Ann Lee and Bo Chen, *Looking Twice*, arXiv:1511.02399 / CVPR 2015\n",
}


@pytest.mark.parametrize("code", OTHER)
def test_lists_that_disagree_are_told_so_as_one_list_is(code: str) -> None:
    line = OTHER[code]
    _, apart = together([ONE, f"# Two\n\n## Pictures\n\n{line}"])
    _, within = together([f"{ONE}\n## Others\n\n{line}"])
    (one,), (two,) = ([d for d in found if d.code == code] for found in (apart, within))
    assert one.span.path == "2.md"
    assert one.message.replace(" of 1.md", "") == two.message
    assert "line 6 of 1.md" in one.message


@pytest.mark.parametrize("code", OTHER)
def test_values_are_chosen_as_within_one_list(code: str) -> None:
    line = OTHER[code]
    apart, _ = together([ONE, f"# Two\n\n## Pictures\n\n{line}"])
    within, _ = together([f"{ONE}\n## Others\n\n{line}"])
    one, two = apart.works[0], within.works[0]
    assert (one.title, one.year, one.author_string) == (two.title, two.year, two.author_string)
    assert [c.agent for c in one.authors] == [c.agent for c in two.authors]
    assert [p.iri for p in one.publications] == [p.iri for p in two.publications]


def test_a_list_at_home_keeps_its_iris_whatever_the_order() -> None:
    both, _ = together([retitled(ONE, "Two"), ONE], home=BASE)
    assert [w.iri.removeprefix(BASE) for w in both.works] == [
        "paper/looking-twice",
        "paper/by-title-alone",
    ]
    assert [one.iri for one in both.lists] == [f"{BASE}list/one", f"{BASE}list/two"]


def test_what_only_names_and_titles_tell_apart_stays_apart() -> None:
    other = "# Two\n\n## Pictures\n\n* Eve Fox, *By Title Alone*, CVPR 2016\n"
    both, _ = together([ONE, other])
    assert [w.title for w in both.works] == ["Looking Twice", "By Title Alone", "By Title Alone"]
    assert len({w.iri for w in both.works}) == 3


def test_a_work_with_a_framework_in_one_list_has_it_in_the_build() -> None:
    one = "# One\n\n## Codes\n\n* [Theano](https://t.org)\n  * [Kit](https://k.org)\n"
    two = "# Two\n\n## Codes\n\n* [Kit](https://k.org)\n* [Other](https://o.org)\n"
    both, _ = together([one, two])
    frameworks = {w.title: [i for i, _ in w.frameworks] for w in both.works}
    theano = next(w.iri for w in both.works if w.title == "Theano")
    assert frameworks == {"Theano": [], "Kit": [theano], "Other": []}
