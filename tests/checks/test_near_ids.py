"""What is typed where an id belongs is answered with the ids that were meant, and with none that does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.checks import read

RECORD = """
record: {{title: The bridge, through: 2026-11-22}}
actors:
  - {{id: harbour, name: The Harbour Board, kind: company, also: [The Board]}}
  - {{id: council, name: Town Council, kind: government}}
topics: [{{id: bridge, name: The bridge}}]
sources:
  - {{id: gazette, title: The bridge opens, publisher: Gazette, kind: primary, language: en, note: On paper.}}
events:
  - id: opening
    added: 2026-11-01
    date: 1931
    title: The bridge opens
    kind: report
    status: reported
    {typed}
    claims:
      - text: The bridge opened.
        cite: gazette
"""
NOBODY = "one that has no record yet is added under `actors`"


@pytest.mark.parametrize(
    ("typed", "help"),
    [
        ("actors: harbour, council", "write `[harbour, council]`"),
        ("actors: harbour council", "write `[harbour, council]`"),
        ("actors: [harbour; council]", "write `harbour, council`"),
        ("actors: The Board and Town Council", "write `[harbour, council]`"),
        ("actors: The Harbour Board", "write `harbour`"),
        ("actors: Har Bour", "write `harbour`"),
        ("actors: Harbour Commissioners", "an actor with a similar id is `harbour`"),
        ("actors: '@harbour'", "write `harbour`, the id alone"),
        ("actors:\n      - harbour; council", "put each behind a dash of its own: `- harbour` and `- council`"),
        ("topics: Old Bridge", "a topic with a similar id is `bridge`"),
        (
            "actors: Jane Doe",
            f"name an actor by its id, which is made of a to z, 0 to 9 and single hyphens; {NOBODY}",
        ),
        ("related: [{event: 'opening, closing', as: see-also}]", "one id belongs here: `opening` or `closing`"),
    ],
)
def test_what_stands_in_the_place_of_an_id_is_answered_with_the_ids_that_were_meant(
    tmp_path: Path, typed: str, help: str
) -> None:
    (tmp_path / "record.yaml").write_text(RECORD.format(typed=typed), encoding="utf-8")

    assert [(p.code, p.help) for p in read(tmp_path).problems if p.code != "unused"] == [("bad-id", help)]


def test_two_records_of_one_name_are_not_chosen_between(tmp_path: Path) -> None:
    twins = "also: [The Board]}}\n  - {{id: river, name: The Board, kind: company}}"
    text = RECORD.replace("also: [The Board]}}", twins).format(typed="actors: The Board")
    (tmp_path / "record.yaml").write_text(text, encoding="utf-8")

    helps = [p.help for p in read(tmp_path).problems if p.code == "bad-id"]

    assert helps == [f"name an actor by its id, which is made of a to z, 0 to 9 and single hyphens; {NOBODY}"]
