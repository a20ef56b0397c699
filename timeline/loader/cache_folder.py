"""A folder for what can be made again, and that nobody else can put anything into.

It lies where programs of this user keep such things (XDG Base Directory Specification; on other systems, their own
place for it). One that belongs to another user, that others can write to, or of which git keeps a file, is not used:
what came from elsewhere is not believed. A file is written as a whole or not at all.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_MOST = 256_000_000
"""Bytes of all files; those go first that nobody has used for longest."""
_LONGEST = 30 * 24 * 3600
"""Seconds for which a file is kept that nobody uses."""

_AS_IT_IS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def named(name: str) -> Path | None:
    """The folder of this user for one purpose; nothing where the system has no place for it."""
    try:
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        elif sys.platform == "darwin":
            base = os.environ.get("XDG_CACHE_HOME") or Path.home() / "Library" / "Caches"
        else:
            base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError:
        return None
    return Path(base) / "sourced-timeline" / name if Path(base).is_absolute() else None


def made(folder: Path) -> bool:
    """Makes the folder where there is none; whether only this user can write there, and nothing of it is git's."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return not folder.is_symlink() and _private(folder.stat()) and not _tracked(folder)
    except OSError:
        return False


def read(path: Path) -> bytes:
    """What such a file holds, which is then used. Raises `OSError` where it is none, or somebody else's."""
    with os.fdopen(os.open(path, _AS_IT_IS), "rb") as opened:
        if not _private(os.fstat(opened.fileno())):
            raise PermissionError(path)
        held = opened.read()
    os.utime(path)
    return held


def write(path: Path, held: bytes) -> None:
    """Writes such a file; whoever reads meanwhile has the whole former one. Raises `OSError`."""
    handle, name = tempfile.mkstemp(prefix=".", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(held)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def sweep(folder: Path, most: int = _MOST) -> None:
    """Deletes what nobody has used for long, and the oldest where there is too much. Raises `OSError`."""
    room, oldest = most, time.time() - _LONGEST
    found = [(path, path.stat()) for path in folder.iterdir()]
    for path, stat in sorted(found, key=lambda each: -each[1].st_mtime):
        room -= stat.st_size
        if room < 0 or stat.st_mtime < oldest:
            path.unlink(missing_ok=True)


def _private(stat: os.stat_result) -> bool:
    return sys.platform == "win32" or (stat.st_uid == os.geteuid() and not stat.st_mode & 0o022)


def _tracked(folder: Path) -> bool:
    """Whether git keeps a file there."""
    if not any((above / ".git").exists() for above in folder.parents):
        return False
    asked = ["git", "-C", str(folder), "ls-files", "--", "."]
    try:
        done = subprocess.run(asked, stdin=subprocess.DEVNULL, capture_output=True, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return True
    return done.returncode != 0 or bool(done.stdout)
