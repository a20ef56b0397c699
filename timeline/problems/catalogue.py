"""Every kind of fault by its code: the one list that messages, `explain` and the documentation share."""

from __future__ import annotations

from types import MappingProxyType, ModuleType

from timeline.problems import fields, languages, ledger, notes, pages, records, slips
from timeline.problems.problem import Kind


def _kinds(module: ModuleType) -> tuple[Kind, ...]:
    """A module that tells kinds of faults holds each as a constant."""
    return tuple(value for value in vars(module).values() if isinstance(value, Kind))


OF_FIELDS = (*_kinds(fields), *_kinds(ledger))
"""Those that are told of a single field, or of the file that it stands in."""
_OTHERS = (records, languages, slips, notes, pages)
CATALOGUE: MappingProxyType[str, Kind] = MappingProxyType(
    {kind.code: kind for kind in (*OF_FIELDS, *(kind for module in _OTHERS for kind in _kinds(module)))}
)
