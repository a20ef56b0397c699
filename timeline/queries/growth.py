"""How the evidence for an event grew, day by day.

The first report of the claim that states it, each further origin of that claim, and what was said against
any claim of the event: enough to see whether many articles of one week were one voice. Days are those on
which a document was certainly out, so doubt delays a step and never hastens it. What was said before the claim that it
speaks against is an objection from the day of that claim on, and none to an event that was not yet reported.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from timeline.model import Claim, Event, Timeline
from timeline.queries import provenance
from timeline.queries.disputes import Against
from timeline.queries.independence import Hands
from timeline.queries.known_since import Known, claim_known_on

What = Literal["reported", "origin", "disputed", "denied"]
_ORDER: tuple[What, ...] = ("reported", "origin", "denied", "disputed")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that became known."""

    known: Known
    what: What
    source: str
    """The document that told it, by id."""
    origin: str = ""
    """Where that document had it from, by id; of a report or a further origin, if it is named."""
    claim: Claim | None = None
    """The objection."""
    target: Claim | None = None
    """What it speaks against: a claim of the event."""
    origins: int = 0
    """How many independent origins were known with this step."""

    @property
    def day(self) -> datetime.date:
        return self.known.day


def growth(timeline: Timeline, out: Mapping[str, Known], against: Against, event: Event) -> tuple[Step, ...]:
    """The steps in their order; a report and its own origin are one step."""
    steps = _origins(timeline, out, event)
    met: set[str] = set()
    for claim in event.claims:
        said = [step.known for step in steps[:1]] + [known for known in (claim_known_on(out, claim),) if known]
        for objection in against.get(claim.ref, ()):
            objected = claim_known_on(out, objection.claim)
            if objected and objection.claim.ref not in met:
                met.add(objection.claim.ref)
                known = max((objected, *said), key=lambda one: one.day)
                told = min((c.source for c in objection.claim.behind), key=lambda id: out[id].day)
                what: What = "denied" if objection.manner == "denies" else "disputed"
                steps.append(Step(known, what, told, claim=objection.claim, target=claim))
    return tuple(sorted(steps, key=lambda step: (step.day, _ORDER.index(step.what))))


def _origins(timeline: Timeline, out: Mapping[str, Known], event: Event) -> list[Step]:
    """The first report, and from then on every origin of a hand that nobody had led to before.

    Only the first claim counts: what other claims rest on is no second witness of the event.
    """
    first = claim_known_on(out, event.claims[0])
    if first is None:
        return []
    cited = [citation for citation in event.claims[0].citations if citation.source in out]
    cited.sort(key=lambda citation: (out[citation.source].day, out[citation.source].read))
    steps: list[Step] = []
    hands = Hands(timeline)
    for citation in cited:
        origin = provenance.origin(timeline, citation)
        new = origin is not None and hands.add(origin) > 0
        if new or not steps:
            what: What = "origin" if steps else "reported"
            name = origin.id if origin else ""
            steps.append(Step(out[citation.source], what, citation.source, name, origins=len(hands)))
    return steps
