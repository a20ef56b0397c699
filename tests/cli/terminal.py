"""A command of `timeline` as a terminal gives it."""

from __future__ import annotations

import shlex
from pathlib import Path

from click.testing import CliRunner, Result

from timeline.cli.commands import timeline

GOLDEN = Path(__file__).parents[1] / "golden" / "cli"
"""What commands print, beside the records they are asked about."""


def run(command: str, **variables: str) -> Result:
    """In this process, with what the environment holds besides."""
    return CliRunner(env=variables).invoke(timeline, shlex.split(command, comments=False))
