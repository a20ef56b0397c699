"""What names mean that a reader meets before anybody has said so: in the record's own line about each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from timeline.html.environment import environment
from timeline.model import Location, Subject, Timeline, Topic
from timeline.site import urls
from timeline.site.urls import Links

MOST = 3
"""So many names are explained in one place."""


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something with a line about it."""

    name: str
    about: str
    link: str


def explained(
    timeline: Timeline,
    links: Links,
    texts: Iterable[str],
    *,
    but: Collection[str] = (),
    among: Collection[str] | None = None,
    most: int = MOST,
) -> Markup:
    """The names that stand in some texts, in the order in which they are met, each with its line.

    Of those that the record says nothing about, nothing is said. `but` are ids that need no word, and where there is
    `among`, all others need none.
    """
    known = _known(_Same(timeline))
    met: dict[str, Name] = {}
    for text in texts:
        for found in known.words.finditer(text) if known.records else ():
            record = known.records[found[0]]
            if record.id in but or (among is not None and record.id not in among):
                continue
            address = _address(record)
            met.setdefault(record.id, Name(found[0], record.about or "", links.to(address)))
    return (
        Markup(environment().get_template("names_explained.html").render(names=list(met.values())[:most]))
        if met
        else Markup()
    )


def _address(record: Subject) -> str:
    if isinstance(record, Location):
        return urls.place(record.id)
    return urls.topic(record.id) if isinstance(record, Topic) else urls.actor(record.id)


@dataclass(frozen=True, slots=True)
class _Known:
    """Those with a line of their own, by name and by short name, and how their names are found in a text."""

    records: Mapping[str, Subject]
    words: re.Pattern[str]


class _Same:
    """A timeline that is asked for as itself: to compare two by what they hold takes longer than the answer."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.timeline is self.timeline

    def __hash__(self) -> int:
        return id(self.timeline)


@lru_cache(maxsize=4)
def _known(asked: _Same) -> _Known:
    """Made once for all pages."""
    records: list[Subject] = [*asked.timeline.places, *asked.timeline.topics, *asked.timeline.actors]
    named = {name: record for record in records if record.about for name in (record.name, *record.also)}
    return _Known(named, _words(tuple(named)))


def _words(names: tuple[str, ...]) -> re.Pattern[str]:
    """Names as whole words, the longest first: "A20" is not "A2", and "A2-West" is no more "A2"."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-]|\.\d)")
