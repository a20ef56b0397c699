"""What can be read of a record that was refused: its other fields, so that all of its faults are told in one round.

Nothing of it is published. Fields that were refused are left out, with the citation, the claim or the relation around
them where that cannot do without, and what the record itself needs has a stand-in that nobody sees.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from timeline.loader.yaml_nodes import Broken
from timeline.model import About, Record

R = TypeVar("R", bound=Record)
_STAND_INS: Mapping[str, Any] = {
    "id": "unread",
    "date": "XXXX",
    "title": "…",
    "name": "…",
    "about": "…",
    "claims": [{"text": "…"}],
    "states": [{"from": "2000", "state": "…"}],
    "kind": "company",
}
_WITHIN: Mapping[str, str] = {
    "as": "see-also",
    "date": "2000",
    "from": "2000",
    "kind": "revision",
    "on": "2000-01-01",
    "state": "…",
    "text": "…",
    "unit": "…",
    "url": "https://unread.example",
    "value": "0",
}
"""The same in the parts of a record, which name other records."""
_OF_ITSELF = ("title", "licence", "through", "retrospective", "quotes", "uuid", "contact")
"""What a description says that no fault of an entry hangs on."""
_ROUNDS = 4
"""How often what was left out may leave something around it without what it needs."""


def readable(model: type[R], data: Mapping[str, Any]) -> R | None:
    """A record of the fields that can be read; nothing where too little is left."""
    left = _whole(data)
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(left, by_alias=True, by_name=False)
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_input=False):
                _mend(left, detail["loc"], missing=detail["type"] in ("missing", "too_short"))
            left = _compact(left)
    return None


def partly(data: Mapping[str, Any]) -> About | None:
    """A description without what is wrong in it; nothing where that is something it says for entries, or may be."""
    left: dict[str, Any] = {"title": "…", "through": "9999-12-31"}
    for name, value in data.items():
        try:
            About.model_validate({**left, name: value}, by_alias=True, by_name=False)
            left[name] = value
        except ValidationError:
            if name not in _OF_ITSELF:
                return None
    return About.model_validate(left, by_alias=True, by_name=False)


def _whole(value: Any) -> Any:
    """A copy without what was refused before, in which lists and mappings can be changed."""
    if isinstance(value, dict):
        return {key: _whole(item) for key, item in value.items() if not isinstance(item, Broken)}
    return [_whole(item) for item in value if not isinstance(item, Broken)] if isinstance(value, list) else value


class _Gone:
    """Stands in a list for an item that was left out, so that the others keep their places for a while."""


def _mend(record: dict[str, Any], path: tuple[str | int, ...], missing: bool) -> None:
    """Leaves out what a path leads to, or whatever of it there is; a field that is missing has a stand-in, or none of
    it is kept."""
    if len(path) == 1 and missing:
        record[str(path[0])] = _STAND_INS.get(str(path[0]), "…")
        return
    inner: Any = record
    way: list[tuple[Any, Any]] = []
    for step in path[:-1] if missing else path:
        if step == 0 and not isinstance(inner, list):
            continue  # one alone, where a list may stand
        known = isinstance(inner, dict) and step in inner
        if not known and not (isinstance(inner, list) and isinstance(step, int) and step < len(inner)):
            break
        way.append((inner, step))
        inner = inner[step]
    if missing and isinstance(inner, dict) and path[-1] in _WITHIN:
        inner[path[-1]] = _WITHIN[str(path[-1])]
    elif way:
        owner, step = way[-1]
        if isinstance(owner, list):
            owner[step] = _Gone
        else:
            del owner[step]


def _compact(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _compact(item) for key, item in value.items()}
    return [_compact(item) for item in value if item is not _Gone] if isinstance(value, list) else value
