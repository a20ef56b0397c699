"""`timeline check --since REVISION`: an id that had an address and is gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import completed
from tests.repository import git
from timeline.cli.commands import timeline

WAS = """
sources: [{id: gazette, url: "https://gazette.example/1"}]
actors: [{id: works, name: Works, kind: company}]
topics: [{id: bridge, aliases: [the-bridge], name: Bridge}]
events:
  - id: opening
    title: The bridge opens
    actors: works
    topics: bridge
    claims:
      - {id: opened, text: It opened., cite: gazette}
      - {text: A band played., cite: gazette}
"""
OTHERS = """
places: [{id: quay, name: The quay}]
expectations: [{id: in-may, about: bridge, said: 2024-05-01, window: 2025-05, wording: in May, cite: gazette}]
tracks:
  - id: traffic
    title: Traffic on the bridge
    states: [{from: 2024-05, state: none, tone: closed, cite: gazette}]
"""


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose record stands at the revision `main`."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/all.yaml").write_text(completed(WAS), encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "The record")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def since(kept: Path, *changes: tuple[str, str]) -> Result:
    text = WAS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (kept / "data/all.yaml").write_text(completed(text), encoding="utf-8")
    return CliRunner().invoke(timeline, ["check", "data", "--since", "main", "--format", "json"])


def told(run: Result) -> list[tuple[str, str]]:
    found = [each for each in json.loads(run.stdout) if each["code"] == "vanished-id"]
    assert all(each["file"] == "main:data/all.yaml" and each["line"] for each in found)
    return [(each["message"].partition(",")[0], each["help"]) for each in found]


def test_a_record_that_keeps_every_id_has_no_fault(kept) -> None:
    run = since(kept, ("The bridge opens", "The bridge is opened"), ("A band played.", "A band played for hours."))
    assert told(run) == []
    assert run.exit_code == 0


def test_an_id_that_became_an_alias_is_not_gone(kept) -> None:
    assert told(since(kept, ("id: opening\n", "id: bridge-opens\n    aliases: [opening]\n"))) == []


def test_a_renamed_event_is_known_by_its_title_and_the_command_fails(kept) -> None:
    run = since(kept, ("id: opening\n", "id: bridge-opens\n"))
    expected = "add `aliases: [opening]` to the event `bridge-opens`, which has the same title"
    assert told(run) == [("the event `opening` had an address", expected)]
    assert run.exit_code == 1


def test_each_kind_of_record_is_known_by_what_it_alone_shares(kept) -> None:
    run = since(
        kept,
        ("gazette", "harbour-gazette"),
        ("id: works", "id: bridge-works"),
        ("actors: works", "actors: bridge-works"),
    )
    assert sorted(help for _, help in told(run)) == [
        "add `aliases: [gazette]` to the source that it became, or keep it: what was withdrawn says so on its page",
        "add `aliases: [works]` to the actor `bridge-works`, which has the same name",
    ]


@pytest.mark.parametrize(
    ("thing", "old", "alike"),
    [
        ("topic", "bridge", "the same name"),
        ("place", "quay", "the same name"),
        ("expectation", "in-may", "the same topic, speaker, day and time"),
        ("track", "traffic", "the same title"),
    ],
)
def test_an_id_of_any_other_kind_is_not_given_up_either(kept: Path, thing: str, old: str, alike: str) -> None:
    before = completed(WAS + OTHERS)
    (kept / "data/all.yaml").write_text(before, encoding="utf-8")
    git(kept, "commit", "-qam", "More of it")
    renamed = before.replace(f"id: {old}", "id: another").replace(f"topics: {old}", "topics: another")
    renamed = renamed.replace(f"about: {old}", "about: another")
    (kept / "data/all.yaml").write_text(renamed, encoding="utf-8")
    run = CliRunner().invoke(timeline, ["check", "data", "--since", "main", "--format", "json"])

    found = dict(told(run))
    assert run.exit_code == 1
    expected = f"add `aliases: [{old}]` to the {thing} `another`, which has {alike}"
    assert found[f"the {thing} `{old}` had an address"] == expected


def test_no_candidate_is_made_up_where_two_records_would_do(kept) -> None:
    two = "id: one\n    title: The bridge opens\n    claims: [{text: It opened., cite: gazette}]\n  - id: two\n"
    (found,) = told(since(kept, ("id: opening\n", two), ("A band played.", "A band played on.")))
    assert found[1].startswith("add `aliases: [opening]` to the event that it became")


def test_an_alias_that_was_dropped_is_told_of_the_record_that_had_it(kept) -> None:
    assert told(since(kept, (", aliases: [the-bridge]", ""))) == [
        ("the topic `the-bridge` had an address", "add `aliases: [the-bridge]` to the topic `bridge`")
    ]


def test_a_claim_that_got_another_id_is_known_by_its_sentence(kept) -> None:
    (found,) = told(since(kept, ("id: opened", "id: in-may")))
    assert found == (
        "the claim `opening#opened` had an address",
        "add `aliases: [opened]` to the claim `opening#in-may`, which has the same sentence",
    )


def test_a_claim_that_went_by_its_number_is_followed_by_its_sentence_and_else_let_go(kept) -> None:
    named = since(kept, ("{text: A band", "{id: band, text: A band"))
    assert told(named)[0][1].startswith("add `aliases: [claim-2]` to the claim `opening#band`")
    assert told(since(kept, ("      - {text: A band played., cite: gazette}\n", ""))) == []


def test_a_revision_that_git_does_not_know_is_told_with_a_remedy(kept) -> None:
    run = CliRunner().invoke(timeline, ["check", "data", "--since", "nowhere"])

    assert run.exit_code == 2
    assert "git knows no revision `nowhere`" in run.stderr
