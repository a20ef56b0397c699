"""A fault points at its place in a terminal, in a pull request and for a machine."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.problems import Problem, in_file_order
from timeline.problems.excerpt import excerpt
from timeline.problems.fields import EMPTY_FILE
from timeline.problems.records import MISSING_RECORD, UNKNOWN_SOURCE
from timeline.problems.report import as_github, as_json, as_text, one_as_text, summary
from timeline.span import Span


def fault(line: int, column: int, end: int, file: str = "data/events.yaml") -> Problem:
    span = Span(file, line, column, line, end)
    return UNKNOWN_SOURCE.at(span, owner="the claim", verb="cites", label="no source has this id", help="add it")


def caret(line: str, column: int, end: int) -> tuple[str, str]:
    return excerpt(line, Span("f", 1, column, 1, end), 60)


def test_the_caret_stands_under_what_it_speaks_of() -> None:
    text = one_as_text(fault(1, 7, 14), {"data/events.yaml": "cite: gazette\n"})

    assert text.split("\n")[3:5] == ["1 | cite: gazette", "  |       ^^^^^^^ no source has this id"]


def test_a_chinese_character_takes_two_columns() -> None:
    assert caret("新聞: 公報", 5, 7) == ("新聞: 公報", "      ^^^^")


def test_an_accent_takes_none() -> None:
    assert caret("cafe\u0301: x", 8, 9)[1] == "      ^"


def test_a_tab_is_shown_as_an_arrow() -> None:
    assert caret("\tcite: x", 8, 9) == ("→cite: x", "       ^")


def test_what_is_invisible_is_shown() -> None:
    assert caret("a\u202eb", 2, 3) == ("a\N{REPLACEMENT CHARACTER}b", " ^")


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "x" * 200 + "HERE" + "y" * 200

    shown, carets = caret(line, 201, 205)

    assert len(shown) <= 60
    assert shown[carets.index("^") :][:4] == "HERE"
    assert carets.count("^") == 4


def test_a_caret_at_the_end_of_a_long_line_has_what_stands_before_it() -> None:
    shown, carets = caret("word " * 40 + "END", 201, 204)

    assert shown.endswith("END")
    assert carets.endswith("^^^")
    assert len(shown) > 50


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=300), st.data())
def test_a_caret_never_leaves_its_line(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line) + 1))
    end = data.draw(st.integers(column + 1, len(line) + 2))

    shown, carets = caret(line, column, end)

    assert "\n" not in shown
    assert carets.strip(" ").strip("^") == ""
    assert carets.endswith("^")
    assert len(carets) <= 62


def test_a_line_of_megabytes_is_cut_in_no_time() -> None:
    shown, _ = caret("x" * 5_000_000, 4_000_000, 4_000_010)

    assert len(shown) <= 60


def test_a_fault_of_a_whole_file_has_no_excerpt() -> None:
    problem = EMPTY_FILE.at(Span("data/events.yaml", 0, 0, 0, 0), help="delete the file")

    assert one_as_text(problem, {}) == (
        "warning[empty-file]: the file holds nothing\n--> data/events.yaml\n = help: delete the file\n"
    )


def test_nothing_wrong_is_nothing_said() -> None:
    assert as_text((), {}) == ""
    assert summary(()) == "no problems"


def test_the_last_line_counts() -> None:
    problems = [fault(1, 1, 2), fault(2, 1, 2), EMPTY_FILE.at(Span("a", 0, 0, 0, 0))]

    assert summary(problems) == "2 errors, 1 warning"


def test_json_has_every_place() -> None:
    row = json.loads(as_json([fault(7, 15, 22)]))[0]

    assert (row["code"], row["severity"]) == ("unknown-source", "error")
    assert (row["file"], row["line"], row["column"], row["endLine"], row["endColumn"]) == (
        "data/events.yaml", 7, 15, 7, 22,
    )  # fmt: skip


def test_github_is_told_the_gravest_first() -> None:
    told = as_github([EMPTY_FILE.at(Span("a.yaml", 0, 0, 0, 0), help="delete it"), fault(7, 15, 22)])

    assert told.splitlines() == [
        "::error file=data/events.yaml,title=unknown-source,line=7,col=15,endColumn=22::"
        "the claim cites a source that is not defined%0Ano source has this id%0Ahelp: add it",
        "::warning file=a.yaml,title=empty-file::the file holds nothing%0Ahelp: delete it",
    ]


@pytest.mark.parametrize("odd", ["100%", "a,b", "a:b", "a\nb"])
def test_a_sign_of_githubs_own_does_not_end_a_message(odd: str) -> None:
    told = as_github([fault(1, 1, 2, file=odd)])

    assert told.count("\n") == 1
    assert told.startswith("::error file=")


def test_faults_stand_in_the_order_of_the_files_and_each_once() -> None:
    first, second, other = fault(2, 1, 2), fault(10, 1, 2), MISSING_RECORD.at(Span("data/a.yaml", 0, 0, 0, 0))

    assert in_file_order([second, first, first, other]) == (other, first, second)


def test_what_somebody_typed_makes_no_line_of_its_own_and_commands_no_terminal() -> None:
    typed = "a\n::error::nothing\x1b[31m\u202e"
    problem = UNKNOWN_SOURCE.at(Span("f", 1, 1, 1, 2), owner=typed, verb="cites", label=typed, help=f"write `{typed}`")
    told = r"a\n::error::nothing\u{1b}[31m\u{202e}"

    text = one_as_text(problem, {"f": "x"})

    assert text.splitlines()[0] == f"error[unknown-source]: {told} cites a source that is not defined"
    assert f"^ {told}\n" in text
    assert text.endswith(f"= help: write `{told}`\n")
    assert as_github([problem]).count("\n") == 1
    assert "\x1b" not in as_github([problem])
