"""What pages say of addresses comes from the ledger alone, and a page without one says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bodies import Body
from tests.conftest import completed
from timeline.checks import read
from timeline.html.context import Context
from timeline.pages import every_page

RECORD = """
sources:
  - {id: gazette, url: "https://gazette.example/1"}
  - {id: post, url: "https://post.example/1", archive: {url: "https://archive.example/post", on: 2025-01-02}}
events:
  - {id: e, claims: [{cite: [gazette, post]}]}
"""
GONE = "{url: https://gazette.example/1, state: gone, since: 2026-03-03, checked: 2026-03-10, seen: 2026-02-01}"


@pytest.fixture
def said(tmp_path: Path):
    """The text of a page of the record with some lines in its ledger."""

    def page(address: str, *lines: str) -> str:
        (tmp_path / "all.yaml").write_text(completed(RECORD), encoding="utf-8")
        if lines:
            rows = "".join(f"  - {line}\n" for line in lines)
            (tmp_path / "links.yaml").write_text(f"links:\n{rows}", encoding="utf-8")
        loaded = read(tmp_path)
        assert [problem.code for problem in loaded.problems] == []
        pages = every_page(Context.of(loaded.timeline, reaches=loaded.reaches))
        body = next(page.body for page in pages if page.address == address)
        return " ".join(
            " ".join(e.text for e in Body.of(body).all("div", "tl-page") + Body.of(body).all("article")).split()
        )

    return page


def test_without_a_ledger_nothing_is_said(said) -> None:
    assert "address since" not in said("sources/gazette/")
    assert "Their addresses" not in said("evidence/")


def test_a_document_that_is_gone_is_told_with_the_day_and_the_last_on_which_it_was_seen(said) -> None:
    text = said("sources/gazette/", GONE)

    assert "No longer at its address since 3 March 2026; last seen there on 1 February 2026." in text
    assert "Former address at gazette.example" in text


def test_one_look_is_not_enough_to_tell_readers(said) -> None:
    once = GONE.replace("2026-03-10", "2026-03-03")

    assert "No longer" not in said("sources/gazette/", once)


@pytest.mark.parametrize("state", ["blocked", "failing"])
def test_who_gives_no_answer_is_not_told_of_as_gone(said, state) -> None:
    text = said("sources/gazette/", GONE.replace("gone", state))

    assert "No longer" not in text
    assert "Read it at gazette.example" in text


def test_where_it_moved_is_told_as_its_own_word(said) -> None:
    moved = "{url: https://gazette.example/1, state: moved, checked: 2026-03-03, moved_to: 'https://www.new.example/1'}"

    assert "Its address says that it is now at new.example." in said("sources/gazette/", moved)


def test_a_copy_that_the_record_does_not_name_is_shown(said) -> None:
    copies = "{url: https://gazette.example/1, snapshots: [{url: 'https://archive.example/g', on: 2025-05-06}]}"
    text = said("sources/gazette/", copies)

    assert "A copy of 6 May 2025 is at archive.example." in text
    assert "none known" not in text


def test_the_copy_that_the_record_names_is_the_one_that_stands_there(said) -> None:
    copies = "{url: https://post.example/1, snapshots: [{url: 'https://archive.example/p', on: 2025-05-06}]}"

    assert "6 May 2025" not in said("sources/post/", copies)


def test_the_page_of_the_evidence_counts_what_answered_and_names_what_is_lost(said) -> None:
    other = "{url: https://post.example/1, state: ok, since: 2026-03-09, checked: 2026-03-09, seen: 2026-03-09}"
    text = said("evidence/", GONE, other)

    assert "Of 2 addresses that a program asked between 9 March 2026 and 10 March 2026" in text
    assert "1 answers with a document, 1 is gone." in text
    assert "1 document of which the address moved or is gone" in text
    assert "gone since 3 March 2026" in text
