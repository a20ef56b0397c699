"""Every colour of the site, once: for pages, charts, frames and pictures, in light, in dark and on paper.

A style sheet names a colour as `var(--tl-soft)` and never writes one. `--tl-…` are the colours of pages, `--tc-…`
those of charts, which are also drawn into pictures outside the site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """One colour in each place where it is shown; what is not said is as in light."""

    light: str
    dark: str = ""
    paper: str = ""
    forced: str = ""
    """Where the system sets the colours (`forced-colors`) and drawings have to be told which."""
    theme: str = ""
    """The theme's own name for it, which comes first where the theme has one."""
    edition: str = ""
    """In the edition on paper, where that differs from a page that is printed."""


COLOURS: Mapping[str, Colour] = {
    "tl-ink": Colour("#1d1c1a", "#e6e2d9", "#000", theme="--md-typeset-color"),
    "tl-paper": Colour("#fff", "#1b1a18", "#fff", theme="--md-default-bg-color"),
    "tl-soft": Colour("#595650", "#b0aba1", "#444"),
    "tl-line": Colour("#d8d3c8", "#45423c", "#bbb"),
    "tl-tint": Colour("#f5f2eb", "#292723", "#fff"),
    "tl-accent": Colour("#1d1c1a", "#e6e2d9", "#000"),
    "tl-link": Colour("#8f897d", "#7d786d", "#777", edition="#000"),
    "tl-missed": Colour("#9c2318", "#ff9a8d", "#000"),
    "tl-fig": Colour("#5d5a53", "#aaa59a", "#555"),
    "tl-frame": Colour("#d8d3c8", "#4b4840", "#999"),
    "tl-found": Colour("#f2cf6688", "#7d651fcc"),
    "tl-hover": Colour("#0001"),
    "tl-veil": Colour("#0006"),
    "tl-shadow-note": Colour("#0003"),
    "tl-shadow-dialog": Colour("#0005"),
    "tl-shadow-drawer": Colour("#0008"),
    "tl-way": Colour("#eee"),
    "tl-small": Colour("#333"),
    "tc-ink": Colour("var(--tl-ink)", forced="CanvasText"),
    "tc-soft": Colour("var(--tl-soft)", forced="CanvasText"),
    "tc-line": Colour("var(--tl-line)", paper="#ccc", forced="GrayText"),
    "tc-paper": Colour("var(--tl-paper)", forced="Canvas"),
    "tc-accent": Colour("var(--tl-accent)", forced="Highlight"),
    "tc-missed": Colour("var(--tl-missed)", forced="Highlight"),
    "tc-bar": Colour("#8c867a", "#8f897d", "#888", "GrayText"),
    "tc-pale": Colour("#e4dfd4", "#45423b", "#e4e4e4", "Canvas"),
    "tc-empty": Colour("#f5f2ea", "#2a2823", "#f4f4f4", "Canvas"),
    "tc-open": Colour("#a9c6b4", "#47705a", "#f4f4f4", "Canvas"),
    "tc-limited": Colour("#f0dfb0", "#4d4227", "#e0e0e0", "Canvas"),
    "tc-limited-line": Colour("#8a6d1d", "#d3b458", "#555", "CanvasText"),
    "tc-closed": Colour("#3f3c37", "#d3cec4", "#333", "CanvasText"),
}

_THEMES = {
    "default-fg-color": "tl-ink",
    "default-fg-color--light": "tl-soft",
    "default-fg-color--lighter": "tl-link",
    "default-fg-color--lightest": "tl-line",
    "typeset-a-color": "tl-ink",
    "typeset-mark-color": "tl-found",
    "typeset-table-color": "tl-line",
    "accent-fg-color": "tl-accent",
    "accent-fg-color--transparent": "tl-found",
    "code-fg-color": "tl-ink",
    "code-bg-color": "tl-tint",
    "footer-bg-color": "tl-paper",
    "footer-bg-color--dark": "tl-paper",
    "footer-fg-color": "tl-ink",
    "footer-fg-color--light": "tl-soft",
    "footer-fg-color--lighter": "tl-soft",
}
"""What Material has shades of blue, or a black of its own, for, and which of ours stands there instead."""
_THEME = " ".join(f"--md-{theirs}: var(--{ours});" for theirs, ours in _THEMES.items())


def plain(name: str) -> str:
    """A colour in light as it stands in a picture, which knows no other names."""
    value = COLOURS[name].light
    return plain(value[6:-1]) if value.startswith("var(--") else value


def sheet() -> str:
    """The names with their values, for every place where they differ.

    They are said on the body as well, where the theme sets its own: a value is worked out where it is said.
    """
    anywhere, dark = ":root, [data-md-color-scheme]", '[data-md-color-scheme="slate"]'
    margins = " ".join(
        f"@{place} {{ color: {COLOURS['tl-soft'].paper}; }}"
        for place in ("top-left", "top-right", "bottom-left", "bottom-right")
    )
    return "\n".join(
        (
            f"{anywhere} {{ {_grounds(lambda c: c.light)} {_THEME} }}",
            _rule(anywhere, lambda c: f"var({c.theme}, {c.light})" if c.theme else c.light),
            _rule(dark, lambda c: c.dark if not c.theme else ""),
            f"{dark} {{ {_grounds(lambda c: c.dark)} }}",
            "/* In a frame on another site no script says which colours are wanted. */",
            f"@media (prefers-color-scheme: dark) {{\n{_rule('.tl-embed', lambda c: c.dark or c.light)}\n}}",
            f"@media (forced-colors: active) {{\n{_rule(f'{anywhere}, .tl-embed', lambda c: c.forced)}\n}}",
            f"@media print {{\n{_rule(anywhere, lambda c: c.paper)}\n}}",
            "/* The edition on paper, on the screen as well. */",
            _rule(".tp", lambda c: c.edition or c.paper or c.light),
            f"@page {{ {margins} }}",
        )
    )


def _grounds(value: Callable[[Colour], str]) -> str:
    """The theme's own ground and text, which are ours: in dark a neutral black and a warm white."""
    return " ".join(f"{colour.theme}: {value(colour)};" for colour in COLOURS.values() if colour.theme)


def _rule(selector: str, value: Callable[[Colour], str]) -> str:
    said = [f"--{name}: {code};" for name, colour in COLOURS.items() if (code := value(colour))]
    return f"{selector} {{ {' '.join(said)} }}"
