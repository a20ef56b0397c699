"""A page written by hand cites the record, and a slip in it is told with its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown import Markdown

from tests.bodies import Body
from timeline.markdown.extension import TimelineExtension, faults
from timeline.model import Timeline

RECORD = """
sources:
  - {id: gazette, title: Die Brücke, language: de, issued: 1931-05-04, publisher: Gazette}
  - {id: minutes, title: 'Minutes <of> "the" council', seen: false, note: lost}
  - {id: herald, relays: minutes}
events:
  - id: opening
    date: 1931-05
    title: 'The <b>bridge</b> "opens" & stays'
    claims: [{id: opened, cite: gazette}, {cite: minutes}]
  - {id: flood, date: 1935}
"""
EXTENSIONS = ["toc", "tables", "fenced_code", "admonition", "attr_list"]

Written = Callable[..., str]


@pytest.fixture
def record(read_record: Callable[[str], Timeline]) -> Timeline:
    return read_record(RECORD)


@pytest.fixture
def written(record: Timeline) -> Written:
    """The HTML of a page that stands at `here`."""

    def write(text: str, here: str = "about/") -> str:
        return Markdown(extensions=[*EXTENSIONS, TimelineExtension(timeline=record, here=here)]).convert(text)

    return write


def places(text: str, record: Timeline) -> list[str]:
    return [f"{problem.span} {problem.code}" for problem in faults(text, "docs/story.md", record)]


# -- references ------------------------------------------------------------------------------------


def test_an_event_is_linked_by_its_title(written: Written) -> None:
    (link,) = Body.of(written("See [[opening]].")).all("a")

    assert link.attributes["href"] == "../events/opening/"
    assert link.text == 'The <b>bridge</b> "opens" & stays'


def test_an_event_is_linked_by_other_words(written: Written) -> None:
    (link,) = Body.of(written("On [[opening|that day in May]] it rained.")).all("a")

    assert (link.attributes["href"], link.text) == ("../events/opening/", "that day in May")


def test_other_words_are_words_and_nothing_else(written: Written) -> None:
    (link,) = Body.of(written('[[opening|<i>x</i> "y" & *z*]]')).all("a")

    assert link.text == '<i>x</i> "y" & *z*'


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        ("[[opening#opened]]", "../events/opening/#opened"),
        ("[[opening#opened|so it is said]]", "../events/opening/#opened"),
        ("[[opening#claim-2]]", "../events/opening/#claim-2"),
    ],
)
def test_a_claim_is_linked_where_it_stands(written: Written, reference, address) -> None:
    assert Body.of(written(reference)).links == [address]


@pytest.mark.parametrize(
    ("here", "up"), [("", ""), ("about/", "../"), ("story/part-1/", "../../"), ("a/b/c/d/", "../../../../")]
)
def test_links_hold_at_any_depth(written: Written, here, up) -> None:
    links = Body.of(written("[[opening]] [@gazette]", here=here)).links

    assert links == [f"{up}events/opening/", "#note-1", f"{up}sources/gazette/"]


def test_references_stand_anywhere_in_a_text(written: Written) -> None:
    text = """\
## Of [[opening]]

- an item with [[flood]]

    its second paragraph with [[flood]]

    - and an item below, [[flood]]

        with its own paragraph, [[flood]]

1. numbered

    and continued, [[flood]]

!!! note

    An admonition with [[flood]].

    And [[flood]] once more.

> said [[flood]]

| a | b |
|---|---|
| [[flood|with words]] | **[[flood]]**, *[[flood]]* |
"""
    html = written(text)

    assert "[[" not in html
    assert Body.of(html).links == ["../events/opening/", *["../events/flood/"] * 11]


@pytest.mark.parametrize(
    "text",
    [
        "`[[flood]] [@herald]`",
        "``a ` [[flood]] [@herald]``",
        "```\n[[flood]] [@herald]\n```",
        "```yaml\n[[flood]] [@herald]\n```",
        "~~~\n```\n[[flood]] [@herald]\n~~~",
        "````\n```\n[[flood]] [@herald]\n```\n````",
        "    [[flood]] [@herald]",
        "\t[[flood]] [@herald]",
        "text\n\n    [[flood]]\n\n    [@herald]",
        "- item\n\n        [[flood]] [@herald]",
        "- item\n\ntext\n\n    [[flood]] [@herald]",
        "\\[[flood]] \\[@herald]",
    ],
)
def test_code_and_what_stands_behind_a_backslash_is_left_alone(written: Written, record: Timeline, text) -> None:
    html = written(text)

    assert Body.of(html).links == []
    assert "[[flood]]" in html
    assert "[@herald]" in html
    assert places(text.replace("flood", "nowhere").replace("herald", "nobody"), record) == []


@pytest.mark.parametrize(
    "text",
    [
        "`code` and [[flood]]",
        "a ` alone and [[flood]]",
        "\\`[[flood]]\\`",
        "```three``` ticks in a line\n\nand [[flood]]",
        "```\ncode\n```\n[[flood]]",
        "~~~\ncode\n~~~\n\n[[flood]]",
        "```\r\ncode\r\n```\r\n[[flood]]",
        "text\n    with a long indent [[flood]]",
    ],
)
def test_what_follows_code_is_text_again(written: Written, record: Timeline, text) -> None:
    assert Body.of(written(text)).links == ["../events/flood/"]
    assert len(places(text.replace("flood", "nowhere"), record)) == 1


def test_a_fence_that_is_never_closed_asks_for_nothing(record: Timeline) -> None:
    assert places("```\n[[nowhere]]\n\n[@nobody]\n", record) == []


def test_a_page_without_references_is_what_markdown_makes_of_it(written: Written) -> None:
    text = """# A *page*

[a](b.md) [[1, 2], [3]] a@b.example [@ x] [[No Id]]

- 1

    2

```
x
```

| a |
|---|
| b |
"""

    assert written(text) == Markdown(extensions=EXTENSIONS).convert(text)


def test_without_a_record_brackets_stay_brackets() -> None:
    assert Markdown(extensions=["timeline"]).convert("[[opening]] [@gazette]") == "<p>[[opening]] [@gazette]</p>"


def test_the_table_of_contents_has_the_words_and_no_tags(record: Timeline) -> None:
    reader = Markdown(extensions=[*EXTENSIONS, TimelineExtension(timeline=record, here="about/")])

    html = reader.convert(
        "# About\n\n## Before [[flood]]\n\ntext [@gazette]\n\n## Notes\n\n### [[opening|May]] {#may}\n"
    )

    (about,) = reader.toc_tokens  # type: ignore[attr-defined]  # of the extension `toc`
    assert [(token["id"], token["name"]) for token in about["children"]] == [
        ("before-flood", "Before Flood"),
        ("notes", "Notes"),
    ]
    assert about["children"][1]["children"][0]["id"] == "may"
    ids = Body.of(html).ids
    assert len(ids) == len(set(ids))


# -- notes -----------------------------------------------------------------------------------------


def test_notes_are_numbered_as_they_are_first_cited_and_one_document_has_one_number(written: Written) -> None:
    html = written("First[@minutes], then[@gazette; @minutes].\n\nAnd[@herald; @gazette].")

    body = Body.of(html)
    numbers = [link.text for link in body.all("a") if str(link.attributes["href"]).startswith("#")]
    assert numbers == ["1", "2", "1", "3", "2"]
    assert [link for link in body.links if not link.startswith("#")] == [
        "../sources/minutes/",
        "../sources/gazette/",
        "../sources/herald/",
    ]
    assert [id for id in body.ids if id.startswith("note-")] == ["note-1", "note-2", "note-3"]


def test_a_note_tells_what_the_document_is(written: Written) -> None:
    html = written("So it is[@gazette], and so[@minutes].")

    first, second = Body.of(html).all("li")
    assert " ".join(first.text.split()) == "Die Brücke Gazette, 4 May 1931, German, primary source"
    assert second.text.endswith("not seen by us")
    assert '<cite class="tl-cited" lang="de">Die Brücke</cite>' in html
    assert 'aria-label="Note 1, Gazette, 4 May 1931"' in html


def test_a_hostile_title_is_only_a_title(written: Written) -> None:
    body = Body.of(written("[[opening]] and[@minutes]."))

    assert body.all("b") == []
    assert body.all("of") == []
    assert 'Minutes <of> "the" council' in body.text


def test_notes_stand_below_the_text_and_in_no_paragraph(written: Written) -> None:
    html = written("Text[@gazette].\n\n- a list at the end")

    (section,) = Body.of(html).all("section")
    assert section.inside == ()
    assert html.rstrip().endswith("</section>")
    assert "<p></p>" not in html
