"""What is printed, read back: the lines of each sheet from top to foot."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import Any

from pypdf import PdfReader


def sheets(pdf: bytes) -> list[list[str]]:
    """The lines of each sheet, joined as they stand, with ligatures spelt out and without the sign of a fold."""
    return [_lines(page) for page in PdfReader(io.BytesIO(pdf)).pages]


def _lines(page: Any) -> list[str]:
    rows: dict[int, list[str]] = defaultdict(list)

    def visit(text: str, current: list[float], matrix: list[float], font: Any, size: float) -> None:
        if text.strip():
            rows[round(matrix[5])].append(text.strip())

    page.extract_text(visitor_text=visit)
    return [_plain(" ".join(rows[height])) for height in sorted(rows)]


def _plain(line: str) -> str:
    for sign, letters in {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff"}.items():
        line = line.replace(f" {sign} ", letters).replace(sign, letters)
    return line.strip("▸▾ ")
