"""Python's garbage collector, kept from counting a record over and over.

Reading and rendering make a million objects that all live until the site is built. The collector walks
them again and again and finds nothing: without this, that is a third of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting() -> Iterator[None]:
    """Nothing is collected in here; what was made in here is left alone afterwards.

    What an earlier call left alone is given back first, so a server that reads again and again
    does not grow.
    """
    running = gc.isenabled()
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if running:
            gc.enable()
