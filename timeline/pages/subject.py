"""The pages of actors, topics and places: who, what or where it is, the events it stands in, and what was said.

The latest comes first, and what is vaguer than a month last within its year. A few events and sentences are shown, the
others folded, so that a page about somebody with a hundred events is read like one about somebody with three.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.browser.as_of import as_of
from timeline.exports import feeds, registry
from timeline.html import frames, lede
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.head import head
from timeline.html.page import Page, SearchEntry
from timeline.language import NN_
from timeline.language import gettext as _
from timeline.model import Actor, Claim, Event, Location, Subject, Topic
from timeline.pages import subject_events, subject_tracks
from timeline.queries import order
from timeline.queries.evidence import Evidence
from timeline.queries.index import Index
from timeline.site import inline_markdown, kind_names, urls, wording
from timeline.site.urls import Links

_COMPANY = 6
"""How many others are named beside a subject."""
_WORDS, _FEW = 3, 1
"""How many sentences are shown; so few more are not worth a fold."""
_WEAK = {
    "unnamed-people": NN_("{n} claim on people who are not named", "{n} claims on people who are not named"),
    "one-person": NN_("{n} of these on one person", "{n} of these on one person"),
    "machine-written": NN_("{n} on AI-written text alone", "{n} on AI-written text alone"),
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A claim with the event that tells it."""

    claim: Claim
    event: Event
    evidence: Evidence
    answers: Claim | None = None
    """The claim it speaks against, on the lists of objections."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """Claims under one heading, those of the latest events first."""

    shown: tuple[Spoken, ...]
    folded: tuple[Spoken, ...]

    def __len__(self) -> int:
        return len(self.shown) + len(self.folded)


@dataclass(frozen=True, slots=True)
class Company:
    """Somebody or something that stands beside a subject, and how often."""

    name: str
    link: str
    number: int


def actor_page(context: Context, actor: Actor) -> Page:
    """Somebody who acts or speaks: their events, their words, what they deny, and what is said against them."""
    index = context.index
    events = index.events_by_actor.get(actor.id, ())
    links = Links(urls.actor(actor.id))
    actors = index.timeline.actors_by_id
    spoken = index.spoken.get(actor.id, ())
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
        kind_names.of_actor(actor),
        events,
        means=actor.own_kind.about if actor.own_kind else None,
        spoken=_sentences(_spoken(index, claim) for claim in spoken),
        denied=_sentences(denied),
        contested=_sentences(contested),
        resting=_resting(index, "actor", actor.id, links),
        country=wording.country_name(actor.country) if actor.country else "",
        state=lede.state_by(index, links, actor.id),
        beside=[Company(actors[id].name, links.actor(id), n) for id, n in beside.most_common(_COMPANY)],
        against=[Company(actors[id].name, links.actor(id), n) for id, n in against.most_common(_COMPANY)],
    )


def topic_page(context: Context, topic: Topic) -> Page:
    """What several events are about, who is named in them, and what was predicted and disputed."""
    index = context.index
    events = index.events_by_topic.get(topic.id, ())
    links = Links(urls.topic(topic.id))
    actors = index.timeline.actors_by_id
    beside = Counter(id for event in events for id in event.actors)
    families = index.timeline.record.topic_families
    foretold = sum(1 for expectation in index.timeline.expectations if expectation.about == topic.id)
    disputed = {dispute.target.ref for event in events for dispute in index.disputes_by_event.get(event.id, ())}
    return _page(
        context,
        urls.topic(topic.id),
        topic,
        "topic",
        kind_names.called(index.timeline.record, "topic_families", topic.family) if topic.family else _("Topic"),
        events,
        means=families[topic.family].about if topic.family and topic.family in families else None,
        beside=[Company(actors[id].name, links.actor(id), n) for id, n in beside.most_common(_COMPANY)],
        foretold=foretold,
        state=lede.state_of(index, links, topic),
        disputed=len(disputed),
        resting=_resting(index, "topic", topic.id, links),
    )


def place_page(context: Context, place: Location) -> Page:
    """What happened somewhere, who is named there, and where it lies."""
    index = context.index
    events = index.events_by_place.get(place.id, ())
    links = Links(urls.place(place.id))
    actors = index.timeline.actors_by_id
    beside = Counter(id for event in events for id in event.actors)
    return _page(
        context,
        urls.place(place.id),
        place,
        "place",
        _("Place"),
        events,
        country=wording.country_name(place.country) if place.country else "",
        point=place.coordinates,
        beside=[Company(actors[id].name, links.actor(id), n) for id, n in beside.most_common(_COMPANY)],
    )


def _resting(index: Index, facet: str, id: str, links: Links) -> list[tuple[str, str]]:
    """Of the claims in its events, how many stand in each list of those that rest on little."""
    rows = []
    for name, words in _WEAK.items():
        number = sum(id in getattr(each.event, f"{facet}s") for each in index.supported[name])
        if number:
            rows.append((wording.plural(number, *words), f"{links.to(urls.claims(name))}?{facet}={id}"))
    return rows


def _sentences(spoken: Iterable[Spoken]) -> Sentences:
    by_event: dict[str, list[Spoken]] = {}
    for each in spoken:
        by_event.setdefault(each.event.id, []).append(each)
    latest = order.backwards(group[0].event for group in by_event.values())
    rows = tuple(each for event in latest for each in by_event[event.id])
    number = len(rows) if len(rows) <= _WORDS + _FEW else _WORDS
    return Sentences(rows[:number], rows[number:])


def _spoken(index: Index, claim: Claim, answers: Claim | None = None) -> Spoken:
    return Spoken(claim, index.timeline.events_by_id[claim.event], index.evidence(claim.citations), answers)


def _page(
    context: Context,
    address: str,
    record: Subject,
    kind: str,
    label: str,
    events: tuple[Event, ...],
    **more: object,
) -> Page:
    about = record.about
    nothing: Mapping[str, object] = dict.fromkeys(("spoken", "denied", "contested", "beside", "against", "resting"), ())
    values = {**nothing, "country": "", "means": None, "point": None, "state": "", "foretold": 0, "disputed": 0} | more
    row = order.row(events)
    told = lede.of_actor(record, row) if isinstance(record, Actor) else lede.latest(row)
    alternates = feeds.alternates(
        context.site, address, feeds.subject_feed(address), _("{name}: what is new").format(name=record.name)
    )
    shown, folded = subject_events.shown_and_folded(context, row, Links(address))
    body = (
        environment()
        .get_template("subject.html")
        .render(
            subject=record,
            label=label,
            sort=kind if kind in ("topic", "place") else "person" if _is_person(record) else "actor",
            about=about,
            links=Links(address),
            months=shown,
            most=f"{_WORDS} {_FEW}",
            folded=folded,
            events=events,
            paper=Links(address).to(urls.edition(f"topics/{record.id}")) if kind == "topic" and events else "",
            told=told,
            names=lede.explained(context.index.timeline, Links(address), told, but=(record.id,)),
            standings=subject_tracks.standings(context.index, Links(address), events),
            activity=subject_events.strip(context.index, record.name, row),
            years=subject_events.years(row),
            ways=urls,
            as_of=as_of(context.index),
            feeds=alternates,
            forms=registry.forms(context.site, address, record.name),
            framed=Links(address).to(urls.embed(address.rstrip("/"))) if row else "",
            **values,
        )
    )
    count = wording.plural(len(events), "{n} event", "{n} events")
    named = wording.plural(len(events), "named in {n} event of this record", "named in {n} events of this record")
    plain = inline_markdown.plain(about).rstrip(".") if about else ""
    description = f"{plain}. {count}." if plain else f"{label}, {named}."
    return Page(
        address,
        record.name,
        description,
        body,
        kind,
        cached=True,
        span=record.span,
        hide=("toc", "navigation"),
        files=(frames.of_subject(context.index, record, address, row),) if row else (),
        head=head(context.site, address, record.name, description),
        search=SearchEntry(record.name, description),
    )


def _is_person(record: Subject) -> bool:
    return isinstance(record, Actor) and record.counts_as == "person"
