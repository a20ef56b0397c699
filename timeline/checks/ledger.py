"""What the ledger of addresses and the record say of each other, and whether a new source has a copy."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.loader import Loaded
from timeline.problems import Problem
from timeline.problems.ledger import UNKEPT_SOURCE, UNUSED_ADDRESS


def notes(loaded: Loaded) -> Iterator[Problem]:
    """Lines of the ledger that speak of no source; the tool that keeps it takes them out."""
    cited = {source.url for source in loaded.timeline.sources}
    for url, reach in loaded.reaches.items():
        if url not in cited:
            help = "leave it, `timeline links` takes it out; or delete it"
            yield UNUSED_ADDRESS.at(reach.place.at("url"), label="no source has this `url`", help=help)


def new_sources(loaded: Loaded, was: Loaded) -> Iterator[Problem]:
    """Sources that an earlier state had not, of which nobody keeps a copy and nobody says why.

    A copy stands in the record or in the ledger; the reason is a waiver of `no-archive`. A document without an
    address has said so in a note.
    """
    before = {id for source in was.timeline.sources for id in (source.id, *source.aliases)} | was.lost
    for source in loaded.timeline.sources:
        if before & {source.id, *source.aliases} or source.url is None:
            continue
        known = loaded.reaches.get(source.url)
        if not source.copies and not (known and known.snapshots) and "no-archive" not in source.allow:
            help = "add `archive: {url: …, on: …}`, let `timeline archive` look for a copy or ask for one, "
            help += "or say why there is none: `allow: {no-archive: …}`"
            yield UNKEPT_SOURCE.at(source.place.at("url"), label="the only copy that is known", help=help)
