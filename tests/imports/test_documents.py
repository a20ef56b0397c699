"""Bibliographies become sources: with the dates they give, and without what only somebody who read them can say."""

from __future__ import annotations

import json

import pytest

from tests.imports.making import drafted, fields, left
from timeline.exports.export import Publication
from timeline.exports.registry import BY_NAME
from timeline.imports.plain_text import plain
from timeline.queries.index import Index

ITEM = {
    "id": "doe2024",
    "type": "article-newspaper",
    "title": "The <i>bridge</i> opens",
    "container-title": "Gazette",
    "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Town council"}],
    "issued": {"date-parts": [[2024, 5]]},
    "accessed": {"date-parts": [["2024", "6", 1]]},
    "URL": "https://gazette.example/1",
    "language": "en-GB",
    "page": "2",
}


def test_an_item_of_csl_is_a_source_without_its_kind(tmp_path) -> None:
    made = drafted(tmp_path, "b.json", json.dumps([ITEM]))

    assert fields(made, "sources") == [
        {
            "id": "gazette-2024-05-the-bridge-opens",
            "aliases": ["doe2024"],
            "title": "The bridge opens",
            "publisher": "Gazette",
            "authors": [{"family": "Doe", "given": "Jane"}, "Town council"],
            "issued": "2024-05",
            "accessed": "2024-06-01",
            "url": "https://gazette.example/1",
            "language": "en-GB",
        }
    ]
    assert [(each.where, each.field, each.value) for each in made.left] == [
        ("item doe2024", "type", "article-newspaper"), ("item doe2024", "page", "2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "carried"),
    [
        ({"date-parts": [[2024]]}, "2024"),
        ({"date-parts": [[2024, 5, 4], [2024, 6]]}, "2024-05-04/2024-06"),
        ({"date-parts": [[2024]], "season": 1}, "2024-21"),
        ({"date-parts": [[2024, 5]], "circa": True}, "2024-05~"),
        ({"literal": "May 2024"}, "2024-05"),
        ({"raw": "2024-05-04"}, "2024-05-04"),
        ({"literal": "5/6/2024"}, None),
        ({"date-parts": [[-44]]}, None),
        ({"date-parts": [["x"]]}, None),
        ({"date-parts": []}, None),
        ("2024", None),
    ],
)
def test_a_date_of_csl_is_as_vague_as_it_is(tmp_path, date, carried) -> None:
    (made,) = fields(drafted(tmp_path, "b.json", json.dumps([{**ITEM, "issued": date}])), "sources")

    assert made.get("issued") == carried


def test_a_document_that_the_record_has_is_told(tmp_path, read_record) -> None:
    timeline = read_record("sources: [{id: gazette, url: 'https://gazette.example/1'}]")
    made = drafted(tmp_path, "b.json", json.dumps([ITEM]), timeline)

    assert made.empty
    assert left(made)[("item doe2024", "doe2024")] == "the record has it already, as `gazette`"


def test_an_entry_of_bibtex_is_a_source(tmp_path) -> None:
    made = drafted(
        tmp_path,
        "b.bib",
        r"""% a comment
        @article{doe-bridge, author = {Jane van Doe and {Town council}}, title = {The {B}r\"ucke \& more},
          journal = {Gazette}, year = 2024, month = may, url = {https://gazette.example/a\_b}, urldate = {2024-06-01},
          langid = {ngerman}, volume = 7, note = {In \emph{German}}}
        @book{x, title = {Undated}, editor = {Ann Bell}}
        """,
    )

    assert fields(made, "sources") == [
        {
            "id": "doe-bridge",
            "title": "The Brücke & more",
            "publisher": "Gazette",
            "authors": [{"family": "van Doe", "given": "Jane"}, "Town council"],
            "issued": "2024-05",
            "accessed": "2024-06-01",
            "url": "https://gazette.example/a_b",
            "language": "de",
            "note": "In German",
        },
        {"id": "undated", "aliases": ["x"], "title": "Undated"},
    ]
    assert {(each.where, each.field) for each in made.left} == {
        ("entry doe-bridge", "type"), ("entry doe-bridge", "volume"), ("entry x", "editor"), ("entry x", "type"),
    }  # fmt: skip


@pytest.mark.parametrize("form", ["bibtex", "csl"])
def test_a_bibliography_of_ours_comes_back_with_all_that_it_says(form, sample, tmp_path) -> None:
    file = next(each for each in BY_NAME[form].whole(Publication(Index(sample))) if each.path.startswith("sources/"))
    raw = file.content if isinstance(file.content, bytes) else file.content.encode()
    made = {each["id"]: each for each in fields(drafted(tmp_path, "b.any", raw), "sources")}

    assert set(made) == {source.id for source in sample.sources}
    for source in sample.sources:
        assert made[source.id]["title"] == (plain(source.title).line if form == "csl" else source.title)
        assert made[source.id]["publisher"] == source.publisher
        assert made[source.id].get("url") == source.url
        if source.issued and source.issued.form == "point" and not source.issued.uncertain:
            assert made[source.id]["issued"] == source.issued.text


def test_slides_of_timelinejs_are_events(tmp_path) -> None:
    made = drafted(
        tmp_path,
        "t.json",
        json.dumps({
            "title": {"text": {"headline": "The harbour", "text": ""}},
            "events": [{
                "start_date": {"year": "2024", "month": "5", "day": 4, "hour": 9, "minute": 5},
                "text": {"headline": "Opening", "text": "<p>It opened.</p>"},
                "media": {"url": "https://img.example/1.jpg", "credit": "Ann"},
                "group": "Bridge", "unique_id": "opening-day", "autolink": False,
            }],
            "scale": "human",
        }),
    )  # fmt: skip

    assert fields(made) == [
        {"id": "opening-day", "added": "2026-11-29", "date": "2024-05-04T09:05", "title": "Opening",
         "topics": ["bridge"], "claims": [{"text": "It opened."}]}
    ]  # fmt: skip
    assert {(each.where, each.field) for each in made.left} == {
        ("slide 1", "all of it"), ("slide 2", "Media"), ("slide 2", "Media credit"),
        ("slide 2", "autolink"), ("file 0", "a cell without a heading"),
    }  # fmt: skip


def test_the_older_form_of_timelinejs_is_read_too(tmp_path) -> None:
    old = {"timeline": {"headline": "H", "date": [{"startDate": "2011,12,10", "headline": "Opening", "tag": "Bridge"}]}}

    (made,) = fields(drafted(tmp_path, "t.json", json.dumps(old)))

    assert (made["date"], made["title"], made["topics"]) == ("2011-12-10", "Opening", ["bridge"])


def test_objects_of_any_program_are_rows(tmp_path) -> None:
    made = drafted(tmp_path, "t.json", json.dumps([{"Title": "Opening", "Date": "2024", "Tags": ["a", "b"], "n": 1.0}]))

    assert fields(made)[0]["topics"] == ["a", "b"]
    assert [(each.where, each.field, each.value) for each in made.left] == [("object 1", "n", "1")]
