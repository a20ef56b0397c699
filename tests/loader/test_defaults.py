"""What a record says once for all need not be typed again."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.checks import read
from timeline.formatter import restate
from timeline.model import Timeline
from timeline.problems import Problem
from timeline.queries.version import version

RECORD = """
record: {title: The bridge, through: 2026-01-01ABOUT}
sources: [{id: gazette, title: A, publisher: P, kind: primary, url: "https://gazette.example/a"LANGUAGE}]
events:
  - {id: opening, date: 2025, title: It opens, kind: release, status: reported,
     claims: [{text: A., cite: gazette}]ADDED}
"""


def made(folder: Path, about: str = "", language: str = "", added: str = "") -> tuple[Timeline, tuple[Problem, ...]]:
    text = RECORD.replace("ABOUT", about).replace("LANGUAGE", language).replace("ADDED", added)
    (folder / "record.yaml").write_text(text, encoding="utf-8")
    loaded = read(folder, "data")
    return loaded.timeline, loaded.problems


def test_an_event_was_added_when_the_record_says_and_a_document_is_in_its_language(tmp_path: Path) -> None:
    record, problems = made(tmp_path, ", language: de, added: 2025-12-01")

    assert problems == ()
    assert (record.events[0].added.isoformat(), record.sources[0].language) == ("2025-12-01", "de")


def test_what_an_entry_says_itself_stands(tmp_path: Path) -> None:
    record, problems = made(tmp_path, ", language: de, added: 2025-12-01", ", language: fr", ", added: 2025-12-24")

    assert problems == ()
    assert (record.events[0].added.isoformat(), record.sources[0].language) == ("2025-12-24", "fr")


def test_both_spellings_of_one_record_are_one_version(tmp_path: Path) -> None:
    short, _ = made(tmp_path, ", language: de, added: 2025-12-01")
    long, _ = made(tmp_path, ", language: de, added: 2025-12-01", ", language: de", ", added: 2025-12-01")

    assert version(short) == version(long)


def test_a_day_that_neither_says_is_asked_for(tmp_path: Path) -> None:
    _, problems = made(tmp_path)

    assert [(problem.code, problem.help) for problem in problems] == [
        ("missing-field", "add `added: …`; in `record` it stands for all events that do not say it")
    ]


@pytest.mark.parametrize("about", [", added: soon", ", nonsense: 1"])
def test_a_record_that_cannot_be_read_brings_no_followers(tmp_path: Path, about: str) -> None:
    _, problems = made(tmp_path, about)

    assert len(problems) == 1


def test_a_file_of_events_is_put_in_shape_without_the_record(tmp_path: Path) -> None:
    text = RECORD.partition("sources:")[2].replace("LANGUAGE", "").replace("ADDED", "")

    form = restate("events.yaml", f"sources:{text}".encode())

    assert form.sound
    assert b"added" not in form.after
    assert b"language" not in form.after
