"""What a page says itself when a script, or what it looks up, does not come."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.language import N_, Messages

FALLBACK: Mapping[str, str] = Messages(
    {
        "missing": N_(
            "What needs a script on this page could not be loaded and is left out. Everything can be read without it."
        ),
        "older": N_("The site has changed since this page was loaded."),
        "folder": N_(
            "This copy was opened from a folder, where browsers let no script of a page work: "
            "it can be read whole, and searched and filtered on the web."
        ),
        "asked": N_("What its address asks for is not chosen; all of it is shown, as it is known now."),
        "waiting": N_(
            "What the address asks for is still being looked up; until then all of it is shown, as it is known now."
        ),
        "again": N_("Load the page again"),
    }
)
