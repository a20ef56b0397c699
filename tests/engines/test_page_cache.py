"""Pages of the cache are what the theme would have made of each, byte for byte."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.conftest import SAMPLE
from tests.engines.sites import HOSTILE, Site, tree
from timeline.engines.mkdocs import page_cache
from timeline.engines.mkdocs.drawn_pages import whole
from timeline.engines.mkdocs.page_cache import groups
from timeline.html.page import Page
from timeline.span import Span

MATERIAL = {"name": "material", "font": False, "features": ["content.action.edit", "content.action.view"]}


def pages(count: int) -> list[Page]:
    return [event(number) for number in range(1, count + 1)]


def event(number: int) -> Page:
    body = f"<h1>{number}</h1><p>{'x' * number}"
    span = Span("data/events.yaml", number, 3, number, 4)
    return Page(f"events/e-{number}/", f"Event {number} & <more>", f"About {number}", body, "event", True, span)


def plain(page: Page) -> str:
    """A theme in one line."""
    head = f"<title>{escape(page.title)}</title><meta content='{escape(page.description)}'>"
    link = f"<a href='https://x.example/{page.address}'></a>"
    return f"<html>{head}{link}<a href='#L{page.span.line if page.span else ''}'>✎</a>{page.body}</html>"


def counted(pages: list[Page], full: Any) -> tuple[dict[str, str], int]:
    """Pages of the cache by address, and how many of them the theme had to render."""
    calls: list[Page] = []

    def counting(page: Page) -> str:
        calls.append(page)
        return str(full(page))

    made = {
        page.address: group.skeleton.fill(page) if group.skeleton else counting(page)
        for group in groups(pages, counting)
        for page in map(whole, group.pages)
    }
    return made, len(calls)


def test_a_hundred_pages_need_four_renderings() -> None:
    made, renderings = counted(pages(100), plain)

    assert made == {page.address: plain(page) for page in pages(100)}
    assert renderings == 4


def spread(count: int, files: int) -> list[Page]:
    """The same, from so many files."""
    spans = [Span(f"data/events-{number % files:02}.yaml", number, 3, number, 4) for number in range(count)]
    return [replace(page, span=span) for page, span in zip(pages(count), spans, strict=True)]


def with_file(page: Page) -> str:
    return f"<a href='https://x.example/edit/{page.span.file if page.span else ''}'>✎</a>{plain(page)}"


def test_pages_from_many_files_share_a_skeleton_that_is_tried_once_for_each_file() -> None:
    made, renderings = counted(spread(100, 10), with_file)

    assert made == {page.address: with_file(page) for page in spread(100, 10)}
    assert renderings == 2 + 10 + 1


def test_a_theme_that_says_more_of_a_file_than_its_name_has_a_skeleton_for_each() -> None:
    def dated(page: Page) -> str:
        return with_file(page) + f"<time>{2000 + int(page.span.file[-7:-5]) if page.span else ''}</time>"

    made, renderings = counted(spread(100, 10), dated)

    assert made == {page.address: dated(page) for page in spread(100, 10)}
    assert renderings < 2 + 10 + 4 * 10 + 1


@pytest.mark.parametrize(
    "peculiar",
    [
        lambda page: plain(page) + str(len(page.title)),
        lambda page: plain(page) + page.title.upper(),
        lambda page: plain(page) + page.title[:60],
        lambda page: plain(page) + escape(escape(page.title)),
        lambda page: plain(page) + page.description.split(".")[0],
        lambda page: plain(page).replace("<p>", "<p class='lead'>"),
        lambda page: plain(page) + ("long" if len(page.body) > 100 else "short"),
        lambda page: plain(page) + page.address.replace("-", " "),
        lambda page: plain(page) + f"<script>at('{page.address}')</script>",
    ],
)
def test_a_theme_that_does_more_than_print_gets_every_page_rendered(peculiar: Any) -> None:
    made, renderings = counted(pages(100), peculiar)

    assert made == {page.address: peculiar(page) for page in pages(100)}
    assert renderings > 100


def test_pages_with_and_without_description_or_record_do_not_share_a_skeleton() -> None:
    bare = [Page(f"sources/s{n}/", "T", "", "<h1>T</h1>", "source", True) for n in range(5)]

    made, _ = counted(pages(5) + bare, plain)

    assert made == {page.address: plain(page) for page in pages(5) + bare}


@pytest.mark.parametrize("theme", [MATERIAL, {"name": "mkdocs"}], ids=lambda theme: theme["name"])
@pytest.mark.parametrize("place", ["https://bridges.example/record/", None], ids=["below a path", "nowhere"])
def test_a_site_from_the_cache_equals_a_rendered_one_byte_for_byte(site: Site, theme: Any, place: str | None) -> None:
    common = {"theme": theme, "site_url": place, "edit_uri": "https://code.example/edit/main/docs/"}
    cached = tree(site.build(**common, plugins=["search", "timeline"]))
    rendered = tree(site.build(**common, plugins=["search", {"timeline": {"page_cache": False}}]))

    records = [name for name in cached if name.startswith(("events/", "sources/")) and name.endswith(".html")]
    assert len(records) == 3 + 2 + 1
    assert all(b'application/ld+json">' in cached[name] for name in records if name != "sources/index.html")
    assert {name: cached[name] for name in records} == {name: rendered[name] for name in records}
    listed = {
        "sitemap.xml",
        "sitemap.xml.gz",
        "search/search_index.json",
    }  # the same entries, in another order
    assert cached.keys() == rendered.keys()
    assert {name for name in cached if cached[name] != rendered[name]} <= listed


def test_a_record_loses_nothing_in_the_cache(built: Path, tmp_path: Path) -> None:
    config = load_config(config_file=str(SAMPLE / "mkdocs.yml"), site_dir=str(tmp_path))
    config.plugins["timeline"].config.page_cache = False
    build(config)

    cached, rendered = tree(built), tree(tmp_path)
    records = [name for name in cached if name.startswith(("events/", "sources/"))]
    assert len(records) > 100
    assert [name for name in records if cached[name] != rendered.get(name)] == []


def test_records_really_come_from_the_cache(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    skeletons: list[object] = []
    skeleton = page_cache._skeleton

    def counted(*given: Any) -> Any:
        skeletons.append(skeleton(*given))
        return skeletons[-1]

    monkeypatch.setattr(page_cache, "_skeleton", counted)

    site.build(theme=MATERIAL)

    assert len(skeletons) == 3  # events, sources, years
    assert all(skeletons)


def test_an_override_that_counts_letters_is_rendered_page_by_page(site: Site) -> None:
    site.write(
        "overrides/main.html",
        '{% extends "base.html" %}{% block extrahead %}<meta name="n" content="{{ page.title|length }}">'
        '<link rel="up" href="{{ page.url|upper }}">{% endblock %}',
    )

    site.build(theme={**MATERIAL, "custom_dir": "overrides"})

    assert '<meta name="n" content="16">' in site.html("events/opening/")
    assert f'<meta name="n" content="{len(escape(HOSTILE))}">' in site.html("events/hostile/")
    assert 'href="EVENTS/OPENING/"' in site.html("events/opening/")


def test_overrides_and_hooks_see_cached_pages_as_pages(site: Site) -> None:
    site.write("overrides/main.html", '{% extends "base.html" %}{% block extrahead %}<i>{{ word }}</i>{% endblock %}')
    site.write(
        "hook.py",
        "def on_page_context(context, page, config, nav):\n    context['word'] = page.meta.get('title')\n"
        "def on_post_page(output, page, config):\n    return output + f'<!-- {page.url} -->'\n",
    )

    site.build(theme={**MATERIAL, "custom_dir": "overrides"}, hooks=["hook.py"])

    assert "<i>The bridge opens</i>" in site.html("events/opening/")
    assert site.html("events/opening/").endswith("<!-- events/opening/ -->")


@pytest.mark.parametrize("theme", [MATERIAL, {"name": "mkdocs"}], ids=lambda theme: theme["name"])
def test_a_hostile_title_stays_a_title(site: Site, theme: Any) -> None:
    site.build(theme=theme)

    for address in ("events/hostile/", "sources/courier/"):
        assert f"<title>{escape(HOSTILE)} - " in site.html(address)
        assert "<script>x</script>" not in site.html(address)
        assert "49" not in site.html(address).split("</title>")[0]
