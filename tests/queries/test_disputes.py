"""Who speaks against whom, side by side."""

from __future__ import annotations

import datetime

from timeline.model import Timeline
from timeline.queries import disputes


def told(timeline: Timeline) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(d.target.ref, [(o.manner, o.claim.ref) for o in d.objections]) for d in disputes.disputes(timeline)]


def test_a_claim_nobody_speaks_against_is_not_in_dispute(timeline_from_doc) -> None:
    """
    events: [{id: release, claims: [{id: date}, {id: size}]}]
    """
    assert told(timeline_from_doc) == []
    assert disputes.objections(timeline_from_doc) == {}


def test_a_claim_stands_beside_all_that_is_said_against_it(timeline_from_doc) -> None:
    """
    events:
      - id: cluster
        claims:
          - {id: estimate, text: There were 50000 chips.}
          - {text: There were 2048., disputes: estimate}
          - {text: There were none., denies: estimate, by: deepseek}
    """
    assert told(timeline_from_doc) == [
        ("cluster#estimate", [("disputes", "cluster#claim-2"), ("denies", "cluster#claim-3")]),
    ]


def test_a_denial_can_answer_a_claim_of_another_event(timeline_from_doc) -> None:
    """
    events:
      - id: rumour
        date: 2025-03-01
        claims: [{id: on-17-march, text: R2 comes on 17 March.}]
      - id: denial
        date: 2025-03-11
        claims: [{id: no, text: It does not., denies: rumour#on-17-march, by: deepseek}]
    """
    found = disputes.disputes(timeline_from_doc)

    assert told(timeline_from_doc) == [("rumour#on-17-march", [("denies", "denial#no")])]
    assert disputes.by_event(found) == {"rumour": found, "denial": found}


def test_one_claim_can_speak_against_several(timeline_from_doc) -> None:
    """
    events:
      - {id: a, date: 2024, claims: [{id: x}]}
      - {id: b, date: 2025, claims: [{id: y}, {disputes: [y, a#x]}]}
      - {id: c, date: 2026, claims: [{id: z}]}
    """
    found = disputes.disputes(timeline_from_doc)

    assert told(timeline_from_doc) == [("a#x", [("disputes", "b#claim-2")]), ("b#y", [("disputes", "b#claim-2")])]
    by_event = disputes.by_event(found)
    assert {id: [d.target.ref for d in disputed] for id, disputed in by_event.items()} == {
        "a": ["a#x"],
        "b": ["a#x", "b#y"],
    }


def test_two_claims_can_contradict_each_other(timeline_from_doc) -> None:
    """
    events: [{id: e, claims: [{id: may, disputes: august}, {id: august, disputes: may}]}]
    """
    assert told(timeline_from_doc) == [("e#may", [("disputes", "e#august")]), ("e#august", [("disputes", "e#may")])]


def test_a_claim_named_twice_is_disputed_once(timeline_from_doc) -> None:
    """
    events: [{id: e, claims: [{id: may}, {disputes: [may, e#may]}]}]
    """
    assert told(timeline_from_doc) == [("e#may", [("disputes", "e#claim-2")])]


def test_disputes_stand_in_the_order_of_the_events_and_not_of_the_file(timeline_from_doc) -> None:
    """
    events:
      - {id: later, date: 2025-08, claims: [{id: x}, {disputes: x}]}
      - {id: earlier, date: 2025-03, claims: [{id: x}, {disputes: x}]}
    """
    assert [target for target, _ in told(timeline_from_doc)] == ["earlier#x", "later#x"]


def asked(timeline: Timeline) -> list[tuple[str | None, list[str]]]:
    return [(q.words, [side.claim.ref for side in q.sides]) for q in disputes.liveliest(timeline)]


def test_claims_that_hang_together_are_one_dispute_with_one_question(timeline_from_doc) -> None:
    """
    events:
      - id: bridge
        date: 1931
        claims: [{id: long, question: How long was the bridge?}, {id: short, disputes: long}]
      - id: survey
        date: 1990
        claims: [{id: middling, disputes: bridge#short}]
    """
    (question,) = disputes.liveliest(timeline_from_doc)

    assert question.words == "How long was the bridge?"
    assert [(side.claim.ref, side.manner) for side in question.sides] == [
        ("bridge#long", None),
        ("bridge#short", "disputes"),
        ("survey#middling", "disputes"),
    ]
    assert [event.id for event in question.events] == ["bridge", "survey"]


def test_a_question_may_stand_at_any_claim_of_its_dispute(timeline_from_doc) -> None:
    """
    events: [{id: e, claims: [{id: long}, {disputes: long, question: How long?}]}, {id: f, claims: [{id: x}]}]
    """
    assert asked(timeline_from_doc) == [("How long?", ["e#long", "e#claim-2"])]


def test_a_dispute_nobody_wrote_a_question_for_has_none(timeline_from_doc) -> None:
    """
    events: [{id: e, claims: [{id: long}, {disputes: long}]}]
    """
    assert asked(timeline_from_doc) == [(None, ["e#long", "e#claim-2"])]


def test_two_accounts_of_different_hands_are_livelier_than_a_slip_beside_many(timeline_from_doc) -> None:
    """
    sources:
      - {id: a, publisher: A}
      - {id: b, publisher: B}
      - {id: c, publisher: C}
      - {id: machine, publisher: M, kind: ai-generated}
    events:
      - {id: slip, key: true, date: 2024, claims: [{id: day, cite: [a, b, c]}, {disputes: day, cite: machine}]}
      - {id: contest, date: 2025, claims: [{id: cause, cite: a}, {disputes: cause, cite: b}]}
    """
    assert [(q.event.id, q.origins, q.sources, q.two_sided) for q in disputes.liveliest(timeline_from_doc)] == [
        ("contest", 2, 2, True),
        ("slip", 3, 4, False),
    ]


def test_one_newspaper_that_contradicts_itself_is_no_second_side(timeline_from_doc) -> None:
    """
    sources: [{id: morning, publisher: Gazette}, {id: evening, publisher: Gazette}]
    events: [{id: e, claims: [{id: day, cite: morning}, {disputes: day, cite: evening}]}]
    """
    (question,) = disputes.liveliest(timeline_from_doc)

    assert (question.origins, question.two_sided) == (1, False)


def test_a_dispute_in_a_key_event_comes_before_one_with_more_sources(timeline_from_doc) -> None:
    """
    sources: [{id: a, publisher: A}, {id: b, publisher: B}, {id: c, publisher: C}]
    events:
      - {id: small, date: 2023, claims: [{id: x, cite: a}, {disputes: x, cite: b}]}
      - {id: big, date: 2024, claims: [{id: x, cite: [a, b]}, {disputes: x, cite: c}]}
      - {id: turning-point, key: true, date: 2025, claims: [{id: x, cite: a}, {disputes: x, cite: b}]}
    """
    assert [question.event.id for question in disputes.liveliest(timeline_from_doc)] == [
        "turning-point",
        "big",
        "small",
    ]


def test_each_side_stands_after_one_that_it_answers_and_the_best_borne_come_first(timeline_from_doc) -> None:
    """
    sources: [{id: a, publisher: A}, {id: b, publisher: B}, {id: digest, publisher: D, kind: ai-generated}]
    events:
      - id: training
        actors: [maker]
        claims:
          - {id: here, cite: digest}
          - {id: there, cite: a}
          - {id: machine, disputes: there, cite: digest}
          - {id: word, disputes: [there, here], cite: b}
          - {id: no, denies: there, by: maker, cite: digest}
    """
    (question,) = disputes.liveliest(timeline_from_doc)

    assert [(side.claim.anchor, side.manner) for side in question.sides] == [
        ("there", None),
        ("word", "disputes"),
        ("here", None),
        ("machine", "disputes"),
        ("no", "denies"),
    ]


def test_who_disputes_an_answer_speaks_to_the_same_question(timeline_from_doc) -> None:
    """
    events:
      - {id: e, claims: [{id: late}, {id: early, disputes: late}, {disputes: early}]}
      - {id: f, claims: [{id: other}, {disputes: other}]}
    """
    found = disputes.groups(disputes.disputes(timeline_from_doc))

    assert [[d.target.ref for d in group] for group in found] == [["e#late", "e#early"], ["f#other"]]


def test_what_is_one_question_today_was_two_until_somebody_answered_both(timeline_from_doc) -> None:
    """
    events:
      - {id: a, date: 2024, claims: [{id: x, question: How long is it?}, {id: less, disputes: x}]}
      - {id: b, date: 2025, claims: [{id: y, question: How high is it?}, {id: lower, disputes: y}]}
      - {id: c, date: 2026, claims: [{id: both, disputes: [a#x, b#y]}]}
    """
    (asked,) = disputes.liveliest(timeline_from_doc)
    days = {"a#x": 1, "a#less": 2, "b#y": 1, "b#lower": 3, "c#both": 4}
    row = {ref: place for place, ref in enumerate(days)}
    found = disputes.on_earlier_days(asked, {ref: datetime.date(2026, 1, day) for ref, day in days.items()}, row)

    assert [(day.day, [disputes.words(group) for group in groups]) for day, groups in found] == [
        (2, ["How long is it?"]),
        (3, ["How long is it?", "How high is it?"]),
        (4, ["How long is it?"]),
    ]


class Unwalked(dict[str, object]):
    """What may be asked about each claim, and is never walked over: once for each question it would be for all."""

    def __iter__(self):
        raise AssertionError("all claims of the record are walked over for one question")


def test_no_question_is_traced_back_over_all_claims_of_the_record(timeline_from_doc) -> None:
    """
    sources: [{id: gazette, issued: 2024-02-01}]
    events: [{id: a, date: 2024, claims: [{id: x, cite: gazette}, {id: less, disputes: x, cite: gazette}]}]
    """
    (asked,) = disputes.liveliest(timeline_from_doc)
    day = datetime.date(2024, 2, 1)
    known, row = Unwalked({"a#x": day, "a#less": day}), Unwalked({"a#x": 0, "a#less": 1})

    stood = disputes.as_they_stood(timeline_from_doc, asked, known, row, lambda id: day)

    assert [(since, len(questions)) for since, questions in stood] == [(day, 1)]
