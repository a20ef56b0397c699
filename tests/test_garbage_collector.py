"""Whoever reads a record finds the garbage collector of the process as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

import timeline
from timeline import garbage_collector
from timeline.formatter.rewrite import restate

RECORD = b"record: {title: The harbour bridge, through: 2026-11-22}\n"


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    before = gc.isenabled()
    gc.unfreeze()
    yield
    gc.unfreeze()
    (gc.enable if before else gc.disable)()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "record.yaml").write_bytes(RECORD)
    return tmp_path


@pytest.mark.parametrize("running", [True, False])
def test_reading_a_record_leaves_the_collector_running_or_resting_as_it_was(folder: Path, running: bool) -> None:
    (gc.enable if running else gc.disable)()

    timeline.load(folder)
    restate("record.yaml", RECORD)

    assert gc.isenabled() == running
    assert gc.get_freeze_count() == 0


def test_what_the_host_has_set_aside_stays_so(folder: Path) -> None:
    gc.freeze()
    kept = gc.get_freeze_count()

    timeline.load(folder)
    aside = garbage_collector.SetAside()
    aside.more()
    aside.end()

    assert gc.get_freeze_count() == pytest.approx(kept, abs=100)  # what died meanwhile is gone from it


def test_a_fault_in_the_middle_leaves_it_running_too() -> None:
    gc.enable()

    with pytest.raises(ZeroDivisionError), garbage_collector.paused():
        1 / 0  # noqa: B018

    assert gc.isenabled()


def test_what_a_long_task_sets_aside_comes_back_in_its_end() -> None:
    aside = garbage_collector.SetAside()

    aside.more()
    assert gc.get_freeze_count() > 0
    aside.end()

    assert gc.get_freeze_count() == 0
