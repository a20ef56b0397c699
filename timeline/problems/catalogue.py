"""Every kind of fault by its code: the one list that messages, `explain` and the documentation share."""

from __future__ import annotations

from types import MappingProxyType

from timeline.problems import fields, pages, records, slips
from timeline.problems.problem import Kind

CATALOGUE: MappingProxyType[str, Kind] = MappingProxyType(
    {kind.code: kind for kind in (*fields.KINDS, *records.KINDS, *slips.KINDS, *pages.KINDS)}
)
