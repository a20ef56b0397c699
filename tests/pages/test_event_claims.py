"""Claims on the page of their event: which come first, what stands below each, and how one is cited."""

from __future__ import annotations

from collections.abc import Callable

from tests.bodies import Body
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.pages import render
from timeline.queries.index import Index
from timeline.site.settings import Site

Pages = dict[str, Page]


def lines_of(page: Page) -> list[str]:
    """The line below each claim that has one."""
    return [" ".join(e.text.split()) for e in Body.of(page.body).classed("tl-claim-line")]


def test_of_many_documents_behind_a_claim_four_are_shown_and_the_others_unfold(
    pages_of: Callable[[str], Pages],
) -> None:
    def chips(number: int) -> tuple[int, list[str]]:
        papers = [f"paper-{n}" for n in range(number)]
        lines = "".join(f"  - {{id: {id}}}\n" for id in papers)
        page = pages_of(f"sources:\n{lines}events: [{{id: e, claims: [{{cite: [{', '.join(papers)}]}}]}}]")["events/e/"]
        body = Body.of(page.body)
        folded = [e.text for e in body.all("summary") if e.text.startswith("+")]
        first = body.all("span", "tl-refs")[0]
        return first.text.count(",") + 1, folded

    assert chips(1) == (1, [])
    assert chips(5) == (5, []), "one more is no gain"
    assert chips(6) == (4, ["+2"])
    assert chips(17) == (4, ["+13"])


def test_many_claims_are_shown_with_what_is_traced_and_disputed_first_and_the_others_folded(
    pages_of: Callable[[str], Pages],
) -> None:
    traced = "".join(f"          - {{text: Traced {n}., cite: report}}\n" for n in range(9))
    pages = pages_of(f"""
    sources: [{{id: report, kind: original-reporting}}, {{id: hearsay, kind: secondary}}]
    events:
      - id: e
        claims:
          - {{text: It states the event., cite: hearsay}}
          - {{text: It is rumoured., cite: hearsay}}
          - {{id: red, text: It was red., cite: hearsay}}
          - {{text: It was blue., disputes: red, cite: hearsay}}
{traced}""")
    body = Body.of(pages["events/e/"].body)

    shown = [e.text.strip() for e in body.classed("tl-claim-text") if "details" not in e.inside]
    folded = [e.text.strip() for e in body.classed("tl-claim-text") if "details" in e.inside]
    assert shown == [
        "It states the event.",
        *(f"Traced {n}." for n in range(6)),
        "It was red.",
        "It was blue.",
    ]
    assert folded == ["Traced 6.", "Traced 7.", "Traced 8.", "It is rumoured."]
    assert "4 more claims 1 from documents that do not say where they got it" in body.words
    assert {"_disagree", "_more"} <= set(body.ids)


def test_few_claims_stand_in_the_order_of_the_record(pages_of: Callable[[str], Pages]) -> None:
    claims = "".join(f"      - {{text: Claim {n}., cite: {'report' if n % 2 else 'hearsay'}}}\n" for n in range(8))
    pages = pages_of(f"""
sources: [{{id: report, kind: original-reporting}}, {{id: hearsay, kind: secondary}}]
events:
  - id: e
    claims:
{claims}""")
    body = Body.of(pages["events/e/"].body)

    assert [e.text.strip() for e in body.classed("tl-claim-text")] == [f"Claim {n}." for n in range(8)]
    assert "_more" not in body.ids


def test_a_line_below_a_claim_tells_only_what_does_not_hold_for_the_others(pages_from_doc: Pages) -> None:
    """
    sources:
      - {id: times, publisher: Times, kind: original-reporting, seen: false, note: not read}
      - {id: again, publisher: Times, kind: original-reporting}
      - {id: herald, publisher: Herald, relays: times}
      - {id: post, publisher: Post, kind: original-reporting}
      - {id: hearsay, kind: secondary}
      - {id: bot, kind: ai-generated}
    actors: [{id: mayor, name: Jane Brook}]
    events:
      - id: e
        claims:
          - {text: It opens., cite: herald}
          - {text: It opens in May., cite: again}
          - {text: It rained., cite: post}
          - {text: It is late., cite: hearsay}
          - {text: It is a shame., by: mayor, cite: herald}
          - {text: Brook regrets it., by: mayor, cite: herald}
          - {text: Three people saw it., cite: {source: herald, attributed_to: three people}}
      - {id: f, claims: [{text: It fell., cite: bot}, {text: A machine-written page has it., cite: bot}, {cite: times}]}
    """
    page = pages_from_doc["events/e/"]

    assert lines_of(page) == [
        "Goes back to Post.",
        "The document does not say where it got this.",
        "Jane Brook’s word.",
    ]
    assert lines_of(pages_from_doc["events/f/"]) == [
        "The document does not say where it got this; only AI-written text says so.",
        "The document does not say where it got this.",
    ]
    assert "Where nothing else is noted, a claim goes back to Times." in Body.of(page.body).words


def test_each_claim_has_a_link_and_a_citation_in_words_with_its_address_and_version(
    timeline_from_doc: Timeline,
) -> None:
    """
    record: {title: The record}
    sources: [{id: a}]
    events:
      - id: e
        title: The opening
        claims: [{id: opened, text: It *opened*., cite: a}, {text: It rained., cite: a}]
    """
    site = Site(address="https://record.example/")
    (page,) = [page for page in render(timeline_from_doc, site) if page.address == "events/e/"]
    body = Body.of(page.body)

    copies = [" ".join(e.text.split()) for e in body.all("p", "tl-copies")]
    version = Index(timeline_from_doc).version
    assert copies[0] == (
        f"“It opened”. Under: “The opening”. In: The record, version {version}, checked up to 1 January 2026. "
        "https://record.example/events/e/#opened"
    )
    assert copies[1].endswith("https://record.example/events/e/#claim-2")
    assert copies[2].startswith("“The opening”. In: The record")
    ways = [e.attributes["href"] for e in body.all("a", "tl-claim-link")]
    assert ways == ["#opened", "#claim-2"]
