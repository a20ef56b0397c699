"""Places are records: with pages, a facet, feeds and exports, under their names and their former ids."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import completed
from timeline.cli.commands import timeline as command
from timeline.exports import geojson, linked_data
from timeline.exports.export import Publication
from timeline.loader import load
from timeline.markdown.extension import faults
from timeline.markdown.subject_links import subject
from timeline.model import Timeline
from timeline.pages import render
from timeline.queries.differences import differences
from timeline.queries.index import Index
from timeline.queries.selection import Selection, select
from timeline.queries.version import version
from timeline.site.settings import NOWHERE

SURGE = """
topics: [{id: sea, name: The sea}]
actors: [{id: parish, name: The parish, kind: government}]
places:
  - {id: zierikzee, name: Zierikzee, country: NL, coordinates: "51.65, 3.918", aliases: zierikzee-old,
     about: A harbour on *Schouwen*.}
  - {id: canvey, name: Canvey Island, country: GB, coordinates: {latitude: 51.52, longitude: -0.58}}
  - {id: north-sea, name: The North Sea, also: German Ocean}
sources: [{id: gazette, issued: 1953-02-04}]
events:
  - {id: surge, date: 1953-02-01, places: [north-sea, zierikzee], topics: sea, actors: parish,
     claims: [{text: The sea rose., cite: gazette}]}
  - {id: leaving, date: 1953-02-02, places: canvey, topics: sea, coordinates: "51.53, -0.6",
     claims: [{text: All left., cite: gazette}]}
"""


@pytest.fixture
def surge(read_record: Callable[[str], Timeline]) -> Timeline:
    return read_record(SURGE)


def test_a_place_has_a_page_with_what_happened_there(surge) -> None:
    pages = {page.address: page for page in render(surge)}
    page = pages["places/zierikzee/"]

    assert page.title == "Zierikzee"
    for said in ("Netherlands", 'href="geo:51.65,3.918"', "51.65° N, 3.918° E", "<em>Schouwen</em>", "events/surge/"):
        assert said in page.body
    assert "0.58° W" in pages["places/canvey/"].body
    assert "events/leaving/" not in page.body
    assert 'href="../../places/north-sea/"' in pages["events/surge/"].body


def test_events_are_narrowed_by_place(surge) -> None:
    assert [event.id for event in select(surge, Selection(place=["canvey"])).events] == ["leaving"]
    assert [event.id for event in select(surge, Selection(place=["canvey", "north-sea"])).events] == [
        "surge",
        "leaving",
    ]


def test_an_event_is_found_by_another_name_of_its_place(surge) -> None:
    assert [event.id for event in select(surge, Selection(q="german ocean")).events] == ["surge"]


def test_maps_are_given_places_that_have_a_point_longitude_first(surge) -> None:
    features = json.loads("".join(geojson.collection(Publication(Index(surge)))))["features"]

    assert [(each["id"], each["geometry"]["coordinates"]) for each in features] == [
        ("zierikzee", [3.918, 51.65]),
        ("canvey", [-0.58, 51.52]),
        ("leaving", [-0.6, 51.53]),
    ]
    assert [event["date"] for event in features[0]["properties"]["events"]] == ["1953-02-01"]


def test_an_event_says_at_which_point_of_a_place_it_was(surge) -> None:
    body = next(page.body for page in render(surge) if page.address == "events/leaving/")
    told = linked_data.event(Index(surge), NOWHERE, surge.events[1], "")

    assert 'href="geo:51.53,-0.6">51.53° N, 0.6° W</a>' in body
    assert told["contentLocation"][1]["geo"]["longitude"] == -0.6


def test_linked_data_says_where_an_event_happened(surge) -> None:
    told = linked_data.event(Index(surge), NOWHERE, surge.events[0], "")

    assert told["contentLocation"][0] == {"@type": "Place", "name": "The North Sea", "alternateName": ["German Ocean"]}
    assert told["contentLocation"][1]["geo"]["latitude"] == 51.65


def test_a_place_has_a_feed(surge) -> None:
    from timeline.exports.feeds.news import feeds

    told = {feed.path: feed for feed in feeds(Index(surge), NOWHERE)}

    assert [news.event.id for news in told["places/canvey/feed"].news] == ["leaving"]
    assert told["places/zierikzee/feed"].former == ("places/zierikzee-old/feed",)


def test_a_hand_written_page_links_to_a_place_by_its_id_or_a_former_one(surge) -> None:
    assert faults("[[zierikzee]], [[canvey|there]], [[zierikzee-old]], [[parish]], [[surge]]", "a.md", surge) == ()
    assert [problem.code for problem in faults("[[zierikze]] [[canvey#left]]", "a.md", surge)] == ["unknown-event"] * 2
    found = subject(surge, "zierikzee-old")
    assert found is not None
    assert found[1] == "places/zierikzee/"


def test_a_record_without_places_keeps_its_version(read_record) -> None:
    bare = SURGE.partition("places:")[0] + "sources:" + SURGE.partition("sources:")[2]
    for placed in ("places: [north-sea, zierikzee], ", "places: canvey, ", 'coordinates: "51.53, -0.6",'):
        bare = bare.replace(placed, "")
    timeline = read_record(bare)

    assert timeline.places == ()
    assert len(version(timeline)) == 12
    assert list(geojson.GEOJSON.whole(Publication(Index(timeline)))) == []


def test_a_place_that_is_new_or_elsewhere_is_told_by_diff(surge, read_record) -> None:
    later = read_record(SURGE.replace('"51.65, 3.918"', '"51.6, 3.9"').replace("places: canvey,", "places: north-sea,"))

    assert [(each.what, each.thing, each.id, each.part) for each in differences(surge, later)] == [
        ("field", "event", "leaving", "places"),
        ("field", "place", "zierikzee", "coordinates"),
    ]


@pytest.mark.parametrize(
    ("coordinates", "code", "help"),
    [
        ('"51.65"', "bad-figure", "write degrees with decimals"),
        ('"95.2, 3.9"', "bad-figure", "write latitude first, then longitude"),
        ("{latitude: 51.65, longitude: 190}", "bad-figure", "write latitude first, then longitude"),
        ("{latitude: 51.65}", "missing-field", "add `longitude: …`"),
        ('"51° 39, 3.9"', "bad-figure", "write degrees with decimals"),
    ],
)
def test_a_point_that_is_not_on_the_earth_is_a_fault(tmp_path, coordinates, code, help) -> None:
    text = SURGE.replace('"51.65, 3.918"', coordinates)
    (tmp_path / "record.yaml").write_text(completed(text), encoding="utf-8")
    told = load(tmp_path).problems

    assert [problem.code for problem in told] == [code]
    assert told[0].help.startswith(help)


def test_commands_add_show_list_and_rename_places(tmp_path) -> None:
    (tmp_path / "record.yaml").write_text(completed(SURGE), encoding="utf-8")

    def run(*words: str) -> str:
        done = CliRunner().invoke(command, [*words, "--data", str(tmp_path)])
        assert done.exit_code == 0, done.output
        return done.stdout

    run("add", "place", "Foulness Island", "--country", "GB", "--at", "51.6, 0.9")
    assert load(tmp_path).timeline.places_by_id["foulness-island"].coordinates is not None
    run("add", "event", "--title", "Farms drown", "--date", "1953-02-01", "--kind", "report", "--status", "reported",
        "--place", "Foulness Island", "--claim", "Farms drowned. [@gazette]")  # fmt: skip
    assert [row["id"] for row in json.loads(run("list", "--place", "foulness-island", "--format", "json"))] == [
        "farms-drown"
    ]
    assert "51.6° N, 0.9° E" in run("show", "foulness-island")
    assert len(json.loads(run("export", "geojson"))["features"]) == 4
    assert len(json.loads(run("export", "geojson", "--place", "canvey"))["features"]) == 2
    run("rename", "foulness-island", "foulness")
    renamed = load(tmp_path).timeline
    assert renamed.events_by_id["farms-drown"].places == ("foulness",)
    assert renamed.places_by_id["foulness"].aliases == ("foulness-island",)
    assert Path(tmp_path / "record.yaml").is_file()
