"""Every link of a built site leads somewhere, under both themes and wherever the site lives."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.conftest import SAMPLE
from tests.engines.conftest import Plain
from tests.engines.sites import Site, framed
from timeline.engines.mkdocs import overrides

MATERIAL = {"name": "material", "font": False, "features": ["content.action.edit", "content.action.view"]}
PLAIN = {"name": "mkdocs", "highlightjs": False}
themes = pytest.mark.parametrize("theme", [MATERIAL, PLAIN], ids=lambda theme: theme["name"])
places = pytest.mark.parametrize(
    "place", ["https://example.org/a/b/", "https://example.org/", ""], ids=["deep", "top", "none"]
)
OF_THE_THEMES = {"squidfunk.github.io", "www.mkdocs.org"}  # who made them, in their footers
OF_WORDS = {"purl.org"}  # by which the names of a vocabulary are known, and which nobody asks


@dataclass
class Parsed(HTMLParser):
    """What a page links to, and the places in it that others may link to."""

    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=lambda: {"", "top"})
    edits: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.links += [told[name] for name in ("href", "src", "action") if name in told]
        self.anchors |= {told[name] for name in ("id", "name") if name in told}
        if "edit" in told.get("rel", "") or "/edit/" in told.get("href", ""):
            self.edits.append(told["href"])


def read(folder: Path) -> dict[str, Parsed]:
    pages = {}
    for path in folder.rglob("*.html"):
        page = Parsed()
        page.feed(path.read_text(encoding="utf-8"))
        pages[path.relative_to(folder).as_posix()] = page
    return pages


def astray(folder: Path, place: str, read_before: dict[str, Parsed] | None = None) -> tuple[list[str], set[str]]:
    """Links that lead nowhere, each with its page, and the other hosts that are linked to."""
    base = place or "https://nowhere.invalid/"
    pages, dead, hosts = read_before or read(folder), [], set()
    for name, page in pages.items():
        # The page of an address that does not exist is served in its place, however deep that is.
        here = urljoin(base, "no/such/place/" if name == "404.html" else name.removesuffix("index.html"))
        for link in dict.fromkeys(page.links):
            target, _, anchor = urljoin(here, link).partition("#")
            if not target.startswith(base):
                if target.startswith(("http:", "https:")):
                    hosts.add(urlsplit(target).netloc)
                elif not target.startswith(("data:", "mailto:")):
                    dead.append(f"{name}: {link}")
                continue
            file = unquote(urlsplit(target.removeprefix(base)).path)
            if name == "404.html" and file == "no/such/place/":
                continue  # a place on the page itself
            file += "index.html" if file == "" or file.endswith("/") else ""
            known = pages[file].anchors if file in pages else {""}
            if not (folder / file).is_file() or unquote(anchor) not in known:
                dead.append(f"{name}: {link}")
    return dead, hosts


@themes
@places
def test_every_link_leads_somewhere(site: Site, theme: Any, place: str) -> None:
    site.write(
        "docs/deep/er/story.md",
        "# Story\n\n[[opening#claim-1]][@gazette]\n\n::: timeline\n:::\n\n[all](../../about.md)\n",
    )

    dead, hosts = astray(site.build(theme=theme, site_url=place), place)

    assert dead == []
    assert hosts <= {"gazette.example", "courier.example"} | OF_THE_THEMES | OF_WORDS


@pytest.mark.parametrize("theme", [None, MATERIAL, PLAIN], ids=["as set", "material", "mkdocs"])
def test_every_link_of_a_whole_site_leads_somewhere_and_none_to_a_repository(tmp_path: Path, theme: Any) -> None:
    more = {"theme": theme} if theme else {}
    place = "https://example.org/a/b/"
    config = load_config(config_file=str(SAMPLE / "mkdocs.yml"), site_dir=str(tmp_path), site_url=place, **more)
    build(config)

    pages = read(tmp_path)
    dead, _ = astray(tmp_path, place, pages)

    assert dead == []
    assert [page.edits for page in pages.values() if page.edits] == []


@themes
def test_a_site_below_a_path_is_the_same_as_one_at_the_top_but_for_its_address(plain: Plain, theme: Any) -> None:
    def without_address(place: str) -> dict[str, str]:
        built = plain(theme=theme, site_url=place).root / "site"
        files = {path.relative_to(built).as_posix(): path for path in built.rglob("*.html") if path.name != "404.html"}
        return {name: path.read_text(encoding="utf-8").replace(place, "@") for name, path in files.items()}

    deep, top = without_address("https://example.org/a/b/"), without_address("https://example.org/")

    # the policy counts the scripts of the 404 page as well, and files that hold the address have another size
    other = re.compile(r"<meta http-equiv[^>]*>|[0-9.]+ (?:bytes|kB)")
    assert {n: other.sub("", html) for n, html in deep.items()} == {n: other.sub("", html) for n, html in top.items()}


@themes
def test_where_nothing_is_configured_no_address_is_made_up(plain: Plain, theme: Any) -> None:
    built = plain(theme=theme, site_url="").root / "site"

    pages = read(built)
    assert [page.edits for page in pages.values() if page.edits] == []
    _, hosts = astray(built, "")
    assert hosts <= {"gazette.example", "courier.example"} | OF_THE_THEMES | OF_WORDS
    text = "".join(path.read_text(encoding="utf-8") for path in built.rglob("*.html"))
    assert 'rel="canonical"' not in text
    assert not re.search(r"github\.com|gitlab|example\.org", text.replace("squidfunk.github.io", ""))


# -- addresses that lead nowhere -------------------------------------------------------------------


@themes
@pytest.mark.parametrize(
    ("place", "root"), [("https://example.org/a/b/", "/a/b/"), ("https://example.org/", "/"), ("", "/")]
)
def test_an_address_that_is_not_there_gets_a_page_that_leads_on(
    plain: Plain, theme: Any, place: str, root: str
) -> None:
    page = plain(theme=theme, site_url=place).file("404.html")

    assert page.count("<h1") == 1
    assert re.search("<h1[^>]*>Page not found</h1>", page)
    assert "<title>Page not found - Bridges & more</title>" in page
    for address in ("", "timeline/", "sources/"):
        assert f'<a href="{root}{address}">' in page
    assert f'type="application/atom+xml" href="{root}updates/feed.xml"' in page
    assert "The search at the top of this page" in page


def test_where_nothing_is_our_search_is_named_though_the_theme_has_none(site: Site) -> None:
    page = (site.build(theme=MATERIAL, plugins=["timeline"]) / "404.html").read_text(encoding="utf-8")

    assert '<a class="tl-find"' in page
    assert "The search at the top of this page" in page


def test_a_site_without_search_does_not_promise_it(site: Site) -> None:
    page = (site.build(theme={"name": "mkdocs"}, plugins=["timeline"]) / "404.html").read_text(encoding="utf-8")

    assert "Page not found" in page
    assert "search at the top" not in page


def test_a_page_for_lost_readers_that_the_site_wrote_itself_stays(site: Site) -> None:
    site.write("overrides/404.html", '{% extends "main.html" %}{% block content %}<h1>Lost?</h1>{% endblock %}')

    page = (site.build(theme={**MATERIAL, "custom_dir": "overrides"}) / "404.html").read_text(encoding="utf-8")

    assert "<h1>Lost?</h1>" in page
    assert "Page not found" not in page


# -- what themes leave out -------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "name"), [("en", "Search"), ("de", "Suche")])
@pytest.mark.parametrize("page_cache", [True, False])
@pytest.mark.parametrize("theirs", [[], ["search"]], ids=["alone", "beside the theme's"])
def test_the_way_to_our_search_stands_in_every_header_once(
    site: Site, language: str, name: str, page_cache: bool, theirs: list[str]
) -> None:
    built = site.build(
        theme={**MATERIAL, "language": language}, plugins=[*theirs, {"timeline": {"page_cache": page_cache}}]
    )

    for path in (path for path in built.rglob("*.html") if not framed(path.relative_to(built).as_posix())):
        html = path.read_text(encoding="utf-8")
        (words,) = re.findall('<a class="tl-find"[^>]* href="[^"]*timeline/"[^>]*>.*?<span>(.*?)</span>', html)
        assert words == name, path
        assert 'name="search"' not in html, "the theme would load its index"


def test_the_keyboard_skips_to_the_first_heading_of_our_pages(plain: Plain) -> None:
    site = plain(theme=MATERIAL, site_url="")

    for address in ("", "timeline/", "events/opening/", "sources/gazette/"):
        (skip,) = re.findall(r'<a href="([^"]*)" class="md-skip">', site.html(address))
        assert f'<h1 id="{skip.removeprefix("#")}"' in site.html(address)
    assert skip.startswith("#")
    assert site.file("404.html")


# -- another theme than the one we know ----------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "value", "why"),
    [
        (
            "CHANGES",
            {"material": {"partials/header.html": (("</gone>", ""),)}},
            "partials/header.html has </gone> 0 times",
        ),
        ("CHANGES", {"material": {"partials/head.html": (("</nav>", ""),)}}, "it has no template partials/head.html"),
        ("BLOCKS", {"material": ("config", "settings")}, "its base.html has no block settings"),
        ("_BUNDLE", "assets/javascripts/theme.*.js", "it has 0 files assets/javascripts/theme.*.js"),
    ],
)
def test_a_theme_that_has_changed_stops_the_build_and_says_where(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, table: str, value: object, why: str
) -> None:
    monkeypatch.setattr(overrides, table, value)

    with pytest.raises(Abort):
        site.build(theme=MATERIAL)
    told = caplog.text
    assert f"the theme material is not the one that the timeline plugin knows: {why}" in told
    assert "constraints.txt" in told


def test_a_page_with_tabs_keeps_the_script_that_opens_them(site: Site) -> None:
    tabs = '=== "One"\n\n    first\n\n=== "Two"\n\n    second\n'
    (site.root / "docs" / "tabs.md").write_text(f"# Tabs\n\n{tabs}", encoding="utf-8")
    built = site.build(theme=MATERIAL, markdown_extensions=[{"pymdownx.tabbed": {"alternate_style": True}}])

    assert "__tabbed_" in (built / "tabs" / "index.html").read_text("utf-8").rpartition("</article>")[2]
    assert "__tabbed_" not in (built / "events" / "opening" / "index.html").read_text("utf-8")


def test_the_theme_s_templates_are_compiled_once_and_anew_for_another_plugin_or_change(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(site.root / "kept"))
    compiled: list[str] = []
    compile = Environment.compile

    def counted(env: Environment, source: Any, name: str | None = None, *rest: Any, **more: Any) -> Any:
        compiled.append(name or "")
        return compile(env, source, name, *rest, **more)

    monkeypatch.setattr(Environment, "compile", counted)
    first = site.build(theme=MATERIAL)
    before = {path.relative_to(first): path.read_bytes() for path in first.rglob("*.html")}
    assert "base.html" in compiled

    compiled.clear()
    second = site.build()
    assert {path.relative_to(second): path.read_bytes() for path in second.rglob("*.html")} == before
    assert "base.html" not in compiled

    changed = {"partials/header.html": (("</nav>", "<b>changed</b></nav>"),)}
    monkeypatch.setattr(overrides, "CHANGES", {"material": changed})
    third = site.build()
    assert "<b>changed</b>" in (third / "events" / "opening" / "index.html").read_text("utf-8")
