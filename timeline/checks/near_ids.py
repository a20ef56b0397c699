"""What is typed where an id belongs and is none: a name, several ids in one text, an id with the signs of pages.

Which record is meant only the record knows. An id that is offered exists; where none is meant for certain, the remedy
says what an id is.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from timeline.loader import Loaded
from timeline.model import Event, Expectation, Source, Subject
from timeline.model.address import unsafe
from timeline.model.fields import SLUG, slugged
from timeline.model.timeline import casefolded
from timeline.problems import Problem, Reference
from timeline.problems.excerpt import line_of
from timeline.problems.suggestions import Words

_BETWEEN = re.compile(r"\s*[,;&|\uff0c\u3001\uff1b]\s*|\s+(?:and|und)\s+")
_ALONE = " @[]\"'"
"""What pages and other formats put around an id."""
_LONGEST = 2_000
_FEW = 200
"""Ids of one first word that are looked through for each slip."""


def named(problems: Iterable[Problem], loaded: Loaded) -> Iterator[Problem]:
    """The same faults, with the ids that were meant in the remedy."""
    records: dict[str, _Ids] = {}
    for problem in problems:
        wanted = problem.reference
        if wanted is not None and len(wanted.typed) < _LONGEST and unsafe(wanted.typed):
            ids = records.setdefault(wanted.things, _Ids(loaded, wanted.things))
            line = line_of(loaded.files, problem.span) or ""
            problem = dataclasses.replace(problem, help=_help(wanted, ids, line[: problem.span.column - 1].rstrip()))
        yield problem


def _help(wanted: Reference, ids: _Ids, before: str) -> str:
    typed = wanted.typed.strip(_ALONE)
    if id := ids.meant(typed):
        return f"write `{id}`" + (", the id alone" if id == typed else "")
    parts = _parts(typed, ids)
    if parts and not wanted.several:
        return f"one id belongs here: {' or '.join(f'`{part}`' for part in parts)}"
    if parts:
        if before.endswith("-"):
            return f"put each behind a dash of its own: {' and '.join(f'`- {part}`' for part in parts)}"
        together = ", ".join(parts)
        return f"write `{together}`" if before.endswith(("[", ",")) else f"write `[{together}]`"
    thing = ("an " if wanted.things[0] in "aeiou" else "a ") + wanted.things.removesuffix("s")
    if near := ids.near(typed):
        return f"{thing} with a similar id is `{near}`"
    added = f"; one that has no record yet is added under `{wanted.things}`"
    return f"name {thing} by its id, which is made of a to z, 0 to 9 and single hyphens{added}"


def _parts(typed: str, ids: _Ids) -> list[str]:
    """The ids of a text that holds several; spaces part only ids that exist, for a name may have spaces too."""
    parts = [part for part in (part.strip(_ALONE) for part in _BETWEEN.split(typed)) if part]
    meant = [ids.meant(part) or (part if SLUG.fullmatch(part) else "") for part in parts]
    if len(parts) > 1 and all(meant):
        return list(dict.fromkeys(meant))
    words = [word.strip(_ALONE) for word in re.split(r"[\s,;]+", typed)]
    return list(dict.fromkeys(words)) if len(words) > 1 and all(word in ids.known for word in words) else []


class _Ids:
    """The ids of one list, and what else their records are called."""

    def __init__(self, loaded: Loaded, things: str) -> None:
        self.loaded, self.things = loaded, things

    @cached_property
    def known(self) -> dict[str, str]:
        """Each id, those of former times too, with the one of today."""
        timeline = self.loaded.timeline
        return {**timeline.renamed[self.things.removesuffix("s")], **{row.id: row.id for row in self._records}}

    @cached_property
    def _records(self) -> tuple[Subject | Source | Event | Expectation, ...]:
        records: tuple[Subject | Source | Event | Expectation, ...] = getattr(self.loaded.timeline, self.things)
        return records

    @cached_property
    def _called(self) -> Mapping[str, str]:
        """Ids by what their records are called, however it is spaced; of two records of one name, neither."""
        called: dict[str, str] = {}
        for row in self._records:
            names = {getattr(row, "name", ""), getattr(row, "title", ""), *getattr(row, "also", ()), row.id}
            for key in {key for name in names if name for key in _keys(name)}:
                called[key] = "" if called.get(key, row.id) != row.id else row.id
        return called

    def meant(self, typed: str) -> str:
        """The id of a record that is called so; of a record that did not load, the id it will probably have."""
        if typed in self.known:
            return self.known[typed]
        if found := next((id for key in _keys(typed) if (id := self._called.get(key))), ""):
            return found
        better = slugged(typed)
        return better if better in self.loaded.lost else ""

    def near(self, typed: str) -> str:
        """An id that is like it, or the only one all of whose words stand in it."""
        better = slugged(typed)
        parts = set(better.split("-"))
        within = [id for part in sorted(parts) for id in self._beginning.get(part, ()) if set(id.split("-")) <= parts]
        return self._words.nearest(better, cutoff=0.7) or (within[0] if len(within) == 1 else "")

    @cached_property
    def _words(self) -> Words:
        return Words(self.known)

    @cached_property
    def _beginning(self) -> Mapping[str, Sequence[str]]:
        """Ids by their first word, where few have it."""
        ids: dict[str, list[str]] = {}
        for id in self.known:
            ids.setdefault(id.partition("-")[0], []).append(id)
        return {part: those for part, those in ids.items() if len(those) <= _FEW}


def _keys(name: str) -> tuple[str, ...]:
    """A name as it is compared: its letters and figures without what stands between them."""
    return tuple(key for key in (casefolded(name), slugged(name).replace("-", "")) if key)
