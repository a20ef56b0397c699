"""A page written by hand on paper: where its links lead stands below the text, with addresses."""

from __future__ import annotations

from collections.abc import Callable

from markdown import Markdown

from tests.bodies import Body
from timeline.engines.mkdocs import search
from timeline.markdown.extension import TimelineExtension
from timeline.model import Timeline
from timeline.site.settings import Site

RECORD = """
sources:
  - {id: gazette, issued: 1931-05-04, publisher: Gazette, url: "https://gazette.example/1931"}
  - {id: herald, issued: 1931-05-05, publisher: Herald}
  - {id: minutes, issued: 1931-05-14, publisher: Council}
events:
  - id: opening
    date: 1931-05-02
    title: The bridge opens
    claims: [{id: opened, text: The bridge *opened*., cite: [gazette, herald, minutes]}, {id: lamps, cite: minutes}]
  - {id: flood, title: The flood, date: 1935, claims: [{cite: herald}]}
"""
HERE = Site(address="https://bridge.example/")


def written(record: Timeline, text: str, here: str = "story/", site: Site = HERE) -> str:
    return Markdown(extensions=[TimelineExtension(timeline=record, here=here, site=site)]).convert(text)


def listed(html: str) -> list[str]:
    return [" ".join(e.text.split()) for e in Body.of(html).all("li") if "section" in e.inside]


def test_what_a_link_leads_to_is_told_with_its_documents_and_its_address(
    read_record: Callable[[str], Timeline],
) -> None:
    html = written(read_record(RECORD), "It [[opening#opened|opened]] before the [[flood]].")

    assert listed(html) == [
        "The bridge opened. Gazette, 4 May 1931; Herald, 5 May 1931 and 1 more. "
        "https://bridge.example/events/opening/#opened",
        "The flood, 1935. Herald, 5 May 1931. https://bridge.example/events/flood/",
    ]


def test_each_link_has_the_number_under_which_it_is_listed(read_record: Callable[[str], Timeline]) -> None:
    body = Body.of(written(read_record(RECORD), "[[flood]], [[opening]], the [[flood]] again, a note [@gazette]."))
    numbers = [link.attributes.get("data-link") for link in body.all("a") if "data-link" in link.attributes]
    listing = [item.attributes["value"] for item in body.all("li") if "value" in item.attributes]

    assert numbers == ["2", "3", "2"]  # the note is number 1
    assert listing == ["2", "3"]


def test_a_site_that_does_not_know_where_it_stands_prints_addresses_below_it(
    read_record: Callable[[str], Timeline],
) -> None:
    (item,) = listed(written(read_record(RECORD), "[[flood]]", site=Site()))

    assert item.endswith(" events/flood/")


def test_home_is_one_sheet_and_has_no_list(read_record: Callable[[str], Timeline]) -> None:
    html = written(read_record(RECORD), "[[flood]]", here="")

    assert html == '<p><a href="events/flood/">The flood</a></p>'


def test_a_note_carries_the_address_of_its_document_for_paper(read_record: Callable[[str], Timeline]) -> None:
    links = Body.of(written(read_record(RECORD), "So it was [@gazette].")).all("a")

    assert [link.attributes["data-address"] for link in links if "data-address" in link.attributes] == [
        "https://gazette.example/1931"
    ]


def test_a_search_does_not_find_a_page_by_what_its_links_lead_to(read_record: Callable[[str], Timeline]) -> None:
    html = written(read_record(RECORD), "Then [[opening#opened|that day]] came.\n\n## After it")

    class Page:
        title = "The story"

    found = search.entry(Page(), html)  # type: ignore[arg-type] # of which the title is all that is asked
    assert found.text == "Then that day came. After it"
