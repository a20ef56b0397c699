"""What the live reload server watches: the system tells of changes at once, and a data folder that is away is awaited.

MkDocs looks at all files twice a second, which finds a change where no system tells of one (folders of another machine,
some containers). It goes on doing so; what was told already is not told again.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_READ = {"opened", "closed_no_write"}
"""What happens to files that nobody changes."""
_DONE = {"closed", "moved"}
"""What ends a save: the file was closed, or one that was written elsewhere took its place. Not every system tells."""
_PAUSE = 0.05
"""Seconds without a further change after which a save counts as done that nobody has told the end of."""
_INTERVAL = 0.5
"""Seconds between two looks, as MkDocs has it."""

_State = tuple[int, int, int] | None


class Observers:
    """In the place of one observer two: one that the system tells, and one that looks."""

    def __init__(self) -> None:
        self._each: list[BaseObserver] = [Observer(), PollingObserver(timeout=_INTERVAL)]
        self._seen: dict[str, _State] = {}
        self._told: FileSystemEventHandler | None = None

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> list[ObservedWatch]:
        """As of an observer of watchdog."""
        self._told = handler
        return self.beside(_Changes(handler, self._seen), path, recursive=recursive)

    def beside(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> list[ObservedWatch]:
        """The same for one who wants to hear of everything."""
        watches = []
        for observer in list(self._each):
            try:
                watches.append(observer.schedule(handler, path, recursive=recursive))
            except OSError:  # the system has no more room for those whom it tells
                self._each.remove(observer)
        return watches

    def unschedule(self, watches: list[ObservedWatch]) -> None:
        """As of an observer of watchdog; a folder that is gone has ended its watch itself."""
        for observer, watch in zip(self._each, watches, strict=False):
            try:
                observer.unschedule(watch)
            except (KeyError, OSError):
                continue

    def tell(self, path: str) -> None:
        """Lets the server know of a change that no file shows."""
        if self._told:
            self._told.dispatch(FileModifiedEvent(path))

    def start(self) -> None:
        for observer in list(self._each):
            try:
                observer.start()
            except OSError:  # as above
                self._each.remove(observer)

    def stop(self) -> None:
        for observer in self._each:
            observer.stop()

    def join(self) -> None:
        for observer in self._each:
            observer.join()


class _Changes(FileSystemEventHandler):
    """Passes on what has changed since it was last told: a save that is done at once, others when they seem to be."""

    def __init__(self, handler: FileSystemEventHandler, seen: dict[str, _State]) -> None:
        self._handler = handler
        self._seen = seen
        self._lock = threading.Lock()
        self._held: dict[str, FileSystemEvent] = {}
        """Events whose file may still be written, by its path."""
        self._latest = 0.0
        """When the last of them came."""

    def dispatch(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type in _READ:
            return
        if event.event_type in _DONE:
            self._tell(event)
            return
        with self._lock:
            self._latest = time.monotonic()
            if not self._held:
                self._wait(_PAUSE)
            self._held[os.fsdecode(event.src_path)] = event

    def _wait(self, seconds: float) -> None:
        timer = threading.Timer(seconds, self._waited)
        timer.daemon = True
        timer.start()

    def _waited(self) -> None:
        """Tells what was held, once nothing more has come."""
        with self._lock:
            left = self._latest + _PAUSE - time.monotonic()
            if left > 0:
                self._wait(left)
                return
            held, self._held = self._held, {}
        for event in held.values():
            self._tell(event)

    def _tell(self, event: FileSystemEvent) -> None:
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        changed = [self._changed(path) for path in paths]
        if any(changed):
            self._handler.dispatch(event)

    def _changed(self, path: str) -> bool:
        state = state_of(path)
        if path in self._seen and self._seen[path] == state:
            return False
        self._seen[path] = state
        return True


def state_of(path: str | Path) -> _State:
    """What shows that a file has changed; nothing for one that is not there."""
    try:
        stat = os.stat(path)  # noqa: PTH116 -- a Path for each of thousands of files is what takes the time
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


class Watch:
    """One folder, also while it is missing, and when it was away."""

    def __init__(self, server: LiveReloadServer, observers: Observers) -> None:
        self._server = server
        self._observers = observers
        self._folder: Path | None = None
        self._above: Path | None = None
        self._awaiting: list[ObservedWatch] = []
        self._stirred = False
        """Whether the folder itself has been moved, made or deleted since it was followed."""

    def follow(self, folder: Path) -> None:
        """Watches what is in the folder, and from above whether it is there."""
        wanted, there = folder.absolute(), folder.is_dir()
        if self._folder and (self._stirred or not there or wanted != self._folder):
            self._server.unwatch(str(self._folder))
            self._folder = None
        if there and self._folder is None:
            self._server.watch(str(wanted))
            self._folder = wanted
        self._stirred = False
        above = wanted.parent
        while not above.is_dir():
            above = above.parent
        if above != self._above:
            self._observers.unschedule(self._awaiting)
            self._awaiting = self._observers.beside(_Folders(wanted, self._stir), str(above))
            self._above = above

    def _stir(self, path: str) -> None:
        self._stirred = True
        self._observers.tell(path)


class _Folders(FileSystemEventHandler):
    """Hears when a folder, or one that it lies in, is made, moved or deleted."""

    def __init__(self, folder: Path, tell: Callable[[str], Any]) -> None:
        self._folder = folder
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory or event.event_type in (*_READ, "modified", "closed"):
            return
        for path in (os.fsdecode(path) for path in (event.src_path, event.dest_path) if path):
            if self._folder.is_relative_to(path):
                self._tell(path)
