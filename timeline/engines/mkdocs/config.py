"""The settings of the plugin, as `mkdocs.yml` gives them."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from timeline.engines.mkdocs.export_options import Exports


class TimelineConfig(Config):  # type: ignore[no-untyped-call] # MkDocs left `__init_subclass__` untyped
    folder = c.Type(str, default="data")  # from mkdocs.yml; whether it exists is for the record's own checks
    page_cache = c.Type(bool, default=True)
    csp = c.Type(bool, default=True)
    exports = Exports()
    language = c.Optional(c.Type(str))  # of the words that are ours; the theme's, where it is not given
    other_languages = c.DictOfItems(c.Type(str), default={})  # where the same site stands in others, from its own root
    since = c.Optional(c.Type(str))  # a revision of git, whose record the changes are told from
