"""Texts that YAML ends at a sign that was meant."""

from __future__ import annotations

import pytest

from timeline.loader.yaml_tree import compose

CUT = {
    "text: Bridge #4 opens": 'put the text in quotation marks: `"Bridge #4 opens"`',
    "  - title: Sieg #1 im Land  ": 'put the text in quotation marks: `"Sieg #1 im Land"`',
    'text: The "new" bridge #4': 'put the text in quotation marks: `"The \\"new\\" bridge #4"`',
    "x: {text: Bridge #4 opens\n}": 'put the text in quotation marks: `"Bridge #4 opens"`',
    "authors: [A, B #7\n]": 'put the text in quotation marks: `"B #7"`',
    "text: >-\n  a\nnote: a\n  b #c": "put the text in quotation marks",
}
WHOLE = [
    "text: Bridge 4 opens # the fourth one",
    "text: 'Bridge #4 opens'",
    "text: Bridge#4 opens",
    "text: >-\n  Bridge #4 opens",
    "date: 1931 #4",
    "#4 text: Bridge",
    "text: Bridge ## 4",
    "id: bridge #4",
]


@pytest.mark.parametrize("line", CUT)
def test_a_text_that_ends_before_a_sign_is_told_with_the_whole_of_it(line: str) -> None:
    _, problems = compose("events.yaml", line)

    assert [problem.code for problem in problems] == ["cut-text"]
    assert problems[0].help.startswith(CUT[line])
    assert problems[0].help.endswith(", or write a space behind `#` if a note to editors begins here")


@pytest.mark.parametrize("line", WHOLE)
def test_a_note_to_editors_and_a_sign_in_quotation_marks_are_let_be(line: str) -> None:
    assert compose("events.yaml", line)[1] == []
