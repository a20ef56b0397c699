"""A page that looks across the record."""

from __future__ import annotations

import datetime

from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.head import head
from timeline.html.page import Page, SearchEntry, Section
from timeline.model import Timeline
from timeline.site.urls import Links

_BARE = ("toc", "navigation")


def overview(
    context: Context,
    address: str,
    title: str,
    shown: str,
    template: str,
    *,
    also: str = "",
    sections: tuple[Section, ...] = (),
    **values: object,
) -> Page:
    """The page of a template; `also` are other words that find it, `sections` what a search finds by itself."""
    body = (
        environment()
        .get_template(template)
        .render(
            title=title,
            shown=shown,
            links=Links(address),
            record=context.index.timeline.record,
            **{"through": _choosable(context.index.timeline), **values},
        )
    )
    top = head(context.site, address, title, shown)
    found = SearchEntry(title, shown, also=also)
    return Page(address, title, shown, body, "overview", hide=_BARE, search=found, sections=sections, head=top)


def _choosable(timeline: Timeline) -> datetime.date | None:
    """The last day as of which the page can be asked for; none where sources only look back."""
    return None if timeline.record.retrospective else timeline.record.through
