"""A comment stays with what it speaks of, and the head of a file stays its head."""

from __future__ import annotations

import inspect

import pytest

from timeline.formatter import restate


def shaped(text: str, schema: str = "") -> str:
    """A text in its canonical form; there must be no fault in it."""
    result = restate("x.yaml", inspect.cleandoc(text).encode() + b"\n", schema)
    assert [problem.sentence for problem in result.loaded.problems] == []
    return result.after.decode()


def clean(text: str) -> str:
    return inspect.cleandoc(text) + "\n"


def test_a_comment_moves_with_the_field_or_the_record_it_speaks_of() -> None:
    before = """
    actors:
      # who pays
      - {id: town, name: The town, kind: government}
      - name: The council   # since 1901
        # never change it
        id: council
        # a guess
        kind: organisation
        # to be completed
    """
    assert shaped(before) == clean("""
    actors:
      # never change it
      - id: council
        name: The council # since 1901
        # a guess
        kind: organisation
        # to be completed

      # who pays
      - {id: town, name: The town, kind: government}
    """)


def test_a_divider_stays_and_the_records_below_it_are_put_in_order() -> None:
    before = """
    sources:
      # Newspapers

      - {id: herald, title: H, publisher: P, language: en, kind: primary}
      # the better one
      - {id: gazette, title: G, publisher: P, language: en, kind: primary}

      # Minutes
      # of the council

      - {id: council-1931, title: C, publisher: P, language: en, kind: primary}
      - {id: board-1930, title: B, publisher: P, language: en, kind: primary}

      # Nothing else is known.
    """
    lines = [line for line in shaped(before).splitlines() if "#" in line or "id:" in line or not line]

    assert lines == [
        "  # Newspapers", "", "  # the better one", "  - id: gazette", "", "  - id: herald", "",
        "  # Minutes", "  # of the council", "", "  - id: board-1930", "", "  - id: council-1931", "",
        "  # Nothing else is known.",
    ]  # fmt: skip


def test_a_comment_between_brackets_opens_them() -> None:
    before = """
    events:
      - id: a
        added: 2024-06-01
        date: 2024
        title: A
        kind: report
        status: reported
        actors: [town, # who pays
          council]
        claims: [{text: It is so., cite: s}]
    """
    assert "    actors:\n      - town # who pays\n      - council\n" in shaped(before)


def test_the_head_of_a_file_stays_its_head() -> None:
    before = """
    # The harbour bridge, and what became of it.
    # Everything here is made up.
    topics: [{id: bridge, name: The bridge}]
    # what it is
    record: {title: The harbour, through: 2024-06-30}
    # the end
    """
    assert shaped(before) == clean("""
    # The harbour bridge, and what became of it.
    # Everything here is made up.

    # what it is
    record:
      title: The harbour
      through: 2024-06-30

    topics:
      - {id: bridge, name: The bridge}

    # the end
    """)


def test_the_first_line_names_the_schema_once() -> None:
    text = "# The harbour\ntopics:\n  - {id: bridge, name: The bridge}"
    once = shaped(text, "timeline.schema.json")

    assert once.splitlines()[:3] == ["# yaml-language-server: $schema=timeline.schema.json", "# The harbour", ""]
    assert shaped(once, "timeline.schema.json") == once


@pytest.mark.parametrize("named", ["../timeline.schema.json", "https://example.org/timeline.schema.json"])
def test_another_schema_that_a_file_names_is_left_and_moved_to_the_first_line(named) -> None:
    text = f"# The harbour\n# yaml-language-server: $schema={named}\n\ntopics:\n  - {{id: bridge, name: The bridge}}"

    assert shaped(text, "timeline.schema.json").splitlines()[0] == f"# yaml-language-server: $schema={named}"
