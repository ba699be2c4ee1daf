"""Names of people: what looks like one, and lists of them.

names    = name *( sep name ) [ [","] "et al" ["."] ]  |  inverted
         | surname " " 1*3capital *( sep … )                   Hinton GE, Teh Y W
         | surname " " 1*3( capital "." ) 1*( sep … )          Hinton G. E., Teh Y.
inverted = initialed *( sep initialed )                        Hinton, G., and Teh, Y.
         | given *( "and" given )                              Hinton, Geoffrey and Teh, Yee
         | given sep names                                     Hinton, Geoffrey, and Yee Teh
         | surname "," 2*3word sep names, closed               Hinton, Geoffrey Everest, and Yee Teh
         | initialed "and" names                               Hinton, G., and Y. Teh
         | names "," "…" ["&"] names                           Hinton, G., … & Teh, Y.: as "et al."
         | 2*( surname "," given "," ) "and" surname "," given  Hinton, Geoffrey, Teh, Yee, and …
         | whole 1*( ";" whole )                               Hinton, Geoffrey E.; Teh, Yee Whye
sep      = "," | ";" | "and" | "&" | ", and" | ", &" | "、" | "，"
initialed = surname "," 1*initial
given    = surname "," word [ word ] *initial
whole    = surname "," 1*4( word | initial | particle )
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from .nameforms import (
    COMMA,
    LAST_INITIALED,
    LAST_PAIR,
    PAIR,
    SEMICOLON,
    SURNAME_DOTTED,
    SURNAME_FIRST,
    WHOLE,
    WITH_GIVEN,
    WITH_GIVENS,
    WITH_INITIALS,
)
from .namewords import (
    EDGE,
    LONGEST,
    SHORTENED,
    clean_name,
    is_name,
    is_part,
    is_title_word,
    is_word,
)
from .titlewords import ACRONYMS, TITLE_WORDS

_SEPARATOR = re.compile(
    r"\s*(?:[,;，、；·]\s*(?:and\b|AND\b|&)|,,?|[;，、；·]|(?<=\s)(?:and|AND)(?=\s)|(?<=\s)&(?=\s))\s*"
)
ET_AL = re.compile(
    r"(?:,|\band\b)?\s*(?:\b(?:[ea]t\.?\s*al\b\.?|and others\b|and colleagues\b)\.?|等人?)",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(r"[,;]?\s*(?:\.\s?\.\s?\.|…)[,;]?(?=\s*\S)")
_MAYBE_ET_AL = re.compile(r"[ae]t\.?\s*al|others|colleagues|等", re.IGNORECASE)
_OTHERS = re.compile(r"(?:others|colleagues)\b\.?")
_LIST_END = re.compile(
    r"\s*(?:[.:(\"“。（：《]|$)|,\s(?:[A-Za-z]\w*[A-Z]\w*,?\s)?(?:19|20)\d\d\b"
    r"|(?<=,\s)(?:[A-Za-z]\w*[A-Z]\w*,?\s)?(?:19|20)\d\d\b"
)
# A sentence behind one name, then something with a number: a title.
_TITLED = r"[^.?!\n]{8,250}[.?!]\s[^\d\n]{0,120}\d"
_ONE_SENTENCE = re.compile(rf"\.\s+(?=[A-Z][\w-]+[\s:]){_TITLED}")
# `Geoffrey E. Hinton (2015). …` is none: the second word of a title is small in this style.
_SMALL_SENTENCE = re.compile(rf"\.\s+(?=[A-Z][\w-]+(?::|\s(?!and\b|et\b)[a-z])){_TITLED}")
_ALONE = {1: _SMALL_SENTENCE, 2: _ONE_SENTENCE}  # by the number of initials
_ARTICLE_NAME = re.compile(r"A\s([A-Z][\w'’-]+)\Z")
_INITIAL_FIRST = re.compile(r"\s*[A-Z]{1,3}\.?\s[A-Z]")
_BETWEEN = re.compile(r"\s*(?:[,;&，；、]|,?\s*(?:and|&)\s)\s*(?:and\s+|&\s*)?")
_NAME_END = re.compile(
    r"[.:：](?=\s+\S)|(?=[。（：《])|\s?(?=[\"“])|\s(?=\(|[-–—]\s|(?:[A-Z]{3}[\w-]*,?\s)?(?:19|20)\d\d\b"
    r"|[Aa]r[Xx]iv\b|[Pp]reprint\b)"
)
_LONE_LETTER = re.compile(r"(?:^|[\s.])\w$")
_QUOTED_NEXT = re.compile(r"\.?\s*[\"“]|(?:\.|(?<=\b[A-Z]\.))\s*$")
_NAMES_ENDED = re.compile(
    r"[.,]?\s*(?:[\"“\n\x1f]|$|[A-Z]\w*[A-Z]\w*,?\s\(?(?:19|20)\d\d\b)|,\s(?:19|20)\d\d\b"
    r"|(?<=,\s)(?:[A-Z]\w*[A-Z]\w*,?\s)?(?:19|20)\d\d\b"
)
_NEXT_SENTENCE = re.compile(r"(?<!\bSt)(?<!\b[JSD]r)(?<!\bMd)(?<=\w[^\W\d_A-Z])\.\s+(?!\w\.)(?=\S)")
_AND = re.compile(r",?\s+(?:and|&)\s+")
_Chunk = tuple[int, int, int, bool]


class NameList(NamedTuple):
    """Names as (start, end); where they stop; whether "and" or "et al." closed them; `Bee AC`."""

    names: tuple[tuple[int, int], ...]
    stop: int
    et_al: bool = False
    closed: bool = False
    surname_first: bool = False


@lru_cache(maxsize=4096)
def parse_names(text: str, start: int = 0, end: int | None = None) -> NameList:
    """The names at the beginning of text[start:end], by the grammar above."""
    found = _parsed(text, start, end)
    gap = _ELLIPSIS.match(text, found.stop, len(text) if end is None else end)
    stop = _behind_gap(text, gap.end(), end) if gap and found.names and not found.et_al else 0
    return found._replace(stop=stop, et_al=True, closed=True) if stop else found


def _behind_gap(text: str, start: int, end: int | None) -> int:
    """Where the last names end, behind "…"; 0 without any."""
    if last := LAST_INITIALED.match(text, start, len(text) if end is None else end):
        return last.end()
    joined = _AND.match(text, start)
    others = _parsed(text, joined.end() if joined else start, end)
    return others.stop if others.names else 0


def _parsed(text: str, start: int, end: int | None) -> NameList:
    end = _line_end(text, start, len(text) if end is None else end)
    first = (
        _semicoloned(text, start, end)
        or _surnames_first(text, start, end)
        or _surnames_dotted(text, start, end)
        or _initialed(text, start, end)
        or _paired(text, start, end)
        or _given(text, start, end)
    )
    if first is not None and (first.closed or first.et_al):
        return first
    known = first.names if first else ()
    found = _upright_names(text, first.stop if first else start, end)
    if first is None:
        return found if found.names else _surname_apart(text, start, end) or found
    if found.names or found.et_al:
        return NameList((*known, *found.names), found.stop, found.et_al, True)
    return NameList((), start)


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _line_end(text: str, start: int, end: int) -> int:
    """A list of names does not go past a forced line break."""
    found = text.find("\n", _skip_blanks(text, start, end), end)
    return end if found < 0 else found


def _upright_names(text: str, start: int, end: int) -> NameList:
    """Names with the surname last."""
    names: list[tuple[int, int]] = []
    stop, closed = start, False
    cut = _MAYBE_ET_AL.search(text, start, end)
    for (begin, finish, after, last), *behind in _windows(_chunks(text, start, end)):
        others = _OTHERS.match(text, begin, finish) if names else None
        if others and (last or (len(names) > 1 and others.end() == finish)):
            return NameList(tuple(names), others.end(), True, True)
        if cut and (et_al := ET_AL.search(text, begin, min(finish, begin + LONGEST))):
            return _et_al(text, names, begin, et_al, stop)
        known = _is_one_name(text, begin, finish) or _is_article_name(
            text, begin, finish, names, behind
        )
        if known or _is_odd_name(text, begin, finish, len(names), behind):
            names.append(_trim(text, begin, finish))
            stop, closed = after, last
            continue
        sentence = None if closed else _sentence_name(text, begin, finish, names)
        if sentence:
            return NameList((*names, sentence), sentence[1], False, True)
        break
    return NameList(tuple(names), stop, False, closed and len(names) > 1)


def _is_one_name(text: str, begin: int, finish: int) -> bool:
    """Whether a part is a name, and not one before the first words of a sentence."""
    if not is_name(text[begin:finish]):
        return False
    stop = _NEXT_SENTENCE.search(text, begin, finish)
    return stop is None or not is_name(text[begin : stop.start()])


def _is_odd_name(text: str, begin: int, finish: int, before: int, behind: list[_Chunk]) -> bool:
    """Whether words are a name because names surround them: `Li Xu, Jonas, Bo Zhou`.

    Three names around them are enough. `Xuan Long Do` has words of titles, but not at the front.
    """
    words = clean_name(text[begin:finish]).split() if finish - begin < LONGEST else []
    if not before or not 0 < len(words) <= 4 or not words[0][:1].isupper():
        return False
    likely = all(is_part(w) or (w.islower() and w.isalpha()) for w in words)
    titled = sum(w.casefold() in TITLE_WORDS for w in words) * 2 > len(words)
    if not likely or (titled and words[0].casefold() in TITLE_WORDS):
        return False
    named = list(takewhile(lambda c: is_name(text[c[0] : c[1]]), behind))
    return bool(named) and before + len(named) > 2


def _is_article_name(
    text: str, begin: int, finish: int, names: list[tuple[int, int]], behind: list[_Chunk]
) -> bool:
    """`A Grave` among `E Joulin, M Cisse`, or alone in front of a title: no article."""
    words = text[begin:finish].rstrip(" .")
    if not _may_be_name(words):
        return False
    beside = names[-1][0] if names else behind[0][0] if behind else -1
    initialed = beside >= 0 and bool(_INITIAL_FIRST.match(text, beside))
    return initialed or (not names and bool(_ONE_SENTENCE.match(text, begin + len(words))))


def _may_be_name(text: str) -> bool:
    """`A Grave`: an article or an initial."""
    found = _ARTICLE_NAME.match(text.strip(" .")) if len(text) <= LONGEST else None
    return bool(found and is_word(found[1]) and not is_title_word(found[1]))


def _windows(chunks: Iterator[_Chunk]) -> Iterator[list[_Chunk]]:
    """Each part with the next two."""
    window = list(islice(chunks, 3))
    while window:
        yield window
        window = [*window[1:], *islice(chunks, 1)]


def _et_al(
    text: str, names: list[tuple[int, int]], begin: int, found: re.Match[str], stop: int
) -> NameList:
    """The names with the one before "et al.", if it is one; one capitalised word is enough."""
    a, b = _trim(text, begin, found.start())
    if a >= b:
        return NameList(tuple(names), found.end() if names else stop, bool(names), bool(names))
    if is_name(text[a:b]) or is_word(text[a:b]) or _may_be_name(text[a:b]):
        return NameList((*names, (a, b)), found.end(), True, True)
    return NameList(tuple(names), stop, False, False)


def _chunks(text: str, start: int, end: int) -> Iterator[_Chunk]:
    """(start, end, after its separator, came after "and") of each part, up to an empty one."""
    begin, was_and = start, False
    for found in _SEPARATOR.finditer(text, start, end):
        if found.start() > begin:
            yield begin, found.start(), found.end(), was_and
        elif begin > start:
            return
        was_and = "and" in found[0].casefold() or "&" in found[0]
        begin = found.end()
    if begin < end:
        yield begin, end, end, was_and


def _sentence_name(
    text: str, begin: int, finish: int, names: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """A name that a full stop, a bracket, a quote, a year or a colon ends, with more behind it."""
    for found in _NAME_END.finditer(text, begin, min(finish, begin + LONGEST)):
        left = text[begin : found.start()]
        known = is_name(left) or _is_article_name(text, begin, found.start(), names, [])
        if known and not _LONE_LETTER.search(left):
            return _trim(text, begin, found.start())
    return None


def _surnames_first(text: str, start: int, end: int) -> NameList | None:
    """`Hinton GE, Teh Y.`; one alone before a title and a date: `Hinton GE. Nets. 2002`."""
    names, stop = _run(SURNAME_FIRST, _BETWEEN, text, start, end)
    words = [text[a:b].split() for a, b in names]
    if not names or any(w[-1] in ACRONYMS or is_title_word(w[0]) for w in words):
        return None
    if ET_AL.match(text, stop, end):
        return (_closed_by_et_al(text, names, stop, end))._replace(surname_first=True)
    several = len(names) > 1
    ends = _LIST_END if several else _ALONE.get(len(words[0][-1]))
    ended = ends and ends.match(text, stop, end if several else len(text))
    return NameList(names, stop, False, True, True) if ended else None


def _surnames_dotted(text: str, start: int, end: int) -> NameList | None:
    """`Hinton G. E., Teh Y.`: two at least, or one and "et al."; others may follow upright."""
    names, stop = _run(SURNAME_DOTTED, _BETWEEN, text, start, end)
    if not names or any(is_title_word(text[a:b].split(maxsplit=1)[0]) for a, b in names):
        return None
    rest = ET_AL.match(text, stop, end)
    if rest or len(names) < 2:
        return NameList(names, rest.end(), True, True, True) if rest else None
    between = _BETWEEN.match(text, stop, end)
    others = _upright_names(text, between.end(), end) if between else None
    if others and others.names:
        return others._replace(names=(*names, *others.names), closed=True, surname_first=True)
    return NameList(names, stop, False, True, True)


def _initialed(text: str, start: int, end: int) -> NameList | None:
    """`Hinton, G., Osindero, S., and Teh, Y.`, or one alone."""
    names, stop = _run(WITH_INITIALS, _BETWEEN, text, start, end)
    if not names:
        return None
    if last := LAST_INITIALED.match(text, stop, end):
        return NameList((*names, _trim(text, *last.span(1))), last.end(), False, True)
    joined = _AND.match(text, stop, end) if len(names) == 1 else None
    others = _upright_names(text, joined.end(), end) if joined else None
    if others and others.names:
        return others._replace(names=(*names, *others.names), closed=True)
    return _closed_by_et_al(text, names, stop, end)


def _semicoloned(text: str, start: int, end: int) -> NameList | None:
    """`Hinton, Geoffrey E.; and Teh, Yee Whye`, two at least."""
    if text.find(";", start, min(end, start + LONGEST)) < 0:
        return None
    names, stop = _run(WHOLE, SEMICOLON, text, start, end)
    if len(names) < 2 or not all(_is_given(text[a:b]) for a, b in names):
        return None
    return _closed_by_et_al(text, names, stop, end)


def _paired(text: str, start: int, end: int) -> NameList | None:
    """`Hinton, Geoffrey, Teh, Yee Whye, and Osindero, Simon`: three pairs at least."""
    names, stop = _run(PAIR, COMMA, text, start, end)
    last = LAST_PAIR.match(text, stop, end) if len(names) > 1 else None
    if last is None or not all(_is_given(text[a:b]) for a, b in (*names, last.span(1))):
        return None
    return NameList((*names, last.span(1)), last.end(1), False, True)


def _given(text: str, start: int, end: int) -> NameList | None:
    """`Hinton, Geoffrey and Teh, Yee`; of `Hinton, Geoffrey, …` the first, not closed."""
    names, stop = _run(WITH_GIVEN, _AND, text, start, end)
    if not names or not _is_given(text[slice(*names[0])]):
        return None
    sure = tuple(takewhile(lambda n: _is_given(text[slice(*n)]), names))
    if len(sure) < len(names):  # `Hinton, Geoffrey, and Yee Teh, ICML`
        names, stop = sure, sure[-1][1]
        if text[stop : stop + 1] != ",":
            return None
    if len(names) > 1 or ET_AL.match(text, stop, end):
        return _closed_by_et_al(text, names, stop, end)
    if _QUOTED_NEXT.match(text, stop, end):
        return NameList(names, stop, False, True)
    between = _BETWEEN.match(text, stop, end)
    return NameList(names, between.end()) if between else None


def _surname_apart(text: str, start: int, end: int) -> NameList | None:
    """`Hinton, Geoffrey Everest, Yee Teh, and Simon Bee. "…`: the first surname, then given names.

    Before a date it may be a lone name: `Mausam, Michael Bee, and Cid Dee. 2012. …`.
    """
    first = WITH_GIVENS.match(text, start, end)
    if first is None or is_title_word(first[1]) or not (is_name(first[2]) or is_word(first[2])):
        return None
    others = _upright_names(text, first.end(), end)
    ended = _NAMES_ENDED.match(text, others.stop)
    several = len(others.names) > 1 or " " in first[2]
    if not several or not (others.closed or others.et_al) or not ended:
        return None
    names = ((first.start(1), first.end(2)), *others.names)
    return others._replace(names=names, closed=True)


def _run(
    one: re.Pattern[str], between: re.Pattern[str], text: str, start: int, end: int
) -> tuple[tuple[tuple[int, int], ...], int]:
    """As many names of one form as follow each other, and where the last ends."""
    names: list[tuple[int, int]] = []
    found = one.match(text, _skip_blanks(text, start, end), end)
    stop = start
    while found:
        stop = found.end()
        names.append((found.start(), found.start() + len(found[0].rstrip(" ,;&"))))
        gap = between.match(text, stop, end)
        found = one.match(text, gap.end(), end) if gap else None
    return tuple(names), stop


def _closed_by_et_al(
    text: str, names: tuple[tuple[int, int], ...], stop: int, end: int
) -> NameList:
    rest = ET_AL.match(text, stop, end)
    return NameList(names, rest.end() if rest else stop, bool(rest), True)


def _is_given(text: str) -> bool:
    """Whether the words of `surname, given` are those of a name."""
    words = [w.strip(",.") for w in text.split()]
    if not words or not all(w[:1].lower() != w[:1].upper() for w in words):
        return False
    plain = [w for w in words if "-" not in w or w is not words[0]]  # `Sanchez-Lengeling, Bo`
    titled = any(len(w) > 1 and is_title_word(w) for w in plain)
    return not titled and all(is_part(w) for w in words) and any(is_word(w) for w in words)


def _trim(text: str, begin: int, finish: int) -> tuple[int, int]:
    """Bounds without separators and without a full stop that ends a sentence."""
    while begin < finish and (text[begin] in EDGE or text[begin].isspace()):
        begin += 1
    while finish > begin and text[finish - 1] in " \u00a0\n\x1f,;:*_{}[]":
        finish -= 1
    if text[begin:finish].endswith(".") and not SHORTENED.search(text[begin:finish]):
        finish -= 1
        while finish > begin and text[finish - 1] in "*_":
            finish -= 1
    return begin, finish
