"""What scripts write with: the words of `script_words`, names of months and seasons, addresses of pages, and sheets.

What cards and headings look like is no word of a script either: their sheets are drawn by the macros that draw the
pages, with `⟦name⟧` where the text goes; and where a page stands is said by `urls`, with places for its id.
"""

from __future__ import annotations

from typing import Any, get_args

from babel.dates import get_day_names, get_month_names
from markupsafe import Markup

from timeline import language
from timeline.dates.edtf import QUARTERS, SEASONS
from timeline.dates.words_by_language import phrases
from timeline.html.environment import environment
from timeline.model.event import UNNAMED_CLAIM
from timeline.model.words import COURSE_NAMES, Status
from timeline.queries.search import numbers, terms, vocabulary
from timeline.queries.search.folded import folded
from timeline.site import urls, wording
from timeline.site.script_words import IN_PAGES, words

_FOLDS = {"events": False, "more_events": True}
"""What a fold in a list counts, and whether there are others beside it in the month."""
_SMALL = {
    *("of", "the", "on", "in", "about", "around", "approximately", "roughly", "c", "ca", "circa", "year", "month"),
    *("am", "im", "den", "der", "des", "vom", "um", "gegen", "etwa", "rund", "jahr", "jahres", "monat", "monats"),
}
"""Words that say nothing of a date beside others, in English and German, folded."""
_PARTS = ("id", "when", "status", "course", "key", "link", "title", "gist", "evidence", "disputes", "updated")


def interface() -> dict[str, Any]:
    """All of it: words, the names of months and seasons, and the sheets of cards and headings."""
    return words() | {"dates": _dates(), "sheets": _sheets()}


def reading() -> dict[str, Any]:
    """How what is typed into a search is read: the tables of `timeline.queries.search`."""
    return {
        "scales": numbers.SCALES,
        "attached": sorted(numbers.ATTACHED),
        "numbers": numbers.WORDS,
        "articles": sorted(numbers.ARTICLES),
        "halves": sorted(numbers.HALVES),
        "mixed": numbers.MIXED,
        "ordinals": numbers.ORDINALS,
        "points": sorted(numbers.POINTS),
        "and": sorted(numbers.AND),
        "currencies": sorted(numbers.CURRENCIES),
        "small": sorted(terms.SMALL),
        "endings": vocabulary.ENDINGS,
    }


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
            "place": urls.place("⟦x⟧"),
            "edition": urls.edition("⟦x⟧"),
            "timeline": urls.TIMELINE,
            "track": urls.track("⟦x⟧"),
            "expectations": urls.EXPECTATIONS,
        },
        "dated": [
            *(page("").rstrip("/") + "/" for page in (urls.event, urls.actor, urls.topic, urls.place)),
            *(urls.SOURCES, urls.TIMELINE, urls.TRACKS, urls.EXPECTATIONS, urls.DISPUTES, urls.EVIDENCE),
        ],
    }


def _dates() -> dict[str, Any]:
    said = phrases(language.current())
    return {
        "months": said.months,
        "seasons": dict(zip(map(str, SEASONS), said.seasons, strict=True)),
        "quarters": {
            str(code): said.quarter.format(name, "").strip() for code, name in zip(QUARTERS, said.quarters, strict=True)
        },
        "extent": said.extent.format("⟦a⟧", "⟦b⟧"),
        "since": said.since.format("⟦x⟧"),
        "until": said.until.format("⟦x⟧"),
        "typed": _typed(),
    }


def _typed() -> dict[str, Any]:
    """What people type for months, weekdays and parts of them, in English and German, folded."""
    months: dict[str, int] = {}
    weekdays: set[str] = set()
    for spoken in ("en", "de"):
        for width in ("wide", "abbreviated"):
            named = get_month_names(width, locale=spoken)
            months |= {folded(str(name)).rstrip("."): number for number, name in named.items()}
            days = get_day_names(width, locale=spoken).values()
            weekdays |= {folded(str(name)).rstrip(".") for name in days}
    months |= {name[:3]: number for name, number in months.items() if len(name) > 3} | {"sept": 9, "maerz": 3}
    return {
        "months": months,
        "weekdays": sorted(weekdays - months.keys()),
        "small": sorted(_SMALL),
        "seasons": {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
        | {"fruhling": 21, "fruhjahr": 21, "sommer": 22, "herbst": 23},
        "thirds": {"early": 1, "beginning": 1, "start": 1, "anfang": 1, "mid": 2, "middle": 2, "mitte": 2}
        | {"late": 3, "end": 3, "ende": 3},
        "ordinals": {"first": 1, "second": 2, "third": 3, "fourth": 4, "erstes": 1, "zweites": 2, "drittes": 3}
        | {"viertes": 4, "erste": 1, "zweite": 2, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4},
    }


def _sheets() -> dict[str, Any]:
    """The very markup of the pages, with `⟦name⟧` where the script puts text."""
    macros: Any = environment().get_template("macros.html").module
    part = {name: _place(name) for name in _PARTS}
    return {
        "card": str(macros.sheet(part)),
        "month": str(macros.month(_place("anchor"), _place("name"), _place("cards"))),
        "between": {name: str(macros.fold(_place("said"), _place("inner"), more)) for name, more in _FOLDS.items()},
        "year": str(macros.year_fold(_place("name"), _place("number"), _place("months"))),
        "status": {name: str(macros.status_mark(name)) for name in get_args(Status)},
        "course": {
            name: f"{wording.COMMA} " + str(macros.course_mark(name, said)) for name, said in COURSE_NAMES.items()
        },
        "key": str(macros.key_mark()),
        "gist": str(macros.gist(_place("x"))),
        "disputes": " · ⟦x⟧",
        "updated": f" · {IN_PAGES['lately']}",
    }


def _place(name: str) -> Markup:
    return Markup(f"⟦{name}⟧")
