"""RNN110 to RNN199: what is in order, or the manner of a list, gives no finding."""

import pytest

from awesome_rnn_kg.read.checks import check
from awesome_rnn_kg.read.checks.examples import entries
from awesome_rnn_kg.read.lexicon import Lexicon
from awesome_rnn_kg.read.reader import read
from awesome_rnn_kg.text.source import source_from_text

WORK = "*A Theory of Sequences*"
CITED = f"Ann Lee and Bo Chen, {WORK}, ICML 2015"
USUAL = "Ann Lee and Bo Chen, *{}*, ICML 2015"
LINKED = "Ann Lee and Bo Chen, *{}*, ICML 2015 [[Code](https://u.org)]"

LETTERS = "".join(f"* [{c}](#{c.lower()})\n" for c in "CDEFGHIJ")
HEADS = "".join(f"# {c}\n" for c in "CDEFGHIJ")

NAMED = "**Lakes: A Set of Waters (2019)** [[Link]](https://u.org/l) [[Paper]](https://u.org/p)"
CONTENTS = [
    (
        "* [🌊 Waves](#-waves)\n* [C++](#c)\n* [Q&A](#qa)\n* [a.b_c](#ab_c)\n\n"
        "# 🌊 Waves\n# C++\n# Q&amp;A\n# a.b_c"
    ),
    "* [A](#A)\n* [A](#a-1)\n* [Up](#top)\n* [Me](#readme)\n\n# A\n# A",
    '* [X](#here)\n* [Y](#there)\n\n<a name="here"></a>\n\n<p id=there>\n\n# A',
    "* [NLP](#natural-language-processing)\n* [Art](#art)\n\n# Natural Language Processing\n# Art",
    "* [A](#a)\n* [B](#b)\n* [D](#d)\n\n# A\n## A1\n## A2\n# B\n# License\n# D",
    "# Preface\n\n* [A](#a)\n* [B](#b)\n\n# A\n# B",
    "* [A](#a)\n\n# A\n# B\n# C",
    "* [A](#a)\n* [B](#b)\n* [C](#c)\n\n# A\n## B\n## C",
    "# L\n### A\n### B\n# M\n### C",
    "# L\n#### Note\n## A\n### B",
    "* [L](#l-)\n* [M](#m-)\n\n# L [![a](https://u.org/a.svg)](https://u.org)\n# M ![b](https://u.org/b.svg)",
    (
        "* [A](#one)\n* [B](#b)\n* [C](#c)\n\n<h2 id='one'>Language</h2>\n\n## B\n\n## C\n\n"
        "## Our Contributors"
    ),
    "* [see](other.md#nowhere) and [that](https://u.org/#x)",
    "* [A](#a)\n  * [One](#one)\n  * [One](#one-1)\n\n# A\n\n* ### One\n\n  * Ann Lee\n\n## One",
    "* [A](#a)\n* [B](#b)\n* [C](#c)\n\n# A\n# B\n# C\n# Contact",
    "* [A](#a)\n* [B](b)\n* [C](other.md#c)\n* [D](#d)\n\n# A\n# B\n# C\n# D",
    "* [A](#a)\n* [B](#b)\n  * [C](#b)\n\n# A\n# B",
    "* [A](#a)\n"
    + LETTERS.replace("*", "  *")
    + "* [B](#b)\n\n# A\n"
    + HEADS.replace("#", "##")
    + "# B\n## Z\n## Y",
    LETTERS + "* [Natural Language (NLP)](#nlp)\n\n" + HEADS + "# NLP",
    "* [One A](#a)\n* [One B](#b)\n* [One K](#k)\n" + LETTERS + "\n# A\n# B\n# K\n" + HEADS,
    "# L\n\n## A\n\n### A1\n\n## B\n\n<h5>Note</h5>\n\n## C",
    "* [1. A](#1-a)\n* [1.1 B](#11-b)\n"
    + LETTERS
    + "\n## 1. A\n### 1.1 B\n"
    + HEADS.replace("#", "###"),  # a flat list of headings of two levels
    (
        "<table>\n<tr><td><a href='#a'>1. A</a></td><td><a href='#b'>2. B</a></td></tr>\n"
        "<tr><td><a href='#c'>3. C</a></td></tr><tr><td><a href='#d'>4. D</a></td></tr>\n"
        "</table>\n\n# A\n# B\n# C\n# D"
    ),
    "# L\n## A\n### 2018\n## 2017\n### 2018\n### 2017\n## 2016\n## 2015\n",
    "# L\n## Up\n" + "".join(f"# {c}\n### {c}1\n" for c in "ABCDEF"),
    (
        "* [A](#a)\n* [Up](#up)\n  * [C](#c)\n\n# A\n\n# Up\n\n* [C](#c)\n* [D](#d)\n\n## C\n\n## D"
    ),  # contents of one section
    LETTERS + "* [Computer Games](#cgs)\n\n" + HEADS + "# CG's",
    (
        "# L\n\n* [A](#a)\n* [B](#b)\n\n## [T](#t-1)\n\n* [C](#c)\n\n## A\n\n## B\n\n## T\n\n## C"
    ),  # contents that headings divide
    (
        '# L\n\n## [1 S](#1)\n\n* [A](#a)\n* [B](#b)\n\n## [2 T](#2)\n\n<h2 id="1">S</h2>\n\n'
        '### A\n\n### B\n\n<h2 id="2">T</h2>\n'
    ),
    (
        "# L\n\n## [S](#s-1)\n\n* [A](#a)\n* [B](#b)\n\n## [T](#t-1)\n\n## S\n\n### A\n\n### B\n\n"
        "## T"
    ),
]
TITLES = [
    entries(USUAL, "Ann Lee and Bo Chen, [A Theory of Sequences](https://u.org), ICML 2015"),
    f'* {CITED}\n* Eve Fox, "Another Theory", ICML 2015\n',
    entries('Ann Lee and Bo Chen, "{}," ICML 2015', 'Eve Fox, "A Theory of Sequences," ICML 2015'),
    entries("Ann Lee and Bo Chen, {}, ICML 2015", CITED),
    "".join(f"* Ann Lee and Bo Chen, *{t} of\n  Sequences*, ICML 2015\n" for t in ("Art", "Use")),
]
PUNCTUATION = [
    entries(
        "*{}* (2015), A. Lee et al. [[Code](https://u.org)]",
        "*Sums of Parts* (2015), Ann Lee. [[Code](https://u.org)]",
    ),
    "* [Tool](https://u.org) - by a 👩‍💻 in हिन्दी क्‍ष",
    f"* Ann Lee et al., {WORK}, ICML 2015",
    f"* Ann Lee, Bo Chen Jr., and Eve Fox, {WORK}, ICML 2015",
    "* [Tool](https://u.org) - waits... and ends, by Acme Inc., in Node.js, `a  , b ..`",
    "* [Tool](https://u.org) - reads ../data and .NET, at 10:30; a) fast b) small :) 1) free",
    "* [Tool](https://u.org)(s) - on the interval [0, 1) of std::vector",
    "* [Tool](https://u.org) - One sentence.  Another  - with a dash",
    f"* {CITED} (see [1] and (2))",
    f"* {CITED}（see the web)",
    '* Jan "Honza" Lee and Bo Chen, *The 7" Record*, ICML 2015',
    entries("A.Lee and B.Chen, *{}*, ICML 2015", f"A.Lee and B.Chen, {WORK}, ICML 2015"),
    entries(LINKED, "[Tool](https://u.org) - reads lists. [[Code](https://u.org/c)]"),
    entries(LINKED, "Some tasks - [[Code](https://u.org/c)]"),
    f"* {CITED}\n* Eve Fox, {WORK}, J.Chem.Inf.Model. 2005",
    entries(LINKED, f"Ann Lee, {WORK}, Acme Inc. [[Code](https://u.org)]"),
    entries(f"{USUAL}.", f"{CITED}."),
    entries(USUAL, "[Tool](https://u.org) - reads lists."),
    "".join(f"* **Title {n}**(2015), Ann Lee [[pdf](https://u.org/{n})]\n" for n in range(12)),
    "".join(f"* [Tool {n}](https://u.org/{n}) - cut short..  here\n" for n in range(12)),
    f"* Ann Lee**, Bo Chen**. {WORK}, ICML 2015",
    entries(USUAL, f"{CITED}.\n\n  It was written on a boat."),
    entries(f"{USUAL},", f"{CITED},"),
    "| A | B |\n|---|---|\n| [x](https://u.org)   |  y , z |\n",
    "".join(f"* Ann Lee and Bo Chen, *Title {n}*, ICML 2015\n" for n in range(18))
    + "".join(f"* Eve Fox and Bo Chen, *Town {n}*, Acta Lacuum, 2016\n" for n in range(2)),
    entries(USUAL, "**LAKE**. Cost-Effective Reed Language Models, 2016"),
]
NEWS = [
    entries(USUAL, CITED) + f"\n## {heading}\n\n* Template is updated (the order is reversed).\n"
    for heading in ("Updated 2024-06-17", ":bell: Recent updates", "News", "更新日志")
]
LINKS = [
    f"{NAMED}\n<br>[Lakes](https://u.org/l), a set of pictures, holds lakes.",
    f"{NAMED.replace('Lakes', 'Big Lakes')}\n<br>[BL](https://u.org/l) holds lakes.",
    (
        "* [A Theory of Lakes](https://u.org) [[Ann Lee](https://ann.org)]"
        " presented by [[Ann Lee](https://ann.org)]"
    ),
    f"* {CITED} [[Code](https://github.com/a/b)] [[Dataset](https://github.com/a/b)]",
    f"* {CITED} [[Small model](https://github.com/a/b)] [[Large model](https://github.com/a/b)]",
    (
        f"* {CITED} [[Small](https://drive.google.com/drive/folders/1b)]"
        " [[Large](https://drive.google.com/drive/folders/1b)]"
    ),
    entries(LINKED, f"{CITED}, see the [code](https://u.org) of it"),
    entries(LINKED, f"{CITED} [[Code] (https://u.org)]"),
    "* [A](http://u.org/a)\n* [B](https://v.org/b)",
    "* [![A](https://u.org)](https://u.org)",
    "* [A Theory](https://u.org) [[Paper](https://u.org)]",
    f"* {CITED} [[Code](https://u.org)], [[Web](https://u.org/w)]\n",
    (
        "| Paper | Code | Models |\n|---|---|---|\n"
        "| [A Theory of Lakes](https://u.org/a) | [TF](https://v.org) ![](https://w.org/s.svg) "
        "[JAX](https://v.org/j) ![](https://w.org/s.svg) | [small](https://v.org) |\n"
    ),
]
NAMES = [
    f"* Ann Lee\\*, Bo Chen\\*, and Eve Fox, {WORK}, ICML 2015",
    "".join(f"* Ann Lee*, Bo Chen, *Title {n}*, ICML 2015\n" for n in "ABC"),
    f"* *Ann Lee, Bo Chen*, {WORK}, ICML 2015",
    f"* Alex. Lee, Bo Chen Jr., and Eve Fox, {WORK}, ICML 2015",
    f"* Ann Lee†, Bo Chen†, and Eve Fox, {WORK}, ICML 2015",
    f"* Ann Lee†, Bo Chen†, and Eve Fox‡, {WORK}, ICML 2015",
    f"* user1, {WORK}, ICML 2015",
    "* [How We Grow Lakes](https://u.org/g) `Stitch Fix`\n",
    f"* **Ann Lee, Bo Chen**, {WORK}, ICML 2015",
    f"* Ann Lee, and Bo Chen, {WORK}, ICML 2015",
    f"* Ann Lee, Bo.Chen, and Eve Fox, {WORK}, ICML 2015",
    f"* ann_lee and Bo Chen, {WORK}, ICML 2015",
    f"* Ann Lee, Madonna, Prince, and Eve Fox, {WORK}, ICML 2015",
    f"* Ann Lee,and Bo Chen, {WORK}, ICML 2015",
    f"* Ann Lee, Bo Chen, Eve Fox. {WORK}. ICML, 2015",
    f"* Ann Lee (2015). {WORK}. ICML",
    "".join(f"* Ann Lee and Bo Chen, *Title {n}*, ICML 2015\n" for n in "ABC")
    + f"* Lee, Ann, and Bo Chen, {WORK}, ICML 2015\n",
    entries("Ann Lee, Bo Chen, and Eve Fox, *{}*, ICML 2015", CITED),
    entries("Ann Lee and Bo Chen, *{}*, ICML 2015", f"Ann Lee, {WORK}, ICML 2015 workshop"),
]
LAYOUT = [
    "* [A](https://u.org)\n" * 9
    + "* [B](https://u.org/b): the state\n  -of-the-art [C](https://u.org/c)",
    "* [A](https://u.org/a)\n  [More than Boats](https://u.org/b)\n" * 12,
    entries("[{}](https://u.org)", "[A Lake](https://u.org)\n  [More than Boats](https://u.org/b)"),
    "* New.\n\n" + "Ann Lee\n\n   * [B](https://u.org/b)\n\n" * 12,
    "# L\n\n## Nets\n\n"
    + "#### [A Net](https://u.org/b)\n\nICML 2015\n\n1. one\n2. two\n\n" * 9
    + "#### [B Net](https://u.org/c)\n\nICML 2015\n\n1. one\n   1. two\n2. three\n",
    "- [A](https://u.org/a)\n  * [B](https://u.org/b)\n  * [C](https://u.org/c)\n" * 6,
    "* A\n   * [B](https://u.org/b)\n* C\n  * [D](https://u.org/d)\n",
    f"* {CITED}\n  * Eve Fox, *Sums*, ICML 2016\n",
    entries(USUAL, CITED) + "  * Journal version of Eve Fox, *Sums of Parts*, ICML 2016\n",
    "* A\n    * B\n    * C\n    * D\n" * 8 + "* A\n  * B\n  * C\n  * D\n",
    "1. [A](https://u.org/a)\n2.  [B](https://u.org/b)\n",
    entries(USUAL, CITED) + "\n# B\n\n- [A](https://u.org/a)\n",
    "* [A](https://u.org/a)\n* [B](https://u.org/b)\n\nMore.\n\n- [C](https://u.org/c)\n",
]


@pytest.mark.parametrize(
    "text",
    [*CONTENTS, *TITLES, *PUNCTUATION, *NEWS, *LINKS, *NAMES, *LAYOUT],
    ids=lambda t: t[-40:],
)
def test_what_is_in_order_gives_no_finding(text: str, lexicon: Lexicon) -> None:
    found = check(read(source_from_text(text), lexicon))
    assert [(d.code, d.span.line, d.message) for d in found] == []
