"""A test's docstring is its record: read by the real loader, without the fields the test does not speak of."""

from __future__ import annotations

import datetime
import gc
import inspect
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import yaml

from timeline.checks import read
from timeline.html.page import Page
from timeline.loader import load
from timeline.loader.read_cache import NO_CACHE
from timeline.model import Timeline
from timeline.pages import render
from timeline.problems import Severity

# How fast a machine is, is no matter of a test. `dev.py prove` asks with "thorough", 25 times as often.
hypothesis.settings.register_profile("here", deadline=None, max_examples=16, derandomize=True)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=400)
hypothesis.settings.load_profile("here")
# Thousands of tests leave behind what lives as long as the process: the collector need not count it again and again.
gc.set_threshold(50_000, 20, 20)

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "sample"
"""A made-up record with its site: what the generator is tested on, so that any other record passes."""
THROUGH = "2026-01-01"
# As the real loader reads: `no` and `2024` stay what was typed.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture(scope="session", autouse=True)
def nothing_kept() -> Iterator[None]:
    """Every test reads its files, whatever another one or another run has read; so do the processes it starts."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", os.devnull)
        patched.setattr("timeline.loader.folder.of_this_user", lambda lasting: NO_CACHE)
        yield


@pytest.fixture
def timeline_from_doc(request: pytest.FixtureRequest, read_record: Callable[[str], Timeline]) -> Timeline:
    """The timeline that the docstring of the test holds."""
    return read_record(inspect.getdoc(request.function) or "")


@pytest.fixture
def read_record(tmp_path: Path) -> Callable[[str], Timeline]:
    """Reads a text as `timeline_from_doc` does, for tests that make theirs."""

    def read(text: str) -> Timeline:
        (tmp_path / "record.yaml").write_text(completed(text), encoding="utf-8")
        loaded = load(tmp_path, "record")
        errors = [f"{p.span}: {p.sentence}; {p.help}" for p in loaded.problems if p.severity is Severity.ERROR]
        assert errors == []
        return loaded.timeline

    return read


@pytest.fixture
def beside_the_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of the small records that the tests of commands ask about."""
    monkeypatch.chdir(ROOT / "tests" / "golden" / "cli")


@pytest.fixture(scope="session")
def sample() -> Timeline:
    """The made-up record; nobody who is named in it exists."""
    loaded = read(SAMPLE / "data", "data")
    assert loaded.sound
    return loaded.timeline


@pytest.fixture(scope="session")
def sample_pages(sample: Timeline) -> dict[str, Page]:
    return {page.address: page for page in render(sample)}


@pytest.fixture
def pages_from_doc(timeline_from_doc: Timeline) -> dict[str, Page]:
    """The pages of the record in the test's docstring, by address."""
    return {page.address: page for page in render(timeline_from_doc)}


@pytest.fixture
def pages_of(read_record: Callable[[str], Timeline]) -> Callable[[str], dict[str, Page]]:
    """The pages of a record that the test writes."""
    return lambda text: {page.address: page for page in render(read_record(text))}


def completed(text: str) -> str:
    """A record in YAML with a stand-in for every field that is required and was left out.

    A source is primary unless it relays another, then it is secondary. Actors and topics need not be listed.
    """
    data: dict[str, Any] = yaml.load(text, Loader=_Loader) or {}
    through = data.setdefault("record", {}).setdefault("through", THROUGH)
    data["record"].setdefault("title", "A record")
    for source in data.get("sources", []):
        kind = "secondary" if source.get("relays") else "primary"
        url = f"https://example.org/{source['id']}"
        _fill(source, title=_words(source), publisher=f"Publisher of {source['id']}", kind=kind, language="en", url=url)
    for event in data.get("events", []):
        _fill(event, added=through, date="2025", title=_words(event), kind="report", status="reported")
        for claim in event.setdefault("claims", [{}]):
            _fill(claim, text=f"{_words(event)}, it is said.", cite=_somebody(data))
    for expectation in data.get("expectations", []):
        _fill(expectation, about="a-topic", said="2025", cite=_somebody(data))
    for track in data.get("tracks", []):
        _fill(track, title=_words(track))
    _introduce(data)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _fill(record: dict[str, Any], **stand_ins: str) -> None:
    for field, value in stand_ins.items():
        if field not in record:
            record[field] = value


def _words(record: dict[str, Any]) -> str:
    return str(record["id"]).replace("-", " ").capitalize()


def _somebody(data: dict[str, Any]) -> str:
    """The id of a source that can be cited where the test does not care."""
    sources = data.setdefault("sources", [])
    if not sources:
        sources.append(
            {
                "id": "somebody",
                "title": "A document",
                "publisher": "A publisher",
                "kind": "primary",
                "language": "en",
                "url": "https://example.org/somebody",
            }
        )
    return str(sources[0]["id"])


def _introduce(data: dict[str, Any]) -> None:
    """Lists the actors and topics that are named and not listed."""
    claims = [claim for event in data.get("events", []) for claim in event["claims"]]
    named = {
        "actors": [*_named(data.get("events", []), "actors"), *_named([*claims, *data.get("expectations", [])], "by")],
        "topics": [*_named(data.get("events", []), "topics"), *_named(data.get("expectations", []), "about")],
    }
    for name, ids in named.items():
        listed = {record["id"] for record in data.get(name, [])}
        for id in dict.fromkeys(ids):
            if id not in listed:
                data.setdefault(name, []).append({"id": id})
        for record in data.get(name, []):
            _fill(record, name=_words(record))
            if name == "actors":
                _fill(record, kind="company")


def _named(records: list[dict[str, Any]], field: str) -> list[str]:
    found: list[str] = []
    for record in records:
        value = record.get(field, [])
        found += [value] if isinstance(value, str) else value
    return found
