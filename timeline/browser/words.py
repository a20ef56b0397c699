"""Every word that the script shows, in one place: the build hands them over, the script holds none.

`⟦n⟧` and the like are places for a number or a name. What cards and headings look like is no word of the
script either: their sheets are drawn by the macros that draw the pages, with places where the text goes.
"""

from __future__ import annotations

from typing import Any, get_args

from babel.dates import get_month_names
from markupsafe import Markup

from timeline.dates.grammar import QUARTERS, SEASONS
from timeline.dates.phrases import ENGLISH
from timeline.html.environment import environment
from timeline.model.words import Status
from timeline.site import wording

_PARTS = (
    "emphasis", "id", "when", "status", "course", "kind", "key", "link", "title", "names", "claims", "evidence",
    "known", "disputes",
)  # fmt: skip

WORDS: dict[str, Any] = {
    "claims": ["⟦n⟧ claim", "⟦n⟧ claims"],
    "events": ["⟦n⟧ event", "⟦n⟧ events"],
    "sources": ["⟦n⟧ source", "⟦n⟧ sources"],
    "origins": ["⟦n⟧ origin", "⟦n⟧ origins"],
    "disputes": ["⟦n⟧ dispute", "⟦n⟧ disputes"],
    "no_source": "no source",
    "no_origin": "no named origin",
    "shown": "⟦n⟧ of ⟦all⟧",
    "shown_all": "all ⟦all⟧",
    "shown_none": "none of ⟦all⟧",
    "about": "about ⟦x⟧",
    "with": "with ⟦x⟧",
    "of_kind": "of the kind ⟦x⟧",
    "cites": "citing a source of the kind ⟦x⟧",
    "key": "only key events",
    "disputed": "only what is in dispute",
    "saying": "with “⟦x⟧”",
    "as_known": "as known on ⟦x⟧",
    "newest": "newest first",
    "or": "⟦a⟧ or ⟦b⟧",
    "looser": "Without ⟦x⟧: ⟦n⟧.",
    "looser_none": "No single condition stands in the way. Leave out two or more, or clear them all.",
    "without": "Leave out: ⟦x⟧",
    "the_words": "the words",
    "the_dates": "the dates",
    "the_day": "the day",
    "more": "Show ⟦n⟧ more",
    "clear": "Clear all",
    "copy": "Copy link",
    "copied": "Link copied",
    "loading": "Loading the record …",
    "failed": "What is searched could not be loaded. The pages of the years have every event.",
    "elsewhere": "Also found",
    "groups": {
        "events": "Events",
        "claims": "Claims",
        "sources": "Sources",
        "subjects": "Who and what",
        "pages": "Pages",
    },
    "all_events": "All ⟦n⟧ on the timeline",
    "found": "⟦n⟧ found",
    "found_none": "Nothing found. Search takes words, and dates such as “aug 2025”.",
    "hint": "Type words, or a date such as “aug 2025”.",
    "undated": "undated",
    "banner": "As known on ⟦x⟧",
    "banner_more": "What became known later is left out.",
    "banner_event": "This event was not yet known on ⟦x⟧.",
    "not_yet": "not yet known on that day",
    "back": "Back to what is known now",
    "earlier": "Previous day of change",
    "later": "Next day of change",
    "topic": "Topic",
    "actor": "Who",
    "kind": "Kind",
    "status": "Status",
    "course": "What became of it",
    "source-kind": "Kind of source",
    "unknown_state": "not known",
    "standings": {
        "open": "open", "met": "met", "missed": "missed", "overdue": "overdue", "denied": "denied",
        "withdrawn": "withdrawn",
    },
    "on_that_day": "On that day",
    "tracks": "Tracks",
    "expectations": "Expectations",
}  # fmt: skip


def interface() -> dict[str, Any]:
    """All of it: words, the names of months and seasons, and the sheets of cards and headings."""
    return WORDS | {"dates": _dates(), "sheets": _sheets()}


def _dates() -> dict[str, Any]:
    months = get_month_names("wide", locale="en")
    return {
        "months": [str(months[number]) for number in range(1, 13)],
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
    part = {name: _place(name) for name in _PARTS} | {"more": ""}
    return {
        "card": str(macros.sheet(part)),
        "month": str(macros.month(_place("anchor"), _place("name"), _place("cards"))),
        "status": {name: str(macros.status_mark(name)) for name in get_args(Status)},
        "course": {name: " " + str(macros.course_mark(name, said)) for name, said in wording.COURSES.items()},
        "key": " " + str(macros.key_mark()),
        "fresh": " " + str(macros.fresh_mark(_place("x"))),
        "names": str(macros.names(_place("x"))) + " ",
        "known": " " + str(macros.known_since(_place("x"), False)),
        "read": " " + str(macros.known_since(_place("x"), True)),
        "disputes": " " + str(macros.dispute_mark(_place("x"))),
        "emphasis": " tl-card--key",
    }


def _place(name: str) -> Markup:
    return Markup(f"⟦{name}⟧")
