"""Every id leads somewhere, and a slip of the pen is named."""

from __future__ import annotations

from timeline.problems import Problem


def test_an_id_with_a_slip_of_the_pen_is_answered_with_the_one_that_was_meant(told: tuple[Problem, ...]) -> None:
    """
    sources: [{id: harbour-gazette-2024}]
    events:
      - id: opening
        claims: [{text: The bridge opened., cite: harbor-gazette-2024}]
    """
    assert [problem.help for problem in told] == ["a source with a similar id is `harbour-gazette-2024`"]


def test_an_address_where_an_id_belongs_is_answered_with_the_document_that_has_it(told: tuple[Problem, ...]) -> None:
    """
    sources: [{id: gazette, url: 'https://gazette.example/bridge'}]
    events:
      - id: opening
        claims:
          - {text: The bridge opened., cite: 'https://www.gazette.example/bridge/?utm_source=x'}
          - {text: It rained., cite: 'https://herald.example/rain'}
    """
    assert [(problem.code, problem.help) for problem in told] == [
        ("bad-id", "the document with this address is `gazette`"),
        ("bad-id", "write the id of the document; `timeline add source` with this address adds it"),
    ]


def test_every_place_that_names_an_event_is_checked(codes: list[str]) -> None:
    """
    events:
      - id: opening
        related: [{event: nowhere, as: see-also}]
    expectations: [{id: spring, outcome: {event: nowhere}}]
    tracks: [{id: traffic, states: [{from: 2020, state: open, event: nowhere}]}]
    """
    assert codes == ["unknown-event"] * 3


def test_every_place_that_cites_a_source_is_checked(codes: list[str]) -> None:
    """
    events:
      - id: opening
        rivals: [{date: 2020, cite: nobody}]
        dates: {announced: {date: 2019, cite: nobody}}
        claims: [{text: It opened., cite: nobody}]
        related: [{event: opening, as: causes, cite: nobody}]
    expectations: [{id: spring, cite: nobody}]
    tracks: [{id: traffic, states: [{from: 2020, state: open, cite: nobody}]}]
    sources: [{id: gazette, relays: nobody}]
    """
    assert codes == ["unknown-source"] * 7


def test_a_claim_elsewhere_is_named_with_its_event(told: tuple[Problem, ...]) -> None:
    """
    sources: [{id: gazette}]
    events:
      - id: opening
        claims: [{id: opened, text: It opened., cite: gazette}]
      - id: closing
        status: reported
        claims: [{text: It never opened., disputes: opened, cite: gazette}]
    """
    assert [(problem.code, problem.help) for problem in told] == [
        ("unknown-claim", "a claim with a similar id is `opening#opened`")
    ]


def test_the_outcome_of_a_forecast_names_a_claim_with_its_event(told: tuple[Problem, ...]) -> None:
    """
    expectations: [{id: spring, outcome: {denied: no-such-plan}}]
    """
    assert told[0].help == "write `event-id#no-such-plan`, with the event that the claim belongs to"


def test_a_claim_of_an_event_that_is_not_there_is_told_by_the_event(told: tuple[Problem, ...]) -> None:
    """
    events:
      - id: opening
        claims: [{text: It opened., disputes: far-away#thing}]
    """
    assert (told[0].code, told[0].label) == ("unknown-claim", "no event has the id `far-away`")


def test_a_claim_without_an_id_cannot_be_named_by_its_number(codes: list[str]) -> None:
    """
    events:
      - id: opening
        claims: [{text: It opened.}, {text: It did not., disputes: claim-1}]
    """
    assert codes == ["unknown-claim"]


def test_an_old_id_is_answered_with_the_new_one(told: tuple[Problem, ...]) -> None:
    """
    events:
      - {id: opening, aliases: [inauguration]}
      - {id: closing, related: [{event: inauguration, as: answers}]}
    """
    assert [problem.help for problem in told] == ["write `opening`, the id it has now"]


def test_an_id_may_be_meant_of_a_record_that_has_another_fault(told: tuple[Problem, ...]) -> None:
    """
    sources:
      - {id: itnews-bridge-opens, language: english}
      - {id: reuters-bridge-opens}
    events:
      - id: opening
        claims: [{text: The bridge opened., cite: [itnews-bridge-open, reuters-bridge-opens]}]
    """
    assert [problem.help for problem in told] == ["write `en`", "a source with a similar id is `itnews-bridge-opens`"]
