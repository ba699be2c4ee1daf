"""RNN2xx: each rule fires on its bad example, at the place at fault, and not on its good one."""

import pytest

from awesome_rnn_kg.resolve.checks import RESOLVE_RULES
from awesome_rnn_kg.resolve.checks.identifiers import likely_id
from awesome_rnn_kg.text.diagnostics import Rule

from .lists import codes, resolved


@pytest.mark.parametrize("rule", RESOLVE_RULES, ids=lambda r: r.name)
def test_the_bad_example_breaks_this_rule_alone(rule: Rule) -> None:
    assert set(codes(f"# L\n\n{rule.bad}", rule.code)) == {rule.code}


@pytest.mark.parametrize("rule", RESOLVE_RULES, ids=lambda r: r.name)
def test_the_good_example_breaks_none(rule: Rule) -> None:
    assert codes(f"# L\n\n{rule.good}", rule.code) == []


def test_codes_and_names_are_used_once() -> None:
    assert [r.code for r in RESOLVE_RULES] == [
        f"RNN2{n:02d}" for n in range(1, len(RESOLVE_RULES) + 1)
    ]
    assert len({r.name for r in RESOLVE_RULES}) == len(RESOLVE_RULES)


@pytest.mark.parametrize("rule", RESOLVE_RULES, ids=lambda r: r.name)
def test_rules_are_explained(rule: Rule) -> None:
    assert rule.explanation.count(". ") >= 1
    assert rule.explanation.endswith(".")
    assert rule.severity in ("error", "warning", "info")


ENTRY = "Ann Lee and Bo Chen, *One Title*"
DIFFERS = "RNN204 author list differs from that of the same work on line 3:"
MESSAGES = [
    (
        f"* {ENTRY}, arXiv:1511.0230",
        'list.md:3:43: RNN201 arXiv id "1511.0230" has 4 digits after the dot; 5 were expected',
        "copy the id from the paper's arXiv page",
    ),
    (
        f"* {ENTRY}, arXiv:1511.0230 [[Paper](http://arxiv.org/abs/1511.02301)]",
        'list.md:3:43: RNN201 arXiv id "1511.0230" has 4 digits after the dot; 5 were expected',
        'did you mean "1511.02301"?',
    ),
    (
        f"* {ENTRY} [[Paper](http://arxiv.org/abs/1511-02301)]",
        'list.md:3:66: RNN201 arXiv id "1511-02301" in the link is not of the form YYMM.NNNNN',
        'did you mean "1511.02301"?',
    ),
    (
        f"* {ENTRY}, arXiv:1511:02301",
        'list.md:3:43: RNN201 arXiv id "1511:02301" has a colon where a dot belongs',
        'did you mean "1511.02301"?',
    ),
    (
        f"* {ENTRY}, arXiv:1411.43890",
        'list.md:3:43: RNN201 arXiv id "1411.43890" has 5 digits after the dot; 4 were expected',
        "copy the id from the paper's arXiv page",
    ),
    (
        f"* {ENTRY}, arXiv:1513.02301",
        'list.md:3:43: RNN201 arXiv id "1513.02301" names month 13',
        "copy the id from the paper's arXiv page",
    ),
    (
        f"* {ENTRY}, arXiv:1511.02301 [[Paper](http://arxiv.org/abs/1511.02310)]",
        "list.md:3:43: RNN202 arXiv id 1511.02301 is printed, but the link has 1511.02310",
        "open both and keep the one whose title is this entry's",
    ),
    (
        "* Ann Lee and Bo Chen, arXiv:1511.02301 / ICML 2016",
        "list.md:3:3: RNN203 entry has authors and a venue but no title",
        "print the title after the authors, in *italics*",
    ),
    (
        f"* {ENTRY}, arXiv:1511.02301\n## B\n* Ann Lee, *One Title*, arXiv:1511.02301",
        f"list.md:5:3: {DIFFERS} lacks Bo Chen",
        "check the paper and print the same authors in both places",
    ),
    (
        f"* {ENTRY}, arXiv:1511.02301\n## B\n* Bo Chen and Ann Lee, *One Title*, arXiv:1511.02301",
        f"list.md:5:3: {DIFFERS} the order is another",
        "check the paper and print the same authors in both places",
    ),
    (
        f"* {ENTRY}, arXiv:1511.02301\n* Ann Lee and Bo Chen, *Two Title*, arXiv:1511.02301",
        'list.md:4:25: RNN205 title differs from that of the same work on line 3: "One Title"',
        "print the same title in both places",
    ),
    (
        f"* {ENTRY}, ICML 2015 [[Code]()]",
        'list.md:3:48: RNN206 link "Code" has no target',
        "give it its URL",
    ),
    (
        f"* {ENTRY}, ICML 2015 [[Code] (http://x.org)]",
        'list.md:3:47: RNN207 "Code" is not a link in Markdown: a blank breaks it',
        "write [Code](http://x.org)",
    ),
    (
        f"* {ENTRY}, ICML 2015 [[Code](https://x.org/a b)]",
        'list.md:3:47: RNN207 "Code" is not a link in Markdown: a blank breaks it',
        "write [Code](https://x.org/a%20b)",
    ),
    (
        f'* {ENTRY}, ICML 2015 [[Code](https://x.org/a "A code that goes)]',
        (
            'list.md:3:47: RNN207 "Code" is not a link in Markdown: '
            "a title without its last quotation mark breaks it"
        ),
        'write [Code](https://x.org/a "…")',
    ),
    (
        f"* {ENTRY}, ICML 2015 [[Code](https://x.org/\n  a)]",
        'list.md:3:47: RNN207 "Code" is not a link in Markdown: the end of a line breaks it',
        "write [Code](https://x.org/a)",
    ),
    (
        "* [Wide Codes] (#wide-codes)\n\n## Wide Codes",
        'list.md:3:3: RNN207 "Wide Codes" is not a link in Markdown: a blank breaks it',
        "write [Wide Codes](#wide-codes)",
    ),
    (
        f"* {ENTRY}, ICML 2015 [[Demo](javascript:alert(1))]",
        'list.md:3:48: RNN208 link "Demo" is of an unsafe scheme',
        "use https",
    ),
    (
        f"* {ENTRY}, ICML 2015 [[Code](nan)]",
        'list.md:3:48: RNN209 link "Code" leads to "nan", which is no URL',
        "give it its URL",
    ),
    (
        f"* {ENTRY}, ICML 2015 [[Code](htp://x.org)]",
        'list.md:3:55: RNN209 "htp://" starts no URL',
        'did you mean "http://"?',
    ),
    (
        f"* {ENTRY}, ICML 2015 [[Code](https:/x.org)]",
        'list.md:3:55: RNN209 "https:/" starts no URL',
        'did you mean "https://"?',
    ),
    (
        f"* {ENTRY}, ICML 2015 [[Code](github.com/a/b)]",
        (
            'list.md:3:48: RNN209 link "Code" leads to "github.com/a/b", which Markdown takes for'
            " a file"
        ),
        "write https://github.com/a/b",
    ),
    (
        f"* {ENTRY}, ICML 2015 [[Web](https://x.org?t=The%20Lake&Hill&s=1)]",
        'list.md:3:80: RNN209 an "&" cuts a value short in the link "Web"',
        "write %26 for it, or %20 where a blank is meant",
    ),
    (
        f"* {ENTRY}, ICML 2015 (Code)[https://x.org]",
        'list.md:3:47: RNN207 "Code" is not a link in Markdown: its brackets are exchanged',
        "write [Code](https://x.org)",
    ),
]


@pytest.mark.parametrize(("text", "message", "hint"), MESSAGES)
def test_messages_name_the_place_the_value_and_the_remedy(
    text: str, message: str, hint: str
) -> None:
    (found,) = (d for d in resolved(f"# L\n\n{text}\n")[1] if not d.rule.off)
    place = f"{found.span.path}:{found.span.line}:{found.span.column}"
    assert f"{place}: {found.code} {found.message}" == message
    assert found.hint == hint


@pytest.mark.parametrize(
    "text",
    [
        f"* {ENTRY}, arXiv:1511.02301 [[Paper](http://arxiv.org/abs/1511.02301v2)]",
        f"* {ENTRY}, arXiv:cs/9901001",
        f"* {ENTRY}, arXiv:0705.2011",
        f"* {ENTRY}, arXiv:1511.02301\n## B\n* Ann Lee et al., *One Title*, arXiv:1511.02301",
        f"* {ENTRY}, arXiv:1511.02301\n## B\n* {ENTRY}, arXiv:1511.02301",
        f"* {ENTRY}, ICML 2015 [[Code](code/readme.md)] [[Web](//x.org/a)] [[Top](#top)]",
        f"* {ENTRY}, ICML 2015 [[Mail](mailto:a@b.org)]",
        "* [tool](https://github.com/x/y): implements [a paper](http://arxiv.org/abs/1511.02301)",
    ],
)
def test_what_is_in_order_gives_no_finding(text: str) -> None:
    assert codes(f"# L\n\n{text}\n") == []


@pytest.mark.parametrize(
    ("malformed", "meant"),
    [
        ("1511:02301", "1511.02301"),
        ("1511.6420", "1511.06420"),
        ("1511.1420", "1511.01420"),
        ("1810.4805", "1810.04805"),
        ("1411.04389", "1411.4389"),
        ("151106420", "1511.06420"),
        ("1511.0230", ""),
        ("1811.1420", ""),
        ("1513.06420", ""),
        ("15111.02301", ""),
        ("", ""),
    ],
)
def test_likely_id_is_only_said_when_it_is_plain(malformed: str, meant: str) -> None:
    assert likely_id(malformed) == meant


def test_findings_come_in_the_order_of_the_text_each_once() -> None:
    text = (
        f"# L\n\n* {ENTRY}, ICML 2015 [[Code]()] [[Web](nan)]\n"
        "* Ann Lee and Bo Chen, arXiv:1511.0230 / ICML 2015\n"
    )
    found = resolved(text)[1]
    places = [(d.span.line, d.span.column) for d in found]
    assert places == sorted(set(places))
    assert [d.code for d in found] == ["RNN206", "RNN209", "RNN203", "RNN201"]


def test_a_badge_need_not_lead_anywhere() -> None:
    badge = "[![Bees](https://img.shields.io/badge/Bees-2015-red)]()"
    text = f"# L\n\n* Ann Lee, *A Title*, arXiv:1511.02302 / ICML 2015 {badge}\n"
    found = [d.code for d in resolved(text)[1]]
    assert "RNN206" not in found
    assert "RNN206" in [d.code for d in resolved(text.replace(badge, "[Code]()"))[1]]
    kept_free = [d.code for d in resolved(text.replace(badge, "[]()"))[1]]
    assert not {"RNN206", "RNN242"} & set(kept_free)
