"""`timeline export`: any form of the record, or of a part of it, whole or not at all, and nothing written over."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import SAMPLE
from timeline.cli.commands import timeline
from timeline.exports import registry
from timeline.site.large_file import LargeText

DATA = str(SAMPLE / "data")
ALONE = [name for name in registry.BY_NAME if name not in ("changes", "geojson", "oembed")]
"""Forms that need nothing but the record; changes, which need an earlier state, are tried in `test_record`.
Maps need places, which this record has not: `tests/pages/test_places.py`."""


def export(*arguments: str) -> Result:
    return CliRunner().invoke(timeline, ["export", *arguments, "--data", DATA])


def listed(*arguments: str) -> list[str]:
    done = CliRunner().invoke(timeline, ["list", *arguments, "--data", DATA, "--format", "json"])
    return [row["id"] for row in json.loads(done.stdout)]


def column(text: str, name: str) -> list[str]:
    return [row[name] for row in csv.DictReader(io.StringIO(text, newline=""))]


@pytest.mark.parametrize("name", ALONE)
def test_every_form_can_be_had_on_the_standard_output(name: str) -> None:
    done = export(name, "--site", "https://bridges.example/")

    assert done.exit_code == 0
    assert done.stdout_bytes
    assert done.stderr == ""


@pytest.mark.parametrize("name", ALONE)
def test_a_selection_changes_what_every_form_says_of_events(name: str) -> None:
    """But the citation of the whole record, which is of the whole record."""
    whole, part = (
        export(name, *words, "--site", "https://bridges.example/").stdout_bytes for words in ((), ("--key",))
    )

    assert (len(part) < len(whole)) is (name != "cff")


def test_a_form_of_which_each_record_has_a_file_asks_for_a_folder(tmp_path: Path) -> None:
    address = ("--site", "https://bridges.example/")
    refused = export("oembed", *address)
    written = export("oembed", *address, "-o", f"{tmp_path}/")

    assert refused.exit_code == 2
    assert "oEmbed is a file for each record" in refused.stderr
    former = 1  # an event of the sample had another id, at whose address its answer stays
    assert f"{len(listed()) + former} files written" in written.output


def test_the_events_are_those_that_list_shows_as_of_a_day_too() -> None:
    for options in (["--key"], ["bridge", "--status", "reported"], ["--as-of", "2024-05-06"]):
        assert column(export("csv", *options).stdout, "id") == listed(*options) != []


def test_a_part_has_the_documents_that_its_events_cite_and_those_that_these_repeat() -> None:
    whole = json.loads(export("json").stdout)
    part = json.loads(export("json", "--key").stdout)

    sources = {source["typed"]["id"] for source in part["sources"]}
    assert sources < {source["typed"]["id"] for source in whole["sources"]}
    for event in part["events"]:
        for claim in event["derived"]["claims"]:
            for citation in claim["citations"]:
                assert {citation["source"], *citation["path"]} <= sources


def test_what_follows_is_told_of_the_whole_record_and_in_its_version() -> None:
    whole, part = json.loads(export("json").stdout), json.loads(export("json", "--disputed").stdout)
    told = {event["typed"]["id"]: event for event in whole["events"]}

    assert part["version"] == whole["version"]
    assert part["events"]
    for event in part["events"]:
        assert event == told[event["typed"]["id"]]


def test_another_file_of_a_form_has_a_name() -> None:
    assert column(export("csv", "--of", "claims").stdout, "event")
    assert json.loads(export("json", "--of", "openapi.json").stdout)["openapi"] == "3.1.0"
    assert "@" in export("bibtex", "--of", "sources").stdout

    wrong = export("csv", "--of", "claim")
    assert wrong.exit_code != 0
    assert "there is no file `claim` in this format" in wrong.output


def test_a_file_is_written_whole_and_never_over_another(tmp_path: Path) -> None:
    target = tmp_path / "record.sqlite"
    assert export("sqlite", "-o", str(target)).exit_code == 0
    with closing(sqlite3.connect(target)) as connection:
        ((number,),) = connection.execute("SELECT count(*) FROM events")
    assert number == len(listed())

    before = target.read_bytes()
    again = export("sqlite", "--key", "-o", str(target))
    assert again.exit_code != 0
    assert target.read_bytes() == before
    assert export("sqlite", "--key", "-o", str(target), "--force").exit_code == 0
    assert target.read_bytes() != before
    assert [path.name for path in tmp_path.iterdir()] == ["record.sqlite"]


def test_a_folder_takes_all_files_and_appears_when_it_is_complete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert export("json", "-o", f"{tmp_path}/new/").exit_code == 0
    assert (tmp_path / "new/api/v1/record.json").is_file()
    assert {path.stem for path in (tmp_path / "new/api/v1/events").iterdir()} >= set(listed())

    again = export("json", "-o", f"{tmp_path}/new/")
    assert again.exit_code != 0

    def fails(self: LargeText) -> Iterator[bytes]:
        yield b"id,"
        raise OSError("the disk is full")

    monkeypatch.setattr(LargeText, "pieces", fails)
    export("csv", "-o", f"{tmp_path}/half/")
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_slips_are_named_with_what_was_meant() -> None:
    for arguments, words in (
        (["jsn"], "there is no format `jsn`"),
        (["jsonfeed"], "JSON Feed knows whole addresses only"),
        (["atom", "--site", "example.org"], "`example.org` after `--site` is no address"),
        (["csv", "--topic", "nothing-of-this-name"], "no topic has the id"),
    ):
        done = export(*arguments)
        assert done.exit_code != 0
        assert words in f"{done.exception} {done.output}"


def test_a_record_with_faults_is_not_exported(tmp_path: Path) -> None:
    (tmp_path / "record.yaml").write_text('record: {title: "half \\uD83C", through: 2026-01-01}\n', encoding="utf-8")

    done = CliRunner().invoke(timeline, ["export", "json", "--data", str(tmp_path)])

    assert done.exit_code == 1
    assert done.stdout == ""
    assert "timeline check" in done.stderr


def test_a_topic_brings_the_forecasts_about_it_and_a_status_none_but_those_that_are_answered() -> None:
    """A forecast has no status of evidence and no course, so these ask nothing of one."""

    def forecasts(*options: str) -> dict[str, dict[str, str]]:
        told = json.loads(export("json", *options).stdout)
        found = {each["typed"]["id"]: each["typed"] for each in told["expectations"]}
        assert {each["about"] for each in found.values()} <= {each["typed"]["id"] for each in told["topics"]}
        return found

    every = forecasts()
    about = {id for id, each in every.items() if each["about"] == "ferry"}
    by = {id for id, each in every.items() if each.get("by") == "gazette"}

    assert {"ferry-in-april", "ferry-by-winter"} <= about <= forecasts("--topic", "ferry").keys()
    assert {"ferry-in-april", "road-by-year-end"} <= by <= forecasts("--actor", "gazette").keys()
    assert "ferry-in-april" not in forecasts("--topic", "ferry", "--status", "confirmed")
    assert "road-in-september" in forecasts("--from", "2026-09")
    assert forecasts("--from", "2090") == {}
