"""Lists of claims by what they rest on, each with an address: on one source, on one unnamed person, on machines alone.

The latest events stand first. A few claims are shown, the others folded by year, so that the page is whole without
script; with it, they are filtered by who acts, by topic and by the words for whom they rest on. They follow no day:
what a claim rested on then was often another thing, and so was its list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from timeline.html.context import Context
from timeline.html.facets import Facet, facet, token
from timeline.html.overview import overview
from timeline.html.page import Page, Plan
from timeline.html.year_folds import folds
from timeline.language import N_, NN_
from timeline.language import gettext as _
from timeline.language import number as figure
from timeline.queries import order
from timeline.queries.index import Index
from timeline.queries.support import Support
from timeline.site import urls, wording
from timeline.site.paging import year_name

SHOWN = 12
"""Claims that stand unfolded."""
FEW = 3
"""So few more are not worth a fold."""
LONGEST_LIST = 400
"""So many claims stand on one page; of a longer list each year has a page, or several."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a list answers."""

    title: str
    figure: tuple[str, str]
    """What the page of evidence says with the number, of one claim and of several."""
    meaning: str
    also: str
    """Other words under which people look for it."""


QUESTIONS: Mapping[str, Question] = {
    "several-sources": Question(
        N_("Claims told by two or more independent sources"),
        NN_("is told by two or more independent sources", "are told by two or more independent sources"),
        N_("Independent are sources of different publishers and authors, of which none repeats the other."),
        N_("corroborated corroboration confirmed multiple sources well-sourced"),
    ),
    "one-source": Question(
        N_("Claims told by one independent source"),
        NN_("is told by one independent source", "are told by one independent source"),
        N_("However many documents repeat such a claim, all of them lead back to one source."),
        N_("single source single-sourced sole source uncorroborated unconfirmed exclusive"),
    ),
    "no-source-named": Question(
        N_("Claims from documents that do not say where they got it"),
        NN_(
            "stands in documents that do not say where they got it",
            "stand in documents that do not say where they got it",
        ),
        N_("Such documents retell or sum up, and name nobody they have it from. They count as no independent source."),
        N_("unsourced unattributed without a source second-hand hearsay citation needed"),
    ),
    "sources-of-the-event": Question(
        N_("Claims of events that cite their sources as a whole"),
        NN_("is told by a source of its event as a whole", "are told by sources of their event as a whole"),
        N_("Such sources are cited for an event and not for each sentence, so none is counted as resting on them."),
        N_("event-level citations references for the whole event"),
    ),
    "unnamed-people": Question(
        N_("Claims that rest on people who are not named"),
        NN_("rests on people who are not named", "rest on people who are not named"),
        N_("Whoever tells such a claim first has it from somebody without a name, as far as this record knows."),
        N_("anonymous source sources unnamed insiders familiar with the matter confidential leak leaks leaked"),
    ),
    "one-person": Question(
        N_("Claims that rest on one unnamed person"),
        NN_("of them on a single person", "of them on a single person"),
        N_("Whoever tells such a claim first has it from one person without a name, as far as this record knows."),
        N_("lone anonymous person insider"),
    ),
    "machine-written": Question(
        N_("Claims told by AI-written text alone"),
        NN_("stands in AI-written text alone", "stand in AI-written text alone"),
        N_("No document that a person answers for is cited for such a claim."),
        N_("chatbot chatbots bot bots LLM language model machine-written generated artificial intelligence"),
    ),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in the list."""

    found: Support
    data: Mapping[str, str]
    """What the list is filtered by."""


@dataclass(frozen=True, slots=True)
class Year:
    """Claims that are folded, or stand on a page of their own."""

    name: str
    rows: tuple[Row, ...]
    address: str = ""
    """Of that page."""


def claims_page(context: Context, name: str) -> Page:
    """One of the lists, also if nothing is in it: that is an answer."""
    index, question = context.index, QUESTIONS[name]
    rows = _rows(index, name)
    total = len(index.support)
    shown_first = SHOWN if len(rows) > SHOWN + FEW else len(rows)
    paged = _paged(name, rows)
    counted = wording.plural(total, "{found} of {n} claim.", "{found} of {n} claims.", found=figure(len(rows)))
    shown = f"{counted} {_(question.meaning)}"
    return overview(
        context,
        urls.claims(name),
        _(question.title),
        shown,
        "claims.html",
        also=_(question.also),
        shown_rows=rows[:shown_first],
        years=[] if paged else _years(rows[shown_first:], rows[:shown_first]),
        pages=paged,
        facets=[] if paged else _facets(index, rows),
        evidence=urls.EVIDENCE,
        above="",
    )


def claims_by_year(context: Context, name: str) -> Iterator[Plan]:
    """The pages of a long list, a year each; of a short one none."""
    for year in _paged(name, _rows(context.index, name)):
        yield Plan(year.address, partial(_year_page, context, name, year), cached=True)


def _year_page(context: Context, name: str, year: Year) -> Page:
    page = overview(
        context,
        year.address,
        _("{title}: {part}").format(title=_(QUESTIONS[name].title), part=year.name),
        wording.plural(len(year.rows), "{n} claim", "{n} claims"),
        "claims.html",
        shown_rows=year.rows,
        years=[],
        pages=[],
        facets=_facets(context.index, list(year.rows)),
        evidence=urls.claims(name),
        above=_(QUESTIONS[name].title),
    )
    return replace(page, cached=True, search=None)


def _rows(index: Index, name: str) -> list[Row]:
    return [_row(support) for support in latest_first(index.supported[name])]


def _paged(name: str, rows: list[Row]) -> list[Year]:
    """The years of a long list, the latest first, each of no more claims than a page holds."""
    if len(rows) <= LONGEST_LIST:
        return []
    by_year: dict[str, list[Row]] = {}
    for row in rows:
        by_year.setdefault(_year(row), []).append(row)
    made = []
    for year, below in by_year.items():
        parts = [tuple(below[n : n + LONGEST_LIST]) for n in range(0, len(below), LONGEST_LIST)]
        for number, part in enumerate(parts, 1):
            words = year_name(year)
            words = _("{name}, part {n}").format(name=words, n=number) if len(parts) > 1 else words
            ending = f"-part-{number}" if number > 1 else ""
            made.append(Year(words, part, f"{urls.claims(name)}{year}{ending}/"))
    return made


def latest_first(supports: Iterable[Support]) -> list[Support]:
    """The claims of the latest event in front, those of one event in the order in which it tells them."""
    events: dict[str, list[Support]] = {}
    for each in supports:
        events.setdefault(each.event.id, []).append(each)
    latest = order.backwards(group[0].event for group in events.values())
    return [each for event in latest for each in events[event.id]]


def _row(support: Support) -> Row:
    data = {
        "actor": " ".join(support.event.actors),
        "topic": " ".join(support.event.topics),
        "people": " ".join(map(token, support.people)),
    }
    return Row(support, data)


def _years(rows: Iterable[Row], shown: Iterable[Row]) -> list[Year]:
    by_year: dict[str, list[Row]] = {}
    for row in rows:
        by_year.setdefault(_year(row), []).append(row)
    return [Year(name, below) for name, below in folds(by_year.items(), map(_year, shown))]


def _year(row: Row) -> str:
    return order.heading(row.found.event.date).year


def _facets(index: Index, rows: list[Row]) -> list[Facet]:
    timeline = index.timeline
    people = {token(words): words for row in rows for words in row.found.people}
    return [
        facet(
            "actor",
            _("Who"),
            (row.data["actor"] for row in rows),
            lambda id: timeline.actors_by_id[id].name,
            of=timeline.actors_by_id,
        ),
        facet(
            "topic",
            _("Topic"),
            (row.data["topic"] for row in rows),
            lambda id: timeline.topics_by_id[id].name,
            of=timeline.topics_by_id,
        ),
        facet("people", _("Rests on"), (row.data["people"] for row in rows), people.__getitem__, by_number=True),
    ]
