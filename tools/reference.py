"""Writes from the code what would otherwise drift from it: the pages of `docs/reference/`, and the record's schema.

    python tools/reference.py

The examples are the golden files of the tests: real input, and what the checker really answers.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline import schema  # noqa: E402 -- the tree has to be found first
from timeline.cli.commands import timeline  # noqa: E402
from timeline.model.docstrings import sentences  # noqa: E402
from timeline.model.ledger import Reach  # noqa: E402
from timeline.problems import CATALOGUE, Kind, Severity  # noqa: E402
from tools.data_reference import data  # noqa: E402
from tools.fields_reference import fields  # noqa: E402

LINKS = ROOT / "docs" / "reference" / "links.md"
GOLDEN = ROOT / "tests" / "golden" / "problems"
HEADINGS = {
    Severity.ERROR: (
        "Errors",
        "The site would say what the data does not bear. Nothing is built until they are mended.",
    ),
    Severity.WARNING: ("Warnings", "Probable slips. They fail under `--strict`, and so in the site's own tests."),
    Severity.NOTE: ("Notes", "True of the record and no faults. `timeline check --notes` lists them."),
}


def checks() -> str:
    """The page of all checks."""
    lines = [
        "---",
        "title: Checks",
        "description: Every fault that the checker can find, why it matters, and what it says.",
        "hide: [navigation]",
        "---",
        "",
        "# Checks",
        "",
        "Every fault is told at once, with its line and its remedy.",
        "`timeline explain CODE` prints what stands here.",
        "Warnings and notes can be waived in a record, with the reason:",
        "`allow: {single-origin: only the filing can say this}`.",
    ]
    for severity, (title, words) in HEADINGS.items():
        lines += ["", f"## {title}", "", words]
        for kind in CATALOGUE.values():
            if kind.severity is severity:
                lines += ["", f"### {kind.code}", "", kind.explanation, *_example(kind)]
    return "\n".join(lines) + "\n"


def _example(kind: Kind) -> list[str]:
    """What the checker says of the simplest case of its golden files."""
    found = sorted(GOLDEN.glob(f"{kind.code}.yaml")) + sorted(GOLDEN.glob(f"{kind.code}*.yaml"))
    cases = [case for path in found if f"[{kind.code}]" in (case := yaml.safe_load(path.read_text("utf-8")))["output"]]
    if not cases:
        return []
    return ["", "```", cases[0]["output"].rstrip().rsplit("\n\n", 1)[0], "```"]


def commands() -> str:
    """The page of all commands, as each explains itself on a terminal."""
    lines = [
        "---",
        "title: Commands",
        "description: Every command with its options, as it explains itself on a terminal.",
        "hide: [navigation]",
        "---",
        "",
        "# Commands",
        "",
        "They read the folder `data` unless another one is named.",
        "Each prints what stands here when it is asked with `--help`.",
        "In a clone, `python3 dev.py` runs each of them without an environment of yours: `python3 dev.py check`.",
    ]
    whole = click.Context(timeline, info_name="timeline", terminal_width=80, **timeline.context_settings)
    for name in timeline.list_commands(whole):
        command = timeline.get_command(whole, name)
        assert command is not None
        context = click.Context(command, parent=whole, info_name=name)
        lines += ["", f"## timeline {name}", "", "```", command.get_help(context), "```"]
    return "\n".join(lines) + "\n"


def links() -> str:
    """The page of the ledger, with its fields as the code has them; the rest of it is written by hand."""
    text = LINKS.read_text("utf-8")
    before, head, after = text.partition("| field | what it holds |\n| --- | --- |\n")
    rows = "".join(f"| `{name}` | {sentence} |\n" for name, sentence in sentences(Reach).items())
    return before + head + rows + "\n" + after.partition("\n\n")[2]


PAGES = {
    LINKS: links,
    ROOT / "docs" / "reference" / "commands.md": commands,
    ROOT / "docs" / "reference" / "checks.md": checks,
    ROOT / "docs" / "reference" / "data.md": data,
    ROOT / "docs" / "reference" / "fields.md": fields,
    ROOT / "data" / schema.NAME: schema.text,
}

if __name__ == "__main__":
    for path, write in PAGES.items():
        path.write_text(write(), "utf-8")
        print(path.relative_to(ROOT))
