"""The page for addresses that lead nowhere: our words in the theme's frame, where its search works."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Template
from mkdocs.config.defaults import MkDocsConfig

from timeline import pages
from timeline.browser import fallback
from timeline.engines.mkdocs.files import ASSETS_ON_SITE
from timeline.html.head import feeds
from timeline.pages.not_found import ADDRESS
from timeline.site.settings import Site

_FRAME = """\
{% extends "main.html" %}
{% block htmltitle %}<title>{{ missing.title }} - {{ config.site_name }}</title>{% endblock %}
{% block content %}{{ missing.body }}{% endblock %}
"""


def not_found(template: Template, config: MkDocsConfig) -> Template:
    """What takes the place of the theme's own 404 page; a site that wrote one keeps it."""
    own = config.theme.custom_dir
    if own and template.filename and Path(template.filename).is_relative_to(own):
        return template
    root = _root(config)
    ours = config.theme.name == "material"  # whose header leads to our search; other themes have one as a plugin
    search = ours or any(name in config.plugins for name in ("search", "material/search"))
    page = pages.not_found_page(root, search=search)
    return template.environment.from_string(_FRAME, globals={"missing": page})


def for_its_head(site: Site, config: MkDocsConfig) -> str:
    """What leads on from it without its style and its scripts: our own help, and what is new."""
    root = _root(config)
    return f"{fallback.element(f'{root}{ASSETS_ON_SITE}/')}{feeds(site, ADDRESS, root)}"


def _root(config: MkDocsConfig) -> str:
    return urlsplit(config.site_url or "/").path.rstrip("/") + "/"
