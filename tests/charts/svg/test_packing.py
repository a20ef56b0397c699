"""Nothing that is packed covers anything else, however wide the screen becomes."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import dates
from timeline.charts.axis_bins import bins
from timeline.charts.svg import packing
from timeline.charts.svg.metrics import lines, width
from timeline.charts.svg.packing import Box, Flag, hung, rows

PLACES = st.floats(0, 1000, allow_nan=False)
WIDTHS = st.floats(1, 300)


@given(st.lists(st.tuples(PLACES, WIDTHS), max_size=40), st.floats(0, 10))
def test_in_a_row_no_two_boxes_touch(places: list[tuple[float, float]], gap: float) -> None:
    boxes = [Box(left, left + wide) for left, wide in places]

    chosen = rows(boxes, gap)

    assert len(chosen) == len(boxes)
    for (one, row), (other, same) in combinations(zip(boxes, chosen, strict=True), 2):
        if row == same:
            assert one.right + gap <= other.left or other.right + gap <= one.left
    assert set(chosen) == set(range(max(chosen, default=-1) + 1))


@given(st.lists(st.tuples(PLACES, WIDTHS, st.floats(10, 60)), max_size=25), st.sampled_from(["right", "left"]))
def test_no_hanging_text_covers_another_and_no_pole_crosses_a_text(found, side) -> None:
    flags = [Flag(pole, wide, high, side) for pole, wide, high in found]

    tops = hung(flags, 8)

    placed = list(zip(flags, tops, strict=True))
    for (one, top), (other, below) in combinations(placed, 2):
        apart = one.right <= other.left or other.right <= one.left
        assert apart or top + one.height <= below or below + other.height <= top
    for flag, top in placed:
        for other, below in placed:
            if other is not flag and other.left < flag.pole < other.right:
                assert below >= top, "a pole runs through a text that hangs above its own"


@given(st.lists(st.tuples(st.floats(0, 1), WIDTHS), max_size=20), st.floats(1, 5))
def test_what_is_apart_on_a_phone_is_apart_on_every_wider_screen(
    found: list[tuple[float, float]], wider: float
) -> None:
    chosen = rows([Box(share * 288, share * 288 + wide) for share, wide in found], 2)

    spread = [Box(share * 288 * wider, share * 288 * wider + wide) for share, wide in found]
    for (one, row), (other, same) in combinations(zip(spread, chosen, strict=True), 2):
        if row == same:
            assert one.right <= other.left + 1e-6 or other.right <= one.left + 1e-6


@given(st.lists(st.text(alphabet="abcMWi", min_size=1, max_size=8), max_size=20), st.floats(120, 400))
def test_broken_lines_fit_and_lose_no_word(words: list[str], room: float) -> None:
    broken = lines(" ".join(words), room, 13)

    assert " ".join(broken).split() == words
    assert all(width(line, 13) <= room for line in broken)


@given(st.lists(st.tuples(st.integers(1900, 2050), st.integers(0, 12), st.integers(0, 28)), min_size=1, max_size=60))
def test_every_date_is_counted_and_a_vague_one_never_as_certain_of_one_of_its_months(found) -> None:
    texts = [
        f"{year:04d}" if not month else f"{year:04d}-{month:02d}" if not day else f"{year:04d}-{month:02d}-{day:02d}"
        for year, month, day in found
    ]
    given_dates = [dates.parse(text) for text in texts]
    first = min(date.earliest for date in given_dates if date.earliest)
    last = max(date.latest for date in given_dates if date.latest)

    made = bins(given_dates, first, last)

    assert all(a.after == b.first for a, b in pairwise(made))
    for b in made:
        within = [
            d
            for d in given_dates
            if d.earliest and d.latest and b.first <= d.earliest.toordinal() and d.latest.toordinal() < b.after
        ]
        touching = [
            d
            for d in given_dates
            if d.earliest and d.latest and b.first <= d.latest.toordinal() and d.earliest.toordinal() < b.after
        ]
        assert b.certain == len(within)
        assert b.possible == len(touching) - len(within)


def test_many_on_one_spot_are_tried_in_few_rows_each(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[object] = []
    free = packing._free

    def trying(*words: Any) -> bool:
        tried.append(words)
        return free(*words)

    monkeypatch.setattr(packing, "_free", trying)

    rows = packing.rows([packing.Box(10, 20 + n % 7) for n in range(200)], 2)

    assert sorted(rows) == list(range(200))
    assert len(tried) < 1_500  # each against every row would be 20,000


def test_of_a_crowd_it_is_told_that_it_has_no_room_without_placing_all_of_it() -> None:
    same = [Box(0, 1)] * 1000

    assert rows(same, 1, 3) == (0, 1, 2, 3)
    assert rows(same[:3], 1, 3) == (0, 1, 2)
    assert rows(same, 1, -1) == (0,)
