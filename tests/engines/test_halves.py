"""A large record is drawn by two processes, and nobody can tell from its pages."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from timeline import pages
from timeline.checks import read
from timeline.engines.mkdocs import halves
from timeline.model import Timeline
from timeline.pages import Site

BENCH = Path(__file__).parents[2] / "bench" / "record.py"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    folder = tmp_path_factory.mktemp("record")
    runpy.run_path(str(BENCH))["write"](folder, 300)
    return read(folder, "data").timeline


def test_two_processes_draw_the_same_pages_in_the_same_order(large):
    assert halves.render(large, Site(), alone=False) == list(pages.render(large))


def test_a_process_that_dies_leaves_its_half_to_the_other(large, monkeypatch):
    monkeypatch.setattr(halves, "_send", lambda pipe, *_: pipe.close())

    assert halves.render(large, Site(), alone=False) == list(pages.render(large))
