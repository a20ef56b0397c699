"""`timeline archive`: copies are found before they are asked for, and stand in the ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from tests.cli.cited_addresses import record
from tests.cli.test_links import folder, server
from tests.links.server import said
from timeline.checks import read
from timeline.cli.commands import timeline

__all__ = ["folder", "server"]  # the same server and the same folder
A, B = "https://gazette.example/a", "https://gazette.example/b"


@pytest.fixture(autouse=True)
def nobody_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WAYBACK_ACCESS_KEY", "WAYBACK_SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)


def run(server, *words: str, day: str = "2026-12-01") -> Result:
    asked = ["archive", "--loopback", "--service", server.base, "--today", day, *words]
    return CliRunner().invoke(timeline, asked)


def has(server, *stamps: str, of: str = A) -> None:
    rows = [["timestamp", "original"], *([stamp, of] for stamp in stamps)] if stamps else []
    server.answers["/cdx/search/cdx"] = said(200, json.dumps(rows))


def kept() -> list[dict[str, Any]]:
    return yaml.load(Path("data/links.yaml").read_text("utf-8"), yaml.BaseLoader)["links"]


def test_a_copy_that_is_there_is_found_and_none_is_asked_for(server) -> None:
    record(A)
    has(server, "20251201080000")

    assert run(server, "--save").output.endswith("copies of 1 source sought: 1 found\n")
    copy = {"url": f"{server.base}/web/20251201080000/{A}", "on": "2025-12-01"}
    assert kept() == [{"url": A, "snapshots": [copy], "sought": "2026-12-01"}]
    assert not any(path.startswith("/save") for path in server.paths)


def test_a_copy_is_not_asked_for_unasked(server) -> None:
    record(A)
    has(server)

    assert run(server).output.endswith("1 none\n")
    assert not any(path.startswith("/save") for path in server.paths)
    assert "sought lately" in run(server).output


def test_where_there_is_none_one_is_asked_for_and_taken_down(server) -> None:
    record(A)
    has(server)
    run(server)
    server.answers[f"/save/{A}"] = said(302, location=f"/web/20261201080000/{A}")

    assert run(server, "--save").output.endswith("1 saved\n")
    assert kept()[0]["snapshots"][0]["on"] == "2026-12-01"


def test_why_there_is_none_is_taken_down_and_not_asked_again_for_a_while(server) -> None:
    record(A)
    has(server)
    server.answers[f"/save/{A}"] = said(403)

    run(server, "--save")
    asked = len(server.asked)

    assert kept()[0]["refusal"] == "the archive answers 403 and names no copy"
    run(server, "--save", day="2026-12-20")
    assert len(server.asked) == asked
    run(server, "--save", day="2027-01-20")
    assert len(server.asked) > asked


def test_an_archive_that_says_nothing_of_use_leaves_the_ledger_as_it_was_and_is_left_alone(server) -> None:
    record(*(f"{A}/{number}" for number in range(6)))
    server.otherwise = said(503)

    result = run(server, "--save")

    assert not Path("data/links.yaml").exists()
    assert len({path for path in server.paths if path.startswith("/cdx")}) == 3
    assert "left alone" in result.output


def test_a_document_that_is_gone_or_is_paid_for_is_looked_for_and_not_saved(server) -> None:
    record(A, more=", access: paywalled")
    has(server)

    assert "1 refused" in run(server, "--save").output
    assert not any(path.startswith("/save") for path in server.paths)


def test_what_is_no_address_of_an_archive_is_misuse() -> None:
    record(A)

    result = CliRunner().invoke(timeline, ["archive", "--service", "archive.example"])

    assert result.exit_code == 2
    assert "`archive.example` is no address of an archive" in result.output


def test_a_source_whose_copy_the_record_has_is_not_asked_for(server) -> None:
    record(A, more=", archive: {url: 'https://archive.example/a', on: 2025-12-01}")

    run(server, "--save")

    assert server.asked == []


def test_keys_are_shown_to_nobody_and_go_nowhere_unsafe(server, monkeypatch) -> None:
    record(A)
    has(server)
    monkeypatch.setenv("WAYBACK_ACCESS_KEY", "lock")
    assert run(server).exit_code == 2
    monkeypatch.setenv("WAYBACK_SECRET_KEY", "hush")
    server.answers["/save"] = said(401)

    result = run(server, "--save")
    far = CliRunner().invoke(timeline, ["archive", "--service", "http://archive.example"])

    assert (far.exit_code, "https only" in far.output) == (2, True)
    assert "hush" not in result.output + far.output
    assert [headers.get("authorization") for path, headers in server.asked if path.startswith("/cdx")] == [None, None]


def test_what_the_ledger_has_satisfies_the_gate_for_new_sources(server, folder) -> None:
    from tests.repository import git

    record(A)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "The record")
    record(A, B)

    def gate() -> tuple[int, bool]:
        result = CliRunner().invoke(timeline, ["check", "--new-sources", "main"])
        return result.exit_code, "unkept-source" in result.output

    assert gate() == (1, True)
    has(server, "20251201080000", of=B)
    run(server, "b")
    assert gate() == (0, False)
    Path("data/links.yaml").unlink()
    record(A, B, more=", allow: {no-archive: the town asked for it}")
    assert gate() == (0, False)
    assert read("data").sound
