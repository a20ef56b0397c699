"""The pages of actors and topics: who or what it is, what was said, and the events it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from timeline.model import Actor, Claim, Event, Topic
from timeline.pages import inline, lists, paths, wording
from timeline.pages.charts import strip
from timeline.pages.desk import Desk
from timeline.pages.environment import environment
from timeline.pages.head import head
from timeline.pages.page import Page, SearchEntry
from timeline.pages.paths import Links
from timeline.queries import order

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


def actor(desk: Desk, actor: Actor) -> Page:
    """Somebody who acts or speaks: their events, their words, what they deny, and what is said against them."""
    events = desk.events_by_actor.get(actor.id, ())
    links = Links(paths.actor(actor.id))
    actors = desk.timeline.actors_by_id
    spoken = [claim for claim in desk.timeline.claims if claim.by == actor.id]
    denied = [
        _spoken(desk, claim, target)
        for claim in spoken
        for name in (*claim.disputes, *claim.denies)
        if (target := desk.timeline.claim(claim.resolve(name)))
    ]
    contested = [
        _spoken(desk, objection.claim, claim) for claim in spoken for objection in desk.objections.get(claim.ref, ())
    ]
    against = Counter(
        name
        for row in (*denied, *contested)
        for name in (row.claim.by, row.answers.by if row.answers else None)
        if name and name != actor.id
    )
    beside = Counter(id for event in events for id in event.actors if id != actor.id)
    return _page(
        desk,
        paths.actor(actor.id),
        actor,
        "actor",
        wording.ACTOR_KINDS[actor.kind],
        events,
        spoken=[_spoken(desk, claim) for claim in spoken],
        denied=denied,
        contested=contested,
        country=wording.country_name(actor.country) if actor.country else "",
        beside=[Company(actors[id].name, links.actor(id), n) for id, n in beside.most_common(_COMPANY)],
        against=[Company(actors[id].name, links.actor(id), n) for id, n in against.most_common(_COMPANY)],
    )


def topic(desk: Desk, topic: Topic) -> Page:
    """What several events are about, who is named in them, and what was foretold and disputed."""
    events = desk.events_by_topic.get(topic.id, ())
    links = Links(paths.topic(topic.id))
    actors = desk.timeline.actors_by_id
    beside = Counter(id for event in events for id in event.actors)
    foretold = sum(1 for expectation in desk.timeline.expectations if expectation.about == topic.id)
    disputed = {dispute.target.ref for event in events for dispute in desk.disputes_by_event.get(event.id, ())}
    return _page(
        desk,
        paths.topic(topic.id),
        topic,
        "topic",
        "Topic",
        events,
        beside=[Company(actors[id].name, links.actor(id), n) for id, n in beside.most_common(_COMPANY)],
        foretold=foretold,
        disputed=len(disputed),
    )


def _spoken(desk: Desk, claim: Claim, answers: Claim | None = None) -> Spoken:
    return Spoken(claim, desk.timeline.events_by_id[claim.event], answers)


def _page(
    desk: Desk, address: str, record: Actor | Topic, kind: str, label: str, events: tuple[Event, ...], **more: object
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
            months=lists.months(desk, events, Links(address)),
            events=events,
            paper=Links(address).to(paths.edition(f"topics/{record.id}")) if kind == "topic" and events else "",
            first=row[0] if row else None,
            last=row[-1] if len(row) > 1 else None,
            activity=_activity(desk, record.name, row),
            years=_years(row),
            ways=paths,
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
        pressed=True,
        span=record.span,
        hide=("toc", "navigation"),
        head=head(desk.site, address, record.name, description),
        search=SearchEntry(record.name, description),
    )


def _activity(desk: Desk, name: str, events: Iterable[Event]) -> Activity | None:
    """When the events happened, as a strip."""
    found = tuple(events)
    made = strip.strip((event.date for event in found), desk.timeline.record.through)
    if made is None:
        return None
    words = "; ".join(f"{year}: {wording.count(number, 'event')}" for year, number in _years(found))
    picture = Markup(strip.svg(made, f"When the events of {name} happened", words))
    return Activity(picture, tuple(dict.fromkeys(made.years)), "month" if made.size == 1 else "year", bool(made.spans))


def _years(events: Iterable[Event]) -> list[tuple[str, int]]:
    return [(year, len(found)) for year, found in order.by_year(events).items()]
