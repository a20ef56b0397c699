"""A slip of punctuation is named where it was made, and a remedy was tried before it is offered."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import yaml

from timeline.checks import read
from timeline.loader import Loaded

HEAD = "record: {title: The bridge, through: 2026-11-22}\n"


def load(text: str) -> Loaded:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "record.yaml").write_text(HEAD + text, encoding="utf-8")
        return read(Path(folder), "data")


def told(text: str) -> list[tuple[str, str]]:
    """Code and place of each fault; the text begins in line 2, and nothing in it need be used."""
    return [(p.code, f"{p.span.line}:{p.span.column}") for p in load(text).problems if p.code != "unused"]


def topics(*lines: str) -> str:
    return (
        "topics:\n  - id: ferry\n" + "".join(f"    {line}\n" for line in lines) + "  - {id: harbour, name: Harbour}\n"
    )


@pytest.mark.parametrize(
    ("lines", "code", "place"),
    [
        (("name: The ferry: a history",), "unquoted-text", "4:20"),
        (("name: @ferry",), "unquoted-text", "4:11"),
        (("name: `ferry`",), "unquoted-text", "4:11"),
        (("name: %ferry",), "unquoted-text", "4:11"),
        (("name: *ferry* and bridge",), "unquoted-text", "4:11"),
        (("name: **ferry**",), "unquoted-text", "4:11"),
        (("name: [The] ferry",), "unquoted-text", "4:11"),
        (("name: {The} ferry",), "unquoted-text", "4:11"),
        (("name: - ferry",), "unquoted-text", "4:11"),
        (("name: ? ferry",), "unquoted-text", "4:11"),
        (("name: | ferry",), "unquoted-text", "4:11"),
        (("name: > ferry",), "unquoted-text", "4:11"),
        (("name: ] ferry",), "yaml-syntax", "4:11"),
        (("name: , ferry",), "unquoted-text", "4:11"),
        (('name: "The" ferry',), "unquoted-text", "4:15"),
        (("name: 'The ferry's end'",), "unquoted-text", "4:21"),
        (('name: "The "old" ferry"',), "unquoted-text", "4:16"),
        (('name: "C:\\docs"',), "unquoted-text", "4:14"),
        (('name: "The ferry',), "unclosed-quote", "4:11"),
        (("name: 'The ferry",), "unclosed-quote", "4:11"),
        (('name: "The ferry', 'about: "Its history"'), "unclosed-quote", "4:11"),
        (("name: Ferry", 'about: "Its history', "aliases: ['boat']"), "unclosed-quote", "5:12"),
        (("name: Ferry", "aliases: [boat"), "unclosed-bracket", "5:14"),
        (("name: Ferry", "aliases: [boat, ship", "about: x"), "unclosed-bracket", "5:14"),
        (("name: Ferry", "aliases: boat]]"), "bad-id", "5:14"),
        (("name Ferry",), "yaml-syntax", "4:5"),
        (("name:Ferry",), "yaml-syntax", "4:5"),
        (("name: Ferry", "about:A boat"), "yaml-syntax", "5:5"),
        (("name: Ferry", "about A boat"), "yaml-syntax", "5:5"),
        ((" name: Ferry",), "bad-indentation", "4:6"),
        (("name: Ferry", "  about: A boat"), "bad-indentation", "5:7"),
        (("name: Ferry", "- about: A boat"), "bad-indentation", "5:5"),
    ],
)
def test_a_slip_is_named_where_it_was_made(lines: tuple[str, ...], code: str, place: str) -> None:
    assert told(topics(*lines)) == [(code, place)]


def test_a_line_one_space_too_far_left_is_moved_back() -> None:
    assert told("topics:\n  - id: ferry\n   name: Ferry\n    about: A boat\n") == [("bad-indentation", "4:4")]


def test_a_dash_one_space_too_far_left_is_moved_with_its_record() -> None:
    text = "topics:\n  - id: ferry\n    name: Ferry\n - id: harbour\n   name: Harbour\n"

    assert told(text) == [("bad-indentation", "5:2")]


def test_each_of_several_slips_is_told() -> None:
    text = topics("name: Ferry: a history", "about The boat", "aliases: [boat")

    assert [code for code, _ in told(text)] == ["unquoted-text", "yaml-syntax", "unclosed-bracket"]


def test_a_tab_behind_a_dash_is_told_as_a_tab() -> None:
    assert told("topics:\n  -\tid: ferry\n    name: Ferry\n") in ([("tab-indentation", "3:4")], [])


def test_a_tab_between_words_is_no_fault() -> None:
    assert told("topics:\n  - {id: ferry, name: The\tferry}\n") == []


def test_a_slip_in_a_long_file_is_found_in_time() -> None:
    records = "".join(f"  - id: t{n}\n    name: Topic {n}\n    about: About it.\n" for n in range(20_000))
    text = "topics:\n" + records.replace("name: Topic 10000", 'name: "Topic 10000')

    assert told(text) == [("unclosed-quote", "30004:11")]


def test_every_message_of_the_parser_is_told_in_plain_words() -> None:
    texts = ["%YAML 3.0\n---\nx: y\n", "a: !<x\n", "a: &\n", "a: *\n", "a: |99\n x\n", "&a &b c: d\n", "a: !b!c d\n"]
    for text in texts:
        for problem in load(text).problems:
            words = f"{problem.sentence} {problem.label} {problem.help}"
            assert not any(jargon in words for jargon in ("token", "scanning", "parsing", "scalar", "node", "flow"))


def test_a_remedy_that_quotes_a_text_gives_that_text() -> None:
    for written in ("The ferry: a history", "@ferry", '"The" ferry', "'The ferry's end'", "[The] ferry"):
        problem = load(topics(f"name: {written}")).problems[0]
        literal = problem.help.partition(": ")[2].strip("`")

        assert yaml.safe_load(literal).strip("'\"").replace('"', "") == written.strip("'\"").replace('"', "")
