"""What feeds tell: each event once when it was added, and each change to one; and which feeds there are.

An entry is named by the record's `uuid` and by the first id of its event, so neither a new address of the site nor a
new id of the event makes it new a second time. Its day is ours, of the addition or of the change: an old event that
enters late arrives as new. A change is an entry of its own, for most feed readers show an entry that they know once.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from timeline.exports.uuids import first_id, names
from timeline.model import Actor, Event, Timeline, Topic, Update
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.settings import Site

CHANGES = {
    "correction": "Correction",
    "withdrawal": "Withdrawal",
    "revision": "Revision",
    "development": "Development",
}


@dataclass(frozen=True, slots=True)
class News:
    """An event that was added, or a change to one."""

    id: str
    day: datetime.date
    event: Event
    update: Update | None = None
    number: int = 0
    """Which change of the event it is, from 1."""

    @property
    def title(self) -> str:
        """In plain text."""
        return f"{CHANGES[self.update.kind]}: {self.event.title}" if self.update else self.event.title


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of news, the latest first."""

    id: str
    title: str
    about: str
    page: str
    """The address of the page that shows the same to people."""
    path: str
    """The address of its files, without what tells their forms apart."""
    news: tuple[News, ...]
    former: tuple[str, ...] = ()
    """Paths under which it was to be had before."""


def feeds(index: Index, site: Site) -> Iterator[Feed]:
    """One of everything, one of what was added, one of what was changed, and one for each topic and each actor."""
    timeline = index.timeline
    name, news = timeline.record.title, _news(index, site)
    own = _urns(timeline, site)
    for path, title, about, told in (
        (urls.FEED, name, "What was added to this record and what was changed in it, the latest first.", news),
        (urls.FEED_ADDED, f"{name}: added", "Events that were added to this record, the latest first.",
         tuple(each for each in news if not each.update)),
        (urls.FEED_CHANGED, f"{name}: corrections and changes",
         "What was put right or said anew in this record, the latest first.",
         tuple(each for each in news if each.update)),
    ):  # fmt: skip
        yield Feed(own(f"feed/{path}"), title, about, urls.UPDATES, path, told)
    by_topic, by_actor = _by_subject(news)
    for topic in timeline.topics:
        yield _of_subject(topic, name, by_topic.get(topic.id, ()), urls.topic, own)
    for actor in timeline.actors:
        yield _of_subject(actor, name, by_actor.get(actor.id, ()), urls.actor, own)


def subject_feed(page: str) -> str:
    """The path of the feed of a topic or an actor, by the address of its page."""
    return f"{page}feed"


def _of_subject(
    subject: Topic | Actor, name: str, news: tuple[News, ...], address: Callable[[str], str], own: Callable[[str], str]
) -> Feed:
    page = address(subject.id)
    former = tuple(subject_feed(address(id)) for id in subject.aliases)
    title, about = f"{subject.name} · {name}", f"What is new in this record about {subject.name}, the latest first."
    return Feed(own(f"feed/{address(first_id(subject))}"), title, about, page, subject_feed(page), news, former)


def _news(index: Index, site: Site) -> tuple[News, ...]:
    """Everything, the latest first; of one day changes before additions, as the page of updates has them."""
    own = _urns(index.timeline, site)
    told = [News(own(f"added/{first_id(event)}"), event.added, event) for event in reversed(index.added)]
    of_one_day: dict[tuple[str, datetime.date], int] = {}
    for changed in sorted(index.changed, key=lambda each: (each.update.on, each.event.id, each.number)):
        event, day = first_id(changed.event), changed.update.on
        place = of_one_day[event, day] = of_one_day.get((event, day), 0) + 1
        id = own(f"changed/{event}/{day}/{place}")
        told.append(News(id, day, changed.event, changed.update, changed.number))
    return tuple(sorted(told, key=lambda each: each.day))[::-1]


def _urns(timeline: Timeline, site: Site) -> Callable[[str], str]:
    own = names(timeline, site)
    return lambda name: own(name).urn


def _by_subject(news: tuple[News, ...]) -> tuple[dict[str, tuple[News, ...]], dict[str, tuple[News, ...]]]:
    topics: dict[str, list[News]] = {}
    actors: dict[str, list[News]] = {}
    for each in news:
        for by_id, ids in ((topics, each.event.topics), (actors, each.event.actors)):
            for id in ids:
                by_id.setdefault(id, []).append(each)
    return {id: tuple(by_id) for id, by_id in topics.items()}, {id: tuple(by_id) for id, by_id in actors.items()}
