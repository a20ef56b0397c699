"""What the owners of a site ask of programs (RFC 9309), asked once per site and run.

Protego reads the file: the parser of the standard library knows no wildcards and takes the first rule that matches
instead of the longest, and would go where it was asked to stay away.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from protego import Protego

from timeline.links.request import Answer

PRODUCT = "sourced-timeline"
"""The name under which a site can speak to this program alone."""
LARGEST = 512_000
"""What is read of the file; the standard asks for at least 500 KiB."""
_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site asks for."""

    rules: Protego | None = None
    """None where the site has none."""
    fault: Answer | None = None
    """Why they could not be had, where that forbids to ask for anything else."""

    def may(self, url: str) -> bool:
        return self.rules is None or self.rules.can_fetch(url, PRODUCT)

    @property
    def pause(self) -> float:
        """Seconds between two questions, as far as the site says."""
        return float(self.rules.crawl_delay(PRODUCT) or 0.0) if self.rules else 0.0


def site(url: str) -> str:
    """Scheme, host and port: what one such file speaks for."""
    split = urlsplit(url)
    return f"{split.scheme}://{split.netloc}".lower()


def rules(url: str, ask: Callable[[str], Answer]) -> Rules:
    """The rules for the site of an address. Where its server fails, all of it is closed, as the standard has it."""
    place = f"{site(url)}/robots.txt"
    for _ in range(_REDIRECTS):
        answer = ask(place)
        if answer.fault or answer.status >= 500 or answer.status == 429:
            return Rules(fault=answer)
        if answer.status in (301, 302, 303, 307, 308) and answer.headers.get("location"):
            place = urljoin(place, answer.headers["location"])
            continue
        if not 200 <= answer.status < 300:
            return Rules()
        text = answer.body[:LARGEST].decode("utf-8-sig", errors="replace")
        return Rules(Protego.parse(text))
    return Rules()
