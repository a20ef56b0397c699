"""A date keeps the precision it was given.

`2025-05` is a month, not its first day, so two dates can be neither before nor after one another. There is
therefore no `<` here: `before`, `after` and `overlaps` speak of time, `sort_key` only of the order on a page.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

Form = Literal["point", "extent", "between"]


class DateError(ValueError):
    """Text that is no date, with the remedy. What stands in backquotes in `help` is itself a date."""

    def __init__(self, code: Literal["impossible-date", "not-edtf"], message: str, help: str) -> None:
        super().__init__(f"{message}; {help}")
        self.code = code
        self.message = message
        self.help = help

    def __reduce__(self) -> tuple[type[DateError], tuple[str, str, str]]:
        return DateError, (self.code, self.message, self.help)


class Precision(Enum):
    """What a single date names, the vaguest first."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"


_VAGUEST_FIRST = tuple(Precision)


@dataclass(frozen=True, slots=True)
class Point:
    """One EDTF date. Doubt is carried beside `first` and `last` and never widens them."""

    text: str
    precision: Precision = field(compare=False)
    first: datetime.date = field(compare=False)
    last: datetime.date = field(compare=False)
    uncertain: bool = field(default=False, compare=False)
    approximate: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Date:
    """A point, an extent (`a/b`, all of it) or a day between (`[a..b]`, some day in it).

    Text decides equality, because it says everything else. A point has itself as start and end; an end that
    is None is open, and so is the day it gives.
    """

    text: str
    form: Form = field(compare=False)
    start: Point | None = field(compare=False)
    end: Point | None = field(compare=False)
    earliest: datetime.date | None = field(init=False, compare=False, repr=False)
    latest: datetime.date | None = field(init=False, compare=False, repr=False)
    precision: Precision = field(init=False, compare=False, repr=False)
    """Of an extent that of its vaguer end."""
    uncertain: bool = field(init=False, compare=False, repr=False)
    approximate: bool = field(init=False, compare=False, repr=False)
    is_day: bool = field(init=False, compare=False, repr=False)
    """One calendar day, stated without doubt."""
    sort_key: tuple[int, int, str] = field(init=False, compare=False, repr=False)
    """Earliest day with open starts first, then the longer first, then the text."""

    def __post_init__(self) -> None:
        points = [point for point in (self.start, self.end) if point is not None]
        if not points:
            raise ValueError("a date needs at least one end")
        earliest = self.start.first if self.start else None
        latest = self.end.last if self.end else None
        begin = earliest.toordinal() if earliest else 0
        finish = latest.toordinal() if latest else datetime.date.max.toordinal() + 1
        derived = {
            "earliest": earliest,
            "latest": latest,
            "precision": min((point.precision for point in points), key=_VAGUEST_FIRST.index),
            "uncertain": any(point.uncertain for point in points),
            "approximate": any(point.approximate for point in points),
            "sort_key": (begin, begin - finish, self.text),
        }
        derived["is_day"] = (
            self.form == "point"
            and derived["precision"] is Precision.DAY
            and not (derived["uncertain"] or derived["approximate"])
        )
        for name, value in derived.items():
            object.__setattr__(self, name, value)

    def before(self, other: Date) -> bool:
        """Certainly over when the other began."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def after(self, other: Date) -> bool:
        return other.before(self)

    def overlaps(self, other: Date) -> bool:
        """Some day belongs to both; an open end reaches every day on its side."""
        return not self.before(other) and not other.before(self)

    def __str__(self) -> str:
        return self.text
