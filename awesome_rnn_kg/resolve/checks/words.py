"""Words of titles and descriptions: misspelled ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from ...read.document import Field, Role
from ...text.diagnostics import Diagnostic, Rule
from ..keys import WORD, fold
from ..spelling import ENDINGS, SURE, is_slip, one_slip
from .gaps import gaps
from .listing import Listing
from .slips import Neighbors, is_key_beside

MISSPELLED_WORD = Rule(
    "RNN235",
    "misspelled-word",
    "warning",
    "A word of a title, a heading, a venue or a description is one letter from a common word of "
    "titles, and is no word that is known to be another; or the last word of a title is cut off, "
    "or a blank in it lacks or stands in a word, or a name is spelled otherwise in its title than "
    "before it. Who searches for the title does "
    "not find it. Check the paper's own title.",
    bad="* Ann Lee and Bo Chen, *A Lake of Neural Transltaion*, ICML 2015\n",
    good="* Ann Lee and Bo Chen, *A Lake of Neural Translation*, ICML 2015\n",
)
DOUBLED_WORD = Rule(
    "RNN240",
    "doubled-word",
    "warning",
    "A word stands twice in a row in a title: it was typed or pasted twice. Who searches for the "
    "title does not find it. Keep one.",
    bad="* Ann Lee and Bo Chen, *A Theory of of the Lake*, ICML 2015\n",
    good="* Ann Lee and Bo Chen, *A Theory of the Lake*, ICML 2015\n",
)
_UNLIKE_WORDS = re.compile(r"://|[@/_\\`<>=]|\w\.\w")  # parts of URLs, paths, code
_LEAST = 6  # letters of a word
_SMALL_WORD = re.compile(r"\b[a-z]{6,}\b")
_WORD = 4  # letters of a word that may be of another language
_ENGLISH = 2  # small words of English that tell a text's language
_CUT_WORDS = 3  # words before one that may have been cut off
_COMMON_HERE = 5  # works of a list whose titles make a word common in it
_KNOWN_HERE = 3
_OPENING = "\"'“‘([{*_"
_DOUBLED_HERE = 4  # letters of such a word that no file knows
_DOUBLED = re.compile(r"(?<![\w'’.-])([A-Za-z]+)( +)(?i:\1)(?![\w'’-])")
_QUOTES = '"“”'
_ENUMERATED = re.compile(r",(?: and)? \Z")
_PART_END = re.compile(r"[,.;]|\Z")
_FORMS = ("ing", "ings", "ed")  # that a real word may be without: `Gradient Debias`
_GRAMMAR_TEXT = "a an the of for in on with and to by from via using is are as at or into"
_GRAMMAR = frozenset(_GRAMMAR_TEXT.split())
_NAMED = ("Software", "Dataset", "Demo", "Resource")  # things whose short titles are coined names


def check(listing: Listing) -> Iterator[Diagnostic]:
    """Misspelled words of titles and descriptions."""
    yield from _names_before_titles(listing)
    texts, labels = list(_texts(listing)), list(_labels(listing))
    yield from _doubled(listing, texts)
    if not listing.known.words:
        return
    spelling = _Spelling(listing, texts, labels)
    for field in (*texts, *labels):
        yield from spelling.check(field, may_be_name=field.text.isalpha())
    for draft in listing.drafts:
        if draft.mention.title:
            yield from spelling.check_end(draft.mention.title)
            yield from spelling.check_gaps(draft.mention.title)


def _names_before_titles(listing: Listing) -> Iterator[Diagnostic]:
    """A coined name that stands before its title and, with a slip, in it: `Lake - Lke: A Tale`."""
    for draft in listing.drafts:
        title, name = draft.mention.title, draft.mention.alternative
        head, colon, _ = title.text.partition(":") if title else ("", "", "")
        keys = [w.casefold().removesuffix("s") for w in (head, name.text if name else "")]
        long = min(map(len, keys)) >= _LEAST and all(k.isalpha() for k in keys)
        if title and name and colon and long and one_slip(*keys):
            yield MISSPELLED_WORD.at(
                listing.place(title.span, head),
                f'"{head}" is one letter from the name before the title, "{name.text}"',
                "write the name alike in both places",
            )


def _doubled(listing: Listing, texts: list[Field]) -> Iterator[Diagnostic]:
    """Small words, common words of titles and words of this list that stand twice in a row."""
    suspects = [field for field in texts if _may_double(field.text)]
    for field, match in ((f, m) for f in suspects for m in _DOUBLED.finditer(f.text)):
        if _is_doubled_name(field.text, match):
            continue
        word = match[1].casefold()
        vitamin = match[0].startswith("A") and match[0].endswith("a")  # `Vitamin A a Day`
        common = word in _GRAMMAR | listing.known.words and not vitamin
        plain = len(word) >= _DOUBLED_HERE and match[1][1:].islower() and match[2] == " "
        if common or (plain and _times(word, texts) > _KNOWN_HERE):
            yield DOUBLED_WORD.at(
                listing.place(field.span, match[0]),
                f'"{match[1]}" stands twice in a row',
                "keep one",
            )


def _is_doubled_name(text: str, match: re.Match[str]) -> bool:
    """`"Something Something"`; `Ann Lee, Chen Chen`, which fills a place between commas."""
    before, behind = text[: match.start()], text[match.end() :]
    if before and {before[-1], *behind[:1]} <= {*_QUOTES}:
        return True
    return match[0].istitle() and bool(_ENUMERATED.search(before) and _PART_END.match(behind))


def _may_double(text: str) -> bool:
    """Whether a word begins as the one before it does, which few texts have: a cheap first test."""
    before = ""
    for word in text.casefold().split():
        if before and word.startswith(before):
            return True
        before = word.lstrip(_OPENING)
    return False


def _times(word: str, texts: list[Field]) -> int:
    """In how many texts a word stands."""
    alone = re.compile(rf"\b{word}\b", re.IGNORECASE)
    return sum(bool(alone.search(text)) for text in {field.text for field in texts})


def _texts(listing: Listing) -> Iterator[Field]:
    for draft in listing.drafts:
        for field in (draft.mention.title, draft.mention.alternative, draft.mention.description):
            if field:
                yield field
    yield from (n.label for n in listing.document.nodes if n.role is Role.PROSE and n.label.text)


def _labels(listing: Listing) -> Iterator[Field]:
    """Headings, the labels of groups, venues that no file knows, and what says more of a venue."""
    yield from (n.label for n in listing.document.nodes if n.role is Role.GROUP and n.label.text)
    yield from (s.heading for s in listing.document.sections if s.heading.text)
    for draft in listing.drafts:
        printed = draft.mention.venue_text
        if printed and _SMALL_WORD.search(printed.text):  # `ICML 2015 workshop`
            yield printed
            continue
        for venue in draft.mention.venues:
            if venue.name and not listing.known.venues.find(venue.text):
                yield Field(venue.text, venue.span)


class _Spelling:
    """The words that are common, those that are known, and what is one slip from the former."""

    def __init__(self, listing: Listing, texts: list[Field], labels: list[Field]) -> None:
        self.listing = listing
        distinct = {text for f in texts if (text := _without_coined_name(f.text))}
        printed = Counter(w for text in distinct for w in set(_plain_words(text)))
        counts: Counter[str] = Counter()
        for word, n in printed.items():
            counts[word.casefold()] += n
        here = frozenset(w for w, n in counts.items() if n >= _COMMON_HERE and len(w) > SURE)
        self.known = listing.known.lookalikes | {w for w, n in counts.items() if n >= _KNOWN_HERE}
        self.known |= listing.known.words | here
        told = {w for field in labels for w in _plain_words(field.text)}
        odd = {w.casefold(): False for w in told} | {w: w in printed for w in counts}
        odd = {w: small or w in told for w, small in odd.items() if w not in self.known}
        self.odd, self.texts = odd.keys(), distinct
        near = {
            w: _swapped(w, c) or sorted(c, key=lambda x: (-counts[x], x))
            for w, c in _near(odd, listing.known.words, here).items()
        }
        self.near = {w: c for w, c in near.items() if len(c) == 1 or counts[c[0]] >= _KNOWN_HERE}
        if self.near:
            self.near = {w: c for w, c in self.near.items() if w not in self.names}

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of names and of addresses, which are no slips."""
        listing = self.listing
        return listing.known.label_words | {*_names(listing), *_words_of_urls(listing)}

    @cached_property
    def text(self) -> str:
        """All titles and descriptions."""
        return "\n".join(self.texts).casefold()

    def check(self, field: Field, may_be_name: bool = False) -> Iterator[Diagnostic]:
        """The misspelled words of a text; one word alone may be a name that is nearly a word."""
        text = _without_coined_name(field.text)
        words = _plain_words(text)
        odd = [w for w in dict.fromkeys(words) if w.casefold() in self.near]
        english = sum(w in _GRAMMAR for w in words) >= _ENGLISH
        if odd and not english and all(self._are_strange(words, n) for n in (_LEAST, _WORD)):
            return
        for word in odd:
            meant = self.near[word.casefold()]
            if (
                may_be_name
                and sorted(word.casefold()) != sorted(meant[0])
                and (len(word) == len(meant[0]))
            ):
                continue
            shown = [m.capitalize() if word[0].isupper() else m for m in meant]
            yield MISSPELLED_WORD.at(
                self.listing.place(field.span, word),
                f'"{word}" is one letter from the common word "{shown[0]}"',
                "did you mean " + " or ".join(f'"{m}"' for m in shown[:2]) + "?",
            )

    def _are_strange(self, words: tuple[str, ...], least: int) -> bool:
        """Whether most words of so many letters are unknown: a text in another language."""
        long = [w.casefold() for w in words if len(w) >= least]
        names = self.listing.known.label_words
        unknown = sum(w not in self.known and w not in names for w in long)
        return len(long) > 2 and unknown * 2 > len(long)

    def check_end(self, title: Field) -> Iterator[Diagnostic]:
        """A last word of a title that only begins a common one: `Towards a Visual Challe`."""
        last = title.text.rpartition(" ")[2]
        word = last.casefold()
        longer = _by_beginning(self.listing.known.words).get(word[:_LEAST])
        if not longer or word in self.known:
            return
        if title.text.count(" ") < _CUT_WORDS or not (last.isalpha() and last[1:].islower()):
            return
        meant = min((w for w in longer if w.startswith(word)), key=_size, default="")
        cut = len(meant) > len(word) + 1 or (meant and meant[-1] not in ENDINGS)
        cut = cut and meant[len(word) :] not in _FORMS
        if cut and word not in self.near and word not in self.names:
            yield MISSPELLED_WORD.at(
                self.listing.place(title.span, last),
                f'"{last}" ends the title, and only begins "{meant}"',
                "check whether the title was cut off",
            )

    def check_gaps(self, title: Field) -> Iterator[Diagnostic]:
        """Words of a title without the blank between them, or with one within."""
        words = _plain_words(title.text)
        if len(words) > title.text.count(" ") and self.odd.isdisjoint(map(str.casefold, words)):
            return
        for gap in gaps(title, self.odd, self.listing.known.words):
            coined = gap.printed[1:].lower() != gap.printed[1:]  # `SimpleQuestions`
            elsewhere = not coined or gap.meant.casefold() in self.text
            if elsewhere and self.names.isdisjoint(gap.printed.casefold().split()):
                yield MISSPELLED_WORD.at(
                    self.listing.place(title.span, gap.printed),
                    f'"{gap.printed}" has {"no blank" if " " in gap.meant else "a blank"} in it',
                    f'did you mean "{gap.meant}"?',
                )


def _swapped(word: str, common: list[str]) -> list[str]:
    """The one of some words that has the same letters: to swap two is the commonest of slips."""
    same = [c for c in common if sorted(c) == sorted(word)]
    return same if len(same) == 1 else []


@lru_cache(maxsize=2)
def _by_beginning(words: frozenset[str]) -> dict[str, list[str]]:
    """The long words by their first letters."""
    found: dict[str, list[str]] = {}
    for word in words:
        if len(word) > _LEAST:
            found.setdefault(word[:_LEAST], []).append(word)
    return found


def _size(word: str) -> tuple[int, str]:
    return len(word), word


def _without_coined_name(text: str) -> str:
    """A title without the one or two words before its colon: `The Predictron: End-to-End …`."""
    head, colon, rest = text.partition(":")
    return rest if colon and len(head.removeprefix("The ").split()) < 3 else text


@lru_cache(maxsize=65536)
def _plain_words(text: str) -> tuple[str, ...]:
    """Words in ASCII that are written as such: no acronyms, no CamelCase, no parts of URLs."""
    return tuple(_words_written_out(text))


def _words_written_out(text: str) -> Iterator[str]:
    for token in text.split():
        if token.isalpha():  # the most of them, and in a tenth of the time
            if token[1:].islower() and token.isascii():
                yield token
        elif not _UNLIKE_WORDS.search(token):
            for word in WORD.findall(token):
                if word[1:].islower() and word.isascii() and word.isalpha():
                    yield word


@lru_cache(maxsize=2)
def _index(words: frozenset[str]) -> Neighbors:
    return Neighbors(words)


def _near(
    odd: Mapping[str, bool], common: frozenset[str], here: frozenset[str]
) -> dict[str, list[str]]:
    """Of each odd word the common ones that it may have been meant to be.

    A word that is printed in small letters is no coined name: a shorter one will do. Words that are
    common in one list alone are not known from those that one letter sets apart from them, so
    only a letter that is lost, doubled or swapped tells a slip for them.
    """
    found: dict[str, list[str]] = {}
    for word, small in odd.items():
        if len(word) < _LEAST - small:
            near = _FUNCTION_SLIPS.get(word, []) if small else []
        else:
            sure = _LEAST if small else SURE
            near = [
                c
                for c in _index(common).find(word)
                if is_slip(word, c, _LEAST if is_key_beside(word, c) else sure)
            ]
            near += [
                c
                for c in _index(here).find(word)
                if is_slip(word, c) and (len(word) != len(c) or sorted(word) == sorted(c))
            ]
        if near:
            found[word] = list(dict.fromkeys(near))
    return found


def _slips_of(word: str) -> Iterator[str]:
    """What a word becomes when two of its letters are swapped or one is lost or doubled."""
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]
        yield word[: i + 1] + word[i:]
        yield word[:i] + word[i + 1 : i + 2] + word[i : i + 1] + word[i + 2 :]


_SMALL = ("the", "with", "from", "using", "into", "their", "through", "between")
_REAL_TEXT = "he te th form fro sing int ito tier heir thorough though trough"
_REAL = frozenset(_REAL_TEXT.split())
_FUNCTION_SLIPS = {s: [w] for w in _SMALL for s in _slips_of(w) if s not in (w, *_REAL)}


def _words_of_urls(listing: Listing) -> Iterator[str]:
    """The words of the list's addresses: what a project is called there is no slip."""
    for link in listing.links():
        yield from WORD.findall(link.url.casefold())


def _names(listing: Listing) -> Iterator[str]:
    """The words of the names that the list prints: of people and of coined things."""
    for draft in listing.drafts:
        if len(draft.title.split()) < 3 and draft.kind in _NAMED:
            yield from (w.casefold() for w in WORD.findall(draft.title))
        for person in (*draft.mention.authors, *draft.mention.makers):
            yield from (fold(w) for w in WORD.findall(person.text))
