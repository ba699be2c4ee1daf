"""The fields behind a title.

    after  = *( "(" ( venue | names | note ) ")" | maker | sep names | sep venue [ pages ]
              | dash description )
    maker  = ( "by" | "from" | "of" ) who | "in" who "'s blog"
    dash   = " - " | " – " | " — " | ":" | " : "

A forced line break and the start of a styled run of names end any field.
"""

from __future__ import annotations

import re

from .affiliations import housed_from
from .brackets import CLOSE, DASH, matching, take_group
from .cutnames import begins_venue
from .found import Fields, is_named, more_names, take_names, take_venues
from .keys import KEYED, field_kind
from .line import GAP, Line, blank, plain_end
from .makers import MADE_BY, MAKER, made_by, take_maker
from .nameline import name_line
from .names import ET_AL, NameList, parse_names
from .namewords import is_name, is_title_word
from .running import GOES_ON, segment_end, sentence_end
from .stylevenues import styled_venue_end
from .tags import code_tag
from .venues import DETAIL, looks_like_venue
from .venuetail import acronym_end, behind_editors, place_end

_DATED_OR_ACRONYM = re.compile(r"\d|\b[A-Z]{3,}\b")
_DANGLING = re.compile(r"(?<=\.)\s\w+(?:\s\w+){0,2}\s?:\Z")
_OPENED = re.compile(r"\s?([(（])")
_FIELD_GAP = re.compile(r",\s|;\s|\.\s|[，；。]")
_INITIALS = re.compile(r"\b[^\W\d_a-z]\.")
_SURNAMES = re.compile(r"([A-Z][\w'’-]+)\s(?:and|&)\s([A-Z][\w'’-]+)\.?(?=\s?(?:[\x1f(\n]|\Z))")
_ACRONYM = re.compile(r"[A-Z]{3}")
_DATED_NAME = re.compile(r"[A-Z][^.;:]{2,80},?\s(?:19|20)\d\d\.?")  # `Robot Soccer Cup, 2008.`
_FEWEST_WORDS = 4  # of a title before an unknown journal; behind a short name stands the title
_SMALL = ("of", "and", "in", "on", "for", "the", "&")
_INLINE_KEYS = ("authors", "venue", "year")
_NOTED = re.compile(r"\s?\[([^\[\]\x1f]{1,40})\]\s?[-–—:]\s(?=[^ ])[ \x1f]*")
_COUNTED = re.compile(r"\s(?!(?:pages?|number|vol|art|article|issue)\b)[a-z]{3,}")  # `40 models`
_MONTH = re.compile(r"\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_FEW_WORDS = 6
_SKIPPED = f' ,;.|/)]）。，；、》」』】"”*·\n{GAP}'


def after_title(line: Line, out: Fields, start: int, end: int, *, linked: bool) -> None:
    """Read what stands after a title, field by field; behind a linked one a dash describes."""
    at, out.shown_bare = start, not linked
    while at < end:
        at = _skip(line, at, end)
        if at < end:
            at = max(_field(line, out, at, end, linked), at + 1)


def _skip(line: Line, at: int, end: int) -> int:
    while at < end and line.masked[at] in _SKIPPED:
        at += 1
    return at


def _field(line: Line, out: Fields, at: int, end: int, linked: bool) -> int:
    """Read one field; where it ends."""
    text = line.masked
    if text[at] in CLOSE:
        return take_group(line, out, at, end, linked)
    maker = MAKER.match(text, at, end)
    finish = _key_end(text, at, end) or _others(line, out, at, end) or code_tag(line, out, at)
    finish = finish or (take_maker(line, out, maker, end) if maker else 0)
    finish = finish or _detail(line, out, at, end) or housed_from(line, out, at, end)
    finish = finish or place_end(line, out, at, end) or _edited(line, out, at, end)
    if finish := finish or _styled_venue(line, out, at, end):
        return finish
    dash = DASH.match(text, at, end) or DASH.match(text, max(at - 1, 0), end)
    if dash and dash.end() > at:
        return _described(line, out, dash.end(), end, linked)
    listed = name_line(line, at, end) if not out.authors else None
    names = listed or parse_names(text, at, segment_end(line, at, end))
    cut = names.names and begins_venue(text[at:end])  # `J. Artif. Intell. Res.`
    if names.names and not (out.authors or cut) and (listed or _enough(line, names, end)):
        take_names(line, out, names, at, names.stop)
        return names.stop
    if names.names and not cut and _goes_on(line, out, names, at):
        return more_names(line, out, names)
    return _rest(line, out, at, end)


def _key_end(text: str, at: int, end: int) -> int:
    """Where `Authors: ` or `Venue: ` ends, whose value follows; 0 without such a key."""
    key = KEYED.match(text, at, end)
    return key.end() if key and field_kind(key[1]) in _INLINE_KEYS else 0


def _others(line: Line, out: Fields, at: int, end: int) -> int:
    """Where an "et al." behind the authors ends; 0 without one."""
    found = ET_AL.match(line.masked, at, end) if out.authors else None
    out.et_al = out.et_al or found is not None
    return found.end() if found else 0


def _detail(line: Line, out: Fields, at: int, end: int) -> int:
    """Volume and pages behind a venue; where they end, 0 without them."""
    if not out.venues:
        return 0
    start = at
    while start < end and line.masked[start] in ": ":
        start += 1
    found = DETAIL.match(line.masked, start, end)
    number = found is not None and found[0].isascii() and found[0].replace(",", "").isdigit()
    counted = number and found and _COUNTED.match(line.masked, found.end())
    below = at > 0 and line.masked[at - 1] == "\n"
    if (
        found is None
        or counted
        or (number and below and not _MONTH.match(line.masked, found.end()))
    ):
        return 0
    take_venues(line, out, *found.span())
    return found.end()


def _edited(line: Line, out: Fields, at: int, end: int) -> int:
    """A venue behind its editors; where it ends, 0 without them."""
    start = behind_editors(line, out, at, end)
    if not start:
        return 0
    stop = plain_end(line, start, end)
    take_venues(line, out, start, stop)
    return stop


def _styled_venue(line: Line, out: Fields, at: int, end: int) -> int:
    """A venue in italics behind "in"; where it ends, 0 without one."""
    stop = styled_venue_end(line, at, end)
    if stop:
        take_venues(line, out, at, stop)
    return stop


def _enough(line: Line, names: NameList, end: int) -> bool:
    """Whether names after a title are its authors and not the beginning of a sentence."""
    if len(names.names) > 1 or names.et_al:
        return True
    lone = names.names[0]
    if line.masked[: lone[0]].rstrip()[-1:] == line.masked[lone[1] : lone[1] + 1] == ";":
        return True  # `[Nets](u); Ann Bee; They feed on all.`
    stop = segment_end(line, names.stop, end)
    rest = line.masked[names.stop : stop]
    opened = _OPENED.match(line.masked, stop, end)
    if blank(rest) and opened:
        behind = matching(line.masked, opened.start(1), end) + 1
        more = ET_AL.match(line.masked, behind, end) or ET_AL.match(line.masked, behind + 1, end)
        return bool(more) or not GOES_ON.match(line.masked, behind, end)
    return blank(rest) or looks_like_venue(rest, line.lexicon)


def _goes_on(line: Line, out: Fields, names: NameList, at: int) -> bool:
    """Whether names go on behind a bracket: `Ann Bee (Bee University), Cid Dee, Eve Eff.`"""
    behind = line.masked[:at].rstrip(" ,;").endswith((")", "]")) and out.remarks
    sure = len(names.names) > 1 or names.et_al or names.closed
    fresh = not out.description and not any(is_named(v) for v in out.venues)
    return bool(out.authors and behind and sure and fresh)


def _described(line: Line, out: Fields, at: int, end: int, linked: bool) -> int:
    """What follows a dash or a colon: authors, a venue, or a description up to the next link."""
    finish = plain_end(line, at, end)
    names = parse_names(line.masked, at, finish)
    if names.names and not out.authors and _are_authors(line, names, at, finish, linked):
        take_names(line, out, names, at, names.stop)
        return names.stop
    maker = MAKER.match(line.masked, at, finish)
    if maker and maker[1].casefold() == "by" and (stop := take_maker(line, out, maker, finish)):
        return stop
    if not linked and not out.authors and (cut := _authors_last(line, out, at, finish)):
        _describe(line, out, at, cut)
        return finish
    finish = _bar(line, at, finish)
    dash = line.masked.find(" - ", at, finish)
    if dash > 0 and looks_like_venue(line.masked[at:dash], line.lexicon):
        take_venues(line, out, at, dash)
        return dash
    text = line.masked[at:finish]
    sentence = linked and (text.rstrip().endswith(".") or not _DATED_OR_ACRONYM.search(text))
    if not sentence and looks_like_venue(text, line.lexicon):
        take_venues(line, out, at, finish)
        return finish
    return _describe(line, out, at, finish)


def _bar(line: Line, at: int, finish: int) -> int:
    """Where a description ends at a bar with a few words behind it: `fast nets | MLSys' 26`."""
    bar = line.masked.rfind(" | ", at, finish)
    few = bar >= 0 and len(line.masked[bar + 3 : finish].split()) <= _FEW_WORDS
    return bar if few else finish


def _authors_last(line: Line, out: Fields, at: int, finish: int) -> int:
    """`: A Tutorial, G. Neubig.`: take the authors at the end; where they begin, else 0."""
    for comma in _FIELD_GAP.finditer(line.masked, at, min(finish, at + 200)):
        names = parse_names(line.masked, comma.end(), finish)
        text = line.masked[comma.end() : names.stop]
        told = len(names.names) > 1 or names.et_al or bool(_INITIALS.search(text))
        if names.names and told and blank(line.masked[names.stop : finish]):
            take_names(line, out, names, comma.end(), names.stop)
            return comma.start()
    return 0


def _are_authors(line: Line, names: NameList, at: int, finish: int, linked: bool) -> bool:
    """Whether names behind a dash are authors: several, or one that nothing follows but a bracket.

    Behind a linked title one name of three words and more is a description: `- Ask Me Anything`.
    """
    if len(names.names) > 1 or names.et_al:
        return True
    words = line.masked[slice(*names.names[0])].split()
    plain = len(words) > 2 and not any("." in w or w.islower() for w in words)
    rest = line.masked[names.stop : finish]
    if linked and ((plain and "(" not in rest) or line.masked[at:finish].rstrip().endswith(".")):
        return False
    outside = re.sub(r"\([^()]*\)", "", rest)
    return blank(outside) or looks_like_venue(outside, line.lexicon)


def _describe(line: Line, out: Fields, at: int, finish: int) -> int:
    """Words about the thing; `[Python] - fast nets` has a note in front of them."""
    if tag := _NOTED.match(line.masked, at, finish):
        out.remarks.append(line.field(*tag.span(1)))
        at = tag.end()
    text = _DANGLING.sub("", line.masked[at:finish].rstrip()).rstrip(" ,;:|([-–—")
    if not blank(text):
        value = line.field(at, at + len(text))
        maker = MADE_BY.search(line.masked, at, at + len(text))
        if maker and not out.makers:
            value = made_by(line, out, maker, value)
        if out.description is None:
            out.description = value
        else:
            out.remarks.append(value)
    return finish


def _rest(line: Line, out: Fields, at: int, end: int) -> int:
    """A venue where one can stand, else words about the thing."""
    finish = segment_end(line, at, end)
    pair = _SURNAMES.match(line.masked, at, end) if out.shown_bare and not out.authors else None
    if pair and not any(_ACRONYM.search(s) or is_title_word(s) for s in pair.groups()):
        take_names(line, out, NameList((pair.span(1), pair.span(2)), pair.end()), at, pair.end())
        return pair.end()
    for stop in _stops(line.masked, at, finish):
        if looks_like_venue(line.masked[at:stop], line.lexicon):
            last = acronym_end(line, at, stop, end)
            take_venues(line, out, at, last)
            return last
    words = line.masked[at:finish].split()
    named = any(is_named(v) for v in out.venues)
    told = sum(w.islower() and len(w) > 3 for w in words)  # a sentence, not a name
    told += 2 * any(w.endswith("-based") for w in words)  # `BeeNet-based`
    dated = _DATED_NAME.fullmatch(line.masked[at:finish].strip())
    titled = out.shown_bare and len(line.masked[line.start : at].split()) >= _FEWEST_WORDS
    dated = dated if out.makers or (titled and _is_journal(words)) else None
    known = bool(out.authors or dated) and sentence_end(line, at, finish, end) == finish
    if known and not named and out.description is None and 0 < len(words) <= 12 and told < 2:
        finish = acronym_end(line, at, finish, end)
        take_venues(line, out, at, finish)
        return finish
    return _describe(line, out, at, sentence_end(line, at, finish, end))


def _is_journal(words: list[str]) -> bool:
    """`Applied Intelligence, 2023.` behind a title: words of titles with capitals, and a year."""
    name = [w.strip(",") for w in words[:-1]]
    titled = name and any(map(is_title_word, name)) and not is_name(" ".join(name))
    return bool(titled) and all(w[0].isupper() or w in _SMALL for w in name)


def _stops(text: str, at: int, finish: int) -> list[int]:
    """Where a field may end, the farthest first: the segment's end, then each comma or stop."""
    near = min(finish, at + 200)
    return [finish, *reversed([m.start() for m in _FIELD_GAP.finditer(text, at, near)])]
