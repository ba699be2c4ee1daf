"""Pictures hold the names and numbers of their tables."""

import subprocess
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


def bars(picture: Figure) -> list[Rectangle]:
    return [bar for bar in picture.axes[0].patches if isinstance(bar, Rectangle)]


def test_years_are_columns_in_order(packaged: Knowledge) -> None:
    table = packaged.run("papers_by_year")
    columns = bars(table.plot())
    places = [column.get_x() + column.get_width() / 2 for column in columns]
    assert np.allclose(places, sorted(int(str(year)) for year in table.column("year")))
    assert [c.get_height() for c in columns] == list(table.column("papers"))


def test_names_are_bars(packaged: Knowledge) -> None:
    table = packaged.run("datasets_used_by_papers")
    picture = table.plot()
    assert [bar.get_width() for bar in bars(picture)] == list(table.column("papers"))
    assert set(table.column("title")) <= set(texts(picture))


def test_what_counts_nothing_but_is_dated_is_counted_by_year() -> None:
    a, b = "<http://example.org/a>", "<http://example.org/b>"
    rows = ((a, integer(2014)), (a, integer(2014)), (b, integer(2014)), (b, integer(2016)))
    picture = Table(Answer(("paper", "year"), rows)).plot()
    assert [bar.get_height() for bar in bars(picture)] == [2, 1]
    assert picture.axes[0].get_ylabel() == "papers"


def test_one_year_makes_a_readable_axis() -> None:
    rows = (("<http://example.org/a>", integer(2015)),)
    picture = Table(Answer(("paper", "year"), rows)).plot()
    ticks = picture.axes[0].get_xticks()
    assert all(float(tick).is_integer() for tick in ticks)
    assert bars(picture)[0].get_width() < 1


def test_lines_and_places_are_not_added_up(packaged: Knowledge) -> None:
    with pytest.raises(UsageError, match="nothing to plot: bars need rows and years, or counts"):
        packaged.run("places_in_list").plot()


def test_what_belongs_to_one_thing_is_no_second_category(packaged: Knowledge) -> None:
    picture = packaged.run("institutions").plot()
    assert not picture.axes[0].images


def test_a_notebook_shows_the_picture_without_pyplot() -> None:
    code = (
        "import sys, awesome_rnn_kg as kg\n"
        "picture = kg.load().run('papers_by_year').plot()\n"
        "print(picture._repr_png_()[:4], 'matplotlib.pyplot' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "b'\\x89PNG' False\n"


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
    with pytest.raises(UsageError, match="bars need rows and years, or counts of names"):
        table.plot("bars")


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "awesome_rnn_kg.ask.plot", raising=False)
    monkeypatch.delattr("awesome_rnn_kg.ask.plot", raising=False)
    for name in [name for name in sys.modules if name.partition(".")[0] == "matplotlib"]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match=r'pip install "awesome-rnn-kg\[plot\]"'):
        Table(Answer(("papers",), ((integer(1),),))).plot()
