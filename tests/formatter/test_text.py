"""A text is written so that no tool takes it for anything else, and no more marked than it has to be."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from tests.formatter.authors import texts
from timeline.formatter.text import WIDTH, block, folded, inline


@given(texts(), st.booleans())
@example("no", False)
@example("0o17", False)
@example("1:30", False)
@example("2025-04-09", True)
@example("=", True)
def test_a_tool_that_guesses_types_reads_the_text(text, brackets) -> None:
    said = folded(text)
    written = inline(said, brackets=brackets)

    assert yaml.safe_load(f"[{written}]" if brackets else f"k: {written}") in ([said], {"k": said})


@given(texts(), st.integers(2, 12))
def test_a_folded_text_comes_back_as_one_line(text, indent) -> None:
    said = folded(text)

    lines = list(block(said, indent))

    assert yaml.safe_load("k: >-\n" + "\n".join(lines) + "\n") == {"k": said}
    assert all(len(line) <= WIDTH or " " not in line.strip() for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opens",
        "Huawei's AI processors",
        "licensed; buyers asked to justify orders",
        "(no headline)",
        "10 June",
        "Mr. O'Neill: no",
        "https://example.org/a?b=c#d",
    ],
)
def test_a_harmless_text_stands_plain(text) -> None:
    assert inline(text) == (text if ": " not in text else f'"{text}"')


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2024", '"2024"'),
        ("NO", '"NO"'),
        ("~", '"~"'),
        ("Bridge: a history", '"Bridge: a history"'),
        ('"Bridge" opens', "'\"Bridge\" opens'"),
        ('"It\'s" "open"', "'\"It''s\" \"open\"'"),
        ("#1", '"#1"'),
        ("C:\\bridge: a", "'C:\\bridge: a'"),
    ],
)
def test_a_text_that_could_be_misread_stands_in_the_quotation_marks_it_needs_least_help_in(text, written) -> None:
    assert inline(text) == written


@pytest.mark.parametrize("text", ["2024", "2024-05-01", "2024-05~", "true"])
def test_a_date_and_a_flag_look_like_what_they_are(text) -> None:
    assert inline(text, typed=True) == text


def test_commas_and_brackets_mean_something_between_brackets_only() -> None:
    assert inline("bridges, old [and new]") == "bridges, old [and new]"
    assert inline("bridges, old", brackets=True) == '"bridges, old"'
