"""Names of people: what looks like one, and lists of them.

    names  = name *( sep name ) [ [","] "et al" ["."] ]
    sep    = "," | ";" | "and" | "&" | ", and" | ", &"
    name   = 2*6( initial | particle | word | nick | suffix ), one word at least
           | surname "," initials                       (all of a list in this form)
    word   = capital letter, then letters, apostrophes, hyphens
    nick   = quote word quote
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARTICLES = frozenset(
    "van von der den de di da del della la le las los dos do du ten ter bin ibn el al y e st st. zu "
    "'t af av auf".split()
)
_SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV PhD Ph.D. MD".split())
# Words that titles have and names don't. Only used to tell "Random Forests" from a person.
_TITLE_WORDS = frozenset(
    """a an the of for from with without via using on in into by to towards toward at as is are be or
    not and how what why when where which can do does beyond between over under through across
    neural deep deeply learning learned network networks net nets recurrent convolutional recursive
    model models modeling modelling machine machines memory attention attentive language natural
    processing image images video videos visual vision speech text texts word words sentence sentences
    question answering questions generation generative generating generator adversarial recognition
    detection segmentation classification regression translation captioning caption captions tracking
    representation representations embedding embeddings feature features data dataset datasets corpus
    benchmark survey review overview introduction tutorial tutorials guide book course lecture lectures
    notes random forest forests tree trees decision boosting bagging kernel kernels gradient stochastic
    optimization optimisation training trained inference reinforcement supervised unsupervised
    semi-supervised self-supervised transfer multi-task end-to-end sequence sequences sequential
    sequence-to-sequence encoder decoder encoder-decoder transformer transformers graph graphs bayesian
    probabilistic variational policy agents agent robot robotics robotic control system systems
    algorithm algorithms program programs programming software library framework toolkit code tools
    understanding reasoning knowledge reading comprehension dialog dialogue conversation conversational
    online efficient fast large large-scale scale simple new novel improved improving better towards
    dynamic hierarchical structured structure structures temporal spatial spatio-temporal multimodal
    multi-modal object objects scene scenes action actions human face pose depth point points cloud
    state space time series long short long-term short-term term gated unit units layer layers
    prediction predicting estimation search based approach method methods analysis application
    applications theory practice research papers paper project demo website official implementation
    university univ tech polytechnic institute college school department laboratory lab labs inc team group press journal
    conference workshop proceedings symposium transactions magazine letters international ieee acm
    part chapter section volume version edition january february march april may june july august
    september october november december""".split()
)
_INITIAL = re.compile(r"[^\W\d_](\.?-?[^\W\d_])*\.+-?([^\W\d_]\.)*|[^\W\d_]")
_NICK = re.compile(r"[\"“'‘(][^\W\d_]+[\"”'’)]")
_STRAY = re.compile(r"[\d*†‡§¹²³⁰-⁹∗#^]+$")
_SEPARATOR = re.compile(r"\s*(?:[,;]\s*(?:and\b|AND\b|&)|[,;]|(?<=\s)(?:and|AND)(?=\s)|(?<=\s)&(?=\s))\s*")
_ET_AL = re.compile(r"(?:,|\band\b)?\s*\b(?:et\.?\s*al\b\.?|and others\b|and colleagues\b)\.?", re.I)


@dataclass(frozen=True, slots=True)
class NameList:
    """Names as (start, end) in the text; where they stop; whether "and" or "et al." closed them."""

    names: tuple[tuple[int, int], ...]
    stop: int
    et_al: bool = False
    closed: bool = False


def clean_name(text: str) -> str:
    """A name without footnote marks and stray punctuation; `A.Graves` → `A. Graves`."""
    words = [_STRAY.sub("", w) for w in text.split()]
    joined = " ".join(w for w in words if w)
    joined = re.sub(r"(?<=\b[^\W\d_a-z]\.)(?=[^\W\d_][^\W\d_.])", " ", joined)
    return joined.strip(" ,;:*_") if not re.search(r"(?<![A-Z])(?<!Jr)(?<!Sr)\.$", joined) else (
        joined.strip(" ,;:*_.")
    )


def is_name(text: str) -> bool:
    """Whether a text looks like one person's name."""
    tokens = clean_name(text).split()
    if not 2 <= len(tokens) <= 6:
        return False
    words = [t for t in tokens if not _INITIAL.fullmatch(t)]
    plain = len(words) > 1 or len(words) == len(tokens)
    if plain and any(w.strip("\"“”.,").casefold() in _TITLE_WORDS for w in words):
        return False
    return all(_is_part(t) for t in tokens) and any(_is_word(t) for t in tokens)


def _is_part(token: str) -> bool:
    return (
        _is_word(token)
        or bool(_INITIAL.fullmatch(token))
        or token.casefold() in _PARTICLES
        or token in _SUFFIXES
        or bool(_NICK.fullmatch(token))
    )


def _is_word(token: str) -> bool:
    """A capitalised word that is not an acronym; `d'Alché-Buc` and `McCann` pass, `RNN` does not."""
    bare = re.sub(r"[-'’.ʼ`]", "", token)
    if len(bare) < 2 or not bare.isalpha():
        return False
    capital = token[0].isupper() or bool(re.match(r"[a-z]{1,2}['’]?[A-Z]", token))
    uncased = not bare.lower() != bare.upper()
    return uncased or (capital and not (bare.isupper() and len(bare) > 2))


def parse_names(text: str, start: int = 0, end: int | None = None) -> NameList:
    """The names at the beginning of text[start:end], by the grammar above."""
    end = len(text) if end is None else end
    inverted = _inverted(text, start, end)
    if inverted:
        return inverted
    names: list[tuple[int, int]] = []
    stop, closed = start, False
    for begin, finish, after, last in _chunks(text, start, end):
        body, et_al = _cut_et_al(text, begin, finish)
        if et_al and body and (is_name(text[slice(*body)]) or _is_surname(text[slice(*body)])):
            return NameList((*names, body), et_al, True, True)
        if et_al and not body and names:
            return NameList(tuple(names), et_al, True, True)
        sentence = _sentence_name(text, begin, finish)
        if sentence and (not is_name(text[begin:finish])):
            return NameList((*names, sentence), sentence[1], False, True)
        if not is_name(text[begin:finish]):
            break
        names.append(_trim(text, begin, finish))
        stop, closed = after, last
    return NameList(tuple(names), stop, False, closed and len(names) > 1)


def _chunks(text: str, start: int, end: int) -> list[tuple[int, int, int, bool]]:
    """(start, end, after its separator, came after "and") of each part of a list."""
    parts, begin, was_and = [], start, False
    for found in _SEPARATOR.finditer(text, start, end):
        if found.start() > begin:
            parts.append((begin, found.start(), found.end(), was_and))
        was_and = bool(re.search(r"and|AND|&", found[0]))
        begin = found.end()
    if begin < end:
        parts.append((begin, end, end, was_and))
    return parts


def _cut_et_al(text: str, begin: int, finish: int) -> tuple[tuple[int, int] | None, int]:
    """What stands before "et al." in a part, and where "et al." ends (0: there is none)."""
    found = _ET_AL.search(text, begin, finish)
    if not found:
        return None, 0
    body = _trim(text, begin, found.start())
    return (body if body[0] < body[1] else None), found.end()


def _sentence_name(text: str, begin: int, finish: int) -> tuple[int, int] | None:
    """A name that a full stop, a colon or a bracket ends, with more text behind it."""
    for found in re.finditer(r"[.:](?=\s+\S)|\s(?=\(|(?:19|20)\d\d\b)", text[begin:finish]):
        left = text[begin : begin + found.start()]
        if is_name(left) and not re.search(r"(?:^|[\s.])\w$", left):
            return _trim(text, begin, begin + found.start())
    return None


def _inverted(text: str, start: int, end: int) -> NameList | None:
    """`Hinton, G., Osindero, S., and Teh, Y.`: two of them at least, or one alone."""
    one = r"(?<!\w)(?!and\s)(?:[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+)?),\s*(?:[^\W\d_]\.[\s-]?)+"
    whole = re.compile(rf"{one}(?:(?:\s*[,;&]\s*|\s*,?\s*(?:and|&)\s+){one})*")
    found = whole.match(text, start, end)
    if not found:
        return None
    names = [(m.start(), m.end()) for m in re.finditer(one, text[: found.end()]) if m.start() >= start]
    rest = _ET_AL.match(text, found.end(), end)
    stop = rest.end() if rest else found.end()
    trimmed = tuple((a, a + len(text[a:b].rstrip(" ,;&"))) for a, b in names)
    return NameList(trimmed, stop, bool(rest), True)


def upright(name: str) -> str:
    """`Hinton, G. E.` → `G. E. Hinton`; any other name as it is."""
    found = re.fullmatch(r"([^,]+),\s*((?:[^\W\d_]\.[\s-]?)+)", name)
    return f"{found[2].strip()} {found[1]}" if found else name


def _is_surname(text: str) -> bool:
    """One capitalised word, or an initial and a word: enough before "et al."."""
    tokens = text.split()
    return len(tokens) == 1 and _is_word(tokens[0])


def _trim(text: str, begin: int, finish: int) -> tuple[int, int]:
    while begin < finish and text[begin] in " ,;:*_":
        begin += 1
    while finish > begin and text[finish - 1] in " ,;:*_":
        finish -= 1
    if text[begin:finish].endswith(".") and not re.search(r"(?:\b\w|\bJr|\bSr)\.$", text[begin:finish]):
        finish -= 1
    return begin, finish
