"""What YAML offers and a record does without: anchors, aliases, tags, several documents, bottomless nesting.

Found in the parser's events, which never follow an alias and never grow, so a file made to do harm costs
no more than its length. Only what looks suspicious is gone through; a tree of nodes is made afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import yaml

from timeline.loader.nesting import may_nest
from timeline.problems import Problem
from timeline.problems.fields import ALIAS, ANCHOR, SEVERAL_DOCUMENTS, TAG, TOO_DEEP
from timeline.problems.suggestions import shortened
from timeline.span import Span

DEEPEST = 12
"""Levels that a record may have; the deepest one known has seven."""
BOTTOM = 200
"""Levels at which reading stops, long before the parser's own stack would end."""

_BaseLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Loader(_BaseLoader):  # type: ignore[misc] # one of two classes, which only the machine decides
    """Asks of no value what type it may have, for all of them are texts."""

    def descend_resolver(self, *_: object) -> None: ...

    def ascend_resolver(self) -> None: ...

    def resolve(self, *_: object) -> str:
        return "tag:yaml.org,2002:str"


_BRACKETS = 50
"""Brackets within each other, each at most two levels, above which the levels are counted."""
_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"&(?<![^\s\[{,:?\"'-]&)\S",
        r"\*(?<![^\s\[{,:?\"'-]\*)\S",
        r"!(?<![^\s\[{,:?\"'-]!)",
        r"---(?<![^\n\r\ufeff]---)",
        r"\.\.\.(?<![^\n\r\ufeff]\.\.\.)",
    )
)
"""What looks like an anchor, an alias, a tag, or the end of a document; each begins with what is quickly found."""


def forbidden(name: str, text: str) -> list[Problem]:
    """Each sign of that kind, where it stands; nothing for what cannot be parsed so far as that."""
    problems: list[Problem] = []
    if any(sign.search(text) for sign in _SIGNS) or may_nest(text, _BRACKETS):
        with suppress(yaml.YAMLError):  # the same error is explained when the tree is made
            for problem in _walk(name, text):
                problems.append(problem)
    return problems


def too_deep(span: Span) -> Problem:
    label = f"more than {DEEPEST} levels deep"
    return TOO_DEEP.at(span, label=label, help="write the value as a plain list or text")


def _walk(name: str, text: str) -> Iterator[Problem]:
    depth = documents = 0
    told: set[str] = set()
    for event in yaml.parse(text, Loader=Loader):
        start: Any = event.start_mark
        line, column = start.line + 1, start.column + 1
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            if anchor in told:
                continue
            told.add(str(anchor))
            span = Span(name, line, column, line, column + 1 + len(str(anchor)))
            yield ALIAS.at(span, label="this stands for another place", help=_help_for_alias(str(anchor)))
        elif anchor:
            span = Span(name, line, column, line, column + 1 + len(anchor))
            sign = shortened(f"&{anchor}", 40)
            yield ANCHOR.at(span, label="this names the value for use elsewhere", help=_help(sign))
        if tag:
            at, sign = _tag(text, start.index, tag)
            span = Span(name, line, column + at, line, column + at + len(sign))
            yield TAG.at(span, label="this gives the value a type", help=_help(shortened(sign, 40)))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > BOTTOM:
                yield too_deep(Span(name, line, column, line, column + 1))
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                yield _second(Span(name, line, column, line, column + 3), bool(event.explicit))


def _help(sign: str) -> str:
    return f"delete `{sign}`; a text that begins so stands in quotation marks"


def _help_for_alias(anchor: str) -> str:
    where = f"write the value of `&{shortened(anchor, 40)}` here and wherever else it is used"
    return f"{where}; a text that begins with `*` stands in quotation marks"


def _tag(text: str, start: int, tag: str) -> tuple[int, str]:
    """How far behind the event's start a tag is written, and its spelling there; the parser keeps only its meaning."""
    written = re.match(r"(?:&\S+\s+)?(!\S*)", text[start : start + 400])
    if written:
        return written.start(1), written.group(1)
    return 0, tag.replace("tag:yaml.org,2002:", "!!")


def _second(span: Span, explicit: bool) -> Problem:
    help = "delete the line `---`; the records behind it then belong to the same file"
    if not explicit:
        help = "delete the line `...` above it"
    return SEVERAL_DOCUMENTS.at(span, label="another document begins", help=help)
