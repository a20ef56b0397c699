"""Two documents of one hand are one witness."""

from __future__ import annotations

from timeline.queries import disputes, growth, known_since, provenance, status
from timeline.queries.independence import Hands


def number(timeline, ref="event#claim-1"):
    claim = timeline.claim(ref)
    return provenance.independent(timeline, claim.citations)


def test_two_posts_by_one_person_are_one_origin_and_confirm_nothing(timeline_from_doc) -> None:
    """
    sources:
      - {id: post-1, publisher: A network, authors: A. Passer-By, kind: original-reporting}
      - {id: post-2, publisher: Another network, authors: a. passer-by, kind: original-reporting}
      - {id: post-3, publisher: A third network, authors: "Passer-By, A.", kind: original-reporting}
    events: [{id: event, status: confirmed, claims: [{cite: [post-1, post-2, post-3]}]}]
    """
    assert number(timeline_from_doc) == 1
    assert not status.bears(timeline_from_doc, timeline_from_doc.event("event"), disputes.objections(timeline_from_doc))


def test_a_paper_is_one_hand_wherever_its_documents_were_read(timeline_from_doc) -> None:
    """
    sources:
      - {id: a, publisher: Harbour Gazette}
      - {id: b, publisher: harbour  gazette (copy at Yahoo)}
      - {id: c, publisher: Harbour Gazette / Town archive}
    events: [{id: event, claims: [{cite: [a, b, c]}]}]
    """
    assert number(timeline_from_doc) == 1


def test_an_agency_named_as_the_author_is_the_hand_of_its_texts_elsewhere(timeline_from_doc) -> None:
    """
    sources: [{id: wire, publisher: Reuters}, {id: paper, publisher: iTnews, authors: Reuters}]
    events: [{id: event, claims: [{cite: [wire, paper]}]}]
    """
    assert number(timeline_from_doc) == 1


def test_a_third_document_can_show_that_two_are_of_one_hand(timeline_from_doc) -> None:
    """
    sources:
      - {id: a, publisher: One, authors: Anna}
      - {id: b, publisher: Two, authors: Bo}
      - {id: c, publisher: Three, authors: [Anna, Bo]}
    events: [{id: event, claims: [{cite: [a, b]}, {cite: [a, b, c]}]}]
    """
    assert number(timeline_from_doc) == 2
    assert number(timeline_from_doc, "event#claim-2") == 1


def test_a_reporter_who_moved_joins_no_claims_that_are_not_hers(timeline_from_doc) -> None:
    """
    sources:
      - {id: a, publisher: One, authors: Anna}
      - {id: b, publisher: Two, authors: Anna}
      - {id: c, publisher: One, authors: Bo}
      - {id: d, publisher: Two, authors: Cy}
    events: [{id: event, claims: [{cite: [c, d]}]}]
    """
    assert number(timeline_from_doc) == 2


def test_a_hand_that_joins_others_leaves_fewer(timeline_from_doc) -> None:
    """
    sources:
      - {id: a, publisher: One, authors: Anna}
      - {id: b, publisher: Two, authors: Bo}
      - {id: c, publisher: Three, authors: [Anna, Bo]}
    """
    hands = Hands(timeline_from_doc)

    assert [hands.add(source) for source in (*timeline_from_doc.sources, timeline_from_doc.sources[0])] == [1, 1, -1, 0]
    assert [[source.id for source in hand] for hand in hands.all()] == [["a", "b", "c"]]


def test_a_second_document_of_the_same_hand_is_no_step_of_its_own(timeline_from_doc) -> None:
    """
    sources:
      - {id: a, publisher: Gazette, issued: 2025-01-01}
      - {id: b, publisher: Gazette, issued: 2025-01-05}
      - {id: c, publisher: Herald, issued: 2025-01-09}
    events: [{id: event, date: 2025-01-01, claims: [{cite: [a, b, c]}]}]
    """
    out = known_since.out_on(timeline_from_doc)
    steps = growth.growth(timeline_from_doc, out, {}, timeline_from_doc.event("event"))

    assert [(step.source, step.origins) for step in steps] == [("a", 1), ("c", 2)]


def test_all_names_of_an_actor_are_one_party(timeline_from_doc) -> None:
    """
    sources:
      - {id: a, publisher: Builder}
      - {id: b, publisher: Builder on  the Web}
      - {id: c, publisher: Builder of bridges}
    actors: [{id: builder, name: Builder, kind: company, also: [builder on the web, Bridge & Sons]}]
    events: [{id: event, actors: builder, claims: [{cite: [a, b, c]}]}]
    """
    assert number(timeline_from_doc) == 2


def test_origins_that_speak_for_one_person_are_one_hand_as_soon_as_that_is_told(timeline_from_doc) -> None:
    """
    sources: [{id: a, publisher: One}, {id: b, publisher: Two}, {id: c, publisher: Three}]
    """
    hands = Hands(timeline_from_doc)
    a, b, c = timeline_from_doc.sources

    assert [hands.add(a, ["A councillor"]), hands.add(b), hands.add(c), hands.add(b, ["a  councillor"])] == [
        1,
        1,
        1,
        -1,
    ]
    assert [[source.id for source in hand] for hand in hands.all()] == [["a", "b"], ["c"]]
