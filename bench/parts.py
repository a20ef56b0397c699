"""A record of a million claims in parts, each a record and a site of its own, with links from part to part.

    python bench/parts.py FOLDER [--parts 100] [--events 5000] [--exported 20] [--build 20]

An event has two claims on average. For each part: its YAML, its tables (CSV with a data package) and its database, as a
site with `exports: [csv, sqlite]` has them; for as many as `--build` says also the whole site, whose size and time are
told and which is then taken away, but for the list of its pages, against which links from other parts are held.
Beyond `--exported` a part is the copy of another one under ids of its own. What was made before is left, so a run that
was ended goes on. `databases.py` loads what stands here.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import record

from timeline.checks import read
from timeline.exports import registry
from timeline.exports.export import Publication
from timeline.queries.index import Index

_SITE = """\
site_name: Part {part}
site_url: {address}
theme: {{name: material, font: false}}
plugins: [search, timeline: {{exports: []}}]
"""
_FORMS = ("csv", "sqlite")
_OUTWARD = re.compile(r'href="(https://part-\d+\.example/)([^"]*)"')


def address(part: int) -> str:
    """Where the site of a part would stand."""
    return f"https://part-{part:03}.example/"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--parts", type=int, default=100)
    options.add_argument("--events", type=int, default=5000)
    options.add_argument("--exported", type=int, default=20)
    options.add_argument("--build", type=int, default=0)
    asked = options.parse_args()
    for part in range(asked.parts):
        place = asked.folder / f"part-{part:03}"
        if part >= asked.exported:
            _copy(asked.folder, part % asked.exported, part)
        elif not (place / "made.json").exists():
            _make(place, part, asked.parts, asked.events)
    for part in range(asked.build):
        place = asked.folder / f"part-{part:03}"
        if not (place / "built.json").exists():
            _build(place)
    _table(asked.folder)


def _make(place: Path, part: int, parts: int, events: int) -> None:
    """The record and what others load, in a process of its own, for each part would need no other."""
    shutil.rmtree(place, ignore_errors=True)
    before = (part - 1) % parts
    record.write(place / "data", events, f"p{part:03}-", f"{address(before)}events/p{before:03}-event-")
    (place / "docs").mkdir()
    (place / "docs" / "about.md").write_text(f"# Part {part}\n", "utf-8")
    (place / "mkdocs.yml").write_text(_SITE.format(part=part, address=address(part)), "utf-8")
    child = os.fork()
    if not child:
        _export(place)
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"part {part} was not exported")
    told = {"processor": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss * 1024, "bytes": _weight(place / "made")}
    (place / "made.json").write_text(json.dumps(told), "utf-8")
    print(f"part {part}: {told['processor']:.1f} processor s, {told['peak'] / 1e6:.0f} MB", flush=True)


def _copy(folder: Path, origin: int, part: int) -> None:
    """The tables of another part, in which every id begins otherwise."""
    target = folder / f"part-{part:03}" / "made" / "data"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for table in (folder / f"part-{origin:03}" / "made" / "data").glob("*.csv"):
        text = table.read_bytes().replace(f"p{origin:03}-".encode(), f"p{part:03}-".encode())
        (target / table.name).write_bytes(text)


def _export(place: Path) -> None:
    loaded = read(place / "data")
    publication = Publication(Index(loaded.timeline))
    for form in _FORMS:
        for file in registry.BY_NAME[form].whole(publication):
            target = place / "made" / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as written:
                written.writelines(file.pieces())


def _build(place: Path) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    site, before, started = place / "site", resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=place, env=environment, check=True)
    taken, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    pages = sorted(path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html"))
    told = {
        "seconds": taken,
        "processor": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "bytes": _weight(site),
        "pages": pages,
        "leads to": sorted({link for page in site.glob("events/*/index.html") for link in _outward(page)}),
    }
    (place / "built.json").write_text(json.dumps(told), "utf-8")
    shutil.rmtree(site)
    print(f"{place.name}: {taken:.1f} s, {told['bytes'] / 1e6:.0f} MB", flush=True)


def _outward(page: Path) -> list[str]:
    """Its links to other parts."""
    return [found.group() for found in _OUTWARD.finditer(page.read_text("utf-8"))]


def _weight(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _table(folder: Path) -> None:
    made = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("part-*/made.json"))]
    built = {path.parent.name: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("part-*/built.json"))}
    print(f"{len(made)} parts exported: {sum(each['processor'] for each in made):.0f} processor s, "
          f"{sum(each['bytes'] for each in made) / 1e9:.2f} GB, "
          f"at most {max(each['peak'] for each in made) / 1e6:.0f} MB of memory")  # fmt: skip
    if not built:
        return
    print(f"{len(built)} sites built: {sum(each['processor'] for each in built.values()):.0f} processor s, "
          f"{sum(each['seconds'] for each in built.values()):.0f} s, "
          f"{sum(each['bytes'] for each in built.values()) / 1e9:.1f} GB, "
          f"{sum(len(each['pages']) for each in built.values()):,} pages")  # fmt: skip
    held = lost = 0
    for each in built.values():
        for found in map(_OUTWARD.fullmatch, each["leads to"]):
            other = built.get(found[1].removeprefix("https://").partition(".")[0]) if found else None
            if found and other:
                held += 1
                lost += found[2] not in other["pages"]
    print(f"links from part to part whose target was built too: {held:,}, of which {lost} lead nowhere")


if __name__ == "__main__":
    main()
