"""A record whose sources only look back speaks nowhere of when things became known."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import completed, day
from tests.exports.test_days import outputs
from timeline.browser.data_files import assets
from timeline.checks import read
from timeline.cli.commands import timeline as command
from timeline.loader import load
from timeline.model import Timeline
from timeline.pages import render
from timeline.queries import expectations, known_since
from timeline.queries.as_of import as_of
from timeline.queries.index import Index

RECORD = """
record: {title: Hastings, through: 2026-01-01, retrospective: true}
sources:
  - {id: morris, title: The Norman Conquest, publisher: Windmill, issued: 2013, kind: secondary}
  - {id: chronicle, title: Chronicle, publisher: A cloister, issued: 1861, kind: primary}
  - {id: undated, title: A letter, publisher: A cloister, kind: primary}
events:
  - {id: battle, date: 1066-10-14 Julian, status: disputed, claims: [
      {id: fought, text: The armies met., cite: [morris, chronicle]},
      {text: They did not meet there., disputes: fought, cite: undated}]}
  - {id: crowned, date: 1066-12-25 Julian, related: [{event: battle, as: causes, cite: morris}], claims: [
      {text: He was crowned., cite: morris}]}
expectations:
  - {id: comet, about: comet, said: 1066-04, window: 1066, wording: this year, cite: morris, outcome: {event: battle}}
tracks:
  - {id: crown, title: The crown, states: [{from: 1066-01, state: held, cite: chronicle},
      {from: 1066-10, state: vacant, event: battle}]}
"""
SPEAKS = re.compile(
    r"known since|known to us since|out by|as known on\b|became known|first report|last word|latest word|out since"
    r"|\bas of\b|data-since|data-then|data-(?:known|steps)=\"\d|how the evidence grew",
    re.IGNORECASE,
)


@pytest.fixture
def hastings(tmp_path: Path) -> Timeline:
    (tmp_path / "record.yaml").write_text(completed(RECORD), encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.problems == ()
    return loaded.timeline


def run(folder: Path, words: str) -> Result:
    return CliRunner().invoke(command, [*words.split(), "--data", str(folder)])


def test_no_page_of_hastings_says_since_when_it_was_known(hastings: Timeline) -> None:
    bodies = {page.address: page.body for page in render(hastings)}

    assert {address: found[0] for address, body in bodies.items() if (found := SPEAKS.search(body))} == {}
    assert "The armies met." in bodies["events/battle/"]


def test_no_file_for_others_says_it_either(hastings: Timeline) -> None:
    said = {name: text for name, text in outputs(hastings) if "openapi" not in name and "datapackage" not in name}

    assert {name: found[0] for name, text in said.items() if (found := SPEAKS.search(text))} == {}
    told = json.loads(said["api/v1/events/battle.json"])["derived"]
    assert told["known"] is None
    assert [claim["known"] for claim in told["claims"]] == [None, None]
    assert json.loads(said["api/v1/sources/morris.json"])["derived"]["known"] is None


def test_the_search_offers_no_earlier_day(hastings: Timeline) -> None:
    files = {asset.name: asset.text for asset in assets(Index(hastings))}
    columns = json.loads(files["events.json"])

    assert columns["retrospective"] is True
    assert columns["changes"] == [day("2026-01-01").toordinal()]
    assert json.loads(files["known.json"]) == {}


def test_a_forecast_is_answered_and_a_state_told_all_the_same(hastings: Timeline) -> None:
    out = known_since.out_on(hastings)
    (comet,), (crown,) = hastings.expectations, hastings.tracks

    assert out == {}
    assert expectations.standing(hastings, out, comet, hastings.record.through) == "met"
    assert [known_since.state_known_on(hastings, out, state).year for state in crown.states] == [1066, 1066]


def test_nobody_can_ask_what_was_known_on_a_day(hastings: Timeline, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="retrospective"):
        as_of(hastings, day("2020-01-01"))
    assert as_of(hastings, hastings.record.through) is hastings

    for words in ("list --as-of 1900-01-01", "list --of tracks --as-of 1900-01-01", "export json --as-of 1900-01-01"):
        done = run(tmp_path, words)
        assert done.exit_code == 2
        assert "its sources look back" in done.stderr
    shown = "".join(run(tmp_path, words).stdout for words in ("show battle", "show morris", "list", "list --of tracks"))
    assert not SPEAKS.search(shown)


def test_who_wrote_first_answers_nobody_where_sources_look_back(codes: list[str], noted: list[str]) -> None:
    """
    record: {retrospective: true}
    sources:
      - {id: chronicle, issued: 1861}
      - {id: copy, issued: 1820, relays: chronicle}
    actors: [{id: harold, name: Harold, kind: person}]
    events:
      - {id: oath, date: 1064, status: denied, actors: harold, claims: [
          {id: sworn, text: He swore, cite: chronicle, by: william},
          {text: He did not swear., denies: sworn, by: harold, cite: copy},
          {text: He swore nothing., disputes: sworn, cite: copy}]}
    """
    assert codes == []
    assert "older-dispute" not in noted


LATE = """
record: {{through: 2026-01-01{said}}}
sources: [{{id: book, issued: {issued}}}]
events: [{{id: a, date: 1064}}, {{id: b, date: 1065}}, {{id: c, date: 1066}}]
"""


@pytest.mark.parametrize(
    ("said", "issued", "told"),
    [
        ("", "1998", ["looking-back"]),
        (", retrospective: true", "1998", []),
        (", retrospective: false", "1998", []),
        ("", "1070", []),
        ("", "2013~", ["looking-back"]),
    ],
)
def test_a_record_of_late_sources_is_asked_once_whether_it_looks_back(
    tmp_path: Path, said: str, issued: str, told: list[str]
) -> None:
    (tmp_path / "record.yaml").write_text(completed(LATE.format(said=said, issued=issued)), encoding="utf-8")

    assert [problem.code for problem in read(tmp_path).problems] == told


def test_three_events_of_which_one_was_reported_at_once_look_back_on_nothing(codes: list[str]) -> None:
    """
    sources: [{id: book, issued: 1998}, {id: gazette, issued: 1931-05-03}]
    events:
      - {id: a, date: 1928, claims: [{cite: book}]}
      - {id: b, date: 1929, claims: [{cite: book}]}
      - {id: c, date: 1931-05-02, claims: [{cite: gazette}]}
    """
    assert codes == []
