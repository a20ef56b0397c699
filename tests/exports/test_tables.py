"""The tables as other programs read them: the csv module, sqlite3, and a spreadsheet that would run a formula."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.conftest import completed
from tests.exports.records import HARD, records
from timeline.exports.export import Publication
from timeline.exports.tables import CSV, SQLITE
from timeline.exports.tables.contents import TABLES
from timeline.exports.tables.csv_files import cell
from timeline.exports.tables.table import Row, Table, Value, rows
from timeline.loader import load
from timeline.model import Timeline
from timeline.problems import Severity
from timeline.queries.index import Index
from timeline.queries.selection import Selection, select
from timeline.queries.version import plain
from timeline.site.spreadsheet_cells import read

DAY = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
OURS = {"added", "on", "accessed", "archive_on", "through"}
"""Columns with days that are ours or somebody's who keeps copies; they are typed as days."""


@pytest.fixture
def hard(read_record: Callable[[str], Timeline]) -> Timeline:
    return read_record(HARD)


def publication(timeline: Timeline) -> Publication:
    return Publication(Index(timeline))


def sheets(made: Publication) -> dict[str, list[list[str]]]:
    """Every CSV file, read by the csv module."""
    files = {file.path: file.content.decode() for file in CSV.whole(made)}
    return {
        path.removeprefix("data/").removesuffix(".csv"): list(csv.reader(io.StringIO(text, newline=""), strict=True))
        for path, text in files.items()
        if path.endswith(".csv")
    }


@contextmanager
def opened(made: Publication) -> Iterator[sqlite3.Connection]:
    """The database as sqlite3 opens it from a disk."""
    (file,) = SQLITE.whole(made)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "record.sqlite")
        path.write_bytes(file.content)
        with closing(sqlite3.connect(path)) as connection:
            yield connection


def contents(made: Publication) -> dict[str, list[Row]]:
    return {table.name: list(rows(table, TABLES, made)) for table in TABLES}


def value(text: str, kind: str) -> Value:
    """What a reader who follows the description makes of a cell."""
    if text == "":
        return None
    if kind == "boolean":
        return text == "true"
    return int(text) if kind == "integer" else read(text)


def from_csv(made: Publication, table: Table) -> list[Row]:
    head, *body = sheets(made)[table.name]
    assert head == [column.name for column in table.columns]
    return [tuple(value(text, column.kind) for text, column in zip(row, table.columns, strict=True)) for row in body]


def from_database(connection: sqlite3.Connection, table: Table) -> list[Row]:
    found = connection.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid').fetchall()
    whether = [column.kind == "boolean" for column in table.columns]
    return [tuple(bool(v) if flag else v for v, flag in zip(row, whether, strict=True)) for row in found]


def same(timeline: Timeline) -> None:
    """Both forms give back every value of every row."""
    made = publication(timeline)
    wanted = contents(made)
    with opened(made) as connection:
        for table in TABLES:
            assert from_csv(made, table) == wanted[table.name], table.name
            assert from_database(connection, table) == wanted[table.name], table.name


# -- what goes in comes out ------------------------------------------------------------------------


def test_every_value_comes_out_as_it_went_in(hard: Timeline, sample: Timeline) -> None:
    same(hard)
    same(sample)


@given(data=records())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_typed_comes_out_of_both_forms(data: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        text = completed(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
        Path(name, "record.yaml").write_text(text, encoding="utf-8")
        loaded = load(Path(name), "record")
        assume(not any(problem.severity is Severity.ERROR for problem in loaded.problems))
        same(loaded.timeline)


@given(st.text())
def test_a_cell_never_begins_as_a_formula_does_and_gives_its_text_back(text: str) -> None:
    assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"))
    assert read(cell(text)) == text


def test_no_cell_of_a_hostile_record_is_run_by_a_spreadsheet(hard: Timeline) -> None:
    found = [text for sheet in sheets(publication(hard)).values() for row in sheet for text in row]

    assert any(text.startswith("'=HYPERLINK") for text in found)
    assert [text for text in found if text[:1] in {"=", "+", "-", "@", "\t", "\r"}] == []


# -- what the tables say ---------------------------------------------------------------------------


def test_events_stand_with_their_dates_as_vague_as_they_are(hard: Timeline) -> None:
    table = next(table for table in TABLES if table.name == "events")
    names = [column.name for column in table.columns]
    told = {row[0]: dict(zip(names, row, strict=True)) for row in contents(publication(hard))["events"]}

    opening = told["opening"]
    assert (opening["date"], opening["date_words"]) == ("2024-05~", "about May 2024")
    assert (opening["date_not_before"], opening["date_not_after"]) == ("2024-05-01", "2024-05-31")
    assert (told["works"]["date"], told["works"]["date_not_after"]) == ("2024-07/..", None)
    assert opening["known"] == "2024-05"


def test_no_day_that_nobody_typed_stands_in_a_column_of_dates(hard: Timeline, sample: Timeline) -> None:
    for timeline in (hard, sample):
        made = contents(publication(timeline))
        typed = {
            date
            for record in (*timeline.events, *timeline.sources, *timeline.expectations, *timeline.tracks)
            for date in DAY.findall(json.dumps(plain(record)))
        }
        for table in TABLES:
            for row in made[table.name]:
                for column, found in zip(table.columns, row, strict=True):
                    if column.name.endswith(("_not_before", "_not_after")) or column.name in OURS:
                        continue
                    assert set(DAY.findall(str(found))) <= typed | {str(timeline.record.through)}, (table.name, column)


def test_every_column_is_explained_in_one_sentence() -> None:
    for table in TABLES:
        assert table.about.endswith(".")
        for column in table.columns:
            assert column.about.endswith((".", ")")), (table.name, column.name)
        assert {*table.key, *table.searched} <= {column.name for column in table.columns}


def test_the_data_package_tells_each_file_with_its_size_its_sum_and_its_ties(hard: Timeline) -> None:
    files = {file.path.removeprefix("data/"): file.content for file in CSV.whole(publication(hard))}
    package = json.loads(files.pop("datapackage.json"))

    assert [resource["path"] for resource in package["resources"]] == list(files)
    for resource in package["resources"]:
        content = files[resource["path"]]
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{sha256(content).hexdigest()}")
        head = next(csv.reader(io.StringIO(content.decode())))
        assert [field["name"] for field in resource["schema"]["fields"]] == head
    claims = next(resource for resource in package["resources"] if resource["name"] == "claims")
    reference = {"resource": "events", "fields": ["id"]}
    assert {"fields": ["event"], "reference": reference} in claims["schema"]["foreignKeys"]
    assert package["licenses"] == [{"name": "CC-BY-4.0"}]


# -- the database ----------------------------------------------------------------------------------


def test_the_database_is_sound_and_its_ties_hold(hard: Timeline, sample: Timeline) -> None:
    for timeline in (hard, sample):
        with opened(publication(timeline)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            ties = connection.execute("PRAGMA foreign_key_list(citations)").fetchall()
            assert {(tie[2], tie[3]) for tie in ties} == {
                ("claims", "claim"), ("sources", "source"), ("sources", "via"), ("sources", "origin"),
            }  # fmt: skip


def test_two_builds_of_one_record_give_one_database(read_record: Callable[[str], Timeline]) -> None:
    one, other = (next(SQLITE.whole(publication(read_record(HARD)))).content for _ in range(2))

    assert one == other


def test_words_are_found_in_titles_and_in_claims(hard: Timeline) -> None:
    with opened(publication(hard)) as connection:

        def found(table: str, words: str) -> list[str]:
            sql = (
                f'SELECT id FROM "{table}" WHERE rowid IN (SELECT rowid FROM "{table}_fts" WHERE "{table}_fts" MATCH ?)'
            )
            return [id for (id,) in connection.execute(sql, (words,))]

        assert found("events", "mayor") == ["opening"]
        assert found("claims", "bridge") == ["opening#opened"]
        assert found("sources", "الجسر") == ["mina"]
        assert found("sources", "桥梁开放") == ["herald"]
        assert found("sources", "桥梁") == found("sources", "开放") == found("sources", '"梁" "放"') == ["herald"]
        assert found("sources", "梁桥") == []


@pytest.mark.parametrize("word", ["训", "训练", "失败", "的训练失败了", "r2", "训练R2失败", "ＡＩ", "ブリッジ", "다리"])
def test_a_word_that_no_space_parts_from_others_is_found(word: str, read_record: Callable[[str], Timeline]) -> None:
    title = "官方的训练失败了，训练R2失败 ＡＩ ブリッジの開通 다리가"
    timeline = read_record(f"sources: [{{id: s, title: '{title}'}}, {{id: other, title: 別の橋}}]")
    with opened(publication(timeline)) as connection:
        sql = "SELECT count(*) FROM sources_fts WHERE sources_fts MATCH ?"
        assert connection.execute(sql, (f'"{word}"',)).fetchall() == [(1,)]


def test_a_question_in_sql_is_answered_across_tables(sample: Timeline) -> None:
    sql = """SELECT s.publisher, count(DISTINCT c.claim) FROM citations c JOIN sources s ON s.id = c.source
             GROUP BY s.publisher ORDER BY 2 DESC, 1 LIMIT 1"""
    with opened(publication(sample)) as connection:
        ((publisher, number),) = connection.execute(sql).fetchall()

    cited = [
        sum(any(sample.sources_by_id[c.source].publisher == name for c in claim.citations) for claim in sample.claims)
        for name in {source.publisher for source in sample.sources}
    ]
    assert number == max(cited)
    assert publisher in {source.publisher for source in sample.sources}


# -- a part of the record --------------------------------------------------------------------------


def test_of_a_selection_nothing_points_at_what_was_left_out(hard: Timeline) -> None:
    part = dataclasses.replace(select(hard, Selection(q="works")), expectations=(), tracks=())
    made = Publication(Index(hard), part=dataclasses.replace(part, sources=part.sources[:2]))

    with opened(made) as connection:
        assert connection.execute("SELECT id FROM events").fetchall() == [("works",)]
        assert connection.execute("SELECT count(*) FROM event_relations").fetchall() == [(0,)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
