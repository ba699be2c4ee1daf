"""RNN110 to RNN199: the very characters at fault, what is said of them, and what mends them."""

import pytest

from awesome_rnn_kg.read.checks import check
from awesome_rnn_kg.read.checks.examples import entries
from awesome_rnn_kg.read.lexicon import Lexicon
from awesome_rnn_kg.read.reader import read
from awesome_rnn_kg.text.diagnostics import Diagnostic
from awesome_rnn_kg.text.fixes import mend
from awesome_rnn_kg.text.source import source_from_text

WORK = "*A Theory of Sequences*"
CITED = f"Ann Lee and Bo Chen, {WORK}, ICML 2015"
USUAL = "Ann Lee and Bo Chen, *{}*, ICML 2015"
LINKED = "Ann Lee and Bo Chen, *{}*, ICML 2015 [[Code](https://u.org)]"
THREE = "Ann Lee, Bo Chen, and Eve Fox, *{}*, ICML 2015"

BESIDE = "those that the contents list beside it"

# the text, then each finding: place «characters» code message
FINDINGS = [
    (
        "* [A](#a)\n* [B](#b-)\n\n## A\n\n## B",
        '2:3 «[B](#b-)» RNN110 "#b-" leads to no heading of the list',
    ),
    (
        "* [A](#a)\n* [B](b)\n\n## A\n\n## B",
        '2:3 «[B](b)» RNN110 "b" leads to a file; the heading "B" is at "#b"',
    ),
    (
        "* [A](#a)\n* [B](#c)\n\n## [A](#top-of-it)\n\n## [C](#top-of-it)",
        (
            '4:4 «[A](#top-of-it)» RNN110 "#top-of-it" leads to no heading of the list '
            "(2 headings link to it)"
        ),
    ),
    (
        "* [A](#a)\n* [Data](#tools-for)\n* [C](#c)\n\n# A\n\n# Tools for Data\n\n# C",
        '2:3 «[Data](#tools-for)» RNN110 "#tools-for" leads to no heading of the list',
    ),
    (
        "* [A](#a)\n* [D](#b-d)\n\n## A\n\n### D\n\n## B\n\n### D",
        '2:3 «[D](#b-d)» RNN110 "#b-d" leads to no heading of the list',
    ),
    (
        "* [A](#a)\n* [B](#c)\n\n## A\n\n## D",
        '2:3 «[B](#c)» RNN110 "#c" leads to no heading of the list',
    ),
    (
        "- [A](#a)\n  - [B](#b)\n- [C](#c)\n- [E](#e)\n\n# A\n## B\n# C\n# D\n# E",
        '9:3 «D» RNN111 heading "D" is missing from the contents',
    ),
    (
        "- [A/B](#a--b)\n- [C](#c)\n\n# A / B\n# C",
        '1:3 «[A/B](#a--b)» RNN112 the contents have "A/B", the heading is "A / B"',
    ),
    (
        "".join(f"- [{c}](#{c.lower()})\n" for c in "ABCDEFGHI")
        + "- [Reading](#joy)\n\n"
        + "".join(f"# {c}\n" for c in "ABCDEFGHI")
        + "# Joy\n",
        '10:3 «[Reading](#joy)» RNN112 the contents have "Reading", the heading is "Joy"',
    ),
    (
        '- [A](#a)\n- [C](#c)\n- [D](#x)\n\n# A\n\n<a name="x"></a>\n\n# C\n\n# D',
        '3:3 «[D](#x)» RNN112 "#x" leads to the heading "C", not to "D"',
    ),
    (
        "- [A](#a)\n  - [B](#b)\n- [C](#c)\n  - [D](#d)\n\n# A\n## B\n## D\n# C",
        '8:4 «D» RNN113 "D" stands below "A", but the contents list it below "C"',
    ),
    (
        "".join(f"- [{c}](#{c.lower()})\n" for c in "ABCDEF")
        + "".join(f"\n## {c}\n" for c in "ABCDE")
        + "\n### F\n",
        f'18:5 «F» RNN113 "F" is a heading of level 3, {BESIDE} of level 2',
    ),
    (
        "# A\n## B\n# C\n### D",
        "4:5 «D» RNN114 heading of level 3 below one of level 1",
    ),
    (
        "# L\n## A\n### B\n##### C\n## D",
        "4:7 «C» RNN114 heading of level 5 below one of level 3",
    ),
    (
        "# L\n##Books\nof all ages",
        '2:1 «##» RNN115 "##" without a blank behind it makes no heading',
    ),
    (
        entries(USUAL, CITED) + "\nEve Fox, *Sums of Parts*, ICML 2015\n",
        "12:1 «Eve Fox, *Sums of Parts*, ICML 2015» RNN173 citation without a bullet",
    ),
    (
        entries(USUAL, "Ann Lee and Bo Chen, A Theory of Sequences, ICML 2015"),
        "10:24 «A Theory of Sequences» RNN120 title is not set off, where the list uses italics",
    ),
    (
        entries(USUAL, 'Ann Lee and Bo Chen, "A Theory of Sequences," ICML 2015'),
        (
            "10:25 «A Theory of Sequences,» RNN121 title is in quotation marks, where the list uses"
            " italics"
        ),
    ),
    (
        entries(USUAL, "Ann Lee and Bo Chen, *A Theory of Sequences,* ICML 2015"),
        '10:46 «,» RNN123 "," stands inside the marks of the title',
    ),
    (
        f"* Ann Lee and Bo Danihelka., {WORK}, ICML 2015",
        '1:27 «.,» RNN130 ".," is doubled punctuation',
    ),
    (f"* {CITED}. .", '1:58 «. .» RNN130 ". ." is doubled punctuation'),
    (f"* Ann Lee and Bo Chen , {WORK}, ICML 2015", '1:22 « » RNN131 blank before ","'),
    (f"* Ann Lee and Bo Chen\n  , {WORK}, ICML 2015", '2:3 «,» RNN131 "," begins a line'),
    (
        f"* J.P.Lee and Bo Chen, {WORK}, ICML 2015",
        "1:7 «L» RNN132 no blank between the initial and the surname",
    ),
    (
        "* [Tool](https://u.org)(a long name): does things",
        "1:24 «(» RNN132 no blank between the link and the bracket",
    ),
    (
        "* Ann Lee and Bo Chen, *Sums:Parts and Wholes*, ICML 2015",
        '1:30 «P» RNN132 no blank behind ":"',
    ),
    (
        f"* Ann Lee and Bo Chen, {WORK}, ICML 2015, Long Talks(2015)",
        "1:70 «(» RNN132 no blank before the bracket",
    ),
    (f"* Ann Lee,  Bo Chen, {WORK}, ICML 2015", "1:11 «  » RNN133 2 blanks in a row"),
    (f"* Ann Lee and Bo  Chen, {WORK}, ICML 2015", "1:17 «  » RNN133 2 blanks in a row"),
    (f"* {CITED} (oral", '1:59 «(» RNN134 "(" is never closed'),
    (f"* {CITED} [[Code](https://u.org)", '1:59 «[» RNN134 "[" is never closed'),
    (f"* {CITED} [Code](https://u.org)]", '1:80 «]» RNN134 "]" is never opened'),
    ('* Ann Lee and Bo Chen, "Sums of Parts, ICML 2015', '1:24 «"» RNN135 " has no partner'),
    (
        "* Ann Lee and Bo Chen, **A Theory of Sequences, ICML 2015",
        '1:24 «**» RNN134 "**" is never closed',
    ),
    (
        "* Ann Lee and Bo Chen, A Theory of Sequences**, ICML 2015",
        '1:45 «**» RNN134 "**" is never opened',
    ),
    (
        "* *Sums of Parts* (2016),A. Lee et al.",
        '1:26 «A» RNN132 no blank behind ","',
    ),
    (
        entries(LINKED, f"{CITED} : [[Code](https://u.org)]"),
        '10:59 «:» RNN136 ":" stands before the links',
    ),
    (
        entries(
            "*{}* (2015), A. Lee et al. [[Code](https://u.org)]",
            "*Sums of Parts* (2015), A. Lee et al., [[Code](https://u.org)]",
        ),
        '10:40 «,» RNN136 "," stands before the links',
    ),
    (
        "* Ann Lee and Bo Chen, *A Theory\ufffc\ufffc\ufffc of Sequences*, ICML 2015",
        (
            "1:33 «\ufffc\ufffc\ufffc» RNN139 invisible character U+FFFC"
            " (object replacement character) and 2 more"
        ),
    ),
    (
        "* Ann Lee and Bo Chen, *A Theory\u200b of Sequences*, ICML 2015",
        "1:33 «\u200b» RNN139 invisible character U+200B (zero width space)",
    ),
    (
        "* [Tool](https://u.org/a\ufeff)",
        "1:25 «\ufeff» RNN139 invisible character U+FEFF (zero width no-break space)",
    ),
    (
        entries(LINKED, f"{CITED} [[Code](https://u.org)]."),
        "10:82 «.» RNN137 full stop at the end of an entry",
    ),
    (
        entries(LINKED, f"{CITED} [[Code]](https://u.org)"),
        (
            "10:59 «[[Code]](https://u.org)» RNN140 link is written [[Code]](…), where the list has"
            " [[Code](…)]"
        ),
    ),
    (
        entries(LINKED, f"{CITED} [Code](https://u.org)"),
        (
            "10:59 «[Code](https://u.org)» RNN140 link is written [Code](…), where the list has"
            " [[Code](…)]"
        ),
    ),
    (
        entries(LINKED, f"{CITED} [[CODE](https://u.org)]"),
        '10:61 «CODE» RNN141 label "CODE", where the list has "Code"',
    ),
    (
        entries(
            LINKED.replace("Code", "Paper"),
            f"{CITED} [[Paper](https://u.org)]\n* {CITED} [[Pape](https://u.org/b)]",
        ),
        '11:61 «Pape» RNN141 label "Pape", where the list has "Paper"',
    ),
    (
        "* [A](https://u.org/a)\n* [B](http://u.org/b)",
        "2:3 «[B](http://u.org/b)» RNN142 link to u.org by http; the list reaches it by https, too",
    ),
    (
        "* [A](https://u.org/a)\n" + "* [B](http://u.org/b)\n" * 12,
        (
            "2:3 «[B](http://u.org/b)» RNN142 first of 12 links to u.org by http; the list reaches"
            " it by https, too"
        ),
    ),
    (
        f"* {CITED} [[Code](https://u.org/)] [[Web](https://u.org)]",
        '1:85 «[Web](https://u.org)» RNN143 link "Web" has the target of "Code" before it',
    ),
    (
        f"* {CITED} [[A](https://u.org)] [[B](https://u.org)] [[C](https://u.org)]",
        (
            '1:81 «[B](https://u.org)» RNN143 link "B" and 1 more behind it have the target of "A"'
            " before it"
        ),
    ),
    (
        (
            "| Title | Code |\n|---|---|\n"
            "| [A Theory](https://u.org/a) | [TF](https://v.org) [JAX](https://v.org) |"
        ),
        '3:53 «[JAX](https://v.org)» RNN143 link "JAX" has the target of "TF" before it',
    ),
    (
        f"* Ann Lee and Bo Chen†, {WORK}, ICML 2015",
        '1:22 «†» RNN150 "†" in the name of Bo Chen',
    ),
    (
        f"* Ann Lee*, Bo Chen, and Eve Fox, {WORK}, ICML 2015",
        '1:10 «*» RNN150 "*" in the name of Ann Lee',
    ),
    *(
        (
            f"* Ann Lee{mark}, Bo Chen, and Eve Fox, {WORK}, ICML 2015",
            f'1:10 «{mark}» RNN150 "{mark}" in the name of {name}',
        )
        for mark, name in (("^1", "Ann Lee"), ("#", "Ann Lee"), ("’", "Ann Lee’"), (":", "Ann Lee"))
    ),
    (
        f"* Ann_Lee, Bo Chen, and Eve Fox, {WORK}, ICML 2015",
        '1:6 «_» RNN150 "_" in the name of Ann_Lee',
    ),
    (
        f"* Ann Lea.nder, Bo Chen, and Eve Fox, {WORK}, ICML 2015",
        '1:10 «.» RNN150 "." in the name of Ann Lea.nder',
    ),
    (
        f"* Ann Le,ander, Bo Chen, and Eve Fox, {WORK}, ICML 2015",
        '1:9 «,» RNN150 "," cuts a name in two: "Ann Le" and "ander"',
    ),
    (
        entries(THREE, f"Bo Chen, Anna, Leander, and Eve Fox, {WORK}, ICML 2015"),
        '10:16 «,» RNN150 "," cuts a name in two: "Anna" and "Leander"',
    ),
    (
        entries(THREE, f"Leander, Anna, Bo H. . Chen, and Eve Fox, {WORK}, ICML 2015"),
        '10:22 «. .» RNN130 ". ." is doubled punctuation',
    ),
    (
        f"* Annabel. Lee, Bo Chen, and Eve Fox, {WORK}, ICML 2015",
        '1:10 «.» RNN150 "." in the name of Annabel. Lee',
    ),
    (
        f"* Ann Lee; and Bo Chen, {WORK}, ICML 2015",
        '1:10 «;» RNN150 ";" in the name of Ann Lee',
    ),
    (
        f"* Ann Lee and Bo Chen, {WORK} (), ICML 2015",
        '1:48 «()» RNN130 "()" is empty',
    ),
    (
        "|A|B|\n|-|-|\n" + "|[Lake](https://u.org/a)|2015|\n" * 9 + "|Hill](https://u.org/b)|2015|",
        '12:6 «]» RNN134 "]" is never opened',
    ),
    (
        f"* Ann Lee;, Bo Chen, and Eve Fox, {WORK}, ICML 2015",
        '1:10 «;» RNN150 ";" in the name of Ann Lee',
    ),
    (
        f"* Ann Lee, Bo Chen, and .Eve Fox, {WORK}, ICML 2015",
        '1:25 «.» RNN150 "." in the name of Eve Fox',
    ),
    (
        f"* Ann Lee', Bo Chen, and Eve Fox, {WORK}, ICML 2015",
        """1:10 «'» RNN150 "'" in the name of Ann Lee'""",
    ),
    (
        entries(LINKED, f"{CITED} [[Code](https://u.org)]\n-{CITED} [[Code](https://u.org/b)]"),
        f"11:1 «-{CITED} [[Code](https://u.org/b)]» RNN173 bullet without a blank",
    ),
    (
        entries(
            "[{}](https://u.org)", "[A Lake](https://u.org)\n[More than Boats](https://u.org/b)"
        ),
        "11:1 «[More than Boats](https://u.org/b)» RNN173 citation without a bullet",
    ),
    (
        "## A\n### 2018\n#### 2017\n### 2016\n",
        "3:6 «2017» RNN114 heading of level 4 between years of level 3",
    ),
    ("* [A](https://u.org)\n*\n* [B](https://u.org/b)", "2:1 «*» RNN174 bullet without text"),
    (
        "1. [A](https://u.org)\n\n1. \n*Ann Lee.* ICML 2015. [paper](https://u.org/b)",
        "3:1 «1.» RNN174 bullet without text",
    ),
    (
        "* [A](https://u.org)\n" * 9 + "-Lakes (2015) [[Paper](https://u.org/b)]",
        "10:1 «-Lakes (2015) [[Paper](https://u.org/b)]» RNN173 bullet without a blank",
    ),
    (
        entries(USUAL, f"Lakes\n  {CITED}"),
        f"11:1 «  {CITED}» RNN173 citation without a bullet",
    ),
    (
        f"* Ann Lee1, Bo Chen, and Eve Fox, {WORK}, ICML 2015",
        '1:10 «1» RNN150 "1" in the name of Ann Lee',
    ),
    (
        f"* Ann Lee and Ren´e Petit, {WORK}, ICML 2015",
        '1:15 «Ren´e Petit» RNN154 an accent stands beside its letter in "Ren´e Petit"',
    ),
    (
        entries(THREE, f"Ann Lee, Bo Chen and Eve Fox, {WORK}, ICML 2015"),
        '10:19 « and » RNN152 " and " before the last author, where the list has ", and "',
    ),
    (
        entries(THREE, f"Ann Lee, Bo Chen, and Eve Fox: {WORK}, ICML 2015"),
        '10:32 «:» RNN153 ":" ends the authors, where the list has ","',
    ),
    (
        entries(USUAL, f"Ann Lee and Bo Chen, {WORK}, ICML, 2015"),
        '10:53 «, » RNN162 ", " before the year, where the list has " "',
    ),
    (
        entries(USUAL, CITED) + "+ [A](https://u.org)",
        '11:1 «+» RNN170 bullet "+", where those beside it have "*"',
    ),
    (
        "* [A](https://u.org)\n- [B](https://u.org/b)\n- [C](https://u.org/c)",
        '1:1 «*» RNN170 bullet "*", where those beside it have "-"',
    ),
    (
        entries(USUAL, f" {CITED}"),
        "10:2 «  » RNN171 2 blanks behind the bullet, where the list has 1",
    ),
    (
        entries(USUAL, CITED) * 3 + f" * {CITED}\n" * 3,
        (
            "31:1 « *» RNN171 bullet and the 2 behind it are indented by 1, the others of the level"
            " by 0"
        ),
    ),
    (
        entries(USUAL, f"* {CITED}"),
        "10:1 «* » RNN171 bullet behind a bullet",
    ),
]


def told(text: str, diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    line = text.split("\n")[span.line - 1]
    words = line[span.column - 1 : span.end_column - 1]
    return f"{span.line}:{span.column} «{words}» {diagnostic.code} {diagnostic.message}"


def test_a_bare_url_fills_its_brackets(lexicon: Lexicon) -> None:
    def codes(hole: str) -> list[str]:
        text = f"* [Lakes](https://u.org) - Notes on Rapids ({hole}) for cells."
        return [d.code for d in check(read(source_from_text(text), lexicon))]

    assert ("RNN130" in codes("https://www.rapids.ai/"), "RNN130" in codes("")) == (False, True)


@pytest.mark.parametrize(("text", "expected"), FINDINGS)
def test_what_is_said_and_where(text: str, expected: str, lexicon: Lexicon) -> None:
    found = check(read(source_from_text(text), lexicon))
    assert [told(text, d) for d in found] == [expected]


MENDED = [
    ("* [B](#b-)\n\n# B", "* [B](#b)\n\n# B"),
    ("* [B](#c)\n\n# B", "* [B](#b)\n\n# B"),
    ("* [B](#c)\n\n# D", "* [B](#c)\n\n# D"),
    (f"* {CITED} [[Code](https://u.org)", f"* {CITED} [[Code](https://u.org)]"),
    (f"* {CITED} [Code](https://u.org)]", f"* {CITED} [[Code](https://u.org)]"),
    (
        f"* {CITED} [[Code](https://u](https://u.org)]",
        f"* {CITED} [[Code](https://u](https://u.org)]",
    ),
    (f"* {CITED} [[C(ode](https://u.org)]", f"* {CITED} [[C(ode](https://u.org)]"),
    (f"* {CITED} (oral", f"* {CITED} (oral"),
    (
        f"* Ann Lee{' ' * 30}, Bo Chen, {WORK}, ICML 2015",
        f"* Ann Lee, Bo Chen, {WORK}, ICML 2015",
    ),
    (
        "- [A](#a)\n  - [B](#b)\n- [E](#e)\n- [F](#f)\n\n# A\n## B\n# C\n# D\n# E\n# F",
        (
            "- [A](#a)\n  - [B](#b)\n- [C](#c)\n- [D](#d)\n- [E](#e)\n- [F](#f)\n\n"
            "# A\n## B\n# C\n# D\n# E\n# F"
        ),
    ),
    ("# A\n## B\n# C\n#### D\n##### E", "# A\n## B\n# C\n#### D\n##### E"),
    (
        entries(THREE, f"Lee, Ann. {WORK}, ICML 2015"),
        entries(THREE, f"Lee, Ann. {WORK}, ICML 2015"),
    ),
    (
        entries(USUAL, CITED).replace("* Ann", "*  Ann", 1),
        entries(USUAL, CITED),
    ),
    (
        entries(USUAL, f"{CITED}\n  * [Code](https://u.org)").replace(f"* {CITED}", f"*  {CITED}"),
        entries(USUAL, f"{CITED}\n  * [Code](https://u.org)").replace(f"* {CITED}", f"*  {CITED}"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_what_is_mended_and_what_is_left(text: str, expected: str, lexicon: Lexicon) -> None:
    found = check(read(source_from_text(text), lexicon))
    assert found
    assert mend(text, found)[0] == expected
