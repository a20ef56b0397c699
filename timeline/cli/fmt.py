"""The command `fmt`: files put into their canonical form, and what a terminal is told of each."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import click

from timeline.cli import atomic_write, open_record
from timeline.cli.console import Command, Misuse, give, say, warn
from timeline.cli.open_record import command
from timeline.cli.terminal_layout import WIDTH, columns, count
from timeline.formatter import Astray, Form, restate, way_to_schema
from timeline.loader.files import LEDGER, bytes_of, printable, yaml_files
from timeline.problems import Problem
from timeline.problems.report import as_text, one_as_text, texts

STREAM = "<stdin>"
_SHOWN = 8
"""Lines of a file that are shown of what would change."""
_AHEAD = 40
"""Lines behind the first difference that are compared."""


@dataclass(frozen=True, slots=True)
class Target:
    """A file to put in shape, by the name it was given."""

    path: Path
    name: str


@click.command(cls=Command, epilog="Example: timeline fmt data --check")
@click.argument("files", nargs=-1, metavar="[FOLDER|FILES]...")
@click.option("--check", is_flag=True, help="Write nothing; fail and show where a file would change.")
def fmt(files: tuple[str, ...], check: bool) -> None:
    """Put the files of a record into their one order and layout.

    Without a name, those of the folder "data". Comments stay with what they speak of, and what the files say stays as
    it is: each is read again before it is written. A file with faults is left alone. "-" takes a file from the
    standard input and gives it back on the standard output.
    """
    names = files or (open_record.FOLDER,)
    code = stream(check) if names == ("-",) else put_in_shape(names, check)
    raise click.exceptions.Exit(code)


def put_in_shape(names: Sequence[str], check: bool) -> int:
    """Puts files in shape, or only tells which would change; the exit code."""
    targets = list(_targets(names))
    changed = faulty = 0
    for target in targets:
        shaped = _form(target)
        if isinstance(shaped, str):
            faulty += 1
            say(shaped)
        elif not shaped.kept and check:
            changed += 1
            say(_difference(target.name, shaped))
        elif not shaped.kept:
            written = _write(target, shaped)
            faulty, changed = faulty + bool(written), changed + (not written)
            say(written or f"{target.name}: put in shape\n")
    say(_sum(len(targets), changed, faulty, check))
    if check and changed:
        say(f"  = help: `timeline fmt {' '.join(names)}` puts {'it' if changed == 1 else 'them'} in shape\n")
    return 1 if faulty or (check and changed) else 0


def stream(check: bool) -> int:
    """The standard input put in shape on the standard output, which stays empty when that is not possible."""
    raw = sys.stdin.buffer.read()
    try:
        shaped = restate(STREAM, raw)
    except Astray as astray:
        warn(_astray(STREAM, astray).rstrip())
        return 1
    if not shaped.loaded.sound:
        warn(as_text(shaped.loaded.problems, shaped.loaded.files).rstrip())
        return 1
    if check:
        if not shaped.kept:
            say(_difference(STREAM, shaped).rstrip() + "\n")
        return 0 if shaped.kept else 1
    give(shaped.after)
    return 0


def _targets(names: Sequence[str]) -> Iterator[Target]:
    """Each file once, those of a folder in order of name."""
    met: set[Path] = set()
    for name in names:
        path = Path(name)
        if name == "-":
            raise Misuse("`-` stands alone", "put files in shape with one command and the standard input with another")
        if path.is_dir():
            targets = [
                Target(file, printable(f"{path.as_posix()}/{below}")) for below, file in yaml_files(path).items()
            ]
            if not targets:
                raise Misuse(f"no file in `{name}` ends in `.yaml`", "name the folder that holds the YAML files")
        elif path.exists():
            targets = [Target(path, printable(path.as_posix()))]
        else:
            raise Misuse(f"there is no file and no folder `{name}`", "name a YAML file, or the folder that holds them")
        for target in targets:
            if target.path.name == LEDGER:
                continue  # a tool has its own form for it
            real = target.path.resolve()
            if real not in met:
                met.add(real)
                yield target


def _form(target: Target) -> Form | str:
    """A file as it should be, or why it is left alone."""
    raw = bytes_of(target.path, target.name)
    if isinstance(raw, Problem):
        return one_as_text(raw, {}) + "\n" + _left(target.name)
    try:
        shaped = restate(target.name, raw, way_to_schema(target.path))
    except Astray as astray:
        return _astray(target.name, astray)
    if shaped.sound:
        return shaped
    told = texts(shaped.loaded.problems, shaped.loaded.files)
    return "".join(f"{text}\n" for _, text in told) + _left(target.name)


def _write(target: Target, shaped: Form) -> str:
    """Writes a file; why it could not, in words."""
    try:
        atomic_write.replace(target.path, shaped.before, shaped.after)
    except OSError as error:
        return f"{target.name}: left as it is; {(error.strerror or str(error)).lower()}\n"
    return ""


def _left(name: str) -> str:
    return f"{name}: left as it is until this is mended\n\n"


def _astray(name: str, astray: Astray) -> str:
    return (
        f"{command()}: `{name}` is left as it is; {astray}\n"
        "  = help: the file is not to blame, this program is; please report it, and the file with it\n"
    )


def _sum(total: int, changed: int, faulty: int, check: bool) -> str:
    """How many files there are of each sort."""
    kept = total - changed - faulty
    if not changed and not faulty:
        return f"{count(total, 'file')}, {'all of them ' if total > 2 else ''}in shape\n"
    parts = [f"{changed:,} would change" if check else f"{changed:,} put in shape"] if changed else []
    parts += [f"{kept:,} in shape"] if kept else []
    parts += [f"{faulty:,} left alone"] if faulty else []
    return f"{count(total, 'file')}: {', '.join(parts)}\n"


def _difference(name: str, shaped: Form) -> str:
    """Where a file would change first, and how."""
    before, after = (raw.decode("utf-8", "replace").splitlines() for raw in (shaped.before, shaped.after))
    same = next((n for n, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), None)
    if same is None:
        same = min(len(before), len(after))
    old, new = before[same : same + _AHEAD], after[same : same + _AHEAD]
    if not old and not new:
        return f"{name} would change in its line ends only\n\n"
    lines = [f"  {line}".rstrip() for line in islice(difflib.unified_diff(old, new, n=0, lineterm=""), 2, None)]
    lines = [line for line in lines if not line.startswith("  @@")]
    shown = [_cut(line) for line in lines[:_SHOWN]]
    more = ["  and more below"] if len(lines) > _SHOWN or before[same + _AHEAD :] != after[same + _AHEAD :] else []
    return "\n".join([f"{name} would change, first at line {same + 1}", *shown, *more]) + "\n\n"


def _cut(line: str) -> str:
    while columns(line) > WIDTH:
        line = line[: -2 if line.endswith("…") else -1].rstrip() + "…"
    return line
