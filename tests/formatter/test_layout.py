"""How a record looks in its files, told by small ones."""

from __future__ import annotations

import inspect
import itertools

import pytest

from timeline.formatter import Astray, restate, writer


def shaped(text: str, schema: str = "") -> str:
    """A text in its canonical form; there must be no fault in it."""
    result = restate("x.yaml", inspect.cleandoc(text).encode() + b"\n", schema)
    assert [problem.sentence for problem in result.loaded.problems] == []
    return result.after.decode()


def clean(text: str) -> str:
    return inspect.cleandoc(text) + "\n"


def test_fields_stand_as_in_the_model_and_lists_in_one_order() -> None:
    before = """
    topics:
    - {name: The bridge, id: bridge}
    record:
      {through: 2024-06-30, title: The harbour}
    """
    assert shaped(before) == clean("""
    record:
      title: The harbour
      through: 2024-06-30

    topics:
      - {id: bridge, name: The bridge}
    """)


def test_events_stand_in_time_the_vaguer_first() -> None:
    rest = "added: 2024-06-01, title: T, kind: report, status: reported, claims: [{text: T, cite: s}]"
    dates = {"c": "2024-05-01", "b": "2024-05", "a": "2024", "z": "2023", "y2": "2024-05-01"}
    before = "events:\n" + "".join(f"  - {{id: {id}, date: {date}, {rest}}}\n" for id, date in dates.items())

    ids = [line.split()[-1] for line in shaped(before).splitlines() if "- id:" in line]

    assert ids == ["z", "a", "b", "c", "y2"]


def test_forecasts_stand_by_topic_and_by_the_day_on_which_they_were_made() -> None:
    before = """
    expectations:
      - {id: undated, about: bridge, cite: s}
      - {id: later, about: bridge, said: 2024-02, cite: s}
      - {id: tunnel, about: tunnel, said: 2020, cite: s}
      - {id: earlier, about: bridge, said: 2024-01-31, cite: s}
    """
    ids = [line.split()[-1] for line in shaped(before).splitlines() if "- id:" in line]

    assert ids == ["earlier", "later", "undated", "tunnel"]


def test_tracks_and_their_states_stand_in_time() -> None:
    before = """
    tracks:
      - id: tolls
        title: Tolls
        states: [{from: 2024-03, state: charged}, {from: 2023, state: free}]
      - {id: lamps, title: Lamps, states: [{from: 2022, state: lit}]}
    """
    assert shaped(before) == clean("""
    tracks:
      - id: lamps
        title: Lamps
        states:
          - from: 2022
            state: lit

      - id: tolls
        title: Tolls
        states:
          - from: 2023
            state: free
          - from: 2024-03
            state: charged
    """)


def test_what_readers_see_in_the_order_in_which_it_was_typed_stays_so() -> None:
    text = clean("""
    events:
      - id: opening
        added: 2024-06-01
        date: 2024-05-01
        dates:
          effective: {date: 2024-05-01, cite: z}
          announced: {date: 2024-02, cite: x}
        title: The bridge opens
        kind: release
        status: reported
        actors: [town, council]
        claims:
          - text: It opened.
            cite: [z, a]
          - text: It cost a million.
            by: council
            cite: {source: z, via: b, locator: page 2}
        related:
          - {event: storm, as: see-also}
          - {event: ferry, as: answers}
    """)
    assert restate("x.yaml", text.encode()).kept


def test_whom_a_report_names_stands_last_in_its_citation() -> None:
    after = shaped("""
    expectations:
      - {id: e, about: bridge, cite: {attributed_to: two people, locator: page 2, source: z, via: b}}
    """)

    assert "cite: {source: z, via: b, locator: page 2, attributed_to: two people}" in after


def test_a_list_of_one_is_written_as_its_field_reads_best() -> None:
    before = """
    sources:
      - {id: a, title: A, publisher: P, language: en, kind: primary, authors: Ann, relays: [b]}
    expectations:
      - {id: e, about: bridge, cite: [{source: a}]}
    """
    after = shaped(before)

    assert "    authors: [Ann]\n" in after
    assert "    relays: b\n" in after
    assert "    cite: a\n" in after


def test_a_long_text_is_folded_and_a_long_list_has_a_line_for_each_item() -> None:
    before = f"""
    sources:
      - id: a
        title: {"bridge " * 20}
        publisher: P
        language: en
        kind: primary
        url: https://example.org/{"x" * 120}
        relays: [{", ".join(f"a-rather-long-name-of-a-newspaper-{n}" for n in range(4))}]
    """
    assert shaped(before) == clean(f"""
    sources:
      - id: a
        title: >-
          {" ".join(["bridge"] * 16)}
          {" ".join(["bridge"] * 4)}
        publisher: P
        language: en
        url: https://example.org/{"x" * 120}
        kind: primary
        relays:
          - a-rather-long-name-of-a-newspaper-0
          - a-rather-long-name-of-a-newspaper-1
          - a-rather-long-name-of-a-newspaper-2
          - a-rather-long-name-of-a-newspaper-3
    """)


def test_a_short_text_is_not_folded() -> None:
    assert shaped("record: {title: >-\n, through: 2024-06-30}".replace(">-\n", "x")) == shaped("""
    record:
      title: >-
        x
      through: 2024-06-30
    """)


# -- bytes -----------------------------------------------------------------------------------------


def test_line_ends_are_those_of_the_first_line() -> None:
    raw = b"topics:\r\n  - {id: bridge, name: The bridge}\n"

    assert restate("x.yaml", raw).after == b"topics:\r\n  - {id: bridge, name: The bridge}\r\n"


def test_a_byte_order_mark_is_dropped() -> None:
    assert restate("x.yaml", b"\xef\xbb\xbftopics:\n  - {id: bridge, name: The bridge}\n").after[:6] == b"topics"


def test_a_space_that_keeps_words_together_is_kept() -> None:
    assert "16\xa0%" in shaped("topics: [{id: bridge, name: '16\xa0%'}]")


@pytest.mark.parametrize("raw", [b"", b"# nothing\n", b"---\n", b"events:\n  - {id: a}\n", b"\xff\xfea\x00", b"a: [\n"])
def test_a_file_without_records_or_with_faults_stays_as_it_is(raw) -> None:
    assert restate("x.yaml", raw).kept


# -- the proof -------------------------------------------------------------------------------------

TWO = b"topics:\n  # why\n  - {name: The bridge, id: bridge}\n  - {id: a, name: An arch}\n"


def test_what_would_be_written_otherwise_the_next_time_is_refused(monkeypatch) -> None:
    write, times = writer.write, itertools.count()
    monkeypatch.setattr("timeline.formatter.rewrite.write", lambda *told: write(*told) + "\n" * next(times))

    with pytest.raises(Astray, match="another text"):
        restate("x.yaml", TWO)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda text: text.replace("An arch", "An ark"), "does not say the same"),
        (lambda text: text.replace(", name: An arch", ""), "does not say the same"),
        (lambda text: text.replace("  # why\n", ""), "a comment was lost"),
        (lambda text: text.replace("# why", "# why not"), "a comment was lost"),
        (lambda text: text.replace("topics:", "topics: {"), "cannot be read"),
    ],
)
def test_what_is_written_is_read_again_and_refused_when_it_differs(monkeypatch, spoil, why) -> None:
    write = writer.write
    monkeypatch.setattr("timeline.formatter.rewrite.write", lambda *told: spoil(write(*told)))

    with pytest.raises(Astray, match=why):
        restate("x.yaml", TWO)
