"""What is said of the record in a test's docstring."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import completed
from timeline.checks import notes, read
from timeline.problems import Problem


@pytest.fixture
def told(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Problem, ...]:
    """Every error and warning."""
    text = completed(inspect.getdoc(request.function) or "")
    (tmp_path / "record.yaml").write_text(text, encoding="utf-8")
    return read(tmp_path, "record").problems


@pytest.fixture
def told_of(tmp_path: Path) -> Callable[[str], tuple[Problem, ...]]:
    """The same of a record that the test makes."""

    def told(text: str) -> tuple[Problem, ...]:
        (tmp_path / "record.yaml").write_text(completed(text), encoding="utf-8")
        return read(tmp_path, "record").problems

    return told


@pytest.fixture
def codes(told: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in told]


@pytest.fixture
def noted(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """The notes, of which each source that has an address brings one that is not asked for here."""
    return _notes(inspect.getdoc(request.function) or "", tmp_path)


@pytest.fixture
def noted_of(tmp_path: Path) -> Callable[[str], list[str]]:
    """The same of a record that a test makes."""
    return lambda text: _notes(text, tmp_path)


def _notes(record: str, folder: Path) -> list[str]:
    (folder / "record.yaml").write_text(completed(record), encoding="utf-8")
    loaded = read(folder, "record")
    assert loaded.sound
    return [note.code for note in notes(loaded.timeline) if note.code not in ("no-archive", "undated-source")]
