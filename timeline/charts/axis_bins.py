"""How many events there are in each month or year, where there are too many to draw one by one.

A date that names no single month is not put into one. Each bin counts what certainly lies in it, and apart from that
what only may.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dates import Date, days

_STEPS = (1, 3, 12, 120, 1200, 12000)
"""In months: a month, a quarter, a year, a decade, and on."""


@dataclass(frozen=True, slots=True)
class Bin:
    """A stretch of the calendar, as the day it begins and the one on which the next begins."""

    first: int
    after: int
    certain: int = 0
    possible: int = 0


def bins(dates: Sequence[Date], first: datetime.date, last: datetime.date, most: int = 140) -> tuple[Bin, ...]:
    """The finest bins of which there are not more than `most`, empty ones among them."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((step for step in _STEPS if months / step <= most), _STEPS[-1])
    begin, finish = _month(first) // step * step, _month(last) // step * step
    count = (finish - begin) // step + 1
    certain, change = [0] * count, [0] * (count + 1)
    for date in dates:
        if date.form == "unknown":
            continue
        low = (_month(date.earliest) // step * step - begin) // step if date.earliest else 0
        high = (_month(date.latest) // step * step - begin) // step if date.latest else count - 1
        low, high = max(low, 0), min(high, count - 1)
        if low > high:
            continue
        if low == high:
            certain[low] += 1
        else:
            change[low] += 1
            change[high + 1] -= 1
    made, running = [], 0
    for number in range(count):
        running += change[number]
        start = begin + number * step
        made.append(Bin(_first_day(start), _first_day(start + step), certain[number], running))
    return tuple(made)


def _month(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1


def _first_day(month: int) -> int:
    year, index = divmod(month, 12)
    if year < days.FIRST_YEAR:
        return days.FIRST.toordinal()
    return days.of(year, index + 1, 1).toordinal() if year <= days.LAST_YEAR else days.LAST.toordinal() + 1
