"""People, institutions and venues: each printed form to one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..read.cutnames import CUT_NAME
from ..read.document import Field
from ..read.namewords import is_han
from ..text.source import Span
from .authorities import Authorities, Thing
from .catalogue import AgentRecord
from .keys import label_key, name_key
from .minting import BASE, Minter
from .venuenames import HOUSE, Twin, bare_name, forms, glossed

_ORGANIZATION = re.compile(
    r"\b(?:labs?|laboratory|team|university|univ|institute|inc|ltd|research|group|corp|foundation"
    r"|(?-i:A[Ii](?=[\s-]|$)(?<!\sAi)|NLP|ML)|college|school|company|center|centre|community"
    r"|organization|project)\b",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"\b(?:journal|transactions|trans|letters|magazine|annals|review|reviews|bulletin|nature|science"
    r"|plos|acta|communications of)\b"
    r"|\bproc(?:eedings)?\.? of the (?!.*\b(?:conf|meeting))"
    r"(?:ieee\Z|acm on\b|.*\b(?:academy|society|endowment)\b)",
    re.IGNORECASE,
)
_WORKSHOP = re.compile(r"\bworkshops?\b|\bw$", re.IGNORECASE)
_CUT_JOURNAL = re.compile(r"\AJ\.\s(?:of\s)?")
_HELD_BESIDE = re.compile(r"([A-Z]{3,})[-_ ]?W")
_CONFERENCE = re.compile(
    r"\b(?:conference|conf|symposium|proceedings|proc|congress|meeting)\b", re.IGNORECASE
)
_MEETING = re.compile(r"\b(?:conference|conf|symposium|symp)\b", re.IGNORECASE)
# Of a conference; those of transactions and journals begin with T and J, or are of physics.
_ACRONYM = re.compile(r"(?![TJ]|PR[A-ELX]?$)[A-Z][\w&+-]*[A-Z][\w-]*")
_SURNAME = re.compile(r"(?:Mc|Mac|De|Di|Du|Da|Le|La|Van|Von|Fitz)[A-Z][a-z]+")
_NAMESAKE = (
    "More than one person is known by this name; the list does not say which one is meant, "
    "so this one is kept apart."
)


@dataclass
class Seen:
    """One thing with the forms that the list prints."""

    iri: str
    kinds: tuple[str, ...]
    label: str
    span: Span
    known: bool
    labels: dict[str, None] = field(default_factory=dict)
    above: tuple[str, ...] = ()
    note: str = ""

    def printed_as(self, form: str) -> str:
        """Keep a printed form that is not the label; the IRI."""
        if form != self.label:
            self.labels[form] = None
        return self.iri


@dataclass
class Agents:
    """Everyone and everything that has been named so far.

    `named` holds those that no file knows, by identity, as (IRI, label). Lists of one build share
    it, and what has been `seen`, so that one name is one thing in all of them; so they do `twins`,
    the venues that are printed under two names.
    """

    known: Authorities
    minter: Minter
    named: dict[str, tuple[str, str]] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)
    twins: dict[str, Twin] = field(default_factory=dict)

    def person(self, name: str, span: Span, work: str = "") -> str:
        """The IRI of a person by name; a shared name is settled by the work, else kept apart."""
        found = self._person(name, work)
        if found:
            return self._keep(found, ("Person",), name, span)
        iri = self._own("person", name_key(name) or name, ("Person",), Field(name, span))
        if self.known.people.named(name):
            self.seen[iri].note = _NAMESAKE
        return iri

    def _person(self, name: str, work: str) -> Thing | None:
        candidates = self.known.people.named(name)
        theirs = [t for t in candidates if work in t.works]
        if len(theirs) == 1:
            return theirs[0]
        at_home = self.minter.home == BASE
        clear = [t for t in candidates if at_home or not t.ambiguous]
        return clear[0] if len(clear) == 1 and len(candidates) == 1 else None

    def maker(self, name: str, span: Span, work: str) -> tuple[str, bool]:
        """Who stands behind "by": (IRI, whether it is an institution)."""
        plain = name.strip().removesuffix("'s").removesuffix("’s")
        if self.known.institutions.find(plain) or self.known.institutions.find(name):
            label = plain if self.known.institutions.find(plain) else name
            return self.institution(label, span), True
        person = bool(self.known.people.named(plain))
        if not person and _is_organization(plain):
            return self.institution(plain, span), True
        return self.person(plain, span, work), False

    def institution(self, label: str, span: Span) -> str:
        found = self.known.institutions.find(label)
        if found:
            return self._keep(found, _kinds("Institution", found.kind), label, span)
        key = label_key(label) or label
        return self._own("institution", key, ("Institution",), Field(label, span))

    def venue(self, name: str, printed: str, span: Span) -> str:
        """The IRI of a venue, or nothing where the words are no venue's name."""
        twin = self._twin(name)
        found = self._venue(name, printed) or (self._venue(twin.acronym, "") if twin else None)
        if found:
            return self._keep(found, _kinds("Venue", found.kind), name, span)
        if not _is_venue_name(name):
            return ""
        words = twin.words if twin else bare_name(name)
        key = twin.acronym if twin else words
        label = name if name.casefold() == f"the {key}".casefold() else key
        kind, above = self._unknown_venue(words if twin else name)
        kinds = _kinds("Venue", kind)
        iri = self._own("venue", label_key(key) or key, kinds, Field(label, span))
        self.seen[iri].above = above
        for form in (twin.words, name) if twin else (name,):
            self.seen[iri].printed_as(form)
        return iri

    def _twin(self, name: str) -> Twin | None:
        """The acronym and the full name of a venue that some entry prints under both."""
        own = glossed(name)
        if own is None:
            return self.twins.get(label_key(bare_name(name)))
        return self.twins.get(label_key(own.acronym)) or Twin(own.words, own.words)

    def _venue(self, name: str, printed: str) -> Thing | None:
        texts = (printed, *forms(name), *_fuller(bare_name(name)))
        return next(filter(None, map(self.known.venues.find, filter(None, texts))), None)

    def _unknown_venue(self, name: str) -> tuple[str, tuple[str, ...]]:
        """The kind of a venue that no file knows; a workshop belongs to the conference it names."""
        if _WORKSHOP.search(name):
            words = name.split()
            host = next(
                (
                    f
                    for n in range(len(words), 0, -1)
                    if (f := self.known.venues.find(" ".join(words[:n])))
                ),
                None,
            )
            if host:
                self._keep(host, _kinds("Venue", host.kind), host.label, _nowhere(host))
            return "Workshop", (host.iri,) if host else ()
        if _MEETING.search(name) and not _JOURNAL.match(name):
            return "Conference", ()
        if _JOURNAL.search(name) or (CUT_NAME.match(name) and not _CONFERENCE.search(name)):
            return "Journal", ()
        acronym = _ACRONYM.fullmatch(name) and not HOUSE.fullmatch(name)
        return ("Conference" if acronym or _CONFERENCE.search(name) else ""), ()

    def _keep(self, thing: Thing, kinds: tuple[str, ...], printed: str, span: Span) -> str:
        """Note that a known thing is named, and how."""
        if thing.iri not in self.seen:
            self.seen[thing.iri] = Seen(thing.iri, kinds, thing.label, span, True)
        return self.seen[thing.iri].printed_as(printed)

    def _own(self, kind: str, key: str, kinds: tuple[str, ...], printed: Field) -> str:
        """Note that a thing is named that no file knows."""
        identity = f"{kind} {key}"
        if identity not in self.named:
            iri = self.minter.mint(kind, key, printed.text)
            self.named[identity] = (iri, printed.text)
        iri, label = self.named[identity]
        if iri not in self.seen:
            self.seen[iri] = Seen(iri, kinds, label, printed.span, False)
        return self.seen[iri].printed_as(printed.text)

    def records(self) -> tuple[AgentRecord, ...]:
        """All that has been named, in the order of IRIs."""
        return tuple(
            AgentRecord(s.iri, s.kinds, s.label, tuple(s.labels), s.span, s.known, s.above, s.note)
            for _, s in sorted(self.seen.items())
        )


def _kinds(base: str, kind: str) -> tuple[str, ...]:
    return (kind, base) if kind and kind != base else (base,)


def _is_organization(name: str) -> bool:
    """Words that name no person, or one word with capitals inside: `OpenAI`, `NVIDIA`."""
    if " " in name:
        return bool(_ORGANIZATION.search(name))
    inner = sum(c.isupper() for c in name) > 1 and not _SURNAME.fullmatch(name)
    return name[:1].isupper() and inner and name.isalpha()


def _fuller(name: str) -> list[str]:
    """`J. of Bees` is the `Journal of Bees`; `CVPR_W` and `CVPRW` are the `CVPR Workshops`."""
    journal = _CUT_JOURNAL.sub("Journal of ", name)
    workshops = _HELD_BESIDE.fullmatch(name)
    return [journal] * (journal != name) + ([f"{workshops[1]} Workshops"] if workshops else [])


def _is_venue_name(name: str) -> bool:
    longest = 16 if name.startswith("Proceedings of ") else 12
    cased = any(c.isupper() for c in name) or (2 < len(name) <= 20 and all(map(is_han, name)))
    return 0 < len(name.split()) <= longest and len(name) <= 9 * longest and cased


def _nowhere(thing: Thing) -> Span:
    return Span(thing.iri, 1, 1, 1, 1)
