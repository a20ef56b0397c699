"""The settings of the shipped site, and the workflow that publishes it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).parents[1]

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture
def settings(monkeypatch) -> dict[str, object]:
    monkeypatch.delenv("SITE_URL", raising=False)
    return yaml_load(text("mkdocs.yml"))


@pytest.mark.parametrize(
    ("told", "address"),
    [
        (None, ""),
        ("", ""),
        ("https://a.example/b", "https://a.example/b/"),
        ("https://a.example/", "https://a.example/"),
    ],
)
def test_the_site_learns_its_address_from_whoever_publishes_it(monkeypatch, told, address) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    if told is not None:
        monkeypatch.setenv("SITE_URL", told)

    assert (load_config(config_file=str(ROOT / "mkdocs.yml")).site_url or "") == address


def test_the_site_leads_to_the_same_pages_in_every_language(settings) -> None:
    def led(menu: list[dict[str, object]]) -> list[object]:
        return [led(there) if isinstance(there, list) else there for each in menu for there in each.values()]

    further = [yaml_load(file.read_text("utf-8")) for file in ROOT.glob("mkdocs.*.yml")]

    assert len(further) == 1
    assert [led(each["nav"]) for each in further] == [led(settings["nav"])]


def test_the_site_asks_no_other_host(settings) -> None:
    assert settings["theme"]["font"] is False
    assert not {"repo_url", "extra_css", "extra_javascript"} & settings.keys()


def test_the_theme_leaves_out_what_a_content_security_policy_would_stop(settings) -> None:
    assert not {"navigation.instant", "search.share"} & set(settings["theme"]["features"])
    assert {"tables": {"use_align_attribute": True}} in settings["markdown_extensions"]


def test_a_broken_link_is_a_warning_and_so_fails_a_strict_build(settings) -> None:
    assert set(settings["validation"].values()) == {"warn"}


@pytest.fixture(scope="module")
def workflow() -> dict[str, dict[str, dict[str, object]]]:
    return yaml.load(text(".github/workflows/site.yml"), Loader=yaml.BaseLoader)


def test_a_job_may_do_what_it_needs_and_lasts_no_longer_than_it_should(workflow) -> None:
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert int(job["timeout-minutes"]) <= 20, name
        writing = {scope for scope, level in job["permissions"].items() if level == "write"}
        assert writing == ({"pages", "id-token"} if name == "deploy" else set()), name


def test_nothing_is_published_that_was_not_tested_or_is_not_on_main(workflow) -> None:
    build, deploy = workflow["jobs"]["build"], workflow["jobs"]["deploy"]

    assert (build["needs"], deploy["needs"]) == ("test", "build")
    assert "github.ref == 'refs/heads/main'" in build["if"]
    assert {"run": ".ci/run"} in workflow["jobs"]["test"]["steps"]


def test_every_python_that_is_claimed_is_tried_the_oldest_with_the_oldest_and_the_newest_with_the_newest(
    workflow,
) -> None:
    claimed = [line.rpartition(" ")[2] for line in PROJECT["classifiers"] if ":: Python :: 3." in line]
    tried = workflow["jobs"]["everywhere"]["strategy"]["matrix"]["include"]

    assert sorted(claimed) == sorted(each["python"] for each in tried)
    assert {(each["python"], each["pins"]) for each in tried} >= {
        ("3.11", "constraints-oldest.txt"),
        ("3.14", "newest"),
    }
    assert {each["system"].partition("-")[0] for each in tried} == {"ubuntu", "macos", "windows"}


def test_the_published_site_is_built_strictly_for_the_address_that_pages_has_for_it(workflow) -> None:
    (step,) = [step for step in workflow["jobs"]["build"]["steps"] if "dev.py" in step.get("run", "")]

    assert step["run"] == "python3 dev.py build"
    assert step["env"] == {
        "SITE_URL": "${{ steps.pages.outputs.base_url }}",
        "EDIT_URI": "${{ github.server_url }}/${{ github.repository }}/edit/main/docs/",
    }


def test_the_german_settings_say_again_in_german_what_the_english_ones_say_to_readers() -> None:
    """A list is taken over whole or written anew: what is not said again would stand there in English."""
    english, german = (yaml_load(text(name)) for name in ("mkdocs.yml", "mkdocs.de.yml"))
    toggles = [[way["toggle"].pop("name") for way in each["theme"]["palette"]] for each in (english, german)]

    assert german["theme"]["palette"] == english["theme"]["palette"]
    assert len(toggles[0]) == 3
    assert set(toggles[0]) & set(toggles[1]) == set()
    assert {"site_name", "site_description", "copyright", "nav"} <= german.keys()
