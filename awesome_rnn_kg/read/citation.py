"""One bullet's text → the things that it mentions.

entry    = [lead] ( things | citation ) buttons
things   = link 1*( ( "," | "/" | "and" | "|" ) link ) [after]
citation = [before] title [after]
title    = the first of: link, bold, quoted, italic text that is neither names nor a venue;
           else bare text: [names] words up to a venue, a year, a list of names or a dash
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .document import Field, Mention
from .fields import Fields, after_title, before_title, take_names, take_venues
from .inline import RichText
from .lexicon import Lexicon
from .line import GAP, Line, blank, make_line
from .links import Anchor
from .names import is_name, parse_names
from .venues import YEAR, looks_like_venue

_QUOTED = re.compile(r"[\"“”„«]([^\"“”„«»]{3,300}?)[\"”“»]|‘([^‘’]{8,300})’")
_JOIN = re.compile(r"\s*(?:,|;|/|\||\band\b|&|,\s*and\b)\s*\Z")
_STOP_WORDS = re.compile(
    r"\s*(?:by|of|from|in|on|for|to|with|without|using|via|a|an|the|is|are|was|were|which|that|this"
    r"|and|or|as|at|has|have|provides?|contains?|implements?|implementation)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*[(\[]([^()\[\]]{2,80})[)\]]\s*$")


@dataclass(frozen=True, slots=True)
class _Title:
    """Where a title stands, and the link it carries."""

    start: int
    end: int
    anchor: Anchor | None = None
    set_off: bool = True


def parse_mentions(rich: RichText, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The things that a text names: none for words without a title, authors or venue."""
    line = make_line(rich, lexicon)
    things = _things(line)
    if things:
        return tuple(_thing(line, t, i, things) for i, t in enumerate(things))
    title = _marked_title(line) or _bare_title(line)
    mention = _mention(line, title)
    return (mention,) if mention.title or mention.authors or mention.venues else ()


def _things(line: Line) -> list[Anchor]:
    """Links that stand side by side at the front, each the title of a thing of its own."""
    run: list[Anchor] = []
    for anchor in line.titles or _plain_buttons(line):
        gap = line.rich.text[(run[-1].end if run else line.start) : anchor.start]
        if (run and not _JOIN.fullmatch(gap)) or (not run and not blank(gap)):
            break
        run.append(anchor)
    names = all(is_name(a.label) for a in run)
    styled = [m for m in line.rich.of("em", "strong") if run and m.start >= run[-1].end]
    lone_button = len(run) == 1 and run[0].form == "button"
    return run if (len(run) > 1 or lone_button) and not (names and styled) else []


def _plain_buttons(line: Line) -> tuple[Anchor, ...]:
    """Links with usual labels that are all there is in a bullet: `[Docs](u), [Tutorials](u)`."""
    plain = tuple(
        a
        for a in line.buttons
        if a.form == "button" and a.start == a.inner[0] and not a.label.lstrip().startswith("[")
    )
    return plain if blank(line.masked[line.start :]) and len(plain) == len(line.anchors) else ()


def _thing(line: Line, anchor: Anchor, index: int, things: list[Anchor]) -> Mention:
    """One of several things in a bullet; what stands after them all belongs to the last."""
    title = _Title(*anchor.inner, anchor)
    last = index == len(things) - 1
    end = len(line.masked) if last else anchor.end
    start = line.start if index == 0 else anchor.start
    return _mention(line, title, start, end)


def _mention(
    line: Line, title: _Title | None, start: int | None = None, end: int | None = None
) -> Mention:
    start = line.start if start is None else start
    end = len(line.masked) if end is None else end
    out = Fields()
    value, alternative = None, None
    if title:
        value = _title_field(line, title, out)
        before_title(line, out, start, title.start, title.set_off)
        after = max(title.end, title.anchor.end if title.anchor else 0)
        after_title(line, out, after, end)
    else:
        _untitled(line, out, start, end)
    alternative = out.alternative
    bounds = out.venue_bounds
    return Mention(
        span=line.field(start, end).span,
        title=value,
        alternative=alternative,
        authors=tuple(out.authors),
        et_al=out.et_al,
        authors_text=out.authors_text,
        makers=tuple(out.makers),
        venues=tuple(out.venues),
        venue_text=_venue_text(line, bounds) if bounds else None,
        description=out.description,
        remarks=tuple(out.remarks),
        links=tuple(_links(line, title, start, end)),
        set_off=bool(title and title.set_off),
    )


def _venue_text(line: Line, bounds: tuple[int, int]) -> Field:
    start, end = bounds
    text = line.masked[start:end]
    start += len(text) - len(text.lstrip(f" ,;.{GAP}"))
    return line.field(start, start + len(line.masked[start:end].rstrip(f" ,;.{GAP}")))


def _links(line: Line, title: _Title | None, start: int, end: int) -> list[object]:
    """Every link of the mention's stretch; the title's own is of form `title`."""
    own = title.anchor if title else None
    found = [a for a in line.anchors if start <= a.start < max(end, start + 1) or a is own]
    if start == line.start:
        found = [a for a in line.anchors if a.start < start] + found
    return [line.link(a, "title" if a is own else a.form) for a in found]


def _untitled(line: Line, out: Fields, start: int, end: int) -> None:
    """Names, venues or both without a title."""
    names = parse_names(line.masked, start, end)
    if (
        len(names.names) > 1
        or names.et_al
        or (names.names and blank(line.masked[names.stop : end]))
    ):
        take_names(line, out, names, start, names.stop)
        start = names.stop
    core = line.masked[start:end].split(GAP)[0]
    if looks_like_venue(core, line.lexicon) or (out.authors and not blank(core)):
        take_venues(line, out, start, start + len(core))


def _title_field(line: Line, title: _Title, out: Fields) -> Field:
    """The title's text; a venue in brackets at its end goes to the venues."""
    start, end = title.start, title.end
    text = line.rich.text
    tail = _TAIL.search(text[start:end])
    if tail and tail.start() > 0 and looks_like_venue(tail[1], line.lexicon):
        take_venues(line, out, start + tail.start(1), start + tail.end(1))
        end = start + tail.start()
    value = line.field(start, end)
    return Field(clean_title(value.text), value.span)


def clean_title(text: str) -> str:
    """A title without quotes around it and without the punctuation that separates fields."""
    text = text.replace(GAP, "").strip()
    text = re.sub(r"^[\s,;:.\-–—|\"“”*_]+(?=\S)", "", text)
    text = re.sub(r"[\s,;:\-–—|\"“”*_]+$", "", text)
    if (
        text.endswith(".")
        and not text.endswith("..")
        and not re.search(r"\b(?:\w|etc|al|vol|no)\.$", text, re.IGNORECASE)
    ):
        text = text[:-1]
    return text.strip()


def _marked_title(line: Line) -> _Title | None:
    """The best candidate among links, bold, quoted and italic text; the earliest of equals."""
    found = sorted(_candidates(line), key=lambda c: (-c[0], c[1].start))
    best = next((c for c in found if c[0] > 0), None)
    if best is None:
        opening = line.titles and blank(line.masked[line.start : line.titles[0].start])
        return _glued(line, _Title(*line.titles[0].inner, line.titles[0])) if opening else None
    return _glued(line, best[1]) if best[1].anchor else _with_link(line, best[1])


def _candidates(line: Line) -> list[tuple[int, _Title]]:
    found = []
    for anchor in line.titles:
        first = 3 * blank(line.masked[line.start : anchor.start])
        found.append((4 + first + _merit(line, *anchor.inner), _Title(*anchor.inner, anchor)))
    for start, end, weight in _styled(line):
        found.append((weight + _merit(line, start, end), _Title(start, end)))
    for quote in _QUOTED.finditer(line.masked, line.start):
        group = 1 if quote[1] else 2
        found.append((2 + _merit(line, *quote.span(group)), _Title(*quote.span(group))))
    return found


def _styled(line: Line) -> list[tuple[int, int, int]]:
    """Runs of bold or italic text, (start, end, weight); runs that touch are one."""
    runs: list[tuple[int, int, int]] = []
    for mark in line.rich.of("strong", "em"):
        weight = 3 if mark.kind == "strong" else 2
        if runs and mark.start <= runs[-1][1] + 1:
            first = runs[-1]
            runs[-1] = (first[0], max(first[1], mark.end), max(first[2], weight))
        else:
            runs.append((mark.start, mark.end, weight))
    return [r for r in runs if r[0] >= line.start]


def _merit(line: Line, start: int, end: int) -> int:
    """How much a stretch reads like a title: words count for it; names, venues, tails against."""
    text = line.masked[start:end].strip(" ,.;:")
    words = len(text.split())
    if blank(text) or text.casefold() in ("et al", "note", "new", "update"):
        return -9
    names = parse_names(text)
    if names.names and blank(text[names.stop :]) and (len(names.names) > 1 or names.et_al):
        return -9
    dated = YEAR.search(text) or re.match(r"arxiv", text, re.IGNORECASE)
    linked = any(a.inner == (start, end) for a in line.titles)
    if looks_like_venue(text, line.lexicon) and (dated or not (linked or words > 6)):
        return -9
    merit = (words >= 4) - (words == 1)
    lead = line.masked[line.start : start]
    merit -= 3 * bool(re.search(r"\s[-–—:]\s|[^\s]:\s", lead) and len(lead.split()) > 8)
    merit -= 2 * bool(re.search(r"\bby\s+$|\bin\s+$|\bfrom\s+$", lead))
    followed = re.match(r"\s*:", line.masked[end : end + 3])
    merit -= 3 * bool(followed and words <= 3 and any(a.start > end for a in line.titles))
    return int(merit)


def _with_link(line: Line, title: _Title) -> _Title:
    """A bold or quoted title takes the link that stands inside it, or around it."""
    for anchor in line.titles:
        if anchor.inner[0] < title.end and title.start < anchor.inner[1]:
            return _Title(
                min(title.start, anchor.inner[0]), max(title.end, anchor.inner[1]), anchor
            )
    return title


def _glued(line: Line, title: _Title) -> _Title:
    """A linked title with the words that belong to its phrase: `Simple IPython [tutorial](u)`."""
    anchor = title.anchor
    assert anchor is not None
    start, end = title.start, title.end
    before = line.masked[line.start : anchor.start]
    if anchor.start < start and line.rich.text[anchor.start] == "(" and not blank(before):
        return _bracketed(line, title)
    lead = re.search(r"(?:^|[,:;.!?|\-–—)\]\x1f]\s)\s*([^,:;.!?|)\](\x1f\"“]*\w)\s$", before)
    if lead and re.search(r"\s$", before) and len(lead[1].split()) <= 5 and not is_name(lead[1]):
        start = line.start + lead.start(1)
    tail = re.match(
        r"(?:['’]s)?[ ](\w[^,:;.!?|()\[\]\x1f–—]*?)(?=\s*(?:$|[,:;.!?|()\[\x1f]|\s[-–—]|\sby\s|\sin\s|\sfrom\s))",
        line.masked[end:],
    )
    if tail and len(tail[1].split()) <= 4 and not _STOP_WORDS.match(tail[1]):
        end += tail.end(1)
    return _Title(start, end, anchor)


def _bracketed(line: Line, title: _Title) -> _Title:
    """`Stanford NLP ([CS224d](u)) by …`: the words before the bracket name the thing too."""
    assert title.anchor is not None
    before = line.masked[line.start : title.anchor.start]
    if len(before.split()) > 8 or re.search(r"[,;]\s*$|\s[-–—:]\s", before):
        return title
    return _Title(line.start, title.anchor.end, title.anchor)


def _bare_title(line: Line) -> _Title | None:
    """A title without mark-up: behind the authors, or at the front."""
    start, end = line.start, _core_end(line)
    names = parse_names(line.masked, start, end)
    if names.names and not _one_before_colon(line.masked, names.names):
        return _title_behind(line, names.names, names.stop, names.closed, end)
    start = _tags_end(line, start, end)
    finish = _title_end(line, start, end)
    return _bare(line, start, finish)


def _one_before_colon(text: str, names: tuple[tuple[int, int], ...]) -> bool:
    """`Ink Poster: handwritten notes`: two capitalised words and a colon are no author."""
    return len(names) == 1 and text[names[0][1] : names[0][1] + 1] == ":"


def _tags_end(line: Line, start: int, end: int) -> int:
    """Where venue tags in brackets at the front end."""
    while found := re.compile(r"\s*[\[(]([^\[\]()]{1,60})[\])]\s*[-:]?\s*").match(
        line.masked, start, end
    ):
        if not looks_like_venue(found[1], line.lexicon):
            break
        start = found.end()
    return start


def _core_end(line: Line) -> int:
    """Where the words end and the buttons begin."""
    at = line.start
    while at < len(line.masked) and line.masked[at] in f" {GAP}":
        at += 1
    found = line.masked.find(GAP, at)
    return len(line.masked) if found < 0 else found


def _title_behind(
    line: Line, names: tuple[tuple[int, int], ...], stop: int, closed: bool, end: int
) -> _Title | None:
    """The title after a list of names; None where a venue follows at once."""
    rest = line.masked[stop:end]
    if blank(rest):
        return None if closed or len(names) > 1 else _bare(line, line.start, end)
    dated = re.match(r"\s*\(([^()]*)\)[.,:]?\s+(?=\S)", rest)
    if dated and looks_like_venue(dated[1], line.lexicon):
        return _title_behind(line, names, stop + dated.end(), True, end)
    if not looks_like_venue(re.split(r",\s", rest.strip(" ,;."), maxsplit=1)[0], line.lexicon):
        finish = _title_end(line, stop, end)
        if not blank(line.masked[stop:finish]) and not looks_like_venue(
            line.masked[stop:finish], line.lexicon
        ):
            return _bare(line, stop, finish)
    if closed or len(names) > 1 or YEAR.fullmatch(rest.strip(" ().,")):
        return None
    return _bare(line, *names[0])


def _bare(line: Line, start: int, end: int) -> _Title | None:
    while start < end and line.masked[start] in f" ,;.:-–—{GAP}":
        start += 1
    while end > start and line.masked[end - 1] in f" ,;:-–—|([{GAP}":
        end -= 1
    return _Title(start, end, None, False) if start < end else None


def _title_end(line: Line, start: int, end: int) -> int:
    """Where bare words stop being a title: at a venue, a year, authors, a dash or a sentence's end."""
    text = line.masked
    for gap in re.finditer(r",\s|\.\s|\s?[(\[]|\s[-–—]\s|\s:\s|;\s|\sby\s|:\s", text[start:end]):
        at, after = start + gap.start(), start + gap.end()
        if at == start:
            continue
        if _ends_title(line, text, gap[0], after, end):
            return at
    return end


def _ends_title(line: Line, text: str, gap: str, after: int, end: int) -> bool:
    following = text[after:end]
    bracket = re.match(r"[^)\]]*", following)
    if gap.strip() in ("(", "["):
        inner = bracket[0] if bracket else ""
        names = parse_names(inner)
        return (
            looks_like_venue(inner, line.lexicon)
            or names.et_al
            or inner.casefold().startswith("note")
        )
    field = re.split(r",\s|\s[(\[]|\s/\s|\.\s", following, maxsplit=1)[0]
    names = parse_names(text, after, end)
    if looks_like_venue(field, line.lexicon) or len(names.names) > 1 or names.et_al:
        return True
    if gap.strip() == "by":
        return bool(names.names)
    if gap == ". ":
        short = re.search(r"(?:^|[\s(])[A-Z][a-z]{0,4}$", text[: after - 2])
        return not short and (following[:1].isupper() or following[:1].isdigit())
    return gap.strip() in ("-", "–", "—", ":") and gap != ": "
