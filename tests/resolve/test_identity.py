"""Which entries are one work."""

import pytest

from .lists import catalogue, local, works

A = "Ann Lee and Bo Chen"
B = "Cy Dee and Eve Fox"


def titles(*lines: str) -> list[list[int]]:
    """The works of a list of these bullets, each as the numbers of its bullets, from 1."""
    found = catalogue("# L\n\n" + "".join(f"* {line}\n" for line in lines))
    return [[e.span.line - 2 for e in found.entries if e.work == work.iri] for work in found.works]


ONE_WORK = [
    (f"{A}, *One Title*, arXiv:1511.02301", "A. Lee, *Another Title*, arXiv:1511.02301"),
    (f"{A}, *One Title*, arXiv:1511.02301", "*One Title* [[pdf](http://arxiv.org/pdf/1511.02301v3)]"),
    (f"{A}, *One Title*, doi:10.1000/ab", "A. Lee, *Another Title*, doi:10.1000/AB"),
    ("*Growing Honey Nets beside Oceans* [[pdf](http://arxiv.org/pdf/1511.02301)]",
     "*Growing Honey Nets beside Lakes* [[pdf](http://arxiv.org/pdf/1511.02301)]"),
    ("*Bee-1.3|6.7|13|30|66B* [[pdf](http://arxiv.org/pdf/1511.02301)]",
     "*Slow Hives within Tall Trees of Asia* [[pdf](http://arxiv.org/pdf/1511.02301)]"),
    ("*BeeNet* [[pdf](http://arxiv.org/pdf/1511.02301)]",
     "*Slow Hives within Tall Trees of Asia* [[pdf](http://arxiv.org/pdf/1511.02301)]"),
    (f"{A}, *One Title*, ICML 2015", f"{A}, *One title.*, CVPR 2016"),
    (f"{A}, *One Title*, ICML 2015", "A. Lee, *One Title*, arXiv:1511.02301"),
    (f"{A}, *One Title*, ICML 2015", "*One Title*, ICML 2015"),
    (f"{A}, *Mind's Eye*, ICML 2015", f"{A}, *Mind’s Eye*, ICML 2015"),
    ("[Keras](http://keras.io/): a library", "[Keras](https://www.keras.io): another description"),
]  # fmt: skip
TWO_WORKS = [
    ("*Growing Honey Nets beside Oceans* [[pdf](http://arxiv.org/pdf/1511.02301)]",
     "*Slow Hives within Tall Trees of Asia* [[pdf](http://arxiv.org/pdf/1511.02301)]"),
    (f"{A}, *One Title*, arXiv:1511.02301", f"{A}, *One Title*, arXiv:1511.02302"),
    (f"{A}, *One Title*, doi:10.1000/ab", f"{A}, *One Title*, doi:10.1000/abc"),
    (f"{A}, *One Title*, ICML 2015", f"{B}, *One Title*, ICML 2015"),
    (f"{A}, *One Title*, ICML 2015", f"{A}, *One Title and More*, ICML 2015"),
    (f"{A}, *One Title*, arXiv:1511.02301", f"{B}, *Another Title*, arXiv:1511.02301"),
    ("[Tutorials](http://a.org/x): one", "[Tutorials](http://a.org/y): another"),
    ("[Keras](http://keras.io/): a library", "[Keras2](http://keras.io/): a library"),
]  # fmt: skip


@pytest.mark.parametrize("lines", ONE_WORK)
def test_one_work(lines: tuple[str, str]) -> None:
    assert titles(*lines) == [[1, 2]]
    assert titles(*reversed(lines)) == [[1, 2]]


@pytest.mark.parametrize("lines", TWO_WORKS)
def test_two_works(lines: tuple[str, str]) -> None:
    assert titles(*lines) == [[1], [2]]
    assert titles(*reversed(lines)) == [[1], [2]]


def test_a_third_entry_does_not_join_what_its_ids_set_apart() -> None:
    bare, one, two = (
        "*One Title*, ICML 2015",
        f"{A}, *One Title*, arXiv:1511.02301",
        f"{A}, *One Title*, arXiv:1511.02302",
    )
    assert titles(bare, one, two) == [[1, 2], [3]]
    assert titles(one, two, bare) == [[1, 3], [2]]


def test_an_entry_joins_the_work_that_fits_it_not_the_first_of_its_title() -> None:
    lines = (
        f"{A}, *One Title*, ICML 2015",
        f"{B}, *One Title*, CVPR 2015",
        "C. Dee, *One Title*, CVPR 2015",
    )
    assert titles(*lines) == [[1], [2, 3]]


def test_identifiers_join_what_was_apart() -> None:
    lines = (
        f"{A}, *One Title*, arXiv:1511.02301",
        f"{A}, *Another Title*, doi:10.1000/ab",
        f"{A}, *Another Title*, doi:10.1000/ab, arXiv:1511.02301",
    )
    assert titles(*lines) == [[1, 2, 3]]


def test_an_id_that_is_plainly_anothers_gives_way_to_the_own_link() -> None:
    text = (
        f"# L\n\n* {A}, *One Title*, arXiv:1511.02301\n"
        f"* {B}, *Another Title*, arXiv:1511.02301 [[Paper](http://arxiv.org/abs/1602.00001)]\n"
    )
    assert [w.arxiv and w.arxiv[0] for w in works(text)] == ["1511.02301", "1602.00001"]


def test_works_come_in_the_order_of_their_first_entries() -> None:
    lines = ("*Two Words*, ICML 2015", "*One Word*, ICML 2015", "*Two Words*, ICML 2015")
    text = "# L\n\n" + "".join(f"* A. Lee, {line}\n" for line in lines)
    assert local(*(w.iri for w in works(text))) == ["paper/two-words", "paper/one-word"]
