"""Whatever stands in a file, it is answered in words."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.problems.golden import BASE
from tests.work import calls
from timeline.checks import read
from timeline.loader import Loaded
from timeline.problems import Problem
from timeline.problems.excerpt import lines_of
from timeline.problems.report import as_github, as_json, as_text

RECORD = "".join(text for name, text in BASE.items() if name != "earlier.yaml")
BYTES = st.binary(max_size=400)
PIECES = st.sampled_from(
    [
        *("\t", " ", "  ", "\n", "\r", "\r\n", '"', "'", ": ", ":", "- ", "[", "]", "{", "}", "|", ">", "#", ",", "\\"),
        *("&a ", "*a", "!!str ", "<<: ", "? ", "---\n", "...\n", "%", "@", "`", "~", "null", "2025-13", "cite: "),
        *("\0", "\ufeff", "\u2028", "\u202e", "漢字", "é", "\N{MUSICAL SYMBOL G CLEF}"),
        *("id: x\n", "record:\n", "events:\n"),
    ]
)


def read_bytes(content: bytes | str) -> Loaded:
    """A folder with one file in it, and everything said about it in each form."""
    with tempfile.TemporaryDirectory() as folder:
        raw = content.encode("utf-8", errors="surrogatepass") if isinstance(content, str) else content
        (Path(folder) / "record.yaml").write_bytes(raw)
        loaded = read(Path(folder), "data")
    told = as_text(loaded.problems, loaded.files), as_json(loaded.problems), as_github(loaded.problems)
    assert all(isinstance(text, str) for text in told)
    assert max((len(line) for line in told[0].split("\n") if " | " in line and "^" not in line), default=0) <= 80
    return loaded


def within(problem: Problem, loaded: Loaded) -> bool:
    """Whether a problem points at a place that its file has."""
    span = problem.span
    if not span.line:
        return span.file in ("data", *loaded.files)
    lines = lines_of(loaded.files[span.file])
    starts = span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1
    ends = span.end_line <= len(lines) and span.end_column <= len(lines[span.end_line - 1]) + 2
    return starts and ends and (span.line, span.column) < (span.end_line, span.end_column)


@given(BYTES)
def test_any_bytes_are_read_or_refused_in_words(content: bytes) -> None:
    loaded = read_bytes(content)

    assert loaded.problems
    assert all(within(problem, loaded) for problem in loaded.problems)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_words(content: str) -> None:
    loaded = read_bytes(content)

    assert all(within(problem, loaded) for problem in loaded.problems)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A sound record after a few slips: characters deleted, put in or replaced, lines moved or lost."""
    text = RECORD
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 12))
        slip = draw(st.sampled_from(["delete", "insert", "replace", "line", "twice", "indent"]))
        if slip == "delete":
            text = text[:start] + text[start + length :]
        elif slip == "insert":
            text = text[:start] + draw(PIECES) + text[start:]
        elif slip == "replace":
            text = text[:start] + draw(PIECES) + text[start + length :]
        else:
            lines = text.split("\n")
            number = text.count("\n", 0, start)
            changed = {
                "line": [],
                "twice": [lines[number]] * 2,
                "indent": [" " * draw(st.integers(0, 3)) + lines[number].lstrip()],
            }[slip]
            text = "\n".join([*lines[:number], *changed, *lines[number + 1 :]])
    return text


@settings(max_examples=400)
@given(spoilt())
def test_a_slip_anywhere_is_told_at_a_place_that_the_file_has(text: str) -> None:
    loaded = read_bytes(text)

    for problem in loaded.problems:
        assert within(problem, loaded), problem
        assert problem.help


@settings(max_examples=50)
@given(spoilt())
def test_the_same_files_are_told_the_same(text: str) -> None:
    first, second = read_bytes(text), read_bytes(text)

    assert as_text(first.problems, first.files) == as_text(second.problems, second.files)
    assert first.timeline == second.timeline


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_ends_give_the_same_places(end: str) -> None:
    text = RECORD.replace("kind: release", "kind: relase").replace("\n", end)

    loaded = read_bytes(text)

    told = [(p.code, p.span.line) for p in loaded.problems]
    assert told == [("unused", 3), ("unused", 18), ("unknown-word", 26)]


def test_a_byte_order_mark_moves_no_column() -> None:
    loaded = read_bytes(b"\xef\xbb\xbf" + b"recrod: {}")

    assert [(p.code, str(p.span)) for p in loaded.problems] == [("unknown-key", "data/record.yaml:1:1")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_named(encoding: str) -> None:
    loaded = read_bytes(RECORD.encode(encoding))

    assert [(p.code, p.label) for p in loaded.problems] == [("not-utf8", f"it is {encoding[:6].upper()}")]


def test_a_picture_saved_as_yaml_is_not_told_byte_by_byte() -> None:
    loaded = read_bytes(b"\0\1\2" * 100_000)

    assert len(loaded.problems) < 30


def test_a_letter_of_latin_1_behind_letters_of_utf_8_is_found_in_its_column() -> None:
    loaded = read_bytes("# 漢字é ".encode() + b"\xe9\n")

    problem = next(problem for problem in loaded.problems if problem.span.line)
    assert (problem.code, problem.span.line, problem.span.column) == ("not-utf8", 1, 7)
    assert "é" in problem.label


def bomb(levels: int) -> str:
    """Each level names the one before nine times: followed, it would be nine times as large with every level."""
    lines = (f"a{n}: &a{n} [{', '.join([f'*a{n - 1 or str()}'] * 9)}]\n" for n in range(1, levels))
    return "a: &a [x]\n" + "".join(lines)


@pytest.mark.parametrize(
    ("made", "size"),
    [
        pytest.param(lambda n: "a: " + "[" * n, 10_000, id="brackets"),
        pytest.param(lambda n: "a: " + "[" * n + "]" * n, 10_000, id="closed brackets"),
        pytest.param(lambda n: "a: " + '["]", ' * n, 5_000, id="brackets that text closes"),
        pytest.param(lambda n: "a: " + "{a: " * n, 10_000, id="braces"),
        pytest.param(lambda n: "- " * n + "x", 25_000, id="dashes"),
        pytest.param(lambda n: "? " * n + "x", 25_000, id="keys of keys"),
        pytest.param(lambda n: "".join(" " * level + "a:\n" for level in range(n)), 500, id="levels"),
        pytest.param(bomb, 20, id="a bomb of aliases"),
        pytest.param(lambda n: "title: " + "x" * n, 1_000_000, id="a long line"),
        pytest.param(lambda n: "title: " + "x y " * n, 250_000, id="a long line of words"),
        pytest.param(lambda n: "title: " + "x: " * n, 250_000, id="a long line of colons"),
        pytest.param(lambda n: "x" * n + ": y", 250, id="a long name"),
        pytest.param(lambda n: '? "' + "x" * n + '"\n: y', 250_000, id="a long name in quotes"),
        pytest.param(lambda n: 'a: "' + "x\n" * n, 2_500, id="an open quotation mark"),
        pytest.param(lambda n: 'a: "x\n' * n, 4_000, id="many open quotation marks"),
        pytest.param(lambda n: "\ta: x\n" * n, 500, id="tabs"),
        pytest.param(lambda n: "topics: [{id: " + "a-" * n + ", name: x}]", 250_000, id="a long id"),
        pytest.param(
            lambda n: "topics: [{id: a, name: x}]\nevents: [{date: " + "9" * n + "}]", 250_000, id="a long date"
        ),
        pytest.param(
            lambda n: "events:\n  - {" + ", ".join(f"k{each}: x" for each in range(n)) + "}", 150, id="unknown keys"
        ),
    ],
)
def test_what_is_made_to_do_harm_is_answered_in_work_that_grows_no_faster_than_it(
    made: Callable[[int], str], size: int
) -> None:
    harm, greater = made(size), made(4 * size)

    assert read_bytes(greater).problems
    assert calls(read_bytes, greater).total() < 5 * calls(read_bytes, harm).total()


def test_an_alias_of_itself_is_not_followed_for_ever() -> None:
    assert "alias" in {problem.code for problem in read_bytes("a: &a [*a]\nb: &b\n  ? *b\n  : x\n").problems}
