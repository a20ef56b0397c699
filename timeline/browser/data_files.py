"""The files that a reader's browser looks things up in, so that it computes no history of its own.

`events.json` has a short line for every event: dates, facets, and how it stood from each day of change on.
`index-N.txt` name the events in which each word stands, `words-N.txt` and `sources-N.txt` hold the text around
the words, one record a line, all in pieces that a phone loads quickly; `pages.json` has the pages that people
wrote, `known.json` since when each document was out, `interface.json` every word that the script shows.
`docs/design/data-files.md` explains them to readers of the script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, get_args

from timeline import dates
from timeline.browser import search_index
from timeline.browser.columns import Table, as_json, signs, steps
from timeline.browser.words import addresses, interface, reading
from timeline.dates import Date
from timeline.html.page import Asset, SearchEntry
from timeline.language import gettext as _
from timeline.model import About, Event, Source, Timeline
from timeline.model.words import COURSE_NAMES, Course, Status
from timeline.queries import order
from timeline.queries.evidence import Evidence
from timeline.queries.index import Index
from timeline.queries.order import by_shelf
from timeline.queries.search import passages
from timeline.queries.search.folded import folded
from timeline.queries.search.tokens import tokens
from timeline.queries.search.vocabulary import vocabulary
from timeline.queries.states import EventState
from timeline.site import document_titles, inline_markdown, kind_names, wording
from timeline.site.paging import month_name, on_earlier_days, year_name
from timeline.site.urls import month_anchor

FORMAT = 4
LONGEST_SHARD = 500_000
"""Bytes of text in one piece, which is well below 250 KB once compressed."""
_NEVER, _ALWAYS = 4_000_000, -4_000_000
_SPACE = re.compile(r"[\s\x1f]+")


@dataclass(frozen=True, slots=True)
class Document:
    """A page that is found by its words and is no record."""

    address: str
    entry: SearchEntry


def assets(index: Index) -> Iterator[Asset]:
    """Every file of the record, the same bytes for the same record."""
    row = index.row
    said = [_said(event) for event in row]
    words = list(_shards("words", said))
    sources = list(_sources(index))
    read = [frozenset(part) for part in _tokens(index.timeline, row)]
    lines = list(search_index.pieces(read, vocabulary(index.timeline).ways))
    shards: dict[str, Any] = {"words": _starts(words), "sources": _starts(sources)}
    shards |= {"index": [first for first, _ in lines], "parts": len(read)}
    shown = {"words": interface(), "addresses": addresses(), "shards": shards, "reading": reading()}
    yield Asset("interface.json", as_json(shown))
    yield Asset("events.json", as_json(_columns(index, row)))
    yield Asset("known.json", as_json(_known(index)))
    yield from (Asset(f"index-{number}.txt", text) for number, (_, text) in enumerate(lines))
    yield from (asset for _, asset in words)
    yield from (asset for _, asset in sources)


def written(documents: Iterable[Document]) -> Asset:
    """The file of the pages that people wrote, and of the overviews."""
    return Asset("pages.json", as_json([_document(each) for each in sorted(documents, key=lambda d: d.address)]))


# -- what is filtered --------------------------------------------------------------------------------


def _columns(index: Index, row: Sequence[Event]) -> dict[str, Any]:
    timeline, changes = index.timeline, index.changes
    said, forms, heads, days = Table(), Table(), Table(), Table()
    actors = {actor.id: number for number, actor in enumerate(timeline.actors)}
    topics = {topic.id: number for number, topic in enumerate(timeline.topics)}
    places = {place.id: number for number, place in enumerate(timeline.places)}
    words, courses = _met(timeline, "kinds", timeline.events), get_args(Course)
    cited = _met(timeline, "source_kinds", timeline.sources)
    events: dict[str, list[int]] = {name: [] for name in ("date", "head", "claims")}
    marks: dict[str, list[int]] = {"kind": [], "course": [], "key": []}
    lists: dict[str, list[list[int]]] = {"actor": [], "topic": [], "place": [], "states": []}
    stands: list[int] = []
    rivals, updated = {}, []
    titled = {group.heading: _heading(index, group) for group in order.by_month(timeline.events)}
    for place, event in enumerate(row):
        events["date"].append(_date(said, event.date))
        events["head"].append(heads.number(heading := order.heading(event.date), titled[heading]))
        events["claims"].append(len(event.claims))
        lists["actor"].append([actors[id] for id in event.actors])
        lists["topic"].append([topics[id] for id in event.topics])
        lists["place"].append([places[id] for id in event.places])
        marks["kind"].append(words.index(event.kind))
        marks["course"].append(courses.index(event.course))
        marks["key"].append(int(event.key))
        if event.rivals:
            rivals[place] = [_date(said, rival.date) for rival in event.rivals]
        if event.id in index.marked:
            updated.append(place)
        states = changes.of(event)
        lists["states"].append([days.number(state.day) for state in states])
        stands += [_form(forms, state, event, cited) for state in states]
    return {
        "format": FORMAT,
        "through": timeline.record.through.toordinal(),
        **({"retrospective": True} if timeline.record.retrospective else {}),
        "days": steps(day.toordinal() for day in days.rows),
        "changes": steps(day.toordinal() for day in changes.days),
        "dates": _dates(said.rows),
        "heads": heads.rows,
        "years": {each: year_name(each) for each in dict.fromkeys(heading.year for heading in titled)},
        "forms": forms.rows,
        "facets": {
            "topic": [[topic.id, topic.name] for topic in timeline.topics],
            "actor": [[actor.id, actor.name] for actor in timeline.actors],
            "place": [[place.id, place.name] for place in timeline.places],
            "kind": [[kind, kind_names.called(timeline.record, "kinds", kind)] for kind in words],
            "status": [[status, status] for status in get_args(Status)],
            "course": [[course, COURSE_NAMES.get(course, course)] for course in courses],
            "source-kind": [[kind, kind_names.called(timeline.record, "source_kinds", kind)] for kind in cited],
        },
        **({"families": families} if (families := _families(timeline)) else {}),
        "former": {old: topic.id for topic in timeline.topics for old in topic.aliases}
        | {old: actor.id for actor in timeline.actors for old in actor.aliases}
        | {old: place.id for place in timeline.places for old in place.aliases},
        "ids": "\n".join(event.id for event in row),
        "titles": "\n".join(_one_line(event.title) for event in row),
        "events": events | {name: steps(events[name]) for name in ("date", "head")},
        "marks": {name: signs(column) for name, column in marks.items()},
        "lists": {name: [signs(map(len, rows)), [*chain.from_iterable(rows)]] for name, rows in lists.items()},
        "stands": stands,
        "rivals": rivals,
        "updated": updated,
        "expectations": [
            [each.id, *_states((s.day, s.standing) for s in changes.expectations[each.id])]
            for each in timeline.expectations
        ],
        "tracks": [
            [t.id, t.title, *_states((s.day, s.state and [s.state.state, s.state.tone]) for s in changes.tracks[t.id])]
            for t in timeline.tracks
        ],
    }


def _heading(index: Index, group: order.Month) -> list[Any]:
    """Its anchor, its words and its year, and the words from each day on where they were others."""
    row: list[Any] = [month_anchor(group.heading), month_name(group), group.heading.year]
    if index.timeline.record.retrospective:
        return row
    named = [[day.toordinal(), name] for day, name in on_earlier_days(group, index.changes.began)]
    return [*row, named] if len(named) > 1 else row


def _families(timeline: Timeline) -> list[list[str | int]]:
    """For each family of topics its name, then the numbers of its topics; one without a name for those of none."""
    if not any(topic.family for topic in timeline.topics):
        return []
    names = [*timeline.record.own("topic_families"), ""]
    rows = {name: [n for n, topic in enumerate(timeline.topics) if (topic.family or "") == name] for name in names}
    return [[_legend(timeline.record, name, len(row)), *row] for name, row in rows.items() if row]


def _legend(about: About, family: str, number: int) -> str:
    """What stands above the topics of a family; above those of none there is nothing."""
    called = kind_names.called if number == 1 else kind_names.several
    return called(about, "topic_families", family) if family else ""


def _met(timeline: Timeline, field: str, records: Iterable[Event | Source]) -> list[str]:
    """The kinds that a reader may ask for: where the record has kinds of its own, those that something is."""
    words = timeline.record.words(field)
    if not timeline.record.own(field):
        return list(words)
    used = {record.kind for record in records}
    return [kind for kind in words if kind in used]


def _known(index: Index) -> dict[str, int]:
    """Since when each document was out, where that is told."""
    if index.timeline.record.retrospective:
        return {}
    days = {source.id: index.changes.known_on(source.id) for source in index.timeline.sources}
    return {id: day.toordinal() for id, day in days.items()}


def _dates(rows: Sequence[tuple[str, str, int, int]]) -> tuple[str, str, list[int], list[int]]:
    """The distinct dates in columns: machine forms and words by lines, first days, how many days later the last is."""
    machine = "\n".join(row[0] for row in rows)
    said = "\n".join(row[1] for row in rows)
    return machine, said, [row[2] for row in rows], [row[3] - row[2] for row in rows]


def _form(forms: Table, state: EventState, event: Event, cited: Sequence[str]) -> int:
    """The form of a state by its number; what is complete is not listed."""
    claims = None if len(state.claims) == len(event.claims) else state.claims
    rivals = None if len(state.rivals) == len(event.rivals) else state.rivals
    status = get_args(Status).index(state.status)
    bits = sum(1 << cited.index(kind) for kind in state.kinds)
    form = (status, state.sources, state.origins, state.disputes, int(state.disputed), bits, claims, rivals)
    evidence = Evidence(state.sources, state.origins, state.unnamed)
    return forms.number((*form, state.unnamed) if evidence.withdrawn else form)


def _states(given: Iterable[tuple[Any, Any]]) -> list[list[Any]]:
    pairs = list(given)
    return [[day.toordinal() for day, _ in pairs], [value for _, value in pairs]]


def _date(said: Table, date: Date) -> int:
    """A date by its number: its machine form, its words, and the days it may reach to."""
    if date.form == "unknown":  # which lies in no stretch that somebody asks for
        return said.number(date.text, ("", dates.words(date), _NEVER, _ALWAYS))
    first = date.earliest.toordinal() if date.earliest else _ALWAYS
    last = date.latest.toordinal() if date.latest else _NEVER
    return said.number(date.text, (dates.machine(date) or "", dates.words(date), first, last))


# -- what is searched ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    """The text of one record, in parts, and what else its shard says of it."""

    shown: tuple[str, ...]
    more: Mapping[str, Any]


def _said(event: Event) -> _Line:
    """The summary and the claims; the names of claims that have one."""
    said = (event.summary or "", *(claim.text for claim in event.claims))
    ids = "\t".join(claim.id or "" for claim in event.claims)
    return _Line(tuple(map(inline_markdown.plain, said)), {"ids": ids} if ids.strip("\t") else {})


def _tokens(timeline: Timeline, row: Iterable[Event]) -> Iterator[Iterator[str]]:
    """The tokens of every part of events, documents, actors and topics, in the order of their numbers."""
    quoted = passages.quoted(timeline)
    records = chain(
        (passages.of_event(timeline, event) for event in row),
        (passages.of_source(source, quoted) for source in by_shelf(timeline.sources)),
        (passages.of_subject(subject) for subject in passages.subjects(timeline)),
    )
    for part in chain.from_iterable(records):
        yield (token for text in part for token in tokens(folded(text.text)))


def _sources(index: Index) -> Iterator[tuple[int, Asset]]:
    """Documents, the latest first, as the list of sources has them."""
    yield from _shards("sources", [_source_line(source) for source in by_shelf(index.timeline.sources)])


def _source_line(source: Source) -> _Line:
    text = (document_titles.called(source), source.publisher, *map(str, source.authors), *source.title_in.values())
    kind = _(", ").join(filter(None, (kind_names.of_source(source), wording.withdrawn(source))))
    return _Line(text, {"id": source.id, "about": [dates.words(source.issued) if source.issued else "", kind]})


def _shards(name: str, lines: Sequence[_Line]) -> Iterator[tuple[int, Asset]]:
    """Pieces of about one size, each with the number of its first record."""
    start, size, number = 0, 0, 0
    texts = ["\t".join(map(_one_line, line.shown)) for line in lines]
    for place, text in enumerate([*texts, None]):
        more = len(text.encode()) + len(str(lines[place].more)) + 2 if text is not None else 0
        if text is None or (size and size + more > LONGEST_SHARD):
            yield start, Asset(f"{name}-{number}.txt", _shard(lines[start:place], texts[start:place]))
            start, size, number = place, 0, number + 1
        size += more


def _shard(lines: Sequence[_Line], texts: Sequence[str]) -> str:
    more: dict[str, dict[int, Any]] = {}
    for place, line in enumerate(lines):
        for name, value in line.more.items():
            more.setdefault(name, {})[place] = value
    return as_json(more) + "\n" + "\n".join(texts)


def _starts(shards: Iterable[tuple[int, Asset]]) -> list[int]:
    return [start for start, _ in shards]


def _document(document: Document) -> list[str]:
    entry = document.entry
    text = _one_line(f"{entry.title}\t{entry.text}")
    return [document.address, entry.title, _one_line(entry.text), folded(text), folded(_one_line(entry.also))]


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", text) if not text.isprintable() else text
