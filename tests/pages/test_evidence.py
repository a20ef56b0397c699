"""What a page says about how much stands behind a sentence, on records small enough to count by hand."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.bodies import Body
from timeline.html.page import Page

Pages = dict[str, Page]


def said_of_claims(page: Page) -> list[str]:
    """What is said with the citation of each claim."""
    body = Body.of(page.body)
    lines = [e.text for e in body.classed("tl-origins") if "li" in e.inside]
    return [" ".join(line.split()) for line in lines]


def said_of_event(page: Page) -> str:
    """The line below an event's title."""
    return " ".join(Body.of(page.body).classed("tl-head-rests")[0].text.split())


def lines_of(page: Page) -> list[str]:
    """The line below each claim that has one."""
    return [" ".join(e.text.split()) for e in Body.of(page.body).classed("tl-claim-line")]


def test_twelve_articles_on_one_report_are_twelve_sources_and_one_origin(pages_of: Callable[[str], Pages]) -> None:
    articles = [f"paper-{n}" for n in range(12)]
    pages = pages_of(f"""
sources:
  - {{id: report, kind: original-reporting}}
{"".join(f"  - {{id: {id}, relays: report}}{chr(10)}" for id in articles)}
events: [{{id: e, claims: [{{cite: [{", ".join(articles)}]}}]}}]
""")

    assert said_of_claims(pages["events/e/"]) == ["12 sources, 1 independent"]
    assert "12 sources, 1 independent" in said_of_event(pages["events/e/"])
    assert "12 sources, 1 independent" in Body.of(pages["timeline/"].body).words


def notes_of(page: Page) -> list[str]:
    return [
        " ".join(e.text.split())
        for e in Body.of(page.body).all("li")
        if re.fullmatch(r"_note-\d+", str(e.attributes.get("id")))
    ]


def test_an_article_that_relays_three_documents_has_one_origin_for_each_claim(pages_from_doc: Pages) -> None:
    """
    sources:
      - {id: one}
      - {id: two}
      - {id: three}
      - {id: article, relays: [one, two, three]}
    events:
      - id: e
        claims:
          - {cite: {source: article, via: one}}
          - {cite: {source: article, via: two}}
          - {cite: {source: article, via: three}}
          - {cite: article}
          - {cite: [{source: article, via: one}, one]}
    """
    assert said_of_claims(pages_from_doc["events/e/"]) == [
        "1 source",
        "1 source",
        "1 source",
        "1 source, which does not say where it got it",
        "2 sources, 1 independent",
    ]
    assert "2 sources, going back to 3" in said_of_event(pages_from_doc["events/e/"])
    article, _ = notes_of(pages_from_doc["events/e/"])
    assert article.count("Publisher of article") == 4, "one note, and a chain for each way"
    assert "It repeats several documents and does not say which one here" in article


def test_a_secondary_that_names_nobody_has_no_named_origin(pages_from_doc: Pages) -> None:
    """
    sources: [{id: hearsay, kind: secondary}]
    events: [{id: e, claims: [{cite: hearsay}]}]
    """
    assert said_of_claims(pages_from_doc["events/e/"]) == ["1 source, which does not say where it got it"]
    assert "counts as no independent source" in Body.of(pages_from_doc["sources/hearsay/"].body).words


def test_what_names_nobody_is_said_beside_what_does(pages_from_doc: Pages) -> None:
    """
    sources: [{id: hearsay, kind: secondary}, {id: retold, relays: hearsay}, {id: minutes}]
    events: [{id: e, claims: [{cite: [hearsay, retold, minutes]}]}]
    """
    assert said_of_claims(pages_from_doc["events/e/"]) == ["3 sources, 1 independent"]
    line = said_of_event(pages_from_doc["events/e/"])
    assert "3 sources, 1 independent" in line
    assert "2 do not say where they got it" in line


def test_one_document_cited_twice_under_different_places_is_one_source(pages_from_doc: Pages) -> None:
    """
    sources: [{id: protocol}, {id: minutes, relays: protocol}]
    events:
      - id: e
        claims:
          - cite: [{source: minutes, locator: page 1}, {source: minutes, locator: page 9}]
          - cite: minutes
    """
    body = Body.of(pages_from_doc["events/e/"].body)

    assert said_of_claims(pages_from_doc["events/e/"]) == ["1 source", "1 source"]
    assert [" ".join(e.text.split()) for e in body.all("span", "tl-refs") if "li" in e.inside][:2] == ["Note 1"] * 2
    assert [e.text for e in body.all("span", "tl-refs") if "ul" in e.inside] == ["1"]
    assert [id for id in body.ids if id.startswith("_note-")] == ["_note-1", "_note-1-1", "_note-1-2", "_note-1-3"]


def test_two_who_saw_for_themselves_are_two_origins(pages_from_doc: Pages) -> None:
    """
    sources: [{id: a, kind: original-reporting}, {id: b, kind: original-reporting}, {id: c, relays: b}]
    events: [{id: e, claims: [{cite: [a, b, c]}]}]
    """
    assert said_of_claims(pages_from_doc["events/e/"]) == ["3 sources, 2 independent"]


def test_a_chain_is_told_to_its_end(pages_from_doc: Pages) -> None:
    """
    sources:
      - {id: council, publisher: Council, issued: 1931-05-04, seen: false, note: lost}
      - {id: gazette, publisher: Gazette, issued: 1931-05-06, relays: council}
      - {id: herald, publisher: Herald, issued: 1931-06, relays: gazette}
    events: [{id: e, date: 1931, claims: [{cite: herald}]}]
    """
    (chain,) = Body.of(pages_from_doc["events/e/"].body).all("ol", "tl-steps")
    assert " ".join(chain.text.split()) == (
        "Herald, June 1931 English, secondary source original "
        "Gazette, 6 May 1931 English, secondary source original "
        "Council, 4 May 1931 English, primary source read through others says it first"
    )

    council = Body.of(pages_from_doc["sources/council/"].body).words
    assert "We have not read it. What it says is known through Gazette, 6 May 1931." in council
    assert "E, it is said. through Herald, June 1931" in council


def test_a_chain_ends_at_those_whom_its_origin_names_and_they_are_no_origin(pages_from_doc: Pages) -> None:
    """
    sources:
      - {id: times, publisher: Times, issued: 1931-05-04, kind: original-reporting, seen: false, note: not read}
      - {id: herald, publisher: Herald, issued: 1931-05-05, relays: times}
    events:
      - {id: e, claims: [{text: It opens., cite: {source: herald, attributed_to: three people in the council}}]}
    """
    body = Body.of(pages_from_doc["events/e/"].body)

    steps = [" ".join(step.text.split()) for step in body.all("li") if step.inside[-3:] == ("ol", "li", "ol")]
    assert steps == [
        "Herald, 5 May 1931 English, secondary source original",
        "Times, 4 May 1931 English, original reporting read through others says it first",
        "attributed to three people in the council",
    ]
    assert lines_of(pages_from_doc["events/e/"]) == ["Attributed to three people in the council."]
    assert "This goes back to Times (read through others)." in body.words


def test_one_report_that_rests_two_sentences_on_different_people_has_a_place_for_each(pages_from_doc: Pages) -> None:
    """
    sources: [{id: times, kind: original-reporting}]
    events:
      - id: e
        claims:
          - {text: It opens., cite: {source: times, attributed_to: three people}}
          - {text: It opens in May., cite: {source: times, attributed_to: two people}}
          - {text: It is late., cite: {source: times, attributed_to: two people}}
          - {text: It rained., cite: times}
    """
    (note,) = notes_of(pages_from_doc["events/e/"])

    assert note.endswith(
        "the document as a whole, attributed to three people the document as a whole, attributed to two people "
        "the document as a whole"
    )
    assert lines_of(pages_from_doc["events/e/"]) == [
        "Attributed to three people.",
        "Attributed to two people.",
        "Attributed to two people.",
    ]
    assert said_of_claims(pages_from_doc["events/e/"]) == ["1 source"] * 4


def test_home_says_how_much_stands_behind_it(pages_from_doc: Pages) -> None:
    """
    sources: [{id: a}, {id: b, relays: a}, {id: c, kind: secondary}]
    events:
      - {id: e, key: true, claims: [{id: x, cite: [a, b]}, {cite: c, disputes: x}]}
      - {id: f, claims: [{cite: b}]}
    """
    (lede,) = Body.of(pages_from_doc[""].body).classed("tl-lede")

    assert " ".join(lede.text.split()) == (
        "2 events, each with the documents that say so: 3 sources, which go back to 1 independent source."
    )


def test_the_growth_of_the_record_can_be_read_by_month(pages_from_doc: Pages) -> None:
    """
    sources:
      - {id: first, issued: 2024-05-04}
      - {id: second, issued: 2024-05-20}
      - {id: third, issued: 2024-07-04}
    events:
      - {id: e, date: 2024-05-01, claims: [{cite: first}, {cite: second}, {cite: third}]}
    """
    table = pages_from_doc["evidence/"].body.partition('<table class="tc-numbers')[2].partition("</table>")[0]

    rows = re.findall(r'<th scope="row">([^<]+)</th><td>(\d+)</td><td>(\d+)</td><td>(\d+)</td>', table)
    assert rows == [("May 2024", "2", "2", "0"), ("July 2024", "3", "3", "0")]


def test_what_is_our_own_reading_is_said_in_words_and_counted_nowhere(pages_from_doc: Pages) -> None:
    """
    sources:
      - {id: times, kind: original-reporting}
      - {id: herald, relays: [{source: times, guess: true}]}
    events: [{id: e, claims: [{cite: herald}]}]
    """
    event, herald, times = (pages_from_doc[name].body for name in ("events/e/", "sources/herald/", "sources/times/"))

    assert said_of_claims(pages_from_doc["events/e/"]) == ["1 source, which does not say where it got it"]
    assert "A part of this chain is our own reading and stands in no document" in event
    assert "our reading, not counted" in Body.of(herald).words
    assert "our reading" in Body.of(times).words


@pytest.mark.parametrize(
    ("cite", "answer"),
    [
        ("[a, b]", "Most claims here are told by several independent sources. It holds 1 claim from"),
        ("a", "Most claims here rest on one independent source. It holds 1 claim from"),
        (
            "c",
            "Most claims here rest on one independent source, or on none that is named. It holds 1 claim from",
        ),
    ],
)
def test_how_sure_a_record_is_stands_in_words_before_the_figures(
    pages_of: Callable[[str], dict[str, Page]], cite: str, answer: str
) -> None:
    sources = "[{id: a}, {id: b, publisher: Another}, {id: c, kind: secondary}]"
    pages = pages_of(f"sources: {sources}\nevents: [{{id: e, claims: [{{cite: {cite}}}]}}]")

    assert answer in Body.of(pages["evidence/"].body).words
