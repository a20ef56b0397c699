"""Whatever stands in a table: the draft can be read again, and no value is lost on the way."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.imports.making import TODAY, drafted, nothing
from timeline.imports import draft_file, file_formats
from timeline.imports.draft import Unreadable
from timeline.loader import load

_PIECES = (
    "a", "word", " ", "\n", "\r", '"', "'", ",", ";", "=", "#", ": ", "- ", "*", "_", "[", "]", "<p>", "</p>", "<", "&",
    "&amp;", "`", "\\", "\0", "\u200b", "\x1b", "\ufffe", "|", "https://a.example/1", "www.b.example", "javascript:x",
    "2024", "5/6/2024", "May 2024", "-44", "null", "true", "王", "مرحبا", "🌉", "!", "@", "%", "{", "}", "---", "\xa0",
)  # fmt: skip
_CELL = st.lists(st.sampled_from(_PIECES), max_size=6).map("".join)
_HEADINGS = ("ID", "Date", "Title", "Text", "Link", "Group", "Who", "Kind", "End", "Odd", "Source title")


@settings(max_examples=150)
@given(rows=st.lists(
    st.lists(_CELL, min_size=len(_HEADINGS), max_size=len(_HEADINGS)).filter(any), min_size=1, max_size=3
))  # fmt: skip
def test_any_table_becomes_a_draft_that_can_be_read(rows) -> None:
    sheet = io.StringIO(newline="")
    csv.writer(sheet).writerows([_HEADINGS, *rows])
    with tempfile.TemporaryDirectory() as place:
        made = drafted(Path(place), "e.csv", sheet.getvalue())
        if made.empty:
            return
        text = draft_file.text(made)
        (Path(place) / "draft.yaml").write_text(text, encoding="utf-8", newline="")
        loaded = load(Path(place) / "none", drafts=[Path(place) / "draft.yaml"])

        faults = {problem.code for problem in loaded.problems}
        assert faults <= {"missing-record", "missing-field", "uncited-claim", "bad-address", "bad-text"}
        said = _letters(text)
        for row in rows:
            for cell in row:
                assert all(word in said for word in cell.split() if word in ("a", "word", "true"))


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()


@settings(max_examples=150)
@given(raw=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode),
                     st.sampled_from([b"PK\x03\x04", b"@a{", b"[{", b'{"events":[', b"\xff\xfe"]).flatmap(
                         lambda head: st.binary(max_size=60).map(lambda tail: head + tail))))  # fmt: skip
def test_any_bytes_are_a_draft_or_a_sentence(raw) -> None:
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "any").write_bytes(raw)
        try:
            made = file_formats.read(Path(place) / "any", nothing(Path(place)), True, TODAY, file_formats.Options())
        except Unreadable:
            return
        if not made.empty:
            draft_file.text(made)
