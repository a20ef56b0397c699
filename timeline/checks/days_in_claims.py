"""The day that a sentence names is the day of its event.

Only what cannot be meant otherwise is read: a day or a month with its year, with which the sentence opens or on
which it ends but for who says so. What was still to come, an hour with its zone, and a day without its year are let
pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from timeline.checks.waivers import Judged
from timeline.dates import Date, DateError, parse, words
from timeline.model import Timeline
from timeline.problems.slips import OTHER_DAY


@dataclass(frozen=True, slots=True)
class _Grammar:
    """Where one language puts the day on which something happened."""

    when: str
    """The prepositions of a day and of a month."""
    subordinate: str
    """What opens a clause about something else."""
    ahead: str
    """What speaks of a time to come."""
    happened: str
    """Verbs after which a day at the end is the day of the whole sentence."""
    told: str
    """What tells at the end who says so."""


_GRAMMARS = {
    "en": _Grammar(
        when="On|In",
        subordinate=r"\bthat\b|,",
        ahead=r"\b(?:would|will|shall|should|may|(?:was|were|is|are) (?:to|due|planned|expected|scheduled))\b",
        happened="was|were|opened|closed|began|started|ended|appeared|came out|took effect|took place|died",
        told=r"(?:writes?|wrote|says?|said|reports?|reported|notes?|noted|according to)\b[^,.]*",
    ),
    "de": _Grammar(
        when="Am|Im",
        subordinate=",",
        ahead=r"\b(?:soll|sollen|sollte|sollten|will|wollte|wird|werden|würde|würden)\b",
        happened="öffnete|schloss|begann|endete|erschien|starb",
        told=r"(?:schreibt|schreiben|schrieb|sagt|sagte|sagen|meldet|melden|meldete|berichtet|berichtete|laut|so)\b[^,.]*",
    ),
}
_CLOCK = re.compile(r"\d:\d\d|\b(?:UTC|GMT)\b")


def slips(timeline: Timeline) -> Iterator[Judged]:
    """Events whose first claim names a day that is none of theirs."""
    for event in timeline.events:
        if event.course != "happened":
            continue
        dates = (event.date, *(rival.date for rival in event.rivals), *(role.date for role in event.dates.values()))
        claim = event.claims[0]
        said = happened_on(claim.text, timeline.record.language)
        if said is not None and not any(said.overlaps(date) for date in dates):
            yield (
                OTHER_DAY.at(
                    claim.place.at("text"),
                    label=f"it says {words(said)}, the event {words(event.date)}",
                    help="mend one of the two, or give the other day under `dates` or `rivals` with its source",
                    elsewhere=(("the event's date stands at", event.place.at("date")),),
                ),
                (event,),
            )


def happened_on(text: str, language: str) -> Date | None:
    """The date on which a sentence says that something happened, where nothing else can be meant."""
    short = language.partition("-")[0]
    grammar = _GRAMMARS.get(short)
    if grammar is None or _CLOCK.search(text):
        return None
    opening, closing, yearless = _patterns(short)
    if yearless.search(text):
        return None
    if match := opening.match(text):
        main = re.split(grammar.subordinate, text[match.end() :].lstrip(", "))[0]
        return None if re.search(grammar.ahead, main) else _date(match, short)
    text = re.sub(rf", {grammar.told}\.?$", ".", text)
    match = closing.search(text)
    if match is None or re.search(f"{grammar.subordinate}|{grammar.ahead}", text):
        return None
    return _date(match, short)


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A date at the beginning, one at the end, and a day without its year."""
    grammar, month = _GRAMMARS[language], "|".join(_months(language))
    day = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
    iso = r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    date = rf"(?:{iso}|(?:{day} )?(?P<month>{month})(?: (?P<late>[0-9]{{1,2}}),)? (?P<year>[0-9]{{4}}))(?![-–/0-9])"
    return (
        re.compile(rf"(?:{grammar.when}) {date}"),
        re.compile(rf"^[^,]*\b(?:{grammar.happened})\b[^,]* (?:{grammar.when.lower()}) {date}\.?$"),
        re.compile(rf"\b[0-9]{{1,2}}\.? (?:{month})\b(?! [0-9]{{4}})"),
    )


def _months(language: str) -> tuple[str, ...]:
    names = Locale(language).months["format"]["wide"]
    return tuple(str(names[number]) for number in range(1, 13))


def _date(match: re.Match[str], language: str) -> Date | None:
    text = match["iso"]
    if text is None:
        text = f"{match['year']}-{_months(language).index(match['month']) + 1:02}"
        if day := match["day"] or match["late"]:
            text += f"-{int(day):02}"
    try:
        return parse(text)
    except DateError:
        return None
