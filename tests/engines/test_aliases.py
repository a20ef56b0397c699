"""What was cited by a former id is found: its page, what was taken along, and links that name it."""

from __future__ import annotations

import re

import pytest

from tests.engines.sites import Site
from timeline.loader import load
from timeline.pages.registry import render
from timeline.queries.selection import Selection, select

RECORD = """\
record: {title: The harbour bridge, through: 2026-11-22}
sources:
  - {id: gazette, aliases: [the-gazette], title: Bridge opens, publisher: Harbour Gazette, issued: 2025-06-04,
     language: en, url: https://gazette.example/1, kind: original-reporting}
  - {id: courier, title: Bridge opened, publisher: Courier, issued: 2025-07-04,
     language: en, url: https://courier.example/1, kind: original-reporting}
actors: [{id: works, aliases: [bridge-works], name: Bridge works, kind: company}]
topics: [{id: bridge, aliases: [the-bridge], name: Bridge}]
events:
  - id: opening
    aliases: [bridge-opens, first-opening]
    added: 2026-11-01
    date: 2025-05
    title: The bridge opens
    key: true
    kind: release
    status: reported
    actors: works
    topics: bridge
    claims:
      - {id: opened, aliases: [claim-1, in-may], text: The bridge opened in May., cite: gazette}
      - {text: A band played., cite: courier}
      - {text: It opened in June., cite: courier, disputes: opened}
"""
DAYS = "days.json"
"""Which only the page beside it asks for."""
FORMER = {
    "events/bridge-opens/": "events/opening/",
    "events/first-opening/": "events/opening/",
    "sources/the-gazette/": "sources/gazette/",
    "actors/bridge-works/": "actors/works/",
    "topics/the-bridge/": "topics/bridge/",
    "embed/growth-bridge-opens/": "embed/growth-opening/",
    "embed/disputes/bridge-opens_in-may/": "embed/disputes/opening_opened/",
    "print/topics/the-bridge/": "print/topics/bridge/",
}


@pytest.fixture
def renamed(site: Site) -> Site:
    for name in ("sources", "events"):
        (site.root / f"data/{name}.yaml").unlink()
    site.write("data/record.yaml", RECORD)
    site.write("docs/about.md", "# About\n\nIt began with [[bridge-opens#in-may]], as one says [@the-gazette].\n")
    return site


def test_an_old_address_says_where_its_page_has_gone_and_goes_there(renamed: Site) -> None:
    renamed.build(strict=True)

    for old, new in FORMER.items():
        page = renamed.html(old)
        there = "../" * old.count("/") + new
        assert f'<meta http-equiv="refresh" content="0; url={there}">' in page
        assert f'<link rel="canonical" href="https://bridges.example/record/{new}">' in page
        assert '<meta name="robots" content="noindex">' in page
        assert re.search(rf'<p>It is now at <a href="{re.escape(there)}">[^<]+</a>\.</p>', page)
    assert all(old not in renamed.file("sitemap.xml") for old in FORMER)


def test_files_of_an_old_id_stay_where_they_were_taken_from(renamed: Site) -> None:
    renamed.build(strict=True)

    for form in ("svg", "csv"):
        assert renamed.file(f"charts/growth-bridge-opens.{form}")
    assert renamed.file("charts/growth-first-opening.csv") == renamed.file("charts/growth-opening.csv")
    pages = {old: new for old, new in FORMER.items() if not old.startswith(("embed/", "print/"))}
    beside = {path.name for new in pages.values() for path in (renamed.root / "site" / new).iterdir()}
    for name in beside - {"index.html", DAYS}:
        for old, new in pages.items():
            there = (renamed.root / "site" / new / name).exists()
            assert not there or renamed.file(old + name) == renamed.file(new + name), old + name
    assert beside >= {"index.md", "citation.ris", "oembed.json", "feed.xml", "feed.json"}
    assert '"moved":{"id":"opening","file":"opening.json"}' in renamed.file("api/v1/events/first-opening.json")


def test_a_page_that_names_old_ids_links_to_those_of_today(renamed: Site) -> None:
    links = "[one](events/bridge-opens/index.md#in-may) [two](sources/the-gazette/) [[first-opening|three]]"
    block = "::: timeline\ntopic: the-bridge\n:::"
    renamed.write("docs/index.md", f"# Home\n\n{links}\n\n[five]: actors/bridge-works/\n\n[five]\n\n{block}\n")
    renamed.build(strict=True)

    about, home = renamed.html("about/"), renamed.html("")
    assert '<a href="../events/opening/#opened"' in about
    assert 'href="../sources/gazette/"' in about
    for link in ("events/opening/#in-may", "sources/gazette/", "events/opening/", "actors/works/"):
        assert re.search(rf'href="(\./)?{re.escape(link)}', home), link
    assert not re.search("bridge-opens|first-opening|the-gazette|bridge-works", home.partition("<h1")[2])
    assert "The bridge opens" in home


def test_an_old_anchor_of_a_claim_stands_where_the_claim_stands(renamed: Site) -> None:
    renamed.build(strict=True)

    claim = renamed.html("events/opening/").partition('id="opened"')[2]
    assert claim.index('<span id="in-may">') < claim.index("The bridge opened in May")
    assert claim.index('<span id="claim-1">') < claim.index("The bridge opened in May")


def test_a_question_in_dispute_is_reached_by_former_ids_of_its_event_and_claim(renamed: Site) -> None:
    found = {page.address: page.body for page in render(load(renamed.root / "data").timeline)}["disputes/"]

    assert all(f'id="{name}"' in found for name in ("opening_opened", "opening_in-may", "first-opening_claim-1"))


@pytest.mark.parametrize("page_cache", [True, False])
def test_the_navigation_may_name_a_page_by_its_old_address(renamed: Site, page_cache: bool) -> None:
    nav = [{"About": "about.md"}, {"The opening": "events/bridge-opens/index.md"}]
    plugins = ["search", {"timeline": {"page_cache": page_cache}}]
    renamed.build(strict=True, nav=nav, plugins=plugins, validation={"omitted_files": "warn"})

    assert re.search(r'href="\.\./events/opening/"', renamed.html("about/"))
    assert "The bridge opened in May" in renamed.html("events/opening/")


def test_old_addresses_work_where_addresses_are_files(renamed: Site) -> None:
    renamed.build(strict=True, use_directory_urls=False)

    page = renamed.html("events/bridge-opens/")
    assert 'content="0; url=../../events/opening/index.html"' in page
    assert '<a href="../../events/opening/index.html">' in page


def test_what_somebody_wrote_by_hand_at_an_old_address_stands(renamed: Site) -> None:
    renamed.write("docs/events/bridge-opens/index.md", "# Kept by hand\n")
    renamed.build()

    assert "Kept by hand" in renamed.html("events/bridge-opens/")


@pytest.mark.parametrize("typed", ["bridge-opens", "first opening", "the-bridge", "bridge-works"])
def test_a_search_for_an_old_id_finds_the_record_of_today(renamed: Site, typed: str) -> None:
    found = select(load(renamed.root / "data").timeline, Selection(q=typed))

    assert [event.id for event in found.events] == ["opening"]
