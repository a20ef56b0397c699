"""A page written by hand opens a site: its state, short answers, turning points, disputes, what is newest."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown import Markdown

from tests.bodies import Body
from timeline.markdown.extension import TimelineExtension, faults
from timeline.model import Timeline

RECORD = """
record: {through: 1936-12-31}
sources: [{id: gazette}, {id: herald}, {id: post}]
topics: [{id: bridge, name: The bridge}, {id: ferry, name: The ferry}, {id: river, name: The river}]
tracks:
  - id: passage
    title: Passage
    states:
      - {from: 1929, state: by ferry, event: plan}
      - {from: 1936-10, to: 1936-11, state: closed by the flood, event: flood}
events:
  - {id: plan, date: 1929-03-14, topics: bridge, key: true, summary: "The U.S. engineer draws it. It is to cost a lot."}
  - {id: ferry-sails, date: 1930-05-01, topics: ferry, kind: release}
  - id: flood
    date: 1936-10
    topics: river
    key: true
    claims:
      - {id: high, text: The water stood high., cite: gazette}
      - {id: low, text: The water stood low., cite: herald, disputes: high, question: How high did the water stand?}
  - {id: repair, date: 1937-07, topics: bridge, course: planned, claims: [{cite: post}]}
expectations:
  - {id: soon, about: bridge, window: 1931, said: 1930, cite: gazette, outcome: missed}
  - {id: sails, about: ferry, window: 1930, said: 1929, cite: gazette, outcome: {event: ferry-sails}}
"""

Written = Callable[[str], Body]


@pytest.fixture
def record(read_record: Callable[[str], Timeline]) -> Timeline:
    return read_record(RECORD)


@pytest.fixture
def written(record: Timeline) -> Written:
    def write(text: str) -> Body:
        return Body.of(Markdown(extensions=[TimelineExtension(timeline=record, here="")]).convert(text))

    return write


def block(*options: str) -> str:
    return "\n".join(["::: timeline", *options, ":::"])


def told(text: str, record: Timeline) -> list[str]:
    return [f"{p.span} {p.code}" for p in faults(text, "docs/index.md", record)]


def test_what_was_foretold_for_days_that_are_over_has_not_come(written: Written) -> None:
    body = written(block("show: state", "topic: bridge"))

    assert body.words == "The bridge has not come as of 31 December 1936, the last day checked"


def test_what_is_still_to_come_is_not_told_as_missed(read_record: Callable[[str], Timeline]) -> None:
    ahead = read_record(
        RECORD.replace("window: 1931, said: 1930, cite: gazette, outcome: missed", "window: 1938, cite: gazette")
    )
    html = Markdown(extensions=[TimelineExtension(timeline=ahead, here="")]).convert(
        block("show: state", "topic: bridge")
    )

    assert "tl-state-told" in html
    assert "tl-state-waiting" not in html


def test_a_state_is_called_what_the_page_calls_it(written: Written) -> None:
    body = written(block("show: state", "topic: bridge", "words: Open, Not open"))

    assert body.words == "Not open as of 31 December 1936, the last day checked"


def test_what_came_is_told_with_the_day_on_which_it_came(written: Written) -> None:
    body = written(block("show: state", "topic: ferry", "words: In service, Not in service"))

    assert body.words == "In service 1 May 1930 as of 31 December 1936, the last day checked"
    assert body.links == ["events/ferry-sails/"]


def test_a_thing_with_states_is_told_by_its_last_one_and_how_long_that_is_known(written: Written) -> None:
    body = written(block("show: state", "track: passage"))

    assert body.words == (
        "closed by the flood October 1936 last reported in November 1936; as of 31 December 1936, the last day checked"
    )


@pytest.mark.parametrize(
    ("options", "faults"),
    [
        (["show: state"], ["docs/index.md:2:7 missing-option"]),
        (["show: state", "topic: bridge", "words: Open"], ["docs/index.md:4:8 wrong-shape"]),
        (["show: state", "topic: bridge", "words: Open, Not open"], []),
        (["show: state", "topic: river"], ["docs/index.md:3:8 not-foretold"]),
        (["show: state", "topic: bridge, river"], ["docs/index.md:3:16 not-foretold"]),
        (["show: all"], ["docs/index.md:2:7 unknown-word"]),
        (["order: last"], ["docs/index.md:2:8 unknown-word"]),
        (["show: turns", "event: plan, flod"], ["docs/index.md:3:14 unknown-event"]),
    ],
)
def test_what_a_block_lacks_is_told_at_its_place(record: Timeline, options: list[str], faults: list[str]) -> None:
    assert told(block(*options), record) == faults


def test_turning_points_are_the_key_events_with_the_first_sentence_of_each(written: Written) -> None:
    body = written(block("show: turns"))

    assert body.links == ["events/plan/", "events/flood/"]
    assert [p.text for p in body.classed("tl-turn-gist")] == ["The U.S. engineer draws it."]


def test_turning_points_that_are_named_stand_in_their_order_and_the_other_key_events_are_folded(
    written: Written,
) -> None:
    body = written(block("show: turns", "event: repair, flood"))

    assert body.links == ["events/flood/", "events/repair/", "events/plan/"]
    assert "1 more turning point" in body.words


def test_a_limit_folds_the_turning_points_beyond_it(written: Written) -> None:
    body = written(block("show: turns", "limit: 1"))

    assert body.links == ["events/plan/", "events/flood/"]
    assert "1 more turning point" in body.words


def test_the_liveliest_disputes_are_questions(written: Written) -> None:
    body = written(block("show: disputes"))

    assert body.words.startswith("How high did the water stand? 2 sides, 2 independent sources")


def test_what_is_newest_comes_first_and_a_plan_is_no_news(written: Written) -> None:
    body = written(block("order: newest", "limit: 2"))

    assert body.links == ["events/flood/", "events/ferry-sails/", "timeline/"]
    assert "The latest 2 of 4 events." in body.words


# -- boxes -----------------------------------------------------------------------------------------

ANSWERS = """::: answers
Is it open? **No**, the [[flood#high|flood]] took it. See [[=events]] & more.
Was ist "das"? A bridge[@gazette].
:::"""


def test_a_short_answer_stands_below_its_question_with_ways_to_its_evidence(written: Written, record: Timeline) -> None:
    body = written(ANSWERS)

    assert told(ANSWERS, record) == []
    assert [dt.text for dt in body.all("dt")] == ["Is it open?", 'Was ist "das"?']
    assert body.links[:3] == ["assets/timeline/print/home.css", "events/flood/#high", "#note-1"]
    assert [b.text for b in body.all("strong")] == ["No"]
    assert "See 4 events & more." in body.words


def test_an_answer_that_leads_nowhere_and_a_line_without_a_question_are_told(record: Timeline) -> None:
    text = "::: answers\nIs it open? No, of [[=events]].\nIt is [[flood]].\n:::"

    assert told(text, record) == ["docs/index.md:2:1 loose-answer", "docs/index.md:3:1 no-question-mark"]


def test_an_id_within_an_answer_is_looked_after_like_any_other(record: Timeline) -> None:
    text = "::: answers\nIs it open? No, the [[flod|flood]].\n:::"

    assert told(text, record) == ["docs/index.md:2:23 unknown-event"]


def test_a_box_that_is_never_closed_is_told_and_its_text_stays(written: Written, record: Timeline) -> None:
    text = "::: answers\nIs it open? [[flood|No]].\n\nText."

    assert told(text, record) == ["docs/index.md:1:1 unclosed-block"]
    assert "Is it open? No." in written(text).words


def test_doors_are_links_in_a_row(written: Written) -> None:
    body = written("::: doors\n[Story](story/)\n[All [[=events]]](timeline/)\n:::\n\nText")

    (row,) = body.classed("tl-doors")
    assert body.links == ["story/", "timeline/"]
    assert "All 4 events" in body.words
    assert "Text" not in row.text


def test_a_box_in_code_is_code(written: Written) -> None:
    body = written("    ::: answers\n    Is it? [[flood]].\n    :::")

    assert body.links == []
    assert "::: answers" in body.words


# -- figures ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("events", "4 events"),
        ("claims", "5 claims"),
        ("sources", "3 sources"),
        ("independent-sources", "3 independent sources"),
        ("disputed-claims", "1 disputed claim"),
        ("forecasts", "2 forecasts"),
        ("last-day", "31 December 1936"),
    ],
)
def test_a_figure_in_a_text_is_counted_when_the_site_is_built(written: Written, name: str, words: str) -> None:
    assert written(f"It has [[={name}]] now.").words == f"It has {words} now."


def test_a_figure_in_a_code_span_stays_as_it_is(written: Written) -> None:
    assert written("Write `[[=events]]`.").words == "Write [[=events]]."
