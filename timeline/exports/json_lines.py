"""JSON as our files hold it: a record on each line, and no other space, so that lines can be told apart and compared.

Python's own encoder writes indented JSON many times slower.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""JSON without needless space, in the letters of the record."""


def listed(name: str, bodies: Iterable[str]) -> Iterator[str]:
    """A list in lines, behind other members of its object: its name, then each of what it holds."""
    yield f',\n"{name}":'
    yield from array(bodies)


def array(bodies: Iterable[str]) -> Iterator[str]:
    """A list in lines."""
    yield "["
    for place, body in enumerate(bodies):
        yield f",\n{body}" if place else f"\n{body}"
    yield "]"
