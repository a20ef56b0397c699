#!/usr/bin/env python3
"""The commands of a fresh clone, for people who have nothing but Python.

They live in an environment of their own, `.venv`, so that the system's Python stays as it is (`dev_environment.py`).
What was installed there is remembered in a stamp: a second start needs no network and no time.
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python may well be the one that runs this file
    sys.exit("dev.py: Python 3.11 or newer is needed, and this is {}.{}.".format(*sys.version_info))

sys.path.insert(0, str(Path(__file__).resolve().parent))  # where Python is told not to look there by itself

from dev_environment import PYTHON, ROOT, Halt, environment, prepare, say

USAGE = """\
usage: python3 dev.py COMMAND [ARGUMENTS]

  serve   show the site at http://127.0.0.1:8000/ and follow every change  (mkdocs serve)
  build   write the site into site/; a warning fails                       (mkdocs build --strict)
  check   check the record in data/                                        (timeline check)
  fmt     put the files in data/ into their one order and layout           (timeline fmt)
  add, archive, diff, explain, export, import, language-server, links, list, new, record,
  rename, schema, show, stats, trace
          the other commands of timeline, about the record in data/
  lint    what needs seconds, and what the hooks of pre-commit run: ruff, fmt --check,
          mypy, lint-imports
  test    run everything: lint, a strict build, pytest; with arguments only pytest,
          which gets them: python3 dev.py test -k dates
  prove   what is measured and what tools of other worlds say: how much of the code
          the tests run, whether other programs read what is exported, whether hostile
          texts, made-up bytes and killed builds do harm; prove --help names each

Further arguments go to the tool: python3 dev.py serve -a 127.0.0.1:8123
"""

# -- running ---------------------------------------------------------------------------------------


def run(*command: str) -> int:
    with subprocess.Popen(command, cwd=ROOT, env=environment()) as process:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            process.wait()  # it heard the same Ctrl-C and says its own last words
            raise
        except BaseException:  # whatever ends this ends what it started
            process.terminate()
            raise
    return code if code >= 0 else 128 - code


def side_by_side(here: Sequence[str], beside: Sequence[Sequence[str]]) -> int:
    """Several at once, so that no processor waits; what the others say is told once the first has said all."""
    with ExitStack() as files:
        told = [files.enter_context(tempfile.TemporaryFile()) for _ in beside]
        others = [
            subprocess.Popen(each, cwd=ROOT, env=environment(), stdout=file, stderr=subprocess.STDOUT)
            for each, file in zip(beside, told, strict=True)
        ]
        try:
            codes = [run(*here), *(other.wait() for other in others)]
        except KeyboardInterrupt:
            for other in others:
                other.wait()  # it heard the same Ctrl-C
            raise
        except BaseException:  # whatever ends this ends what it started
            for other in others:
                other.terminate()
            raise
        for file in told:
            file.seek(0)
            sys.stdout.flush()
            sys.stdout.buffer.write(file.read())
        sys.stdout.flush()
    return next((code if code >= 0 else 128 - code for code in codes if code), 0)


def become(*command: str) -> int:
    """Give way to the command, so that signals and its exit code are its own. Windows knows no such thing."""
    if os.name == "nt":
        return run(*command)
    os.chdir(ROOT)
    os.execve(command[0], command, environment())


def module(name: str) -> tuple[str, ...]:
    return str(PYTHON), "-m", name


def script(name: str, place: str, function: str) -> tuple[str, ...]:
    """A console script without its file, which would name the folder it was made in."""
    code = f"import sys; from {place} import {function}; sys.argv[0] = {name!r}; sys.exit({function}())"
    return str(PYTHON), "-c", code


# -- the commands ----------------------------------------------------------------------------------


def serve(arguments: Sequence[str]) -> int:
    host, port = address(arguments)
    if taken(host, port):
        raise Halt(f"something else answers at {host}:{port}; try python3 dev.py serve -a {host}:{port + 1}")
    prepare("site")
    say(f"the site comes up at http://{host}:{port}/ in a moment; Ctrl-C ends it")
    return become(*module("mkdocs"), "serve", *arguments)


def address(arguments: Sequence[str]) -> tuple[str, int]:
    told = "127.0.0.1:8000"
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if argument in ("-a", "--dev-addr"):
            told = following
        elif argument.startswith("--dev-addr="):
            told = argument.partition("=")[2]
    host, _, port = told.rpartition(":")
    if not (host and port.isdigit()):
        raise Halt(f"an address is HOST:PORT, as 127.0.0.1:8123, and not {told!r}")
    return host, int(port)


def taken(host: str, port: int) -> bool:
    """Asked beforehand, since MkDocs builds the whole site first and then ends in a traceback."""
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


def build(arguments: Sequence[str]) -> int:
    if {"-q", "--quiet"} & set(arguments):
        raise Halt("leave out -q: it drops the warnings that a strict build fails on.")
    prepare("site")
    command = (*module("mkdocs"), "build", "--strict")
    others = [] if arguments else sorted(ROOT.glob("mkdocs.*.yml"))
    if not others:
        return become(*command, *arguments)
    tags = [file.suffixes[-2].lstrip(".") for file in others]
    for tag in tags:  # the same site in another language, in a folder of the first
        where = os.environ.get("SITE_URL")
        os.environ[f"BESIDE_{tag.upper()}"] = f"{tag}/"
        os.environ[f"SITE_URL_{tag.upper()}"] = f"{where.rstrip('/')}/{tag}/" if where else ""
    return become(*module("tools.build_languages"), *tags)


def timeline(arguments: Sequence[str]) -> int:
    """A command of the program itself, which also says what it does not know."""
    prepare("site")
    return become(*script("timeline", "timeline.cli", "main"), *arguments)


def lint(arguments: Sequence[str]) -> int:
    if arguments:
        raise Halt(f"lint takes no arguments, and this is one: {arguments[0]}")
    prepare("test")
    return in_turn("lint", quick_steps())


def test(arguments: Sequence[str]) -> int:
    prepare("test")
    if arguments:
        return become(*module("pytest"), *arguments)
    with tempfile.TemporaryDirectory(prefix="timeline-site-") as site:
        build_site = (*module("mkdocs"), "build", "--strict", "--site-dir", site)
        return in_turn("test", quick_steps() | {"mkdocs build --strict": build_site, "pytest": module("pytest")})


def quick_steps() -> dict[str, tuple[str, ...]]:
    lint_imports = script("lint-imports", "importlinter.cli", "lint_imports_command")
    return {
        "ruff check": (*module("ruff"), "check", "."),
        "timeline fmt --check": (*script("timeline", "timeline.cli", "main"), "fmt", "--check"),
        "mypy --strict": (*module("mypy"), "--strict"),
        "lint-imports": (*lint_imports, "--no-logo"),
    }


def in_turn(what: str, steps: dict[str, tuple[str, ...]]) -> int:
    """Each step once the one before it has passed; the first that fails is the last."""
    started = time.monotonic()
    for number, (name, command) in enumerate(steps.items(), start=1):
        say(f"{what} {number} of {len(steps)}: {name}")
        code = run(*command) if name != "pytest" else tested(command)
        if code != 0:
            say(f"{what} stopped at step {number} of {len(steps)}, {name}: exit code {code}")
            return code
    say(f"{what} passed: {', '.join(steps)}, in {time.monotonic() - started:.0f} s")
    return 0


OTHER_ENGINES = "tests/browser/engines"
WITHOUT_BROWSER = (
    ("tests", "--ignore-glob=tests/[f-z]*"),
    ("tests", "--ignore-glob=tests/[a-e]*"),
)
IN_THE_BROWSER = (
    (OTHER_ENGINES,),  # which mostly waits
    ("tests/browser", f"--ignore={OTHER_ENGINES}", "--ignore-glob=tests/browser/test_[f-z]*.py"),
    ("tests/browser", f"--ignore={OTHER_ENGINES}", "--ignore-glob=tests/browser/test_[a-e]*.py"),
)
"""About equal parts of the tests: a file that no part leaves out is run by both, and never by none."""


def tested(pytest: Sequence[str]) -> int:
    """All tests, in as many processes as keep two processors busy to the end."""
    without = [(*pytest, "-m", "not browser", *part) for part in WITHOUT_BROWSER]
    return side_by_side(without[0], [*without[1:], *((*pytest, "-m", "browser", *part) for part in IN_THE_BROWSER)])


def prove(arguments: Sequence[str]) -> int:
    """Apart from `test`: these take long, or come through npx, over the network."""
    prepare("test")
    return become(*module("tools.prove"), *arguments)


TIMELINE = (
    "add", "archive", "check", "diff", "explain", "export", "fmt", "import", "language-server", "links", "list", "new",
    "record", "rename", "schema", "show", "stats", "trace",
)  # fmt: skip
COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "serve": serve,
    "build": build,
    "lint": lint,
    "test": test,
    "prove": prove,
}


def main(arguments: Sequence[str]) -> int:
    if arguments and arguments[0] in ("-h", "--help"):
        print(USAGE, end="")
        return 0
    if not arguments or arguments[0] not in (*COMMANDS, *TIMELINE):
        print(USAGE, end="", file=sys.stderr)
        return 2
    command = COMMANDS.get(arguments[0])
    return guarded(command, arguments[1:]) if command else guarded(timeline, arguments)


def guarded(command: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> int:
    """Its exit code; whatever ends it ends what it started, and what stops it is one sentence."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return command(arguments)
    except KeyboardInterrupt:
        return 130
    except (Halt, OSError) as reason:
        print(f"dev.py: {reason}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
