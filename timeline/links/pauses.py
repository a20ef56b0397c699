"""How long a host is left alone: between two questions, after it failed, and when it asks for it.

The time is told by a clock that is handed in, so that nothing here waits by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from timeline.links.request import Answer

PAUSE = 2.0
"""Seconds between two questions to one host, where it does not ask for more."""
BACK_OFF = 15.0
"""Seconds that a host is left alone after it failed; twice as many after each further time."""


class Elapsed(Exception):
    """The run ends before the host may be asked again."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds that only go forwards, and a way to let some pass."""

    now: Callable[[], float]
    sleep: Callable[[float], None]


class Pauses:
    """Remembers for one run when each host may be asked again."""

    def __init__(self, clock: Clock, ends: float, pause: float = PAUSE) -> None:
        """`ends` is the time, by this clock, after which nothing is asked any more."""
        self.clock, self.ends = clock, ends
        self._pause = pause
        self._ready: dict[str, float] = {}

    def ready(self, url: str) -> float:
        """From when on the host of an address may be asked."""
        return self._ready.get(_host(url), self.clock.now())

    def left(self) -> float:
        """How many seconds of the run are left."""
        return self.ends - self.clock.now()

    def wait(self, url: str) -> None:
        """Lets time pass until the host of an address may be asked. Raises `Elapsed`."""
        wait = self.ready(url) - self.clock.now()
        if self.clock.now() + max(wait, 0.0) >= self.ends:
            raise Elapsed
        if wait > 0:
            self.clock.sleep(wait)

    def after(self, url: str, answer: Answer, pause: float) -> None:
        """A host has answered: it is left alone as long as we always do, as its rules ask for, or as it says itself."""
        self._spare(url, max(self._pause, pause))
        if answer.status in (429, 503):
            self._spare(url, asked_to_wait(answer))

    def back_off(self, url: str, answer: Answer, times: int) -> None:
        """Leaves a host that failed so many times alone: as long as it asks, or twice as long after each time."""
        self._spare(url, asked_to_wait(answer) or BACK_OFF * 2 ** (times - 1))

    def _spare(self, url: str, seconds: float) -> None:
        host = _host(url)
        self._ready[host] = max(self._ready.get(host, 0.0), self.clock.now() + seconds)


def asked_to_wait(answer: Answer) -> float:
    """Seconds for which a server asks to be left alone (`Retry-After`); 0 where it does not."""
    told = answer.headers.get("retry-after", "").strip()
    if told.isascii() and told.isdigit():
        return float(told[:6])
    try:
        day = parsedate_to_datetime(answer.headers["date"])  # its own clock, which the other time is told by
        return max(0.0, (parsedate_to_datetime(told) - day).total_seconds())
    except (KeyError, ValueError, TypeError):
        return 0.0


def _host(url: str) -> str:
    """Those that are one machine to whoever runs it; an address without www is the same as one with it."""
    split = urlsplit(url)
    return (split.netloc or url).lower().removeprefix("www.")
