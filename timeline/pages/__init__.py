"""A timeline as pages: values that any engine can put on a site."""

from timeline.pages import handwritten
from timeline.pages.faults import faults
from timeline.pages.lookup import assets
from timeline.pages.not_found import not_found
from timeline.pages.page import Page, SearchEntry
from timeline.pages.plan import documented, render, told

__all__ = ["Page", "SearchEntry", "assets", "documented", "faults", "handwritten", "not_found", "render", "told"]
