"""A site for every test."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from sites import EVENTS, RECORD, SOURCES, Site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Three events and two sources, one title of each hostile, and a page written by hand."""
    monkeypatch.chdir(tmp_path)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    made = Site(tmp_path)
    made.configure(
        site_name="Bridges & more",
        site_url="https://bridges.example/record/",
        theme={"name": "material", "font": False},
        plugins=["search", "timeline"],
    )
    made.write("data/record.yaml", RECORD)
    made.write("data/events.yaml", EVENTS)
    made.write("data/sources.yaml", SOURCES)
    made.write("docs/about.md", "# About\n\nIt began with [[opening]].\n")
    return made
