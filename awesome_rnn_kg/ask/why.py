"""Why a graph holds something: names in, the lines and rules behind its triples out."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask.errors import GraphError, UsageError
from awesome_rnn_kg.ask.labels import fold, shown
from awesome_rnn_kg.graph.explain import Evidence, Explainer, Reason
from awesome_rnn_kg.graph.parsing import complaint
from awesome_rnn_kg.graph.places import Origins, Place, Texts
from awesome_rnn_kg.graph.prefixes import BASE, expand
from awesome_rnn_kg.graph.statements import Statements
from awesome_rnn_kg.graph.terms import Triple, iri, iri_of, is_iri, python_value, text_of
from awesome_rnn_kg.graph.vocabulary import DCTERMS, SKOS

_LABELS = (SKOS.prefLabel, DCTERMS.title, SKOS.altLabel)
_MACHINERY = {"entry", "group", "section", "publication", "list", "scheme"}
_SOURCE = re.compile(r'"(.+) sha256:([0-9a-f]{64})"')
_STEP = "    "


@dataclass(frozen=True)
class Why:
    """The reasons for some triples; `str()` tells them."""

    reasons: tuple[Reason, ...]

    def lines(self) -> list[Place]:
        """Where what it all comes from is stated, each place once."""
        stated = (s for reason in self.reasons for s in reason.stated())
        return list(dict.fromkeys(s.place for s in stated if s.place))

    def json(self) -> str:
        """A list of reasons, each with its premises."""
        return json.dumps(list(map(_record, self.reasons)), ensure_ascii=False, indent=1) + "\n"

    def text(self, width: int = 0) -> str:
        """The reasons for people; lines are cut to a width unless it is 0."""
        told = _Telling()
        lines = [line for reason in self.reasons for line in told.lines(reason, "")]
        return "".join(f"{_cut(line, width)}\n" for line in lines)

    def __str__(self) -> str:
        return self.text().rstrip("\n")

    __repr__ = __str__


def why(
    parts: Mapping[str, bytes | Path],
    origins: Path | None,
    subject: str,
    predicate: str | None = None,
    value: str | None = None,
) -> Why:
    """Why a graph holds the triples of a subject, predicate and object.

    They are named by IRI, CURIE or label; a literal by its text. `origins` is the graph's table
    of origins. UsageError says what the graph holds instead; GraphError what cannot be read.
    """
    graph = {name: _statements(name, part) for name, part in parts.items()}
    explainer = Explainer(graph, _table(origins), _texts(graph, origins))
    named = _subject(graph, subject)
    triples = explainer.about(named)
    if predicate is not None:
        triples = _with_predicate(triples, predicate, shown(named))
    if value is not None:
        triples = _with_object(graph, triples, value)
    return Why(tuple(map(explainer.reason, triples)))


def origins_of(path: Path) -> Path:
    """Where the table of origins of a build's folder, or of a file in one, is; if it has one."""
    return (path if path.is_dir() else path.parent) / "origins.tsv"


# --- what is read


def _statements(name: str, part: bytes | Path) -> Statements:
    try:
        return Statements.of(part) if isinstance(part, bytes) else Statements(part.read_bytes())
    except (OSError, SyntaxError, ValueError) as error:
        where = name if isinstance(part, bytes) else part
        raise GraphError(complaint(where, error)) from None


def _table(origins: Path | None) -> Origins | None:
    return Origins(origins) if origins and origins.exists() else None


def _texts(graph: Mapping[str, Statements], origins: Path | None) -> Texts:
    """Sources beside the graph, above its folder, in the current one, and in the package."""
    near = [origins.parent, origins.parent.parent, Path()] if origins else [Path()]
    digests: dict[str, str] = {}
    for part in graph.values():
        for _, _, source in part.values(DCTERMS.source):
            if found := _SOURCE.fullmatch(source):
                digests[found[1]] = found[2]
    return Texts([*near, resources.path("data")], digests)


# --- what is meant


def _subject(graph: Mapping[str, Statements], named: str) -> str:
    """The IRI term of the thing that an IRI, a CURIE or a label names."""
    term = _term(named)
    if term and any(part.about(term) for part in graph.values()):
        return term
    if term:
        raise _unknown_iri(graph, term)
    return _by_label(graph, named)


def _term(named: str) -> str:
    """The IRI term that a text is, as IRI or CURIE; nothing for any other text."""
    bare = named[1:-1] if named.startswith("<") and named.endswith(">") else named
    try:
        return iri(bare) if "://" in bare else expand(bare)
    except ValueError:
        return ""


def _unknown_iri(graph: Mapping[str, Statements], term: str) -> UsageError:
    known = {shown(s): s for part in graph.values() for s in part.subjects()}
    near = difflib.get_close_matches(shown(term), known, 5)
    return UsageError(f"{shown(term)}: the graph says nothing of it{_hint(near)}")


def _by_label(graph: Mapping[str, Statements], named: str) -> str:
    """The only thing with a label; what lists are made of counts only if nothing else has it."""
    things: dict[str, set[str]] = {}
    for part in graph.values():
        for predicate in _LABELS:
            for thing, _, label in part.values(predicate):
                if not is_iri(label):
                    things.setdefault(fold(text_of(label)), set()).add(thing)
    found = things.get(fold(named), set())
    found = {t for t in found if _kind(t) not in _MACHINERY} or found
    if len(found) == 1:
        return found.pop()
    if found:
        listed = ", ".join(sorted(map(shown, found)))
        raise UsageError(f"{named!r} may be any of {listed}")
    wanted = fold(named)
    near = [label for label in sorted(things) if wanted and wanted in label]
    near = near or difflib.get_close_matches(wanted, things, 5)
    hint = [f"{shown(min(things[label]))} ({label})" for label in near[:5]]
    raise UsageError(f"{named!r}: nothing in the graph has this label{_hint(hint)}")


def _kind(thing: str) -> str:
    return iri_of(thing).removeprefix(BASE).rpartition("/")[0].rpartition("/")[2]


def _with_predicate(triples: Sequence[Triple], named: str, subject: str) -> list[Triple]:
    """The triples whose predicate is an IRI or CURIE, or a name such as `appliedTo`."""
    known = {t[1] for t in triples}
    term = _term(named)
    chosen = {p for p in known if p == term or _words(p) == fold(_spaced(named))}
    if not chosen:
        names = {_words(p): shown(p) for p in known}
        wanted = _words(term) if term else fold(_spaced(named))
        near = [names[n] for n in difflib.get_close_matches(wanted, names, 3)]
        listed = ", ".join(near or sorted(map(shown, known)))
        raise UsageError(f"{subject} has no {named}; it has {listed}")
    return [t for t in triples if t[1] in chosen]


def _words(predicate: str) -> str:
    """`applied to` of `<…#appliedTo>`."""
    return fold(_spaced(re.split(r"[/#]", iri_of(predicate))[-1]))


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)


def _with_object(
    graph: Mapping[str, Statements], triples: Sequence[Triple], named: str
) -> list[Triple]:
    """The triples whose object is an IRI, a CURIE, the text of a literal, or has a label."""
    term = _term(named) or named
    found = [t for t in triples if t[2] == term or named in _texts_of(graph, t[2])]
    wanted = fold(named)
    found = found or [t for t in triples if wanted in map(fold, _texts_of(graph, t[2]))]
    if not found:
        names = {n: _shown(t[2]) for t in triples for n in _texts_of(graph, t[2]) or {t[2]}}
        near = [names[n] for n in difflib.get_close_matches(named, names, 3)]
        near = near or sorted(set(names.values()))[:5]
        what = f"{shown(triples[0][0])} {shown(triples[0][1])}"
        raise UsageError(f"{what} is not {named}; it is {', '.join(dict.fromkeys(near))}")
    return found


def _texts_of(graph: Mapping[str, Statements], term: str) -> set[str]:
    """What a literal says, or what a thing is called."""
    if not is_iri(term):
        return {text_of(term)}
    said = (t[2] for part in graph.values() for p in _LABELS for t in part.about(term, p))
    return {text_of(label) for label in said if not is_iri(label)}


def _hint(near: Sequence[str]) -> str:
    return f"; the nearest: {', '.join(near)}" if near else ""


# --- what is told


class _Telling:
    """Tells reasons as lines of text; what has been told before is only named again."""

    def __init__(self) -> None:
        self._told: set[object] = set()

    def lines(self, reason: Reason, indent: str) -> Iterator[str]:
        yield f"{indent}{' '.join(map(_shown, reason.triple))}"
        inner = indent + _STEP
        if reason.rule:
            yield from self._derivation(reason, inner)
        elif reason.place is None:
            yield f"{inner}{_unplaced(reason)}"
        else:
            yield f"{inner}stated at {reason.place}"
            yield from self._text(reason.place, inner + _STEP)
        for evidence in reason.evidence:
            yield f"{inner}evidence: {_cited(evidence)}"

    def _derivation(self, reason: Reason, indent: str) -> Iterator[str]:
        yield f"{indent}follows by {reason.rule}: {reason.axiom}"
        if reason.triple in self._told:
            yield f"{indent}from what is told above"
            return
        self._told.add(reason.triple)
        for premise in reason.premises:
            yield from self.lines(premise, indent + _STEP)

    def _text(self, place: Place, indent: str) -> Iterator[str]:
        key = (place.source, place.line, place.end_line)
        if key not in self._told:
            self._told.add(key)
            yield from (f"{indent}| {line}" for line in place.text.split("\n") if line)


def _unplaced(reason: Reason) -> str:
    if reason.part == "inferred":
        return "inferred, but by no rule of this version"
    if reason.part == "ontology":
        return "stated in the ontology"
    return "stated; without a table of origins its line isn't known"


def _cited(evidence: Evidence) -> str:
    where = f" ({evidence.where})" if evidence.where else ""
    return f"{evidence.source}{where}" + (f", {evidence.place}" if evidence.place else "")


def _shown(term: str) -> str:
    """A term as in Turtle: CURIEs, bare numbers."""
    if is_iri(term):
        return shown(term)
    value = python_value(term)
    return term if isinstance(value, str) else str(value)


def _cut(line: str, width: int) -> str:
    shortened = line[: width - 1] + "…" if 0 < width < len(line) else line
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in shortened)


def _record(reason: Reason) -> dict[str, object]:
    """A reason for programs; terms are N-Triples."""
    names = ("subject", "predicate", "object")
    record: dict[str, object] = dict(zip(names, reason.triple, strict=True))
    record["graph"] = reason.part
    if reason.place:
        record["place"] = _place(reason.place)
    if reason.evidence:
        record["evidence"] = [
            {"source": e.source, "where": e.where} | ({"place": _place(e.place)} if e.place else {})
            for e in reason.evidence
        ]
    if reason.rule:
        record |= {"rule": reason.rule, "axiom": reason.axiom}
        record["premises"] = list(map(_record, reason.premises))
    return record


def _place(place: Place) -> dict[str, object]:
    return {
        "source": place.source,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "text": place.text,
    }
