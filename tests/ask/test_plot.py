"""Pictures hold the names and numbers of their tables."""

import sys

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from awesome_rnn_kg.ask.engine import Answer
from awesome_rnn_kg.ask.errors import UsageError
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.table import Table
from awesome_rnn_kg.graph.terms import integer, literal


def texts(picture: Figure) -> list[str]:
    picture.canvas.draw()
    axes = picture.axes[0]
    ticks = [*axes.get_yticklabels(), *axes.get_xticklabels()]
    return [text.get_text() for text in [*axes.texts, *ticks]]


def test_bars(packaged: Knowledge) -> None:
    table = packaged.run("papers_by_year")
    picture = table.plot()
    widths = [bar.get_width() for bar in picture.axes[0].patches if isinstance(bar, Rectangle)]
    assert widths == list(table.column("papers"))
    assert set(map(str, table.column("year"))) <= set(texts(picture))


def test_a_matrix_adds_up(packaged: Knowledge) -> None:
    table = packaged.run("papers_by_year_and_application", within="captioning")
    picture = table.plot()
    cells = picture.axes[0].images[0].get_array()
    assert cells is not None
    numbers = [number for number in table.column("papers") if isinstance(number, int)]
    assert cells.sum() == sum(numbers)
    names = [label.get_text() for label in picture.axes[0].get_yticklabels()]
    assert names[0] == "captioning"
    assert set(names) == set(table.column("name"))


def test_pairs_of_a_kind_are_a_network(packaged: Knowledge) -> None:
    table = packaged.run("institution_collaborations", institution="Univ. Toronto")
    picture = table.plot()
    assert set(texts(picture)) >= {*table.column("first_name"), *table.column("second_name")}
    lines = [line for line in picture.axes[0].lines if np.size(line.get_xdata()) == 2]
    assert len(lines) == len(table)


def test_a_kind_may_be_asked_for(packaged: Knowledge) -> None:
    table = packaged.run("country_collaborations")
    assert table.plot("matrix").axes[0].images
    assert not table.plot("network").axes[0].images
    with pytest.raises(UsageError, match="no plot 'pie'; the plots are bars, matrix, network"):
        table.plot("pie")


@pytest.mark.parametrize(
    "table",
    [
        Table(Answer(("name",), ((literal("a"),),))),
        Table(Answer(("papers",), ((integer(1),),))),
        Table(Answer(("name", "papers"), ()), {"name": "string", "papers": "integer"}),
    ],
)
def test_what_counts_nothing_is_refused(table: Table) -> None:
    with pytest.raises(UsageError, match="bars need rows, 1 columns of names or years"):
        table.plot("bars")


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "awesome_rnn_kg.ask.plot", raising=False)
    monkeypatch.delattr("awesome_rnn_kg.ask.plot", raising=False)
    for name in [name for name in sys.modules if name.partition(".")[0] == "matplotlib"]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match=r'pip install "awesome-rnn-kg\[plot\]"'):
        Table(Answer(("papers",), ((integer(1),),))).plot()
