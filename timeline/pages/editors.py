"""For editors: what is true of the record and could be better, with the lines to mend."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from timeline.checks.judgements import notes
from timeline.html.context import Context
from timeline.html.overview import overview
from timeline.html.page import Page
from timeline.language import gettext as _
from timeline.model import Event, Source, Timeline
from timeline.pages import foot
from timeline.problems import CATALOGUE, Kind
from timeline.site import document_titles, urls, wording
from timeline.site.settings import Site
from timeline.site.urls import Links
from timeline.span import Span

_SHOWN = 100
"""Records of one kind of note; a page of thousands of lines is no help to those who mend one after the other."""


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
    """Each once, the first hundred."""
    found: int
    """How many there are in all."""
    places: int

    @property
    def more(self) -> int:
        """How many of them the command tells."""
        return self.found - len(self.records)

    @property
    def told(self) -> str:
        """How often it is true, and of how many records where these are fewer."""
        places = wording.plural(self.places, "{n} place", "{n} places")
        return (
            places
            if self.places == self.found
            else _("{places} in {records}").format(
                places=places, records=wording.plural(self.found, "{n} record", "{n} records")
            )
        )


def editors_page(context: Context) -> Page:
    index = context.index
    timeline, links = index.timeline, Links(urls.EDITORS)
    homes = _Homes(timeline, context.site, links)
    records: tuple[Event | Source, ...] = (*timeline.events, *timeline.sources)
    findings = list(_findings(timeline, homes))
    shown = wording.plural(
        len(findings),
        "{n} kind of notes, each true of the record and no fault in it. "
        "Readers find what they mean under “How sure is this record?”.",
        "{n} kinds of notes, each true of the record and no fault in it. "
        "Readers find what they mean under “How sure is this record?”.",
    )
    return overview(
        context,
        urls.EDITORS,
        _("For editors: what could be better"),
        shown if findings else _("The checks have nothing to note about this record."),
        "editors.html",
        findings=findings,
        waived=[(record, code, reason) for record in records for code, reason in record.allow.items()],
        evidence=urls.EVIDENCE,
    )


def _findings(timeline: Timeline, homes: _Homes) -> Iterator[Finding]:
    """The notes of the record, gathered by their kind and told by the records they are true of."""
    groups: dict[str, list[Place]] = {}
    for problem in notes(timeline):
        groups.setdefault(problem.code, []).append(homes(problem.span))
    for code in sorted(groups, key=lambda code: (-len(groups[code]), code)):
        kind = CATALOGUE[code]
        sentence = _(kind.sentence)
        title = sentence[:1].upper() + sentence[1:]
        records = {place.link: place for place in reversed(groups[code])}
        shown = tuple(islice(reversed(records.values()), _SHOWN))
        yield Finding(kind, title, shown, len(records), len(groups[code]))


class _Homes:
    """Which record a line of a file belongs to."""

    def __init__(self, timeline: Timeline, site: Site, links: Links) -> None:
        ours = timeline.record.language
        rows = [(event.span, event.title, links.event(event.id), "") for event in timeline.events]
        rows.append((timeline.record.span, timeline.record.title, links.to(""), ""))
        for source in timeline.sources:
            language = wording.title_language(source, ours)
            rows.append(
                (
                    source.span,
                    document_titles.called(source),
                    links.source(source.id),
                    "" if language == ours else language,
                )
            )
        rows.sort(key=lambda row: (row[0].file, row[0].line))
        self._site = site
        self._starts = [(span.file, span.line) for span, *_ in rows]
        self._rows = rows

    def __call__(self, span: Span) -> Place:
        place = bisect_right(self._starts, (span.file, span.line))
        _span, title, link, language = self._rows[place - 1] if place else (span, span.file, "", "")
        return Place(title, link, language, foot.place(self._site, span), self._site.lines(span))
