"""What all texts about records share: how a source, a citation, a date and an event are called."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from babel import Locale, UnknownLocaleError

from timeline import dates
from timeline.cli.terminal_layout import paragraph
from timeline.model import Citation, Event, Source, Timeline
from timeline.queries import provenance
from timeline.queries.known_since import Known
from timeline.site import document_titles, quotations

Numbers = Mapping[str, int]
"""For each source that a text cites, the number of its note."""


def day(value: datetime.date) -> str:
    return dates.words(dates.parse(value.isoformat()))


def read_on(source: Source) -> str | None:
    """When we read a document; nothing where no day is noted."""
    return day(source.accessed) if source.seen and source.accessed else None


def since(known: Known | None) -> str | None:
    """From when something was known, as precise as the date that tells it."""
    if known is None or known.day == datetime.date.max:
        return None  # a record that does not say how far it reaches
    return dates.words(known.date) + _proof(known)


def _proof(known: Known) -> str:
    """What stands behind the day, where no document shows it."""
    if known.checked:
        return " at the latest, when the record was checked"
    return ", the day we read it" if known.read else ""


def numbered(citations: Iterable[Citation]) -> Numbers:
    """Notes in the order in which sources are first cited."""
    sources = dict.fromkeys(citation.source for citation in citations)
    return {id: number for number, id in enumerate(sources, 1)}


def marks(citations: Iterable[Citation], numbers: Numbers) -> str:
    """The numbers of some citations: " [1] [3]"."""
    return "".join(f" [{numbers[id]}]" for id in dict.fromkeys(citation.source for citation in citations))


def passage(timeline: Timeline, citation: Citation) -> str:
    """Who says it, and whom that repeats: "Almanac → Harbour Gazette (not seen) → two people, second paragraph"."""
    path = provenance.path(timeline, citation)
    if not path:
        return f"{citation.source} (not in the record)"
    names = " → ".join(source.publisher + ("" if source.seen else " (not seen)") for source in path)
    names += f" → {citation.attributed_to}" if citation.attributed_to else ""
    names += f", {citation.locator}" if citation.locator else ""
    if words := citation.quotation:
        names += f", {quotations.plain(words, path[0])}"
    return names + _end(timeline, path[-1], citation)


def document(source: Source) -> str:
    """A source in one line, without its title."""
    issued = dates.words(source.issued) if source.issued else "undated"
    facts = [source.publisher, issued, "not seen" if not source.seen else "", source.access.replace("open", "")]
    return ", ".join(fact for fact in facts if fact)


def notes(timeline: Timeline, numbers: Numbers) -> Iterator[str]:
    """The documents behind the numbers."""
    width = len(str(len(numbers))) + 5
    for id, number in numbers.items():
        source = timeline.source(id)
        yield f"  [{number}]".ljust(width) + id
        if source is not None:
            for text in (document_titles.called(source), document(source), source.url):
                yield from paragraph(text, " " * width) if text else ()


def listing(events: Iterable[Event]) -> Iterator[str]:
    """Events one below the other."""
    for event in events:
        yield from paragraph(event.title, "  ")
        yield from paragraph(f"{occasion(event)} ({event.id})", "    ")


def occasion(event: Event) -> str:
    """When, what became of it, and how good the evidence is."""
    return ", ".join((dates.words(event.date), standing(event)))


def standing(event: Event) -> str:
    """What became of it, unless it happened, and how good the evidence is."""
    course = {"happened": "", "unknown": "outcome not known, "}.get(event.course, f"{event.course}, ")
    return course + event.status


def shared(hands: int, documents: int) -> str:
    """That some origins are of one publisher or author: " (2 documents of one hand)"."""
    return f" ({documents} documents of one hand)" if hands == 1 else f" ({documents} documents, some of one hand)"


def language(tag: str) -> str:
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (ValueError, UnknownLocaleError):
        return tag


def _end(timeline: Timeline, source: Source, citation: Citation) -> str:
    """A word about a chain that does not lead to an origin."""
    if provenance.readings(timeline, citation):
        return " (our reading, not counted)"
    if source.withdrawn:
        return " (withdrawn, not counted)"
    if source.is_origin:
        return ""
    if citation.via == citation.source:
        return " (words of its own)" if source.is_first_hand else " (words of its own; names nobody for them)"
    branches = len(set(source.repeats))
    if branches > 1:
        return f" (repeats {branches} documents; which one, is not said)"
    return " (names nobody)" if not branches else ""
