"""A document that has no title is described in brackets, and never given one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline import language
from timeline.exports import bibliography
from timeline.exports.bibliography import of_source
from timeline.exports.dublin_core import of_source as head_of
from timeline.loader import load
from timeline.model import Timeline
from timeline.site import document_titles

RECORD = """
record:
  title: Posts
  through: 2026-01-01
  source_kinds: {post: {name: Post, name_in: {de: Beitrag}, counts_as: primary, untitled: true}}
sources:
  - {id: post, kind: post, publisher: Posts, MORE}
"""


Made = Callable[[str], Timeline]


@pytest.fixture
def untitled(tmp_path: Path) -> Made:
    def made(more: str) -> Timeline:
        (tmp_path / "record.yaml").write_text(RECORD.replace("MORE", more), encoding="utf-8")
        return load(tmp_path).timeline

    return made


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("authors: Jo Example, issued: 2020-05-30", "[Post by Jo Example, 30 May 2020]"),
        ("authors: Jo Example", "[Post by Jo Example, undated]"),
        ("issued: 2020-05", "[Post by Posts, May 2020]"),
        ("url: 'https://www.posts.example/jo/126/'", "[Post at posts.example/jo/126]"),
    ],
)
def test_it_is_called_by_what_it_is_whose_and_of_when(untitled: Made, more: str, said: str) -> None:
    (source,) = untitled(more).sources

    assert document_titles.called(source) == said
    assert source.title_basis == "none"


def test_the_description_is_in_the_language_of_the_site(untitled: Made) -> None:
    (source,) = untitled("authors: Jo Example, issued: 2020-05-30").sources
    with language.speaking("de"):
        assert document_titles.called(source) == "[Beitrag von Jo Example, 30. Mai 2020]"


def test_no_form_of_a_citation_gives_it_a_title(untitled: Made) -> None:
    record = untitled("authors: Jo Example, issued: 2020-05-30, url: 'https://posts.example/jo/126'")
    entry = of_source(record, record.sources[0])

    csl = bibliography.csl(entry)
    assert ("title" in csl, csl["genre"]) == (False, "Post")
    assert " title = " not in bibliography.bibtex(entry)
    assert "titleaddon = {[Post]}" in bibliography.bibtex(entry)
    assert "TI  - " not in bibliography.ris(entry)
    assert "M3  - Post" in bibliography.ris(entry)
    assert bibliography.text(entry).startswith("Jo Example. [Post]. Posts, 30 May 2020.")
    head = dict(head_of(record.sources[0]))
    assert ("DC.title" in head, head["DC.description"]) == (False, "Post by Jo Example, 30 May 2020")
