"""How many really saw, and who only repeats."""

from __future__ import annotations

from tests.queries.relays import drawn, ids, independent, origin_of, path_of
from timeline.queries import provenance

# -- origins ---------------------------------------------------------------------------------------


def test_a_primary_document_that_relays_nothing_is_an_origin(timeline_from_doc) -> None:
    """
    sources: [{id: filing, kind: primary}]
    events: [{id: event, claims: [{cite: filing}]}]
    """
    assert origin_of(timeline_from_doc) == "filing"


def test_a_report_of_ones_own_is_an_origin(timeline_from_doc) -> None:
    """
    sources: [{id: reuters, kind: original-reporting}]
    events: [{id: event, claims: [{cite: reuters}]}]
    """
    assert origin_of(timeline_from_doc) == "reuters"


def test_a_secondary_that_names_nobody_leads_to_no_origin(timeline_from_doc) -> None:
    """
    sources: [{id: blog, kind: secondary}]
    events: [{id: event, claims: [{cite: blog}]}]
    """
    assert independent(timeline_from_doc) == set()


def test_neither_a_machine_nor_an_aggregator_saw_anything_itself(timeline_from_doc) -> None:
    """
    sources: [{id: machine, kind: ai-generated}, {id: feed, kind: aggregator}]
    events: [{id: event, claims: [{cite: [machine, feed]}]}]
    """
    assert independent(timeline_from_doc) == set()


def test_a_machine_that_retells_one_article_leads_to_that_article(timeline_from_doc) -> None:
    """
    sources: [{id: machine, kind: ai-generated, relays: article}, {id: article, kind: original-reporting}]
    events: [{id: event, claims: [{cite: machine}]}]
    """
    assert independent(timeline_from_doc) == {"article"}


def test_an_original_that_nobody_of_us_saw_is_still_an_origin(timeline_from_doc) -> None:
    """
    sources: [{id: t3n, relays: ft}, {id: ft, kind: original-reporting, seen: false}]
    events: [{id: event, claims: [{cite: t3n}]}]
    """
    assert independent(timeline_from_doc) == {"ft"}


def test_a_chain_of_relays_is_followed_to_its_end(timeline_from_doc) -> None:
    """
    sources: [{id: machine, relays: blog}, {id: blog, relays: paper}, {id: paper, relays: wire}, {id: wire}]
    events: [{id: event, claims: [{cite: machine}]}]
    """
    assert origin_of(timeline_from_doc) == "wire"
    assert path_of(timeline_from_doc) == ["machine", "blog", "paper", "wire"]


def test_a_chain_that_ends_at_somebody_who_names_nobody_has_no_origin(timeline_from_doc) -> None:
    """
    sources: [{id: blog, relays: magazine}, {id: magazine, kind: secondary}]
    events: [{id: event, claims: [{cite: blog}]}]
    """
    assert origin_of(timeline_from_doc) is None
    assert path_of(timeline_from_doc) == ["blog", "magazine"]


def test_a_primary_document_that_repeats_another_is_not_the_origin(timeline_from_doc) -> None:
    """
    sources: [{id: letter, kind: primary, relays: minutes}, {id: minutes, kind: primary}]
    events: [{id: event, claims: [{cite: letter}]}]
    """
    assert origin_of(timeline_from_doc) == "minutes"


# -- several relays --------------------------------------------------------------------------------


def test_an_article_that_relays_three_documents_is_one_origin_for_each_claim(timeline_from_doc) -> None:
    """
    sources: [{id: t3n, relays: [ft, rand, techedt]}, {id: ft}, {id: rand}, {id: techedt}]
    events:
      - id: event
        claims:
          - {id: training, cite: {source: t3n, via: ft}}
          - {id: stack, cite: {source: t3n, via: rand}}
          - {id: benchmark, cite: {source: t3n, via: techedt}}
    """
    assert independent(timeline_from_doc, "event#training") == {"ft"}
    assert independent(timeline_from_doc, "event#stack") == {"rand"}
    assert independent(timeline_from_doc, "event#benchmark") == {"techedt"}
    event = timeline_from_doc.event("event")
    behind = provenance.hands(timeline_from_doc, [c for claim in event.claims for c in claim.citations])
    assert {hand[0].id for hand in behind.all()} == {"ft", "rand", "techedt"}
    assert provenance.cited(event) == ("t3n",)


def test_several_relays_without_a_word_about_the_branch_lead_nowhere(timeline_from_doc) -> None:
    """
    sources: [{id: t3n, relays: [ft, rand]}, {id: ft}, {id: rand}]
    events: [{id: event, claims: [{cite: t3n}]}]
    """
    assert origin_of(timeline_from_doc) is None
    assert path_of(timeline_from_doc) == ["t3n"]


def test_what_a_newsroom_adds_to_the_report_it_repeats_is_its_own(timeline_from_doc) -> None:
    """
    sources: [{id: ft, kind: original-reporting}, {id: reuters, kind: original-reporting, relays: ft}]
    events:
      - id: event
        claims: [{cite: reuters}, {cite: {source: reuters, via: reuters}}]
    """
    assert origin_of(timeline_from_doc, "event#claim-1") == "ft"
    assert origin_of(timeline_from_doc, "event#claim-2") == "reuters"
    assert path_of(timeline_from_doc, "event#claim-2") == ["reuters"]


def test_what_a_retelling_adds_of_its_own_has_no_origin(timeline_from_doc) -> None:
    """
    sources: [{id: ft, kind: original-reporting}, {id: t3n, relays: ft}]
    events: [{id: event, claims: [{cite: {source: t3n, via: t3n}}]}]
    """
    assert origin_of(timeline_from_doc) is None
    assert path_of(timeline_from_doc) == ["t3n"]


def test_a_fork_further_down_leads_nowhere_either(timeline_from_doc) -> None:
    """
    sources: [{id: blog, relays: t3n}, {id: t3n, relays: [ft, rand]}, {id: ft}, {id: rand}]
    events: [{id: event, claims: [{cite: {source: blog, via: t3n}}]}]
    """
    assert origin_of(timeline_from_doc) is None
    assert path_of(timeline_from_doc) == ["blog", "t3n"]


def test_a_relay_named_twice_is_one_relay(timeline_from_doc) -> None:
    """
    sources: [{id: t3n, relays: [ft, ft]}, {id: ft}]
    events: [{id: event, claims: [{cite: t3n}]}]
    """
    assert origin_of(timeline_from_doc) == "ft"
    assert path_of(timeline_from_doc) == ["t3n", "ft"]
    assert ids(provenance.relayers(timeline_from_doc)["ft"]) == ["t3n"]
    assert drawn(provenance.chain(timeline_from_doc, timeline_from_doc.source("t3n"))) == "t3n(ft)"


# -- independence ----------------------------------------------------------------------------------


def test_twelve_articles_relaying_one_wire_report_have_one_origin(read_record) -> None:
    articles = "".join(f"  - {{id: article-{n}, relays: wire}}\n" for n in range(12))
    cited = ", ".join(f"article-{n}" for n in range(12))
    timeline = read_record(
        f"sources:\n  - {{id: wire}}\n{articles}events:\n  - {{id: event, claims: [{{cite: [{cited}]}}]}}\n"
    )

    assert independent(timeline) == {"wire"}


def test_an_article_and_the_report_it_repeats_are_one_origin(timeline_from_doc) -> None:
    """
    sources: [{id: article, relays: wire}, {id: wire}]
    events: [{id: event, claims: [{cite: [article, wire]}]}]
    """
    assert independent(timeline_from_doc) == {"wire"}


def test_two_reporters_who_do_not_repeat_each_other_are_two_origins(timeline_from_doc) -> None:
    """
    sources:
      - {id: reuters, kind: original-reporting}
      - {id: ft, kind: original-reporting}
      - {id: blog, kind: secondary}
    events: [{id: event, claims: [{cite: [reuters, ft, blog]}]}]
    """
    assert independent(timeline_from_doc) == {"reuters", "ft"}


# -- what is our own reading -----------------------------------------------------------------------


def test_a_chain_that_we_guess_is_followed_and_leads_to_no_origin(timeline_from_doc) -> None:
    """
    sources:
      - {id: paper, relays: [{source: weekly, guess: true}]}
      - {id: weekly, relays: agency}
      - {id: agency, kind: original-reporting}
    events: [{id: e, claims: [{cite: paper}, {cite: weekly}]}]
    """
    guessed, said = timeline_from_doc.events[0].claims

    path = provenance.path(timeline_from_doc, guessed.citations[0])
    assert [source.id for source in path] == ["paper", "weekly", "agency"]
    assert provenance.origins(timeline_from_doc, guessed.citations) == frozenset()
    assert provenance.readings(timeline_from_doc, guessed.citations[0]) == {"weekly"}
    assert provenance.origins(timeline_from_doc, said.citations) == {"agency"}
    assert provenance.readings(timeline_from_doc, said.citations[0]) == frozenset()


def test_a_guess_further_down_the_chain_is_one_too(timeline_from_doc) -> None:
    """
    sources:
      - {id: paper, relays: weekly}
      - {id: weekly, relays: [{source: agency, guess: true}]}
      - {id: agency, kind: original-reporting}
    events: [{id: e, claims: [{cite: paper}]}]
    """
    (claim,) = timeline_from_doc.events[0].claims

    assert provenance.origins(timeline_from_doc, claim.citations) == frozenset()
    assert provenance.readings(timeline_from_doc, claim.citations[0]) == {"agency"}


def test_which_of_several_is_repeated_here_may_be_our_reading(timeline_from_doc) -> None:
    """
    sources:
      - {id: paper, relays: [agency, wire]}
      - {id: agency, kind: original-reporting}
      - {id: wire, kind: original-reporting}
    events:
      - {id: e, claims: [{cite: {source: paper, via: wire, guess: true}}, {cite: {source: paper, via: wire}}]}
    """
    guessed, said = timeline_from_doc.events[0].claims

    assert provenance.origins(timeline_from_doc, guessed.citations) == frozenset()
    assert provenance.readings(timeline_from_doc, guessed.citations[0]) == {"wire"}
    assert provenance.origins(timeline_from_doc, said.citations) == {"wire"}
