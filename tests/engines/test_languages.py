"""The language of a site: one setting for the theme's words and ours, and links between sites of one record."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from timeline import language
from timeline.engines.mkdocs.language import theme_language

RECORD = """
record: {title: The harbour bridge, language: en, languages: [en, de], through: 2026-11-22}
events:
  - id: opened
    added: 2026-11-22
    date: 2024-05
    title: {en: The bridge opens, de: Die Brücke öffnet}
    kind: policy
    status: reported
    claims: [{text: The bridge opened., cite: gazette}]
sources:
  - id: gazette
    title: Bridge open
    title_in: {de: Brücke offen}
    publisher: Harbour Gazette
    issued: 2024-05-21
    language: en
    url: https://gazette.example/bridge
    kind: original-reporting
"""


def theme(name: str, **said: Any) -> MkDocsConfig:
    made: Any = SimpleNamespace(theme=_Theme(name, said))
    return made


class _Theme(dict[str, Any]):
    def __init__(self, name: str, said: dict[str, Any]) -> None:
        super().__init__(said)
        self.name = name


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("german")
    (folder / "data").mkdir()
    (folder / "docs").mkdir()
    (folder / "data" / "events.yaml").write_text(RECORD, encoding="utf-8")
    (folder / "docs" / "about.md").write_text(
        "# About\n\nThis bridge has [[=events]], of which [[opened]] is one. [@gazette]\n", encoding="utf-8"
    )
    (folder / "docs" / "bau.md").write_text(
        "---\nlanguage: de\n---\n\n# Der Bau\n\nEs gibt [[=events]]: [[opened]]. [@gazette]\n", encoding="utf-8"
    )
    (folder / "mkdocs.yml").write_text(
        textwrap.dedent("""
            site_name: Bridge
            site_url: https://bridge.example/de/
            theme: {name: material, font: false}
            plugins: [{timeline: {language: de, other_languages: {en: ../}}}]
        """),
        encoding="utf-8",
    )
    try:
        build(load_config(str(folder / "mkdocs.yml")))
    finally:
        language.use("en")
    return folder / "site"


def test_one_setting_of_the_plugin_makes_the_theme_german_too(german: Path) -> None:
    page = (german / "events" / "opened" / "index.html").read_text(encoding="utf-8")

    assert '<html lang="de"' in page
    assert "Wann und wer" in page
    assert "Mai 2024" in page


def test_every_page_leads_to_the_same_page_in_the_other_language(german: Path) -> None:
    page = (german / "events" / "opened" / "index.html").read_text(encoding="utf-8")

    assert '<link rel="alternate " hreflang="en" href="https://bridge.example/events/opened/">' in page
    assert '<a class="tl-other" hreflang="en" lang="en" href="../../../events/opened/"' in page
    assert "<span>English</span>" in page


def test_what_is_written_by_hand_keeps_the_language_of_the_record(german: Path) -> None:
    assert '<div class="tl-foreign" lang="en">' in (german / "about" / "index.html").read_text(encoding="utf-8")


def test_a_figure_in_a_sentence_is_said_in_the_language_of_its_page(german: Path) -> None:
    english, translated = ((german / name / "index.html").read_text(encoding="utf-8") for name in ("about", "bau"))

    assert "This bridge has 1 event, of which" in english
    assert "Es gibt 1 Ereignis:" in translated
    assert "tl-foreign" not in translated


def test_a_link_to_an_event_has_the_title_of_the_site_and_says_its_language_among_other_words(german: Path) -> None:
    english, translated = ((german / name / "index.html").read_text(encoding="utf-8") for name in ("about", "bau"))

    assert re.search(r'<a href="../events/opened/"[^>]* lang="de">Die Brücke öffnet</a>', english)
    assert re.search(r'<a href="../events/opened/"(?![^>]* lang=)[^>]*>Die Brücke öffnet</a>', translated)


def test_a_document_in_another_language_than_the_site_is_told_with_our_translation(german: Path) -> None:
    listed = (german / "sources" / "index.html").read_text(encoding="utf-8")

    assert re.search(
        r'<cite class="tl-cited" lang="en">Bridge open</cite></a> <span class="tl-soft">Brücke offen<', listed
    )
    assert "<span>Englisch</span>" in listed


def test_notes_and_links_below_a_page_speak_the_language_of_the_site(german: Path) -> None:
    english, translated = ((german / name / "index.html").read_text(encoding="utf-8") for name in ("about", "bau"))

    for page, spoken in ((english, ' lang="de"'), (translated, "")):
        assert f'<section class="tl-endnotes"{spoken}><h2>Anmerkungen</h2>' in page
        assert f'<section class="tl-linked" data-search-exclude{spoken}><h2>Wohin die Links führen</h2>' in page
        assert 'lang="en">Bridge open</cite></a> <span class="tl-soft">Brücke offen</span>' in page


def test_machines_are_told_of_every_language_of_a_page_and_which_one_is_for_all_others(german: Path) -> None:
    for address in ("events/opened/", "about/"):
        page = (german / address / "index.html").read_text(encoding="utf-8")

        assert re.findall(r'<link rel="alternate " hreflang="([^"]*)" href="([^"]*)">', page) == [
            ("de", f"https://bridge.example/de/{address}"),
            ("en", f"https://bridge.example/{address}"),
            ("x-default", f"https://bridge.example/{address}"),
        ]
    assert "x-default" not in (german / "404.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["material", "mkdocs", "readthedocs"])
def test_a_theme_in_a_language_without_words_here_says_that_ours_are_english(tmp_path: Path, name: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "data" / "events.yaml").write_text(RECORD, encoding="utf-8")
    told = {"material": "language: ar, font: false"}.get(name, "locale: pt_BR")
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: Bridge\ntheme: {{name: {name}, {told}}}\nplugins: [timeline]\n", encoding="utf-8"
    )

    build(load_config(str(tmp_path / "mkdocs.yml")))

    for page in ("events/opened/index.html", "404.html"):
        html = (tmp_path / "site" / page).read_text(encoding="utf-8")
        assert re.findall(r'<html[^>]* lang="([^"]*)"', html) == ["en"]


def test_without_a_setting_our_words_follow_the_theme() -> None:
    assert theme_language(theme("material", language="de"), None) == "de"
    assert theme_language(theme("readthedocs", locale="de"), None) == "de"
    assert theme_language(theme("mkdocs"), None) == "en"


@pytest.mark.parametrize(("spoken", "chosen"), [("en", "tlh"), ("fr", "de")])
def test_a_language_without_words_and_two_languages_at_once_are_refused(spoken: str, chosen: str) -> None:
    with pytest.raises(PluginError, match=f"`{chosen}`"):
        theme_language(theme("material", language=spoken), chosen)
