"""Pages that look across the record: forecasts, tracks, disputes, updates, and the health of the evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from timeline import dates
from timeline.checks.judgements import notes
from timeline.model import Actor, Event, Expectation, Source, State, Timeline, Update
from timeline.pages import opposition, paths, wording
from timeline.pages.desk import Desk
from timeline.pages.environment import environment
from timeline.pages.page import Page, SearchEntry
from timeline.pages.paths import Links
from timeline.pages.then import Then
from timeline.problems import CATALOGUE, Kind
from timeline.queries import expectations, tracks
from timeline.queries.expectations import Standing

_BARE = ("toc", "navigation")


@dataclass(frozen=True, slots=True)
class Forecast:
    """A row of the table of forecasts."""

    expectation: Expectation
    speaker: Actor | None
    standing: Standing
    answer: str
    """Where the answer stands; empty when there is none."""
    answer_words: str


@dataclass(frozen=True, slots=True)
class Course:
    """A track with what holds on the record's last day."""

    id: str
    title: str
    states: tuple[State, ...]
    now: State | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of note and the records it is true of."""

    kind: Kind
    title: str
    records: tuple[tuple[str, str, str], ...]
    """Title, address and the title's language where it is not the record's, each once."""
    places: int


def overviews(desk: Desk) -> Iterator[Page]:
    """All of them; they are few, and people navigate them."""
    yield _expectations(desk)
    yield _tracks(desk)
    yield _disputes(desk)
    yield _updates(desk)
    yield _evidence(desk)


def _expectations(desk: Desk) -> Page:
    timeline, links = desk.timeline, Links(paths.EXPECTATIONS)
    groups: dict[str, list[Forecast]] = {}
    for expectation in sorted(timeline.expectations, key=_said_on):
        groups.setdefault(expectation.about, []).append(_forecast(desk, links, expectation))
    rows = [(timeline.topics_by_id[id], found) for id, found in groups.items()]
    shown = f"{wording.count(len(timeline.expectations), 'forecast')}, as they stood on {_reach(timeline)}."
    return _page(
        desk,
        paths.EXPECTATIONS,
        "Expectations",
        shown,
        "expectations.html",
        groups=rows,
        documents=timeline.sources_by_id,
        then=Then(desk),
    )


def _forecast(desk: Desk, links: Links, expectation: Expectation) -> Forecast:
    timeline = desk.timeline
    standing = expectations.standing(timeline, desk.out, expectation, timeline.record.through)
    outcome = expectation.outcome
    answer, words = "", ""
    if outcome and outcome.event:
        answer, words = links.event(outcome.event), timeline.events_by_id[outcome.event].title
    elif outcome and (ref := outcome.denied or outcome.withdrawn):
        answer, words = links.claim(ref), timeline.claims_by_ref[ref].text
    speaker = timeline.actor(expectation.by) if expectation.by else None
    return Forecast(expectation, speaker, standing, answer, words)


def _tracks(desk: Desk) -> Page:
    timeline = desk.timeline
    found = [
        Course(track.id, track.title, tracks.ordered(track), tracks.state_on(track, timeline.record.through))
        for track in timeline.tracks
    ]
    total = wording.count(len(found), "track")
    shown = f"{total}: the states of one thing over time. A stretch without a state is unknown."
    return _page(
        desk, paths.TRACKS, "Tracks", shown, "tracks.html",
        tracks=found, events=timeline.events_by_id, documents=timeline.sources_by_id, then=Then(desk),
    )  # fmt: skip


def _disputes(desk: Desk) -> Page:
    links, timeline = Links(paths.DISPUTES), desk.timeline
    groups: dict[str, list[list[opposition.Side]]] = {}
    for dispute in desk.disputes:
        groups.setdefault(dispute.target.event, []).append(
            opposition.sides(desk, links, dispute, timeline.events_by_id[dispute.target.event])
        )
    rows = [(timeline.events_by_id[id], found) for id, found in groups.items()]
    shown = (
        f"{wording.count(len(desk.disputes), 'claim')} that others dispute or deny, both sides with what they rest on."
    )
    return _page(
        desk, paths.DISPUTES, "Disputes", shown, "disputes.html", groups=rows, documents=timeline.sources_by_id
    )


def _updates(desk: Desk) -> Page:
    found = [(event, update, _day(update)) for event in desk.timeline.events for update in event.updates]
    found.sort(key=lambda row: (row[1].on, row[0].id), reverse=True)
    shown = f"{wording.count(len(found), 'update')} to the record since its entries were made."
    return _page(desk, paths.UPDATES, "Updates", shown, "updates.html", rows=found)


def _evidence(desk: Desk) -> Page:
    timeline = desk.timeline
    kinds = {kind: sum(1 for s in timeline.sources if s.kind == kind) for kind in wording.SOURCE_KINDS}
    seen = sum(1 for source in timeline.sources if source.seen)
    archived = sum(1 for source in timeline.sources if source.archive)
    records: tuple[Event | Source, ...] = (*timeline.events, *timeline.sources)
    waived = [(record, code, reason) for record in records for code, reason in record.allow.items()]
    total = wording.count(len(timeline.sources), "source")
    shown = f"{total}, {seen:,} of them seen by us, {archived:,} with an archived copy."
    return _page(
        desk, paths.EVIDENCE, "Evidence", shown, "evidence.html",
        kinds=kinds, findings=list(_findings(desk)), waived=waived, total=len(timeline.sources),
    )  # fmt: skip


def _findings(desk: Desk) -> Iterator[Finding]:
    """The notes of the record, gathered by their kind and told by the records they are true of."""
    homes = _Homes(desk.timeline)
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for problem in notes(desk.timeline):
        groups.setdefault(problem.code, []).append(homes(problem.span.file, problem.span.line))
    for code in sorted(groups, key=lambda code: (-len(groups[code]), code)):
        kind = CATALOGUE[code]
        title = kind.sentence[:1].upper() + kind.sentence[1:]
        yield Finding(kind, title, tuple(dict.fromkeys(groups[code])), len(groups[code]))


def _foreign(source: Source, timeline: Timeline) -> str:
    language = wording.title_language(source, timeline.record.language)
    return "" if language == timeline.record.language else language


class _Homes:
    """Which record a line of a file belongs to, as title and address."""

    def __init__(self, timeline: Timeline) -> None:
        links = Links(paths.EVIDENCE)
        rows = [(e.span, (e.title, links.event(e.id), "")) for e in timeline.events]
        rows += [(s.span, (s.title, links.source(s.id), _foreign(s, timeline))) for s in timeline.sources]
        rows.sort(key=lambda row: (row[0].file, row[0].line))
        self._starts = [(span.file, span.line) for span, _ in rows]
        self._homes = [home for _, home in rows]

    def __call__(self, file: str, line: int) -> tuple[str, str, str]:
        place = bisect_right(self._starts, (file, line))
        return self._homes[place - 1] if place else (file, "", "")


def _page(desk: Desk, address: str, title: str, shown: str, template: str, **values: object) -> Page:
    body = (
        environment()
        .get_template(template)
        .render(title=title, shown=shown, links=Links(address), record=desk.timeline.record, **values)
    )
    return Page(address, title, shown, body, "overview", hide=_BARE, search=SearchEntry(title, shown))


def _said_on(expectation: Expectation) -> tuple[tuple[int, int, str], str]:
    return (expectation.said.sort_key if expectation.said else (10**8, 0, "")), expectation.id


def _day(update: Update) -> dates.Date:
    return dates.parse(update.on.isoformat())


def _reach(timeline: Timeline) -> str:
    return dates.words(dates.parse(timeline.record.through.isoformat()))
