"""A slip in what a block asks for is told with its place and a remedy."""

from __future__ import annotations

import pytest

from tests.markdown.asking import Written, block, told
from timeline.markdown.extension import faults
from timeline.model import Timeline


@pytest.mark.parametrize(
    ("option", "place", "code", "help"),
    [
        ("topic: rivr", "4:8", "unknown-topic", "a topic with a similar id is `river`"),
        ("topic: bridge, zzz", "4:16", "unknown-topic", "name a topic of the record, or leave it out"),
        ("actor: counsel", "4:8", "unknown-actor", "an actor with a similar id is `council`"),
        ("kind: polcy", "4:7", "unknown-word", "write `policy`; the other words are"),
        ("status: zzz", "4:9", "unknown-word", "write one of `confirmed`, `reported`, `disputed`, `denied`"),
        ("course: mised", "4:9", "unknown-word", "write `missed`"),
        ("from: 1931-13", "4:7", "impossible-date", ""),
        ("to: May 1931", "4:5", "not-edtf", "write `1931-05`"),
        ("key: yes", "4:6", "bad-flag", "write `true`, or leave the line out"),
        ("disputed: 1", "4:11", "bad-flag", "write `true`, or leave the line out"),
        ("limit: 0", "4:8", "wrong-shape", "write `10`"),
        ("limit: many", "4:8", "wrong-shape", "write `10`"),
        ("topics: river", "4:1", "unknown-option", "write `topic`"),
        ("publisher: t3n", "4:1", "unknown-option", "write one of `topic`, `actor`, `place`"),
        ("topic river", "4:1", "unknown-option", "an option and its value stand on a line below, as `topic: bridge`"),
        ("topic:", "4:1", "empty-value", "leave the line out, or write what is looked for"),
        ("topic: ,", "4:1", "empty-value", "leave the line out, or write what is looked for"),
    ],
)
def test_a_slip_is_told_at_its_word_with_a_remedy(record: Timeline, option, place, code, help) -> None:
    (fault,) = faults(f"# Story\n\n{block(option)}\n", "docs/story.md", record)

    assert (str(fault.span), fault.code) == (f"docs/story.md:{place}", code)
    assert fault.help.startswith(help)


def test_an_option_said_twice_is_told_with_the_place_of_the_first(record: Timeline) -> None:
    (fault,) = faults(block("topic: river", "topic: bridge"), "docs/story.md", record)

    assert (str(fault.span), fault.code) == ("docs/story.md:3:1", "duplicate-key")
    assert [str(span) for _, span in fault.elsewhere] == ["docs/story.md:2:1"]


def test_every_slip_of_a_block_is_told_at_once(record: Timeline) -> None:
    text = block("topic: rivr", "kind: report, polcy", "from: 1931-13", "[[nowhere]]") + "\n\n[[nowhere]]"

    assert told(text, record) == [
        "docs/story.md:2:8 unknown-topic",
        "docs/story.md:3:15 unknown-word",
        "docs/story.md:4:7 impossible-date",
        "docs/story.md:5:1 unknown-option",
        "docs/story.md:8:3 unknown-event",
    ]


def test_options_on_the_line_of_the_mark_are_told(record: Timeline) -> None:
    assert told("::: timeline topic=river\n:::", record) == ["docs/story.md:1:14 unknown-option"]


@pytest.mark.parametrize(
    "text",
    ["::: timeline", "::: timeline\ntopic: river", "::: timeline\ntopic: river\n\n:::", "text\n::: timeline\n\ntext"],
)
def test_a_block_that_is_never_closed_is_told_where_it_begins(written: Written, record: Timeline, text) -> None:
    line = 2 if text.startswith("text") else 1

    assert told(text, record) == [f"docs/story.md:{line}:1 unclosed-block"]
    assert "::: timeline" in written(text).text


def test_what_follows_an_unclosed_block_is_checked_all_the_same(record: Timeline) -> None:
    assert told("::: timeline\nkey: true\n\n[[nowhere]]", record) == [
        "docs/story.md:1:1 unclosed-block",
        "docs/story.md:4:3 unknown-event",
    ]


def test_a_block_with_a_slip_stays_visible(written: Written) -> None:
    body = written(block("topic: nowhere"))

    assert body.classed("tl-block") == []
    assert "topic: nowhere" in body.text
