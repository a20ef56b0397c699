"""A page that looks across the record."""

from __future__ import annotations

from timeline.html.environment import environment
from timeline.html.head import head
from timeline.html.page import Page, SearchEntry
from timeline.queries.index import Index
from timeline.site.urls import Links

_BARE = ("toc", "navigation")


def overview(index: Index, address: str, title: str, shown: str, template: str, **values: object) -> Page:
    body = (
        environment()
        .get_template(template)
        .render(
            title=title,
            shown=shown,
            links=Links(address),
            record=index.timeline.record,
            **{"through": index.timeline.record.through, **values},
        )
    )
    top = head(index.site, address, title, shown)
    return Page(address, title, shown, body, "overview", hide=_BARE, search=SearchEntry(title, shown), head=top)
