"""A git repository for tests, with an author of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *words: str) -> str:
    """Runs git in a folder and gives back what it printed."""
    names = ("-c", "user.name=A", "-c", "user.email=a@bridge.example", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(folder), *names, *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()
