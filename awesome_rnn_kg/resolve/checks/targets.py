"""Targets of links: misspelled hosts, and what a target and a label say against each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from ...read.document import Link, Node, Role
from ...text.diagnostics import Diagnostic, Rule
from ..drafts import PAPER_FAMILY, Draft
from ..hosts import holds_code
from ..keys import title_key, url_key
from ..spelling import one_slip
from . import links as rules
from .listing import Listing, line_of

UNLABELED_LINK = Rule(
    "RNN242",
    "unlabeled-link",
    "warning",
    "A link has a target but no label, or its label and brackets are lost, so the page shows "
    "nothing to click on, or a bare address in brackets. Write what it leads to.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[](https://arxiv.org/abs/1511.02301)]\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper](https://arxiv.org/abs/1511.02301)]\n",
)
LABEL_OF_OTHER_KIND = Rule(
    "RNN243",
    "label-contradicts-target",
    "warning",
    "A link that is labelled as code leads to a paper, or one that is labelled as a paper to a "
    "repository of code: two targets were exchanged, or one was pasted twice. Open it and correct "
    "the target or the label.",
    bad=(
        "* A. Lee and B. Chen, *A Title*, ICML 2015 [[Paper](https://github.com/lee/title)] "
        "[[Code](https://arxiv.org/abs/1511.02301)]\n"
    ),
    good=(
        "* A. Lee and B. Chen, *A Title*, ICML 2015 [[Paper](https://arxiv.org/abs/1511.02301)] "
        "[[Code](https://github.com/lee/title)]\n"
    ),
)
_SIX = "".join(f"* [Lake {n}](https://example.org/{n})\n" for n in range(1, 6))
UNLINKED_ENTRY = Rule(
    "RNN245",
    "unlinked-entry",
    "warning",
    "One bullet of many has no link, where each of those beside it begins with one. It was "
    "probably lost with an edit. Link the thing, or say in a paragraph what is no entry.",
    bad=f"{_SIX}* Lake 6\n",
    good=f"{_SIX}* [Lake 6](https://example.org/6)\n",
)
_KNOWN_TEXT = """
arxiv.org github.com gist.github.com openreview.net aclweb.org aclanthology.org doi.org dx.doi.org
proceedings.mlr.press papers.nips.cc proceedings.neurips.cc jmlr.org youtube.com ieeexplore.ieee.org
link.springer.com sciencedirect.com nature.com dl.acm.org openaccess.thecvf.com researchgate.net
semanticscholar.org huggingface.co kaggle.com medium.com en.wikipedia.org docs.google.com
drive.google.com sites.google.com papers.ssrn.com biorxiv.org cv-foundation.org
"""
_KNOWN = frozenset(_KNOWN_TEXT.split())
_BESIDE = frozenset(("ar5iv.org", "jmir.org"))  # hosts that are a letter from another
_HOST = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:]*)", re.IGNORECASE)
_PLAIN_HOST = re.compile(r"localhost|[\d.]+|\[.*", re.IGNORECASE)
_NO_HOST = re.compile(r"[^\w.:%~\[\]-]")
_WRONG_PATH = re.compile(
    r"//(?:www\.)?arxiv\.org/(?!(?:abs|pdf|html|format|ps|src|e-print|list|search|find|a|auth)\b)"
    r"\w{0,8}/?(\d{4}\.\d{4,5})",
    re.IGNORECASE,
)
_LONGER_ENDINGS = ("munity", "pany", "puter", "anic", "ser")  # `.community`, `.organic`
_OFTEN = 5  # links of a list to one host, and more, that make it known in it
_LONG_PART = 6  # letters of a part of such a host
_REPOSITORY = re.compile(r"github\.com/([\w.-]+)/([\w.-]+?)(?:\.git)?/?(?:\Z|[?#]|/?tree/\w+/?\Z)")
_ONE_PAPER = re.compile(
    r"//(?:www\.)?arxiv\.org/(?:abs|pdf)/|openreview\.net/(?:forum|pdf)\?id=|aclweb\.org/anthology/"
    r"|aclanthology\.org/\w|proceedings\.mlr\.press/v\d+/\w.*\.(?:pdf|html)|papers\.nips\.cc/paper/",
    re.IGNORECASE,
)
_PAPER_LABEL = re.compile(r"\[?\s*(?:paper|pdf|arxiv)\s*\]?", re.IGNORECASE)
# Labels of papers that are not the entry's own.
_OTHERS = re.compile(
    r"\b(?:data ?sets?|benchmark|baseline|solution|challenge|previous|related|follow|extended)\b",
    re.IGNORECASE,
)
_CODE_LABEL = re.compile(r"\[?\s*(?:code|github|source code)\s*\]?", re.IGNORECASE)
_BACK = re.compile(r"\b(?:top|back|up|home|contents?|toc)\b|[↑⬆🔝]", re.IGNORECASE)
_LISTED = (Role.ENTRY, Role.REMARK, Role.GROUP)
# No field (`intro: …`), no sentence, nothing long.
_MAY_BE_ENTRY = re.compile(r"(?![\w ]{1,16}:)\W?[A-Z0-9][^\n]{2,120}(?<![.…!?])\Z")
_SIGN = re.compile(r"\s*(?::|by\b|[-–—])\s|\s*\Z")
# A name that is no field's (`intro: …`).
_NAME_AND_SIGN = re.compile(r"(?![a-z]+:)[^\s:]+(?: [^\s:]+){0,5}?\s*(?::|\bby\b|(?<=\s)[-–—])\s")
_NEARLY_ALL = 0.8
_BARE = re.compile(r"\[\((https?://[^\s()]+)\)\]")
# Addresses that end in a paper's title.
_TITLED = re.compile(
    r"papers\.n(?:eur)?ips\.cc/paper/\d+-([a-z][\w-]+?)(?:\.pdf|\.html?)?$"
    r"|(?:thecvf|cv-foundation)\.\w+/(?:[^/]*/)*(?![^/]*_ECCV_)"  # whose titles are those submitted
    r"[^/_]+_([A-Z0-9][^/]*?)_(?:20\d\d|CVPR|ICCV)"
    r"|semanticscholar\.org/paper/([A-Z][\w%-]+)/[0-9a-f]{8}"
    r"|researchgate\.net/publication/\d+_([A-Z]\w+)",
)
_OF_PAPERS = frozenset(("cvpr", "iccv", "eccv", "paper", "using", "with", "from"))
_UNLIKE = 0.34  # of the words of an address that a title of the same paper has, at least
_ALIKE = 0.7  # of these words, that the title of another paper hardly has
_NO_LETTER = re.compile(r"[\W_]+")
_ENOUGH = 3  # words of an address that tell
_TELLING = 2  # words of a title that a repository is named after


def check(listing: Listing) -> Iterator[Diagnostic]:
    """What is wrong with the targets of links, by themselves and beside their labels."""
    links = list(dict.fromkeys(listing.links()))
    yield from _hosts(listing, links)
    for link in links:
        yield from _unlabeled(listing, link)
    yield from _bare(listing)
    yield from _placeholders(listing)
    yield from _unlinked(listing)
    papers = [d for d in listing.drafts if d.kind in PAPER_FAMILY]
    long = [(d.title.partition(": ")[2] or d.title, d) for d in papers]
    titles = {_letters(title): d for title, d in long if title.count(" ") >= _ENOUGH}
    titles |= {_letters(d.title): d for _, d in long if d.title.count(" ") >= _ENOUGH}
    for draft in papers:
        yield from _of_other_kind(listing, draft)
        yield from _titled(listing, draft, titles)
    yield from _repositories(listing)


def _hosts(listing: Listing, links: list[Link]) -> Iterator[Diagnostic]:
    """Hosts that can be none, or are one slip from a well-known one or one often linked here."""
    found = [(k, m[1]) for k in links if (m := _HOST.match(k.url))]
    named = [(k, printed, printed.lower().removeprefix("www.")) for k, printed in found]
    uses = Counter(host for *_, host in named)
    often = [h for h, n in uses.items() if n >= _OFTEN]
    for link, printed, host in named:
        meant = _meant_host(host, uses[host], often)
        plain = "." in host.strip(".") or _PLAIN_HOST.fullmatch(host)
        if not meant and plain and not _NO_HOST.search(host):
            continue
        if host.startswith("http") and not plain:
            continue  # a scheme that stands twice, which is told as such
        nearly = "runs into the path of" if _runs_on(host, meant) else "is one letter from"
        yield rules.MALFORMED_LINK.at(
            listing.in_target(link, printed),
            f'"{host}" {nearly} the host "{meant}"' if meant else f'"{host}" is no host',
            f'did you mean "{meant}"?' if meant else "give the link its URL",
        )
    for link in links:
        if path := _WRONG_PATH.search(link.url):
            yield rules.MALFORMED_LINK.at(
                listing.place(link.span, link.url),
                f'arXiv has no page of this form for "{path[1]}"',
                f"write https://arxiv.org/abs/{path[1]}",
            )


def _meant_host(host: str, uses: int, often: list[str]) -> str:
    """The host that a misspelled one is meant to be, else nothing."""
    if host in _KNOWN | _BESIDE or uses >= _OFTEN:
        return ""
    known = _near_known(host)
    if known or uses > 1:
        return known
    near = (h for h in often if h != host and abs(len(h) - len(host)) <= 1)
    return next((h for h in near if _is_lost_or_swapped(host, h)), "")


@lru_cache(maxsize=4096)
def _near_known(host: str) -> str:
    plain = host.replace(".", "")
    near = (h for h in sorted(_KNOWN) if one_slip(host, h) or plain == h.replace(".", ""))
    return next(near, "") or next((h for h in sorted(_KNOWN) if _runs_on(host, h)), "")


def _runs_on(host: str, known: str) -> bool:
    """Whether a path follows a known host without its slash: `github.comLee`."""
    rest = host[len(known) :] if known and host.startswith(known) else ""
    return rest[:1].isalnum() and rest.partition(".")[0] not in _LONGER_ENDINGS


def _is_lost_or_swapped(one: str, two: str) -> bool:
    """Whether a long part of a host has a letter lost or doubled (no plural's), or two swapped."""
    mine, theirs = one.split("."), two.split(".")
    odd = [(a, b) for a, b in zip(mine, theirs, strict=False) if a != b]
    if len(mine) != len(theirs) or len(odd) != 1:
        return False
    a, b = odd[0]
    if min(len(a), len(b)) < _LONG_PART or not one_slip(a, b) or a.rstrip("s") == b.rstrip("s"):
        return False
    return (a + b).isalpha() and (len(a) != len(b) or sorted(a) == sorted(b))


def _unlabeled(listing: Listing, link: Link) -> Iterator[Diagnostic]:
    raw = listing.raw(link.span)
    bare = not link.label.strip("[] \u200b") and link.form not in ("image", "badge", "auto", "html")
    bare = bare and bool(link.url.strip())
    if bare and re.match(r"\[\[?\s*\]?\]\(", raw) and not link.url.startswith("#"):
        yield UNLABELED_LINK.at(
            link.span, f"link to {link.url[:80]} has no label", "write what it leads to"
        )


def _bare(listing: Listing) -> Iterator[Diagnostic]:
    """`[(https://…)]`: an address in the brackets of a button whose label is lost."""
    source = listing.document.source
    for node in listing.document.nodes:
        for number in range(node.line, node.end_line + 1):
            for found in _BARE.finditer(source.line(number)):
                yield UNLABELED_LINK.at(
                    source.span(number, found.start() + 1, number, found.end() + 1),
                    f"link to {found[1][:80]} has no label",
                    f"write [[label]({found[1]})]",
                )


def _unlinked(listing: Listing) -> Iterator[Diagnostic]:
    """The one bullet without a link among those that begin with one; nothing hangs below it."""
    nodes = listing.document.nodes
    above = {n.parent for n in nodes}
    families: dict[tuple[int, int | None], list[Node]] = {}
    for index, node in enumerate(nodes):
        if node.kind == "item" and node.role in _LISTED:
            family = families.setdefault((node.section, node.parent), [])
            family.append(node)
            if not node.all_links and index in above:
                family.clear()  # it is linked below, or a label
    for family in families.values():
        bare = [n for n in family if not n.all_links]
        others = [n for n in family if n.all_links]
        led = [n for n in others if _begins_with_link(n)]
        if len(bare) != 1 or len(others) < _OFTEN or len(led) < _NEARLY_ALL * len(others):
            continue
        named = led == others and _MAY_BE_ENTRY.match(bare[0].label.text)
        if named or _is_described_as(bare[0], led):
            yield UNLINKED_ENTRY.at(
                bare[0].label.span,
                f'"{bare[0].label.text[:60]}" has no link; {len(led)} bullets beside it '
                "begin with one",
                "link it",
            )


def _is_described_as(node: Node, others: list[Node]) -> bool:
    """Whether a name stands before a sign such as one behind the links of nearly all others."""
    if not _NAME_AND_SIGN.match(node.label.text):
        return False
    behind = (n.label.text[len(n.all_links[0].label.strip()) :] for n in others)
    return sum(bool(_SIGN.match(text)) for text in behind) >= _NEARLY_ALL * len(others)


def _begins_with_link(node: Node) -> bool:
    return node.label.text.startswith(node.all_links[0].label.strip() or "\0")


def _of_other_kind(listing: Listing, draft: Draft) -> Iterator[Diagnostic]:
    """Buttons whose label says code, and whose target is a paper, or the other way round."""
    for link in draft.mention.links:
        if link.form != "button":
            continue
        code, paper = _CODE_LABEL.fullmatch(link.label), _PAPER_LABEL.fullmatch(link.label)
        wrong = (code and _ONE_PAPER.search(link.url)) or (
            paper and _REPOSITORY.search(link.url) and ".pdf" not in link.url
        )
        if wrong:
            said, is_ = ("code", "a paper") if code else ("a paper", "a repository of code")
            yield LABEL_OF_OTHER_KIND.at(
                listing.place(link.span, link.url),
                f'link "{link.label.strip("[] ")}" should lead to {said}, but leads to {is_}',
                "open it and correct the target or the label",
            )


def _placeholders(listing: Listing) -> Iterator[Diagnostic]:
    """`[Paper](#)`, in a bullet, a row or a heading: a link that waits for its target."""
    for node in listing.document.nodes:
        for link in node.all_links if node.kind in ("item", "row", "heading") else ():
            own = link.form in ("title", "button") or node.label.text.startswith(link.label)
            if own and link.url.strip() == "#" and not _BACK.search(link.label):
                label = link.label.strip("[] ")
                yield rules.EMPTY_LINK.at(
                    link.span, f'link "{label}" leads nowhere', "give it its URL"
                )


def _letters(title: str) -> str:
    return _NO_LETTER.sub("", title.casefold())


def _titled(listing: Listing, draft: Draft, titles: dict[str, Draft]) -> Iterator[Diagnostic]:
    """A paper's link whose address ends in the title of another paper: of the list, or unlike."""
    label = listing.document.nodes[draft.node].label.text
    words = set(title_key(f"{draft.title} {label}").split())
    for link in draft.mention.links:
        own = link.form == "title" or (link.form == "button" and not _OTHERS.search(link.label))
        found = _TITLED.search(link.url) if own else None
        named = next(filter(None, found.groups()), "") if found else ""
        theirs = {w for w in re.findall(r"[a-z]{4,}", named.casefold()) if w not in _OF_PAPERS}
        if len(theirs) < _ENOUGH or not draft.title or rules.is_nickname(draft.title):
            continue
        other = titles.get(_letters(named), draft)
        listed = listing.work_of[id(other)] != listing.work_of[id(draft)]
        same = sum(any(w.startswith(t) or t.startswith(w) for w in words) for t in theirs)
        if (listed and same < _ALIKE * len(theirs)) or same < _UNLIKE * (
            len(theirs) if len(theirs) > _ENOUGH else 1
        ):
            yield rules.LINK_OF_ANOTHER_ENTRY.at(
                listing.place(link.span, link.url),
                f'the address is that of a paper called "{re.sub("[_-]+", " ", named)[:80]}"',
                "open it and give the entry its own link",
            )


def _repositories(listing: Listing) -> Iterator[Diagnostic]:
    """Code of another entry: two have one repository, which is named after the other's title.

    Authors that both entries name set them apart: one group may keep the code of two papers in one
    place.
    """
    holders: dict[str, list[tuple[Draft, Link]]] = {}
    for draft in listing.papers:
        for link in draft.mention.links:
            if link.form == "button" and holds_code(link.url) and _REPOSITORY.search(link.url):
                holders.setdefault(url_key(link.url), []).append((draft, link))
    for held in holders.values():
        for draft, link in held if len(held) > 1 else ():
            apart = (d for d, _ in held if rules.are_strangers(draft, d))
            other = next((d for d in apart if _named_after(link, d)), None)
            if other and not _shares_word(link, draft):
                yield rules.LINK_OF_ANOTHER_ENTRY.at(
                    listing.place(link.span, link.url),
                    f'the repository is named after "{other.title}" on line {line_of(other)}, '
                    "which has this link, too",
                    "open it and give each entry its own link",
                )


def _words_of(link: Link) -> list[str]:
    found = _REPOSITORY.search(link.url)
    parts = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", found[2]) if found else []
    return [p.casefold() for p in parts]


def _named_after(link: Link, draft: Draft) -> bool:
    """Whether the words of a repository's name stand in a row in a title."""
    words = _words_of(link)
    run = " ".join(words)
    return len(words) >= _TELLING and f" {run} " in f" {title_key(draft.title)} "


def _shares_word(link: Link, draft: Draft) -> bool:
    """Whether a longer word of a title stands in the repository's address."""
    return any(
        w in link.url.casefold() for w in title_key(draft.title).split() if len(w) > _TELLING
    )
