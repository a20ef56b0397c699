"""The sample of an audit is drawn by a seed, and nobody's choice."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

TOOL = runpy.run_path(str(Path(__file__).parent.parent / "tools" / "audit_sample.py"))
RECORD = [f"event#claim-{number}" for number in range(1, 301)]


def test_a_round_draws_the_same_claims_every_time() -> None:
    first = TOOL["sample"](RECORD, 1, set())

    assert len(first) == 60
    assert first == TOOL["sample"](RECORD, 1, set())
    assert first != TOOL["sample"](RECORD, 2, set())


def test_a_later_round_draws_nothing_that_was_drawn_before() -> None:
    before = set(TOOL["sample"](RECORD, 1, set()))

    assert before.isdisjoint(TOOL["sample"](RECORD, 2, before))


def test_the_rounds_of_the_page_have_sixty_claims_each_and_none_twice() -> None:
    rounds = TOOL["drawn"](TOOL["PAGE"].read_text("utf-8"))
    every = [ref for refs in rounds.values() for ref in refs]

    assert {number: len(refs) for number, refs in rounds.items()} == dict.fromkeys(range(1, len(rounds) + 1), 60)
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("line", ["| `event#claim-1` | exact | |", "| `event#named` | | |"])
def test_a_row_of_a_round_begins_with_the_address_of_its_claim(line) -> None:
    assert len(TOOL["drawn"](f"## Round 1\n\n{line}\n")[1]) == 1
