"""The files of feeds: archives, forms, addresses, and the ways that lead to them."""

from __future__ import annotations

import json
import re

from tests.exports.feeds import ALL, SITE, Read, files, parsed, titles
from timeline.exports.feeds.paging import LENGTH
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.pages import render
from timeline.site.settings import NOWHERE


def test_a_long_feed_goes_on_in_archives_that_hold_every_entry_once(read_record: Read) -> None:
    number = 3 * LENGTH + 7
    few = "events:\n" + "".join(
        f"  - {{id: e-{n}, added: '2025-{n // 28 + 1:02}-{n % 28 + 1:02}'}}\n" for n in range(number)
    )
    found = files(read_record(few))

    def chain(path: str) -> list[str]:
        """The entries from the latest on, as a reader walks back."""
        feed = parsed(found[path])
        links = {link.rel: link.href.removeprefix(SITE.address) for link in feed.feed.links}
        assert links["self"] == path
        assert (links.get("current", path), "fh_archive" in feed.feed) == (ALL, path != ALL)
        if "prev-archive" in links and path != ALL:
            assert parsed(found[links["prev-archive"]]).feed.links[-1].rel in ("next-archive", "current")
        older = chain(links["prev-archive"]) if "prev-archive" in links else []
        return [entry.title for entry in feed.entries] + older

    assert chain(ALL) == [f"E {n}" for n in reversed(range(number))]
    assert LENGTH <= len(titles(found[ALL])) < 2 * LENGTH
    more = files(read_record(few + "  - {id: late, added: 2025-12-31}\n"))
    assert [path for path in found if "feed-" in path and found[path] != more[path]] == []

    for path in ("updates/added.xml", "updates/added.json"):
        assert "E 156" in found[path]
        assert "E 106" not in found[path], "what is older stands in the feed of all"
    assert not [path for path in found if re.search(r"added-\d", path)]

    items, path = [], "updates/feed.json"
    while path:
        page = json.loads(found[path])
        items += [item["title"] for item in page["items"]]
        path = page.get("next_url", "").removeprefix(SITE.address)
    assert items == chain(ALL)


def test_what_is_corrected_late_comes_to_the_front_and_leaves_its_archive_as_it_was(read_record: Read) -> None:
    """Of an entry in two files the later one counts (RFC 5005); pages of JSON Feed have each entry once."""
    events = [f"{{id: e-{n}, added: '2025-{n // 28 + 1:02}-{n % 28 + 1:02}'}}" for n in range(3 * LENGTH)]
    before = files(read_record(f"events: [{', '.join(events)}]"))
    events[7] = events[7][:-1] + ", updates: [{on: 2026-01-01, kind: correction, text: We had it wrong.}]}"
    after = files(read_record(f"events: [{', '.join(events)}]"))

    entry = parsed(after[ALL]).entries[0]
    assert (entry.title, entry.updated) == ("E 7", "2026-01-01T00:00:01Z")
    archives = sorted(path for path in before if re.fullmatch(r"updates/feed-\d\.xml", path))
    assert len(archives) == 2
    for path in archives:
        assert [e.id for e in parsed(before[path]).entries] == [e.id for e in parsed(after[path]).entries]
    (old,) = (e for e in parsed(after["updates/feed-1.xml"]).entries if e.id == entry.id)
    assert old.updated == entry.published < entry.updated

    ids = [
        item["id"]
        for path in ("feed", "feed-2", "feed-1")
        for item in json.loads(after[f"updates/{path}.json"])["items"]
    ]
    assert len(ids) == len(set(ids)) == len(events)
    assert ids[0] == entry.id


def test_both_forms_tell_the_same(sample: Timeline) -> None:
    found = files(sample)
    feeds = [path for path in found if path.endswith(".xml")]
    assert len(feeds) > 10
    for path in feeds:
        atom, other = parsed(found[path]), json.loads(found[path.removesuffix("xml") + "json"])
        assert other["version"] == "https://jsonfeed.org/version/1.1"
        assert [(e.id, e.title, e.link, e.published) for e in atom.entries] == [
            (item["id"], item["title"], item["url"], item["date_published"]) for item in other["items"]
        ]
        assert all(item["content_html"] for item in other["items"])


def test_a_site_that_does_not_know_its_address_has_feeds_with_links_from_where_they_lie(sample: Timeline) -> None:
    found = files(sample, NOWHERE)

    assert [path for path in found if path.endswith(".json")] == []
    assert all(e.link.startswith("../events/") for e in parsed(found[ALL]).entries)
    assert all(e.link.startswith("../../events/") for e in parsed(found["topics/bridge/feed.xml"]).entries)


def test_a_record_without_events_has_feeds_to_wait_with(timeline_from_doc: Timeline) -> None:
    """
    record: {title: Nothing yet, through: 2026-01-01}
    """
    feed = parsed(files(timeline_from_doc)[ALL])

    assert (feed.entries, feed.feed.title, feed.feed.updated) == ([], "Nothing yet", "2026-01-01T00:00:00Z")


def test_every_page_leads_to_the_feed_of_all_and_each_subject_to_its_own_first(sample: Timeline) -> None:
    found = files(sample)
    for site in (SITE, NOWHERE):
        pages: dict[str, Page] = {page.address: page for page in render(sample, site)}
        for address, page in pages.items():
            links = re.findall(
                r'<link rel="alternate feed" type="application/(?:atom\+xml|feed\+json)" href="([^"]*)"', page.head
            )
            led = [link.removeprefix("../" * address.count("/")) for link in links]
            own = [f"{address}feed.xml"] if address.startswith(("topics/", "actors/", "places/")) else []
            assert [path for path in led if path.endswith(".xml")] == [*own, ALL]
            assert set(led) <= found.keys()


def test_the_page_of_updates_lists_the_feeds_and_a_topic_its_own(sample: Timeline) -> None:
    pages = {page.address: page.body for page in render(sample, SITE)}

    for name in ("feed", "added", "changed"):
        assert (
            f'<a href="../updates/{name}.xml">Atom</a> or <a href="../updates/{name}.json">JSON Feed</a>'
            in pages["updates/"]
        )
    assert 'href="../../topics/bridge/feed.xml"' in pages["topics/bridge/"]
