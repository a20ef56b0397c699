"""The page that says what the tests run names each file of which they do not run everything, and what is left."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

PAGE = runpy.run_path(str(Path(__file__).parents[1] / "tools" / "coverage_page.py"))["page"]

TABLE = """\
| Name                 |    Stmts |     Miss |   Branch |   BrPart |     Cover |   Missing |
|--------------------- | -------: | -------: | -------: | -------: | --------: | --------: |
| timeline/z\\_last.py  |       10 |        1 |        2 |        1 |     83.3% | 7, 9-\\>exit |
| timeline/a.py        |        8 |        2 |        0 |        0 |     75.0% |    3-4, 8 |
| **TOTAL**            |   **18** |    **3** |    **2** |    **1** | **80.0%** |           |
"""


class Measured:
    """Three files, one of them run from end to end."""

    def report(self, file: Any, **_: object) -> float:
        file.write(TABLE)
        return 80.0

    def get_data(self) -> Measured:
        return self

    def measured_files(self) -> set[str]:
        return {"timeline/a.py", "timeline/b.py", "timeline/z_last.py"}


def test_what_is_left_stands_behind_its_file_in_their_order() -> None:
    rows = PAGE(Measured()).partition("| --- | ---: | --- |\n")[2]

    assert rows == "| timeline/a.py | 75.0% | 3-4, 8 |\n| timeline/z_last.py | 83.3% | 7, 9->exit |\n"


def test_the_whole_is_told_and_how_many_files_need_no_line_of_their_own() -> None:
    text = PAGE(Measured())

    assert "All in all 80.0% are run" in text
    assert "Of 1 files everything is run, of 2 nearly everything" in text
