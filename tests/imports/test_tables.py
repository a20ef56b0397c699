"""Tables in the forms that programs write, also those that were made to do harm."""

from __future__ import annotations

import datetime
import io
import zipfile

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.imports.making import cell, drafted, fields, left, line, spreadsheet, workbook
from timeline.imports import date_formats, file_formats
from timeline.imports.draft import Unreadable
from timeline.imports.xlsx import MERGED

DAY = datetime.datetime(2024, 5, 1)


@pytest.mark.parametrize(
    "raw",
    [
        "\ufeffDate,Title\r\n2024-05,Über\r\n".encode(),
        "Date;Title\n2024-05;Über\n".encode(),
        "Date\tTitle\n2024-05\tÜber\n".encode("utf-16"),
        "Date\tTitle\n2024-05\tÜber\n".encode("utf-16-le"),
        "Date,Title\r2024-05,Über\r".encode(),
        "sep=|\nDate|Title\n2024-05|Über\n".encode(),
        '"Date","Title"\n\n"2024-05","Über"\n\n\n'.encode(),
    ],
)
def test_the_separator_the_line_ends_and_the_marks_of_a_file_make_no_difference(tmp_path, raw) -> None:
    (made,) = fields(drafted(tmp_path, "e.csv", raw))

    assert (made["date"], made["title"]) == ("2024-05", "Über")


def test_german_numbers_do_not_divide_a_cell(tmp_path) -> None:
    made = drafted(tmp_path, "e.csv", "Datum;Titel;Kosten\n2024-05;Brücke, neu;1.234,50\n")

    assert fields(made)[0]["title"] == "Brücke, neu"
    assert [each.value for each in made.left] == ["1.234,50"]


def test_letters_of_another_encoding_are_not_guessed(tmp_path) -> None:
    raw = "Title\nÜber\n".encode("cp1252")
    with pytest.raises(Unreadable, match="not UTF-8: line 2"):
        drafted(tmp_path, "e.csv", raw)

    assert fields(drafted(tmp_path, "e.csv", raw, encoding="cp1252"))[0]["title"] == "Über"


def test_signs_that_nobody_sees_are_taken_out_and_told(tmp_path) -> None:
    made = drafted(tmp_path, "e.csv", "Title,Text\nOpe\0ning,It\u200b opened.\n")

    assert fields(made)[0]["title"] == "Opening"
    assert [each.value for each in made.left] == ["U+0000", "U+200B, zero width space"]


@pytest.mark.parametrize(
    ("code", "carried"),
    [
        ("yyyy-mm-dd", "2024-05-01"),
        ("dd/mm/yyyy", "2024-05-01"),
        ("mmm yyyy", "2024-05"),
        ("mmm-yy", "2024-05"),
        ("[$-409]mmmm\\ yyyy;@", "2024-05"),
        ('yyyy"d"', "2024"),
        ("yyyy", "2024"),
        ("m/d/yy h:mm", "2024-05-01"),  # midnight is what programs keep for a day
    ],
)
def test_a_date_cell_is_a_day_only_if_its_format_shows_one(tmp_path, code, carried) -> None:
    raw = workbook([["Date", "Title"], [DAY, "Opening"]], {"A2": code})

    assert fields(drafted(tmp_path, "e.xlsx", raw))[0]["date"] == carried


def test_a_cell_that_shows_no_year_is_no_date(tmp_path) -> None:
    made = drafted(tmp_path, "e.xlsx", workbook([["Date", "Title"], [DAY, "Opening"]], {"A2": "d mmm"}))

    assert "date" not in fields(made)[0]
    assert left(made) == {("row 2", "Date"): "the cell shows no year, and keeps 2024-05-01"}


def test_minutes_are_no_months() -> None:
    assert date_formats.parts("h:mm") == {"time"}
    assert date_formats.parts("mm:ss.0") == {"time"}
    assert date_formats.parts("yyyy h:mm") == {"year", "time"}


def test_a_workbook_may_count_its_days_from_1904(tmp_path) -> None:
    raw = workbook([["Date", "Title"], [DAY, "Opening"]], {"A2": "yyyy-mm-dd"}, epoch=CALENDAR_MAC_1904)

    assert fields(drafted(tmp_path, "e.xlsx", raw))[0]["date"] == "2024-05-01"


def test_a_formula_is_what_it_showed_and_without_that_it_is_told(tmp_path) -> None:
    made = drafted(tmp_path, "e.xlsx", workbook([["Title", "Year"], ["Opening", "=2000+24"]]))

    assert "date" not in fields(made)[0]
    assert left(made) == {("row 2", "Year"): "a formula whose result is not in the file"}


def test_numbers_links_and_merged_cells_of_a_workbook(tmp_path) -> None:
    raw = workbook(
        [["Year", "Title", "Source"], [2024, "Opening", "Gazette"], [None, "Works", None]],
        merged=["A2:A3"],
        links={"C2": "https://gazette.example/1"},
    )
    made = drafted(tmp_path, "e.xlsx", raw)

    assert [each.get("date") for each in fields(made)] == ["2024", None]
    assert {each.get("url") for each in fields(made, "sources")} == {None, "https://gazette.example/1"}
    assert left(made)[("row 3", "Year")] == MERGED


def test_other_sheets_are_told_and_may_be_named(tmp_path) -> None:
    raw = workbook([["Title"], ["Opening"]], sheets=["More"])
    made = drafted(tmp_path, "e.xlsx", raw)

    assert left(made) == {("", "sheet More"): "only one sheet is read"}
    with pytest.raises(Unreadable, match="no sheet `Most`"):
        drafted(tmp_path, "e.xlsx", raw, sheet="Most")


@pytest.mark.parametrize(("style", "carried"), [("day", "2024-05-01"), ("month", "2024-05"), ("year", "2024")])
def test_a_date_of_opendocument_is_what_its_style_shows(tmp_path, style, carried) -> None:
    raw = spreadsheet([line("Date", "Title"), line(cell("shown", "2024-05-01", style), "Opening")])

    assert fields(drafted(tmp_path, "e.ods", raw))[0]["date"] == carried


def test_a_million_empty_rows_of_a_spreadsheet_are_none(tmp_path) -> None:
    wide = '<table:table-cell table:number-columns-repeated="16384"/>'
    raw = spreadsheet(
        [line("Date", "Title"), line(wide, repeated=900_000), line("2024", "Opening"), line(wide, repeated=1)]
    )
    made = drafted(tmp_path, "e.ods", raw)

    assert [item.where for item in made.lists["events"]] == ["row 900,002"]


def damaged_archive() -> bytes:
    """Tables in an archive of which some bytes are others."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("events.csv", "id,date\n" * 50)
    raw = bytearray(packed.getvalue())
    raw[45:55] = b"\xff" * 10
    return bytes(raw)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "nothing stands in the file"),
        (b"\xef\xbb\xbf \n", "nothing stands in the file"),
        (b"PK\x03\x04 and no archive", "cannot be opened"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old workbook of Excel"),
        (b"%PDF-1.7 and no table", "it is no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "it is no text"),
        (b"\x7fELF\x00\xff\n\x80", "it is no text"),
        (b"No workbook at all.\nJust words.\n", "no column has a heading that is known"),
        (b"<!DOCTYPE html>\n<html>\n", "no column has a heading that is known"),
        (b"Date,Title\n", "no row stands below the headings"),
        (b'"words"', "no row stands below the headings"),
        (b"@comment{x}", "no document stands in the file"),
        (b'{"items": []}', "no document stands in the file"),
        (damaged_archive(), "cannot be opened"),
        (b'{"events": ', "breaks off"),
        (b'{"a": 1}', "a form that is not known"),
        (b"[1, 2]", "does not consist of objects"),
        (b"[" * 100_000, "nested too deeply|breaks off"),
        (b'[{"Title": ' + b"9" * 5000 + b"}]", "number in the JSON is too long"),
        (b"@article{x, title = {A", "no BibTeX"),
        (b'Title\n"' + b"x" * 1_100_000, "cannot be told apart"),
        (b"," * 500 + b"x\n", "more than 400 columns"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path, raw, sentence) -> None:
    with pytest.raises(Unreadable, match=sentence):
        drafted(tmp_path, "e.any", raw)


def test_an_archive_that_unpacks_to_far_more_is_not_opened(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(file_formats, "WIDEST", 1_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 10_000)
    with pytest.raises(Unreadable, match="unpacked it has more"):
        drafted(tmp_path, "e.xlsx", packed.getvalue())


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(file_formats, "LARGEST", 100)
    with pytest.raises(Unreadable, match="the file has more than"):
        drafted(tmp_path, "e.csv", b"Title\n" + b"x" * 200)
