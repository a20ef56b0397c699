"""A template that was compiled before is not compiled again, and never one that has changed since."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from timeline.html.template_cache import Compiled


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "maker.py").write_text("1", encoding="utf-8")
    (tmp_path / "page.html").write_text("<p>{{ name }}</p>", encoding="utf-8")
    return tmp_path


def printed(folder: Path) -> str:
    env = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        bytecode_cache=Compiled(folder, lambda: (folder / "maker.py").read_text(encoding="utf-8")),
    )
    return env.get_template("page.html").render(name="A & B")


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("__pycache__/*"))


def test_it_is_kept_where_python_keeps_modules_and_read_the_next_time(folder, monkeypatch) -> None:
    first = printed(folder)
    (file,) = kept(folder)
    monkeypatch.setattr(Environment, "_generate", None)  # nobody compiles any more

    assert printed(folder) == first == "<p>A &amp; B</p>"
    assert file.name.startswith("page.html-")
    assert file.suffix == ".pyc"


def test_another_text_and_another_maker_are_compiled_anew(folder) -> None:
    printed(folder)
    (folder / "page.html").write_text("<b>{{ name }}</b>", encoding="utf-8")
    assert printed(folder) == "<b>A &amp; B</b>"

    (folder / "maker.py").write_text("2", encoding="utf-8")
    printed(folder)
    assert len(kept(folder)) == 2


def test_a_file_cut_short_is_no_hindrance(folder) -> None:
    first = printed(folder)
    (file,) = kept(folder)
    for length in (0, 5, 40, file.stat().st_size - 3):
        file.write_bytes(file.read_bytes()[:length])
        assert printed(folder) == first


def test_nothing_is_written_where_python_writes_nothing(folder, monkeypatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    assert printed(folder) == "<p>A &amp; B</p>"
    assert kept(folder) == []
