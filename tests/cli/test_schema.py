"""The schema on a terminal and in a folder, and a record in numbers."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from tests.conftest import SAMPLE
from timeline.cli.commands import timeline
from timeline.schema import text

ROOT = Path(__file__).parents[2]
BRIDGE = ROOT / "tests" / "golden" / "cli" / "bridge"


def run(*words: str) -> Result:
    return CliRunner().invoke(timeline, list(words))


def test_the_schema_is_printed() -> None:
    assert run("schema").stdout == text()


def test_the_schema_is_written_beside_the_record_once(tmp_path) -> None:
    first, second = run("schema", "--into", str(tmp_path)), run("schema", "--into", str(tmp_path))

    place = (tmp_path / "timeline.schema.json").as_posix()
    assert (first.stdout, second.stdout) == (f"{place}: written\n", f"{place}: as it should be\n")
    assert (tmp_path / "timeline.schema.json").read_text(encoding="utf-8") == text()


def test_the_ids_of_a_record_are_offered_with_what_they_are_the_ids_of(tmp_path) -> None:
    made = json.loads(run("schema", "--ids", "--data", str(SAMPLE / "data")).stdout)["definitions"]
    sources, topics = made["known-cite"]["anyOf"][0], made["known-about"]["anyOf"][0]

    assert dict(zip(sources["enum"], sources["enumDescriptions"], strict=True))["council-2023-03-14-minutes"] == (
        "Minutes of the session of 14 March 2023 (Town council of Aldermoor)"
    )
    assert "bridge" in topics["enum"]
    assert all("#" in ref for ref in made["known-disputes"]["anyOf"][0]["enum"])
    assert run("schema", "--ids", "--data", str(tmp_path / "none")).exit_code == 2


def test_numbers_have_the_same_names_for_people_and_for_programs() -> None:
    told = run("stats", str(BRIDGE)).stdout
    found = json.loads(run("stats", str(BRIDGE), "--format", "json").stdout)

    for of in ("events", "claims", "sources"):
        for by, rows in found[of].items():
            heading = f"\n{of} by {by}"
            assert heading in told
            table = told.partition(heading)[2].partition("\n\n")[2].partition("\n\n")[0]
            lines = [line.split() for line in table.splitlines()]
            assert [(line[0].rstrip(","), int(line[-2])) for line in lines] == list(rows.items())


def test_what_is_little_is_not_called_nothing(tmp_path) -> None:
    sources = "".join(
        f"  - {{id: s{n}, title: T, publisher: P, language: {'de' if n else 'en'}, kind: primary, note: N}}\n"
        for n in range(300)
    )
    (tmp_path / "record.yaml").write_text("record: {title: T, through: 2024-06-30}\nsources:\n" + sources, "utf-8")

    told = run("stats", str(tmp_path)).stdout

    assert "  de, German   299  100%\n  en, English    1   <1%\n" in told
    assert "events by year\n\n  none\n" in told
