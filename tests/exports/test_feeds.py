"""Feeds as other people's programs read them: feedparser, and a reader on top of it that remembers what it showed."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import fromstring

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exports.export import Publication
from timeline.exports.feeds import ATOM, JSON_FEED
from timeline.exports.feeds.content import xhtml
from timeline.exports.feeds.paging import LENGTH
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.pages import render
from timeline.queries.index import Index
from timeline.site import inline
from timeline.site.settings import NOWHERE, Site

SITE = Site("Bridges & more", "https://bridges.example/record/")
ALL = "updates/feed.xml"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Read = Callable[[str], Timeline]


def files(timeline: Timeline, site: Site = SITE) -> dict[str, str]:
    publication = Publication(Index(timeline), site)
    made = [*ATOM.whole(publication), *ATOM.single(publication)]
    if site.address:
        made += [*JSON_FEED.whole(publication), *JSON_FEED.single(publication)]
    found = [(file.path, file.text) for file in made]
    assert len(dict(found)) == len(found), "two files at one address"
    return dict(found)


def parsed(text: str) -> Any:
    """A feed as feedparser takes it in, which tells of whatever is not well-formed."""
    feed = feedparser.parse(io.BytesIO(text.encode()))
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def titles(text: str) -> list[str]:
    return [entry.title for entry in parsed(text).entries]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@dataclass
class Subscriber:
    """A reader with a memory: an entry is news when it was never shown, for some readers also when it was changed."""

    path: str = ALL
    watches_changes: bool = True
    shown: dict[str, str] = field(default_factory=dict)

    def looks(self, timeline: Timeline) -> list[str]:
        news = []
        for entry in parsed(files(timeline)[self.path]).entries:
            if entry.id not in self.shown or (self.watches_changes and self.shown[entry.id] < entry.updated):
                news.append(entry.title)
            self.shown[entry.id] = entry.updated
        return news


# -- who subscribes --------------------------------------------------------------------------------

BEFORE = """
record: {uuid: 1fbcea2d-ce91-4cc7-b1fc-114d901f5935, through: 2026-01-01}
topics: [{id: bridge}]
events:
  - {id: opening, added: 2025-12-01, date: 2025-05, topics: bridge}
  - {id: flood, added: 2025-12-01, date: 2024, topics: bridge, title: The flood}
"""
AFTER = """
record: {uuid: 1fbcea2d-ce91-4cc7-b1fc-114d901f5935, through: 2026-01-20}
topics: [{id: crossing, aliases: bridge}]
events:
  - {id: opened, aliases: opening, added: 2025-12-01, date: 2025-05, topics: crossing, title: Opening}
  - {id: flood, added: 2025-12-01, date: 2024-03, topics: crossing, title: The flood,
     updates: [{on: 2026-01-20, kind: correction, text: We had no month.}]}
  - {id: promise, added: 2026-01-19, date: 1931, topics: crossing, title: The promise}
"""


@pytest.mark.parametrize("path", [ALL, "topics/bridge/feed.xml"])
def test_who_subscribed_is_told_of_two_news_once_each_and_not_of_a_new_name(read_record: Read, path: str) -> None:
    """An old event enters late, another is corrected, a third and its topic get another id."""
    subscriber = Subscriber(path)
    assert sorted(subscriber.looks(read_record(BEFORE))) == ["Opening", "The flood"]

    assert subscriber.looks(read_record(AFTER)) == ["The flood", "The promise"]
    assert subscriber.looks(read_record(AFTER)) == []
    assert len(subscriber.shown) == 3


@pytest.mark.parametrize("watches_changes", [True, False])
def test_who_follows_additions_and_changes_is_told_of_the_same_two_whatever_the_reader_watches(
    read_record: Read, watches_changes: bool
) -> None:
    """Some readers know an entry by its id alone and miss that it was changed; there each change is an entry."""
    added, changed = (Subscriber(f"updates/{name}.xml", watches_changes) for name in ("added", "changed"))
    before, after = read_record(BEFORE), read_record(AFTER)
    assert sorted(added.looks(before)) == ["Opening", "The flood"]
    assert changed.looks(before) == []

    assert (added.looks(after), changed.looks(after)) == (["The promise"], ["Correction: The flood"])
    assert (added.looks(after), changed.looks(after)) == ([], [])


def test_each_change_moves_what_the_entry_of_its_event_gives_as_updated(read_record: Read) -> None:
    """The second of one day does too, and one on the day on which the event was added."""
    changes = (
        "{on: 2025-12-01, kind: correction, text: One.}",
        "{on: 2025-12-20, kind: revision, text: Two.}",
        "{on: 2025-12-20, kind: correction, text: Three.}",
    )
    names, moments = set(), []
    for number in range(4):
        found = files(read_record(f"events: [{{id: e, added: 2025-12-01, updates: [{', '.join(changes[:number])}]}}]"))
        (entry,) = parsed(found[ALL]).entries
        (item,) = json.loads(found["updates/feed.json"])["items"]
        assert item["date_published"] == entry.published == "2025-12-01T00:00:00Z"
        assert item.get("date_modified", entry.published) == entry.updated == parsed(found[ALL]).feed.updated
        names |= {entry.id, item["id"]}
        moments.append(entry.updated)

    assert len(names) == 1
    assert moments == [
        "2025-12-01T00:00:00Z", "2025-12-01T00:00:01Z", "2025-12-20T00:00:01Z", "2025-12-20T00:00:02Z",
    ]  # fmt: skip
    assert words(entry.content[0].value).startswith(
        "Revision of 20 December 2025 Two. Correction of 20 December 2025 Three. "
    )


def test_what_is_added_and_what_is_changed_can_be_followed_apart(read_record: Read) -> None:
    found = files(read_record(AFTER))

    assert titles(found["updates/added.xml"]) == ["The promise", "Opening", "The flood"]
    assert titles(found["updates/changed.xml"]) == ["Correction: The flood"]


def test_a_second_new_name_and_a_new_address_of_the_site_are_no_news(read_record: Read) -> None:
    once = read_record(AFTER)
    again = read_record(AFTER.replace("id: opened, aliases: opening", "id: opens, aliases: [opening, opened]"))

    def names(timeline: Timeline, site: Site) -> list[str]:
        return [entry.id for entry in parsed(files(timeline, site)[ALL]).entries]

    elsewhere = Site("Moved", "https://elsewhere.example/")
    assert names(once, SITE) == names(again, SITE) == names(once, elsewhere) == names(once, NOWHERE)


def test_two_changes_of_one_day_are_two_and_a_later_one_leaves_them_their_names(read_record: Read) -> None:
    """Whoever writes the latest change first takes no name from those below."""
    two = "{on: 2026-01-02, kind: revision, text: One.}, {on: 2026-01-02, kind: revision, text: Two.}"
    before = f"events: [{{id: e, updates: [{two}]}}]"
    after = f"events: [{{id: e, updates: [{{on: 2026-01-09, kind: withdrawal, text: Three.}}, {two}]}}]"
    subscriber = Subscriber("updates/changed.xml")

    assert subscriber.looks(read_record(before)) == ["Revision: E", "Revision: E"]
    assert subscriber.looks(read_record(after)) == ["Withdrawal: E"]


def test_two_records_never_share_a_name(read_record: Read) -> None:
    names = []
    for record in ("{uuid: 1fbcea2d-ce91-4cc7-b1fc-114d901f5935}", "{uuid: 5a0d6a4e-3b54-4c0e-9d0e-1f0f6b1c2d3e}",
                   "{title: One}", "{title: Two}"):  # fmt: skip
        text = files(read_record(f"record: {record}\nevents: [{{id: e}}]"), NOWHERE)[ALL]
        names += re.findall("<id>(.*?)</id>", text)

    assert len(set(names)) == len(names) == 8
    assert all(name.startswith("urn:uuid:") for name in names)


# -- what an entry says ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-05~", "About May 2025"),
        ("2025-05/..", "From May 2025"),
        ("../2025-05", "Until May 2025"),
        ("2025-21", "Spring 2025"),
        ("202X", "The 2020s"),
        ("[2025-05-01..2025-05-03]", "Between 1 and 3 May 2025"),
    ],
)
def test_a_vague_date_is_said_in_words_and_made_no_day(read_record: Read, date: str, said: str) -> None:
    timeline = read_record(f"events: [{{id: e, date: '{date}', added: 2025-12-24}}]")
    found = files(timeline)

    assert words(parsed(found[ALL]).entries[0].content[0].value).startswith(f"{said} · reported · ")
    assert {day for text in found.values() for day in DAY.findall(text)} == {"2025-12-24", "2026-01-01"}


def test_an_entry_says_what_happened_how_sure_it_is_and_what_others_say(timeline_from_doc: Timeline) -> None:
    """
    sources: [{id: gazette}, {id: herald, relays: gazette}]
    events:
      - id: opening
        added: 2026-01-01
        date: 2025-05
        course: cancelled
        summary: The bridge was **not** opened.
        rivals: [{date: 2025-06~, cite: herald}, {date: 2025, cite: gazette}]
        claims:
          - {id: a, text: It opens., cite: [gazette, herald]}
          - {text: It does not., cite: herald, disputes: a}
    """
    entry = parsed(files(timeline_from_doc)[ALL]).entries[0]

    assert words(entry.content[0].value) == (
        "May 2025 · cancelled · reported · 2 sources, 1 independent · 1 dispute "
        "The bridge was not opened. "
        "Also dated: about June 2025 and 2025 "
        "Added to the record on 1 January 2026"
    )
    assert "<strong>not</strong>" in entry.content[0].value
    assert entry.link == "https://bridges.example/record/events/opening/"
    assert (entry.published, entry.updated) == ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z")


def test_a_change_says_what_we_had_wrong_and_leads_to_its_place(timeline_from_doc: Timeline) -> None:
    """
    events:
      - {id: opening, added: 2025-11-01, date: 2025-05~, title: "It opens", claims: [{text: It opens.}],
         updates: [{on: 2025-12-01, kind: revision, text: One.},
                   {on: 2026-01-07, kind: correction, text: We had *June*}]}
    """
    found = files(timeline_from_doc)
    feed = parsed(found["updates/changed.xml"])

    assert feed.feed.updated == "2026-01-07T00:00:01Z"
    assert [entry.title for entry in feed.entries] == ["Correction: It opens", "Revision: It opens"]
    assert feed.entries[0].link == "https://bridges.example/record/events/opening/#_update-2"
    assert (
        words(feed.entries[0].content[0].value) == "Correction of 7 January 2026 We had June It opens , about May 2025"
    )
    (entry,) = parsed(found[ALL]).entries
    assert (entry.title, entry.link) == ("It opens", "https://bridges.example/record/events/opening/")
    assert words(entry.content[0].value).startswith(
        "Correction of 7 January 2026 We had June About May 2025 · reported · "
    )
    assert 'events/opening/#_update-2">Correction of 7 January 2026</a>' in entry.content[0].value


HARD = 'Wir & "die", 他们说, שלום לכם, كيف, a < b > c, it\'s 🦊, ]]> = +1'


def test_whatever_a_record_says_comes_out_as_it_went_in(read_record: Read) -> None:
    said = json.dumps(HARD, ensure_ascii=False)
    timeline = read_record(
        f"record: {{title: {said}}}\ntopics: [{{id: t, name: {said}}}]\n"
        f"events: [{{id: e, title: {said}, topics: t, claims: [{{text: {said}}}],"
        f" updates: [{{on: 2026-01-02, kind: revision, text: {said}}}]}}]"
    )
    found = files(timeline)
    feed = parsed(found[ALL])
    other = json.loads(found["updates/feed.json"])

    assert feed.feed.title == feed.feed.author == HARD
    assert [entry.title for entry in feed.entries] == [HARD]
    assert titles(found["updates/changed.xml"]) == [f"Revision: {HARD}"]
    assert [entry.tags[0].label for entry in feed.entries] == [HARD]
    assert [item["title"] for item in other["items"]] == [HARD]
    assert other["items"][0]["tags"] == [HARD]
    for said in (entry.content[0].value for entry in feed.entries):
        assert inline.plain(HARD).replace("<", "&lt;").replace(">", "&gt;").replace("&", "&amp;", 1) in said


def test_what_is_written_from_right_to_left_says_so_in_a_feed(read_record: Read) -> None:
    timeline = read_record("events: [{id: delay, title: הגשר לא ייפתח!, summary: הגשר *לא* ייפתח.}]")

    (entry,) = json.loads(files(timeline)["updates/feed.json"])["items"]
    assert '<p dir="auto">הגשר <em>לא</em> ייפתח.</p>' in entry["content_html"]


TYPED = [
    *"ab *_`[]()<>&\"'!=+-#\\/:;,.",
    "\u00a0",
    "他",
    "ש",
    "🦊",
    "&nbsp;",
    "https://x.example/",
    "<a href='",
    "</a>",
]


@given(st.lists(st.sampled_from(TYPED)).map("".join))
def test_no_sentence_makes_a_feed_that_is_not_well_formed_or_says_something_else(said: str) -> None:
    """Authors write Markdown and HTML; who reads the feed reads what stands on the page."""
    (read,) = fromstring(f"<div><p>{xhtml(said)}</p></div>")

    assert "".join(read.itertext()).split() == inline.html(said).striptags().split()


# -- files -----------------------------------------------------------------------------------------


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
            own = [f"{address}feed.xml"] if address.startswith(("topics/", "actors/")) else []
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
