"""The pages of actors and topics: who or what it is, what was said, and the events it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from timeline.charts import strip
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.head import head
from timeline.html.page import Page, SearchEntry
from timeline.model import Actor, Claim, Event, Topic
from timeline.queries import order
from timeline.queries.index import Index
from timeline.site import inline, urls, wording
from timeline.site.urls import Links

_COMPANY = 6
"""How many others are named beside a subject."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A claim with the event that tells it."""

    claim: Claim
    event: Event
    answers: Claim | None = None
    """The claim it speaks against, on the lists of objections."""


@dataclass(frozen=True, slots=True)
class Company:
    """Somebody or something that stands beside a subject, and how often."""

    name: str
    link: str
    number: int


@dataclass(frozen=True, slots=True)
class Activity:
    """When the events of a subject happened, with the years at the ends."""

    svg: Markup
    ends: tuple[int, ...]
    column: str
    vague: bool


def actor_page(context: Context, actor: Actor) -> Page:
    """Somebody who acts or speaks: their events, their words, what they deny, and what is said against them."""
    index = context.index
    events = index.events_by_actor.get(actor.id, ())
    links = Links(urls.actor(actor.id))
    actors = index.timeline.actors_by_id
    spoken = [claim for claim in index.timeline.claims if claim.by == actor.id]
    denied = [
        _spoken(index, claim, target)
        for claim in spoken
        for name in (*claim.disputes, *claim.denies)
        if (target := index.timeline.claim(claim.resolve(name)))
    ]
    contested = [
        _spoken(index, objection.claim, claim) for claim in spoken for objection in index.objections.get(claim.ref, ())
    ]
    against = Counter(
        name
        for row in (*denied, *contested)
        for name in (row.claim.by, row.answers.by if row.answers else None)
        if name and name != actor.id
    )
    beside = Counter(id for event in events for id in event.actors if id != actor.id)
    return _page(
        context,
        urls.actor(actor.id),
        actor,
        "actor",
        wording.ACTOR_KINDS[actor.kind],
        events,
        spoken=[_spoken(index, claim) for claim in spoken],
        denied=denied,
        contested=contested,
        country=wording.country_name(actor.country) if actor.country else "",
        beside=[Company(actors[id].name, links.actor(id), n) for id, n in beside.most_common(_COMPANY)],
        against=[Company(actors[id].name, links.actor(id), n) for id, n in against.most_common(_COMPANY)],
    )


def topic_page(context: Context, topic: Topic) -> Page:
    """What several events are about, who is named in them, and what was foretold and disputed."""
    index = context.index
    events = index.events_by_topic.get(topic.id, ())
    links = Links(urls.topic(topic.id))
    actors = index.timeline.actors_by_id
    beside = Counter(id for event in events for id in event.actors)
    foretold = sum(1 for expectation in index.timeline.expectations if expectation.about == topic.id)
    disputed = {dispute.target.ref for event in events for dispute in index.disputes_by_event.get(event.id, ())}
    return _page(
        context,
        urls.topic(topic.id),
        topic,
        "topic",
        "Topic",
        events,
        beside=[Company(actors[id].name, links.actor(id), n) for id, n in beside.most_common(_COMPANY)],
        foretold=foretold,
        disputed=len(disputed),
    )


def _spoken(index: Index, claim: Claim, answers: Claim | None = None) -> Spoken:
    return Spoken(claim, index.timeline.events_by_id[claim.event], answers)


def _page(
    context: Context,
    address: str,
    record: Actor | Topic,
    kind: str,
    label: str,
    events: tuple[Event, ...],
    **more: object,
) -> Page:
    about = record.about if isinstance(record, Topic) else None
    nothing: Mapping[str, object] = dict.fromkeys(("spoken", "denied", "contested", "beside", "against"), ())
    values = {**nothing, "country": "", "foretold": 0, "disputed": 0} | more
    row = order.row(events)
    body = (
        environment()
        .get_template("subject.html")
        .render(
            subject=record,
            label=label,
            about=about,
            links=Links(address),
            months=context.cards.months(events, Links(address)),
            events=events,
            paper=Links(address).to(urls.edition(f"topics/{record.id}")) if kind == "topic" and events else "",
            first=row[0] if row else None,
            last=row[-1] if len(row) > 1 else None,
            activity=_activity(context.index, record.name, row),
            years=_years(row),
            ways=urls,
            **values,
        )
    )
    count = wording.count(len(events), "event")
    description = f"{inline.plain(about)} {count}." if about else f"{label}, named in {count} of this record."
    return Page(
        address,
        record.name,
        description,
        body,
        kind,
        cached=True,
        span=record.span,
        hide=("toc", "navigation"),
        head=head(context.site, address, record.name, description),
        search=SearchEntry(record.name, description),
    )


def _activity(index: Index, name: str, events: Iterable[Event]) -> Activity | None:
    """When the events happened, as a strip."""
    found = tuple(events)
    made = strip.strip((event.date for event in found), index.timeline.record.through)
    if made is None:
        return None
    words = "; ".join(f"{year}: {wording.count(number, 'event')}" for year, number in _years(found))
    picture = Markup(strip.svg(made, f"When the events of {name} happened", words))
    return Activity(picture, tuple(dict.fromkeys(made.years)), "month" if made.size == 1 else "year", bool(made.spans))


def _years(events: Iterable[Event]) -> list[tuple[str, int]]:
    return [(year, len(found)) for year, found in order.by_year(events).items()]
