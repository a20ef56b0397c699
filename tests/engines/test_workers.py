"""A large record is drawn by two processes, and nobody can tell from its pages.

Nothing is doubled while a thread runs, and tests of other files may have left one: so these ask in a fresh process.
"""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from unittest import mock

import pytest

from tests.conftest import SAMPLE
from tests.engines.sites import tree
from timeline import pages
from timeline.checks import read
from timeline.engines.mkdocs import workers
from timeline.engines.mkdocs.workers import Workers
from timeline.html.context import Context
from timeline.html.page import Page
from timeline.queries.index import Index

ROOT = Path(__file__).parents[2]
MANY = 80
"""Events and sources that are shared here, fewer than in earnest."""
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are not doubled here")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("record")
    runpy.run_path(str(ROOT / "bench" / "record.py"))["write"](folder, MANY // 2)
    return folder


@pytest.fixture(scope="module")
def afresh() -> Iterator[Executor]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        yield other


def test_two_processes_draw_the_same_pages_in_the_same_order(afresh: Executor, large: Path) -> None:
    afresh.submit(same_in_two, large).result()


def test_a_process_that_dies_leaves_its_half_to_the_other(afresh: Executor, large: Path) -> None:
    afresh.submit(same_where_one_died, large).result()


LEFT_ALONE = """
import time
from timeline.engines.mkdocs import workers
workers._share = lambda *_: (print("at work", flush=True), time.sleep(600))
kept = workers._started(None, 0, None)  # who lets go of it ends the other too
time.sleep(600)
"""


def test_the_other_process_ends_with_the_first_however_that_ends() -> None:
    with subprocess.Popen([sys.executable, "-c", LEFT_ALONE], stdout=subprocess.PIPE, text=True) as first:
        try:
            assert first.stdout.readline() == "at work\n"
        finally:
            first.kill()

        assert first.stdout.read() == ""  # which is said once nobody has the pipe open any more


def same_in_two(folder: Path) -> None:
    made = drawn(folder)
    assert len(made.here) < len(made.pages)
    # what the page cache does not write is wanted first
    assert [page for page in made.here if not page.cached] == [page for page in made.pages if not page.cached]
    assert not [page for page in made.every if page.cached and isinstance(page, Page)]


def same_where_one_died(folder: Path) -> None:
    with mock.patch.object(workers, "_send", lambda pipe, *_: pipe.close()):
        drawn(folder)


def drawn(folder: Path) -> Workers:
    timeline = read(folder, "data").timeline
    with mock.patch.object(workers, "MANY", MANY), mock.patch.object(os, "cpu_count", return_value=2):
        made = Workers(Context.of(timeline), alone=False)
    cached = made.cached
    assert made.pages == list(pages.render(timeline))
    assert made.assets == list(pages.assets(Index(timeline)))
    assert cached == [page.address for page in made.pages if page.cached]
    return made


IN_TWO = """
import os
from mkdocs.__main__ import cli
from timeline.engines.mkdocs import workers
start, workers.MANY, os.cpu_count = workers._started, 0, lambda: 2
workers._started = lambda *words: print("doubled") or start(*words)
cli(["build", "-q", "-f", "mkdocs.yml", "-d", {folder!r}])
"""


def test_a_record_gives_the_same_bytes_again_and_in_two_processes(built: Path, tmp_path: Path) -> None:
    """Everything is built anew, in another process with other hashes of words, and half of it in a third."""
    done = subprocess.run(
        [sys.executable, "-c", IN_TWO.format(folder=str(tmp_path))],
        cwd=SAMPLE,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONHASHSEED": "7"},
        text=True,
        capture_output=True,
        check=False,
    )

    assert (done.stdout, done.stderr, done.returncode) == ("doubled\n", "", 0)
    first, again = tree(built), tree(tmp_path)
    assert first.keys() == again.keys()
    assert [name for name, data in first.items() if again[name] != data] == []
