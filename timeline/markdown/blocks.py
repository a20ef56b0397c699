"""Lists of events and charts that a hand-written page asks for: `::: timeline`, an option a line, and three colons.

The options are those by which readers narrow the timeline, with the same meaning: several words of one
option may each fit, all options must. `chart` draws instead of listing, and `embed` gives what is shown an address
of its own, for a frame on another site.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from timeline import dates
from timeline.charts import kinds
from timeline.charts.svg.drawing import Chart
from timeline.charts.svg.standalone import picture
from timeline.charts.svg.table import comma_separated
from timeline.dates import Date
from timeline.html import cards
from timeline.html.embed import frame
from timeline.html.environment import environment
from timeline.html.figure import figure
from timeline.markdown.scanner import Block
from timeline.model import Timeline
from timeline.model.fields import LONGEST_ID, SLUG
from timeline.model.words import Course, EventKind, Status
from timeline.problems import CATALOGUE, Problem, in_file_order
from timeline.problems.fields import BAD_FLAG, BAD_ID, DUPLICATE_KEY, EMPTY_VALUE, UNKNOWN_WORD, WRONG_SHAPE
from timeline.problems.nearness import nearest
from timeline.problems.pages import UNCLOSED_BLOCK, UNKNOWN_OPTION
from timeline.problems.records import UNKNOWN_ACTOR, UNKNOWN_EVENT, UNKNOWN_TOPIC
from timeline.queries.index import Index
from timeline.queries.selection import Selection, select
from timeline.site import urls
from timeline.site.file import SiteFile
from timeline.site.urls import Links
from timeline.span import Span

_OPTION = re.compile(r"(?P<name>[^\s:]+)\s*:(?P<value>.*)")
_WORD = re.compile(r"[^\s,](?:[^,]*[^\s,])?")
_WORDS: dict[str, tuple[str, ...]] = {
    "kind": get_args(EventKind),
    "status": get_args(Status),
    "course": get_args(Course),
}
_OF_CHARTS = ("lanes", "track", "event")
OPTIONS = ("topic", "actor", *_WORDS, "from", "to", "key", "disputed", "limit", "chart", *_OF_CHARTS, "embed")
_NARROWING = ("topic", "actor", *_WORDS, "from", "to", "key", "disputed", "limit")


@dataclass(frozen=True, slots=True)
class _Word:
    """A piece of a block with its place."""

    text: str
    span: Span

    @classmethod
    def at(cls, file: str, line: int, column: int, text: str) -> _Word:
        return cls(text, Span(file, line + 1, column + 1, line + 1, column + 1 + len(text)))


def faults(block: Block, file: str, timeline: Timeline) -> tuple[Problem, ...]:
    """What is wrong with a block, each slip at its place."""
    if block.last is None:
        mark = Span(file, block.line + 1, block.start + 1, block.line + 1, block.end + 1)
        return (UNCLOSED_BLOCK.at(mark, label="never closed", help="add a line `:::` below its options"),)
    return in_file_order(_Reading(block, file, timeline).problems)


def address(block: Block, file: str, timeline: Timeline) -> tuple[str, Span] | None:
    """The name under which a block is published, with its place."""
    reading = _Reading(block, file, timeline) if block.last is not None else None
    return (reading.embed, reading.place("embed")) if reading and reading.embed else None


def html(block: Block, index: Index, links: Links) -> str:
    """The events that fit, as cards, and a way to all of them; nothing for a block with a fault."""
    if block.last is None:
        return ""
    reading = _Reading(block, "", index.timeline)
    if reading.problems:
        return ""
    return _shown(reading, index, links, min(block.level + 1, 6), f"b{block.line}", framed=False)


def embedded(block: Block, index: Index) -> Iterator[SiteFile]:
    """The files of a block that was given an address: a page for a frame, and what its chart is drawn from."""
    reading = _Reading(block, "", index.timeline) if block.last is not None else None
    if reading is None or reading.problems or not reading.embed:
        return
    links = Links(urls.embed(reading.embed))
    body = _shown(reading, index, links, 1, "e", framed=True)
    for chart in reading.charts(index, links)[:1]:
        named = dataclasses.replace(chart, id=reading.embed)
        yield SiteFile(urls.chart(named.id, "svg"), picture(named, index.timeline.record))
        yield SiteFile(urls.chart(named.id, "csv"), comma_separated(named))
    title = index.timeline.record.title
    yield frame(index.timeline, reading.embed, title, Markup(body), links.timeline)


def _shown(reading: _Reading, index: Index, links: Links, level: int, name: str, *, framed: bool) -> str:
    if reading.chart:
        drawn = reading.charts(index, links)
        figures = [
            figure(
                dataclasses.replace(chart, id=reading.embed or chart.id),
                links,
                level=level,
                name=f"{name}-{number}",
                framed=framed or not (reading.embed or chart.id),
            )
            for number, chart in enumerate(drawn)
        ]
        return f'<div class="tl-page tl-block">{"".join(figures)}</div>' if figures else ""
    found = select(index.timeline, reading.selection).events
    shown = found[: reading.limit]
    return (
        environment()
        .get_template("block.html")
        .render(
            cards=[cards.card(index, event) for event in shown],
            links=links,
            level=level,
            embed=links.to(urls.embed(reading.embed)) if reading.embed and not framed else "",
            found=len(found),
            total=len(index.timeline.events),
        )
    )


class _Reading:
    """The options of a block, understood as far as they can be."""

    def __init__(self, block: Block, file: str, timeline: Timeline) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._known: dict[str, Collection[str]] = {
            "topic": timeline.topics_by_id,
            "actor": timeline.actors_by_id,
            **_WORDS,
            "key": ("true", "false"),
            "disputed": ("true", "false"),
            "chart": kinds.KINDS,
            "lanes": kinds.LANES,
            "track": [track.id for track in timeline.tracks],
            "event": timeline.events_by_id,
        }
        self._said: dict[str, list[_Word]] = {}
        first: dict[str, _Word] = {}
        for line, column, text in block.options:
            self._take(line, column, text, first)
        self.limit = self._number("limit")
        self.chart = next(iter(self._chosen("chart")), "")
        self.embed = self._name("embed")
        self._wish = kinds.Wish(
            kind=self.chart,
            lanes="topics" if self._chosen("lanes") == ("topics",) else "actors",
            topics=self._said_words("topic"),
            tracks=self._chosen("track"),
            event=next(iter(self._chosen("event")), ""),
            narrowed=any(
                option in self._said for option in _NARROWING if (option, self.chart) != ("topic", "forecasts")
            ),
        )
        start, end = self._date("from"), self._date("to")
        self.selection = Selection(
            topic=self._chosen("topic"),
            actor=self._chosen("actor"),
            kind=self._chosen("kind"),
            status=self._chosen("status"),
            course=self._chosen("course"),
            start=start,
            end=end,
            key=self._chosen("key") == ("true",),
            disputed=self._chosen("disputed") == ("true",),
        )

    def charts(self, index: Index, links: Links) -> tuple[Chart, ...]:
        """What is to be drawn."""
        selection = dataclasses.replace(self.selection, topic=()) if self.chart == "forecasts" else self.selection
        events = select(index.timeline, selection).events[: self.limit]
        return kinds.charts(index, links, self._wish, events) if self.chart else ()

    def place(self, option: str) -> Span:
        """Of the first word of an option that is given."""
        return self._said[option][0].span

    def _said_words(self, option: str) -> tuple[str, ...]:
        return tuple(word.text for word in self._said.get(option, []))

    def _name(self, option: str) -> str:
        """A name that may be part of an address."""
        words = self._said.get(option)
        if not words:
            return ""
        word = words[0]
        if len(words) == 1 and SLUG.fullmatch(word.text) and len(word.text) <= LONGEST_ID:
            return word.text
        help = "write lower-case words of a to z and 0 to 9, joined by hyphens"
        self.problems.append(BAD_ID.at(word.span, label="this becomes the address of a page", help=help))
        return ""

    def _take(self, line: int, column: int, text: str, first: dict[str, _Word]) -> None:
        """One line: an option that is known, said once, and has a value."""
        match = _OPTION.fullmatch(text)
        name = _Word.at(self._file, line, column, match["name"] if match else text)
        if match is None or name.text not in OPTIONS:
            self.problems.append(_unknown(name, line_has_form=match is not None))
        elif name.text in first:
            again = (("first given at", first[name.text].span),)
            help = "keep one of the two; several words stand in one line, with commas between them"
            self.problems.append(
                DUPLICATE_KEY.at(name.span, key=name.text, owner="block", label="again", help=help, elsewhere=again)
            )
        else:
            first[name.text] = name
            start = column + match.start("value")
            found = [_Word.at(self._file, line, start + w.start(), w[0]) for w in _WORD.finditer(match["value"])]
            self._said[name.text] = found
            if not found:
                help = "leave the line out, or write what is looked for"
                self.problems.append(
                    EMPTY_VALUE.at(name.span, field=name.text, label="nothing is written here", help=help)
                )

    def _chosen(self, option: str) -> tuple[str, ...]:
        """The words of an option, each one that the record or the format knows."""
        words = self._said.get(option, [])
        self.problems += (
            _refusal(option, word, self._known[option]) for word in words if word.text not in self._known[option]
        )
        return tuple(word.text for word in words)

    def _date(self, option: str) -> Date | None:
        words = self._said.get(option)
        if not words:
            return None
        whole = _Word.at(
            self._file, words[0].span.line - 1, words[0].span.column - 1, ", ".join(word.text for word in words)
        )
        try:
            return dates.parse(whole.text)
        except dates.DateError as error:
            self.problems.append(CATALOGUE[error.code].at(whole.span, label=error.message, help=error.help))
            return None

    def _number(self, option: str) -> int | None:
        words = self._said.get(option)
        if not words:
            return None
        if len(words) == 1 and re.fullmatch(r"[1-9][0-9]{0,5}", words[0].text):
            return int(words[0].text)
        expected = "a number from 1 up"
        self.problems.append(
            WRONG_SHAPE.at(
                words[0].span, field=option, expected=expected, label=f"{expected} is needed", help="write `10`"
            )
        )
        return None


def _unknown(name: _Word, *, line_has_form: bool) -> Problem:
    near = nearest(name.text, OPTIONS) if line_has_form else None
    all_of_them = ", ".join(f"`{option}`" for option in OPTIONS)
    if not line_has_form:
        help = "an option and its value stand on a line below, as `topic: r2`"
    else:
        help = f"write `{near}`" if near else f"write one of {all_of_them}"
    return UNKNOWN_OPTION.at(name.span, option=name.text, label="no such option", help=help)


def _refusal(option: str, word: _Word, known: Collection[str]) -> Problem:
    near = nearest(word.text, known)
    if option == "event":
        help = f"an event with a similar id is `{near}`" if near else "name an event of the record"
        return UNKNOWN_EVENT.at(word.span, owner="the page", verb="draws", label="no event has this id", help=help)
    if option in ("topic", "actor"):
        kind, thing = (UNKNOWN_TOPIC, "a topic") if option == "topic" else (UNKNOWN_ACTOR, "an actor")
        help = f"{thing} with a similar id is `{near}`" if near else f"name {thing} of the record, or leave it out"
        return kind.at(word.span, owner="the page", verb="lists", label=f"no {option} has this id", help=help)
    if option in ("key", "disputed"):
        help = "write `true`, or leave the line out"
        return BAD_FLAG.at(word.span, field=option, label="`true` or `false` is needed", help=help)
    others = ", ".join(f"`{other}`" for other in known if other != near)
    help = f"write `{near}`; the other words are {others}" if near else f"write one of {others}"
    return UNKNOWN_WORD.at(word.span, word=word.text, field=option, label="not one of its words", help=help)
