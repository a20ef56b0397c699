"""Signs around an id that it has on pages, in links or in other formats, and that mean something else to YAML.

`[@gazette]`, `#bridge`, `*gazette`, `[[opening]]`: wherever an id is named, it stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model.references import KEYS
from timeline.problems import Kind
from timeline.problems.fields import FOREIGN_SIGN

_KEY = "|".join(sorted((*KEYS, "id", "aliases"), key=len, reverse=True))
_FIELD = re.compile(rf" *(?:- +)*(?:{_KEY}): +(?P<value>[^\s{{\"'].*)$")
_WITHIN = re.compile(
    rf"(?<=[{{,]) *(?:{_KEY}): +(?P<value>\[[^\]]*\]?|[^,}}\]]*)|^ *(?:- +)*(?:{_KEY}): +(?P<braced>\{{[\w@#-]+\}})"
)
_ITEM = re.compile(r" *- +(?P<value>.*)$")
_BARE = re.compile(r" *(?:- +)*(?P<key>[a-z_]+): *(?:#.*)?$")
_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_DRESSED = (
    rf"(?:[@#&*!%$|>~^]+(?P<led>{_ID})|`+(?P<code>{_ID})`+|\[\[@?(?P<linked>{_ID})\]\]"
    rf"|\[@?(?P<link>{_ID})\]\([^()\s]*\)|\{{@?(?P<braced>{_ID})\}})"
)
_WHOLE = re.compile(rf"{_DRESSED}(?=\s*(?:\s# .*)?$)")
_LISTED = re.compile(rf"(?<=[\s\[,]){_DRESSED}(?=\s*(?:[,\]]|$))")
_SEVERAL = re.compile(rf"[@#*]+{_ID}(?: *[,;] *[@#*]?{_ID})+(?=\s*$)")
_ANCHOR = re.compile(r"(?<![^\s\[{,:-])&(\S+)")
_ALIAS = re.compile(r"(?<![^\s\[{,:-])\*(\S+)")


_BACK = 400


@dataclass(frozen=True, slots=True)
class Sign:
    """A stretch of a line that YAML does not read as its author meant it, and what was meant."""

    start: int
    end: int
    meant: str
    label: str
    help: str
    kind: Kind = FOREIGN_SIGN


def id_signs(lines: list[str], number: int, shared: frozenset[str]) -> Iterator[Sign]:
    """The ids of a line that do not stand alone, from left to right; `shared` are names that YAML's own signs give."""
    line, found = lines[number], dict[int, Sign]()
    for start, end in _values(lines, number):
        if several := _SEVERAL.match(line, start, end):
            meant = f"[{', '.join(re.findall(_ID, several[0]))}]"
            found[start] = Sign(start, several.end(), meant, "several ids make a list", f"write `{meant}`")
        for match in _dressed(line, start, end):
            sign, id = match[0][0], next(group for group in match.groups() if group)
            if match.start() not in found and not (sign in "&*" and id in shared):
                meant = id.rjust(len(match[0]))  # so that what stands behind it keeps its column
                found[match.start()] = Sign(*match.span(), meant, "an id stands alone", f"write `{id}`, the id alone")
    yield from (found[start] for start in sorted(found))


def _dressed(line: str, start: int, end: int) -> Iterator[re.Match[str]]:
    if whole := _WHOLE.match(line, start, end):
        yield whole
    elif line.startswith("[", start) and "[[[" not in line:
        yield from _LISTED.finditer(line, start, end)


def _values(lines: list[str], number: int) -> Iterator[tuple[int, int]]:
    """Where ids are named: behind the name of a field, or behind the dash of a list below it."""
    line = lines[number]
    if (item := _ITEM.match(line)) and _key_above(lines, number) in (*KEYS, "aliases"):
        yield item.span("value")
    elif field := _FIELD.match(line):
        yield field.span("value")
    for match in _WITHIN.finditer(line):
        yield match.span("braced" if match["braced"] else "value")


def _key_above(lines: list[str], number: int) -> str:
    """The name of the field that a list is the value of."""
    here = len(lines[number]) - len(lines[number].lstrip())
    for line in lines_above(lines, number):
        deep = len(line) - len(line.lstrip())
        if not line.strip() or deep > here or (deep == here and line[here : here + 1] == "-"):
            continue
        bare = _BARE.match(line)
        return bare["key"] if bare else ""
    return ""


def lines_above(lines: list[str], number: int) -> Iterator[str]:
    """The lines above one, the nearest first, as far as a list of ids may reach."""
    yield from reversed(lines[max(0, number - _BACK) : number])


def shared_names(lines: list[str]) -> frozenset[str]:
    """Names that YAML's own signs give to a value and repeat."""
    text = "\n".join(lines)
    return frozenset(_ANCHOR.findall(text)) & frozenset(_ALIAS.findall(text))
