"""The hooks of MkDocs, each one a step of handing pages over.

`build` refuses faulty files before it touches the site folder. `serve` goes on: it shows the last good
record with the faults above it, or the faults alone, until the files are mended.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment, Template
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure import pages as mkdocs_pages
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils.templates import TemplateContext

from timeline import collector, markdown, pages
from timeline.browser.data import Document, written
from timeline.engines.mkdocs import handing, listing
from timeline.engines.mkdocs.guard import Guard
from timeline.engines.mkdocs.halves import Halves
from timeline.engines.mkdocs.mending import mended
from timeline.engines.mkdocs.missing import missing
from timeline.engines.mkdocs.press import runs
from timeline.engines.mkdocs.reading import read_site
from timeline.engines.mkdocs.theme import Theme
from timeline.engines.mkdocs.watching import Watch
from timeline.exports import citation_files
from timeline.exports.json_records import json_records
from timeline.html.context import Context
from timeline.html.page import Page
from timeline.markdown.extension import TimelineExtension
from timeline.model import Timeline
from timeline.problems.report import summary
from timeline.site.file import SiteFile

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class TimelineConfig(Config):  # type: ignore[no-untyped-call] # MkDocs left `__init_subclass__` untyped
    folder = c.Type(str, default="data")  # from mkdocs.yml; whether it exists is for the record's own checks
    press = c.Type(bool, default=True)
    csp = c.Type(bool, default=True)


class TimelinePlugin(BasePlugin[TimelineConfig]):  # type: ignore[no-untyped-call] # as above
    """Carries the pages of a record to MkDocs."""

    serving = False
    good: Timeline | None = None  # the last record without errors: under `serve` the plugin outlives a build
    watch: Watch | None = None
    aside = collector.SetAside()
    ending = False  # whether the process ends with the build, and to give back what was set aside would be for nothing

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving, self.good, self.watch = command == "serve", None, None
        self.ending = not self.serving

    def on_config(self, config: MkDocsConfig) -> None:
        if not config.use_directory_urls:
            raise PluginError("timeline pages need `use_directory_urls: true` in mkdocs.yml")
        handing.hide_search(config)
        self.aside = collector.SetAside()
        with collector.paused():
            self._read(config)
            self.aside.more()

    def _read(self, config: MkDocsConfig) -> None:
        """The record, and every page and file that is drawn before MkDocs has its turn."""
        folder = self._folder(config)
        if self.watch:
            self.watch.follow(folder)
        self.reading = read_site(folder, config)
        self.reading.tell()
        if self.reading.errors and not self.serving:
            raise PluginError(f"nothing was built: {summary(self.reading.errors)}")
        if self.reading.timeline is not None:
            self.good = self.reading.timeline
        self.banner = self.reading.banner() if self.reading.errors and self.good else ""
        if self.good is None:
            self.halves: Halves | None = None
            self.leaves: list[SiteFile] = []
            return
        self.folder = f"{handing.ASSETS_ON_SITE}/{handing.stamp(self.reading.files.values())}"
        self.site = handing.site(folder, self.reading.folder, config)
        self.context = Context.of(self.good, self.site)
        index = self.context.index
        self.halves = Halves(self.context, alone=self.serving)
        self.leaves = [
            *pages.site_files(index, f"{self.folder}/"),
            *markdown.embeds(self.reading.written, index),
            *citation_files.citation_files(self.context.citations),
        ]
        self.written: dict[str, Document] = {}
        self.extension = TimelineExtension(timeline=self.good)
        self.extension.index = index
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type] # a name or an instance

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> None:
        self.watch = Watch(server)
        self.watch.follow(self._folder(config))

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> None:
        """What somebody wrote by hand stands; the rest of the addresses is ours."""
        self.by_hand = {file.dest_uri for file in files}
        drawn = self.halves.here if self.halves and self.config.press else self._pages()
        handed = [page for page in drawn if self._ours(page.address) and not (page.pressed and self.config.press)]
        self.handed = {handing.name(page): page for page in handed}
        for page in self.handed.values():
            files.append(handing.as_file(page, config))
        leaves = {leaf.path: leaf for leaf in reversed(self.leaves)}  # of two at one address the first
        for leaf in self.leaves:
            if leaf is leaves[leaf.path] and leaf.path not in self.by_hand:
                files.append(handing.leaf_file(leaf, config))
        handing.hand_over_assets(files, config, self.folder if self.good else None)

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        self.nav = nav

    @event_priority(100)
    def on_page_markdown(
        self, markdown: str, /, *, page: mkdocs_pages.Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Before all others, for they look at a page's metadata."""
        if own := self.handed.get(page.file.src_uri):
            handing.dress(page, own)
        elif self.good:
            self.extension.here = page.url

    @event_priority(-100)
    def on_page_content(self, html: str, /, *, page: mkdocs_pages.Page, config: MkDocsConfig, files: Files) -> str:
        """After all others, for what we wrote needs no more work."""
        if self.good is None:
            return self.reading.page().body
        if own := self.handed.get(page.file.src_uri):
            page.present_anchor_ids, page.toc = handing.anchors(own), handing.contents(own)
        elif not page.meta.get("search", {}).get("exclude"):
            self.written[page.url] = Document(page.url, listing.entry(page, html))
        return self.banner + (own.body if own else html)

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        if self.good is None:
            return
        edited, documents = str(self.good.edited), files.documentation_pages()
        self.theme = Theme(config, env, self.nav, documents, self.banner, edited)
        for file in documents:
            if file.page:
                file.page.update_date = edited

    def on_template_context(self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig) -> None:
        self._date(context)

    def on_page_context(
        self, context: TemplateContext, /, *, page: mkdocs_pages.Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        self._date(context)

    def on_pre_template(self, template: Template, /, *, template_name: str, config: MkDocsConfig) -> Template:
        return missing(template, config) if template_name == "404.html" and self.good else template

    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        if template_name == "sitemap.xml" and self.good:
            return listing.in_sitemap(output, self._listed(), config, self.good.edited)
        if template_name == "404.html" and self.reading.errors:
            output = output.replace("<h1", self.reading.banner() + "<h1", 1)
        return mended(output, _language(config)) if template_name.endswith(".html") else output

    @event_priority(100)
    def _crown(self, output: str, /, *, page: mkdocs_pages.Page, config: MkDocsConfig) -> str:
        """Before all others, so that they see the whole head; pressed sheets come by here too."""
        return handing.crowned(output, page, self.site) if self.good else output

    def _mend(self, output: str, /, *, page: mkdocs_pages.Page, config: MkDocsConfig) -> str:
        return mended(output, _language(config))

    on_post_page = CombinedEvent(_crown, _mend)

    @event_priority(100)
    def _press(self, *, config: MkDocsConfig) -> None:
        """Before the search plugin writes its index, and while others can still look at every page."""
        search = listing.SearchList(config)
        with collector.paused():
            pressed = self._pressed()
            self.aside.more()
        made = runs(pressed, self.theme.render) if self.good else []
        self.guard = (
            Guard(self._written(config), made, config.site_dir) if self.config.csp and not self.serving else None
        )
        for run in self.guard.sheets() if self.guard else made:
            for page in run.pages:
                html = run.sheet.fill(page) if run.sheet else self.theme.render(page)
                handing.write(html, f"{config.site_dir}/{page.address}")
        search.add(self._pages())
        if self.halves:
            drawn = (leaf for page in self._pages() for leaf in page.leaves if leaf.path not in self.by_hand)
            for leaf in chain(json_records(self.context.index, self.site), drawn):
                handing.write_leaf(leaf, config.site_dir)
            ours = (Document(p.address, p.search) for p in self.handed.values() if p.search and not p.pressed)
            documents = [*self.written.values(), *ours]
            for asset in (*self.halves.assets, written(documents)):
                handing.write_asset(asset, Path(config.site_dir, self.folder))

    @event_priority(-100)
    def _seal(self, *, config: MkDocsConfig) -> None:
        """After all others, for nobody may add a script to a page once its policy is written."""
        if self.guard:
            self.guard.seal()
        if not self.ending:
            self.aside.end()

    on_post_build = CombinedEvent(_press, _seal)

    def on_build_error(self, *, error: Exception) -> None:
        self.aside.end()

    def _written(self, config: MkDocsConfig) -> dict[str, str]:
        """The pages that MkDocs wrote, by their files, with what a record's page says."""
        bodies = {name: page.body for name, page in self.handed.items()}
        found = {str(Path(file.abs_dest_path)): bodies.get(file.src_uri, "") for file in self.theme.documents}
        names = [*config.theme.static_templates, *config.extra_templates]
        return found | {str(Path(config.site_dir, name)): "" for name in names if name.endswith(".html")}

    def _pages(self) -> list[Page]:
        """Every page of ours, those of the other process too: it is waited for here."""
        if self.halves is None:
            return [self.reading.page()]
        return [page for page in self.halves.pages if self._ours(page.address)]

    def _pressed(self) -> list[Page]:
        return [page for page in self._pages() if page.pressed] if self.config.press else []

    def _listed(self) -> list[str]:
        """The addresses of pressed pages, without waiting for any."""
        pressed = self.halves.pressed if self.halves and self.config.press else []
        return [address for address in pressed if self._ours(address)]

    def _ours(self, address: str) -> bool:
        return f"{address}index.html" not in self.by_hand

    def _folder(self, config: MkDocsConfig) -> Path:
        return (Path(config.config_file_path or "mkdocs.yml").absolute().parent / self.config.folder).resolve()

    def _date(self, context: TemplateContext) -> None:
        """The day of the record is the day of the site, whenever it is built."""
        if self.good:
            context["build_date_utc"] = handing.moment(self.good.edited)


def _language(config: MkDocsConfig) -> str:
    return str(config.theme.get("language") or config.theme.get("locale") or "en")
