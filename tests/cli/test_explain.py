"""`timeline explain`: every code in words."""

from __future__ import annotations

import re

import pytest

from tests.cli.terminal import run
from timeline.cli import explain
from timeline.problems import CATALOGUE


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_can_be_explained_without_a_gap(code) -> None:
    done = run(f"explain {code}")

    assert done.exit_code == 0
    assert done.stdout.startswith(f"{CATALOGUE[code].severity}[{code}]: ")
    assert "{" not in explain.sentence(CATALOGUE[code])


def test_without_a_code_all_are_listed() -> None:
    listed = re.findall(r"^  ([a-z0-9-]+)  ", run("explain").stdout, re.MULTILINE)

    assert sorted(listed) == sorted(CATALOGUE)
