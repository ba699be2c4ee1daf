"""RNN2xx: what resolving can object to: identifiers, titles, links and works that disagree."""

from __future__ import annotations

from ..text.diagnostics import Rule

MALFORMED_ARXIV_ID = Rule(
    "RNN201",
    "malformed-arxiv-id",
    "error",
    "An arXiv id has the form YYMM.NNNNN (five digits after the dot since 2015, four before) or, "
    "before April 2007, archive/YYMMNNN. Anything else names no paper, so it never enters the "
    "graph as an identifier. Copy the id from the paper's page.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.0230 [[Paper](https://arxiv.org/abs/1511.02301)]\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper](https://arxiv.org/abs/1511.02301)]\n",
)
ARXIV_ID_DISAGREES = Rule(
    "RNN202",
    "arxiv-id-disagrees-with-link",
    "error",
    "The printed arXiv id and the id in the paper's link are two papers. One of them is wrong, and "
    "a reader who follows the link reads something else. The printed id is used until then.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper](https://arxiv.org/abs/1511.02310)]\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper](https://arxiv.org/abs/1511.02301)]\n",
)
MISSING_TITLE = Rule(
    "RNN203",
    "missing-title",
    "error",
    "An entry names authors and a venue but no title, so nobody can tell which paper is meant. If "
    "the same arXiv id is listed elsewhere with its title, that title is used. Print the title.",
    bad="* Ann Lee and Bo Chen, arXiv:1511.02301 / ICML 2016\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 / ICML 2016\n",
)
AUTHORS_DISAGREE = Rule(
    "RNN204",
    "author-list-disagrees",
    "warning",
    "Two entries of one work print different lists of authors. The longer one is used. Check the "
    "paper and print the same list in both places.",
    bad=(
        "* Ann Lee, Bo Chen, and Eve Fox, *A Title*, arXiv:1511.02301\n"
        "* A. Lee and B. Chen, *A Title*, arXiv:1511.02301\n"
    ),
    good=(
        "* Ann Lee, Bo Chen, and Eve Fox, *A Title*, arXiv:1511.02301\n"
        "* Ann Lee, Bo Chen, and Eve Fox, *A Title*, arXiv:1511.02301\n"
    ),
)
TITLES_DISAGREE = Rule(
    "RNN205",
    "title-disagrees",
    "warning",
    "Two entries with one identifier print different titles. The longer one is used. Print the "
    "same title, or give each its own identifier if they are two works.",
    bad=(
        "* A. Lee and B. Chen, *A Title*, arXiv:1511.02301\n"
        "* Ann Lee and Bo Chen, *A Longer Title*, arXiv:1511.02301\n"
    ),
    good=(
        "* A. Lee and B. Chen, *A Title*, arXiv:1511.02301\n"
        "* A. Lee and B. Chen, *A Title*, arXiv:1511.02301\n"
    ),
)
EMPTY_LINK = Rule(
    "RNN206",
    "empty-link",
    "warning",
    "A link has a label but leads nowhere. Give it its URL or take it away.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Code]()]\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Code](https://example.org/code)]\n",
)
BROKEN_LINK_SYNTAX = Rule(
    "RNN207",
    "broken-link-syntax",
    "warning",
    "What looks like a link is none to Markdown: a blank stands between label and target, or "
    "inside the target. Readers see the brackets. The link is in the graph all the same.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper] (https://arxiv.org/abs/1511.02301)]\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper](https://arxiv.org/abs/1511.02301)]\n",
)
UNSAFE_LINK = Rule(
    "RNN208",
    "unsafe-link-scheme",
    "error",
    "A link runs a script or opens a file of the reader's machine. Pages made from the graph never "
    "carry it. Use an https URL.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Demo](javascript:alert(1))]\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Demo](https://example.org/demo)]\n",
)
MALFORMED_LINK = Rule(
    "RNN209",
    "malformed-link-target",
    "warning",
    "A link's target is no URL and no place in the list: a word, a number, `nan`. Give it its "
    "URL or take it away.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper](nan)]\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper](https://arxiv.org/abs/1511.02301)]\n",
)
RESOLVE_RULES = (
    MALFORMED_ARXIV_ID,
    ARXIV_ID_DISAGREES,
    MISSING_TITLE,
    AUTHORS_DISAGREE,
    TITLES_DISAGREE,
    EMPTY_LINK,
    BROKEN_LINK_SYNTAX,
    UNSAFE_LINK,
    MALFORMED_LINK,
)
