"""What a dispute is about: claims that hang together have one question, and key events have one for each dispute."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks.waivers import Judged
from timeline.model import Claim, Timeline
from timeline.problems import Problem
from timeline.problems.notes import NO_QUESTION
from timeline.problems.records import SECOND_QUESTION
from timeline.problems.slips import IDLE_QUESTION
from timeline.queries import disputes


def check(timeline: Timeline) -> Iterator[Problem]:
    """Questions beside another one of the same dispute."""
    groups = disputes.groups(disputes.disputes(timeline))
    contested = {ref: number for number, group in enumerate(groups) for ref in disputes.names(group)}
    met: dict[int, Claim] = {}
    for claim in timeline.claims:
        if claim.question is None or claim.ref not in contested:
            continue
        first = met.setdefault(contested[claim.ref], claim)
        if claim.question != first.question:
            yield SECOND_QUESTION.at(
                claim.place.at("question"),
                label=f"`{claim.ref}` and `{first.ref}` hang together",
                help="keep the question that covers all of their claims, and leave the other out",
                elsewhere=(("the first question stands at", first.place.at("question")),),
            )


def slips(timeline: Timeline) -> Iterator[Judged]:
    """Questions at claims that nobody speaks against and that speak against nobody."""
    contested = disputes.names(disputes.disputes(timeline))
    for claim in timeline.claims:
        if claim.question and claim.ref not in contested:
            help = "move it to a claim that is disputed or disputes another, or leave it out"
            span = claim.place.at("question")
            yield IDLE_QUESTION.at(span, label="of no dispute", help=help), (timeline.events_by_id[claim.event],)


def notes(timeline: Timeline) -> Iterator[Judged]:
    """Disputes in key events that no claim has a question for, told at the most contested claim."""
    for question in disputes.liveliest(timeline):
        if question.words is None and question.key:
            claim = question.sides[0].claim
            label = f"{len(question.sides)} claims disagree"
            help = "add `question: …` to this claim, in words that take no side"
            yield NO_QUESTION.at(claim.place.at("text"), label=label, help=help), question.events
