"""The rest of a paper's title behind a short name that a link or bold type sets off, or a year.

title    = short ":" subtitle          [PLoRA](u): Efficient Tuning of Large Models
         | words "(" year ")" ":" few "," names       Tuning Nets (2017): A Tutorial, A. Bee
few      = up to six words, the first with a capital, no sentence
subtitle = words that have capitals but for the small ones, no sentence
"""

from __future__ import annotations

import re

from ..read.document import Field, Mention
from ..text.source import Source

_LONGEST_NAME = 6  # words
_FEWEST = 3  # words of a subtitle
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL_TEXT = """
with from into over under through toward towards using via that between against without within
across during among after before when where what than their your like based upon beyond
"""
_SMALL = frozenset(_SMALL_TEXT.split())
_YEAR_BETWEEN = re.compile(r"\s?\((?:19|20)\d\d\)\s?:\s")


def with_subtitle(mention: Mention, source: Source) -> Mention:
    """The mention with what its description says of the title moved there."""
    title, rest = mention.title, mention.description
    if title is None or rest is None:
        return mention
    if _is_behind_year(mention, title, rest, source):
        return _joined(mention, title, rest, f"{title.text}: {rest.text}")
    short = mention.set_off and len(title.text.split()) <= _LONGEST_NAME
    if not short or not _is_joined(title, rest, source):
        return mention
    if rest.text.casefold().startswith(f"{title.text.casefold()}:"):
        return _joined(mention, title, rest, rest.text)
    if _is_subtitle(rest.text):
        return _joined(mention, title, rest, f"{title.text}: {rest.text}")
    return mention


def _joined(mention: Mention, title: Field, rest: Field, whole: str) -> Mention:
    return mention._replace(title=Field(whole, title.span.through(rest.span)), description=None)


def _is_behind_year(mention: Mention, title: Field, rest: Field, source: Source) -> bool:
    """Whether a few words stand between the year of a bare title and its authors."""
    names = mention.authors_text
    if mention.set_off or names is None or names.span.line != rest.span.end_line:
        return False
    behind = names.span.column > rest.span.end_column
    few = len(rest.text.split()) <= _LONGEST_NAME and rest.text[:1].isupper()
    return behind and few and bool(_YEAR_BETWEEN.fullmatch(_between(title, rest, source)))


def _between(title: Field, rest: Field, source: Source) -> str:
    """The text between two fields of one line; nothing where they don't follow each other."""
    if title.span.end_line != rest.span.line or rest.span.column < title.span.end_column:
        return ""
    return source.line(rest.span.line)[title.span.end_column - 1 : rest.span.column - 1]


def _is_joined(title: Field, rest: Field, source: Source) -> bool:
    """Whether nothing but mark-up and a colon stands between them, on one line."""
    between = _between(title, rest, source)
    bare = re.sub(r"\]\([^\s()]*\)|[*_`\"]", "", between).rstrip()
    return bare == ":" or (bare == "" and between.startswith((":", "**:")))


def _is_subtitle(text: str) -> bool:
    words = [w for w in _WORD.findall(text) if len(w) > 3 and w.casefold() not in _SMALL]
    titled = len(words) >= _FEWEST and not any(w[0].islower() for w in words)
    return titled and not text.endswith(".") and text[:1].isupper()
