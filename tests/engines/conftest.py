"""A site for every test, and the one of the made-up record, built once."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.conftest import SAMPLE
from tests.engines.sites import EVENTS, RECORD, SOURCES, Site


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


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the made-up record, in the theme of this repository; nobody writes into it."""
    folder = tmp_path_factory.mktemp("built")
    build(load_config(config_file=str(SAMPLE / "mkdocs.yml"), site_dir=str(folder)))
    return folder
