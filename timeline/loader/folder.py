"""From a folder of files to one timeline and everything wrong on the way.

Files are merged: each may hold any of the lists. A record that does not load is left out, and its id
is remembered, so that records which name it are not blamed for the slip.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from yaml.nodes import Node

from timeline import garbage_collector
from timeline.file_place import Place
from timeline.loader import cited_addresses, defaults, defined_words, languages, ledger
from timeline.loader.files import SHOWN, TextFile, text_at, text_of, texts, yaml_files
from timeline.loader.gathering import Gathering
from timeline.loader.incremental import FilesRead, Read
from timeline.loader.invisible_signs import visible
from timeline.loader.read_cache import NO_CACHE, ReadCache, of_this_user
from timeline.loader.record_lists import LISTS, TOP
from timeline.loader.records import build
from timeline.loader.refused_records import partly, readable
from timeline.loader.yaml_nodes import Broken, plain
from timeline.loader.yaml_tree import FileTrees, file_tree
from timeline.model import About, Record, Timeline
from timeline.model import texts as texts_in_languages
from timeline.model.ledger import Reach
from timeline.model.record import PLACE
from timeline.problems import Problem, Severity, in_file_order
from timeline.problems.fields import CONTROL_CHARACTER, EMPTY_FILE, NOT_A_MAPPING, UNKNOWN_KEY, WRONG_SHAPE
from timeline.problems.records import DUPLICATE_RECORD, MISSING_RECORD
from timeline.problems.suggestions import nearest, shortened
from timeline.span import Span

_RECORD = re.compile(r"^[{\s]*[\"']?record[\"']?\s*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder held: a timeline of the sound records, the faults, and the texts they stand in."""

    timeline: Timeline
    problems: tuple[Problem, ...]
    files: Mapping[str, str]
    """File name as shown to people → its text."""
    lost: frozenset[str] = frozenset()
    """Ids of records that did not load; nobody who names one is wrong."""
    gaps: frozenset[str] = frozenset()
    """Lists in which a record did not load."""
    nameless: frozenset[str] = frozenset()
    """Lists in which a record did not load whose id is not known either."""
    trees: Mapping[str, Node] = field(default_factory=dict)
    """File name → the nodes it was parsed into; that of a file which YAML refuses is not there."""
    refused: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    """By list, what can be read of records that did not load."""
    described: bool = True
    """Whether `record` was read, so that `through` can be relied on."""
    partly_described: bool = False
    """Whether it was refused, and all that it says for entries was read nevertheless."""
    reaches: Mapping[str, Reach] = field(default_factory=dict)
    """Address → how it answered when it was last asked, as far as the ledger beside the record says."""

    @property
    def sound(self) -> bool:
        """Whether there is no error, so that the timeline may be published."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def load(
    folder: str | Path,
    shown: str | None = None,
    drafts: Sequence[Path] = (),
    unsaved: Mapping[str, bytes] | None = None,
    kept: FilesRead | None = None,
) -> Loaded:
    """Reads every `*.yaml` below a folder, and the ledger. Never raises for anything an author can write.

    `shown` is the folder's name in messages, by default the path as it was given. `drafts` are files elsewhere that
    are read as if they lay in the folder; beside them there may be no record yet. `unsaved` are files by their name
    within the folder, as somebody has them open. `kept` are files as they were when they were read before. What large
    files said is kept on the disk as well for the next who reads them, but not while some are `unsaved`.
    """
    folder = Path(folder)
    cache = of_this_user(lasting=not unsaved)  # what is typed this moment is another text the next
    name = (shown or folder.as_posix()).rstrip("/") or "."
    ours = () if drafts and not yaml_files(folder) else texts(folder, name, unsaved)
    with garbage_collector.paused():
        gathered, files = _gathered(name, chain(ours, *(text_at(draft) for draft in drafts)), kept, cache)
        known = ledger.read(folder, name)
    if files and not gathered.record_met:
        help = "add `record: {title: …, through: 2026-11-22}` to one of the files"
        gathered.problems.append(MISSING_RECORD.at(Span(name, 0, 0, 0, 0), help=help))
    gathered.problems += known.problems
    defaults.fill(gathered)
    cited_addresses.add(gathered)
    defined_words.check(gathered)
    languages.settle(gathered)
    return dataclasses.replace(_loaded(gathered, {**files, **known.texts}), reaches=known.reaches)


def load_file(name: str, raw: bytes) -> Loaded:
    """One file by itself, with the faults that stand in it; what it says of other files is not looked into."""
    return _loaded(*_gathered(name, text_of(raw, name)))


def _gathered(
    name: str, items: Iterable[TextFile | Problem], kept: FilesRead | None = None, cache: ReadCache = NO_CACHE
) -> tuple[Gathering, dict[str, str]]:
    gathered = Gathering()
    files: dict[str, str] = {}
    for item in items:
        if isinstance(item, Problem):
            gathered.problems.append(item)
        else:
            files[item.name] = item.text
    unfit = {problem.span.file for problem in gathered.problems}
    if unfit - {name, *files}:
        gathered.unknown()
    for file, text in files.items():
        if file not in unfit:
            (kept.read if kept else _read_anew)(gathered, TextFile(file, text), _read, cache)
        elif lines := _with_invisible(gathered.problems, file):
            _read(gathered, TextFile(file, visible(text)), lines)
        else:
            _unread(gathered, TextFile(file, text))
    if kept:
        kept.only({*files})
    return gathered, files


def _read_anew(gathered: Gathering, file: TextFile, read: Read, cache: ReadCache) -> None:
    sound = cache.sound_file(file)
    if sound is None or not gathered.join(sound):
        read(gathered, file)


def _with_invisible(problems: Iterable[Problem], file: str) -> frozenset[int]:
    """The lines of a file that nobody can see whole, if there is nothing else against reading the others."""
    told = [problem for problem in problems if problem.span.file == file]
    if len(told) >= SHOWN or any(problem.kind is not CONTROL_CHARACTER for problem in told):
        return frozenset()
    return frozenset(problem.span.line - 1 for problem in told)


def _loaded(gathered: Gathering, files: Mapping[str, str]) -> Loaded:
    return Loaded(
        _timeline(gathered),
        in_file_order(gathered.problems),
        files,
        lost=frozenset(gathered.lost),
        gaps=frozenset(gathered.gaps),
        nameless=frozenset(gathered.nameless),
        trees=FileTrees(gathered.trees, gathered.texts),
        refused={name: tuple(records) for name, records in gathered.refused.items() if records},
        described=gathered.about is not None,
        partly_described=gathered.about is None and gathered.partly is not None,
    )


def _timeline(gathered: Gathering) -> Timeline:
    """The sound records; one without a description gets a stand-in, which is never published."""
    about = gathered.says or About.model_validate({"title": "untitled", "through": datetime.date.max.isoformat()})
    lists: dict[str, Any] = {name: tuple(records) for name, records in gathered.records.items()}
    return Timeline(about, **lists)


def _unread(gathered: Gathering, file: TextFile) -> None:
    """A file that cannot be parsed: what it would have defined is read off its text."""
    gathered.miss(file.text)
    if _RECORD.search(file.text):
        gathered.record_met = True


def _read(gathered: Gathering, file: TextFile, guessed: frozenset[int] = frozenset()) -> None:
    """One file's records into what was gathered, but for those with a line that is only guessed."""
    made = file_tree(file.name, file.text)
    root = made.root
    gathered.problems += made.problems
    if root is None:
        if not made.problems:
            span = Span(file.name, 0, 0, 0, 0)
            label, help = "nothing but comments stands in it", "delete the file, or add records to it"
            gathered.problems.append(EMPTY_FILE.at(span, label=label, help=help))
        _unread(gathered, file)
        return
    guessed |= made.guessed
    if not guessed:
        gathered.trees[file.name] = root
    as_meant = made.as_meant and not guessed
    if not as_meant:
        gathered.miss(file.text)
    data, problems = plain(file.name, root, guessed)
    whole = as_meant and not problems
    if isinstance(data, dict):
        gathered.problems += problems
        with texts_in_languages.met() as met:
            for key, value in data.items():
                if key != PLACE:
                    _section(gathered, data[PLACE], key, value, file, whole)
        gathered.in_languages |= bool(met)
        return
    _unread(gathered, file)
    if isinstance(data, Broken):
        gathered.problems += problems
        return
    what = "a list" if isinstance(data, list) else "a text"
    help = "put a line above it that says what it lists, such as `events:`"
    if isinstance(data, str):
        help = "write a list such as `events:` with its records below, each behind a dash"
    span = Place(file.name, root).span
    gathered.problems.append(NOT_A_MAPPING.at(span, label=f"{what} stands here", help=help))


def _section(gathered: Gathering, place: Place, key: str, value: Any, file: TextFile, whole: bool) -> None:
    if key == "record":
        _about(gathered, place, value, file, whole)
    elif key not in LISTS:
        near = nearest(key, TOP)
        known = ", ".join(f"`{name}`" for name in TOP)
        help = f"write `{near}`" if near else f"leave it out; at the top of a file stand {known}"
        label = "nothing of this name is read"
        gathered.problems.append(
            UNKNOWN_KEY.at(place.key(key), owner="a file", key=shortened(key), label=label, help=help)
        )
        gathered.lose(near or "", value)
        gathered.record_met |= near == "record"
    elif isinstance(value, list):
        for number, item in enumerate(value):
            _record(gathered, key, number, item, place, file, whole)
    else:
        gathered.lose(key, value)
        if not isinstance(value, Broken):
            span, help = place.key(key), "put `- ` in front of each record below it"
            if isinstance(value, dict) and (named := [k for k, v in value.items() if isinstance(v, dict)]):
                span = value[PLACE].key(named[0])
                help = f"put `- id: {shortened(named[0])}` in its place, with the other fields below it"
            gathered.problems.append(
                WRONG_SHAPE.at(span, field=key, expected="a list", label="a list is needed", help=help)
            )


def _about(gathered: Gathering, place: Place, value: Any, file: TextFile, whole: bool) -> None:
    span = place.key("record")
    gathered.record_met = True
    if gathered.about_span is not None:
        elsewhere = (("first described at", gathered.about_span),)
        help = "keep one of the two"
        gathered.problems.append(DUPLICATE_RECORD.at(span, label="again", elsewhere=elsewhere, help=help))
        return
    gathered.about_span = span
    if isinstance(value, dict):
        gathered.about, problems = build(About, value, file.text, whole)
        gathered.problems += problems
        if gathered.about is None:
            gathered.partly = partly(value)
    elif not isinstance(value, Broken):
        help = "write `title: …` and `through: …` on lines below it"
        gathered.problems.append(
            WRONG_SHAPE.at(span, field="record", expected="a mapping", label="a mapping is needed", help=help)
        )


def _record(gathered: Gathering, name: str, number: int, item: Any, place: Place, file: TextFile, whole: bool) -> None:
    if isinstance(item, dict):
        record, problems = build(LISTS[name], item, file.text, whole)
        gathered.problems += problems
        if record is None:
            gathered.lose(name, item)
            if left := readable(LISTS[name], item):
                gathered.leave_out(name, left, item)
        else:
            gathered.keep(name, record, item)
        return
    gathered.lose(name, item)
    if not isinstance(item, Broken):
        span = place.at(name, number)
        help = "write `id: …` and the other fields of the record behind the dash"
        gathered.problems.append(
            WRONG_SHAPE.at(span, field=name, expected="a list of records", label="a record is needed", help=help)
        )
