"""What an id stands for, in a few lines of Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.dates import words
from timeline.exports.bibliography import of_source, text
from timeline.exports.markdown_pages import escaped
from timeline.language_server.occurrences import Occurrence
from timeline.model import Event, Expectation, Timeline, Track


def told(one: Occurrence, timeline: Timeline) -> str:
    """What the record says of it; empty for an id that no sound record has."""
    id = timeline.renamed[one.thing].get(one.id, one.id)
    lines = [line for line in _lines(one.thing, id, timeline) if line]
    if lines and id != one.id:
        lines.append(f"`{one.id}` is its former id; today it is `{id}`.")
    return "\n\n".join(lines)


def _lines(thing: str, id: str, timeline: Timeline) -> Iterator[str]:
    if thing == "event" and (event := timeline.event(id)):
        yield from _event(event)
    elif thing == "source" and (source := timeline.source(id)):
        yield escaped(text(of_source(timeline, source)))
        yield _listed(source.kind, "repeats " + ", ".join(source.repeats) if source.repeats else "")
    elif thing == "claim" and (claim := timeline.claims_by_ref.get(id)):
        yield claim.text
        yield _listed(f"claim of `{claim.event}`", "cites " + ", ".join(c.source for c in claim.citations))
    elif thing == "actor" and (actor := timeline.actor(id)):
        yield _named(actor.name)
        yield _listed(actor.kind, actor.country or "", escaped(", ".join(actor.also)))
        yield actor.about or ""
    elif thing == "place" and (place := timeline.location(id)):
        yield _named(place.name)
        yield place.about or ""
    elif thing == "topic" and (topic := timeline.topic(id)):
        yield _named(topic.name)
        yield topic.about or ""
    elif thing == "expectation":
        yield from (line for each in timeline.expectations if each.id == id for line in _forecast(each))
    elif thing == "track":
        yield from (line for each in timeline.tracks if each.id == id for line in _track(each))


def _event(event: Event) -> Iterator[str]:
    yield _named(event.title)
    yield _listed(words(event.date), event.kind, event.course, event.status)
    yield event.summary or event.claims[0].text


def _forecast(each: Expectation) -> Iterator[str]:
    yield _named(each.wording or each.id)
    said = f"said {words(each.said)}" if each.said else ""
    yield _listed(f"about `{each.about}`", f"by `{each.by}`" if each.by else "", said)


def _track(track: Track) -> Iterator[str]:
    yield _named(track.title)
    yield _listed(*(f"{escaped(state.state)} from {words(state.start)}" for state in track.states))


def _named(words: str) -> str:
    return f"**{escaped(words)}**"


def _listed(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
