"""The command `check`: the faults of a record, and what they mean for the one who waits for the exit code."""

from __future__ import annotations

import dataclasses
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from timeline import dates
from timeline.checks import judgements, ledger, lost_ids
from timeline.cli import open_record, selection_options
from timeline.cli.console import Command, Misuse, for_any_encoding, harmless, say, warn
from timeline.cli.terminal_layout import count
from timeline.loader import Loaded
from timeline.loader.revision import Unreachable, former
from timeline.problems import Problem, Severity, in_file_order
from timeline.problems.report import as_github, as_json, summary, texts

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_GUTTER = re.compile(r"^( *\d* *)(-->|\||=)")

_NOW = ""
"""What `--today` has for a value when no day is written behind it."""


@click.command(cls=Command, epilog="Example: timeline check data --strict --notes")
@click.argument("folder", default=open_record.FOLDER, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or for the lines of a pull request.",
)
@click.option("--strict", is_flag=True, help="Let a warning fail as an error does.")
@click.option("--notes", is_flag=True, help="Also list what is no fault and worth knowing.")
@click.option(
    "--today",
    is_flag=False,
    flag_value=_NOW,
    metavar="[DAY]",
    help="Also tell what is overdue today, or was on a day.",
)
@click.option(
    "--since",
    metavar="REVISION",
    help="Also tell every id that git has at a revision, such as main, and whose page is gone.",
)
@click.option(
    "--new-sources",
    metavar="REVISION",
    help="Also ask for a copy of each source that a revision has not, or for the reason why there is none.",
)
@click.option(
    "--docs",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="FOLDER",
    help="The folder of hand-written pages, if it is another one than the site's.",
)
@click.option(
    "--draft",
    "drafts",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also check a file elsewhere, as if it lay in the folder.",
)
def check(
    folder: Path,
    form: str,
    strict: bool,
    notes: bool,
    today: str | None,
    since: str | None,
    new_sources: str | None,
    drafts: Sequence[Path],
    docs: Path | None,
) -> None:
    """Check every file of a record and tell all faults at once.

    FOLDER holds the YAML files; without it, the folder "data" is checked. Where an mkdocs.yml stands beside it, the
    pages in the folder "docs" there are checked too: what they link to and cite has to be in the record. The day up to
    which the record was verified counts as today, so that one record is always judged alike; --today alone looks at
    the clock.
    """
    if today and folder == Path(open_record.FOLDER) and Path(today).is_dir():
        folder, today = Path(today), _NOW  # "--today data" was meant for both
    loaded = open_record.read(folder, selection_options.today(today) if today is not None else None, drafts)
    if pages := docs or beside(folder):
        loaded = with_pages(loaded, pages)
    if since or new_sources:
        loaded = compared(loaded, folder, since, new_sources)
    problems = noted(loaded) if notes else loaded.problems
    say(report(loaded, problems, form, strict), coloured=form == "text" and colours_wanted())
    if notes and not loaded.sound and form == "text":
        warn("Notes are taken once the errors are mended.")
    if failing(problems, strict):
        raise click.exceptions.Exit(1)


def beside(folder: Path) -> Path | None:
    """The hand-written pages of the site that a record belongs to, where they lie as `timeline new` lays them."""
    site = folder / ".." if folder.name in ("", "..") else folder.parent
    return site / "docs" if (site / "mkdocs.yml").is_file() and (site / "docs").is_dir() else None


def with_pages(loaded: Loaded, docs: Path) -> Loaded:
    """A record with what hand-written pages ask of it and do not get."""
    from timeline.markdown import faults_of_pages  # no other check has use for it

    paths = sorted(docs.rglob("*.md"))
    texts = {path.as_posix(): path.read_text(encoding="utf-8-sig", errors="replace") for path in paths}
    problems = in_file_order([*loaded.problems, *faults_of_pages(texts, loaded)])
    return dataclasses.replace(loaded, problems=problems, files={**loaded.files, **texts})


def compared(loaded: Loaded, folder: Path, since: str | None, new_sources: str | None) -> Loaded:
    """A record with what a comparison with earlier revisions tells: ids that are gone, and sources without a copy."""
    try:
        was, before = (former(folder, revision) if revision else None for revision in (since, new_sources))
    except Unreachable as refused:
        raise Misuse(refused.sentence, refused.help) from None
    gone = lost_ids.check(loaded, was) if was else ()
    unkept = ledger.new_sources(loaded, before) if before else ()
    files = {**(was.files if was else {}), **loaded.files}
    return dataclasses.replace(loaded, problems=in_file_order([*loaded.problems, *gone, *unkept]), files=files)


def failing(problems: Sequence[Problem], strict: bool) -> bool:
    """Whether these faults make the command fail."""
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(problem.severity in fatal for problem in problems)


def noted(loaded: Loaded) -> tuple[Problem, ...]:
    """The faults of a record and what is only worth knowing; that is asked of a sound record only."""
    if not loaded.sound:
        return loaded.problems
    return in_file_order([*loaded.problems, *judgements.notes(loaded.timeline), *ledger.notes(loaded)])


def report(loaded: Loaded, problems: Sequence[Problem], form: str, strict: bool) -> str:
    """All of it in one of the three forms."""
    if form == "json":
        return for_any_encoding(as_json(problems))
    last = closing(loaded, problems, strict) + "\n"
    if form == "github":
        return as_github(problems) + last
    return "".join(text + "\n" for text in _texts(problems, loaded.files)) + last


def closing(loaded: Loaded, problems: Sequence[Problem], strict: bool) -> str:
    """The last line: how many faults there are, or how much there is without any."""
    worse = [problem for problem in problems if problem.severity is not Severity.NOTE]
    if worse:
        only_warnings = strict and not failing(problems, strict=False)
        return summary(problems) + (", and --strict lets no warning pass" if only_warnings else "")
    timeline = loaded.timeline
    sizes = [(len(timeline.events), "event"), (len(timeline.sources), "source"), (len(list(timeline.claims)), "claim")]
    events, sources, claims = (count(number, thing) for number, thing in sizes)
    through = dates.words(dates.parse(timeline.record.through.isoformat()))
    noted = f"{summary(problems)}, and " if problems else ""
    return f"{noted}no problems in {events}, {sources} and {claims}, checked up to {through}"


def _texts(problems: Sequence[Problem], files: Mapping[str, str]) -> Iterator[str]:
    for problem, text in texts(problems, files):
        yield _coloured(text, problem.severity) if colours_wanted() else text


def _coloured(text: str, severity: Severity) -> str:
    """Colours say nothing that the words do not."""
    first, *others = harmless(text).split("\n")
    name, mark, sentence = first.partition(": ")
    lines = [click.style(name, fg=_COLOURS[severity], bold=True) + click.style(mark + sentence, bold=True)]
    for line in others:
        gutter = _GUTTER.match(line)
        rest = line[gutter.end() :] if gutter else line
        if gutter and re.match(r" +\^", rest):
            rest = click.style(rest, fg=_COLOURS[severity])
        lines.append((click.style(gutter[0], fg="blue") if gutter else "") + rest)
    return "\n".join(lines)


def colours_wanted() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
