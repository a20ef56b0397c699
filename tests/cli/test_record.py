"""The command `record`: a version that somebody cites is found again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.repository import git
from timeline.cli.commands import timeline

RECORD = "record: {{title: The bridge, licence: CC0-1.0, through: {day}}}\n"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A repository that has seen two days of a record, and one before there was any."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/note.txt").write_text("To come.\n", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Before the record")
    for day in ("2026-01-01", "2026-02-02"):
        (tmp_path / "data/record.yaml").write_text(RECORD.format(day=day), encoding="utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", f"Verified up to {day}")
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(timeline, ["record", "--data", str(folder / "data"), *words])


def test_it_says_which_record_this_is_and_in_which_version(kept: Path) -> None:
    bare = run(kept, "--version").output
    told = json.loads(run(kept, "--format", "json").output)

    assert len(bare.strip()) == 12
    assert (told["version"], told["title"], told["through"]) == (bare.strip(), "The bridge", "2026-02-02")
    assert run(kept).output == f"The bridge\nversion {bare.strip()}, checked up to 2 February 2026, CC0-1.0\n"


def test_a_version_that_is_cited_leads_back_to_what_was_read(kept: Path) -> None:
    now = run(kept, "--version").output.strip()
    git(kept, "checkout", "-q", "HEAD~1")
    before = run(kept, "--version").output.strip()
    git(kept, "checkout", "-q", "main")

    assert run(kept, "--find", before).output.strip() == git(kept, "rev-parse", "--short", "HEAD~1")
    assert run(kept, "--find", now).output.strip() == git(kept, "rev-parse", "--short", "HEAD")


def test_a_release_is_found_by_its_name_even_if_no_branch_holds_it(kept: Path) -> None:
    (kept / "data/record.yaml").write_text(RECORD.format(day="2026-03-03"), encoding="utf-8")
    released = run(kept, "--version").output.strip()
    git(kept, "checkout", "-q", "--detach")
    git(kept, "commit", "-qam", "Released")
    git(kept, "tag", f"record-{released}")
    git(kept, "checkout", "-q", "main")

    assert run(kept, "--find", released).output == f"record-{released}\n"


@pytest.mark.parametrize(
    ("wanted", "said", "help"),
    [
        ("v1.0", "`v1.0` is no version", "a version is 12 digits of 0 to 9 and a to f"),
        ("0123456789ab", "no revision here holds version 0123456789ab", "git fetch --tags --unshallow"),
    ],
)
def test_a_version_that_is_not_here_is_said_to_be_missing(kept: Path, wanted: str, said: str, help: str) -> None:
    found = run(kept, "--find", wanted)

    assert found.exit_code == 2
    assert said in found.output
    assert help in found.output


def test_changes_are_told_since_a_revision_and_by_no_other_form(kept: Path) -> None:
    def export(*words: str) -> Result:
        return CliRunner().invoke(timeline, ["export", *words, "--data", str(kept / "data")])

    told = json.loads(export("changes", "--since", "HEAD~1").output)
    assert told["since"]["through"] == "2026-01-01"
    assert told["through"] == "2026-02-02"
    assert "name one that git knows: `--since HEAD~1`" in export("changes").output
    assert "`--since` belongs to `timeline export changes`" in export("ris", "--since", "HEAD").output
    assert "git knows no revision `nowhere`" in export("changes", "--since", "nowhere").output
