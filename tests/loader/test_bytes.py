"""Whatever stands in a file, it is answered in words."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.problems.golden import BASE
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

    assert [(p.code, p.span.line) for p in loaded.problems] == [("unknown-word", 26)]


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


BOMB = "a: &a [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1 or str()}'] * 9)}]\n" for n in range(1, 30))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("brackets", "a: " + "[" * 100_000),
        ("closed brackets", "a: " + "[" * 100_000 + "]" * 100_000),
        ("brackets that text closes", "a: " + '["]", ' * 50_000),
        ("braces", "a: " + "{a: " * 50_000),
        ("dashes", "- " * 100_000 + "x"),
        ("keys of keys", "? " * 50_000 + "x"),
        ("levels", "".join(" " * n + "a:\n" for n in range(2_000))),
        ("a bomb of aliases", BOMB),
        ("an alias of itself", "a: &a [*a]\nb: &b\n  ? *b\n  : x\n"),
        ("a long line", "title: " + "x" * 5_000_000),
        ("a long line of words", "title: " + "x y " * 1_250_000),
        ("a long line of colons", "title: " + "x: " * 1_500_000),
        ("a long name", "x" * 1_000 + ": y"),
        ("a long name in quotes", '? "' + "x" * 1_000_000 + '"\n: y'),
        ("an open quotation mark", 'a: "' + "x\n" * 500_000),
        ("many open quotation marks", 'a: "x\n' * 20_000),
        ("tabs", "\ta: x\n" * 20_000),
        ("a long id", "topics: [{id: " + "a-" * 1_000_000 + ", name: x}]"),
        ("a long date", "topics: [{id: a, name: x}]\nevents: [{date: " + "9" * 1_000_000 + "}]"),
        ("many unknown keys", "events:\n  - {" + ", ".join(f"k{n}: x" for n in range(2_000)) + "}"),
    ],
)
def test_what_is_made_to_do_harm_is_answered_soon(name: str, text: str) -> None:
    start = time.monotonic()

    loaded = read_bytes(text)

    assert loaded.problems
    assert time.monotonic() - start < 10
