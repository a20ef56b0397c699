"""Names that never change, for what other people's programs remember: UUIDs (RFC 9562) from the record's own."""

from __future__ import annotations

from collections.abc import Callable
from uuid import NAMESPACE_URL, UUID, uuid5

from timeline.model import Event, Source, Subject, Timeline
from timeline.model.texts import own
from timeline.site.settings import Site


def names(timeline: Timeline, site: Site) -> Callable[[str], UUID]:
    """Names that no other record gives: by its uuid, or by what comes next to one where it has none."""
    whole = UUID(timeline.record.uuid) if timeline.record.uuid else None
    whole = whole or uuid5(NAMESPACE_URL, site.address or own(timeline.record.title))
    return lambda name: uuid5(whole, name)


def first_id(record: Event | Subject | Source) -> str:
    """The id under which it entered the record."""
    return record.aliases[0] if record.aliases else record.id
