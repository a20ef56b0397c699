"""What stands on the page of an event, as the record knows it, or as its sources had it on an earlier day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from timeline import dates
from timeline.charts.svg.drawing import Chart
from timeline.html import names_explained, relay_figure
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.figure import slim
from timeline.language import gettext as _
from timeline.model import Citation, Event, Update
from timeline.model.words import RELATION_NAMES
from timeline.pages import event_claims, event_day, event_growth, event_provenance, event_status, foot
from timeline.pages.foot import EditLinks
from timeline.queries import notes as notes_of
from timeline.queries.index import Index
from timeline.site import inline_markdown, urls
from timeline.site.text_direction import apart
from timeline.site.urls import Links

_FEW = 3
"""So many forecasts, and so many events that are related in one way, are named at first."""


@dataclass(frozen=True, slots=True)
class Content:
    """The inside of the page."""

    html: Markup
    numbers: Mapping[str, int]
    """The number of each note, by its document."""


def today(context: Context, event: Event, grown: Chart | None, mending: EditLinks) -> Content:
    """All of it, with how the evidence grew, how our edition is cited, and how it is mended."""
    drawn = event_claims.Drawn(context, event)
    main = _main(context, event, drawn, updated=context.index.updated(event), grown=grown)
    return Content(joined(main.html, _aside(context, event, mending)), main.numbers)


def earlier(context: Context, event: Event, numbers: Mapping[str, int]) -> Markup:
    """What follows the day; notes keep the numbers that they have today, for others cite them by these."""
    return joined(said(context, event, numbers, event_claims.Drawn(context, event)), beside(context, event))


def said(context: Context, event: Event, numbers: Mapping[str, int], drawn: event_claims.Drawn) -> Markup:
    """Of an earlier day, what is claimed and what it rests on: it asks nothing but events and documents."""
    return _main(context, event, drawn, numbers).html


def beside(context: Context, event: Event) -> Markup:
    """Of an earlier day, what stands beside that."""
    return _aside(context, event, None)


def joined(main: Markup, aside: Markup) -> Markup:
    """Both, as the page has them."""
    return Markup("\n").join((main, aside))


def neighbours(context: Context, before: Event | None, after: Event | None) -> Markup:
    """The way to the events before and after it."""
    template = environment().get_template("event_beside.html")
    return Markup(template.render(links=context.pieces.links, before=before, after=after))


def _main(
    context: Context,
    event: Event,
    drawn: event_claims.Drawn,
    numbers: Mapping[str, int] | None = None,
    *,
    updated: Update | None = None,
    grown: Chart | None = None,
) -> Content:
    index, pieces = context.index, context.pieces
    links = pieces.links
    stated, whole, notes = index.stated(event, numbers)
    branches = notes_of.branches(notes)
    evidence = index.evidence_of(event)
    html = (
        environment()
        .get_template("event_main.html")
        .render(
            event=event,
            until=index.until,
            why=event_status.why(index, event),
            names=_names(index, links, event),
            evidence=evidence,
            known=index.known(event),
            updated=updated,
            notes=notes,
            whole=whole,
            parts=event_claims.parts(index, links, event, stated),
            disputes=len(index.questions_by_event.get(event.id, ())),
            behind=event_provenance.of_all(evidence, index.hands(c for claim in event.claims for c in claim.citations)),
            figure=relay_figure.figure(branches, _("Who repeats whom in “{title}”").format(title=apart(event.title))),
            rests_on=pieces.upwards(branches),
            repeated=any(branch.repeated_by for branch in branches),
            story=event_growth.story(index, links, event),
            drawn=drawn,
            pieces=pieces,
            growth=slim(grown, links) if grown else Markup(),
        )
    )
    return Content(Markup(html), {note.source.id: note.number for note in notes})


def _aside(context: Context, event: Event, mending: EditLinks | None) -> Markup:
    index, pieces = context.index, context.pieces
    timeline, links = index.timeline, pieces.links
    stood = event_day.that_day(index, event, links)
    html = (
        environment()
        .get_template("event_aside.html")
        .render(
            event=event,
            FEW=_FEW,
            links=links,
            known=index.known(event),
            forecasts=event_day.forecasts(index, event, links),
            beside=stood,
            tones=event_day.tones(stood),
            cited_as=_cited_as(context, event) if mending else None,
            mending=mending,
            pieces=pieces,
            documents=timeline.sources_by_id,
            actors=Markup(", ").join(pieces.actor(timeline.actors_by_id[id]) for id in event.actors),
            topics=Markup(", ").join(pieces.topic(timeline.topics_by_id[id]) for id in event.topics),
            amounts=urls.AMOUNTS,
            places=Markup(", ").join(pieces.location(timeline.places_by_id[id]) for id in event.places),
            added=_as_date(event.added) if mending or event.added <= timeline.record.through else None,
            related=_related(index, event),
        )
    )
    return Markup(html)


def _names(index: Index, links: Links, event: Event) -> Markup:
    """What its own topics and actors are, where its head names them."""
    said, own = (event.title, inline_markdown.plain(event.summary or "")), (*event.topics, *event.actors, *event.places)
    return names_explained.explained(index.timeline, links, said, among=own)


def _cited_as(context: Context, event: Event) -> foot.Cited:
    address, frame = urls.event(event.id), urls.event_frame(event.id)
    return foot.cited(context.citations.event(event), context.site, address, event.title, frame)


def _related(index: Index, event: Event) -> dict[str, list[tuple[Event, Sequence[Citation]]]]:
    """Both ways: what this event says of others, and what they say of it, each other event once under a word."""
    timeline = index.timeline
    related: dict[str, dict[str, tuple[Event, Sequence[Citation]]]] = {}
    for relation in event.related:
        words = _(RELATION_NAMES[relation.relation][0])
        related.setdefault(words, {})[relation.event] = (
            timeline.events_by_id[relation.event],
            relation.citations,
        )
    for kind, other in index.related_from.get(event.id, ()):
        related.setdefault(_(RELATION_NAMES[kind][1]), {}).setdefault(other.id, (other, ()))
    return {words: list(others.values()) for words, others in related.items()}


def _as_date(day: datetime.date) -> dates.Date:
    return dates.parse(day.isoformat())
