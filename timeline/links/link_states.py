"""What an answer says about a document: is it there, elsewhere, gone, or does somebody only not let us look?

Doubt is never told as loss. A server that refuses programs, asks whether a human is there or is down today says nothing
about the document; gone is what says so itself, or gives the same page for an address that never was.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from timeline.links.page_text import Page
from timeline.links.redirects import Visit
from timeline.model.address import unsafe
from timeline.model.words import ReachState

_REFUSED = (401, 402, 403, 407, 429, 451, 999)
"""The last is none of the standard: some answer so to programs."""
_GONE = (404, 410)
_NO_HUMAN = re.compile(
    r"just a moment|attention required|access denied|are you (?:a )?(?:human|robot)|captcha|verify (?:that )?you are"
    r"|pardon our interruption|ddos.guard|security check|bot verification|unusual traffic",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(
    r"\b404\b|not found|no longer (?:available|exists?)|does(?:n['’]t| not) exist|page (?:missing|unavailable)"
    r"|nicht gefunden|nicht (?:mehr )?verfügbar|introuvable|n['’]existe (?:pas|plus)|no encontrad|no existe"
    r"|non trovat|não encontrad|не найден|找不到|不存在|未找到|見つかりません|찾을 수 없",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"/(?:log-?in|sign-?(?:in|up)|auth|sso|regist(?:er|ration)|subscri(?:be|ption)s?|paywall|consent|captcha|challenge)\b",
    re.IGNORECASE,
)
_SHORT = 4_000
"""Letters of a page that only asks something."""
_COMPARED, _CLOSELY = 2_000, 250
"""Letters of two pages that are compared, and of those that differ; who wants to can make the comparison cubic."""
_ALIKE = 0.9


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of an address."""

    url: str
    state: ReachState
    answer: str
    """What came back, in words."""
    moved_to: str | None = None
    hash: str | None = None
    """None where nothing whole was read."""


def judged(visit: Visit, other: Callable[[str], Visit]) -> Finding:
    """The state of an address. `other` visits another address of the site, where this one may be lying."""
    url, answer = visit.url, visit.answer
    if visit.closed:
        return Finding(url, "blocked", "robots.txt asks programs to stay away")
    if answer.fault and answer.status == 429:
        return Finding(url, "blocked", answer.fault)
    if answer.nature == "name" and len(visit.trail) == 1:
        return Finding(url, "gone", answer.fault)
    if answer.fault:
        elsewhere = len(visit.trail) > 1 and answer.nature != "broken"
        return Finding(url, "failing", f"it leads elsewhere: {answer.fault}" if elsewhere else answer.fault)
    words = _status(answer.status)
    if _challenged(visit):
        return Finding(url, "blocked", f"{words}, and it asks whether a human is there")
    if answer.status in _REFUSED:
        return Finding(url, "blocked", words)
    if answer.status in _GONE:
        return Finding(url, "gone", words)
    if not 200 <= answer.status < 300:
        return Finding(url, "failing", words)
    if not answer.body.strip():
        return Finding(url, "failing", f"{words}, and nothing in it")
    return _found(visit, other)


def _found(visit: Visit, other: Callable[[str], Visit]) -> Finding:
    """A page that calls itself the document, held against one that cannot be."""
    url, answer = visit.url, visit.answer
    words = _status(answer.status)
    if _WHO.search(urlsplit(visit.trail[-1]).path) and not _WHO.search(urlsplit(url).path):
        return Finding(url, "blocked", "it leads to a page that asks who is reading")
    page = Page(answer.body, answer.headers.get("content-type", ""))
    fronted = len(visit.trail) > 1 and _is_front(visit.trail[-1]) and not _is_front(url)
    if fronted or (page.title and _NOT_FOUND.search(page.title)) or (not page.title and _brief(page)):
        never = other(_never(url))
        if _same(visit, page, never):
            return Finding(url, "gone", f"{words}, with a page that it also gives for an address that never was")
        if fronted:
            return Finding(url, "failing", "it leads to the front page")
    hash = page.hash if answer.whole else None
    if visit.lasting != url and not unsafe(visit.lasting):
        return Finding(url, "moved", words, visit.lasting, hash)
    return Finding(url, "ok", words, hash=hash)


def _brief(page: Page) -> bool:
    return bool(page.text) and len(page.text) < _SHORT and _NOT_FOUND.search(page.text[:300]) is not None


def _challenged(visit: Visit) -> bool:
    """Whether a wall for programs stands before the page."""
    answer = visit.answer
    if "cf-mitigated" in answer.headers or (answer.status == 403 and "x-datadome" in answer.headers):
        return True
    if answer.status not in (200, 202, 403, 405, 429, 503):
        return False
    page = Page(answer.body, answer.headers.get("content-type", ""))
    return len(page.text) < _SHORT and _NO_HUMAN.search(page.title) is not None


def _never(url: str) -> str:
    """An address beside one, that nobody ever gave to anything."""
    split = urlsplit(url)
    folder = split.path.rstrip("/").rpartition("/")[0]
    return f"{split.scheme}://{split.netloc}{folder}/no-such-page-{hashlib.sha256(url.encode()).hexdigest()[:12]}"


def _same(visit: Visit, page: Page, never: Visit) -> bool:
    """Whether an address that never was gets the same answer."""
    if never.closed or never.answer.fault or not 200 <= never.answer.status < 300:
        return False
    if len(never.trail) > 1 and never.trail[-1] == visit.trail[-1]:
        return True
    beside = Page(never.answer.body, never.answer.headers.get("content-type", ""))
    if page.hash == beside.hash:
        return True
    return bool(page.text) and _alike(page.text[:_COMPARED], beside.text[:_COMPARED])


def _alike(ours: str, theirs: str) -> bool:
    """Whether two texts are the same but for little, such as the address that was asked for."""
    before = _common(ours, theirs)
    left, right = ours[before:], theirs[before:]
    behind = _common(left[::-1], right[::-1])
    left, right = left[: len(left) - behind][:_CLOSELY], right[: len(right) - behind][:_CLOSELY]
    blocks = difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    alike = before + behind + sum(block.size for block in blocks)
    return 2 * alike > _ALIKE * (len(ours) + len(theirs))


def _common(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    differing = (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


def _is_front(url: str) -> bool:
    split = urlsplit(url)
    return split.path in ("", "/") and not split.query


def _status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
