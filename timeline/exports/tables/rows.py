"""The rows of each table, from the records and from what follows from them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from timeline.exports.api.documents import derived
from timeline.exports.export import Publication
from timeline.exports.tables.cells import citation, each_cited, full, listed, mapped, quoted, records, withdrawal
from timeline.exports.tables.table import Row, cells
from timeline.model import Coordinates
from timeline.model.defined_words import OURS


def record(publication: Publication) -> Iterator[Row]:
    about = publication.index.timeline.record
    through, named = about.through.isoformat(), publication.index.version
    yield (
        *(about.title, about.language, about.licence, through, named, about.uuid, about.contact),
        about.retrospective,
        about.added.isoformat() if about.added else None,
        about.quotes,
        listed(about.languages),
    )


def words(publication: Publication) -> Iterator[Row]:
    about = publication.timeline.record
    for field in OURS:
        for word, own in about.own(field).items():
            named = own.name, own.plural, own.about, own.like, mapped(own.name_in)
            yield field, word, *named, getattr(own, "untitled", False)


def topics(publication: Publication) -> Iterator[Row]:
    for topic in publication.timeline.topics:
        page = derived(publication, "topics", topic)["page"]
        yield topic.id, topic.name, topic.about, listed(topic.aliases), page, listed(topic.also), topic.family


def _point(point: Coordinates | None) -> tuple[Decimal | None, Decimal | None]:
    return (point.latitude, point.longitude) if point else (None, None)


def places(publication: Publication) -> Iterator[Row]:
    for place in publication.timeline.places:
        where = _point(place.coordinates)
        page = derived(publication, "places", place)["page"]
        yield place.id, place.name, place.country, *where, place.about, listed(place.also), listed(place.aliases), page


def actors(publication: Publication) -> Iterator[Row]:
    for actor in publication.timeline.actors:
        page = derived(publication, "actors", actor)["page"]
        names = listed(actor.also), listed(actor.aliases)
        yield actor.id, actor.name, actor.kind, actor.country, actor.about, *names, page


def sources(publication: Publication) -> Iterator[Row]:
    for source in publication.timeline.sources:
        told = derived(publication, "sources", source)
        archive, held = source.archive, source.holding
        yield (
            source.id,
            source.title,
            source.title_basis,
            mapped(source.title_in),
            source.publisher,
            listed(source.authors),
            *cells(source.issued),
            source.issued_basis,
            source.accessed.isoformat() if source.accessed else None,
            source.language,
            source.kind,
            source.url,
            archive.url if archive else None,
            archive.on.isoformat() if archive else None,
            source.withdrawn.on.edtf if source.withdrawn else None,
            source.access,
            source.seen,
            source.note,
            told["known"]["date"]["edtf"] if told["known"] else None,
            told["origin"],
            len(told["claims"]),
            listed(source.aliases),
            told["page"],
            listed(source.also),
            mapped(source.allow),
            withdrawal(source),
            source.doi,
            source.isbn,
            records(source.archives),
            held.archive if held else None,
            held.number if held else None,
        )


def relays(publication: Publication) -> Iterator[Row]:
    for source in publication.timeline.sources:
        for place, relay in enumerate(source.relays, 1):
            yield source.id, place, relay.source, relay.guess


def events(publication: Publication) -> Iterator[Row]:
    for event in publication.timeline.events:
        told = derived(publication, "events", event)
        yield (
            event.id,
            event.title,
            *cells(event.date),
            told["date"]["words"],
            event.date_basis,
            event.kind,
            event.course,
            event.status,
            event.key,
            event.summary,
            event.added.isoformat(),
            told["known"]["date"]["edtf"] if told["known"] else None,
            told["sources"],
            told["independent_sources"],
            told["disputed"],
            listed(event.also),
            listed(event.aliases),
            told["page"],
            mapped(event.allow),
            event.note,
            *_point(event.coordinates),
        )


def amounts(publication: Publication) -> Iterator[Row]:
    for event in publication.timeline.events:
        for place, each in enumerate(event.amounts, 1):
            yield event.id, place, each.value, each.up_to, each.unit, each.of, each.approximate, each.bound


def event_dates(publication: Publication) -> Iterator[Row]:
    for event in publication.timeline.events:
        for place, rival in enumerate(event.rivals, 1):
            cited = rival.citations
            yield event.id, "rival", place, *cells(rival.date), listed(each.source for each in cited), full(cited)
        for role, date in event.dates.items():
            cited = date.citations
            yield event.id, role, 1, *cells(date.date), listed(each.source for each in cited), full(cited)


def event_actors(publication: Publication) -> Iterator[Row]:
    for event in publication.timeline.events:
        yield from ((event.id, id, place) for place, id in enumerate(dict.fromkeys(event.actors), 1))


def event_places(publication: Publication) -> Iterator[Row]:
    for event in publication.timeline.events:
        yield from ((event.id, id, number) for number, id in enumerate(dict.fromkeys(event.places), 1))


def event_topics(publication: Publication) -> Iterator[Row]:
    for event in publication.timeline.events:
        yield from ((event.id, id, place) for place, id in enumerate(dict.fromkeys(event.topics), 1))


def relations(publication: Publication) -> Iterator[Row]:
    for event in publication.timeline.events:
        for place, each in enumerate(event.related, 1):
            cited = each.citations
            yield event.id, place, each.relation, each.event, listed(one.source for one in cited), full(cited)


def updates(publication: Publication) -> Iterator[Row]:
    for event in publication.timeline.events:
        for place, update in enumerate(event.updates, 1):
            yield event.id, place, update.on.isoformat(), update.kind, update.text, update.was


def claims(publication: Publication) -> Iterator[Row]:
    for event in publication.timeline.events:
        told = derived(publication, "events", event)["claims"]
        for claim, led in zip(event.claims, told, strict=True):
            yield (
                claim.ref,
                event.id,
                claim.number,
                claim.text,
                claim.by,
                claim.question,
                led["known"]["date"]["edtf"] if led["known"] else None,
                led["sources"],
                led["independent_sources"],
                bool(led["disputed_by"]),
                led["page"],
                listed(claim.aliases),
            )


def event_citations(publication: Publication) -> Iterator[Row]:
    for event in publication.timeline.events:
        yield from each_cited(event.citations, event.id)


def objections(publication: Publication) -> Iterator[Row]:
    for claim in publication.timeline.claims:
        for manner, names in (("disputes", claim.disputes), ("denies", claim.denies)):
            for ref in dict.fromkeys(map(claim.resolve, names)):
                yield claim.ref, manner, ref


def citations(publication: Publication) -> Iterator[Row]:
    for event in publication.timeline.events:
        told = derived(publication, "events", event)["claims"]
        for claim, claim_told in zip(event.claims, told, strict=True):
            for place, (each, led) in enumerate(zip(claim.citations, claim_told["citations"], strict=True), 1):
                yield (claim.ref, *citation(place, each), led["origin"], *quoted(each))


def expectations(publication: Publication) -> Iterator[Row]:
    for each in publication.timeline.expectations:
        told, outcome = derived(publication, "expectations", each), each.outcome
        yield (
            each.id,
            each.about,
            each.by,
            *cells(each.said),
            *cells(each.window),
            each.window_basis,
            each.wording,
            outcome.missed if outcome else False,
            outcome.event if outcome else None,
            outcome.denied if outcome else None,
            outcome.withdrawn if outcome else None,
            told["standing"],
            told["sources"],
            told["independent_sources"],
            told["page"],
            listed(each.aliases),
        )


def expectation_citations(publication: Publication) -> Iterator[Row]:
    for each in publication.timeline.expectations:
        yield from each_cited(each.citations, each.id)


def replaced(publication: Publication) -> Iterator[Row]:
    for each in publication.timeline.expectations:
        yield from ((each.id, id) for id in dict.fromkeys(each.replaces))


def tracks(publication: Publication) -> Iterator[Row]:
    for track in publication.timeline.tracks:
        yield track.id, track.title, derived(publication, "tracks", track)["page"], listed(track.aliases)


def states(publication: Publication) -> Iterator[Row]:
    for track in publication.timeline.tracks:
        told = derived(publication, "tracks", track)["states"]
        for number, (state, stands) in enumerate(zip(track.states, told, strict=True), 1):
            when = (*cells(state.start), *cells(state.end))
            yield track.id, number, *when, state.state, state.tone, state.event, stands["holds"]


def state_citations(publication: Publication) -> Iterator[Row]:
    for track in publication.timeline.tracks:
        for number, state in enumerate(track.states, 1):
            yield from each_cited(state.citations, track.id, number)
