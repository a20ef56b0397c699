"""The words of the search: its box, what it has found, and what to try where it finds nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.language import N_, Messages

FINDING: Mapping[str, Any] = {
    "see_as_known": N_("See the record as known on {x}"),
    "nearest": N_("Closest to what you typed:"),
    "elsewhere": N_("Also found"),
    "groups": {
        "events": N_("Events"),
        "claims": N_("Claims"),
        "sources": N_("Sources"),
        "subjects": N_("Who and what"),
        "pages": N_("Pages"),
    },
    "all_events": N_("All {n} on the timeline"),
    "found": N_("{n} found"),
    "found_none": N_(
        "Nothing found for “{x}”. Try fewer or other words, a name, a number, or a date such as “aug 2025”."
    ),
    "hint": N_("Type words, a name, a number such as “5 billion”, or a date such as “aug 2025”."),
    "try_words": N_("Try fewer or other words, a name, a number such as “5 billion”, or a date such as “aug 2025”."),
    "meant": N_("Did you mean “{x}”?"),
    "fewer": N_("Search for “{x}” alone"),
    "undated": N_("undated"),
}

SEARCH: Mapping[str, str] = Messages({"find": N_("Search"), "close": N_("Close"), "wait": N_("Loading …")})
"""The way to the search, what closes it and what is said until it can find something."""
