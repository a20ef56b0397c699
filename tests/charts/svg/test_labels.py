"""Names stand beside their marks whole, or not at all: no chart of the site cuts a word."""

from __future__ import annotations

import re
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from timeline.charts.svg.labels import LEAD, Label, drawn, labels
from timeline.charts.svg.metrics import in_lines, lines, width
from timeline.charts.svg.packing import Box, Form, stacked
from timeline.charts.svg.pen import SIZE, Pen
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.pages import assets, site_files
from timeline.queries.index import Index

WIDTHS = st.sampled_from([288.0, 640.0, 860.0, 1040.0])
NAMES = st.lists(st.text(alphabet="abcdeMWil1,中é", min_size=1, max_size=12), min_size=1, max_size=14).map(" ".join)
MARKS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.1), NAMES), min_size=1, max_size=14)
MOST = 24


def marks(wide: float, found: list[tuple[float, float, str]]) -> list[tuple[str, Box]]:
    """Marks with their names, all of them on the drawing."""
    return [(name, Box(start * wide * 0.9 + 7, (start * 0.9 + long) * wide + 7)) for start, long, name in found]


def forms(pen: Pen, name: str, mark: Box) -> tuple[tuple[Label, ...], tuple[Form, ...]]:
    ways = tuple(labels(pen, name, mark))
    return ways, (*(label.form for label in ways), Form(mark))


@given(WIDTHS, MARKS)
def test_no_name_lies_on_another_or_on_a_mark_and_none_leaves_the_drawing(wide: float, found) -> None:
    pen = Pen(wide, "x")
    made = [forms(pen, name, mark) for name, mark in marks(wide, found)]

    chosen = stacked([each for _, each in made], 2, MOST)

    taken = [(each[number], row) for (_, each), (number, row) in zip(made, chosen, strict=True)]
    for (one, row), (other, below) in combinations(taken, 2):
        if row < below + other.rows and below < row + one.rows:
            assert one.box.right + 2 <= other.box.left or other.box.right + 2 <= one.box.left
    for (ways, _), (number, row) in zip(made, chosen, strict=True):
        if number < len(ways):
            label = ways[number]
            assert row + label.form.rows <= MOST
            assert label.form.rows * 18 >= len(label.lines) * LEAD


@given(WIDTHS, MARKS)
def test_a_name_has_all_its_words_within_its_room_beside_its_mark(wide: float, found) -> None:
    pen = Pen(wide, "x")
    for name, mark in marks(wide, found):
        for label in labels(pen, name, mark):
            longest = max(width(line, SIZE) for line in label.lines)
            assert " ".join(label.lines).split() == name.split()
            beside = label.form.box.right - mark.right if not label.end else mark.left - label.form.box.left
            assert longest < beside
            assert (mark.left - longest >= 0) if label.end else (mark.right + longest <= wide)
            assert drawn(pen, label, 0.5, 9, 8).count("<text") == len(label.lines)


@given(WIDTHS, MARKS)
def test_on_a_wider_screen_names_are_still_apart(wide: float, found) -> None:
    """Places move apart and texts stay as long as they are."""
    pen = Pen(wide, "x")
    marked = marks(wide, found)
    made = [forms(pen, name, mark) for name, mark in marked]
    chosen = stacked([each for _, each in made], 2, MOST)

    def moved(mark: Box, form: Form) -> Box:
        more = 0.4
        return Box(form.box.left + mark.left * more, form.box.right + mark.right * more)

    taken = [
        (moved(mark, each[number]), row, each[number].rows)
        for (_, mark), (_, each), (number, row) in zip(marked, made, chosen, strict=True)
    ]
    for (one, row, high), (other, below, deep) in combinations(taken, 2):
        if row < below + deep and below < row + high:
            assert one.right <= other.left + 1e-6 or other.right <= one.left + 1e-6


@given(NAMES, st.integers(1, 6))
def test_words_in_so_many_lines_are_all_there_and_as_narrow_as_can_be(name: str, number: int) -> None:
    made = in_lines(name, number, SIZE)

    widest = max(width(line, SIZE) for line in made)
    assert len(made) <= number
    assert " ".join(made).split() == name.split()
    assert len(lines(name, widest - 2, SIZE)) > number or any(width(word, SIZE) > widest - 2 for word in name.split())


def test_a_mark_whose_name_has_no_room_stands_without_it() -> None:
    narrow, wide = Form(Box(10, 20)), Form(Box(10, 90), 3)

    assert stacked([(wide, narrow), (wide, narrow)], 2, 4) == ((0, 0), (1, 3))


def test_no_chart_of_the_record_cuts_a_word(sample: Timeline, sample_pages: dict[str, Page]) -> None:
    texts = {page.address: page.body for page in sample_pages.values()}
    texts |= {file.path: file.text for page in sample_pages.values() for file in page.files}
    texts |= {file.path: file.text for file in site_files(Index(sample))}
    texts |= {asset.name: asset.text for asset in assets(Index(sample)) if "<svg" in asset.text}

    said = {(name, words) for name, text in texts.items() for words in re.findall(r"<text[^>]*>(.*?)</text>", text)}
    assert len(said) > 1000
    assert sorted(found for found in said if re.sub("<[^>]+>", "", found[1]).rstrip().endswith(("…", "..."))) == []
