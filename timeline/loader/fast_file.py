"""A file in which nothing is wrong, read in one pass; of any other nothing is said here.

Its lines are parted by records (`record_lines`), each is read from the parser's events (`sound_values`) and met with
the model. Wherever something is to be told, even a hint, it is nobody's task here: the file is read once more by
`folder`, with the place of every value, so that both ways give the same records and all messages come from one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml
from pydantic import ValidationError

from timeline.file_place import PlaceIn, Step
from timeline.loader.cut_at_hash import may_be_cut
from timeline.loader.fast_values import Unusual, sound_values
from timeline.loader.files import TextFile
from timeline.loader.gathering import Gathering
from timeline.loader.lookalike_signs import foreign_signs, suspicious
from timeline.loader.merge_conflicts import conflicts
from timeline.loader.record_lines import RecordLines, records_apart
from timeline.loader.record_lists import LISTS, record_in
from timeline.loader.yaml_tree import compose
from timeline.model import About, Record, texts
from timeline.span import Span

_KEY = len("record")


Known = dict[tuple[str, str], tuple[RecordLines, Record]]
"""Records that were read before, by their list and their lines."""


def sound_file(file: TextFile, known: Known | None = None) -> Gathering | None:
    """What a file holds by itself; nothing where it is faulty, or unlike others.

    A record that is `known` by the same lines is taken as it was, its places moved to where these stand now; what is
    known afterwards is what the file holds now.
    """
    known, now = {} if known is None else known, Known()
    if "\r" in file.text or conflicts(file.name, file.text):
        return None
    records = records_apart(file.name, file.text)
    if not records:
        return None
    gathered, doubtful = Gathering(), suspicious(file.text)
    try:
        for lines in records:
            said = (lines.key, lines.lines)
            if said in known:
                earlier, record = now[said] = known[said]
                earlier.move(lines)
                gathered.in_languages |= earlier.in_languages
                keep(gathered, lines, record)
                continue
            if doubtful and not doubtful.isdisjoint(range(lines.line, lines.line + lines.lines.count("\n") + 1)):
                _ask_for_foreign_signs(lines)
            with texts.met() as met:
                record = _read(lines)
            lines.in_languages = bool(met)
            gathered.in_languages |= lines.in_languages
            now[said] = lines, record
            keep(gathered, lines, record)
    except (Unusual, yaml.YAMLError, ValidationError):
        return None
    if gathered.problems:
        return None
    gathered.texts[file.name] = file.text
    known.clear()
    known.update(now)
    return gathered


def read_apart(gathered: Gathering) -> Iterator[tuple[RecordLines, Record]]:
    """Each record of a file that was read in one pass, with its lines; the description first."""
    records = [record for each in gathered.records.values() for record in each]
    for record in [*([gathered.about] if gathered.about else []), *records]:
        assert isinstance(record.place, PlaceIn)
        assert isinstance(record.place.record, RecordLines)
        yield record.place.record, record


def known_of(gathered: Gathering) -> Known:
    """What is known then of such a file."""
    return {(lines.key, lines.lines): (lines, record) for lines, record in read_apart(gathered)}


def _ask_for_foreign_signs(lines: RecordLines) -> None:
    """Raises `Unusual` where one stands among these lines."""
    above = "" if lines.key == "record" else f"{lines.key}:\n"
    if foreign_signs("", above + lines.lines)[0]:
        raise Unusual


def _read(lines: RecordLines) -> Record:
    own = lines.lines
    values, lines.within = sound_values(own)
    if may_be_cut(own) and compose("", own)[1]:
        raise Unusual
    model: type[Record] = About if lines.key == "record" else LISTS[lines.key]
    record = model.model_validate(values, by_alias=True, by_name=False)
    _place(record, lines, ())
    return record


def keep(gathered: Gathering, lines: RecordLines, record: Record) -> None:
    """Adds what some lines say to what their file holds."""
    if isinstance(record, About):
        gathered.record_met, gathered.about = True, record
        gathered.about_span = Span(lines.file, lines.line + 1, 1, lines.line + 1, _KEY + 1)
    else:
        gathered.keep(lines.key, record, {})


def _place(record: Record, lines: RecordLines, path: tuple[Step, ...]) -> None:
    """Tells a record that is still being made, and those in it, where they stand."""
    fields = vars(record)
    fields["place"] = PlaceIn(lines, path)
    for name, key in _holding(type(record)):
        value = fields[name]
        if not value:
            continue
        if isinstance(value, tuple):
            for number, each in enumerate(value):
                _place(each, lines, (*path, key, number))
        elif isinstance(value, Record):
            _place(value, lines, (*path, key))
        else:
            inner: Mapping[str, Any] = value
            for word, each in inner.items():
                _place(each, lines, (*path, key, word))


@cache
def _holding(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a record that hold others, with the keys that an author writes."""
    fields = ((name, field.alias or name, field.annotation) for name, field in model.model_fields.items())
    return tuple((name, key) for name, key, kind in fields if not key.startswith("\0") and record_in(kind))
