"""What a new site's workflow does with a pull request: its steps are run as they stand there, by the shell it names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from tests.repository import git
from timeline.cli.commands import timeline

WORKFLOW = Path(".github/workflows/site.yml")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A new site in a repository, with the environment that its first step would make."""
    folder = tmp_path / "bridge"
    CliRunner().invoke(timeline, ["new", str(folder)], catch_exceptions=False)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "A new site")
    commands = folder / ".venv" / "bin"
    commands.mkdir(parents=True)
    for name, module in (("timeline", "timeline"), ("mkdocs", "mkdocs")):
        (commands / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n', encoding="utf-8")
        (commands / name).chmod(0o755)
    return folder


def reviewed(site: Path, tmp_path: Path) -> tuple[list[int], str, str]:
    """The exit codes of the steps that ran, what they printed, and the summary that people are shown."""
    git(site, "add", "-A")
    git(site, "commit", "-qm", "A change")
    summary = tmp_path / "summary.md"
    env = {**os.environ, "BASE": git(site, "rev-parse", "HEAD~1"), "GITHUB_STEP_SUMMARY": str(summary)}
    steps = yaml.safe_load((site / WORKFLOW).read_text(encoding="utf-8"))["jobs"]["review"]["steps"]
    codes: list[int] = []
    printed = ""
    for step in steps:
        if "run" not in step or "pip install" in step["run"] or (any(codes) and step.get("if") != "always()"):
            continue
        done = subprocess.run(
            ["bash", "-e", "-c", step["run"]], cwd=site, env=env, capture_output=True, text=True, encoding="utf-8"
        )
        codes.append(done.returncode)
        printed += done.stdout + done.stderr
    return codes, printed, summary.read_text(encoding="utf-8")


def change(site: Path, old: str, new: str) -> None:
    path = site / "data" / "events.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sound_change_is_told_in_words_and_its_site_can_be_looked_at(site, tmp_path) -> None:
    change(site, "date: 2024-03-14", "date: 2024-03-15")

    codes, printed, summary = reviewed(site, tmp_path)

    assert codes == [0, 0, 0], printed
    assert "14 March 2024" in summary
    assert "15 March 2024" in summary
    assert (site / "site" / "index.html").exists()
    assert (site / "changed.md").read_text(encoding="utf-8") == summary


def test_a_fault_stands_at_its_line_and_the_change_is_told_all_the_same(site, tmp_path) -> None:
    change(site, "status: confirmed", "status: certain")
    line = 1 + (site / "data" / "events.yaml").read_text(encoding="utf-8").split("status: certain")[0].count("\n")

    codes, printed, summary = reviewed(site, tmp_path)

    assert codes[0] == 1
    assert f"::error file=data/events.yaml,title=unknown-word,line={line},col=" in printed
    assert "certain" in printed
    assert "not all could be read" in summary
    assert "Gone" not in summary


def test_a_source_without_a_copy_fails_the_check_and_hides_no_page(site, tmp_path) -> None:
    source = ["add", "source", "https://gazette.example/new", "--title", "A lamp", "--publisher", "Gazette"]
    kind = ["--kind", "original-reporting", "--issued", "2024-03-20", "--data", str(site / "data")]
    done = CliRunner().invoke(timeline, [*source, *kind])
    assert done.exit_code == 0, done.output
    change(site, "    claims:\n      - text:", "    cite: gazette-2024-03-20-a-lamp\n    claims:\n      - text:")

    codes, printed, summary = reviewed(site, tmp_path)

    assert codes == [1, 0, 0], printed
    assert "no-archive" in printed
    assert "gazette-2024-03-20-a-lamp" in summary
    assert (site / "site" / "sources" / "gazette-2024-03-20-a-lamp" / "index.html").exists()
