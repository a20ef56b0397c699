"""Years behind folds: one fold a year, or one for several where there would be too many to look through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from timeline.language import gettext as _
from timeline.site.paging import year_name

MOST = 12
"""Folds that one list has."""
T = TypeVar("T")


def folds(years: Iterable[tuple[str, Sequence[T]]], shown: Iterable[str] = ()) -> list[tuple[str, tuple[T, ...]]]:
    """Names with what is below them, from years and theirs, the latest first; some years are shown in part already."""
    folded = [(year, tuple(rows)) for year, rows in years]
    size = -(-len(folded) // MOST)
    groups = [folded[n : n + size] for n in range(0, len(folded), size or 1)]
    return [
        (_name(group[-1][0], group[0][0], set(shown)), tuple(row for _, rows in group for row in rows))
        for group in groups
    ]


def _name(first: str, last: str, shown: set[str]) -> str:
    if first != last:
        return _("{start} to {end}").format(start=year_name(first), end=year_name(last))
    return (
        _("Earlier in {year}").format(year=year_name(last))
        if last in shown
        else year_name(last)[:1].upper() + year_name(last)[1:]
    )
