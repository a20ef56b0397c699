"""What was kept of a file reads as the file does, or is not read at all."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from tests import saves
from tests.conftest import completed
from tests.exports.records import HARD, records
from tests.loader.test_fast_file import FOLDERS, ROOT, SHIPPED, told
from timeline.loader import FilesRead, Loaded, cache_folder, folder, load, read_cache, record_data
from timeline.loader.files import TextFile
from timeline.loader.read_cache import NO_CACHE, ReadCache
from timeline.loader.record_lists import LISTS
from timeline.model import About, Record

posix = pytest.mark.skipif(os.name == "nt", reason="who may write where is said otherwise there")
_SAVES = 6
_UNHURRIED = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
RECORD = (
    "record: {title: The harbour bridge, through: 2026-11-22}\nactors:\n  - {id: city, name: The City, kind: company}\n"
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The folder of what is kept, in which all files are looked up."""
    return tmp_path / "kept"


def read(data: Path, cache: ReadCache, kept: FilesRead | None = None) -> Loaded:
    with patch.object(folder, "of_this_user", lambda lasting: cache):
        return load(data, "data", kept=kept)


def entries(kept: Path) -> list[Path]:
    return sorted(kept.iterdir()) if kept.is_dir() else []


@pytest.fixture
def no_file_read(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From when it is called, no file may be read any more."""

    def fail(*_: object) -> None:
        pytest.fail("a file was read")

    return lambda: monkeypatch.setattr(read_cache, "sound_file", fail)


@pytest.mark.parametrize("data", [*FOLDERS, SHIPPED], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_record_that_is_kept_here_reads_the_same_from_the_disk(data: Path, kept: Path) -> None:
    read(data, ReadCache(kept, 0))

    assert told(read(data, ReadCache(kept, 0))) == told(read(data, NO_CACHE))


def test_a_file_that_was_read_is_not_read_again(kept: Path, no_file_read: Callable[[], None]) -> None:
    before = read(SHIPPED, ReadCache(kept, 0))
    no_file_read()

    assert told(read(SHIPPED, ReadCache(kept, 0))) == told(before)


def test_a_record_that_is_hard_for_machines_reads_the_same_from_the_disk(tmp_path: Path, kept: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "record.yaml").write_text(completed(HARD), "utf-8")
    read(tmp_path / "data", ReadCache(kept, 0))

    assert entries(kept)
    assert told(read(tmp_path / "data", ReadCache(kept, 0))) == told(read(tmp_path / "data", NO_CACHE))


@_UNHURRIED
@given(records(), st.data())
def test_after_any_edits_what_was_kept_in_memory_and_on_the_disk_reads_as_if_all_were_new(
    record: dict[str, Any], data: st.DataObject
) -> None:
    with TemporaryDirectory() as place:
        root, served = Path(place), FilesRead()
        for name in ("data", "docs"):
            (root / name).mkdir()
        saves.begin(root, record)
        for _ in range(_SAVES):
            anew = told(read(root / "data", NO_CACHE))
            assert told(read(root / "data", ReadCache(root / "kept", 0), served)) == anew
            assert told(read(root / "data", ReadCache(root / "kept", 0))) == anew
            note(saves.edit_record(data.draw, root))


@pytest.mark.parametrize("model", [About, *LISTS.values()], ids=lambda model: model.__name__)
def test_no_field_of_a_record_is_of_a_type_that_cannot_be_kept(model: type[Record]) -> None:
    assert record_data.can_be_kept(model)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "record.yaml").write_text(RECORD, "utf-8")
    return tmp_path / "data"


def test_what_is_typed_this_moment_is_not_kept(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = small.parent / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept))
    monkeypatch.setenv("LOCALAPPDATA", str(kept))
    monkeypatch.setattr(folder, "of_this_user", read_cache.of_this_user)
    (small / "record.yaml").write_text(RECORD + "#" * 20_000, "utf-8")

    load(small, unsaved={"record.yaml": (RECORD + "#" * 20_001).encode()})
    assert [*kept.rglob("*.json")] == []
    load(small)
    assert len([*kept.rglob("*.json")]) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda held: held[:-9],
        lambda held: held.replace(b"The City", b"The Town"),
        lambda held: b"",
        lambda held: b"\n[]",
        lambda held: bytes(reversed(held)),
    ],
)
def test_an_entry_that_is_not_whole_is_written_anew(damage: Callable[[bytes], bytes], small: Path, kept: Path) -> None:
    read(small, ReadCache(kept, 0))
    (entry,) = entries(kept)
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))

    assert read(small, ReadCache(kept, 0)).timeline.actors[0].name == "The City"
    assert entry.read_bytes() == whole


def test_another_version_of_what_reads_finds_nothing(small: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(small, ReadCache(kept, 0))
    monkeypatch.setattr(read_cache, "_version", lambda: "another")
    read(small, ReadCache(kept, 0))

    assert len(entries(kept)) == 2


def test_the_version_follows_every_module_that_reads(tmp_path: Path) -> None:
    for name in ("dates", "loader", "model"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "fields.py").write_text("", "utf-8")
    versions = [read_cache._version.__wrapped__(tmp_path)]
    for path in sorted(tmp_path.rglob("*.py")):
        path.write_text("changed", "utf-8")
        versions.append(read_cache._version.__wrapped__(tmp_path))

    assert "" not in versions
    assert len({*versions}) == 4


@posix
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o722])
def test_a_folder_that_others_can_write_to_is_not_used(mode: int, small: Path, kept: Path) -> None:
    kept.mkdir()
    kept.chmod(mode)

    assert read(small, ReadCache(kept, 0)).sound
    assert entries(kept) == []


@posix
def test_an_entry_that_others_can_write_is_not_believed(small: Path, kept: Path) -> None:
    read(small, ReadCache(kept, 0))
    (entry,) = entries(kept)
    changed = entry.read_bytes().partition(b"\n")[2].replace(b"The City", b"The Town")
    entry.write_bytes(read_cache._digest(changed) + b"\n" + changed)
    assert read(small, ReadCache(kept, 0)).timeline.actors[0].name == "The Town"
    entry.chmod(0o666)

    assert read(small, ReadCache(kept, 0)).timeline.actors[0].name == "The City"


def test_a_folder_of_which_git_keeps_a_file_is_not_used(small: Path, kept: Path) -> None:
    read(small, ReadCache(kept, 0))
    git = ["git", "-C", str(small.parent), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    assert cache_folder.made(kept)
    subprocess.run([*git, "add", "-f", str(kept)], check=True)

    assert not cache_folder.made(kept)


@pytest.mark.parametrize("home", ["/dev/null", "", "relative"])
def test_where_nothing_can_be_kept_all_is_read(home: str, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    monkeypatch.setenv("HOME", "/dev/null")
    (small / "record.yaml").write_text(RECORD + "#" * 20_000, "utf-8")

    assert read(small, read_cache.of_this_user()).sound
    assert read_cache.of_this_user().sound_file(TextFile("record.yaml", (small / "record.yaml").read_text("utf-8")))


def test_a_full_disk_hinders_nobody(small: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, held: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache_folder, "write", full)

    assert read(small, ReadCache(kept, 0)).sound


def test_what_nobody_used_for_long_goes_and_then_the_oldest(kept: Path) -> None:
    kept.mkdir(mode=0o700)
    now = time.time()
    for name, days in (("new", 0), ("used", 1), ("older", 2), ("forgotten", 31)):
        (kept / name).write_bytes(b"x" * 100)
        os.utime(kept / name, (now - days * 86_400,) * 2)
    cache_folder.sweep(kept, most=250)

    assert [path.name for path in entries(kept)] == ["new", "used"]


def test_an_entry_is_plain_data(small: Path, kept: Path) -> None:
    read(small, ReadCache(kept, 0))
    (entry,) = entries(kept)
    rows = json.loads(entry.read_bytes().partition(b"\n")[2])

    assert rows[1][-1] == {"id": "city", "name": "The City", "kind": "company"}
