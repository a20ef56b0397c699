"""Trees that have what dev.py reads, and what stands in for the tools that it runs."""

from __future__ import annotations

import os
import runpy
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

DEV = Path(__file__).parents[2] / "dev.py"

posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")


def functions(clone: Path) -> SimpleNamespace:
    """The functions of a tree's dev.py and of what it imports, whichever tree was looked at before."""
    ours, before = sys.modules.pop("dev_environment", None), list(sys.path)
    try:
        commands = runpy.run_path(str(clone / "dev.py"))
        return SimpleNamespace(**vars(sys.modules.pop("dev_environment")) | commands)
    finally:
        sys.path[:] = before
        if ours is not None:
            sys.modules["dev_environment"] = ours


def stamp(dev: SimpleNamespace, extra: str) -> None:
    dev.stamp(extra).parent.mkdir(exist_ok=True)
    dev.stamp(extra).write_text(dev.fingerprint(extra))


def stand_in(clone: Path, code: str) -> None:
    (clone / "stand-in.py").write_text(code)


def run(clone: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "dev.py", *arguments],
        cwd=clone,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=60,
    )


@contextmanager
def listener() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]
