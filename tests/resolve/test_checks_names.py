"""RNN2xx: names of people, institutions and venues, and what is no fault in them."""

from dataclasses import replace

import pytest

from awesome_rnn_kg.resolve.authorities import index

from .lists import BASE, KNOWN, at, codes, mended, resolved, thing

LAKE = "*The Lake*, ICML 2015"
HILL = "*A Hill*, ICML 2016"


def one(authors: str, venue: str = "ICML 2015") -> str:
    return f"# L\n\n* {authors}, *A Title*, {venue}\n"


@pytest.mark.parametrize(
    ("printed", "code", "meant"),
    [
        ("Alex Garves", "RNN217", None),
        ("Sepp Hochreitr", "RNN217", None),
        ("Tomas Mikolov", "RNN219", "Tomáš Mikolov"),
        ("A. Graves", "RNN220", "Alex Graves"),
        ("A.Graves", "RNN220", "Alex Graves"),
    ],
)
def test_a_known_person_is_written_as_known(printed: str, code: str, meant: str | None) -> None:
    text = one(f"{printed} and Bo Chen")
    assert codes(text) == [code]
    assert at(text, code) == [printed]
    expected = text.replace(printed, meant) if meant else text
    assert mended(text) == expected
    assert mended(expected) == expected


def test_a_name_of_the_register_is_told_with_the_capitals_of_the_printed_one() -> None:
    (found,) = resolved(one("Sepp Hochreitr and Bo Chen"))[1]
    assert found.hint == 'did you mean "Sepp Hochreiter"?'


def test_only_the_words_at_fault_are_replaced() -> None:
    (found,) = resolved(one("Tomas Mikolov and Bo Chen"))[1]
    assert [(e.span.column, e.span.end_column, e.text) for e in found.edits] == [(3, 8, "Tomáš")]


@pytest.mark.parametrize(
    "authors",
    [
        "Alex Graves and Bo Chen",
        "Alexa Graves and Bo Chen",  # a longer first name
        "Wei Lia and Bo Chen",  # syllables: as likely another person
        "Yi Yang and Bo Chen",  # known namesakes
        "Axel Gravesen and Bo Chen",  # two words differ
        "A. Lee and B. Chen",  # nobody spells them out
    ],
)
def test_other_names_are_left_alone(authors: str) -> None:
    assert codes(one(authors)) == []


def test_a_misspelled_name_is_told_by_its_company() -> None:
    text = (
        f"# L\n\n* Ann Lee and Saurabh Singh, {LAKE}\n* Ann Lee and Saurabh Singh, {HILL}\n"
        "* Ann Lee and Saurabh Snigh, *The Tree*, ICML 2017\n"
    )
    assert at(text, "RNN217") == ["Saurabh Snigh"]
    assert codes(text.replace("* Ann Lee and Saurabh Snigh", "* Eve Fox and Saurabh Snigh")) == []


def test_of_two_names_printed_as_often_either_may_be_right() -> None:
    text = f"# L\n\n* Ann Lee and Saurabh Snigh, {LAKE}\n* Ann Lee and Saurabh Singh, {HILL}\n"
    (found,) = resolved(text)[1]
    assert (found.code, found.hint) == ("RNN217", "check which of the two is right")


@pytest.mark.parametrize(
    ("usual", "name", "found"),
    [
        ("Kang Liu", "Kng Liu", 1),  # no syllable
        ("Kang Liu", "Kan Liu", 0),
        ("Ilya Orr", "Ilyu Orr", 1),
        ("Ann Heess", "Ann Hees", 1),
        ("Ann Roy", "Ann Ray", 0),
    ],
)
def test_a_slip_in_a_short_name_is_told_where_the_company_is_that_of_the_usual_one(
    usual: str, name: str, found: int
) -> None:
    text = f"# L\n\n* Eve Fox and {usual}, {LAKE}\n* Eve Fox and {usual}, {HILL}\n"
    odd = f"* Eve Fox and {name}, *The Tree*, ICML 2017\n"
    assert at(text + odd, "RNN217") == [name] * found
    assert at(text + odd.replace("Eve Fox", "Max Lee"), "RNN217") == []
    assert at(text + odd + odd.replace("Tree", "Road"), "RNN217") == []  # perhaps two people


@pytest.mark.parametrize(
    ("known", "name", "found"),
    [("bo heess", "Bo Hees", 1), ("bo bordes", "Bo Bordess", 1), ("bo hofman", "Bo Hofmann", 0)],
)
def test_the_last_letter_of_a_known_name_is_doubled_or_not(
    known: str, name: str, found: int
) -> None:
    iris = {f"person {known}": f"{BASE}person/{known.replace(' ', '-')}"}
    text = one(f"{name} and Ann Lee")
    assert at(text, "RNN217", known=replace(KNOWN, iris=iris)) == [name] * found


@pytest.mark.parametrize("name", ["Alex Garves", "Alex Graaves"])
def test_a_name_printed_twice_is_no_slip_for_a_known_one(name: str) -> None:
    assert codes(f"# L\n\n* {name}, {LAKE}\n") == ["RNN217"]
    assert codes(f"# L\n\n* {name}, {LAKE}\n* {name}, {HILL}\n") == []


def test_an_umlaut_spelled_out_is_no_misspelling() -> None:
    text = f"# L\n\n* Ann Lee and Eve Zollhoefer, {LAKE}\n* Ann Lee and Eve Zollhöfer, {HILL}\n"
    assert "RNN217" not in codes(text)


def test_of_two_forms_the_one_in_capitals_is_the_better() -> None:
    text = f"# L\n\n* Ann Lee and Eve foxley, {LAKE}\n* Ann Lee and Eve Foxley, {HILL}\n"
    assert at(text, "RNN221") == ["Eve foxley"]


def test_a_misspelled_name_in_one_work_is_no_missing_author() -> None:
    text = (
        "# L\n\n* Ann Lee and Dinh Phung, *A Title*, arXiv:1511.02302\n\n"
        "## B\n\n* Ann Lee and Dinh Phun, *A Title*, arXiv:1511.02302\n"
    )
    assert codes(text) == ["RNN217"]
    assert at(text, "RNN217") == ["Dinh Phun"]


def test_initials_are_spelled_out_by_the_list_itself() -> None:
    text = f"# L\n\n* Ann Lee and Saurabh Singh, {LAKE}\n* Ann Lee and S. Singh, {HILL}\n"
    assert at(text, "RNN220") == ["S. Singh"]
    assert codes(text.replace("S. Singh", "T. Singh")) == []


def test_a_list_of_initials_is_not_told_to_spell_one_out() -> None:
    assert codes(one("A. Graves, B. Chen, and C. Fox")) == []


def test_the_rarer_of_two_forms_is_the_variant() -> None:
    text = (
        f"# L\n\n* Ann Lee and Ryan Kiros, {LAKE}\n* Ann Lee and Ryan J. Kiros, {HILL}\n"
        "* Ann Lee and Ryan J. Kiros, *The Tree*, ICML 2017\n"
    )
    assert at(text, "RNN221") == ["Ryan Kiros"]


@pytest.mark.parametrize(
    ("name", "found"),
    [("Alex P. Graves", ["Alex P. Graves"]), ("Eve P. Foxley", ["Eve P. Foxley"])],
)
def test_an_initial_in_the_middle_that_the_name_has_nowhere_else(
    name: str, found: list[str]
) -> None:
    short = name.replace(" P.", "")
    text = f"# L\n\n* Ann Lee and {short}, {LAKE}\n* Ann Lee and {short}, {HILL}\n"
    assert at(f"{text}* Ann Lee and {name}, *The Tree*, ICML 2017\n", "RNN221") == found
    alone = f"{text}* Dan Roy and Eve P. Foxley, *The Tree*, ICML 2017\n"
    assert at(alone, "RNN221") == []


@pytest.mark.parametrize(
    ("short", "full", "found"),
    [
        ("Sam Foxley", "Samuel R. Foxley", 1),
        ("Sa Foxley", "Samuel Foxley", 0),
        ("Hong Foxley", "Hongyu Foxley", 0),  # syllables: two names
        ("Sam Foxley", "Sally Foxley", 0),
    ],
)
def test_a_short_first_name_is_told_by_the_company(short: str, full: str, found: int) -> None:
    text = f"# L\n\n* Ann Lee and {full}, {LAKE}\n* Ann Lee and {full}, {HILL}\n"
    odd = f"* Ann Lee and {short}, *The Tree*, ICML 2017\n"
    assert at(text + odd, "RNN221") == [short] * found
    assert at(text + odd.replace("Ann Lee", "Dan Roy"), "RNN221") == []
    either = "* Max Orr and Samson Foxley, *The Road*, ICML 2017\n"
    assert at(text + odd + either, "RNN221") == []


def test_a_date_behind_the_authors_is_no_name() -> None:
    text = "".join(
        f"* Ann Lee and Saurabh Singh. 2018{c}. **Title of Lake {c}**. In ICML.\n" for c in "abc"
    )
    assert "RNN217" not in codes(f"# L\n\n{text}")


@pytest.mark.parametrize(("name", "found"), [("Bo Lakse", 1), ("Bo Lokes", 0), ("Bo Zhagn", 1)])
def test_two_letters_swapped_in_a_short_known_name(name: str, found: int) -> None:
    people = {"person bo lakes": "bo-lakes", "person bo zhang": "bo-zhang"}
    known = replace(KNOWN, iris={key: f"{BASE}person/{iri}" for key, iri in people.items()})
    text = one(f"{name} and Ann Lee")
    assert at(text, "RNN217", known=known) == [name] * found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("A. Gravse", 1),
        ("B. Gravse", 0),  # nobody of that name begins so
        ("E. Hollmeistr", 1),
        ("E. Hollmann", 0),
    ],
)
def test_a_slip_in_a_surname_behind_an_initial(name: str, found: int) -> None:
    usual = "".join(f"* E. Hollmeister and B. Chen, *Title {c}*, ICML 2015\n" for c in "ABC")
    text = f"# L\n\n{usual}* {name} and C. Fox, {LAKE}\n"
    assert at(text, "RNN217") == [name] * found


def test_a_known_name_with_its_surname_first() -> None:
    assert at(one("Graves Alex and Bo Chen"), "RNN221") == ["Graves Alex"]
    assert codes(one("Lee Ann and Bo Chen")) == []


def test_a_name_without_letters_has_no_surname_in_front() -> None:
    odd = "".join(f"* (+), (-), *Title {c}*, ICML 2015\n" for c in "ABC")
    assert codes(f"# L\n\n{odd}* Mona Grosse-Wentrup and Bo Chen, {LAKE}\n", "RNN221") == []


@pytest.mark.parametrize(("name", "found"), [("X. Chen", 0), ("Xi B. Chen", 1)])
def test_full_stops_of_bare_initials_are_a_matter_of_style(name: str, found: int) -> None:
    text = f"# L\n\n* {name} and Ann Fox, {LAKE}\n* {name.replace('.', '')} and Ann Fox, {HILL}\n"
    assert codes(text, "RNN221").count("RNN221") == found


@pytest.mark.parametrize(
    ("name", "beside", "found"),
    [("Deng Li", "Bo Lake", 1), ("Deng Li", "Eve Fox", 0), ("Lake Bo", "Ann Roy", 1)],
)
def test_a_surname_first_is_told_by_the_company(name: str, beside: str, found: int) -> None:
    text = f"# L\n\n* Li Deng, Bo Lake, and Ann Roy, {LAKE}\n* {name} and {beside}, {HILL}\n"
    assert codes(text, "RNN221") == ["RNN221"] * found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Max Orr Ann Roy", 1),
        ("Max Orr Alex Graves", 1),
        ("Ann Orr Bo Fox", 0),
        ("Ann Orr Max Fox", 1),
        ("Maria Isabel Garcia Ruiz", 0),
        ("Alex Yi Da Xu", 0),
        ("Ann Maria Roy", 0),
        ("Ann Roy Ben Fox", 0),
        ("Rui Zhao Kai Chen", 1),
        ("Cong Duy Vu Hoang", 0),
        ("Eve Zap C. Max Lane", 1),
        ("Eve Zap C. Lane", 0),
        ("Max Zap Jean-Luc Orr", 0),
        ("Max Zap Da Xu", 1),
        ("Zoe Mia Zap Tim Sue", 1),
        ("Zoe Mia Zap Sue", 0),
        ("Zoe M. Zap Tim Sue", 1),
        ("Zoe M. N. O. Sue", 0),
        ("Zoe Mia De La Sue", 0),
        ("Max Zap Bo-Lin Xu", 1),
    ],
)
def test_two_names_that_run_together(name: str, found: int) -> None:
    text = (
        f"# L\n\n* Ann Roy, Max Lee, and Da Xu, {LAKE}\n* {name} and Eve Fox, {HILL}\n"
        "* C. Max Lane and Bo-Lin Xu, *The Tree*, ICML 2017\n"
    )
    assert codes(text, "RNN244") == ["RNN244"] * found


def test_a_stop_between_two_names_is_taken_away() -> None:
    text = f"# L\n\n* Ann Roy, Max Lee, and Da Xu, {LAKE}\n* Max Orr. Ann Roy, Eve Fox, {HILL}\n"
    hints = [d.hint for d in resolved(text)[1] if d.code == "RNN244"]
    assert hints == ['did you mean "Max Orr, Ann Roy"?']


def test_names_that_run_together_are_no_form_of_another() -> None:
    text = f"# L\n\n* Rui Lake and Eve Fox, {LAKE}\n* Rui Lake Ann Roy and Eve Fox, {HILL}\n"
    assert codes(text) == ["RNN244"]


def test_capitals_of_a_known_name_are_mended() -> None:
    assert mended(one("Alex graves and Bo Chen")) == one("Alex Graves and Bo Chen")


def test_two_namesakes_in_one_paper_may_be_two_people() -> None:
    assert codes(one("Wei Wang, Bo Chen, and Wei Wang")) == []
    assert at(one("Wei Wang, Wei Wang, and Bo Chen"), "RNN218") == ["Wei Wang"]
    assert at(one("Zhongwen Xu, Bo Chen, and Zhongwen Xu"), "RNN218") == ["Zhongwen Xu"]
    assert at(one("Ann Lee, Eve Foxley, and Eve Foxley"), "RNN218") == ["Eve Foxley"]


# --- institutions


def group(*labels: str) -> str:
    entries = (f"* {x}\n  * Ann Lee, *Title {n}*, ICML 2015\n" for n, x in enumerate(labels))
    return "# L\n\n" + "".join(entries)


def test_a_misspelled_institution_is_mended() -> None:
    text = group("UCLA + Yandx")
    assert at(text, "RNN231") == ["Yandx"]
    assert mended(text) == group("UCLA + Yandex")


def test_a_misspelled_word_of_an_unknown_institution() -> None:
    assert at(group("UCLA + Lakeside Univeristy"), "RNN231") == ["Univeristy"]
    assert at(group("UCLA + Universidad del Lago", "UCLA + Lake Researchers"), "RNN231") == []


@pytest.mark.parametrize("label", ["Yandex", "Univ. of the Lake", "Long short-term memory", "Etc."])
def test_other_labels_are_left_alone(label: str) -> None:
    assert codes(group(label)) == []


def test_forms_of_an_unknown_institution_are_one_but_for_universities_of_two_kinds() -> None:
    assert at(group("Stanford Univ.", "Stanford Univ.", "Univ. Stanford"), "RNN233") == [
        "Univ. Stanford"
    ]
    assert codes(group("Univ. of the Lake", "Institute of the Lake")) == []


def test_a_form_of_a_known_institution_that_no_file_has_is_a_variant() -> None:
    assert at(group("Seaside University", "Seaside Univ."), "RNN233") == ["Seaside Univ."]
    assert at(group("Seaside University", "Univ. of Seaside"), "RNN233") == []  # another one
    assert at(group("Yandex", "Yandex Inc."), "RNN233") == ["Yandex Inc."]


def test_another_order_is_no_fault_where_the_first_author_is_another() -> None:
    text = group("UCLA + Baidu", "Baidu + UCLA")
    assert at(text, "RNN234") == ["Baidu + UCLA"]
    assert codes(text.replace("Ann Lee, *Title 1", "Eve Fox, *Title 1")) == []


@pytest.mark.parametrize(("label", "found"), [("Baidu + Yandex + UCLA", 1), ("UCLA + Yandex", 0)])
def test_two_institutions_may_stand_in_another_order_beside_a_third(label: str, found: int) -> None:
    assert len(at(group("UCLA + Baidu", label), "RNN234")) == found


def test_unknown_names_are_told_where_the_list_brings_authorities() -> None:
    text = group("Univ. of the Lake") + "* Ann Lee, *Other*, Journal of Lakes 2015\n"
    assert codes(text) == []
    assert codes(text, known=replace(KNOWN, own=True)) == ["RNN232", "RNN228"]


# --- venues and years


def test_an_acronym_that_lacks_a_letter_is_told_but_not_mended() -> None:
    usual = "".join(f"* Ann Lee, *Title {n}*, CVPR 201{n}\n" for n in range(6))
    text = f"# L\n\n{usual}* Ann Lee, *The Lake*, CPR 2016\n"
    assert codes(text) == ["RNN227"]
    assert mended(text) == text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Neural Computaton 1997", "Neural Computation 1997"),
        ("Nerual Computation 1997", "Neural Computation 1997"),
        ("IMCL 2015", "ICML 2015"),
        ("CVPPR 2015", "CVPR 2015"),
    ],
)
def test_a_misspelled_venue_is_mended(printed: str, meant: str) -> None:
    text = one("Ann Lee and Bo Chen", printed)
    assert codes(text) == ["RNN227"]
    assert at(text, "RNN227") == [printed[:-5]]
    assert mended(text) == one("Ann Lee and Bo Chen", meant)


@pytest.mark.parametrize(
    ("venue", "found"),
    [
        ("CVPB", 1),
        ("KVPR", 1),
        ("CVPW", 0),
        ("CVIR", 1),
        ("IVPR", 1),
        ("cvpb", 0),
        ("CPR", 1),
        ("VPR", 1),
        ("CVP", 1),
    ],
)
def test_an_acronym_with_a_letter_lost_or_exchanged_of_one_that_is_often_named(
    venue: str, found: int
) -> None:
    usual = "".join(f"* Ann Lee, *Title {c}*, CVPR 2015\n" for c in "ABCDE")
    odd = f"* Ann Lee, *Title F*, {venue} 2015\n"
    assert codes(f"# L\n\n{usual}{odd}").count("RNN227") == found
    assert "RNN227" not in codes(f"# L\n\n{odd}")
    assert "RNN227" not in codes(f"# L\n\n{usual}{odd}{odd.replace('F', 'G')}")


def test_an_acronym_of_two_letters_is_no_slip_for_another() -> None:
    usual = "".join(f"* Ann Lee, *Title {n}*, SC 2015\n" for n in range(30))
    odd = "* Ann Lee, *Title F*, CC 2015\n"
    assert "RNN227" not in codes(f"# L\n\n{usual}{odd}")
    text = f"# L\n\n{usual.replace('SC', 'SCAB')}{odd.replace('CC', 'SCUB')}"
    assert "RNN227" in codes(text)


@pytest.mark.parametrize(
    ("venue", "found"),
    [("EMNL", 1), ("EMLP", 1), ("EMNLO", 1), ("EMNLX", 0), ("EMNLPX", 0), ("ENLG", 0)],
)
def test_a_longer_acronym_need_stand_in_the_list_but_once(venue: str, found: int) -> None:
    emnlp = thing("venue/emnlp", "EMNLP", kind="Conference")
    known = replace(KNOWN, venues=index([*KNOWN.venues.things.values(), emnlp]))
    odd = f"* Ann Lee, *Title F*, {venue} 2015\n"
    usual = "* Ann Lee, *Title A*, EMNLP 2015\n"
    assert codes(f"# L\n\n{usual}{odd}", "RNN227", known=known) == ["RNN227"] * found
    assert codes(f"# L\n\n{odd}", "RNN227", known=known) == []


REGISTER = {
    "work arxiv:1511.02302": BASE + "paper/lake",
    "work title:Paper:a theory of the lake": BASE + "paper/lake",
    "part publication/lake-cvpr-2015": BASE + "publication/lake-cvpr-2015",
    "part publication/lake-arxiv": BASE + "publication/lake-arxiv",
}
REGISTERED = replace(KNOWN, iris=REGISTER)


@pytest.mark.parametrize(
    ("tail", "found"),
    [
        ("[[CVPR](https://example.org/a.pdf)]", ["KVPR"]),
        ("[[Paper](https://example.org/Lake_CVPR_2015.pdf)]", ["KVPR"]),
        ("[[Paper](https://example.org/lakecvprs.pdf)]", []),
        ("[[Paper](https://example.org/a.pdf)]", []),
    ],
)
def test_a_link_tells_which_acronym_is_meant(tail: str, found: list[str]) -> None:
    assert at(f"# L\n\n* Ann Lee, *Title A*, KVPR 2015 {tail}\n", "RNN227") == found


def test_the_register_tells_which_acronym_is_meant() -> None:
    text = "# L\n\n* Ann Lee, *A Theory of the Lake*, KVPR 2015\n"
    assert codes(text) == []
    assert codes(text, known=REGISTERED) == ["RNN227"]
    assert codes(text.replace("2015", "2016"), known=REGISTERED) == []


@pytest.mark.parametrize(
    ("venue", "found"),
    [
        ("ICML 2015", ["ICML 2015"]),
        ("CVPR 2016", ["CVPR 2016"]),
        ("CVPR 2015", []),
        ("ICML 2016", []),  # it may have been refused and gone elsewhere
        ("ICML 2015 Workshop on Lakes", []),
        ("Neural Computation 2015", []),
        ("ICML", []),
    ],
)
def test_where_a_known_work_appeared(venue: str, found: list[str]) -> None:
    text = f"# L\n\n* Ann Lee, *A Theory of the Lake*, {venue}\n"
    assert at(text, "RNN241", known=REGISTERED) == found
    assert at(text, "RNN241") == []
    untitled = f"# L\n\n* Ann Lee, Bo Chen, arXiv:1511.02302 / {venue}\n"
    assert at(untitled, "RNN241", known=REGISTERED) == found


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("CVPR 2105 lake workshop", ["2105"]),
        ("CVPR'215", []),
        ("CVPR 0015", ["0015"]),
        ("CVPR 015", ["015"]),
        ("CVPR 2O15", ["2O15"]),
        ("CVPR 201o", ["201o"]),
        ("XYZ 2O15", []),
        ("ICML 22015", ["22015"]),
        ("ICML, 201", ["201"]),
        ("Neural Computation 1735-1780, 1997", []),
    ],
)
def test_odd_numbers_behind_a_venue(printed: str, found: list[str]) -> None:
    assert (
        at(
            f"# L\n\n* {'Ann Lee and Bo Chen'}, {LAKE[:10]}, arXiv:1511.06420 / {printed}\n",
            "RNN229",
        )
        == found
    )


@pytest.mark.parametrize(
    ("tag", "found"), [("CVPR 201", ["201"]), ("CVPR 2015", []), ("XYZ 201", [])]
)
def test_odd_numbers_in_a_tag(tag: str, found: list[str]) -> None:
    assert at(f"# L\n\n* [{tag}] [A Theory of Lakes](https://u.org)\n", "RNN229") == found


@pytest.mark.parametrize("year", ["201", "20155", "3015"])
def test_a_number_that_can_be_no_year(year: str) -> None:
    assert at(one("Ann Lee and Bo Chen", f"ICML {year}"), "RNN229") == [year]


@pytest.mark.parametrize("year", ["201", "20155", "3015"])
def test_a_number_in_the_brackets_that_other_years_stand_in(year: str) -> None:
    usual = "".join(f"* *Title {c}* (2015), A. Lee et al.\n" for c in "ABCDEFGHIJ")
    assert at(f"# L\n\n{usual}* *Title K* ({year}), A. Lee et al.\n", "RNN229") == [year]
    assert at(f"# L\n\n{usual}* *Title K* ({year}) (2015), A. Lee et al.\n", "RNN229") == []
    assert at(f"# L\n\n* *Title K* ({year}), A. Lee et al.\n", "RNN229") == []


@pytest.mark.parametrize(("year", "found"), [("2106", 1), ("20166", 1), ("2016", 0), ("12", 0)])
def test_a_number_that_stands_alone_where_years_do(year: str, found: int) -> None:
    assert codes(one("Ann Lee and Bo Chen", year), "RNN229") == ["RNN229"] * found


def test_an_impossible_year_is_not_said_to_be_missing_too() -> None:
    usual = "".join(f"* Ann Lee, *Title {c}*, ICML 2015\n" for c in "ABCDEFGHIJ")
    assert codes(f"# L\n\n{usual}* Ann Lee, *Title K*, ICML 20155\n") == ["RNN229"]


@pytest.mark.parametrize(
    "venue", ["ICMI 2015", "ICPR 2015", "CVPRW 2015", "ICML 2015", "Neural Computing 1997"]
)
def test_another_venue_is_no_misspelling(venue: str) -> None:
    assert codes(one("Ann Lee and Bo Chen", venue)) == []


def test_the_workshops_of_a_conference_are_no_misspelling() -> None:
    usual = "".join(f"* Ann Lee, *Title {n}*, NeurIPS 2019\n" for n in "ABCD")
    assert codes(f"# L\n\n{usual}* Ann Lee, *Title E*, NeurIPSW 2019\n") == []
    assert codes(f"# L\n\n{usual}* Ann Lee, *Title E*, NeirIPS 2019\n") == ["RNN227"]


def dated(*years: int) -> str:
    return "# L\n\n" + "".join(
        f"* Ann Lee, *Title {chr(65 + n)} of a Town*, ICML {y}\n" for n, y in enumerate(years)
    )


def test_years_that_cannot_be() -> None:
    usual = (2010, 2011, 2012, 2012, 2013, 2013, 2014, 2014)
    assert at(dated(*usual, 2028), "RNN229") == ["2028"]
    assert at(dated(1910), "RNN229") == ["1910"]
    assert codes(dated(*usual, 2018)) == []
    assert codes(dated(2010, 2028)) == []  # too few to tell
    assert codes(dated(1950, 1958, 1969, 1974, 1986, 1990, 1997, 2006, 2014)) == []


@pytest.mark.parametrize(
    ("venues", "found"),
    [
        ("arXiv:1511.02302 2014", ["2014"]),
        ("arXiv:1511.02302, 2015", []),
        ("arXiv:1511.02302v3, 2016", []),  # a later version
        ("arXiv:1511.02302 / ICML 2017", []),
    ],
)
def test_a_year_before_the_id(venues: str, found: list[str]) -> None:
    assert at(one("Ann Lee and Bo Chen", venues), "RNN230") == found


@pytest.mark.parametrize(
    ("year", "ident", "found"),
    [(2013, "1511.02301", 1), (2014, "1511.02301", 0), (1997, "1511.02301", 0)],
)
def test_a_year_that_stands_alone_some_years_before_the_id(
    year: int, ident: str, found: int
) -> None:
    link = f"[[Paper](https://arxiv.org/abs/{ident})]"
    text = f"# L\n\n* **A Theory of Lakes** ({year}), A. Lee et al. {link}\n"
    assert codes(text, "RNN230") == ["RNN230"] * found


@pytest.mark.parametrize(("beside", "found"), [("icml_2013/lakes.pdf", 0), ("icml/lakes.pdf", 1)])
def test_a_year_before_the_id_that_another_link_tells(beside: str, found: int) -> None:
    links = f"[[Paper](https://u.org/{beside})] [[arXiv](https://arxiv.org/abs/1511.02301)]"
    text = f"# L\n\n* **A Theory of Lakes** (2013), A. Lee et al. {links}\n"
    assert codes(text, "RNN230") == ["RNN230"] * found


def test_a_year_of_arxiv_before_the_id() -> None:
    text = "# L\n\n* Ann Lee, *The Lake*, arXiv {} [[Paper](https://arxiv.org/abs/1511.02301)]\n"
    assert codes(text.format(2014), "RNN230") == ["RNN230"]
    assert codes(text.format(2015), "RNN230") == []
    assert codes(text.format(1511), "RNN230") == []
    assert codes(text.format(2014).replace("1511", "1501"), "RNN230") == []


@pytest.mark.parametrize(("year", "found"), [("20025", 1), ("2206", 1), ("2016", 0), ("64", 0)])
def test_a_number_behind_a_link_where_others_have_years(year: str, found: int) -> None:
    things = "".join(f"* [Lake {n}](https://u.org/{n}) (201{n}) - row\n" for n in range(9))
    text = f"# L\n\n{things}* [Boats](https://u.org/b) ({year}) - swim\n"
    assert codes(text, "RNN229") == ["RNN229"] * found


def test_a_year_years_behind_the_id_that_it_stands_behind() -> None:
    text = dated(*range(2011, 2020)) + "* Ann Lee, *The Lake*, arXiv:1610.04325, {}\n"
    assert codes(text.format(2036), "RNN229") == ["RNN229"]
    assert codes(text.format(2018), "RNN229") == []


def test_a_venue_that_lacks_a_letter_of_another_may_be_one() -> None:
    usual = "".join(f"* Ann Lee, *Title {c}*, ECCV 2014\n" for c in "ABCDE")
    said = [codes(f"# L\n\n{usual}* Ann Lee, *Title F*, {v} 2015\n") for v in ("ECV", "ECC")]
    assert [c.count("RNN227") for c in said] == [1, 0]


def test_a_name_in_many_lists_is_the_same_finding() -> None:
    text = one("Tomas Mikolov and Bo Chen")
    assert resolved(text)[1] == resolved(text, home=f"{BASE}list/other/")[1]


SPELLED = "".join(
    f"* Ann Lee{c}ing, Bo Chen{c}ing, Eve Fox{c}ing, *Title {c * 3}*, ICML 2015\n"
    for c in "bcdfghjklm"
)


def test_initials_are_told_where_the_others_are_spelled_out() -> None:
    odd = "* D. Rowing, *A Title*, ICML 2015\n* J. R. Hooking, *Hill*, ICML 2015\n"
    text = f"# L\n\n{SPELLED}{SPELLED}{odd}"
    found = [d.message for d in resolved(text)[1] if d.code == "RNN220"]
    assert found == ['"D. Rowing" has an initial for a first name; the others here are spelled out']
    assert "RNN220" not in codes(text.replace("D. Rowing", "U Rowing"))  # all of a name
    assert "RNN220" not in codes(text.replace("D. Rowing", "J. Artif"))  # of a journal


def test_a_surname_in_front_is_a_variant() -> None:
    text = f"# L\n\n{SPELLED}{SPELLED}* Leebing Ann, *A Title*, ICML 2015\n"
    assert '"Leebing Ann" has the surname first: "Ann Leebing"' in [
        d.message for d in resolved(text)[1]
    ]


@pytest.mark.parametrize(("printed", "found"), [("3015", True), ("1015", True), ("2015", False)])
def test_a_number_that_is_no_year(printed: str, found: bool) -> None:
    text = f"# L\n\n* Ann Lee and Bo Chen, *A Title*, ICML {printed}\n"
    assert ("RNN229" in [d.code for d in resolved(text)[1]]) == found
