"""Another id for a record: every file that names it is mended, and the old id stays among its aliases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from timeline.edits.files import Change, Record, Refused, TextEdit
from timeline.edits.references import Named, named
from timeline.loader.yaml_tree import compose
from timeline.markdown.subject_links import subject
from timeline.model import Timeline
from timeline.model.references import Thing
from timeline.problems.suggestions import nearest
from timeline.queries.differences import differences
from timeline.site.urls import PAGES

_BLOCK = re.compile(r"^:::[ ]*timeline[^\n]*\n.*?^:::[ ]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Renamed:
    """What becomes of a new id."""

    thing: Thing | Literal["claim"]
    changes: tuple[Change, ...]
    """In the order in which they have to be written: the record first, then those that name it."""
    places: Mapping[Path, int]
    """How often the id is mended in each file."""


def rename(
    folder: Path,
    docs: Path | None,
    old: str,
    new: str,
    thing: str | None = None,
    unsaved: Mapping[str, bytes] | None = None,
) -> Renamed:
    """The files as they are with `new` in the place of `old`; raises `Refused`.

    `unsaved` are files by their name within the folder, as somebody has them open.

    A run that was cut off is taken up again: where the record has the new id and the old one among its aliases
    already, what still names the old one is mended.
    """
    record = Record(folder, unsaved)
    cut_off = any(id == new and old in aliases for _, id, aliases in _aliases(record))
    if not record.loaded.sound and not cut_off:
        raise Refused("the record has errors", f"mend them first: `timeline check {folder.as_posix()}` tells them")
    trees = {name: compose(record.shown(name), record.text(name))[0] for name in record.raw}
    words = {name: list(named(root)) for name, root in trees.items() if root is not None}
    which = _which(record, words, old, new, thing)
    places: Counter[Path] = Counter()
    fresh: dict[str, bytes] = {}
    home = ""
    for name, row in words.items():
        mended = [each for each in row if each.thing == which and each.node.value.partition("#")[0] == old]
        edits = [_mended(record.text(name), each, old, new) for each in mended]
        definition = next((each for each in mended if each.defines), None)
        if definition is not None:
            home = name
            defined = next(each for each in _records(trees[name]) if any(v is definition.node for _, v in each.value))
            edits += aliased(record.text(name), defined, definition.node, old)
        if edits:
            fresh[name] = record.edited(name, edits)
            places[folder / name] += len(mended)
    _prove(record, fresh)
    changes = sorted(record.changes(fresh), key=lambda each: (each.path != folder / home, each.path))
    linked = _linked(record.loaded.timeline, which, old)
    for change, count in pages(docs, lambda text: _page(text, which, old, new, linked)):
        changes.append(change)
        places[change.path] = count
    if not changes:
        raise Refused(f"nothing names `{old}` any more", f"the {which} is `{new}`")
    return Renamed(which, tuple(changes), places)


def _which(record: Record, words: Mapping[str, list[Named]], old: str, new: str, thing: str | None) -> Thing:
    """What the old id is the id of; or was, when a run was cut off."""
    of: list[Thing] = [each.thing for row in words.values() for each in row if each.defines and each.node.value == old]
    if not of:
        of = [kind for kind, id, aliases in _aliases(record) if id == new and old in aliases]
    if thing:
        of = [kind for kind in of if kind == thing]
    if not of:
        ids = [id for kind, id, _ in _aliases(record) if thing in (None, kind)]
        if thing in (None, "source") and record.loaded.timeline.source(old):
            help = f"write it under `sources` first, with `id: {old}` and its `url`"
            raise Refused(f"`{old}` is the id of a document that is cited by its address alone", help)
        raise Refused(f"no {thing or 'record'} has the id `{old}`", similar(old, ids, "stand in the files"))
    if len(of) > 1:
        raise Refused(f"`{old}` is the id of several things", f"say which with --of: {' or '.join(of)}")
    taken = [id for kind, id, aliases in _aliases(record) if kind == of[0] and (new == id or new in aliases)]
    if taken and not any(id == new and old in aliases for kind, id, aliases in _aliases(record) if kind == of[0]):
        own = taken[0] == old
        help = "an old id cannot come back as it is: choose a third one" if own else "choose another id"
        raise Refused(f"`{new}` is {'an old id of this' if own else 'taken by another'} {of[0]}", help)
    return of[0]


def similar(typed: str, ids: Iterable[str], where: str) -> str:
    """The id that was probably meant, or where ids are found."""
    near = nearest(typed, ids)
    return f"a similar id is `{near}`" if near else f"ids {where}, behind `id:`"


def _aliases(record: Record) -> Iterator[tuple[Thing, str, tuple[str, ...]]]:
    timeline = record.loaded.timeline
    yield from (("event", each.id, each.aliases) for each in timeline.events)
    yield from (("source", each.id, each.aliases) for each in timeline.sources)
    yield from (("actor", each.id, each.aliases) for each in timeline.actors)
    yield from (("topic", each.id, each.aliases) for each in timeline.topics)
    yield from (("place", each.id, each.aliases) for each in timeline.places)
    yield from (("expectation", each.id, each.aliases) for each in timeline.expectations)
    yield from (("track", each.id, each.aliases) for each in timeline.tracks)


def _mended(text: str, word: Named, old: str, new: str) -> TextEdit:
    start, end = word.node.start_mark.index, word.node.end_mark.index
    return TextEdit(start, end, text[start:end].replace(old, new, 1))


def aliased(text: str, record: MappingNode, id: ScalarNode, old: str) -> Iterator[TextEdit]:
    """The old id among the aliases of a record or a claim, behind those that stand there."""
    for key, value in record.value:
        if key.value == "aliases":
            if isinstance(value, SequenceNode) and value.value:
                last = value.value[-1]
                glue = ", " if value.flow_style else f"\n{' ' * (last.start_mark.column - 2)}- "
                yield TextEdit(last.end_mark.index, last.end_mark.index, f"{glue}{old}")
            else:
                written = text[value.start_mark.index : value.end_mark.index]
                yield TextEdit(value.start_mark.index, value.end_mark.index, f"[{written}, {old}]")
            return
    key = next(key for key, value in record.value if value is id)
    if record.flow_style:
        yield TextEdit(id.end_mark.index, id.end_mark.index, f", aliases: [{old}]")
        return
    line = text.find("\n", id.end_mark.index)
    end = len(text) if line < 0 else line
    yield TextEdit(end, end, f"\n{' ' * key.start_mark.column}aliases: [{old}]")


def _records(root: object) -> Iterator[MappingNode]:
    assert isinstance(root, MappingNode)
    for _, value in root.value:
        if isinstance(value, SequenceNode):
            yield from (record for record in value.value if isinstance(record, MappingNode))


def _prove(record: Record, fresh: Mapping[str, bytes]) -> None:
    """The record afterwards is the same one under another name."""
    loaded = record.proved(fresh)
    for each in differences(record.loaded.timeline, loaded.timeline):
        if each.what in ("added", "gone"):
            raise Refused(f"with the new id, {each.thing} `{each.id}` would be {each.what}", "nothing was written")


def pages(docs: Path | None, mended: Callable[[str], tuple[str, int]]) -> Iterator[tuple[Change, int]]:
    """Hand-written pages that name something otherwise once they are mended, and in how many places."""
    if docs is None or not docs.is_dir():
        return
    for path in sorted(docs.rglob("*.md")):
        before = path.read_bytes()
        try:
            after, count = mended(before.decode())
        except UnicodeDecodeError:
            continue  # the build tells of it
        if count:
            yield Change(path, before, after.encode()), count


def _linked(timeline: Timeline, thing: Thing, id: str) -> bool:
    """Whether `[[id]]` in a hand-written page leads to this record; of several that have the id it is one."""
    if thing == "event" or timeline.event(timeline.renamed["event"].get(id, id)):
        return thing == "event"
    known = subject(timeline, id)
    return known is not None and known[1] == PAGES.get(thing, str)(known[0].id)


def _page(text: str, thing: Thing, old: str, new: str, linked: bool) -> tuple[str, int]:
    """A page that links to the record, cites it, or names it in a block."""
    word = rf"(?<![a-z0-9-]){re.escape(old)}(?![a-z0-9-])"
    count = 0

    def mend(pattern: str, within: str) -> str:
        nonlocal count
        mended, times = re.subn(pattern, new, within)
        count += times
        return mended

    if linked:
        text = re.sub(r"\[\[[^\]\n]*\]\]", lambda link: _link(link[0], word, mend), text)
    if thing == "source":
        text = re.sub(r"\[@[^\]\n]*\]", lambda note: mend(f"(?<=@){word}", note[0]), text)
    if thing in ("event", "topic", "actor", "place", "track"):
        line = re.compile(rf"^({thing}:)(.*)$", re.MULTILINE)
        text = _BLOCK.sub(lambda block: line.sub(lambda row: row[1] + mend(word, row[2]), block[0]), text)
    return text, count


def _link(link: str, word: str, mend: Callable[[str, str], str]) -> str:
    """The id in a link, and not a word of its text."""
    target, bar, words = link.partition("|")
    return f"{mend(word, target)}{bar}{words}"
