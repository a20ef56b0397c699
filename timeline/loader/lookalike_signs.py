"""Signs that look right to whoever types or pastes them and mean nothing to YAML, where YAML has signs of its own.

Spaces that are none of the plain ones, dashes and dots of word processors in front of items, colons and brackets of
full width. In a text they are as good as any other sign. Each is told once and read on as it was meant, so that what
else is wrong with the file is told with it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from timeline.loader.cut_at_hash import TEXTS
from timeline.loader.files import SHOWN
from timeline.loader.forbidden_yaml import Loader
from timeline.loader.id_signs import Sign, id_signs, lines_above, shared_names
from timeline.loader.invisible_signs import rare_signs
from timeline.loader.nesting import may_nest
from timeline.loader.record_lists import FIELDS, REFERENCES
from timeline.problems import Problem
from timeline.problems.fields import CUT_TEXT
from timeline.span import Span

_LONGEST = 2_000
"""Characters of a line that somebody typed."""
_DEEP = 50
"""Brackets within each other that no record has; such a text has other faults."""
_WIDE = "\u2001\u2003\u3000"
"""Spaces that may stand for two plain ones, as wide as they are."""
_SPACE = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_BLANK = f"(?:[ \t]|{_SPACE})"
_DASH = "[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]"
_BULLET = "[*+\u00b7\u2022\u2023\u2043\u2219\u25aa\u25ab\u25a0\u25a1\u25cb\u25cf\u25e6\u30fb\u27a4]"
_COLON = "[\uff1a\ufe55\u2236\ufe13\ua789]"
_COMMA = "[\uff0c\u3001\ufe50]"
_NAME = f"(?:{'|'.join(sorted(FIELDS, key=len, reverse=True))})"
_KEY = rf"{_NAME}(?=\s*{_COLON}|\s*:(?:\s|$))"
_LINE = r"\n *(?:- +)?(?:[a-z_]+: +)?"
_PLAIN = tuple(
    re.compile(pattern)
    for pattern in (
        r"\n[ \t]*(?:[*+]|-(?=[a-z_]+:))",
        rf"{_LINE}(?:\[\[|\[?[@#&!%$`|>~^*](?=[a-z0-9])|\[[a-z0-9-]+\]\(|\{{@?[a-z0-9-]+\}})",
        r"\{[^{}\n]{0,300}(?:[:,] *[@#&!%$`|>~^*](?=[a-z0-9])| #\w)",
    )
)
"""What may be such a sign, each beginning with what is quickly found; no other line is looked at."""
_RARE = tuple(
    (re.compile(signs), re.compile(pattern))
    for signs, pattern in (
        (f"{_SPACE}|{_DASH}|{_BULLET}", rf"\n[ \t]*(?:{_SPACE}|{_DASH}|{_BULLET}|-{_SPACE})"),
        (f"{_COLON}|{_SPACE}", rf"{_COLON}(?<=[a-z_ ].)|(?<=:){_SPACE}"),
        (rf"[\uff3b\uff5b]|{_COMMA}", rf"[\uff3b\uff5b]|{_COMMA}(?={_BLANK}*[a-z_]+\s*(?::|{_COLON}))"),
    )
)
"""The same with signs that not every keyboard has, each pattern behind the signs without which it finds nothing."""
_LINES = re.compile(r"(\r\n|\n|\r)")

_INDENT = re.compile(rf"[ \t]*(?P<sign>{_SPACE}{_BLANK}*)(?=\S)")
_ITEM = re.compile(rf"{_BLANK}*(?P<sign>{_DASH}|{_BULLET}|-)(?P<gap>{_BLANK}*)(?=\S)")
_FIELD = re.compile(
    rf"{_BLANK}*(?:-{_BLANK}+)*(?P<key>{_NAME})(?:{_BLANK}*(?P<colon>{_COLON}{_SPACE}*)|:(?P<space>{_SPACE}+))"
)
_PLAIN_FIELD = re.compile(rf" *(?:- +)*(?P<key>{_NAME}) *(?::|{_COLON})(?=\s|$)")
_BARE = re.compile(_PLAIN_FIELD.pattern + r"\s*(?:#.*)?$")
_INNER = re.compile(
    rf"(?<=[{{,\uff0c\u3001\ufe50\s]){_NAME}(?:{_BLANK}*(?P<colon>{_COLON}{_SPACE}*)|:(?P<space>{_SPACE}+))"
    rf"|(?P<comma>{_COMMA})(?={_BLANK}*{_KEY})"
)
_WRAPPED = re.compile(r"(?::|-)\s+(?P<sign>\uff5b.*\uff5d|\uff3b.*\uff3d)\s*$")
_BLOCK = re.compile(r"(?:^|[:\-]) *[|>][+-]?[0-9]?[+-]?\s*(?:#.*)?$")
_SINGLE = TEXTS - {"authors"}
"""Fields of words that take no list, whose text may begin with a dash."""
_NOTED = re.compile(rf" *(?:- +)*(?:{'|'.join(_SINGLE)}): +(?P<sign>#[^\W_].*?)\s*$")
_NOTED_WITHIN = re.compile(
    rf"(?:^|[{{,]) *(?:{'|'.join(_SINGLE)}): +"
    r"(?P<sign>[^\s,{}\[\]\"'#][^,{}\[\]\"'#]* #[^\W_][^,{}\[\]\"']*)(?=[,}])"
)
"""A text that holds `#`, alone behind the name of its field or within braces."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\s*(?:#.*)?$")
_NARROW = str.maketrans("\uff3b\uff3d\uff5b\uff5d", "[]{}")


def foreign_signs(name: str, text: str) -> tuple[list[Problem], str]:
    """Each such sign where YAML needs one of its own, and the text as it was meant; lines stay where they are."""
    numbers = suspicious(text)
    if not numbers or may_nest(text, _DEEP):
        return [], text
    parts = _LINES.split(text)
    numbers -= _texts(text, parts[::2])
    signs, meant = _read_as(parts, numbers, 1)
    if any(sign.meant.isspace() for _, sign in signs) and _tree(meant) is None:
        other = (_read_as(parts, numbers, width) for width in (2, 0))
        signs, meant = next((read for read in other if _tree(read[1]) is not None), (signs, meant))
    return [*_told(name, signs)], meant


def _told(name: str, signs: list[tuple[int, Sign]]) -> Iterator[Problem]:
    for count, (n, sign) in enumerate(signs[:SHOWN], 1):
        more = len(signs) - count if count == SHOWN else 0
        label = sign.label + (f", and {more:,} more follow" if more else "")
        yield sign.kind.at(Span(name, n + 1, sign.start + 1, n + 1, sign.end + 1), label=label, help=sign.help)


def suspicious(text: str) -> set[int]:
    """The lines in which there may be such a sign."""
    text = "\n" + text.replace("\r\n", "\n").replace("\r", "\n")
    numbers: set[int] = set()
    rare = rare_signs(text)
    for quick in (*_PLAIN, *(pattern for signs, pattern in _RARE if signs.search(rare))):
        line = at = 0
        for match in quick.finditer(text):
            start = match.start() + (text[match.start()] == "\n")
            line, at = line + text.count("\n", at, start), start
            numbers.add(line - 1)
    return numbers


def _read_as(parts: list[str], numbers: set[int], width: int) -> tuple[list[tuple[int, Sign]], str]:
    """The signs by their lines, and the text without them."""
    lines, meant = parts[::2], list(parts)
    shared = shared_names(lines)
    near = [n for n in sorted(numbers) if len(lines[n]) < _LONGEST]
    signs = [(n, sign) for n in near for sign in _apart(_signs(lines, n, width, shared))]
    for n, sign in reversed(signs):
        line = meant[2 * n]
        meant[2 * n] = line[: sign.start] + sign.meant + line[sign.end :]
    return signs, "".join(meant)


def _apart(signs: Iterator[Sign]) -> Iterator[Sign]:
    """In their order on the line; of two at one place the first."""
    end = -1
    for sign in sorted(signs, key=lambda sign: sign.start):
        if sign.start >= end:
            yield sign
            end = sign.end


def _tree(text: str) -> Node | None:
    try:
        root: Node | None = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError:
        return None
    return root


def _texts(text: str, lines: list[str]) -> set[int]:
    """Lines that continue a text, where any sign is one of the text."""
    free = set(_blocks(lines))
    ahead, met = [(root, "")] if (root := _tree(text)) is not None else [], set[int]()
    while ahead:
        node, key = ahead.pop()
        if id(node) in met:
            continue
        met.add(id(node))
        if isinstance(node, ScalarNode):
            if node.style or key in _SINGLE:
                start, end = node.start_mark, node.end_mark
                free.update(range(start.line + 1, end.line + bool(end.column)))
        elif isinstance(node, MappingNode):
            ahead += [(value, str(name.value)) for name, value in node.value]
        else:
            ahead += [(item, key) for item in node.value]
    return free


def _blocks(lines: list[str]) -> Iterator[int]:
    """Lines of texts behind `|` and `>`, which stand deeper than the name of the field."""
    depth: int | None = None
    for number, line in enumerate(lines):
        if depth is not None and (not line.strip() or _indent(line) > depth):
            yield number
        else:
            depth = _indent(line) if _BLOCK.search(line) else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _signs(lines: list[str], number: int, width: int, shared: frozenset[str]) -> Iterator[Sign]:
    """Those of one line, from left to right."""
    line = lines[number]
    if indent := _INDENT.match(line):
        yield _spaces(line, *indent.span("sign"), width, _depth_above(lines, number))
    if (item := _ITEM.match(line)) and _is_item(lines, number, item):
        yield from _item(line, item)
    if field := _FIELD.match(line):
        yield _colon(line, *field.span("colon")) if field["colon"] else _spaces(line, *field.span("space"))
    named = field or _PLAIN_FIELD.match(line)
    wrapped = _WRAPPED.search(line)
    if wrapped and not (named and named["key"] in _SINGLE):
        meant = re.sub(rf"{_COMMA}\s*", ", ", re.sub(rf"{_COLON}\s*", ": ", wrapped["sign"].translate(_NARROW)))
        start, end = wrapped.span("sign")
        yield Sign(start, end, meant, f"{_called(line[start])}, and its partner", f"write `{meant}`")
    elif "{" in line:
        for inner in _INNER.finditer(line, line.index("{")):
            group = inner.lastgroup or ""
            yield (_spaces if group == "space" else _colon)(line, *inner.span(group))
        for noted in _NOTED_WITHIN.finditer(line, line.index("{")):
            yield _noted(*noted.span("sign"), noted["sign"])
    deeper = any(_indent(below) > _indent(line) for below in lines[number + 1 : number + 2])
    if not deeper and (alone := _NOTED.match(line)):
        yield _noted(*alone.span("sign"), alone["sign"])
    yield from id_signs(lines, number, shared)


def _is_item(lines: list[str], number: int, item: re.Match[str]) -> bool:
    """Whether a sign begins an item of a list: a field follows it, or it stands where the list has its items."""
    rest, gap, sign = lines[number][item.end() :], item["gap"], item["sign"]
    if sign == "-":
        return bool(re.search(_SPACE, gap)) or (not gap and re.match(_KEY, rest) is not None)
    if re.match(_KEY, rest):
        return True
    loose = bool(gap) or (sign not in "*+" and _ID.match(rest) is not None)
    for line in lines_above(lines, number):
        if bare := _BARE.match(line):
            listed = bare["key"] in REFERENCES or (bool(gap) and bare["key"] not in _SINGLE)
            return loose and listed
        if line.strip() and _indent(line) < item.start("sign"):
            return False
        if line.startswith("- ", item.start("sign")):
            return loose
    return False


def _item(line: str, item: re.Match[str]) -> Iterator[Sign]:
    start, end = item.span("sign")
    sign, gap = item["sign"], item["gap"]
    if sign == "-" and gap:
        yield _spaces(line, *item.span("gap"))
    elif sign == "-":
        yield Sign(start, end, "- ", "a space is missing behind it", "write `- `")
    else:
        plain = gap[:1] == " "
        meant = "-" if plain else "- "
        end = end if plain else item.end("gap")
        yield Sign(start, end, meant, f"{_called(sign)}; an item begins with a plain hyphen", f"write `{meant}`")


def _depth_above(lines: list[str], number: int) -> int:
    """The column of the field above a line."""
    field = next((field for line in lines_above(lines, number) if (field := _PLAIN_FIELD.match(line))), None)
    return field.start("key") if field else 0


def _spaces(line: str, start: int, end: int, width: int = -1, depth: int = 0) -> Sign:
    """Spaces that indent: those that are as wide as two stand for `width` plain ones, and all of them lead to `depth`
    where no width is given. Others stand for one.
    """
    foreign = re.search(_SPACE, line[start:end])
    assert foreign is not None
    count = sum(width if sign in _WIDE else 1 for sign in line[start:end]) if width > 0 else max(1, depth - start)
    count = 1 if width < 0 else count
    help = f"put {count} spaces in its place" if count > 1 else "put a space in its place"
    return Sign(start, end, " " * count, f"{_called(foreign[0])}, which is no plain space", help)


def _colon(line: str, start: int, end: int) -> Sign:
    """A colon or a comma, with the space that belongs behind it."""
    mark = "," if re.match(_COMMA, line[start]) else ":"
    meant = mark if end == start + 1 and line[end : end + 1] in ("", " ", "\t") else f"{mark} "
    return Sign(start, end, meant, _called(line[start]), f"write `{meant}`")


def _noted(start: int, end: int, text: str) -> Sign:
    """A text of which YAML takes a part for a note to editors."""
    written = '"' + text.rstrip().replace("\\", "\\\\").replace('"', '\\"') + '"'
    label = "to YAML a note to editors begins at `#`"
    help = f"put the text in quotation marks: `{written}`"
    return Sign(start, start + len(text.rstrip()), written, label, help, CUT_TEXT)


def _called(sign: str) -> str:
    """What a sign is called by those who number them all."""
    return f"U+{ord(sign):04X}, {unicodedata.name(sign, 'a sign without a name').lower()}"
