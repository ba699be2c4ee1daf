"""Names of people and lists of them."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.found import name_fields
from awesome_rnn_kg.read.line import Line
from awesome_rnn_kg.read.names import parse_names
from awesome_rnn_kg.read.namewords import clean_name, is_name, upright

NAMES = [
    "Alex Graves", "A. Graves", "A.Graves", "Quoc V. Le", "Kuldip K. Paliwal", "Li Fei-Fei",
    'Jan "Honza" Cernocky', "Jürgen Schmidhuber", "Łukasz Kaiser", "Nando de Freitas",
    "Laurens van der Maaten", "Florence d'Alché-Buc", "Zoe McCarthy", "Sammy Davis Jr.", "N Wang",
    "Guodong Long", "Jonathan How", "Minh Do", "Federico Raue1", "Dinh Phung}", "王小明", "김민수",
    "Hung-yi Lee", "Yu-Ting Chen", "Jean-Luc Bee", "Fran¸cois Bee", "A. Saenz- Otero",
]  # fmt: skip
OTHERS = [
    "", "Graves", "alex graves", "Random Forests", "Neural Turing Machines", "Deep Learning",
    "RNN LSTM", "A Tutorial", "A Fast", "Batch Normalization", "Mind's Eye",
    "Alexei Efros (CMU)", "2015 2016",
    "A B C D E F G H", "You Only Look Once", "深度学习的图像分割方法", "x" * 500,
    "Self-Adaptive Nets", "Parser-Directed Fuzz", "Speaker-invariant Sound", "Tree-Based Bees",
    "Big LLMs", "Ann NeurIPS", "Cid CoRL",
    "Janome を使ったテキスト", "Kotlin 变换程序", "大規模な言語 モデル",
]  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_a_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", OTHERS)
def test_no_name(text: str) -> None:
    assert not is_name(text)


LISTS: dict[str, tuple[list[str], bool, bool, str]] = {
    # text: (names, et al., closed, what follows)
    "Mike Schuster and Kuldip K. Paliwal, *Title*": (
        ["Mike Schuster", "Kuldip K. Paliwal"], False, True, "*Title*"),
    "A.Graves, G. Wayne, and I. Danihelka., Neural": (
        ["A.Graves", "G. Wayne", "I. Danihelka"], False, True, "Neural"),
    "Sean Bell, C. Lawrence Zitnick, Inside-Outside Net": (
        ["Sean Bell", "C. Lawrence Zitnick"], False, False, "Inside-Outside Net"),
    "Graves, Alex, and Greg Wayne, ICML 2016": (
        ["Graves, Alex", "Greg Wayne"], False, True, "ICML 2016"),
    "Graves, Alex Bo, Greg Wayne, and Ivo Dee, ICML 2022": (
        ["Graves, Alex Bo", "Greg Wayne", "Ivo Dee"], False, True, "ICML 2022"),
    "Graves, Alex da; Wayne, Greg E.; and Dee, Ivo. ICML": (
        ["Graves, Alex da", "Wayne, Greg E.", "Dee, Ivo"], False, True, ". ICML"),
    "Alex Graves, Greg E. Kim. NeurIPS, 2023": (
        ["Alex Graves", "Greg E. Kim"], False, True, ". NeurIPS, 2023"),
    "Alex Graves, Greg Kim. Preprint'24": (
        ["Alex Graves", "Greg Kim"], False, True, ". Preprint'24"),
    "Alex Graves, Greg C. St. John": (["Alex Graves", "Greg C. St. John"], False, False, ""),
    "Alex Graves, Greg Wayne, others": (["Alex Graves", "Greg Wayne"], True, True, ""),
    "Alex Graves at al.: Nets": (["Alex Graves"], True, True, ": Nets"),
    "Graves A, Wayne G E, arXiv 2014": (
        ["Graves A", "Wayne G E"], False, True, ", arXiv 2014"),
    "Graves, Alex, Wayne, Greg Bo, and Dee, Ivo. Nets": (
        ["Graves, Alex", "Wayne, Greg Bo", "Dee, Ivo"], False, True, ". Nets"),
    "Shape, Pose, Light, and Layout, Depth. ": (
        [], False, False, "Shape, Pose, Light, and Layout, Depth. "),
    "Alex Graves; Greg Wayne": (["Alex Graves", "Greg Wayne"], False, False, ""),
    "Alex Graves & Greg Wayne": (["Alex Graves", "Greg Wayne"], False, True, ""),
    "Alex Graves et al., ICML": (["Alex Graves"], True, True, ", ICML"),
    "Bee, A., Dee, C., ... & Eff, E. Nets": (["Bee, A.", "Dee, C."], True, True, "Nets"),
    "Ann Bee, Cid Dee, …, Eve Eff. Nets": (["Ann Bee", "Cid Dee"], True, True, ". Nets"),
    "Ann Bee,, Cid Dee": (["Ann Bee", "Cid Dee"], False, False, ""),
    "Koban, Can, Ann Bee, and Cid Dee": (
        ["Koban, Can", "Ann Bee", "Cid Dee"], False, True, ""),
    "Dee-Lengeling, Cid, and Ann Bee": (["Dee-Lengeling, Cid", "Ann Bee"], False, True, ""),
    "Hochreiter et al. 1997": (["Hochreiter"], True, True, " 1997"),
    "Alex Graves, Greg Wayne, and others.": (["Alex Graves", "Greg Wayne"], True, True, ""),
    "Alex Graves, Greg Wayne. Title": (["Alex Graves", "Greg Wayne"], False, True, ". Title"),
    "Alex Graves (2014)": (["Alex Graves"], False, True, " (2014)"),
    "Alex Graves\nGreg Wayne": (["Alex Graves"], False, False, "\nGreg Wayne"),
    "Hinton, G., Osindero, S., and Teh, Y. (2006)": (
        ["Hinton, G.", "Osindero, S.", "Teh, Y."], False, True, "(2006)"),
    "Gilmer, Justin and Schoenholz, Samuel S and Dahl, George E.": (
        ["Gilmer, Justin", "Schoenholz, Samuel S", "Dahl, George E."], False, True, ""),
    "Bee A., Dee C. D. and Eff E. Nets of trees": (
        ["Bee A.", "Dee C. D.", "Eff E."], False, True, " Nets of trees"),
    "Bee A., Dee C., and E. Effen. Nets of trees": (
        ["Bee A.", "Dee C.", "E. Effen"], False, True, ". Nets of trees"),
    "Bee A. et al. Nets": (["Bee A."], True, True, " Nets"),
    "Bee A.，Dee C.。Nets": (["Bee A.", "Dee C."], False, True, "。Nets"),
    "Bee A C, Dee E F. Nets": (["Bee A C", "Dee E F"], False, True, ". Nets"),
    "Ann B. Bee, Cid D. Dee. Nets": (["Ann B. Bee", "Cid D. Dee"], False, True, ". Nets"),
    "Dee, Cid and Efros, Alexei A. ICML": (
        ["Dee, Cid", "Efros, Alexei A."], False, True, " ICML"),
    "Bengio, Yoshua, Ian J. Goodfellow, and Aaron Courville. Deep": (
        ["Bengio, Yoshua", "Ian J. Goodfellow", "Aaron Courville"], False, True, ". Deep"),
    "Szegedy, Christian, et al. Deep": (["Szegedy, Christian"], True, True, " Deep"),
    'Graves, Alex. "Deep': (["Graves, Alex"], False, True, '. "Deep'),
    "王小明、李雷": (["王小明", "李雷"], False, False, ""),
    "Show, Attend, and Tell: Nets": ([], False, False, "Show, Attend, and Tell: Nets"),
    "GigaAI, China": ([], False, False, "GigaAI, China"),
    "Neural Turing Machines, NIPS": ([], False, False, "Neural Turing Machines, NIPS"),
    "": ([], False, False, ""),
}  # fmt: skip


@pytest.mark.parametrize("text", LISTS)
def test_list_of_names(text: str) -> None:
    found = parse_names(text)
    names = [text[a:b] for a, b in found.names]
    assert (names, found.et_al, found.closed, text[found.stop :]) == LISTS[text]


def test_names_are_sought_between_bounds_only() -> None:
    text = "x Alex Graves, Greg Wayne y"
    found = parse_names(text, 2, 13)
    assert [text[a:b] for a, b in found.names] == ["Alex Graves"]


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("Federico Raue1", "Federico Raue"), ("Alex Graves*†", "Alex Graves"),
        ("A.Graves", "A. Graves"), ("G. E. Hinton", "G. E. Hinton"),
        ("Alex Graves.", "Alex Graves"), ("Sammy Davis Jr.", "Sammy Davis Jr."),
        (" Alex  Graves,", "Alex Graves"), ("Andr{'e} Bee", "André Bee"),
        ("Ju \u0308rgen Bee", "Jürgen Bee"),
        ('Ann M{\\"u}ller', "Ann Müller"), ("{\\v{S}}imek Bee", "Šimek Bee"),
    ],
)  # fmt: skip
def test_clean_name(printed: str, clean: str) -> None:
    assert clean_name(printed) == clean


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Hinton, G. E.", "G. E. Hinton"), ("van der Maaten, Laurens", "Laurens van der Maaten"),
        ("Alex Graves", "Alex Graves"), ("Sammy Davis, Jr.", "Sammy Davis, Jr."),
    ],
)  # fmt: skip
def test_upright(printed: str, expected: str) -> None:
    assert upright(printed) == expected


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Bee A.", "A. Bee"),
        ("Bee A. C.", "A. C. Bee"),
        ("Bee AC", "AC Bee"),
        ("Bee A C", "A C Bee"),
        ("van der Bee A.-C.", "A.-C. van der Bee"),
        ("A. Bee", "A. Bee"),
    ],
)
def test_a_surname_in_front_goes_behind(printed: str, name: str) -> None:
    assert upright(printed, surname_first=True) == name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Fran¸cois Bee", "François Bee"),
        ("Bert M¨uller", "Bert Müller"),
        ("Rene´ Bee", "René Bee"),
        ("Ju \u0308rgen Bee", "Jürgen Bee"),
        ("Germ \u0301an Bee", "Germán Bee"),
        ("Ivana Bic \u0301", "Ivana Bić"),
        ("´Eric Bee", "Éric Bee"),
        ("Sean O´Brien", "Sean O´Brien"),
    ],
)
def test_an_accent_goes_on_its_letter(printed: str, name: str) -> None:
    assert clean_name(printed) == name


def test_an_accent_behind_the_comma_goes_back(line: Callable[[str], Line]) -> None:
    text = "Ann Bee, Christopher Re,\u0301 Li Fei-Fei"
    found = name_fields(line(text), parse_names(text))
    assert [f.text for f in found] == ["Ann Bee", "Christopher Ré", "Li Fei-Fei"]
