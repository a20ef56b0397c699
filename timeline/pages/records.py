"""The pages of one record each: events and sources."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from markupsafe import Markup

from timeline import dates
from timeline.model import Claim, Event, Source
from timeline.pages import aside, citing, growing, inline, linked, opposition, paths, plainly, relaying, wording
from timeline.pages.along import along
from timeline.pages.charts import growth
from timeline.pages.charts.drawing import Chart
from timeline.pages.charts.figure import figure, slim
from timeline.pages.desk import Desk, Evidence, Stated
from timeline.pages.environment import environment
from timeline.pages.head import head
from timeline.pages.page import Page, SearchEntry
from timeline.pages.paths import Links
from timeline.pages.pieces import Pieces
from timeline.pages.then import Then
from timeline.queries import provenance

_BARE = ("toc", "navigation")
_FEW = 5
"""Documents that a sentence names."""
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


def event(desk: Desk, pieces: Pieces, event: Event) -> Page:
    """Everything the record says of an event, and what each sentence rests on."""
    timeline = desk.timeline
    links = pieces.links
    stated, notes = desk.stated(event)
    branches = desk.rests_on(notes)
    before, after = desk.neighbours[event.id]
    grown = growth.chart(desk, event)
    body = (
        environment()
        .get_template("event.html")
        .render(
            record=timeline.record,
            event=event,
            links=links,
            through=_as_date(timeline.record.through),
            evidence=desk.evidence_of(event),
            known=desk.known(event),
            updated=desk.updated(event),
            notes=notes,
            claims=[_said(desk, pieces, event, item) for item in stated],
            disputes=[opposition.view(desk, links, item, event) for item in desk.disputes_by_event.get(event.id, ())],
            figure=relaying.figure(branches, f"Who repeats whom in “{event.title}”"),
            rests_on=pieces.upwards(branches),
            story=growing.story(desk, links, event),
            forecasts=aside.forecasts(desk, event, links),
            beside=aside.that_day(desk, event, links),
            cited_as=citing.event(desk, event),
            mending=citing.mending(desk, event, paths.event(event.id)),
            pieces=pieces,
            then=Then(desk),
            documents=timeline.sources_by_id,
            actors=Markup(", ").join(pieces.actor(timeline.actors_by_id[id]) for id in event.actors),
            topics=Markup(", ").join(pieces.topic(timeline.topics_by_id[id]) for id in event.topics),
            added=_as_date(event.added),
            related=_related(desk, event),
            before=before,
            after=after,
            growth=_growth(grown, links, whole=event.key),
        )
    )
    address, description = paths.event(event.id), _description(event)
    data = linked.event(desk, event, description)
    return Page(
        address,
        event.title,
        description,
        body,
        "event",
        pressed=True,
        span=None if desk.site.edit else event.span,  # its foot leads to where it is edited
        search=_search(desk, event),
        hide=_BARE,
        leaves=tuple(along(timeline, grown, address)) if grown else (),
        head=head(
            desk.site, address, event.title, description, article=True, data=data, alternates=[plainly.ALTERNATE]
        ),
    )


def source(desk: Desk, pieces: Pieces, source: Source) -> Page:
    """A document: what it is, how it is known, whom it repeats and what rests on it."""
    record, links = desk.timeline.record, pieces.links
    uses = [
        (use[0].event, use)
        for _, group in groupby(desk.uses.get(source.id, ()), lambda use: use.event.id)
        if (use := list(group))
    ]
    body = (
        environment()
        .get_template("source.html")
        .render(
            record=record,
            source=source,
            links=links,
            uses=uses,
            relays=pieces.downwards(provenance.chain(desk.timeline, source).relays),
            figure=relaying.around(desk, source),
            out=desk.out[source.id],
            claims=len(desk.uses.get(source.id, ())),
            named=desk.named_by.get(source.id, {}),
            pieces=pieces,
            relayers=desk.relayers.get(source.id, ()),
            through=_through(desk, source),
            host=_host(source.url),
            archive_host=_host(source.archive.url) if source.archive else "",
            cited_as=citing.source(desk, source),
            mending=citing.mending(desk, source, paths.source(source.id)),
            archived=_as_date(source.archive.on) if source.archive else None,
            read=_as_date(source.read_on(record.through)),
        )
    )
    words = f"{wording.document(source)}. {wording.SOURCE_KINDS[source.kind].capitalize()}"
    description = f"{words}, {wording.count(len(desk.uses.get(source.id, ())), 'claim')} of this record rest on it."
    address = paths.source(source.id)
    return Page(
        address,
        source.title,
        description,
        body,
        "source",
        pressed=True,
        span=None if desk.site.edit else source.span,
        hide=_BARE,
        head=head(
            desk.site,
            address,
            source.title,
            description,
            data=linked.source(desk, source),
            alternates=[plainly.ALTERNATE],
        ),
        search=SearchEntry(source.title, f"{words}. {' '.join(source.title_in.values())}", boost=0.5),
    )


def _through(desk: Desk, source: Source) -> list[Source]:
    """The few documents through which most of what a document says is known; the others stand in its list."""
    used = Counter(use.cited.id for use in desk.uses.get(source.id, ()))
    return sorted(desk.relayers.get(source.id, ()), key=lambda other: -used[other.id])[:_FEW]


def _said(desk: Desk, pieces: Pieces, event: Event, stated: Stated) -> Said:
    claim, links = stated.claim, pieces.links
    return Said(
        claim,
        pieces.numbers(stated.notes),
        stated.evidence,
        wording.origins(stated.origins),
        stated.attributed,
        opposition.speaker(desk, claim),
        against=tuple((m.capitalize(), other, opposition.link(links, other, event)) for m, other in stated.against),
        opposed=tuple(
            ("Denied by" if manner == "denies" else "Disputed by", other, opposition.link(links, other, event))
            for manner, other in stated.opposed
        ),
    )


def _related(desk: Desk, event: Event) -> dict[str, list[tuple[Event, list[Source]]]]:
    """Both ways: what this event says of others, and what they say of it, each other event once under a word."""
    timeline = desk.timeline
    found: dict[str, dict[str, tuple[Event, list[Source]]]] = {}
    for relation in event.related:
        cited = [timeline.sources_by_id[citation.source] for citation in relation.citations]
        words = wording.RELATIONS[relation.relation][0]
        found.setdefault(words, {})[relation.event] = (timeline.events_by_id[relation.event], cited)
    for kind, other in desk.answered_by.get(event.id, ()):
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


def _search(desk: Desk, event: Event) -> SearchEntry:
    timeline = desk.timeline
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


def _host(url: str | None) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.") if url else ""


def _as_date(day: datetime.date) -> dates.Date:
    return dates.parse(day.isoformat())
