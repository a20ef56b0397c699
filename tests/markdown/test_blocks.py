"""A page written by hand shows a part of the timeline, and a slip in what it asks for is told with its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown import Markdown

from tests.bodies import Body
from timeline.markdown.extension import TimelineExtension, embeds, faults
from timeline.model import Timeline
from timeline.queries.index import Index

RECORD = """
sources:
  - {id: gazette}
  - {id: herald}
topics: [{id: bridge}, {id: river}]
actors: [{id: council}, {id: engineer}]
events:
  - {id: plan, date: 1929-03-14, kind: policy, topics: bridge, actors: council, key: true}
  - {id: flood, date: 1930, topics: river, claims: [{id: flooded}]}
  - {id: opening, date: 1931-05, title: 'The <b>bridge</b> "opens"', topics: [bridge, river], actors: engineer,
     claims: [{id: opened, cite: gazette}], status: disputed, summary: 'See *the* id="opening" there'}
  - {id: repair, date: 1935-07~, topics: bridge, course: planned, claims: [{cite: herald, disputes: 'opening#opened'}]}
"""
EXTENSIONS = ["toc", "tables", "fenced_code", "admonition", "attr_list"]

Written = Callable[..., Body]


@pytest.fixture
def record(read_record: Callable[[str], Timeline]) -> Timeline:
    return read_record(RECORD)


@pytest.fixture
def written(record: Timeline) -> Written:
    """A page that stands at `here`, as a browser takes it in."""

    def write(text: str, here: str = "story/") -> Body:
        return Body.of(Markdown(extensions=[*EXTENSIONS, TimelineExtension(timeline=record, here=here)]).convert(text))

    return write


def block(*options: str) -> str:
    return "\n".join(["::: timeline", *options, ":::"])


def shown(body: Body) -> list[str]:
    """The events of all lists, by their addresses."""
    return [
        str(link.attributes["href"]).removeprefix("../events/").rstrip("/")
        for link in body.all("a")
        if {"h2", "h3", "h4", "h5", "h6"} & set(link.inside)
    ]


def told(text: str, record: Timeline) -> list[str]:
    return [f"{p.span} {p.code}" for p in faults(text, "docs/story.md", record)]


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


# -- slips -----------------------------------------------------------------------------------------


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
        ("topic river", "4:1", "unknown-option", "an option and its value stand on a line below, as `topic: r2`"),
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


# -- charts ----------------------------------------------------------------------------------------

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
