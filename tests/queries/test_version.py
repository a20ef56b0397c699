"""The name of an edition: the same for the same words, another for any other."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import completed
from tests.queries.records import timelines
from timeline.loader import load
from timeline.model import Timeline
from timeline.queries.version import version

RECORD = """
record: {title: A record, language: en, licence: CC0-1.0, through: 2025-12-31, contact: nobody,
  uuid: 1fbcea2d-ce91-4cc7-b1fc-114d901f5935}
events:
  - id: opening
    added: 2025-12-01
    date: 2025-05
    date_basis: the plaque
    rivals: [{date: 2025-04, cite: gazette}]
    dates: {announced: {date: 2025-01, cite: gazette}}
    title: The bridge opens
    summary: It opened.
    kind: release
    course: happened
    status: reported
    key: true
    actors: [council]
    topics: [bridge]
    claims:
      - id: opened
        text: It opened.
        cite: [{source: blog, via: gazette, locator: page 3, guess: true}]
      - {text: It did not., disputes: opened, denies: opened, by: council, cite: gazette}
    related: [{event: flood, as: hampers, cite: gazette}]
    updates: [{on: 2025-12-02, kind: correction, text: We were wrong.}]
    aliases: [ceremony]
    allow: {single-origin: there is no other}
  - {id: flood, date: 2025}
sources:
  - id: blog
    title: A title
    title_basis: ours
    title_in: {de: Ein Titel}
    publisher: A blog
    authors: [A. Writer]
    issued: 2025-05
    issued_basis: inferred
    accessed: 2025-06-01
    language: en
    url: https://example.org/blog
    archive: {url: https://archive.example.org/blog, on: 2025-06-02}
    access: gone
    kind: secondary
    relays: [gazette]
    note: A note.
    aliases: [weblog]
    allow: {no-archive: nobody keeps it}
  - {id: gazette, seen: false}
expectations:
  - {id: soon, about: bridge, by: council, said: 2025-01, window: 2025-04, wording: soon, window_basis: inferred,
     cite: gazette, replaces: sooner, outcome: {event: opening}}
  - {id: sooner, outcome: missed}
  - {id: never, outcome: {denied: opening#opened}}
  - {id: back, outcome: {withdrawn: opening#opened}}
tracks:
  - id: traffic
    title: Traffic
    states: [{from: 2025-01, to: 2025-04, state: by ferry, tone: limited, event: opening, cite: gazette}]
actors: [{id: council, name: The council, kind: government, country: DE, aliases: [town]}]
topics: [{id: bridge, name: The bridge, about: all of it, aliases: [crossing]}]
"""
OTHERS: dict[str, str | dict[str, str]] = {
    "language": "fr",
    "through": "2025-12-30",
    "uuid": "2fbcea2d-ce91-4cc7-b1fc-114d901f5935",
    "added": "2025-12-03",
    "date": "2025-08",
    "kind": {
        "release": "policy",
        "report": "policy",
        "secondary": "aggregator",
        "primary": "secondary",
        "correction": "revision",
        "government": "media",
    },
    "course": "missed",
    "status": "denied",
    "key": "false",
    "guess": "false",
    "as": "causes",
    "on": "2025-12-05",
    "title_basis": "relayed",
    "issued": "2025-04",
    "issued_basis": "address",
    "accessed": "2025-06-04",
    "url": "https://example.org/other",
    "access": "paywalled",
    "seen": "true",
    "said": "2025-02",
    "window": "2025-03",
    "window_basis": "stated",
    "from": "2025-02",
    "to": "2025-03",
    "tone": "open",
    "country": "FR",
}
"""Where the word may not be just any."""


def written(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def read(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path to every word of a record."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, number))
    else:
        yield path


def changed(data: Any, path: tuple[str | int, ...]) -> Any:
    """The record with another word in one place."""
    copy = read(written(data))
    *way, last = path
    inner = copy
    for step in way:
        inner = inner[step]
    field = next(step for step in reversed(path) if isinstance(step, str))
    other = OTHERS.get(field, f"{inner[last]}-other")
    inner[last] = other[inner[last]] if isinstance(other, dict) else other
    return copy


FULL = read(completed(RECORD))
PLACES = [path for path in leaves(FULL) if path[-1] != "outcome"]


@pytest.fixture
def version_of(tmp_path):
    """The version of some files, whatever else is wrong with them."""

    def of(*files: str) -> str:
        for old in tmp_path.glob("*.yaml"):
            old.unlink()
        for number, text in enumerate(files):
            (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
        loaded = load(tmp_path, "record")
        assert [problem.sentence for problem in loaded.problems if "error" in str(problem.severity)] == []
        return version(loaded.timeline)

    return of


def test_a_version_is_twelve_hexadecimal_digits(timeline_from_doc) -> None:
    """
    events: [{id: opening}]
    """
    assert re.fullmatch("[0-9a-f]{12}", version(timeline_from_doc))


def test_a_forecast_that_was_missed_is_not_one_that_is_open(version_of) -> None:
    silent = changed(FULL, ("expectations", 1, "id"))
    told = read(written(silent))
    del silent["expectations"][1]["outcome"]

    assert version_of(written(silent)) != version_of(written(told))


@pytest.mark.parametrize("path", PLACES, ids=lambda path: ".".join(map(str, path)))
def test_another_word_anywhere_is_another_version(version_of, path) -> None:
    assert version_of(written(changed(FULL, path))) != version_of(written(FULL))


def test_the_layout_of_the_files_is_no_part_of_the_version(version_of) -> None:
    whole = version_of(written(FULL))
    parts = [written({name: FULL[name]}) for name in FULL]
    events = [written({"events": [event]}) for event in FULL["events"]]
    others = [written({name: FULL[name]}) for name in FULL if name != "events"]

    assert version_of(*parts) == whole
    assert version_of(*events, *others) == whole
    assert version_of("# a comment\n" + yaml.safe_dump(FULL, sort_keys=True, default_flow_style=True)) == whole
    assert version_of(yaml.safe_dump(FULL, default_style='"').replace("\n", "\r\n")) == whole


def test_the_default_said_aloud_is_the_same_record(version_of) -> None:
    said = "events: [{id: e, course: happened, key: false, aliases: [], claims: [{text: T, cite: [{source: s}]}]}]"
    silent = "events: [{id: e, claims: [{text: T, cite: s}]}]"

    assert version_of(completed(f"sources: [{{id: s}}]\n{said}")) == version_of(
        completed(f"sources: [{{id: s}}]\n{silent}")
    )


@given(timelines(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_is_no_part_of_the_version(timeline, chance: random.Random) -> None:
    def shuffled(records: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(chance.sample(records, len(records)))

    turned = Timeline(
        timeline.record,
        shuffled(timeline.events),
        shuffled(timeline.sources),
        shuffled(timeline.actors),
        shuffled(timeline.topics),
        shuffled(timeline.expectations),
        shuffled(timeline.tracks),
    )

    assert version(turned) == version(timeline)


@given(timelines(), timelines())
def test_two_records_have_one_version_only_when_they_say_the_same(one, other) -> None:
    same = all(
        sorted(getattr(one, name), key=lambda r: r.id) == sorted(getattr(other, name), key=lambda r: r.id)
        for name in ("events", "sources", "actors", "topics", "expectations", "tracks")
    )

    assert (version(one) == version(other)) == same


def test_the_order_of_claims_is_part_of_the_version_for_the_first_one_states_the_event(version_of) -> None:
    claims = ["{id: a, text: A, cite: s}", "{id: b, text: B, cite: s}"]
    one, other = (f"events: [{{id: e, claims: [{', '.join(row)}]}}]" for row in (claims, claims[::-1]))

    assert version_of(completed(f"sources: [{{id: s}}]\n{one}")) != version_of(
        completed(f"sources: [{{id: s}}]\n{other}")
    )
