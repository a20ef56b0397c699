"""The page of an event: what is claimed, and what each sentence rests on."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from markupsafe import Markup

from timeline import dates
from timeline.browser.as_of import AsOf
from timeline.charts import growth
from timeline.charts.svg.drawing import Chart
from timeline.exports import json_records, linked_data
from timeline.html import relay_figure
from timeline.html.context import Context
from timeline.html.embed import chart_files
from timeline.html.environment import environment
from timeline.html.figure import figure, slim
from timeline.html.head import head
from timeline.html.page import Page, SearchEntry
from timeline.html.pieces import Pieces
from timeline.model import Claim, Event, Source
from timeline.pages import dispute_sides, event_day, event_growth, foot
from timeline.queries.index import Evidence, Index, Stated
from timeline.site import inline, urls, wording
from timeline.site.urls import Links

_BARE = ("toc", "navigation")
_SHORT = 155
"""How many characters of a description search engines show."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as its event's page prints it."""

    claim: Claim
    numbers: Markup
    """Links to its notes."""
    evidence: Evidence
    origins: str
    """Where its notes lead, by name."""
    attributed: tuple[str, ...]
    """Whom those name."""
    speaker: str
    against: tuple[tuple[str, Claim, str], ...]
    """Words, the other claim, and a link to it."""
    opposed: tuple[tuple[str, Claim, str], ...]


def event_page(context: Context, event: Event) -> Page:
    """Everything the record says of an event, and what each sentence rests on."""
    index, site, pieces = context.index, context.site, context.pieces
    timeline, links = index.timeline, pieces.links
    stated, notes = index.stated(event)
    branches = index.rests_on(notes)
    before, after = index.neighbours[event.id]
    grown = growth.chart(index, event)
    body = (
        environment()
        .get_template("event.html")
        .render(
            record=timeline.record,
            event=event,
            links=links,
            through=_as_date(timeline.record.through),
            evidence=index.evidence_of(event),
            known=index.known(event),
            updated=index.updated(event),
            notes=notes,
            claims=[_said(index, pieces, event, item) for item in stated],
            disputes=[
                dispute_sides.view(index, links, item, event) for item in index.disputes_by_event.get(event.id, ())
            ],
            figure=relay_figure.figure(branches, f"Who repeats whom in “{event.title}”"),
            rests_on=pieces.upwards(branches),
            story=event_growth.story(index, links, event),
            forecasts=event_day.forecasts(index, event, links),
            beside=event_day.that_day(index, event, links),
            cited_as=foot.cited(context.citations.event(event)),
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
            growth=_growth(grown, links, whole=event.key),
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
            site, address, event.title, description, article=True, data=data, alternates=[json_records.ALTERNATE]
        ),
    )


def _said(index: Index, pieces: Pieces, event: Event, stated: Stated) -> Said:
    claim, links = stated.claim, pieces.links
    return Said(
        claim,
        pieces.numbers(stated.notes),
        stated.evidence,
        wording.origins(stated.origins),
        stated.attributed,
        dispute_sides.speaker(index, claim),
        against=tuple((m.capitalize(), other, dispute_sides.link(links, other, event)) for m, other in stated.against),
        opposed=tuple(
            ("Denied by" if manner == "denies" else "Disputed by", other, dispute_sides.link(links, other, event))
            for manner, other in stated.opposed
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


def _growth(grown: Chart | None, links: Links, *, whole: bool) -> Markup:
    """How the evidence for an event grew; where all of it was known on one day, the list above says all there is."""
    if grown is None:
        return Markup()
    return figure(grown, links, level=3) if whole else slim(grown, links)


def _description(event: Event) -> str:
    """The beginning of what the event says, ending at a word."""
    text = inline.plain(event.summary or event.claims[0].text)
    if len(text) <= _SHORT:
        return text
    return text[:_SHORT].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


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
