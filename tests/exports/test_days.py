"""No form of the record has a day that the record does not give, but bounds that are called so.

Whatever looks like a day is looked for, in figures and in words, in every file of every form, in heads of pages and in
frames. It has to stand in the YAML. The schemas are left out, whose examples are none of the record's.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from tests.conftest import SAMPLE, completed
from timeline.checks import read
from timeline.exports import registry
from timeline.exports.export import Former, Publication
from timeline.model import Timeline
from timeline.pages import render
from timeline.queries.index import Index
from timeline.site.file import SiteFile
from timeline.site.settings import Site

SITE = Site("Bridges", "https://bridges.example/record/", exports=frozenset(registry.BY_NAME))
MONTHS = ("January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December")  # fmt: skip
_BOUNDS = ("_not_before", "_not_after")
_LABELLED = ("bounds", "certain_from")
"""In the JSON: the first and the last day that a text allows, and the day from which a standing is certain."""
FORMS = (
    "2025", "2025-05", "2025-05-04", "2025-05~", "2025-05-06~", "2025-05-07?", "2025-05/..", "../2025-05",
    "2025-05-08/..", "2025-05-09/2025-06", "2025-07/2025-08", "[2025-05-10..2025-05-12]", "[2025-05..2025-07]",
    "202X", "19XX", "2025-21", "2025-34", "2024-02", "2025-05-13/2025-05-17",
)  # fmt: skip
"""Every kind of date, the vague ones for the most part."""


def days(text: str) -> Iterator[str]:
    """Whatever may be read as a day, as the YAML would have it."""
    parts: list[tuple[str, str, str]] = []
    parts += re.findall(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?!\d)", text)
    parts += re.findall(r"(?<![\d/])(\d{4})/(\d{2})/(\d{2})/", text)  # RIS
    parts += re.findall(r"(?<=[:=])(\d{4})(\d{2})(\d{2})(?=T\d{6}Z|\r\n)", text)  # iCalendar
    parts += re.findall(r"\[\s*(\d{4}),\s*(\d{1,2}),\s*(\d{1,2})\s*\]", text)  # CSL
    names = "|".join(MONTHS)
    for day, month, year in re.findall(rf"(?<!\d)(\d{{1,2}}) ({names}) (\d{{4}})", text):
        parts.append((year, f"{MONTHS.index(month) + 1}", day))
    yield from (f"{int(year):04}-{int(month):02}-{int(day):02}" for year, month, day in parts)


def told(file: SiteFile) -> str:
    """What a file says, without the bounds that it calls so."""
    if "schema/" in file.path or file.path.endswith((".css", "openapi.json", "datapackage.json")):
        return ""
    if file.path.endswith(".sqlite"):
        return "\n".join(_rows(file.content))
    if file.path.endswith(".csv") and file.path.startswith("data/"):
        rows = csv.DictReader(io.StringIO(file.content.decode(), newline=""))
        return "\n".join(str({k: v for k, v in row.items() if not k.endswith(_BOUNDS)}) for row in rows)
    if file.path.startswith("api/"):
        return json.dumps(_unbound(json.loads(file.content)), ensure_ascii=False)
    return file.content.decode()


def _rows(data: bytes) -> Iterator[str]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        yield from _said_in(database)


def _said_in(database: sqlite3.Connection) -> Iterator[str]:
    for (table,) in database.execute("select name from sqlite_master where type = 'table' and name not like '%_fts%'"):
        columns = [row[1] for row in database.execute(f"pragma table_info({table})")]
        chosen = ", ".join(f'"{name}"' for name in columns if not name.endswith(_BOUNDS))
        yield from (str(row) for row in database.execute(f"select {chosen} from {table}"))


def _unbound(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _unbound(inner) for name, inner in value.items() if name not in _LABELLED}
    return [_unbound(inner) for inner in value] if isinstance(value, list) else value


def outputs(timeline: Timeline) -> Iterator[tuple[str, str]]:
    """Every form by what it is called."""
    publication = Publication(Index(timeline), SITE, former=Former("v1", dataclasses.replace(timeline, events=())))
    for export in registry.EXPORTS:
        for file in (*export.whole(publication), *export.single(publication)):
            yield file.path, told(file)
    for page in render(timeline, SITE):
        yield f"head of {page.address}", page.head
        yield from ((file.path, file.content.decode()) for file in page.files if file.path.startswith("embed/"))


def strays(timeline: Timeline, raw: str) -> list[tuple[str, str]]:
    given = set(days(raw))
    assert given
    return [(name, day) for name, text in outputs(timeline) for day in days(text) if day not in given]


def test_no_form_of_the_sample_record_has_a_day_of_its_own(sample: Timeline) -> None:
    raw = "\n".join(path.read_text(encoding="utf-8") for path in (SAMPLE / "data").glob("*.yaml"))

    assert strays(sample, raw) == []


@pytest.mark.parametrize("course", ["happened", "planned"])
def test_no_vague_date_becomes_a_day_in_any_form(course: str, tmp_path: Any) -> None:
    text = "record: {title: Dates, through: 2026-01-01, uuid: 1fbcea2d-ce91-4cc7-b1fc-114d901f5935}\n"
    text += "topics: [{id: t}]\nsources:\n"
    text += "".join(f"  - {{id: s-{n}, issued: '{date}'}}\n" for n, date in enumerate(FORMS))
    text += "events:\n"
    text += "".join(
        f"  - {{id: e-{n}, added: 2026-01-01, date: '{date}', course: {course}, topics: t,"
        f" rivals: [{{date: '{FORMS[n - 1]}', cite: s-{n}}}], dates: {{due: {{date: '{FORMS[n - 2]}', cite: s-{n}}}}},"
        f" claims: [{{text: It is so., cite: s-{n}}}]}}\n"
        for n, date in enumerate(FORMS)
    )
    text += "expectations:\n"
    text += "".join(
        f"  - {{id: x-{n}, about: t, said: '{FORMS[n - 1]}', window: '{date}', cite: s-{n}}}\n"
        for n, date in enumerate(FORMS)
    )
    text += "tracks: [{id: k, states: [{from: '2025-05~', to: '2025-21', state: open, cite: s-1}]}]\n"
    raw = completed(text)
    (tmp_path / "record.yaml").write_text(raw, encoding="utf-8")
    timeline = read(tmp_path, "data").timeline

    assert len(timeline.events) == len(FORMS)
    assert len(list(outputs(timeline))) > 100
    assert strays(timeline, raw) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ('{"date": "2025-05-01"}', "2025-05-01"),
        ("DA  - 2025/05/01/", "2025-05-01"),
        ("DTSTART;VALUE=DATE:20250501\r\n", "2025-05-01"),
        ('"date-parts": [[2025, 5, 1]]', "2025-05-01"),
        ("on 1 May 2025.", "2025-05-01"),
    ],
)
def test_a_day_is_found_in_whatever_way_it_is_written(text: str, day: str) -> None:
    assert list(days(text)) == [day]
