"""The record of this site, and small ones, as pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.checks import read
from timeline.model import Timeline
from timeline.pages import Page, render

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def real() -> Timeline:
    """The record that this repository publishes."""
    loaded = read(ROOT / "data", "data")
    assert loaded.sound
    return loaded.timeline


@pytest.fixture(scope="session")
def real_pages(real: Timeline) -> dict[str, Page]:
    return {page.address: page for page in render(real)}


@pytest.fixture
def pages_from_doc(timeline_from_doc: Timeline) -> dict[str, Page]:
    """The pages of the record in the test's docstring, by address."""
    return {page.address: page for page in render(timeline_from_doc)}


@pytest.fixture
def pages_of(read_record: Callable[[str], Timeline]) -> Callable[[str], dict[str, Page]]:
    """The pages of a record that the test writes."""
    return lambda text: {page.address: page for page in render(read_record(text))}
