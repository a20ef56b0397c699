"""A source, an actor, a topic, a place, an expectation or a track, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from timeline import dates
from timeline.cli import wording
from timeline.cli.terminal_layout import fields, listed, paragraph, section
from timeline.model import Actor, Expectation, Location, Source, Timeline, Topic, Track
from timeline.queries import known_since, provenance
from timeline.queries.index import Index
from timeline.queries.provenance import Step
from timeline.site import amounts

_TITLE = {
    "relayed": "as others give it",
    "address": "formed from its address",
    "ours": "in our words",
    "none": "it has none here",
}
_ISSUED = {
    "shown": "", "address": ", from its address", "record": ", from a record of it", "inferred": ", inferred",
    "reported": ", as others report",
}  # fmt: skip


def source(timeline: Timeline, source: Source) -> Iterator[str]:
    """A document: what it is, whom it repeats, who repeats it, and what rests on it."""
    yield from fields([
        ("Title", _TITLE.get(source.title_basis)),
        *((f"In {wording.language(tag)}", text) for tag, text in source.title_in.items()),
        ("Publisher", source.publisher),
        ("Authors", ", ".join(map(str, source.authors))),
        ("Issued", dates.words(source.issued) + _ISSUED[source.issued_basis] if source.issued else "unknown"),
        ("Language", wording.language(source.language)),
        ("Kind", source.kind + (", an origin" if source.is_origin else "")),
        ("Withdrawn", dates.words(source.withdrawn.on) if source.withdrawn else None),
        ("Seen", None if source.seen else "no, it is known through those that relay it"),
        ("Access", None if source.access == "open" else source.access),
        ("Address", source.url),
        ("DOI", source.doi),
        ("ISBN", source.isbn),
        *(("Archive", f"{copy.url} of {wording.day(copy.on)}") for copy in source.copies),
        ("Kept at", str(source.holding) if source.holding else None),
        ("Read on", wording.read_on(source)),
        ("Out since", wording.since(known_since.out_on(timeline).get(source.id))),
        ("Note", source.note),
    ])  # fmt: skip
    chain = provenance.chain(timeline, source)
    yield from section("What it repeats", (line for step in chain.relays for line in _step(step, "  ")))
    relaying = provenance.relayers(timeline).get(source.id, ())
    yield from section(
        "Who repeats it",
        (
            line
            for other in relaying
            for line in _document(other, "  ", ", our reading" if source.id in other.guesses else "")
        ),
    )
    yield from section("What rests on it", _resting(timeline, source))
    yield from section("Waived checks", fields(source.allow.items()))


def actor(timeline: Timeline, actor: Actor) -> Iterator[str]:
    """Somebody, with the events and forecasts they have a part in."""
    yield from fields([("Kind", actor.kind), ("Also", ", ".join(actor.also)), ("Country", actor.country)])
    if actor.about:
        yield ""
        yield from paragraph(actor.about, "  ")
    yield from section("Events", wording.listing(event for event in timeline.events if actor.id in event.actors))
    said = [claim for claim in timeline.claims if claim.by == actor.id]
    yield from section(
        "Their word", (line for claim in said for line in paragraph(f"{claim.text} ({claim.ref})", "    ", "  "))
    )
    yield from section("Forecasts", _forecasts(timeline, [e for e in timeline.expectations if e.by == actor.id]))


def topic(timeline: Timeline, topic: Topic) -> Iterator[str]:
    """A subject, with the events and forecasts about it."""
    if topic.about:
        yield from paragraph(topic.about, "  ")
    yield from section("Events", wording.listing(event for event in timeline.events if topic.id in event.topics))
    yield from section("Forecasts", _forecasts(timeline, [e for e in timeline.expectations if e.about == topic.id]))


def location(timeline: Timeline, place: Location) -> Iterator[str]:
    """A place, with what happened there."""
    where = amounts.degrees(place.coordinates) if place.coordinates else None
    yield from fields([("Also", ", ".join(place.also)), ("Country", place.country), ("Coordinates", where)])
    if place.about:
        yield ""
        yield from paragraph(place.about, "  ")
    yield from section("Events", wording.listing(event for event in timeline.events if place.id in event.places))


def expectation(timeline: Timeline, expectation: Expectation) -> Iterator[str]:
    """What was predicted, by whom, and what came of it."""
    about, by = timeline.topic(expectation.about), timeline.actor(expectation.by or "")
    basis = ", our reading" if expectation.window_basis == "inferred" else ""
    yield from fields([
        ("About", about.name if about else expectation.about),
        ("By", by.name if by else expectation.by),
        ("Said", dates.words(expectation.said) if expectation.said else None),
        ("Predicted", dates.words(expectation.window) + basis if expectation.window else "no time"),
        ("Wording", expectation.wording),
        ("Replaces", listed(expectation.replaces)),
        ("Outcome", _outcome(expectation)),
    ])  # fmt: skip
    numbers = wording.numbered(expectation.citations)
    yield from section("Sources", wording.notes(timeline, numbers))


def track(timeline: Timeline, track: Track) -> Iterator[str]:
    """How one thing stood over time."""
    numbers = wording.numbered(citation for state in track.states for citation in state.citations)
    for number, state in enumerate(track.states, 1):
        yield from paragraph(f"{state.state} ({state.tone}){wording.marks(state.citations, numbers)}", "    ", "  ")
        until = "on" if number == len(track.states) else "until the next state"
        until = f"to {dates.words(state.end)}" if state.end else until
        event = f", with {state.event}" if state.event else ""
        yield from paragraph(f"from {dates.words(state.start)} {until}{event}", "    ")
    yield from section("Sources", wording.notes(timeline, numbers))


def _step(step: Step, indent: str) -> Iterator[str]:
    """A document of a chain, and below it those that it repeats."""
    more = (", our reading" if step.guess else "") + (", told above" if step.again else "")
    yield from _document(step.source, indent, more)
    for inner in step.relays:
        yield from _step(inner, indent + "  ")


def _document(source: Source, indent: str, more: str = "") -> Iterator[str]:
    origin = ", an origin" if source.is_origin else ""
    yield from paragraph(f"{wording.document(source)}{origin}{more} ({source.id})", indent + "    ", indent)


def _resting(timeline: Timeline, source: Source) -> Iterator[str]:
    """The claims that rest on a document, cited or through others."""
    for event, uses in groupby(Index(timeline).uses.get(source.id, ()), key=lambda use: use.event):
        yield from paragraph(f"{event.title}, {dates.words(event.date)} ({event.id})", "    ", "  ")
        for use in uses:
            yield from paragraph(use.claim.text, "       ", f"    {use.claim.number}. ")


def _forecasts(timeline: Timeline, expectations: list[Expectation]) -> Iterator[str]:
    for expectation in expectations:
        said = f", said {dates.words(expectation.said)}" if expectation.said else ""
        words = expectation.wording or (dates.words(expectation.window) if expectation.window else "no time")
        yield from paragraph(f"{words}{said}: {_outcome(expectation)} ({expectation.id})", "    ", "  ")


def _outcome(expectation: Expectation) -> str:
    """What came of a forecast, as far as the record says."""
    outcome = expectation.outcome
    if outcome is None:
        return "no outcome is given"
    if outcome.missed:
        return "missed"
    if outcome.event:
        return f"answered by {outcome.event}"
    return f"denied in {outcome.denied}" if outcome.denied else f"withdrawn in {outcome.withdrawn}"
