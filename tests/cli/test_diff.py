"""A change of a record in plain words, for those who review it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from markdown import markdown

from tests.repository import git
from timeline.cli.commands import timeline
from timeline.queries.differences import Difference
from timeline.site.difference_words import sentence

SAMPLE = Path(__file__).parents[1] / "sample" / "data"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The sample record in a repository."""
    shutil.copytree(SAMPLE, tmp_path / "data")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "The record")
    return tmp_path


def change(kept: Path, name: str, old: str, new: str) -> None:
    path = kept / "data" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def run(kept: Path, *words: str) -> Result:
    return CliRunner().invoke(timeline, ["diff", *words, "--data", str(kept / "data")])


def test_a_record_that_was_only_put_in_another_shape_has_not_changed(kept) -> None:
    change(kept, "events.yaml", "    kind: report\n", "    kind:   'report'\n")

    assert run(kept, "main").output == "Nothing has changed in what the record says.\n"


def test_a_moved_date_is_told_in_words_with_what_readers_are_not_told(kept) -> None:
    change(kept, "events.yaml", "    date: 2023-03-14\n    dates:", "    date: 2023-03\n    dates:")

    assert run(kept, "main").output.splitlines() == [
        "~ event council-votes: The council votes for the Long Bridge",
        "    date less precise, from 14 March 2023 to March 2023",
        "  ! no new entry under `updates` tells readers of this",
        "",
        "1 event changed; of 1 event readers are not told.",
    ]


def test_a_claim_without_an_id_is_named_by_its_number() -> None:
    reworded = Difference("claim-reworded", "event", "opening", "The opening", "claim-2", "A band.", "No band.")
    named = Difference("claim-gone", "event", "opening", "The opening", "open", "It opened.")

    assert sentence(reworded) == "claim 2 reworded, from “A band.” to “No band.”"
    assert sentence(named) == "claim open is gone: It opened."


def test_two_revisions_are_compared_without_looking_at_the_files(kept) -> None:
    change(kept, "events.yaml", "title: The council votes for the Long Bridge", "title: The council decides")
    git(kept, "commit", "-qam", "Another title")
    change(kept, "events.yaml", "title: The council decides", "title: Not yet committed")

    told = run(kept, "HEAD~1", "HEAD").output

    assert "title from “The council votes for the Long Bridge” to “The council decides”" in " ".join(told.split())
    assert "Not yet committed" not in told


def test_new_and_old_addresses_are_named(kept) -> None:
    change(kept, "events.yaml", "  - id: rowing-boats\n", "  - id: boats\n    aliases: rowing-boats\n")

    told = run(kept, "main").output

    assert "New pages:\n  events/boats/\n" in told
    assert "Old addresses that lead on:\n  events/rowing-boats/\n" in told


def test_pages_that_read_otherwise_are_named_when_asked_for(kept) -> None:
    change(kept, "events.yaml", "title: The council votes for the Long Bridge", "title: The council decides")

    pages = json.loads(run(kept, "main", "--pages", "--format", "json").stdout)["pages"]

    assert {"events/council-votes/", "timeline/", "actors/council/", "topics/bridge/"} <= set(pages["changed"])
    assert pages["new"] == pages["gone"] == []


def test_the_home_page_is_named_by_a_slash(kept) -> None:
    change(kept, "events.yaml", "title: The council votes for the Long Bridge", "title: The council decides")

    assert "\n  /\n" in run(kept, "main", "--pages").output
    assert "\n- `/`\n" in run(kept, "main", "--pages", "--format", "markdown").output


def test_lines_that_move_in_a_file_change_no_page(kept) -> None:
    change(kept, "events.yaml", "events:\n", "\n\n\nevents:\n")

    assert json.loads(run(kept, "main", "--pages", "--format", "json").stdout)["pages"]["changed"] == []


def test_for_programs_each_difference_has_facts_and_words(kept) -> None:
    change(kept, "events.yaml", "    date: 2023-03-14\n    dates:", "    date: 2023-03\n    dates:")

    whole = json.loads(run(kept, "main", "--format", "json").stdout)

    assert whole["before"]["revision"] == "main"
    assert whole["after"]["revision"] is None
    assert whole["before"]["version"] != whole["after"]["version"]
    first = whole["differences"][0]
    assert (first["what"], first["before"], first["after"]) == ("date-less-precise", "2023-03-14", "2023-03")
    assert first["words"] == "date less precise, from 14 March 2023 to March 2023"


def test_in_a_pull_request_record_text_stays_text(kept) -> None:
    hostile = "@everyone <img src=x> [a](https://x.example) #1 **b** `c`"
    change(kept, "events.yaml", "title: The council votes for the Long Bridge", f"title: '{hostile}'")

    text = run(kept, "main", "--format", "markdown").output
    html = markdown(text)

    assert "<img" not in html
    assert "<a " not in html
    assert "@everyone" not in text
    assert "https://x" not in text
    assert "<strong>b</strong>" not in html


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nosuch"], "git knows no revision `nosuch`"),
        (["--", "--output=x"], "git knows no revision `--output=x`"),
        ([], "BASE is needed"),
    ],
)
def test_what_cannot_be_compared_is_said_in_words(kept, words, said) -> None:
    done = CliRunner().invoke(timeline, ["diff", "--data", str(kept / "data"), *words])

    assert done.exit_code == 2
    assert said in done.output or said in str(done.exception)
    assert not (kept / "x").exists()


FAULTS = (
    ("events.yaml", "    status: reported\n", "    status: certain\n", "left out: before-may, brought-forward"),
    ("events.yaml", "events:\n", "events: [\n", " more"),
    ("record.yaml", "  title:", "  titel:", "it has 1 error"),
)
"""A word that no field has, a file that cannot be read at all, and a record that nobody can describe."""


@pytest.mark.parametrize(("name", "old", "new", "said"), FAULTS)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_fault_takes_nothing_away_and_hides_no_other_change(kept, name, old, new, said, form) -> None:
    change(kept, name, old, new)
    change(kept, "subjects.yaml", "name: Moor Bridge Works", "name: Bridge Works")

    done = run(kept, "main", "--pages", "--format", form)

    assert done.exit_code == 0, done.output
    first, *rest = (line for line in done.stdout.replace("\n  ", " ").splitlines() if line)
    assert "of the files as they are not all could be read" in first
    assert said in first
    assert "name from Moor Bridge Works to Bridge Works" in "\n".join(rest).translate({0x201C: None, 0x201D: None})
    assert "1 actor changed" in "\n".join(rest)
    assert not any("one" in line for line in rest if line.startswith(("-", "**Gone")))


def test_what_a_fault_had_hidden_is_not_new(kept) -> None:
    change(kept, "events.yaml", "    status: reported\n", "    status: certain\n")
    git(kept, "commit", "-qam", "A slip")
    change(kept, "events.yaml", "    status: certain\n", "    status: reported\n")

    done = run(kept, "HEAD")

    assert "event works-gets-contract" not in done.stdout
    assert "works-gets-contract" in done.stdout


def test_programs_are_told_what_was_left_out(kept) -> None:
    change(kept, "events.yaml", "    status: reported\n", "    status: certain\n")

    told = json.loads(run(kept, "main", "--pages", "--format", "json").stdout)

    assert told["differences"] == []
    assert told["before"]["unread"] == []
    assert "works-gets-contract" in told["after"]["unread"]
    assert told["pages"]["changed"] is None
