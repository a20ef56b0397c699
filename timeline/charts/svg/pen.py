"""The pieces that all charts are drawn with.

A chart on a page is fluid: places from left to right are shares of its width, and everything else, texts above all,
is in pixels and stays as large as it is. Outside the site, where a picture is scaled as a whole, it is drawn at
one fixed width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from timeline.model.words import STATUS
from timeline.site.text_direction import apart

SIZE = 13.0
"""Of all texts, in pixels."""

# Each is drawn around 0,0. Their shapes are those of the marks that stand before the same words on the pages.
_RING = '<circle r="4.75" class="tc-hollow"/>'
_BOX = '<path d="M-4.5-4.5h9v9h-9z" class="tc-hollow"/>'
_STROKE = '<path d="M-3.2 3.2 3.2-3.2" class="tc-stroke"/>'
SYMBOLS = {
    "confirmed": '<circle r="5.25" class="tc-solid"/>',
    "reported": f'{_RING}<path d="M0-4.75a4.75 4.75 0 0 1 0 9.5z" class="tc-solid"/>',
    "disputed": '<path d="M0-5.5 5.5 0 0 5.5-5.5 0z" class="tc-hollow"/>',
    "denied": f"{_BOX}{_STROKE}",
    "rival": '<circle r="3.25" class="tc-hollow"/>',
    "said": '<circle r="3.25" class="tc-solid"/>',
    "doubt": '<path d="M0-4 4 0 0 4-4 0z" class="tc-hollow"/>',
}
SMALL = "-small"
"""The marks of events that carry no name, where there is little room: `confirmed-small`."""
SYMBOLS |= {f"{name}{SMALL}": f'<g transform="scale(.66)">{SYMBOLS[name]}</g>' for name in STATUS}
_PATTERN = '<pattern id="{{id}}" width="{0}" height="{0}" patternUnits="userSpaceOnUse">{1}</pattern>'
PATTERNS = {
    "unknown": _PATTERN.format(6, '<path d="M-1 7 7-1M-1 1 1-1M5 7 7 5" class="tc-hatch"/>'),
    "limited": _PATTERN.format(
        5, '<path d="M0 0h5v5H0z" class="tc-tone-limited-ground"/><path d="M0 1.25h5" class="tc-tone-limited-line"/>'
    ),
    "maybe": _PATTERN.format(4, '<path d="M-1 5 5-1" class="tc-hatch"/>'),
}


def number(value: float) -> str:
    """As short as it can be written, to a hundredth."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def tenth(value: float) -> str:
    """The same to a tenth, which is as fine as anybody sees in a small picture."""
    return number(round(value, 1))


def _step(one: tuple[str, str], other: tuple[str, str]) -> str:
    """From one place of a line to the next; most lead along or up."""
    if one == other:
        return ""
    if one[1] == other[1]:
        return f"H{other[0]}"
    return f"V{other[1]}" if one[0] == other[0] else f"L{other[0]} {other[1]}"


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws for one width, either fluid or fixed; `name` keeps the ids of several charts on a page apart."""

    width: float
    name: str
    fixed: bool = False

    def x(self, share: float) -> str:
        """A place or a width as an attribute says it."""
        if self.fixed:
            return number(share * self.width)
        percent = number(share * 100)
        return f"{percent}%" if percent != "0" else percent

    def ref(self, piece: str) -> str:
        return f"{self.name}-{piece}"

    def mark(self, symbol: str, share: float, y: float, more: str = "") -> str:
        tone = f"tc-mark tc-mark--{symbol}{more}"
        return f'<use href="#{self.ref(symbol)}" x="{self.x(share)}" y="{number(y)}" class="{tone}"/>'

    def line(self, share0: float, y0: float, share1: float, y1: float, name: str) -> str:
        return f'<line x1="{self.x(share0)}" y1="{number(y0)}" x2="{self.x(share1)}" y2="{number(y1)}" class="{name}"/>'

    def bar(self, share0: float, share1: float, y: float, height: float, name: str, fill: str = "") -> str:
        """Never narrower than what it stands for."""
        paint = f' fill="url(#{self.ref(fill)})"' if fill else ""
        return (
            f'<rect x="{self.x(share0)}" y="{number(y)}" width="{self.x(share1 - share0)}" height="{number(height)}"'
            f' class="{name}"{paint}/>'
        )

    def text(
        self,
        share: float,
        y: float,
        words: str | Markup,
        name: str = "",
        shift: float = 0,
        end: bool = False,
        silent: bool = False,
    ) -> str:
        """What is `silent` is for the eye alone: nobody listens to a scale."""
        classes = " ".join(filter(None, ("tc-text", "tc-end" if end else "", name)))
        moved = f' dx="{number(shift)}"' if shift else ""
        said = words if isinstance(words, Markup) else apart(words)
        hidden = ' aria-hidden="true"' if silent else ""
        return f'<text x="{self.x(share)}" y="{number(y)}"{moved} class="{classes}"{hidden}>{escape(said)}</text>'

    def path(self, points: Sequence[tuple[float, float]], height: float, name: str, closed: bool = False) -> str:
        """A line through places, stretched with the chart and no thicker for it."""
        return self.stretched(self.through(points, name, closed), height)

    def through(self, points: Sequence[tuple[float, float]], name: str, closed: bool = False) -> str:
        """The same, to be stretched together with others."""
        if len(points) < 2:
            return ""
        unit = self.width if self.fixed else 1000
        placed = [(number(round(share * unit, 1)), number(round(y, 1))) for share, y in points]
        if closed and placed[0] == placed[-1]:
            placed.pop()
        steps = "".join(_step(one, other) for one, other in pairwise(placed))
        return f'<path d="M{placed[0][0]} {placed[0][1]}{steps}{"z" if closed else ""}" class="{name}"/>'

    def stretched(self, drawn: str, height: float) -> str:
        """Lines as wide as the chart; on a fixed drawing they are so already."""
        if self.fixed or not drawn:
            return drawn
        return (
            f'<svg width="100%" height="{number(height)}" viewBox="0 0 1000 {number(height)}"'
            f' preserveAspectRatio="none">{drawn}</svg>'
        )

    def definitions(self, drawn: str) -> str:
        """The marks and patterns that a drawing uses, and no others."""
        made = [
            f'<g id="{self.ref(name)}">{shape}</g>'
            for name, shape in SYMBOLS.items()
            if f'"#{self.ref(name)}"' in drawn
        ]
        made += [shape.format(id=self.ref(n)) for n, shape in PATTERNS.items() if f"(#{self.ref(n)})" in drawn]
        return f"<defs>{''.join(made)}</defs>" if made else ""
