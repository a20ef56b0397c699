"""The folder of a site holds the old site or the new one, on any disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.engines.sites import tree
from timeline.engines import exchange, site_folder
from timeline.engines.lock import Locked
from timeline.engines.site_folder import SiteFolder

OLD = {"index.html": "old", "past/index.html": "old", "a": "a file"}
NEW = {"index.html": "new", "a/index.html": "new", "assets/new.css": "new"}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    written(folder, OLD)
    return folder


def written(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def held(folder: Path) -> dict[str, str]:
    return {name: raw.decode() for name, raw in tree(folder).items()}


def put(place: Path) -> SiteFolder:
    folder = SiteFolder(place)
    written(folder.fresh, NEW)
    assert held(place).items() >= OLD.items()  # until the last moment
    folder.put()
    return folder


def refused(number: int):
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def test_the_new_site_takes_the_place_of_the_old_one_and_leaves_nothing_beside_it(place: Path) -> None:
    assert put(place).whole

    assert held(place) == NEW
    assert [path.name for path in place.parent.iterdir()] == ["site"]


def test_a_site_that_was_not_there_comes_into_being_whole(tmp_path: Path) -> None:
    folder = SiteFolder(tmp_path / "far" / "site")
    written(folder.fresh, NEW)
    assert not folder.place.exists()
    folder.put()

    assert held(tmp_path / "far" / "site") == NEW


def test_a_system_without_an_exchange_of_folders_takes_two_strokes(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_function", lambda: None)

    assert put(place).whole
    assert held(place) == NEW


def test_a_build_killed_between_two_strokes_left_the_site_aside_and_the_next_one_puts_it_back(place: Path) -> None:
    folder = SiteFolder(place)
    written(folder.fresh, NEW)
    place.rename(folder._old)
    folder._lock.release()  # as the system does for whoever is killed

    SiteFolder(place).discard()

    assert held(place) == OLD
    assert [path.name for path in place.parent.iterdir()] == ["site"]


def test_what_a_killed_build_has_left_is_swept_by_the_next_one(place: Path) -> None:
    written(place.parent / ".site.building", {"half/index.html": "ha"})
    (place.parent / ".site.lock").touch()

    put(place)

    assert held(place) == NEW
    assert [path.name for path in place.parent.iterdir()] == ["site"]


def test_of_two_builds_at_once_the_second_is_refused_until_the_first_is_done(place: Path) -> None:
    first = SiteFolder(place)
    with pytest.raises(Locked):
        SiteFolder(place)
    first.discard()

    put(place)
    assert held(place) == NEW


def test_a_link_stays_a_link_and_what_it_leads_to_is_replaced(place: Path) -> None:
    link = place.parent / "published"
    link.symlink_to("site")

    put(link)

    assert link.is_symlink()
    assert held(place) == NEW


def test_hidden_files_at_the_top_are_no_part_of_a_build_and_stay(place: Path) -> None:
    written(place, {".git/config": "ours", ".nojekyll": ""})

    put(place)

    assert held(place) == NEW | {".git/config": "ours", ".nojekyll": ""}


def test_hidden_files_that_a_build_has_of_its_own_are_the_newer_ones(place: Path) -> None:
    written(place, {".well-known/security.txt": "old", ".well-known/other.txt": "theirs"})
    folder = SiteFolder(place)
    written(folder.fresh, {".well-known/security.txt": "new"})
    folder.put()

    assert held(place) == {".well-known/security.txt": "new", ".well-known/other.txt": "theirs"}


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
def test_a_folder_that_cannot_change_places_gets_its_files_one_by_one(
    place: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A folder of the same disk that is shown at a second place, as containers have it."""
    monkeypatch.setattr(site_folder, "exchange", refused(number))
    written(place, {".git/config": "ours"})

    assert not put(place).whole
    assert held(place) == NEW | {".git/config": "ours"}


def test_a_mount_point_gets_its_files_from_within(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == place)

    folder = put(place)

    assert not folder.whole
    assert folder.fresh == place / ".building"  # on the same disk, so that no file has to be copied
    assert held(place) == NEW
    assert not (place / "past").exists()
    assert [path.name for path in place.parent.iterdir()] == ["site"]


def test_a_swap_that_the_system_refuses_leaves_the_old_site(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_folder, "exchange", refused(errno.EACCES))
    folder = SiteFolder(place)
    written(folder.fresh, NEW)

    with pytest.raises(PermissionError):
        folder.put()
    folder.discard()

    assert held(place) == OLD
    assert [path.name for path in place.parent.iterdir()] == ["site"]
