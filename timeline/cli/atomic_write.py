"""A file replaced in one stroke: whoever looks finds the old one or the new one, never half of it."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from timeline.cli.console import Misuse, warn
from timeline.edits.files import Change, Refused
from timeline.problems.report import as_text

_AN_HOUR = 3_600
"""In seconds: no command takes so long to write a file."""


class Overtaken(OSError):
    """Somebody else has written the file since it was read."""


def replace(path: Path, before: bytes, after: bytes) -> None:
    """Puts `after` in the place of `before`; a link stays a link, and who may read the file stays as it was."""
    put(path, after, before)


def put(path: Path, after: bytes, before: bytes | None = None) -> None:
    """Writes a file, unless it no longer holds what it held `before`: nothing of a file that is new."""

    def as_before(target: Path) -> bool:
        return (target.read_bytes() if target.exists() else None) == before

    _fill(path, lambda fresh: fresh.write_bytes(after), as_before)


def fill(path: Path, write: Callable[[Path], object]) -> None:
    """Has a file written by somebody who needs not hold all of it, whatever stood there."""
    _fill(path, write, lambda _: True)


def _fill(path: Path, write: Callable[[Path], object], as_before: Callable[[Path], bool]) -> None:
    target = path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    except OSError as error:
        error.filename = str(path)  # which somebody knows
        raise
    fresh = Path(name)
    try:
        try:
            write(fresh)
            os.fsync(handle)
        finally:
            os.close(handle)
        if target.exists():
            shutil.copymode(target, fresh)
        else:
            fresh.chmod(0o666 & ~mask())
        with _turn(target.parent):
            if not as_before(target):
                raise Overtaken("it was changed by somebody else in the meantime")
            fresh.replace(target)
            _sweep(target)
    except BaseException:  # Ctrl-C too leaves no half file behind
        with suppress(OSError):
            fresh.unlink()
        raise


def _sweep(target: Path) -> None:
    """What a command left that was killed while it wrote this file; one that is still at work has just begun."""
    written = target.stat().st_mtime
    for left in target.parent.glob(f".{escape(target.name)}.*.tmp"):
        with suppress(OSError):
            if written - left.stat().st_mtime > _AN_HOUR:
                left.unlink()


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """One of our commands after the other, between the look at a file and its replacement.

    The system's lock of the folder itself, which leaves no file; where there is none, the moment is a short one.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def mask() -> int:
    """What the system takes away from the rights of new files."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def refusal(refused: Refused) -> Misuse:
    """Why an edit was not made, below what would be wrong with the record."""
    if refused.faulty:
        warn(as_text(refused.faulty.problems, refused.faulty.files).rstrip())
    return Misuse(refused.sentence, refused.help)


def write(changes: tuple[Change, ...]) -> None:
    """Files one after the other, each in one stroke, in the order in which they have to be written."""
    for change in changes:
        if change.before is None:
            change.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            put(change.path, change.after, change.before)
        except Overtaken as error:
            raise Misuse(f"`{change.path.as_posix()}` is left alone: {error}", "run the command again") from None
