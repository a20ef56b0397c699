"""The site's Content-Security-Policy: one for all pages, and enough for each of them."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.engines.conftest import Plain
from tests.engines.sites import Site, framed, tree
from timeline import pages
from timeline.engines.mkdocs.csp import element, inline, with_policy, without_prefetch

MATERIAL = {"name": "material", "font": False, "palette": [{"toggle": {"icon": "material/brightness-7", "name": "x"}}]}
PLAIN = {"name": "mkdocs", "highlightjs": False}
themes = pytest.mark.parametrize("theme", [MATERIAL, PLAIN], ids=lambda theme: theme["name"])
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def policies(folder: Path) -> dict[str, list[str]]:
    pages = {name: data.decode() for name, data in tree(folder).items() if _wears_a_theme(name)}
    return {name: META.findall(html) for name, html in pages.items() if 'http-equiv="refresh"' not in html}


def _wears_a_theme(name: str) -> bool:
    return name.endswith(".html") and not framed(name)


def rules(policy: str) -> dict[str, list[str]]:
    return {name: values.split() for name, _, values in (rule.partition(" ") for rule in policy.split("; "))}


def hashed(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


# -- on the site -----------------------------------------------------------------------------------


@themes
def test_every_page_carries_the_same_policy_once(plain: Plain, theme: Any) -> None:
    found = policies(plain(theme=theme).root / "site")

    assert {"404.html", "index.html", "about/index.html", "events/opening/index.html"} < set(found)
    assert {len(each) for each in found.values()} == {1}
    assert len({each[0] for each in found.values()}) == 1


@themes
def test_the_policy_lets_every_script_of_the_theme_run_and_no_other(plain: Plain, theme: Any) -> None:
    built = plain(theme=theme).root / "site"

    (policy, *_) = policies(built)["index.html"]
    needed = set()
    for name, data in tree(built).items():
        if name.endswith(".html"):
            for attributes, text in re.findall(r"<script([^>]*)>(.*?)</script>", data.decode(), re.DOTALL):
                if "src=" not in attributes and "json" not in attributes:
                    needed.add(hashed(text))
    assert set(rules(policy)["script-src"]) == {"'self'", *needed}
    assert needed


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_unsafe(plain: Plain) -> None:
    (policy, *_) = policies(plain().root / "site")["index.html"]

    assert "unsafe" not in policy
    assert rules(policy)["default-src"] == ["'none'"]
    allowed = {value for values in rules(policy).values() for value in values if not value.startswith("'sha256-")}
    assert allowed == {"'none'", "'self'", "data:"}


@themes
def test_the_policy_stands_first_in_the_head_and_the_charset_within_its_first_kilobyte(
    plain: Plain, theme: Any
) -> None:
    built = plain(theme=theme).root / "site"

    for name, data in tree(built).items():
        if name.endswith(".html"):
            head = data.decode().partition("<head>")[2]
            assert head.startswith("<meta http-equiv="), name
            assert data.index(b"<meta charset=") < 1000, name


@themes
def test_our_pages_have_no_style_attribute_and_no_handler(site: Site, theme: Any) -> None:
    site.write(
        "data/more.yaml", "topics: [{id: bridge, name: Bridge}]\nactors: [{id: town, name: T, kind: government}]\n"
    )
    built = site.build(theme=theme)

    for name, data in tree(built).items():
        if name.endswith(".html"):
            assert re.findall(rb"<[a-z][^>]*?\s(?:style|on[a-z]+)=", data) == [], name
            assert b"javascript:" not in data, name


def test_script_that_came_with_a_record_is_not_let_run(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a body ever carry what its record smuggled in, the policy still stands before it."""
    real = pages.drawn

    def smuggled(*words: Any) -> Any:
        for page in real(*words):
            yield replace(page, body=page.body + "<script>steal()</script>")

    monkeypatch.setattr(pages, "drawn", smuggled)
    for page_cache in (True, False):
        built = site.build(plugins=["search", {"timeline": {"page_cache": page_cache}}])
        found = policies(built)
        assert "<script>steal()</script>" in (built / "events/opening/index.html").read_text("utf-8")
        assert hashed("steal()") not in found["index.html"][0]
        assert hashed("steal()") not in found["events/opening/index.html"][0]


def test_script_that_the_site_s_owner_wrote_into_a_page_runs(site: Site) -> None:
    site.write("docs/about.md", "# About\n\n<script>mine()</script>\n\n<style>p { color: red }</style>\n")

    (policy, *_) = policies(site.build())["index.html"]

    assert hashed("mine()") in rules(policy)["script-src"]
    assert hashed("p { color: red }") in rules(policy)["style-src"]


def test_a_plugin_that_adds_script_in_the_end_is_counted_in(site: Site) -> None:
    site.write(
        "hook.py",
        "from pathlib import Path\n"
        "def on_post_build(config):\n"
        "    path = Path(config.site_dir, 'about', 'index.html')\n"
        "    path.write_text(path.read_text('utf-8').replace('</body>', '<script>late()</script></body>'), 'utf-8')\n",
    )

    found = policies(site.build(hooks=["hook.py"]))

    assert len({each[0] for each in found.values()}) == 1
    assert hashed("late()") in found["events/opening/index.html"][0]


def test_pages_whose_script_speaks_of_them_are_rendered_one_by_one_and_each_is_allowed(site: Site) -> None:
    site.write(
        "overrides/main.html",
        '{% extends "base.html" %}{% block extrahead %}<script>at("{{ page.url }}")</script>{% endblock %}',
    )

    built = site.build(theme={**MATERIAL, "custom_dir": "overrides"})

    found = policies(built)
    assert len({each[0] for each in found.values()}) == 1
    assert hashed('at("events/opening/")') in found["index.html"][0]
    assert "zqa" not in found["index.html"][0]


def test_a_theme_that_writes_other_scripts_into_each_page_gets_no_policy_and_says_so(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(70):
        site.write(f"docs/page-{number}.md", f"# Page\n\n<script>at({number})</script>\n")

    found = policies(site.build(theme=PLAIN))

    assert {len(each) for each in found.values()} == {0}
    assert "no policy fits; `csp: false` leaves it out" in caplog.text


def test_what_a_theme_asks_of_another_host_is_named(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.build(theme={"name": "mkdocs"})

    assert "load scripts or styles of other hosts: cdnjs.cloudflare.com" in caplog.text


@themes
def test_a_site_may_do_without(site: Site, theme: Any) -> None:
    found = policies(site.build(theme=theme, plugins=["search", {"timeline": {"csp": False}}]))

    assert {len(each) for each in found.values()} == {0}


def test_html_files_that_somebody_wrote_whole_stay_as_they_are(site: Site) -> None:
    text = "<!doctype html><html><head><title>proof</title></head><body></body></html>"
    site.write("docs/proof.html", text)

    assert (site.build() / "proof.html").read_text(encoding="utf-8") == text


def test_a_site_needs_few_hashes(built: Path) -> None:
    found = policies(built)
    assert len({each[0] for each in found.values()}) == 1
    assert len(rules(found["index.html"][0])["script-src"]) < 12


# -- in a page -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<script>a()</script>", "a()"),
        ("<SCRIPT type=module>a()</SCRIPT>", "a()"),
        ("<script type='text/javascript' defer>a()\n</script >", "a()\n"),
        ("<script>a()\r\nb()\rc()</script>", "a()\nb()\nc()"),
        ('<script>if (a < b) { "<b>" }</script>', 'if (a < b) { "<b>" }'),
        ("<script></script>", ""),
    ],
)
def test_what_runs_is_hashed_as_a_browser_reads_it(html: str, text: str) -> None:
    assert inline(html) == {("script", hashed(text))}


@pytest.mark.parametrize(
    "html",
    [
        "<script src=a.js></script>",
        '<script\nsrc="a.js"></script>',
        '<script type="application/json">{}</script>',
        "<script id=x type=application/ld+json>{}</script>",
        "<scripture>a()</scripture>",
        "&lt;script&gt;a()&lt;/script&gt;",
    ],
)
def test_what_does_not_run_needs_no_hash(html: str) -> None:
    assert inline(html) == frozenset()


def test_a_manifest_is_allowed_where_a_page_has_one_and_not_spoken_of_elsewhere() -> None:
    """WebKit does not know the rule and would say so on every page."""
    page = '<html><head><link rel="manifest" href="site.webmanifest"></head></html>'

    assert "manifest-src 'self'" in element(inline(page))
    assert "manifest-src" not in element(inline("<html><head></head></html>"))


def test_a_policy_replaces_an_older_one_and_stands_behind_the_charset_when_it_is_long() -> None:
    page = '<html><head lang="en">\n<meta charset="utf-8"><title>x</title></head></html>'
    short, long = element(frozenset()), element(frozenset(("script", f"'sha256-{n:044}'") for n in range(15)))

    assert with_policy(page, short) == page.replace('<head lang="en">', '<head lang="en">' + short)
    assert with_policy(with_policy(page, short), long) == page.replace('"utf-8">', '"utf-8">' + long)
    assert with_policy("<header>no page</header>", short) == "<header>no page</header>"


def test_a_page_asks_for_no_other_beforehand_however_a_theme_writes_that() -> None:
    """What stands in a comment, in an attribute or in the text is none of it."""
    kept = '<!-- <link rel="next" href="b"> -->\n<meta name="description" content="rel=next >">\n'
    links = '  <link title="On > to" rel=next href=b>\n  <LINK href="c" REL="nofollow Prefetch"/>\n'
    body = '</head><body><p>rel="next"</p></body>'

    assert without_prefetch(f"<head>\n{kept}{links}{body}") == f"<head>\n{kept}{body}"
