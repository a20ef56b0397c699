"""What somebody wants to see, from the options of a command: every slip is named with what was probably meant."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from timeline import dates
from timeline.cli import wording
from timeline.cli.console import Misuse, alternatives
from timeline.dates import Date
from timeline.model import Source, Subject, Timeline
from timeline.model.timeline import casefolded
from timeline.model.words import Course, EventKind, SourceKind, Status
from timeline.problems.suggestions import nearest
from timeline.queries.selection import Selection

WORDS = {
    "kind": get_args(EventKind),
    "status": get_args(Status),
    "course": get_args(Course),
    "source-kind": get_args(SourceKind),
}
"""The facets whose values are words, with those of every record."""
_OWN = {"kind": "kinds", "source-kind": "source_kinds"}
"""Those for which a record may define more, and where it does."""
_FEW = 12


def words_of(facet: str) -> str:
    """The words of a facet as a sentence has them."""
    *first, last = WORDS[facet]
    return f"{', '.join(first)} or {last}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A selection, and the day on which it is made."""

    selection: Selection
    on: datetime.date | None = None


def asked(
    timeline: Timeline,
    q: Sequence[str],
    facets: Mapping[str, Sequence[str]],
    range: Mapping[str, str | None],
    flags: Mapping[str, bool],
    on: str | None,
) -> Asked:
    """What the options ask for; they are named as on the command line."""
    ends = {name: date(name, text) if text is not None else None for name, text in range.items()}
    start, end = ends["from"], ends["to"]
    if start and end and start.after(end):
        raise Misuse("`--from` is later than `--to`", "turn the two round")
    values = {name: _values(timeline, name, given) for name, given in facets.items()}
    selection = Selection(
        q=" ".join(q).strip(),
        topic=values["topic"],
        actor=values["actor"],
        place=values["place"],
        kind=values["kind"],
        status=values["status"],
        course=values["course"],
        source_kind=values["source-kind"],
        start=start,
        end=end,
        key=flags["key"],
        disputed=flags["disputed"],
    )
    return Asked(selection, _known_on(timeline, on) if on is not None else None)


def date(option: str, text: str) -> Date:
    """A date as data has it, or in words that can be read in one way only."""
    if not text.strip():
        raise Misuse(f"a date is needed after `--{option}`", 'write `2025-04`, or words such as "april 2025"')
    try:
        return dates.parse(text.strip())
    except dates.DateError as error:
        impossible = error.help if error.code == "impossible-date" else ""
    readings = [dates.parse(reading) for reading in dates.readings(text)]
    if not readings:
        help = impossible or 'write it as `2025-04`, or in words such as "april 2025"'
        raise Misuse(f"`{text}` after `--{option}` is no date", help)
    if len(readings) > 1:
        choice = " or ".join(f"`{reading}` for {dates.words(reading)}" for reading in readings)
        raise Misuse(f"`{text}` after `--{option}` can be read in more than one way", f"write {choice}")
    return readings[0]


def day(option: str, text: str) -> datetime.date:
    """A single day."""
    named = date(option, text)
    if not named.is_day or named.earliest is None:
        raise Misuse(f"`{text}` after `--{option}` is no single day", "write the full day, such as `2025-05-01`")
    return named.earliest


def today(text: str = "") -> datetime.date:
    """The day that counts as today: the one behind `--today`, or that of the clock, which is looked at here alone."""
    return day("today", text) if text else datetime.date.today()


def named(option: str, given: str, thing: str, records: Iterable[Subject | Source]) -> str:
    """The id of the one record that is meant: by its id, a former one, or a name of an actor, a topic or a place."""
    called: dict[str, set[str]] = {}
    for record in records:
        if given == record.id or given in record.aliases:
            return record.id
        names = () if isinstance(record, Source) else (record.name, *record.also)
        for name in (record.id, *names):
            called.setdefault(casefolded(name), set()).add(record.id)
    found = sorted(called.get(casefolded(given), ()))
    if len(found) == 1:
        return found[0]
    if found:
        raise Misuse(f"`{given}` after `--{option}` names several: {', '.join(found)}", "write the id of the one meant")
    near = nearest(casefolded(given), called)
    help = f"one with a similar name is `{min(called[near])}`" if near else f"`timeline add {thing}` adds one"
    raise Misuse(f"`{given}` after `--{option}` names no {thing} of the record", help)


def _known_on(timeline: Timeline, text: str) -> datetime.date:
    asked, through = day("as-of", text), timeline.record.through
    if timeline.record.retrospective:
        sentence = "the record is retrospective: its sources look back, and do not say what was known on a day"
        raise Misuse(sentence, "leave `--as-of` out; `--from` and `--to` choose by the day on which a thing happened")
    if asked > through:
        sentence = f"the record was checked up to {wording.day(through)}, and nobody knows what was known later"
        raise Misuse(sentence, f"write an earlier day than `{text}`, or leave `--as-of` out")
    return asked


def _values(timeline: Timeline, name: str, given: Iterable[str]) -> tuple[str, ...]:
    """Every value of one facet, which may stand behind several options or between commas."""
    values = [value for text in given for value in (text.replace(",", " ").split() or [""])]
    known = _known(timeline, name)
    return tuple(dict.fromkeys(_value(name, value, known) for value in values))


def _known(timeline: Timeline, name: str) -> Mapping[str, str]:
    """For each value of a facet what it means now: an id of former times is that of today."""
    if name in WORDS:
        words = timeline.record.words(_OWN[name]) if name in _OWN else WORDS[name]
        return {word: word for word in words}
    records: tuple[Subject, ...] = getattr(timeline, f"{name}s")
    return {old: record.id for record in records for old in record.aliases} | {
        record.id: record.id for record in records
    }


def _value(name: str, value: str, known: Mapping[str, str]) -> str:
    if value in known:
        return known[value]
    if not value:
        raise Misuse(f"a word is needed after `--{name}`", f"`--{name}` takes {_choice(known)}" if known else "")
    shared = name in WORDS
    thing = name.replace("-", " ") if shared else name
    near = nearest(value, known)
    help = f"`--{name}` takes {_choice(known)}" if known else f"the record has no {name}s"
    if near:
        help = f"a similar {'word' if shared else 'id'} is `{near}`"
    raise Misuse(f"no {thing} {'is called' if shared else 'has the id'} `{value}`", help)


def _choice(known: Mapping[str, str]) -> str:
    ids = list(dict.fromkeys(known.values()))
    return alternatives(ids) if len(ids) <= _FEW else "the ids that stand behind `id:` in the files"
