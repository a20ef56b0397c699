"""One address through its redirects to where they end: by the rules of each site on the way, with pauses between."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urljoin

from timeline.links import robots
from timeline.links.pauses import Pauses
from timeline.links.request import Answer, Asker

PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)


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
    """Follows addresses, and remembers for one run what the rules of each site are."""

    def __init__(self, asker: Asker, pauses: Pauses) -> None:
        self.asker, self.pauses = asker, pauses
        self.left: Counter[str] = Counter()
        """Hosts that are left alone until the next run, and of how many addresses."""
        self._rules: dict[str, robots.Rules] = {}

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
        self.pauses.wait(url)
        answer = self.asker.ask(url, self.pauses.left())
        self.pauses.after(url, answer, pause)
        return answer


def _closed(fault: Answer) -> Answer:
    """What is known of an address whose site could not tell its rules."""
    if fault.fault:
        return fault
    return replace(fault, fault=f"its robots.txt answers {fault.status}", nature="broken")
