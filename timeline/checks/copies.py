"""Copies of one publisher's articles on other sites are all entered in one way.

Whoever reads an agency's text at a newspaper may enter the text itself as original reporting, or the copy as
a secondary source that relays it. Both count alike, but side by side they look like different things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks.waivers import Judged
from timeline.model import Source, Timeline
from timeline.problems.slips import UNLIKE_COPIES

_COPY = "copy|copies|mirror|reprint|repost|kopie|abdruck|spiegel"
_TEXT = "text|copy|meldung|wortlaut"
_FORMS = (
    re.compile(rf"(?P<house>.+?) \([^()]*\b(?:{_COPY})\b[^()]*\)", re.IGNORECASE),
    re.compile(
        rf".+ \((?:(?:copy|text|kopie|wortlaut) (?:of|von) )?(?:the )?(?P<house>[^()]+?)[ -](?:{_TEXT})\)",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<house>.+?) (?:via|über) .+"),
)


def slips(timeline: Timeline) -> Iterator[Judged]:
    """Copies that stand for themselves, of a house whose other copies relay a document of its own."""
    copies = [(source, house) for source in timeline.sources if (house := _house(source))]
    relaying = {house: source for source, house in reversed(copies) if _relays_own(timeline, source, house)}
    for source, house in copies:
        other = relaying.get(house)
        if other is None or not source.is_origin:
            continue
        yield (
            UNLIKE_COPIES.at(
                source.place.at("kind"),
                label=f"other copies of {house} relay a document of its own",
                help="relay the document itself, with `seen: false` if nobody saw it, and call this `secondary`",
                elsewhere=(("one that does stands at", other.span),),
            ),
            (source,),
        )


def _house(source: Source) -> str | None:
    """Whose text a copy is, if the publisher says that it is one."""
    publisher = source.publisher
    copy = next((match for form in reversed(_FORMS) if (match := form.fullmatch(publisher))), None)
    return copy["house"].removeprefix("the ").removeprefix("The ") if copy else None


def _relays_own(timeline: Timeline, source: Source, house: str) -> bool:
    repeated = (timeline.source(id) for id in source.repeats)
    return any(other is not None and other.publisher.removeprefix("The ").startswith(house) for other in repeated)
