"""Whether a sentence names somebody: the name stands in it as words of its own."""

from __future__ import annotations

import pytest

from timeline.checks.attribution_words import names_one


@pytest.mark.parametrize(
    ("text", "name", "named"),
    [
        ("The Gazette has it.", "Gazette", True),
        ("Gazette", "Gazette", True),
        ("The Gazettes have it.", "Gazette", False),
        ("A Gazetteer, and then the Gazette.", "Gazette", True),
        ("In Übergazette stood nothing.", "gazette", False),
        ("The gazette_old has it.", "gazette", False),
        ("As the (P.) Post had it.", "(P.) Post", True),
        ("The paper 7 of it.", "7", True),
        ("The paper ⅶ7 of it.", "7", False),
        ("Nobody.", "", False),
    ],
)
def test_a_name_stands_in_a_sentence_as_words_of_its_own(text: str, name: str, named: bool) -> None:
    assert names_one(text, [name]) is named
