"""The picture of relays: nothing overlaps, nothing leaves it, and it says as many documents as there are."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline.charts.relays import svg, told
from timeline.charts.relays_layout import (
    FONT,
    LABEL,
    NAME,
    ROW,
    ROWS,
    SAID,
    SMALL,
    WIDTH,
    Drawing,
    Mark,
    Placed,
    layout,
)
from timeline.charts.svg.metrics import width

NUMBERS = st.integers(1, 120).map(str) | st.lists(st.integers(1, 99), min_size=2, max_size=4).map(
    lambda found: ", ".join(map(str, found))
)


def relays(below: st.SearchStrategy[list[Mark]]) -> st.SearchStrategy[Mark]:
    return st.builds(lambda text, found: Mark(text, "relay", tuple(found)), NUMBERS | st.just(""), below)


RELAYS = st.recursive(relays(st.just([])), lambda inner: relays(st.lists(inner, max_size=3)), max_leaves=6)
ENDS = st.builds(
    lambda shape, name, below: Mark("", shape, tuple(below), name=name, said="origin, not seen by us, note 1"),
    st.sampled_from(["origin", "unseen", "end"]),
    st.sampled_from(["Wire", "A long name of a newspaper that goes on, and then of its owner", "新华社", "M" * 40]),
    st.lists(RELAYS, max_size=4),
)


def box(placed: Placed) -> tuple[float, float, float, float]:
    return (
        placed.x - placed.width / 2,
        placed.y - placed.height / 2,
        placed.x + placed.width / 2,
        placed.y + placed.height / 2,
    )


def words(placed: Placed, label: float) -> tuple[float, float, float, float]:
    """What is written beside an end."""
    wide = max([width(line, FONT, bold=True) for line in placed.lines] + [width(line, SMALL) for line in placed.said])
    high = NAME * len(placed.lines) + SAID * len(placed.said)
    return (label, placed.y - high / 2, label + wide, placed.y + high / 2)


def apart(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def drawn(ends: list[Mark]) -> Drawing:
    return layout(ends)


@given(st.lists(ENDS, min_size=1, max_size=16))
def test_no_mark_lies_on_another_and_none_leaves_the_picture(ends: list[Mark]) -> None:
    drawing = drawn(ends)
    boxes = [box(placed) for placed in drawing.placed]

    for number, one in enumerate(boxes):
        assert one[0] >= 0
        assert one[2] <= WIDTH
        assert one[1] >= 0
        assert one[3] <= drawing.height + 0.01
        assert all(apart(one, other) for other in boxes[number + 1 :])
    names = [placed for placed in drawing.placed if placed.to is None]
    told_of = [words(placed, drawing.label) for placed in names]
    for one in told_of:
        assert one[0] >= drawing.label
        assert one[2] <= WIDTH
        assert one[1] >= 0
        assert one[3] <= drawing.height
        assert all(apart(one, other) for other in boxes)
    assert all(a[3] < b[1] for a, b in pairwise(told_of))
    assert drawing.height <= (ROWS + 2) * ROW + LABEL or len(names) == 1


@given(st.lists(ENDS, min_size=1, max_size=8))
def test_the_picture_says_of_every_document_that_it_is_there(ends: list[Mark]) -> None:
    def size(mark: Mark) -> int:
        return 1 + sum(map(size, mark.below))

    drawing = drawn(ends)
    left = [int(p.mark.text[1:]) for p in drawing.placed if p.mark.text.startswith("+")]
    marks = sum(1 for p in drawing.placed if not p.mark.text.startswith("+"))
    without = sum(size(end) for end in ends[len(ends) - drawing.left_out :]) if drawing.left_out else 0
    assert marks + sum(left) + without == sum(map(size, ends))


@given(st.lists(ENDS, min_size=1, max_size=8))
def test_every_name_and_every_number_of_a_note_is_whole(ends: list[Mark]) -> None:
    drawing = drawn(ends)

    for placed in drawing.placed:
        if placed.to is None:
            assert "".join("".join(placed.lines).split()) == "".join(placed.mark.name.split())
            assert " ".join(placed.said) == placed.mark.said
        else:
            assert " ".join(placed.lines) == placed.mark.text
            assert all(width(line, FONT) <= placed.width for line in placed.lines)


def test_six_articles_and_their_report_read_as_one_voice() -> None:
    ends = [
        Mark(
            "", "unseen", tuple(Mark(str(n), "relay") for n in range(1, 7)), name="Wire", said="origin, not seen by us"
        ),
        Mark("7", "origin", name="Gazette", said="origin, note 7"),
    ]

    assert told(ends) == (
        "Notes 1, 2, 3, 4, 5, 6 lead to Wire (origin, not seen by us). Gazette (origin, note 7) stands alone."
    )
    picture = svg(ends, layout(ends), "Who repeats whom <here>")
    assert picture.count('class="tl-fig-line"') == 6
    assert re.findall("<title[^>]*>(.*?)</title>", picture) == ["Who repeats whom &lt;here&gt;"]
    assert 'style="' not in picture


def test_the_document_of_the_page_stands_once_with_a_line_to_each_that_it_repeats() -> None:
    here = Mark("", "relay", here=True)
    ends = [
        Mark("", "origin", (here._replace(below=(Mark("", "relay"), Mark("", "relay"))),), name="A"),
        Mark("", "origin", (here,), name="B"),
    ]

    picture = svg(ends, layout(ends), "T")

    assert picture.count("tl-fig-here") == 1
    assert picture.count('class="tl-fig-line"') == 4


def test_a_crowd_is_bounded_and_says_how_many_it_leaves_out() -> None:
    crowd = tuple(Mark(str(n), "relay") for n in range(1, 201))
    ends = [Mark("", "origin", crowd, name="Wire")]

    picture = svg(ends, layout(ends), "T")

    assert "+188" in picture
    assert len(picture) < 12_000
