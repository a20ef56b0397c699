"""The JSON Schema of a record, by which editors complete a file and explain each field.

It comes from the models: what a field holds, from the sentence below it what it means, from a made-up record what
it may look like. It is for typing; whether a record is sound, the checker says.
"""

from __future__ import annotations

from timeline.loader.files import SCHEMA as NAME
from timeline.schema.building import schema, text

__all__ = ["NAME", "schema", "text"]
