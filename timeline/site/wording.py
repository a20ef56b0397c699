"""Words and small pieces of HTML that several templates print: dates, counts, kinds, basis.

Dates are put into words by `timeline.dates` alone; here they only get their `<time>` element.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from timeline.dates import Date, machine, parse, words
from timeline.language import N_, Catalogue, Messages, current, locale, ngettext, pgettext, tag
from timeline.language import gettext as _
from timeline.language import number as figure
from timeline.model import Event, Source
from timeline.model.words import COURSE_NAMES
from timeline.queries.evidence import Evidence
from timeline.site.text_direction import apart

FATES = Messages(
    {
        "missed": N_("missed"),
        "overdue": N_("missed, and no source says more"),
        "denied": N_("denied"),
        "withdrawn": N_("taken back"),
        "met": N_("kept"),
        "open": N_("still to come"),
    }
)
"""What became of a date that was named, in the order in which it is counted."""
COMMA = Markup('<i class="tl-word">, </i>')
"""Between what stands apart on a page: who listens hears a pause, who looks sees room."""


def when(date: Date) -> Markup:
    """A date in words, with its machine form where HTML has one."""
    return _when(date, current())


@lru_cache(maxsize=20_000)
def _when(date: Date, language: Catalogue) -> Markup:
    value = machine(date)
    said = escape(words(date))
    return Markup('<time datetime="{}">{}</time>').format(value, Markup(said)) if value else Markup(said)


def question(words: str | None, event: Event) -> str:
    """What sources disagree about; where the record has no question for it, of which event something is disputed."""
    return words or _("{event}: what is disputed").format(event=apart(event.title))


def within(date: Date) -> Markup:
    """ "on 1 June 2026", "in October 2025"; a date that says itself where it lies stands alone."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", date.text):
        return Markup(pgettext("a day", "on {date}")).format(date=when(date))
    if re.fullmatch(r"\d{4}-\d{2}", date.text):
        return Markup(pgettext("a month", "in {date}")).format(date=when(date))
    if re.fullmatch(r"\d{4}", date.text):
        return Markup(pgettext("a year", "in {date}")).format(date=when(date))
    return when(date)


@lru_cache(maxsize=5_000)
def day(calendar: datetime.date) -> Date:
    """A day of the calendar as a date of the record."""
    return parse(calendar.isoformat())


def plural(number: int, one: str, many: str, **values: object) -> str:
    """The form of a message that goes with a number, with the number in its place: "1 claim", "1,204 claims"."""
    return ngettext(one, many, number).format(n=figure(number), **values)


def evidence(behind: Evidence) -> str:
    """ "10 sources, 4 independent"; where none names its own source, that is said and nothing counted.

    A source that is its own origin needs no second number: "1 source", "3 independent sources".
    """
    sources = plural(behind.sources, "{n} source", "{n} sources")
    if not behind.sources:  # no sentence has one
        return _("sources of the event as a whole")
    if not behind.origins:
        if behind.withdrawn:
            return _(_WITHDRAWN[bool(behind.unnamed)]).format(all=sources)
        silent = N_("{sources}, which does not say where it got it"), N_("{sources}, none says where it got it")
        return _(silent[behind.sources != 1]).format(sources=sources)
    if behind.origins > behind.sources:
        return _("{sources}, going back to {n}").format(sources=sources, n=figure(behind.origins))
    if behind.origins < behind.sources:
        return _("{sources}, {n} independent").format(sources=sources, n=figure(behind.origins))
    return (
        sources if behind.sources == 1 else plural(behind.sources, "{n} independent source", "{n} independent sources")
    )


_WITHDRAWN = N_("{all}, withdrawn or resting on what was"), N_("{all}, silent about their origin or withdrawn")


def unnamed(behind: Evidence) -> str:
    """ "2 do not say where they got it", of sources."""
    return plural(behind.unnamed, "{n} does not say where it got it", "{n} do not say where they got it")


def origins(hands: Sequence[Sequence[Source]], *, counted: bool = True) -> str:
    """ "Harbour Gazette (read through others), Wire (2 documents of one publisher or author) and 2 more"."""
    names = [_hand(hand, counted) for hand in hands[:3]]
    more = len(hands) - 3
    return listed([*names, pgettext("sources", "{n} more").format(n=figure(more))] if more > 0 else names)


def listed(names: Sequence[str]) -> str:
    """ "Gazette, Wire and Times"; nothing for none."""
    said = [apart(name) for name in names]
    if len(said) < 2:
        return "".join(said)
    return _("{names} and {last}").format(names=_(", ").join(said[:-1]), last=said[-1])


def _hand(documents: Sequence[Source], counted: bool) -> str:
    """Whose origins these are, and how many, if they are several."""
    said = []
    if counted and len(documents) > 1:
        said.append(_("{n} documents of one publisher or author").format(n=figure(len(documents))))
    if not any(source.seen for source in documents):
        said.append(_("read through others"))
    told = _(", ").join(said)
    return apart(documents[0].publisher) + (f" ({told})" if said else "")


def language_name(tag: str) -> str:
    """ "German" for `de`; the tag itself where nobody has a name for it."""
    return str(locale().languages.get(tag.partition("-")[0]) or tag)


def other_language(name: str) -> str:
    """The same of a language that is not the site's; nothing of the site's own, which nobody needs to be told."""
    return "" if name.partition("-")[0] == tag().partition("-")[0] else language_name(name)


def document(source: Source) -> str:
    """A document by publisher and date: "Gazette, 14 August 2025"."""
    return _document(source.publisher, source.issued, current())


def withdrawn(source: Source) -> str:
    """ "withdrawn 4 June 2020"; of a document that stands, nothing."""
    told = source.withdrawn
    return _("withdrawn {date}").format(date=words(told.on)) if told else ""


def title_language(source: Source, ours: str) -> str:
    """The language a title is in: the document's, unless its translation into ours is the title itself; a description
    in its place is in the language of the site."""
    if source.title is None:
        return tag().partition("-")[0]
    return ours if source.title_in.get(ours) == source.title else source.language


def country_name(code: str) -> str:
    """ "United States" for `US`."""
    return str(locale().territories.get(code) or code)


@lru_cache(maxsize=20_000)
def _document(publisher: str, issued: Date | None, language: Catalogue) -> str:
    return _("{publisher}, {date}").format(publisher=apart(publisher), date=words(issued) if issued else _("undated"))


def named(words: Mapping[str, str], name: str) -> str:
    """A word of the record as readers see it; as it was typed where we have no name for it."""
    return words.get(name, name)


def course(event: Event) -> str:
    """What became of it, unless it simply happened."""
    return COURSE_NAMES.get(event.course, "")
