"""The list of documents: who carries most in front, all of them folded by publisher."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.bodies import Body
from timeline.html.page import Page

Pages = dict[str, Page]


def record(number: int) -> str:
    """Many documents, each of a publisher of its own; the first one is cited for two claims."""
    names = [f"{chr(ord('A') + n % 26)} paper {n}" for n in range(number)]
    sources = "".join(f"  - {{id: s-{n}, publisher: {name}, issued: {1900 + n}}}\n" for n, name in enumerate(names))
    cited = "".join(f"      - {{cite: s-{n}}}\n" for n in range(number))
    return f"sources:\n{sources}events:\n  - id: e\n    claims:\n      - {{cite: s-0}}\n{cited}"


def test_a_short_list_stands_open_the_latest_first(pages_of: Callable[[str], Pages]) -> None:
    body = Body.of(pages_of(record(3))["sources/"].body)

    rows = [" ".join(e.text.split()) for e in body.elements if "data-row" in e.attributes]
    assert [row[:3] for row in rows] == ["S 2", "S 1", "S 0"]
    assert not body.all("ol", "tl-figures")


def test_of_many_a_few_stand_in_front_and_all_are_folded_by_letter(pages_of: Callable[[str], Pages]) -> None:
    body = Body.of(pages_of(record(200))["sources/"].body)

    folded = [e for e in body.elements if "data-row" in e.attributes]
    assert len(folded) == 200
    assert all("details" in e.inside for e in folded)
    first = next(e for e in body.all("li") if "ol" in e.inside)
    assert " ".join(first.text.split()) == "2 claims: A paper 0, 1 document"
    names = [" ".join(e.text.split()) for e in body.all("summary") if "(" in e.text]
    assert [name.partition(" (")[0] for name in names] == ["A to H", "I to P", "Q to Y", "Z"]


def test_of_a_long_record_each_shelf_has_a_page_of_bounded_length(
    pages_of: Callable[[str], Pages], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.pages.sources.LONGEST_LIST", 199)
    monkeypatch.setattr("timeline.pages.document_rows.LONGEST_SHELF", 40)
    pages = pages_of(record(200))
    front = Body.of(pages["sources/"].body)

    assert not [e for e in front.elements if "data-row" in e.attributes]
    led = [link for link in front.links if link.startswith("../publishers/")]
    assert led == [
        f"../publishers/{name}/" for name in ("a-h", "a-h-part-2", "i-p", "i-p-part-2", "q-y", "q-y-part-2", "z")
    ]
    rows = [
        [e for e in Body.of(pages[link.removeprefix("../")].body).elements if "data-row" in e.attributes]
        for link in led
    ]
    assert sum(map(len, rows)) == 200
    assert max(map(len, rows)) == 40
    body = pages["publishers/i-p/"].body
    assert '<a rel="prev" href="../../publishers/a-h-part-2/">A to H, part 2</a>' in body
    assert '<a href="../../sources/">All sources</a>' in body
    assert '<a rel="next" href="../../publishers/i-p-part-2/">I to P, part 2</a>' in body


def test_the_first_sentence_says_how_much_a_few_carry(pages_of: Callable[[str], Pages]) -> None:
    words = Body.of(pages_of(record(30))["sources/"].body).words

    assert "30 documents, which lead back to 30 independent sources." in words
    assert "A paper 0, B paper 1, C paper 2, D paper 3 and E paper 4 stand behind 6 of 31 claims." in words


def test_a_document_says_first_what_rests_on_it_and_folds_what_is_beyond_a_few(
    pages_of: Callable[[str], Pages],
) -> None:
    events = "".join(f"  - {{id: e-{n}, claims: [{{cite: a}}, {{cite: a}}]}}\n" for n in range(8))
    body = Body.of(pages_of(f"sources: [{{id: a}}]\nevents:\n{events}")["sources/a/"].body)

    assert [e.text for e in body.all("h2")][:2] == ["What it says in this record", "Where it got it"]
    begun = body.classed("tl-claim-at")
    assert [sum("details" in e.inside for e in begun), len(begun)] == [12, 16]
    assert body.all("summary")[0].text == "12 more claims"


def test_a_foreign_headline_stands_with_its_translation(pages_from_doc: Pages) -> None:
    """
    sources: [{id: bote, language: de, title: Eine neue Brücke, title_in: {en: A new bridge}}]
    """
    body = Body.of(pages_from_doc["sources/bote/"].body)

    assert [(e.text, e.attributes.get("lang")) for e in body.all("h1")] == [("Eine neue Brücke", "de")]
    assert body.classed("tl-lede")[0].text == "A new bridge our translation"
    assert "Eine neue Brücke A new bridge" in Body.of(pages_from_doc["sources/"].body).words


def test_a_list_of_documents_without_dates_has_no_latest_and_speaks_of_no_more_than_there_are(
    pages_of: Callable[[str], dict[str, Page]],
) -> None:
    rows = "\n".join(f"  - {{id: s{n}, kind: primary, publisher: P{n % 2}}}" for n in range(24))
    page = pages_of(f"sources:\n{rows}\nevents: [{{id: e, date: 1930, claims: [{{cite: [s0, s1]}}]}}]")["sources/"]
    words = Body.of(page.body).words

    assert "Where most claims come from" in words
    assert "The latest documents" not in words
    assert "with fewer claims" not in words
