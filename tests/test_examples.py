"""The examples: records of other kinds than the shipped one, each a site of its own that builds without a warning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config

from tests.engines.sites import build_once
from timeline import language
from timeline.loader import load
from timeline.model import Timeline

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/mkdocs.yml"))
SITES = sorted((ROOT / "examples").glob("*/mkdocs*.yml"))
"""One that is in two languages has two."""


@pytest.fixture(scope="module")
def shipped() -> Timeline:
    return load(ROOT / "data").timeline


def built(settings: Path, site: Path) -> Path:
    try:
        build_once(load_config(config_file=str(settings), strict=True, site_dir=str(site)))
    finally:
        language.use("en")
    return site


@pytest.mark.parametrize("settings", SITES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_example_builds_without_a_warning_and_nothing_on_its_site_speaks_of_another_record(
    settings, shipped, tmp_path
):
    example = settings.parent
    site = built(settings, tmp_path / "site")
    theme = site / "assets/javascripts"  # minified by others, and free to contain any three letters
    pages = [path for path in site.rglob("*") if path.is_file() and not path.is_relative_to(theme)]
    named = [actor.name for actor in shipped.actors] + [topic.name for topic in shipped.topics] + ["R1", "R2", "H20"]
    own = " ".join(path.read_text(encoding="utf-8") for path in example.rglob("*.yaml"))
    foreign = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in named if name.lower() not in own.lower()))

    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in pages if path.suffix not in (".gz", ".png")}
    assert len(texts) > len(load(example / "data").timeline.events)
    assert {path.name: hit[0] for path, text in texts.items() if (hit := foreign.search(text))} == {}
    if settings.stem == "mkdocs.de":
        event = texts[site / "events/greek-calendar/index.html"]
        assert "<h1>Griechenland verlässt" in re.sub(r"<h1[^>]*>", "<h1>", event)
        assert "Vom julianischen zum gregorianischen Kalender" in event
        assert 'hreflang="en"' in event


def test_there_is_one_example_of_each_kind_that_the_documentation_names():
    told = (ROOT / "docs/examples.md").read_text(encoding="utf-8")
    assert [path.name for path in EXAMPLES] == sorted(re.findall(r"^## .*`examples/(\w+)`", told, re.MULTILINE))
