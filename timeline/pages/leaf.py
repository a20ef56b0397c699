"""A file of the site that no theme wraps: a picture, a table, a page for a frame."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaf:
    """`path` is that of a file below the site's own address."""

    path: str
    text: str
