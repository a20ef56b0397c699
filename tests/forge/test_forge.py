"""What a forge is given: forms for issues, workflows, hooks. Others have written down how these have to look."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[2]
SCHEMAS = Path(__file__).parent / "schemas"
STARTER = ROOT / "timeline" / "starter" / "site" / "dot-github"
HOMES = (ROOT / ".github", STARTER)
FORMS = [path for home in HOMES for path in sorted(home.glob("ISSUE_TEMPLATE/*.yml")) if path.stem != "config"]
WORKFLOWS = [path for home in HOMES for path in sorted(home.glob("workflows/*.yml"))]


def read(path: Path) -> Any:
    """A file as a forge reads it, with `on` as the word that it is."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, form) for tag, form in rows if tag != "tag:yaml.org,2002:bool" or first not in "oOyYnN"]
        for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(path.read_text("utf-8"), Loader)


def faults(data: Any, schema: str) -> list[str]:
    told = json.loads((SCHEMAS / f"{schema}.json").read_text("utf-8"))
    check = jsonschema.validators.validator_for(told)(told)
    return [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}" for fault in check.iter_errors(data)]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", FORMS, ids=named)
def test_a_form_for_issues_has_the_shape_that_the_forge_knows(path) -> None:
    assert faults(read(path), "github-issue-forms") == []


def test_the_shape_refuses_what_is_no_form() -> None:
    form = read(FORMS[0])

    assert faults(form | {"body": [{"type": "question", "attributes": {}}]}, "github-issue-forms")


@pytest.mark.parametrize("home", HOMES, ids=named)
def test_there_is_a_form_for_each_thing_that_people_come_with(home) -> None:
    assert {path.stem for path in home.glob("ISSUE_TEMPLATE/*.yml")} == {
        "config",
        "correction",
        "dead-link",
        "event",
        "reply",
    }
    assert faults(read(home / "ISSUE_TEMPLATE/config.yml"), "github-issue-config") == []


def test_a_new_site_begins_with_our_forms() -> None:
    for name in ("ISSUE_TEMPLATE/event.yml", "ISSUE_TEMPLATE/correction.yml", "ISSUE_TEMPLATE/dead-link.yml",
                 "ISSUE_TEMPLATE/reply.yml", "ISSUE_TEMPLATE/config.yml", "pull_request_template.md"):  # fmt: skip
        assert (STARTER / name).read_text("utf-8") == (ROOT / ".github" / name).read_text("utf-8"), name


def test_what_is_asked_for_a_document_is_asked_of_everybody() -> None:
    for name in ("event", "correction"):
        fields = {field.get("id"): field for field in read(ROOT / f".github/ISSUE_TEMPLATE/{name}.yml")["body"]}
        assert fields["sources"]["validations"]["required"], name


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_a_workflow_has_the_shape_that_the_forge_knows(path) -> None:
    assert faults(read(path), "github-workflow") == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_what_a_pull_request_starts_can_write_nothing_and_knows_no_secret(path) -> None:
    """A pull request comes from anybody: what it starts is `pull_request`, which forks run without a token of ours."""
    workflow = read(path)
    assert "pull_request_target" not in workflow["on"]
    assert workflow["permissions"] == {}
    if "pull_request" not in workflow["on"]:
        return
    for name, job in workflow["jobs"].items():
        on_main = "github.event_name != 'pull_request'" in job.get("if", "") or job.get("needs") == "build"
        if not on_main:
            assert job["permissions"] == {"contents": "read"}, name
            assert "secrets." not in json.dumps(job), name


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_no_word_of_a_stranger_becomes_part_of_a_command(path) -> None:
    """An expression inside `run` is pasted into the script; as a variable it stays a text."""
    for job in read(path)["jobs"].values():
        for step in job["steps"]:
            assert not re.search(r"\$\{\{(?! steps\.\w+\.outputs)", step.get("run", "")), step


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_every_action_is_one_commit_with_its_version_beside_it(path) -> None:
    """A tag can be moved to other code."""
    used = re.findall(r"uses: (.*)", path.read_text("utf-8"))

    assert used
    assert [line for line in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+(\.\d+)*", line)] == []


def test_what_is_pinned_is_looked_up_among_known_holes_and_listed_and_the_site_is_built_anew_every_week() -> None:
    workflow = read(ROOT / ".github/workflows/dependencies.yml")
    runs = {name: [step.get("run", "") for step in job["steps"]] for name, job in workflow["jobs"].items()}

    assert workflow["on"]["schedule"]
    assert any("pip-audit" in run and "--strict" in run and "constraints.txt" in run for run in runs["audit"])
    assert any("cyclonedx-py environment" in run for run in runs["contents"])
    assert workflow["jobs"]["build"]["strategy"]["matrix"]["pins"] == [
        "constraints-oldest.txt", "constraints.txt", "newest"
    ]  # fmt: skip
    assert 'python3 tools/fresh.py "$PINS"' in runs["build"]
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            for name in re.findall(r"pipx run (?:--spec )?(\S+)", step.get("run", "")):
                assert re.fullmatch(r"[\w-]+==[\d.]+", name), name


@pytest.mark.parametrize("home", HOMES, ids=named)
def test_a_pull_request_gets_its_faults_on_its_lines_the_change_in_words_and_the_site(home) -> None:
    steps = read(home / "workflows/site.yml")["jobs"]["review"]["steps"]
    runs = "\n".join(step.get("run", "") for step in steps)

    assert "--format github" in runs
    assert '--since "$BASE" --new-sources "$BASE"' in runs
    assert "--pages --format markdown" in runs
    assert "$GITHUB_STEP_SUMMARY" in runs
    (kept,) = [step for step in steps if step.get("uses", "").startswith("actions/upload-artifact@")]
    assert kept["with"]["path"].split() == ["site", "changed.md"]


@pytest.mark.parametrize("home", HOMES, ids=named)
def test_who_reads_what_strangers_answer_may_not_write_and_who_writes_runs_none_of_it(home) -> None:
    jobs = read(home / "workflows/links.yml")["jobs"]

    assert jobs["look"]["permissions"] == {"contents": "read"}
    written = "\n".join(step.get("run", "") for step in jobs["propose"]["steps"])
    assert not re.search("python|timeline|dev.py", written)
    assert jobs["propose"]["permissions"] == {"actions": "read", "contents": "write", "pull-requests": "write"}


def test_the_hooks_for_others_have_the_shape_that_pre_commit_knows() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

    assert faults(hooks, "pre-commit-hooks") == []
    assert [hook["entry"].split()[:2] for hook in hooks] == [["timeline", "check"], ["timeline", "fmt"]]


def test_the_way_without_actions_that_is_documented_is_whole(tmp_path) -> None:
    """What stands in the page for other forges is read as the forge reads it, and runs commands that there are."""
    from timeline.cli.commands import COMMANDS

    page = (ROOT / "docs/reference/forges.md").read_text("utf-8")
    blocks = re.findall(r"^```(\w+)\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (gitlab,) = [yaml.safe_load(text) for kind, text in blocks if kind == "yaml" and "stages:" in text]
    assert {"check", "review", "pages"} <= set(gitlab)
    used = {name for _, text in blocks for name in re.findall(r"\btimeline ([a-z]+)", text)}
    assert used <= set(COMMANDS)
    assert {"check", "fmt", "diff"} <= used
