"""What one state of a record says otherwise than an earlier one: facts without words, in the order of the record.

Two states are compared as what they say and not as text: a file put in shape, moved or sorted anew shows as nothing.
A record is the same one while its id stays, or stands among the `aliases` of the later one. A claim is the same one
while its id or its sentence stays, or when its sentence is the nearest to one that is gone.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.dates import Date
from timeline.model import Actor, Claim, Event, Location, Record, Source, Timeline, Topic, Track, Update, texts
from timeline.queries.field_values import in_line
from timeline.queries.index import Index
from timeline.queries.languages import in_own_language
from timeline.queries.renames import Named, Names, R, Thing, matched, names_of, under_names
from timeline.queries.version import plain

What = Literal[
    "added",
    "gone",
    "renamed",
    "date-moved",
    "date-more-precise",
    "date-less-precise",
    "field",
    "claim-added",
    "claim-gone",
    "claim-reworded",
    "claim-field",
    "cited",
    "cited-otherwise",
    "no-longer-cited",
    "now-disputed",
    "no-longer-disputed",
    "fewer-independent",
    "more-independent",
    "translated",
    "told",
    "untold",
]

_APART = {"id", "aliases", "claims", "updates", "added", "date", "allow", "citations", "place"}
"""Fields that are compared in a way of their own, or that say nothing to a reader."""
_CLAIM_APART = {"id", "text", "citations", "place", "event", "number"}
_ALIKE = 0.5
"""From which likeness on (0 to 1, as difflib has it) a sentence is another wording of one that is gone."""
_TELLING = {"date-moved", "date-more-precise", "date-less-precise", "claim-gone", "claim-reworded"}
_TELLING_FIELDS = {"status", "course", "title", "summary"}
"""What readers knew otherwise and should be told of by an entry under `updates`."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that reads otherwise than before."""

    what: What
    thing: Thing
    id: str
    """As it is now; of what is gone, as it was."""
    name: str
    """By which readers know it: a title, a name, the wording of a forecast."""
    part: str = ""
    """The field, or the claim by its anchor; of a claim's field "anchor.field"; of a translation with its language
    behind it, "title.de"."""
    before: str = ""
    after: str = ""


def differences(before: Timeline, after: Timeline) -> tuple[Difference, ...]:
    """Everything that reads otherwise: first the record as a whole, then events, sources and the rest, one by one."""
    before, after = in_own_language(before), in_own_language(after)
    names = names_of(before, after)
    before = under_names(before, names)
    return (*_about(before, after), *_events(before, after, names), *_rest(before, after, names))


def _about(before: Timeline, after: Timeline) -> Iterator[Difference]:
    yield from _fields("record", "", after.record.title, before.record, after.record, {"place"})


def _events(before: Timeline, after: Timeline, names: Names) -> Iterator[Difference]:
    was, now = Index(before), Index(after)
    for old, event in matched(before.events, after.events):
        if old and event:
            told = [*_renamed("event", event, names), *_event(was, now, old, event)]
            yield from told
            yield from _untold(event, told)
        else:
            yield _whole("event", old, event)


def _event(was: Index, now: Index, old: Event, event: Event) -> Iterator[Difference]:
    yield from _date("event", event.id, event.title, "date", old.date, event.date)
    yield from _fields("event", event.id, event.title, old, event, _APART)
    yield from (Difference(what, "event", event.id, event.title, "", *said) for what, *said in _citations(old, event))
    yield from _claims(was, now, old, event)
    yield from _independent(was, now, old, event)
    for update in event.updates:
        if _said(update) not in [_said(each) for each in old.updates]:
            yield Difference("told", "event", event.id, event.title, update.kind, "", update.whole)


def _said(update: Update) -> dict[str, object]:
    """What readers are told; that it stands in one more language is no news."""
    return {name: value for name, value in plain(update).items() if not name.endswith("_in")}


def _untold(event: Event, told: Sequence[Difference]) -> Iterator[Difference]:
    """That an event reads otherwise in a way that readers should hear of, and no new entry says so."""
    changed = [each for each in told if each.what in _TELLING or each.part in _TELLING_FIELDS]
    if changed and not any(each.what == "told" for each in told):
        yield Difference("untold", "event", event.id, event.title)


def _independent(was: Index, now: Index, old: Event, event: Event) -> Iterator[Difference]:
    less, more = was.evidence_of(old).origins, now.evidence_of(event).origins
    if less != more:
        what: What = "fewer-independent" if more < less else "more-independent"
        yield Difference(what, "event", event.id, event.title, "", str(less), str(more))


def _claims(was: Index, now: Index, old: Event, event: Event) -> Iterator[Difference]:
    for former, claim in _same_claims(old.claims, event.claims):
        if claim is None:
            assert former is not None
            yield Difference("claim-gone", "event", event.id, event.title, former.anchor, former.text, "")
        elif former is None:
            yield Difference("claim-added", "event", event.id, event.title, claim.anchor, "", claim.text)
        else:
            yield from _claim(was, now, event, former, claim)


def _claim(was: Index, now: Index, event: Event, former: Claim, claim: Claim) -> Iterator[Difference]:
    def told(what: What, before: str = "", after: str = "") -> Difference:
        return Difference(what, "event", event.id, event.title, claim.anchor, before, after)

    if former.text != claim.text:
        yield told("claim-reworded", former.text, claim.text)
    for name, before, after in _changed(former, claim, _CLAIM_APART):
        yield Difference("claim-field", "event", event.id, event.title, f"{claim.anchor}.{name}", before, after)
    for name, before, after in _translated(former, claim):
        yield Difference("translated", "event", event.id, event.title, f"{claim.anchor}.{name}", before, after)
    yield from (told(*each) for each in _citations(former, claim))
    against = was.objections.get(former.ref, ()), now.objections.get(claim.ref, ())
    if not against[0] and against[1]:
        yield told("now-disputed", after=against[1][0].claim.text)
    if against[0] and not against[1]:
        yield told("no-longer-disputed", before=against[0][0].claim.text)


def _citations(former: Claim | Event, claim: Claim | Event) -> Iterator[tuple[What, str, str]]:
    """Documents that a claim, or an event as a whole, no longer cites, that it cites otherwise, and that are new."""
    was = [citation for citation in former.citations if citation not in claim.citations]
    for citation in claim.citations:
        if citation in former.citations:
            continue
        old = next((each for each in was if each.source == citation.source), None)
        if old:
            was.remove(old)
            yield "cited-otherwise", in_line(plain(old)), in_line(plain(citation))
        else:
            yield "cited", "", in_line(plain(citation))
    yield from (("no-longer-cited", in_line(plain(old)), "") for old in was)


def _same_claims(before: Sequence[Claim], after: Sequence[Claim]) -> Iterator[tuple[Claim | None, Claim | None]]:
    """Claims of an event beside what they were: by id, by sentence, then the likest sentences; what is gone last."""
    was = list(before)
    pairs: dict[int, Claim] = {}
    for place, claim in enumerate(after):
        _take(pairs, place, was, (old for old in was if claim.id and old.id == claim.id))
    for place, claim in enumerate(after):
        if place not in pairs:
            _take(pairs, place, was, (old for old in was if old.text == claim.text))
    for place, claim in enumerate(after):
        if place not in pairs and was:
            likeness, likest = max(((_likeness(old.text, claim.text), old) for old in was), key=lambda pair: pair[0])
            _take(pairs, place, was, (likest,) if likeness >= _ALIKE else ())
    yield from ((pairs.get(place), claim) for place, claim in enumerate(after))
    yield from ((old, None) for old in was)


def _take(pairs: dict[int, Claim], place: int, was: list[Claim], same: Iterable[Claim]) -> None:
    old = next(iter(same), None)
    if old is not None:
        pairs[place] = old
        was[:] = [each for each in was if each is not old]


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _rest(before: Timeline, after: Timeline, names: Names) -> Iterator[Difference]:
    yield from _list("source", before.sources, after.sources, names)
    yield from _list("expectation", before.expectations, after.expectations, names)
    yield from _list("track", before.tracks, after.tracks, names)
    yield from _list("actor", before.actors, after.actors, names)
    yield from _list("topic", before.topics, after.topics, names)
    yield from _list("place", before.places, after.places, names)


def _list(thing: Thing, before: Iterable[R], after: Iterable[R], names: Names) -> Iterator[Difference]:
    for old, record in matched(before, after):
        if old and record:
            yield from _renamed(thing, record, names)
            yield from _fields(thing, record.id, name_of(record), old, record, _APART - {"citations"})
        else:
            yield _whole(thing, old, record)


def _whole(thing: Thing, old: Named | None, record: Named | None) -> Difference:
    if record is not None:
        return Difference("added", thing, record.id, name_of(record))
    assert old is not None
    return Difference("gone", thing, old.id, name_of(old))


def _renamed(thing: Thing, record: Named, names: Names) -> Iterator[Difference]:
    for (of, former), id in names.items():
        if of == thing and id == record.id:
            yield Difference("renamed", thing, id, name_of(record), "id", former, id)


def name_of(record: Named) -> str:
    """By what readers know a record."""
    match record:
        case Event() | Source() | Track():
            return record.title or record.id
        case Actor() | Topic() | Location():
            return record.name
    return record.wording or record.id


def _fields(thing: Thing, id: str, name: str, old: Record, record: Record, apart: set[str]) -> Iterator[Difference]:
    for part in type(record).model_fields:
        if part in apart:
            continue
        before, after = getattr(old, part), getattr(record, part)
        if isinstance(before, Date) and isinstance(after, Date):
            yield from _date(thing, id, name, part, before, after)
    dated = {part for part in type(record).model_fields if isinstance(getattr(old, part), Date)}
    both = {part for part in dated if isinstance(getattr(record, part), Date)}
    for part, was, now in _changed(old, record, apart | both):
        yield Difference("field", thing, id, name, part, was, now)
    for part, was, now in _translated(old, record):
        yield Difference("translated", thing, id, name, part, was, now)


def _changed(old: Record, record: Record, apart: set[str]) -> Iterator[tuple[str, str, str]]:
    was, now = plain(old), plain(record)
    for part in type(record).model_fields:
        before, after = was.get(part), now.get(part)
        if part in apart or before == after:
            continue
        if isinstance(before, list) and isinstance(after, list):
            yield part, *_items(before, after)
        else:
            yield part, in_line(before), in_line(after)


def _translated(old: Record, record: Record) -> Iterator[tuple[str, str, str]]:
    """What reads otherwise in a language beside that of the record, under the field and the tag: `title.de`."""
    for part in type(record).model_fields:
        if part in texts.fields(type(record)):
            was, now = (texts.others(getattr(each, part) or "") for each in (old, record))
            for tag in dict.fromkeys((*was, *now)):
                if was.get(tag) != now.get(tag):
                    yield f"{part}.{tag}", was.get(tag, ""), now.get(tag, "")


def _items(before: list[object], after: list[object]) -> tuple[str, str]:
    """Of two lists what only one of them has; of lists that differ in their order alone, both whole."""
    gone, new = [each for each in before if each not in after], [each for each in after if each not in before]
    return (in_line(gone), in_line(new)) if gone or new else (in_line(before), in_line(after))


def _date(thing: Thing, id: str, name: str, part: str, before: Date, after: Date) -> Iterator[Difference]:
    if before.text == after.text:
        return
    yield Difference(_moved(before, after), thing, id, name, part, before.text, after.text)


def _moved(before: Date, after: Date) -> What:
    """Whether a date lies elsewhere, or says the same time more or less exactly."""
    if after.within(before) and not before.within(after):
        return "date-more-precise"
    if before.within(after) and not after.within(before):
        return "date-less-precise"
    return "date-moved"
