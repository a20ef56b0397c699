"""What one state of a record says otherwise than an earlier one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from timeline import load
from timeline.loader import load_file
from timeline.model import Timeline
from timeline.queries.differences import differences
from timeline.queries.field_values import in_line

SAMPLE = Path(__file__).parents[1] / "sample" / "data"
BRIDGE = """\
record: {title: The bridge, through: 2026-11-22}
actors: [{id: council, name: The council, kind: government}]
topics: [{id: bridge, name: The bridge}]
events:
  - id: opening
    added: 2026-11-01
    date: 2025-05
    title: The bridge opens
    kind: release
    status: reported
    actors: [council]
    claims:
      - {id: open, text: The bridge opened in May 2025., cite: [gazette, herald]}
      - {text: A band played for an hour., cite: gazette}
      - {text: The band did not come., cite: minutes}
sources:
  - {id: gazette, title: Open, publisher: Gazette, language: en, kind: original-reporting, url: "https://g.example/1"}
  - {id: herald, title: Open too, publisher: Herald, language: en, kind: original-reporting, url: "https://h.example/1"}
  - {id: minutes, title: Minutes, publisher: Council, language: en, kind: primary, url: "https://c.example/1"}
expectations:
  - {id: in-may, about: bridge, said: 2025-01, window: 2025-05, cite: gazette, outcome: {event: opening}}
tracks:
  - {id: state, title: The state of it, states: [{from: 2025-05, state: open, tone: open, event: opening}]}
"""


def bridge(*changes: tuple[str, str]) -> Timeline:
    text = BRIDGE
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    loaded = load_file("bridge.yaml", text.encode())
    assert loaded.sound, loaded.problems
    return loaded.timeline


def told(*changes: tuple[str, str]) -> list[tuple[str, ...]]:
    """What, id, part, before, after of each difference from the bridge as it was."""
    return [(d.what, d.id, d.part, d.before, d.after) for d in differences(bridge(), bridge(*changes))]


UPDATE = ("    claims:\n", "    updates: [{on: 2026-12-01, kind: correction, text: We had it wrong.}]\n    claims:\n")
TOLD = ("told", "opening", "correction", "", "We had it wrong.")


def test_the_same_record_in_another_order_and_layout_is_no_difference() -> None:
    events, rest = BRIDGE.split("sources:\n")
    flow = "      - {id: open, text: The bridge opened in May 2025., cite: [gazette, herald]}\n"
    said = "        text: The bridge opened in May 2025.\n        id: open\n"
    block = "      - cite:\n        - gazette\n        - herald\n" + said
    assert flow in events

    loaded = load_file("other.yaml", ("sources:\n" + rest + events.replace(flow, block)).encode())

    assert loaded.sound
    assert differences(bridge(), loaded.timeline) == ()


@pytest.mark.parametrize(
    ("date", "what"),
    [
        ("2025-05-21", "date-more-precise"),
        ("2025", "date-less-precise"),
        ("2025-06", "date-moved"),
        ("2025-05/2025-06", "date-less-precise"),
        ("2025-05~", "date-moved"),
        ("2025-04/2025-05", "date-less-precise"),
    ],
)
def test_a_date_moves_or_becomes_more_or_less_precise(date, what) -> None:
    assert told(("date: 2025-05\n", f"date: {date}\n"), UPDATE) == [(what, "opening", "date", "2025-05", date), TOLD]


def test_a_changed_date_that_no_entry_tells_of_is_pointed_out() -> None:
    assert told(("date: 2025-05\n", "date: 2025-06\n"))[-1] == ("untold", "opening", "", "", "")


def test_what_readers_need_not_hear_of_asks_for_no_entry() -> None:
    key = ("actors: [council]", "actors: [council]\n    key: true")

    assert told(key) == [("field", "opening", "key", "false", "true")]


def test_a_claim_reworded_is_the_same_claim() -> None:
    played = ("A band played for an hour.", "A band played for two hours.")

    assert told(played, UPDATE) == [("claim-reworded", "opening", "claim-2", *played), TOLD]


def test_a_claim_with_an_id_is_the_same_one_however_it_reads() -> None:
    text = ("text: The bridge opened in May 2025.", "text: Nobody saw it.")

    assert told(text, UPDATE)[0] == (
        "claim-reworded",
        "opening",
        "open",
        "The bridge opened in May 2025.",
        "Nobody saw it.",
    )


def test_a_claim_that_is_gone_is_not_taken_for_the_one_that_takes_its_place() -> None:
    line = "      - {text: A band played for an hour., cite: gazette}\n"

    assert told((line, line.replace("A band played for an hour.", "Cost ran to nine million.")), UPDATE) == [
        ("claim-added", "opening", "claim-2", "", "Cost ran to nine million."),
        ("claim-gone", "opening", "claim-2", "A band played for an hour.", ""),
        TOLD,
    ]


def test_claims_that_change_places_are_the_same() -> None:
    one, two = BRIDGE.splitlines(keepends=True)[13:15]

    assert told((one + two, two + one)) == []


def test_a_claim_that_is_now_disputed_says_by_what() -> None:
    found = told(
        ("{text: A band played", "{id: band, text: A band played"),
        ("{text: The band did not come., cite", "{text: The band did not come., disputes: band, cite"),
    )

    assert ("now-disputed", "opening", "band", "", "The band did not come.") in found


@pytest.mark.parametrize(
    ("old", "new", "part", "was", "now"),
    [
        (
            "    actors:",
            "    rivals: [{date: 2025-06, cite: [gazette, herald]}]\n    actors:",
            "rivals",
            "",
            "2025-06 (gazette, herald)",
        ),
        (
            "    actors:",
            "    dates: {announced: {date: 2025-01, cite: minutes}}\n    actors:",
            "dates",
            "",
            "announced 2025-01 (minutes)",
        ),
        ("outcome: {event: opening}", "outcome: missed", "outcome", "opening", "missed"),
        (
            'url: "https://c.example/1"',
            'url: "https://c.example/1", authors: [{family: Sele, given: Ann}]',
            "authors",
            "",
            "Sele (Ann)",
        ),
    ],
)
def test_what_a_field_holds_is_told_without_the_signs_of_a_file(old, new, part, was, now) -> None:
    assert (part, was, now) in [each[2:] for each in told((old, new))]


def test_a_related_event_is_told_by_its_id_and_what_binds_it() -> None:
    assert in_line([{"event": "opening", "relation": "see-also", "citations": ["gazette"]}]) == (
        "opening (see also; gazette)"
    )


def test_a_document_that_is_cited_at_another_place_is_told_once() -> None:
    exact = "cite: {source: minutes, locator: item 4, attributed_to: the clerk}"

    assert told(("cite: minutes", exact)) == [
        ("cited-otherwise", "opening", "claim-3", "minutes", "minutes (locator item 4; attributed to the clerk)")
    ]


def test_origins_that_fall_are_counted() -> None:
    found = told(("cite: [gazette, herald]", "cite: gazette"))

    assert found == [
        ("no-longer-cited", "opening", "open", "herald", ""),
        ("fewer-independent", "opening", "", "3", "2"),
    ]


def test_a_source_that_turns_out_to_repeat_another_takes_an_origin_with_it() -> None:
    found = told(('kind: original-reporting, url: "https://h', 'kind: secondary, relays: gazette, url: "https://h'))

    assert ("fewer-independent", "opening", "", "3", "2") in found
    assert ("field", "herald", "relays", "", "gazette") in found


def test_a_new_id_with_the_old_one_among_its_aliases_is_a_new_name() -> None:
    event = ("id: opening\n", "id: bridge-opens\n    aliases: opening\n")
    others = ("event: opening", "event: bridge-opens")

    found = told(event, others)

    assert ("renamed", "bridge-opens", "id", "opening", "bridge-opens") in found
    assert not {"added", "gone"} & {each[0] for each in found}


def test_a_new_id_without_alias_is_one_record_gone_and_another_new() -> None:
    found = told(("id: opening\n", "id: bridge-opens\n"), ("event: opening", "event: bridge-opens"))

    assert {("added", "bridge-opens"), ("gone", "opening")} <= {each[:2] for each in found}


def test_of_a_long_list_only_what_is_new_or_gone_is_told() -> None:
    more = ("event: opening}]", "event: opening}, {from: 2026-01, state: shut, tone: closed, event: opening}]")

    (only,) = told(more)
    assert only[:4] == ("field", "state", "states", "")
    assert "shut" in only[4]
    assert "2025-05" not in only[4]


def test_the_record_itself_forecasts_and_actors_are_compared_too() -> None:
    found = told(
        ("through: 2026-11-22", "through: 2026-12-01"),
        ("window: 2025-05,", "window: 2025-05-02,"),
        ("name: The council", "name: The town council"),
    )

    assert ("field", "", "through", "2026-11-22", "2026-12-01") in found
    assert ("date-more-precise", "in-may", "window", "2025-05", "2025-05-02") in found
    assert ("field", "council", "name", "The council", "The town council") in found


def test_a_record_compared_with_nothing_is_new_and_the_other_way_round_gone() -> None:
    whole = load(SAMPLE).timeline
    empty = Timeline(whole.record)
    lists = (whole.events, whole.sources, whole.actors, whole.topics, whole.expectations, whole.tracks)
    everything = {record.id for each in lists for record in each}

    assert {d.id for d in differences(empty, whole) if d.what == "added"} == everything
    assert {d.id for d in differences(whole, empty) if d.what == "gone"} == everything


def test_whatever_is_taken_out_of_a_record_is_told_and_nothing_else_is_gone() -> None:
    whole = load(SAMPLE).timeline
    for seed in range(20):
        dice = random.Random(seed)
        lost = set(dice.sample([event.id for event in whole.events], 3))
        events = tuple(event for event in whole.events if event.id not in lost)
        rest = Timeline(
            whole.record, events, whole.sources, whole.actors, whole.topics, whole.expectations, whole.tracks
        )

        assert {d.id for d in differences(whole, rest) if d.what == "gone"} == lost
        assert {d.id for d in differences(rest, whole) if d.what == "added"} == lost
