"""A denial rejects what another party said, and comes after it."""

from __future__ import annotations


def test_who_was_accused_denies_the_deed_and_not_the_accusation(codes: list[str]) -> None:
    """
    sources: [{id: gazette}, {id: minutes}]
    events:
      - id: opening
        actors: builder
        claims:
          - {id: accused, text: The Gazette accused the builder of using poor steel., cite: [gazette, minutes]}
          - {id: steel, text: "The steel was poor, wrote the Gazette.", cite: gazette}
          - {text: The steel was sound., by: builder, denies: accused, cite: gazette}
          - {text: The steel is sound., by: builder, denies: steel, cite: gazette}
    """
    assert codes == ["denied-retelling"]


def test_a_rumour_with_those_who_spread_it_at_its_end_can_be_denied(codes: list[str]) -> None:
    """
    sources: [{id: gazette}, {id: minutes}]
    events:
      - id: opening
        actors: builder
        claims:
          - {id: steel, text: "The steel was poor, said papers of the town.", cite: [gazette, minutes]}
          - {text: The steel was sound., by: builder, denies: steel, cite: gazette}
    """
    assert codes == []


def test_who_is_said_to_have_said_a_thing_can_deny_that_he_said_it(codes: list[str]) -> None:
    """
    sources: [{id: gazette}, {id: minutes}]
    actors: [{id: mayor, name: Ann Brown, kind: person}]
    events:
      - id: opening
        actors: mayor
        claims:
          - {id: told, text: Brown told the council that the steel was poor., cite: [gazette, minutes]}
          - {text: She never said so., by: mayor, denies: told, cite: gazette}
    """
    assert codes == []


def test_a_german_denial_is_read_in_german(codes: list[str]) -> None:
    """
    record: {language: de}
    sources: [{id: zeitung, language: de}, {id: protokoll, language: de}]
    events:
      - id: opening
        actors: builder
        claims:
          - {id: told, text: "Die Zeitung behauptete, dass der Stahl schlecht sei.", cite: [zeitung, protokoll]}
          - {text: Der Stahl ist gut., by: builder, denies: told, cite: zeitung}
    """
    assert codes == ["denied-retelling"]


def test_nobody_denies_his_own_word(codes: list[str]) -> None:
    """
    events:
      - id: opening
        actors: mayor
        claims: [{id: opened, text: It opened., by: mayor}, {text: It did not., by: mayor, denies: opened}]
    """
    assert codes == ["self-denial"]


def test_a_denied_claim_says_whose_statement_it_is(codes: list[str]) -> None:
    """
    sources: [{id: gazette, publisher: Harbour Gazette}, {id: minutes}]
    events:
      - id: opening
        actors: [builder, rival]
        claims:
          - {id: plain, text: The steel was poor., cite: gazette}
          - {id: by-field, text: The steel was poor., by: rival, cite: gazette}
          - {id: in-words, text: "The steel was poor, wrote the Gazette.", cite: gazette}
          - {id: at-source, text: The steel was poor., cite: {source: gazette, attributed_to: two welders}}
          - {text: No., by: builder, denies: plain, cite: minutes}
          - {text: No., by: builder, denies: by-field, cite: minutes}
          - {text: No., by: builder, denies: in-words, cite: minutes}
          - {text: No., by: builder, denies: at-source, cite: minutes}
    """
    assert codes == ["denied-unattributed"]


def test_a_record_in_a_language_that_we_do_not_read_is_not_judged_by_its_words(codes: list[str]) -> None:
    """
    record: {language: fi}
    sources: [{id: lehti, language: fi}]
    events:
      - id: avaaminen
        actors: builder
        claims:
          - {id: steel, text: Teräs oli huonoa., cite: lehti}
          - {text: Teräs oli hyvää., by: builder, denies: steel, cite: lehti}
    """
    assert codes == []


def test_who_denies_is_spoken_of_in_the_event_that_he_denies(codes: list[str]) -> None:
    """
    actors: [{id: mayor, name: Ann Brown, kind: person}]
    events:
      - id: opening
        claims: [{id: opened, text: It opened., by: council}]
      - id: closing
        claims: [{id: closed, text: "Brown closed it, said the Gazette."}]
      - id: letter
        actors: mayor
        claims:
          - {text: It did not open., by: mayor, denies: opening#opened}
          - {text: It did not close., by: mayor, denies: closing#closed}
    """
    assert codes == ["unconcerned-denier"]


def test_a_denial_alone_does_not_make_its_speaker_one_of_whom_the_event_speaks(codes: list[str]) -> None:
    """
    actors: [{id: mayor, name: Ann Brown, kind: person}]
    events:
      - id: opening
        claims:
          - {id: opened, text: It opened., by: council}
          - {text: "It did not open, said Brown.", by: mayor, denies: opened}
      - id: closing
        actors: mayor
        claims:
          - {id: closed, text: It closed., by: council}
          - {text: "It did not close, said Brown.", by: mayor, denies: closed}
    """
    assert codes == ["unconcerned-denier"]


def test_words_of_april_do_not_answer_a_report_of_may(codes: list[str]) -> None:
    """
    sources:
      - {id: letter, issued: 2020-04-20}
      - {id: gazette, kind: original-reporting, issued: 2020-05-03, seen: 'false'}
      - {id: post, issued: 2020-06, relays: gazette}
    events:
      - id: opening
        date: 2020-04
        actors: builder
        claims:
          - {id: steel, text: "The steel was poor, wrote the Gazette.", cite: post}
          - {text: The steel was sound., by: builder, denies: steel, cite: letter}
    """
    assert codes == ["older-denial"]


def test_an_answer_of_the_same_month_may_have_come_after(codes: list[str]) -> None:
    """
    sources:
      - {id: letter, issued: 2020-05}
      - {id: gazette, kind: original-reporting, issued: 2020-05-03}
    events:
      - id: opening
        date: 2020-04
        actors: builder
        claims:
          - {id: steel, text: "The steel was poor, wrote the Gazette.", cite: gazette}
          - {text: The steel was sound., by: builder, denies: steel, cite: letter}
    """
    assert codes == []


def test_a_claim_that_an_undated_document_makes_too_may_be_older_than_its_answer(codes: list[str]) -> None:
    """
    sources:
      - {id: letter, issued: 2020-04-20}
      - {id: gazette, kind: original-reporting, issued: 2020-05-03}
      - {id: leaflet}
    events:
      - id: opening
        date: 2020-04
        actors: builder
        claims:
          - {id: steel, text: "The steel was poor, wrote the Gazette.", cite: [gazette, leaflet]}
          - {text: The steel was sound., by: builder, denies: steel, cite: letter}
    """
    assert codes == []


def test_an_older_document_may_contradict_a_later_one_and_is_noted(noted: list[str]) -> None:
    """
    sources: [{id: plan, issued: 2019}, {id: gazette, kind: original-reporting, issued: 2020-05-03}]
    events:
      - id: opening
        claims:
          - {id: length, text: The bridge has 340 metres., cite: gazette}
          - {text: The bridge has 320 metres., disputes: length, cite: plan}
    """
    assert noted == ["older-dispute"]


def test_an_older_document_answers_what_had_been_said_before_it_and_is_cited_with_that(noted: list[str]) -> None:
    """
    sources:
      - {id: leaflet, kind: original-reporting, issued: 2020-04-02}
      - {id: letter, issued: 2020-04-20}
      - {id: gazette, kind: original-reporting, issued: 2020-05-03}
    events:
      - id: opening
        claims:
          - {id: length, text: The bridge has 340 metres., cite: [gazette, leaflet]}
          - {text: The leaflet is wrong; it has 320 metres., disputes: length, cite: letter}
    """
    assert noted == []


def test_an_older_document_that_quotes_what_it_refutes_shows_that_it_was_said(noted: list[str]) -> None:
    """
    sources:
      - {id: letter, issued: 2020-04-20}
      - {id: gazette, kind: original-reporting, issued: 2020-05-03}
    events:
      - id: opening
        claims:
          - {id: length, text: The bridge has 340 metres., cite: [gazette, letter]}
          - {text: "Those who say so are wrong: it has 320 metres.", disputes: length, cite: letter}
    """
    assert noted == []
