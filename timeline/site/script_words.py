"""Every word that scripts show, in one place: the build hands them over, a script holds none.

`WORDS` go into a file that scripts fetch with the data. What the script of a single page shows stands in that page:
templates write it into attributes (`IN_PAGES`). `⟦n⟧` and the like are places for a number or a name.
"""

from __future__ import annotations

from typing import Any

from babel.dates import get_month_names

from timeline.site import wording

MONTHS = tuple(str(get_month_names("wide", locale="en")[number]) for number in range(1, 13))

WORDS: dict[str, Any] = {
    "events": ["⟦n⟧ event", "⟦n⟧ events"],
    "sources": ["⟦n⟧ source", "⟦n⟧ sources"],
    "independent": ["⟦n⟧ independent source", "⟦n⟧ independent sources"],
    "of_them": "⟦all⟧, ⟦n⟧ independent",
    "beyond_them": "⟦all⟧, going back to ⟦n⟧",
    "disputes": ["⟦n⟧ dispute", "⟦n⟧ disputes"],
    "no_source": "no source",
    "no_origin": ["1 source, which does not say where it got it", "⟦n⟧ sources, none says where it got it"],
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
    "looser_none": "No single condition stands in the way. Leave out two or more, or clear them all.",
    "without": "Leave out: ⟦x⟧",
    "more": "Show ⟦n⟧ more",
    "clear": "Clear all",
    "copy": "Copy link",
    "copied": "Link copied",
    "loading": "Loading the record …",
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
    "found_none": "Nothing found for “⟦x⟧”. Try fewer or other words, a name, a number, or a date such as “aug 2025”.",
    "hint": "Type words, a name, a number such as “5 billion”, or a date such as “aug 2025”.",
    "try_words": "Try fewer or other words, a name, a number such as “5 billion”, or a date such as “aug 2025”.",
    "meant": "Did you mean “⟦x⟧”?",
    "fewer": "Search for “⟦x⟧” alone",
    "see_as_known": "See the record as known on ⟦x⟧",
    "undated": "undated",
    "banner": "As known on ⟦x⟧",
    "banner_more": "Later news is left out.",
    "banner_record": "Later news is left out; how this page is cited is of today.",
    "banner_event": "No document here is certain to have shown this by ⟦x⟧.",
    "banner_source": "This document is not certain to have been out by ⟦x⟧.",
    "no_page": "No page as known on ⟦x⟧",
    "banner_not": "As of today, not as known on ⟦x⟧",
    "banner_today": "This page does not follow a day.",
    "on_timeline": "The timeline of that day",
    "not_yet": "no document here is certain to have shown this by then",
    "tallies": {
        "events": ["⟦n⟧ event", "⟦n⟧ events"],
        "more_events": ["⟦n⟧ more event", "⟦n⟧ more events"],
        "more_claims": ["⟦n⟧ more claim", "⟦n⟧ more claims"],
        "more_documents": ["⟦n⟧ more document", "⟦n⟧ more documents"],
        "more_dates": ["⟦n⟧ more date", "⟦n⟧ more dates"],
        "sides": ["⟦n⟧ further side", "⟦n⟧ further sides"],
        "questions": ["⟦n⟧ question in dispute", "⟦n⟧ questions in dispute"],
        "more": ["⟦n⟧ more", "⟦n⟧ more"],
    },
    "back": "Back to now",
    "earlier": "Earlier",
    "later": "Later",
    "stood": "How things stood",
    "done": "Show ⟦x⟧",
    "topic": "Topic",
    "actor": "Who",
    "kind": "Kind",
    "status": "Status",
    "course": "What became of it",
    "source-kind": "Kind of source",
    "unknown_state": "not known",
    "standings": wording.FATES,
    "expectations": "Dates that were named",
}  # fmt: skip

IN_PAGES = {
    "lately": "recently\u00a0updated",
    "key": "key event",
    "note": "Note ⟦n⟧",
    "close": "Close",
    "citation": "Copy citation",
    "frame": "Copy lines for a page of yours",
    "copied": "Copied",
    "link_copied": "Link copied",
    "not_copied": "Marked, to be copied with the keyboard",
    "rows": "⟦n⟧ of ⟦all⟧ ⟦name⟧",
    "rows_none": "None of ⟦all⟧ ⟦name⟧ fits. Choose less, or clear.",
    "unknown_state": WORDS["unknown_state"],
}

FALLBACK = {
    "missing": "What needs a script on this page could not be loaded and is left out. "
    "Everything can be read without it.",
    "older": "The site has changed since this page was loaded.",
    "folder": "This copy was opened from a folder, where browsers let no script of a page work: "
    "it can be read whole, and searched and filtered on the web.",
    "asked": "What its address asks for is not chosen; all of it is shown, as it is known now.",
    "waiting": "What the address asks for is still being looked up; until then all of it is shown, as it is known now.",
    "again": "Load the page again",
}
"""What a page says itself when a script does not come."""

SEARCH = {"en": ("Search", "Close", "Loading …"), "de": ("Suche", "Schließen", "Wird geladen …")}
"""The way to the search, what closes it and what is said until it can find something, by the language of the theme."""
