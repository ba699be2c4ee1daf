"""Who made a thing, where its title says so and it is no paper.

title = words [","] "by" names            Tree package by Ann Bee: the title ends before "by"
      | owner "'s" *4word made [ after ]  Ann Bee's tree package for all: the title is kept whole
owner = names | surname "et al." | a known institution
made  = "toolbox" | "package" | "course" | … ; before "implementation" stand no other words
after = punctuation | "for" | "on" | "in" and no programming language …

`Bayes' theorem`, `Ann Bee's paradox` and `Ann Bee's Game of Trees implementation` name no maker
of the listed thing, nor does `Ann Bee's course in Python`, which is retold by somebody else.
"""

from __future__ import annotations

import re

from ..read.citation import clean_title
from ..read.document import Field, Mention
from ..read.names import NameList, parse_names
from ..read.namewords import clean_name, is_name
from .authorities import Authorities
from .keys import label_key

_MOSTLY_CITED = ("Paper", "Survey", "Thesis")
_BY_LAST = re.compile(r"(.+?),? [Bb]y ([A-Z][^,:;()]{3,60})")
_SHORT = 6  # words of a title that may name its maker
_MADE = (
    r"(?:tool(?:s|box|boxes|kit|kits)?|packages?|librar(?:y|ies)|frameworks?|scripts?|code|repo"
    r"|repository|demos?|lectures?|talks?|course(?:s|ware)?|class|seminar|blog(?:\sposts?)?|posts?"
    r"|articles?|tutorials?|notes?|notebooks?|slides?|videos?|books?|textbook|website|(?:web|home)?page"
    r"|channel|podcast|newsletter|(?:reading\s)?lists?)"
)
_OWNED = re.compile(
    rf"(?P<owner>[^:;()]{{3,60}}?)['’]s\s(?:implementation|(?:[\w&+./-]+\s){{0,4}}?{_MADE})"
    r"(?=\Z|[,.;:!?(\[]|\s[-–—]\s|\s(?:for|on|about|with|at|from|to|of|and|in\s(?P<tongue>\S+)))",
    re.IGNORECASE,
)


def with_maker(mention: Mention, kind: str, known: Authorities) -> Mention:
    """The mention with whom its title names as the maker."""
    title = mention.title
    if title is None or kind in _MOSTLY_CITED:
        return mention
    if found := _BY_LAST.fullmatch(title.text):
        return _without_maker(mention, title, found)
    if mention.authors or mention.makers:
        return mention
    return _owned(mention, title, known)


def _without_maker(mention: Mention, title: Field, found: re.Match[str]) -> Mention:
    """`Tree package by Pierre Geurts`: a short title without its maker."""
    names = parse_names(found[2])
    if len(found[1].split()) > _SHORT or not names.names or names.stop < len(found[2]):
        return mention
    makers = (*mention.makers, *_fields(found[2], names, title))
    return mention._replace(title=Field(clean_title(found[1]), title.span), makers=makers)


def _owned(mention: Mention, title: Field, known: Authorities) -> Mention:
    """`Piotr Dollár's toolbox`: the owner of a thing that people make is its maker."""
    found = _OWNED.match(title.text)
    if found is None or label_key(found["tongue"] or "") in map(label_key, known.languages):
        return mention
    owner = found["owner"].strip()
    if known.institutions.find(owner):
        return mention._replace(makers=(Field(owner, title.span),))
    names = parse_names(owner)
    whole = names.names and names.stop == len(owner)
    if not whole or not (names.et_al or all(is_name(owner[a:b]) for a, b in names.names)):
        return mention
    return mention._replace(makers=_fields(owner, names, title), et_al=names.et_al)


def _fields(text: str, names: NameList, title: Field) -> tuple[Field, ...]:
    return tuple(Field(clean_name(text[a:b]), title.span) for a, b in names.names)
