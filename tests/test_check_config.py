"""What configuration files say, and who has the last word."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from awesome_rnn_kg import check, compiler
from awesome_rnn_kg.config import Config, config_for
from awesome_rnn_kg.graph.build import Build
from awesome_rnn_kg.text.source import InputError

from .checking import Run, install

LIST = "# Reading list\n\n* Ann Lee and Bo Chen, *Atention*, arXiv:1511.02301..\n"


@pytest.fixture(scope="module")
def knowhow() -> Callable[..., object]:
    """What compiling starts from, read once for all tests of this file."""
    return cache(compiler.load_knowhow)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knowhow: Callable[..., object]) -> Path:
    """A folder with a list two folders below; a repository, so that nothing above is looked at."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(compiler, "load_knowhow", knowhow)
    monkeypatch.setattr(Build, "ask", lambda *_: list)  # shapes take their time
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs" / "lists").mkdir(parents=True)
    (tmp_path / "docs" / "lists" / "list.md").write_text(LIST)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    install(monkeypatch)
    return Run(capsys)


WHERE = ("docs/lists/", "docs/", "")
FORMS = (("awesome-rnn-kg.toml", ""), ("pyproject.toml", "[tool.awesome-rnn-kg]\n"))
SOURCE = Path("docs/lists/list.md")
ONE = "0 errors, 1 warning, 0 infos; with a repair (--fix): 1\n"


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize(("name", "table"), FORMS)
def test_a_file_beside_or_above_the_list_is_found(
    folder: Path, where: str, name: str, table: str
) -> None:
    (folder / where / name).write_text(
        f'{table}slug = "a-list"\nselect = ["RNN2"]\nignore = ["typo"]\nfail-on = "info"\n'
        'baseline = "known.tsv"\nauthorities = ["people.ttl"]\niris = "iris.tsv"\n'
    )
    base = folder / where
    for source in (SOURCE, folder / SOURCE, Path("docs/lists/../lists/list.md")):
        assert config_for(source) == Config(
            file=where + name,
            slug="a-list",
            select=("RNN2",),
            ignore=("typo",),
            fail_on="info",
            baseline=base / "known.tsv",
            authorities=(base / "people.ttl",),
            iris=base / "iris.tsv",
        )


def test_the_nearest_file_holds_and_it_alone(folder: Path) -> None:
    (folder / "awesome-rnn-kg.toml").write_text('slug = "far"\nselect = ["RNN2"]\n')
    (folder / "docs/pyproject.toml").write_text('[tool.awesome-rnn-kg]\nslug = "near"\n')
    assert config_for(SOURCE) == Config(file="docs/pyproject.toml", slug="near")
    (folder / "docs/awesome-rnn-kg.toml").write_text("")
    assert config_for(SOURCE) == Config(file="docs/awesome-rnn-kg.toml")


@pytest.mark.parametrize(
    "text", ["", '[project]\nname = "x"\n', "[tool.ruff]\nx = 1\n", "tool = 1\n"]
)
def test_a_project_that_says_nothing_of_lists_is_passed_over(folder: Path, text: str) -> None:
    (folder / "docs/pyproject.toml").write_text(text)
    (folder / "awesome-rnn-kg.toml").write_text('slug = "far"\n')
    assert config_for(SOURCE).slug == "far"


@pytest.mark.parametrize(
    ("where", "lists", "slug"),
    [
        ("docs/lists/", ["list.md"], "mine"),
        ("docs/lists/", ["other.md"], ""),
        ("docs/", ["lists/list.md"], "mine"),
        ("docs/", ["list.md"], ""),
        ("", ["a.md", "docs/lists/list.md"], "mine"),
    ],
)
def test_a_file_may_be_for_some_lists(
    folder: Path, where: str, lists: list[str], slug: str
) -> None:
    (folder / where / "awesome-rnn-kg.toml").write_text(f'lists = {lists}\nslug = "mine"\n')
    assert config_for(SOURCE).slug == slug


def test_above_the_repository_nothing_is_looked_at(folder: Path) -> None:
    (folder / "awesome-rnn-kg.toml").write_text('slug = "far"\n')
    (folder / "docs" / ".git").write_text("gitdir: elsewhere\n")
    assert config_for(SOURCE) == Config()


@pytest.mark.parametrize(("name", "table"), FORMS)
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nothing = 1", "unknown key 'nothing'; known are lists, slug, home"),
        ("select = 'RNN2'", "select must be a list of strings"),
        ("ignore = [2]", "ignore must be a list of strings"),
        ("fail-on = 'bad'", "fail-on 'bad' must be one of error, warning, info, never"),
        ("baseline = true", "baseline must be a string"),
    ],
)
def test_a_wrong_value_is_told_with_file_and_line(
    folder: Path, name: str, table: str, text: str, said: str
) -> None:
    (folder / name).write_text(f"# lists\n{table}slug = 'x'\n{text}\n")
    line = 4 if table else 3
    with pytest.raises(InputError) as told:
        config_for(SOURCE)
    assert str(told.value).startswith(f"{name}:{line}: {said}")


@pytest.mark.parametrize(
    ("text", "said"),
    [("[tool", "pyproject.toml: is not TOML: "), ("tool.awesome-rnn-kg = 1", "must be a table")],
)
def test_a_broken_project_file_is_told(folder: Path, text: str, said: str) -> None:
    (folder / "pyproject.toml").write_text(text)
    with pytest.raises(InputError, match=said):
        config_for(SOURCE)


@pytest.mark.parametrize("key", ["select", "ignore"])
def test_a_code_that_no_rule_has_is_told(run: Run, folder: Path, key: str) -> None:
    (folder / "awesome-rnn-kg.toml").write_text(f'{key} = ["RNN1", "RNN999"]\n')
    assert f"awesome-rnn-kg.toml: {key}: RNN999: no such rule" in run.refused("check", SOURCE)
    assert run("check", SOURCE, f"--{key}", "RNN190") == 0


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("", [], (0, {"RNN190", "RNN191"})),
        ('fail-on = "warning"', [], (1, {"RNN190", "RNN191"})),
        ('fail-on = "warning"', ["--fail-on", "error"], (0, {"RNN190", "RNN191"})),
        ('select = ["typo"]', [], (0, {"RNN191"})),
        ('select = ["typo"]', ["--select", "RNN190"], (0, {"RNN190"})),
        ('select = ["typo"]', ["--select", ""], (0, {"RNN190", "RNN191"})),
        ('ignore = ["typo"]\nfail-on = "warning"', [], (0, {"RNN190"})),
        ('ignore = ["typo"]', ["--ignore", "RNN190"], (0, {"RNN191"})),
        ('ignore = ["typo"]\nselect = ["RNN1"]', [], (0, {"RNN190"})),
    ],
)
def test_the_command_line_wins(
    run: Run, folder: Path, text: str, words: list[str], told: tuple[int, set[str]]
) -> None:
    (folder / "awesome-rnn-kg.toml").write_text(text)
    code = run("check", SOURCE, *words)
    assert (code, {c for c in ("RNN190", "RNN191", "RNN192") if c in run.out}) == told


def test_each_list_is_judged_by_its_own_file(run: Run, folder: Path) -> None:
    (folder / "other.md").write_text(LIST)
    (folder / "docs/awesome-rnn-kg.toml").write_text('ignore = ["RNN191"]\nfail-on = "info"\n')
    (folder / "awesome-rnn-kg.toml").write_text('ignore = ["RNN190"]\n')
    assert run("check", SOURCE, "other.md") == 1
    assert "docs/lists/list.md:3:52: info[RNN190]" in run.out
    assert "other.md:3:25: warning[RNN191]" in run.out
    assert run.err == "0 errors, 1 warning, 1 info; with a repair (--fix): 2\n"
    assert run("check", "other.md") == 0


def test_a_baseline_of_a_file_stands_beside_it(run: Run, folder: Path) -> None:
    (folder / "docs/awesome-rnn-kg.toml").write_text('baseline = "known.tsv"\n')
    assert run("check", SOURCE) == 0
    assert run.err == "docs/known.tsv: written; findings: 2\n0 errors, 0 warnings, 0 infos\n"
    (folder / SOURCE).write_text(f"{LIST}* Eve Fox, *Atention*, ICML 2015\n")
    assert run("check", SOURCE) == 0
    assert run.err == "docs/known.tsv: findings: 2, gone: 0\n" + ONE
    assert run("check", SOURCE, "--baseline", "other.tsv") == 0
    assert (folder / "other.tsv").read_text().count("\n") == 4


def test_lists_may_share_a_baseline(run: Run, folder: Path) -> None:
    (folder / "other.md").write_text(LIST.replace("..", "."))
    (folder / "docs/awesome-rnn-kg.toml").write_text('ignore = ["RNN190"]\n')
    words: list[str | Path] = ["check", SOURCE, "other.md", "--baseline", "known.tsv"]
    assert run(*words) == 0
    assert "known.tsv: written; findings: 3\n" in run.err
    assert run(*words) == 0
    assert run.err == "known.tsv: findings: 3, gone: 0\n0 errors, 0 warnings, 0 infos\n"


def test_repairs_follow_the_configuration(run: Run, folder: Path) -> None:
    (folder / "awesome-rnn-kg.toml").write_text('ignore = ["RNN190"]\n')
    assert run("check", SOURCE, "--fix") == 0
    assert (folder / SOURCE).read_text() == LIST.replace("Atention", "Attention")


def test_every_rule_can_be_named(run: Run) -> None:
    rules = check.all_rules()
    assert run("check", SOURCE, "--select", ",".join(r.code for r in rules)) == 0
    assert run("check", SOURCE, "--ignore", ",".join(r.name for r in rules)) == 0
    assert run.out == ""
