"""Which addresses want a look, and for which sources a copy is sought, by what the ledger knows of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from timeline.model import Source
from timeline.model.ledger import Reach


def to_ask(sources: Iterable[Source], reaches: Mapping[str, Reach], today: datetime.date, again: int) -> list[str]:
    """Addresses never asked, then those asked longest ago and `again` days or more; a failure is looked at next day."""

    def wants(url: str) -> bool:
        reach = reaches.get(url)
        if reach is None or reach.checked is None:
            return True
        return _past(reach.checked, today, min(again, 1) if reach.state == "failing" else again)

    def asked(url: str) -> datetime.date:
        reach = reaches.get(url)
        return (reach.checked if reach else None) or datetime.date.min

    urls = dict.fromkeys(source.url for source in sources if source.url)
    return sorted(filter(wants, urls), key=asked)


def to_seek(
    sources: Iterable[Source], reaches: Mapping[str, Reach], today: datetime.date, again: int, save: bool
) -> list[Source]:
    """Sources of which neither record nor ledger names a copy, and none was sought in the last `again` days.

    With `save`, also those of which none was found lately and none was asked for.
    """

    def wants(reach: Reach | None) -> bool:
        if reach is None or reach.snapshots:
            return reach is None
        if reach.sought is None:
            return True
        return _past(reach.sought, today, again) or (save and not reach.refusal)

    return [each for each in sources if each.url and not each.copies and wants(reaches.get(each.url))]


def _past(then: datetime.date, today: datetime.date, days: int) -> bool:
    """Whether so many days have gone by; a day that is still to come was written by a clock that was wrong."""
    return not 0 <= (today - then).days < days


def unsavable(source: Source, reach: Reach | None) -> str:
    """Why no archive is asked for a copy of a document, in words without a full stop; empty where one may be."""
    if reach and reach.state == "gone":
        return "its address is gone"
    return "" if source.access == "open" else "not everybody can read it, so a copy would not show it"
