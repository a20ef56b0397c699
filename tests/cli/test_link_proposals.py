"""`timeline links --propose` and `--apply`: what the ledger suggests for the record, as a patch and written."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cli.cited_addresses import record
from timeline.checks import read
from timeline.cli.commands import timeline


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the command runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    return tmp_path


LEDGER = """
links:
  - url: https://a.example/1
    state: moved
    since: 2026-12-01
    checked: 2026-12-01
    moved_to: https://b.example/1
    snapshots:
      - {url: https://archive.example/2020/https://a.example/1, on: 2020-02-03}
      - {url: https://archive.example/2999/https://a.example/1, on: 2999-02-03}
  - url: https://a.example/2
    state: gone
    since: 2026-12-01
    checked: 2026-12-08
    answer: 404 Not Found
  - url: https://a.example/3
    state: gone
    since: 2026-12-01
    checked: 2026-12-01
    answer: 404 Not Found
"""


def proposed() -> None:
    record(*(f"https://a.example/{number}" for number in (1, 2, 3)))
    Path("data/links.yaml").write_text(LEDGER, encoding="utf-8")


def test_a_proposal_is_a_patch_that_git_applies(folder) -> None:
    proposed()
    before = Path("data/all.yaml").read_bytes()

    patch = CliRunner().invoke(timeline, ["links", "--propose"])

    assert patch.exit_code == 0
    assert Path("data/all.yaml").read_bytes() == before
    subprocess.run(["git", "apply", "-"], cwd=folder, input=patch.stdout.encode(), check=True)
    a, b, c = read("data").timeline.sources
    assert (a.url, a.archive.url) == ("https://b.example/1", "https://archive.example/2020/https://a.example/1")
    assert (b.access, c.access) == ("gone", "open")
    assert "404 Not Found since 2026-12-01, and again on 2026-12-08" in patch.stderr


def test_applied_it_is_the_same_and_in_the_house_form() -> None:
    proposed()
    CliRunner().invoke(timeline, ["fmt"])

    result = CliRunner().invoke(timeline, ["links", "--apply"])

    assert (result.exit_code, result.stdout) == (0, "")
    assert [source.access for source in read("data").timeline.sources] == ["open", "gone", "open"]
    assert CliRunner().invoke(timeline, ["fmt", "--check"]).exit_code == 0
    assert CliRunner().invoke(timeline, ["links", "--propose"]).stdout == ""


def test_where_nothing_follows_nothing_is_proposed() -> None:
    record("https://a.example/1")

    result = CliRunner().invoke(timeline, ["links", "--propose"])

    assert (result.exit_code, result.stdout) == (0, "")
    assert "suggests no change" in result.stderr
