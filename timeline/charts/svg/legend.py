"""What the marks of a chart mean, drawn: a page says it in HTML, a picture of its own has to bring it along."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from timeline.charts.svg.metrics import width
from timeline.charts.svg.pen import SIZE, Pen

_LEAD, _SIGN, _AIR = 22.0, 30.0, 22.0
"""From line to line, the room of a sign, and the air after its words."""

Sign = Callable[[Pen, float, float], str]
"""Draws at the left end of its room, at a height."""


def legend(pen: Pen, key: Sequence[tuple[str, str, str]], *, left: float = 0.0, top: float = 0.0) -> tuple[str, float]:
    """As many lines as it takes, and how high they are; nothing for a chart without a key."""
    drawn, x, y = [], left, top
    for name, word, meaning in key:
        both = bool(word and meaning)
        wide = _SIGN + width(word and f"{word} ", SIZE, bold=both) + width(meaning, SIZE) + _AIR
        if x > left and x + wide - _AIR > pen.width:
            x, y = left, y + _LEAD
        drawn.append(sign(pen, name, word, x, y + 10))
        strong = Markup('<tspan class="tc-strong">{}</tspan> ').format(word) if both else word
        drawn.append(pen.text((x + _SIGN) / pen.width, y + 14.5, strong + Markup(escape(meaning))))
        x += wide
    return "".join(drawn), y + _LEAD - top if drawn else 0.0


def sign(pen: Pen, name: str, word: str, x: float, y: float) -> str:
    """The mark that a class of the page's key stands for: one of the symbols, or a piece of the chart."""
    if word:
        return pen.mark(name.rpartition("--")[2], (x + 11) / pen.width, y)
    return _SIGNS[name.rpartition("--")[2]](pen, x / pen.width, y)


def _symbol(symbol: str, more: str = "") -> Sign:
    return lambda pen, x, y: pen.mark(symbol, x + 11 / pen.width, y, more)


def _bar(name: str, high: float = 10, fill: str = "") -> Sign:
    return lambda pen, x, y: pen.bar(x, x + 22 / pen.width, y - high / 2, high, name, fill)


def _line(name: str) -> Sign:
    return lambda pen, x, y: pen.line(x, y, x + 22 / pen.width, y, name)


def _crossed(standing: str, slant: float) -> Sign:
    return lambda pen, x, y: (
        pen.bar(x, x + 22 / pen.width, y - 5, 10, f"tc-window tc-window--{standing}")
        + pen.line(x, y + slant, x + 22 / pen.width, y - slant, "tc-cross")
    )


def _between(pen: Pen, x: float, y: float) -> str:
    end = x + 22 / pen.width
    caps = "".join(pen.line(at, y - 5, at, y + 5, "tc-cap") for at in (x, end))
    return pen.line(x, y, end, y, "tc-between") + caps


_SIGNS: dict[str, Sign] = {
    "keyed": _symbol("confirmed", " tc-keyed"),
    "vague": _bar("tc-vague", 8),
    "unsure": _symbol("reported", " tc-unsure"),
    "extent": _bar("tc-extent", 8),
    "between": _between,
    "open-end": _line("tc-open"),
    "rival": _symbol("rival"),
    "said": _symbol("said"),
    "fate-missed": _bar("tc-window tc-window--missed"),
    "fate-overdue": _bar("tc-window tc-window--overdue"),
    "fate-denied": _crossed("denied", slant=5),
    "fate-withdrawn": _crossed("withdrawn", slant=0),
    "fate-met": _bar("tc-window tc-window--met"),
    "fate-read": _bar("tc-soft-edge tc-window tc-window--met"),
    "fate-open": _bar("tc-window tc-window--open"),
    "reading": _bar("tc-window tc-window--missed tc-soft-edge"),
    "wait": _line("tc-wait"),
    "open": _bar("tc-tone tc-tone--open"),
    "limited": _bar("tc-tone tc-tone--limited", fill="limited"),
    "closed": _bar("tc-tone tc-tone--closed"),
    "unknown": _bar("tc-tone tc-tone--unknown"),
    "gap": _bar("tc-gap", fill="unknown"),
}
