"""A tree of its own for each test of dev.py."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.dev.clones import DEV, functions, stamp, stand_in


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A tree that has what dev.py reads, and nothing installed."""
    for name in ("dev.py", "dev_environment.py", "pyproject.toml", "constraints.txt"):
        shutil.copy(DEV.with_name(name), tmp_path)
    return tmp_path


@pytest.fixture
def dev(clone: Path) -> SimpleNamespace:
    """The functions of that tree's dev.py and of what it imports."""
    return functions(clone)


@pytest.fixture
def ready(clone: Path, dev: SimpleNamespace) -> Path:
    """The tree with an environment in it that claims to be complete, and runs `stand-in.py` as every tool."""
    python = dev.PYTHON
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec {sys.executable} stand-in.py "$@"\n')
    python.chmod(0o755)
    stamp(dev, "test")
    stand_in(clone, "import sys; print(*sys.argv[1:])")
    return clone
