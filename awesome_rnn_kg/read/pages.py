"""The pages that a citation prints behind its venue.

pages = ( "pp." | "p." | "pages" ) page [ dash page ]       pp. 12-34
      | ( volume | year | number ) ":" page dash page        12(3):45-67, 4.4 (2010): 2049-2072
      | volume "," page "(" year ")"                         15, 10127 (2024)
      | "(" year ")" page [ dash page ]                      9 (1997) 1735-1780, 98 (2018) 030001
      | volume "(" number "):" article                       14(5):e1006176
      | page dash page                                       where commas set it apart
      | "article" [ "no." ] number
page  = [ capital ] 1*6DIGIT [ ":" 1*6DIGIT ]                W12, 23:1
"""

from __future__ import annotations

import re

_PAGE = r"[A-Za-z]?\d{1,6}(?::\d{1,6})?"
_RANGE = rf"({_PAGE})\s?[-‐-―−~]{{1,3}}\s?({_PAGE})(?![\w-])"
_LABELLED = re.compile(
    rf"(?<![&\w])(?:pp?|PP|[Pp]ages?|pgs?)\b\.?:?\s?(?:{_RANGE}|({_PAGE})(?![\w-]))"
)
_BEHIND = re.compile(rf"(?:[\d)]\s?:|\((?:19|20)\d\d\)[,:.]?|\b(?:19|20)\d\d:)\s?{_RANGE}")
_FIRST = re.compile(
    r"\d\s?\((?:19|20)\d\d\)[,:.]?\s(\d{1,7})\W*\Z|\d\(\d{1,3}\):\s?([a-zA-Z]?\d{1,9})\W*\Z"
)
_ALONE = re.compile(_RANGE)
_ARTICLE = re.compile(
    r"\barticle\s(?:(?:no|number|id)\b\.?:?\s)?([A-Za-z]?\d{1,9})\b", re.IGNORECASE
)
_VOLUME = re.compile(r"[^\W\d]\.?,?\s\d{1,4}(?:\(\d+\))?,\s\Z")
_VOLUME_DATED = re.compile(r"\d\s?\((?:19|20)\d\d\)[,:.]?\s(?:no\.\s?\d+,\s)?\Z")
_DATED = re.compile(r"\s\((?:19|20)\d\d\)(?![,:.]?\s?(?:pp?\b|pages|\d))")
_NARROW = str.maketrans("（）：，；．", "():,;.")
_YEARS = range(1900, 2040)


def pages_of(text: str) -> str:
    """The pages in a part of a citation, as `12–34`, `9` or an article's number; else nothing."""
    text = narrow(text)
    if found := _LABELLED.search(text):
        return _joined(found[1], found[2]) if found[1] else found[3]
    if found := _BEHIND.search(text):
        return _joined(found[1], found[2])
    if found := _FIRST.search(text):
        return found[1] or found[2]
    found = _ALONE.fullmatch(text.strip(" .,;:()"))
    if found and not _are_years(found[1], found[2]):
        return _joined(found[1], found[2])
    article = _ARTICLE.search(text)
    return article[1] if article else ""


def is_first_page(text: str, start: int, end: int) -> bool:
    """Whether a number beside a volume and a year in brackets is the page or the article."""
    if not text[start:end].isdigit():
        return False
    between = _DATED.match(text, end) and _VOLUME.search(text, max(0, start - 40), start)
    return bool(between or _VOLUME_DATED.search(text, max(0, start - 40), start))


def narrow(text: str) -> str:
    """A text with full-width brackets and punctuation as ASCII has them."""
    return text.translate(_NARROW)


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _are_years(first: str, last: str) -> bool:
    """`2012-2015`: the years of a volume or a project."""
    return all(p.isdigit() and int(p) in _YEARS for p in (first, last))
