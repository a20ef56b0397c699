"""What `mkdocs build` makes of a record, and when it refuses."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.engines.conftest import Plain
from tests.engines.sites import EVENTS, Site, framed, tree

CLOCK = """\
import datetime, time
_time, _shift = time.time, {shift}
time.time = lambda: _time() + _shift
class _Datetime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.datetime.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.now()
    @classmethod
    def today(cls):
        return cls.now()
datetime.datetime = _Datetime
"""


def test_every_address_of_the_record_becomes_a_page(plain: Plain) -> None:
    built = plain().root / "site"

    pages = {name.removesuffix("index.html") for name in tree(built) if name.endswith("index.html")}
    assert pages >= {"", "timeline/", "sources/", "about/", "events/opening/", "sources/gazette/"}
    assert tree(built).keys() >= {"api/v1/events/opening.json", "api/v1/sources/gazette.json", "api/v1/record.json"}


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_the_sitemap_has_every_page_once_with_the_day_of_the_record(plain: Plain, theme: str) -> None:
    site = plain(theme={"name": theme})
    built = site.root / "site"

    pages = {name.removesuffix("index.html") for name in tree(built) if name.endswith("index.html")}
    pages = {page for page in pages if not framed(page)}
    assert sorted(site.sitemap()) == sorted(f"https://bridges.example/record/{page}" for page in pages)
    text = (built / "sitemap.xml").read_text()
    assert text.count("<lastmod>2026-11-22</lastmod>") == text.count("<lastmod>") == len(pages)


def test_a_site_that_does_not_know_its_address_has_no_canonical_link_and_an_empty_sitemap(site: Site) -> None:
    built = site.build(site_url="")

    assert (built / "events/opening/index.html").exists()
    assert 'rel="canonical"' not in site.html("events/opening/")
    assert site.sitemap() == []


def test_a_site_below_a_path_knows_its_pages_by_their_whole_address(plain: Plain) -> None:
    site = plain()

    link = '<link rel="canonical" href="https://bridges.example/record/events/opening/">'
    assert link in site.html("events/opening/")
    assert 'src="../../assets/' in site.html("events/opening/")


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_search_finds_records_by_their_entries_and_skeletons_not_at_all(plain: Plain, theme: str) -> None:
    entries = plain(theme={"name": theme}).search()
    places = [entry["location"] for entry in entries]
    assert {"events/opening/", "events/hostile/", "events/closing/"} < set(places)
    assert len([place for place in places if place.startswith("events/")]) == 3
    assert not any("zqa" in str(entry) or "kqz" in str(entry) for entry in entries)
    assert "about/" in {place.partition("#")[0] for place in places}


def test_search_entries_are_html_for_material_and_text_for_mkdocs(plain: Plain) -> None:
    material, text = (
        next(entry for entry in plain(theme={"name": theme}).search() if entry["location"] == "events/hostile/")
        for theme in ("material", "mkdocs")
    )

    assert "&lt;script&gt;" in material["title"]
    assert "<script>" not in material["title"] + material["text"]
    assert "<script>x</script>" in text["title"]


def test_a_site_without_search_is_built(site: Site) -> None:
    assert (site.build(plugins=["timeline"]) / "events/opening/index.html").exists()


def test_the_edit_link_of_a_record_leads_to_its_line(site: Site) -> None:
    lines = EVENTS.splitlines()
    line = next(n for n, text in enumerate(lines, 1) if "id: hostile" in text)

    site.build(
        repo_url="https://code.example/o/r", edit_uri="edit/main/docs/",
        theme={"name": "material", "features": ["content.action.edit"]},
    )  # fmt: skip

    assert f'href="https://code.example/o/r/edit/main/data/events.yaml#L{line}"' in site.html("events/hostile/")
    assert "/edit/main/data/sources.yaml#L" in site.html("sources/gazette/")
    assert "/edit/main/docs/about.md" in site.html("about/")
    assert "/edit/" not in site.html("timeline/")


def test_the_edit_link_needs_no_repository_only_an_address(site: Site) -> None:
    site.build(
        edit_uri="https://code.example/o/r/edit/main/docs/",
        theme={"name": "material", "features": ["content.action.edit"]},
    )

    assert 'href="https://code.example/o/r/edit/main/data/events.yaml#L2"' in site.html("events/opening/")


def test_without_a_place_to_edit_no_page_offers_it(site: Site) -> None:
    site.build(theme={"name": "material", "features": ["content.action.edit"]})

    assert 'rel="edit"' not in site.html("events/opening/") + site.html("timeline/") + site.html("about/")


def test_a_page_written_by_hand_takes_the_place_of_ours(site: Site) -> None:
    site.write("docs/index.md", "# By hand\n")
    site.write("docs/events/opening.md", "# Also by hand\n")

    site.build()

    assert "By hand" in site.html("")
    assert "Also by hand" in site.html("events/opening/")
    assert len(site.sitemap()) == len(set(site.sitemap()))
    assert [e["title"] for e in site.search() if e["location"] == "events/opening/"] == ["Also by hand"]


def test_a_home_page_called_home_in_the_navigation_is_shared_under_the_name_of_the_site(site: Site) -> None:
    site.write("docs/index.md", "# By hand\n")

    site.build(nav=[{"Home": "index.md"}, {"About": "about.md"}])

    assert '<meta property="og:title" content="Bridges &amp; more">' in site.html("")
    assert '<meta property="og:title" content="About">' in site.html("about/")


def test_the_ledger_beside_the_record_is_told_on_the_page_of_its_document(site: Site) -> None:
    entry = "{url: https://gazette.example/bridge, state: gone, since: 2026-11-02, checked: 2026-11-09}"
    site.write("data/links.yaml", f"links:\n  - {entry}\n")

    site.build()

    assert "No longer at its address since" in site.html("sources/gazette/")
    assert "No longer at its address" not in site.html("sources/courier/")


def test_pages_written_by_hand_cite_the_record(plain: Plain) -> None:
    assert '<a href="../events/opening/"' in plain().html("about/")


def test_pages_written_by_hand_show_a_part_of_the_timeline(site: Site) -> None:
    site.write(
        "docs/deep/story.md", "# Story\n\n## Beginning\n\n::: timeline\nto: 2025\nkind: release, statement\n:::\n"
    )

    site.build()

    assert '<h3 class="tl-title"><a href="../../events/opening/">The bridge opens</a></h3>' in site.html("deep/story/")
    assert "../../events/hostile/" in site.html("deep/story/")
    assert "../../events/closing/" not in site.html("deep/story/")
    assert '<a href="../../timeline/">All 3 events in order</a>' in site.html("deep/story/")


def test_links_written_by_hand_may_point_into_our_pages(site: Site) -> None:
    site.write("docs/about.md", "[All](timeline/index.md), [[opening]], [x](timeline/index.md#nowhere)\n")
    site.configure(validation={"anchors": "warn", "unrecognized_links": "warn", "absolute_links": "warn"})

    run = site.command("build", "--strict")

    assert run.stderr.count("WARNING") == 1
    assert "does not contain an anchor '#nowhere'" in run.stderr


def test_our_style_sheet_comes_before_the_site_s_own(site: Site) -> None:
    site.write("docs/own.css", "body {}")

    built = site.build(extra_css=["own.css"])

    html = site.html("events/opening/")
    assert (built / "assets/timeline/timeline.css").exists()
    assert html.index("../../assets/timeline/timeline.css") < html.index("../../own.css")


def test_the_theme_s_style_sheets_lie_below_ours_and_the_site_s_own_above(site: Site) -> None:
    site.write("docs/own.css", "body {}")
    site.write("overrides/assets/stylesheets/house.css", "a {}")

    theme = {"name": "material", "font": False, "custom_dir": str(site.root / "overrides")}
    built = site.build(extra_css=["own.css"], theme=theme)

    of_the_theme = [path for path in (built / "assets/stylesheets").glob("*.css") if path.name != "house.css"]
    assert {path.name.partition(".")[0] for path in of_the_theme} == {"main", "palette"}
    for path in of_the_theme:
        assert path.read_text(encoding="utf-8").startswith("@layer theme {\n"), path.name
    assert (built / "own.css").read_text(encoding="utf-8") == "body {}"
    assert (built / "assets/stylesheets/house.css").read_text(encoding="utf-8") == "a {}"


def test_the_navigation_may_name_our_pages(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    nav = [{"Chronicle": "timeline/index.md"}, {"About": "about.md"}]
    site.build(nav=nav, validation={"omitted_files": "warn"})

    assert "Chronicle" in site.html("events/opening/")
    assert "not included" not in caplog.text


def test_the_folder_is_found_beside_mkdocs_yml_and_not_where_somebody_stands(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(os.sep))

    site.build(edit_uri="https://x.example/edit/docs/", theme={"name": "mkdocs"})

    assert "https://x.example/edit/data/events.yaml#L2" in site.html("events/opening/")


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_one_record_makes_the_same_bytes_on_any_day_in_any_zone(site: Site, theme: str) -> None:
    """The clock, the time zone and the order of sets differ; nothing else does."""
    site.configure(theme={"name": theme})
    for name, shift, zone, seed in (
        ("one", 0, "Pacific/Kiritimati", "1"),
        ("two", 40_000_000, "Pacific/Midway", "2"),
    ):
        clock = site.write(f"{name}-clock/sitecustomize.py", CLOCK.format(shift=shift)).parent
        paths = os.pathsep.join(filter(None, [str(clock), os.environ.get("PYTHONPATH")]))
        run = site.process("build", "-d", name, PYTHONPATH=paths, TZ=zone, PYTHONHASHSEED=seed)
        assert run.returncode == 0, run.stderr

    assert tree(site.root / "one") == tree(site.root / "two")
