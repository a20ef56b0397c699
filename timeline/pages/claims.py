"""Lists of claims by what they rest on, each with an address: on one source, on one unnamed person, on machines alone.

The latest events stand first. A few claims are shown, the others folded by year, so that the page is whole without
script; with it, they are filtered by who acts, by topic and by the words for whom they rest on. They follow no day:
what a claim rested on then was often another thing, and so was its list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from timeline.html.context import Context
from timeline.html.facets import Facet, facet, token
from timeline.html.overview import overview
from timeline.html.page import Page
from timeline.html.year_folds import folds
from timeline.queries import order
from timeline.queries.index import Index
from timeline.queries.support import LISTS, Support
from timeline.site import urls, wording

SHOWN = 12
"""Claims that stand unfolded."""
FEW = 3
"""So few more are not worth a fold."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a list answers."""

    title: str
    figure: tuple[str, str]
    """The words behind the number on the page of evidence, for one claim and for several."""
    meaning: str
    also: str
    """Other words under which people look for it."""


QUESTIONS: Mapping[str, Question] = {
    "several-sources": Question(
        "Claims told by two or more independent sources",
        ("is told by two or more independent sources", "are told by two or more independent sources"),
        "Independent are sources of different publishers and authors, of which none repeats the other.",
        "corroborated corroboration confirmed multiple sources well-sourced",
    ),
    "one-source": Question(
        "Claims told by one independent source",
        ("is told by one independent source", "are told by one independent source"),
        "However many documents repeat such a claim, all of them lead back to one source.",
        "single source single-sourced sole source uncorroborated unconfirmed exclusive",
    ),
    "no-source-named": Question(
        "Claims from documents that do not say where they got it",
        (
            "stands in documents that do not say where they got it",
            "stand in documents that do not say where they got it",
        ),
        "Such documents retell or sum up, and name nobody they have it from. They count as no independent source.",
        "unsourced unattributed without a source second-hand hearsay citation needed",
    ),
    "unnamed-people": Question(
        "Claims that rest on people who are not named",
        ("rests on people who are not named", "rest on people who are not named"),
        "Whoever tells such a claim first has it from somebody without a name, as far as this record knows.",
        "anonymous source sources unnamed insiders familiar with the matter confidential leak leaks leaked",
    ),
    "one-person": Question(
        "Claims that rest on one unnamed person",
        ("of them on a single person", "of them on a single person"),
        "Whoever tells such a claim first has it from one person without a name, as far as this record knows.",
        "lone anonymous person insider",
    ),
    "machine-written": Question(
        "Claims told by AI-written text alone",
        ("stands in AI-written text alone", "stand in AI-written text alone"),
        "No document that a person answers for is cited for such a claim.",
        "chatbot chatbots bot bots LLM language model machine-written generated artificial intelligence",
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
    """Claims that are folded."""

    name: str
    rows: tuple[Row, ...]


def claim_pages(context: Context) -> Iterator[Page]:
    """Every list, those that have nothing in them too: that is an answer."""
    return (_page(context, name) for name in LISTS)


def _page(context: Context, name: str) -> Page:
    index, question = context.index, QUESTIONS[name]
    rows = [_row(support) for support in latest_first(index.supported[name])]
    total = len(index.support)
    shown_first = SHOWN if len(rows) > SHOWN + FEW else len(rows)
    shown = f"{len(rows):,} of {wording.plural(total, '{n} claim', '{n} claims')}. {question.meaning}"
    return overview(
        context,
        urls.claims(name),
        question.title,
        shown,
        "claims.html",
        also=question.also,
        shown_rows=rows[:shown_first],
        years=_years(rows[shown_first:], rows[:shown_first]),
        facets=_facets(index, rows),
        evidence=urls.EVIDENCE,
    )


def latest_first(supports: Iterable[Support]) -> list[Support]:
    """The claims of the latest event in front, those of one event in the order in which it tells them."""
    events: dict[str, list[Support]] = {}
    for each in supports:
        events.setdefault(each.event.id, []).append(each)
    return [each for group in reversed(events.values()) for each in group]


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
        facet("actor", "Who", (row.data["actor"] for row in rows), lambda id: timeline.actors_by_id[id].name),
        facet("topic", "Topic", (row.data["topic"] for row in rows), lambda id: timeline.topics_by_id[id].name),
        facet("people", "Rests on", (row.data["people"] for row in rows), people.__getitem__, by_number=True),
    ]
