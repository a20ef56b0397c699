"""The two typefaces of the site, once: for pages, charts, frames, pictures and paper.

Both are lists of what readers' systems bring along, so nothing is fetched. The one without serifs carries data, marks
and controls, the one with serifs what is read at length. Windows, Apple, Android and Linux each find one early in both.
"""

from __future__ import annotations

from collections.abc import Mapping

SANS = (
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", "Liberation Sans", Arial, sans-serif'
)
SERIF = (
    '"Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, Georgia, "Liberation Serif", "Noto Serif", serif'
)

TYPEFACES: Mapping[str, str] = {"tl-sans": SANS, "tl-serif": SERIF}


def sheet() -> str:
    """The names with their values, for the theme's own text as well."""
    said = " ".join(f"--{name}: {stack};" for name, stack in TYPEFACES.items())
    return f":root {{ {said} }}\nbody {{ --md-text-font-family: var(--tl-sans); }}"
