"""The coverage page: a sentence for each class, numbers that add up, and what is open by name."""

import re

from awesome_rnn_kg.compiler import compile_list
from awesome_rnn_kg.share.docs_coverage import coverage_page
from awesome_rnn_kg.share.gaps import EXPECTED, gaps

ROW = re.compile(r"^\| `([^`]+)` \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", re.MULTILINE)


def test_each_class_has_a_section_that_says_what_it_is() -> None:
    sections = coverage_page(compile_list()).split("\n## ")[1:]
    assert [one.partition("\n")[0] for one in sections] == list(EXPECTED)
    for section in sections:
        assert re.match(r"\w+\n\n[A-Z][^|]+\.\n\n\| property ", section), section[:80]


def test_the_numbers_are_those_of_the_gaps_and_add_up() -> None:
    shown = ROW.findall(coverage_page(compile_list()))
    found = gaps(compile_list())
    assert len(shown) == len(found)
    for (_, *numbers), gap in zip(shown, found, strict=True):
        have, none, unknown, total = map(int, numbers)
        assert have + none + unknown == total == gap.total
        assert (have, none) == (len(gap.have), len(gap.none))


def test_few_open_things_are_named_with_what_is_known_of_them() -> None:
    page = coverage_page(compile_list())
    _, _, after = page.partition("\nUnknown `arnn:uses`:\n\n")
    reason = r"; known to have no `arnn:proposes`: abstract: \"Instead of"
    assert re.match(rf"\* Empirical performance upper bounds [^\n;]+{reason}", after)
