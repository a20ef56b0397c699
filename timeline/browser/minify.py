"""What browsers are sent of a script: the code, without comments and without the room that readers of it need.

A test holds that the rest is the same: no text of ours has a comment in it, and none goes over several lines.
"""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/[ \t]*", re.DOTALL)
_LINE = re.compile(r"(?m)(^|\s)//(?=\s).*$")
_EMPTY = re.compile(r"\s*\n\s*")


def sent(script: str) -> str:
    """The script as it stands on the site."""
    return _EMPTY.sub("\n", _LINE.sub("", _COMMENT.sub("", script))).lstrip()
