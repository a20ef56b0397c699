"""A new site from an empty folder: what is made, what is left alone, and that it is whole at once."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import UUID

import pytest
import yaml
from click.testing import CliRunner, Result

from timeline import checks, starter
from timeline.cli import new as command
from timeline.cli.commands import timeline

ROOT = Path(__file__).parents[2]
HOSTILE = '  The *harbour* bridge: "a" [b](c) <i> @TODAY@ \\ #4 !  '


def run(*words: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(timeline, list(words), input=typed)


def answers(**changed: Any) -> starter.Answers:
    given: dict[str, Any] = {
        "title": "Bridge",
        "licence": "CC-BY-4.0",
        "today": date(2026, 11, 29),
        "uuid": UUID(int=7),
    }
    return starter.Answers(**(given | {"release": "0.1.0"} | changed))


def test_a_new_record_is_sound_and_in_shape(tmp_path) -> None:
    done = run("new", str(tmp_path / "bridge"), "--title", "The harbour bridge")

    assert done.exit_code == 0, done.output
    loaded = checks.read(tmp_path / "bridge/data")
    assert [problem.code for problem in loaded.problems] == []
    assert loaded.timeline.record.title == "The harbour bridge"
    assert len(loaded.timeline.events) == 3
    assert run("fmt", "--check", str(tmp_path / "bridge/data")).exit_code == 0


def test_each_record_is_known_by_a_number_of_its_own(tmp_path) -> None:
    for name in ("one", "two"):
        run("new", str(tmp_path / name))

    first, second = (checks.read(tmp_path / name / "data").timeline.record.uuid for name in ("one", "two"))
    assert first
    assert first != second


def test_the_title_is_what_was_typed_and_nothing_in_it_works_as_markup(tmp_path) -> None:
    done = run("new", str(tmp_path / "bridge"), "--title", HOSTILE)

    assert done.exit_code == 0, done.output
    typed = " ".join(HOSTILE.split())
    assert checks.read(tmp_path / "bridge/data").timeline.record.title == typed
    settings = (tmp_path / "bridge/mkdocs.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(re.sub("!ENV .*", "''", settings))["site_name"] == typed
    about = (tmp_path / "bridge/docs/about.md").read_text(encoding="utf-8")
    assert "\\*harbour\\*" in about
    assert "\\[b\\](c) \\<i\\>" in about


@pytest.mark.parametrize("title", ["", "   ", "a\u200bb", "x" * 121])
def test_a_title_that_nobody_can_read_is_refused_before_anything_is_made(tmp_path, title) -> None:
    done = run("new", str(tmp_path / "bridge"), "--title", title)

    assert done.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_without_a_title_the_folder_names_the_site(tmp_path) -> None:
    run("new", str(tmp_path / "harbour-bridge"))

    assert checks.read(tmp_path / "harbour-bridge/data").timeline.record.title == "Harbour bridge"


def test_on_a_terminal_title_and_licence_are_asked_for(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(command, "_asking", lambda: True)

    done = run("new", str(tmp_path / "bridge"), typed="A bridge in May\nCC0-1.0\n")

    assert done.exit_code == 0, done.output
    record = checks.read(tmp_path / "bridge/data").timeline.record
    assert (record.title, record.licence) == ("A bridge in May", "CC0-1.0")


@pytest.mark.parametrize("licence", list(starter.LICENCES))
def test_the_licence_is_named_in_the_record_and_for_readers(licence) -> None:
    made = starter.site(answers(licence=licence))

    name, address = starter.LICENCES[licence]
    assert f"licence: {licence}\n" in made[PurePosixPath("data/record.yaml")].decode()
    for place in ("LICENCE.md", "README.md", "docs/about.md"):
        text = made[PurePosixPath(place)].decode()
        assert name in text
        assert address in text


def test_another_licence_is_no_guess_of_ours(tmp_path) -> None:
    done = run("new", str(tmp_path / "bridge"), "--licence", "MIT")

    assert done.exit_code == 2
    assert "CC-BY-4.0, CC-BY-SA-4.0, CC0-1.0, ODC-By-1.0" in done.output
    assert not (tmp_path / "bridge").exists()


def test_a_folder_that_holds_anything_is_left_alone(tmp_path) -> None:
    (tmp_path / "bridge").mkdir()
    (tmp_path / "bridge/mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "file").write_text("mine", encoding="utf-8")

    for name in ("bridge", "file"):
        done = run("new", str(tmp_path / name))
        assert done.exit_code == 2
        assert "name a folder that does not exist yet" in done.output
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["bridge", "file", "mine.txt"]


def test_an_empty_folder_stays_the_one_it_was(tmp_path) -> None:
    (tmp_path / "bridge").mkdir()
    before = (tmp_path / "bridge").stat().st_ino

    assert run("new", str(tmp_path / "bridge")).exit_code == 0
    assert (tmp_path / "bridge").stat().st_ino == before
    assert (tmp_path / "bridge/mkdocs.yml").is_file()


def test_when_the_disk_refuses_nothing_is_left_behind(tmp_path, monkeypatch) -> None:
    written: list[Path] = []

    def refuse(path: Path, raw: bytes) -> int:
        if len(written) == 5:
            raise OSError(28, "No space left on device")
        written.append(path)
        return len(raw)

    monkeypatch.setattr(Path, "write_bytes", refuse)
    done = run("new", str(tmp_path / "bridge"))

    assert done.exit_code != 0
    assert len(written) == 5
    assert list(tmp_path.iterdir()) == []


def test_nothing_of_another_subject_shines_through() -> None:
    for place, raw in starter.site(answers()).items():
        text = raw.decode().lower()
        assert not re.search(r"deepseek|nvidia|\br2\b|\bh20\b", text), place
        assert not re.search(r"@[a-z]+@", text), place


def test_every_source_of_the_example_is_plainly_made_up() -> None:
    for raw in starter.site(answers()).values():
        hosts = set(re.findall(r"url: https?://([^/\s]+)", raw.decode()))
        assert all(host.endswith(".example") for host in hosts), hosts


def test_its_workflow_trusts_the_same_actions_as_ours() -> None:
    ours = set(re.findall(r"uses: (\S+)", (ROOT / ".github/workflows/site.yml").read_text(encoding="utf-8")))
    theirs = set(
        re.findall(r"uses: (\S+)", starter.site(answers())[PurePosixPath(".github/workflows/site.yml")].decode())
    )

    assert theirs
    assert theirs <= ours


@pytest.mark.parametrize(("release", "range"), [("0.1.0", ">=0.1,<0.2"), ("1.4.2", ">=1.4,<2")])
def test_the_site_is_built_with_releases_that_keep_their_promises(release, range) -> None:
    made = starter.site(answers(release=release))

    assert made[PurePosixPath("requirements.txt")].decode() == f"sourced-timeline[site]{range}\n"


def test_a_strict_build_of_a_new_site_has_nothing_to_complain_about(tmp_path) -> None:
    run("new", str(tmp_path / "bridge"))

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=tmp_path / "bridge", capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr
    site = tmp_path / "bridge/site"
    assert "Did the steel come late?" in (site / "disputes/index.html").read_text(encoding="utf-8")
    assert "opened in September 2025" in (site / "story/index.html").read_text(encoding="utf-8")
