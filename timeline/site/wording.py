"""Words and small pieces of HTML that several templates print: dates, counts, kinds, basis.

Dates are put into words by `timeline.dates` alone; here they only get their `<time>` element.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache

from babel import Locale
from markupsafe import Markup, escape

from timeline.dates import Date, machine, parse, words
from timeline.model import Event, Source
from timeline.queries.evidence import Evidence
from timeline.site.direction import apart

SOURCE_KINDS = {
    "primary": "primary source",
    "original-reporting": "original reporting",
    "secondary": "secondary source",
    "aggregator": "aggregator",
    "ai-generated": "AI-written",
}
ACTOR_KINDS = {
    "person": "Person",
    "company": "Company",
    "government": "Government",
    "organisation": "Organisation",
    "media": "Media",
}
COURSES = {"planned": "planned", "cancelled": "cancelled", "missed": "did not come", "unknown": "outcome not known"}
DATE_ROLES = {
    "announced": "Announced",
    "published": "Published",
    "effective": "In force from",
    "expires": "Expires",
    "disclosed": "Disclosed",
    "decided": "Decided",
    "due": "Due",
}
# What stands on the event that names another, and on the one that is named. Causes stand with their effect:
# `{event: flood, as: hampers}` on the bridge says that the flood hampers the bridge.
RELATIONS = {
    "causes": ("Caused by", "Causes"),
    "hampers": ("Hampered by", "Hampers"),
    "answers": ("Answers", "Answered by"),
    "amends": ("Amends", "Amended by"),
    "part-of": ("Part of", "Includes"),
    "see-also": ("See also", "See also"),
}
TITLE_BASIS = {
    "printed": "As printed on the document.",
    "relayed": "The title is known from documents that repeat this one.",
    "address": "The title is formed from the document's address.",
    "ours": "The document shows no headline; the title is ours.",
}
ISSUED_BASIS = {
    "shown": "shown with the document",
    "address": "as its address says",
    "record": "as a catalogue or data record says",
    "inferred": "inferred from its content or from others",
    "reported": "as those that cite it report",
}
FATES = {
    "missed": "missed",
    "overdue": "missed, and no source says more",
    "denied": "denied",
    "withdrawn": "taken back",
    "met": "kept",
    "open": "still to come",
}
"""What became of a date that was named, in the order in which it is counted."""
TONES = {"open": "open", "limited": "limited", "closed": "closed", "unknown": "neither, or not known"}
"""How free a thing is, as the key of its marks says it."""
COMMA = Markup('<i class="tl-word">, </i>')
"""Between what stands apart on a page: who listens hears a pause, who looks sees room."""
ACCESS = {"paywalled": "behind a paywall", "gone": "no longer online"}


@lru_cache(maxsize=20_000)
def when(date: Date, language: str = "en") -> Markup:
    """A date in words, with its machine form where HTML has one."""
    value = machine(date)
    said = escape(words(date, language))
    return Markup('<time datetime="{}">{}</time>').format(value, Markup(said)) if value else Markup(said)


def within(date: Date) -> Markup:
    """ "on 1 June 2026", "in October 2025"; a date that says itself where it lies stands alone."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", date.text):
        return Markup("on ") + when(date)
    return (Markup("in ") if re.fullmatch(r"\d{4}(-\d{2})?", date.text) else Markup()) + when(date)


@lru_cache(maxsize=5_000)
def day(calendar: datetime.date) -> Date:
    """A day of the calendar as a date of the record."""
    return parse(calendar.isoformat())


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 claim", "1,204 claims"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def evidence(behind: Evidence) -> str:
    """ "10 sources, 4 independent"; where none names its own source, that is said and nothing counted.

    A source that is its own origin needs no second number: "1 source", "3 independent sources".
    """
    sources = count(behind.sources, "source")
    if not behind.sources:
        return "no source"
    if not behind.origins:
        return f"{sources}, {'which does not say' if behind.sources == 1 else 'none says'} where it got it"
    if behind.origins > behind.sources:
        return f"{sources}, going back to {behind.origins:,}"
    if behind.origins < behind.sources:
        return f"{sources}, {behind.origins:,} independent"
    return sources if behind.sources == 1 else count(behind.sources, "independent source")


def unnamed(behind: Evidence) -> str:
    """ "2 do not say where they got it", of sources."""
    return (
        "1 does not say where it got it" if behind.unnamed == 1 else f"{behind.unnamed:,} do not say where they got it"
    )


def origins(hands: Sequence[Sequence[Source]], *, counted: bool = True) -> str:
    """ "Financial Times (read through others), Reuters (2 documents of one publisher or author) and 2 more"."""
    names = [_hand(hand, counted) for hand in hands[:3]]
    return listed([*names, f"{len(hands) - 3} more"] if len(hands) > 3 else names)


def listed(names: Sequence[str]) -> str:
    """ "Reuters, Wire and Times"; nothing for none."""
    said = [apart(name) for name in names]
    return " and ".join(part for part in (", ".join(said[:-1]), *said[-1:]) if part)


def _hand(documents: Sequence[Source], counted: bool) -> str:
    """Whose origins these are, and how many, if they are several."""
    said = [f"{len(documents)} documents of one publisher or author"] if counted and len(documents) > 1 else []
    if not any(source.seen for source in documents):
        said.append("read through others")
    return apart(documents[0].publisher) + (f" ({', '.join(said)})" if said else "")


@lru_cache(maxsize=200)
def language_name(tag: str, locale: str = "en") -> str:
    """ "German" for `de`; the tag itself where nobody has a name for it."""
    name = Locale.parse(locale).languages.get(tag.partition("-")[0])
    return name or tag


def document(source: Source, language: str = "en") -> str:
    """A document by publisher and date: "t3n, 14 August 2025"."""
    return _document(source.publisher, source.issued, language)


def title_language(source: Source, ours: str) -> str:
    """The language a title is in: the document's, unless its translation into ours is the title itself."""
    return ours if source.title_in.get(ours) == source.title else source.language


@lru_cache(maxsize=300)
def country_name(code: str, locale: str = "en") -> str:
    """ "United States" for `US`."""
    name = Locale.parse(locale).territories.get(code)
    return name or code


@lru_cache(maxsize=20_000)
def _document(publisher: str, issued: Date | None, language: str) -> str:
    return f"{apart(publisher)}, {words(issued, language) if issued else 'undated'}"


def course(event: Event) -> str:
    """What became of it, unless it simply happened."""
    return COURSES.get(event.course, "")
