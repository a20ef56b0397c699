"""A file in which nothing is wrong is read in one pass: the same records, at the same places, as the long way gives."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from yaml.nodes import Node

from timeline import checks
from timeline.file_place import Place, PlaceIn
from timeline.loader import Loaded, folder, load, load_file, record_lines
from timeline.loader.read_cache import ReadCache
from timeline.loader.record_lines import RecordLines, records_apart
from timeline.model import Record
from timeline.span import Span

ROOT = Path(__file__).parents[2]
FILES = sorted(ROOT.glob("tests/golden/problems/*.yaml"))
FOLDERS = sorted({path.parent for each in ("tests", "examples") for path in (ROOT / each).rglob("*.yaml")})
FOLDERS.remove(FILES[0].parent)
SHIPPED = ROOT / "data"


def places(value: object) -> Iterator[tuple[Span, int]]:
    """Where a record and all within it stand."""
    if isinstance(value, Record):
        yield value.span, value.place.last
        for name, inner in vars(value).items():
            if name != "whole":
                yield from places(inner)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from places(each)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from places(each)


def told(loaded: Loaded) -> list[object]:
    """All that was read."""
    timeline = loaded.timeline
    records = [*timeline.events, *timeline.sources, *timeline.actors, *timeline.topics, *timeline.places]
    records += [*timeline.expectations, *timeline.tracks]
    found = [loaded.problems, timeline, loaded.lost, loaded.gaps, loaded.nameless, {*loaded.trees}]
    return [*found, [*places(timeline.record)], [*places(records)]]


def both_ways(read: Callable[[], Loaded], monkeypatch: pytest.MonkeyPatch) -> tuple[list[object], list[object]]:
    """What was read as it is read, and the long way."""
    found = told(read())
    with monkeypatch.context() as patched:
        patched.setattr(ReadCache, "sound_file", lambda cache, file: None)
        return found, told(read())


@pytest.mark.parametrize("path", FOLDERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_record_that_is_kept_here_reads_the_same_both_ways(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, long_way = both_ways(lambda: load(path), monkeypatch)

    assert found == long_way


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_kept_fault_is_told_the_same_both_ways(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, long_way = both_ways(lambda: load_file(path.name, path.read_bytes()), monkeypatch)

    assert found == long_way


def test_the_shipped_record_reads_the_same_both_ways_and_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    found, long_way = both_ways(lambda: load(SHIPPED), monkeypatch)
    monkeypatch.setattr(folder, "file_tree", lambda name, text: pytest.fail(f"{name} was read the long way"))

    assert told(load(SHIPPED)) == found == long_way


def test_no_place_is_looked_for_in_a_sound_record_that_is_read_and_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Asked(RecordLines):
        @property
        def root(self) -> Node:
            asked.append(self.key)
            return super().root

    monkeypatch.setattr(record_lines, "RecordLines", Asked)

    loaded = checks.read(SHIPPED)

    assert loaded.sound
    assert asked == []
    assert loaded.timeline.events[0].place.has("date")
    assert set(asked) == {"events"}


@pytest.mark.parametrize("path", [*FOLDERS, SHIPPED], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_place_of_a_field_is_the_same_with_and_without_nodes(path: Path) -> None:
    timeline = load(path).timeline
    records: list[Record] = [*timeline.events, *timeline.sources, *timeline.actors, *timeline.topics]
    asked = [(record.place, field) for record in records for field in record.place.keys() or ("id",)]

    assert [place.at(field) for place, field in asked] == [Place.at(place, field) for place, field in asked]


MISLEADING = """\
sources:
  - id: gazette  # a note
    title: The bridge
      is open
    kind: primary

    publisher: Gazette

      of the town
    url: https://gazette.example/1
    language: en
  - {id: herald, title: Herald, kind: primary, publisher: Herald, language: en, url: "https://herald.example/"}
  - id: minutes
    title: "Minutes of the
    kind: primary
    meeting"
    kind: secondary
    publisher: Town
    language: en
    url: https://minutes.example/
  - id: letters
    note: |
      kind: primary
       language: de
    title: [a,
    kind: b]
    kind: primary
    publisher: Town
    language: en
    url: https://letters.example/"""


def test_a_line_that_only_looks_like_a_field_is_no_place_of_it() -> None:
    found = records_apart("sources.yaml", MISLEADING) or []
    assert [lines.key for lines in found] == ["sources"] * 4
    for lines in found:
        place, whole = PlaceIn(lines, ()), Place("sources.yaml", lines.root)
        for field in whole.node.value:
            assert place.at(field[0].value) == whole.at(field[0].value)


SIGNS = (
    "#", " #", " # ", ":", ": ", " :", "-", "- ", "  ", "\t", "'", '"', "[", "]", "{", "}", ",", "&", "*", "!", "|",
    ">", "%", "@", "`", "~", "null", "\n", "\n\n", "\r\n", "\n---\n", "\n...\n", "\\", "\u00a0", "\u2013", "\u200b",
    "\ufeff", "\uff1a", "\u201c", "<<: ", "?", "? ", "é", "不", "\nevents:\n",
    "\n  - id: again\n", "\n- ", "\nrecord: {}\n",
)  # fmt: skip
"""What an editor may type too much, or a program leave behind."""


def damaged(text: str, luck: random.Random) -> str:
    """A text with one or two slips in it."""
    for _ in range(luck.randint(1, 2)):
        lines = text.split("\n")
        n, m = luck.randrange(len(lines)), luck.randrange(len(lines))
        at, sign = luck.randrange(len(text) + 1), luck.choice(SIGNS)
        kind = luck.randrange(6)
        if kind == 0:
            text = text[:at] + sign + text[at:]
        elif kind == 1:
            text = text[:at] + text[at + luck.randint(1, 3) :]
        elif kind == 2:
            lines[n], lines[m] = lines[m], lines[n]
            text = "\n".join(lines)
        elif kind == 3:
            text = "\n".join([*lines[:n], " " * luck.randint(0, 3) + lines[n], *lines[n + 1 :]])
        elif kind == 4:
            text = "\n".join([*lines[:n], *lines[n + 1 :]])
        else:
            text = "\n".join([*lines[: n + 1], *lines[m : m + 2], *lines[n + 1 :]])
    return text


@pytest.mark.parametrize("name", ["sample/data/subjects", "titanic", "suffrage", "calendars"])
def test_whatever_slips_into_a_file_is_told_the_same_both_ways(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    luck = random.Random(name)
    path = ROOT / (f"tests/{name}.yaml" if "/" in name else f"examples/{name}/data/timeline.yaml")
    sound = path.read_text("utf-8")
    for _ in range(30):
        raw = damaged(sound, luck).encode()
        found, long_way = both_ways(partial(load_file, path.name, raw), monkeypatch)

        assert found == long_way, raw.decode()
