"""What sources disagree about, question by question: each side in a sentence, and where the matter stands.

The question heads its sides, so a claim is never both the heading and a side. Without a question in the record a
plain heading says of which event something is disputed; no question is made up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline import dates
from timeline.browser.as_of_questions import Row
from timeline.language import gettext as _
from timeline.model import Claim, Event, Source
from timeline.pages.dispute_sides import speaker
from timeline.queries import disputes, known_since
from timeline.queries.disputes import Dispute
from timeline.queries.evidence import Evidence
from timeline.queries.independence import Hands
from timeline.queries.index import Index
from timeline.queries.known_since import Known
from timeline.queries.uses import attributed
from timeline.site import wording
from timeline.site.text_direction import apart
from timeline.site.urls import Links


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says and what it rests on."""

    speaker: str
    """Whose word it is, by name; empty where the record does not say."""
    denies: bool
    claim: Claim
    link: str
    evidence: Evidence
    documents: tuple[Source, ...]
    """The cited sources, each once."""
    origins: tuple[tuple[Source, ...], ...]
    """Where they lead, each once."""
    attributed: tuple[str, ...]
    """Whom those name, each once."""
    known: Known | None
    event: Event
    """The one that tells it."""
    against: tuple[Claim, ...]
    """The sides that it speaks against, where it could be any of several."""


@dataclass(frozen=True, slots=True)
class Question:
    """A disagreement as the page of disputes prints it."""

    row: Row
    anchor: str
    anchors: tuple[str, ...]
    """Of its other disputed claims, after which it would be named if more contradicted them, and of former ids."""
    title: str
    event: Event
    """The one of the most contested side."""
    sides: tuple[Side, ...]
    stands: str
    """In sentences what no single side shows: what they have in common, and the last word."""
    data: Mapping[str, str]
    """What the page is filtered by."""


def question(index: Index, links: Links, row: Row, rank: int) -> Question:
    """One question with its sides in the order in which they answer each other."""
    asked = row.asked
    targets: dict[str, list[Claim]] = {}
    if len(asked.disputes) > 1:
        for dispute in asked.disputes:
            for ref in dict.fromkeys(objection.claim.ref for objection in dispute.objections):
                targets.setdefault(ref, []).append(dispute.target)
    return Question(
        row=row,
        anchor=asked.anchor,
        anchors=disputes.former_anchors(index.timeline, asked),
        title=wording.question(asked.words, asked.event),
        event=asked.event,
        sides=tuple(_side(index, links, side, targets.get(side.claim.ref, ())) for side in asked.sides),
        stands=stands(index, asked),
        data=_data(index, asked, rank),
    )


def told_apart(questions: Iterable[Question]) -> list[Question]:
    """Where the record words no question, several disputes of an event would have one heading: these are numbered."""
    met: Counter[str] = Counter()
    apart = []
    for each in questions:
        met[each.title] += 1
        apart.append(each if met[each.title] == 1 else replace(each, title=f"{each.title} ({met[each.title]})"))
    return apart


def _side(index: Index, links: Links, side: disputes.Side, targets: Sequence[Claim]) -> Side:
    claim, timeline = side.claim, index.timeline
    return Side(
        speaker(index, claim),
        side.manner == "denies",
        claim,
        links.claim(claim.ref),
        index.evidence(claim.citations),
        tuple(timeline.sources_by_id[id] for id in dict.fromkeys(c.source for c in claim.citations)),
        index.hands(claim.citations),
        attributed(claim.citations),
        known_since.claim_known_on(index.out, claim),
        timeline.events_by_id[claim.event],
        tuple(targets),
    )


def stands(index: Index, asked: disputes.Question) -> str:
    """What can be said of a disagreement without taking a side."""
    last = max(
        (known for side in asked.sides if (known := known_since.claim_known_on(index.out, side.claim))),
        key=lambda known: known.day,
        default=None,
    )
    words = [_common(index, asked)]
    if last and not last.read:
        words.append(_("The last word known is of {date}.").format(date=dates.words(last.date)))
    return " ".join(part for part in words if part)


def _common(index: Index, asked: disputes.Question) -> str:
    """Whether those who contradict each other go back to the same people; nothing where they do not."""
    origins = {source.id: source for side in asked.sides for source in index.origins(side.claim.citations)}
    if not origins:
        return _("No side says where it got it.")
    hands = Hands(index.timeline, origins.values()).all()
    both = [hand for hand in hands if any(_on_both(index, dispute, hand) for dispute in asked.disputes)]
    if len(both) == len(hands) == 1:
        whole = _("Both sides go back to {name}.") if len(asked.sides) == 2 else _("All sides go back to {name}.")
        return whole.format(name=apart(both[0][0].publisher))
    if both and len(asked.sides) > 2:
        return wording.plural(
            len(both),
            "{n} independent source stands on more than one side.",
            "{n} independent sources stand on more than one side.",
        )
    if both:
        return wording.plural(
            len(both), "{n} independent source stands on both sides.", "{n} independent sources stand on both sides."
        )
    bearing = [side for side in asked.sides if index.origins(side.claim.citations)]
    return _("Only one side leads to an independent source.") if len(bearing) == 1 else ""


def _on_both(index: Index, dispute: Dispute, hand: tuple[Source, ...]) -> bool:
    def bears(claim: Claim) -> bool:
        return any(source in hand for source in index.origins(claim.citations))

    return bears(dispute.target) and any(bears(objection.claim) for objection in dispute.objections)


def _data(index: Index, asked: disputes.Question, rank: int) -> Mapping[str, str]:
    known = [known_on.day for side in asked.sides if (known_on := known_since.claim_known_on(index.out, side.claim))]
    manners = {side.manner for side in asked.sides}
    return {
        "topic": " ".join(dict.fromkeys(id for event in asked.events for id in event.topics)),
        "manner": " ".join(word for word, m in (("denied", "denies"), ("disputed", "disputes")) if m in manners),
        "speaker": " ".join(dict.fromkeys(side.claim.by for side in asked.sides if side.claim.by)),
        "status": asked.event.status,
        "rank": str(rank),
        "happened": str(index.turns[asked.event.id]),
        "last": str(max(known).toordinal() if known else 0),
        "sides": str(len(asked.sides)),
    }
