"""The record on paper: a year, a topic, or all of it, with numbered endnotes and every address written out.

An event is set once; its references are places that each edition fills with the numbers of its own notes. An edition
is a whole page without theme, so that its running heads and page numbers are nobody else's.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from timeline import dates
from timeline.model import Citation, Claim, Event, Source, Timeline, Topic
from timeline.pages import inline, paths, wording
from timeline.pages.charts import axis, slip
from timeline.pages.charts.drawing import Chart
from timeline.pages.charts.figure import figure
from timeline.pages.desk import Desk, attributed
from timeline.pages.environment import environment
from timeline.pages.leaf import Leaf
from timeline.pages.lists import LONGEST_EDITION, month_name
from timeline.pages.paths import Links
from timeline.queries import order

_PLACE = re.compile("\x00([^\x00]+)\x00")


@dataclass(frozen=True, slots=True)
class Edition:
    """What is printed together."""

    address: str
    title: str
    words: str
    events: tuple[Event, ...]
    charts: tuple[Chart, ...]
    choosable: bool = False
    """Whether a script may leave out events that a reader does not want."""


def leaves(desk: Desk) -> Iterator[Leaf]:
    """Every edition with the sheet that holds its running heads, and a page that lists them."""
    setter = _Setter(desk)
    found = tuple(editions(desk))
    for edition in found:
        yield setter.page(edition)
        yield Leaf(f"{edition.address}heads.css", _heads(desk.timeline, edition.title))


def editions(desk: Desk) -> Iterator[Edition]:
    """Years first, then topics, and the whole where it is not too long."""
    timeline = desk.timeline
    for year, events in order.by_year(timeline.events).items():
        address = paths.edition(year)
        slips = _slips(desk, address)
        name = year if year.isdigit() else dates.words(dates.parse(year.upper()))
        told = tuple(slips[t] for t in slips if _foretold(timeline, t, year))
        yield Edition(address, name, _count(events), events, (_axis(desk, address, events), *told))
    for topic in timeline.topics:
        events = order.row(desk.events_by_topic.get(topic.id, ()))
        if events:
            address = paths.edition(f"topics/{topic.id}")
            slips = _slips(desk, address)
            told = (slips[topic.id],) if topic.id in slips else ()
            words = _count(events) + _about(topic)
            yield Edition(address, topic.name, words, events, (_axis(desk, address, events), *told))
    if timeline.events and len(timeline.events) <= LONGEST_EDITION:
        events = order.row(timeline.events)
        charts = (_axis(desk, paths.PRINT, events), *_slips(desk, paths.PRINT).values())
        yield Edition(paths.PRINT, "All events", _count(events), events, charts, choosable=True)


def _slips(desk: Desk, address: str) -> dict[str, Chart]:
    """The charts of forecasts by their topic, for a page at an address."""
    base = Links(address).to(paths.EXPECTATIONS)
    name = ("slips", base)
    if name not in desk.memory:
        desk.memory[name] = {chart.id.removeprefix("slip-"): chart for chart in slip.charts(desk, base)}
    found: dict[str, Chart] = desk.memory[name]
    return found


def _about(topic: Topic) -> str:
    return f": {inline.plain(topic.about)}" if topic.about else ""


def _count(events: Sequence[Event]) -> str:
    return wording.count(len(events), "event")


def _foretold(timeline: Timeline, topic: str, year: str) -> bool:
    """Whether anything was said of a topic in a year."""
    said = (e.said for e in timeline.expectations if e.about == topic and e.said)
    return any(date.earliest is not None and f"{date.earliest.year:04d}" == year for date in said)


def _axis(desk: Desk, address: str, events: Sequence[Event]) -> Chart:
    return axis.chart(desk, Links(address), events, id="axis")


def _heads(timeline: Timeline, title: str) -> str:
    """Running heads are text of a style sheet: the record to the left, the edition to the right, the page below."""
    reach = dates.words(dates.parse(timeline.record.through.isoformat()))
    foot = ", ".join(filter(None, (f"Verified up to {reach}", timeline.record.licence)))
    return (
        "@page {\n"
        f"  @top-left {{ content: {_quoted(timeline.record.title)}; }}\n"
        f"  @top-right {{ content: {_quoted(title)}; }}\n"
        f"  @bottom-left {{ content: {_quoted(foot)}; }}\n"
        '  @bottom-right { content: counter(page) " / " counter(pages); }\n'
        "}\n@page :first { @top-left { content: none; } @top-right { content: none; } }\n"
    )


def _quoted(text: str) -> str:
    """A text as style sheets write it."""
    return '"' + "".join(c if c.isalnum() or c in " .,:-–()" else f"\\{ord(c):x} " for c in text) + '"'


class _Setter:
    """Sets events once and puts editions together from them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.timeline = desk.timeline
        self._events: dict[str, str] = {}
        self._notes: dict[str, str] = {}

    def page(self, edition: Edition) -> Leaf:
        links = Links(edition.address)
        numbers: dict[str, int] = {}

        def number(match: re.Match[str]) -> str:
            return str(numbers.setdefault(match[1], len(numbers) + 1))

        months = []
        for month in order.by_month(edition.events):
            body = "".join(self._set(event) for event in month.events)
            months.append((month_name(month), Markup(_PLACE.sub(number, body))))
        notes = self._endnotes(numbers)
        text = (
            environment()
            .get_template("edition.html")
            .render(
                edition=edition,
                record=self.timeline.record,
                through=dates.parse(self.timeline.record.through.isoformat()),
                months=months,
                notes=[Markup(note) for note in notes],
                charts=[_printed(chart) for chart in edition.charts],
                links=links,
                assets=links.to(paths.ASSETS),
            )
        )
        return Leaf(f"{edition.address}index.html", text)

    def _endnotes(self, numbers: dict[str, int]) -> list[str]:
        """The documents in the order of their numbers; one that is only repeated by others comes after them."""
        notes, done = [], 0
        while done < len(numbers):
            id = list(numbers)[done]
            done += 1
            note = self._note(self.timeline.sources_by_id[id])
            own = _PLACE.sub(lambda m: str(numbers.setdefault(m[1], len(numbers) + 1)), note)
            notes.append(f'<li id="note-{numbers[id]}" data-source="{id}" value="{numbers[id]}">{own}</li>')
        return notes

    # -- events ------------------------------------------------------------------------------------------

    def _set(self, event: Event) -> str:
        if event.id not in self._events:
            self._events[event.id] = self._article(event)
        return self._events[event.id]

    def _article(self, event: Event) -> str:
        course = wording.course(event)
        marks = f'<span class="tl-mark tl-status tl-status--{event.status}">{event.status}</span>'
        marks += f' <span class="tl-mark tl-course tl-course--{event.course}">{course}</span>' if course else ""
        actors = (self.timeline.actor(id) for id in event.actors)
        names = ", ".join(actor.name for actor in actors if actor)
        concerned = f'<p class="tp-small">Concerns {escape(names)}.</p>' if names else ""
        summary = f'<p class="tl-summary">{inline.html(event.summary)}</p>' if event.summary else ""
        claims = "".join(self._claim(claim) for claim in event.claims)
        dated = "".join(f'<p class="tp-small">{line}</p>' for line in self._dated(event))
        return (
            f'<article class="tp-event" data-id="{event.id}"><header><p class="tl-when">'
            f'<span class="tl-date">{wording.when(event.date)}</span> {marks} <span>{event.kind}</span></p>'
            f"<h3>{escape(event.title)}</h3></header>{summary}"
            f'<ul class="tp-claims">{claims}</ul>{dated}'
            f"{concerned}</article>"
        )

    def _claim(self, claim: Claim) -> str:
        against = "".join(
            f' <span class="tp-against">{manner} “{escape(inline.plain(other.text))}”</span>'
            for manner, other in self._against(claim)
        )
        words = "; ".join(attributed(claim.citations))
        named = f' <span class="tp-small">Attributed to {escape(words)}.</span>' if words else ""
        return f"<li>{inline.html(claim.text)}{self._references(claim.citations)}{named}{against}</li>"

    def _against(self, claim: Claim) -> Iterator[tuple[str, Claim]]:
        for manner, names in (("This disputes:", claim.disputes), ("This denies:", claim.denies)):
            for name in names:
                if other := self.timeline.claim(claim.resolve(name)):
                    yield manner, other

    def _references(self, citations: Iterable[Citation]) -> str:
        made = []
        for citation in citations:
            more = [escape(citation.locator)] if citation.locator else []
            more += [Markup(f"after {_number(citation.via)}")] if citation.via else []
            told = f" ({', '.join(more)})" if more else ""
            number = _place(citation.source)
            made.append(f'<a href="#note-{number}">{_number(citation.source)}</a>{told}')
        return f'<sup class="tp-refs">{", ".join(made)}</sup>'

    def _dated(self, event: Event) -> Iterator[str]:
        """What the date rests on, and what else is given for it."""
        if event.date_basis:
            yield f"Date: {escape(event.date_basis)}."
        for rival in event.rivals:
            yield f"Others date it {wording.when(rival.date)}.{self._references(rival.citations)}"
        for role, date in event.dates.items():
            yield f"{wording.DATE_ROLES[role]}: {wording.when(date.date)}.{self._references(date.citations)}"

    # -- documents ---------------------------------------------------------------------------------------

    def _note(self, source: Source) -> str:
        if source.id not in self._notes:
            self._notes[source.id] = "".join(self._said_of(source))
        return self._notes[source.id]

    def _said_of(self, source: Source) -> Iterator[str]:
        ours = self.timeline.record.language
        language = wording.title_language(source, ours)
        if source.authors:
            yield f"{escape(', '.join(source.authors))}: "
        attribute = f' lang="{escape(source.language)}"' if language != ours else ""
        yield f"<cite{attribute}>{escape(source.title)}</cite>"
        translated = source.title_in.get(ours)
        if translated and translated != source.title:
            yield f" [{escape(translated)}]"
        yield f". {escape(wording.document(source))}; {wording.SOURCE_KINDS[source.kind]}"
        yield "" if language == ours else f", {escape(wording.language_name(source.language))}"
        yield "." if source.seen else ", not seen by us."
        known = [id for id in source.relays if id in self.timeline.sources_by_id]
        if known:
            yield f" Repeats note{'s' if len(known) > 1 else ''} {', '.join(map(_number, known))}."
        if named := self.desk.named_by.get(source.id):
            yield f" Attributes what is cited here to: {escape('; '.join(named))}."
        if source.url:
            yield f' <span class="tp-address">{escape(source.url)}</span>'
        if source.archive:
            kept = dates.words(dates.parse(source.archive.on.isoformat()))
            yield f' Archived {kept}: <span class="tp-address">{escape(source.archive.url)}</span>'
        if source.note and not source.url:
            yield f" {inline.html(source.note)}"


def _place(id: str) -> str:
    """Where an edition puts the number of a note."""
    return f"\x00{id}\x00"


def _number(id: str) -> str:
    """The same, where a script may give it another one."""
    return f'<span data-note="{_place(id)}">{_place(id)}</span>'


def _printed(chart: Chart) -> Markup:
    """A chart for a page of paper, and for the phone of somebody who looks at it before."""
    return Markup(figure(dataclasses.replace(chart, widths=("s", "m")), Links(paths.PRINT), level=2, framed=True))
