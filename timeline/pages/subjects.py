"""The pages of actors and topics: who or what it is, and the events it stands in."""

from __future__ import annotations

from timeline.model import Actor, Event, Topic
from timeline.pages import inline, lists, paths, wording
from timeline.pages.desk import Desk
from timeline.pages.environment import environment
from timeline.pages.head import head
from timeline.pages.page import Page, SearchEntry
from timeline.pages.paths import Links


def actor(desk: Desk, actor: Actor) -> Page:
    """Somebody who acts or speaks: their events, their words, and what is said against claims about them."""
    timeline = desk.timeline
    spoken = [claim for claim in timeline.claims if claim.by == actor.id]
    events = desk.events_by_actor.get(actor.id, ())
    return _page(
        desk,
        paths.actor(actor.id),
        actor,
        "actor",
        wording.ACTOR_KINDS[actor.kind],
        events,
        spoken=[(claim, timeline.events_by_id[claim.event]) for claim in spoken],
        country=wording.country_name(actor.country) if actor.country else "",
    )


def topic(desk: Desk, topic: Topic) -> Page:
    """What several events are about."""
    return _page(desk, paths.topic(topic.id), topic, "topic", "Topic", desk.events_by_topic.get(topic.id, ()))


def _page(
    desk: Desk, address: str, record: Actor | Topic, kind: str, label: str, events: tuple[Event, ...], **more: object
) -> Page:
    about = record.about if isinstance(record, Topic) else None
    values = {"spoken": [], "country": ""} | more
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
