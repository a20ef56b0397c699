"""Texts in tables that a spreadsheet opens: none of them is run as a formula.

A cell that a spreadsheet would run has an apostrophe in front, and so has one that begins with an apostrophe of its
own; whoever reads takes one away again (`read`).
"""

from __future__ import annotations

_DANGEROUS = tuple("=+-@\t\r\n'\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
                   "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip


def guarded(text: str) -> str:
    """A text as a cell."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def read(cell: str) -> str:
    """The text behind a cell."""
    return cell.removeprefix("'")
