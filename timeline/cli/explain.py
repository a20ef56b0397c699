"""The command `explain`: what a code means, from the catalogue that messages are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from timeline.cli.console import Command, Misuse, say, similar
from timeline.cli.terminal_layout import paragraph
from timeline.problems import CATALOGUE, Kind, Severity
from timeline.problems.catalogue import OF_FIELDS

_SOMETHING = {
    "owner": "a record", "verb": "names", "things": "records", "status": "disputed or denied", "what": "a day",
    "expected": "of the form it needs",
}  # fmt: skip
_WEIGHT = {
    Severity.ERROR: "This is an error: the site is not built until it is mended.",
    Severity.WARNING: "This is a warning: the site is built, and `timeline check --strict` fails.",
    Severity.NOTE: "This is a note: it is true of the record and never fails. `timeline check --notes` lists it.",
}
_GROUPS = ((Severity.ERROR, "Errors"), (Severity.WARNING, "Warnings"), (Severity.NOTE, "Notes"))


@click.command(cls=Command, epilog="Example: timeline explain unknown-source")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Tell what a code in a message means.

    CODE stands in brackets at the start of a message; without it, all codes are listed.
    """
    if code is None:
        say(everything())
        return
    kind = CATALOGUE.get(code)
    if kind is None:
        help = similar(code, CATALOGUE, "a code") or "`timeline explain` lists all codes"
        raise Misuse(f"there is no code `{code}`", help)
    say(one(kind))


def one(kind: Kind) -> str:
    """A code for somebody who meets it the first time."""
    weight = _WEIGHT[kind.severity]
    if kind.severity is not Severity.ERROR and kind not in OF_FIELDS:
        weight += f" Where it is meant, `allow: {{{kind.code}: the reason}}` on the event or source waives it."
    texts = (f"{kind.severity}[{kind.code}]: {sentence(kind)}", kind.explanation, weight)
    return "\n".join("".join(f"{line}\n" for line in paragraph(text)) for text in texts)


def everything() -> str:
    """All codes, each with its sentence, the gravest first."""
    return "".join(f"{line}\n" for line in _everything())


def sentence(kind: Kind) -> str:
    """The sentence of a fault that has not happened: names of things that could be meant are left open."""
    return re.sub(r"\{(\w+)\}", lambda match: _SOMETHING.get(match[1], "…"), kind.sentence)


def _everything() -> Iterator[str]:
    width = max(len(code) for code in CATALOGUE) + 4
    for severity, title in _GROUPS:
        kinds = [kind for kind in CATALOGUE.values() if kind.severity is severity]
        if kinds:
            yield from (title, "")
            for kind in kinds:
                yield from paragraph(sentence(kind), " " * width, f"  {kind.code}".ljust(width))
            yield ""
    yield "`timeline explain CODE` tells more of one."
