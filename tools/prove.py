"""What `python3 dev.py prove` runs, apart from the tests: these take long, or come through npx, over the network.

    python -m tools.prove [PROOF ...]

Without a name it runs all of them, one after the other, and says at the end which did not hold.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from dev import guarded, module, run
from dev_environment import PYTHON, ROOT, Halt, say

NPX = shutil.which("npx")
NODE = shutil.which("node")
THOROUGH = ("--hypothesis-profile", "thorough")  # 25 times as many made-up records
TYPESCRIPT = "typescript@5.9.3"


@dataclass(frozen=True, slots=True)
class Proof:
    """What is asked, and the commands that answer it."""

    asks: str
    commands: tuple[tuple[str, ...], ...]
    by_npx: bool = False


def _tool(path: str) -> tuple[tuple[str, ...], ...]:
    return ((str(PYTHON), path),)


PROOFS = {
    "coverage": Proof(
        "how much of the code the tests run, kept in docs/design/coverage.md",
        (
            (*module("coverage"), "erase"),
            (*module("coverage"), "run", "-m", "pytest", "-m", "not browser"),
            (*module("coverage"), "combine"),
            (str(PYTHON), "tools/coverage_page.py"),
            (*module("coverage"), "report"),
        ),
    ),
    "thorough": Proof(
        "whether what holds of any record holds of 25 times as many as the tests make up",
        ((*module("pytest"), "-m", "hypothesis and not browser", *THOROUGH),),
    ),
    "node": Proof(
        "the tests of our scripts",
        ((NODE or "node", "--test", *map(str, sorted((ROOT / "tests").rglob("*.test.js")))),),
        by_npx=True,
    ),
    "tsc": Proof(
        "their types",
        ((NPX or "npx", "--yes", "-p", TYPESCRIPT, "tsc", "-p", "tools/tsconfig.json"),),
        by_npx=True,
    ),
    "formats": Proof(
        "whether ical.js and citation.js read what is exported",
        _tool("tools/formats.py"),
        by_npx=True,
    ),
    "reader-mode": Proof(
        "what Firefox's reading mode keeps of an event",
        _tool("tools/reader_mode.py"),
        by_npx=True,
    ),
    "lighthouse": Proof("Lighthouse on a record of 1,000 events", _tool("bench/lighthouse.py"), by_npx=True),
    "tables": Proof("whether frictionless, pandas and Datasette read the tables", _tool("tools/tables.py")),
    "frames": Proof(
        "what the Nu HTML checker says of pages for frames; with Java",
        _tool("tools/frames.py"),
        by_npx=True,
    ),
    "interruptions": Proof(
        "whether site and files stay whole when builds and commands are killed, raced and out of room",
        _tool("tools/interruptions.py"),
    ),
    "workflows": Proof(
        "what zizmor says of the workflows, ours and those of `timeline new`",
        _tool("tools/workflows.py"),
    ),
    "editors": Proof(
        "what editors offer and underline: the server for YAML with our schema, ours in Neovim, Emacs and VS Code",
        (*_tool("tools/language_server.py"), *_tool("tools/editors.py")),
        by_npx=True,
    ),
    "hostile": Proof("whether any of seven hundred hostile texts runs in any field", _tool("tools/hostile.py")),
    "fuzz": Proof("whether made-up bytes are answered in words", _tool("tools/fuzz.py")),
    "mutants": Proof("whether the tests notice other code", _tool("tools/mutants.py")),
    "fresh": Proof(
        "whether the site builds anew with the oldest of what it may be built with",
        _tool("tools/fresh.py"),
    ),
}


def prove(arguments: Sequence[str]) -> int:
    """Runs the chosen proofs, or all: 1 if one of them did not hold."""
    if {"-h", "--help"} & set(arguments):
        print("usage: python3 dev.py prove [PROOF ...]\n")
        for name, proof in PROOFS.items():
            print(f"  {name:<13} {proof.asks}{' (npx)' if proof.by_npx else ''}")
        return 0
    chosen = arguments or tuple(PROOFS)
    unknown = [name for name in chosen if name not in PROOFS]
    if unknown:
        raise Halt(f"there is no proof called {unknown[0]}; there are {', '.join(PROOFS)}")
    if NPX is None and any(PROOFS[name].by_npx for name in chosen):
        raise Halt("npx is missing, so nothing was proved; it comes with node, 18.20 or newer: https://nodejs.org")
    failed = []
    for name in chosen:
        say(f"proof: {name}")
        if any(run(*command) for command in PROOFS[name].commands):
            failed.append(name)
    say(f"not proved: {', '.join(failed)}" if failed else f"proved: {', '.join(chosen)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(guarded(prove, sys.argv[1:]))
