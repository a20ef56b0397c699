"""How much a site of many records takes: bytes of it on the disk, and pages of it that are held at once."""

from __future__ import annotations

import gc
import runpy
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.engines.sites import Site, tree
from timeline.engines.mkdocs import page_files
from timeline.html.page import Page
from timeline.pages import registry

ROOT = Path(__file__).parents[2]
FEW, MORE = 10, 20
Made = Callable[[int], Site]


class Watched(Page):
    """A page of which one can tell whether anybody holds it still."""

    __slots__ = ("__weakref__",)


@pytest.fixture
def made(site: Site) -> Made:
    """A site of so many made-up events and documents."""
    write = runpy.run_path(str(ROOT / "bench" / "record.py"))["write"]

    def of(number: int) -> Site:
        for name in ("record", "events", "sources", "subjects"):
            (site.root / f"data/{name}.yaml").unlink(missing_ok=True)
        write(site.root / "data", number)
        site.write("docs/about.md", "# About\n\nA page.\n")
        return site

    return of


def test_an_event_and_its_document_take_a_bounded_part_of_the_site(made: Made) -> None:
    few, more = (sum(map(len, tree(made(number).build()).values())) for number in (FEW, MORE))

    assert (more - few) / (MORE - FEW) <= BYTES


BYTES = 125_000
"""Of one more event with its document and all exports, subjects and years included; of a thousand it is less."""


def test_of_pages_that_were_drawn_few_are_held_until_they_are_written(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, most = weakref.WeakSet[Any](), []

    real_draw, real_write = registry._drawn, page_files.Writing._page

    def draw(planned: Any) -> Page:
        page = real_draw(planned)
        watched = Watched(**{name: getattr(page, name) for name in Page.__slots__})
        if page.cached:
            drawn.add(watched)
            most.append(len(drawn))
        return watched

    def write(self: Any, html: str, page: Page) -> None:
        gc.collect()
        most.append(len(drawn))
        real_write(self, html, page)

    monkeypatch.setattr(registry, "_drawn", draw)
    monkeypatch.setattr(page_files.Writing, "_page", write)
    made(FEW).build()

    assert len(most) > 2 * 2 * FEW
    assert max(most) <= 3
