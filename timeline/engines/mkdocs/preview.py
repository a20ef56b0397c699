"""A site under `serve`: what somebody asks for is drawn then, as a build would write it at this moment.

MkDocs builds a site once, without the pages of its cache. From then on a saved record is only read, and so is a saved
page; nothing is drawn before it is asked for. Where more has changed than what stands on pages (settings, titles, which
pages there are), MkDocs builds anew. Other plugins may look at every page, and beside them everything is built as ever.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

import click
from jinja2 import TemplateNotFound
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as WrittenPage
from mkdocs.utils import get_build_timestamp, get_relative_url, is_error_template

from timeline import pages
from timeline.browser.data_files import Document, written
from timeline.engines.mkdocs import files as site_files
from timeline.engines.mkdocs import overrides, record_links, search
from timeline.engines.mkdocs.input import Input
from timeline.engines.mkdocs.record_state import RecordState
from timeline.engines.mkdocs.workers import Plans
from timeline.html.page import Asset, Plan
from timeline.site.file import SiteFile

_BESIDE_US = {"timeline", "search", "material/search"}
"""Plugins beside which pages may be drawn one by one: they do nothing but look at pages."""
_SEARCH = "search/search_index.json"
_ASKS = re.compile(r"^#\s.*(?:\[\[|\[@)", re.MULTILINE)
"""A title that is drawn from the record."""
_FRAMES, _DAYS = ("embed/", "charts/"), "/days.json"
"""Where files lie that are drawn together with a page."""


def fits(config: MkDocsConfig) -> bool:
    """Whether nobody else has a say in what the pages of this site look like, and MkDocs will hand over its server.

    Under `--no-livereload` it does not, and only the command knows of that.
    """
    command = click.get_current_context(silent=True)
    if command and command.params.get("livereload") is False:
        return False
    return config.use_directory_urls and not config.hooks and set(config.plugins) <= _BESIDE_US


class Preview:
    """What a site holds at one moment, each file by its path below the site."""

    def __init__(self, plugin: RecordState, files: Files) -> None:
        self._plugin = plugin
        self._files = files
        self._documents = {file.dest_uri: file for file in plugin.theme.documents}
        planned = plugin.workers.plans if isinstance(plugin.workers, Plans) else ()
        self._plans = {f"{plan.address}index.html": plan for plan in planned}
        self._populated: set[str] = set()
        self._maps: dict[int, Mapping[str, SiteFile]] = {}

    # -- what was saved ----------------------------------------------------------------------------

    def after(self, found: Input, saved: Iterable[Path]) -> Preview | None:
        """The site once a record, and some pages that were written by hand, have been saved; nothing where MkDocs has
        to build it anew."""
        plugin, config = self._plugin, self._plugin.theme.config
        good = plugin.good
        if good is None or (found.timeline and found.timeline.record != good.record):
            return None
        if any(map(_ASKS.search, found.written)):
            return None
        scripts, nav = [str(script) for script in site_files.started(plugin.folder)], config.nav
        config.markdown_extensions.remove(plugin.extension)  # type: ignore[arg-type] # a name or an instance
        plugin.take(found, plugin.site, plugin.context.former)
        config.markdown_extensions.append(plugin.extension)  # type: ignore[arg-type] # as above
        plugin.workers = Plans(plugin.context)
        if record_links.nav_of_today(nav, plugin.moved) != nav or record_links.named(nav, plugin.workers.cached):
            return None
        ours = [script for script in config.extra_javascript if str(script) not in scripts]
        config.extra_javascript[:] = [*site_files.started(plugin.folder), *ours]
        overrides.tell(plugin.theme.env, config)
        edited = str(plugin.good.edited) if plugin.good else ""
        plugin.theme = replace(plugin.theme, above=plugin.banner, edited=edited)
        preview = Preview(plugin, self._files)
        if not all(map(preview._stays, saved)):
            return None
        return preview

    def end(self) -> None:
        """Another one follows: the settings, which a server may keep, know nothing of this record any more."""
        extensions = self._plugin.theme.config.markdown_extensions
        extensions.remove(self._plugin.extension)  # type: ignore[arg-type] # as above

    def _stays(self, saved: Path) -> bool:
        """Whether a page that was saved is, for all others, what it was."""
        for file in self._documents.values():
            if file.page and file.abs_src_path and Path(file.abs_src_path) == saved:
                before = (str(file.page.title), file.page.meta)
                self._populate(file.page)
                return (str(file.page.title), file.page.meta) == before
        return False

    # -- what is asked for -------------------------------------------------------------------------

    def draw(self, path: str) -> list[SiteFile]:
        """The file at a path and what is drawn with it; nothing where the file is none of those that change."""
        plugin = self._plugin
        if file := self._documents.get(path):
            return [SiteFile(path, data=self._document(file)), *self._drawn_with(path)]
        if path in plugin.by_hand:
            return []
        if plan := self._plans.get(path):
            page = plan.show()
            return [SiteFile(path, data=_encoded(plugin.theme.render(page))), *page.files]
        if (name := path.removesuffix(".gz")) in plugin.theme.config.theme.static_templates:
            return list(self._template(name))
        if path == _SEARCH:
            return self._search()
        if path.startswith(f"{site_files.ASSETS_ON_SITE}/"):
            found = self._scripts.get(path) or self._assets.get(path)
            if found:
                return [found]
        return self._beside(path)

    def _beside(self, path: str) -> list[SiteFile]:
        """A file beside the pages; what costs most comes last."""
        for number, made in enumerate(self._plugin.beside()):
            if number not in self._maps:
                self._maps[number] = _by_path(made())
            if path in self._maps[number]:
                return [self._maps[number][path]]
        return self._with_a_page(path) if path.startswith(_FRAMES) or path.endswith(_DAYS) else []

    def _with_a_page(self, path: str) -> list[SiteFile]:
        """A file that is drawn together with a page: first those are looked at whose record it names."""
        plans = sorted(self._plans.values(), key=lambda plan: plan.cached and plan.address.split("/")[-2] not in path)
        for files in (plan.draw().files for plan in plans):
            if any(file.path == path for file in files):
                return list(files)
        return []

    @property
    def written(self) -> Iterable[str]:
        """Files that MkDocs has written at addresses which change with the record."""
        return self._scripts

    @cached_property
    def _scripts(self) -> Mapping[str, SiteFile]:
        return _by_path(site_files.assets(self._plugin.folder))

    @cached_property
    def _assets(self) -> Mapping[str, SiteFile]:
        """What scripts look up."""
        plugin = self._plugin
        for file in self._documents.values():
            self._fresh(file)
        ours = (Document(*found) for page in plugin.handed.values() for found in page.found)
        drawn = [*pages.assets(plugin.context.index), written([*plugin.written.values(), *ours])]
        stamp = plugin.folder.rpartition("/")[2]
        listed, version = site_files.asset_lists(stamp, {asset.name: asset.text.encode() for asset in drawn})
        return _by_path((*_placed(plugin.folder, [*drawn, listed]), *_placed(site_files.ASSETS_ON_SITE, [version])))

    # -- what MkDocs wraps -------------------------------------------------------------------------

    def _document(self, file: File) -> bytes:
        """A page as MkDocs draws it, from its Markdown on: written by hand, or one of ours that it has to know."""
        page, theme = file.page, self._plugin.theme
        assert page
        self._fresh(file)
        page.update_date = theme.edited
        page.active = True
        try:
            output = theme.complete(page)
        finally:
            page.active = False
        search.SearchIndex(theme.config).forget()  # it was told of the page
        self._populated.discard(file.dest_uri)  # a plugin may have changed its text
        return _encoded(output)

    def _fresh(self, file: File) -> None:
        if file.dest_uri not in self._populated and file.page:
            self._populate(file.page)

    def _populate(self, page: WrittenPage) -> None:
        """The Markdown of a page, read and rendered."""
        plugin, config, file = self._plugin, self._plugin.theme.config, page.file
        if plan := self._ours(file):
            plugin.handed[file.src_uri] = plan.draw()
        page = config.plugins.on_pre_page(page, config=config, files=self._files)
        page.read_source(config)
        text = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=self._files)
        page.markdown = text
        page.render(config, self._files)
        content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=self._files)
        page.content = content
        self._populated.add(file.dest_uri)

    def _ours(self, file: File) -> Plan | None:
        return self._plans.get(file.dest_uri) if file.src_uri in self._plugin.handed else None

    def _drawn_with(self, path: str) -> Iterable[SiteFile]:
        ours = self._plugin.handed.get(self._documents[path].src_uri)
        return ours.files if ours else ()

    def _template(self, name: str) -> Iterator[SiteFile]:
        """A page that the theme has beside those of the site."""
        theme, plugins = self._plugin.theme, self._plugin.theme.config.plugins
        config = theme.config
        try:
            template = theme.env.get_template(name)
        except TemplateNotFound:
            return
        template = plugins.on_pre_template(template, template_name=name, config=config)
        base = urlsplit(config.site_url or "/").path if is_error_template(name) else get_relative_url(".", name)
        context = get_context(theme.nav, self._files, config, base_url=base)
        context = plugins.on_template_context(context, template_name=name, config=config)
        output = plugins.on_post_template(template.render(context), template_name=name, config=config)
        if output.strip():
            yield SiteFile(name, output)
            if name == "sitemap.xml":
                moment = get_build_timestamp(pages=[file.page for file in theme.documents if file.page])
                yield SiteFile(f"{name}.gz", data=gzip.compress(output.encode(), mtime=moment))

    def _search(self) -> list[SiteFile]:
        """What the search of a theme looks up: every page is asked for what is found of it."""
        plugin, config = self._plugin, self._plugin.theme.config
        index = search.SearchIndex(config)
        if not index:
            return []
        index.forget()
        for file in self._documents.values():
            self._fresh(file)
            if file.page:
                plugin.theme.told(file.page)
        self._populated.clear()
        found = [each.draw() for each in self._plans.values() if f"{each.address}index.html" not in plugin.by_hand]
        search.SearchIndex(config).add(found, [file.page for file in self._documents.values() if file.page])
        text = index.text(config)
        index.forget()
        return [SiteFile(_SEARCH, text)]


def _by_path(files: Iterable[SiteFile]) -> Mapping[str, SiteFile]:
    """Of two at one path the first."""
    found: dict[str, SiteFile] = {}
    for file in files:
        found.setdefault(file.path, file)
    return found


def _placed(folder: str, assets: Iterable[Asset]) -> Iterator[SiteFile]:
    return (SiteFile(f"{folder}/{asset.name}", asset.text) for asset in assets)


def _encoded(html: str) -> bytes:
    return html.encode(errors="xmlcharrefreplace")
