"""The record as the engine holds it: the last one without errors, and what stands beside its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from mkdocs.structure import pages as mkdocs_pages
from mkdocs.utils.templates import TemplateContext

from timeline import markdown, pages
from timeline.browser.data_files import Document
from timeline.engines.mkdocs import files as site_files
from timeline.engines.mkdocs.drawn_pages import Drawn
from timeline.engines.mkdocs.input import Input
from timeline.engines.mkdocs.theme import Theme
from timeline.engines.mkdocs.workers import Plans, Workers
from timeline.exports import registry
from timeline.exports.export import Former
from timeline.html.context import Context
from timeline.html.page import Page
from timeline.loader import FilesRead
from timeline.markdown.extension import TimelineExtension
from timeline.model import Timeline
from timeline.queries.version import Said
from timeline.site.file import SiteFile
from timeline.site.settings import Site


class RecordState:
    """What a build, and each save under `serve`, finds anew."""

    good: Timeline | None = None
    """The last record without errors: under `serve` the plugin outlives a build."""

    by_hand: set[str]
    """Files of the site that somebody wrote."""
    handed: dict[str, Page]
    """Pages of ours that MkDocs has to know, by the names that it knows them by."""
    written: dict[str, Document]
    """What is found of the pages that somebody wrote, by their addresses."""
    workers: Workers | Plans | None
    static_files: list[SiteFile]
    theme: Theme

    kept: FilesRead | None = None
    """Files of the record, where it is read again and again."""
    said: Said | None = None
    """What its records say, likewise."""

    def take(self, found: Input, site: Site, former: Former | None, folder: Path | None = None) -> None:
        """The record as it was read; with errors the last good one stays, below them. In the folder its large exports
        are written; without one among temporary files."""
        self.input, self.site = found, site
        if self.good is None or (found.timeline and found.timeline.record != self.good.record):
            self.said = {} if self.kept else None
        self.good = found.timeline or self.good
        self.banner = found.banner() if found.errors and self.good else ""
        if self.good is None:
            return
        self.folder = f"{site_files.ASSETS_ON_SITE}/{site_files.stamp(found.files.values())}"
        self.context = Context.of(self.good, site, former, found.reaches, self.said, folder)
        self.moved = pages.moved(self.good)
        self.extension = TimelineExtension(timeline=self.good, site=site)
        self.extension.index = self.context.index

    def beside(self) -> Sequence[Callable[[], Iterable[SiteFile]]]:
        """What stands beside the pages; at the end those of one record each, which are never kept."""
        context = self.context
        return (
            lambda: pages.site_files(context.index, f"{self.folder}/", self.site),
            lambda: pages.alias_files(context.index, self.site),
            lambda: markdown.embeds(self.input.written, context.index),
            lambda: (file for _, made in registry.whole_files(context.publication) for file in made),
            lambda: registry.single_files(context.publication),
        )

    def language_of(self, page: mkdocs_pages.Page) -> str:
        """The language of a page that somebody wrote: what its head says as `language`, else the record's."""
        return str(page.meta.get("language") or (self.good.record.language if self.good else ""))

    def _pages(self) -> Sequence[Page | Drawn]:
        """Every page of ours, those of the other process too: it is waited for here."""
        if self.workers is None:
            return [self.input.page()]
        return [page for page in self.workers.every if self._ours(page.address)]

    def _ours(self, address: str) -> bool:
        return f"{address}index.html" not in self.by_hand

    def _date(self, context: TemplateContext) -> None:
        """The day of the record is the day of the site, whenever it is built."""
        if self.good:
            context["build_date_utc"] = site_files.moment(self.good.edited)
