"""What an editor is shown of the id under the pointer, for every kind of record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest

from timeline.language_server.hover import told
from timeline.language_server.occurrences import Occurrence
from timeline.model import Timeline
from timeline.model.references import Thing

RECORD = """
sources:
  - {id: gazette, title: Bridge opens, publisher: Gazette, issued: 1931-05-04, kind: original-reporting}
  - {id: herald, kind: secondary, relays: gazette}
actors: [{id: council, name: The council, kind: government, country: GB, about: It pays., also: [City *Council*]}]
topics: [{id: bridge, name: The bridge, about: All of it.}]
places: [{id: harbour, name: The harbour, about: Where ships lie.}]
events:
  - {id: opening, aliases: [start], date: 1931-05~, title: It opens, kind: release, status: reported,
     actors: council, topics: bridge, places: harbour, claims: [{id: opened, text: It opened., cite: herald}]}
expectations:
  - {id: soon, about: bridge, by: council, said: 1929-03-14, window: 1930, cite: gazette, outcome: missed,
     wording: Next year}
tracks:
  - {id: toll, title: The toll,
     states: [{from: 1931, state: half *free*, cite: gazette}, {from: 1935, state: none, cite: gazette}]}
"""


@pytest.fixture
def shown(read_record: Callable[[str], Timeline]) -> Callable[..., list[str]]:
    """The paragraphs for an id of a thing."""
    timeline = read_record(RECORD)

    def show(thing: Thing | Literal["claim"], id: str) -> list[str]:
        return [line for line in told(Occurrence(thing, id, "record.yaml", 1, 1, 1), timeline).split("\n\n") if line]

    return show


@pytest.mark.parametrize(
    ("thing", "id", "lines"),
    [
        ("event", "opening", ["**It opens**", "about May 1931 · release · happened · reported", "It opened."]),
        ("claim", "opening#opened", ["It opened.", "claim of `opening` · cites herald"]),
        ("actor", "council", ["**The council**", "government · GB · City \\*Council\\*", "It pays."]),
        ("topic", "bridge", ["**The bridge**", "All of it."]),
        ("place", "harbour", ["**The harbour**", "Where ships lie."]),
        ("expectation", "soon", ["**Next year**", "about `bridge` · by `council` · said 14 March 1929"]),
        ("track", "toll", ["**The toll**", "half \\*free\\* from 1931 · none from 1935"]),
        ("track", "nobody", []),
    ],
)
def test_an_id_is_told_in_a_few_lines(shown, thing: str, id: str, lines: list[str]) -> None:
    assert shown(thing, id) == lines


def test_a_document_is_told_as_it_is_cited_with_whom_it_repeats(shown) -> None:
    assert shown("source", "gazette")[-1] == "original-reporting"
    assert "Bridge opens" in shown("source", "gazette")[0]
    assert shown("source", "herald")[-1] == "secondary · repeats gazette"


def test_a_former_id_says_what_it_is_today(shown) -> None:
    assert shown("event", "start")[-1] == "`start` is its former id; today it is `opening`."
