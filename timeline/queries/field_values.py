"""The value of a field in one line: what it says, without the signs that a file needs for it."""

from __future__ import annotations

from collections.abc import Mapping

_FIRST = {"source", "event", "date", "url", "on", "start", "family", "text"}
"""Fields that stand first in their record and say what it is; the others of it follow in parentheses."""
_UNNAMED = {"citations", "relation", "given"}
"""Fields whose values need no name beside them."""


def in_line(value: object) -> str:
    """A value as `plain` has it; empty for none.

    A citation reads "gazette (locator page 3)", a date of others "2025-05 (gazette, herald)", a related event
    "opening (see also)".
    """
    if isinstance(value, Mapping):
        return _record({key: each for key, each in value.items() if each is not False})
    if isinstance(value, list):
        return ", ".join(map(in_line, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _record(said: Mapping[str, object]) -> str:
    first = next(iter(said), "")
    named = [_named(key, each) for key, each in said.items() if key != first or key not in _FIRST]
    if first not in _FIRST:
        return "; ".join(named)
    head = in_line(said[first])
    return f"{head} ({'; '.join(named)})" if named else head


def _named(key: str, value: object) -> str:
    """A field beside others of its record."""
    words = key.replace("_", " ")
    if value is True:
        return words
    if key == "relation":
        return str(value).replace("-", " ")
    return in_line(value) if key in _UNNAMED else f"{words} {in_line(value)}"
