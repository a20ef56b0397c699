"""Where sources disagree: claims, and the claims that dispute or deny them.

Who disputes an answer to a question speaks to the same question, whichever event tells it. Claims that hang
together so are one dispute with one question, and that is what readers are shown and what is counted for them.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.model import Claim, Event, Timeline
from timeline.queries import provenance

Manner = Literal["disputes", "denies"]


@dataclass(frozen=True, slots=True)
class Objection:
    """One claim against another."""

    claim: Claim
    manner: Manner


Earlier = tuple[tuple[datetime.date, tuple[tuple["Dispute", ...], ...]], ...]
"""From each day on, the disputes of a question that had come up, by what hung together then."""
Against = Mapping[str, tuple[Objection, ...]]
"""For claims by their name, what stands against each."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim and everything the record holds against it."""

    target: Claim
    objections: tuple[Objection, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A claim among those that answer one question."""

    claim: Claim
    manner: Manner | None
    """How it speaks against another side; nothing where it does not."""


@dataclass(frozen=True, slots=True)
class Question:
    """Claims that hang together through dispute and denial: what they disagree about, and each side."""

    words: str | None
    """The question as the record has it."""
    disputes: tuple[Dispute, ...]
    """The most contested first."""
    sides: tuple[Side, ...]
    """The most contested first, and each beside one that it speaks against or that speaks against it."""
    events: tuple[Event, ...]
    """Those that tell the sides, first the one of the most contested."""
    sources: int
    origins: int
    """How many independent ones stand behind all sides."""
    two_sided: bool
    """Whether two sides lead to an independent source each, and not both to the same."""

    @property
    def anchor(self) -> str:
        """Its name among all questions, after the most contested claim."""
        return anchor(self.sides[0].claim)

    @property
    def event(self) -> Event:
        """The event of the most contested claim."""
        return self.events[0]

    @property
    def key(self) -> bool:
        """Whether a key event is part of it."""
        return any(event.key for event in self.events)


def disputes(timeline: Timeline, against: Against | None = None) -> tuple[Dispute, ...]:
    """Every claim that others dispute or deny, in the order of the events."""
    against = objections(timeline) if against is None else against
    return tuple(Dispute(claim, against[claim.ref]) for claim in timeline.claims if claim.ref in against)


def objections(timeline: Timeline) -> Against:
    """For each disputed claim by its name, what stands against it."""
    answered: dict[str, list[Objection]] = {}
    for claim in timeline.claims:
        if not (claim.disputes or claim.denies):
            continue
        sides: tuple[tuple[Manner, tuple[str, ...]], ...] = (("disputes", claim.disputes), ("denies", claim.denies))
        for manner, names in sides:
            for ref in dict.fromkeys(claim.resolve(name) for name in names):
                answered.setdefault(ref, []).append(Objection(claim, manner))
    return {ref: tuple(items) for ref, items in answered.items()}


def by_event(all_disputes: tuple[Dispute, ...]) -> Mapping[str, tuple[Dispute, ...]]:
    """For each event that is part of a dispute, on either side, its disputes."""
    disputes_of: dict[str, list[Dispute]] = {}
    for dispute in all_disputes:
        for id in _parties(dispute):
            disputes_of.setdefault(id, []).append(dispute)
    return {id: tuple(items) for id, items in disputes_of.items()}


def liveliest(timeline: Timeline, every: tuple[Dispute, ...] | None = None) -> tuple[Question, ...]:
    """Every question of the record, the liveliest first.

    First those where two sides each lead to an independent source, so that nobody merely erred; among them, and
    among the others, those of key events; then by the number of independent sources behind all sides, by the
    number of documents, and as the events happened.
    """
    row = {claim.ref: place for place, claim in enumerate(timeline.claims)}
    asked = [_question(timeline, group, row) for group in groups(disputes(timeline) if every is None else every)]
    return tuple(sorted(asked, key=_weight))


def anchor(claim: Claim) -> str:
    """What a question is called on a page after one of its claims."""
    return f"{claim.event}_{claim.anchor}"


def former_anchors(timeline: Timeline, question: Question) -> tuple[str, ...]:
    """What a question was or might be called: after another of its disputed claims, or by former ids."""
    names: dict[str, None] = {}
    for dispute in question.disputes:
        claim, event = dispute.target, timeline.events_by_id[dispute.target.event]
        for called in (event.id, *event.aliases):
            names |= dict.fromkeys(f"{called}_{name}" for name in (claim.anchor, *claim.aliases))
    return tuple(name for name in names if name != question.anchor)


def groups(all_disputes: Iterable[Dispute]) -> tuple[tuple[Dispute, ...], ...]:
    """Disputes that hang together through a claim, the most contested first within each."""
    row = tuple(all_disputes)
    joined = components((d.target.ref, objection.claim.ref) for d in row for objection in d.objections)
    by_target: dict[str, list[Dispute]] = {}
    for dispute in row:
        by_target.setdefault(joined[dispute.target.ref], []).append(dispute)
    return tuple(tuple(sorted(group, key=lambda dispute: -len(dispute.objections))) for group in by_target.values())


def components(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each name in some pairs one that stands for all with which it hangs together."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while (higher := above.setdefault(name, name)) != name:
            above[name] = above[higher]
            name = higher
        return name

    for one, other in pairs:
        above[top(one)] = top(other)
    return {name: top(name) for name in list(above)}


def words(group: Sequence[Dispute]) -> str | None:
    """The question of a dispute as the record has it, sought first at the most contested claim."""
    return next((claim.question for claim in _most_contested_first(group) if claim.question), None)


def home(group: Sequence[Dispute]) -> str:
    """The id of the event that tells the most contested claim."""
    return group[0].target.event


def on_earlier_days(asked: Question, known: Mapping[str, datetime.date], row: Mapping[str, int]) -> Earlier:
    """From each day on, the disputes that had come up of a question, by what hung together then.

    `known` says for each claim since when it is known, `row` its place in the record.
    """
    targets = {dispute.target.ref: dispute.target for dispute in asked.disputes}
    begun = [
        (dispute.target.ref, each, max(known[dispute.target.ref], known[each.claim.ref]))
        for dispute in asked.disputes
        for each in dispute.objections
    ]
    found = []
    for day in sorted({since for *_, since in begun}):
        met: dict[str, list[Objection]] = {}
        for ref, objection, since in begun:
            if since <= day:
                met.setdefault(ref, []).append(objection)
        come_up = (Dispute(targets[ref], tuple(met[ref])) for ref in sorted(met, key=row.__getitem__))
        found.append((day, groups(come_up)))
    return tuple(found)


def as_they_stood(
    timeline: Timeline,
    asked: Question,
    known: Mapping[str, datetime.date],
    row: Mapping[str, int],
    out: Callable[[str], datetime.date],
) -> Iterator[tuple[datetime.date, tuple[Question, ...]]]:
    """A question from each day on, each side with the documents that were `out`; at first it may have been several."""
    come_up = on_earlier_days(asked, known, row)
    cited = {out(citation.source) for side in asked.sides for citation in side.claim.behind}
    days = sorted({day for day, _ in come_up} | {day for day in cited if day > come_up[0][0]})
    for day in days:
        groups_then = next(each for since, each in reversed(come_up) if since <= day)
        by_then = {claim.ref: _by(claim, day, out) for group in groups_then for claim in _claims(group)}
        yield day, tuple(_question(timeline, _with(group, by_then), row) for group in groups_then)


def _by(claim: Claim, day: datetime.date, out: Callable[[str], datetime.date]) -> Claim:
    """With the citations of documents that were out."""
    cited = tuple(citation for citation in claim.citations if out(citation.source) <= day)
    return claim if len(cited) == len(claim.citations) else claim.model_copy(update={"citations": cited})


def _with(group: Iterable[Dispute], claims: Mapping[str, Claim]) -> tuple[Dispute, ...]:
    """The same disputes with other claims in their places."""
    return tuple(
        Dispute(
            claims[dispute.target.ref],
            tuple(Objection(claims[each.claim.ref], each.manner) for each in dispute.objections),
        )
        for dispute in group
    )


def weight(question: Question) -> tuple[int, ...]:
    """By which questions stand in their order, the liveliest first; `liveliest` says how."""
    return (*map(int, _weight(question)),)


def names(group: Iterable[Dispute]) -> frozenset[str]:
    """All claims of some disputes, on either side, by their name."""
    return frozenset(claim.ref for claim in _claims(group))


def _question(timeline: Timeline, group: tuple[Dispute, ...], row: Mapping[str, int]) -> Question:
    claims = _most_contested_first(group)
    hands = {claim.ref: len(provenance.hands(timeline, claim.citations)) for claim in claims}
    sources = {claim.ref: len({citation.source for citation in claim.citations}) for claim in claims}
    cited = [citation for claim in claims for citation in claim.citations]
    events = tuple(timeline.events_by_id[id] for id in dict.fromkeys(claim.event for claim in claims))
    origins = provenance.independent(timeline, cited)
    return Question(
        words=words(group),
        disputes=group,
        sides=_in_turn(group, {ref: (-hands[ref], -sources[ref], row[ref]) for ref in hands}),
        events=events,
        sources=len({citation.source for citation in cited}),
        origins=origins,
        two_sided=origins > 1 and sum(1 for number in hands.values() if number) > 1,
    )


def _in_turn(group: tuple[Dispute, ...], weight: Mapping[str, tuple[int, ...]]) -> tuple[Side, ...]:
    """The most contested claim, then one after another what stands against a side told before, the best borne first."""
    claims = {claim.ref: claim for claim in _claims(group)}
    met: dict[str, set[str]] = {ref: set() for ref in claims}
    for dispute in group:
        for objection in dispute.objections:
            met[dispute.target.ref].add(objection.claim.ref)
            met[objection.claim.ref].add(dispute.target.ref)
    told, near = [group[0].target.ref], set(met[group[0].target.ref])
    while near := near.difference(told):
        told.append(min(near, key=weight.__getitem__))
        near |= met[told[-1]]
    manners = {o.claim.ref: o.manner for dispute in group for o in sorted(dispute.objections, key=_denials_last)}
    return tuple(Side(claims[ref], manners.get(ref)) for ref in told)


def _denials_last(objection: Objection) -> bool:
    return objection.manner == "denies"


def _weight(question: Question) -> tuple[bool, bool, int, int]:
    return (not question.two_sided, not question.key, -question.origins, -question.sources)


def _most_contested_first(group: Sequence[Dispute]) -> list[Claim]:
    return sorted(_claims(group), key=lambda claim: claim.ref != group[0].target.ref)


def _claims(group: Iterable[Dispute]) -> tuple[Claim, ...]:
    """All claims of some disputes, each once."""
    claims = (claim for d in group for claim in (d.target, *(objection.claim for objection in d.objections)))
    return tuple({claim.ref: claim for claim in claims}.values())


def _parties(dispute: Dispute) -> dict[str, None]:
    """The events whose claims speak in it, each once."""
    return dict.fromkeys((dispute.target.event, *(objection.claim.event for objection in dispute.objections)))
