"""The rest of a paper's title behind a short name that a link or bold type sets off.

title    = short ":" subtitle          [PLoRA](u): Efficient Tuning of Large Models
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


def with_subtitle(mention: Mention, source: Source) -> Mention:
    """The mention with what its description says of the title moved there."""
    title, rest = mention.title, mention.description
    if title is None or rest is None or not mention.set_off:
        return mention
    if len(title.text.split()) > _LONGEST_NAME or not _is_joined(title, rest, source):
        return mention
    if rest.text.casefold().startswith(f"{title.text.casefold()}:"):
        whole = rest.text
    elif _is_subtitle(rest.text):
        whole = f"{title.text}: {rest.text}"
    else:
        return mention
    return mention._replace(title=Field(whole, title.span.through(rest.span)), description=None)


def _is_joined(title: Field, rest: Field, source: Source) -> bool:
    """Whether nothing but mark-up and a colon stands between them, on one line."""
    if title.span.end_line != rest.span.line or rest.span.column < title.span.end_column:
        return False
    between = source.line(rest.span.line)[title.span.end_column - 1 : rest.span.column - 1]
    bare = re.sub(r"\]\([^\s()]*\)|[*_`\"]", "", between).rstrip()
    return bare == ":" or (bare == "" and between.startswith((":", "**:")))


def _is_subtitle(text: str) -> bool:
    words = [w for w in _WORD.findall(text) if len(w) > 3 and w.casefold() not in _SMALL]
    titled = len(words) >= _FEWEST and not any(w[0].islower() for w in words)
    return titled and not text.endswith(".") and text[:1].isupper()
