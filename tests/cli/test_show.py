"""`timeline show`: one thing of a record in words that a terminal can show."""

from __future__ import annotations

from timeline.cli import show, terminal_layout, wording
from timeline.cli.console import say
from timeline.cli.find_record import find


def test_everything_in_a_record_can_be_shown(sample) -> None:
    record = sample
    lists = (record.events, record.sources, record.actors, record.topics, record.expectations, record.tracks)
    ids = [each.id for records in lists for each in records] + [claim.ref for claim in record.claims]
    assert len(ids) > 150

    for id in ids:
        for found in find(record, id):
            assert show.text(record, id, found).endswith("\n")


def test_a_relay_that_is_not_named_is_spoken_of(timeline_from_doc) -> None:
    """
    sources: [{id: blog, relays: [ft, rand], publisher: A blog}, {id: ft}, {id: rand}]
    events: [{id: event, claims: [{cite: blog}]}]
    """
    (claim,) = timeline_from_doc.claims

    words = wording.passage(timeline_from_doc, claim.citations[0])

    assert words == "A blog (repeats 2 documents; which one, is not said)"


def test_a_chain_on_the_terminal_ends_at_those_whom_its_origin_names(timeline_from_doc) -> None:
    """
    sources: [{id: blog, relays: ft, publisher: A blog}, {id: ft, publisher: The paper, seen: false}]
    events: [{id: event, claims: [{cite: {source: blog, attributed_to: two people, locator: page 3}}]}]
    """
    (claim,) = timeline_from_doc.claims

    words = wording.passage(timeline_from_doc, claim.citations[0])

    assert words == "A blog → The paper (not seen) → two people, page 3"


def test_what_an_author_typed_cannot_command_the_terminal(capsys) -> None:
    say("A \x1b[2J trap, \x9b2J and \u202eback\n")

    assert capsys.readouterr().out == "A �[2J trap, �2J and �back\n"


def test_chinese_titles_are_broken_between_characters() -> None:
    assert list(terminal_layout.paragraph("桥梁" * 50)) == ["桥梁" * 20, "桥梁" * 20, "桥梁" * 10]
