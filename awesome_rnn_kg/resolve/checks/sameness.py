"""Whether two entries are one work, two names one person, two titles one title."""

from __future__ import annotations

import re

from ..drafts import Draft
from ..keys import title_key, url_key
from ..spelling import one_slip
from .links import is_of_one_paper
from .listing import Entries, surname
from .slips import is_syllabic, odd_words

_TELLING = 4  # words of a title that no other work has
# In a table's cell: `Lee et al. 17`, `ISPRS P&RS 2023`.
_SHORT_CITATION = re.compile(
    r"[^\W\d_a-z][\w'’-]+(?: et al\.?| (?:and|&) [^\W\d_a-z][\w'’-]+),? \(?(?:19|20)?\d\d\)?"
    r"|[A-Z][A-Z&/]+(?: [A-Z][A-Z&/]+)? ?(?:19|20)\d\d"
)
_SMALL_TEXT = "a an the of for in on with and to by from via using"
_SMALL_WORDS = frozenset(_SMALL_TEXT.split())


def is_one(listing: Entries, one: Draft, two: Draft) -> bool:
    """Whether more than a short title, which many works may have, makes two entries one work."""
    if one is two or _SHORT_CITATION.fullmatch(one.title):
        return False
    if len(title_key(one.title).split()) >= _TELLING:
        return True
    named = _may_be_name(listing, one.title)
    ids = ({d.arxiv, d.doi, *(() if named else _own_urls(d))} - {""} for d in (one, two))
    ours, theirs = (
        {*surnames(d), *(surname(m.text) for m in d.mention.makers)} for d in (one, two)
    )
    worded = any(c.isalpha() for c in one.title)  # a date tells nothing
    same = worded and not named and len(ours & theirs) * 2 > min(len(ours), len(theirs))
    return same or bool(next(ids) & next(ids))


def _may_be_name(listing: Entries, title: str) -> bool:
    """Whether a title may be a person's name, read where a list has its authors first."""
    words = title.replace("-", " ").split()
    return all(w[0].isupper() and w.casefold() not in listing.known.words for w in words)


def _own_urls(draft: Draft) -> list[str]:
    """The URLs that lead to a thing itself: its title's, and those of one paper."""
    return [
        url_key(k.url)
        for k in draft.links
        if k.url.strip() and (k.form == "title" or is_of_one_paper(k.url))
    ]


def is_respelled(one: str, two: str) -> bool:
    """Whether two name keys differ in one word, and that by one slip."""
    odd = odd_words(one, two)
    if odd is None or min(map(len, odd)) < 3 or is_syllabic(odd[0]) or is_syllabic(odd[1]):
        return False
    return one_slip(*odd)


def surnames(draft: Draft) -> list[str]:
    return [surname(a.text) for a in draft.mention.authors]


def gist(key: str) -> str:
    """A title key without blanks, small words and plural endings."""
    words = (w for w in key.split() if w not in _SMALL_WORDS)
    return "".join(w[:-1] if len(w) > 3 and w.endswith("s") else w for w in words)
