"""The page of disputes: what sources disagree about, question by question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.model import Claim, Event, Topic
from timeline.pages import opposition, paths, wording
from timeline.pages.desk import Desk
from timeline.pages.environment import environment
from timeline.pages.facets import Facet, facet
from timeline.pages.head import head
from timeline.pages.page import Page, SearchEntry
from timeline.pages.paths import Links
from timeline.queries import disputes as asked
from timeline.queries import knowledge
from timeline.queries.disputes import Dispute, Manner

ORDERS = (
    ("", "as the events happened"),
    ("-last", "latest word first"),
    ("-sides", "most sides first"),
)
_MANNERS: Mapping[Manner, str] = {"denies": "denied", "disputes": "disputed"}


@dataclass(frozen=True, slots=True)
class Question:
    """Disputes that hang together."""

    anchor: str
    claim: Claim
    """The most contested one, which names the question."""
    event: Event
    topics: tuple[Topic, ...]
    views: tuple[opposition.View, ...]
    data: Mapping[str, str]


def disputes(desk: Desk) -> Page:
    """Every dispute of the record under its question."""
    links, timeline = Links(paths.DISPUTES), desk.timeline
    found = [_question(desk, links, group, n) for n, group in enumerate(asked.questions(desk.disputes))]
    title = "Disputes"
    shown = (
        f"{wording.count(len(desk.disputes), 'claim')} that others dispute or deny, under "
        f"{wording.count(len(found), 'question')}; each side with what it rests on."
    )
    body = (
        environment()
        .get_template("disputes.html")
        .render(title=title, shown=shown, links=links, questions=found, facets=_facets(desk, found), orders=ORDERS)
    )
    top = head(desk.site, paths.DISPUTES, title, shown)
    search = SearchEntry(title, f"{shown} {timeline.record.title}")
    return Page(paths.DISPUTES, title, shown, body, "overview", hide=("toc", "navigation"), search=search, head=top)


def _question(desk: Desk, links: Links, group: tuple[Dispute, ...], rank: int) -> Question:
    timeline = desk.timeline
    claim = group[0].target
    event = timeline.events_by_id[claim.event]
    claims = {c.ref: c for d in group for c in (d.target, *(objection.claim for objection in d.objections))}
    events = {c.event: timeline.events_by_id[c.event] for c in claims.values()}
    topics = dict.fromkeys(id for one in events.values() for id in one.topics)
    known = [found.day for c in claims.values() if (found := knowledge.claim_known_on(desk.out, c))]
    manners = sorted({_MANNERS[objection.manner] for d in group for objection in d.objections})
    speakers = dict.fromkeys(c.by for c in claims.values() if c.by)
    data = {
        "topic": " ".join(topics),
        "manner": " ".join(
            word for word, manner in (("denied", "denies"), ("disputed", "disputes")) if manner in manners
        ),
        "speaker": " ".join(speakers),
        "status": event.status,
        "rank": str(rank),
        "last": str(max(known).toordinal() if known else 0),
        "sides": str(len(claims)),
    }
    views = tuple(
        opposition.view(desk, links, dispute, timeline.events_by_id[dispute.target.event]) for dispute in group
    )
    anchor = f"{claim.event}_{claim.anchor}"
    return Question(anchor, claim, event, tuple(timeline.topics_by_id[id] for id in topics), views, data)


def _facets(desk: Desk, found: list[Question]) -> list[Facet]:
    topics, actors = desk.timeline.topics_by_id, desk.timeline.actors_by_id

    def answers(name: str) -> list[str]:
        return [question.data[name] for question in found]

    return [
        facet("topic", "Topic", answers("topic"), lambda id: topics[id].name, by_number=True),
        facet("manner", "How", answers("manner")),
        facet("speaker", "Who speaks", answers("speaker"), lambda id: actors[id].name, by_number=True),
        facet("status", "Event is", answers("status")),
    ]
