"""The way in and out: every end of the program is a sentence and an exit code, never a traceback."""

from __future__ import annotations

import codecs
import io
import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, NoReturn

import click

from timeline.problems.report import written_out
from timeline.problems.suggestions import nearest

MISUSE = 2
INTERRUPTED = 130
"""What a shell gives a program that Ctrl-C ended."""
PIPE_CLOSED = 141
"""What a shell gives a program whose reader went away."""

_PLAIN = {"→": "->", "…": "...", "–": "-", "—": "-", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\xa0": " "}


class Misuse(click.ClickException):
    """A question that cannot be answered as it was asked: a sentence without full stop, and a remedy."""

    exit_code = MISUSE

    def __init__(self, sentence: str, help: str = "") -> None:
        super().__init__(sentence)
        self.help = help
        self.ctx = click.get_current_context(silent=True)


class Command(click.Command):
    """A command that says of every misuse that it was its own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as misuse:
            misuse.ctx = misuse.ctx or ctx
            raise


class Console(click.Group):
    """A group of commands that says in our words what went wrong."""

    command_class = Command

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="timeline-plainly")
        try:
            code = super().main(args, "timeline", complete_var, standalone_mode=False, **extra)
        except (KeyboardInterrupt, click.Abort):
            sys.exit(INTERRUPTED)
        except click.ClickException as misuse:
            _leave(misuse)
        except OSError as error:
            at = f" `{_near(error.filename)}`" if isinstance(error.filename, str) else ""
            _leave(Misuse(f"the system refused{at}: {(error.strerror or str(error)).lower()}"))
        sys.exit(code if isinstance(code, int) else 0)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            raise Misuse(f"there is no command `{name}`", similar(name, self.list_commands(ctx), "a command"))
        return super().resolve_command(ctx, args)


def _near(path: str) -> str:
    """A path as it was typed, most likely: from here, where it lies here."""
    with suppress(ValueError):
        return Path(path).relative_to(Path.cwd()).as_posix()
    return path


def similar(word: str, known: Iterable[str], thing: str) -> str:
    """The word that was probably meant, as a remedy; nothing when none is near."""
    near = nearest(word, known, cutoff=0.65)
    return f"{thing} with a similar name is `{near}`" if near else ""


def alternatives(words: Iterable[Any]) -> str:
    """Words to choose from: "`a`, `b` or `c`"."""
    *first, last = [f"`{word}`" for word in words]
    return f"{', '.join(first)} or {last}" if first else last


def say(text: str, coloured: bool = False) -> None:
    """Writes to the standard output, whatever it can take, until nobody listens any more.

    What an author typed may hold signs that command a terminal. Only text with colours of ours keeps them.
    """
    stream = sys.stdout
    if stream is None:
        return
    try:
        stream.write(text if coloured else harmless(text))
        stream.flush()
    except BrokenPipeError:
        _nobody_listens(stream)
        raise click.exceptions.Exit(PIPE_CLOSED) from None
    except OSError:
        _nobody_listens(stream)
        raise


def give(raw: bytes) -> None:
    """Writes bytes to the standard output as they are, for the program that asked for them."""
    stream = sys.stdout.buffer
    try:
        stream.write(raw)
        stream.flush()
    except BrokenPipeError:
        _nobody_listens(sys.stdout)
        raise click.exceptions.Exit(PIPE_CLOSED) from None


def for_any_encoding(text: str) -> str:
    """JSON that stays JSON on a terminal or in a pipe that does not take every letter."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return "".join(c if c.isascii() else json.dumps(c)[1:-1] for c in text)
    return text


def warn(text: str) -> None:
    """Writes a sentence to the standard error."""
    click.echo(harmless(text), err=True)


def _leave(fault: click.ClickException) -> NoReturn:
    sentence, help = _told(fault)
    context = getattr(fault, "ctx", None)
    command = context.command_path if context else "timeline"
    warn(f"{command}: {sentence}")
    if not help and isinstance(fault, click.UsageError):
        help = f"`{command} --help` tells how it is used"
    if help:
        warn(f"  = help: {help}")
    sys.exit(fault.exit_code)


def _told(fault: click.ClickException) -> tuple[str, str]:
    """What went wrong in the words of our messages, and the remedy."""
    match fault:
        case Misuse():
            return written_out(fault.message), written_out(fault.help)
        case click.NoSuchOption():
            known = [name for option in _options(fault.ctx) for name in option.opts]
            return f"there is no option `{fault.option_name}`", similar(fault.option_name, known, "an option")
        case click.MissingParameter(param=click.Parameter() as param):
            return f"{param.make_metavar(fault.ctx or click.get_current_context())} is needed", ""
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices)) as param):
            return f"`{param.opts[0]}` takes {alternatives(choices)} only", ""
        case click.BadOptionUsage() if "requires" in fault.message:
            return f"a word is needed after `{fault.option_name}`", ""
        case click.BadOptionUsage():
            return f"`{fault.option_name}` stands alone, without a value", ""
    surplus = re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", fault.message)
    if surplus:
        return f"there is no use for `{surplus[1]}`", ""
    if fault.message == "Missing command.":
        return "a command is needed", "`timeline --help` lists the commands"
    words = fault.format_message().rstrip(".")
    return words[:1].lower() + words[1:], ""


def _options(context: click.Context | None) -> list[click.Option]:
    parameters = context.command.get_params(context) if context else []
    return [param for param in parameters if isinstance(param, click.Option)]


def harmless(text: str) -> str:
    """Text that cannot move the cursor or turn the writing."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def _nobody_listens(stream: IO[str]) -> None:
    """Sends what is left to nowhere, or Python would try again while it ends, and complain."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return


def _plainly(error: UnicodeError) -> tuple[str, int]:
    """What a terminal with fewer letters shows: our own signs spelt out, letters of names by their number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    plain = (_PLAIN.get(c) or c.encode("ascii", "backslashreplace").decode() for c in missing)
    return "".join(plain), error.end


codecs.register_error("timeline-plainly", _plainly)
