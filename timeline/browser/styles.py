"""The style sheets of pages, joined into one, in layers: what comes later holds, however a selector is made.

Four requests before a page is drawn would be three too many. The sheets in a folder of `css` are the layer of its
name; below them lie the theme's own (`timeline.engines`), the colours, and what charts are drawn with. What a site adds
of its own stands in no layer and so has the last word. What editions for paper look like stands beside, in
`css/print/editions.css`: only they ask for it.
"""

from __future__ import annotations

import re
from importlib.resources import files

from timeline.charts.svg import standalone
from timeline.site import colours, typefaces

_COMMENT, _INDENT = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"\s*\n\s*")
"""What browsers need not be sent: a seventh of the whole once compressed, before anything is drawn."""
THEME = "theme"
LAYERS = (THEME, "colours", "drawing", "base", "parts", "print", "edition", "states")
EDITIONS = "print/editions.css"


def sheet() -> str:
    """Everything but the theme."""
    pieces = {"colours": f"{typefaces.sheet()}\n{colours.sheet()}", "drawing": standalone.rules()} | {
        name: _folder(name) for name in ("base", "parts", "print", "states")
    }
    whole = "".join([f"@layer {', '.join(LAYERS)};\n", *(layered(name, text) for name, text in pieces.items())])
    return _INDENT.sub("\n", _COMMENT.sub("", whole))


def layered(name: str, text: str) -> str:
    """A sheet as a part of a layer."""
    return f"@layer {name} {{\n{text.strip()}\n}}\n"


def _folder(name: str) -> str:
    folder = files("timeline.browser") / "css" / name
    paths = (path for path in folder.iterdir() if path.name.endswith(".css") and f"{name}/{path.name}" != EDITIONS)
    sheets = sorted(paths, key=lambda path: path.name)
    return "\n".join(path.read_text(encoding="utf-8") for path in sheets)
