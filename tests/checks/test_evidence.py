"""Nothing is called better proved than it is."""

from __future__ import annotations

from timeline.problems import Problem


def test_an_event_is_confirmed_by_one_primary_source_that_was_seen(codes: list[str]) -> None:
    """
    sources: [{id: minutes}]
    events: [{id: opening, status: confirmed, claims: [{text: It opened., cite: minutes}]}]
    """
    assert codes == []


def test_a_primary_source_that_nobody_saw_confirms_nothing(told: tuple[Problem, ...]) -> None:
    """
    sources: [{id: minutes, seen: 'false'}, {id: gazette, relays: minutes}]
    events: [{id: opening, status: confirmed, claims: [{text: It opened., cite: [minutes, gazette]}]}]
    """
    assert [(problem.code, problem.label) for problem in told] == [
        ("unproven-confirmed", "one origin stands behind it")
    ]


def test_two_reporters_of_their_own_confirm_an_event(codes: list[str]) -> None:
    """
    sources: [{id: gazette, kind: original-reporting}, {id: post, kind: original-reporting}]
    events: [{id: opening, status: confirmed, claims: [{text: It opened., cite: [gazette, post]}]}]
    """
    assert codes == []


def test_five_papers_that_repeat_one_report_confirm_nothing(codes: list[str]) -> None:
    """
    sources:
      - {id: gazette, kind: original-reporting}
      - {id: a, relays: gazette}
      - {id: b, relays: gazette}
      - {id: c, relays: b}
    events: [{id: opening, status: confirmed, claims: [{text: It opened., cite: [gazette, a, b, c]}]}]
    """
    assert codes == ["unproven-confirmed"]


def test_only_the_first_claim_states_an_event(codes: list[str]) -> None:
    """
    sources: [{id: minutes}, {id: gazette, kind: original-reporting}]
    events:
      - id: opening
        status: confirmed
        claims: [{text: It opened., cite: gazette}, {text: It rained., cite: minutes}]
    """
    assert codes == ["unproven-confirmed"]


def test_a_status_is_judged_though_something_else_is_wrong(codes: list[str]) -> None:
    """
    sources: [{id: gazette, kind: original-reporting}]
    events:
      - {id: opening, status: confirmed, topics: [bridge], claims: [{text: It opened., cite: gazette}]}
      - {id: closing, claims: [{text: It closed., cite: nobody}]}
    """
    assert codes == ["unproven-confirmed", "unknown-source"]


def test_a_status_is_not_judged_where_what_bears_it_is_wrong(codes: list[str]) -> None:
    """
    sources: [{id: gazette, kind: orignal-reporting}]
    events:
      - {id: opening, status: confirmed, claims: [{text: It opened., cite: gazette}]}
      - {id: closing, status: confirmed, claims: [{text: It closed., cite: gazete}]}
    """
    assert codes == ["unknown-word", "unknown-source"]


def test_a_disputed_event_has_a_claim_against_it_anywhere(codes: list[str]) -> None:
    """
    events:
      - {id: opening, status: disputed, claims: [{id: opened, text: It opened.}]}
      - {id: letter, claims: [{text: It did not., disputes: opening#opened}]}
    """
    assert codes == []


def test_a_dispute_is_no_denial(codes: list[str]) -> None:
    """
    events:
      - id: opening
        status: denied
        claims: [{id: opened, text: It opened.}, {text: It did not., disputes: opened}]
    """
    assert codes == ["baseless-status"]


def test_a_denial_names_the_speaker(codes: list[str]) -> None:
    """
    events:
      - id: opening
        claims: [{id: opened, text: It opened.}, {text: It did not., denies: opened}]
    """
    assert codes == ["denial-without-speaker"]


def test_a_speaker_may_speak_without_denying(codes: list[str]) -> None:
    """
    events: [{id: opening, claims: [{text: It opened., by: mayor}]}]
    """
    assert codes == []


def test_a_circle_of_relays_is_told_once_with_every_step(told: tuple[Problem, ...]) -> None:
    """
    sources: [{id: a, relays: b}, {id: b, relays: c}, {id: c, relays: a}, {id: d, relays: a}]
    """
    assert [(problem.code, problem.label) for problem in told] == [
        ("relay-loop", "a → b → c → a"),
        ("unused", "never cited"),
    ]
    assert [words for words, _ in told[0].elsewhere] == ["`a` relays `b` at", "`b` relays `c` at"]


def test_a_lost_event_does_not_hide_an_unseen_source(codes: list[str]) -> None:
    """
    sources: [{id: memoir, seen: 'false'}]
    events: [{id: opening, kind: ceremony}]
    """
    assert sorted(codes) == ["unknown-word", "unseen-unrelayed"]


def test_a_document_may_name_itself_where_it_repeats_nobody(codes: list[str]) -> None:
    """
    sources: [{id: gazette, relays: [minutes, herald]}, {id: minutes}, {id: herald}]
    events: [{id: opening, claims: [{text: It opened., cite: {source: gazette, via: gazette}}]}]
    """
    assert codes == []


def test_a_document_that_relays_nobody_need_not_name_itself(codes: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events: [{id: opening, claims: [{text: It opened., cite: {source: gazette, via: gazette}}]}]
    """
    assert codes == ["unrelayed-via"]


def test_via_is_checked_wherever_something_is_cited(codes: list[str]) -> None:
    """
    sources: [{id: gazette}, {id: minutes}]
    events:
      - id: opening
        rivals: [{date: 2020, cite: {source: gazette, via: minutes}}]
        claims: [{text: It opened., cite: {source: gazette, via: minutes}}]
    expectations: [{id: spring, cite: {source: gazette, via: minutes}}]
    tracks: [{id: traffic, states: [{from: 2020, state: open, cite: {source: gazette, via: minutes}}]}]
    """
    assert codes == ["unrelayed-via"] * 4


def test_a_cause_is_somebodys_word_and_an_answer_is_not(codes: list[str]) -> None:
    """
    events:
      - id: opening
        related: [{event: opening, as: causes}, {event: opening, as: hampers}, {event: opening, as: answers}]
    """
    assert codes == ["uncited", "uncited"]


def test_what_its_publisher_took_back_confirms_nothing(codes: list[str]) -> None:
    """
    sources: [{id: study, kind: primary, withdrawn: 2020-06-04}]
    events: [{id: drug, status: confirmed, claims: [{text: It harms., cite: study}]}]
    """
    assert codes == ["unproven-confirmed"]


def test_what_repeats_a_withdrawn_document_is_no_second_hand_for_it(codes: list[str]) -> None:
    """
    sources:
      - {id: study, kind: primary, publisher: A journal, withdrawn: {on: 2020-06, by: The editors, cite: notice}}
      - {id: paper, kind: original-reporting, publisher: A paper, relays: study}
      - {id: notice, kind: primary, publisher: A journal}
      - {id: other, kind: original-reporting, publisher: Another paper}
    events: [{id: drug, status: confirmed, claims: [{text: It harms., cite: [paper, other]}]}]
    """
    assert codes == ["unproven-confirmed"]


def test_a_withdrawal_is_somebody_s_word_too(codes: list[str]) -> None:
    """
    sources: [{id: study, kind: primary, withdrawn: {on: 2020-06-04, cite: notice}}]
    events: [{id: drug, claims: [{text: It harms., cite: study}]}]
    """
    assert codes == ["unknown-source"]


def test_an_editor_is_asked_whom_a_secondary_document_repeats_and_not_to_call_it_another_kind(told) -> None:
    """
    sources: [{id: overview, kind: secondary}]
    events: [{id: drug, status: confirmed, claims: [{text: It harms., cite: overview}]}]
    """
    (problem,) = told

    assert problem.code == "unproven-confirmed"
    assert "find out from whom `overview` has it and name that document under `relays`" in problem.help
