"""Places with what happened there, and events that have a point, for maps (GeoJSON, RFC 7946).

The point of a wide place is one within it, and says nothing of where in the place an event was; a point of its own
does. What has no point is left out: maps know no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline import dates
from timeline.exports.export import Export, Publication
from timeline.exports.json_lines import compact, listed
from timeline.language import N_
from timeline.model import Coordinates, Event, Location
from timeline.site import inline_markdown, urls
from timeline.site.file import SiteFile
from timeline.site.large_file import LargeText
from timeline.site.settings import Site

KIND = "application/geo+json"
PATH = f"{urls.DATA}places.geojson"


def collection(publication: Publication) -> Iterator[str]:
    """Every place that has a point, then every event that has one, in the order of the files, one on each line."""
    yield '{"type":"FeatureCollection"'
    yield from listed("features", map(compact, _features(publication)))
    yield "}\n"


def _features(publication: Publication) -> Iterator[dict[str, Any]]:
    for place in publication.timeline.places:
        if place.coordinates:
            yield _feature(publication, place, place.coordinates)
    for event in publication.timeline.events:
        if event.coordinates:
            yield _located(event.id, event.coordinates, _told(publication.site, event))


def _feature(publication: Publication, place: Location, point: Coordinates) -> dict[str, Any]:
    index = publication.index
    chosen = publication.timeline.events_by_id
    events = [event for event in index.events_by_place.get(place.id, ()) if event.id in chosen]
    told = {
        "name": place.name,
        "also": list(place.also),
        "country": place.country,
        "about": inline_markdown.plain(place.about) if place.about else None,
        "page": _page(publication.site, urls.place(place.id)),
        "events": [_told(publication.site, event) for event in events],
    }
    return _located(place.id, point, {name: value for name, value in told.items() if value not in (None, [])})


def _located(id: str, point: Coordinates, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": id,
        "geometry": {"type": "Point", "coordinates": [float(point.longitude), float(point.latitude)]},
        "properties": properties,
    }


def _told(site: Site, event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "title": event.title,
        "date": event.date.edtf,
        "date_words": dates.words(event.date),
        "page": _page(site, urls.event(event.id)),
    }


def _page(site: Site, address: str) -> str:
    return site.absolute(address) or address


def _whole(publication: Publication) -> Iterator[SiteFile]:
    if next(_features(publication), None):
        yield SiteFile(PATH, large=LargeText(lambda: collection(publication)))


GEOJSON = Export(
    "geojson",
    "GeoJSON",
    KIND,
    N_("Places with what happened there, and events that have a point of their own, for maps."),
    _whole,
)
