"""What each bullet, row and paragraph of a list is for."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Role
from awesome_rnn_kg.read.roles import housekeeping_role

E, G, R, F, C, H, P, S = (
    Role.ENTRY, Role.GROUP, Role.REMARK, Role.FIELDS,
    Role.CONTENTS, Role.HOUSEKEEPING, Role.PROSE, Role.SHARE,
)  # fmt: skip
U = "http://u.org"
PAPER = f"Alex Graves, Greg Wayne, *Deep Nets*, ICML 2015 [[pdf]({U}/p)]"

ROLES: dict[str, list[Role]] = {
    # An institution, an architecture, a rubric above papers.
    f"* Univ. Toronto [[Paper]({U}/1)]\n  * Alex Graves, Greg Wayne, *Deep Nets*, ICML 2015": [
        G,
        E,
    ],
    f"* Microsoft Research [[Paper]({U}/1)] [[Code]({U}/2)]\n  * {PAPER}": [G, E],
    f"* Massachusetts Inst. of Technology + MIT [[Paper]({U}/1)]\n  * {PAPER}": [G, E],
    f"* Etc.\n  * [Neon]({U}): a library\n  * [CGT]({U}/c)": [G, E, E],
    f"* Alex Graves (2008)\n  * [Supervised Labelling]({U})": [G, E],
    f"* Python | [Back to Top](#top)\n  * [Neon]({U})": [G, E],
    f"* Video QA\n  * Univ. Toronto\n    * {PAPER}": [G, G, E],
    # A thing above its parts, or above words about it.
    f"* [Theano]({U})\n  * [Blocks]({U}/b) : framework": [E, E],
    f"* [Theano]({U})\n  * About nets, and more": [E, R],
    f"* [Theano]({U})\n\n  More about it.": [E, R],
    # Fields of the thing above.
    f"* **Deep Nets for All (ICML 2015)**\n  * Alex Graves\n  * [[Paper]({U})]": [E, F, F],
    f"* Deep Nets for All of Us\n  * [[Paper]({U})]": [E, F],
    f"1. **Deep Nets.** ICML 2015. [pdf]({U})\n\n   *Alex Graves, Greg Wayne*": [E, F],
    # Sentences.
    "* Just a sentence without anything": [R],
    "* NN: Neural Networks": [R],
    "* Ann Bee, Cid Dee, **Deep Nets for All of Us**\n  * As in Bee and Dee, *Nets*, ICML 2015": [
        E,
        E,
    ],
    "* **Deep Nets for All**, ICML 2015\n  * Ann Bee, Cid Dee, *Nets that Feed Bees*, ICML 2016": [
        E,
        E,
    ],
    "* **Deep Nets**\n  * Ann Bee, Cid Dee, *Nets Again*, ICML 2016": [G, E],
    "* NN: Neural Computation, ICML 2015": [E],
    f"* [Hives]({U})\n  * Ann Beeさんの講座。巣について、Cid Deeが解説している。": [E, R],
    f"* For a list of free books available for download, go [here]({U})": [R],
    # About the list itself.
    f"This list is maintained by\n\n* [Ann Bee]({U})\n* [Cid Dee]({U}/c), of the hives": [H, R, R],
    "* [Deep Nets](deep-nets)\n* [All Books](/all-books)": [C, C],
    "* [Deep Nets](deep-nets.pdf)": [E],
    "* [Codes](#codes)\n  * [Theory](#theory)": [C, C],
    f"## Contributing\n* [Pull request]({U})\n\nText.": [H, H],
    f"## Sharing\n* [Share on X]({U})": [S],
    f"## License\n|a|b|\n|-|-|\n|[x]({U})|y|": [Role.HEADER, H],
    # Paragraphs.
    "Welcome to the list.": [P],
    PAPER: [E],
    f"Blogs and Newsletters\n* [Blog]({U})": [G, E],
    f"Adjacent lists, for topics that are out of scope here and elsewhere:\n* [Blog]({U})": [G, E],
    f"Some longer sentence that says what follows below.\n* [Blog]({U})": [P, E],
    f"See [our site]({U}) for more.": [P],
    # Code.
    f"```\n[x]({U})\n```": [P],
    # Tables.
    f"|Title|Code|\n|-|-|\n|[Nets]({U})|[c]({U}/c)|\n| |x|": [Role.HEADER, E, R],
    "|[x](#x)|[y](#y)|\n|-|-|\n|[z](#z)|[w](#w)|": [Role.HEADER, C],
}


@pytest.mark.parametrize("text", ROLES)
def test_roles(document: Callable[[str], Document], text: str) -> None:
    assert [n.role for n in document(text).nodes] == ROLES[text]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Contributing", H), ("📜 License", H), ("Table of Contents", C), ("Sharing", S),
        ("Contributions of attention", None), ("Index Structures", None), ("", None),
    ],
)  # fmt: skip
def test_housekeeping_headings(heading: str, role: Role | None) -> None:
    assert housekeeping_role(heading) is role


def test_group_labels_lose_their_links(document: Callable[[str], Document]) -> None:
    text = f"* UT Austin + MIT : [[Paper]({U}/1)]\n  * {PAPER}\n\nBlogs:\n* [Blog]({U})"
    labels = [n.label.text for n in document(text).nodes if n.role is Role.GROUP]
    assert labels == ["UT Austin + MIT", "Blogs"]


def test_housekeeping_goes_down_to_lower_headings(document: Callable[[str], Document]) -> None:
    text = f"# L\n## Contributing\n### How\n* [x]({U})\n## Papers\n* [y]({U})"
    assert [n.role for n in document(text).nodes] == [H, E]
