"""Pictures of tables: bars for counts, a matrix for two categories, a network for pairs.

The category columns of a table are its columns of strings, or its columns of IRIs if it has none,
and then its years. Its value is the first column of whole numbers that count something; without
one, what the first column of IRIs names is counted by year.
"""

from collections import Counter
from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from awesome_rnn_kg.ask.errors import UsageError

try:
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator
except ModuleNotFoundError as error:
    if error.name not in ("matplotlib", "matplotlib.figure"):
        raise
    raise ImportError('a plot needs matplotlib: pip install "awesome-rnn-kg[plot]"') from None

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from awesome_rnn_kg.ask.table import Table

KINDS = ("bars", "matrix", "network")
NO_COUNTS = frozenset(("delay", "distance", "line", "ordinal", "position", "step"))
"""Columns of whole numbers, alone or after `first_` and the like, whose sums say nothing."""
MOST = 30
"""How many categories an axis, or how many nodes a network, shows: those with the highest sums."""

_LEVEL = 45
"""How many characters of names fit side by side under a matrix."""
_INK, _LINE = "#1f5f8b", "#9bb8cc"


class Picture(Figure):
    """A figure that a notebook shows also where pyplot has not been imported."""

    def _repr_png_(self) -> bytes:
        from io import BytesIO

        file = BytesIO()
        self.savefig(file, format="png")
        return file.getvalue()


class _Counts(NamedTuple):
    """Sums of the value by categories, and what the value and the categories are called."""

    value: str
    categories: tuple[str, ...]
    sums: Counter[tuple[str, ...]]


def figure(table: "Table", kind: str = "") -> Picture:
    """A matplotlib figure of a table that counts something; by default the kind that fits.

    UsageError says what a table lacks for it.
    """
    if kind not in ("", *KINDS):
        raise UsageError(f"there is no plot {kind!r}; the plots are {', '.join(KINDS)}")
    categories, value = _columns(table)
    kind = kind or _fitting(table, categories)
    wanted = 1 if kind == "bars" else 2
    if not len(table) or len(categories) < wanted:
        lacking = "counts of pairs" if wanted > 1 else "years, or counts of names"
        raise UsageError(f"nothing to plot: {kind} need rows and {lacking}")
    counts = _summed(table, categories[:wanted], value) if value else _by_year(table)
    picture = Picture(figsize=_size(kind, counts), layout="constrained")
    {"bars": _bars, "matrix": _matrix, "network": _network}[kind](picture.add_subplot(), counts)
    return picture


def _size(kind: str, counts: _Counts) -> tuple[float, float]:
    """Width and height in inches, with room for a line of text a row and for slanted names."""
    if kind == "network":
        return 9.0, 9.0
    if counts.categories == ("year",):
        return 8.0, 3.6
    rows = counts.categories[:1] == ("year",) and kind == "matrix"
    height = 0.8 + 0.26 * len(_highest(counts, 1 if rows else 0))
    return 8.0, height + (0.0 if kind == "bars" or "year" in counts.categories else 2.2)


def _columns(table: "Table") -> tuple[list[str], str]:
    """The category columns, and the value column or ""."""
    whole = [name for name in table.columns if table.type_of(name) == "integer"]
    years = [name for name in whole if name == "year"]
    values = [n for n in whole if n.rpartition("_")[2] not in NO_COUNTS | {"year"}]
    if not values:
        return (years if table.iri_columns else []), ""
    texts = [name for name in table.columns if table.type_of(name) == "string"]
    return (texts or list(table.iri_columns)) + years, values[0]


def _fitting(table: "Table", categories: list[str]) -> str:
    if len(categories) < 2:
        return "bars"
    kinds = [
        {str(thing).rpartition("/")[0] for thing in table.column(c)} for c in table.iri_columns
    ]
    if len(kinds) == 2 and kinds[0] == kinds[1] and len(categories) == 2:
        return "network"
    first, second = map(table.column, categories[:2])
    # What belongs to each first thing alone, such as its city, is no second category.
    return "matrix" if len(set(zip(first, second, strict=True))) > len(set(first)) else "bars"


def _summed(table: "Table", categories: list[str], value: str) -> _Counts:
    sums: Counter[tuple[str, ...]] = Counter()
    columns = [table.column(name) for name in categories]
    labels = table.labels if set(categories) & set(table.iri_columns) else {}
    for *names, number in zip(*columns, table.column(value), strict=True):
        key = tuple(labels.get(str(name), str(name)) for name in names)
        sums[key] += number if isinstance(number, int) else 0
    return _Counts(value, tuple(categories), sums)


def _by_year(table: "Table") -> _Counts:
    """How many things of the first column of IRIs each year has."""
    things = table.iri_columns[0]
    dated = {*zip(table.column("year"), table.column(things), strict=True)}
    sums: Counter[tuple[str, ...]] = Counter()
    sums.update((str(year),) for year, _ in dated if year is not None)
    return _Counts(f"{things}s", ("year",), sums)


def _highest(counts: _Counts, place: int) -> list[str]:
    """The categories of one place with the highest sums: years in order, names by sum."""
    totals: Counter[str] = Counter()
    for key, number in counts.sums.items():
        totals[key[place]] += number
    best = sorted(totals, key=lambda name: (-totals[name], name))[:MOST]
    return sorted(best) if counts.categories[place] == "year" else best


def _bars(axes: "Axes", counts: _Counts) -> None:
    axes.spines[["top", "right"]].set_visible(False)
    if counts.categories == ("year",):
        _columns_of_years(axes, counts)
        return
    names = _highest(counts, 0)
    bars = axes.barh(range(len(names)), [counts.sums[name,] for name in names], color=_INK)
    axes.bar_label(bars, padding=3)
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    axes.set_xlabel(counts.value)


def _columns_of_years(axes: "Axes", counts: _Counts) -> None:
    """One column a year; years without any leave a gap."""
    years = sorted(int(year) for (year,) in counts.sums)
    bars = axes.bar(years, [counts.sums[str(year),] for year in years], color=_INK)
    axes.bar_label(bars, padding=2)
    middle, half = (years[0] + years[-1]) / 2, max(years[-1] - years[0] + 2, 6) / 2
    axes.set_xlim(middle - half, middle + half)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlabel("year")
    axes.set_ylabel(counts.value)
    axes.margins(y=0.12)


def _matrix(axes: "Axes", counts: _Counts) -> None:
    flipped = counts.categories[0] == "year"
    rows, columns = _highest(counts, int(flipped)), _highest(counts, int(not flipped))
    cells = [[counts.sums[(c, r) if flipped else (r, c)] for c in columns] for r in rows]
    axes.imshow(cells, cmap="Blues", aspect="auto")
    highest = max(map(max, cells))
    for y, row in enumerate(cells):
        for x, number in enumerate(row):
            if number:
                shade = "white" if number > highest / 2 else "black"
                axes.text(x, y, str(number), ha="center", va="center", color=shade)
    axes.set_yticks(range(len(rows)), rows)
    axes.set_xticks(range(len(columns)), columns)
    if sum(map(len, columns)) > _LEVEL:
        for label in axes.get_xticklabels():
            label.set(rotation=60, ha="right", rotation_mode="anchor")
    axes.set_title(counts.value)


def _network(axes: "Axes", counts: _Counts) -> None:
    totals: Counter[str] = Counter()
    for pair, number in counts.sums.items():
        totals.update(dict.fromkeys(pair, number))
    best = set(sorted(totals, key=lambda name: (-totals[name], name))[:MOST])
    names = sorted({name for pair in counts.sums if best.issuperset(pair) for name in pair})
    angles = {name: 2 * pi * i / len(names) for i, name in enumerate(names)}
    for (first, second), number in sorted(counts.sums.items()):
        if first in angles and second in angles:
            ends = angles[first], angles[second]
            width = 0.8 + 1.2 * number
            axes.plot([cos(a) for a in ends], [sin(a) for a in ends], color=_LINE, lw=width)
    for name, angle in angles.items():
        axes.plot(cos(angle), sin(angle), "o", color=_INK, ms=5 + 2 * totals[name] ** 0.5)
        left = cos(angle) < 0
        degrees = angle * 180 / pi + (180 if left else 0)
        axes.text(
            1.06 * cos(angle), 1.06 * sin(angle), name, rotation=degrees, va="center",
            ha="right" if left else "left", rotation_mode="anchor",
        )  # fmt: skip
    axes.set(xlim=(-1.9, 1.9), ylim=(-1.9, 1.9), aspect="equal")
    axes.set_title(counts.value, loc="left")
    axes.set_axis_off()
