"""One slip, one message: who names a record that did not load is not blamed for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.problems.golden import BASE, write
from timeline.checks import read

Codes = Callable[[dict[str, str]], list[str]]


@pytest.fixture
def codes(tmp_path: Path) -> Codes:
    def told(files: dict[str, str]) -> list[str]:
        write(tmp_path / "data", BASE | files)
        return [problem.code for problem in read(tmp_path / "data", "data").problems]

    return told


def in_base(file: str, *changes: tuple[str, str]) -> dict[str, str]:
    text = BASE[file]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return {file: text}


DISPUTING = """
  - id: flood
    added: 2026-11-01
    date: 1931
    title: A flood
    kind: report
    status: disputed
    claims:
      - {id: flooded, text: It flooded., disputes: bridge-opening#opened, cite: gazette-1931}
      - {text: It did not., disputes: flooded, cite: evening-post-1931}
    related: [{event: bridge-opening, as: see-also}]
"""


def events(*changes: tuple[str, str]) -> dict[str, str]:
    """Two events, of which the second speaks of the first and its claim."""
    base = in_base("events.yaml", *changes)
    return {"events.yaml": base["events.yaml"] + DISPUTING.lstrip("\n")}


def test_the_two_events_are_sound(codes: Codes) -> None:
    assert codes(events()) == []


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        (("date: 1931-05-02", "date: 1931-13"), "impossible-date"),
        (("kind: release", "kind: relase"), "unknown-word"),
        (("    kind: release\n", ""), "missing-field"),
        (("    kind: release\n", "    kind:\n"), "empty-value"),
        (("    kind: release\n", "    kind: release\n    kind: report\n"), "duplicate-key"),
        (("    kind: release\n", "    <<: {kind: release}\n"), "merge-key"),
        (("    kind: release\n", "    [kind]: release\n"), "complex-key"),
        (("    kind: release\n", '    kind: "rel\\u200bease"\n'), "control-character"),
        (("  - id: bridge-opening\n    added", "  - added"), "missing-field"),
        (("  - id: bridge-opening", "  - id: Bridge Opening"), "bad-id"),
        (("  - id: bridge-opening", "  - Id: bridge-opening"), "unknown-key"),
        (("  - id: bridge-opening", "  - id:"), "empty-value"),
        (("      - id: opened", "      - id: Opened"), "bad-id"),
        (("      - id: opened\n        text", "      - ID: opened\n        text"), "unknown-key"),
        (("        cite: gazette-1931\n", ""), "uncited-claim"),
        (("events:", "event:"), "unknown-key"),
        (("events:", "- events:"), "not-a-mapping"),
        (("  - id: bridge-opening", "  - id: bridge-opening\n    id: bridge"), "duplicate-key"),
        (("title: The bridge opens", "title: The bridge: it opens"), "unquoted-text"),
        (("title: The bridge opens", 'title: "The bridge opens'), "unclosed-quote"),
        (("title: The bridge opens", "title: The bridge\0 opens"), "control-character"),
        (("    title: The bridge opens", "\ttitle: The bridge opens"), "tab-indentation"),
    ],
)
def test_a_slip_in_an_event_has_no_followers(codes: Codes, slip: tuple[str, str], code: str) -> None:
    assert codes(events(slip)) == [code]


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        (("  - id: gazette-1931", "  - id: Gazette 1931"), "bad-id"),
        (("  - id: gazette-1931\n    title", "  - title"), "missing-field"),
        (("  - id: gazette-1931", "  - ID: gazette-1931"), "unknown-key"),
        (("kind: original-reporting", "kind: reporting"), "unknown-word"),
        (("    issued: 1931-05-03\n", "    issued: 3.5.1931\n"), "not-edtf"),
        (("url: https://gazette", "url: javascript:gazette"), "bad-address"),
        (("sources:\n", "source:\n"), "unknown-key"),
        (("publisher: Harbour Gazette", "publisher: Harbour Gazette: Ltd"), "unquoted-text"),
        (("publisher: Harbour Gazette", "publisher: [Harbour Gazette"), "unclosed-bracket"),
        (("publisher: Harbour Gazette", "publisher: *gazette"), "alias"),
    ],
)
def test_a_slip_in_a_source_is_not_told_of_its_citations(codes: Codes, slip: tuple[str, str], code: str) -> None:
    told = codes(events() | in_base("sources.yaml", slip))

    assert set(told) - {"not-edtf"} == {code} - {"not-edtf"}
    assert len(told) == 1


def test_sources_listed_under_their_ids_are_told_once(codes: Codes) -> None:
    text = "sources:\n" + "".join(
        f"  {id}:\n    title: x\n" for id in ("minutes-1929", "gazette-1931", "evening-post-1931")
    )

    assert codes(events() | {"sources.yaml": text}) == ["wrong-shape"]


def test_a_second_list_of_the_same_name_defines_what_it_lists(codes: Codes) -> None:
    half = BASE["sources.yaml"].replace("  - id: gazette-1931", "sources:\n  - id: gazette-1931")

    assert codes({"sources.yaml": half}) == ["duplicate-key"]


def test_a_second_document_defines_what_it_lists(codes: Codes) -> None:
    half = BASE["sources.yaml"] + "---\n" + BASE["subjects.yaml"]

    assert codes({"sources.yaml": half, "subjects.yaml": "topics:\n  - {id: ferry, name: The ferry}\n"}) == [
        *("several-documents", "unused")
    ]


def test_a_file_in_another_encoding_defines_what_it_lists(tmp_path: Path) -> None:
    write(tmp_path / "data", BASE)
    raw = BASE["sources.yaml"].replace("Harbour Gazette", "Häfen-Blatt")
    (tmp_path / "data" / "sources.yaml").write_bytes(raw.encode("latin-1"))

    assert [problem.code for problem in read(tmp_path / "data").problems] == ["not-utf8"]


def test_a_broken_description_is_not_called_missing(codes: Codes) -> None:
    assert codes({"record.yaml": "record: {title: The bridge: a record, through: 2026-11-22}\n"}) == ["unquoted-text"]
    assert codes({"record.yaml": "records: {title: The bridge, through: 2026-11-22}\n"}) == ["unknown-key"]
    assert codes({"record.yaml": "record: {title: The bridge, through: soon}\n"}) == ["not-a-day"]


def test_a_missing_description_is_told_beside_other_faults(codes: Codes) -> None:
    files = {"record.yaml": "topics: [{id: Ferry, name: The ferry}]\n"}

    assert sorted(codes(files)) == ["bad-id", "missing-record"]


def test_an_unknown_id_is_told_though_another_list_has_gaps(codes: Codes) -> None:
    broken = in_base("subjects.yaml", ("name: The bridge}", "nam: The bridge}"))

    assert sorted(codes(in_base("events.yaml", ("cite: gazette-1931", "cite: nobody")) | broken)) == [
        "unknown-key",
        "unknown-source",
    ]


def test_faults_of_several_files_stand_in_the_order_of_the_files(tmp_path: Path) -> None:
    write(
        tmp_path / "data", BASE | {"a.yaml": "topics: [{id: A, name: A}]\n", "z/b.yaml": "topics: [{id: B, name: B}]\n"}
    )
    write(tmp_path / "data", in_base("events.yaml", ("kind: release", "kind: x"), ("cite: gazette-1931", "cite: y")))

    places = [str(problem.span) for problem in read(tmp_path / "data", "data").problems]

    assert places == [
        "data/a.yaml:1:15",
        "data/events.yaml:6:11",
        "data/events.yaml:12:15",
        "data/z/b.yaml:1:15",
    ]
