"""The page of updates: what was changed in the record since its entries were made."""

from __future__ import annotations

from timeline.html.context import Context
from timeline.html.overview import overview
from timeline.html.page import Page
from timeline.site import urls, wording


def updates_page(context: Context) -> Page:
    index = context.index
    found = [
        (event, number, update) for event in index.timeline.events for number, update in enumerate(event.updates, 1)
    ]
    found.sort(key=lambda row: (row[2].on, row[0].id, row[1]), reverse=True)
    shown = f"{wording.count(len(found), 'update')} to the record since its entries were made."
    return overview(context, urls.UPDATES, "Updates", shown, "updates.html", rows=found)
