"""What a command cannot do without: from its option, or on a terminal from who is asked for it."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from timeline.cli import selection_options
from timeline.cli.console import Misuse, alternatives
from timeline.edits import add as edits
from timeline.model import Timeline


def _asks() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def needed(option: str, given: str | None, question: str) -> str:
    """What was given, or what somebody at a terminal answers."""
    if given is None and _asks():
        given = click.prompt(question, err=True)
    if given is None or not given.strip():
        raise Misuse(f"`--{option}` is needed", question[:1].lower() + question[1:])
    return " ".join(given.split())


def word(option: str, given: str | None, timeline: Timeline, field: str) -> str:
    """One of our words or of the record's own, which stand under `field`."""
    return chosen(option, given, tuple(timeline.record.words(field)))


def chosen(option: str, given: str | None, words: tuple[str, ...]) -> str:
    """One of these words."""
    if given is None and _asks():
        return str(click.prompt(option.capitalize(), type=click.Choice(list(words)), err=True))
    if given not in words:
        said = f"`--{option}` is needed" if given is None else f"`--{option}` takes no `{given}`"
        raise Misuse(said, f"one of {alternatives(words)}")
    return given


def date(option: str, given: str | None) -> str | None:
    """A date as data has it; nothing is asked where none was given."""
    return selection_options.date(option, given).text if given else None


def new_id(taken: Iterable[str], option: str, *parts: str) -> str:
    """An id that is not taken, proposed from the parts of its name."""
    return edits.proposed(taken, *parts) or needed(option, None, "an id of a to z, 0 to 9 and hyphens")
