"""How an event became known, in words: first report, further independent sources, objections."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.language import N_
from timeline.language import gettext as _
from timeline.model import Claim, Event, Source
from timeline.pages import dispute_sides
from timeline.queries.growth import Step
from timeline.queries.index import Index
from timeline.queries.known_since import Known
from timeline.site.urls import Links

MOST = 9
"""Steps that are told; of more, the first ones and how many there are."""
_NUMBERED = (
    N_("A further independent source"),
    N_("A first independent source"),
    N_("A second independent source"),
    N_("A third independent source"),
    N_("A fourth independent source"),
    N_("A fifth independent source"),
    N_("A sixth independent source"),
)
_LACKING = (
    N_("Until here, no independent source of the first claim is in the record"),
    N_("Until here, no second independent source of the first claim is in the record"),
)
"""By how many origins there are."""
_OBJECTED = {
    (True, True): (N_("{name} denies the first claim"), N_("The first claim is denied")),
    (True, False): (N_("{name} denies a further claim"), N_("A further claim is denied")),
    (False, True): (N_("{name} disputes the first claim"), N_("The first claim is disputed")),
    (False, False): (N_("{name} disputes a further claim"), N_("A further claim is disputed")),
}
"""By whether a claim is denied or disputed, and whether it is the first."""


@dataclass(frozen=True, slots=True)
class Told:
    """One step as the page prints it."""

    known: Known
    head: str
    source: Source
    origin: Source | None
    """Whom the document repeats, unless that is itself."""
    claim: Claim | None
    link: str


@dataclass(frozen=True, slots=True)
class Story:
    """All steps, and what has not happened."""

    steps: tuple[Told, ...]
    further: int
    lacking: str
    """What a careful reader would have hoped for, and the record does not hold."""


def story(index: Index, links: Links, event: Event) -> Story:
    """From the first report to the last day of the record."""
    steps = index.growth(event)
    told = tuple(_told(index, links, event, step) for step in steps[:MOST])
    known = max((step.origins for step in steps), default=0)
    return Story(told, max(0, len(steps) - MOST), "" if known > 1 else _(_LACKING[known]))


def _told(index: Index, links: Links, event: Event, step: Step) -> Told:
    sources = index.timeline.sources_by_id
    origin = sources[step.origin] if step.origin and step.origin != step.source else None
    link = dispute_sides.link(links, step.claim, event) if step.claim else ""
    return Told(step.known, _head(index, step), sources[step.source], origin, step.claim, link)


def _head(index: Index, step: Step) -> str:
    if step.claim:
        speaker = dispute_sides.speaker(index, step.claim)
        first = bool(step.target and step.target.number == 1)
        named, nobody = _OBJECTED[step.what == "denied", first]
        return _(named).format(name=speaker) if speaker else _(nobody)
    if step.what == "reported":
        return _("First report")
    return _(_NUMBERED[step.origins if step.origins < len(_NUMBERED) else 0])
