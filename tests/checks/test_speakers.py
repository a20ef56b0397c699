"""The record says little in its own voice, and knows whose voice it lends."""

from __future__ import annotations

from collections.abc import Callable

import pytest


def test_a_retelling_bears_no_sentence_of_the_records_own(noted: list[str]) -> None:
    """
    sources: [{id: minutes}, {id: gazette, kind: original-reporting}, {id: post, relays: gazette}]
    events:
      - id: opening
        claims: [{text: It opened., cite: [minutes, gazette]}, {text: People danced., cite: post}]
    """
    assert noted == ["unnamed-speaker"]


@pytest.mark.parametrize(
    "claim",
    [
        "{text: People danced., by: mayor, cite: post}",
        "{text: People danced., cite: {source: post, attributed_to: two guests}}",
        "{text: 'People danced, wrote a newspaper.', cite: post}",
        "{text: People are said to have danced., cite: post}",
        "{text: 'People danced, by the diary of a guest.', cite: post}",
        "{text: 'Two hundred danced, they counted.', cite: post}",
        "{text: The Evening Post has people dancing., cite: post}",
        "{text: The Harbour Gazette has people dancing., cite: post}",
        "{text: People danced., cite: [post, herald]}",
        "{text: People danced., cite: gazette}",
    ],
)
def test_a_speaker_two_origins_or_somebody_who_saw_bear_it(claim: str, noted_of: Callable[[str], list[str]]) -> None:
    record = f"""
        sources:
          - {{id: minutes}}
          - {{id: gazette, kind: original-reporting, publisher: Harbour Gazette}}
          - {{id: agency, kind: original-reporting, seen: 'false', publisher: Agency}}
          - {{id: post, relays: gazette, publisher: Evening Post (copy at a site)}}
          - {{id: herald, relays: agency, publisher: Herald}}
        events:
          - id: opening
            actors: mayor
            claims: [{{text: It opened., cite: [minutes, gazette, herald]}}, {claim}]
        """
    assert noted_of(record) == []


def test_the_actor_of_a_sentence_is_not_its_speaker(noted: list[str]) -> None:
    """
    sources:
      - {id: minutes}
      - {id: gazette, kind: original-reporting}
      - {id: order, seen: 'false', publisher: Town Council}
      - {id: post, relays: order}
    events:
      - id: opening
        claims:
          - {text: It opened., cite: [minutes, gazette]}
          - {text: The Town Council opened it., cite: post}
    """
    assert noted == ["unnamed-speaker"]


def test_a_german_sentence_names_its_speaker_in_german(noted: list[str]) -> None:
    """
    record: {language: de}
    sources:
      - {id: minutes, language: de}
      - {id: gazette, language: de, kind: original-reporting}
      - {id: post, language: de, relays: gazette}
    events:
      - id: opening
        claims:
          - {text: Sie wurde eröffnet., cite: [minutes, gazette]}
          - {text: "Man tanzte, berichtete die Zeitung.", cite: post}
          - {text: Man soll getanzt haben., cite: post}
          - {text: Man tanzte., cite: post}
    """
    assert noted == ["unnamed-speaker"]


def test_claims_that_cite_the_same_are_told_once_and_a_waiver_hides_its_own_alone(noted: list[str]) -> None:
    """
    sources: [{id: minutes}, {id: gazette, kind: original-reporting}, {id: post, relays: gazette},
              {id: herald, relays: gazette}]
    events:
      - id: opening
        allow: {unnamed-speaker: Everybody was there.}
        claims: [{text: It opened., cite: [minutes, gazette]}, {text: People danced., cite: post}]
      - id: evening
        claims: [{text: They sang., cite: post}, {text: They ate., cite: post}, {text: They slept., cite: herald}]
      - id: morning
        claims: [{text: They left., cite: post}]
    """
    assert noted.count("unnamed-speaker") == 2


def test_a_language_that_is_not_read_is_let_pass(noted: list[str]) -> None:
    """
    record: {language: ga}
    sources:
      - {id: minutes, language: ga}
      - {id: gazette, language: ga, kind: original-reporting}
      - {id: post, language: ga, relays: gazette}
    events:
      - id: opening
        claims: [{text: D'oscail sé., cite: [minutes, gazette]}, {text: Rince siad., cite: post}]
    """
    assert noted == []


def test_a_headline_that_nobody_saw_says_nothing(codes: list[str]) -> None:
    """
    sources:
      - {id: gazette, title: Town sees its new bridge open, title_basis: address, publisher: Gazette}
      - {id: post, title: A bridge at last}
    events:
      - id: opening
        claims:
          - {text: "It opened, says a headline.", cite: gazette}
          - {text: "The town sees its new bridge open, writes the Gazette.", cite: gazette}
          - {text: "People danced on the new bridge when it opened, writes the Gazette.", cite: gazette}
          - {text: "It opened, say two headlines.", cite: [gazette, post]}
    """
    assert codes == ["unseen-headline", "unseen-headline"]
