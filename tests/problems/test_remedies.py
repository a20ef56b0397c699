"""A remedy that is done to the letter, by somebody who does not think, makes nothing worse.

Tried on a sound record that is spoilt as people spoil one, at any place: what can be done to the letter is done, again
and again, until nothing is left of it. Then there are no more faults than before, and what was typed is still there.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.problems.golden import BASE
from timeline.checks import read
from timeline.loader import Loaded
from timeline.problems import Severity
from timeline.problems.remedies import remedies

RECORD = "".join(text for name, text in BASE.items() if name != "earlier.yaml")
LINES = RECORD.split("\n")
ROUNDS = 8
OF_SIGNS = {
    *("foreign-sign", "cut-text", "control-character", "tab-indentation", "bad-indentation"),
    *("unclosed-quote", "unquoted-text", "unclosed-bracket", "yaml-syntax"),
}
"""Faults whose remedies change signs and spaces, and not a letter; what else is wrong with their record shows later."""


def told(text: str) -> Loaded:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "record.yaml").write_text(text, encoding="utf-8")
        return read(Path(folder), "data")


def errors(loaded: Loaded) -> list[str]:
    return [str(problem) for problem in loaded.problems if problem.severity is Severity.ERROR]


def done(text: str, loaded: Loaded) -> tuple[str, set[str]]:
    """The text after every remedy that says outright what to type, the last fault first; and their codes."""
    lines, codes = text.split("\n"), set[str]()
    for problem in reversed(loaded.problems):
        said = remedies(problem, lines)
        if said:
            lines = [said[0].lines.get(number, line) for number, line in enumerate(lines)]
            codes.add(problem.code)
    return "\n".join(lines), codes


def letters(text: str) -> str:
    return "".join(re.findall(r"\w", text))


def assert_nothing_worse(text: str) -> None:
    loaded = told(text)
    for _ in range(ROUNDS):
        mended, codes = done(text, loaded)
        if mended == text:
            break
        after = told(mended)
        if codes <= OF_SIGNS:
            assert letters(mended) == letters(text), mended
        if not {problem.code for problem in loaded.problems} & OF_SIGNS:
            assert len(errors(after)) <= len(errors(loaded)), (text, mended, errors(loaded), errors(after))
        text, loaded = mended, after
    else:
        pytest.fail(f"one remedy leads to the other: {[p.help for p in loaded.problems]}\n{text}")


Spoil = Callable[[str, int], str]
"""A line and a number that decides where in it, to the line as somebody may have typed it."""


def _at(sign: str) -> Spoil:
    return lambda line, at: line[: at % (len(line) + 1)] + sign + line[at % (len(line) + 1) :]


def _value(change: Callable[[str], str]) -> Spoil:
    """The value of a field, changed."""

    def spoil(line: str, at: int) -> str:
        field = re.match(r"( *(?:- )?\w+: )(.+)$", line)
        return field[1] + change(field[2]) if field else line

    return spoil


def _either(pattern: str, by: str) -> Spoil:
    return lambda line, at: re.sub(pattern, by, line, count=1)


SLIPS: dict[str, Spoil] = {
    "a letter is missing": lambda line, at: line[: at % (len(line) + 1)] + line[at % (len(line) + 1) + 1 :],
    "two letters change places": lambda line, at: (
        line[: at % (len(line) + 1)]
        + line[at % (len(line) + 1) :][1:2]
        + line[at % (len(line) + 1) :][:1]
        + line[at % (len(line) + 1) + 2 :]
    ),
    **{f"{sign!r} gets in": _at(sign) for sign in "\t \"':-#,[]{}@*&!%|>?~`\\\u00a0\u2013\uff1a\u201c\u200d"},
    **{f"{sign!r} stands in a text": _at(sign) for sign in (" #", ": ", " - ", "\u200b", "\u2014", "\u3000")},
    "a space too many": _either(r"^", " "),
    "a space too few": _either(r"^ ", ""),
    "three spaces too many": _either(r"^", "   "),
    "a tab in front": _either(r"^ +", "\t"),
    "a no-break space in front": _either(r"^ +", "\u00a0\u00a0\u00a0\u00a0"),
    "a dash of another kind": _either(r"- ", "\u2013 "),
    "a dot for a dash": _either(r"^( *)- ", "\\1\u2022 "),
    "no space behind the dash": _either(r"^( *)- ", r"\1-"),
    "no colon": _either(":", ""),
    "no space behind the colon": _either(": ", ":"),
    "a wide colon": _either(": ?", "\uff1a"),
    "an equals sign": _either(":", " ="),
    "an open quotation mark": _value(lambda value: f'"{value}'),
    "an open bracket": _value(lambda value: f"[{value}"),
    "brackets around it": _value(lambda value: f"[{value}]"),
    "an id as on pages": _value(lambda value: f"[@{value}]"),
    "a sign in front": _value(lambda value: f"#{value}"),
    "an asterisk in front": _value(lambda value: f"*{value}"),
    "capitals": _value(str.upper),
    "spaces for hyphens": _value(lambda value: value.replace("-", " ")),
    "curly quotation marks": _value(lambda value: f"\u201c{value}\u201d"),
    "nothing": _value(lambda value: ""),
    "null": _value(lambda value: "null"),
    "a tilde": _value(lambda value: "~"),
    "empty quotation marks": _value(lambda value: '""'),
    "unknown": _value(lambda value: "unknown"),
    "the line twice": lambda line, at: f"{line}\n{line}",
}
TYPED = [
    *(
        "2020-05-30/31",
        "2020-05-30/06-02",
        "30 May 2020/2 June",
        "2008-11/12",
        "11 February 1731/2",
        "2024-05-01 - 2024-05-15",
    ),
    *("55 BC", "c. 480 bc/c. 406 bc", "43", "c. 383", "1500-02-29", "1712-02-30", "1582-10-10", "1984/", "[..1984]"),
    *(
        "[1917,1919]",
        '"2020-05-30, 2020-06-02"',
        "Unknown Date",
        "yesterday",
        "soon",
        "2024\u201305",
        "3/4/2025",
        "1.7.2025",
    ),
    *("2025-13", "2025-02-30", "20250401", "2025-0X", "spring 2025", "Q3 2025", "mid-May", "2025-04-09 14:30", "n.d."),
    *("1931\u5e745\u67082\u65e5", "\uff11\uff19\uff13\uff11", "1931\uff0d05", "2025-05-02T25:00", "2025-06/2025-05"),
]
"""What strangers typed for dates in public records, and what their like may type."""


@given(st.sampled_from(sorted(SLIPS)), st.integers(0, len(LINES) - 2), st.integers(0, 60))
def test_what_a_remedy_says_makes_nothing_worse(slip: str, number: int, at: int) -> None:
    spoilt = SLIPS[slip](LINES[number], at)

    assert_nothing_worse("\n".join([*LINES[:number], spoilt, *LINES[number + 1 :]]))


@given(st.lists(st.tuples(st.sampled_from(sorted(SLIPS)), st.integers(0, len(LINES) - 2)), min_size=2, max_size=3))
def test_nor_do_those_of_several_slips(slips: list[tuple[str, int]]) -> None:
    lines = list(LINES)
    for slip, number in slips:
        lines[number] = SLIPS[slip](lines[number], number)

    assert_nothing_worse("\n".join(lines))


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_said_of_a_date_makes_nothing_worse(typed: str) -> None:
    for field in ("date: 1931-05-02", "issued: 1931-05-03", "added: 2026-11-01"):
        assert_nothing_worse(RECORD.replace(field, f"{field.partition(' ')[0]} {typed}"))


ADDRESSES = [
    *(
        "https://tribune.example/story|123.html",
        "https://court.example/docs?q=a^b",
        "https://docs.example/a.aspx?id={0A1B}",
    ),
    *("'https://news.example/list?filter[year]=2025'", "https://wiki.example/Julius_Caesar's_invasions", "10.1000/182"),
    *("doi:10.1000/182", "gazette.example/1931", "gopher://gazette.example/1", "https://me:word@gazette.example/1"),
    *(
        "https://gazette.example/a b",
        "http:/gazette.example/1",
        "arXiv:2501.12948v2",
        "https://gazette/1",
        "www.gazette.example",
    ),
]


@pytest.mark.parametrize("typed", ADDRESSES)
def test_what_is_said_of_an_address_makes_nothing_worse(typed: str) -> None:
    assert_nothing_worse(RECORD.replace("https://gazette.example/1931-05-03", typed))
