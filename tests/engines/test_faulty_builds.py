"""A fault stops a build and is told with its place; the old site stays."""

from __future__ import annotations

import pytest

from tests.engines.sites import EVENTS, Site, tree


def test_a_slip_in_what_a_page_asks_for_stops_the_build_with_its_place(site: Site) -> None:
    site.write("docs/about.md", "# About\n\n::: timeline\nkind: relase\n:::\n")

    run = site.command("build")

    assert run.exit_code == 1
    assert "error[unknown-word]: `relase` is not a word of `kind`" in run.stderr
    assert "docs/about.md:4:7" in run.stderr
    assert "= help: write `release`" in run.stderr


def test_faulty_data_is_told_whole_and_the_old_site_stays(site: Site) -> None:
    before = tree(site.build())
    site.write(
        "data/events.yaml",
        EVENTS.replace("kind: release", "kind: relase").replace("cite: courier", "cite: curier"),
    )
    site.write("docs/about.md", "It began with [[openning]].\n")

    run = site.command("build")

    assert run.exit_code == 1
    assert "data/events.yaml:6:11" in run.stderr
    assert "error[unknown-source]" in run.stderr
    assert "docs/about.md:1:" in run.stderr
    assert "nothing was built: 3 errors" in run.stderr
    assert tree(site.root / "site") == before


def test_a_record_that_does_not_load_leaves_the_pages_that_name_it_without_fault(site: Site) -> None:
    site.write("data/events.yaml", EVENTS.replace("kind: release", "kind: relase"))

    run = site.command("build")

    assert "nothing was built: 1 error" in run.stderr
    assert "docs/about.md" not in run.stderr


def test_a_record_whose_id_is_lost_may_be_the_one_that_a_page_names(site: Site) -> None:
    site.write("data/events.yaml", EVENTS.replace("- id: opening", "- ID: opening"))

    run = site.command("build")

    assert "error[unknown-key]" in run.stderr
    assert "docs/about.md" not in run.stderr


def test_an_excerpt_keeps_its_caret_below_the_word(site: Site) -> None:
    site.write("data/events.yaml", EVENTS.replace("kind: release", "kind: relase"))

    run = site.command("build")

    assert "\n6 |     kind: relase\n  |           ^^^^^^" in run.stderr


def test_a_missing_data_folder_is_a_fault_like_others(site: Site) -> None:
    site.configure(plugins=["search", {"timeline": {"folder": "dta"}}])

    run = site.command("build")

    assert run.exit_code == 1
    assert "error[missing-folder]" in run.stderr


def test_warnings_fail_a_strict_build_only(site: Site) -> None:
    site.write("data/empty.yaml", "")

    assert site.process("build").returncode == 0
    strict = site.process("build", "--strict")

    assert strict.returncode == 1
    assert "warning[empty-file]" in strict.stderr


def test_settings_that_are_not_ours_are_told(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.build(plugins=[{"timeline": {"folders": "data"}}])

    assert "Unrecognised configuration name: folders" in caplog.text
