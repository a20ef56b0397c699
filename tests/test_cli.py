"""The command line as somebody meets it who has never seen Python: what it prints, and how it ends.

`REWRITE_GOLDEN=1 python -m pytest tests/test_cli.py` writes the golden files anew; read the difference like prose.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import completed
from timeline.cli import check, explain, layout, main, wording
from timeline.cli.commands import timeline
from timeline.cli.console import say
from timeline.problems import CATALOGUE

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden" / "cli"

posix = pytest.mark.skipif(os.name == "nt", reason="pipes and signals are told otherwise there")


def run(command: str, **variables: str) -> Result:
    return CliRunner(env=variables).invoke(timeline, shlex.split(command, comments=False))


def process(command: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "timeline", *shlex.split(command)],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        encoding=encoding,
        timeout=60,
    )


def transcript(command: str) -> str:
    """What a terminal would show, and the exit code."""
    done = run(command)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return f"$ timeline {command}\n{done.stdout}{done.stderr}(exit code {done.exit_code})\n"


@pytest.fixture(autouse=True)
def _beside_the_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(GOLDEN)


# -- golden files ----------------------------------------------------------------------------------

TRANSCRIPTS = {
    "check-clean": ["check bridge", "check bridge --format json", "check bridge --format github"],
    "check-faulty": ["check faulty", "check faulty --format github"],
    "check-strict": ["check unfinished", "check unfinished --strict", "check unfinished --strict --format github"],
    "explain": ["explain unknown-source", "explain empty-file", "explain wrong-shape"],
    "help": ["--help", "check --help", "explain --help", "show --help", "list --help", "trace --help"],
    "help-upkeep": ["export --help", "fmt --help", "schema --help", "stats --help"],
    "fmt": ["fmt unkempt --check", "fmt unkempt/tidy.yaml", "fmt unkempt/tidy.yaml unkempt --check"],
    "fmt-misuse": ["fmt nowhere", "fmt - unkempt", "fmt --chek", "schema --into nowhere", "schema a"],
    "stats": ["stats bridge", "stats bridge --format json", "stats faulty", "stats nowhere"],
    "misuse": [
        "",
        "chek",
        "check --stric",
        "check --format xml",
        "check --format",
        "check --strict=yes",
        "check bridge faulty",
        "check nowhere",
        "check bridge/record.yaml",
        "explain unknwon-source",
        "explain nonsense",
        "show",
        "show opening --data nowhere",
        "show openin --data bridge",
        "show opening#costs --data bridge",
        "show zzz --data bridge",
        "--frobnicate",
    ],
    "list": [
        "list --data bridge",
        "list second bridge --newest-first --data bridge",
        'list --topic bridge --actor council,bridge --from 2023 --to "may 2024" --key --disputed --data bridge',
        "list --kind release --kind statement --status confirmed,denied --source-kind primary --data bridge",
        "list --as-of 2024-05-06 --data bridge",
        "list --course missed --format json --data bridge",
        "list --of expectations --data bridge",
        "list --of expectations --as-of 2024-05-06 --format json --data bridge",
        "list --of tracks --data bridge",
        "list --of tracks --as-of 2024-05-06 --format json --data bridge",
    ],
    "list-nothing": [
        "list --topic bridge --status denied --data bridge",
        'list --from 2025 --course missed --as-of "1 june 2024" --data bridge',
        "list tunnel --status denied --data bridge",
        "list tunnel --data bridge --format json",
    ],
    "list-misuse": [
        "list --topic brige --data bridge",
        "list --actor council,nobody --data bridge",
        "list --kind relase --data bridge",
        "list --course vanished --data bridge",
        "list --source-kind= --data bridge",
        "list --from= --data bridge",
        "list --from 1/2/2024 --data bridge",
        "list --to 2024-13 --data bridge",
        "list --to soon --data bridge",
        "list --from 2024-05 --to 2023 --data bridge",
        "list --as-of 2024-05 --data bridge",
        "list --as-of 2024-07-01 --data bridge",
        "list --topic storm --data wire",
        "list --data nowhere",
        "list --topik bridge",
        "list --of tracks --topic bridge --data bridge",
    ],
    "list-faulty": ["list --data faulty", "trace harbour-gazette --data faulty"],
    "trace": [
        "trace digest --data wire",
        "trace wire --data wire",
        "trace hearsay --data wire",
        "trace almanac --data wire",
    ],
    "trace-others": [
        "trace cable --data wire",
        "trace storm --data wire",
        "trace papier --data wire",
        "trace pape --data wire",
        "trace",
    ],
    "show-event": ["show opening --data bridge", "show lamps-denied --data bridge"],
    "show-claim": ["show opening#opened --data bridge", "show opening#cost --data bridge"],
    "show-source": ["show blog --data bridge", "show gazette --data bridge", "show almanac --data bridge"],
    "show-others": [
        "show council --data bridge",
        "show bridge --data bridge",
        "show in-summer --data bridge",
        "show in-may --data bridge",
        "show traffic --data bridge",
    ],
    "show-old-id": ["show ceremony#cost --data bridge"],
    "show-faulty": ["show opening --data faulty", "show toll --data faulty"],
}


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_the_terminal_shows_what_the_golden_file_says(name) -> None:
    found = "\n".join(transcript(command) for command in TRANSCRIPTS[name])
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("REWRITE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")

    assert found == golden.read_text(encoding="utf-8")


def test_no_line_is_wider_than_a_terminal_unless_an_address_or_an_excerpt_is() -> None:
    for golden in (path for name in ("show", "list", "trace", "stats") for path in GOLDEN.glob(f"{name}*.txt")):
        for line in golden.read_text(encoding="utf-8").splitlines():
            shown = (
                layout.columns(line) <= layout.WIDTH
                or "https://" in line
                or line.startswith(("$", "timeline", "  = help"))
            )
            assert shown, line


# -- check -----------------------------------------------------------------------------------------


def test_the_record_of_this_repository_has_no_faults() -> None:
    assert run(f"check {shlex.quote(str(ROOT / 'data'))}").exit_code == 0


def test_the_folder_data_is_checked_when_none_is_named(tmp_path, monkeypatch) -> None:
    shutil.copytree(GOLDEN / "bridge", tmp_path / "data")
    monkeypatch.chdir(tmp_path)

    done = run("check")

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("no problems in 3 events, 4 sources and 6 claims")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("check bridge", 0),
        ("check bridge --strict --notes", 0),
        ("check unfinished", 0),
        ("check unfinished --strict", 1),
        ("check faulty", 1),
        ("check faulty --format json", 1),
        ("check unfinished --format json", 0),
    ],
)
def test_errors_fail_and_warnings_only_when_strict(command, code) -> None:
    assert run(command).exit_code == code


def test_programs_get_nothing_but_json() -> None:
    found = json.loads(run("check faulty --format json").stdout)

    assert [(p["severity"], p["code"], p["line"]) for p in found] == [
        ("error", "unknown-source", 11),
        ("error", "impossible-date", 14),
        ("warning", "empty-file", 0),
    ]


def test_one_of_anything_is_not_called_by_its_plural(read_record, tmp_path) -> None:
    read_record("events: [{id: alone, claims: [{cite: somebody}]}]")

    assert run(f"check {shlex.quote(str(tmp_path))}").stdout.startswith(
        "no problems in 1 event, 1 source and 1 claim, checked up to 1 January 2026"
    )


def test_notes_are_not_taken_of_a_record_that_has_errors() -> None:
    assert run("check faulty --notes").stderr == "Notes are taken once the errors are mended.\n"


def test_colours_are_for_terminals_and_for_those_who_want_them(monkeypatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("TERM", raising=False)
    assert "\x1b[" not in run("check faulty").stdout

    monkeypatch.setattr(check, "colours_wanted", lambda: True)
    coloured = run("check faulty", FORCE_COLOR="1").stdout
    assert "\x1b[31m\x1b[1merror[unknown-source]" in coloured
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    monkeypatch.undo()
    monkeypatch.chdir(GOLDEN)
    assert plain == run("check faulty").stdout


@pytest.mark.parametrize(
    ("variables", "wanted"),
    [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_no_color_is_heeded(monkeypatch, variables, wanted) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)

    assert check.colours_wanted() is wanted


OVERDUE = """
    record: {title: A record, through: 2025-06-30}
    sources: [{id: plan, issued: 2025-01-01}]
    expectations: [{id: in-august, about: bridge, window: 2025-08, cite: plan}]
    events: [{id: plan, date: 2025-01, topics: [bridge]}]
"""


def codes(command: str) -> list[str]:
    return [problem["code"] for problem in json.loads(run(f"check {command} --format json").stdout)]


def test_a_forecast_is_overdue_on_the_day_that_counts_as_today(tmp_path, read_record) -> None:
    read_record(OVERDUE)
    folder = shlex.quote(str(tmp_path))

    assert "overdue-expectation" not in codes(folder)
    assert "overdue-expectation" not in codes(f"{folder} --today=2025-08-31")
    assert "overdue-expectation" in codes(f"{folder} --today=2025-09-01")
    assert "overdue-expectation" in codes(f"{folder} --today '1 september 2025'")


@pytest.mark.parametrize("command", ["{} --today", "--today {}", "--today --notes {}"])
def test_only_today_looks_at_the_clock(tmp_path, read_record, command) -> None:
    read_record(OVERDUE)  # and now is later than that

    assert "overdue-expectation" in codes(command.format(shlex.quote(str(tmp_path))))


def test_a_day_is_needed_to_stand_for_today() -> None:
    assert "is no single day" in run("check bridge --today=2025-08").stderr
    assert "is no date" in run("check bridge --today soon").stderr


# -- explain ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_can_be_explained_without_a_gap(code) -> None:
    done = run(f"explain {code}")

    assert done.exit_code == 0
    assert done.stdout.startswith(f"{CATALOGUE[code].severity}[{code}]: ")
    assert "{" not in explain.sentence(CATALOGUE[code])


def test_without_a_code_all_are_listed() -> None:
    listed = re.findall(r"^  ([a-z0-9-]+)  ", run("explain").stdout, re.MULTILINE)

    assert sorted(listed) == sorted(CATALOGUE)


# -- show ------------------------------------------------------------------------------------------


def test_everything_in_a_record_can_be_shown(sample) -> None:
    from timeline.cli import show
    from timeline.cli.finding import find

    record = sample
    lists = (record.events, record.sources, record.actors, record.topics, record.expectations, record.tracks)
    ids = [each.id for records in lists for each in records] + [claim.ref for claim in record.claims]
    assert len(ids) > 150

    for id in ids:
        for found in find(record, id):
            assert show.text(record, id, found).endswith("\n")


def test_a_relay_that_is_not_named_is_spoken_of(timeline_from_doc) -> None:
    """
    sources: [{id: blog, relays: [ft, rand], publisher: A blog}, {id: ft}, {id: rand}]
    events: [{id: event, claims: [{cite: blog}]}]
    """
    (claim,) = timeline_from_doc.claims

    words = wording.passage(timeline_from_doc, claim.citations[0])

    assert words == "A blog (repeats 2 documents; which one, is not said)"


def test_a_chain_on_the_terminal_ends_at_those_whom_its_origin_names(timeline_from_doc) -> None:
    """
    sources: [{id: blog, relays: ft, publisher: A blog}, {id: ft, publisher: The paper, seen: false}]
    events: [{id: event, claims: [{cite: {source: blog, attributed_to: two people, locator: page 3}}]}]
    """
    (claim,) = timeline_from_doc.claims

    words = wording.passage(timeline_from_doc, claim.citations[0])

    assert words == "A blog → The paper (not seen) → two people, page 3"


def test_what_an_author_typed_cannot_command_the_terminal(capsys) -> None:
    say("A \x1b[2J trap, \x9b2J and \u202eback\n")

    assert capsys.readouterr().out == "A �[2J trap, �2J and �back\n"


def test_chinese_titles_are_broken_between_characters() -> None:
    assert list(layout.paragraph("桥梁" * 50)) == ["桥梁" * 20, "桥梁" * 20, "桥梁" * 10]


# -- list and trace --------------------------------------------------------------------------------


def listed(command: str) -> list[dict[str, object]]:
    return json.loads(run(f"list {command} --format json").stdout)


def test_programs_get_the_same_names_and_types_for_every_event() -> None:
    types = {
        "id": str, "title": str, "date": str, "kind": str, "status": str, "course": str, "key": bool,
        "actors": list, "topics": list, "places": list, "claims": int, "sources": int, "origins": int,
    }  # fmt: skip
    rows = listed(f"--data {shlex.quote(str(ROOT / 'data'))}")

    assert len(rows) > 40
    for row in rows:
        assert {name: type(value) for name, value in row.items()} == types
    assert "https://" not in json.dumps(rows)


def test_a_list_for_programs_shows_dates_as_they_were_typed_and_counts_what_counts() -> None:
    opening, denied, second = listed("--data bridge")

    assert [opening["date"], denied["date"], second["date"]] == ["2024-05-04", "[2024-05-05..2024-05-20]", "2024-22"]
    assert (opening["claims"], opening["sources"], opening["origins"]) == (3, 2, 2)


def test_the_newest_comes_first_when_that_is_asked_for() -> None:
    assert listed("--data bridge --newest-first") == listed("--data bridge")[::-1]


def test_what_nobody_can_date_is_not_the_newest(tmp_path: Path) -> None:
    events = [f"{{id: e{n}, date: {date}, claims: [{{cite: a}}]}}" for n, date in enumerate(("1931", "XXXX", "1932"))]
    text = completed(f"sources: [{{id: a}}]\nevents: [{', '.join(events)}]")
    (tmp_path / "record.yaml").write_text(text, encoding="utf-8")

    assert [row["id"] for row in listed(f"--data {shlex.quote(str(tmp_path))} --newest-first")] == ["e2", "e0", "e1"]


def test_values_may_stand_behind_several_options_or_between_commas() -> None:
    several = listed("--data bridge --status confirmed --status denied")

    assert [row["id"] for row in several] == ["opening", "lamps-denied"]
    assert listed("--data bridge --status confirmed,denied") == several
    assert listed("--data bridge --status 'confirmed, denied,'") == several


def test_a_date_in_words_asks_what_the_same_date_in_data_asks() -> None:
    assert listed("--data bridge --from 'June 2024'") == listed("--data bridge --from 2024-06")
    assert [row["id"] for row in listed("--data bridge --from 'June 2024'")] == ["second-bridge"]


def test_on_an_earlier_day_less_is_known_and_less_is_proved() -> None:
    (opening,) = listed("--data bridge --as-of 2024-05-06")

    assert (opening["id"], opening["claims"], opening["sources"]) == ("opening", 2, 1)
    assert listed("--data bridge --as-of 2024-06-30") == listed("--data bridge")
    assert listed("--data bridge --as-of 2024-05-05") == []


def test_an_id_of_former_times_still_finds_its_events(tmp_path, read_record) -> None:
    read_record(
        """
        topics: [{id: crossing, aliases: [bridge]}]
        events: [{id: opening, topics: [crossing]}, {id: other}]
        """
    )

    assert [row["id"] for row in listed(f"--topic bridge --data {shlex.quote(str(tmp_path))}")] == ["opening"]


def test_a_record_without_events_says_so(tmp_path, read_record) -> None:
    read_record("sources: [{id: somebody}]")

    assert run(f"list --key --data {shlex.quote(str(tmp_path))}").stdout == "the record has no events\n"


def test_an_empty_answer_is_an_answer() -> None:
    assert run("list tunnel --data bridge").exit_code == 0


def test_when_nothing_fits_one_condition_at_a_time_is_taken_away(tmp_path, read_record) -> None:
    read_record(
        """
        events: [{id: a, key: true, date: 2024, course: missed}, {id: b, date: 2025}]
        """
    )
    folder = shlex.quote(str(tmp_path))

    assert run(f"list --key --from 2025 --to 2025 --data {folder}").stdout.splitlines() == [
        "none of 2 events, 2025, only key events",
        "without `--from` and `--to` 1 would be found, without `--key` 1 would be found",
    ]
    assert run(f"list tunnel --key --course planned --data {folder}").stdout.splitlines()[-1] == (
        "no single condition stands in the way; leave out two or more"
    )


def test_every_source_of_a_record_can_be_traced(sample) -> None:
    from timeline.cli import trace

    for source in sample.sources:
        assert trace.text(sample, source, source.id).endswith("\n")


def test_a_chain_longer_than_a_terminal_is_wide_can_be_traced(read_record) -> None:
    from timeline.cli import trace

    rows = [f"  - {{id: s{n}, relays: s{n + 1}}}" for n in range(3_000)]
    timeline = read_record("\n".join(["sources:", *rows, "  - {id: s3000}"]))

    assert "an origin (s3000)" in trace.text(timeline, timeline.source("s0"), "s0")
    assert "(s0)" in trace.text(timeline, timeline.source("s3000"), "s3000")


def test_a_loop_of_relays_is_traced_once(tmp_path, read_record) -> None:
    from timeline.cli import trace

    timeline = read_record("sources: [{id: a, relays: b}, {id: b, relays: a}]")

    assert trace.text(timeline, timeline.source("a"), "a").count("told above (a)") == 2


# -- the process -----------------------------------------------------------------------------------


def test_the_module_can_be_run() -> None:
    assert re.fullmatch(r"timeline \d+\.\d+\.\d+\S*\n", process("--version").stdout)


def test_the_process_ends_with_the_same_codes() -> None:
    codes = [process(command).returncode for command in ("check bridge", "check faulty", "check nowhere")]

    assert codes == [0, 1, 2]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_old_terminal_gets_what_it_can_show(encoding) -> None:
    done = process("show opening --data bridge", encoding)

    assert (done.returncode, done.stderr) == (0, "")
    assert "A blog -> Gazette (not seen), second paragraph" in done.stdout


def test_json_stays_json_in_any_encoding(tmp_path) -> None:
    (tmp_path / "über.yaml").write_text(
        "record: {title: T, through: 2024-01-01}\nevents: [{id: Brücke-🌉}]", encoding="utf-8"
    )

    done = process(f"check {shlex.quote(str(tmp_path))} --format json", "ascii")

    assert "über.yaml" in json.loads(done.stdout)[0]["file"]


@posix
def test_a_reader_who_goes_away_is_not_complained_about() -> None:
    reader = "import sys; sys.stdin.read(1)"
    done = subprocess.run(
        [
            "bash",
            "-c",
            f'"$0" -m timeline explain | "$0" -c {shlex.quote(reader)}; echo "${{PIPESTATUS[0]}}"',
            sys.executable,
        ],
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.stderr == ""
    assert done.stdout in ("0\n", "141\n")


@posix
def test_a_closed_pipe_ends_the_program_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "timeline", "explain"], stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60
    )
    os.close(writing)

    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a disk that is always full")
def test_a_full_disk_is_told_in_a_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "timeline", "explain"], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60
        )

    assert (done.returncode, done.stderr) == (2, "timeline: the system refused: no space left on device\n")


@pytest.mark.parametrize("name", ["timeline.checks.read", "timeline.cli.commands.timeline"])
def test_ctrl_c_ends_the_program_quietly(monkeypatch, capsys, name) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(name, interrupted)
    monkeypatch.setattr(sys, "argv", ["timeline", "check", "bridge"])
    with pytest.raises(SystemExit) as end:
        main()

    out, err = capsys.readouterr()
    assert (end.value.code, out, err.strip()) == (130, "", "")


def test_what_was_typed_makes_no_line_of_its_own_in_an_answer() -> None:
    said = run('show entry --data "no\n::error::nothing"').stderr

    assert r"there is no folder `no\n::error::nothing`" in said
    assert not [line for line in said.splitlines() if line.startswith("::")]
