"""`timeline list`: which events are found, and what is said where none is."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.conftest import completed

pytestmark = pytest.mark.usefixtures("beside_the_records")
ROOT = Path(__file__).parents[2]


def listed(command: str) -> list[dict[str, object]]:
    return json.loads(run(f"list {command} --format json").stdout)


def test_programs_get_the_same_names_and_types_for_every_event() -> None:
    types = {
        "id": str, "title": str, "date": str, "kind": str, "status": str, "course": str, "key": bool,
        "actors": list, "topics": list, "places": list, "claims": int, "sources": int, "origins": int,
    }  # fmt: skip
    rows = listed(f"--data {shlex.quote(str(ROOT / 'data'))}")

    assert len(rows) > 40
    for row in rows:
        assert {name: type(value) for name, value in row.items()} == types
    assert "https://" not in json.dumps(rows)


def test_a_list_for_programs_shows_dates_as_they_were_typed_and_counts_what_counts() -> None:
    opening, denied, second = listed("--data bridge")

    assert [opening["date"], denied["date"], second["date"]] == ["2024-05-04", "[2024-05-05..2024-05-20]", "2024-22"]
    assert (opening["claims"], opening["sources"], opening["origins"]) == (3, 2, 2)


def test_the_newest_comes_first_when_that_is_asked_for() -> None:
    assert listed("--data bridge --newest-first") == listed("--data bridge")[::-1]


def test_what_nobody_can_date_is_not_the_newest(tmp_path: Path) -> None:
    events = [f"{{id: e{n}, date: {date}, claims: [{{cite: a}}]}}" for n, date in enumerate(("1931", "XXXX", "1932"))]
    text = completed(f"sources: [{{id: a}}]\nevents: [{', '.join(events)}]")
    (tmp_path / "record.yaml").write_text(text, encoding="utf-8")

    assert [row["id"] for row in listed(f"--data {shlex.quote(str(tmp_path))} --newest-first")] == ["e2", "e0", "e1"]


def test_values_may_stand_behind_several_options_or_between_commas() -> None:
    several = listed("--data bridge --status confirmed --status denied")

    assert [row["id"] for row in several] == ["opening", "lamps-denied"]
    assert listed("--data bridge --status confirmed,denied") == several
    assert listed("--data bridge --status 'confirmed, denied,'") == several


def test_a_date_in_words_asks_what_the_same_date_in_data_asks() -> None:
    assert listed("--data bridge --from 'June 2024'") == listed("--data bridge --from 2024-06")
    assert [row["id"] for row in listed("--data bridge --from 'June 2024'")] == ["second-bridge"]


def test_on_an_earlier_day_less_is_known_and_less_is_proved() -> None:
    (opening,) = listed("--data bridge --as-of 2024-05-06")

    assert (opening["id"], opening["claims"], opening["sources"]) == ("opening", 2, 1)
    assert listed("--data bridge --as-of 2024-06-30") == listed("--data bridge")
    assert listed("--data bridge --as-of 2024-05-05") == []


def test_an_id_of_former_times_still_finds_its_events(tmp_path, read_record) -> None:
    read_record(
        """
        topics: [{id: crossing, aliases: [bridge]}]
        events: [{id: opening, topics: [crossing]}, {id: other}]
        """
    )

    assert [row["id"] for row in listed(f"--topic bridge --data {shlex.quote(str(tmp_path))}")] == ["opening"]


def test_a_record_without_events_says_so(tmp_path, read_record) -> None:
    read_record("sources: [{id: somebody}]")

    assert run(f"list --key --data {shlex.quote(str(tmp_path))}").stdout == "the record has no events\n"


def test_an_empty_answer_is_an_answer() -> None:
    assert run("list tunnel --data bridge").exit_code == 0


def test_when_nothing_fits_one_condition_at_a_time_is_taken_away(tmp_path, read_record) -> None:
    read_record(
        """
        events: [{id: a, key: true, date: 2024, course: missed}, {id: b, date: 2025}]
        """
    )
    folder = shlex.quote(str(tmp_path))

    assert run(f"list --key --from 2025 --to 2025 --data {folder}").stdout.splitlines() == [
        "none of 2 events, 2025, only key events",
        "without `--from` and `--to` 1 would be found, without `--key` 1 would be found",
    ]
    assert run(f"list tunnel --key --course planned --data {folder}").stdout.splitlines()[-1] == (
        "no single condition stands in the way; leave out two or more"
    )
