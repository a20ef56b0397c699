"""What a page does when the scripts that it loads do not come.

A page names its controls by the script that serves them (`data-script="timeline"`), and they are out of sight until it
is there. Whatever fails, a script or a file that it looks up, the page is again what the build made, and says so once.
What does that is a script that all pages share, loaded before the others. A few lines in the head of every page
say it where that one does not come.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files

from markupsafe import Markup, escape

from timeline import language
from timeline.browser import minify
from timeline.language import Catalogue
from timeline.site.file import SiteFile
from timeline.site.script_words.fallback import FALLBACK

_HERE = ("missing", "waiting")
"""What a page has to say without the shared script."""
_WORDS = "/** @type {Record<string, string>} */ ({})"


@cache
def script() -> str:
    """The lines in the head, without their comments."""
    return minify.sent((files("timeline.browser") / "js/inline/missing.js").read_text(encoding="utf-8")).strip()


def element(assets: str) -> Markup:
    """What stands in the head of a page that reaches our scripts and sheets at `assets`, a path ending in a slash."""
    return _element(assets, language.current())


@cache
def _element(assets: str, _spoken: Catalogue) -> Markup:
    words = "".join(f' data-{name}="{escape(FALLBACK[name])}"' for name in _HERE)
    return Markup(f'<script{words}>{script()}</script>\n<script defer src="{escape(assets + _name())}"></script>\n')


def shared(folder: str) -> SiteFile:
    """The script that all pages of a site share, with its words; `folder` is that of our scripts on the site."""
    text = (files("timeline.browser") / "js/fallback/fallback.js").read_text(encoding="utf-8")
    words = json.dumps(dict(FALLBACK), ensure_ascii=False, separators=(",", ":"))
    before, place, after = text.partition(_WORDS)
    if not place:
        raise ValueError("fallback.js has no place for its words")
    return SiteFile(f"{folder}/{_name()}", minify.sent(f"{before}{words}{after}"))


def _name() -> str:
    """Sites in several languages may lie in one folder."""
    return f"fallback-{language.tag()}.js"


@cache
def policy() -> str:
    """What lets the lines in the head run where a page carries a policy of its own."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script().encode()).digest()).decode()}'"
