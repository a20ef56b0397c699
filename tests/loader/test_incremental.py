"""Whoever reads a folder again and again reads what was saved, and finds what anybody else would find."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.loader import FilesRead, load

RECORD = "record: {title: The harbour bridge, through: 2026-11-22}\n"
SOURCES = """\
sources:
  - {id: gazette, title: Bridge opens, publisher: Gazette, issued: 2025-06-04, language: en, kind: original-reporting}
"""
ACTORS = "actors:\n  - {id: city, name: The City, kind: government}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("record", RECORD), ("sources", SOURCES), ("actors", ACTORS)):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path


def test_a_file_that_is_as_it_was_gives_the_records_it_gave(folder: Path) -> None:
    kept = FilesRead()
    before = load(folder, kept=kept).timeline
    (folder / "actors.yaml").write_text(ACTORS.replace("The City", "The Town"), "utf-8")
    after = load(folder, kept=kept).timeline

    assert after.sources[0] is before.sources[0]
    assert after.actors[0].name == "The Town"


def test_of_a_changed_file_only_the_records_are_read_whose_lines_changed(folder: Path) -> None:
    kept = FilesRead()
    more = "  - {id: town, name: The Town, kind: government}\n"
    path = folder / "actors.yaml"
    path.write_text(ACTORS + more, "utf-8")
    _, before = load(folder, kept=kept).timeline.actors
    path.write_text(ACTORS.replace("name: The City", "name:\n        The other city") + more, "utf-8")
    city, after = load(folder, kept=kept).timeline.actors

    assert city.name == "The other city"
    assert after is before
    assert (after.span.line, after.place.at("name").line) == (4, 4)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("more", ACTORS),  # an id of another file
        ("more", RECORD),  # a second description
        ("sources", SOURCES.replace("language: en", "language: xx-nowhere")),
        ("sources", SOURCES + SOURCES),
        ("actors", "actors: ["),
        ("actors", ACTORS.replace("id: city", "id: gazette")),
        ("actors", None),
        ("record", None),
    ],
)
def test_each_save_is_told_as_to_somebody_who_reads_all_anew(folder: Path, name: str, text: str | None) -> None:
    kept = FilesRead()
    load(folder, kept=kept)
    path = folder / f"{name}.yaml"
    sound = path.read_text("utf-8") if path.exists() else None
    for saved in (text, sound, text):
        path.unlink(missing_ok=True)
        if saved is not None:
            path.write_text(saved, "utf-8")
        again, anew = load(folder, kept=kept), load(folder)

        assert again.problems == anew.problems
        assert again.timeline == anew.timeline
        assert (again.lost, again.gaps, again.nameless) == (anew.lost, anew.gaps, anew.nameless)
        assert again.trees.keys() == anew.trees.keys()
