"""The page of an event: what is claimed, and what each sentence rests on."""

from __future__ import annotations

import datetime

from markupsafe import Markup

from timeline import dates
from timeline.browser.as_of import AsOf
from timeline.charts import growth
from timeline.exports import dublin_core, linked_data
from timeline.html import relay_figure
from timeline.html.context import Context
from timeline.html.embed import chart_files
from timeline.html.environment import environment
from timeline.html.figure import slim
from timeline.html.head import head
from timeline.html.page import Page, SearchEntry
from timeline.model import Event, Source
from timeline.pages import event_claims, event_day, event_growth, event_provenance, foot
from timeline.queries import notes as notes_of
from timeline.queries.index import Index
from timeline.site import inline, urls, wording
from timeline.site.direction import apart

_BARE = ("toc", "navigation")
_FEW = 3
"""So many forecasts, and so many events that are related in one way, are named at first."""
_SHORT = 155
"""How many characters of a description search engines show."""


def event_page(context: Context, event: Event) -> Page:
    """Everything the record says of an event, and what each sentence rests on."""
    index, site, pieces = context.index, context.site, context.pieces
    timeline, links = index.timeline, pieces.links
    stated, notes = index.stated(event)
    branches = notes_of.branches(notes)
    before, after = index.neighbours[event.id]
    grown = growth.chart(index, event)
    told = event_growth.story(index, links, event)
    body = (
        environment()
        .get_template("event.html")
        .render(
            record=timeline.record,
            event=event,
            FEW=_FEW,
            links=links,
            through=_as_date(timeline.record.through),
            evidence=index.evidence_of(event),
            known=index.known(event),
            updated=index.updated(event),
            notes=notes,
            parts=event_claims.parts(index, links, event, stated),
            disputes=len(index.questions_by_event.get(event.id, ())),
            behind=event_provenance.of_all(
                index.evidence_of(event), index.hands(c for claim in event.claims for c in claim.citations)
            ),
            figure=relay_figure.figure(branches, f"Who repeats whom in “{apart(event.title)}”"),
            rests_on=pieces.upwards(branches),
            story=told,
            forecasts=event_day.forecasts(index, event, links),
            beside=event_day.that_day(index, event, links),
            cited_as=foot.cited(context.citations.event(event), site, urls.event(event.id), event.title),
            citations=context.citations,
            mending=foot.edit_links(index, site, event, urls.event(event.id)),
            pieces=pieces,
            as_of=AsOf(index),
            documents=timeline.sources_by_id,
            actors=Markup(", ").join(pieces.actor(timeline.actors_by_id[id]) for id in event.actors),
            topics=Markup(", ").join(pieces.topic(timeline.topics_by_id[id]) for id in event.topics),
            added=_as_date(event.added),
            related=_related(index, event),
            before=before,
            after=after,
            growth=slim(grown, links) if grown else Markup(),
        )
    )
    address, description = urls.event(event.id), _description(event)
    data = linked_data.event(index, site, event, description)
    return Page(
        address,
        event.title,
        description,
        body,
        "event",
        cached=True,
        span=None if site.edit else event.span,  # its foot leads to where it is edited
        search=_search(index, event),
        hide=_BARE,
        files=tuple(chart_files(timeline, grown, address)) if grown else (),
        head=head(
            site,
            address,
            event.title,
            description,
            article=True,
            data=data,
            cited=dublin_core.of_event(index, site, event),
        ),
    )


def _related(index: Index, event: Event) -> dict[str, list[tuple[Event, list[Source]]]]:
    """Both ways: what this event says of others, and what they say of it, each other event once under a word."""
    timeline = index.timeline
    found: dict[str, dict[str, tuple[Event, list[Source]]]] = {}
    for relation in event.related:
        cited = [timeline.sources_by_id[citation.source] for citation in relation.citations]
        words = wording.RELATIONS[relation.relation][0]
        found.setdefault(words, {})[relation.event] = (timeline.events_by_id[relation.event], cited)
    for kind, other in index.related_from.get(event.id, ()):
        found.setdefault(wording.RELATIONS[kind][1], {}).setdefault(other.id, (other, []))
    return {words: list(others.values()) for words, others in found.items()}


def _description(event: Event) -> str:
    """The beginning of what the event says, ending at a word."""
    return inline.shortened(inline.plain(event.summary or event.claims[0].text), _SHORT)


def _search(index: Index, event: Event) -> SearchEntry:
    timeline = index.timeline
    names = [timeline.actors_by_id[id].name for id in event.actors] + [
        timeline.topics_by_id[id].name for id in event.topics
    ]
    parts = [
        dates.words(event.date),
        inline.plain(event.summary) if event.summary else "",
        *(inline.plain(claim.text) for claim in event.claims),
        f"{event.kind}, {event.status}.",
        ", ".join(names),
    ]
    told = 1 + len(event.claims) / 10  # what has more to say stands higher
    return SearchEntry(event.title, " ".join(part for part in parts if part), boost=(4.0 if event.key else 1.5) * told)


def _as_date(day: datetime.date) -> dates.Date:
    return dates.parse(day.isoformat())
