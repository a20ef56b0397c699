"""How much one record may hold: beyond that no page could show it, and no reader follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timeline.file_place import Place
from timeline.model import Event, Timeline
from timeline.problems import Problem
from timeline.problems.records import LONG_CHAIN, TOO_MANY
from timeline.queries import provenance

LONGEST_CHAIN = 60
MANY_NAMES = 200
"""Topics and actors of one event, and documents that one repeats."""
MANY_RELATED = 500
MANY_STATES = 500
MANY_CITED = 500
"""Documents behind one claim."""
_ENDS = 8
"""Names of a row that are told when it is long."""


def check(timeline: Timeline) -> Iterator[Problem]:
    """What is more than pages can show; one long chain is told once, where it begins."""
    for event in timeline.events:
        yield from _event(event)
    for source in timeline.sources:
        yield from _many(source.place, "relays", source.relays, MANY_NAMES, "the document", "relays")
    for track in timeline.tracks:
        yield from _many(track.place, "states", track.states, MANY_STATES, "the track", "states")
    chain = provenance.longest(timeline)
    if len(chain) > LONGEST_CHAIN:
        words = " → ".join(ends([source.id for source in chain]))
        help = "let each document repeat the one that it truly had, which is near the beginning"
        label = f"{len(chain):,} documents, of which at most {LONGEST_CHAIN} fit: {words}"
        yield LONG_CHAIN.at(chain[0].place.at("relays"), label=label, help=help)


def ends(words: Sequence[str]) -> Iterator[str]:
    """A row of words; of a long one the first and the last, with how many lie between."""
    if len(words) <= 2 * _ENDS:
        yield from words
        return
    yield from words[:_ENDS]
    yield f"{len(words) - 2 * _ENDS:,} more"
    yield from words[-_ENDS:]


def _event(event: Event) -> Iterator[Problem]:
    yield from _many(event.place, "topics", event.topics, MANY_NAMES, "the event", "topics")
    yield from _many(event.place, "actors", event.actors, MANY_NAMES, "the event", "actors")
    yield from _many(event.place, "places", event.places, MANY_NAMES, "the event", "places")
    yield from _many(event.place, "related", event.related, MANY_RELATED, "the event", "related events")
    for claim in event.claims:
        yield from _many(claim.place, "cite", claim.citations, MANY_CITED, "the claim", "citations")


_SPREAD = {"cite": "claims", "states": "tracks"}


def _many(place: Place, field: str, values: Sequence[object], most: int, owner: str, things: str) -> Iterable[Problem]:
    if len(values) > most:
        label = f"{len(values):,}, of which at most {most:,} fit"
        help = f"keep those that tell a reader something, or spread them over several {_SPREAD.get(field, 'records')}"
        yield TOO_MANY.at(place.at(field), owner=owner, things=things, label=label, help=help)
