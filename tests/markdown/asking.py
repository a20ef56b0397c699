"""Blocks that a page asks for, and the record that it asks."""

from __future__ import annotations

from collections.abc import Callable

from tests.bodies import Body
from timeline.markdown.extension import faults
from timeline.model import Timeline

RECORD = """
sources:
  - {id: gazette}
  - {id: herald}
topics: [{id: bridge}, {id: river}]
actors: [{id: council}, {id: engineer}]
events:
  - {id: plan, date: 1929-03-14, kind: policy, topics: bridge, actors: council, key: true}
  - {id: flood, date: 1930, topics: river, claims: [{id: flooded}]}
  - {id: opening, date: 1931-05, title: 'The <b>bridge</b> "opens"', topics: [bridge, river], actors: engineer,
     claims: [{id: opened, cite: gazette}], status: disputed, summary: 'See *the* id="opening" there'}
  - {id: repair, date: 1935-07~, topics: bridge, course: planned, claims: [{cite: herald, disputes: 'opening#opened'}]}
"""
EXTENSIONS = ["toc", "tables", "fenced_code", "admonition", "attr_list"]

Written = Callable[..., Body]


def block(*options: str) -> str:
    return "\n".join(["::: timeline", *options, ":::"])


def told(text: str, record: Timeline) -> list[str]:
    return [f"{p.span} {p.code}" for p in faults(text, "docs/story.md", record)]
