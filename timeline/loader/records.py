"""From plain data to records: each faulty field told once, and every sound record kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from timeline.file_place import Place, Text
from timeline.loader.record_lists import REFERENCES, SEVERAL, Path, names, needs, owner, synonym
from timeline.loader.yaml_nodes import PARTIAL, Broken
from timeline.model import Record
from timeline.model.record import PLACE
from timeline.problems import CATALOGUE, Problem, Reference
from timeline.problems.excerpt import lines_of
from timeline.problems.fields import BAD_ID, MISSING_FIELD, UNKNOWN_KEY, UNKNOWN_WORD, WRONG_SHAPE
from timeline.problems.records import UNCITED
from timeline.problems.suggestions import nearest, shortened
from timeline.span import Span

_EXAMPLES = {
    "date": "date: …",
    "added": "added: …",
    "through": "through: …",
    "on": "on: …",
    "from": "from: …",
    "language": "language: …",
}
_SHAPES = {"tuple_type": "a list", "dict_type": "a mapping", "mapping_type": "a mapping", "model_type": "a mapping"}
"""What pydantic calls a value of the wrong form, in plain words."""

R = TypeVar("R", bound=Record)


def build(model: type[R], data: Any, text: str, whole: bool) -> tuple[R | None, list[Problem]]:
    """A record, or nothing and every reason why not.

    `text` is that of its file, to point into long values. In a file that is `whole` no value was refused before.
    """
    broken = [] if whole else list(_broken(data))
    details: list[ErrorDetails] = []
    record: R | None = None
    try:
        record = model.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        told = [_as_typed(detail, data) for detail in error.errors(include_url=False)]
        details = [detail for detail in told if not _within(detail, broken)]
    return None if broken else record, list(_faults(model, data[PLACE], details, text))


def _as_typed(detail: ErrorDetails, data: Any) -> ErrorDetails:
    """A fault in the one claim of an event that has none, at the fields that its author typed."""
    path = detail["loc"]
    if path[:2] == ("claims", 0) and "claims" not in data:
        return {**detail, "loc": path[2:]}
    return detail


def _faults(model: type[Record], place: Place, details: list[ErrorDetails], text: str) -> Iterator[Problem]:
    meant: set[Path] = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            problem, name = _unknown(model, place, detail["loc"])
            meant.add((*detail["loc"][:-1], name))
            yield problem
    for detail in details:
        path, kind = detail["loc"], detail["type"]
        if kind == "extra_forbidden" or (kind == "missing" and path in meant):
            continue  # a mistyped name is also a missing one
        if kind == "too_short" and detail["input"]:
            continue  # none of the items loads, which was told of each
        if kind in ("missing", "too_short"):
            yield _missing(model, place, path)
        elif kind == "literal_error":
            yield _word(place, path, detail)
        elif kind in CATALOGUE:
            yield _refused(model, place, path, detail, text)
        else:
            yield _shape(model, place, path, detail)


def _refused(model: type[Record], place: Place, path: Path, detail: ErrorDetails, text: str) -> Problem:
    """What a field itself refused, with its own words about it."""
    facts: Mapping[str, Any] = detail.get("ctx") or {}
    label, help, expected = facts["label"], _fitting(model, path, detail["type"], facts["help"]), ""
    if detail["type"] == "wrong-shape":
        expected, label = label, f"{label} is needed"
    word = shortened(str(detail["input"]))
    span = place.key(*path[:-1]) if path[-1] == "[key]" else place.at(*path)
    if facts.get("part") and isinstance(detail["input"], Text):
        span = _narrowed(detail["input"], facts["part"], lines_of(text)) or span
    kind = CATALOGUE[detail["type"]]
    problem = kind.at(span, field=_field(path), expected=expected, word=word, label=label, help=help)
    if kind is BAD_ID and (wanted := _reference(place, path, str(detail["input"]))):
        return replace(problem, reference=wanted)
    return problem


def _fitting(model: type[Record], path: Path, code: str, help: str) -> str:
    """A field's remedy, as the record allows it: what is needed is not left out, and what is not known may be."""
    whose = owner(model, path)
    if needs(model, path):
        if code == "empty-value":
            return f"write what belongs here; {whose} needs it"
        if help == "leave the line out":
            return f"write what is known of it, such as the year, or leave {whose} out"
    elif code == "not-a-day" and "such as" in help:
        return f"{help}, or leave the line out"
    elif help == "leave the line out" and path[-1] == "issued":
        return f"{help}; what is known of the time may stand in `note`"
    return help


def _reference(place: Place, path: Path, typed: str) -> Reference | None:
    """Which record an id should name, and whether a list may stand in its place."""
    named = [step for step in path if isinstance(step, str)]
    things = REFERENCES.get(named[-1])
    if things is None:
        return None
    bare = len(named) > 1 and named[-1] == "source" and place.at(*path) == place.at(*path[:-1])
    return Reference(things, typed, several=named[-2 if bare else -1] in SEVERAL)


def _narrowed(text: Text, part: str, lines: Sequence[str]) -> Span | None:
    """Where a part of a text stands in the file; nothing when the file spells it otherwise."""
    start, end = text.place.node.start_mark, text.place.node.end_mark
    for number in range(start.line, min(end.line + 1, len(lines))):
        column = lines[number].find(part, start.column if number == start.line else 0)
        if column >= 0:
            return Span(text.place.file, number + 1, column + 1, number + 1, column + 1 + len(part))
    return None


def _shape(model: type[Record], place: Place, path: Path, detail: ErrorDetails) -> Problem:
    """A list where a mapping belongs, or a text where a list belongs."""
    expected = _SHAPES[detail["type"]]
    help = "write `name: value` lines below the field"
    if expected == "a list":
        dash = isinstance(detail["input"], Mapping)
        help = "put `- ` in front of it" if dash else "write a line for each item below the field, with `- ` in front"
    elif detail["type"] == "model_type":
        fields = ", ".join(f"{name}: …" for name in names(model, path, required=True))
        help = f"write `{{{fields}}}`"
    label = f"{expected} is needed"
    return WRONG_SHAPE.at(place.at(*path), field=_field(path), expected=expected, label=label, help=help)


def _missing(model: type[Record], place: Place, path: Path) -> Problem:
    field, whose = str(path[-1]), owner(model, path)
    span = place.key(*path)
    if field == "cite":
        help = "add `cite:` with the id of the source that says so"
        return UNCITED.at(span, owner=whose, label="nobody stands behind this", help=help)
    help = f"add `{_EXAMPLES.get(field, f'{field}: …')}`"
    if path == ("date",):
        help += "; where nobody knows the time, it is `XXXX`"
    return MISSING_FIELD.at(span, owner=whose, field=field, label=f"`{field}` is needed", help=help)


def _unknown(model: type[Record], place: Place, path: Path) -> tuple[Problem, str]:
    """The fault, and the name that was probably meant."""
    key, known = str(path[-1]), sorted(names(model, path[:-1]))
    written = place.keys(*path[:-1])
    free = [name for name in known if name not in written]
    near = synonym(key, free) or nearest(key, free)
    help = f"write `{near}`" if near else f"leave it out; the fields are {', '.join(f'`{n}`' for n in known)}"
    label = "no such field"
    problem = UNKNOWN_KEY.at(place.key(*path), owner=owner(model, path), key=shortened(key), label=label, help=help)
    return problem, near or ""


def _word(place: Place, path: Path, detail: ErrorDetails) -> Problem:
    expected = str((detail.get("ctx") or {}).get("expected", ""))
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    near = nearest(str(detail["input"]), words) if isinstance(detail["input"], str) else None
    choice = ", ".join(f"`{word}`" for word in words if word != near)
    help = f"write `{near}`; the other words are {choice}" if near else f"write one of {choice}"
    at_key = path[-1] == "[key]"
    span = place.key(*path[:-1]) if at_key else place.at(*path)
    if not at_key and not isinstance(detail["input"], str):
        help = f"write one of {choice}"
        return WRONG_SHAPE.at(span, field=_field(path), expected="a word", label="one word is needed", help=help)
    field = "dates" if at_key else _field(path)
    word = shortened(detail["input"])
    return UNKNOWN_WORD.at(span, word=word, field=field, label="not one of its words", help=help)


def _field(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str) and step != "[key]"), "item")


def _broken(data: Any, path: Path = ()) -> Iterator[Path]:
    """The paths at which a value was refused already."""
    if isinstance(data, Broken):
        yield path
    elif isinstance(data, dict):
        for key, item in data.items():
            if key != PLACE:
                yield from _broken(item, (*path, key))
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from _broken(item, (*path, number))


def _within(detail: ErrorDetails, broken: list[Path]) -> bool:
    """Whether an error only repeats that a value was refused, or that a field could not be read."""
    path = _bare(detail["loc"])
    if path[-1] == PARTIAL:
        return True
    for refused in map(_bare, broken):
        if path[: len(refused)] == refused or refused[: len(path)] == path:
            return True
        if refused[-1] == PARTIAL and detail["type"] == "missing" and path[:-1] == refused[:-1]:
            return True
    return False


def _bare(path: Path) -> Path:
    """A path without the first places of lists, which a lone word or mapping has too."""
    return tuple(step for step in path if step != 0)
