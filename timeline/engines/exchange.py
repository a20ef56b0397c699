"""Two folders that change places in one stroke, where the system has such a thing; in two strokes elsewhere."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths are told from where the process stands
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS
_LACKING = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EXDEV}
"""What is said where system or file system knows no exchange; two renames may do."""
_TRIES, _PAUSE = 10, 0.1
"""How often and after how many seconds Windows is asked again, where a reader or a scanner has a file open."""


def exchange(fresh: Path, place: Path, aside: Path) -> None:
    """`fresh` at `place`, and what stood there at `fresh` or at `aside`. Raises OSError with all as it was.

    Where it takes two strokes and the process is killed between them, the old folder is left at `aside`.
    """
    if not _at_once(fresh, place):
        _rename(place, aside)
        try:
            _rename(fresh, place)
        except BaseException:
            aside.rename(place)
            raise


def _at_once(fresh: Path, place: Path) -> bool:
    function = None if sys.platform == "win32" else _function()
    if function is None:
        return False
    if function(os.fsencode(fresh), os.fsencode(place)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _LACKING:
        return False
    raise OSError(number, os.strerror(number), str(place))


def _function() -> Callable[[bytes, bytes], int] | None:
    """What the C library has for it, if anything."""
    library = ctypes.CDLL(None, use_errno=True)
    if renamed := getattr(library, "renameat2", None):
        return lambda one, other: int(renamed(_HERE, one, _HERE, other, _EXCHANGE))
    if swapped := getattr(library, "renamex_np", None):
        return lambda one, other: int(swapped(one, other, _EXCHANGE))
    return None


def _rename(one: Path, other: Path) -> None:
    for left in reversed(range(_TRIES if sys.platform == "win32" else 1)):
        try:
            one.rename(other)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(_PAUSE)
