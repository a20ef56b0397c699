"""`timeline check` beside a site: what hand-written pages ask of the record, told before anything is built."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline import checks
from timeline.cli.commands import timeline


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site, in which somebody stands."""
    assert CliRunner().invoke(timeline, ["new", str(tmp_path / "bridge")]).exit_code == 0
    monkeypatch.chdir(tmp_path / "bridge")
    return tmp_path / "bridge"


def check(*words: str) -> Result:
    return CliRunner().invoke(timeline, ["check", *words])


def test_an_event_that_is_gone_is_missed_in_a_page_that_links_to_it(site) -> None:
    path = site / "docs/story.md"
    path.write_text(path.read_text("utf-8").replace("[[example-bridge-opens|", "[[bridge-opens|"), encoding="utf-8")

    done = check()

    assert done.exit_code == 1
    assert (
        "error[unknown-event]: the page links to an event that is not defined\n --> docs/story.md:6:6\n" in done.output
    )
    assert "1 error\n" in done.output
    assert checks.read(site / "data").sound


@pytest.mark.parametrize(("folder", "shown"), [("data", "docs"), (".", "../docs")])
def test_pages_are_found_from_wherever_the_record_is_named(site, monkeypatch, folder, shown) -> None:
    (site / "docs/story.md").write_text("[[nowhere]]\n", encoding="utf-8")
    if folder == ".":
        monkeypatch.chdir(site / "data")

    assert f" --> {shown}/story.md:1:3\n" in check(folder).output


def test_a_page_that_names_what_could_not_be_read_has_no_fault_of_its_own(site) -> None:
    path = site / "data/events.yaml"
    path.write_text(path.read_text("utf-8").replace("kind: release", "kind: opening"), encoding="utf-8")

    assert "story.md" not in check().output


def test_without_a_site_beside_it_pages_are_read_where_they_are_named_only(site) -> None:
    (site / "mkdocs.yml").unlink()
    (site / "docs/story.md").write_text("[[nowhere]]\n", encoding="utf-8")

    assert check().exit_code == 0
    assert check("--docs", "docs").exit_code == 1
