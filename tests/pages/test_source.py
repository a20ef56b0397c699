"""What the page of a document says of itself and of what rests on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.bodies import Body
from timeline.html.page import Page

Pages = dict[str, Page]


def test_the_page_of_a_report_tells_on_whom_it_rests_what(pages_from_doc: Pages) -> None:
    """
    sources: [{id: times, kind: original-reporting}, {id: herald, relays: times}]
    events:
      - id: e
        claims:
          - {text: It opens., cite: [times, {source: herald, attributed_to: two people}]}
          - {text: It is late., cite: {source: herald, attributed_to: two people}}
          - {text: It rained., cite: {source: herald, attributed_to: a fisherman}}
    """
    times, herald = (Body.of(pages_from_doc[f"sources/{id}/"].body).words for id in ("times", "herald"))

    assert "What is cited from it here it attributes to two people (2 claims), a fisherman (1 claim)." in times
    assert "It is late. through Publisher of herald, undated attributed to two people" in times
    assert "it attributes" not in herald
    assert "It rained. attributed to a fisherman" in herald


def test_an_unseen_document_names_those_through_whom_most_is_known_and_leads_to_the_others(
    pages_of: Callable[[str], Pages],
) -> None:
    papers = [f"paper-{n}" for n in range(8)]
    pages = pages_of(f"""
sources:
  - {{id: times, kind: original-reporting, seen: false, note: not read}}
{"".join(f"  - {{id: {id}, publisher: {id}, relays: times}}{chr(10)}" for id in papers)}
events:
  - {{id: e, claims: [{{cite: paper-7}}, {{cite: paper-7}}, {{cite: paper-3}}]}}
""")
    page = Body.of(pages["sources/times/"].body)

    (told,) = page.classed("tl-unseen")
    assert " ".join(told.text.split()) == (
        "We have not read it. What it says is known through paper-7, undated, paper-3, undated, "
        "and 6 further documents."
    )
    assert "_relayed-by" in page.ids


@pytest.mark.parametrize(
    ("kind", "words"),
    [("primary", "A first-hand document"), ("original-reporting", "Its publisher’s own reporting")],
)
def test_an_origin_says_of_itself_that_it_is_one(pages_of: Callable[[str], Pages], kind, words) -> None:
    pages = pages_of(f"sources: [{{id: a, kind: {kind}}}]\nevents: [{{id: e, claims: [{{cite: a}}]}}]")

    assert f"{words}: it counts as an independent source." in Body.of(pages["sources/a/"].body).words


def test_an_origin_known_through_others_says_so_where_it_is_counted(pages_of: Callable[[str], Pages]) -> None:
    pages = pages_of(
        "sources: [{id: a, kind: original-reporting, seen: false}, {id: b, relays: a, kind: secondary}]\n"
        "events: [{id: e, claims: [{cite: {source: b, via: a}}]}]"
    )
    words = Body.of(pages["sources/a/"].body).words

    assert "it counts as an independent source, though we know it only through others." in words


def test_no_page_says_when_a_document_was_read_where_nobody_noted_it(pages_from_doc: Pages) -> None:
    """
    record: {through: 1932-11-21}
    sources: [{id: post, kind: primary}, {id: leaf, kind: primary, accessed: 1932-11-03}]
    events:
      - {id: shove, date: 1932-05, claims: [{text: He fell., cite: post}]}
      - {id: shout, date: 1932-05, claims: [{text: He shouted., cite: leaf}]}
    """
    shove, shout, post, leaf = (
        " ".join(Body.of(pages_from_doc[address].body).words.split())
        for address in ("events/shove/", "events/shout/", "sources/post/", "sources/leaf/")
    )

    assert "known by 21 November 1932" in shove
    assert "21 November 1932 at the latest, when this record was checked; no day is noted" in shove
    assert "we read it" not in shove
    assert "yes; the day is not noted" in post
    assert "Read on 21 November" not in post
    assert "urldate" not in post
    assert "3 November 1932, when we read it" in shout
    assert "Read on 3 November 1932." in leaf
    assert "urldate = {1932-11-03}" in leaf
