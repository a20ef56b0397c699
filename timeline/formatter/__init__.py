"""The one form of a record's files: the same order, the same layout, the same quotation marks.

Written from the loader's own nodes and not with a round-trip library. A record needs a small part of YAML, without
anchors, tags and types, and what has to be kept beside the data is its comments. Libraries that keep comments tie
each to the word before it, so that a comment above a field stays behind when fields change places, and they read
some values otherwise than our loader does. Here a comment belongs to what it speaks of, each text is written by one
function, and what was written is read again by the loader before anybody gets it.
"""

from __future__ import annotations

from timeline.formatter.rewrite import Astray, Form, drafted, restate, way_to_schema

__all__ = ["Astray", "Form", "drafted", "restate", "way_to_schema"]
