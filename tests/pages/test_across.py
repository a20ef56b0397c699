"""Pages across the record: the health of the evidence, and whom it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.bodies import Body
from timeline.charts.activity import strip, svg
from timeline.dates import parse
from timeline.html.page import Page
from timeline.model import Timeline

Pages = dict[str, Page]


def said(html: str, name: str) -> list[str]:
    return [" ".join(element.text.split()) for element in Body.of(html).classed(name)]


# -- health ----------------------------------------------------------------------------------------


def test_originals_that_nobody_has_seen_are_ranked_by_what_hangs_on_them(pages_from_doc: Pages) -> None:
    """
    sources:
      - {id: little, kind: primary, seen: false, publisher: Little}
      - {id: much, kind: original-reporting, seen: false, publisher: Much}
      - {id: a, kind: secondary, relays: little}
      - {id: b, kind: secondary, relays: much}
    events:
      - {id: e, claims: [{cite: a}, {cite: b}, {cite: b}]}
    """
    body = Body.of(pages_from_doc["evidence/unread/"].body)

    assert [" ".join(e.text.split()) for e in body.all("li")] == [
        "Much, undated 2 claims in 1 event, told by 1 document",
        "Little, undated 1 claim in 1 event, told by 1 document",
    ]


def test_every_note_names_the_lines_to_mend(sample_pages: Pages, sample: Timeline) -> None:
    places = said(sample_pages["evidence/editors/"].body, "tl-lines")

    assert len(places) > 50
    assert all(".yaml, line " in place for place in places)


# -- whom it is about ------------------------------------------------------------------------------

WHO = """
sources: [{id: a}, {id: b}]
actors: [{id: firm, name: Firm}, {id: paper, name: Paper}]
topics: [{id: bridge, name: Bridge}]
events:
  - id: first
    date: 2025-01
    title: It is said
    actors: [firm, paper]
    topics: bridge
    claims: [{id: late, text: The bridge is late., by: paper, cite: a}]
  - id: second
    date: 2025-03-04
    title: It is denied
    actors: firm
    topics: bridge
    claims: [{text: It is on time., by: firm, denies: first#late, cite: b}]
"""


def test_an_actor_is_introduced_by_events_company_and_words(pages_of: Callable[[str], Pages]) -> None:
    pages = pages_of(WHO)
    words = Body.of(pages["actors/firm/"].body).words

    assert "The latest of 2 events that name it: It is denied, 4 March 2025." in words
    assert "2 events reported by the sources named there, not confirmed" in words
    assert words.index("It is denied") < words.index("It is said")
    assert "Named withPaper: 1" in words
    assert "In dispute withPaper: 1" in words
    assert "It is denied, 4 March 2025 It is on time. 1 source Said before: The bridge is late." in words
    assert "What others say against their words" in Body.of(pages["actors/paper/"].body).words


def test_a_topic_leads_to_its_disputes(pages_of: Callable[[str], Pages]) -> None:
    assert 'href="../../disputes/?topic=bridge"' in pages_of(WHO)["topics/bridge/"].body


def test_a_topic_for_which_times_were_named_says_first_whether_it_has_come(pages_from_doc: Pages) -> None:
    """
    record: {through: 2026-01-01}
    topics:
      - {id: bridge, name: The bridge, about: A bridge over the Sele.}
      - {id: ferry, name: The ferry, about: A ferry}
    sources: [{id: a}]
    events: [{id: e, date: 2025-01, topics: [bridge, ferry], claims: [{cite: a}]}]
    expectations: [{id: in-may, about: bridge, said: 2025-01, window: 2025-05, cite: a, outcome: missed}]
    """
    bridge, ferry = pages_from_doc["topics/bridge/"], pages_from_doc["topics/ferry/"]

    assert said(bridge.body, "tl-state-waiting") == ["The bridge has not come"]
    assert said(ferry.body, "tl-state") == []
    assert [page.description for page in (bridge, ferry)] == ["A bridge over the Sele. 1 event.", "A ferry. 1 event."]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_two_events_need_no_picture(number: int, pages_of: Callable[[str], Pages]) -> None:
    assert "tl-strip" not in pages_of(WHO)["actors/firm/"].body
    assert strip([parse("2025-01")] * number, parse("2026").latest) is None  # type: ignore[arg-type]  # a day


def test_a_vague_date_is_drawn_as_wide_as_it_is_and_in_no_column() -> None:
    found = [parse(text) for text in ("2025-01-05", "2025-01", "2025-03-04", "2025", "2025-02/2025-04")]
    through = parse("2026-01-01").latest
    assert through is not None
    made = strip(found, through)

    assert made is not None
    assert list(made.columns[:3]) == [2, 0, 1]
    assert sum(made.columns) == 3
    assert made.spans == ((0, 11), (1, 3))
    picture = svg(made, "T", "W")
    assert picture.count('class="tl-strip-vague"') == 2
    assert picture.count('class="tl-strip-bar"') == 2


def test_many_years_are_columns_of_years() -> None:
    through = parse("2026-01-01").latest
    assert through is not None
    made = strip([parse(f"{year}-05") for year in range(1931, 2021)], through)

    assert made is not None
    assert made.size == 12
    assert len(made.columns) == 90
    assert made.years == (1931, 2020)


def test_of_many_events_the_latest_are_shown_and_the_others_folded_by_year(
    pages_of: Callable[[str], Pages],
) -> None:
    days = ["2023", *(f"2024-{month:02}" for month in range(1, 13)), "2024"]
    body = Body.of(
        pages_of("events:\n" + "\n".join(f"  - {{id: e-{n}, date: {day}, topics: t}}" for n, day in enumerate(days)))[
            "topics/t/"
        ].body
    )

    shown = [str(e.attributes["id"]) for e in body.all("article") if "details" not in e.inside]
    folded = [str(e.attributes["id"]) for e in body.all("article") if "details" in e.inside]
    assert shown == [f"e-{n}" for n in range(12, 6, -1)]
    assert folded == [*(f"e-{n}" for n in range(6, 0, -1)), "e-13", "e-0"]  # what has no month comes last in its year
    assert [" ".join(e.text.split()) for e in body.all("summary")] == ["Earlier in 2024 (7)", "2023 (1)"]


def test_within_a_month_too_the_latest_event_comes_first(pages_of: Callable[[str], Pages]) -> None:
    days = ("2024-05-03", "2024-05", "2024-05-20", "2024-06-01", "2024-06-11")
    events = "\n".join(f"  - {{id: e-{n}, date: {day}, topics: t}}" for n, day in enumerate(days))
    body = Body.of(pages_of(f"events:\n{events}")["topics/t/"].body)

    assert [str(e.attributes["id"]) for e in body.all("article")] == ["e-4", "e-3", "e-2", "e-0", "e-1"]


def test_what_an_actor_is_told_of_by_one_unnamed_person_is_counted_as_on_the_list(
    pages_of: Callable[[str], Pages],
) -> None:
    pages = pages_of("""
sources: [{id: times, kind: original-reporting}, {id: digest, kind: ai-generated}]
events:
  - {id: e, actors: firm, claims: [{cite: {source: times, attributed_to: an official}}, {cite: digest}]}
  - {id: f, actors: other, claims: [{cite: {source: times, attributed_to: an official}}]}
""")
    page, listed = pages["actors/firm/"].body, Body.of(pages["evidence/one-person/"].body)

    assert '<a href="../../evidence/one-person/?actor=firm">1 of these on one person</a>' in page
    assert '<a href="../../evidence/machine-written/?actor=firm">1 on AI-written text alone</a>' in page
    assert [e.attributes["data-actor"] for e in listed.elements if "data-row" in e.attributes] == ["other", "firm"]


def test_a_correction_sets_what_stood_here_before_apart_from_what_stands_now(pages_of: Callable[[str], Pages]) -> None:
    pages = pages_of("""
events:
  - id: opening
    updates:
      - {on: 2026-01-01, kind: correction, was: We had June., text: It was in May.}
      - {on: 2026-01-02, kind: revision, text: It is told more exactly.}
""")
    for address in ("updates/", "events/opening/"):
        page = Body.of(pages[address].body)
        assert [e.text for e in page.classed("tl-change-was")] == ["We had June."]
        assert "BeforeWe had June.NowIt was in May." in page.words
        assert "It is told more exactly." in page.words


def test_pages_of_actors_topics_and_documents_say_what_else_they_are_called(pages_from_doc: Pages) -> None:
    """
    actors: [{id: board, name: Harbour Board, also: [HB, "Board, of the harbour"]}]
    topics: [{id: bridge, name: The bridge, also: The crossing}]
    sources: [{id: gazette, also: The yellow one}]
    events:
      - {id: opening, actors: board, topics: bridge, claims: [{cite: gazette}]}
    """
    bodies = [pages_from_doc[address].body for address in ("actors/board/", "topics/bridge/", "sources/gazette/")]

    assert [said(body, "tl-wording") for body in bodies] == [
        ["Also named HB; Board, of the harbour"],
        ["Also named The crossing"],
        ["Also named The yellow one"],
    ]


def test_a_search_finds_lists_by_words_of_the_trade_and_the_words_of_a_speaker(pages_from_doc: Pages) -> None:
    """
    actors: [{id: board, name: Harbour Board}]
    events: [{id: opening, actors: board, claims: [{cite: s, by: board}]}]
    sources: [{id: s}]
    """
    found = {address: entry for page in pages_from_doc.values() for address, entry in page.found}

    assert "anonymous source" in found["evidence/unnamed-people/"].also
    assert "unsourced" in found["evidence/no-source-named/"].also
    assert found["actors/board/#_words"].title == "What Harbour Board said"
