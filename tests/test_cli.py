"""The command line as somebody meets it who has never seen Python: what it prints, and how it ends.

`REWRITE_GOLDEN=1 python -m pytest tests/test_cli.py` writes the golden files anew; read the difference like prose.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import GOLDEN, run
from timeline.cli import main, terminal_layout

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.usefixtures("beside_the_records")
posix = pytest.mark.skipif(os.name == "nt", reason="pipes and signals are told otherwise there")


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
                terminal_layout.columns(line) <= terminal_layout.WIDTH
                or "https://" in line
                or line.startswith(("$", "timeline", "  = help"))
            )
            assert shown, line


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
