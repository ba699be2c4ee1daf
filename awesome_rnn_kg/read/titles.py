"""Where the title of a citation stands.

    title = the best of: a link, bold, quoted or italic text that is neither names nor a venue;
            else bare text: [tags] [names] words up to a venue, a year, names or a dash

Candidates are weighed: a link counts 4 (7 at the front), bold 3, quotes and italics 2; what reads
like a title counts for it, what reads like names, a venue or the tail of a sentence against it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .affiliations import affiliated
from .cutnames import begins_venue
from .glued import before_glued_names, before_wide_gap
from .leads import is_lead_venue, venue_end
from .line import GAP, Line, blank
from .links import Anchor
from .names import NameList, parse_names
from .namewords import INITIAL, is_han, is_name, is_short_name
from .placed import are_names, is_only_venue, is_placed_title, is_venue_at_once
from .stylevenues import styled_venue_end
from .tags import TAG, is_label, is_tag, tags_end
from .venues import YEAR, looks_like_venue

_QUOTED = re.compile(r"[\"“”„«「『《]([^\"“”„«»「」『』《》]{3,300})[\"“”»」』》]|‘([^‘’]{8,300})’")
_COLON_QUOTE = re.compile(r"\s?[:：]\s?[\"“][^\"”]{3,300}[\"”]")
_IN_BEFORE = re.compile(r".{1,2}\b[Ii]n\s\Z")  # behind words
_AHEAD = 300  # characters that tell what a field is
_PHRASE_NOUN = re.compile(
    r"(?:tutorial|course|book|slide|lecture|note|blog|post|article|dataset|corpus|library|package"
    r"|toolkit|framework|example|demo|code|paper|guide|class|channel|site|website|page|project"
    r"|repository|survey|talk|video|series|workshop|model|chapter|documentation)s?\Z",
    re.IGNORECASE,
)
_STOP_WORDS = re.compile(
    r"\s?(?:by|of|from|in|on|for|to|with|using|via|is|are|and|or|as|due)\b", re.IGNORECASE
)
_NO_TITLES = frozenset(("et al", "note", "new", "update", "tl;dr", "tldr", "abstract"))
_AFTER_DASH = re.compile(r"\s[-–—:]\s|\S:\s")
_AFTER_WORD = re.compile(r"\b(?:by|in|from)\s\Z")
_PHRASE_BEFORE = re.compile(r"(?:^|[,:;.!?|\-–—)\]\x1f\n]\s)\s?([^,:;.!?|)\](\x1f\n\"“]*\w)\s\Z")
_PHRASE_AFTER = re.compile(
    r"(?:['’]s)?[ ](\w[^,:;.!?|()\[\]\x1f\n–—]{0,80}?)"
    r"(?=\s?(?:$|[,:;.!?|()\[\x1f\n]|\s[-–—]|\sby\s|\sin\s|\sfrom\s))"
)
_LIST_OR_DASH = re.compile(r"[,;]\s*\Z|\s[-–—:]\s")
_TITLE_GAP = re.compile(r",\s|\.\s|\s?[(\[（]|\s[-–—]\s|\s:\s|\s\|\s|;\s|\sby\s|:\s|[，。；]|\n")
_WITHIN = ("by", "-", "–", "—")
_GAP_END = re.compile(r",\s|\s[(\[]|\s/\s|\.\s|\s\|\s|[，。；（]|\n")
_BRACKET = re.compile(r"[^)\]）]*")
_NO_AUTHOR_END = re.compile(r"[:：]|\s\((?![^()]*\d{4}\))[^()]*\)(?:\s\w|:)|,\s\w+,\s(?:and|&)\s")
_DATED = re.compile(r"(?:\s*\(([^()]*)\)[.,:]?|[.,]?\s+((?:19|20)\d\d)\.)\s+(?=\S)")
_SHORT_WORD = re.compile(
    r"(?:^|[\s(.])(?:[A-Z]|Dr|Mr|Ms|Mrs|Prof|St|vs|No|Vol|Fig|Sec|Ch|al|etc|cf|e\.g|i\.e|Jr|Sr|Proc|Conf"
    r"|Int|Trans)\Z"
)


class Title(NamedTuple):
    """Where a title stands, and the link it carries; `set_off`: by mark-up or quotes."""

    start: int
    end: int
    anchor: Anchor | None = None
    set_off: bool = True


def find_title(line: Line) -> Title | None:
    """The title of the thing that a line cites."""
    return _marked_title(line) or _bare_title(line)


def _marked_title(line: Line) -> Title | None:
    """The best candidate; the earliest of equals."""
    found = sorted(_candidates(line), key=lambda c: (-c[0], c[1].start))
    if found and (best := found[0][1]) and found[0][0] > 0:
        if best.anchor:
            return _glued(line, best, best.anchor)
        return _with_link(line, _around_bold(line, best) or best)
    first = line.titles[0] if line.titles else None
    if first and is_lead_venue(line, first, core_end(line)):
        return None
    if first and blank(line.masked[line.start : first.start]):
        return _glued(line, Title(*first.inner, first), first)
    return None


def _around_bold(line: Line, title: Title) -> Title | None:
    """`ICML 2024, The **Odd Nets** Hypothesis`: the whole, if only a part of it is bold."""
    end = core_end(line)
    start = venue_end(line, tags_end(line, line.start, end), end)
    lead = line.masked[start : title.start]
    bold = any(m.start == title.start for m in line.rich.of("strong"))
    behind = any(m.start == title.end + 1 for m in line.rich.of("em"))  # names, a venue
    if not bold or behind or start == line.start:
        return None
    after = line.masked[title.end : end]
    glued = after[:1] == " " and after[1:2].isalnum() and not parse_names(after).names
    # `ICML 2024, BeeNet: **Title**`, `ICML 2024, Ann Bee **Title**`
    other = lead.rstrip().endswith((":", ",")) or bool(parse_names(lead).names)
    found = (
        None
        if other and not glued
        else _bare(line, start, _title_end(line, start, end, names=False))
    )
    whole = found and found.start <= title.start and title.end <= found.end
    return found._replace(set_off=True) if found and whole else None


def _candidates(line: Line) -> list[tuple[int, Title]]:
    found = []
    for anchor in line.titles:
        first = 3 * blank(line.masked[line.start : anchor.start])
        late = 4 * _stands_late(line, anchor.start)
        found.append((4 + first - late + _merit(line, *anchor.inner), Title(*anchor.inner, anchor)))
    quotes = (q.span(1 if q[1] else 2) for q in _QUOTED.finditer(line.masked, line.start))
    for start, end, weight in (*_styled(line), *((*q, 2) for q in quotes)):
        late = 4 * _stands_late(line, start)
        found.append((weight - late + _merit(line, start, end), Title(start, end)))
    return found


def _stands_late(line: Line, at: int) -> bool:
    """Whether words and then a button stand before a place: titles come before buttons."""
    buttons = [a for a in line.buttons if a.form == "button" and a.start < at]
    return bool(buttons) and not blank(line.masked[line.start : buttons[0].start])


def _styled(line: Line) -> list[tuple[int, int, int]]:
    """Runs of bold or italic text, (start, end, weight); runs that touch are one, tags are none.

    Italics that follow a bold sentence are a run of their own: `**Title.** *Names.*`.
    """
    runs: list[tuple[int, int, int]] = []
    for mark in line.rich.of("strong", "em"):
        weight = 3 if mark.kind == "strong" else 2
        touches = bool(runs) and mark.start <= runs[-1][1] + 1
        other = touches and mark.start >= runs[-1][1] and weight != runs[-1][2]
        if touches and not other:
            first = runs[-1]
            runs[-1] = (first[0], max(first[1], mark.end), max(first[2], weight))
        else:
            runs.append((mark.start, mark.end, weight))
    clipped = [(max(start, line.start), end, w) for start, end, w in runs if end > line.start]
    return [r for r in clipped if not _is_no_title(line, *r[:2])]


def _is_no_title(line: Line, start: int, end: int) -> bool:
    """Whether a styled run is a tag, a label in code, fills brackets, or is a venue behind "in".

    `"Odd Nets", arXiv, 2022 (*Bee University*)`
    """
    bracketed = line.rich.text[:start].endswith("(") and line.rich.text[end : end + 1] == ")"
    return (
        bracketed
        or is_tag(line, start, end)
        or is_label(line, start, end)
        or (
            bool(_IN_BEFORE.match(line.masked, max(0, start - 5), start))
            and styled_venue_end(line, start - 3, len(line.masked)) > 0
        )
    )


def _merit(line: Line, start: int, end: int) -> int:
    """How much a stretch reads like a title."""
    text = line.masked[start:end].strip(" ,.;:")
    words = len(text.split())
    linked = (start, end) in line.linked
    wordless = blank(text) or not (linked or any(map(str.isalpha, text)))
    if wordless or text.casefold() in _NO_TITLES or _names_people(line, start, end):
        return -9
    dated = YEAR.search(text) or text[:5].casefold() == "arxiv"
    sure = dated or line.masked[:start].rstrip().endswith((" In", " In:"))
    venue = looks_like_venue(text, line.lexicon) and (sure or not (linked or words > 6))
    if venue and not is_placed_title(line, start, end):
        return -9
    return (words >= 4) - (words == 1) - _demerit(line, start, end, words)


def _names_people(line: Line, start: int, end: int) -> bool:
    """A list of names, or one styled name behind something else than names."""
    text = line.masked[start:end].strip(" ,.;:")
    names = parse_names(text)
    listed = len(names.names) > 1 or names.et_al
    if names.names and listed and blank(text[names.stop :]):
        return True
    lead = line.masked[line.start : start]
    printed = line.masked[start:end].strip(" ,;:")
    if parse_names(printed).closed and are_names(printed) and are_names(lead):
        return True  # `Bee, A.*, Dee, C.*, Eff, E.`: the asterisks are no mark-up
    if (start, end) in line.linked or not is_name(text):
        return False
    return not blank(lead) and not parse_names(lead[:_AHEAD]).names


def _demerit(line: Line, start: int, end: int, words: int) -> int:
    """What the surroundings say against it: a sentence before it, a colon behind it."""
    lead = line.masked[max(line.start, start - _AHEAD) : start]
    demerit = 3 * bool(_AFTER_DASH.search(lead) and len(lead.split()) > 8)
    demerit += 2 * bool(_AFTER_WORD.search(lead))
    after = line.masked[end : end + 4].lstrip("]) ")
    quoted = _COLON_QUOTE.match(line.masked, end)
    colon = after[:1] in (":", "：") or line.masked[start:end].rstrip().endswith((":", "："))
    if quoted or (colon and words <= 3):
        quote = quoted or _QUOTED.search(line.masked, end, end + 2 * _AHEAD)
        demerit += 3 * (bool(quote) or bool(line.titles and line.titles[-1].start > end))
    return demerit


def _with_link(line: Line, title: Title) -> Title:
    """A bold or quoted title takes the link that stands inside it, or around it."""
    for anchor in line.titles:
        if anchor.inner[0] < title.end and title.start < anchor.inner[1]:
            start, end = min(title.start, anchor.inner[0]), max(title.end, anchor.inner[1])
            return Title(start, end, anchor)
    return title


def _glued(line: Line, title: Title, anchor: Anchor) -> Title:
    """A linked title with the words that belong to its phrase: `Simple IPython [tutorial](u)`."""
    before = line.masked[line.start : anchor.start]
    if line.rich.text[anchor.start] == "(" and anchor.start < title.start and not blank(before):
        return _bracketed(line, title, anchor)
    start, end = title.start, title.end
    lead = _PHRASE_BEFORE.search(before)
    own = lead and lead[1].endswith(("'s", "’s")) and is_name(lead[1][:-2])
    joined = lead and lead[1].startswith(("and ", "or "))
    named = lead and (is_name(lead[1]) or looks_like_venue(lead[1], line.lexicon))
    dated = lead and YEAR.match(lead[1])
    kept = lead and not own and not joined and not named and not dated
    if lead and kept and len(lead[1].split()) <= 5:
        start = line.start + lead.start(1)
    tail = _PHRASE_AFTER.match(line.masked, end)
    short = tail and len(tail[1].split()) <= 4 and not _STOP_WORDS.match(tail[1])
    if tail and short and _PHRASE_NOUN.search(tail[1]):
        end = tail.end(1)
    return Title(start, end, anchor)


def _bracketed(line: Line, title: Title, anchor: Anchor) -> Title:
    """`Stanford NLP ([CS224d](u)) by …`: the words before the bracket name the thing too."""
    before = line.masked[line.start : anchor.start]
    if len(before.split()) > 8 or _LIST_OR_DASH.search(before):
        return title
    return Title(line.start, anchor.end, anchor)


def _bare_title(line: Line) -> Title | None:
    """A title without mark-up: behind the authors, or at the front."""
    end = core_end(line)
    start = venue_end(line, tags_end(line, line.start, end), end)
    names = parse_names(line.masked, start, end)
    housed, houses = affiliated(line.masked, start, end, line.lexicon)
    fuller = len(housed.names) > len(names.names) or len(housed.names) == len(names.names) > 1
    if houses and housed.closed and fuller:
        return _title_behind(line, housed.names, housed.stop, True, end)
    if len(names.names) == 1 and line.masked[names.stop : names.stop + 1] == "\n":
        below = parse_names(line.masked, names.stop + 1, end)
        if len(below.names) > 1:
            return _bare(line, start, names.stop)
    if names.names and not _is_no_author(line.masked, names.names):
        return _title_behind(line, names.names, names.stop, names.closed, end)
    stop = _title_end(line, start, end, names=False)
    stop = before_wide_gap(line, start, stop, end)
    return _bare(line, start, before_glued_names(line.masked, start, stop, end))


def _is_no_author(text: str, names: tuple[tuple[int, int], ...]) -> bool:
    """Capitalised words that are no author: before a colon (`Ink Poster: handwritten notes`),

    before a bracket (`Finding Your (3D) Center`), in a row (`Factoring Shape, Pose, and Layout`).
    """
    lone = len(names) == 1 and bool(_NO_AUTHOR_END.match(text, names[0][1]))
    return lone and not any(INITIAL.fullmatch(w) for w in text[slice(*names[0])].split())


def core_end(line: Line) -> int:
    """Where the words end and the buttons begin."""
    at = line.start
    while at < len(line.masked) and line.masked[at] in f" \n{GAP}":
        at += 1
    found = line.masked.find(GAP, at)
    return len(line.masked) if found < 0 else found


def title_behind(line: Line, names: NameList, end: int) -> Title | None:
    """The title between authors and what follows it; None where no title does."""
    return _title_behind(line, names.names, names.stop, names.closed, end)


def _title_behind(
    line: Line, names: tuple[tuple[int, int], ...], stop: int, closed: bool, end: int
) -> Title | None:
    """The title after a list of names; None where a venue follows at once."""
    rest = line.masked[stop:end]
    alone = closed or len(names) > 1
    if blank(rest):
        return None if alone else _bare(line, line.start, end)
    dated = _DATED.match(rest)
    if dated and looks_like_venue(dated[1] or dated[2], line.lexicon):
        return _title_behind(line, names, stop + dated.end(), True, end)
    if rest.lstrip()[:1] == "(" and TAG.fullmatch(rest):
        return None if alone else _bare(line, line.start, end)
    if not is_venue_at_once(rest, line.lexicon):
        finish = _title_end(line, stop, end, names=True)
        words = line.masked[stop:finish]
        behind = line.masked[finish : finish + _AHEAD]
        if not blank(words) and not is_only_venue(words, behind, line.lexicon):
            return _bare(line, stop, finish)
    initialed = any(INITIAL.fullmatch(w) for a, b in names for w in line.masked[a:b].split())
    if alone or initialed or YEAR.fullmatch(rest.strip(" \n().,")):
        return None
    return _bare(line, *names[0])


def _bare(line: Line, start: int, end: int) -> Title | None:
    while start < end and line.masked[start] in f" ,;.:|-–—。，；：、\n{GAP}":
        start += 1
    while end > start and line.masked[end - 1] in f" ,;:-–—|([。，；：、（\n{GAP}":
        end -= 1
    return Title(start, end, None, False) if start < end else None


def _title_end(line: Line, start: int, end: int, *, names: bool) -> int:
    """Where bare words stop being a title: at a venue, a year, authors, a dash or a full stop.

    Behind the authors (`names`) a "by" or a dash belongs to the title.
    """
    end = next((a for a, _ in line.name_runs if start < a < end), end)
    depth, at = 0, start
    for gap in _TITLE_GAP.finditer(line.masked, start, end):
        depth = _depth(line.masked, at, gap.start(), depth)
        at = gap.start()
        within = names and gap[0].strip() in _WITHIN and not _is_last_dash(line, gap, end)
        kept = depth > 0 or gap.start() == start or within
        if not kept and _ends_title(line, gap[0], gap.end(), end):
            return gap.start()
    return end


def _is_last_dash(line: Line, gap: re.Match[str], end: int) -> bool:
    """`A Bee - Nets for all - ICML, 2016`: a dash before the venue."""
    behind = _GAP_END.split(line.masked[gap.end() : min(end, gap.end() + _AHEAD)], maxsplit=1)
    return gap[0].strip() != "by" and looks_like_venue(behind[0], line.lexicon)


def _depth(text: str, start: int, end: int, depth: int) -> int:
    """How many brackets are open at `end`, when `depth` are at `start`."""
    opened = text.count("(", start, end) + text.count("[", start, end)
    closed = text.count(")", start, end) + text.count("]", start, end)
    return max(0, depth + opened - closed)


def _ends_title(line: Line, gap: str, after: int, end: int) -> bool:
    sign = gap.strip()
    if sign in ("(", "[", "（"):
        return _is_aside(line, after, end) or (sign == "[" and _is_code_label(line, after, end))
    following = line.masked[after : (end := min(end, after + _AHEAD))]
    first = _GAP_END.split(following, maxsplit=1)[0]
    venue = begins_venue(following) or looks_like_venue(first, line.lexicon)
    venue = venue or (sign == "," and styled_venue_end(line, after, end) > 0)
    if venue or sign in ("", "|", "。"):
        return True
    short = _SHORT_WORD.search(line.masked, max(0, after - 10), after - 2)
    if sign == "." and short:
        return False
    names = parse_names(line.masked, after, end)
    if len(names.names) > 1 or names.et_al:
        return bool(names.names)
    if sign == "by":
        return bool(names.names) and is_short_name(line.masked[slice(*names.names[0])])
    begins = bool(following) and (following[0].isdigit() or following[0] != following[0].lower())
    begins = begins or is_han(following[:1])
    return begins if sign == "." else sign in ("-", "–", "—", ":") and gap != ": "


def _is_code_label(line: Line, after: int, end: int) -> bool:
    """`Nets for All. [`seg.`]`: a bracket of code, which tells of a kind."""
    inner = _BRACKET.match(line.masked, after, min(end, after + _AHEAD))
    return inner is not None and is_label(line, *inner.span())


def _is_aside(line: Line, after: int, end: int) -> bool:
    """A bracket that a title does not have: a venue, authors, a note."""
    found = _BRACKET.match(line.masked, after, min(end, after + _AHEAD))
    inner = found[0] if found else ""
    names = parse_names(inner)
    if len(names.names) > 1 and YEAR.fullmatch(inner[names.stop :].strip(" ,，")):
        return True
    dated = YEAR.match(inner) or (len(inner.split()) <= 4 and YEAR.search(inner))
    noted = inner.casefold().startswith("note") or bool(dated)
    return looks_like_venue(inner, line.lexicon) or names.et_al or noted
