"""What feeds tell: each event once, with the moment of its last change, and each change; and which feeds there are.

An entry is named by the record's `uuid` and by the first id of its event, so neither a new address of the site nor a
new id of the event makes it new a second time. Where the words of the site are in another language than its record,
that language is part of the name: one name is one entry to whoever reads both sites (RFC 4287, 4.1.1), and these are
two texts. Its days are ours, of the addition and of the last change: an old event that enters late arrives as new. In
the feed of changes, each of them is an entry of its own.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from timeline.exports.uuids import first_id, names
from timeline.language import gettext as _
from timeline.model import Event, Subject, Timeline, Update
from timeline.queries.index import Index
from timeline.site import kind_names, text_language, urls
from timeline.site.settings import Site


def change_words(update: Update) -> str:
    """What sort of change it was: "Correction"."""
    return kind_names.sentence_case(kind_names.of_update(update))


@dataclass(frozen=True, slots=True)
class News:
    """An entry as it was told at one moment: an event when it was added or changed, or a change by itself."""

    id: str
    event: Event
    published: datetime.datetime
    updated: datetime.datetime
    changes: tuple[tuple[int, Update], ...] = ()
    """What was changed on the day of `updated`, each with its number among the changes of the event, from 1."""
    change: bool = False
    """Whether it tells of one change and not of the event."""
    latest: bool = True
    """Whether the entry was not changed after that."""

    @property
    def title(self) -> str:
        """In plain text."""
        return f"{change_words(self.changes[0][1])}: {self.event.title}" if self.change else self.event.title


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
    whole: bool = False
    """Whether what it told before can be had from it as well."""


def language_of_feed(timeline: Timeline, feed: Feed) -> str:
    """The language of a feed's title where it is that of the record and not in the language of the site."""
    title = timeline.record.title
    return text_language.other_than_here(timeline.record, title) if feed.title == title else ""


def language_of_news(timeline: Timeline, news: News) -> str:
    """The same of an entry's title; that of a change begins with words of the site."""
    return "" if news.change else text_language.other_than_here(timeline.record, news.title)


def feeds(index: Index, site: Site) -> Iterator[Feed]:
    """One of everything, one of what was added, one of what was changed, and one for each topic, actor and place."""
    timeline = index.timeline
    name, own = timeline.record.title, _urns(timeline, site)
    events = index.added[::-1]
    news = _latest_first(each for event in events for each in _versions(event, own))
    for path, title, about, told in (
        (urls.FEED, name, _("What was added to this record and what was changed in it, the latest first."), news),
        (urls.FEED_ADDED, _("{name}: added").format(name=name),
         _("Events that were added to this record, the latest first."),
         _latest_first(_added(event, own) for event in events)),
        (urls.FEED_CHANGED, _("{name}: corrections and changes").format(name=name),
         _("What was put right or said anew in this record, the latest first."),
         _latest_first(each for event in events for each in _changes(event, own))),
    ):  # fmt: skip
        yield Feed(own(f"feed/{path}"), title, about, urls.UPDATES, path, told, whole=path == urls.FEED)
    subjects: tuple[tuple[tuple[Subject, ...], Callable[[Event], tuple[str, ...]], Callable[[str], str]], ...] = (
        (timeline.topics, lambda event: event.topics, urls.topic),
        (timeline.actors, lambda event: event.actors, urls.actor),
        (timeline.places, lambda event: event.places, urls.place),
    )
    for records, ids, address in subjects:
        told_of = _by_subject(news, ids)
        for record in records:
            yield _of_subject(record, name, told_of.get(record.id, ()), address, own)


def subject_feed(page: str) -> str:
    """The path of the feed of a topic or an actor, by the address of its page."""
    return f"{page}feed"


def _of_subject(
    subject: Subject, name: str, news: tuple[News, ...], address: Callable[[str], str], own: Callable[[str], str]
) -> Feed:
    page = address(subject.id)
    former = tuple(subject_feed(address(id)) for id in subject.aliases)
    about = _("What is new in this record about {name}, the latest first.").format(name=subject.name)
    title = f"{subject.name} · {name}"
    return Feed(own(f"feed/{address(first_id(subject))}"), title, about, page, subject_feed(page), news, former)


def _moment(day: datetime.date, place: int = 0) -> datetime.datetime:
    """The beginning of a day of ours, in UTC, and a second for each change of an event on that day: a later change has
    to be later, and formats of feeds know nothing shorter than moments.
    """
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC) + datetime.timedelta(seconds=place)


def _added(event: Event, own: Callable[[str], str]) -> News:
    day = _moment(event.added)
    return News(own(f"added/{first_id(event)}"), event, day, day)


def _versions(event: Event, own: Callable[[str], str]) -> Iterator[News]:
    """The entry of an event, as it was added and as it stood after each day on which it was changed."""
    first = _added(event, own)
    days = list(_by_day(event))
    last = days[-1][0] if days else None
    yield News(first.id, event, first.published, first.updated, latest=last is None)
    for day, changes in days:
        at = max(_moment(day, len(changes)), _moment(event.added, len(changes)))
        yield News(first.id, event, first.published, at, changes, latest=day == last)


def _changes(event: Event, own: Callable[[str], str]) -> Iterator[News]:
    """Each change as an entry of its own, named by its day and its place there: later ones take no name from it."""
    for day, changes in _by_day(event):
        for place, change in enumerate(changes, 1):
            at = _moment(day, place)
            yield News(own(f"changed/{first_id(event)}/{day}/{place}"), event, at, at, (change,), change=True)


def _by_day(event: Event) -> Iterator[tuple[datetime.date, tuple[tuple[int, Update], ...]]]:
    """The changes of each day, the first day first; authors write them in any order."""
    numbered = sorted(enumerate(event.updates, 1), key=lambda each: each[1].on)
    for day, changes in groupby(numbered, key=lambda each: each[1].on):
        yield day, tuple(changes)


def _latest_first(news: Iterator[News]) -> tuple[News, ...]:
    """Of one day what was changed before what was added, as the page of updates has them."""
    return tuple(sorted(news, key=lambda each: each.updated))[::-1]


def _urns(timeline: Timeline, site: Site) -> Callable[[str], str]:
    own, language = names(timeline, site), text_language.beside_own(timeline.record)
    ending = f"/{language}" if language else ""
    return lambda name: own(name + ending).urn


def _by_subject(news: tuple[News, ...], ids: Callable[[Event], tuple[str, ...]]) -> dict[str, tuple[News, ...]]:
    by_id: dict[str, list[News]] = {}
    for each in news:
        for id in ids(each.event):
            by_id.setdefault(id, []).append(each)
    return {id: tuple(told) for id, told in by_id.items()}
