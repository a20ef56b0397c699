"""What a theme leaves out and readers need: mended in the page it made, so that none of its templates is copied."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*)assets/timeline/timeline\.css">')
_HEADER = re.compile(r'(<header class="md-header.*?)(</nav>)', re.DOTALL)

_SCRIPTS = re.compile(
    r'<script src="([^"]*assets/javascripts/bundle\.[^"/]*\.js)"></script>(?=(?:\s*<script [^>]*></script>)*\s*</body>)'
)
_OURS = re.compile(r'<script src="[^"]*assets/timeline/\w+/start\.js"')
_CONFIG = re.compile(r'(<script id="__config" type="application/json">)(.*?)(?=</script>)')
# The theme's script that opens the tab an address names, where no page has tabs; and the one that knows the way to the
# top of the site. Without the first, and with the way outside the second, all pages share two scripts and two hashes.
_TABS = re.compile(r"<script>var target=document\.getElementById\(location\.hash.*?</script>")
_SEARCH = 'data-md-component="search"'
_TABBED = 'class="tabbed-'
_SCOPE = re.compile(r'(<html\b)([^>]*>.*?<script>__md_scope=new URL\()("[^"]*")(?=,location\))', re.DOTALL)
_BLANK, _ONE = re.compile(r"\s*\n\s*"), "\n"
_CONTENT = '<article class="md-content__inner'

# MkDocs' own list of keys, and a class of its style sheet that does the same without a style attribute.
_KEYS, _KEYS_BY_CLASS = '<th style="width: 20%;">', '<th class="w-25">'

_FIND = (
    '<a class="tl-find" href="{root}timeline/" aria-keyshortcuts="/" data-close="{close}">'
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M10 3a7 7 0 1 0 4.4 12.4l5.1 5.1 1.4-1.4-5.1-5.1A7 7 0 0 0'
    ' 10 3m0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10"/></svg><span>{words}</span></a>'
)


_WORDS = {"en": ("Search", "Close"), "de": ("Suche", "Schließen")}


def postprocessed(html: str, language: str = "en") -> str:
    """The way to our search in the header, no style attribute, which a policy would not let work, and less air."""
    html = html.replace(_KEYS, _KEYS_BY_CLASS, 1)
    if style := _STYLE.search(html):
        words, close = _WORDS.get(language, _WORDS["en"])
        link = _FIND.format(root=style[1], words=escape(words), close=escape(close))
        html = _HEADER.sub(lambda found: found[1] + link + found[2], html, count=1)
        if _SEARCH not in html:
            html = _CONFIG.sub(lambda found: found[1] + _lean(json.loads(found[2])), html, count=1)
    if _TABBED not in html:
        html = _TABS.sub("", html, count=1)
    html = _SCOPE.sub(r"\1 data-root=\3\2document.documentElement.dataset.root", html, count=1)
    return _tight(_later(html))


def _lean(config: dict[str, Any]) -> str:
    """What the theme's script is told, without what is for parts of it that this site does not have."""
    absent = ["search."]
    if not config.get("version"):
        absent.append("select.version")
    if "content.code.copy" not in config.get("features", ()):
        absent.append("clipboard.")
    words = {key: text for key, text in config.get("translations", {}).items() if not key.startswith(tuple(absent))}
    kept = {key: value for key, value in config.items() if key != "search"} | {"translations": words}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _later(html: str) -> str:
    """The theme's script when the page has come to rest: it styles every element anew three times before it is done.

    Where a site has scripts of its own, which may build on the theme's, it stays where it is.
    """
    found, start = _SCRIPTS.search(html), html.rfind("</article>")
    if not found or found.start() < start:
        return html
    rest = html[found.end() :]
    if rest.count("<script") != 1 or not (ours := _OURS.search(rest)):
        return html
    named = f'{ours[0]} data-theme="{found[1]}"'
    return html[: found.start()] + rest[: ours.start()] + named + rest[ours.end() :]


def _tight(html: str) -> str:
    """Without the indents and blank lines of templates around what the page says: they are a third of a frame."""
    start, end = html.find(_CONTENT), html.rfind("</article>")
    if start < 0 or end < start:
        return html
    start = html.find(">", start) + 1
    return f"{_BLANK.sub(_ONE, html[:start])}\n{html[start:end].lstrip()}{_BLANK.sub(_ONE, html[end:])}"
