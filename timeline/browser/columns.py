"""Values and numbers of many events in few bytes: each value once, numbers by what they add, small ones as signs."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Any


@dataclass
class Table:
    """Values that many events share, each said once and named by its number."""

    rows: list[Any] = field(default_factory=list)
    _numbers: dict[Hashable, int] = field(default_factory=dict)

    def number(self, key: Hashable, row: Any = None) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.rows)
            self.rows.append(key if row is None else row)
        return number


def steps(numbers: Iterable[int]) -> list[int]:
    """Each number as what it adds to the one before."""
    return [after - before for before, after in pairwise(chain((0,), numbers))]


def signs(numbers: Iterable[int]) -> str:
    """Small numbers as a text, a sign for each: 0 to 9 as they are written, then what follows in Unicode."""
    return "".join(chr(ord("0") + number) for number in numbers)


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
