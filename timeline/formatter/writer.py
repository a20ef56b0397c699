"""The one layout: a line for each field, short things on one line, long texts folded below `>-`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.formatter.shapes import Field, Shape
from timeline.formatter.text import WIDTH, block, inline
from timeline.formatter.tree import Group, Part

_STEP = 2


def write(head: list[str], root: Group, top: Mapping[str, Field]) -> str:
    """The text of a whole file."""
    paper = _Paper()
    paper.comments(head, 0)
    for part in root.parts:
        paper.gap()
        paper.comments(part.above, 0)
        paper.section(part, top[part.key])
    if root.below:
        paper.gap()
        paper.comments(root.below, 0)
    if not root.parts:
        paper.gap()
        paper.lines.append("{}")
    return "\n".join(paper.lines) + "\n"


class _Paper:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def gap(self) -> None:
        """An empty line, unless nothing stands above."""
        if self.lines:
            self.lines.append("")

    def comments(self, comments: Iterable[str], indent: int) -> None:
        self.lines += [" " * indent + comment if comment else "" for comment in comments]

    def section(self, part: Part, field: Field) -> None:
        """One of the lists of a file, with empty lines between its records, or the description of the whole."""
        group = part.value
        if not isinstance(group, Group) or group.mapping or not group.parts:
            self.value(f"{part.key}:", part, field, _STEP)
            return
        self.lines.append(f"{part.key}:{_beside(part)}")
        short = True
        for number, record in enumerate(group.parts):
            fits = self.flat(record.value, field, _STEP + 2) is not None
            if number and (record.dividers or not (short and fits)):
                self.gap()
            if record.dividers:
                self.comments(record.dividers, _STEP)
                self.gap()
            self.item(record, field, _STEP)
            short = fits
        if group.below:
            self.gap()
            self.comments(group.below, _STEP)

    def value(self, lead: str, part: Part, field: Field, indent: int) -> None:
        """What stands behind a key or a dash, and below it from a column on."""
        value = part.value
        if isinstance(value, str):
            line = f"{lead} {inline(value, typed=field.typed)}"
            if len(line) <= WIDTH or " " not in value:
                self.lines.append(line + _beside(part))
                return
            self.lines.append(f"{lead} >-{_beside(part)}")
            self.lines += block(value, indent)
            return
        flat = self.flat(value, field, len(lead) + 1)
        if flat is not None:
            self.lines.append(f"{lead} {flat}{_beside(part)}")
            return
        self.lines.append(lead + _beside(part))
        for inner in value.parts:
            if value.mapping:
                self.comments(inner.above, indent)
                self.field(" " * indent, inner, field, indent)
            else:
                self.item(inner, field, indent)
        self.comments(filter(None, value.below), indent)

    def field(self, lead: str, part: Part, owner: Field, indent: int) -> None:
        """A field without its comments, in a record or in a mapping of the author's own keys."""
        key = inline(part.key) if owner.own_keys else part.key
        self.value(f"{lead}{key}:", part, _inner(owner, part.key), indent + _STEP)

    def item(self, part: Part, field: Field, indent: int) -> None:
        """An item of a list; the first field of a record stands beside the dash, and comments on it above."""
        self.comments(filter(None, part.above), indent)
        value, dash = part.value, " " * indent + "-"
        if isinstance(value, str) or self.flat(value, field, indent + 2) is not None:
            self.value(dash, part, field, indent + 2)
            return
        self.comments(filter(None, [part.beside]), indent)
        for number, inner in enumerate(value.parts):
            self.comments(filter(None, inner.above), indent + 2 if number else indent)
            self.field(" " * (indent + 2) if number else f"{dash} ", inner, field, indent + 2)
        self.comments(filter(None, value.below), indent + 2)

    def flat(self, value: Group | str, field: Field, indent: int) -> str | None:
        """A group on one line, if it is short and nothing in it has a comment."""
        text = _flat(value, field) if isinstance(value, Group) else None
        return text if text is not None and indent + len(text) <= WIDTH else None


def _flat(group: Group, field: Field) -> str | None:
    if group.commented:
        return None
    if not group.mapping:
        texts = [item.value for item in group.parts if isinstance(item.value, str)]
        if len(texts) < len(group.parts):
            return None
        return f"[{', '.join(inline(text, typed=field.typed, brackets=True) for text in texts)}]"
    if group.parts and (field.prose or (field.shape and field.shape.long and not _is_row(group, field.shape))):
        return None
    fields = []
    for part in group.parts:
        inner, value = _inner(field, part.key), part.value
        if isinstance(value, str):
            text: str | None = inline(value, typed=inner.typed, brackets=True)
        else:
            text = None if value.mapping else _flat(value, inner)
        if text is None:
            return None
        fields.append(f"{inline(part.key, brackets=True) if field.own_keys else part.key}: {text}")
    return f"{{{', '.join(fields)}}}"


def _is_row(group: Group, shape: Shape) -> bool:
    """Whether it says so little that it is read as a row of a table: no sentences of its own beside its title."""
    held = {part.key for part in group.parts}
    return shape.plain and "cite" in held and not held & {"claims", "summary", "note"}


def _inner(owner: Field, key: str) -> Field:
    """How a field of a record, or a value of a mapping, is written."""
    if owner.own_keys:
        return Field(shape=owner.shape)
    return owner.shape.fields[key] if owner.shape else Field()


def _beside(part: Part) -> str:
    return f" {part.beside}" if part.beside else ""
