"""Where forecasts stand: nothing that was said is cut, nothing lies over anything else, and days keep their order."""

from __future__ import annotations

import datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline import dates
from timeline.charts.forecasts import Forecast
from timeline.charts.slip_layout import BESIDE, LEAD, Layout, Line, layout
from timeline.charts.svg.drawing import WIDTHS
from timeline.charts.svg.metrics import balanced, lines, width
from timeline.charts.svg.pen import SIZE, Pen
from timeline.model import Expectation

DAYS = st.dates(datetime.date(2025, 1, 1), datetime.date(2026, 6, 30))
WORDS = st.lists(st.text("abcdefgmw 7.,–", min_size=1, max_size=30), min_size=1, max_size=9).map(
    lambda words: " ".join(" ".join(words).split()) or "soon"
)


@st.composite
def forecasts(draw: st.DrawFn) -> tuple[Forecast, ...]:
    made = []
    for number, day in enumerate(sorted(draw(st.lists(DAYS, min_size=1, max_size=12)))):
        said = dates.parse(draw(st.sampled_from([day.isoformat(), f"{day:%Y-%m}"])))
        after = day + datetime.timedelta(days=draw(st.integers(0, 300)))
        window = draw(st.sampled_from([None, dates.parse(after.isoformat()), dates.parse(f"{after:%Y-%m}")]))
        expectation = Expectation.model_construct(
            id=f"f{number}", said=said, window=window, window_basis="stated", wording=draw(WORDS)
        )
        told = draw(st.sampled_from([0, 0, 1]))
        made.append(
            Forecast(
                expectation,
                said,
                draw(st.sampled_from(["", "Reuters", draw(WORDS)])),
                "open",
                (),
                None,
                told,
                draw(st.sampled_from(["", "The Munich Eye"])),
            )
        )
    return tuple(sorted(made, key=lambda f: f.said.sort_key))


def laid(found: tuple[Forecast, ...], size: str) -> tuple[Pen, Layout]:
    pen = Pen(WIDTHS[size], "x")
    return pen, layout(found, datetime.date(2024, 12, 1), datetime.date(2027, 6, 30), pen)


def boxes(pen: Pen, line: Line) -> list[tuple[float, float, float, float]]:
    """Left, right, top and bottom of each row of words, with letters as high as they may be."""
    saying, found = line.saying, []
    for (words, by), base in zip(saying.rows, line.baselines(), strict=True):
        room = width(f"{words} {by}".strip(), SIZE, bold=bool(line.forecast.number and words))
        shift = 0.0 if saying.side == "above" else -BESIDE if saying.end else BESIDE
        at = saying.place * pen.width + shift
        found.append((at - room, at, base - 11, base + 4) if saying.end else (at, at + room, base - 11, base + 4))
    return found


@given(forecasts(), st.sampled_from(["s", "m", "l", "p"]))
def test_every_word_that_was_said_and_every_name_is_there(found: tuple[Forecast, ...], size: str):
    _, at = laid(found, size)

    for line in at.lines:
        said = "".join(words for words, _ in line.saying.rows).replace(" ", "")
        told = f"{line.forecast.number}." if line.forecast.number else ""
        assert said == told + line.forecast.words.replace(" ", "")
        assert "".join(by for _, by in line.saying.rows).replace(" ", "") == line.forecast.source.replace(" ", "")


@given(forecasts(), st.sampled_from(["s", "m", "l", "p"]))
def test_no_row_of_words_is_outside_or_over_another(found: tuple[Forecast, ...], size: str):
    pen, at = laid(found, size)

    every = [box for line in at.lines for box in boxes(pen, line)]
    for left, right, top, bottom in every:
        assert -0.01 <= left <= right <= pen.width + 0.01
        assert 0 <= top < bottom <= at.height
    for one, other in pairwise(every):
        assert other[2] >= one[3] - 4 or other[0] > one[1] or other[1] < one[0], (one, other)
        assert other[2] > one[2]


@given(forecasts(), st.sampled_from(["s", "m", "l", "p"]))
def test_lines_follow_the_order_in_which_things_were_said_and_today_never_goes_back(
    found: tuple[Forecast, ...], size: str
):
    _, at = laid(found, size)

    assert [line.forecast for line in at.lines] == list(found)
    assert all(other.y - one.y >= LEAD for one, other in pairwise(at.lines))
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(at.down.knots))


@given(forecasts(), st.sampled_from(["s", "m", "l", "p"]))
def test_a_day_lasts_until_the_last_words_that_were_said_on_it(found: tuple[Forecast, ...], size: str):
    """What was expected afterwards is drawn below them, and underlines nothing."""
    pen, at = laid(found, size)

    for line in at.lines:
        day = line.forecast.said
        if day.is_day and day.earliest:
            top, bottom = at.down(day.earliest.toordinal()), at.down(day.earliest.toordinal() + 1)
            assert top <= line.y <= bottom
            assert all(low <= bottom + 0.01 for *_, low in boxes(pen, line))


@given(WORDS, st.floats(40, 600))
def test_balanced_rows_are_as_few_as_can_be_and_none_is_too_long(words: str, room: float):
    made = balanced(words, room, SIZE)

    assert len(made) == len(lines(words, room, SIZE))
    assert "".join(made).replace(" ", "") == words.replace(" ", "")
    assert all(width(row, SIZE) <= room for row in made)
