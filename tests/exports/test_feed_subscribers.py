"""Who subscribed is told of news once each: feedparser, and a reader on top of it that remembers what it showed."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

import pytest

from tests.exports.feeds import ALL, SITE, Read, files, parsed, titles, words
from timeline.model import Timeline
from timeline.site.settings import NOWHERE, Site


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
