"""A skipped test fails where CI runs, and only there."""

from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("ci", "outcomes"), [("true", {"failed": 1, "errors": 1}), ("", {"skipped": 2})]
)
def test_a_skip_fails_in_ci(
    ci: str, outcomes: dict[str, int], pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    conftest = Path(__file__).with_name("conftest.py").read_text("utf-8")
    pytester.makeconftest(conftest.replace("pytest_plugins", "_"))
    pytester.makepyfile(
        test_one="import pytest\ndef test_it(): pytest.skip('no server')",
        test_all="import pytest\npytest.skip('no server', allow_module_level=True)",
    )
    monkeypatch.setenv("CI", ci)
    result = pytester.runpytest_inprocess(
        "-pno:hypothesispytest", "--continue-on-collection-errors"
    )
    assert {name: n for name, n in result.parseoutcomes().items() if name != "warnings"} == outcomes
