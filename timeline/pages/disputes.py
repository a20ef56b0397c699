"""The page of disputes: what sources disagree about, question by question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.facets import Facet, facet
from timeline.html.head import head
from timeline.html.page import Page, SearchEntry
from timeline.model import Claim, Event, Topic
from timeline.pages import dispute_sides
from timeline.queries import disputes as asked
from timeline.queries import knowledge
from timeline.queries.disputes import Dispute, Manner
from timeline.queries.index import Index
from timeline.site import urls, wording
from timeline.site.urls import Links

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
    views: tuple[dispute_sides.View, ...]
    data: Mapping[str, str]


def disputes_page(context: Context) -> Page:
    """Every dispute of the record under its question."""
    index = context.index
    links, timeline = Links(urls.DISPUTES), index.timeline
    found = [_question(index, links, group, n) for n, group in enumerate(asked.groups(index.disputes))]
    title = "Disputes"
    shown = (
        f"{wording.count(len(index.disputes), 'claim')} that others dispute or deny, under "
        f"{wording.count(len(found), 'question')}; each side with what it rests on."
    )
    body = (
        environment()
        .get_template("disputes.html")
        .render(title=title, shown=shown, links=links, questions=found, facets=_facets(index, found), orders=ORDERS)
    )
    top = head(context.site, urls.DISPUTES, title, shown)
    search = SearchEntry(title, f"{shown} {timeline.record.title}")
    return Page(urls.DISPUTES, title, shown, body, "overview", hide=("toc", "navigation"), search=search, head=top)


def _question(index: Index, links: Links, group: tuple[Dispute, ...], rank: int) -> Question:
    timeline = index.timeline
    claim = group[0].target
    event = timeline.events_by_id[claim.event]
    claims = {c.ref: c for d in group for c in (d.target, *(objection.claim for objection in d.objections))}
    events = {c.event: timeline.events_by_id[c.event] for c in claims.values()}
    topics = dict.fromkeys(id for one in events.values() for id in one.topics)
    known = [found.day for c in claims.values() if (found := knowledge.claim_known_on(index.out, c))]
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
        dispute_sides.view(index, links, dispute, timeline.events_by_id[dispute.target.event]) for dispute in group
    )
    anchor = f"{claim.event}_{claim.anchor}"
    return Question(anchor, claim, event, tuple(timeline.topics_by_id[id] for id in topics), views, data)


def _facets(index: Index, found: list[Question]) -> list[Facet]:
    topics, actors = index.timeline.topics_by_id, index.timeline.actors_by_id

    def answers(name: str) -> list[str]:
        return [question.data[name] for question in found]

    return [
        facet("topic", "Topic", answers("topic"), lambda id: topics[id].name, by_number=True),
        facet("manner", "How", answers("manner")),
        facet("speaker", "Who speaks", answers("speaker"), lambda id: actors[id].name, by_number=True),
        facet("status", "Event is", answers("status")),
    ]
