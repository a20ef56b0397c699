"""A date as people type it, carried where it can be read in one way only, and never more exact than it was typed."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from timeline import dates

Order = Literal["", "day", "month"]
"""Which number of `5/6/2024` comes first, where somebody has said so of the whole file."""

_ZONE = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\s?(?:[ap]m\s?)?\(?([a-z]{2,5})\)?$", re.IGNORECASE)
_MIDNIGHT = re.compile(r"T00:00(?::00)?$")
"""What programs write behind a day that has no time."""
_SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
ZONE = "a time zone in letters has no form here; it is a difference such as `+02:00`"
AMBIGUOUS = "it can be read in more than one way"


@dataclass(frozen=True, slots=True)
class Found:
    """A date, or why there is none."""

    text: str = ""
    """EDTF; empty where there is none."""
    reason: str = ""
    help: str = ""
    zone: str = ""
    """A time zone that was typed with it, in letters; they are not carried."""


def read(text: str, order: Order = "") -> Found:
    """What a text says, if it says one thing."""
    typed = " ".join(text.split())
    try:
        return Found(_MIDNIGHT.sub("", dates.parse(typed).text))
    except dates.DateError as error:
        refused = error
    readings = dates.readings(typed)
    if len(readings) > 1 and order:
        readings = readings[:1] if order == "day" else readings[-1:]
    readings = tuple(dict.fromkeys(_MIDNIGHT.sub("", reading) for reading in readings))
    if len(readings) == 1:
        zone = _ZONE.search(typed)
        named = zone[1] if zone and zone[1].lower() not in ("am", "pm") else ""
        return Found(readings[0], zone=named)
    if readings:
        choice = " or ".join(f"`{reading}` ({dates.words(dates.parse(reading))})" for reading in readings)
        return Found(reason=AMBIGUOUS, help=choice)
    if _SERIAL.fullmatch(typed):
        return _serial(float(typed))
    return Found(reason=refused.message, help=refused.help)


def at(day: str, time: str) -> Found:
    """A day with a time of day in another cell, which may have one digit for the hour."""
    clock = f"0{time}" if re.match(r"[0-9]:", time) else time
    try:
        return Found(_MIDNIGHT.sub("", dates.parse(f"{day}T{clock}").text))
    except dates.DateError:
        return Found(day, reason="no time of day that can be read beside this date")


def _serial(days: float) -> Found:
    """A date that lost its format; programs count from two days, and the number does not say from which."""
    since = (datetime.date(1899, 12, 30), datetime.date(1904, 1, 1))
    both = " or ".join(f"`{day + datetime.timedelta(days=int(days))}`" for day in since)
    return Found(
        reason="a count of days, without the day from which it counts",
        help=f"{both}, by whether the table counts from 1900 or from 1904",
    )


def joined(start: str, end: str) -> Found:
    """All of the time from one date to another, as an extent."""
    if start == end:
        return Found(start)
    whole = f"{start}/{end}"
    try:
        return Found(dates.parse(whole).text)
    except dates.DateError as error:
        return Found(start, reason=error.message, help=error.help)


def from_parts(year: str, month: str, day: str) -> Found:
    """A date in three cells; the month may be a number or a name."""
    if not year:
        return Found(reason="the year is missing")
    if not re.fullmatch(r"[0-9]{1,4}", year):
        found = read(year)
        return Found(reason=found.reason or "the year is no number of up to four digits", help=found.help)
    text = f"{int(year):04}"
    if month:
        named = _month(text, month)
        if not named:
            return Found(reason="the month is neither a number from 1 to 12 nor a name")
        text = named
    elif day:
        return Found(reason="a day without its month")
    if day:
        if not re.fullmatch(r"[0-9]{1,2}", day):
            return Found(reason="the day is no number")
        text += f"-{int(day):02}"
    try:
        return Found(dates.parse(text).text)
    except dates.DateError as error:
        return Found(reason=error.message, help=error.help)


def _month(year: str, month: str) -> str:
    if re.fullmatch(r"[0-9]{1,2}", month):
        return f"{year}-{int(month):02}" if 1 <= int(month) <= 12 else ""
    readings = dates.readings(f"{month} {year}")
    return readings[0] if len(readings) == 1 and re.fullmatch(r"[0-9]{4}-[0-9]{2}", readings[0]) else ""


def vaguer(shown: str, than: str) -> str:
    """A date in words, where it is less exact than another and holds all of it."""
    found = read(shown).text
    if not found or not than or found == than:
        return ""
    wide, narrow = dates.parse(found), dates.parse(than)
    if wide.form != "point" or wide.earliest is None or wide.latest is None:
        return ""
    if narrow.earliest is None or narrow.latest is None:
        return ""
    holds = wide.earliest <= narrow.earliest and narrow.latest <= wide.latest
    doubted = wide.uncertain or wide.approximate
    return found if holds and (doubted or (wide.earliest, wide.latest) != (narrow.earliest, narrow.latest)) else ""
