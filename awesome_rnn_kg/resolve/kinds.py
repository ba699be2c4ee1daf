"""The class of a listed thing: by its group, its section, its title and its links."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..read.document import Link
from .authorities import Authorities
from .hosts import holds_code, holds_paper, is_front_page
from .linking import role_iri, role_of
from .venued import THESIS

if TYPE_CHECKING:
    from .drafts import Context, Draft

_TITLE_KINDS = (
    ("Tutorial", re.compile(r"\btutorials?\b")),
    (
        "Documentation",
        re.compile(r"\b(?:documentation|docs|api reference|get(?:ting)? started|user guide)\b"),
    ),
    ("Lecture", re.compile(r"\blectures?\b(?! notes in)")),
    ("Course", re.compile(r"\bcourses?\b|^cs\s?\d{3}")),
    ("Thesis", re.compile(r"\b(?:phd|ph\.d\.?|master'?s?)?\s*(?:thesis|dissertation)\b")),
    ("Dataset", re.compile(r"\b(?:data\s?set|corpus|benchmark)s?\b")),
)
# `Fast drawing of large datasets` is none itself; `A collection of datasets` is.
_OF_DATASETS = re.compile(
    r"\b(?:of|for|from|in|on|with|over|across)(?:\s[\w-]+){0,4}\s(?:data\s?sets|corpora|benchmarks)\b"
)
_MANY_DATASETS = re.compile(
    r"\b(?:collections?|lists?|repositor(?:y|ies)|archives?|index|suite|catalogue?|hub) of\b"
)
_SURVEY = re.compile(r"\b(?:survey|review|overview)\b", re.IGNORECASE)
_IS_SURVEY = re.compile(
    r"\ba (?:\w+ ){0,2}survey\b|\bsurvey (?:of|on)\b|\breview of\b|: (?:a )?review\b", re.IGNORECASE
)
_SOFTWARE = re.compile(r"\b(?:frameworks?|librar(?:y|ies)|toolkit|toolbox|package|software)\b")
_SOFTWARE_NOUN = re.compile(r"\b(?:framework|library|toolkit|toolbox|package)\s*\Z", re.IGNORECASE)
_NO_DATASET = re.compile(
    r"\b(?:frameworks?|librar(?:y|ies)|toolkit|toolbox|package|software|and|or|any|your)\b|&",
    re.IGNORECASE,
)
_DATASET_NOUN = re.compile(r"(?:\bdata\s?set|\bcorpus|\bbenchmark)\s*\Z", re.IGNORECASE)
_FEWEST_WORDS = 3  # of a paper's title among datasets; `GPQA` is one of them
_BOOKS = re.compile(r"\bbooks\s*\Z", re.IGNORECASE)  # `Free Bee Books`: more than one
_TOLD_BOOK = re.compile(
    r"(?:an?|the|free)\s(?:(?!(?:to|for|of|with|from|on|about|in|by)\b)[\w-]+,?\s){0,4}book\b",
    re.IGNORECASE,
)
_TOLD_LIST = re.compile(
    r"\bcurated (?:list|collection)\b"
    r"|\A(?:an? )?(?:[\w-]+ ){0,2}(?:list|collection)s? of (?:[\w-]+,? (?:and )?){0,3}"
    r"(?:papers|resources|links|articles|lists|readings|repositories)\b",
    re.IGNORECASE,
)
_LIST_TITLE = re.compile(
    r"\Aawesome[ -]|\b(?:(?:reading|paper|papers) lists?|list of (?:papers|resources))\Z",
    re.IGNORECASE,
)
_OF_PAPERS = re.compile(r"(?<![^\W_])papers?(?![^\W_])", re.IGNORECASE)
_LIST_OF_THINGS = re.compile(r"/awesome|awesome-|#readme\b", re.IGNORECASE)


def kind_of(draft: Draft, context: Context, known: Authorities, has_children: bool) -> str:
    """The class of a thing: by its group, its section, its title and its links."""
    noted = next((k for r in draft.mention.remarks if (k := known.kind_of_heading(r.text))), "")
    kind = (
        noted
        if noted in ("Survey", "Book", "Thesis")
        else _placed(draft, context, known, has_children)
    )
    return "Survey" if kind == "Paper" and _IS_SURVEY.search(draft.title) else kind


def _placed(draft: Draft, context: Context, known: Authorities, has_children: bool) -> str:
    """The class that its place in the list, its title and its links tell."""
    kinds = _named_kinds(draft, context)
    word = _title_kind(draft.title)
    paper = _is_citation(draft)
    if len(kinds) > 1:
        kinds = _narrowed(kinds, draft, word)
    kind = kinds[0] if kinds else ""
    if kind in ("Course", "Lecture"):
        top = draft.parent is None or has_children
        return "Course" if top and word != "Lecture" else "Lecture"
    if kind in ("", "Paper"):
        thesis = (word == "Thesis" and not kind) or _is_defended(draft)
        cited = "Thesis" if thesis else "Paper"
        return cited if paper else _by_links(draft, word, kind, known)
    if paper and _is_paper_among(kind, draft, known):
        return "Paper"
    if kind == "Dataset" and holds_code(_main(draft)) and _is_told_software(about(draft)):
        kind = "Software"
    if kind == "Software" and word in ("Tutorial", "Documentation", "Course", "Lecture"):
        return word
    return _book_or_not(kind, draft)


def _is_paper_among(kind: str, draft: Draft, known: Authorities) -> bool:
    """Whether what is cited as papers are stands among things of another kind."""
    if kind == "BlogPost":
        return _leads_to_papers(draft)
    if kind == "Software" and _cites_paper(draft, known):
        return True
    return bool(kind in ("Software", "Dataset", "Demo") and draft.mention.authors)


def _book_or_not(kind: str, draft: Draft) -> str:
    """A tutorial that is told to be a book; among books, a list of them is none."""
    if kind == "Book" and _BOOKS.search(draft.title):
        return "Resource"
    return "Book" if kind == "Tutorial" and _TOLD_BOOK.match(about(draft)) else kind


def _named_kinds(draft: Draft, context: Context) -> tuple[str, ...]:
    for group in draft.groups:
        if context.groups[group].kinds:
            return context.groups[group].kinds
    for section in context.chains[draft.section]:
        meaning = context.sections[section]
        if meaning.kinds:
            return meaning.kinds
    return ()


def _narrowed(kinds: tuple[str, ...], draft: Draft, word: str) -> tuple[str, ...]:
    """One kind of several that a heading names ("Books / Thesis")."""
    title = draft.title.casefold()
    if word in kinds or (kinds[0] == "Dataset" and len(title.split()) < _FEWEST_WORDS):
        return (word if word in kinds else "Dataset",)
    if "Book" in kinds and re.search(r"\bbooks?\b", title):
        return ("Book",)
    if "Software" in kinds and _SOFTWARE.search(title):
        return ("Software",)
    if "Survey" in kinds and _SURVEY.search(title):
        return ("Survey",)
    if set(kinds) == {"Book", "Thesis"}:
        return ("Thesis",) if _author_count(draft) == 1 else ("Book",)
    return () if _is_published(draft) else kinds


def _author_count(draft: Draft) -> int:
    return len(draft.mention.authors) or 1


@lru_cache(maxsize=65536)
def _title_kind(title: str) -> str:
    lower = title.lower()
    if _OF_DATASETS.search(lower) and not _MANY_DATASETS.search(lower):
        lower = _OF_DATASETS.sub("", lower)
    return next((kind for kind, pattern in _TITLE_KINDS if pattern.search(lower)), "")


def _is_citation(draft: Draft) -> bool:
    """A printed venue or id, authors with a year, or a link to where papers are."""
    return _is_published(draft) or bool(draft.mention.authors and draft.mention.venues)


def _is_defended(draft: Draft) -> bool:
    """A thesis by what stands in the venue's place: `PhD thesis, Bee University`."""
    return any(THESIS.search(v.name) for v in draft.mention.venues if v.name)


def _is_published(draft: Draft) -> bool:
    """More than authors and a year: a venue, an id, or where a link leads."""
    m = draft.mention
    if any(v.name or v.arxiv or v.malformed or v.doi for v in m.venues):
        return True
    if m.authors and any(holds_paper(k.url) for k in draft.links):
        return True
    return _leads_to_papers(draft)


def _leads_to_papers(draft: Draft) -> bool:
    """Whether a title or a button leads to where papers are."""
    return any(
        k.form in ("title", "button")
        and not is_front_page(k.url)
        and re.search(r"arxiv\.org|openreview\.net|aclanthology|aclweb", k.url)
        for k in draft.links
    )


def about(draft: Draft) -> str:
    """The description of a thing, or nothing."""
    return draft.mention.description.text if draft.mention.description else ""


def _by_links(draft: Draft, word: str, kind: str, known: Authorities) -> str:
    """The kind of a thing in a section that names none."""
    main = _main(draft)
    if is_list(draft):
        return "Resource"
    if kind == "Paper":
        return "Paper"
    if word and word != "Dataset":
        return word
    if holds_code(main) or (not main and _is_all_code(draft)):
        return "Dataset" if _is_told_dataset(about(draft)) else "Software"
    if holds_paper(main) or any(_leads_to_paper(k, known) for k in draft.links):
        return "Paper"
    alone = _is_printed_alone(draft) or _is_among_papers(draft)
    told = "Dataset" if main and _is_told_dataset(about(draft)) else "Resource"
    return word or ("Paper" if alone else told)


def _is_all_code(draft: Draft) -> bool:
    """`BeeNet [[Code](u)]`: a short name whose only links lead to code."""
    links = [k for k in draft.links if k.form not in ("image", "badge")]
    short = len(draft.title.split()) < _FEWEST_WORDS - any(k.column for k in links)
    return bool(links) and short and all(holds_code(k.url) for k in links)


def _is_printed_alone(draft: Draft) -> bool:
    """`A. Bee and C. Dee, **Nets for All**`: authors before a title in mark-up, and no link."""
    title, names = draft.mention.title, draft.mention.authors_text
    if title is None or names is None or draft.links or not draft.mention.set_off:
        return False
    places = [(f.span.line, f.span.column) for f in (names, title)]
    return places[0] < places[1]


def _is_among_papers(draft: Draft) -> bool:
    """A title and nothing else, in a list that calls itself one of papers."""
    m = draft.mention
    bare = not (draft.links or m.remarks or m.description or m.alternative)
    long = len(draft.title.split()) >= _FEWEST_WORDS
    return bare and long and _OF_PAPERS.search(draft.page.document.title.text) is not None


def _is_told_dataset(text: str) -> bool:
    """`document-level relation extraction benchmark.`: the noun of the description's first part."""
    noun = _first_noun(text)
    return bool(_DATASET_NOUN.search(noun)) and not _NO_DATASET.search(noun)


def _is_told_software(text: str) -> bool:
    """`unified framework for evaluation.`"""
    noun = _first_noun(text)
    return bool(_SOFTWARE_NOUN.search(noun)) and "dataset" not in noun


def _first_noun(text: str) -> str:
    """The first part of a description, up to its first preposition."""
    head = re.split(r"[.,;:(]|\s[-–—]\s", text, maxsplit=1)[0]
    return re.split(r"\s(?:of|for|on|in|with|from|to|by|that|which)\s", head, maxsplit=1)[0]


def is_list(draft: Draft) -> bool:
    """Whether a thing is a list of things itself."""
    named = _LIST_OF_THINGS.search(_main(draft)) or _LIST_TITLE.search(draft.title)
    return bool(named) or bool(_TOLD_LIST.search(about(draft)))


def _main(draft: Draft) -> str:
    """Where the title leads, or the lone address behind it; or the empty string."""
    lone = draft.links[0].url if [k.form for k in draft.links] == ["auto"] else ""
    return next((k.url for k in draft.links if k.form == "title"), lone)


def _cites_paper(draft: Draft, known: Authorities) -> bool:
    """A title that leads nowhere beside a button to the paper."""
    return not _main(draft) and any(_leads_to_paper(k, known) for k in draft.links)


def _leads_to_paper(link: Link, known: Authorities) -> bool:
    """A button that its label calls a paper, or one to a place of papers."""
    paper = holds_paper(link.url) or role_of(link, known) == role_iri("paper")
    return link.form == "button" and paper
