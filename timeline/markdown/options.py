"""The options of a block in a hand-written page, understood as far as they can be, each slip at its place."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import get_args

from timeline import dates
from timeline.charts import registry
from timeline.charts.forecasts_subjects import predicted
from timeline.charts.svg.drawing import Chart
from timeline.dates import Date
from timeline.markdown.scanner import Block
from timeline.model import Timeline
from timeline.model.fields import LONGEST_ID, SLUG
from timeline.model.words import Course, Status
from timeline.problems import CATALOGUE, Problem
from timeline.problems.fields import BAD_FLAG, BAD_ID, DUPLICATE_KEY, EMPTY_VALUE, UNKNOWN_WORD, WRONG_SHAPE
from timeline.problems.pages import MISSING_OPTION, NOT_FORETOLD, UNKNOWN_OPTION
from timeline.problems.records import UNKNOWN_ACTOR, UNKNOWN_EVENT, UNKNOWN_PLACE, UNKNOWN_TOPIC
from timeline.problems.suggestions import nearest
from timeline.queries.index import Index
from timeline.queries.selection import Selection, select
from timeline.site.urls import Links
from timeline.span import Span

SHOWN = ("state", "turns", "disputes")
"""What a block shows instead of cards."""
ORDERS = ("newest", "oldest")
_OPTION = re.compile(r"(?P<name>[^\s:]+)\s*:(?P<value>.*)")
_WORD = re.compile(r"[^\s,](?:[^,]*[^\s,])?")
_WORDS: dict[str, tuple[str, ...]] = {
    "status": get_args(Status),
    "course": get_args(Course),
}
_OF_CHARTS = ("lanes", "track", "event")
_NARROWING = ("topic", "actor", "place", "kind", *_WORDS, "from", "to", "key", "disputed", "limit")
OPTIONS = (*_NARROWING, "order", "show", "words", "chart", *_OF_CHARTS, "beside", "embed", "title")


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a block with its place."""

    text: str
    span: Span

    @classmethod
    def at(cls, file: str, line: int, column: int, text: str) -> Word:
        return cls(text, Span(file, line + 1, column + 1, line + 1, column + 1 + len(text)))


class Options:
    """The options of a block, understood as far as they can be."""

    def __init__(self, block: Block, file: str, timeline: Timeline) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._foretold = predicted(timeline)
        self._renamed = timeline.renamed
        self._known: dict[str, Collection[str]] = {
            "topic": timeline.topics_by_id,
            "actor": timeline.actors_by_id,
            "place": timeline.places_by_id,
            "kind": timeline.record.words("kinds"),
            **_WORDS,
            "key": ("true", "false"),
            "disputed": ("true", "false"),
            "beside": ("true", "false"),
            "show": SHOWN,
            "order": ORDERS,
            "chart": registry.KINDS,
            "lanes": registry.LANES,
            "track": [track.id for track in timeline.tracks],
            "event": timeline.events_by_id,
        }
        self._said: dict[str, list[Word]] = {}
        first: dict[str, Word] = {}
        for line, column, text in block.options:
            self._take(line, column, text, first)
        self.limit = self._number("limit")
        self.show = next(iter(self._chosen("show")), "")
        self.newest = self._chosen("order") == ("newest",)
        self.named = self._chosen("event")
        self.words = self._said_words("words")
        self.beside = self._chosen("beside") == ("true",)
        self.chart = next(iter(self._chosen("chart")), "")
        self.embed = self._name("embed")
        self.title = ", ".join(self._said_words("title"))
        self._wish = registry.Wish(
            kind=self.chart,
            lanes="topics" if self._chosen("lanes") == ("topics",) else "actors",
            topics=self._said_words("topic"),
            tracks=self._chosen("track"),
            event=next(iter(self.named), ""),
            narrowed=any(
                option in self._said for option in _NARROWING if (option, self.chart) != ("topic", "forecasts")
            ),
        )
        self.tracks = self._wish.tracks
        start, end = self._date("from"), self._date("to")
        self.selection = Selection(
            topic=self._chosen("topic"),
            actor=self._chosen("actor"),
            place=self._chosen("place"),
            kind=self._chosen("kind"),
            status=self._chosen("status"),
            course=self._chosen("course"),
            start=start,
            end=end,
            key=self._chosen("key") == ("true",),
            disputed=self._chosen("disputed") == ("true",),
        )
        if self.show == "state":
            self._check_state()

    @property
    def chosen(self) -> bool:
        """Whether it asks for some of the events only."""
        return any(option in self._said for option in _NARROWING if option != "limit")

    def _check_state(self) -> None:
        """Of what the state is told, and in which two words."""
        for word in self._said.get("topic", ()) if not self.tracks else ():
            if word.text in self._known["topic"] and word.text not in self._foretold:
                help = "name a topic that somebody named a time for, or `track:` with what has states"
                self.problems.append(NOT_FORETOLD.at(word.span, topic=word.text, label="no time is named", help=help))
        if not self.selection.topic and not self.tracks:
            help = "add a line `topic:` with what was predicted, or `track:` with what has states"
            self.problems.append(
                MISSING_OPTION.at(self.place("show"), option="topic", label="of which thing is not said", help=help)
            )
        if self.words and len(self.words) != 2:
            help = "write what it is called when it has come and while it has not, as `Released, Not released`"
            expected = "two wordings with a comma between them"
            self.problems.append(
                WRONG_SHAPE.at(self.place("words"), field="words", expected=expected, label="two are needed", help=help)
            )

    def charts(self, index: Index, links: Links) -> tuple[Chart, ...]:
        """What is to be drawn."""
        selection = dataclasses.replace(self.selection, topic=()) if self.chart == "forecasts" else self.selection
        events = select(index.timeline, selection).events[: self.limit]
        return registry.charts(index, links, self._wish, events) if self.chart else ()

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

    def _take(self, line: int, column: int, text: str, first: dict[str, Word]) -> None:
        """One line: an option that is known, said once, and has a value."""
        match = _OPTION.fullmatch(text)
        name = Word.at(self._file, line, column, match["name"] if match else text)
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
            words = [Word.at(self._file, line, start + w.start(), w[0]) for w in _WORD.finditer(match["value"])]
            renamed = self._renamed.get(name.text, {})
            self._said[name.text] = words = [
                dataclasses.replace(word, text=renamed.get(word.text, word.text)) for word in words
            ]
            if not words:
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
        whole = Word.at(
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


def _unknown(name: Word, *, line_has_form: bool) -> Problem:
    near = nearest(name.text, OPTIONS) if line_has_form else None
    all_of_them = ", ".join(f"`{option}`" for option in OPTIONS)
    if not line_has_form:
        help = "an option and its value stand on a line below, as `topic: bridge`"
    else:
        help = f"write `{near}`" if near else f"write one of {all_of_them}"
    return UNKNOWN_OPTION.at(name.span, option=name.text, label="no such option", help=help)


_SUBJECTS = {
    "topic": (UNKNOWN_TOPIC, "a topic"),
    "actor": (UNKNOWN_ACTOR, "an actor"),
    "place": (UNKNOWN_PLACE, "a place"),
}


def _refusal(option: str, word: Word, known: Collection[str]) -> Problem:
    near = nearest(word.text, known)
    if option == "event":
        help = f"an event with a similar id is `{near}`" if near else "name an event of the record"
        return UNKNOWN_EVENT.at(word.span, owner="the page", verb="draws", label="no event has this id", help=help)
    if option in _SUBJECTS:
        kind, thing = _SUBJECTS[option]
        help = f"{thing} with a similar id is `{near}`" if near else f"name {thing} of the record, or leave it out"
        return kind.at(word.span, owner="the page", verb="lists", label=f"no {option} has this id", help=help)
    if option in ("key", "disputed", "beside"):
        help = "write `true`, or leave the line out"
        return BAD_FLAG.at(word.span, field=option, label="`true` or `false` is needed", help=help)
    others = ", ".join(f"`{other}`" for other in known if other != near)
    help = f"write `{near}`; the other words are {others}" if near else f"write one of {others}"
    return UNKNOWN_WORD.at(word.span, word=word.text, field=option, label="not one of its words", help=help)
