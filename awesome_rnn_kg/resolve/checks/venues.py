"""Venues and years: misspelled, unknown, impossible."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...read.document import Venue
from ...text.diagnostics import Diagnostic, Edit, Rule
from ...text.source import Span
from ..drafts import PAPER_FAMILY, Draft
from ..keys import label_key, title_key
from ..minting import tail
from ..publications import arxiv_year
from ..spelling import one_slip
from .listing import Listing
from .slips import Neighbors, is_key_beside

MISSPELLED_VENUE = Rule(
    "RNN227",
    "misspelled-venue",
    "warning",
    "A venue that no authority file knows is one letter from one that is known, or from one that "
    "this list names often; of acronyms, which are often a letter apart, only those count that the "
    "list names often, or that a link to the paper or the register of works names. It becomes a "
    "venue of its own in the graph. Write the known name.",
    bad="* Ann Lee and Bo Chen, *A Title*, Neural Computaton 1997\n",
    good="* Ann Lee and Bo Chen, *A Title*, Neural Computation 1997\n",
)
UNKNOWN_VENUE = Rule(
    "RNN228",
    "unknown-venue",
    "info",
    "A venue is in no authority file. This is off unless it is selected or the list brings "
    "authority files of its own. Write the name that they have, or add the venue to them.",
    bad="* Ann Lee and Bo Chen, *A Title*, Journal of Lake Studies 2015\n",
    good="* Ann Lee and Bo Chen, *A Title*, ICML 2015\n",
    off=True,
)
_DATED = "".join(
    f"* A. Lee and B. Chen, *Title {name}*, ICML 201{n}\n"
    for n, name in enumerate(("Lake", "Hill", "Tree", "Road", "Wood", "Isle", "Pond", "Moor"), 1)
)
IMPOSSIBLE_YEAR = Rule(
    "RNN229",
    "impossible-year",
    "error",
    "A year lies years after every other paper of the list, or before 1940, or a digit of it is "
    "lost, doubled or a letter. (A year after 2030 breaks a shape.) Check the paper's year.",
    bad=_DATED + "* A. Lee and B. Chen, *Title Town*, ICML 2028\n",
    good=_DATED + "* A. Lee and B. Chen, *Title Town*, ICML 2015\n",
)
YEAR_BEFORE_ID = Rule(
    "RNN230",
    "year-before-arxiv-id",
    "warning",
    "The year printed behind an arXiv id is before that in which the id was given, or a year that "
    "stands alone is some years before it. One of the two is wrong. Check both.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301, 2014\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301, 2015\n",
)
# A number of four digits, one that has a digit twice, or three of a year's four.
_ODD_YEAR = r"((?!19|20)\d{4}|(?:19|20)\d{3}|\d(?:19|20)\d\d|(?:19|20)\d|0[0-2]\d)(?![\d.:–-])"
_LETTER = re.compile(r"\b([A-Z][\w&+-]*),? \(?(2[oO]\d\d|20[oO]\d|(?:19|20)\d[oO])\b")
_BARE_YEAR = re.compile(_ODD_YEAR)
_NO_YEAR = re.compile(rf"([^\d(]*[^\d\s,(])(?:,? \(?|['’]){_ODD_YEAR}\)?")
_WORKSHOPS = re.compile(r"(\w{3,8}?)[\W_]?w(?:orkshops?)?")
_TAGGED = re.compile(rf"[\[(]([A-Z][\w&-]*)(?: |['’]){_ODD_YEAR}[\])]")
_IN_BRACKETS = re.compile(r"\((?:19|20)\d\d\)")
_NONE_IN_BRACKETS = re.compile(r"\(((?!(?:19|20)\d\d\))[123]\d{2,4})\)")
_BEHIND_LINK = re.compile(r"\]\([^()\s]+\) \((?:19|20)\d\d\)")
_NONE_BEHIND_LINK = re.compile(
    r"\]\([^()\s]+\) \((2[1-9]\d\d|1[0-8]\d\d|3\d{3}|(?:19|20)\d{3}|(?:19|20)\d)\)"
)
_CITED = ("Paper", "Survey", "Resource")  # what a citation without its year may be taken for
_MOST = 0.8  # of the papers of a list, that have a year in brackets
_EARLIEST = 1940
_LATEST = 2030  # a later year breaks a shape, which says so
_ENOUGH_DATED = 8
_MANY_DATED = 40
_LONG_NAME = 9
_ACRONYM = 5  # letters of a word that may be an acronym
_KNOWN_HERE = 3  # times that a list names a venue
_OFTEN = 5
# Acronyms that one letter sets apart from those of the venues that lists name most.
_ACRONYM_TEXT = """
aaas aamas acc accv acii acl acm acmm adl aied aism aistats alt amai apsipa asru atc bmvc cacm candc
cav ccc ccs cec cgf chi cic cicc cidm cidr cikm clef coling colt coral corl cpm cscl csl cvm cvpr
cvprw cvpw dac date dcc eacl ease ecai ecc eccv ecir ecml ecmr edm efts egov emnlp emo esa euro fast
fccm fg fse gecco gis hci hicss hpca hri iaai icai icalp icalt icann icap icar icas icassp icc iccc
iccd iccl iccp iccs iccv icde icdm icds icdt ice icem icip icis icit iclp iclr icls icma icmc icme
icmi icml icnc icnn icnp icoin icon icpp icpr icra icsa icse icsm icsr icst icws iecon ifip ijca
ijcai ijcar ijcb ijcnn ijcv ijrr imc ipmi ipsn iros isbi isca iscas isit ismar ispd isr issta iswc
its iui iva ivs jair jmlr jocn kdd kes lrec mdm miccai micro mlsp mmm mva naacl ndss nips nsdi
oopsla osdi pacl pami pkdd pldi pnas pods popl ppsn prl rss sac saca sas sdm sigir sigmod soda sosp
ssp stoc tac tacl taslp tasp tcad tcsvt tip tit tkde tmi tmm tnn tog tois tpami tslp tsmc tsp tvcg
uai uist vcip vis vldb vr wacv wcci wcnc wsdm www
"""
_ACRONYMS = frozenset(_ACRONYM_TEXT.split())
_LATE_UPLOAD = 6  # years, after which an old paper may have been uploaded late
_LATE = 4  # years after all others that a list's newest paper may be


def check(listing: Listing) -> Iterator[Diagnostic]:
    """What is wrong with venues and years."""
    yield from _names(listing)
    yield from _years(listing)
    for draft in listing.drafts:
        if draft.kind in PAPER_FAMILY:
            yield from _against_id(listing, draft)


def _printed(listing: Listing) -> Iterator[tuple[Draft, Venue]]:
    for draft in listing.drafts:
        yield from ((draft, v) for v in draft.mention.venues)


def _names(listing: Listing) -> Iterator[Diagnostic]:
    known = _known_names(listing)
    counts = Counter(label_key(v.name) for _, v in _printed(listing) if v.name)
    frequent = {k: c for k, c in counts.items() if c > 2 and k not in known}
    neighbors = Neighbors([*known, *frequent])
    for draft, venue in _printed(listing):
        key = label_key(venue.name)
        if not key or venue.arxiv or listing.known.venues.find(venue.text):
            continue
        near = neighbors.find(key) if key not in known else _misspelled_alias(listing, venue)
        near = [] if _is_of_known(venue, known) else near
        near = [k for k in near if not _are_kindred(key, k, venue.name.isupper())]
        meant = [
            k
            for k in near
            if _is_slip(key, k) or _lost_letter(key, k, counts) or _exchanged(venue, key, k, counts)
        ]
        meant = [k for k in near if _is_vouched(listing, draft, venue, k)] or meant
        if len({known.get(k, k) for k in meant}) == 1 and counts[key] * 3 <= max(
            counts[meant[0]], 3
        ):
            yield _misspelled(listing, venue, known.get(meant[0], ""), meant[0])
        elif key not in known and not _preprints(key):
            yield _unknown(listing, venue)


def _is_of_known(venue: Venue, known: dict[str, str]) -> bool:
    """Whether a name has another venue's acronym: `ECCV Workshop`, `ICCV_W`."""
    words = venue.name.split()
    of_workshops = _WORKSHOPS.fullmatch(label_key(venue.name))
    return bool(of_workshops and of_workshops[1] in known) or (
        len(words) > 1 and any(w.isupper() and label_key(w) in known for w in words)
    )


def _preprints(key: str) -> bool:
    return key.endswith("rxiv") or key in ("arxiv preprint", "preprint", "corr", "hal", "ssrn")


def _known_names(listing: Listing) -> dict[str, str]:
    """The labels of known venues, by their keys."""
    things = listing.known.venues.things.values()
    return {label_key(name): name for t in things for name in (t.label, *t.labels)}


def _misspelled_alias(listing: Listing, venue: Venue) -> list[str]:
    """The label of a known venue, where the printed alias is one letter from it."""
    found = listing.known.venues.find(venue.name)
    label = label_key(found.label) if found else ""
    return [label] if one_slip(label_key(venue.name), label) else []


def _is_slip(key: str, known: str) -> bool:
    """One letter apart in a long name; in a short acronym a swap or a double letter only."""
    if any(c.isdigit() for c in key + known):
        return False
    if " " in key or len(key) >= _LONG_NAME:
        words = list(zip(key.split(), known.split(), strict=False))
        short = _ACRONYM if " " in key else 0
        return len(key) >= _LONG_NAME and all(
            a == b or len(b) > short or sorted(a) == sorted(b) for a, b in words
        )
    swapped = len(key) == len(known) and sorted(key) == sorted(known)
    doubled = len(key) > len(known) and re.sub(r"(.)\1", r"\1", key) == known
    return len(known) >= 4 and (swapped or doubled or len(known) >= 6)


def _are_kindred(key: str, known: str, is_acronym: bool) -> bool:
    """Whether two names are one but for signs, a conference and its workshops, or a plural.

    An acronym has none: `NIP` is `NIPS` that has lost its last letter.
    """
    plural = " " in key + known or not is_acronym
    ours, theirs = (re.sub(r"[\W_]", "", k).rstrip("sw" if plural else "w") for k in (key, known))
    return ours == theirs


def _lost_letter(key: str, known: str, counts: Counter[str]) -> bool:
    """An acronym printed once that lacks a letter of one that the list names often.

    Of a longer one it is enough that the list has it.
    """
    acronym = " " not in known and 2 < len(key) < len(known) and key not in _ACRONYMS
    least = 1 if len(known) >= _ACRONYM else _KNOWN_HERE + 1
    return acronym and counts[key] == 1 and counts[known] >= least


def _exchanged(venue: Venue, key: str, known: str, counts: Counter[str]) -> bool:
    """An acronym printed once that has one letter otherwise than one that the list names often."""
    acronym = venue.name.isalpha() and venue.name.isupper() and 2 < len(key) == len(known)
    often = counts[known] >= _OFTEN + (len(key) < len("CVPR")) * _OFTEN
    often = often or (len(key) >= _ACRONYM and counts[known] > 0 and is_key_beside(key, known))
    crowded = key[:2] == known[:2] == "ic" and len(key) == len("ICML")  # nearly all are venues
    return acronym and counts[key] == 1 and often and not crowded and key not in _ACRONYMS


def _is_vouched(listing: Listing, draft: Draft, venue: Venue, known: str) -> bool:
    """Whether a link or the register says that a known acronym is meant: `…/Lake_CVPR_2015.pdf`."""
    if (
        not (venue.name.isalpha() and venue.name.isupper())
        or " " in known
        or len(known) < _ACRONYM - 1
    ):
        return False
    named = re.compile(rf"(?<![A-Za-z]){known}(?![a-z])|{known.upper()}(?![A-Z])")
    if any(named.search(f"{k.label} {k.url}") for k in draft.links):
        return True
    iri = listing.known.register.work(draft.arxiv, title_key(draft.title))
    thing = listing.known.venues.find(known)
    dated = (tail(thing.iri), venue.year or 0) if thing else ("", 0)
    return dated in listing.known.register.venues.get(iri, set())


def _misspelled(listing: Listing, venue: Venue, label: str, key: str) -> Diagnostic:
    span = listing.place(venue.span, venue.name)
    meant = label or next(
        v.name for _, v in _printed(listing) if label_key(v.name) == key and v is not venue
    )
    sure = label and _is_sure(venue.name, key)
    edits = (Edit(span, label),) if sure and listing.raw(span) == venue.name else ()
    return MISSPELLED_VENUE.at(
        span, f'venue "{venue.name}" is not known; "{meant}" is', f'did you mean "{meant}"?', *edits
    )


def _is_sure(name: str, known: str) -> bool:
    """Whether a misspelled acronym has all letters of the known one, none of them exchanged.

    `ICNLP` may be meant as it stands; `IJCNPL`, `IJCCNLP` and `Neural Computaton` may not.
    """
    letters = sorted(name.casefold())
    doubled = {*letters} == {*known} and len(letters) > len(known)
    return not name.isupper() or " " in name or letters == sorted(known) or doubled


def _unknown(listing: Listing, venue: Venue) -> Diagnostic:
    rule = UNKNOWN_VENUE._replace(off=not listing.known.own)
    return rule.at(
        listing.place(venue.span, venue.name),
        f'venue "{venue.name}" is in no authority file',
        "write the name that they have, or add the venue",
    )


def _years(listing: Listing) -> Iterator[Diagnostic]:
    """Years before computers, and years after everything else that the list knows."""
    limit = _latest([y for d in listing.drafts if (y := _newest(d))])
    linked = sum(bool(_BEHIND_LINK.search(_line(listing, d))) for d in listing.drafts)
    bracketed = sum(bool(_IN_BRACKETS.search(_line(listing, d))) for d in listing.papers)
    for draft in listing.drafts:
        yield from _odd_numbers(listing, draft)
        if bracketed > _MOST * len(listing.papers) and bracketed >= _ENOUGH_DATED:
            yield from _odd_brackets(listing, draft, _NONE_IN_BRACKETS)
        elif linked >= _ENOUGH_DATED:
            yield from _odd_brackets(listing, draft, _NONE_BEHIND_LINK)
        for venue in draft.mention.venues:
            year = venue.year
            late = limit and year and limit < year and (year <= _LATEST or venue.arxiv)
            if year and (year < _EARLIEST or late):
                side = f"it is before {_EARLIEST}" if year < _EARLIEST else f"it is after {limit}"
                yield IMPOSSIBLE_YEAR.at(
                    listing.place(venue.span, str(year)),
                    f"year {year} can hardly be right: {side}, and no other paper's is",
                    "check the paper's year",
                )


def _odd_numbers(listing: Listing, draft: Draft) -> Iterator[Diagnostic]:
    """A number that no year can be, right behind a known venue without one."""
    for venue in draft.mention.venues:
        found = _NO_YEAR.match(venue.text)
        known = found and listing.known.venues.find(found[1])
        if found and known and not venue.year and not venue.arxiv:
            yield _odd_number(listing.place(venue.span, found[2]), found[2], found[1])
        elif not venue.name and not venue.year and _BARE_YEAR.fullmatch(venue.text):
            yield _odd_number(venue.span, venue.text, draft.title)
    text = draft.mention.venue_text.text if draft.mention.venue_text else ""
    for found in _LETTER.finditer(text) if "o" in text.casefold() else ():
        if listing.known.venues.find(found[1]):
            yield _odd_number(listing.place(draft.mention.span, found[2]), found[2], found[1])
    if draft.mention.venues or draft.kind not in _CITED:
        return
    for found in _TAGGED.finditer(_line(listing, draft)):
        known = listing.known.venues.find(found[1])
        if known and known.kind == "Conference":
            yield _odd_number(listing.place(draft.mention.span, found[2]), found[2], found[1])


def _odd_number(span: Span, number: str, dated: str) -> Diagnostic:
    return IMPOSSIBLE_YEAR.at(
        span,
        f'"{number}" stands where the year of {dated} belongs, and can be none',
        "check the paper's year",
    )


def _odd_brackets(listing: Listing, draft: Draft, pattern: re.Pattern[str]) -> Iterator[Diagnostic]:
    """A number in brackets that no year can be, in a list of years in brackets."""
    line = _line(listing, draft)
    found = pattern.search(line)
    cited = draft.kind in _CITED or pattern is _NONE_BEHIND_LINK
    if cited and draft.title and found and not _IN_BRACKETS.search(line):
        yield IMPOSSIBLE_YEAR.at(
            listing.document.source.span(
                draft.mention.span.line,
                found.start(1) + 1,
                draft.mention.span.line,
                found.end(1) + 1,
            ),
            f'"{found[1]}" stands where the list has a year, and can be none',
            "check the paper's year",
        )


def _line(listing: Listing, draft: Draft) -> str:
    return listing.document.source.line(draft.mention.span.line)


def _newest(draft: Draft) -> int:
    """The latest year that an entry prints, or its arXiv id tells."""
    years = [v.year for v in draft.mention.venues if v.year]
    return max([*years, arxiv_year(draft.arxiv) or 0])


def _latest(years: list[int]) -> int:
    """The last year that a list's papers can have; 0 where it dates too few to tell.

    Of many papers two may be wrong, of few one. The newest of the others is no surprise, nor is a
    year as far from it as that is from the upper quarter.
    """
    if len(years) < _ENOUGH_DATED:
        return 0
    years.sort()
    newest = years[-3 if len(years) > _MANY_DATED else -2]
    return newest + max(_LATE, newest - years[-len(years) // 4])


def _is_linked(draft: Draft, year: int) -> bool:
    """Whether an address beside that of the preprint tells a year: `…/content_cvpr_2016/…`."""
    return any(str(year) in k.url for k in draft.links if draft.arxiv not in k.url)


def _against_id(listing: Listing, draft: Draft) -> Iterator[Diagnostic]:
    told = arxiv_year(draft.arxiv)
    for venue in draft.mention.venues:
        year = venue.year or 0
        preprint = bool(venue.arxiv) or venue.name.casefold() == "arxiv"
        own = preprint and _EARLIEST <= year < (told or 0) and not _is_eve(year, draft.arxiv)
        alone = not venue.name and not venue.arxiv and not venue.doi
        apart = (told or 0) - year if alone and year and not _is_linked(draft, year) else 0
        if told and (own or 1 < apart <= _LATE_UPLOAD):
            yield YEAR_BEFORE_ID.at(
                listing.place(venue.span, str(year)),
                f"year {year} is before that of arXiv id {draft.arxiv}, {told}",
                "check the year and the id",
            )


def _is_eve(year: int, arxiv: str) -> bool:
    """Whether an id was given in the first days after a year."""
    return arxiv.startswith(f"{(year + 1) % 100:02}01.")
