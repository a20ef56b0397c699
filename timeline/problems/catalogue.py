"""Every kind of fault by its code: the one list that messages, `explain` and the documentation share."""

from __future__ import annotations

from types import MappingProxyType

from timeline.problems import judging, meaning, reading, writing
from timeline.problems.problem import Kind

CATALOGUE: MappingProxyType[str, Kind] = MappingProxyType(
    {kind.code: kind for kind in (*reading.KINDS, *meaning.KINDS, *judging.KINDS, *writing.KINDS)}
)
