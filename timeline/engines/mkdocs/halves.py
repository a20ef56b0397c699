"""The pages of a large record, made by two processors at once.

Only where a process can simply be doubled (Linux), only under `build`, where nothing else is running,
and only when there is enough to do. The pages are the same, in the same order, however they were made.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from multiprocessing.connection import Connection

from timeline import pages
from timeline.model import Timeline
from timeline.pages import Page, Site

SHARE = 0.75
"""Of the events: the page of one takes more time than that of a document."""
MANY = 500
"""Records from which on a second process is worth its start."""


def render(timeline: Timeline, site: Site, *, alone: bool) -> list[Page]:
    """Every page; `alone` says that no second process may be started."""
    few = len(timeline.events) + len(timeline.sources) < MANY
    if (
        alone
        or few
        or not sys.platform.startswith("linux")
        or (os.cpu_count() or 1) < 2
        or threading.active_count() > 1
    ):
        return list(pages.render(timeline, site))
    doubling = multiprocessing.get_context("fork")
    ours, theirs = doubling.Pipe(duplex=False)
    first = int(len(timeline.events) * SHARE)
    other = doubling.Process(target=_send, args=(theirs, timeline, site, first))
    other.start()
    theirs.close()
    told = list(pages.told(timeline, site, first))
    try:
        documented: list[Page] = ours.recv()
    except EOFError:  # the other process is gone: what it was to do is done here
        documented = list(pages.documented(timeline, site, first))
    other.join()
    return told + documented


def _send(pipe: Connection, timeline: Timeline, site: Site, first: int) -> None:
    pipe.send(list(pages.documented(timeline, site, first)))
    pipe.close()
