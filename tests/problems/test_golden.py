"""Each fault as an editor meets it: the text it gets, and that its remedy mends it.

`UPDATE=1 pytest tests/problems/test_golden.py` writes what is said now into the cases; the change is then read
like prose before it is accepted.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.problems.golden import BASE, FOLDER, Case, cases, rewrite, write
from timeline.problems import CATALOGUE, Problem, Severity

CASES = cases()
LITERAL = re.compile(r"`([^`…]+)`")
each = pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)


@each
def test_a_fault_is_told_as_the_golden_file_has_it(case: Case, tmp_path: Path) -> None:
    said = case.said(tmp_path / "data")
    if os.environ.get("UPDATE"):
        rewrite(case, said)
    else:
        assert said == case.output


@each
def test_a_mended_record_has_no_fault(case: Case, tmp_path: Path) -> None:
    _, problems = case.read(tmp_path / "data", mended=True)

    assert problems == ()


@each
def test_one_cause_has_one_code(case: Case, tmp_path: Path) -> None:
    if case.path.stem.endswith(("-and-others", "-waived", "-bomb")):
        pytest.skip("shows several faults on purpose, or none")
    _, problems = case.read(tmp_path / "data")

    assert {problem.code for problem in problems} == {case.code}


def test_every_code_has_a_case() -> None:
    assert {case.code for case in CASES} == set(CATALOGUE)


def test_the_base_of_all_cases_has_no_fault(tmp_path: Path) -> None:
    case = Case(FOLDER / "base.yaml", "", BASE, {}, "")

    assert case.said(tmp_path / "data") == ""
