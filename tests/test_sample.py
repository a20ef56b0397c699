"""The made-up record is one that its own rules let pass, and has the situations that tests of the generator need."""

from __future__ import annotations

from tests.conftest import SAMPLE
from timeline.checks import read
from timeline.formatter import restate
from timeline.model import Timeline
from timeline.queries.index import Index


def test_it_has_no_fault_and_is_in_shape() -> None:
    loaded = read(SAMPLE / "data", "data")

    assert [f"{problem.span}: {problem.sentence}" for problem in loaded.problems] == []
    files = {path.name: path.read_bytes() for path in (SAMPLE / "data").glob("*.yaml")}
    assert [name for name, content in files.items() if restate(name, content).after != content] == []


def test_nobody_can_take_it_for_a_record_of_what_happened(sample: Timeline) -> None:
    """Addresses end in names that belong to nobody (RFC 2606)."""
    addresses = [source.url for source in sample.sources if source.url]
    addresses += [source.archive.url for source in sample.sources if source.archive]

    assert [url for url in addresses if ".example." not in url.split("/")[2]] == []
    assert "made up" in (SAMPLE / "docs/about.md").read_text("utf-8")


def test_it_has_every_situation_that_a_page_tells_in_words_of_its_own(sample: Timeline) -> None:
    index = Index(sample)
    events, sources = sample.events, sample.sources

    assert {event.course for event in events} == {"happened", "planned", "cancelled", "missed", "unknown"}
    assert {event.status for event in events} == {"confirmed", "reported", "disputed", "denied"}
    assert {event.kind for event in events} >= {
        "release",
        "report",
        "policy",
        "statement",
        "legal",
        "market",
        "research",
    }
    assert {source.kind for source in sources} == {
        *("primary", "original-reporting", "secondary", "aggregator", "ai-generated"),
    }
    assert {source.language for source in sources} >= {"en", "de", "zh", "ar", "fr"}
    assert [source for source in sources if not source.issued]
    assert [source for source in sources if not source.seen]
    assert [source for source in sources if source.guesses]
    assert [source for source in sources if any(index.timeline.source(id).relays for id in source.repeats)]
    forms = {event.date.form for event in events}
    assert len(forms) > 2, forms
    assert [event for event in events if event.date.earliest is None]
    assert [event for event in events if event.rivals]
    assert [event for event in events if event.aliases]
    assert len([event for event in events if event.key]) > 5
    assert {update.kind for event in events for update in event.updates} >= {"correction", "revision", "development"}
    assert {relation.relation for event in events for relation in event.related} == {
        *("causes", "hampers", "answers", "amends", "part-of", "see-also"),
    }
    assert {forecast.about for forecast in sample.expectations} == {"bridge", "ferry"}
    outcomes = [forecast.outcome for forecast in sample.expectations]
    assert None in outcomes
    for answer in ("event", "missed", "denied", "withdrawn"):
        assert [outcome for outcome in outcomes if outcome and getattr(outcome, answer)], answer
    assert len(sample.tracks) == 3
    assert any("<" in event.title and '"' in event.title and "&" in event.title for event in events)
