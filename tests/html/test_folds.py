"""A long list folds what lies between its key events, in its place, and nothing is lost or moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from timeline.html import folds
from timeline.model import Event, Timeline
from timeline.queries import order

Reader = Callable[[str], Timeline]


def events(read_record: Reader, *dates: str, key: Sequence[int] = ()) -> tuple[Event, ...]:
    rows = (f"  - {{id: e-{n}, date: '{d}'{', key: true' if n in key else ''}}}" for n, d in enumerate(dates))
    return order.row(read_record("events:\n" + "\n".join(rows)).events)


def told(pieces: Any) -> list[tuple[bool, list[str]]]:
    return [(shown, [event.id for event in run]) for shown, run in pieces]


def test_a_list_of_a_few_events_is_not_folded(read_record: Reader) -> None:
    row = events(read_record, *(f"2025-{n % 12 + 1:02d}" for n in range(12)))

    assert folds.opened(row) == {event.id for event in row}


def test_of_many_events_the_key_ones_stand_open_and_the_order_is_kept(read_record: Reader) -> None:
    row = events(read_record, *(f"2025-{n // 3 + 1:02d}-{n % 3 + 1:02d}" for n in range(36)), key=(1, 30))

    for pieces in (folds.by_months(row, folds.opened(row)), folds.by_years(row, folds.opened(row))):
        found = told(pieces)
        assert [id for _, run in found for id in run] == [event.id for event in row]
        assert {"e-1", "e-30"} <= {id for shown, run in found if shown for id in run}
        assert min(len(run) for shown, run in found if not shown) >= 3


def test_the_timeline_opens_its_latest_events_and_a_year_its_first(read_record: Reader) -> None:
    row = events(read_record, *(f"2025-{n // 3 + 1:02d}-{n % 3 + 1:02d}" for n in range(36)), key=(20,))

    assert {row[-1].id, row[-2].id, "e-20"} <= folds.opened(row, latest=True)
    assert row[0].id not in folds.opened(row, latest=True)
    assert {row[0].id, "e-20"} <= folds.opened(row)
    assert row[-1].id not in folds.opened(row)


def test_what_is_known_to_its_year_only_is_not_folded_with_the_months_after_it(read_record: Reader) -> None:
    row = events(read_record, *["2025"] * 4, *["2025-02"] * 4, *["2026-03"] * 30)

    folded = [run for shown, run in folds.by_years(row, folds.opened(row, latest=True)) if not shown]
    assert [folds.stretch(run) for run in folded][:2] == ["Some time in 2025", "February 2025"]


def test_a_long_history_with_little_in_every_year_is_folded_over_many_years(read_record: Reader) -> None:
    row = events(read_record, *(str(1500 + n) for n in range(200)), key=(100,))

    found = list(folds.by_years(row, folds.opened(row, latest=True)))
    assert [folds.stretch(run) for shown, run in found if not shown] == ["1500 to 1599", "1601 to 1680"]


def test_a_fold_is_told_no_more_exactly_than_its_headings(read_record: Reader) -> None:
    assert folds.stretch(events(read_record, "2025-04-09", "2025-07")) == "April to July 2025"
    assert folds.stretch(events(read_record, "2025-12-31", "2026-01-02")) == "December 2025 to January 2026"
    assert folds.stretch(events(read_record, "2025-04-09", "2025-04-11")) == "April 2025"
