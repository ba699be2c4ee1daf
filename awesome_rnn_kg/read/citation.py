"""One bullet's text → the things that it mentions.

entry    = [lead] ( things | citation ) buttons
things   = link [year] 1*( ( "," | "/" | "and" | "|" ) link [year] ) [after]
         | words ":" link 1*( … link )
citation = [before] title [after] | names [venues] | venues
"""

from __future__ import annotations

import re
from itertools import pairwise

from .affiliations import house_behind, housed_before
from .badges import badge_venues
from .before import before_title
from .charrefs import SHAPELESS
from .document import Field, Link, Mention
from .fields import after_title
from .found import Fields, is_named, take_names, take_venues
from .labelled import cited_title
from .lexicon import is_short_for
from .line import GAP, Line, blank, is_credit
from .linklabels import told_by_labels
from .links import Anchor
from .nameline import name_line
from .names import parse_names
from .namewords import clean_name, is_name, upright
from .reference import behind_titles
from .tags import tags
from .titles import Title, core_end
from .venues import ARXIV_URL, DOI_URL, add_venues, looks_like_venue

_JOIN = re.compile(r"\s*(?:,\s*and\b|[,;/|]|\band\b|&)\s*")
_YEAR = re.compile(r"\s?\((?:19|20)\d\d\)")
_RUBRIC = re.compile(r"[A-Z][^\[\]():：,.\n]{2,40}[:：]\s")
_TAIL = re.compile(r"\s?[(\[（]([^()（）\[\]]{2,80})[)\]）]\s?\Z")
_TITLE_EDGES = re.compile(r"^(?:[\s,;:|*–—-]|\.\s)+|(?<!_)[\s,;:|*–—-]+\Z")
_QUOTED = re.compile(r"[\"“”„«「『《]([^\"“”„«»「」『』《》]+)[\"“”»」』》]")
_BRACKETED = re.compile(r"\[([^\[\]]{3,})\]")
# `[Nets for All, 2020](u)`
_DATED_END = re.compile(r"(?<=[A-Za-z)?!]),\s((?:19[5-9]|20\d)\d)\s?\Z")
_IN_VENUE = re.compile(r",?\sin\s([A-Z][A-Za-z]+\s?['’]?(?:20)?\d\d)\s?\Z")
_NAMED = re.compile(r"\[([^\[\]]{2,40})\]\s?(?=\w)")
_LABELS = re.compile(
    r"(?:paper|pdf|ps|code|slides|video|talk|blog(?:\spost)?|article|post|website|github|arxiv)",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"\b(?:\w|etc|al|vol|no|co|inc)\.\Z", re.IGNORECASE)
_DATED_TAIL = re.compile(r"(?!In [Tt]he )[A-Z]\S*(?:\s[A-Z&]\S*){0,4},?\s(?:19|20)\d\d")

_REFERENCE_KEY = re.compile(r"[A-Z][A-Za-z+]{1,11}\d\d[a-z]?")

_SHORT_ROW = 3  # links that stand alike
_FEW_WORDS = 2  # of a name in a row
_SHORT_TITLE = 20  # characters; `Russian: [pymorphy2](…)` has a rubric before it, not another name


def line_mentions(line: Line) -> tuple[Mention, ...]:
    """The things that a text names: none for words without a title, authors or venue."""
    things = _things(line)
    if things:
        return _sharing([_thing(line, t, i, things) for i, t in enumerate(things)])
    mention = _mention(line, cited_title(line), line.start, len(line.masked))
    return (mention,) if mention.title or mention.authors or mention.venues else ()


def _sharing(found: list[Mention]) -> tuple[Mention, ...]:
    """`[A](u) and [B](v) by Bee - nets for all.`: what stands behind several tells of each."""
    last = found[-1]
    told = [
        m._replace(description=m.description or last.description, makers=m.makers or last.makers)
        for m in found[:-1]
    ]
    return (*told, last)


def clean_title(text: str) -> str:
    """A title without quotes around it, punctuation that separates fields, shapeless characters."""
    text = _TITLE_EDGES.sub("", " ".join(SHAPELESS.sub("", text).replace(GAP, " ").split()))
    if text.endswith(".") and not text.endswith("..") and not _SHORTENED.search(text):
        text = text[:-1]
    quoted = _QUOTED.fullmatch(text.strip()) or _BRACKETED.fullmatch(text.strip())
    return clean_title(quoted[1]) if quoted else text.strip()


def _things(line: Line) -> list[Anchor]:
    """Links that stand side by side at the front, each the title of a thing of its own."""
    if row := _row_of_names(line):
        return row
    run: list[Anchor] = []
    for anchor in line.titles or _plain_buttons(line):
        gap = line.rich.text[(_year_end(line, run[-1]) if run else line.start) : anchor.start]
        if (run and not _JOIN.fullmatch(gap)) or (
            not run and not (blank(gap) or _RUBRIC.fullmatch(gap))
        ):
            break
        run.append(anchor)
    if run and not blank(line.rich.text[line.start : run[0].start]) and not _is_all(line, run):
        return []
    if run and all(is_name(a.label) for a in run) and _styled_after(line, run[-1].end):
        return []
    lone_button = len(run) == 1 and run[0].form == "button"
    return run if len(run) > 1 or lone_button else []


def _year_end(line: Line, anchor: Anchor) -> int:
    """Where a thing ends, with the year in brackets behind its link."""
    year = _YEAR.match(line.rich.text, anchor.end)
    return year.end() if year else anchor.end


def _is_all(line: Line, run: list[Anchor]) -> bool:
    """Whether several links, which are no people, end a line."""
    people = any(is_name(a.label) for a in run)
    return len(run) > 1 and not people and blank(line.masked[run[-1].end :])


def _styled_after(line: Line, end: int) -> bool:
    return any(m.start >= end for m in line.rich.of("em", "strong"))


def _row_of_names(line: Line) -> list[Anchor]:
    """`[Foo](u), [Wiki](v), [Bar](w)`: a label among short names that stand alike is a name too."""
    row = [a for a in line.anchors if a.form in ("inline", "button")]
    if len(row) < _SHORT_ROW or len(row) < len(line.anchors) or row[0].form != "inline":
        return []
    gaps = {line.rich.text[a.end : b.start].strip() for a, b in pairwise(row)}
    alike = len(gaps) == 1 and bool(_JOIN.fullmatch(gaps.pop())) and all(map(_is_plain, row))
    short = all(len(a.label.split()) <= _FEW_WORDS for a in row)
    # `[Foo](u), [code](v)` are a thing and its button; a name behind a button begins no new one.
    usual = [line.lexicon.names_link(a.label) for a in row]
    mixed = any(usual) and not (usual[0] or usual[-1])
    lone = not blank(line.unlinked) or any(a.label.islower() for a in row)
    return row if alike and short and mixed and not lone else []


def _plain_buttons(line: Line) -> tuple[Anchor, ...]:
    """Links with usual labels that are all there is in a bullet: `[Docs](u), [Tutorials](u)`."""
    plain = tuple(a for a in line.buttons if a.form == "button" and _is_plain(a))
    only = blank(line.masked[line.start :]) and len(plain) == len(line.anchors)
    return plain if only else ()


def _is_plain(anchor: Anchor) -> bool:
    """A button without brackets and without a key before it."""
    return anchor.start == anchor.inner[0] and not anchor.label.lstrip().startswith("[")


def _thing(line: Line, anchor: Anchor, index: int, things: list[Anchor]) -> Mention:
    """One of several things in a bullet; what stands after them all is read with the last."""
    last = index == len(things) - 1
    start = line.start if index == 0 else anchor.start
    end = len(line.masked) if last else _year_end(line, anchor)
    return _mention(line, Title(*anchor.inner, anchor), start, end)


def _mention(line: Line, title: Title | None, start: int, end: int) -> Mention:
    """What line.text[start:end] says of the thing with this title."""
    out = Fields()
    value = _title_field(line, title, out) if title else None
    if title:
        before_title(line, out, start, title.start, _manner(title))
        earlier, out.venue_bounds = out.venue_bounds, None
        _drop_key(out)
        own = title.anchor if title.anchor and title.end >= title.anchor.inner[1] else None
        after = max(title.end, own.end) if own else title.end
        after_title(line, out, after, end, linked=title.anchor is not None)
        out.venue_bounds = out.venue_bounds or earlier
        _expand(out, value)
    else:
        _untitled(line, out, start, end)
    if title and title.anchor and title.anchor.tip:
        _tipped(line, out, title.anchor)
    told_by_labels(line, out, title, (start, end))
    if not any(is_named(v) for v in out.venues):
        shown = badge_venues(line, 0 if start == line.start else start, end)
        out.venues = add_venues(out.venues, tuple(shown))
    return Mention(
        span=line.field(start, end).span,
        title=value,
        alternative=out.alternative,
        authors=tuple(out.authors),
        et_al=out.et_al,
        authors_text=out.authors_text,
        makers=tuple(out.makers),
        institutions=tuple(out.institutions),
        venues=tuple(out.venues),
        venue_text=_venue_text(line, out.venue_bounds) if out.venue_bounds else None,
        description=out.description,
        remarks=tuple(out.remarks),
        links=_links(line, title, (start, end), out.venue_bounds),
        set_off=bool(title and title.set_off),
    )


def _drop_key(out: Fields) -> None:
    """`[Bee21] A. Bee. Title`: the key of a reference, which its authors follow, is no name."""
    if out.alternative and out.authors and _REFERENCE_KEY.fullmatch(out.alternative.text):
        out.remarks.append(out.alternative)
        out.alternative = None


def _tipped(line: Line, out: Fields, anchor: Anchor) -> None:
    """`[Title](u "Ann Bee, Cid Dee")`: the authors, if the title of a link names nobody else."""
    names = parse_names(anchor.tip)
    if out.authors or not names.names or not blank(anchor.tip[names.stop :]):
        return
    out.authors_text = Field(anchor.tip, line.rich.place.span(*anchor.raw))
    found = (upright(clean_name(anchor.tip[a:b]), names.surname_first) for a, b in names.names)
    out.authors = [Field(name, out.authors_text.span) for name in found]
    out.et_al = names.et_al


def _manner(title: Title) -> str:
    """How a title is set off, as far as what stands before it depends on that."""
    if title.anchor and title.end - title.start < _SHORT_TITLE:
        return "short link"
    return "set off" if title.set_off else "bare"


def _expand(out: Fields, title: Field | None) -> None:
    """`CGT (Computational Graph Toolkit)`: a bracket with the title's initials is its long form."""
    if title is None or out.alternative or not out.remarks:
        return
    initials = "".join(w[0] for w in out.remarks[0].text.split() if w[0].isupper())
    if len(initials) > 1 and initials == "".join(c for c in title.text if c.isupper()):
        out.alternative, out.remarks = out.remarks[0], out.remarks[1:]


def _venue_text(line: Line, bounds: tuple[int, int]) -> Field:
    start, end = bounds
    text = line.masked[start:end]
    if blank(text):
        return line.field(start, end)
    if text.count("(") > text.count(")") and line.masked[end : end + 1] == ")":
        end += 1
    if text.count("(") < text.count(")") and line.masked[start - 1 : start] == "(":
        return line.field(start - 1, start + len(text.rstrip(f" ,;.|。，；\n{GAP}")))
    start += len(text) - len(text.lstrip(f" ,;.|)。，；\n{GAP}"))
    return line.field(start, start + len(line.masked[start:end].rstrip(f" ,;.|。，；\n{GAP}")))


def _links(
    line: Line, title: Title | None, bounds: tuple[int, int], venue: tuple[int, int] | None
) -> tuple[Link, ...]:
    """Every link of the mention's stretch; the title's own is of form `title`."""
    start, end = bounds
    own = title.anchor if title else None
    found = [a for a in line.anchors if start <= a.start < max(end, start + 1) or a is own]
    if start == line.start:
        found = [a for a in line.anchors if a.start < start and a is not own] + found
    if end == len(line.masked):
        found += [a for a in line.anchors if a.start >= end and a.start > start]
    return tuple(line.link(a, _link_form(line, a, own, venue)) for a in dict.fromkeys(found))


def _link_form(
    line: Line, anchor: Anchor, own: Anchor | None, venue: tuple[int, int] | None
) -> str:
    """`[VIS 2024](u)`, `[Bioinformatics](doi)`: a link on the venue leads to the paper."""
    if anchor is own:
        return "title"
    within = venue and venue[0] <= anchor.inner[0] and blank(line.masked[venue[1] : anchor.end])
    paper = within and (DOI_URL.search(anchor.url) or ARXIV_URL.search(anchor.url))
    told = anchor.form == "inline" and (
        paper
        or _names_dated_venue(line, anchor.label)
        or (within and anchor in behind_titles(line.rich, list(line.anchors)))
    )
    return "button" if told else anchor.form


def _names_dated_venue(line: Line, label: str) -> bool:
    dated = any(map(str.isdigit, label)) and any(map(str.isalpha, label))
    return dated and looks_like_venue(label, line.lexicon)


def _untitled(line: Line, out: Fields, start: int, end: int) -> None:
    """Names, venues or both without a title; then whatever follows."""
    if housed_before(line, out, start, end):
        return
    names = name_line(line, start, end) or parse_names(line.masked, start, end)
    only = names.names and blank(line.masked[names.stop : end])
    dated = names.names and looks_like_venue(line.masked[names.stop : end], line.lexicon)
    if len(names.names) > 1 or names.et_al or only or dated:
        take_names(line, out, names, start, names.stop)
        start = names.stop
    core = line.masked[start : max(start, core_end(line))]
    beside = out.authors and not blank(core) and core.lstrip()[0] not in "(["
    if beside or looks_like_venue(core, line.lexicon):
        take_venues(line, out, start, start + len(core))
        start += len(core)
    if out.authors or out.venues:
        after_title(line, out, start, end, linked=False)


def _title_field(line: Line, title: Title, out: Fields) -> Field:
    """The title's text; a venue or authors in brackets at its end, go elsewhere."""
    start, end = title.start, title.end
    cited = (a.start for a in line.buttons if start < a.start < end and is_credit(a, line.lexicon))
    end = _before_stray(line.rich.text, start, min(cited, default=end))
    for tag in tags(line, start, end) if title.set_off else []:
        if looks_like_venue(line.masked[slice(*tag)], line.lexicon):
            take_venues(line, out, *tag)
            start = tag[1] + 1
    if title.anchor and start == title.start:
        start = _own_tag(line, out, start, end)
    tail = _TAIL.search(line.rich.text, max(start, end - 90), end)
    own = tail and title.anchor and tail.start(1) <= title.anchor.inner[0] < tail.end(1)
    if tail and tail.start() > start and not own and _take_tail(line, out, start, tail):
        end = tail.start()
    end = _within_venue(line, out, start, end)
    dated = _DATED_END.search(line.rich.text, start, end) if title.anchor else None
    if dated and not out.venues and len(line.rich.text[start : dated.start()].split()) > _SHORT_ROW:
        take_venues(line, out, *dated.span(1))
        end = dated.start()
    if not title.set_off:
        end = house_behind(line, out, start, end)
    value = line.field(start, end)
    return Field(clean_title(value.text), value.span)


def _before_stray(text: str, start: int, end: int) -> int:
    """Where a title ends before a bracket that it does not open: `Nets for All (2019))`."""
    words = text[start:end].rstrip()
    stray = words.endswith("))") and words.count(")") > words.count("(")
    return start + len(words) - 1 if stray else end


def _within_venue(line: Line, out: Fields, start: int, end: int) -> int:
    """Where a title ends before its venue: `Nets for All in ICML2019`; else `end`."""
    found = _IN_VENUE.search(line.rich.text, start, end)
    known = found and line.lexicon.names_venue(found[1].rstrip(" '’0123456789"))
    if not found or not known or out.venues or found.start() - start < _SHORT_TITLE:
        return end
    take_venues(line, out, *found.span(1))
    return found.start()


def _own_tag(line: Line, out: Fields, start: int, end: int) -> int:
    """Where the title behind a tag in its link begins: `[[PNN] Nets for All](u)`."""
    tag = _NAMED.match(line.rich.text, start, end)
    if tag is None or len(line.rich.text[tag.end() : end].split()) < _SHORT_ROW:
        return start
    if line.lexicon.names_link(tag[1]) or out.alternative:
        out.remarks.append(line.field(*tag.span(1)))
    else:
        out.alternative = line.field(*tag.span(1))
    return tag.end()


def _take_tail(line: Line, out: Fields, start: int, tail: re.Match[str]) -> bool:
    """Read a title's last bracket if it is no part of the title."""
    names = parse_names(line.rich.text, *tail.span(1))
    if names.et_al:
        take_names(line, out, names, tail.start(1), names.stop)
        take_venues(line, out, names.stop, tail.end(1))
        return True
    if looks_like_venue(tail[1], line.lexicon) and is_short_for(
        tail[1], tail.string[start : tail.start()]
    ):
        out.alternative = line.field(*tail.span(1))
        return True
    if _LABELS.fullmatch(tail[1]):
        out.remarks.append(line.field(*tail.span(1)))  # `Nets for All (paper)`
        return True
    venue = looks_like_venue(tail[1], line.lexicon) and " - " not in tail[1]
    if venue or _DATED_TAIL.fullmatch(tail[1]):
        take_venues(line, out, *tail.span(1))
        return True
    return False
