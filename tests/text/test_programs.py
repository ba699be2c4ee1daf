"""Reports for programs: JSON, JUnit, SARIF."""

import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from awesome_rnn_kg.text.diagnostics import Edit
from awesome_rnn_kg.text.renderers import RENDERERS
from awesome_rnn_kg.text.report import Report
from awesome_rnn_kg.text.source import source_from_text

from .reports import many, moved, one

HOSTILE = "\"<>&'\x00\x1b\n]]> \ud7ff\uffff 语"


def sarif(report: Report) -> Any:
    return json.loads(RENDERERS["sarif"](report))


def test_json_is_the_documented_list() -> None:
    assert json.loads(RENDERERS["json"](one("# A\n* ⟦x⟧", hint="mend it"))) == [
        {
            "code": "RNN201",
            "name": "bad-error",
            "severity": "error",
            "message": "is wrong",
            "hint": "mend it",
            "path": "list.md",
            "line": 2,
            "column": 3,
            "end_line": 2,
            "end_column": 4,
        }
    ]


@pytest.mark.parametrize("form", RENDERERS)
def test_nothing_found_is_a_report_too(form: str) -> None:
    source = source_from_text("# A\n")
    shown = RENDERERS[form](Report((), {"list.md": source}))
    expected = {"text": "", "github": "", "json": "[]\n"}
    assert shown == expected.get(form, shown)
    assert form in expected or "list.md" in shown or json.loads(shown)["runs"][0]["results"] == []


def test_junit_counts_and_names() -> None:
    root = ET.fromstring(RENDERERS["junit"](many("error", "info")))  # noqa: S314
    assert root.attrib == {
        "name": "awesome-rnn-kg", "tests": "2", "failures": "2", "errors": "0",
    }  # fmt: skip
    (suite,) = root
    assert [case.attrib["line"] for case in suite] == ["1", "2"]
    assert [case[0].attrib["type"] for case in suite] == ["error", "info"]


def test_a_clean_file_passes_in_junit() -> None:
    report = Report((), {"list.md": source_from_text("# A\n")})
    root = ET.fromstring(RENDERERS["junit"](report))  # noqa: S314
    assert root.find("testsuite/testcase/failure") is None
    assert len(root.findall("testsuite/testcase")) == 1


def test_junit_is_xml_whatever_a_list_holds() -> None:
    report = moved(one("⟦x⟧", message=HOSTILE, hint=HOSTILE), '<a"&>.md')
    root = ET.fromstring(RENDERERS["junit"](report))  # noqa: S314
    (failure,) = root.iter("failure")
    assert "]]>" in str(failure.text)
    assert root[0].attrib["name"] == '<a"&>.md'


def test_sarif_has_what_the_schema_requires() -> None:
    report = many("error", "warning", "info", "error")
    document = sarif(report)
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [r["id"] for r in rules] == ["RNN102", "RNN201", "RNN204"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert [r["level"] for r in run["results"]] == ["error", "warning", "note", "error"]
    assert {r["defaultConfiguration"]["level"] for r in rules} <= {"error", "warning", "note"}
    assert all(r["message"]["text"] and r["locations"] for r in run["results"])


def test_a_sarif_region_is_the_span() -> None:
    (result,) = sarif(one("# A\n* ⟦语x⟧ y"))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 5,
        "snippet": {"text": "语x"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "uri"),
    [("a b/ü#.md", "a%20b/%C3%BC%23.md"), ("/tmp/list.md", "file:///tmp/list.md")],  # noqa: S108
)
def test_a_sarif_location_is_a_uri(path: str, uri: str) -> None:
    (result,) = sarif(moved(one("⟦x⟧"), path))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def marks(report: Report) -> list[str]:
    return [r["partialFingerprints"]["findingHash/v1"] for r in sarif(report)["runs"][0]["results"]]


def test_fingerprints_outlive_edits_elsewhere() -> None:
    before = marks(one("* a ⟦x⟧ b\n"))
    assert marks(one("# new\n\n\n  * a ⟦x⟧ b\n")) == before
    assert marks(moved(one("* a ⟦x⟧ b\n"), "other/folder/list.md")) == before
    assert marks(one("* a ⟦x⟧ b\n", message="as on line 7")) == before
    assert marks(one("* a ⟦x⟧ c\n")) != before
    assert marks(one("* a ⟦x⟧ b\n", severity="warning")) != before


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    source = source_from_text("* x\n* x\n")
    rule = one("⟦x⟧").diagnostics[0].rule
    found = tuple(rule.at(source.line_span(n), "is wrong") for n in (1, 2))
    assert len({*marks(Report(found, {source.path: source}))}) == 2


def test_a_finding_without_its_text_has_a_stable_fingerprint() -> None:
    assert marks(Report(one("⟦x⟧").diagnostics)) == marks(Report(one("\n\n⟦x⟧").diagnostics))


def with_edits() -> Report:
    """A finding whose repair changes two places of the list, and another file."""
    (found,) = one("# A\n* ⟦x⟧, y\n", hint="mend it").diagnostics
    spans = [found.span._replace(line=1, end_line=1), found.span]
    edits = [Edit(span, "Z\n") for span in [*spans, found.span._replace(path="other.md")]]
    return Report((found._replace(edits=tuple(edits)),))


def test_json_says_what_can_be_mended() -> None:
    (record,) = json.loads(RENDERERS["json"](with_edits()))
    place = {"path": "list.md", "line": 2, "column": 3, "end_line": 2, "end_column": 4}
    assert record["edits"] == [
        {**place, "line": 1, "end_line": 1, "text": "Z\n"},
        {**place, "text": "Z\n"},
        {**place, "path": "other.md", "text": "Z\n"},
    ]


def test_sarif_says_what_can_be_mended() -> None:
    (result,) = sarif(with_edits())["runs"][0]["results"]
    (fix,) = result["fixes"]
    assert fix["description"] == {"text": "mend it"}
    first, second = fix["artifactChanges"]
    assert first["artifactLocation"] == {"uri": "list.md"}
    assert [r["deletedRegion"]["startLine"] for r in first["replacements"]] == [1, 2]
    assert second["artifactLocation"] == {"uri": "other.md"}
    assert second["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 4},
            "insertedContent": {"text": "Z\n"},
        }
    ]
    (other,) = sarif(one("⟦x⟧"))["runs"][0]["results"]
    assert "fixes" not in other


REPORTS = [
    many("error", "warning", "info"),
    one("⟦x\ny⟧", message=HOSTILE),
    Report(()),
    replace(many("error"), version="1.0", root=Path("/tmp")),  # noqa: S108
    with_edits(),
]


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    """The schema of SARIF 2.1.0, as published by OASIS."""
    text = Path(__file__).with_name("sarif-2.1.0.json").read_text("utf-8")
    return Draft202012Validator(json.loads(text))


@pytest.mark.parametrize("report", REPORTS)
def test_sarif_satisfies_its_schema(report: Report, schema: Draft202012Validator) -> None:
    schema.validate(sarif(report))


def test_the_schema_finds_a_mistake(schema: Draft202012Validator) -> None:
    text = RENDERERS["sarif"](with_edits())
    assert not schema.is_valid(json.loads(text.replace('"fixes"', '"fixs"')))


@pytest.mark.external
def test_sarif_satisfies_github(tmp_path: Path) -> None:
    npx = shutil.which("npx")
    assert npx, "needs npm"
    files = [tmp_path / f"{n}.sarif" for n in range(len(REPORTS))]
    for file, report in zip(files, REPORTS, strict=True):
        file.write_text(RENDERERS["sarif"](report), "utf-8")
    broken = tmp_path / "broken.sarif"
    broken.write_text(files[0].read_text("utf-8").replace('"message"', '"massage"'), "utf-8")
    assert ": error " not in _validated(npx, *files, cwd=tmp_path)
    assert ": error JSON1002: " in _validated(npx, broken, cwd=tmp_path)


def _validated(npx: str, *files: Path, cwd: Path) -> str:
    tool = (npx, "--yes", "@microsoft/sarif-multitool@5.7.0", "validate")
    done = subprocess.run(
        [*tool, *map(str, files)], cwd=cwd, capture_output=True, text=True, check=True
    )
    assert f"{len(files)} files scanned" in done.stdout
    return done.stdout
