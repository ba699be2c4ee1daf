"""The words that the reader is given in these tests, and short ways to read a text."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document
from awesome_rnn_kg.read.inline import Place, RichText, markdown_parser, rich_text
from awesome_rnn_kg.read.lexicon import Lexicon
from awesome_rnn_kg.read.line import Line, make_line
from awesome_rnn_kg.read.reader import read
from awesome_rnn_kg.text.source import source_from_text

LABELS = (
    "paper,pdf,code,github,project,project page,homepage,web,website,video,slides,html,arxiv,link"
)
LABELS += ",here,dataset,pytorch,demo,supplementary,documentation,tutorials,repo,notes"
VENUES = "icml,cvpr,nips,iclr,acl,emnlp,tog,neural computation,nature,neural networks,ieee tnn,jmlr"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon(frozenset(LABELS.split(",")), frozenset(VENUES.split(",")))


@pytest.fixture(scope="session")
def document(lexicon: Lexicon) -> Callable[[str], Document]:
    return lambda text: read(source_from_text(text), lexicon).document


@pytest.fixture(scope="session")
def rich() -> Callable[[str], RichText]:
    """Inline Markdown as rich text."""
    parser = markdown_parser()

    def parse(text: str) -> RichText:
        starts, offset = [], 0
        for number, line in enumerate(text.split("\n"), 1):
            starts.append((offset, number, 1))
            offset += len(line) + 1
        return rich_text(parser, {}, Place("list.md", text, tuple(starts)))

    return parse


@pytest.fixture(scope="session")
def line(rich: Callable[[str], RichText], lexicon: Lexicon) -> Callable[[str], Line]:
    return lambda text: make_line(rich(text), lexicon)
