"""What headings and group labels name."""

import pytest

from awesome_rnn_kg.read.document import Field
from awesome_rnn_kg.resolve.meanings import Meaning, heading_meaning, label_meaning
from awesome_rnn_kg.text.source import Span

from .lists import BASE, KNOWN

HERE = Span("list.md", 3, 3, 3, 30)
VISION = (f"{BASE}application/computer-vision",)
TRANSLATION = (f"{BASE}application/machine-translation",)


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Computer Vision", Meaning(applications=VISION)),
        ("3.1 Computer vision:", Meaning(applications=VISION)),
        ("Image / Video / Etc", Meaning(applications=VISION)),
        ("Computer Vision (CV)", Meaning(applications=VISION)),
        ("Computer Vision and Machine Translation", Meaning(applications=VISION + TRANSLATION)),
        (
            "Robotics / Computer Vision",
            Meaning(applications=(f"{BASE}application/robotics", *VISION)),
        ),
        ("Books / Thesis", Meaning(kinds=("Book", "Thesis"))),
        ("Codes", Meaning(kinds=("Software",))),
        ("Computer Vision Datasets", Meaning(kinds=("Dataset",))),
        ("Datasets of Computer Vision", Meaning(kinds=("Dataset",))),
        ("Data for Surveys", Meaning()),
        ("5.Computer Vision(计算机视觉)", Meaning(applications=VISION)),
        ("Computer Vision 计算机视觉：", Meaning(applications=VISION)),
        ("Codes 代码", Meaning(kinds=("Software",))),
        ("5.x Computer Vision", Meaning()),
        ("Uses and New Datasets", Meaning(kinds=("Dataset", "Paper"))),
        ("Codes and Datasets", Meaning(kinds=("Software", "Dataset"))),
        ("2015", Meaning(year=2015)),
        ("Papers of nowhere", Meaning()),
        ("Etc.", Meaning()),
        ("", Meaning()),
    ],
)
def test_headings(heading: str, meaning: Meaning) -> None:
    assert heading_meaning(heading, KNOWN) == meaning


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("UCLA", Meaning(institutions=("UCLA",))),
        ("UCLA + Baidu", Meaning(institutions=("UCLA", "Baidu"))),
        ("UCLA / Baidu", Meaning(institutions=("UCLA", "Baidu"))),
        ("ETH Zurich and Yandex", Meaning(institutions=("ETH Zurich", "Yandex"))),
        (
            "University of Girona & University of Oxford",
            Meaning(institutions=("University of Girona", "University of Oxford")),
        ),
        ("UCLA + iNowhere Works", Meaning(institutions=("UCLA", "iNowhere Works"))),
        ("FastNet, UCLA", Meaning(institutions=("UCLA",))),
        ("UCLA/Yandex", Meaning(institutions=("UCLA", "Yandex"))),
        ("University of Girona, Spain", Meaning(institutions=("University of Girona, Spain",))),
        (
            "Baidu, Girona University, Spain",
            Meaning(institutions=("Baidu", "Girona University")),
        ),
        ("UCLA, NetWorks, Baidu", Meaning(institutions=("UCLA", "NetWorks", "Baidu"))),
        ("UCLA + Nowhere Works", Meaning(institutions=("UCLA", "Nowhere Works"))),
        (
            "GRU (Gated Recurrent Unit)",
            Meaning(architectures=(f"{BASE}architecture/gated-recurrent-unit",)),
        ),
        ("LSTM", Meaning(architectures=(f"{BASE}architecture/long-short-term-memory",))),
        ("Machine Translation", Meaning(applications=TRANSLATION)),
        ("Surveys", Meaning(kinds=("Survey",))),
        ("Python", Meaning(languages=("Python",))),
        ("C++ / Java", Meaning(languages=("C++", "Java"))),
        ("Java and tea", Meaning()),
        ("2016", Meaning(year=2016)),
        ("Etc.", Meaning()),
        ("learning to research", Meaning()),
    ],
)
def test_labels(label: str, meaning: Meaning) -> None:
    assert label_meaning(Field(label, HERE), KNOWN) == meaning


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("Alex Graves (2008)", ["Alex Graves"]),
        ("Tomáš Mikolov (2008)", ["Tomáš Mikolov"]),
        ("Ann Lee, Bo Chen, and Cy Dee (2008)", ["Ann Lee", "Bo Chen", "Cy Dee"]),
    ],
)
def test_names_with_a_year_are_authors(label: str, names: list[str]) -> None:
    found = label_meaning(Field(label, HERE), KNOWN)
    assert found == Meaning(authors=tuple(Field(n, HERE) for n in names), year=2008)


def test_a_name_without_a_year_is_no_author() -> None:
    assert label_meaning(Field("Alex Graves", HERE), KNOWN).authors == ()
