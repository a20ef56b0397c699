"""What may be a slip is a warning, what is merely so is a note, and both can be waived with a reason."""

from __future__ import annotations

from timeline.problems import Problem


def test_a_document_that_repeats_several_is_cited_with_the_one_it_repeats(codes: list[str]) -> None:
    """
    sources: [{id: a}, {id: b}, {id: post, relays: [a, b]}]
    events: [{id: opening, claims: [{text: It opened., cite: [a, post]}]}]
    """
    assert codes == ["unnamed-relay"]


def test_a_document_that_repeats_one_needs_no_word_about_it(codes: list[str]) -> None:
    """
    sources: [{id: a}, {id: post, relays: [a]}]
    events: [{id: opening, claims: [{text: It opened., cite: post}]}]
    """
    assert codes == []


def test_an_unnamed_relay_is_waived_on_the_event(codes: list[str]) -> None:
    """
    sources: [{id: a}, {id: b}, {id: post, relays: [a, b]}]
    events:
      - id: opening
        claims: [{text: It opened., cite: post}]
        allow: {unnamed-relay: The paper mixes the two.}
    """
    assert codes == []


def test_an_unnamed_relay_is_waived_on_the_source(codes: list[str]) -> None:
    """
    sources: [{id: a}, {id: b}, {id: post, relays: [a, b], allow: {unnamed-relay: The paper mixes the two.}}]
    events:
      - {id: opening, claims: [{text: It opened., cite: post}]}
      - {id: closing, claims: [{text: It closed., cite: post}]}
    """
    assert codes == []


def test_a_forecast_is_held_to_the_same(told: tuple[Problem, ...]) -> None:
    """
    sources: [{id: a}, {id: b}, {id: post, relays: [a, b]}]
    expectations: [{id: spring, cite: post}]
    """
    assert [problem.sentence for problem in told] == [
        "the expectation cites a document that relays several and does not say which"
    ]


def test_a_waiver_that_hides_nothing_is_told(codes: list[str]) -> None:
    """
    sources: [{id: a}, {id: b, allow: {no-archive: The archive refuses it., untranslated-title: None.}}]
    events: [{id: opening, claims: [{text: It opened., cite: [a, b]}], allow: {single-origin: None.}}]
    """
    assert codes == ["useless-allow", "useless-allow"]


def test_a_waiver_of_a_note_hides_it(noted: list[str]) -> None:
    """
    sources: [{id: a}]
    events: [{id: opening, claims: [{text: It opened., cite: a}], allow: {single-origin: Nobody else was there.}}]
    """
    assert noted == []


def test_twelve_papers_on_one_report_are_one_origin(noted: list[str]) -> None:
    """
    sources: [{id: a, kind: original-reporting}, {id: b, relays: a}, {id: c, relays: b}]
    events: [{id: opening, claims: [{text: It opened., cite: [a, b, c]}]}]
    """
    assert noted == ["single-origin"]


def test_a_paper_that_names_nobody_has_no_origin(noted: list[str]) -> None:
    """
    sources: [{id: a, kind: secondary}, {id: b}]
    events: [{id: opening, claims: [{text: It opened., cite: [a, b]}]}]
    """
    assert noted == ["single-origin", "origin-unnamed"]


def test_a_claim_that_only_machines_make_is_noted(noted: list[str]) -> None:
    """
    sources: [{id: a}, {id: b}, {id: machine, kind: ai-generated, relays: a}]
    events:
      - id: opening
        claims: [{text: It opened., cite: [a, b, machine]}, {text: It rained., cite: machine}]
    """
    assert noted == ["ai-only"]


def test_a_title_needs_no_translation_into_its_own_language(noted: list[str]) -> None:
    """
    record: {language: de-AT}
    sources: [{id: a, language: de}, {id: b, language: en, title_in: {de: Die Brücke}}, {id: c, language: zh}]
    """
    assert noted == ["untranslated-title"]


def test_nothing_is_judged_while_there_is_an_error(codes: list[str]) -> None:
    """
    sources: [{id: a}, {id: b}, {id: post, relays: [a, b]}]
    events: [{id: opening, topics: [bridge], claims: [{text: It opened., cite: [post, nobody]}]}]
    """
    assert codes == ["unknown-source"]


def test_a_check_that_cannot_be_waived_says_so(codes: list[str]) -> None:
    """
    events: [{id: opening, allow: {uncited-claim: Everybody knows., no-such-check: Really.}}]
    """
    assert sorted(codes) == ["allowed-error", "unknown-code"]


def test_a_day_of_before_the_calendar_says_of_which_one_it_is(codes: list[str]) -> None:
    """
    record: {retrospective: true}
    sources: [{id: chronicle}]
    events:
      - {id: hastings, date: 1066-10-14, claims: [{text: An army wins., cite: chronicle}]}
      - {id: letter, date: 1582-10-10, claims: [{text: A letter is written., cite: chronicle}]}
      - {id: first, date: 1582-10-15, claims: [{text: The calendar begins., cite: chronicle}]}
      - {id: ides, date: -0043-03-15 Julian, claims: [{text: He dies., cite: chronicle}]}
      - {id: month, date: 1066-10, claims: [{text: A month passes., cite: chronicle}]}
      - id: converted
        date: 1066-10-20
        claims: [{text: Another army wins., cite: chronicle}]
        allow: {early-day: converted by us}
    """
    assert codes == ["early-day", "early-day"]


def test_the_first_of_january_is_asked_about_where_no_claim_names_it(noted: list[str]) -> None:
    """
    sources: [{id: gazette}]
    events:
      - {id: guessed, date: 1975-01-01, claims: [{text: A shop opens., cite: gazette}]}
      - {id: told, date: 1976-01-01, claims: [{text: On 1 January it shuts., cite: gazette}]}
      - {id: year, date: 1977, claims: [{text: It opens again., cite: gazette}]}
      - {id: noon, date: 1978-01-01T12:00, claims: [{text: It burns., cite: gazette}]}
    """
    assert noted.count("first-of-january") == 1
