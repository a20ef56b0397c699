"""The script that stands in the head of every page: what to do when those that a page loads do not come.

A page names its controls by the script that serves them (`data-script="timeline"`), and they are out of sight until it
is there. Whatever fails, a script or a file that it looks up, the page is again what the build made, and says so once.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup, escape

from timeline import language
from timeline.language import Catalogue
from timeline.site.script_words.fallback import FALLBACK

_COMMENT, _INDENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE), re.compile(r"\s*\n\s*")


@cache
def script() -> str:
    """The script without its comments."""
    text = (files("timeline.browser") / "js/inline/fallback.js").read_text(encoding="utf-8")
    return _INDENT.sub("\n", _COMMENT.sub("", text)).strip()


def element() -> Markup:
    """The script with its words, for the head of a page."""
    return _element(language.current())


@cache
def _element(_spoken: Catalogue) -> Markup:
    words = "".join(f' data-{name}="{escape(text)}"' for name, text in FALLBACK.items())
    return Markup(f"<script{words}>{script()}</script>\n")


@cache
def policy() -> str:
    """What lets it run where a page carries a policy of its own."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script().encode()).digest()).decode()}'"
