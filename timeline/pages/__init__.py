"""A timeline as pages: values that any engine can put on a site."""

from timeline.pages import handwritten
from timeline.pages.faults import faults
from timeline.pages.head import head
from timeline.pages.not_found import not_found
from timeline.pages.page import Page, SearchEntry
from timeline.pages.plan import documented, render, told
from timeline.pages.site import Site

__all__ = ["Page", "SearchEntry", "Site", "documented", "faults", "handwritten", "head", "not_found", "render", "told"]
