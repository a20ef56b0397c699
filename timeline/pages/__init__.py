"""A timeline as pages: values that any engine can put on a site."""

from timeline.pages import handwritten
from timeline.pages.desk import Desk
from timeline.pages.embeds import leaves
from timeline.pages.faults import faults
from timeline.pages.head import head
from timeline.pages.leaf import Leaf
from timeline.pages.library import bibliographies
from timeline.pages.lookup import assets
from timeline.pages.not_found import not_found
from timeline.pages.page import Page, SearchEntry
from timeline.pages.plainly import plain_records
from timeline.pages.plan import documented, render, told
from timeline.pages.site import Site

__all__ = [
    "Desk",
    "Leaf",
    "Page",
    "SearchEntry",
    "Site",
    "assets",
    "bibliographies",
    "documented",
    "faults",
    "handwritten",
    "head",
    "leaves",
    "not_found",
    "plain_records",
    "render",
    "told",
]
