"""`files.json`: how long every file is that scripts look up, with a sum of it, and of which build they all are.

A file that was cut off on its way, or that another build has left in a cache, would be half an answer: `data_files.js`
compares.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from timeline.browser.columns import as_json
from timeline.html.page import Asset

NAME = "files.json"
VERSION = "version.txt"
"""Beside the folders of all builds: the name of the folder that holds now."""


def listed(stamp: str, contents: Mapping[str, bytes]) -> Asset:
    """The list of the files of one folder, which is named after its content: bytes, and Adler-32 of them."""
    sums = {name: (len(data), zlib.adler32(data)) for name, data in sorted(contents.items())}
    return Asset(NAME, as_json({"stamp": stamp, "files": sums}))
