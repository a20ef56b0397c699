"""Whatever somebody may do to a site from one save to the next: to a record, its pages, its settings, its pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import assume
from hypothesis import strategies as st

from tests.conftest import completed
from tests.exports.records import DATES, lines

Draw = Callable[[st.SearchStrategy[Any]], Any]

_SUBJECTS = ("actors", "topics", "places", "expectations", "tracks")
_PAGE = "# About\n\nIt began with [[e0]] [@s0], one of [[=events]].\n\n::: timeline\n:::\n"
_PIECES = ("More words.", "", "[[e0]] again.", "[[nothing]]", "[@s0]", "[[=sources]]", "::: timeline\n:::",
           "## A part", "![A picture](picture.png)", "[another](more.md)")  # fmt: skip
_PIXELS = (b"\x89PNG one", b"\x89PNG another")
_SETTINGS: tuple[tuple[str, Any], ...] = (
    ("site_name", "Bridges"),
    ("site_name", "Other bridges"),
    ("site_description", "What became of the bridges"),
    ("plugins", ["timeline"]),
    ("plugins", ["search", {"timeline": {"exports": []}}]),
    ("plugins", ["search", "timeline"]),
    ("nav", ["about.md", {"Happened": "timeline/index.md"}]),
)


def begin(root: Path, record: dict[str, Any]) -> None:
    """A site with a record in several files and a page that asks it."""
    whole = yaml.safe_load(completed(yaml.safe_dump(record, allow_unicode=True, sort_keys=False)))
    data = root / "data"
    _write(data / "record.yaml", {"record": whole["record"]})
    _write(data / "events.yaml", {"events": whole["events"]})
    _write(data / "sources.yaml", {"sources": whole["sources"]})
    _write(data / "subjects.yaml", {name: whole[name] for name in _SUBJECTS if whole.get(name)})
    (root / "docs" / "about.md").write_text(_PAGE, "utf-8")


def edit(draw: Draw, root: Path) -> str:
    """Does one of these things; says which, for whoever reads of one that went wrong."""
    return str(draw(st.sampled_from(_EDITS))(draw, root))


def edit_record(draw: Draw, root: Path) -> str:
    """The same, of the record only."""
    return str(draw(st.sampled_from(_OF_RECORD))(draw, root))


def _field(draw: Draw, root: Path) -> str:
    """One value of a record, or all of a field."""
    path, data, name, number = _record(draw, root)
    ways = list(_ways(data[name][number] if isinstance(number, int) else data[name]))
    way = draw(st.sampled_from(ways))
    owner = data[name][number] if isinstance(number, int) else data[name]
    for step in way[:-1]:
        owner = owner[step]
    before = owner[way[-1]]
    known = [id for each in _files(root) for id in _ids(_read(each))]
    word = st.one_of(st.just(f"{before} again"), lines(), st.sampled_from(DATES), st.sampled_from(known or ["nobody"]))
    if isinstance(before, list) and draw(st.booleans()):
        before.pop()
    elif isinstance(before, str) and draw(st.integers(0, 4)):
        owner[way[-1]] = draw(word)
    else:
        del owner[way[-1]]
    _write(path, data)
    return f"{path.name}: {name} {number} {way}: {before!r}"


def _renamed(draw: Draw, root: Path) -> str:
    """An id in all files, with or without the old one as an alias."""
    path, data, name, number = _record(draw, root, listed=True)
    record = data[name][number]
    old, new = record.get("id", "e0"), f"{record.get('id', 'e0')}-now"
    if draw(st.booleans()):
        record["aliases"] = [old]
    _write(path, data)
    for other in sorted(root.glob("data/*.yaml")):
        _write(other, _swapped(_read(other), old, new))
    return f"{old} is {new}, known as {record.get('aliases')}"


def _gone(draw: Draw, root: Path) -> str:
    path, data, name, number = _record(draw, root, listed=True)
    data[name].pop(number)
    _write(path, {key: value for key, value in data.items() if value})
    return f"{path.name}: {name} {number} is gone"


def _doubled(draw: Draw, root: Path) -> str:
    """One more record, like another but for its id; with the same id now and then."""
    path, data, name, number = _record(draw, root, listed=True)
    more = yaml.safe_load(yaml.safe_dump(data[name][number]))
    more["id"] = f"{more.get('id', 'e0')}{draw(st.sampled_from(['-more', '-more', '']))}"
    more.pop("aliases", None)
    data[name].insert(draw(st.integers(0, len(data[name]))), more)
    _write(path, data)
    return f"{path.name}: {name} {number} twice"


def _moved(draw: Draw, root: Path) -> str:
    """A record into another file."""
    path, data, name, number = _record(draw, root, listed=True)
    target = root / "data" / draw(st.sampled_from(["more.yaml", "a-first.yaml", "below/other.yaml"]))
    other = _read(target) if target.exists() else {}
    record = data[name].pop(number)
    other.setdefault(name, []).append(record)
    _write(path, {key: value for key, value in data.items() if value})
    _write(target, other)
    return f"{name} {number} goes from {path.name} to {target.name}"


def _laid_out(draw: Draw, root: Path) -> str:
    """The same in another layout: other lines, other signs, comments."""
    path = draw(st.sampled_from(_files(root)))
    text = path.read_text("utf-8")
    manner = draw(st.sampled_from(["remark", "plain", "indented"]))
    if manner == "remark":
        rows = text.split("\n")
        at = draw(st.sampled_from([number for number, row in enumerate(rows) if row.lstrip().startswith("- ")] or [0]))
        path.write_text("\n".join([*rows[:at], "# a remark", "", *rows[at:]]), "utf-8")
    elif manner == "plain":
        path.write_text(yaml.safe_dump(_read(path), allow_unicode=True, sort_keys=False), "utf-8")
    else:
        _write(path, _read(path))
    return f"{path.name} {manner}"


def _file(draw: Draw, root: Path) -> str:
    """A file of the record is renamed, removed, or broken off."""
    path = draw(st.sampled_from(_files(root)))
    manner = draw(st.sampled_from(["renamed", "removed", "cut"]))
    if manner == "renamed":
        path.rename(path.with_name(f"z-{path.name}"))
    elif manner == "removed":
        path.unlink()
    else:
        text = path.read_text("utf-8")
        path.write_text(text[: draw(st.integers(0, len(text)))], "utf-8")
    return f"{path.name} {manner}"


def _page(draw: Draw, root: Path) -> str:
    """A page that somebody writes: more of it, less, another, none."""
    path = root / "docs" / draw(st.sampled_from(["about.md", "more.md", "timeline/index.md"]))
    if path.exists() and path.name != "about.md" and draw(st.booleans()):
        path.unlink()
        return f"{path.name} is gone"
    pieces = draw(st.lists(st.sampled_from(_PIECES), max_size=3))
    title = draw(st.sampled_from(["# About", "# Of [[e0]]", "# More"]))
    head = draw(st.sampled_from(["", "", "---\ndescription: In few words\n---\n"]))
    path.parent.mkdir(exist_ok=True)
    path.write_text(head + "\n\n".join([title, *pieces]) + "\n", "utf-8")
    return f"{path.name}: {title} {pieces} {head!r}"


def _picture(draw: Draw, root: Path) -> str:
    path = root / "docs" / draw(st.sampled_from(["picture.png", "assets/card.png"]))
    if path.exists() and draw(st.booleans()):
        path.unlink()
        return f"{path.name} is gone"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(draw(st.sampled_from(_PIXELS)))
    return f"{path.name} is drawn"


def _setting(draw: Draw, root: Path) -> str:
    name, value = draw(st.sampled_from(_SETTINGS))
    path = root / "mkdocs.yml"
    path.write_text(yaml.safe_dump(yaml.safe_load(path.read_text("utf-8")) | {name: value}), "utf-8")
    return f"{name}: {value}"


_OF_RECORD = (_field, _field, _field, _field, _renamed, _gone, _doubled, _moved, _laid_out, _file)
_EDITS = (*_OF_RECORD, _page, _page, _picture, _setting)


def _record(draw: Draw, root: Path, *, listed: bool = False) -> tuple[Path, Any, str, int | None]:
    """A file with its data, and a record in it."""
    found = [
        (path, name, number)
        for path in _files(root)
        for name, value in _read(path).items()
        for number in (range(len(value)) if isinstance(value, list) else [None])
        if not (listed and number is None) and value
    ]
    assume(found)
    path, name, number = draw(st.sampled_from(found))
    return path, _read(path), name, number


def _files(root: Path) -> list[Path]:
    """The files of the record that can be read as YAML."""
    found = [path for path in sorted(root.rglob("data/**/*.yaml")) if _read(path)]
    assume(found)
    return found


def _read(path: Path) -> Any:
    try:
        data = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return {}
    return data if isinstance(data, dict) and all(isinstance(v, dict | list) for v in data.values()) else {}


def _write(path: Path, data: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.dump(data, Dumper=_Indented, allow_unicode=True, sort_keys=False), "utf-8")


class _Indented(yaml.SafeDumper):
    """Records stand to the right of the name of their list, as `timeline fmt` puts them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _ways(value: Any) -> Iterator[tuple[str | int, ...]]:
    """To everything that a record holds."""
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield (step,)
        if isinstance(inner, dict | list):
            yield from ((step, *way) for way in _ways(inner))


def _ids(data: Any) -> Iterator[str]:
    for records in data.values():
        yield from (str(each["id"]) for each in records if isinstance(each, dict) and "id" in each)


def _swapped(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {key: each if key == "aliases" else _swapped(each, old, new) for key, each in value.items()}
    if isinstance(value, list):
        return [_swapped(each, old, new) for each in value]
    return new if value == old else value
