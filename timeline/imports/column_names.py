"""What columns are called, in the tables of TimelineJS and in those that people make for themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.imports.draft import Unreadable

NAMES: Mapping[str, str] = {
    "id": "id, row id, record id, unique id, uid, uuid, no, nr, number, #, nummer",
    "title": "title, headline, event, name, what, what happened, titel, überschrift, ereignis",
    "date": "date, start date, start, when, event date, date of event, date start, datum, beginn",
    "end": "end date, end, until, date end, ende, bis",
    "year": "year, start year, jahr",
    "month": "month, start month, monat",
    "day": "day, start day, tag",
    "time": "time, start time, uhrzeit",
    "end year": "end year",
    "end month": "end month",
    "end day": "end day",
    "end time": "end time",
    "display date": "display date",
    "claim": "claim, claims, text, description, body, details, beschreibung",
    "summary": "summary, zusammenfassung",
    "kind": "kind, type, event type, art",
    "status": "status",
    "course": "course",
    "topics": "topic, topics, tag, tags, category, categories, group, subject, theme, thema, kategorie",
    "actors": "actor, actors, who, person, people, company, companies, organisation, organisations, organization, "
    "organizations, akteur, wer",
    "source": "source, sources, source url, source link, url, urls, link, links, reference, references, citation, "
    "citations, quelle, quellen",
    "source title": "source title, source name, title of source",
    "publisher": "publisher, newspaper, outlet, medium",
    "author": "author, authors, source author",
    "issued": "issued, source date, published, publication date",
    "locator": "locator, page, pages, seite",
}
"""For each field the headings by which it is known, in lower case; spaces, hyphens and underscores are one."""
_FIELDS = {name: field for field, names in NAMES.items() for name in names.split(", ")}
SHOWN: Mapping[str, str] = {
    "media": "what a slide shows, which says nothing; name it as a source if it does",
    "media credit": "whose the picture is",
    "media caption": "a word about the picture",
    "media thumbnail": "a picture",
    "media alt": "a word about the picture",
    "media link": "where the picture leads",
    "alt text": "a word about the picture",
    "background": "how a slide looks",
}
"""Columns of TimelineJS with no place in a record, and why."""


def fields(headings: tuple[str, ...], said: Mapping[str, str]) -> dict[str, str]:
    """For each heading the field it stands for; those without one are left out.

    `said` are headings with fields that somebody named, where an empty one leaves the column out; raises `Unreadable`
    where there is no such heading or field.
    """
    by_name = {plain(heading): heading for heading in headings}
    ignored = {plain(name) for name, field in said.items() if not field}
    found = {heading: field for heading in headings if (field := field_of(heading)) and plain(heading) not in ignored}
    if "date" in found.values():  # the parts of a date beside a whole one are something else
        found = {heading: field for heading, field in found.items() if field not in ("year", "month", "day")}
    for name, field in said.items():
        if plain(name) not in by_name:
            raise Unreadable(
                f"no column is called `{name}`", f"there are {', '.join(f'`{each}`' for each in headings)}"
            )
        if field and field not in NAMES:
            raise Unreadable(f"there is no field `{field}` for a column", f"there are {', '.join(NAMES)}")
        if field:
            found[by_name[plain(name)]] = field
    return found


def field_of(heading: str) -> str:
    """The field that a heading is known for; empty where there is none."""
    return _FIELDS.get(plain(heading), "")


def plain(heading: str) -> str:
    """A heading as it is compared."""
    return re.sub(r"[\s_\-]+", " ", heading.strip(" \t:*?")).casefold()
