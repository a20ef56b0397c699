"""A page as a value, so that any engine can put it on a site and none needs to know events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.site.file import SiteFile
from timeline.span import Span


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What a search over the site finds of a page: plain text, the engine escapes it."""

    title: str
    text: str
    boost: float = 1.0
    also: str = ""
    """Other words under which people look for it, which are not shown."""


@dataclass(frozen=True, slots=True)
class Section:
    """A place within a page that a search finds on its own."""

    anchor: str
    entry: SearchEntry
    page: str = ""
    """The address of the page it is on, where that is another one."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages fetch when a reader asks for something: `name` is its place among its like."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One address of the site with everything that an engine has to know about it.

    `title` and `description` are plain text; `body` is HTML with exactly one `<h1`. Pages of one
    `kind` share a skeleton when they are `cached`: there are thousands of those, one record each.
    """

    address: str  # below the site's own: "" for home, else with a slash at its end, "events/ID/"
    title: str
    description: str
    body: str
    kind: str  # "home" "timeline" "year" "event" "sources" "source"
    cached: bool = False
    span: Span | None = None  # where its record stands, for the edit link
    search: SearchEntry | None = None
    sections: tuple[Section, ...] = ()
    hide: tuple[str, ...] = ()  # parts of the theme that stay away: "toc", "navigation"
    files: tuple[SiteFile, ...] = ()  # files that were drawn together with it
    head: str = ""  # elements for the end of its head: Open Graph, linked data, alternates

    @property
    def found(self) -> tuple[tuple[str, SearchEntry], ...]:
        """What a search finds here, each with its address."""
        whole = ((self.address, self.search),) if self.search else ()
        places = ((f"{each.page or self.address}#{each.anchor}", each.entry) for each in self.sections)
        return (*whole, *places)


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that is known by its address and not drawn yet."""

    address: str
    draw: Callable[[], Page]
    cached: bool = False
    """As of the page itself."""
    alone: Callable[[], Page] | None = None
    """Draws it without the files beside it, where these take long."""

    def show(self) -> Page:
        """The page, for somebody who asks for nothing beside it."""
        return (self.alone or self.draw)()
