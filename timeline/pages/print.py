"""The record on paper: a year, a topic, or all of it, with numbered endnotes and every address written out.

An edition is a whole page without theme, so that its running heads and page numbers are nobody else's. A selection is
put together from them in the browser: it needs script, and a record that is too long for one page has nothing but
selections at the address of all of it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from timeline import dates
from timeline.browser import fallback
from timeline.charts import axis, forecasts
from timeline.charts.forecasts_subjects import predicted
from timeline.charts.svg.drawing import PAPER, Chart, drawn_once, pen_of
from timeline.dates.days import year_text
from timeline.html import lede
from timeline.html.environment import environment
from timeline.html.figure import figure
from timeline.html.head import feeds
from timeline.language import N_
from timeline.language import gettext as _
from timeline.model import Event, Timeline, Topic
from timeline.pages.print_events import Setter
from timeline.queries import order
from timeline.queries.index import Index
from timeline.site import inline_markdown, urls, wording
from timeline.site.file import SiteFile
from timeline.site.paging import year_name
from timeline.site.settings import NOWHERE, Site
from timeline.site.text_direction import directed
from timeline.site.text_language import spoken
from timeline.site.urls import Links

SELECTION = N_("A selection")
LONGEST_EDITION = 400
"""Up to so many events all of them stand on one edition; a longer record has one for each year and topic."""
LONGEST_IN_FULL = 60
"""Of such a record a topic with more events is printed in short: in full it would say once more what its years say."""
_ROOM = 740
"""How high a drawing for paper may be that stands below the title, on the lower of the two common papers."""
_AID = N_("A dot is a day, a bar all the days that a vague date may mean; key events carry their names.")


@dataclass(frozen=True, slots=True)
class Edition:
    """What is printed together."""

    address: str
    title: str
    words: str
    events: tuple[Event, ...]
    charts: tuple[Chart, ...]
    year: bool = False
    """Whether it holds the events of one year, and so leads with what leads the page of that year."""
    brief: bool = False
    """Whether claims and documents are left to the editions of the years."""


def printed(index: Index, scripts: str = urls.ASSETS, site: Site = NOWHERE) -> Iterator[SiteFile]:
    """Every edition with the sheet that holds its running heads; `scripts` is where those are that look things up."""
    setter = Setter(index)
    foretold = _Forecasts(index)
    made = tuple(editions(index, foretold))
    for edition in (*made, *_whole(index, foretold)):
        choosable = edition.address == urls.PRINT
        found = feeds(site, edition.address)
        yield _page(index.timeline, setter, edition, made if choosable else (), scripts, found)
        yield SiteFile(f"{edition.address}heads.css", _heads(index.timeline, edition.title))
        if choosable:
            yield SiteFile(f"{edition.address}selection.css", _heads(index.timeline, _(SELECTION)))


def editions(index: Index, foretold_at: _Forecasts) -> Iterator[Edition]:
    """Years first, then topics."""
    timeline = index.timeline
    for year, events in order.by_year(timeline.events).items():
        address = urls.edition(year)
        foretold = foretold_at(address)
        name = year_name(year)
        told = tuple(foretold[t] for t in foretold if _foretold(timeline, t, year))
        yield Edition(address, name, _count(events), events, (_axis(index, address, events), *told), year=True)
    for topic in timeline.topics:
        events = order.row(index.events_by_topic.get(topic.id, ()))
        if events:
            address = urls.edition(f"topics/{topic.id}")
            foretold = foretold_at(address)
            told = (foretold[topic.id],) if topic.id in foretold else ()
            brief = len(timeline.events) > LONGEST_EDITION and len(events) > LONGEST_IN_FULL
            elsewhere = _("In short: what is claimed and who says so stands in the edition of each year.")
            words = _count(events) + _about(topic)
            words = f"{words.removesuffix('.')}. {elsewhere}" if brief else words
            line = _axis(index, address, events)
            charts = (*told, line) if all(map(_begins, told)) else (line, *told)
            yield Edition(address, topic.name, words, events, charts, brief=brief)


def _whole(index: Index, foretold_at: _Forecasts) -> Iterator[Edition]:
    """All events, or none of them where they are too many for one page."""
    events = order.row(index.timeline.events)
    if not events:
        return
    charts = (_axis(index, urls.PRINT, events), *foretold_at(urls.PRINT).values())
    if len(events) > LONGEST_EDITION:
        words = wording.plural(
            len(events),
            "{n} event, too many for one page: each year and each topic has an edition of its own",
            "{n} events, too many for one page: each year and each topic has an edition of its own",
        )
        yield Edition(urls.PRINT, _("All events"), words, (), charts)
    else:
        yield Edition(urls.PRINT, _("All events"), _count(events), events, charts)


def _page(
    timeline: Timeline, setter: Setter, edition: Edition, others: Sequence[Edition], scripts: str, found: Markup
) -> SiteFile:
    """With other editions, a page on which a reader may choose."""
    links = Links(edition.address)
    sheets = setter.sheets(edition.events, brief=edition.brief)
    told = lede.of_a_year(order.row(edition.events)) if edition.year else lede.latest(edition.events)
    text = (
        environment()
        .get_template("print.html")
        .render(
            edition=edition,
            told=told,
            names=lede.explained(timeline, links, told, first=lede.awaited(setter.index)),
            state=lede.state(setter.index, links),
            record=timeline.record,
            through=dates.parse(timeline.record.through.isoformat()),
            months=sheets.months,
            notes=sheets.notes,
            charts=[_printed(chart) for chart in edition.charts],
            links=links,
            assets=links.to(urls.ASSETS),
            others=others,
            feeds=found,
            scripts=links.to(scripts),
            total=len(timeline.events),
            selection=_(SELECTION),
            fallback=fallback,
        )
    )
    return SiteFile(f"{edition.address}index.html", directed(spoken(text)))


class _Forecasts:
    """The charts of forecasts by their topic, for pages that lie equally deep."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._drawn: dict[str, Mapping[str, Chart]] = {}

    def __call__(self, address: str) -> Mapping[str, Chart]:
        base = Links(address).to(urls.EXPECTATIONS)
        if base not in self._drawn:
            index, links = self._index, Links(address)
            made = {topic: forecasts.chart(index, links, base, (topic,)) for topic in predicted(index.timeline)}
            self._drawn[base] = {topic: drawn_once(chart) for topic, chart in made.items() if chart}
        return self._drawn[base]


def _about(topic: Topic) -> str:
    return f": {inline_markdown.plain(topic.about)}" if topic.about else ""


def _count(events: Sequence[Event]) -> str:
    return wording.plural(len(events), "{n} event", "{n} events")


def _foretold(timeline: Timeline, topic: str, year: str) -> bool:
    """Whether anything was said of a topic in a year."""
    said = (e.said for e in timeline.expectations if e.about == topic and e.said)
    return any(date.earliest is not None and year_text(date.earliest.year) == year for date in said)


def _axis(index: Index, address: str, events: Sequence[Event]) -> Chart:
    drawn = axis.chart(index, Links(address), events, id="axis")
    return dataclasses.replace(drawn, aid=_(_AID))


def _begins(chart: Chart) -> bool:
    """Whether there is room for it on the first page, below the title."""
    _, height = chart.draw(pen_of(chart, PAPER))
    return height <= _ROOM


def _heads(timeline: Timeline, title: str) -> str:
    """Running heads are text of a style sheet: the record to the left, the edition to the right, the page below."""
    reach = dates.words(dates.parse(timeline.record.through.isoformat()))
    foot = ", ".join(filter(None, (_("Checked up to {day}").format(day=reach), timeline.record.licence)))
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


def _printed(chart: Chart) -> Markup:
    """A chart for a page of paper, and for the phone of somebody who looks at it before."""
    return Markup(figure(dataclasses.replace(chart, widths=("s", PAPER)), Links(urls.PRINT), level=2, framed=True))
