"""The examples: records of other kinds than the shipped one, each a site of its own that builds without a warning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config

from tests.engines.sites import build_once
from timeline import language
from timeline.loader import load
from timeline.model import Subject, Timeline

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/mkdocs.yml"))
SITES = sorted((ROOT / "examples").glob("*/mkdocs*.yml"))
"""One that is in two languages has two."""


OF_ANYBODY = {"bis", "memory", "r2"}
"""A word of French and German tables, a word of computers, the second of two records: no names where they stand."""
_WORD = re.compile(r"\w+")


class Names:
    """What the shipped record calls its actors, topics, places, events, documents, publishers and what it follows."""

    def __init__(self, timeline: Timeline) -> None:
        subjects: tuple[Subject, ...] = (*timeline.actors, *timeline.topics, *timeline.places)
        self.subjects = {name for each in subjects for name in (each.id, each.name, *each.also, *each.aliases)}
        self.subjects |= {"R1", "R2", "V3", "H20"} | {event.title for event in timeline.events}
        self.subjects |= {name for event in timeline.events for name in (event.id, *event.also, *event.aliases)}
        self.all = self.subjects | {name for track in timeline.tracks for name in (track.id, track.title)}
        self.all |= {each.id for each in timeline.expectations}
        for source in timeline.sources:
            whose = source.publisher.partition(" (")[0].split(" / ")
            self.all |= {source.id, *whose, *source.also, *((source.title,) if source.title else ())}

    def within(self, text: str, names: set[str]) -> set[str]:
        """Those of some names that stand in a text as whole words."""
        words = set(_WORD.findall(text))
        near = (name for name in names if words.issuperset(_WORD.findall(name)))
        return {name for name in near if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)}


@pytest.fixture(scope="module")
def shipped() -> Names:
    return Names(load(ROOT / "data").timeline)


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
    own = " ".join(path.read_text(encoding="utf-8").lower() for path in example.rglob("*.*ml"))
    foreign = {name for name in shipped.all - OF_ANYBODY if name.lower() not in own}

    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in pages if path.suffix not in (".gz", ".png")}
    assert len(texts) > len(load(example / "data").timeline.events)
    assert len(foreign) > 2000
    assert {path.name: hits for path, text in texts.items() if (hits := shipped.within(text, foreign))} == {}
    if settings.stem == "mkdocs.de":
        event = texts[site / "events/greek-calendar/index.html"]
        assert "<h1>Griechenland verlässt" in re.sub(r"<h1[^>]*>", "<h1>", event)
        assert "Vom julianischen zum gregorianischen Kalender" in event
        assert 'hreflang="en"' in event


def test_the_generator_itself_names_nothing_of_the_record_that_is_shipped_with_it(shipped):
    """Its help, its messages, its comments: who has another record meets the made-up bridge there."""
    package = ROOT / "timeline"
    kinds = (".py", ".html", ".js", ".css", ".po", ".yaml", ".json", ".md", ".yml")
    texts = {path: path.read_text(encoding="utf-8") for path in package.rglob("*") if path.suffix in kinds}

    assert len(texts) > 500
    hits = {path: shipped.within(text, shipped.subjects - OF_ANYBODY) for path, text in texts.items()}
    assert {str(path.relative_to(package)): found for path, found in hits.items() if found} == {}


def test_there_is_one_example_of_each_kind_that_the_documentation_names():
    told = (ROOT / "docs/examples.md").read_text(encoding="utf-8")
    assert [path.name for path in EXAMPLES] == sorted(re.findall(r"^## .*`examples/(\w+)`", told, re.MULTILINE))
