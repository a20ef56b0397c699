"""`timeline check`: what fails it, which day counts as today, and what programs and terminals get."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import GOLDEN, run
from timeline.cli import check

pytestmark = pytest.mark.usefixtures("beside_the_records")
ROOT = Path(__file__).parents[2]


def test_the_record_of_this_repository_has_no_faults() -> None:
    assert run(f"check {shlex.quote(str(ROOT / 'data'))}").exit_code == 0


def test_the_folder_data_is_checked_when_none_is_named(tmp_path, monkeypatch) -> None:
    shutil.copytree(GOLDEN / "bridge", tmp_path / "data")
    monkeypatch.chdir(tmp_path)

    done = run("check")

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("no problems in 3 events, 4 sources and 6 claims")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("check bridge", 0),
        ("check bridge --strict --notes", 0),
        ("check unfinished", 0),
        ("check unfinished --strict", 1),
        ("check faulty", 1),
        ("check faulty --format json", 1),
        ("check unfinished --format json", 0),
    ],
)
def test_errors_fail_and_warnings_only_when_strict(command, code) -> None:
    assert run(command).exit_code == code


def test_programs_get_nothing_but_json() -> None:
    found = json.loads(run("check faulty --format json").stdout)

    assert [(p["severity"], p["code"], p["line"]) for p in found] == [
        ("error", "unknown-source", 11),
        ("error", "impossible-date", 14),
        ("warning", "empty-file", 0),
    ]


def test_one_of_anything_is_not_called_by_its_plural(read_record, tmp_path) -> None:
    read_record("events: [{id: alone, claims: [{cite: somebody}]}]")

    assert run(f"check {shlex.quote(str(tmp_path))}").stdout.startswith(
        "no problems in 1 event, 1 source and 1 claim, checked up to 1 January 2026"
    )


def test_notes_are_not_taken_of_a_record_that_has_errors() -> None:
    assert run("check faulty --notes").stderr == "Notes are taken once the errors are mended.\n"


def test_colours_are_for_terminals_and_for_those_who_want_them(monkeypatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("TERM", raising=False)
    assert "\x1b[" not in run("check faulty").stdout

    monkeypatch.setattr(check, "colours_wanted", lambda: True)
    coloured = run("check faulty", FORCE_COLOR="1").stdout
    assert "\x1b[31m\x1b[1merror[unknown-source]" in coloured
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    monkeypatch.undo()
    monkeypatch.chdir(GOLDEN)
    assert plain == run("check faulty").stdout


@pytest.mark.parametrize(
    ("variables", "wanted"),
    [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_no_color_is_heeded(monkeypatch, variables, wanted) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)

    assert check.colours_wanted() is wanted


OVERDUE = """
    record: {title: A record, through: 2025-06-30}
    sources: [{id: plan, issued: 2025-01-01}]
    expectations: [{id: in-august, about: bridge, window: 2025-08, cite: plan}]
    events: [{id: plan, date: 2025-01, topics: [bridge]}]
"""


def codes(command: str) -> list[str]:
    return [problem["code"] for problem in json.loads(run(f"check {command} --format json").stdout)]


def test_a_forecast_is_overdue_on_the_day_that_counts_as_today(tmp_path, read_record) -> None:
    read_record(OVERDUE)
    folder = shlex.quote(str(tmp_path))

    assert "overdue-expectation" not in codes(folder)
    assert "overdue-expectation" not in codes(f"{folder} --today=2025-08-31")
    assert "overdue-expectation" in codes(f"{folder} --today=2025-09-01")
    assert "overdue-expectation" in codes(f"{folder} --today '1 september 2025'")


@pytest.mark.parametrize("command", ["{} --today", "--today {}", "--today --notes {}"])
def test_only_today_looks_at_the_clock(tmp_path, read_record, command) -> None:
    read_record(OVERDUE)  # and now is later than that

    assert "overdue-expectation" in codes(command.format(shlex.quote(str(tmp_path))))


def test_a_day_is_needed_to_stand_for_today() -> None:
    assert "is no single day" in run("check bridge --today=2025-08").stderr
    assert "is no date" in run("check bridge --today soon").stderr
