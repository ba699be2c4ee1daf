"""Citations as styles of reference print them, and titles that look like venues."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Mention
from awesome_rnn_kg.read.names import parse_names

from .test_styles import P, Seen, T, seen

Read = Callable[[str], Document]
Venues = tuple[tuple[str, int | None], ...]

LB = ("Ann Lee", "Bo Chen")
SHEEP = "Deep sheep for all of us"
ARXIV: Venues = (("arXiv:1609.04309", 2016),)
NATURE: Venues = (("Nature", 2015),)
BED = ("A. Bee", "C. Dee")
FIRST = "Zed Zulu, *Nets of Ours*, ICML 2011"


def mention(document: Read, text: str) -> Mention:
    """What the second of two bullets says; the first keeps the heading a heading."""
    nodes = document(f"# L\n\n## P\n\n* {FIRST}\n* {text}\n").nodes
    return nodes[1].mentions[0]


VENUE_WORDS = (
    "Workshop Scheduling with Recurrent Networks",
    "Journal Ranking with Recurrent Networks",
    "Conference Call Transcription",
    "Proceedings Mining",
    "Transactions Fraud Detection with LSTM",
    "Letters from Images",
    "Symposium Planning with Deep Nets",
    "IEEE Standards Parsing",
    "The Journal of Everything",
    "Nature",
    "Technical Report Generation",
    "arXiv:1511.02301 Considered Harmful",
    "2015: A Year in Review",
    "Preprint Servers",
)
AROUND_A_TITLE: dict[str, tuple[tuple[str, ...], Venues]] = {
    "Ann Lee and Bo Chen, *{}*, ICML 2016": (LB, (("ICML", 2016),)),
    "Ann Lee and Bo Chen, **{}**, ICML 2016": (LB, (("ICML", 2016),)),
    'Ann Lee and Bo Chen, "{}," JMLR, vol. 3, 2003.': (LB, (("JMLR", 2003),)),
    "Ann Lee, *{}*, ICML 2016 Workshop on Foo": (("Ann Lee",), (("ICML Workshop on Foo", 2016),)),
    "Ann Lee, Bo Chen. *{}*. NIPS 2015.": (LB, (("NIPS", 2015),)),
    "Ann Lee and Bo Chen, *{}* (ICML 2016)": (LB, (("ICML", 2016),)),
    "Ann Lee and Bo Chen, *{}*, arXiv:1609.04309 / CVPR 2016": (
        LB,
        (("arXiv:1609.04309", None), ("CVPR", 2016)),
    ),
    "Ann Lee and Bo Chen, *{}*, *Neural Computation*, 1997": (LB, (("Neural Computation", 1997),)),
    "*{}*, Ann Lee and Bo Chen, ICML 2016": (LB, (("ICML", 2016),)),
}


@pytest.mark.parametrize("title", VENUE_WORDS)
@pytest.mark.parametrize("style", AROUND_A_TITLE)
def test_a_title_in_its_place_is_no_venue(document: Read, style: str, title: str) -> None:
    authors, venues = AROUND_A_TITLE[style]
    found = seen(mention(document, f"{style.format(title)} [[pdf]({P})]"))
    assert found == Seen(title, authors, venues=venues, links=(("pdf", P),))


def test_an_et_al_before_a_title_that_looks_like_a_venue(document: Read) -> None:
    found = seen(mention(document, "Lee et al., *Journal Ranking with Nets*, ICML 2016"))
    expected = Seen("Journal Ranking with Nets", ("Lee",), True, venues=(("ICML", 2016),))
    assert found == expected


@pytest.mark.parametrize(
    "title", ["Workshop Scheduling in Bare Style", "Technical Report Generation for Hospitals"]
)
@pytest.mark.parametrize(
    "style", ["Ann Lee, Bo Chen. {}. ICML 2016.", "Ann Lee, Bo Chen, {}, ICML 2016"]
)
def test_a_bare_title_with_the_word_of_a_venue(document: Read, style: str, title: str) -> None:
    found = seen(mention(document, style.format(title)))
    assert found == Seen(title, LB, venues=(("ICML", 2016),))


# A venue in italics behind a title, or without one, stays a venue.
VENUES_IN_ITALICS = {
    f"Ann Lee and Bo Chen, {SHEEP}, *Journal of Sheep*, 2003": Seen(
        SHEEP, LB, venues=(("Journal of Sheep", 2003),)
    ),
    f"Ann Lee and Bo Chen. {SHEEP}. *Nature*, 2015.": Seen(SHEEP, LB, venues=NATURE),
    f"**{SHEEP}**. Ann Lee and Bo Chen. *Nature*. 2015": Seen(SHEEP, LB, venues=NATURE),
    f"Ann Lee and Bo Chen. {SHEEP}. *ICML 2015*.": Seen(SHEEP, LB, venues=(("ICML", 2015),)),
    f"[{SHEEP}]({T}). Ann Lee and Bo Chen. *Workshop on Sheep*, 2015.": Seen(
        SHEEP, LB, venues=(("Workshop on Sheep", 2015),), links=((SHEEP, T),)
    ),
    "Ann Lee and Bo Chen, *Nature*, 2015": Seen("", LB, venues=NATURE),
    "Ann Lee and Bo Chen, *ICML 2015*": Seen("", LB, venues=(("ICML", 2015),)),
    "Ann Lee and Bo Chen, *ICML 2015*, arXiv:1609.04309": Seen(
        "", LB, venues=(("ICML", 2015), ("arXiv:1609.04309", None))
    ),
    "Ann Lee and Bo Chen, *Nature*, Springer, 2015": Seen("", LB, venues=NATURE),
    "Ann Lee and Bo Chen, Workshop on Sheep, ICML 2016": Seen(
        "", LB, venues=(("Workshop on Sheep", None), ("ICML", 2016))
    ),
}


@pytest.mark.parametrize("text", VENUES_IN_ITALICS)
def test_a_venue_in_italics_stays_one(document: Read, text: str) -> None:
    assert seen(mention(document, text)) == VENUES_IN_ITALICS[text]


SCHOLAR_NAMES = {
    "A Grave, E Joulin, M Cisse": ("A Grave", "E Joulin", "M Cisse"),
    "A Bee, C Dee": ("A Bee", "C Dee"),
    "C Dee, A Bee": ("C Dee", "A Bee"),
    "A Graves": ("A Graves",),
    "KM Bee, T Dee, E Eff": ("KM Bee", "T Dee", "E Eff"),
    "Ann Lee, Bo Chen": LB,
    "A. Bee and C. Dee": BED,
}
SCHOLAR_VENUES: dict[str, Venues] = {
    "arXiv preprint arXiv:1609.04309, 2016.": ARXIV,
    "arXiv preprint arXiv:1609.04309 (2016).": ARXIV,
    "arXiv:1609.04309.": (("arXiv:1609.04309", None),),
    "CoRR abs/1609.04309, 2016.": ARXIV,
    "NIPS, 2016.": (("NIPS", 2016),),
    "Neural computation 9 (8), 1735-1780, 1997.": (("Neural computation", 1997),),
    "Proceedings of the conference on sheep, 2016.": (
        ("Proceedings of the conference on sheep", 2016),
    ),
}


@pytest.mark.parametrize("title", [SHEEP, "Sheep nets", "Lstm: a search space odyssey"])
@pytest.mark.parametrize("venue", SCHOLAR_VENUES)
@pytest.mark.parametrize("names", SCHOLAR_NAMES)
def test_google_scholar(document: Read, names: str, venue: str, title: str) -> None:
    m = mention(document, f"{names}. {title}. {venue} [[pdf]({P})]")
    found = seen(m)
    assert (found.title, found.authors) == (title, SCHOLAR_NAMES[names])
    assert found.venues == SCHOLAR_VENUES[venue]


VANCOUVER_NAMES = {
    "Bee A, Dee C": ("A Bee", "C Dee"),
    "Bee A": ("A Bee",),
    "Bee IJ": ("IJ Bee",),
    "LeCun Y, Bengio Y, Hinton GE": ("Y LeCun", "Y Bengio", "GE Hinton"),
    "van der Bee L and Dee C": ("L van der Bee", "C Dee"),
}


@pytest.mark.parametrize("title", [SHEEP, "Random forests", "Sheep: a study of wool"])
@pytest.mark.parametrize("names", VANCOUVER_NAMES)
def test_vancouver(document: Read, names: str, title: str) -> None:
    expected = Seen(title, VANCOUVER_NAMES[names], venues=NATURE)
    found = mention(document, f"{names}. {title}. Nature. 2015;521(7553):436-44.")
    assert seen(found) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Modern AI. A textbook of nets. 2015",
        "Plan B. Sheep Nets in the wild. 2015",
        "A Tribute. J. Bee. ICML 2015",
        "Ann B. Lee and Bo Chen. Sheep nets in the wild. ICML 2015",
        "Ann B. Lee (2015). Sheep nets in the wild. ICML",
        "Ann B. Lee. Sheep nets in the wild. ICML 2015",
    ],
)
def test_no_surname_comes_first(text: str) -> None:
    found = parse_names(text)
    assert not found.surname_first
    assert "A Tribute" not in [text[a:b] for a, b in found.names]


OTHER_STYLES = {
    # Springer.
    f"Bee, A., Dee, C.: {SHEEP}. In: ICML (2016)": Seen(SHEEP, BED, venues=(("ICML", 2016),)),
    f"Bee, A.: {SHEEP}. In: Proceedings of the Bee Conference, pp. 7-9. Springer (2014)": Seen(
        SHEEP, ("A. Bee",), venues=(("Proceedings of the Bee Conference", 2014),)
    ),
    f"Bee, A., Dee, C.: {SHEEP}. arXiv preprint arXiv:1609.04309 (2016)": Seen(
        SHEEP, BED, venues=ARXIV
    ),
    f"Bee, A., Dee, C.: {SHEEP}. Nature 521, 436 (2015)": Seen(SHEEP, BED, venues=NATURE),
    f"Bee, A.: {SHEEP}. In: Proceedings of the IEEE Conference on Very Many Sheep, p. 7 (2014)": (
        Seen(
            SHEEP,
            ("A. Bee",),
            venues=(("Proceedings of the IEEE Conference on Very Many Sheep", 2014),),
        )
    ),
    # ICML.
    f"Bee, A. and Dee, C. {SHEEP}. arXiv preprint arXiv:1609.04309, 2016.": Seen(
        SHEEP, BED, venues=ARXIV
    ),
    f"Bee, A., Dee, C., and Le, Q. V. {SHEEP}. In NIPS, pp. 3104–3112, 2014.": Seen(
        SHEEP, (*BED, "Q. V. Le"), venues=(("NIPS", 2014),)
    ),
    f"A. Bee and C. Dee. {SHEEP}. CoRR, abs/1609.04309, 2016.": Seen(SHEEP, BED, venues=ARXIV),
    # APA.
    f"Bee, A., & Dee, C. (2016, June). {SHEEP}. In ICML (pp. 1-9).": Seen(
        SHEEP, BED, venues=(("ICML", 2016),)
    ),
    f"Bee, A. (1997). {SHEEP}. Neural Computation, 9(8), 1735-1780.": Seen(
        SHEEP, ("A. Bee",), venues=(("Neural Computation", 1997),)
    ),
    f"Bee, A., & Dee, C. (2015). {SHEEP}. *Nature*, *521*(7553), 436-444.": Seen(
        SHEEP, BED, venues=NATURE
    ),
    # MLA.
    f'Bee, A., and C. Dee. "{SHEEP}." arXiv preprint arXiv:1609.04309 (2016).': Seen(
        SHEEP, BED, venues=ARXIV
    ),
    # IEEE.
    f'A. Bee and C. Dee, "{SHEEP}," in Proc. ICML, 2016, pp. 1302-1310.': Seen(
        SHEEP, BED, venues=(("Proc. ICML", 2016),)
    ),
    # ACM.
    f"Ann Lee and Bo Chen. 2016. {SHEEP}. In ICML. 1302-1310.": Seen(
        SHEEP, LB, venues=(("ICML", 2016),)
    ),
    f"Ann Lee, Bo Chen, et al. 2016. {SHEEP}. In ICML.": Seen(
        SHEEP, LB, True, venues=(("ICML", 2016),)
    ),
    "Ann Lee, Bo Chen. 2016. *Proceedings Mining*. ICML.": Seen(
        "Proceedings Mining", LB, venues=(("ICML", 2016),)
    ),
    f"Ann Lee and Bo Chen. 1997. {SHEEP}. Neural Computation 9, 8 (1997), 1735-1780.": Seen(
        SHEEP, LB, venues=(("Neural Computation", 1997),)
    ),
    # Dashes.
    f"C Dee, A Bee - {SHEEP} - arXiv preprint arXiv:1609.04309, 2016": Seen(
        SHEEP, ("C Dee", "A Bee"), venues=ARXIV
    ),
}


@pytest.mark.parametrize("text", OTHER_STYLES)
def test_other_styles_of_reference(document: Read, text: str) -> None:
    assert seen(mention(document, text)) == OTHER_STYLES[text]


@pytest.mark.parametrize(
    "printed",
    [
        ", 10.1234/ABC(05).d",
        ", doi:10.1234/ABC(05).d",
        " (10.1234/ABC(05).d)",
        ", DOI 10.1234/ABC(05).d",
    ],
)
def test_a_doi(document: Read, printed: str) -> None:
    found = seen(mention(document, f"Ann Lee, *{SHEEP}*, NIPS 2015{printed} [[pdf]({P})]"))
    assert found.venues == (("NIPS", 2015), ("10.1234/abc(05).d", None))
    assert found.remarks == ()


@pytest.mark.parametrize("printed", ["CVPR-2015", "CVPR-2015 Oral", "CVPR-15", "CVPR 2015 (oral)"])
def test_a_hyphen_before_the_year(document: Read, printed: str) -> None:
    found = seen(mention(document, f"Ann Lee, *{SHEEP}*, {printed}"))
    assert found.venues == (("CVPR", 2015),)


HOUSED = {
    f"Ann Lee (Google), Bo Chen (Univ. Bee), *{SHEEP}*, ICML 2015": ("Google", "Univ. Bee"),
    f"Ann Lee (Google) and Bo Chen (Univ. Bee, MIT), *{SHEEP}*, ICML 2015": (
        "Google",
        "Univ. Bee, MIT",
    ),
    f"Ann Lee and Bo Chen (Google), *{SHEEP}*, ICML 2015": ("Google",),
    f"Ann Lee (Google), Bo Chen (Univ. Bee). {SHEEP}. ICML 2015": ("Google", "Univ. Bee"),
    f"**{SHEEP}**, Ann Lee (Google), Bo Chen (Univ. Bee), ICML 2015": ("Google", "Univ. Bee"),
    f"[{SHEEP}]({T}). Ann Lee (Google), Bo Chen (Univ. Bee). ICML 2015": ("Google", "Univ. Bee"),
}


@pytest.mark.parametrize("text", HOUSED)
def test_institutions_behind_names(document: Read, text: str) -> None:
    found = seen(mention(document, text))
    expected = (SHEEP, LB, (("ICML", 2015),), HOUSED[text])
    assert (found.title, found.authors, found.venues, found.remarks) == expected


def test_a_rubric_before_several_things(document: Read) -> None:
    nodes = document(f"* Image models: [MNIST9]({P}), [SVHN9]({T})\n").nodes
    assert [m.title.text for n in nodes for m in n.mentions if m.title] == ["MNIST9", "SVHN9"]


def test_words_of_a_sentence_are_no_other_name(document: Read) -> None:
    found = seen(mention(document, f"A nice thing called **{SHEEP}** [[pdf]({P})]"))
    assert (found.alternative, found.remarks) == ("", ("A nice thing called",))
    found = seen(mention(document, f"Visual Bee: **{SHEEP}** [[pdf]({P})]"))
    assert (found.alternative, found.remarks) == ("Visual Bee", ())
