"""Our pages beside plugins that many sites have, and built by another engine: whole sites, and without a warning."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from tests.conftest import SAMPLE
from tests.engines.sites import Site, tree

PLUGINS: dict[str, Any] = {
    "blog": "material/blog",
    "glightbox": "glightbox",
    "i18n": {
        "i18n": {
            "docs_structure": "suffix",
            "languages": [
                {"locale": "en", "name": "English", "default": True, "build": True},
                {"locale": "de", "name": "Deutsch", "build": True},
            ],
        }
    },
    "macros": "macros",
    "minify": {"minify": {"minify_html": True}},
    "redirects": {"redirects": {"redirect_maps": {"old.md": "about.md", "bridge.md": "events/opening/index.md"}}},
    "rss": {"rss": {"use_git": False}},
    "tags": "material/tags",
}


@pytest.fixture
def beside(site: Site, caplog: pytest.LogCaptureFixture) -> Any:
    """A site with a plugin before or behind ours; what was wrong with it in the eyes of `--strict`."""
    site.write(
        "docs/index.md", "---\ntags: [steel]\n---\n# Home\n\nThe [first day](events/opening/).\n\n![A bridge](x.png)\n"
    )
    site.write("docs/about.de.md", "# Wir\n\nEs begann mit [[opening]].\n")
    site.write("docs/x.png", "")
    site.write("docs/blog/index.md", "# Blog\n")
    site.write("docs/blog/posts/one.md", "---\ndate: 2026-01-01\n---\n# One\n\nText\n\n<!-- more -->\n\nmore\n")

    def built(plugin: str, last: bool = True) -> Path:
        names = ["timeline", PLUGINS[plugin]] if last else [PLUGINS[plugin], "timeline"]
        site.settings["plugins"] = ["search", *names]
        folder = site.build()
        assert [r.getMessage() for r in caplog.records if r.levelname in ("WARNING", "ERROR")] == []
        return folder

    return built


@pytest.mark.parametrize("plugin", PLUGINS)
def test_a_record_is_whole_beside_a_plugin_that_stands_before_or_behind_ours(
    beside: Any, site: Site, plugin: str
) -> None:
    for last in (True, False):
        folder = beside(plugin, last)

        for address in ("events/opening/", "timeline/", "sources/gazette/", "about/"):
            html = site.html(address)
            assert html.count("Content-Security-Policy") == 1, address
            assert html.count("/start.js") >= 1, address
        assert "The bridge opened in May." in site.html("events/opening/")
        assert (folder / "assets/timeline/timeline.css").is_file()
        assert next(folder.glob("assets/timeline/*/interface.json")).is_file()


def test_pages_in_a_further_language_lead_to_the_pages_of_the_record_which_stand_once(beside: Any, site: Site) -> None:
    folder = beside("i18n")

    assert 'href="../../events/opening/"' in site.html("de/about/")
    assert '<html lang="de"' in site.html("de/about/")
    assert '<html lang="en"' in site.html("timeline/")
    assert site.html("de/about/").count("Content-Security-Policy") == 1
    assert not (folder / "de/events").exists()
    assert "It began with" in site.html("about/")


def test_a_former_address_may_be_led_to_the_page_of_an_event(beside: Any, site: Site) -> None:
    beside("redirects")

    assert 'href="../events/opening/"' in site.html("bridge/")


@pytest.mark.parametrize("feature", ["navigation.instant", "navigation.instant.prefetch"])
@pytest.mark.parametrize("by_a_hook", [False, True])
def test_swapping_pages_is_refused_in_words_whoever_asks_for_it(
    site: Site, caplog: pytest.LogCaptureFixture, feature: str, by_a_hook: bool
) -> None:
    site.write("hook.py", f"def on_config(config):\n    config.theme['features'].append({feature!r})\n")
    theme = {"name": "material", "font": False, "features": [] if by_a_hook else [feature]}
    with pytest.raises(Abort):
        site.build(theme=theme, hooks=["hook.py"] if by_a_hook else [])

    assert f"the timeline plugin does not go with `{feature}`" in caplog.text


# -- addresses that are files ----------------------------------------------------------------------

LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')


def lost(folder: Path) -> list[str]:
    """Links that a disk cannot follow: to a folder, or to nothing."""
    found = []
    for name, data in tree(folder).items():
        if name.endswith((".html", ".svg")) and name != "404.html":
            for link in LINK.findall(data.decode()):
                place = link.partition("#")[0].partition("?")[0]
                if ":" not in place and place and not (folder / name).parent.joinpath(place).is_file():
                    found.append(f"{name}: {link}")
    return found


@pytest.mark.parametrize(
    "settings",
    [
        {"use_directory_urls": False},
        {"plugins": ["search", "timeline", "material/offline"]},
        {"plugins": ["search", "material/offline", "timeline"]},
        {"use_directory_urls": False, "plugins": ["search", {"timeline": {"page_cache": False}}]},
        {"use_directory_urls": False, "theme": {"name": "readthedocs"}},
    ],
    ids=["setting", "offline behind", "offline before", "without page cache", "readthedocs"],
)
def test_where_addresses_are_files_every_link_names_one(site: Site, settings: Any) -> None:
    site.write("docs/index.md", "# Home\n\n[[opening]], [about](about.md#about)\n\n::: timeline\nchart: axis\n:::\n")
    site.write("docs/deep/down.md", "# Down\n\n[[opening]]\n")
    folder = site.build(**settings)

    assert lost(folder) == []
    assert 'href="events/opening/index.html"' in (folder / "index.html").read_text("utf-8")
    assert 'href="../events/opening/index.html"' in (folder / "deep/down.html").read_text("utf-8")
    assert "https://bridges.example/record/events/opening/index.html" in site.sitemap()


# -- another engine --------------------------------------------------------------------------------

GENERATOR = re.compile(rb'<meta name="?generator"? [^>]*>')


def test_properdocs_builds_the_same_site(built: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "properdocs", "build", "-q", "--strict", "-f", str(SAMPLE / "mkdocs.yml")]
    subprocess.run([*command, "-d", str(tmp_path)], check=True, capture_output=True)
    found = {"mkdocs": tree(built), "properdocs": tree(tmp_path)}

    assert set(found["mkdocs"]) == set(found["properdocs"])
    for name, data in found["mkdocs"].items():
        if not name.endswith(".gz"):
            assert GENERATOR.sub(b"", data) == GENERATOR.sub(b"", found["properdocs"][name]), name
