"""The page that stands in place of the site while the record has faults."""

from __future__ import annotations

from pathlib import Path

from tests.bodies import Body
from timeline.checks import read
from timeline.html.page import Page
from timeline.pages import faults_page

RECORD = """\
record: {title: The <i>bridge</i>, through: 1931-12-31}
topics:
  - {id: bridge, name: Bridge}
  - {id: bridge, name: <script>alert(1)</script>}
events: [{id: opening, topics: brigde}]
"""


def page(folder: Path, text: str) -> Page:
    (folder / "record.yaml").write_text(text, encoding="utf-8")
    loaded = read(folder, "data")
    return faults_page(loaded.problems, loaded.files)


def test_it_says_how_many_faults_there_are_and_shows_each_with_its_line_and_its_remedy(tmp_path) -> None:
    made = page(tmp_path, RECORD)
    body = Body.of(made.body)

    places = [e.text for e in body.all("h2")]
    assert made.title == f"{len(places)} errors in the record"
    assert body.all("h1")[0].text == made.title
    assert "data/record.yaml, line 4" in places
    assert "data/record.yaml, line 5" in places
    assert len(places) == len(body.all("pre"))
    for told in body.all("pre"):
        assert "error[" in told.text
        assert "= help: " in told.text
    assert (made.address, made.kind) == ("", "faults")


def test_it_shows_what_an_author_typed_and_runs_none_of_it(tmp_path) -> None:
    body = Body.of(page(tmp_path, RECORD).body)

    assert "name: <script>alert(1)</script>" in body.text
    assert body.all("script") == []


def test_a_fault_of_the_whole_record_has_no_line(tmp_path) -> None:
    body = Body.of(page(tmp_path, "topics: [{id: bridge, name: Bridge}]\n").body)

    (place,) = body.all("h2")
    assert place.text == "data"
    assert "missing-record" in body.text


def test_one_error_is_told_in_the_singular(tmp_path) -> None:
    assert page(tmp_path, "record: {title: T, through: 1931-13-01}\n").title == "1 error in the record"
