"""The health of the evidence: what the record rests on, what is weak in it, and the lines to mend."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from timeline import dates
from timeline.charts import growth
from timeline.checks.judgements import notes
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.figure import figure
from timeline.html.head import head
from timeline.html.page import Page, SearchEntry
from timeline.model import Event, Source, Timeline
from timeline.pages import foot
from timeline.problems import CATALOGUE, Kind
from timeline.queries.index import Index
from timeline.queries.states import Growth
from timeline.site import urls, wording
from timeline.site.settings import Site
from timeline.site.urls import Links
from timeline.span import Span

RANKED = 30
"""How many of the originals that nobody has seen are listed, those on which most hangs first."""


@dataclass(frozen=True, slots=True)
class Place:
    """A record that is to be mended, and where."""

    title: str
    link: str
    language: str
    """Of the title, where it is not the record's."""
    place: str
    lines: str
    """A link to the lines, where the site says where its files are kept."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of note and the records it is true of."""

    kind: Kind
    title: str
    records: tuple[Place, ...]
    """Each once."""
    places: int


@dataclass(frozen=True, slots=True)
class Weight:
    """A document that nobody here has seen, and how much hangs on it."""

    source: Source
    place: Place
    claims: int
    events: int
    relayers: int


@dataclass(frozen=True, slots=True)
class Share:
    """The sources of one kind."""

    words: str
    sources: int
    seen: int
    archived: int
    dated: int


def evidence_page(context: Context) -> Page:
    """Counts first, then what hangs on documents that were not seen, then every note."""
    index = context.index
    timeline, links = index.timeline, Links(urls.EVIDENCE)
    homes = _Homes(index.timeline, context.site, links)
    shares = [_share(timeline, kind, words) for kind, words in wording.SOURCE_KINDS.items()]
    seen, archived = sum(share.seen for share in shares), sum(share.archived for share in shares)
    records: tuple[Event | Source, ...] = (*timeline.events, *timeline.sources)
    title = "Evidence"
    total = wording.count(len(timeline.sources), "source")
    shown = f"{total}, {seen:,} of them seen by us, {archived:,} with an archived copy."
    unseen = _unseen(index, homes)
    body = (
        environment()
        .get_template("evidence.html")
        .render(
            title=title,
            shown=shown,
            links=links,
            record=timeline.record,
            through=timeline.record.through,
            shares=[share for share in shares if share.sources],
            unseen=unseen[:RANKED],
            further=max(0, len(unseen) - RANKED),
            findings=list(_findings(timeline, homes)),
            waived=[(record, code, reason) for record in records for code, reason in record.allow.items()],
            growth=figure(grown, links, more=_growth_in_numbers(index)) if (grown := growth.chart(index)) else "",
        )
    )
    top = head(context.site, urls.EVIDENCE, title, shown)
    search = SearchEntry(title, shown)
    return Page(urls.EVIDENCE, title, shown, body, "overview", hide=("toc", "navigation"), search=search, head=top)


def _growth_in_numbers(index: Index) -> Markup:
    """The same to be read: what was known when a month was over, or on the last day of the record."""
    through, months = index.timeline.record.through, dict[str, Growth]()
    for row in index.changes.growth():
        day = row.day.isoformat()
        months[day if row.day == through else day.rpartition("-")[0]] = row
    rows = [(dates.words(dates.parse(month)), row) for month, row in months.items()]
    return Markup(environment().get_template("growth.html").render(rows=rows))


def _share(timeline: Timeline, kind: str, words: str) -> Share:
    found = [source for source in timeline.sources if source.kind == kind]
    return Share(
        words,
        len(found),
        sum(1 for source in found if source.seen),
        sum(1 for source in found if source.archive),
        sum(1 for source in found if source.issued),
    )


def _unseen(index: Index, homes: _Homes) -> list[Weight]:
    """The originals to look for, those with most claims first."""
    found = []
    for source in index.timeline.sources:
        uses = index.uses.get(source.id, ())
        if not source.seen and source.is_origin:
            events, relayers = {use.event.id for use in uses}, index.relayers.get(source.id, ())
            found.append(Weight(source, homes(source.span), len(uses), len(events), len(relayers)))
    return sorted(found, key=lambda weight: (-weight.claims, -weight.relayers, weight.source.id))


def _findings(timeline: Timeline, homes: _Homes) -> Iterator[Finding]:
    """The notes of the record, gathered by their kind and told by the records they are true of."""
    groups: dict[str, list[Place]] = {}
    for problem in notes(timeline):
        groups.setdefault(problem.code, []).append(homes(problem.span))
    for code in sorted(groups, key=lambda code: (-len(groups[code]), code)):
        kind = CATALOGUE[code]
        title = kind.sentence[:1].upper() + kind.sentence[1:]
        records = {found.link: found for found in reversed(groups[code])}
        yield Finding(kind, title, tuple(reversed(records.values())), len(groups[code]))


class _Homes:
    """Which record a line of a file belongs to."""

    def __init__(self, timeline: Timeline, site: Site, links: Links) -> None:
        ours = timeline.record.language
        rows = [(event.span, event.title, links.event(event.id), "") for event in timeline.events]
        for source in timeline.sources:
            language = wording.title_language(source, ours)
            rows.append((source.span, source.title, links.source(source.id), "" if language == ours else language))
        rows.sort(key=lambda row: (row[0].file, row[0].line))
        self._site = site
        self._starts = [(span.file, span.line) for span, *_ in rows]
        self._rows = rows

    def __call__(self, span: Span) -> Place:
        place = bisect_right(self._starts, (span.file, span.line))
        _, title, link, language = self._rows[place - 1] if place else (span, span.file, "", "")
        return Place(title, link, language, foot.place(self._site, span), self._site.lines(span))
