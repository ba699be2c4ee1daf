"""Links: empty, malformed, unsafe, or another entry's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...read.document import Link
from ...read.venues import ARXIV_URL
from ...text.diagnostics import Diagnostic, Edit, Rule
from ..drafts import PAPER_FAMILY, Draft
from ..hosts import holds_code
from ..keys import title_key, url_key
from ..linking import is_unsafe, role_of
from .listing import Listing, line_of, surname

EMPTY_LINK = Rule(
    "RNN206",
    "empty-link",
    "warning",
    "A link has a label but leads nowhere. Give it its URL or take it away.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Code]()]\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Code](https://example.org/code)]\n",
)
BROKEN_LINK_SYNTAX = Rule(
    "RNN207",
    "broken-link-syntax",
    "warning",
    "What looks like a link is none to Markdown: a blank stands between label and target, or "
    "inside the target, or round and square brackets are exchanged. Readers see the brackets. "
    "Write `[label](target)`.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper] (https://arxiv.org/abs/1511.02301)]\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper](https://arxiv.org/abs/1511.02301)]\n",
)
UNSAFE_LINK = Rule(
    "RNN208",
    "unsafe-link-scheme",
    "error",
    "A link runs a script or opens a file of the reader's machine. Pages made from the graph never "
    "carry it. Use an https URL.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Demo](javascript:alert(1))]\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Demo](https://example.org/demo)]\n",
)
MALFORMED_LINK = Rule(
    "RNN209",
    "malformed-link-target",
    "warning",
    "A link's target is no URL and no place in the list: a word, a number, `nan`; or its "
    "`https://` is misspelled or lacks, so that Markdown takes it for a file; a page of one's own "
    "browser, such as `about:blank`; or an `&` that belongs to a value of its query is not written "
    "`%26`. Give it its URL or take it away.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper](nan)]\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper](https://arxiv.org/abs/1511.02301)]\n",
)
LINK_OF_ANOTHER_ENTRY = Rule(
    "RNN212",
    "link-of-another-entry",
    "warning",
    "An entry's paper link is the link of another paper of the list, with another title, its file "
    "or repository is named after another entry, or its address ends in another title: it was "
    "probably copied with the line and not changed. Open it, and give each entry its own link.",
    bad=(
        "* Ann Lee and Bo Chen, *The Lake*, ICML 2015 [[Paper](https://example.org/15/lake.pdf)]\n"
        "* Eve Fox and Dan Roy, *A Hill*, ICML 2015 [[Paper](https://example.org/15/lake.pdf)]\n"
    ),
    good=(
        "* Ann Lee and Bo Chen, *The Lake*, ICML 2015 [[Paper](https://example.org/15/lake.pdf)]\n"
        "* Eve Fox and Dan Roy, *A Hill*, ICML 2015 [[Paper](https://example.org/15/hill.pdf)]\n"
    ),
)
_TARGET = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:|[#/.?]|www\.|[\w%~()&,-]+(?:[./][\w%~#?=&()-]+)+/?$)", re.IGNORECASE
)
_OF_ONE_PAPER = re.compile(
    r"\.pdf(?:$|[?#])|/10\.\d{4,9}/|openreview\.net/(?:forum|pdf)\?id=|aclweb\.org/anthology/\w"
    r"|aclanthology\.org/\w|proceedings\.mlr\.press/v\d+/\w|semanticscholar\.org/paper/\w",
    re.IGNORECASE,
)
_DOWNLOAD = re.compile(r"/([^/?#]+)\.(?:pdf|zip|tgz|tar|tar\.gz|gz|bz2|csv|json)$", re.IGNORECASE)
_OF_ANY_TEXT = "the of for and in on to with data set dataset corpus benchmark code"
_OF_ANY = frozenset(_OF_ANY_TEXT.split())
_FOLDER = re.compile(r"[a-z][\w-]*", re.IGNORECASE)
_NOTHING_TEXT = "nan none null na nil url link todo tbd http https www href paper code"
_NOTHING = frozenset(_NOTHING_TEXT.split())
_SCHEME = re.compile(
    r"https?:/{1,2}(?=https?:/)|https?:/(?=[^/])|https?:///+|https?://(?=\.)\.+|https?:(?=\w)"
    r"|https?//:?|https?;//|https?:\\+"
    r"|(?!https?:|ssh:)(?:[htps]{3,7}|[a-z]ttps?|h[a-z]tps?|ht[a-z]ps?|htt[a-z]s?|http[a-z]):/{1,2}",
    re.IGNORECASE,
)
# A page of the reader's own browser or disk: of use to nobody else.
_OWN = re.compile(r"(?:about|blob|chrome|[a-z]+-extension|edge|view-source|[a-z]):", re.IGNORECASE)
_HOST_ALONE = re.compile(
    r"www\.[\w-]+\.\w|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|ai|de|cn|uk|fr)/",
    re.IGNORECASE,
)
_CUT_QUERY = re.compile(r"[?&]\w+=[^&=#]*(?:%20|\+)[^&=#]*&[A-Z][a-z]+(?=&|$)")
_EXCHANGED = re.compile(
    r"(?<!\])(?:\(([^()\[\]]{1,60})\)|(?<!!)\[?\[([^()\[\]]{1,60})\]\]?)\[(https?://[^\s\[\]]+)\]"
)
_UNQUOTED = re.compile(r"""(\S+)\s+["'].*\s""", re.DOTALL)  # a target, and a title that goes on
_UNCLOSED = re.compile(r"(?<!!)\[([^()\[\]]{1,40}(?<!\s))\((https?://[^\s()]+)\)")
_APART = re.compile(r"\[?\[[^\[\]]*\]([ \t]+)\((?:https?://|#)[^\s()]+\)\]?")
_ALIKE = 0.4


def check(listing: Listing) -> Iterator[Diagnostic]:
    """What is wrong with links."""
    for link in listing.links():
        yield from _link(listing, link)
    yield from _exchanged(listing)
    yield from _of_others(listing)
    yield from _named_after_others(listing)


def _link(listing: Listing, link: Link) -> Iterator[Diagnostic]:
    label = link.label.strip("[] ") or "link"
    empty = link.form == "badge" or not link.label.strip("[] ")
    if not link.url.strip() and empty:
        return  # a badge need not lead anywhere; `[]()` keeps a place free
    if not link.url.strip():
        yield EMPTY_LINK.at(link.span, f'link "{label}" has no target', "give it its URL")
    elif is_unsafe(link.url):
        yield UNSAFE_LINK.at(link.span, f'link "{label}" is of an unsafe scheme', "use https")
    elif found := _SCHEME.match(link.url):
        yield _misspelled_scheme(listing, link, found[0])
    elif _HOST_ALONE.match(link.url) and link.form != "image":
        yield MALFORMED_LINK.at(
            link.span,
            f'link "{label}" leads to "{link.url[:80]}", which Markdown takes for a file',
            f"write https://{link.url}",
        )
    elif cut := _CUT_QUERY.search(link.url):
        yield MALFORMED_LINK.at(
            listing.in_target(link, cut[0][cut[0].rindex("&") :]),
            f'an "&" cuts a value short in the link "{label}"',
            "write %26 for it, or %20 where a blank is meant",
        )
    elif link.form not in ("image", "badge") and not _leads_somewhere(listing, link):
        place = link.url.startswith("#")
        yield MALFORMED_LINK.at(
            link.span,
            f'link "{label}" leads to "{link.url[:80]}", which is no '
            f"{'place in the list' if place else 'URL'}",
            "name a heading of the list" if place else "give it its URL",
        )
    if link.refused:
        target, by = _unbroken(link)
        one = "://" in target[:9] and target.count("://") == 1
        one = one or target.startswith("#")
        if found := _UNQUOTED.match(link.url):
            by, target = "a title without its last quotation mark", f'{found[1]} "…"'
        yield BROKEN_LINK_SYNTAX.at(
            link.span,
            f'"{label}" is not a link in Markdown: {by} breaks it',
            f"write [{label}]({target})" if one else "give it one URL",
            *_joined(listing, link),
        )


def _leads_somewhere(listing: Listing, link: Link) -> bool:
    """Whether a target is a URL, a place, or a folder beside the list: `[Official](examples)`."""
    folder = _FOLDER.fullmatch(link.url) and link.url.casefold() not in _NOTHING
    role = role_of(link, listing.known, paper=True)
    told = link.form == "button" and role.rpartition("/")[2] in ("paper", "code", "dataset")
    if not any(c.isalnum() for c in link.url) and link.url.strip("./#"):
        return False  # `?`
    if _OWN.match(link.url):
        return False
    return bool(_TARGET.match(link.url)) or bool(folder and not told)


def _misspelled_scheme(listing: Listing, link: Link, scheme: str) -> Diagnostic:
    """A scheme that is nearly http or https, such as `htp://` or `http:/`, or stands twice."""
    if link.url[len(scheme) :].lower().startswith("http"):
        span = listing.in_target(link, scheme)
        edits = (Edit(span, ""),) if listing.raw(span) == scheme else ()
        return MALFORMED_LINK.at(
            span, f'"{scheme}" stands before another scheme', "take it away", *edits
        )
    meant = "https://" if "s" in scheme.lower() else "http://"
    span = listing.in_target(link, scheme)
    edits = (Edit(span, meant),) if listing.raw(span) == scheme else ()
    return MALFORMED_LINK.at(span, f'"{scheme}" starts no URL', f'did you mean "{meant}"?', *edits)


def _exchanged(listing: Listing) -> Iterator[Diagnostic]:
    """`(label)[target]`, `[label][target]`, `[label])(target)`, `[label(target)`."""
    texts = (n for n in listing.document.nodes if n.kind in ("item", "paragraph", "row"))
    for number in sorted({i for n in texts for i in range(n.line, n.end_line + 1)}):
        line = listing.document.source.line(number)
        for found in _UNCLOSED.finditer(line):
            yield BROKEN_LINK_SYNTAX.at(
                listing.document.source.span(number, found.start() + 1, number, found.end() + 1),
                f'"{found[1]}" is not a link in Markdown: the bracket behind it is lost',
                f"write [{found[1]}]({found[2]})",
            )
        for found in _EXCHANGED.finditer(line):
            span = listing.document.source.span(number, found.start() + 1, number, found.end() + 1)
            label = found[1] or found[2]
            written = f"[{label}]({found[3]})"
            yield BROKEN_LINK_SYNTAX.at(
                span,
                f'"{label}" is not a link in Markdown: its brackets are exchanged',
                f"write {written}",
                Edit(span, written),
            )


def _unbroken(link: Link) -> tuple[str, str]:
    """A target in one piece, and what breaks it.

    A place in the list is written as its heading names it; the blanks of a URL are escaped, but one
    that ends a line was not typed, so what stands there belongs together.
    """
    target = link.url.strip()
    if target.startswith("#"):
        return _hyphened(target), "a blank"
    if link.span.end_line > link.span.line and " " in target:
        return re.sub(r"\s+", "", target), "the end of a line"
    return target.replace(" ", "%20"), "a blank"


def _hyphened(place: str) -> str:
    return "#" + re.sub(r"[^\w\- ]", "", place.lower()).strip().replace(" ", "-")


def _joined(listing: Listing, link: Link) -> Iterator[Edit]:
    """The blanks between a label and a target without any are taken away."""
    found = _APART.fullmatch(listing.raw(link.span))
    if found:
        start = link.span.column + found.start(1)
        span = link.span._replace(column=start, end_column=start + len(found[1]))
        yield Edit(span, "")


def _of_others(listing: Listing) -> Iterator[Diagnostic]:
    """Paper links of entries with other titles; said of the entry that prints no id of its own.

    Where none does, the link is that of the title that has it oftenest, and then of the first.
    """
    holders: dict[str, tuple[Draft, Link]] = {}
    own = [(d, k, key) for d in listing.drafts for k, key in _paper_links(listing, d)]
    often = Counter((key, title_key(d.title)) for d, _, key in own)
    own.sort(key=lambda o: (not _is_printed(o[0], o[2]), -often[o[2], title_key(o[0].title)]))
    for draft, link, key in own:
        first, other = holders.setdefault(key, (draft, link))
        if not _is_printed(draft, key) and (
            are_unlike(first, draft) or are_strangers(first, draft)
        ):
            yield LINK_OF_ANOTHER_ENTRY.at(
                listing.place(link.span, link.url),
                f'the link is also that of "{first.title}" on line {other.span.line}',
                "open it and give each entry its own link",
            )


def _named_after_others(listing: Listing) -> Iterator[Diagnostic]:
    """Files that are named after the entry beside theirs: `movie_dialog.tgz` of "MovieQA"."""
    holders = {(*_shelf(d), *_names_of(d)): d for d in reversed(listing.drafts)}
    for draft in listing.drafts:
        own = _names_of(draft)
        for link in draft.mention.links if own else ():
            file = _words_of_file(link.url)
            named = (holders.get((*_shelf(draft), *part)) for part in _parts_of(file))
            other = next(filter(None, named), None)
            if other and other.node != draft.node and not any(w in "".join(file) for w in own):
                yield LINK_OF_ANOTHER_ENTRY.at(
                    listing.place(link.span, link.url),
                    f'the file is named after "{other.title}" on line {line_of(other)}',
                    "open it and give each entry its own link",
                )


def _shelf(draft: Draft) -> tuple[int, int | None]:
    """What the entries beside each other have in common."""
    return draft.section, draft.parent


def _names_of(draft: Draft) -> list[str]:
    """The words of a title that tell it from others."""
    words = title_key(draft.title).split()
    return [w for w in words if w not in _OF_ANY and not w.isdigit() and len(w) > 1]


def _words_of_file(url: str) -> list[str]:
    """The words in the name of a file to download; none for a page."""
    name = _DOWNLOAD.search(url)
    return re.findall(r"[a-z]+", name[1].casefold()) if name else []


def _parts_of(words: list[str]) -> Iterator[list[str]]:
    """Every run of two words or more."""
    for start in range(len(words) - 1):
        yield from (words[start:end] for end in range(start + 2, len(words) + 1))


def _paper_links(listing: Listing, draft: Draft) -> Iterator[tuple[Link, str]]:
    """The entry's own links to one paper each, with what identifies it."""
    code = any(k.form == "title" and holds_code(k.url) for k in draft.links)
    if draft.kind not in PAPER_FAMILY or is_nickname(draft.title) or code:
        return
    cited = bool(draft.mention.authors or draft.mention.venues)
    for link in draft.mention.links:
        role = role_of(link, listing.known, paper=True)
        found = ARXIV_URL.search(link.url)
        own = link.form == "title" or (cited and link.form == "button")
        paper = own and role.endswith("/paper")
        if paper and (found or _OF_ONE_PAPER.search(link.url)):
            yield link, found[1] if found else url_key(link.url)


def is_nickname(title: str) -> bool:
    """Whether a title is one word (or none), such as a model's name: it says too little.

    So is a name with what it stands for: `GRU - Gated Recurrent Unit`.
    """
    name, _, meaning = title.partition(" - ")
    initials = "".join(w[0] for w in meaning.casefold().split())
    return len(title.split()) < 2 or (len(name) > 1 and initials == name.casefold())


def is_of_one_paper(url: str) -> bool:
    """Whether a URL leads to one paper, by its form."""
    return bool(ARXIV_URL.search(url) or _OF_ONE_PAPER.search(url))


def _is_printed(draft: Draft, ident: str) -> bool:
    """Whether the entry itself says that the identifier is its own."""
    return any(v.arxiv == ident for v in draft.mention.venues)


def are_unlike(one: Draft, two: Draft) -> bool:
    """Whether two titles share so few words that they are hardly two forms of one."""
    ours, theirs = (set(title_key(d.title).split()) for d in (one, two))
    if ours <= theirs or theirs <= ours or abbreviates(one, two) or abbreviates(two, one):
        return False
    return len(ours & theirs) < _ALIKE * min(len(ours), len(theirs))


def are_strangers(one: Draft, two: Draft) -> bool:
    """Another title, and both name authors or makers, but none in common."""
    ours, theirs = (
        {surname(a.text) for a in (*d.mention.authors, *d.mention.makers)} for d in (one, two)
    )
    other = title_key(one.title) != title_key(two.title)
    return other and bool(ours and theirs) and not ours & theirs


def abbreviates(one: Draft, two: Draft) -> bool:
    """`BPE`, or `Rare Words: BPE`, for `Byte-Pair Encoding`."""
    letters = "".join(w[0] for w in title_key(two.title).split())
    keys = [title_key(t).replace(" ", "") for t in (one.title, one.title.rpartition(":")[2])]
    return any(len(key) > 1 and key in letters for key in keys)
