"""Many addresses in one run: whichever host has rested longest is next, and a host in trouble is left in peace."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from timeline.links.link_states import Finding, judged
from timeline.links.pauses import Elapsed
from timeline.links.redirects import Visit, Visitor

TRIES = 3
"""How often an address is asked in one run before what it answers counts."""
TROUBLE = 3
"""Addresses of a host that may fail one after the other before the others wait for another run."""
SILENT = 5
"""Hosts without any answer, after which the fault is looked for on this side."""


class Offline(Exception):
    """No host has answered at all: this machine has no way to them, and nothing is known of any."""


def rounds(urls: Iterable[str], visitor: Visitor) -> Iterator[Finding]:
    """What became of each address, as soon as it is known, until the time of the visitor is over.

    What comes of no connection is held back until some host has answered, for a machine without a network finds every
    host gone. Raises `Offline`.
    """
    held: list[Finding] = []
    heard = False
    for visit in _visits(urls, visitor):
        heard = heard or bool(visit.answer.status) or visit.closed
        try:
            finding = judged(visit, visitor.visit)
        except Elapsed:
            continue
        held.append(finding)
        if heard:
            yield from held
            held.clear()
        elif len({urlsplit(each.url).netloc for each in held}) >= SILENT:
            break
    if held:
        raise Offline


def _visits(urls: Iterable[str], visitor: Visitor) -> Iterator[Visit]:
    waiting = deque(urls)
    tried: Counter[str] = Counter()
    trouble: Counter[str] = Counter()
    last: dict[str, Visit] = {}
    while waiting:
        url = min(waiting, key=visitor.pauses.ready)  # of several the first
        waiting.remove(url)
        host = urlsplit(url).netloc
        if trouble[host] >= TROUBLE and url not in last:
            visitor.left[host] += 1
            continue
        try:
            visit = visitor.visit(url)
        except Elapsed:
            if url in last:
                yield last[url]
            continue
        tried[url] += 1
        if not _passing(visit):
            trouble[host] = 0
            yield visit
        elif tried[url] < TRIES:
            last[url] = visit
            visitor.forget(url)
            visitor.pauses.back_off(visit.url, visit.answer, tried[url])
            waiting.appendleft(url)  # before others of its host, which may be in trouble
        else:
            trouble[host] += 1
            yield visit


def _passing(visit: Visit) -> bool:
    """Whether it may be otherwise in a moment."""
    return visit.answer.nature in ("time", "connection") or visit.answer.status in (429, 500, 502, 503, 504)
