"""What a bullet is for, told from its own text and from what hangs below it."""

from __future__ import annotations

import re

from .blocks import Block, Bullets, Item
from .document import Mention, Role
from .inline import RichText
from .lexicon import label_key
from .names import is_name

# Headings of a list's own affairs. What stands below them is about the list.
_HOUSEKEEPING = {
    Role.CONTENTS: "contents,table of contents,toc,index,menu,navigation,quick links",
    Role.SHARE: "sharing,share,share this,share it",
    Role.HOUSEKEEPING: "contributing,contribution,contributions,contribute,how to contribute,license,"
    "licence,licenses,maintainers,maintainer,contributors,acknowledgements,acknowledgments,"
    "acknowledgement,credits,thanks,citation,citing,cite,how to cite,star history,contact,contacts,"
    "disclaimer,changelog,updates,news,todo,to do,sponsors,sponsor,support,donate,about,awesome list "
    "criteria,contribution guidelines,contributor,community,stargazers,license & copyright,feedback",
}
_BY_HEADING = {h: role for role, names in _HOUSEKEEPING.items() for h in names.split(",")}


def housekeeping_role(heading: str) -> Role | None:
    """The role of what stands below a heading about the list itself, if it is one."""
    key = re.sub(r"[^\w\s&/-]+", " ", label_key(heading)).strip()
    return _BY_HEADING.get(" ".join(key.split()))


def items_below(blocks: tuple[Block, ...]) -> tuple[Item, ...]:
    """The items of the lists that stand directly in these blocks."""
    return tuple(i for b in blocks if isinstance(b, Bullets) for i in b.items)


def item_role(
    rich: RichText, mentions: tuple[Mention, ...], below: list[tuple[Mention, ...]]
) -> Role:
    """The role of a bullet with these mentions, above bullets with those."""
    links = [link for m in mentions for link in m.links]
    if not rich.text.strip() and not links:
        return Role.REMARK if not below else Role.GROUP
    if links and all(link.url.startswith("#") for link in links):
        return Role.CONTENTS
    if not mentions:
        return Role.GROUP if below and _cited(below) else Role.REMARK
    first = mentions[0]
    if below and not _titled_by_link(first):
        return _label_or_entry(first, below, rich)
    return _leaf(first, rich, bool(below))


def _label_or_entry(first: Mention, below: list[tuple[Mention, ...]], rich: RichText) -> Role:
    """A bullet above others that has no title link: a label, or a thing whose fields they are."""
    if first.authors and first.title and (first.venues or first.links):
        return Role.ENTRY
    if first.title and all(is_field_line(m, first) for m in below):
        return Role.ENTRY
    if _cited(below, first) and len(rich.text) < 200:
        return Role.GROUP
    return Role.ENTRY if first.title and first.links else Role.REMARK


def _cited(below: list[tuple[Mention, ...]], above: Mention | None = None) -> bool:
    """Whether a bullet below names a thing."""
    return any(not is_field_line((m,), above) for ms in below for m in ms)


def is_field_line(mentions: tuple[Mention, ...], above: Mention | None) -> bool:
    """A bullet that only holds names, a venue or buttons of the thing above.

    Names and a venue without a title are a citation of their own below a short bare label.
    """
    if not mentions:
        return True
    m = mentions[0]
    if m.title is None:
        titled = above is not None and above.title is not None
        long = titled and (above.set_off or len(above.title.text.split()) > 4)  # type: ignore[union-attr]
        return bool(long or not (len(m.authors) > 1 and m.venues))
    only_name = is_name(m.title.text) and not m.links and not m.venues and not m.authors
    lone_button = re.fullmatch(r"\[.*\]", m.title.text) is not None
    return only_name or lone_button


def _leaf(first: Mention, rich: RichText, below: bool) -> Role:
    """A bullet with nothing to label: a thing, or words about one."""
    if _is_prose(first, rich):
        return Role.REMARK
    if first.title and _leads_somewhere(first):
        return Role.ENTRY
    cited = bool(first.authors or any(v.name or v.arxiv or v.malformed for v in first.venues))
    if first.title and cited:
        return Role.ENTRY
    return Role.ENTRY if len(first.authors) > 1 and first.venues and not below else Role.REMARK


def _titled_by_link(mention: Mention) -> bool:
    return any(link.form == "title" for link in mention.links)


def _leads_somewhere(mention: Mention) -> bool:
    return any(
        link.form in ("title", "button") and link.url != "" for link in mention.links
    ) or any(link.form == "auto" for link in mention.links)


def _is_prose(mention: Mention, rich: RichText) -> bool:
    """A sentence with a link somewhere in it, rather than a thing with its link."""
    words = rich.text.split()
    if mention.authors or mention.venues or len(words) < 10:
        return False
    remark = mention.remarks[0].text if mention.remarks else ""
    late = len(remark.split()) > 5 and rich.text.strip().startswith(remark[:20])
    bare = not mention.set_off and not _titled_by_link(mention)
    return late or (bare and bool(mention.title) and len(words) > 25)
