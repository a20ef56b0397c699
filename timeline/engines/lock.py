"""A lock that ends with its process, however that ends: the system keeps it, and not that a file is there."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class Locked(OSError):
    """Another process holds the lock."""


class Lock:
    """Held from the beginning; `release` takes the file away as well."""

    def __init__(self, path: Path) -> None:
        """Raises `Locked` while somebody else holds it, and OSError where no file can be made."""
        self._path = path
        self._handle = _opened(path)

    def release(self) -> None:
        """May be said twice."""
        handle, self._handle = self._handle, -1
        if handle < 0:
            return
        if sys.platform != "win32":  # before it is let go: whoever opened it meanwhile sees that it is gone
            with suppress(OSError):
                self._path.unlink()
        os.close(handle)
        if sys.platform == "win32":  # which takes no open file away
            with suppress(OSError):
                self._path.unlink()


def _opened(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _take(handle)
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        except FileNotFoundError:
            pass  # it was released, and taken away, between the two
        except OSError as error:
            os.close(handle)
            raise Locked(error.errno, str(error)) if error.errno in _HELD else error from None
        os.close(handle)


def _take(handle: int) -> None:
    """Raises OSError while another process has it; a file system without locks has nobody to keep out."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP):
                raise
