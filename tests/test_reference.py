"""What is documented from the code is what the code says."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli.commands import COMMANDS, timeline

TOOL = runpy.run_path(str(Path(__file__).parent.parent / "tools" / "reference.py"))


def test_the_reference_says_what_the_code_says() -> None:
    stale = [path.name for path, write in TOOL["PAGES"].items() if path.read_text("utf-8") != write()]

    assert stale == [], "run `python tools/reference.py`"


def test_every_check_has_an_example_of_what_it_says() -> None:
    page = TOOL["checks"]()
    sections = page.split("\n### ")[1:]
    bare = [section.partition("\n")[0] for section in sections if "```" not in section]

    assert bare == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_documented_with_what_a_terminal_shows(name) -> None:
    page = TOOL["commands"]()
    told = CliRunner().invoke(timeline, [name, "--help"], prog_name="timeline").stdout

    assert f"\n## timeline {name}\n\n```\n{told}```\n" in page
