"""A large record is drawn by two processes, and nobody can tell from its pages."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from timeline import pages
from timeline.checks import read
from timeline.engines.mkdocs import halves
from timeline.engines.mkdocs.halves import Halves
from timeline.model import Timeline
from timeline.pages import Desk

BENCH = Path(__file__).parents[2] / "bench" / "record.py"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    folder = tmp_path_factory.mktemp("record")
    runpy.run_path(str(BENCH))["write"](folder, 300)
    return read(folder, "data").timeline


def test_two_processes_draw_the_same_pages_in_the_same_order(large):
    made = Halves(Desk(large), alone=False)

    assert len(made.here) < len(made.pages)
    assert made.pages == list(pages.render(large))
    assert made.assets == list(pages.assets(Desk(large)))


def test_what_is_not_pressed_is_drawn_here_since_it_is_wanted_first(large):
    made = Halves(Desk(large), alone=False)

    assert [page for page in made.here if not page.pressed] == [page for page in made.pages if not page.pressed]
    assert made.pressed == [page.address for page in made.pages if page.pressed]


def test_a_process_that_dies_leaves_its_half_to_the_other(large, monkeypatch):
    monkeypatch.setattr(halves, "_send", lambda pipe, *_: pipe.close())

    made = Halves(Desk(large), alone=False)

    assert made.pages == list(pages.render(large))
    assert made.assets == list(pages.assets(Desk(large)))
