"""A block of a page written by hand draws a chart, which can be framed and taken along."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from markdown import Markdown

from tests.bodies import Body
from tests.markdown.asking import EXTENSIONS, RECORD, block, told
from timeline.markdown.extension import TimelineExtension, embeds, faults
from timeline.model import Timeline
from timeline.queries.index import Index

CHARTED = (
    RECORD
    + """
expectations:
  - {id: soon, about: bridge, said: 1929-03-14, window: 1930-05, cite: gazette, outcome: missed}
  - {id: later, about: bridge, said: 1930-06-01, window: 1931, cite: gazette, outcome: {event: opening}}
tracks:
  - {id: crossing, states: [{from: 1929, state: by ferry, tone: open, cite: gazette}]}
  - {id: toll, states: [{from: 1931, state: free, tone: open, cite: gazette}]}
"""
)


@pytest.fixture
def charted(read_record: Callable[[str], Timeline]) -> Timeline:
    return read_record(CHARTED)


def drawn(record: Timeline, text: str) -> Body:
    return Body.of(Markdown(extensions=[*EXTENSIONS, TimelineExtension(timeline=record, here="story/")]).convert(text))


@pytest.mark.parametrize(
    ("options", "title"),
    [
        (["chart: axis"], "All events by date"),
        (["chart: axis", "topic: river", "lanes: topics"], "All events by date"),
        (["chart: forecasts", "topic: bridge"], "Two dates were named for Bridge and one was kept"),
        (["chart: tracks"], "How things stood"),
        (["chart: tracks", "track: toll"], "Toll"),
    ],
)
def test_a_block_may_draw_instead_of_listing(charted: Timeline, options, title) -> None:
    assert told(block(*options), charted) == []

    body = drawn(charted, f"# A\n\n{block(*options)}")

    assert [element.text for element in body.all("h2")] == [title]
    sheets = body.all("svg", "tc-sheet")  # for paper
    assert len(body.all("svg", "tc-svg")) - len(sheets) == 3
    assert len(sheets) == (len(charted.tracks) if title == "How things stood" else 0)
    assert len(body.ids) == len(set(body.ids))


def test_two_charts_of_one_kind_share_no_name(charted: Timeline) -> None:
    body = drawn(charted, "\n\n".join([block("chart: axis"), block("chart: axis", "topic: river"), "text"]))

    assert len(body.ids) == len(set(body.ids))
    assert len([e for e in body.all("a", "tc-event") if e.attributes["data-id"] == "plan"]) == 3


def test_what_is_given_an_address_can_be_framed_and_taken_along(charted: Timeline) -> None:
    text = f"{block('chart: axis', 'topic: river', 'embed: the-river')}\n\n{block('key: true', 'embed: few')}"

    files = {file.path: file.text for file in embeds([text], Index(charted))}

    assert set(files) == {
        "charts/the-river.svg", "charts/the-river.csv", "embed/the-river/index.html", "embed/few/index.html",
    }  # fmt: skip
    assert "flood" in files["charts/the-river.csv"]
    assert "plan" not in files["charts/the-river.csv"]
    assert "<script" not in files["embed/few/index.html"]
    assert "Plan" in files["embed/few/index.html"]
    links = drawn(charted, text).links
    assert {"../embed/the-river/", "../charts/the-river.svg", "../embed/few/"} <= set(links)


@pytest.mark.parametrize(
    ("options", "title", "home"),
    [
        (
            ["topic: bridge", "from: 1930", "key: true"],
            "Bridge, from 1930",
            "timeline/?topic=bridge&from=1930&key=true",
        ),
        (["topic: bridge, river", "order: newest"], "Bridge, River", "timeline/?topic=bridge&topic=river&order=newest"),
        (["key: true", 'title: Turns, <all> of "them"'], 'Turns, <all> of "them"', "timeline/?key=true"),
        (["show: state", "track: toll"], "Toll", "tracks/#_toll"),
        (["show: disputes"], "Disputes", "disputes/"),
    ],
)
def test_the_frame_of_a_selection_says_what_was_chosen_and_leads_to_where_it_stands(
    charted: Timeline, options, title, home
) -> None:
    (file,) = embeds([block(*options, "embed: ours")], Index(charted))

    (head,) = re.findall(r"<title>(.*)</title>", file.text)
    body = Body.of(file.text.partition("<main")[2].partition(">")[2].rpartition("</main>")[0])
    assert [element.text for element in body.all("h1")] == [title]
    assert unescape(head) == f"{title} – {charted.record.title}"
    assert f"../../{home}" in body.links


@pytest.mark.parametrize(
    ("option", "place", "code", "help"),
    [
        ("chart: axs", "4:8", "unknown-word", "write `axis`; the other words are"),
        ("lanes: topic", "4:8", "unknown-word", "write `topics`"),
        ("track: tol", "4:8", "unknown-word", "write `toll`"),
        ("event: floood", "4:8", "unknown-event", "an event with a similar id is `flood`"),
        ("embed: The River", "4:8", "bad-id", "write lower-case words"),
    ],
)
def test_a_slip_in_what_a_chart_is_to_show_is_told_at_its_place(charted: Timeline, option, place, code, help) -> None:
    text = "# A\n\n" + block(option)

    (problem,) = faults(text, "docs/story.md", charted)

    assert f"{problem.span} {problem.code}" == f"docs/story.md:{place} {code}"
    assert help in (problem.help or "")
