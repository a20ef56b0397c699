"""The page of disputes: questions first, sides below them, and nothing lost."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.bodies import Body
from timeline.html.page import Page
from timeline.pages.disputes import LARGE

Pages = dict[str, Page]


def page(pages: Pages) -> Body:
    return Body.of(pages["disputes/"].body)


def said(body: Body, name: str) -> list[str]:
    return [" ".join(element.text.split()) for element in body.classed(name)]


def questions(body: Body) -> list[str]:
    return [" ".join(e.text.split()) for e in body.all("h2") if e.attributes.get("id") != "_others"] + [
        " ".join(e.text.split()) for e in body.all("summary") if e.inside[-1:] == ("details",) and "?" in e.text
    ]


def test_a_question_heads_its_sides_and_no_claim_is_both(pages_from_doc: Pages) -> None:
    """
    sources: [{id: a}, {id: b, publisher: Other}]
    events:
      - id: bridge
        title: The bridge opens
        claims:
          - {id: late, text: It opened late., question: When did the bridge open?, cite: a}
          - {text: It opened in time., disputes: late, cite: b}
    """
    body = page(pages_from_doc)

    assert questions(body) == ["When did the bridge open?"]
    assert [words.partition(". ")[0] for words in said(body, "tl-side")] == ["It opened late", "It opened in time"]
    assert body.words.count("It opened late.") == 1


def test_without_a_question_the_heading_names_the_event_and_asks_nothing(pages_from_doc: Pages) -> None:
    """
    events:
      - {id: bridge, title: The bridge opens, claims: [{id: late, text: It was late.}, {text: No., disputes: late}]}
    """
    assert questions(page(pages_from_doc)) == ["The bridge opens: what is disputed"]


def test_a_denial_stands_under_the_name_of_who_denies(pages_from_doc: Pages) -> None:
    """
    actors: [{id: mayor, name: The mayor}, {id: council, name: The council}]
    events:
      - id: bridge
        claims:
          - {id: late, text: It is late., by: council}
          - {text: It is not., denies: late, by: mayor}
          - {text: It may be., disputes: late}
    """
    sides = page(pages_from_doc).classed("tl-side")

    assert [" ".join(side.text.split()).partition(".")[0] for side in sides] == [
        "The council It is late",
        "The mayor denies it It is not",
        "It may be",
    ]
    assert [side.has("tl-side--denies") for side in sides] == [False, True, False]


def test_a_side_folds_its_documents_and_the_event_that_tells_it(pages_from_doc: Pages) -> None:
    """
    sources:
      - {id: wire, publisher: Wire, kind: original-reporting, issued: 2025-08-14}
      - {id: paper, publisher: Paper, kind: secondary, relays: wire, issued: 2025-08-15}
    events:
      - {id: e, claims: [{id: late, text: It is late., cite: {source: paper, attributed_to: two engineers}}]}
      - {id: f, title: A second look, claims: [{text: It is not., disputes: e#late, cite: wire}]}
    """
    first, second = said(page(pages_from_doc), "tl-behind")

    assert "Back to Wire, attributed to two engineers" in first
    assert "In Paper, 15 August 2025" in first
    assert "under A second look" in second
    assert {"../sources/paper/", "../sources/wire/", "../events/f/"} <= set(page(pages_from_doc).links)


def test_a_side_says_which_of_several_it_speaks_against(pages_from_doc: Pages) -> None:
    """
    events:
      - id: e
        claims:
          - {id: may, text: It comes in May.}
          - {id: june, text: It comes in June., disputes: may}
          - {id: never, text: It never comes., disputes: june}
    """
    behind = said(page(pages_from_doc), "tl-behind")

    assert [re.findall("“([^”]+)”", words) for words in behind].count(["It comes in June."]) == 1
    assert sum("Speaks against “It comes in May.”" in words for words in behind) == 1


def test_beyond_four_sides_the_others_are_folded_and_none_is_lost(pages_from_doc: Pages) -> None:
    """
    events:
      - id: e
        claims:
          - {id: one, text: There was one.}
          - {text: There were two., disputes: one}
          - {text: There were three., disputes: one}
          - {text: There were four., disputes: one}
          - {text: There were five., disputes: one}
          - {text: There were six., disputes: one}
    """
    body = page(pages_from_doc)

    assert len(body.classed("tl-side")) == 6
    assert said(body, "tl-further")[0].startswith("2 further sides There were five.")


def test_after_the_liveliest_every_question_is_a_line_that_opens(pages_of: Callable[[str], Pages]) -> None:
    number = LARGE + 3
    events = "".join(
        f"  - {{id: e{n}, claims: [{{id: x, text: So it is., question: Is it {n}?}}, {{text: No., disputes: x}}]}}\n"
        for n in range(number)
    )
    body = page(pages_of(f"events:\n{events}"))

    assert len(body.all("section", "tl-question")) == LARGE
    assert said(body, "tl-question-line")[0].startswith(f"Is it {LARGE}? ")
    assert len(body.classed("tl-side")) == 2 * number
    assert [id for id in body.ids if id.endswith("_x")] == [f"e{n}_x" for n in range(number)]


def test_opponents_who_repeat_one_report_are_told_to_go_back_to_it(pages_from_doc: Pages) -> None:
    """
    sources:
      - {id: wire, issued: 2025-08-14, kind: original-reporting, publisher: Wire}
      - {id: one, issued: 2025-08-15, kind: secondary, relays: wire}
      - {id: two, issued: 2025-08-16, kind: secondary, relays: wire}
      - {id: hearsay, issued: 2025-09, kind: secondary}
    events:
      - {id: e, claims: [{id: late, cite: one}, {cite: two, disputes: late}]}
      - {id: f, claims: [{id: early, cite: one}, {cite: hearsay, disputes: early}]}
      - {id: g, claims: [{id: never, cite: hearsay}, {cite: hearsay, disputes: never}]}
    """
    both, one, none = said(page(pages_from_doc), "tl-stands")

    assert both == "Both sides go back to Wire. The last word known is of 16 August 2025."
    assert one == "Only one side leads to an independent source. The last word known is of September 2025."
    assert none.startswith("No side says where it got it.")


def test_of_three_sides_nobody_says_both(pages_from_doc: Pages) -> None:
    """
    sources:
      - {id: wire, issued: 2025-08-14, kind: original-reporting, publisher: Wire}
      - {id: one, issued: 2025-08-15, kind: secondary, relays: wire}
    events:
      - id: e
        claims:
          - {id: first, cite: one}
          - {id: second, cite: one, disputes: first}
          - {id: third, cite: one, disputes: first}
    """
    (told,) = said(page(pages_from_doc), "tl-stands")

    assert told.startswith("All sides go back to Wire.")


def test_a_search_finds_each_question_at_its_place(pages_from_doc: Pages) -> None:
    """
    events:
      - {id: bridge, title: Opening, claims: [{id: late, question: When did it open?}, {disputes: late}]}
    """
    found = {address: entry.title for address, entry in pages_from_doc["disputes/"].found}

    assert found == {"disputes/": "Disputes", "disputes/#bridge_late": "When did it open?"}
    assert "bridge_late" in page(pages_from_doc).ids


def test_a_record_without_disputes_says_so(pages_from_doc: Pages) -> None:
    """
    events: [{id: e}]
    """
    assert "No claim of the record is disputed or denied by another." in page(pages_from_doc).words


def test_a_link_that_was_kept_leads_to_its_dispute_whichever_claim_named_it(pages_from_doc: Pages) -> None:
    """
    events:
      - id: e
        claims:
          - {id: may, text: It comes in May.}
          - {id: june, text: It comes in June., disputes: may}
          - {text: It never comes., disputes: june}
          - {text: It came long ago., disputes: june}
    """
    assert {"e_may", "e_june"} <= set(page(pages_from_doc).ids)
