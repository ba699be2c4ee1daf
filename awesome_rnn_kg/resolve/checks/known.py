"""Known works: titles and arXiv ids against the register of works that have been named before."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from ...text.diagnostics import Diagnostic, Rule
from ..drafts import PAPER_FAMILY, Draft
from ..keys import title_key
from ..register import Register
from .listing import Listing, span_of, title_span
from .sameness import gist
from .slips import Neighbors

TITLE_OF_KNOWN_WORK = Rule(
    "RNN236",
    "title-of-known-work-differs",
    "warning",
    "The register of works knows the entry's arXiv id, or all but its title, under another title: "
    "a word is missing, or is another. Check the paper and print its title.",
    bad="* Alex Graves, *Generating Sequence With Neural Networks*, arXiv:1308.0850\n",
    good="* Alex Graves, *Generating Sequences With Recurrent Neural Networks*, arXiv:1308.0850\n",
)
ID_OF_KNOWN_WORK = Rule(
    "RNN237",
    "arxiv-id-of-known-work-differs",
    "warning",
    "The register of works knows the entry's title under another arXiv id. One digit may be wrong. "
    "Check the id on arXiv.",
    bad="* Alex Graves, *Generating Sequences With Recurrent Neural Networks*, arXiv:1308.0580\n",
    good="* Alex Graves, *Generating Sequences With Recurrent Neural Networks*, arXiv:1308.0850\n",
)
AUTHORS_OF_KNOWN_WORK = Rule(
    "RNN238",
    "authors-of-known-work-missing",
    "warning",
    "The register of works knows the entry's arXiv id or title with more authors than are printed "
    "here. Check the paper and print them all, or add `et al.` to those that are printed.",
    bad="* Alex Graves, *Neural Turing Machines*, arXiv:1410.5401\n",
    good=(
        "* Alex Graves, Greg Wayne, and Ivo Danihelka, *Neural Turing Machines*, arXiv:1410.5401\n"
    ),
)
_LONG = 25  # letters of a title's gist
_LONG_CUT = 30  # letters of a title that may lack its last word
_SLIP = 2  # words that a slip loses, adds or changes


def check(listing: Listing) -> Iterator[Diagnostic]:
    """What entries say otherwise than the register of known works."""
    register = listing.known.register
    gists, near = _gists(register)
    for draft in listing.drafts:
        key = title_key(draft.title)
        if draft.kind not in PAPER_FAMILY or not key:
            continue
        yield from _authors(register, draft, key)
        if key in register.work_of_title:
            yield from _id(listing, register, draft, register.work_of_title[key])
            continue
        meant = _by_id(register, draft) or _by_title(register, gists, near, key)
        if meant and _is_slip(key, meant):
            yield TITLE_OF_KNOWN_WORK.at(
                title_span(draft),
                f'"{draft.title}" is known {_otherwise(key, meant)}',
                "check the paper and print its title",
            )


@lru_cache(maxsize=2)
def _gists(register: Register) -> tuple[dict[str, str], Neighbors]:
    """The known titles by their gist, and what finds those near to one."""
    gists = {gist(t): t for t in register.work_of_title}
    return gists, Neighbors(g for g in gists if len(g) >= _LONG)


def _authors(register: Register, draft: Draft, key: str) -> Iterator[Diagnostic]:
    """Fewer authors than are known; a list that ends in `et al.` is meant to be short."""
    iri = register.work_of_title.get(key, "")
    if not iri and _by_id(register, draft):
        iri = register.work_of_id[draft.arxiv]
    known, printed = register.authors.get(iri.rpartition("/")[2], 0), draft.mention.authors
    if printed and len(printed) < known and not draft.mention.et_al:
        yield AUTHORS_OF_KNOWN_WORK.at(
            span_of(draft.mention.authors_text, draft),
            f"{len(printed)} of {known} known authors are printed",
            "check the paper and print them all, or et al.",
        )


def _is_slip(ours: str, theirs: str) -> bool:
    """Whether two titles differ in a word or two: not in a subtitle, nor in what a list puts first.

    What has been published under another title differs in more.
    """
    mine, known = ours.split(), theirs.split()
    odd = [op for op in SequenceMatcher(None, mine, known, False).get_opcodes() if op[0] != "equal"]
    if len(odd) > _SLIP or ours.strip("_") == theirs:
        return False
    for kind, a, b, c, d in odd:
        at_end = kind != "replace" and b == len(mine)
        at_start = kind != "replace" and a == 0
        if (at_start and kind == "delete") or max(b - a, d - c) > _SLIP - at_end:
            return False
    return True


def _otherwise(ours: str, theirs: str) -> str:
    """The words in which a known title differs: `with "jointly" for "joint"`."""
    mine, known = ours.split(), theirs.split()
    said = []
    for kind, a, b, c, d in SequenceMatcher(None, mine, known, False).get_opcodes():
        lost, new = " ".join(mine[a:b]), " ".join(known[c:d])
        if kind == "insert":
            where = f'behind "{mine[a - 1]}"' if a else "at its start"
            said.append(f'with "{new}" {where}')
        elif kind != "equal":
            said.append(f'with "{new}" for "{lost}"' if new else f'without "{lost}"')
    return ", ".join(said)


def _id(listing: Listing, register: Register, draft: Draft, iri: str) -> Iterator[Diagnostic]:
    known = register.ids.get(iri, "")
    if not known or draft.arxiv in ("", known):
        return
    printed = next((v for v in draft.mention.venues if v.arxiv == draft.arxiv), None)
    link = next((k for k in draft.links if draft.arxiv in k.url), None)
    span = printed.span if printed else link.span if link else title_span(draft)
    yield ID_OF_KNOWN_WORK.at(
        listing.place(span, draft.arxiv),
        f'"{draft.title}" is known as arXiv:{known}, not {draft.arxiv}',
        "check the id on arXiv",
    )


def _by_id(register: Register, draft: Draft) -> str:
    """The known title of an arXiv id, where the printed one shares half its words with it."""
    title = register.titles.get(register.work_of_id.get(draft.arxiv, ""), "")
    ours, theirs = set(title_key(draft.title).split()), set(title.split())
    return title if len(ours & theirs) * 2 >= max(len(ours), len(theirs)) else ""


def _by_title(register: Register, gists: dict[str, str], near: Neighbors, key: str) -> str:
    """The known title that one letter, small words or a plural, or its last word, sets apart."""
    own = gist(key)
    if len(own) >= _LONG and (same := [g for g in (own, *near.find(own)) if g in gists]):
        return gists[same[0]]
    return register.fuller.get(key, "") if len(key) >= _LONG_CUT else ""
