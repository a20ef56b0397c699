"""What other programs may rely on, and the page that shows it."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import timeline

PAGE = Path(__file__).parents[1] / "docs/reference/python.md"
PUBLIC = ["Loaded", "Problem", "Selection", "Severity", "Timeline", "as_of", "check", "load", "select"]


def test_the_public_names_are_these_and_each_is_there() -> None:
    assert timeline.__all__ == PUBLIC
    assert [name for name in PUBLIC if getattr(timeline, name, None) is None] == []
    assert set(PUBLIC) <= set(dir(timeline))


def test_a_name_that_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'loads'"):
        timeline.loads  # noqa: B018 - asking for it is what is tested


@pytest.mark.parametrize("name", PUBLIC)
def test_each_public_name_is_told_on_the_page_and_has_a_docstring(name) -> None:
    assert getattr(timeline, name).__doc__
    assert re.search(rf"\btimeline\.{name}\b|`{name}`", PAGE.read_text("utf-8"))


def test_importing_the_package_reads_none_of_its_modules() -> None:
    code = "import sys, timeline; print([name for name in sys.modules if name.startswith('timeline.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_examples_of_the_page_say_what_they_promise(tmp_path, monkeypatch) -> None:
    text = PAGE.read_text("utf-8")
    (record,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/events.yaml").write_text(record, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    examples = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    told: list[str] = []
    outcome = doctest.DocTestRunner().run(examples, out=told.append)

    assert outcome.attempted > 10
    assert told == []
