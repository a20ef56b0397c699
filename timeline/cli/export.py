"""The command `export`: the record, or a part of it, in one of the forms that the site has."""

from __future__ import annotations

import dataclasses
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path, PurePosixPath

import click

from timeline.cli import atomic_write, open_record, selection_options
from timeline.cli.console import Command, Misuse, give, say, similar
from timeline.cli.selection_options import Asked
from timeline.exports import registry
from timeline.exports.changes import CHANGES
from timeline.exports.export import Export, Former, Publication, no_files
from timeline.loader.revision import Unreachable, former
from timeline.model import Timeline
from timeline.queries.as_of import as_of as view_of
from timeline.queries.index import Index
from timeline.queries.selection import Selection, select, surrounded
from timeline.site.file import SiteFile
from timeline.site.settings import Site

_FEW = 12


def _forms() -> str:
    """The formats for the help, each with what it is for."""
    widest = max(map(len, registry.BY_NAME))
    return "\n".join(f"  {name:<{widest}}  {export.title}" for name, export in registry.BY_NAME.items())


_HELP = f"""Write the record in a form that other programs read.

FORMAT is one of these; the page "Data" of a site says what each is for:

\b
{_forms()}

Without WORDS and options all of it is written. With them, the events that `timeline list` would show, with the
documents they cite, what else they name, and the forecasts that fit; what follows from a record, such as how many
independent sources it has, is that of the whole record.

A form of several files prints the first; --of names another, and a folder behind -o takes all of them. A file that is
there already is left alone, and one that is written appears whole or not at all.
"""


@click.command("export", cls=Command, help=_HELP, epilog="Example: timeline export csv --topic bridge -o bridge.csv")
@click.argument("format")
@click.argument("words", nargs=-1)
@open_record.data_option
@open_record.narrowed
@click.option("--of", "wanted", metavar="NAME", help="Which of its files: claims, or data/claims.csv.")
@click.option("-o", "target", metavar="PATH", help="A file, or a folder for all files: its name ends in a slash.")
@click.option("--force", is_flag=True, help="Write over what is there.")
@click.option("--since", metavar="REVISION", help="For changes: an earlier state, as git knows it.")
@click.option("--site", "address", metavar="ADDRESS", default="", help="The address of the site, for links.")
def export(
    format: str,
    words: tuple[str, ...],
    folder: Path,
    start: str | None,
    end: str | None,
    key: bool,
    disputed: bool,
    as_of: str | None,
    wanted: str | None,
    target: str | None,
    force: bool,
    address: str,
    since: str | None,
    **facets: tuple[str, ...],
) -> None:
    form = _form(format, address)
    loaded = open_record.read(folder)
    open_record.confess(loaded, folder)
    named = {name.replace("_", "-"): values for name, values in facets.items()}
    question = selection_options.asked(
        loaded.timeline, words, named, {"from": start, "to": end}, {"key": key, "disputed": disputed}, as_of
    )
    publication = _publication(loaded.timeline, question, _site(address), _former(form, folder, since))
    if target and (target.endswith(("/", "\\")) or Path(target).is_dir()):
        if wanted:
            raise Misuse("`--of` names one file, and a folder takes all of them", "write a file behind `-o`")
        written = _into(Path(target), form, publication, force)
        say(f"{Path(target).as_posix()}/: {written:,} files written\n")
        return
    whole = tuple(form.whole(publication))
    if not whole and form.single is no_files:
        raise Misuse(f"there is nothing in the record for {form.title}", "places with `coordinates` are what it holds")
    if not whole:
        raise Misuse(f"{form.title} is a file for each record", "name a folder for all of them: `-o records/`")
    file = _file(whole, wanted) if wanted else whole[0]
    if target is None:
        _print(file)
        return
    _refuse_to_overwrite([Path(target)], force)
    atomic_write.fill(Path(target), file.write)
    say(f"{Path(target).as_posix()}: written\n")


def _form(name: str, address: str) -> Export:
    known = registry.BY_NAME.get(name)
    if known is None:
        help = similar(name, registry.BY_NAME, "a format") or f"there are {', '.join(registry.BY_NAME)}"
        raise Misuse(f"there is no format `{name}`", help)
    if known.needs_address and not address:
        raise Misuse(
            f"{known.title} knows whole addresses only", "name that of the site: `--site https://example.org/`"
        )
    return known


def _site(address: str) -> Site:
    if address and not address.startswith(("http://", "https://")):
        raise Misuse(f"`{address}` after `--site` is no address", "write it with `https://` in front")
    return Site(address=f"{address.rstrip('/')}/" if address else "")


def _former(form: Export, folder: Path, since: str | None) -> Former | None:
    """The earlier state, for the one form that tells of it."""
    if form is not CHANGES:
        if since:
            raise Misuse(f"{form.title} knows no earlier state", "`--since` belongs to `timeline export changes`")
        return None
    if not since:
        raise Misuse("changes are those since an earlier state", "name one that git knows: `--since HEAD~1`")
    try:
        return Former(since, former(folder, since).timeline)
    except Unreachable as refused:
        raise Misuse(refused.sentence, refused.help) from None


def _publication(timeline: Timeline, asked: Asked, site: Site, former: Former | None) -> Publication:
    """What follows is asked of all that was known; the part is what is written."""
    view = view_of(timeline, asked.on) if asked.on else timeline
    part = surrounded(view, select(view, asked.selection), asked.selection) if asked.selection != Selection() else None
    return Publication(Index(view, timeline), site, part, former)


def _file(files: Sequence[SiteFile], wanted: str) -> SiteFile:
    """The one file that a name means: all of its address, its end, or its end without what follows the dot."""
    for ends in (_addresses, _names):
        fitting = [file for file in files if wanted in ends(PurePosixPath(file.path))]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise Misuse(f"`{wanted}` may be one of several files", _choice(fitting))
    raise Misuse(f"there is no file `{wanted}` in this format", _choice(files))


def _addresses(path: PurePosixPath) -> set[str]:
    return {str(path), path.name}


def _names(path: PurePosixPath) -> set[str]:
    return {path.name.partition(".")[0], path.parent.name}


def _choice(files: Sequence[SiteFile]) -> str:
    shown = ", ".join(f"`{file.path}`" for file in files[:_FEW])
    return f"there are {shown}{' and more' if len(files) > _FEW else ''}"


def _print(file: SiteFile) -> None:
    if file.path.endswith(".sqlite") and sys.stdout.isatty():
        raise Misuse("this form is no text and says nothing on a terminal", "name a file: `-o record.sqlite`")
    for piece in file.pieces():
        give(piece)


def _refuse_to_overwrite(paths: Iterable[Path], force: bool) -> None:
    there = next((path for path in paths if path.exists()), None)
    if there and not force:
        raise Misuse(f"`{there.as_posix()}` is there already", "name another file, or write over it with `--force`")


def _into(folder: Path, form: Export, publication: Publication, force: bool) -> int:
    """All files, each written once; a folder that was not there appears when it is complete."""
    there = folder.exists()
    above = folder if there else folder.parent
    above.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=above, prefix=f".{folder.name}."))
    try:
        paths = _written(form, dataclasses.replace(publication, folder=fresh), fresh)
        if there:
            _refuse_to_overwrite((folder / path for path in paths), force)
            for path in paths:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (fresh / path).replace(folder / path)
            shutil.rmtree(fresh)
        else:
            fresh.chmod(0o777 & ~atomic_write.mask())
            fresh.rename(folder)
    except BaseException:  # Ctrl-C too leaves no half folder behind
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return len(paths)


def _written(form: Export, publication: Publication, folder: Path) -> list[str]:
    """The paths of all files of a form, one after another written into a folder."""
    paths = []
    for file in chain(form.whole(publication), form.single(publication)):
        paths.append(file.path)
        if publication.kept.keep(file).large is None:
            (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
            file.write(folder / file.path)
    return paths
