"""The ledger of links is read like any other file: what is wrong with it is told at its place, and the rest is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.loader.ledger import read


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("- a\n- b\n", "not-a-mapping", 1),
        ("links: none\n", "wrong-shape", 1),
        ("links:\n  - https://a.example/\n", "wrong-shape", 1),
        ("links:\n  - {url: https://a.example/}\n  - {url: https://a.example/}\n", "duplicate-address", 3),
        ("links:\n  - {url: https://a.example/, state: asleep}\n", "unknown-word", 2),
        ("links: []\nevents: []\n", "unknown-key", 2),
        ("links: [\n", "unclosed-bracket", 2),
    ],
)
def test_a_faulty_ledger_is_told_at_its_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    (tmp_path / "links.yaml").write_text(text, encoding="utf-8")

    ledger = read(tmp_path, "data")

    assert [(problem.code, problem.span.file, problem.span.line) for problem in ledger.problems] == [
        (code, "data/links.yaml", line)
    ]


def test_a_ledger_that_is_no_text_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "links.yaml").write_bytes(b"links: \xff\n")

    (problem,) = read(tmp_path, "data").problems

    assert problem.span.file == "data/links.yaml"


def test_the_addresses_beside_a_faulty_one_are_kept(tmp_path: Path) -> None:
    rows = "links:\n  - {url: https://a.example/, state: ok}\n  - {url: https://b.example/, state: asleep}\n"
    (tmp_path / "links.yaml").write_text(rows, encoding="utf-8")

    assert list(read(tmp_path, "data").reaches) == ["https://a.example/"]


def test_a_record_without_a_ledger_has_an_empty_one(tmp_path: Path) -> None:
    assert read(tmp_path, "data").reaches == {}
