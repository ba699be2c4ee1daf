"""Lines that hold fields of the thing above them.

line  = key ":" value | names [buttons] | venue | buttons
key   = "Authors" | "Venue" | "Year" | "Abstract" … | a link label ("Code: https://…")
      | up to three other words, beside lines with a known key
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .before import forced_names
from .citation import line_mentions
from .document import Field, Link, Mention
from .found import Fields, name_fields, take_names
from .inline import RichText
from .keys import KEYED, field_kind, is_placeholder
from .lexicon import Lexicon
from .line import CREDIT, Line, blank, make_line, surnames
from .links import Anchor
from .nameline import name_line
from .names import ET_AL, parse_names
from .namewords import clean_name, is_name
from .venues import YEAR, add_venues, looks_like_venue, parse_venues

_LONE_BUTTON = re.compile(r"\[.*\]")
_KEYED_KINDS = ("authors", "institutions", "venue", "year", "description")
# "&" between words of three letters and more, but not in `AT&T`.
_LIST_GAP = re.compile(
    r"\s*(?:[,;，、；|]|\band\b|(?<=\w{3})&(?=\w{3})|(?<=\w{3}\s)&(?=\s\w{3}))\s*"
)
_OF_FIELD = re.compile(r"\b(?:of|for)\s[A-Z]\w+(?:\s[A-Z]\w+)?\Z")
_THESIS = re.compile(
    r"((?:Ph\.?\s?D\.?|Doctoral|Master['’]?s?|M\.?Sc\.?)\s(?:thesis|dissertation))(?:[,:.]\s|$)",
    re.IGNORECASE,
)
_MOST_KEY_WORDS = 3
_GLOSS = re.compile(r"\([^()]*\)")


class Text(NamedTuple):
    """A piece of text that has been read: its line and what it mentions."""

    line: Line
    mentions: tuple[Mention, ...]

    @property
    def rich(self) -> RichText:
        return self.line.rich

    def moved(self, rich: RichText) -> Text:
        """What the same text says where `rich` has it on other lines."""
        lines = rich.place.starts[0][1] - self.rich.place.starts[0][1]
        mentions = tuple(m.moved(lines) for m in self.mentions)
        return Text(self.line._replace(rich=rich), mentions)


def read_text(rich: RichText, lexicon: Lexicon) -> Text:
    line = make_line(rich, lexicon)
    return Text(line, line_mentions(line))


def is_field_line(text: Text, above: Mention | None) -> bool:
    """Whether a line only holds names, a venue or buttons of the thing above.

    Names and a venue without a title are a citation of their own below a short bare label.
    """
    keyed = bool(_key(text.line)[0]) or _is_void(text) or _thesis(text.line) is not None
    keyed = keyed or bool(above and not above.links and is_lone_button(text))
    if not text.mentions or (above and above.title and keyed):
        return True
    first = text.mentions[0]
    if first.title is None:
        return _is_titled(above) or not (len(first.authors) > 1 and first.venues)
    if _LONE_BUTTON.fullmatch(first.title.text) or _is_noted_button(text.line):
        return True
    if _all_buttons(text.line) or is_address(text):
        return bool(above and above.title and not _has_title_link(above))
    if above is None or _has_title_link(above):
        return above is None and _only_name(first)
    return _only_name(first) or (above.set_off and _listed_names(text, above))


def is_address(text: Text) -> bool:
    """A line that is one address and nothing else, also as `[https://…](https://…)`."""
    shown = [a.form == "auto" or a.label == a.url for a in text.line.anchors]
    return shown == [True] and blank(text.line.unlinked)


def is_lone_button(text: Text) -> bool:
    """`[homepage](u)`: a link that says what it is, and nothing else."""
    line = text.line
    lone = len(line.anchors) == 1 and blank(line.unlinked)
    return lone and line.lexicon.names_link(line.anchors[0].label)


def is_labelled_address(text: Text) -> bool:
    """`PDF: <http://…>`: labels of links before their addresses, and nothing else."""
    return _all_buttons(text.line) and KEYED.match(text.rich.text) is not None


def fields_among(texts: list[Text], above: Mention | None) -> list[Text]:
    """The lines that hold fields of the thing above: beside a known key, others count too."""
    known = [is_field_line(t, above) for t in texts]
    keyed = any(sure and _is_keyed(t) for t, sure in zip(texts, known, strict=True))
    own = keyed and _is_titled(above)
    return [
        t
        for t, sure in zip(texts, known, strict=True)
        if sure or (own and (_has_own_key(t) or _names_only(t)))
    ]


def is_described(text: Text) -> bool:
    """Whether a line opens with the key of a description: `Abstract: …`."""
    return _key(text.line)[0] == "description"


def are_fields(texts: list[Text], above: Mention | None) -> bool:
    """Whether lines hold nothing but fields of the thing above."""
    return bool(texts) and len(fields_among(texts, above)) == len(texts)


def _is_keyed(text: Text) -> bool:
    """A line with a known key: a field's, or the label of a link."""
    buttons = text.line.buttons
    labelled = bool(buttons) and KEYED.match(text.rich.text, text.line.start) is not None
    return bool(_key(text.line)[0]) or labelled


def _is_void(text: Text) -> bool:
    """`Code: None`: the label of a link, without the link."""
    key = KEYED.match(text.rich.text)
    if key is None or not text.line.lexicon.names_link(key[1]):
        return False
    return is_placeholder(text.rich.text[key.end() :])


def _has_own_key(text: Text) -> bool:
    """`Interview: https://…`, `Keywords: speed`: a key that is no word for a field."""
    found = KEYED.match(text.rich.text, text.line.start)
    if found is None or len(_GLOSS.sub("", found[1]).split()) > _MOST_KEY_WORDS:
        return False
    if text.line.anchors and blank(text.line.unlinked[found.end() :]):
        return True
    cited = any(m.authors or m.venues for m in text.mentions)
    return not cited and not text.line.buttons


def _names_only(text: Text) -> bool:
    """Words that stand where authors stand, without a link: one name, or what commas separate."""
    line = text.line
    listed = forced_names(line, line.start, len(line.masked))
    people = is_name(line.rich.text) or (listed is not None and len(listed.names) > 1)
    return people and not line.anchors and not line.rich.of("strong")


def _is_titled(above: Mention | None) -> bool:
    """Whether what stands above has a title that can be no mere label."""
    if above is None or above.title is None:
        return False
    return above.set_off or len(above.title.text.split()) > 4


def _key(line: Line) -> tuple[str, int]:
    """The field that a key at the front announces and where its value starts, or ("", 0)."""
    found = KEYED.match(line.rich.text, line.start)
    kind = field_kind(found[1]) if found else ""
    return (kind, found.end()) if found and kind in _KEYED_KINDS else ("", 0)


def _has_title_link(mention: Mention) -> bool:
    return any(link.form == "title" for link in mention.links)


def _all_buttons(line: Line) -> bool:
    return bool(line.anchors) and blank(line.masked[line.start :])


def _is_noted_button(line: Line) -> bool:
    """`[[Repository]](u) with the thesis`: a button in brackets, then words about it."""
    if not line.buttons or line.rich.text[line.start : line.start + 1] != "[":
        return False
    end = line.buttons[0].end
    return blank(line.masked[:end]) and line.masked[end:].lstrip()[:1].islower()


def _only_name(mention: Mention) -> bool:
    title = mention.title.text if mention.title else ""
    bare = not mention.venues and not mention.authors and not _has_title_link(mention)
    return bare and is_name(title)


def _listed_names(text: Text, above: Mention) -> bool:
    """A list of capitalised words where authors stand, below a set-off title with its venue."""
    cited = text.mentions[0].authors and text.mentions[0].venues
    if text.line.anchors or not above.venues or above.authors or cited:
        return False
    names = parse_names(text.rich.text)
    listed = forced_names(text.line, text.line.start, len(text.rich.text))
    return len(names.names) > 1 and listed is not None and len(listed.names) > 1


def with_fields(above: Mention, texts: list[Text]) -> Mention:
    """The thing above with what field lines say of it; a date belongs to a venue, so it is last."""
    for text in sorted(texts, key=lambda t: _key(t.line)[0] == "year"):
        above = _with_field(above, text)
    return above


def _with_field(above: Mention, text: Text) -> Mention:
    """The thing above with the authors, venues and links that a field line gives it."""
    if _is_void(text):
        return above
    sure = is_field_line(text, above)
    links = (*above.links, *(field_link(text, a) for a in text.line.anchors))
    above = above._replace(links=links)
    kind, start = _key(text.line)
    if kind:
        return _keyed(above, text.line, kind, start)
    if _is_noted_button(text.line):
        words = text.line.field(text.line.buttons[-1].end, len(text.line.masked))
        return above._replace(remarks=(*above.remarks, words))
    if (thesis := _thesis(text.line)) is not None:
        return _defended(above, text.line, thesis)
    if sure or not _has_own_key(text):
        told = text.mentions and not is_lone_button(text)
        return _with_mention(above, text) if told else above
    return _remarked(above, text)


def _remarked(above: Mention, text: Text) -> Mention:
    """The thing above with a line under a key of its own, if more than an address stands there."""
    line = text.line
    whole = line.field(line.start, len(line.masked.rstrip(" \x1f")))
    key = KEYED.match(line.rich.text, line.start)
    value = line.rich.text[key.end() :] if key else ""
    told = not line.anchors or any(a.url != a.label for a in line.anchors)
    if not told or is_placeholder(value) or not whole.text:
        return above
    return above._replace(remarks=(*above.remarks, whole))


def field_link(text: Text, anchor: Anchor) -> Link:
    """A link of a field line; an address behind a key of its own is labelled by the key."""
    if anchor.form in ("image", "badge"):
        return text.line.link(anchor)
    link = text.line.link(anchor, "button")
    key = KEYED.match(text.rich.text, text.line.start)
    if anchor.form == "button" or link.label != link.url or not key or key.end() > anchor.start:
        return link
    return link._replace(label=key[1].strip())


def _keyed(above: Mention, line: Line, kind: str, start: int) -> Mention:
    whole = line.field(start, len(line.masked.rstrip(" \x1f")))
    if is_placeholder(whole.text) and (not whole.text or not line.anchors):
        return above
    if kind == "authors" and not above.authors:
        fields, et_al = author_fields(line, start)
        return above._replace(authors=tuple(fields), et_al=et_al, authors_text=whole)
    if kind == "institutions":
        return above._replace(institutions=(*above.institutions, *listed(line, start)))
    if kind == "venue" or (kind == "year" and YEAR.search(whole.text)):
        return _published(above, line, whole, kind, (start, len(line.rich.text)))
    if kind == "description":
        return _introduced(above, line, whole, start)
    return above._replace(remarks=(*above.remarks, line.field(line.start, len(line.rich.text))))


def is_venue_line(text: Text) -> bool:
    """A line that is nothing but venues: `ICML 2018`, `arXiv 1801; ICML 2018`."""
    parts = text.line.masked.split(";")
    return not text.line.anchors and all(looks_like_venue(p, text.line.lexicon) for p in parts)


def published(above: Mention, line: Line) -> Mention:
    """The thing above with the venues of a line that is nothing else."""
    bounds = (line.start, len(line.rich.text))
    return _published(above, line, line.field(*bounds), "venue", bounds)


def _thesis(line: Line) -> re.Match[str] | None:
    """`PhD dissertation, Ann Bee, July 2014. Defended …`: what a line says of a thesis."""
    return _THESIS.match(line.masked, line.start)


def _defended(above: Mention, line: Line, thesis: re.Match[str]) -> Mention:
    """The thing above as a thesis, with its author and its date."""
    start, end = thesis.end(), len(line.masked)
    names = parse_names(line.masked, start, end)
    if names.names and not above.authors:
        fields, printed = (
            name_fields(line, names),
            line.field(names.names[0][0], names.names[-1][1]),
        )
        above = above._replace(authors=tuple(fields), authors_text=printed)
    start = max(start, names.stop)
    stop = line.masked.find(". ", start, end)
    finish = stop if stop >= 0 else end
    kind = parse_venues(line.rich, *thesis.span(1))
    dated = add_venues([*above.venues, *kind], parse_venues(line.rich, start, finish))
    rest = line.field(finish + 1, end) if stop >= 0 else None
    told = (*above.remarks, rest) if rest and rest.text else above.remarks
    return above._replace(venues=tuple(dated), venue_text=line.field(*thesis.span(1)), remarks=told)


def _published(
    above: Mention, line: Line, whole: Field, kind: str, bounds: tuple[int, int]
) -> Mention:
    """The thing above with the venues of a field; only a venue's own field is their text."""
    venues = tuple(add_venues(list(above.venues), parse_venues(line.rich, *bounds)))
    text = above.venue_text or (whole if kind == "venue" or not above.venues else None)
    return above._replace(venues=venues, venue_text=text)


def _introduced(above: Mention, line: Line, whole: Field, start: int) -> Mention:
    """The thing above with a description, which may open or end with its venue.

    `intro: CVPR 2017`, `intro: CVPR 2017. Bee Labs`, `intro: Bee Labs. CVPR 2017`
    """
    text, end = line.rich.text, len(line.rich.text)
    stop, last = text.find(". ", start, end), text.rfind(". ", start, end)
    for part in ((start, stop if stop > 0 else end), (last + 2 if last > 0 else end, end)):
        if looks_like_venue(text[slice(*part)], line.lexicon):
            above = _published(above, line, line.field(*part), "venue", part)
            if part == (start, end):
                return above
            rest = (part[1] + 1, end) if part[0] == start else (start, part[0] - 2)
            whole = line.field(*rest)
            break
    if above.description is None:
        return above._replace(description=whole)
    return above._replace(remarks=(*above.remarks, whole))


def listed(line: Line, start: int) -> list[Field]:
    """What commas and "and" separate from `start` on."""
    cut = ET_AL.search(line.masked, start)
    found, begin, end = [], start, cut.start() if cut else len(line.masked.rstrip(" \x1f"))
    gaps = (g for g in _LIST_GAP.finditer(line.masked, start, end) if not _goes_on(line, begin, g))
    for gap in (*gaps, None):
        found.append(line.field(begin, gap.start() if gap else end))
        begin = gap.end() if gap else end
    return [f for f in found if not is_placeholder(f.text)]


def _goes_on(line: Line, begin: int, gap: re.Match[str]) -> bool:
    """`Bee University of Science and Technology`: an "and" within a name."""
    before = line.masked[max(begin, gap.start() - 60) : gap.start()]
    return gap[0].strip() == "and" and _OF_FIELD.search(before.rpartition(", ")[2]) is not None


def author_fields(line: Line, start: int) -> tuple[list[Field], bool]:
    """All that stands from `start` as authors: names, else what commas separate; and "et al."."""
    end = len(line.masked)
    names = parse_names(line.masked, start, end)
    if credit := CREDIT.fullmatch(line.rich.text[start:end].strip()):
        fields = [line.field(start + a, start + b) for a, b in surnames(credit)]
        return fields, credit[2] is not None
    if not names.names or not blank(line.masked[names.stop : end]):
        names = forced_names(line, start, end) or names
    if not names.names:
        whole = line.field(start, end)
        return ([whole] if whole.text else []), False
    return name_fields(line, names), names.et_al


def _with_mention(above: Mention, text: Text) -> Mention:
    found, line = text.mentions[0], text.line
    out = _authors(found, line)
    if out.authors and not above.authors:
        above = above._replace(
            authors=tuple(out.authors), et_al=out.et_al, authors_text=out.authors_text
        )
    if found.venues:
        venues = tuple(add_venues(list(above.venues), found.venues))
        above = above._replace(venues=venues, venue_text=above.venue_text or found.venue_text)
    notes = [f for f in (found.description, *found.remarks) if f is not None and f.text]
    return above._replace(remarks=(*above.remarks, *notes))


def _authors(found: Mention, line: Line) -> Fields:
    """The authors of a line of names; one name alone has been taken for a title."""
    out = Fields(list(found.authors), found.et_al, found.authors_text)
    if listed := name_line(line, line.start, len(line.masked)):
        take_names(line, out, listed, line.start, listed.stop)
    if out.authors or found.title is None or _LONE_BUTTON.fullmatch(found.title.text):
        return out
    title = found.title
    if is_name(title.text):
        name = Field(clean_name(title.text), title.span)
        return Fields([name], False, name)
    if not _all_buttons(line) and (names := forced_names(line, line.start, len(line.masked))):
        take_names(line, out, names, line.start, len(line.masked))
    return out
