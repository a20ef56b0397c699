"""What names mean that a reader meets before anybody has said so: in the record's own line about each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from timeline.html.environment import environment
from timeline.model import Actor, Timeline, Topic
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
    known = _known(timeline)
    left = {n: r for n, r in known.items() if r.id not in but and (among is None or r.id in among)}
    met: dict[str, Name] = {}
    for text in texts:
        for found in _words(tuple(left)).finditer(text) if left else ():
            record = left[found[0]]
            address = urls.topic(record.id) if isinstance(record, Topic) else urls.actor(record.id)
            met.setdefault(record.id, Name(found[0], record.about or "", links.to(address)))
    return Markup(environment().get_template("names.html").render(names=list(met.values())[:most])) if met else Markup()


def _known(timeline: Timeline) -> Mapping[str, Actor | Topic]:
    """By name and by short name, those with a line of their own."""
    records: list[Actor | Topic] = [*timeline.topics, *timeline.actors]
    return {name: record for record in records if record.about for name in (record.name, *record.also)}


@cache
def _words(names: tuple[str, ...]) -> re.Pattern[str]:
    """Names as whole words, the longest first: "H200" is not "H20", and "R1-0528" is no more "R1"."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-]|\.\d)")
