"""A site for every test, and the one of the made-up record, built once."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from tests.conftest import SAMPLE
from tests.engines.sites import EVENTS, RECORD, SOURCES, Site, build_once


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Three events and two sources, one title of each hostile, and a page written by hand."""
    monkeypatch.chdir(tmp_path)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    return begun(tmp_path)


Plain = Callable[..., Site]


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Plain:
    """The same site with settings like `theme=…`, built once for all who ask for these; nobody writes into it."""
    built: dict[str, Site] = {}

    def with_settings(**settings: Any) -> Site:
        key = json.dumps(settings, sort_keys=True)
        if key not in built:
            built[key] = begun(tmp_path_factory.mktemp("plain"))
            built[key].build(**settings)
        return built[key]

    return with_settings


def begun(folder: Path) -> Site:
    made = Site(folder)
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
    build_once(load_config(config_file=str(SAMPLE / "mkdocs.yml"), site_dir=str(folder)))
    return folder
