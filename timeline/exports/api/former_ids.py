"""A document under each former id, which leads to where its record stands now: an address that was cited is kept."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.exports.api.documents import SORTS, opening
from timeline.exports.export import Publication
from timeline.exports.json_lines import compact
from timeline.site import urls

NAME = "moved"
"""By which its schema is known."""


def moved(publication: Publication) -> Iterator[tuple[str, str]]:
    """Each with its address."""
    for sort in SORTS:
        for record in getattr(publication.timeline, sort.name):
            for old in getattr(record, "aliases", ()):
                address = urls.api(sort.name, old)
                told = {"id": record.id, "file": f"{record.id}.json"}
                yield address, compact({**opening(publication, NAME, address), "moved": told}) + "\n"
