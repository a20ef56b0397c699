"""A page written by hand shows a part of the timeline, and a slip in what it asks for is told with its place."""

from __future__ import annotations

import pytest
from markdown import Markdown

from tests.bodies import Body
from tests.markdown.asking import Written, block, told
from timeline.model import Timeline


def shown(body: Body) -> list[str]:
    """The events of all lists, by their addresses."""
    return [
        str(link.attributes["href"]).removeprefix("../events/").rstrip("/")
        for link in body.all("a")
        if {"h2", "h3", "h4", "h5", "h6"} & set(link.inside)
    ]


# -- what is shown ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "events"),
    [
        ([], ["plan", "flood", "opening", "repair"]),
        (["topic: river"], ["flood", "opening"]),
        (["topic: river, bridge"], ["plan", "flood", "opening", "repair"]),
        (["topic: bridge", "actor: council"], ["plan"]),
        (["actor: council , engineer"], ["plan", "opening"]),
        (["kind: policy"], ["plan"]),
        (["status: disputed"], ["opening"]),
        (["course: planned, cancelled"], ["repair"]),
        (["from: 1930-06"], ["flood", "opening", "repair"]),
        (["to: 1930"], ["plan", "flood"]),
        (["from: 1930", "to: 1931-05-01"], ["flood", "opening"]),
        (["from: 193X"], ["flood", "opening", "repair"]),
        (["key: true"], ["plan"]),
        (["key: false"], ["plan", "flood", "opening", "repair"]),
        (["disputed: true"], ["opening"]),
        (["limit: 2"], ["plan", "flood"]),
        (["topic: bridge", "limit: 10"], ["plan", "opening", "repair"]),
        (["status: denied"], []),
    ],
)
def test_a_block_shows_the_events_that_fit_in_their_order(written: Written, record: Timeline, options, events) -> None:
    assert told(block(*options), record) == []
    assert shown(written(block(*options))) == events


def test_a_list_ends_with_a_way_to_the_whole_timeline(written: Written) -> None:
    body = written(block("topic: river"))

    assert body.links[-1] == "../timeline/"
    assert body.words.endswith("All 4 events in order")


def test_a_shortened_list_says_how_much_it_leaves_out(written: Written) -> None:
    assert "The first 1 of 2 events." in written(block("topic: river", "limit: 1")).words


def test_a_list_that_nothing_fits_says_so(written: Written) -> None:
    assert "No event of the record fits." in written(block("status: denied")).words


def test_a_card_says_what_it_says_on_the_timeline(written: Written) -> None:
    body = written(block("kind: report", "status: disputed"))

    assert 'May 1931, disputed The <b>bridge</b> "opens" See the id="opening" there 1 source · 1 dispute' in body.words
    assert 'See the id="opening" there' in body.words
    assert body.all("b") == []


def test_several_lists_on_a_page_share_no_name_with_each_other_or_with_its_headings(written: Written) -> None:
    text = "\n\n".join(["# Story", "## Opening", block("topic: river"), "## Flood", block("topic: bridge"), "text"])

    body = written(text)

    assert body.ids == ["story", "opening", "flood"]
    assert shown(body) == ["flood", "opening", "plan", "opening", "repair"]


@pytest.mark.parametrize(
    ("above", "heading"),
    [("", "h2"), ("# A", "h2"), ("# A\n\n## B", "h3"), ("###### F", "h6"), ("## B\n\n    # code", "h3")],
)
def test_titles_stand_one_step_below_the_heading_of_their_section(written: Written, above, heading) -> None:
    body = written(f"{above}\n\n{block('key: true')}")

    assert [element.text for element in body.all(heading)][-1] == "Plan"


@pytest.mark.parametrize(("here", "up"), [("", ""), ("a/", "../"), ("a/b/c/", "../../../")])
def test_links_hold_at_any_depth(written: Written, here, up) -> None:
    assert written(block("key: true"), here=here).links == [f"{up}events/plan/", f"{up}timeline/"]


@pytest.mark.parametrize(
    "text",
    [
        "text\n{}\ntext",
        "text\n\n{}\n\ntext",
        "- item\n\n    {}",
        "!!! note\n\n    {}\n\n    more",
        "> quoted\n\n{}",
        "```\ncode\n```\n{}",
    ],
)
def test_a_block_stands_between_paragraphs_and_within_what_holds_them(written: Written, text) -> None:
    indent = "\n" + " " * (len(text.partition("{}")[0]) - len(text.partition("{}")[0].rstrip(" ")))

    body = written(text.format(block("key: true").replace("\n", indent)))

    (card,) = body.classed("tl-card")
    assert shown(body) == ["plan"]
    assert "p" not in card.inside
    assert ":::" not in body.text


def test_references_around_a_block_are_links_as_ever(written: Written) -> None:
    body = written(f"See [[flood]][@gazette].\n\n{block('key: true')}\n\nAnd [[opening]][@herald].")

    assert body.links[:2] == ["../events/flood/", "#note-1"]
    assert "../events/opening/" in body.links
    assert [id for id in body.ids if id.startswith("note")] == ["note-1", "note-2"]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_space_around_what_is_written_makes_no_difference(written: Written, record: Timeline, end) -> None:
    text = end.join(["::: timeline  ", "  topic :river ", "key:   false", ":::  "])

    assert told(text, record) == []
    assert shown(written(text)) == ["flood", "opening"]


# -- what is left alone ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "```\n::: timeline\ntopic: nowhere\n:::\n```",
        "~~~ yaml\n::: timeline\ntopic: nowhere\n~~~",
        "    ::: timeline\n    topic: nowhere\n    :::",
        "`::: timeline`",
        "A line with ::: timeline in it",
        "::: timeline.pages",
        "::: timelines\nx\n:::",
        "::: note\ntopic: nowhere\n:::",
        "\\::: timeline\n",
    ],
)
def test_code_and_other_blocks_are_left_alone(written: Written, record: Timeline, text) -> None:
    assert told(text, record) == []
    assert written(text).classed("tl-block") == []


def test_without_a_record_a_block_stays_what_was_typed() -> None:
    assert "::: timeline" in Markdown(extensions=["timeline"]).convert(block("key: true"))
