"""A record added by a command stands in the files as if somebody who knows the house form had typed it."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline import checks
from timeline.cli import prompts, selection_options
from timeline.cli.commands import timeline
from timeline.edits.add import proposed

SAMPLE = Path(__file__).parents[1] / "sample" / "data"
TODAY = datetime.date(2026, 11, 29)
DAY = "2026-05-02"
SOURCE = (
    "--title",
    "Bridge: a late opening",
    "--publisher",
    "Herald",
    "--kind",
    "secondary",
    "--accessed",
    DAY,
)
EVENT = ("--title", "Ducks swim", "--date", "2025-04", "--kind", "report", "--status", "reported")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample record on a known day."""
    monkeypatch.setattr(selection_options, "today", lambda: TODAY)
    shutil.copytree(SAMPLE, tmp_path / "data")
    return tmp_path / "data"


def run(data: Path, *words: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(timeline, ["add", *words, "--data", str(data)], input=typed)


def everything(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(data.iterdir())}


def in_shape(data: Path) -> bool:
    return CliRunner().invoke(timeline, ["fmt", "--check", str(data)]).exit_code == 0


def test_an_event_stands_at_its_place_in_time_dated_today(data) -> None:
    done = run(data, "event", *EVENT, "--topic", "bridge", "--claim", "Ducks swim. [@letter-undated-lockkeeper]")

    assert done.exit_code == 0, done.output
    event = checks.read(data).timeline.event("ducks-swim")
    assert event.added == TODAY
    assert event.date.text == "2025-04"
    assert [(claim.text, claim.citations[0].source) for claim in event.claims] == [
        ("Ducks swim.", "letter-undated-lockkeeper")
    ]
    assert in_shape(data)
    assert f"{(data / 'events.yaml').as_posix()}:" in done.output


def test_the_lines_that_are_shown_are_those_that_stand_there(data) -> None:
    done = run(data, "source", "https://herald.example/bridge", *SOURCE)

    head, _, rest = done.output.partition(": written\n\n")
    path, _, line = head.rpartition(":")
    shown = rest.partition("\n\n")[0].splitlines()
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    assert lines[int(line) - 1 : int(line) - 1 + len(shown)] == shown


@pytest.mark.parametrize("file", ["events.yaml", "sources.yaml", "subjects.yaml"])
def test_all_that_stood_there_stays_to_the_letter(data, file) -> None:
    before = everything(data)

    run(data, "source", "https://herald.example/bridge", *SOURCE)
    run(data, "event", *EVENT, "--claim", "Ducks swim. [@https://herald.example/bridge]")
    run(data, "topic", "Ducks")
    run(data, "actor", "The ducks", "--kind", "organisation")

    after = everything(data)[file].decode()
    kept = iter(after.splitlines())
    assert all(line in kept for line in before[file].decode().splitlines())
    assert after != before[file].decode()
    assert in_shape(data)


def test_a_document_is_found_again_by_its_address_however_it_is_written(data) -> None:
    run(data, "source", "https://www.herald.example/bridge?utm_source=mail", *SOURCE)
    before = everything(data)

    for address in ("http://herald.example/bridge/", "https://herald.example/bridge#top"):
        done = run(data, "source", address)
        assert done.exit_code == 0, done.output
        assert "the record has this document already: `herald-undated-bridge-a-late-opening`" in done.output
    other = run(data, "source", "https://elsewhere.example/copy", *SOURCE)
    assert "the record has this document already" in other.output
    assert everything(data) == before


def test_what_nobody_verified_is_not_claimed(data) -> None:
    """A document read after the day up to which the record was verified asks what that day is now."""
    before = everything(data)
    words = [word for word in SOURCE if word not in ("--accessed", DAY)]

    refused = run(data, "source", "https://herald.example/bridge", *words)
    assert refused.exit_code == 2
    assert "--verified moves that day to today" in refused.output
    assert everything(data) == before

    done = run(data, "source", "https://herald.example/bridge", *words, "--verified")
    assert done.exit_code == 0, done.output
    whole = checks.read(data).timeline
    assert whole.record.through == TODAY
    assert whole.source("herald-undated-bridge-a-late-opening").accessed == TODAY


def test_a_refused_source_moves_no_day(data) -> None:
    before = everything(data)
    words = [word for word in SOURCE if word not in ("--accessed", DAY)]

    done = run(data, "source", "https://herald.example/bridge", *words, "--verified", "--relays", "nosuch")

    assert done.exit_code == 2
    assert "`nosuch` after `--relays` names no source" in done.output
    assert everything(data) == before


def test_a_date_in_words_is_written_as_far_as_it_can_be_read_in_one_way(data) -> None:
    run(data, "source", "https://herald.example/1", *SOURCE, "--issued", "May 2025")
    two = run(data, "source", "https://herald.example/2", *SOURCE[2:], "--title", "Two", "--issued", "4/5/2025")

    assert checks.read(data).timeline.source("herald-2025-05-bridge-a-late-opening").issued.text == "2025-05"
    assert two.exit_code == 2
    assert "can be read in more than one way" in two.output


def test_actors_are_named_by_name_and_a_citation_says_where(data) -> None:
    said = ("--by", "ida marlow", "--claim", "Ducks swim. [@letter-undated-lockkeeper, page 2, last line]")

    done = run(data, "event", *EVENT, "--actor", "Town Council of Aldermoor", "--actor", "moor-works", *said)

    assert done.exit_code == 0, done.output
    event = checks.read(data).timeline.event("ducks-swim")
    assert event.actors == ("council", "bridge-works")
    assert [(claim.text, claim.by, claim.citations[0].locator) for claim in event.claims] == [
        ("Ducks swim.", "ida-marlow", "page 2, last line")
    ]


def test_a_fault_is_shown_in_the_lines_as_they_would_stand(data) -> None:
    done = run(data, "event", *EVENT, "--id", "Ducks Swim", "--claim", "Ducks swim. [@letter-undated-lockkeeper]")

    assert done.exit_code == 2
    assert "|   - id: Ducks Swim\n" in done.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["event", *EVENT], "`--claim` is needed"),
        (["event", *EVENT, "--actor", "Ida Marlo", "--claim", "So."], "one with a similar name is `ida-marlow`"),
        (["event", *EVENT, "--actor", "Nobody At All", "--claim", "So."], "`timeline add actor` adds one"),
        (["event", *EVENT, "--claim", "Nobody says so."], "a claim needs somebody who says so"),
        (["event", *EVENT, "--claim", "So. [@nosuch]"], "`nosuch` after `--claim` names no source"),
        (["event", *EVENT, "--claim", "So. [@https://no.example/]"], "the record has no document at"),
        (["event", *EVENT[:-2], "--status", "sure", "--claim", "So. [@nosuch]"], "`--status` takes no `sure`"),
        (["event", "--title", "桥", *EVENT[2:], "--claim", "So. [@nosuch]"], "an id of a to z, 0 to 9 and hyphens"),
        (["event", *EVENT, "--id", "rowing-boats", "--claim", "So. [@letter-undated-lockkeeper]"], "rowing-boats"),
        (
            ["forecast", "--about", "nosuch", "--window", "2027", "--cite", "letter-undated-lockkeeper"],
            "names no topic",
        ),
        (["actor", "Ducks", "--kind", "birds"], "`--kind` takes no `birds`"),
        (["topic", " "], "topic"),
    ],
)
def test_what_would_be_faulty_is_told_and_nothing_is_written(data, words, said) -> None:
    before = everything(data)

    done = run(data, *words)

    assert done.exit_code == 2, done.output
    assert said in done.output
    assert everything(data) == before


def test_a_forecast_says_whether_its_time_was_stated(data) -> None:
    words = ("--about", "bridge", "--window", "2027-05", "--wording", "next May", "--cite", "letter-undated-lockkeeper")

    done = run(data, "forecast", *words, "--said", "2026-04", "--read-so")

    assert done.exit_code == 0, done.output
    forecast = next(each for each in checks.read(data).timeline.expectations if each.id == "bridge-next-may")
    assert (forecast.window.text, forecast.window_basis) == ("2027-05", "inferred")


def test_on_a_terminal_what_is_missing_is_asked_for(data, monkeypatch) -> None:
    monkeypatch.setattr(prompts, "_asks", lambda: True)
    answers = "Ducks swim\n2025-04\nDucks swim. [@letter-undated-lockkeeper]\nreport\nreported\n"

    done = run(data, "event", typed=answers)

    assert done.exit_code == 0, done.output
    assert checks.read(data).timeline.event("ducks-swim")


def test_the_first_of_its_list_begins_the_list(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(selection_options, "today", lambda: TODAY)
    (tmp_path / "one.yaml").write_text("record: {title: Ducks, through: 2026-11-29}\n", encoding="utf-8")

    for words in (
        ("topic", "Ducks"),
        ("source", "https://herald.example/1", *SOURCE[:-2]),
        ("event", *EVENT, "--topic", "ducks", "--claim", "Ducks swim. [@https://herald.example/1]"),
    ):
        done = run(tmp_path, *words)
        assert done.exit_code == 0, done.output

    loaded = checks.read(tmp_path)
    assert loaded.problems == ()
    assert [path.name for path in tmp_path.iterdir()] == ["one.yaml"]
    assert len(loaded.timeline.events) == len(loaded.timeline.sources) == len(loaded.timeline.topics) == 1


def test_an_id_is_free_and_short() -> None:
    assert proposed(["a-bridge"], "A bridge") == "a-bridge-2"
    assert proposed([], "Über die Brücke gehen sieben Enten und noch eine") == "uber-die-brucke-gehen-sieben-enten"
    assert proposed([], "桥") == ""
    assert len(proposed([], "x" * 200, "y")) <= 80


def test_a_file_out_of_shape_gets_the_record_and_no_other_change(data) -> None:
    path = data / "events.yaml"
    text = path.read_text(encoding="utf-8").replace("    kind: report\n", "    kind:    report\n", 1)
    path.write_text(text, encoding="utf-8")

    done = run(data, "event", *EVENT, "--claim", "Ducks swim. [@letter-undated-lockkeeper]")

    assert done.exit_code == 0, done.output
    after = path.read_text(encoding="utf-8")
    assert after.startswith(text.rstrip())
    assert "id: ducks-swim" in after
