"""What a bullet is for, told from its own text and from what hangs below it."""

from __future__ import annotations

import re
from functools import cache

from .document import Mention, Role
from .fieldlines import Text, are_fields, is_field_line, is_lone_button
from .inline import RichText
from .lexicon import is_short_for, label_key
from .line import Line, blank
from .links import Anchor
from .ownpage import leads_within
from .tree import Item, Paragraph

# Headings of a list's own affairs. What stands below them is about the list.
_HOUSEKEEPING = {
    Role.CONTENTS: "contents,table of contents,toc,index,menu,navigation,quick links",
    Role.SHARE: "sharing,share,share this,share it",
    Role.HOUSEKEEPING: "contributing,contribution,contributions,contribute,how to contribute,"
    "license,licence,licenses,maintainers,maintainer,contributors,acknowledgements,"
    "acknowledgments,acknowledgement,credits,thanks,citation,citing,cite,how to cite,star history,"
    "contact,contacts,disclaimer,changelog,updates,news,todo,to do,sponsors,sponsor,support,donate,"
    "update log,change log,"
    "about,awesome list criteria,contribution guidelines,contributor,community,stargazers,"
    "license & copyright,feedback",
}
_BY_HEADING = {h: role for role, names in _HOUSEKEEPING.items() for h in names.split(",")}
# The number or key of a reference: `[4]`, `[Bee21a]`.
_NUMBERED = re.compile(r"\s*\[(?:\d{1,3}|[A-Z][A-Za-z+]{1,11}\d\d[a-z]?)\]\s")
_MANY_LINKS = 3  # and nothing else: ways into a list, or to its people
_LONGEST_RUBRIC = 80  # in characters, as words of Chinese are not told apart
_ABOUT_LIST = re.compile(
    r"\W*(?:this list is\s)?(?:contributed|maintained|curated|compiled|collected|organi[sz]ed)"
    r"(?:\s(?:and|&)\s\w+)?\sby\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"([A-Z][\w&/-]{1,9})\s?[:=–-]\s?([A-Z][^:]{3,80})")
_LONG_TITLE = 4  # words, of a thing and not of a label
_MOST_WORDS = 10  # of a line below a title with its makers, its buttons or its date
_LONGEST_LABEL = 200  # of a group, in characters without its links


def housekeeping_role(heading: str) -> Role | None:
    """The role of what stands below a heading about the list itself, if it is one."""
    key = re.sub(r"[^\w\s&/-]+", " ", label_key(heading)).strip()
    return _BY_HEADING.get(" ".join(key.split()))


def item_role(text: Text, below: list[Text], page: str = "") -> Role:
    """The role of a bullet above bullets (and paragraphs of fields) with those texts.

    `page` is the list's own address.
    """
    if is_about_list(text.rich):
        return Role.HOUSEKEEPING
    if not below and not text.line.anchors and _explains_initials(text.rich.text):
        return Role.REMARK
    cited = _cited(below, text.mentions[0] if text.mentions else None, page)
    if _leads_within(text, page) and not cited and not _waits_for_target(text):
        return Role.CONTENTS
    if not text.mentions:
        return Role.GROUP if below and (cited or not text.rich.text.strip()) else Role.REMARK
    first = text.mentions[0]
    if below and not _titled_by_link(first):
        return _label_or_entry(first, below, text)
    return _leaf(first, text.rich, bool(below))


def _explains_initials(words: str) -> bool:
    """`NN: Neural Networks`, in the key to a table."""
    found = _INITIALS.fullmatch(words.strip())
    return found is not None and is_short_for(found[1], found[2])


def _label_or_entry(first: Mention, below: list[Text], text: Text) -> Role:
    """A bullet above others that has no title link: a label, or a thing whose fields they are."""
    if first.authors and first.title and (first.venues or (first.links and first.set_off)):
        return Role.ENTRY
    if _is_printed_alone(first):
        return Role.ENTRY
    if first.title and are_fields(below, first):
        return Role.ENTRY
    if _is_above_buttons(first, below):
        return Role.ENTRY
    label = text.line.masked.replace("\x1f", "")
    if _cited(below, first) and len(label) < _LONGEST_LABEL:
        return Role.GROUP
    return Role.ENTRY if first.title and first.links else Role.REMARK


def _is_above_buttons(first: Mention, below: list[Text]) -> bool:
    """A bare name over words about it and links that say what they are: `[homepage](u)`."""
    linked = [t for t in below if t.line.anchors]
    return bool(first.title and linked) and all(
        is_field_line(t, first) and is_lone_button(t) for t in linked
    )


def _is_printed_alone(first: Mention) -> bool:
    """`Ann Bee, Cid Dee, **Nets for All**`; `**Nets that Feed on All**, ICML 2019`: no label."""
    if first.title is None or not first.set_off:
        return False
    dated = any(v.name and v.year for v in first.venues)
    return len(first.authors) > 1 or (dated and len(first.title.text.split()) >= _LONG_TITLE)


def _cited(below: list[Text], above: Mention | None, page: str = "") -> bool:
    """Whether a bullet below names a thing."""
    return any(
        t.mentions and not _leads_within(t, page) and not is_field_line(t, above) for t in below
    )


def _leads_within(text: Text, page: str) -> bool:
    """Whether all links lead to places of the same page."""
    links = [a for a in text.line.anchors if a.form != "image"]
    return bool(links) and all(leads_within(a.url, page) or _is_slug(a) for a in links)


def _waits_for_target(text: Text) -> bool:
    """`Ann Bee, Nets, ICML 2015 [Paper](#)`, `[Nets](#) - a tool`: a link without target yet."""
    first = text.mentions[0] if text.mentions else None
    cited = first and first.title and (first.authors or first.venues or first.description)
    return bool(cited) and all(a.url == "#" for a in text.line.anchors)


def _is_slug(anchor: Anchor) -> bool:
    """`[Deep Nets](deep-nets)`: a link to a heading that has lost its `#`."""
    words = re.sub(r"\W+", "-", anchor.label.casefold()).strip("-")
    return bool(words) and anchor.url.strip("/").casefold() == words


def is_about_list(rich: RichText) -> bool:
    """`This list is maintained by`: words about the list itself, and those whom they name."""
    return _ABOUT_LIST.match(rich.text) is not None


def _leaf(first: Mention, rich: RichText, below: bool) -> Role:
    """A bullet with nothing to label: a thing, or words about one."""
    if _is_prose(first, rich):
        return Role.REMARK
    if first.title and _leads_somewhere(first):
        return Role.ENTRY
    cited = bool(first.authors or any(v.name or v.arxiv or v.malformed for v in first.venues))
    if first.title and cited:
        return Role.ENTRY
    sure = len(first.authors) > 1 or (first.authors and cited and _leads_somewhere(first))
    return Role.ENTRY if sure and first.venues and not below else Role.REMARK


def _titled_by_link(mention: Mention) -> bool:
    return any(link.form == "title" for link in mention.links)


def _leads_somewhere(mention: Mention) -> bool:
    return any(
        link.form == "auto" or (link.form in ("title", "button") and link.url != "")
        for link in mention.links
    )


def _is_prose(mention: Mention, rich: RichText) -> bool:
    """A sentence with a link somewhere in it, rather than a thing with its link."""
    words = _words(rich.text)
    if mention.authors or mention.venues or len(words) < 10:
        return False
    remark = mention.remarks[0].text if mention.remarks else ""
    late = len(_words(remark)) > 5 and rich.text.strip().startswith(remark[:20])
    bare = not mention.set_off and not _titled_by_link(mention)
    return late or (bare and bool(mention.title) and len(words) > 25)


def _words(text: str) -> list[str]:
    """Words; where no blanks part them, as in Japanese, every three characters are one."""
    return _uncased_words().findall(text) if max(text, default="") > "\u3040" else text.split()


@cache
def _uncased_words() -> re.Pattern[str]:
    # Slow to compile, and most lists have none.
    return re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{1,3}|[^\s\u3040-\u30ff\u3400-\u9fff]+")


def is_citation(text: Text) -> bool:
    """Enough to take a paragraph for an entry: a title with a button, or with authors and more."""
    if not text.mentions or (first := text.mentions[0]).title is None:
        return False
    if len(text.line.titles) >= _MANY_LINKS and blank(text.line.unlinked):
        return False
    buttons = any(k.form == "button" and k.url.startswith("http") for k in first.links)
    short = len(first.title.text) < 250
    if first.authors:
        marked = first.set_off or buttons or _NUMBERED.match(text.rich.text)
        return bool(short and marked and (first.venues or buttons))
    lead = first.remarks or first.alternative or first.description
    if not lead and _is_linked_and_published(text.line, first):
        return short
    if first.alternative and _titled_by_link(first) and not (first.remarks or first.description):
        return bool(short and first.venues)
    squared = "[" in text.rich.text
    shown = _is_above_words(text.line) if lead else first.set_off or first.venues
    return bool(buttons and squared and short and shown)


def _is_above_words(line: Line) -> bool:
    """`**Nets (2003)** [[Link]](u)`, then words about it; a bold line over short lines and buttons.

    The title is all that the first line has, beside its buttons.
    """
    bold = next((m for m in line.rich.of("strong") if blank(line.masked[: m.start])), None)
    end = line.masked.find("\n")
    if bold is None or end < bold.end or not blank(line.masked[bold.end : end]):
        return False
    if any(bold.end <= a.start < end for a in line.buttons if a.form == "button"):
        return True
    lines = line.masked[end + 1 :].split("\n")
    return len(lines) > 1 and all(len(t.split()) <= _MOST_WORDS for t in lines)


def _is_linked_and_published(line: Line, first: Mention) -> bool:
    """`[Nets for All](u), ICML 2019`: a linked title at the front, then its venue or its year."""
    if not line.titles or not _titled_by_link(first) or not first.venues:
        return False
    named = any(v.name or v.arxiv for v in first.venues)
    long = len(line.titles[0].label.split()) >= _LONG_TITLE
    return (named or long) and blank(line.rich.text[: line.titles[0].start])


def is_listed(text: Text) -> bool:
    """Enough for one of several lines of a paragraph: bare words with a button."""
    first = text.mentions[0] if text.mentions else None
    if first is None or first.title is None or first.remarks or first.description:
        return False
    return any(k.form == "button" and k.url.startswith("http") for k in first.links)


def is_rubric(rich: RichText) -> bool:
    """A line over a list that names what the list holds: `Blogs and Newsletters`, `…:`."""
    text = rich.text.strip()
    short = 0 < len(text.split()) <= 8 and not text.endswith((".", "!", "?", "。", "！", "？"))
    short = short and len(text) <= _LONGEST_RUBRIC
    return text.endswith(":") or (short and not rich.of("link", "image"))


def split_rubric(item: Item) -> tuple[Item, Paragraph | None]:
    """An item, and the rubric of the items below it that stands, not indented, under its text."""
    pieces = item.rich.lines()
    last = pieces[-1] if len(pieces) > 1 and not item.children else None
    if last is None or not last.text.strip().endswith((":", "：")):
        return item, None
    span, before = last.span(0, len(last.text)), item.rich.text[: -len(last.text)].rstrip()
    if span.column > 1 or not before.endswith((".", "!", "?", ")")):
        return item, None
    own = item.rich.cut(0, len(before))
    line = span.line
    return Item(own, item.line, line - 1, ()), Paragraph(last, line, line)


def is_heading_of_fields(title: Mention | None, below: list[Text]) -> bool:
    """A set-off title above nothing but its fields, one of them with an address."""
    if title is None or title.title is None or not below:
        return False
    urls = (a.url for t in below for a in t.line.anchors)
    linked = any(u.startswith(("http", "www.")) for u in urls)
    return linked and are_fields(below, title)
