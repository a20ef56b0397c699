"""Lists of events and charts that a hand-written page asks for: `::: timeline`, an option a line, and three colons.

The options are those by which readers narrow the timeline, with the same meaning: several words of one
option may each fit, all options must. `show` gives another form than cards, `chart` draws instead of listing, and
`embed` gives what is shown an address of its own, for a frame on another site.
"""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterator
from urllib.parse import urlencode

from markupsafe import Markup

from timeline import dates
from timeline.charts.svg.drawing import comma_separated
from timeline.charts.svg.standalone import picture
from timeline.html import cards, frames, opening
from timeline.html.embed import frame
from timeline.html.environment import environment
from timeline.html.figure import figure
from timeline.language import gettext as _
from timeline.markdown.options import Options
from timeline.markdown.scanner import Block
from timeline.model import Event, Timeline
from timeline.problems import Problem, in_file_order
from timeline.problems.pages import UNCLOSED_BLOCK
from timeline.queries.index import Index
from timeline.queries.selection import select
from timeline.site import urls, wording
from timeline.site.file import SiteFile
from timeline.site.urls import Links
from timeline.span import Span

_FACETS = ("topic", "actor", "place", "kind", "status", "course")


def faults(block: Block, file: str, timeline: Timeline) -> tuple[Problem, ...]:
    """What is wrong with a block, each slip at its place."""
    if block.last is None:
        mark = Span(file, block.line + 1, block.start + 1, block.line + 1, block.end + 1)
        return (UNCLOSED_BLOCK.at(mark, label="never closed", help="add a line `:::` below its options"),)
    return in_file_order(Options(block, file, timeline).problems)


def address(block: Block, file: str, timeline: Timeline) -> tuple[str, Span] | None:
    """The name under which a block is published, with its place."""
    options = Options(block, file, timeline) if block.last is not None else None
    return (options.embed, options.place("embed")) if options and options.embed else None


def html(block: Block, index: Index, links: Links) -> str:
    """The events that fit, as cards, and a way to all of them; nothing for a block with a fault."""
    if block.last is None:
        return ""
    options = Options(block, "", index.timeline)
    if options.problems:
        return ""
    return _shown(options, index, links, min(block.level + 1, 6), f"b{block.line}", framed=False)


def embedded(block: Block, index: Index) -> Iterator[SiteFile]:
    """The files of a block that was given an address: a page for a frame, and what its chart is drawn from."""
    options = Options(block, "", index.timeline) if block.last is not None else None
    if options is None or options.problems or not options.embed:
        return
    links = Links(urls.embed(options.embed))
    charts = options.charts(index, links)
    for chart in charts[:1]:
        named = dataclasses.replace(chart, id=options.embed)
        yield SiteFile(urls.chart(named.id, "svg"), picture(named, index.timeline.record))
        yield SiteFile(urls.chart(named.id, "csv"), comma_separated(named))
    title = options.title or (charts[0].whole_title if charts else _chosen(options, index.timeline))
    body = _shown(options, index, links, 1 if charts else 2, "e", framed=True)
    if not charts:
        body = frames.headed(title, links.to(_home(options)), body)
    yield frame(index.timeline, options.embed, title, Markup(body), links.timeline)


def _chosen(options: Options, timeline: Timeline) -> str:
    """What a frame is called to which nobody gave a title: whom and what it is about, and of which time."""
    wanted = options.selection
    words = [timeline.topics_by_id[id].name for id in wanted.topic]
    words += [timeline.actors_by_id[id].name for id in wanted.actor]
    words += [timeline.places_by_id[id].name for id in wanted.place]
    words += [track.title for track in timeline.tracks if track.id in options.tracks]
    if wanted.start or wanted.end:
        ends = [each.edtf if each else ".." for each in (wanted.start, wanted.end)]
        with contextlib.suppress(dates.DateError):  # of an end that is a stretch itself
            words.append(wording.when(dates.parse("/".join(ends))).striptags())
    words = words or [_("Disputes")] if options.show == "disputes" else words
    return ", ".join(words) or timeline.record.title


def _home(options: Options) -> str:
    """Where what is shown stands on the site; a script narrows the timeline likewise."""
    if options.show == "disputes":
        return urls.DISPUTES
    if options.tracks:
        return urls.track(next(iter(options.tracks)))
    wanted = options.selection
    given = [(name, word) for name in _FACETS for word in getattr(wanted, name)]
    given += [(name, date.edtf) for name, date in (("from", wanted.start), ("to", wanted.end)) if date]
    flags = (("key", wanted.key, "true"), ("disputed", wanted.disputed, "true"), ("order", options.newest, "newest"))
    given += [(name, word) for name, asked, word in flags if asked]
    return f"{urls.TIMELINE}?{urlencode(given)}" if given else urls.TIMELINE


def _shown(options: Options, index: Index, links: Links, level: int, name: str, *, framed: bool) -> str:
    if options.show:
        return _in_another_form(options, index, links, level)
    if options.chart:
        drawn = options.charts(index, links)
        figures = [
            figure(
                dataclasses.replace(chart, id=options.embed or chart.id),
                links,
                level=level,
                name=f"{name}-{number}",
                framed=framed or not (options.embed or chart.id),
            )
            for number, chart in enumerate(drawn)
        ]
        place = " tl-figure-beside" if options.beside else ""
        return f'<div class="tl-page tl-block{place}">{"".join(figures)}</div>' if figures else ""
    events = select(index.timeline, options.selection).events
    shown = opening.latest(events, options.limit) if options.newest else events[: options.limit]
    return (
        environment()
        .get_template("block.html")
        .render(
            cards=[cards.card(index, event) for event in shown],
            links=links,
            level=level,
            embed=links.to(urls.embed(options.embed)) if options.embed and not framed else "",
            found=len(events),
            newest=options.newest,
            total=len(index.timeline.events),
        )
    )


def _in_another_form(options: Options, index: Index, links: Links, level: int) -> str:
    """What `show` names."""
    if options.show == "disputes":
        return opening.disputes(index, links, options.limit, level)
    if options.show == "turns" and options.newest:
        return opening.turns(
            links, opening.latest(select(index.timeline, options.selection).events, options.limit), (), level
        )
    if options.show == "turns":
        chosen = options.selection if options.chosen else dataclasses.replace(options.selection, key=True)
        return _turns(options, links, level, select(index.timeline, chosen).events, index)
    if options.tracks:
        track = next(track for track in index.timeline.tracks if track.id in options.tracks)
        told = opening.state_of_track(index, track)
    else:
        told = opening.state_of_topic(index, next(iter(options.selection.topic)), options.words)
    return opening.state(index, links, told)


def _turns(options: Options, links: Links, level: int, fitting: tuple[Event, ...], index: Index) -> str:
    """The events that are named, or the first that fit, with the others folded."""
    named = set(options.named) or {event.id for event in fitting[: options.limit]}
    stand = tuple(event for event in index.row if event.id in named)
    return opening.turns(links, stand, [event for event in fitting if event.id not in named], level)
