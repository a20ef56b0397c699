"""Draws the floors of the package from the contract that holds them: docs/design/floors.svg.

python tools/floors.py
"""

from __future__ import annotations

import tomllib
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "design" / "floors.svg"
WIDTH, ROW, GAP, LEFT = 860, 44, 8, 90


def floors() -> list[list[str]]:
    """The modules of each floor, from the highest down, as pyproject.toml has them for lint-imports."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [[name.strip() for name in layer.split("|")] for layer in layers]


def drawn() -> str:
    """The picture: a row for each floor, and an arrow in the direction of imports."""
    rows = floors()
    height = len(rows) * (ROW + GAP) + GAP
    pieces = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"',
        ' font-family="monospace" font-size="15">',
        "<title>The floors of the package: a module imports from its own folder and from floors below</title>",
        f'<path d="M0 0h{WIDTH}v{height}H0z" fill="#fff"/>',
        f'<path d="M40 {GAP}V{height - GAP - 10}m-7-12 7 12 7-12" fill="none" stroke="#444" stroke-width="2"/>',
        f'<text x="20" y="{height / 2}" transform="rotate(-90 20 {height / 2})" text-anchor="middle">imports</text>',
    ]
    for number, names in enumerate(rows):
        top, wide = GAP + number * (ROW + GAP), (WIDTH - LEFT - GAP * len(names)) / len(names)
        for place, name in enumerate(names):
            left = LEFT + place * (wide + GAP)
            pieces.append(
                f'<path d="M{left:g} {top}h{wide:g}v{ROW}h{-wide:g}z" fill="#f3f3f0" stroke="#444"/>'
                f'<text x="{left + wide / 2:g}" y="{top + ROW / 2 + 5:g}" text-anchor="middle">{escape(name)}</text>'
            )
    return "\n".join([*pieces, "</svg>", ""])


if __name__ == "__main__":
    PICTURE.write_text(drawn(), encoding="utf-8")
