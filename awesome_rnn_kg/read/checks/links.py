"""How links are written."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ...text.diagnostics import Diagnostic, Edit, Rule
from ...text.source import Span
from ..document import Link, Mention, Node
from ..lexicon import is_short_for
from ..line import GAP, Line
from ..links import Anchor
from ..namewords import is_name
from .examples import entries
from .reading import Reading, few, usual

_LINKED = "Ann Lee and Bo Chen, *{}*, ICML 2015 [[Code](https://example.org)]"
_ODD = "Ann Lee and Bo Chen, *A Theory of Sequences*, ICML 2015 "

OTHER_BRACKETS = Rule(
    "RNN140",
    "link-in-other-brackets",
    "info",
    "The list writes the brackets of its links in one way, say `[[Paper](…)]`, and those of this"
    " link in another, say `[[Paper]](…)`. Write it as the others are.",
    bad=entries(_LINKED, f"{_ODD}[[Code]](https://example.org)"),
    good=entries(_LINKED, f"{_ODD}[[Code](https://example.org)]"),
)
OTHER_CASE = Rule(
    "RNN141",
    "unusual-link-label",
    "info",
    "The label of a link is in another case than that of its like in the list, or is one slip from"
    " it: `paper` or `Papre` beside many `Paper`. Write it as the others are.",
    bad=entries(_LINKED, f"{_ODD}[[code](https://example.org)]"),
    good=entries(_LINKED, f"{_ODD}[[Code](https://example.org)]"),
)
HTTP_LINK = Rule(
    "RNN142",
    "http-link",
    "info",
    "A link uses http, though the list reaches the same host by https elsewhere. What a reader gets"
    " over http can be read and changed on the way. Use https.",
    bad="* [One](https://example.org/1)\n* [Two](http://example.org/2)\n",
    good="* [One](https://example.org/1)\n* [Two](https://example.org/2)\n",
)
REPEATED_LINK = Rule(
    "RNN143",
    "repeated-link",
    "warning",
    "Two links of one entry have the same target. One of them is superfluous, or leads to the wrong"
    " place because it was copied. Correct or delete it. A repository may hold code and data, a"
    " folder several models.",
    bad="* A Tool [[Code](https://example.org/a)] [[Demo](https://example.org/a)]\n",
    good="* A Tool [[Code](https://example.org/a)] [[Demo](https://example.org/b)]\n",
)
OTHER_SEPARATOR = Rule(
    "RNN144",
    "links-separated-otherwise",
    "info",
    "The list puts one thing between the links of an entry, say a blank, and this entry another,"
    " say a comma. Write what the others have.",
    bad=entries(
        f"{_LINKED} [[Web](https://example.com)]",
        f"{_ODD}[[Code](https://example.org)], [[Web](https://example.com)]",
    ),
    good=entries(
        f"{_LINKED} [[Web](https://example.com)]",
        f"{_ODD}[[Code](https://example.org)] [[Web](https://example.com)]",
    ),
)
RULES = (OTHER_BRACKETS, OTHER_CASE, HTTP_LINK, REPEATED_LINK, OTHER_SEPARATOR)

_OFTEN = 10  # uses that make a label usual
_SHORT = 3  # letters of a label that may be anything
_BAR = re.compile(r"(?<!\\)\|")
_HOST = re.compile(r"(https?)://([^/?#\s]+)", re.IGNORECASE)
_REPOSITORY = re.compile(r"//(?:www\.)?(?:github|gitlab|bitbucket)\.\w+/|//huggingface\.co/")
_FOLDER = re.compile(r"/drive/folders/")
_WHOLE = re.compile(r"\b(?:code|github|repo(?:sitory)?|project)\b|代码|项目", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:data|(?:data ?)?sets?|corpus|benchmark|models?|weights?|checkpoints?)\b|数据|模型",
    re.IGNORECASE,
)
# What stands before a link, before and behind its label, and behind the link.
_Brackets = tuple[str, str, str, str]
_OUTSIDE: _Brackets = ("[", "", "", "]")
_INSIDE: _Brackets = ("", "[", "]", "")
_ROUND: _Brackets = ("(", "", "", ")")
_BARE: _Brackets = ("", "", "", "")


def check(reading: Reading) -> Iterator[Diagnostic]:
    """What is odd about the links of a list."""
    yield from _brackets(reading)
    yield from _cases(reading)
    yield from _http(reading)
    yield from _repeated(reading)
    yield from _separators(reading)


def _buttons(reading: Reading) -> Iterator[tuple[Node, Line, Anchor]]:
    """The links with a usual label of entries and groups."""
    for node, line in reading.texts():
        for anchor in line.anchors:
            if anchor.form == "button" and not anchor.refused and anchor.end > anchor.start:
                yield node, line, anchor


def _brackets(reading: Reading) -> Iterator[Diagnostic]:
    """Buttons in other brackets than the list's."""
    found = [(line, a, form) for n, line, a in _buttons(reading) if (form := _form(n, line, a))]
    expected = usual(form for _, _, form in found)
    for line, anchor, form in found:
        if expected is None or form == expected:
            continue
        label = line.rich.text[slice(*anchor.inner)].strip("[] ")
        yield OTHER_BRACKETS.at(
            line.rich.place.span(anchor.raw[0] - len(form[0]), anchor.raw[1] + len(form[3])),
            f"link is written {_written(form, label)}, where the list has"
            f" {_written(expected, label)}",
            f"write {_written(expected, label)}",
            *_rebracketed(line, anchor, form, expected),
        )


def _form(node: Node, line: Line, anchor: Anchor) -> _Brackets | None:
    """How brackets stand about a button; None for one that stands in a sentence."""
    text, raw = line.rich.text, line.rich.place.raw
    inner = text[slice(*anchor.inner)]
    around = raw[anchor.raw[0] - 1 : anchor.raw[0]] + raw[anchor.raw[1] : anchor.raw[1] + 1]
    if inner.startswith("["):
        partner = around[-1:] != "]" or around[:1] == "["
        return _INSIDE if inner.endswith("]") and partner else None
    if around in ("[]", "()"):
        return _OUTSIDE if around == "[]" else _ROUND
    if around[:1] == "[" or around[-1:] == "]":
        return None  # a bracket without its partner
    cited = any(m.authors for m in node.mentions)
    alone = anchor.start == anchor.inner[0]
    return _BARE if cited and alone and anchor.start >= _tail(line) else None


def _tail(line: Line) -> int:
    """Where the words of a line end and nothing but buttons follows."""
    return len(line.masked.rstrip(f"{GAP} ,|/.;[]()\n"))


def _written(form: _Brackets, label: str) -> str:
    return f"{form[0]}[{form[1]}{label}{form[2]}](…){form[3]}"


def _rebracketed(line: Line, anchor: Anchor, form: _Brackets, wanted: _Brackets) -> Iterator[Edit]:
    """The brackets that change, where the link is plain Markdown."""
    place, (start, end) = line.rich.place, anchor.raw
    label = len(place.raw[start:end].rpartition("](")[0])
    if not place.raw.startswith("[", start) or place.raw[start + label : end] != f"]({anchor.url})":
        return
    bounds = (start - len(form[0]), start + 1, start + label - len(form[2]), end)
    same = f"{form[0]}[{form[1]}" == f"{wanted[0]}[{wanted[1]}"  # what stands before the label
    for at, old, new in list(zip(bounds, form, wanted, strict=True))[2 * same :]:
        if old != new:
            yield Edit(_raw_span(line, at, at + len(old)), new)


def _raw_span(line: Line, start: int, end: int) -> Span:
    """The span of raw characters of one line, also of none."""
    place = line.rich.place
    number, column = place.point(start)
    return Span(place.path, number, column, number, column + end - start)


def _cases(reading: Reading) -> Iterator[Diagnostic]:
    """Labels in another case than most of their like."""
    buttons = [(line, a) for node, line, a in _buttons(reading) if _form(node, line, a)]
    found = [(line, a, line.rich.text[slice(*a.inner)]) for line, a in buttons]
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for _, _, label in found:
        spelled[label.strip("[] ").casefold()][label.strip("[] ")] += 1
    likely = {key: usual(forms.elements()) for key, forms in spelled.items()}
    likely |= _meant(spelled)
    for line, anchor, label in found:
        words = label.strip("[] ")
        expected = likely[words.casefold()]
        if expected is None or words == expected:
            continue
        start = anchor.inner[0] + label.index(words)
        span = line.rich.span(start, start + len(words))
        yield OTHER_CASE.at(
            span,
            f'label "{words}", where the list has "{expected}"',
            f'write "{expected}"',
            Edit(span, expected),
        )


def _meant(spelled: dict[str, Counter[str]]) -> dict[str, str]:
    """Labels of which there is one, a slip from one of which there are many; no plural of it."""
    often = {k: f.most_common(1)[0][0] for k, f in spelled.items() if f.total() >= _OFTEN}
    once = [k for k, f in spelled.items() if f.total() == 1 and k.isalpha() and len(k) > _SHORT]
    meant = {k: [o for o in often if _is_slip(k, o)] for k in once}
    return {k: often[found[0]] for k, found in meant.items() if len(found) == 1}


def _is_slip(label: str, usual_label: str) -> bool:
    """Whether two letters are swapped, or one is doubled, lost or exchanged within a word."""
    if label[:1] != usual_label[:1] or not usual_label.isalpha():
        return False
    if len(label) == len(usual_label):
        odd = [i for i, (a, b) in enumerate(zip(label, usual_label, strict=True)) if a != b]
        swapped = len(odd) == 2 and sorted(label) == sorted(usual_label)
        formed = label[-1] in "sdry"  # another form of the word: `coder`
        return swapped or (len(odd) == 1 and (odd[0] < len(label) - 1 or not formed))
    short, long = sorted((label, usual_label), key=len)
    # A letter at the end may make a plural of a label, unless it lacks there.
    lost = long == usual_label and long[-1] != "s"
    inner = (long[:i] + long[i + 1 :] for i in range(1, len(long) - (not lost)))
    return len(long) - len(short) == 1 and short in inner


def _http(reading: Reading) -> Iterator[Diagnostic]:
    """Links by http to a host that the list reaches by https as often or more.

    Where both are common, the first speaks for all.
    """
    links = [(k, m) for k in reading.links() if (m := _HOST.match(k.url))]
    hosts: dict[str, list[Link]] = defaultdict(list)
    secure = Counter(m[2].lower() for _, m in links if m[1].lower() == "https")
    for link, found in links:
        if found[1].lower() == "http" and secure[found[2].lower()]:
            hosts[found[2].lower()].append(link)
    for host, odd in hosts.items():
        if few(len(odd), secure[host]):
            yield from (_insecure(reading, host, [link]) for link in odd)
        else:
            yield _insecure(reading, host, odd)


def _insecure(reading: Reading, host: str, odd: list[Link]) -> Diagnostic:
    first = "link" if len(odd) == 1 else f"first of {len(odd)} links"
    return HTTP_LINK.at(
        odd[0].span,
        f"{first} to {host} by http; the list reaches it by https, too",
        "write https",
        *(edit for link in odd for edit in _secured(reading, link)),
    )


def _secured(reading: Reading, link: Link) -> Iterator[Edit]:
    at = reading.raw(link.span).rfind(link.url)
    if at >= 0:
        start = link.span.column - 1 + at
        yield Edit(reading.at(link.span.line, start + 4, start + 4), "s")


def _repeated(reading: Reading) -> Iterator[Diagnostic]:
    """The second of two buttons of one entry with the same target.

    In a table each cell is asked by itself: one repository may be what two columns ask for, the
    code and the trained model.
    """
    for node in reading.document.nodes:
        for mention in node.mentions:
            yield from _twice(reading, mention, in_cells=node.kind == "row")


def _twice(reading: Reading, mention: Mention, *, in_cells: bool) -> Iterator[Diagnostic]:
    alike: dict[tuple[int, str], list[Link]] = {}
    name = (mention.title.text if mention.title else "").partition(":")[0]
    for link in mention.links:
        label = link.label.strip("[] ")
        if link.form == "button" and _HOST.match(link.url) and label not in ("", name):
            cell = _cell(reading, link) if in_cells else 0
            alike.setdefault((cell, _key(link.url)), []).append(link)
    for first, *others in alike.values():
        apart = [k for k in others if not _holds(k.span, first.span) and not _shares(first, k)]
        odd = [k for k in apart if not is_short_for(k.label.strip("[] "), name)]
        if odd:
            label, other = odd[0].label.strip("[] "), first.label.strip("[] ")
            said = f"and {len(odd) - 1} more behind it have" if odd[1:] else "has"
            yield REPEATED_LINK.at(
                odd[0].span,
                f'link "{label}" {said} the target of "{other}" before it',
                "give it a target of its own, or delete it",
            )


def _shares(first: Link, second: Link) -> bool:
    """Whether one place may hold what two labels ask for: a repository its code and its data."""
    labels = (first.label, second.label)
    if labels[0] == labels[1] and is_name(labels[0].strip("[] ")):
        return True  # who wrote it and who presents it
    if labels[0] == labels[1] or not _REPOSITORY.search(first.url):
        return bool(labels[0] != labels[1] and _FOLDER.search(first.url))
    parts = [bool(_PART.search(label)) for label in labels]
    return any(parts) and all(p or _WHOLE.search(k) for p, k in zip(parts, labels, strict=True))


def _cell(reading: Reading, link: Link) -> int:
    """The number of the cell in which a link of a table's row stands."""
    line = reading.document.source.line(link.span.line)
    return len(_BAR.findall(line, 0, link.span.column - 1))


def _holds(first: Span, second: Span) -> bool:
    """Whether the two share characters: a picture stands inside its link."""
    start, end = (first.line, first.column), (first.end_line, first.end_column)
    begin, finish = (second.line, second.column), (second.end_line, second.end_column)
    return begin < end and start < finish


def _key(url: str) -> str:
    """A URL without what makes no difference."""
    return url.partition("://")[2].rstrip("/")


def _separators(reading: Reading) -> Iterator[Diagnostic]:
    """What stands between buttons that follow each other on a line."""
    gaps = ((line, *gap) for _, line in reading.texts() for gap in _gaps(line))
    spans = ((line.rich.text[a:b], line.rich.span(a, b)) for line, a, b in gaps)
    found = [(sign, span) for sign, span in spans if span.line == span.end_line]
    expected = usual(sign for sign, _ in found)
    for sign, span in found if expected is not None else ():
        if sign not in ("", expected):
            yield OTHER_SEPARATOR.at(
                span,
                f'"{sign}" stands between two links, where the list has "{expected}"',
                f'write "{expected}"',
                Edit(span, str(expected)),
            )


def _gaps(line: Line) -> Iterator[tuple[int, int]]:
    """The short gaps between the buttons at a line's end."""
    tail = _tail(line)
    buttons = [a for a in line.anchors if a.form == "button" and a.start >= tail and not a.refused]
    for first, second in pairwise(buttons):
        gap = line.rich.text[first.end : second.start]
        if gap.strip() in ("", ",", "|", "/", ";", "-"):
            yield first.end, second.start
