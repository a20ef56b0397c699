"""Python's garbage collector, kept from counting a record over and over.

Reading and rendering make a million objects that all live until the site is built. The collector walks
them again and again and finds nothing: without this, that is a third of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Nothing is collected in here; afterwards the collector runs as it did before, or stands still as it did."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def clear() -> None:
    """Throws away whatever nobody can reach any more.

    A process that reads a record again and again has paused the collector whenever there was much to do, and
    would keep every former record until it happens to run.
    """
    gc.collect()


class SetAside:
    """What a long task has made so far, left out of every collection until the task ends.

    Only for a process that does nothing but this task. Where its host has set objects aside
    already, nothing is done: Python cannot give back a part of them.
    """

    def __init__(self, *, once: bool = True) -> None:
        """`once` says that the task is not done again in this process, where the next one would set rubbish aside."""
        self._ours = once and gc.get_freeze_count() == 0

    def more(self) -> None:
        """Sets aside what there is at this moment."""
        if self._ours:
            gc.freeze()

    def end(self) -> None:
        """Gives everything back to the collector; may be said twice."""
        if self._ours:
            gc.unfreeze()
