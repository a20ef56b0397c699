"""What the pages for editors show is what the program does: each example is read, each command is run."""

from __future__ import annotations

import datetime
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from click.testing import CliRunner, Result

from tests.repository import git
from timeline import checks
from timeline.cli import selection_options
from timeline.cli.commands import timeline
from timeline.model import Event, Expectation, Source
from timeline.problems import Severity

DOCS = Path(__file__).parents[1] / "docs"
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BEFORE = 8
"""The example after which the page goes on to changes."""
DAY = datetime.date(2026, 11, 22)
_Loader: Any = yaml.BaseLoader  # everything stays what was typed


def blocks(page: str, language: str) -> list[str]:
    """The blocks of a page, in their order."""
    return [text for name, text in _BLOCK.findall((DOCS / page).read_text(encoding="utf-8")) if name == language]


def commands(page: str) -> list[str]:
    return [line for text in blocks(page, "") for line in text.splitlines() if line.startswith("timeline ")]


def states(page: str) -> Iterator[dict[str, Any]]:
    """The record after each example of a page; one with an id that is there takes its place, `record` says more."""
    record: dict[str, Any] = {}
    for text in blocks(page, "yaml"):
        for name, value in yaml.load(text, Loader=_Loader).items():
            if name == "record":
                record[name] = record.get(name, {}) | value
            else:
                ids = {each["id"] for each in value}
                record[name] = [each for each in record.get(name, []) if each["id"] not in ids] + value
        yield dict(record)


def written(record: dict[str, Any], folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "record.yaml").write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The record of the page for editors before its changes, in a repository, on its last day."""
    written(list(states("contribute.md"))[BEFORE], tmp_path / "data")
    (tmp_path / "docs").mkdir()
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Begin"]):
        git(tmp_path, *words)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(selection_options, "today", lambda: DAY)
    return tmp_path


def run(command: str) -> Result:
    return CliRunner().invoke(timeline, shlex.split(command)[1:])


def test_the_examples_for_editors_are_a_sound_record_before_and_after_each_change(tmp_path) -> None:
    made = list(states("contribute.md"))
    assert set(made[BEFORE]) == {"record", "events", "sources", "actors", "topics", "places", "expectations", "tracks"}
    for number, record in enumerate(made[BEFORE:]):
        loaded = checks.read(written(record, tmp_path / str(number)))
        told = [f"{each.code}: {each.sentence}" for each in loaded.problems if each.code != "overdue-expectation"]
        assert told == [], number


def test_an_example_of_another_kind_of_record_is_one_by_itself(tmp_path) -> None:
    """A chronology of one kind of events, and a record in two languages."""
    for number, text in enumerate(each for each in blocks("contribute.md", "text") if each.startswith("record:")):
        folder = written(yaml.load(text, Loader=_Loader), tmp_path / str(number))
        assert [problem.sentence for problem in checks.read(folder).problems] == []
    assert number == 1


def test_an_example_shows_every_field_that_editors_often_need() -> None:
    text = "".join(blocks("contribute.md", "yaml"))
    shown = set(re.findall(r"\b([a-z_]+):", text))
    needed = {
        name
        for model in (Event, Source, Expectation)
        for name, field in model.model_fields.items()
        if field.is_required()
    }
    often = (
        "updates related rivals dates aliases relays via locator archive access seen denies disputes by question also"
    )
    assert (needed - {"citations"}) | set(often.split()) | {"cite", "outcome"} <= shown


def test_every_command_of_the_page_for_editors_does_what_it_says(desk) -> None:
    told = commands("contribute.md")
    assert len(told) >= 7
    for command in told:
        done = run(command)
        assert done.exit_code == 0, f"{command}\n{done.output}"


def test_the_first_change_is_read_without_a_fault(tmp_path) -> None:
    base = list(states("contribute.md"))[BEFORE]
    for text in blocks("first-change.md", "yaml"):
        for name, value in yaml.load(text, Loader=_Loader).items():
            ids = {each["id"] for each in value}
            base[name] = [each for each in base[name] if each["id"] not in ids] + value
    loaded = checks.read(written(base, tmp_path / "data"))

    assert [f"{each.sentence}" for each in loaded.problems if each.severity is Severity.ERROR] == []


def test_the_import_that_the_page_shows_tells_what_the_page_tells(desk) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Date", "Title", "Text", "Link", "Cost"],
        ["May 2024", "The ferry stops", "It made its last crossing.", "https://news.example/ferry", 12],
        ["5/6/2024", "A regatta"],
    ):
        book.active.append(row)
    book.save("events.xlsx")
    first, shown, check = blocks("import.md", "")
    done = run(first.strip())

    assert done.exit_code == 0, done.output
    assert done.output.startswith(shown)
    assert run(check.strip()).exit_code == 1
