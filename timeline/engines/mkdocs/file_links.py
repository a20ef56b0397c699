"""Links that name a page's file, for a site whose addresses are not folders: it can be opened from a disk.

Our pages say `../events/opening/`, which a server answers with the file in that folder and a disk with a list of files.
With `use_directory_urls: false`, and so with the plugin `offline`, every such link is given the file it means when all
is written.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote

_LINK = re.compile(r"""(<(?:a|area|link)\b[^>]*?\s(?:xlink:)?href=)(["'])([^"'#?:]*?/|\.{1,2})?(?=[?#]|\2)""")
_LEADS = re.compile(
    r"""(<(?:meta http-equiv="refresh" content="0; url=|script\b[^>]*\sdata-there="))()([^"#?:]*/)(?=")"""
)
"""The two ways in which the page of a former id leads on."""
_HOLDS_LINKS = (".html", ".svg")


def complete(site_dir: str) -> None:
    """Every page and picture of the site with whole links."""
    for folder, _, names in os.walk(site_dir):
        for name in names:
            if name.endswith(_HOLDS_LINKS):
                path = Path(folder, name)
                text = path.read_bytes().decode()
                whole = with_files(text, Path(folder))
                if whole != text:
                    path.write_bytes(whole.encode())


def with_files(text: str, folder: Path) -> str:
    """The text of a file in a folder, each link to a folder that has a page leading to the page."""

    def whole(match: re.Match[str]) -> str:
        before, quote, place = match[1], match[2], match[3]
        if not place or place.startswith("/"):
            return match[0]
        end = place if place.endswith("/") else f"{place}/"
        page = Path(os.path.normpath(folder / unquote(end))) / "index.html"
        return f"{before}{quote}{end.removeprefix('./')}index.html" if page.is_file() else match[0]

    return _LINK.sub(whole, _LEADS.sub(whole, text))
