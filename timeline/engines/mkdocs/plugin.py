"""The hooks of MkDocs, each one a step of handing pages over.

`build` refuses faulty files before it touches the site folder. `serve` goes on: it shows the last good
record with the faults above it, or the faults alone, until the files are mended.
"""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure import pages as mkdocs_pages
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils.templates import TemplateContext

from timeline import garbage_collector, language
from timeline.browser.data_files import Document, written
from timeline.engines.mkdocs import file_links, other_plugins, overrides, record_links, search, sitemap, theme_layers
from timeline.engines.mkdocs import files as site_files
from timeline.engines.mkdocs.config import TimelineConfig
from timeline.engines.mkdocs.csp import without_prefetch
from timeline.engines.mkdocs.drawn_pages import Drawn, whole
from timeline.engines.mkdocs.export_options import EXPORTS, as_static_file, earlier
from timeline.engines.mkdocs.input import read_input
from timeline.engines.mkdocs.language import theme_language
from timeline.engines.mkdocs.not_found import for_its_head, not_found
from timeline.engines.mkdocs.page_cache import groups
from timeline.engines.mkdocs.page_files import Writing, on_disk
from timeline.engines.mkdocs.preview import Preview, fits
from timeline.engines.mkdocs.record_state import RecordState
from timeline.engines.mkdocs.serve import Live
from timeline.engines.mkdocs.site_csp import SitePolicy
from timeline.engines.mkdocs.staging import Staging
from timeline.engines.mkdocs.theme import Theme
from timeline.engines.mkdocs.watch import Watch
from timeline.engines.mkdocs.workers import Plans, Workers
from timeline.exports import registry
from timeline.html.page import Page
from timeline.loader import FilesRead
from timeline.problems.report import summary
from timeline.site.file import SiteFile
from timeline.site.text_direction import directed
from timeline.site.text_language import by_hand, spoken

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class TimelinePlugin(RecordState, BasePlugin[TimelineConfig]):  # type: ignore[no-untyped-call] # MkDocs left `__init_subclass__` untyped
    """Carries the pages of a record to MkDocs."""

    serving = False
    watch: Watch | None = None
    policy: SitePolicy | None = None
    staging = Staging()
    preview: Preview | None = None  # under `serve`, what draws a page when somebody asks for it
    aside = garbage_collector.SetAside()
    ending = False  # whether the process ends with the build, and to give back what was set aside would be for nothing

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving, self.good, self.watch = command == "serve", None, None
        self.preview, self.kept = None, FilesRead() if self.serving else None
        self.ending = not self.serving

    @event_priority(other_plugins.FIRST)
    def _begin(self, config: MkDocsConfig) -> None:
        if not self.serving and not other_plugins.further_language(config):
            self.staging.give_up()
            self.staging = Staging(config)

    def _read_record(self, config: MkDocsConfig) -> None:
        language.use(theme_language(config, self.config.language))
        overrides.use(config)
        if other_plugins.further_language(config):
            return
        self.aside = garbage_collector.SetAside(once=not self.serving)
        with garbage_collector.paused():
            self._read(config)
            self.aside.more()

    on_config = CombinedEvent(_begin, _read_record)

    def _read(self, config: MkDocsConfig) -> None:
        """The record, and every page and file that is drawn before MkDocs has its turn."""
        folder = site_files.below(config, self.config.folder)
        if self.watch:
            self.watch.follow(folder)
        if self.preview:
            self.preview.end()
        self.preview, self.later = None, False
        found = read_input(folder, config, serving=self.serving, kept=self.kept)
        found.tell()
        if found.errors and not self.serving:
            raise PluginError(f"nothing was built: {summary(found.errors)}")
        site = site_files.site(folder, found.folder, config, self.config.exports)
        self.take(found, site, earlier(folder, self.config.since), Path(config.site_dir, EXPORTS))
        if self.good is None:
            self.workers, self.static_files = None, []
            return
        config.nav = record_links.nav_of_today(config.nav, self.moved)
        self.later = self.serving and self.config.page_cache and fits(config)
        self.workers = Plans(self.context) if self.later else Workers(self.context, alone=self.serving)
        if self.later and record_links.named(config.nav, self.workers.cached):  # the theme draws them in their place
            self.later, self.workers = False, Workers(self.context, alone=True)
        *beside, _ = self.beside()
        made = (file for files in beside for file in files())
        self.static_files = list(on_disk(made, self.context.publication.kept))
        self.written = {}
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type] # a name or an instance

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> None:
        self.watch = Live(self, server, config).watch

    def _add_pages(self, files: Files, /, *, config: MkDocsConfig) -> None:
        """What somebody wrote by hand stands; the rest of the addresses is ours."""
        overrides.refuse(config)
        if not other_plugins.joins_last(config):
            self._join(files, config)

    @event_priority(other_plugins.LAST)
    def _add_pages_last(self, files: Files, /, *, config: MkDocsConfig) -> None:
        if other_plugins.joins_last(config):
            self._join(files, config)

    on_files = CombinedEvent(_add_pages, _add_pages_last)

    def _join(self, files: Files, config: MkDocsConfig) -> None:
        if not other_plugins.further_language(config):
            self.by_hand = {file.dest_uri for file in files}
            cached = set(self.workers.cached) if self.workers and self.config.page_cache else set()
            placed = record_links.named(config.nav, cached)
            drawn = self.workers.here if self.workers and cached and not placed else self._pages()
            handed = [p for p in drawn if self._ours(p.address) and (p.address not in cached or p.address in placed)]
            self.handed = {site_files.name(page): whole(page) for page in handed}
        for page in self.handed.values():
            files.append(site_files.as_file(page, config))
        for file in self.static_files:
            if file.path not in self.by_hand:
                files.append(as_static_file(file, config))
        site_files.add_assets(files, config, self.folder if self.good else None)
        theme_layers.lower(files, config)
        theme_layers.leave_out(files, config)

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        self.nav = nav

    @event_priority(100)
    def on_page_markdown(self, markdown: str, /, *, page: mkdocs_pages.Page, config: MkDocsConfig, files: Files) -> str:
        """Before all others, for they look at a page's metadata."""
        if own := self.handed.get(page.file.src_uri):
            site_files.set_meta(page, own)
        elif self.good:
            self.extension.here, self.extension.language = page.url, self.language_of(page)
            self.input.overtaken.page(page.file, markdown)
            return record_links.links_of_today(markdown, page.file.src_uri, page.url, self.moved)
        return markdown

    @event_priority(-100)
    def on_page_content(self, html: str, /, *, page: mkdocs_pages.Page, config: MkDocsConfig, files: Files) -> str:
        """After all others, for what we wrote needs no more work."""
        if self.good is None:
            return self.input.page().body
        if own := self.handed.get(page.file.src_uri):
            page.present_anchor_ids, page.toc = site_files.anchors(own), site_files.contents(own)
        elif not page.meta.get("search", {}).get("exclude"):
            self.written[page.url] = Document(page.url, search.entry(page, html))
        return self.banner + (own.body if own else directed(spoken(by_hand(html, self.language_of(page)))))

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        overrides.prepare(env, config)
        self.input.overtaken.refuse()
        if self.good is None:
            return
        self.files = files
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
        return not_found(template, config) if template_name == "404.html" and self.good else template

    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        if template_name == "sitemap.xml" and self.good:
            return sitemap.with_pages(output, self._listed(), config, self.good.edited)
        if template_name == "404.html" and self.input.errors:
            output = output.replace("<h1", self.input.banner() + "<h1", 1)
        if template_name == "404.html" and self.good:
            output = output.replace("</head>", f"{for_its_head(self.site, config)}</head>", 1)
        return output

    @event_priority(100)
    def on_post_page(self, output: str, /, *, page: mkdocs_pages.Page, config: MkDocsConfig) -> str:
        """Before all others, so that they see the whole head; skeletons of cached pages come by here too."""
        if page.file.src_uri in self.handed and other_plugins.further_language(config):
            return ""  # it has been written; MkDocs leaves out a page without text
        bare = without_prefetch(output) if self.config.csp else output
        return site_files.add_head(bare, page, self.site) if self.good else bare

    @event_priority(100)
    def _write_cached(self, *, config: MkDocsConfig) -> None:
        """Before the search plugin writes its index, and while others can still look at every page."""
        if other_plugins.further_language(config):
            if self.policy:
                self.policy.also(self._written(config))
            return
        index = search.SearchIndex(config)
        with garbage_collector.paused():
            cached = self._cached()
            self.aside.more()
        self.policy = None
        drawn = self.workers if self.good and not self.later else None
        if self.good:
            made = groups(cached, self.theme.render)
            if self.config.csp and not self.serving:
                self.policy = SitePolicy(self._written(config), made, config.site_dir)
            writing = Writing(config.site_dir, self.by_hand)
            beside = partial(registry.single_files, self.context.publication) if drawn else tuple[SiteFile]
            writing.pages(self.policy.groups() if self.policy else made, self.theme.render, beside)
        other_plugins.tell_redirects(config, self._pages())
        index.add(self._pages(), [file.page for file in self.theme.documents if file.page] if self.good else [])
        if drawn:
            writing.files(file for page in self.handed.values() for file in page.files)
            ours = (Document(*document) for p in self.handed.values() if not p.cached for document in p.found)
            documents = [*self.written.values(), *ours]
            for asset in (*drawn.assets, written(documents)):
                site_files.write_asset(asset, Path(config.site_dir, self.folder))

    @event_priority(other_plugins.LAST)
    def _complete_policy(self, *, config: MkDocsConfig) -> None:
        """After all others, for nobody may add a script to a page once its policy is written."""
        if other_plugins.further_language(config):
            return
        if self.good and not self.later:
            site_files.list_assets(Path(config.site_dir, self.folder))
        if not config.use_directory_urls:
            file_links.complete(config.site_dir)
        if self.policy:
            self.policy.complete()
        shutil.rmtree(Path(config.site_dir, EXPORTS), ignore_errors=True)
        if not self.ending:
            self.aside.end()
        if self.serving:
            self._let_go(config)
        self.input.overtaken.tell()
        self.staging.end()

    on_post_build = CombinedEvent(_write_cached, _complete_policy)

    def _let_go(self, config: MkDocsConfig) -> None:
        """`serve` keeps the settings of its first build as long as it runs, and with them would keep that record."""
        if self.later:
            self.preview = Preview(self, self.files)
        elif self.good:
            config.markdown_extensions.remove(self.extension)  # type: ignore[arg-type] # as above
        garbage_collector.clear()

    def on_build_error(self, *, error: Exception) -> None:
        self.aside.end()
        self.staging.fail(error)

    def on_shutdown(self) -> None:
        self.staging.give_up()  # Ctrl-C is no error to MkDocs

    def _written(self, config: MkDocsConfig) -> dict[str, str]:
        return site_files.written(config, self.handed, self.theme.documents)

    def _cached(self) -> list[Page | Drawn]:
        drawn = self._pages() if self.config.page_cache else []
        return [page for page in drawn if page.cached and site_files.name(page) not in self.handed]

    def _listed(self) -> list[str]:
        """The addresses of cached pages, without waiting for any."""
        cached = self.workers.cached if self.workers and self.config.page_cache else []
        return [address for address in cached if self._ours(address) and f"{address}index.md" not in self.handed]

    def record_folder(self, config: MkDocsConfig) -> Path:
        return site_files.below(config, self.config.folder)
