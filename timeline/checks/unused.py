"""Documents that nothing cites, and actors, topics and places that nothing names."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks.every_citation import citations
from timeline.checks.waivers import Judged
from timeline.model import Timeline
from timeline.problems.slips import UNUSED


def check(timeline: Timeline) -> Iterator[Judged]:
    """Each record of which nothing else speaks."""
    cited = {citing.citation.source for citing in citations(timeline)}
    cited |= {id for source in timeline.sources for id in source.repeats}
    for source in timeline.sources:
        if source.id not in cited:
            help = "cite it where it says something, or delete it"
            yield UNUSED.at(source.place.at("id"), thing="source", label="never cited", help=help), (source,)
    named = {id for event in timeline.events for id in event.actors}
    named |= {claim.by for claim in timeline.claims if claim.by} | {e.by for e in timeline.expectations if e.by}
    for actor in timeline.actors:
        if actor.id not in named:
            help = "name it under `actors` of an event, or delete it"
            yield UNUSED.at(actor.place.at("id"), thing="actor", label="never named", help=help), ()
    about = {id for event in timeline.events for id in event.topics} | {e.about for e in timeline.expectations}
    for topic in timeline.topics:
        if topic.id not in about:
            help = "name it under `topics` of an event, or delete it"
            yield UNUSED.at(topic.place.at("id"), thing="topic", label="never named", help=help), ()
    where = {id for event in timeline.events for id in event.places}
    for place in timeline.places:
        if place.id not in where:
            help = "name it under `places` of an event, or delete it"
            yield UNUSED.at(place.place.at("id"), thing="place", label="never named", help=help), ()
