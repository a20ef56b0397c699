"""From the bytes of a file to the bytes it should have, or to the faults that keep it as it is."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from yaml.nodes import MappingNode

from timeline import garbage_collector
from timeline.formatter import comments, comparison
from timeline.formatter.order import arrange
from timeline.formatter.shapes import top
from timeline.formatter.tree import Reading
from timeline.formatter.writer import write
from timeline.loader import Loaded, load_file
from timeline.loader.files import SCHEMA
from timeline.loader.yaml_tree import compose

_LINE_END = re.compile(rb"\r\n|\n|\r")
_MODELINE = re.compile(r"#\s*yaml-language-server:\s*\$schema=\S")


class Astray(Exception):
    """What was written does not say what was read: a fault of this program and of nobody's file."""


@dataclass(frozen=True, slots=True)
class Form:
    """A file as it was read, and as it should be."""

    loaded: Loaded
    """Its faults; with an error among them nothing was written."""
    before: bytes
    after: bytes

    @property
    def sound(self) -> bool:
        return self.loaded.sound

    @property
    def kept(self) -> bool:
        """Whether the file is as it should be, or has to stay as it is."""
        return self.before == self.after


def way_to_schema(path: Path) -> str:
    """The way from a file to the schema that lies beside it or in a folder above; empty when there is none."""
    folder = path.absolute().parent
    for above in (folder, *folder.parents):
        if (above / SCHEMA).is_file():
            return Path(os.path.relpath(above / SCHEMA, folder)).as_posix()
    return ""


def restate(name: str, raw: bytes, schema: str = "") -> Form:
    """One file in its canonical form.

    `name` is what people call the file. `schema` is the way from the file to its JSON Schema, which editors look for
    in the first line; a line that names one already stays.
    """
    with garbage_collector.paused():
        loaded = load_file(name, _LINE_END.sub(b"\n", raw))
        root = loaded.trees.get(name)
        if not loaded.sound or not isinstance(root, MappingNode):
            return Form(loaded, raw, raw)
        text = loaded.files[name]
        after, told = _written(text, root, schema)
        if after != text:
            _prove(name, root, told, after, schema)
    end = _LINE_END.search(raw)
    return Form(loaded, raw, after.encode().replace(b"\n", end[0] if end else b"\n"))


def drafted(text: str, schema: str = "") -> str:
    """A text in the canonical form although fields that are needed are missing, as in the draft of a record.

    It is YAML of known fields, with dates that can be read; whoever wrote it has seen to that.
    """
    root, problems = compose("draft", text)
    if problems or not isinstance(root, MappingNode):
        raise Astray("the draft cannot be read")
    after, told = _written(text, root, schema)
    _prove("draft", root, told, after, schema)
    return after


def _written(text: str, root: MappingNode, schema: str) -> tuple[str, list[str]]:
    """A file anew, and the comments that it had."""
    reading, known = Reading(root), top()
    kept = list(comments.find(text, reading))
    head = comments.attach(text, reading, kept)
    arrange(reading.root, known)
    head = _led(head, schema)
    first = reading.root.parts[0] if reading.root.parts else None
    if first and not head:
        head, first.above = first.above, []
    told = [comment.text for comment in kept if not _MODELINE.match(comment.text)]
    return write(head, reading.root, known), told


def _led(head: list[str], schema: str) -> list[str]:
    """The head of a file with the line for editors at its top."""
    lines = [line for line in head if _MODELINE.match(line)][:1]
    if lines:
        head.remove(lines[0])
    elif schema:
        lines = [f"# yaml-language-server: $schema={schema}"]
    while head and not head[0] and lines:
        head = head[1:]
    return lines + head


def _prove(name: str, root: MappingNode, told: list[str], after: str, schema: str) -> None:
    """Reads what was written, and refuses it unless it says the same and would be written alike."""
    again, problems = compose(name, after)
    if not isinstance(again, MappingNode) or problems:
        raise Astray("what was written cannot be read")
    if not comparison.same(root, again):
        raise Astray("what was written does not say the same")
    once_more, still_told = _written(after, again, schema)
    if not comparison.same_comments(told, still_told):
        raise Astray("a comment was lost")
    if once_more != after:
        raise Astray("written once more, it would be another text")
