"""The words of the banner above a page that is shown as it was known on an earlier day, and of what it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.language import N_

BANNER: Mapping[str, Any] = {
    "as_known": N_("as known on {x}"),
    "banner": N_("As known on {x}"),
    "banner_more": N_("Later news is left out, and so is what sums up this page."),
    "banner_record": N_("Later news is left out; how this page is cited is of today."),
    "banner_event": N_("No document here is certain to have shown this by {x}."),
    "banner_source": N_("This document is not certain to have been out by {x}."),
    "no_page": N_("No page as known on {x}"),
    "banner_not": N_("As of today, not as known on {x}"),
    "banner_unread": N_("As of today: “{x}” is no day that can be read; one is written like {day}."),
    "banner_ahead": N_("As of {x}, the last day checked: of a later one nothing is known here."),
    "banner_today": N_("This page does not follow a day."),
    "on_timeline": N_("The timeline of that day"),
    "not_yet": N_("no document here is certain to have shown this by then"),
    "back": N_("Back to now"),
    "earlier": N_("Earlier"),
    "later": N_("Later"),
    "stood": N_("How things stood"),
}
