"""Hostile texts on a terminal: shown, and never obeyed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.security.records import COMMANDS
from timeline.cli.commands import timeline as command
from timeline.model import Timeline


@pytest.mark.parametrize(
    "words",
    [
        ("list",), ("show", "e0"), ("show", "s7"), ("show", "e1#first"), ("show", "t3"), ("show", "k2"),
        ("trace", "e2#first"), ("stats",), ("record",), ("list", "--format", "markdown"),
    ],
)  # fmt: skip
def test_what_commands_say_commands_no_terminal(words: tuple[str, ...], folder: Path) -> None:
    done = CliRunner().invoke(command, [*words, "--data", str(folder)])

    assert done.exit_code in (0, 2)
    assert not COMMANDS.search(done.output)


def test_lists_for_programs_have_the_titles_as_they_were_typed(folder: Path, record: Timeline) -> None:
    done = CliRunner().invoke(command, ["list", "--data", str(folder), "--format", "json"])

    assert [row["title"] for row in json.loads(done.stdout)] == [event.title for event in record.events]
