"""`timeline links`: what stands in the ledger after a run, one that was cut off too."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from tests.cli.cited_addresses import record
from tests.links.server import DOCUMENT, Server, Time, said, serving
from timeline.checks import read
from timeline.cli import ledger
from timeline.cli.commands import timeline
from timeline.links.pauses import Clock


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        made.otherwise = said(200)
        yield made


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the command runs, with a clock that waits for nobody."""
    time = Time()
    monkeypatch.setattr(ledger, "CLOCK", Clock(time.now, time.sleep))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    return tmp_path


def run(*words: str, day: str = "2026-12-01") -> Result:
    return CliRunner().invoke(timeline, ["links", "--loopback", "--today", day, *words])


def kept() -> dict[str, dict[str, object]]:
    """What the ledger says of each address, without the address."""
    rows = yaml.load(Path("data/links.yaml").read_text("utf-8"), yaml.BaseLoader)["links"]
    return {row.pop("url"): row for row in rows}


def test_a_document_that_answers_is_taken_down_with_the_day_and_a_sum_of_its_text(server) -> None:
    record(server.at("/a"))

    assert run().output.endswith("1 address asked: 1 ok\n")
    row = kept()[server.at("/a")]
    assert str(row.pop("hash")).startswith("sha256 of the text, ")
    assert row == {
        "state": "ok",
        "since": "2026-12-01",
        "checked": "2026-12-01",
        "seen": "2026-12-01",
        "answer": "200 OK",
    }


def test_the_record_is_not_touched_and_is_as_sound_as_before(server) -> None:
    record(server.at("/a"), server.at("/b"))
    server.answers["/b"] = said(404)
    before = Path("data/all.yaml").read_bytes()

    run()

    assert Path("data/all.yaml").read_bytes() == before
    assert [problem.code for problem in read("data").problems] == []
    assert set(read("data").reaches) == {server.at("/a"), server.at("/b")}


def test_gone_is_told_from_the_first_day_and_is_sure_from_the_second(server) -> None:
    record(server.at("/a"))
    run()
    server.answers["/a"] = said(410)

    first = run("a", day="2026-12-09")
    (once,) = read("data").reaches.values()
    run("a", day="2026-12-17")
    (twice,) = read("data").reaches.values()

    assert f"gone      a: {server.at('/a')}\n          410 Gone\n" in first.output
    assert [(str(each.since), str(each.seen), each.is_gone) for each in (once, twice)] == [
        ("2026-12-09", "2026-12-01", False),
        ("2026-12-09", "2026-12-01", True),
    ]


def test_what_was_asked_lately_is_left_and_what_failed_is_asked_next_day(server) -> None:
    record(server.at("/a"), server.at("/b"))
    server.answers["/b"] = said(500)
    run()
    asked = len(server.asked)

    assert "each address was asked lately" in run().output
    assert len(server.asked) == asked
    run(day="2026-12-02")
    assert set(server.paths[asked:]) == {"/robots.txt", "/b"}
    assert "2 addresses asked" in run(day="2026-12-20").output
    assert "2 addresses asked" in run(day="2026-12-03").output  # the clock of the run before was wrong


def test_of_more_than_is_allowed_the_rest_is_left_for_another_run(server) -> None:
    record(*(server.at(f"/{number}") for number in range(5)))

    assert run("--number", "2").output.endswith("2 addresses asked: 2 ok; 3 for another run\n")
    assert run("--number", "9").output.endswith("3 addresses asked: 3 ok\n")
    assert len(kept()) == 5


def test_a_text_that_changed_is_noticed(server) -> None:
    record(server.at("/a"))
    run()
    server.answers["/a"] = said(200, DOCUMENT.replace("Friday", "Sunday"))

    run("a", day="2026-12-09")

    assert kept()[server.at("/a")]["changed"] == "2026-12-09"


def test_an_address_that_the_record_gave_up_leaves_the_ledger_with_the_next_run(server) -> None:
    record(server.at("/a"), server.at("/b"))
    run()
    record(server.at("/a"))

    assert "unused-address" in CliRunner().invoke(timeline, ["check", "--notes"]).output
    run()

    assert list(kept()) == [server.at("/a")]


def test_a_run_that_is_killed_loses_nothing_and_the_next_goes_on(server, folder) -> None:
    record(*(server.at(f"/{number}") for number in range(4)))
    reached = threading.Event()

    def hanging(sock) -> None:
        reached.set()
        server.stop.wait(20)

    server.answers["/2"] = hanging
    code = (
        "import time; from timeline.cli import ledger, main; from timeline.links.pauses import Clock\n"
        "ledger.CLOCK = Clock(time.monotonic, lambda seconds: None); main()"
    )
    command = [sys.executable, "-c", code, "links", "--loopback", "--today", "2026-12-01"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert reached.wait(60)
        os.kill(process.pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    assert list(kept()) == [server.at("/0"), server.at("/1")]
    server.answers["/2"] = said(200)
    asked = len(server.asked)

    run()

    assert len(kept()) == 4
    assert server.paths[asked:] == ["/robots.txt", "/2", "/3"]


def test_a_ledger_that_somebody_changed_meanwhile_is_left_alone(server) -> None:
    record(server.at("/a"), server.at("/b"))
    run("a")
    changed = Path("data/links.yaml").read_bytes() + b"# mine\n"

    def meddling(sock) -> None:
        Path("data/links.yaml").write_bytes(changed)
        said(200)(sock)

    server.answers["/b"] = meddling
    result = run("b")

    assert result.exit_code == 2
    assert "changed by somebody else" in result.output
    assert Path("data/links.yaml").read_bytes() == changed


def test_a_broken_ledger_is_told_and_not_written_over(server) -> None:
    record(server.at("/a"))
    Path("data/links.yaml").write_text("links:\n  - url: nowhere\n    stat: ok\n", encoding="utf-8")

    result = run()

    assert result.exit_code == 1
    assert "--> data/links.yaml:3:5" in result.output
    assert "mend it, or move it away" in result.output
    assert Path("data/links.yaml").read_text("utf-8").endswith("stat: ok\n")
    assert server.asked == []


def test_a_ledger_that_cannot_be_written_is_named(server) -> None:
    record(server.at("/a"))
    Path("data/links.yaml").mkdir()

    result = run()

    assert (result.exit_code, "the system refused `data/links.yaml`: " in result.output) == (2, True)


def test_without_a_network_nothing_is_written(monkeypatch) -> None:
    record("http://127.0.0.1:1/a", "http://127.0.0.1:1/b")

    result = run()

    assert (result.exit_code, Path("data/links.yaml").exists()) == (2, False)
    assert "no host has answered at all" in result.output


def test_an_unknown_name_is_misuse(server) -> None:
    record(server.at("/a"))

    assert run("c").exit_code == 2


def test_the_formatter_leaves_the_ledger_as_it_is(server) -> None:
    record(server.at("/a"))
    run()
    before = Path("data/links.yaml").read_bytes()

    CliRunner().invoke(timeline, ["fmt"])
    result = CliRunner().invoke(timeline, ["fmt", "data/links.yaml"])

    assert (result.exit_code, Path("data/links.yaml").read_bytes()) == (0, before)
