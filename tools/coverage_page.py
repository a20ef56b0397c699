"""How much of the code the tests run, as a page: `python3 dev.py prove coverage` measures, and calls this.

Files of which everything is run are counted, the others are named with what is left.
"""

from __future__ import annotations

import io
from pathlib import Path

import coverage

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "design" / "coverage.md"
HEAD = """\
# What the tests run

Measured by `python3 dev.py prove coverage`, which writes this page.
Lines count, and so do the ways from one line to another.
What a test starts in a process of its own counts too.
The engines and the commands are left out: they are tried on whole sites, and as they are typed.
All in all {total} are run; 95 % have to be.
Of {whole} files everything is run, of {rest} nearly everything; what is not stands behind each.

| file | run | lines and ways that are not |
| --- | ---: | --- |
"""


def page(measured: coverage.Coverage) -> str:
    table = io.StringIO()
    measured.report(file=table, output_format="markdown", show_missing=True, skip_covered=True, precision=1)
    cells = [
        [cell.strip().replace("\\", "") for cell in line.strip("|").split("|")]
        for line in table.getvalue().splitlines()
        if line.startswith("| ")
    ]
    rows, total = cells[1:-1], cells[-1]
    named = sorted(f"| {name} | {run} | {missing} |" for name, *_, run, missing in rows)
    whole = len(measured.get_data().measured_files()) - len(named)
    head = HEAD.format(total=total[5].strip("*").strip(), whole=whole, rest=len(named))
    return head + "\n".join(named) + "\n"


if __name__ == "__main__":
    measured = coverage.Coverage()
    measured.load()
    PAGE.write_text(page(measured), encoding="utf-8", newline="\n")
