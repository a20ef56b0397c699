"""A timeline as pages: values that any engine can put on a site."""

from timeline.pages import handwritten
from timeline.pages.citation_files import bibliographies
from timeline.pages.desk import Desk
from timeline.pages.embeds import leaves
from timeline.pages.faults import faults
from timeline.pages.head import head
from timeline.pages.leaf import Leaf
from timeline.pages.lookup import assets, written
from timeline.pages.not_found import not_found
from timeline.pages.page import Asset, Page, SearchEntry
from timeline.pages.plainly import plain_records
from timeline.pages.plan import documented, events, render, surveyed, told
from timeline.pages.site import Site

__all__ = [
    "Asset",
    "Desk",
    "Leaf",
    "Page",
    "SearchEntry",
    "Site",
    "assets",
    "bibliographies",
    "documented",
    "events",
    "faults",
    "handwritten",
    "head",
    "leaves",
    "not_found",
    "plain_records",
    "render",
    "surveyed",
    "told",
    "written",
]
