"""The command: a draft beside the record, in the house form, with its faults told as `check` tells them."""

from __future__ import annotations

import datetime
import json
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import SAMPLE
from tests.imports.making import workbook
from timeline import checks
from timeline.cli import selection_options
from timeline.cli.commands import timeline

TABLE = (
    "ID,Date,Title,Text,Link,Cost\n"
    "17,2024-05,The ferry stops,The ferry made its last crossing.,https://gazette.example/ferry,12\n"
    "18,5/6/2024,A regatta,,,\n"
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample record and a table, on a known day."""
    monkeypatch.setattr(selection_options, "today", lambda: datetime.date(2026, 11, 29))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SAMPLE / "data", tmp_path / "data")
    (tmp_path / "Ferry table.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(timeline, list(words))


def test_a_draft_stands_beside_the_record_which_stays_as_it_is(desk) -> None:
    before = {path: path.read_bytes() for path in (desk / "data").iterdir()}
    done = run("import", "Ferry table.csv")

    assert done.exit_code == 0, done.output
    assert {path: path.read_bytes() for path in (desk / "data").iterdir()} == before
    assert (
        (desk / "drafts/ferry-table.yaml").read_text(encoding="utf-8")
        == """\
# A draft from Ferry table.csv. What could not be carried stands above the records, with the reason.

events:
  # row 2
  # Cost: 12 – no field of a record is known by this heading; --column "Cost=FIELD" names one
  - id: the-ferry-stops
    added: 2026-11-29
    date: 2024-05
    title: The ferry stops
    claims:
      - text: The ferry made its last crossing.
        cite: gazette-ferry
    aliases: ["17"]

  # row 3
  # Date: 5/6/2024 – it can be read in more than one way; `2024-06-05` (5 June 2024) or `2024-05-06` (6 May 2024)
  - id: a-regatta
    added: 2026-11-29
    title: A regatta
    aliases: ["18"]

sources:
  # row 2
  - id: gazette-ferry
    url: https://gazette.example/ferry
"""
    )


def test_what_is_told_is_what_an_editor_has_to_do(desk) -> None:
    told = run("import", "Ferry table.csv").output

    assert told.startswith(
        "drafts/ferry-table.yaml: written, with 2 events and 1 source\n\n2 values could not be carried:"
    )
    assert "    row 3: `5/6/2024`; `2024-06-05` (5 June 2024) or `2024-05-06` (6 May 2024)\n" in told
    assert "error[missing-field]: the event has no `" in told
    assert "`timeline check --draft drafts/ferry-table.yaml` tells all of them" in told


def test_a_cell_of_several_lines_makes_no_line_of_its_own_in_what_is_told(desk) -> None:
    typed = "soon\n::error::nothing\x1b[31m"
    (desk / "Ferry table.csv").write_text(f'ID,Date,Title,Cost\n17,"{typed}",The ferry,"{typed}"\n', encoding="utf-8")

    told = run("import", "Ferry table.csv").output

    assert "::error::nothing" in told
    assert not [line for line in told.splitlines() if line.startswith(("::", "error::"))]
    assert "\x1b" not in told


def test_check_reads_a_draft_as_part_of_the_record(desk) -> None:
    run("import", "Ferry table.csv")
    done = run("check", "--draft", "drafts/ferry-table.yaml")

    assert done.exit_code == 1
    assert " --> drafts/ferry-table.yaml:" in done.output
    assert run("check").exit_code == 0
    assert "there is no file" in run("check", "--draft", "drafts/other.yaml").stderr


def test_a_mended_draft_is_moved_into_the_record(desk) -> None:
    run("import", "Ferry table.csv")
    draft = desk / "drafts/ferry-table.yaml"
    text = draft.read_text(encoding="utf-8")
    text = text.replace(
        "    title: The ferry stops\n", "    title: The ferry stops\n    kind: report\n    status: reported\n"
    )
    text = text[: text.index("  # row 3")] + text[text.index("sources:") :]
    text += "    title: The ferry\n    publisher: Gazette\n    language: en\n    kind: secondary\n"
    draft.write_text(text, encoding="utf-8")

    assert run("check", "--draft", "drafts/ferry-table.yaml").exit_code == 0
    draft.rename(desk / "data/ferry.yaml")
    assert run("check").exit_code == 0
    assert checks.read(desk / "data").timeline.event("the-ferry-stops").date.text == "2024-05"


def test_nothing_is_written_over(desk) -> None:
    run("import", "Ferry table.csv")
    before = (desk / "drafts/ferry-table.yaml").read_bytes()
    again = run("import", "Ferry table.csv")

    assert again.exit_code == 2
    assert "`drafts/ferry-table.yaml` is there already" in again.stderr
    assert (desk / "drafts/ferry-table.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["none.csv"], "there is no file `none.csv`"),
        (["Ferry table.csv", "--into", "data/new.yaml"], "would be part of the record at once"),
        (["Ferry table.csv", "--into", "new.txt"], "no name for a draft"),
        (["Ferry table.csv", "--column", "Cost"], "`--column Cost` names no field"),
        (["Ferry table.csv", "--column", "Price=title"], "no column is called `Price`"),
        (["Ferry table.csv", "--column", "Cost=price"], "there is no field `price` for a column"),
        (["Ferry table.csv", "--encoding", "klingon"], "no encoding is called `klingon`"),
    ],
)
def test_a_slip_is_named_and_nothing_is_written(desk, words, sentence) -> None:
    done = run("import", *words)

    assert done.exit_code == 2
    assert sentence in done.stderr
    assert not (desk / "drafts").exists()


def test_programs_get_every_value_with_its_place(desk) -> None:
    told = json.loads(run("import", "Ferry table.csv", "--format", "json").stdout)

    assert told["draft"] == "drafts/ferry-table.yaml"
    assert {name: number for name, number in told["records"].items() if number} == {"events": 2, "sources": 1}
    assert [(each["where"], each["field"], each["value"]) for each in told["left"]] == [
        ("row 2", "Cost", "12"), ("row 3", "Date", "5/6/2024"),
    ]  # fmt: skip
    assert {each["file"] for each in told["problems"]} == {"drafts/ferry-table.yaml"}


def test_what_brings_nothing_new_becomes_no_draft(desk) -> None:
    run("export", "json", "-o", "record.json")
    done = run("import", "record.json")

    assert done.exit_code == 0
    assert done.output.startswith("record.json: nothing in it became part of a draft, and nothing was written")
    assert not (desk / "drafts").exists()


def test_a_whole_record_begins_a_new_one(desk) -> None:
    run("export", "csv", "-o", "tables/")
    done = run("import", "tables/data", "--data", "new", "--into", "new-draft.yaml")

    assert done.exit_code == 0, done.output
    assert run("check", "new", "--draft", "new-draft.yaml").exit_code == 0


@pytest.mark.parametrize(
    ("name", "raw", "library"),
    [("a.xlsx", workbook([["Title"], ["x"]]), "openpyxl"), ("a.bib", b"@misc{a, title={b}}", "pybtex.database")],
)
def test_a_library_that_is_not_there_is_named_with_the_way_to_it(desk, monkeypatch, name, raw, library) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    (desk / name).write_bytes(raw)
    done = run("import", name)

    assert done.exit_code == 2
    assert "a library that is not installed" in done.stderr
    assert "pip install 'sourced-timeline[import]'" in done.stderr
