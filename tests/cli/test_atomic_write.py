"""An editor's file is the old one or the new one, whatever ends the command that writes it."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from timeline.cli import atomic_write
from timeline.cli.console import Misuse
from timeline.edits.files import Change

OLD, NEW = b"events: []\n", b"events:\n" + b"  - {id: bridge-opening}\n" * 400

KILLED = """
import os, signal, sys
from pathlib import Path
from timeline.cli import atomic_write
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
atomic_write.put(Path(sys.argv[1]), b"events: [changed]", b"events: []\\n")
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_bytes(OLD)
    return path


def test_a_command_killed_while_it_writes_leaves_the_file_as_it_was(file: Path) -> None:
    run = subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False)

    assert run.returncode == -signal.SIGKILL
    assert file.read_bytes() == OLD
    assert [path.name for path in file.parent.glob("*.yaml")] == ["events.yaml"]  # and no second part of the record


def test_a_full_disk_leaves_the_file_as_it_was_and_nothing_beside_it(file: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, before[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            atomic_write.put(file, NEW, OLD)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_many_who_write_one_file_at_once_lose_no_word_of_one_another(file: Path) -> None:
    """Each reads, adds a line, and begins anew where somebody was faster."""
    rounds, writers = 12, 4

    def write(name: int) -> None:
        for number in range(rounds):
            while True:
                before = file.read_bytes()
                try:
                    atomic_write.put(file, before + f"# {name}.{number}\n".encode(), before)
                    break
                except atomic_write.Overtaken:
                    continue

    threads = [threading.Thread(target=write, args=(name,)) for name in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    lines = file.read_text().splitlines()[1:]
    assert sorted(lines) == sorted(f"# {name}.{number}" for name in range(writers) for number in range(rounds))


def test_a_file_that_was_new_and_is_there_by_now_is_not_written_over(tmp_path: Path) -> None:
    place = tmp_path / "drafts" / "bridge.yaml"
    atomic_write.write((Change(place, None, NEW),))

    with pytest.raises(Misuse, match="is left alone"):
        atomic_write.write((Change(place, None, OLD),))

    assert place.read_bytes() == NEW


def test_a_file_that_is_gone_by_now_is_not_made_again(file: Path) -> None:
    file.unlink()

    with pytest.raises(atomic_write.Overtaken):
        atomic_write.put(file, NEW, OLD)

    assert list(file.parent.iterdir()) == []


def test_what_a_killed_command_has_left_is_swept_by_the_next_one_that_writes_the_file(file: Path) -> None:
    left, working, other = (
        file.parent / f".{name}.tmp" for name in ("events.yaml.a1", "events.yaml.b2", "other.yaml.c3")
    )
    for path in (left, working, other):
        path.touch()
    for path in (left, other):
        os.utime(path, (0, 0))

    atomic_write.put(file, NEW, OLD)

    assert {path.name for path in file.parent.iterdir()} == {"events.yaml", working.name, other.name}
