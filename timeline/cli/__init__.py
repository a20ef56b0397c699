"""The command `timeline`: what a person at a terminal asks of a record, and how a program ends.

Exit codes: 0 for a clean record, 1 for faults, 2 for a question that cannot be understood.
"""

from __future__ import annotations

import sys

from timeline import garbage_collector


def main() -> None:
    """Runs the command line of this process."""
    try:
        # here, so that Ctrl-C is quiet while the rest is still being imported
        from timeline.cli.commands import timeline

        with garbage_collector.paused():  # a command is over before there is anything to collect
            timeline()
    except KeyboardInterrupt:
        sys.exit(130)
