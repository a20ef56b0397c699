"""A timeline as pages: values that any engine can put on a site."""

from timeline.pages.aliases import alias_files, moved
from timeline.pages.faults import faults_page
from timeline.pages.not_found import not_found_page
from timeline.pages.registry import (
    assets,
    drawn,
    events,
    every_page,
    lists,
    overviews,
    planned,
    records,
    render,
    site_files,
)

__all__ = [
    "alias_files",
    "assets",
    "drawn",
    "events",
    "every_page",
    "faults_page",
    "lists",
    "moved",
    "not_found_page",
    "overviews",
    "planned",
    "records",
    "render",
    "site_files",
]
