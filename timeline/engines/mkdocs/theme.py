"""One page through the site's theme, as MkDocs would take it: from its context to the last hook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as mkdocs_pages
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.utils.templates import TemplateContext

from timeline.engines.mkdocs import files as site_files
from timeline.html.page import Page


@dataclass(frozen=True, slots=True)
class Theme:
    """What MkDocs has at hand when it renders."""

    config: MkDocsConfig
    env: Environment
    nav: Navigation
    documents: Sequence[File]
    above: str
    """HTML that stands above every body."""
    edited: str

    def render(self, page: Page) -> str:
        target = mkdocs_pages.Page(None, site_files.as_file(page, self.config), self.config)
        target.markdown, target.content = "", self.above + page.body
        target.toc, target.active, target.update_date = site_files.contents(page), True, self.edited
        site_files.set_meta(target, page)
        return self.complete(target)

    def complete(self, target: mkdocs_pages.Page) -> str:
        """A page whose body and meta are there, from its context on."""
        context = self.told(target)
        output = self.env.get_template(target.meta.get("template", "main.html")).render(context)
        return self.config.plugins.on_post_page(output, page=target, config=self.config)

    def told(self, target: mkdocs_pages.Page) -> TemplateContext:
        """What a template is told of a page, once all plugins have seen it."""
        context = get_context(self.nav, self.documents, self.config, target)
        return self.config.plugins.on_page_context(context, page=target, config=self.config, nav=self.nav)
