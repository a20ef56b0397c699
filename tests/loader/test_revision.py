"""A record as it was at an earlier revision."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.repository import git
from timeline.loader.revision import Unreachable, former

RECORD = "record: {{title: The bridge, through: {day}}}\n"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A repository that has seen two days."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "keep/data").mkdir(parents=True)
    (tmp_path / "README.md").write_text("A bridge.\n", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Before the record")
    for day in ("2026-01-01", "2026-02-02"):
        (tmp_path / "keep/data/record.yaml").write_text(RECORD.format(day=day), encoding="utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", f"Verified up to {day}")
    return tmp_path


@pytest.mark.parametrize(
    ("revision", "day"), [("HEAD~1", "2026-01-01"), ("main", "2026-02-02"), ("HEAD", "2026-02-02")]
)
def test_a_revision_has_the_record_of_its_day(kept, revision, day) -> None:
    (kept / "keep/data/record.yaml").write_text(RECORD.format(day="2026-03-03"), encoding="utf-8")  # not committed

    loaded = former(kept / "keep/data", revision)

    assert loaded.sound
    assert loaded.timeline.record.through.isoformat() == day


def test_a_record_at_the_top_of_its_repository_is_read_too(tmp_path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "record.yaml").write_text(RECORD.format(day="2026-01-01"), encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "First")

    assert former(tmp_path, "HEAD").timeline.record.through.isoformat() == "2026-01-01"


def test_faults_of_then_are_named_by_revision_and_file(kept) -> None:
    (kept / "keep/data/record.yaml").write_text("record: {title: The bridge}\n", encoding="utf-8")
    git(kept, "commit", "-qam", "Without a day")

    (problem,) = former(kept / "keep/data", "HEAD").problems

    assert problem.span.file == f"HEAD:{(kept / 'keep/data').as_posix()}/record.yaml"


@pytest.mark.parametrize("revision", ["nosuch", "--help", "", "HEAD:keep", "a b"])
def test_what_is_no_revision_is_said_with_a_remedy(kept, revision) -> None:
    with pytest.raises(Unreachable, match="git knows no revision") as told:
        former(kept / "keep/data", revision)
    assert "git log" in told.value.help


def test_a_shallow_clone_says_how_to_get_the_rest(kept, tmp_path_factory) -> None:
    clone = tmp_path_factory.mktemp("clone") / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{kept}", str(clone)], check=True)

    with pytest.raises(Unreachable) as told:
        former(clone / "keep/data", "HEAD~1")
    assert "git fetch --unshallow" in told.value.help


def test_before_there_was_a_record_there_is_nothing_to_compare_with(kept) -> None:
    with pytest.raises(Unreachable, match="holds no record at"):
        former(kept / "keep/data", "HEAD~2")


def test_a_folder_without_git_is_told_so(tmp_path) -> None:
    with pytest.raises(Unreachable, match="is in no git repository"):
        former(tmp_path, "HEAD")


def test_without_git_the_remedy_is_to_install_it(kept, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(Unreachable, match="git is not installed here"):
        former(kept / "keep/data", "HEAD")


def test_nothing_is_left_behind(kept, tmp_path_factory, monkeypatch) -> None:
    place = tmp_path_factory.mktemp("tmp")
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr("tempfile.tempdir", None)

    former(kept / "keep/data", "HEAD")

    assert list(place.iterdir()) == []
