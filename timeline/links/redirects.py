"""One address through its redirects, as a polite guest: by the site's rules, one question at a time, with pauses.

The time is told by a clock that is handed in, so that nothing here waits by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag, urljoin, urlsplit

from timeline.links import robots
from timeline.links.request import Answer, Asker

PAUSE = 2.0
"""Seconds between two questions to one host, where it does not ask for more."""
BACK_OFF = 15.0
"""Seconds that a host is left alone after it failed; twice as many after each further time."""
PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)


class Elapsed(Exception):
    """The run ends before the host may be asked again."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds that only go forwards, and a way to let some pass."""

    now: Callable[[], float]
    sleep: Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Visit:
    """An address that was asked, and what it led to."""

    url: str
    answer: Answer
    trail: tuple[str, ...]
    """Every address on the way, that which was asked first and that which answered last."""
    lasting: str
    """How far redirects lead that are meant to last; the address itself where there is none."""
    closed: bool = False
    """Whether the site asks programs not to come here."""


class Visitor:
    """Remembers for one run when each host may be asked again, and what its rules are."""

    def __init__(self, asker: Asker, clock: Clock, ends: float, pause: float = PAUSE) -> None:
        """`ends` is the time, by this clock, after which nothing is asked any more."""
        self.asker, self.clock, self.ends = asker, clock, ends
        self.left: Counter[str] = Counter()
        """Hosts that are left alone until the next run, and of how many addresses."""
        self._pause = pause
        self._ready: dict[str, float] = {}
        self._rules: dict[str, robots.Rules] = {}

    def ready(self, url: str) -> float:
        """From when on the host of an address may be asked."""
        return self._ready.get(_host(url), self.clock.now())

    def spare(self, url: str, seconds: float) -> None:
        """Leaves the host of an address alone for a while."""
        host = _host(url)
        self._ready[host] = max(self._ready.get(host, 0.0), self.clock.now() + seconds)

    def back_off(self, visit: Visit, times: int) -> None:
        """Leaves a host that failed so many times alone: as long as it asks, or twice as long after each time."""
        self.spare(visit.url, asked_to_wait(visit.answer) or BACK_OFF * 2 ** (times - 1))

    def visit(self, url: str) -> Visit:
        """Asks for an address and follows it. Raises `Elapsed`; then it counts as never asked."""
        here, trail, lasting, lasts = urldefrag(url).url, [url], url, True
        for _ in range(self.asker.limits.redirects + 1):
            rules = self._rules_of(here)
            if rules.fault is not None:
                return Visit(url, _closed(rules.fault), tuple(trail), lasting)
            if not rules.may(here):
                return Visit(url, Answer(), tuple(trail), lasting, closed=True)
            answer = self._ask(here, rules.pause)
            target = answer.headers.get("location", "") if answer.status in _REDIRECTS and not answer.fault else ""
            if not target:
                return Visit(url, answer, tuple(trail), lasting)
            try:
                there = urldefrag(urljoin(here, target.strip().replace(" ", "%20"))).url
            except ValueError:
                fault = Answer(answer.status, fault="it leads to what is no address", nature="broken")
                return Visit(url, fault, tuple(trail), lasting)
            lasts = lasts and answer.status in PERMANENT
            if there in trail or there == here:
                fault = Answer(answer.status, fault="its redirects go round in a circle", nature="broken")
                return Visit(url, fault, tuple(trail), url)
            trail.append(there)
            lasting = there if lasts else lasting
            here = there
        fault = Answer(fault=f"more than {self.asker.limits.redirects} redirects", nature="broken")
        return Visit(url, fault, tuple(trail), url)

    def _rules_of(self, url: str) -> robots.Rules:
        place = robots.site(url)
        if place not in self._rules:
            self._rules[place] = robots.rules(url, lambda each: self._ask(each, 0.0))
        return self._rules[place]

    def forget(self, url: str) -> None:
        """Asks anew for the rules of a site that could not give them."""
        place = robots.site(url)
        if place in self._rules and self._rules[place].fault is not None:
            del self._rules[place]

    def _ask(self, url: str, pause: float) -> Answer:
        wait = self.ready(url) - self.clock.now()
        if self.clock.now() + max(wait, 0.0) >= self.ends:
            raise Elapsed
        if wait > 0:
            self.clock.sleep(wait)
        answer = self.asker.ask(url, self.ends - self.clock.now())
        self.spare(url, max(self._pause, pause))
        if answer.status in (429, 503):
            self.spare(url, asked_to_wait(answer))
        return answer


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


def _closed(fault: Answer) -> Answer:
    """What is known of an address whose site could not tell its rules."""
    if fault.fault:
        return fault
    return replace(fault, fault=f"its robots.txt answers {fault.status}", nature="broken")


def _host(url: str) -> str:
    """Those that are one machine to whoever runs it; an address without www is the same as one with it."""
    split = urlsplit(url)
    return (split.netloc or url).lower().removeprefix("www.")
