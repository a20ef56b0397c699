"""What a server does when nobody waits: Python's garbage collector runs then, and not while somebody does."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable

_REST = 1.0
"""Seconds after a save or a page at which nobody waits any more."""
_LONGEST = 10.0
"""Seconds after which it is done although somebody always waits, for rubbish grows."""


class Rest:
    """Puts off a task, and the collector with it, until a server has been left alone for a while."""

    def __init__(self, task: Callable[[], None]) -> None:
        self._task = task
        self._lock = threading.Lock()
        self._waiting = False
        self._first = self._latest = 0.0
        """When it was put off, for the first and for the last time."""

    def put_off(self) -> None:
        """Somebody waits now."""
        gc.disable()
        with self._lock:
            self._latest = time.monotonic()
            if not self._waiting:
                self._waiting, self._first = True, self._latest
                self._wait(_REST)

    def _wait(self, seconds: float) -> None:
        timer = threading.Timer(seconds, self._waited)
        timer.daemon = True
        timer.start()

    def _waited(self) -> None:
        with self._lock:
            now = time.monotonic()
            left = min(self._latest + _REST, self._first + _LONGEST) - now
            if left > 0:
                self._wait(left)
                return
            self._waiting = False
        gc.enable()
        self._task()
        gc.collect()
