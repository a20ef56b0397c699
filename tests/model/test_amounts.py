"""An event may have figures with units, and a word of the editors: shown, sorted, exported, never added up."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from decimal import Decimal

import pytest
from pydantic import ValidationError

from tests.conftest import completed, day
from tests.model.refusing import refused
from timeline.checks import read
from timeline.exports.export import Publication
from timeline.exports.registry import BY_NAME
from timeline.exports.tables.sqlite_file import database
from timeline.model import Amount, Location
from timeline.model.amount import figure
from timeline.queries.as_of import as_of
from timeline.queries.index import Index
from timeline.site.amounts import words

FLOOD = """
sources: [{id: gazette, issued: 1953-02-02}, {id: report, issued: 1954}]
events:
  - id: flood
    date: 1953-02-01
    note: We could not see the *lists* of the parish.
    amounts:
      - {value: 1836, unit: people, of: drowned}
      - {value: 9, up_to: 1000, unit: km, of: dykes broken, approximate: true}
      - {value: -1.50, unit: m}
    claims:
      - {text: "1,836 people drowned, and nine km of dykes broke, or a thousand.", cite: gazette}
      - {text: The land lies at -1.5 m., cite: report}
"""


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": "1836", "unit": "people"}, "1,836 people"),
        ({"value": "2.50", "unit": "EUR"}, "2.50 EUR"),
        ({"value": "9", "up_to": "12", "unit": "km"}, "9 to 12 km"),
        ({"value": "7000", "up_to": "9000", "unit": "men", "approximate": "true"}, "about 7,000 to 9,000 men"),
        ({"value": "-4", "unit": "°C"}, "-4 °C"),
        ({"value": "0", "unit": "votes"}, "0 votes"),
    ],
)
def test_an_amount_is_said_as_it_was_given(fields, said) -> None:
    assert words(Amount.model_validate(fields)) == said


def test_an_amount_that_a_claim_says_is_no_fault(tmp_path) -> None:
    (tmp_path / "record.yaml").write_text(completed(FLOOD), encoding="utf-8")

    assert [problem.sentence for problem in read(tmp_path).problems] == []


def test_on_a_day_on_which_some_claim_was_not_known_figures_and_note_are_not_told(read_record) -> None:
    timeline = read_record(FLOOD)
    (event,) = as_of(timeline, day("1953-03-01")).events

    assert (event.amounts, event.note) == ((), None)


def test_figures_are_exported_as_numbers_that_sort(read_record, tmp_path) -> None:
    publication = Publication(Index(read_record(FLOOD)))
    (table,) = [file for file in BY_NAME["csv"].whole(publication) if file.path.endswith("event_amounts.csv")]
    text = table.content if isinstance(table.content, str) else table.content.decode()
    database(publication, tmp_path / "record.sqlite")
    with closing(sqlite3.connect(tmp_path / "record.sqlite")) as connection:
        ordered = connection.execute("SELECT value, of FROM event_amounts ORDER BY value").fetchall()

    assert [row["value"] for row in csv.DictReader(io.StringIO(text))] == ["1836", "9", "-1.50"]
    assert ordered == [(-1.5, None), (9, "dykes broken"), (1836, "drowned")]


def test_a_figure_stays_as_exact_as_it_was_typed() -> None:
    assert Amount.model_validate({"value": "0.10", "unit": "l"}).value == Decimal("0.1")
    assert str(Amount.model_validate({"value": "0.10", "unit": "l"}).value) == "0.10"


@pytest.mark.parametrize(
    ("typed", "help"),
    [
        ("5-6", "write `5` here, and `up_to: 6` beside it"),
        ("$5", "write `5` here, and what it counts under `unit`"),
        ("7 people", "write `7` here, and what it counts under `unit`"),
        ("5m", "write figures alone, such as `1200` or `2.5`, and what is counted under `unit`"),
    ],
)
def test_a_figure_with_more_beside_it_is_told_where_the_rest_belongs(typed: str, help: str) -> None:
    assert refused(figure, typed)["help"] == help


@pytest.mark.parametrize(
    ("typed", "help"),
    [
        (["41.58", "-93.61"], "write `41.58, -93.61` in quotation marks, without brackets"),
        ("41°35'N, 93°36'W", "write degrees with decimals, latitude first, with a minus for south and west, as"),
    ],
)
def test_a_point_that_is_written_otherwise_is_told_how(typed: object, help: str) -> None:
    with pytest.raises(ValidationError, match="coordinates") as caught:
        Location.model_validate({"id": "a", "name": "A", "coordinates": typed})

    assert help in str((caught.value.errors()[0].get("ctx") or {})["help"])
