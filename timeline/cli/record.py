"""The command `record`: which record this is, in which version, and where a version that somebody cites is found."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path

import click

from timeline.cli import open_record, wording
from timeline.cli.console import Command, Misuse, for_any_encoding, say
from timeline.loader.revision import Unreachable, former, revisions
from timeline.model import Timeline
from timeline.queries.version import LENGTH, version

TAG = "record-"
"""How the name of a release begins, behind which its version stands."""


@click.command("record", cls=Command, epilog="Example: timeline record --find 4f0c2a91be77")
@open_record.data_option
@click.option("--version", "bare", is_flag=True, help="Nothing but the version.")
@click.option("--find", "wanted", metavar="VERSION", help="The revision of git that holds a version.")
@open_record.form_option
def record_(folder: Path, bare: bool, wanted: str | None, form: str) -> None:
    """Tell which record this is, and find the version that somebody cites.

    A version is twelve digits over what the record says; the same digits are the same record, however its files are
    laid out. --find looks at the tag "record-VERSION" first, then at every revision that changed the folder, the latest
    first, which takes about a second for each.

    \b
    With --format json, an object:
      title, language, licence, through, uuid, version
    """
    if wanted:
        say(f"{_found(folder, wanted)}\n")
        return
    loaded = open_record.read(folder)
    if bare:
        say(f"{version(loaded.timeline)}\n")
    else:
        say(for_any_encoding(_json(loaded.timeline)) if form == "json" else _text(loaded.timeline))
    open_record.confess(loaded, folder)


def _text(timeline: Timeline) -> str:
    record = timeline.record
    licence = f", {record.licence}" if record.licence else ""
    return f"{record.title}\nversion {version(timeline)}, checked up to {wording.day(record.through)}{licence}\n"


def _json(timeline: Timeline) -> str:
    record = timeline.record
    told = {
        "title": record.title,
        "language": record.language,
        "licence": record.licence,
        "through": record.through.isoformat(),
        "uuid": record.uuid,
        "version": version(timeline),
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _found(folder: Path, wanted: str) -> str:
    """The tag or the commit."""
    if not re.fullmatch(rf"[0-9a-f]{{{LENGTH}}}", wanted):
        raise Misuse(f"`{wanted}` is no version", f"a version is {LENGTH} digits of 0 to 9 and a to f")
    open_record.read_folder(folder)
    try:
        known = revisions(folder)
    except Unreachable as refused:
        raise Misuse(refused.sentence, refused.help) from None
    for revision in (f"{TAG}{wanted}", *known):
        with suppress(Unreachable):  # there is no such tag, or the record was not there yet
            if version(former(folder, revision).timeline) == wanted:
                return revision
    raise Misuse(f"no revision here holds version {wanted}", "`git fetch --tags --unshallow` brings what is not here")
