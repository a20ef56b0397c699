"""The page that stands where nothing is. It is served at any depth, so its links start at the root of the host."""

from __future__ import annotations

from timeline.html.environment import environment
from timeline.html.page import Page
from timeline.language import gettext as _
from timeline.site import urls
from timeline.site.text_language import spoken

ADDRESS = "404.html"


def not_found_page(root: str, *, search: bool = True) -> Page:
    """`root` is the path the site lives at, "/" or "/record/"; `search` tells whether its head has a search."""
    ways = {name: root + address for name, address in (("timeline", urls.TIMELINE), ("sources", urls.SOURCES))}
    body = environment().get_template("not_found.html").render(home=root, ways=ways, search=search)
    body = spoken(body)
    return Page(ADDRESS, _("Page not found"), _("Nothing stands at this address."), body, "not-found")
