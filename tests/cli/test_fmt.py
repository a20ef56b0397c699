"""Files in shape: what is written, what is left alone, and what can go wrong on the way."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from tests.conftest import SAMPLE
from timeline.cli import atomic_write, fmt
from timeline.cli.commands import timeline
from timeline.formatter import Astray
from timeline.loader import load
from timeline.queries.version import version

ROOT = Path(__file__).parents[2]
UNKEMPT = ROOT / "tests" / "golden" / "cli" / "unkempt"
MESSY = b"topics: [{name: The bridge, id: bridge}]\n"
TIDY = b"topics:\n  - {id: bridge, name: The bridge}\n"

posix = pytest.mark.skipif(os.name == "nt", reason="links and rights are told otherwise there")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which commands run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str, input: bytes | None = None) -> Result:
    return CliRunner().invoke(timeline, ["fmt", *words], input=input)


# -- what is written -------------------------------------------------------------------------------


def test_the_folder_data_is_put_in_shape_when_nothing_is_named(folder) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "topics.yaml").write_bytes(MESSY)

    first, second = run(), run()

    assert (first.exit_code, first.stdout) == (0, "data/topics.yaml: put in shape\n1 file: 1 put in shape\n")
    assert (second.exit_code, second.stdout) == (0, "1 file, in shape\n")
    assert (folder / "data" / "topics.yaml").read_bytes() == TIDY


def test_a_file_in_shape_is_not_touched(folder) -> None:
    (folder / "topics.yaml").write_bytes(TIDY)
    before = (folder / "topics.yaml").stat()

    run("topics.yaml")

    after = (folder / "topics.yaml").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_check_writes_nothing_and_fails(folder) -> None:
    (folder / "topics.yaml").write_bytes(MESSY)

    done = run("topics.yaml", "--check")

    assert done.exit_code == 1
    assert "topics.yaml would change, first at line 1\n" in done.stdout
    assert (folder / "topics.yaml").read_bytes() == MESSY


def test_a_file_named_twice_is_one_file(folder) -> None:
    (folder / "topics.yaml").write_bytes(MESSY)

    assert "1 file:" in run("topics.yaml", ".", str(folder / "topics.yaml")).stdout


def test_faults_of_one_file_do_not_keep_the_others_from_being_written(folder) -> None:
    shutil.copytree(UNKEMPT, folder / "data")
    faulty = (folder / "data" / "faulty.yaml").read_bytes()

    done = run()

    assert done.exit_code == 1
    assert "3 files: 1 put in shape, 1 in shape, 1 left alone\n" in done.stdout
    assert (folder / "data" / "faulty.yaml").read_bytes() == faulty
    assert b"  - id: opening\n" in (folder / "data" / "messy.yaml").read_bytes()


def test_a_file_whose_ids_stand_in_other_files_is_put_in_shape_without_them(folder) -> None:
    claim = "{text: It opened., cite: a-source-of-another-file}"
    event = f"{{id: a, added: 2024-06-01, date: 2024, title: A, kind: report, status: reported, claims: [{claim}]}}"
    (folder / "events.yaml").write_text(f"events: [{event}]\n", encoding="utf-8")

    assert run("events.yaml").exit_code == 0


@pytest.mark.parametrize("where", [".", "2024/may"])
def test_the_schema_beside_the_record_is_named_in_the_first_line(folder, where) -> None:
    (folder / where).mkdir(parents=True, exist_ok=True)
    (folder / "timeline.schema.json").write_text("{}", encoding="utf-8")
    (folder / where / "topics.yaml").write_bytes(MESSY)

    run(".")

    way = "" if where == "." else "../../"
    line, *rest = (folder / where / "topics.yaml").read_text(encoding="utf-8").splitlines()
    assert line == f"# yaml-language-server: $schema={way}timeline.schema.json"
    assert rest[0] == ""


def test_a_whole_record_says_the_same_in_its_canonical_form(folder) -> None:
    shutil.copytree(SAMPLE / "data", folder / "data")
    for path in (folder / "data").iterdir():
        typed = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)
        path.write_text(
            yaml.safe_dump(typed, allow_unicode=True), encoding="utf-8"
        )  # fields in the order of their names
    before = load(folder / "data")

    done = run()

    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "6 files: 6 put in shape")

    after = load(folder / "data")
    assert [problem.sentence for problem in after.problems] == [problem.sentence for problem in before.problems]
    assert version(after.timeline) == version(before.timeline)
    assert run("--check").exit_code == 0


def test_a_change_of_line_ends_is_told_as_such(folder) -> None:
    (folder / "topics.yaml").write_bytes(b"# a\r\n\r\n" + TIDY)

    assert "topics.yaml would change in its line ends only\n" in run("topics.yaml", "--check").stdout


# -- how it is written -----------------------------------------------------------------------------


@posix
def test_a_link_stays_a_link_and_the_rights_of_a_file_stay_its_rights(folder) -> None:
    (folder / "kept").mkdir()
    real = folder / "kept" / "topics.yaml"
    real.write_bytes(MESSY)
    real.chmod(0o640)
    (folder / "topics.yaml").symlink_to(real)

    assert run("topics.yaml").exit_code == 0

    assert (folder / "topics.yaml").is_symlink()
    assert real.read_bytes() == TIDY
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(folder, monkeypatch) -> None:
    (folder / "topics.yaml").write_bytes(MESSY)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = run("topics.yaml")

    assert done.exit_code == 1
    assert "topics.yaml: left as it is; no space left on device\n" in done.stdout
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("topics.yaml", MESSY)]


def test_a_file_that_somebody_else_has_written_meanwhile_is_left_to_them(folder, monkeypatch) -> None:
    (folder / "topics.yaml").write_bytes(MESSY)
    monkeypatch.setattr(os, "fsync", lambda _: (folder / "topics.yaml").write_bytes(b"# mine\n"))

    done = run("topics.yaml")

    assert done.exit_code == 1
    assert "topics.yaml: left as it is; it was changed by somebody else in the meantime\n" in done.stdout
    assert (folder / "topics.yaml").read_bytes() == b"# mine\n"


def test_a_new_file_gets_the_rights_that_new_files_get(folder) -> None:
    (folder / "by-hand").write_bytes(b"")

    atomic_write.put(folder / "by-us", b"")

    assert (folder / "by-us").stat().st_mode == (folder / "by-hand").stat().st_mode


def test_what_would_not_say_the_same_is_not_written_and_is_called_our_fault(folder, monkeypatch) -> None:
    (folder / "topics.yaml").write_bytes(MESSY)

    def astray(*_: object) -> None:
        raise Astray("what was written does not say the same")

    monkeypatch.setattr(fmt, "restate", astray)
    done = run("topics.yaml")

    assert done.exit_code == 1
    assert done.stdout == (
        "timeline fmt: `topics.yaml` is left as it is; what was written does not say the same\n"
        "  = help: the file is not to blame, this program is; please report it, and the file with it\n"
        "1 file: 1 left alone\n"
    )
    assert (folder / "topics.yaml").read_bytes() == MESSY
    assert "is left as it is" in run("-", input=MESSY).stderr


# -- standard input --------------------------------------------------------------------------------


def test_an_editor_gets_its_text_back_in_shape() -> None:
    assert run("-", input=MESSY.replace(b"\n", b"\r\n")).stdout_bytes == TIDY.replace(b"\n", b"\r\n")


def test_letters_go_through_as_they_came() -> None:
    words = "  - {id: bridge, name: Brücke 跨\xa0桥}\n".encode()
    command = [sys.executable, "-m", "timeline", "fmt", "-"]
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)}

    done = subprocess.run(command, input=b"topics:\n" + words, capture_output=True, env=environment, timeout=60)

    assert (done.stdout, done.returncode) == (b"topics:\n" + words, 0)


def test_a_text_with_faults_is_not_given_back() -> None:
    done = run("-", input=b"topics:\n  - {id: The bridge, name: The bridge}\n")

    assert (done.exit_code, done.stdout_bytes) == (1, b"")
    assert "--> <stdin>:2:10\n" in done.stderr


def test_check_of_the_standard_input_only_tells() -> None:
    assert (run("-", "--check", input=TIDY).exit_code, run("-", "--check", input=TIDY).stdout) == (0, "")

    done = run("-", "--check", input=MESSY)

    assert done.exit_code == 1
    assert done.stdout.startswith("<stdin> would change, first at line 1\n")
