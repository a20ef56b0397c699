"""The pages of a large record, made by two processors at once.

Only where a process can simply be doubled (Linux), only under `build`, where nothing else is running,
and only when there is enough to do. The pages are the same, in the same order, however they were made.
The other process draws pages that the page cache writes in the end, and files that only scripts ask for, so that
MkDocs can have its turn before they are done.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from multiprocessing.connection import Connection

from timeline import pages
from timeline.engines.mkdocs.drawn_pages import Drawn, Spool, whole
from timeline.html.context import Context
from timeline.html.page import Asset, Page, Plan
from timeline.site import urls

SHARE = 0.22
"""Of the events, drawn here, beside the lists and the editions; the other process has the rest and all documents."""
MANY = 500
"""Records from which on a second process is worth its start."""


@dataclass(frozen=True, slots=True)
class _Share:
    """What the other process makes."""

    events: list[Page | Drawn]
    records: list[Page | Drawn]
    assets: list[Asset]


class Workers:
    """All pages and assets of a record. Those that the page cache writes lie on the disk as soon as they are drawn."""

    def __init__(self, context: Context, *, alone: bool) -> None:
        """`alone` says that no second process may be started."""
        self._context = context
        self._first = max(1, int(len(context.index.timeline.events) * SHARE))
        self._receive: Callable[[], _Share] | None = None
        ours, theirs = (Spool(context.publication.kept.place(f"pages/{name}")) for name in ("ours", "theirs"))
        self._events: list[Page | Drawn] = []
        self._rest: list[Page | Drawn] = []
        if alone or not _worthwhile(context):
            self._lists = _kept(ours, pages.lists(context))
            self._events = _kept(ours, pages.events(context))
            self._surveys = _kept(ours, pages.overviews(context))
            self._rest = _kept(ours, pages.records(context))
            return
        self._events = _kept(ours, pages.events(context, 0, 1))  # what all of them ask is asked before there are two
        self._receive = _started(context, self._first, theirs)
        self._lists = _kept(ours, pages.lists(context))
        self._events += _kept(ours, pages.events(context, 1, self._first))
        self._surveys = _kept(ours, pages.overviews(context))

    @property
    def here(self) -> list[Page]:
        """Those that an engine has to know; nobody is waited for."""
        return [page for page in (*self._lists, *self._surveys) if isinstance(page, Page)]

    @cached_property
    def every(self) -> list[Page | Drawn]:
        """Every page, in the order in which one process would have drawn them."""
        share = self._share
        events, records = (share.events, share.records) if share else ([], self._rest)
        return [*self._lists, *self._events, *events, *self._surveys, *records]

    @property
    def pages(self) -> list[Page]:
        """The same, all of them held at once."""
        return [whole(page) for page in self.every]

    @property
    def cached(self) -> list[str]:
        """The addresses of all pages that the page cache writes, known before the pages are there."""
        timeline = self._context.index.timeline
        return [
            *(page.address for page in self._lists if page.cached),
            *(urls.event(event.id) for event in timeline.events),
            *(page.address for page in self._surveys if page.cached),
            *(urls.actor(actor.id) for actor in timeline.actors),
            *(urls.topic(topic.id) for topic in timeline.topics),
            *(urls.place(place.id) for place in timeline.places),
            *(urls.source(source.id) for source in timeline.sources),
        ]

    @cached_property
    def assets(self) -> list[Asset]:
        """What scripts look up."""
        return list(pages.assets(self._context.index)) if self._share is None else self._share.assets

    @cached_property
    def _share(self) -> _Share | None:
        if self._receive is None:
            return None
        try:
            return self._receive()
        except EOFError:  # the other process is gone: what it was to do is done here
            spool = Spool(self._context.publication.kept.place("pages/again"))
            return _share(self._context, self._first, spool)


def _kept(spool: Spool, plans: Iterable[Plan]) -> list[Page | Drawn]:
    """Pages of the cache on the disk, the others at hand."""
    return [spool.keep(page) if page.cached else page for page in pages.drawn(plans)]


class Plans:
    """In their place where pages of the cache are drawn when somebody asks for them: the others, when somebody does."""

    def __init__(self, context: Context) -> None:
        self.plans = list(pages.planned(context))
        self.cached = [plan.address for plan in self.plans if plan.cached]
        self.assets: list[Asset] = []

    @cached_property
    def here(self) -> list[Page]:
        """Those that an engine has to know."""
        return list(pages.drawn(plan for plan in self.plans if not plan.cached))

    @property
    def every(self) -> Sequence[Page | Drawn]:
        """The same: no other is there yet."""
        return self.here


def _worthwhile(context: Context) -> bool:
    many = len(context.index.timeline.events) + len(context.index.timeline.sources) >= MANY
    return many and _able()


def in_two(first: Callable[[], None], second: Callable[[], None], *, worthwhile: bool) -> None:
    """Both done, the second one by another process where that is worth its start and goes well."""
    other = None
    if worthwhile and _able():
        other = multiprocessing.get_context("fork").Process(target=_quietly, args=(second,), daemon=True)
        other.start()
    first()
    if other:
        other.join()
    if not other or other.exitcode:
        second()


def _quietly(work: Callable[[], None]) -> None:
    """What fails here is done again, and told, by the first process."""
    try:
        work()
    except Exception:  # whatever it was, it happens again in the first process, which tells it
        os._exit(1)


def _able() -> bool:
    return sys.platform.startswith("linux") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _started(context: Context, first: int, spool: Spool) -> Callable[[], _Share]:
    """The other process at work, as a question for what it made."""
    doubling = multiprocessing.get_context("fork")
    ours, theirs = doubling.Pipe(duplex=False)
    alive, living = doubling.Pipe(duplex=False)
    other = doubling.Process(target=_send, args=(theirs, context, first, spool, alive, living), daemon=True)
    other.start()
    theirs.close()
    alive.close()

    def receive() -> _Share:
        try:
            share: _Share = ours.recv()
        finally:
            ours.close()
            living.close()
            other.join()
        return share

    return receive


def _send(pipe: Connection, context: Context, first: int, spool: Spool, alive: Connection, living: Connection) -> None:
    living.close()  # only the first process has this end open, and the system closes it however that one ends
    threading.Thread(target=_end_with, args=(alive,), daemon=True).start()
    pipe.send(_share(context, first, spool))
    pipe.close()


def _end_with(alive: Connection) -> None:
    """Nobody waits for what is drawn here any more once the first process is gone."""
    with suppress(EOFError, OSError):
        alive.recv()
    os._exit(1)


def _share(context: Context, first: int, spool: Spool) -> _Share:
    events, records = (_kept(spool, plans) for plans in (pages.events(context, first), pages.records(context)))
    return _Share(events, records, list(pages.assets(context.index)))
