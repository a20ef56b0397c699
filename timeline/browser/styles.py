"""The style sheets of pages, joined into one, in layers: what comes later holds, however a selector is made.

Four requests before a page is drawn would be three too many. The sheets in a folder of `css` are the layer of its
name; below them lie the theme's own (`timeline.engines`), the colours, and what charts are drawn with. What a site adds
of its own stands in no layer and so has the last word. What editions for paper look like, and the home page as one
sheet, stands beside in `css/print`: only they ask for it.
"""

from __future__ import annotations

import re
from importlib.resources import files

from timeline.charts.svg import standalone
from timeline.site import colours, typefaces

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ROOM = re.compile(r"""("[^"]*"|'[^']*')|\s*([{};,])\s*|(:)\s+|(\s)\s*|(?<![\w.])0(?=\.\d)""")
"""What browsers need not be sent: a fifth of the whole once compressed. Text within quotation marks is kept."""
THEME = "theme"
LAYERS = (THEME, "colours", "drawing", "base", "parts", "print", "edition", "states")
APART = ("print/editions.css", "print/home.css")
"""Sheets that only the pages which need them ask for."""


def sheet() -> str:
    """Everything but the theme."""
    pieces = {"colours": f"{typefaces.sheet()}\n{colours.sheet()}", "drawing": standalone.rules()} | {
        name: _folder(name) for name in ("base", "parts", "print", "states")
    }
    whole = "".join([f"@layer {', '.join(LAYERS)};\n", *(layered(name, text) for name, text in pieces.items())])
    return sent(whole)


def sent(text: str) -> str:
    """A sheet without what only its readers need."""
    return _ROOM.sub(_kept, _COMMENT.sub("", text)).replace(";}", "}").strip()


def _kept(found: re.Match[str]) -> str:
    text, sign, colon, space = found.groups()
    return text or sign or colon or (" " if space else "")


def layered(name: str, text: str) -> str:
    """A sheet as a part of a layer."""
    return f"@layer {name} {{\n{text.strip()}\n}}\n"


def _folder(name: str) -> str:
    folder = files("timeline.browser") / "css" / name
    paths = (path for path in folder.iterdir() if path.name.endswith(".css") and f"{name}/{path.name}" not in APART)
    sheets = sorted(paths, key=lambda path: path.name)
    return "\n".join(path.read_text(encoding="utf-8") for path in sheets)
