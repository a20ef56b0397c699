"""The command `new`, for those who begin: a folder that is a whole site, to be changed into theirs."""

from __future__ import annotations

import shutil
import sys
import tempfile
import uuid
from importlib import metadata
from pathlib import Path

import click

from timeline.cli import selection_options
from timeline.cli.console import Command, Misuse, say

_TITLE_LENGTH = 120
_FIRST = "CC-BY-4.0"


@click.command(cls=Command, epilog='Example: timeline new bridge --title "The harbour bridge"')
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="What the chronology is about; asked for if left out.")
@click.option(
    "--licence",
    metavar="WORD",
    help=f"Of the record: {_FIRST} unless you say CC-BY-SA-4.0, CC0-1.0 or ODC-By-1.0.",
)
def new(folder: Path, title: str | None, licence: str | None) -> None:
    """Make a new site: a record with three made-up events, and all that it takes to publish it.

    FOLDER is made; one that holds anything is left alone. What stands in the files explains itself. On a terminal the
    title and the licence are asked for; elsewhere the title follows from the name of the folder.
    """
    from timeline import starter  # no other command has use for it

    place = folder.resolve()
    _free(folder, place)
    answers = starter.Answers(
        title=_title(title, place.name),
        licence=_licence(licence, list(starter.LICENCES)),
        today=selection_options.today(),
        uuid=uuid.uuid4(),
        release=_release(),
    )
    made = starter.site(answers)
    _write(place, {str(name): raw for name, raw in made.items()})
    say(_told(folder, len(made)))


def _release() -> str:
    try:
        return metadata.version("sourced-timeline")
    except metadata.PackageNotFoundError:
        help = "install it first, as the README says: the new site names the release that it is built with"
        raise Misuse("this program runs from a folder and is not installed", help) from None


def _free(folder: Path, place: Path) -> None:
    if place.is_dir() and any(place.iterdir()):
        raise Misuse(f"the folder `{folder}` is not empty", "name a folder that does not exist yet")
    if place.exists() and not place.is_dir():
        raise Misuse(f"`{folder}` is a file", "name a folder that does not exist yet")


def _title(given: str | None, name: str) -> str:
    guess = name.replace("-", " ").replace("_", " ").strip().capitalize() or "A chronology"
    if given is None:
        given = click.prompt("What is the chronology about", default=guess, err=True) if _asking() else guess
    title = " ".join(given.split())
    if not title or not title.isprintable():
        raise Misuse("the title holds no letters, or signs that nobody sees", 'write it as in --title "The bridge"')
    if len(title) > _TITLE_LENGTH:
        raise Misuse(f"the title has {len(title)} letters", f"it is read on every page: at most {_TITLE_LENGTH}")
    return title


def _licence(given: str | None, known: list[str]) -> str:
    if given is None:
        return click.prompt("Licence", type=click.Choice(known), default=_FIRST, err=True) if _asking() else _FIRST
    for licence in known:
        if licence.lower() == given.lower():
            return licence
    raise Misuse(
        f"there is no text here for the licence `{given}`",
        f"one of {', '.join(known)}; for another one change LICENCE.md and data/record.yaml afterwards",
    )


def _asking() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _write(place: Path, made: dict[str, bytes]) -> None:
    """All of it or nothing: the folder is made beside its place and takes it when it is whole."""
    place.parent.mkdir(parents=True, exist_ok=True)
    staged = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}."))
    try:
        staged.chmod(0o755)
        for name, raw in made.items():
            file = staged / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(raw)
        if not place.exists():
            staged.rename(place)
            return
        for child in sorted(staged.iterdir()):  # an empty folder stays the one it was: somebody may stand in it
            child.rename(place / child.name)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _told(folder: Path, count: int) -> str:
    name = folder.as_posix()
    return f"""{name}: {count} files, with three made-up events that show how it is written

next, in that folder:
  timeline check                              whether the record is sound
  pip install -r requirements.txt             in an environment of its own, then
  mkdocs serve                                the site at http://127.0.0.1:8000/
or, with uv, without installing anything:
  uvx --with-requirements requirements.txt mkdocs serve
README.md tells what to change with the events, how it is published, and what to type before there is a release.
"""
