"""The theme's files: its style sheets in a layer below ours, so that ours need not outdo its selectors.

Rules outside of layers hold against all that are in one, and a theme knows no layers: its sheets are handed on as they
are, at their addresses, within a layer. What a site overrides in a folder of its own or adds by `extra_css` stays out.
"""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from timeline.browser.styles import THEME, layered
from timeline.engines.mkdocs.files import made

_FIRST = re.compile(r"""\s*@(?:charset\b[^;]*|import\s+(?P<what>url\([^)]*\)|"[^"]*"|'[^']*')(?P<when>[^;{}]*));""")


def lower(files: Files, config: MkDocsConfig) -> None:
    """Replaces the theme's style sheets."""
    for file in files.css_files():
        if _is_of_the_theme(file, config):
            text = Path(file.abs_src_path or "").read_text(encoding="utf-8-sig")
            files.remove(file)
            files.append(made(config, file.src_uri, lowered(text)))


def leave_out(files: Files, config: MkDocsConfig) -> None:
    """What no page asks for: maps from a theme's scripts to their sources, and the search that ours stands in for.

    A site with templates of its own may bring Material's search back, and keeps what that needs.
    """
    searches = config.theme.name == "material" and not config.theme.custom_dir
    for file in list(files):
        idle = file.src_uri.endswith(".map") or (searches and file.src_uri.startswith(_SEARCH))
        if idle and _is_of_the_theme(file, config):
            files.remove(file)


_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/search.")


def _is_of_the_theme(file: File, config: MkDocsConfig) -> bool:
    own = config.theme.custom_dir
    return file.src_dir in config.theme.dirs and not (own and Path(file.src_dir or "") == Path(own))


def lowered(text: str) -> str:
    """A sheet within the theme's layer. Imports have to stand before it, and take its name along."""
    above = ""
    while match := _FIRST.match(text):
        text = text[match.end() :]
        if match["what"]:
            above += f"@import {match['what']} layer({THEME}){match['when']};\n"
    return above + layered(THEME, text)
