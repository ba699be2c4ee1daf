"""A difference told: as text, as Markdown for a pull request, as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from ..resolve.keys import name_key
from ..text.render.text import visible
from ..text.terminal import PLAIN, Style
from .diff import ADDED, CHANGED, MOVED, REMOVED, RENAMED, Change, Difference

_COLORS = {ADDED: "\x1b[32m", REMOVED: "\x1b[31m"}
_SIGNS = {ADDED: "+", REMOVED: "-"}
_ORDER = {how: number for number, how in enumerate((ADDED, REMOVED, MOVED, RENAMED, CHANGED))}
_SPECIAL = "\\`*_{}[]<>|~#&$"


def text(difference: Difference, style: Style = PLAIN) -> str:
    """One line a work or heading that came or went; the others with a line for each change."""
    if not difference.changes:
        return f"{_nothing(difference)}\n"
    lines = [summary(difference), ""]
    for changes in _by_subject(difference):
        how = changes[0].how
        head = f"{_SIGNS.get(how, '~')} {changes[0].about} {_quoted(changes[0].name)}"
        if how in _SIGNS:
            lines.append(style.paint(visible(head + _where(changes[0])), _COLORS[how]))
        else:
            lines += [visible(head), *(f"    {visible(_words(change, str))}" for change in changes)]
    return "".join(f"{line}\n" for line in lines)


def markdown(difference: Difference) -> str:
    """A heading with counts, and a list of the changes; nothing in it mentions anybody."""
    if not difference.changes:
        return f"{_nothing(difference)}\n"
    lines = [f"**{summary(difference)}**", ""]
    for changes in _by_subject(difference):
        first = changes[0]
        name = f"{first.about} **{_plain(first.name)}**"
        if first.how in _SIGNS:
            lines.append(f"- {first.how}: {name}{_plain(_where(first))}")
        else:
            lines.append(f"- {name}")
            lines += [f"  - {_words(change, _plain)}" for change in changes]
    return "".join(f"{line}\n" for line in lines)


def as_json(difference: Difference) -> str:
    """`counts`, `changes` (each with about, name, iri, how, field, old, new), and `triples`."""
    record = {
        "counts": difference.counts,
        "triples": difference.triples,
        "changes": [asdict(change) for change in difference.changes],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def summary(difference: Difference) -> str:
    """`2 papers added, 1 section renamed`."""
    counts = sorted(difference.counts.items(), key=lambda item: _ORDER[item[0].split()[-1]])
    return ", ".join(f"{number} {_plural(what, number)}" for what, number in counts)


def _plural(what: str, number: int) -> str:
    about, how = what.rsplit(" ", 1)
    if number == 1 or about == "software":
        return what
    special = {"thesis": "theses", "documentation": "documentation", "person": "people"}
    return f"{special.get(about, about + 's')} {how}"


def _nothing(difference: Difference) -> str:
    if not difference.triples:
        return "No difference."
    return (
        f"No difference in what is said; {difference.triples} triples differ"
        " (lines, positions, printed labels, evidence)."
    )


def _by_subject(difference: Difference) -> Iterator[list[Change]]:
    """The changes of each work, heading or thing together; first what came, then what went."""
    found: dict[tuple[str, ...], list[Change]] = {}
    for change in difference.changes:
        alone = (change.how,) if change.how in _SIGNS else ()
        found.setdefault((change.about, change.iri, change.name, *alone), []).append(change)
    yield from sorted(found.values(), key=lambda changes: _ORDER[changes[0].how])


def _where(change: Change) -> str:
    """In which places something stands that came or went; of a heading, the name says it."""
    if change.about in ("section", "group"):
        return ""
    places = change.new or change.old
    return f", in {' and '.join(places)}" if places else ""


def _quoted(name: str) -> str:
    return f"“{name}”"


def _words(change: Change, shown: Callable[[str], str]) -> str:
    """One change in words; `shown` makes values safe."""
    if change.how in (MOVED, RENAMED):
        old, new = (shown(", ".join(values)) for values in (change.old, change.new))
        return f"{change.how} from {old} to {new}"
    if change.field == "place":
        verb, places = ("also listed in", change.new) if change.new else ("gone from", change.old)
        return f"{verb} {shown(', '.join(places))}"
    if change.field == "authors":
        return f"authors: {'; '.join(map(shown, _authors(change.old, change.new)))}"
    return f"{change.field}: {_values(change, shown)}"


def _values(change: Change, shown: Callable[[str], str]) -> str:
    old, new = (", ".join(map(shown, values)) for values in (change.old, change.new))
    if old and new:
        return f"{old} → {new}"
    return f"added {new}" if new else f"removed {old}"


def _authors(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Who is new, who is gone, who is printed in another way, and whether the order changed."""
    gone, come = list((Counter(old) - Counter(new)).elements()), Counter(new) - Counter(old)
    anew: dict[str, str] = {}
    for name in gone:
        other = next((n for n in come if come[n] and _surname(n) == _surname(name)), None)
        if other:
            anew[name] = other
            come[other] -= 1
            yield f"{name} → {other}"
    if added := list(come.elements()):
        yield f"added {', '.join(added)}"
    if removed := [name for name in gone if name not in anew]:
        yield f"removed {', '.join(removed)}"
    kept = [anew.get(name, name) for name in old]
    if [n for n in kept if n in new] != [n for n in new if n in kept]:
        yield f"now in the order {', '.join(new)}"


def _surname(name: str) -> str:
    return (name_key(name).split() or [""])[-1]


def _plain(text: str) -> str:
    """Text in Markdown that is nothing but text: no mark-up, no HTML, nobody mentioned."""
    one_line = " ".join(visible(text).split())
    escaped = "".join(f"\\{c}" if c in _SPECIAL else c for c in one_line)
    return escaped.replace("@", "@<!-- -->").replace("://", ":<!-- -->//")
