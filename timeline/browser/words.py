"""What scripts write with: the words of `script_words`, names of months and seasons, addresses of pages, and sheets.

What cards and headings look like is no word of a script either: their sheets are drawn by the macros that draw the
pages, with `⟦name⟧` where the text goes; and where a page stands is said by `urls`, with places for its id.
"""

from __future__ import annotations

from typing import Any, get_args

from markupsafe import Markup

from timeline.dates.edtf import QUARTERS, SEASONS
from timeline.dates.wording import ENGLISH
from timeline.html.environment import environment
from timeline.model.event import UNNAMED_CLAIM
from timeline.model.words import Status
from timeline.site import urls, wording
from timeline.site.script_words import IN_PAGES, MONTHS, WORDS

_PARTS = ("id", "when", "status", "course", "key", "link", "title", "gist", "evidence", "disputes", "updated")


def interface() -> dict[str, Any]:
    """All of it: words, the names of months and seasons, and the sheets of cards and headings."""
    return WORDS | {"dates": _dates(), "sheets": _sheets()}


def addresses() -> dict[str, Any]:
    """Where pages stand, by what they are about, and with what the addresses begin of those that follow a day."""
    return {
        "pages": {
            "event": urls.event("⟦x⟧"),
            "claim": urls.claim("⟦x⟧#⟦anchor⟧"),
            "unnamed": UNNAMED_CLAIM.format("⟦n⟧"),
            "source": urls.source("⟦x⟧"),
            "actor": urls.actor("⟦x⟧"),
            "topic": urls.topic("⟦x⟧"),
            "edition": urls.edition("⟦x⟧"),
            "timeline": urls.TIMELINE,
            "track": urls.track("⟦x⟧"),
            "expectations": urls.EXPECTATIONS,
        },
        "dated": [urls.event("").rstrip("/") + "/", urls.SOURCES, urls.TIMELINE, urls.TRACKS, urls.EXPECTATIONS],
    }


def _dates() -> dict[str, Any]:
    return {
        "months": MONTHS,
        "seasons": dict(zip(map(str, SEASONS), ENGLISH.seasons, strict=True)),
        "quarters": {
            str(code): ENGLISH.quarter.format(name, "").strip()
            for code, name in zip(QUARTERS, ENGLISH.quarters, strict=True)
        },
        "extent": ENGLISH.extent.format("⟦a⟧", "⟦b⟧"),
        "since": ENGLISH.since.format("⟦x⟧"),
        "until": ENGLISH.until.format("⟦x⟧"),
    }


def _sheets() -> dict[str, Any]:
    """The very markup of the pages, with `⟦name⟧` where the script puts text."""
    macros: Any = environment().get_template("macros.html").module
    part = {name: _place(name) for name in _PARTS}
    return {
        "card": str(macros.sheet(part)),
        "month": str(macros.month(_place("anchor"), _place("name"), _place("cards"))),
        "status": {name: str(macros.status_mark(name)) for name in get_args(Status)},
        "course": {name: " " + str(macros.course_mark(name, said)) for name, said in wording.COURSES.items()},
        "key": str(macros.key_mark()),
        "gist": str(macros.gist(_place("x"))),
        "disputes": " · ⟦x⟧",
        "updated": f" · {IN_PAGES['lately']}",
    }


def _place(name: str) -> Markup:
    return Markup(f"⟦{name}⟧")
