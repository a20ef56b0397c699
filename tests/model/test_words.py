"""A word of a field is told alike wherever it stands: what it means, what readers call it, which mark it has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import timeline.browser
from timeline.charts.svg.pen import SYMBOLS
from timeline.model import words

STYLES = Path(timeline.browser.__file__).parent / "css"
SILENT = {"course": {"happened"}, "access": {"open"}}
"""What goes without saying."""


@pytest.mark.parametrize("field", [name for name in vars(words) if f"{name}_NAMES" in vars(words)])
def test_every_word_has_a_name_for_readers_unless_it_goes_without_saying(field: str) -> None:
    meanings, names = getattr(words, field), getattr(words, f"{field}_NAMES")

    assert set(names) == set(meanings) - SILENT.get(field.lower(), set())


def test_every_status_is_explained_to_readers_and_has_its_mark_in_text_and_on_charts() -> None:
    styles = "".join(file.read_text("utf-8") for file in STYLES.rglob("*.css"))

    assert list(words.STATUS_FOR_READERS) == list(words.STATUS) == list(words.STATUS_OF_SEVERAL)
    assert set(words.STATUS) <= set(SYMBOLS)
    assert set(re.findall(r"\.tl-status--(\w+)::before", styles)) == set(words.STATUS)
