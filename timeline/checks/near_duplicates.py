"""Records that look like one: two of them are told where the second stands, however many there are."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from timeline.checks.waivers import Judged
from timeline.model import Event, Source, Timeline
from timeline.model.address import bare_address
from timeline.model.identifiers import doi_address
from timeline.problems.slips import NEAR_DUPLICATE, SAME_TITLE_AND_DAY
from timeline.queries import order

_ALIKE = 0.86
"""From here on two titles are alike letter by letter."""
_WORDS = 0.6
"""Which part of the words of the longer title has to stand in the other."""
_SHARED = 0.5
"""Which part of the words of the shorter of two sentences makes them tell of one thing, on a day of which both are."""
_FEW = 3
"""So many words of it at least: "The bridge opens" is said of what opens to carts and to trains."""
_MOST = 20
"""With so many of a day or a month, the latest first, each is compared: in a list of thousand reports of one kind, no
double is found far off unless its title has the very words."""


def check(timeline: Timeline) -> Iterator[Judged]:
    """Each event and document with the first one before it that looks like it."""
    yield from _twins(timeline)
    yield from _of_one_day(timeline)
    yield from _reprints(timeline)


def _of_one_day(timeline: Timeline) -> Iterator[Judged]:
    """Events of one day that share a document of their first claims or somebody who acts, told in other words."""
    met: dict[tuple[str, str], list[Event]] = {}
    for two in timeline.events:
        if not two.date.is_day:
            continue
        keys = [
            (two.date.text, key) for key in (*two.actors, *(f"@{cited.source}" for cited in two.claims[0].citations))
        ]
        ones = {one.id: one for key in keys for one in met.get(key, [])[-_MOST:]}
        for one in ones.values():
            if not _tied(one, two) and not _alike(one.title, two.title) and _tell_one_thing(one, two):
                other, again = sorted((one, two), key=lambda event: (event.span.file, event.span.line))
                label = "of the same day, with the same words and a source or actor of both"
                help = "merge the two, or tie them with `related` if one is a part of the other or follows from it"
                elsewhere = (("the other one stands at", other.span),)
                problem = NEAR_DUPLICATE.at(
                    again.place.at("title"), things="events", label=label, help=help, elsewhere=elsewhere
                )
                yield problem, (again, other)
                break
        for key in dict.fromkeys(keys):
            met.setdefault(key, []).append(two)


def _tied(one: Event, two: Event) -> bool:
    """Whether the record knows that they are two."""
    return any(each.event == two.id for each in one.related) or any(each.event == one.id for each in two.related)


def _tell_one_thing(one: Event, two: Event) -> bool:
    """Whether titles, or the claims that state the two, share most of the words that say something."""
    return _share(one.title, two.title) or _share(one.claims[0].text, two.claims[0].text)


def _share(one: str, two: str) -> bool:
    ours, theirs = ({word for word in _bag(text) if len(word) > 3 or word.isdecimal()} for text in (one, two))
    both = ours & theirs
    return len(both) >= max(_FEW, _SHARED * min(len(ours), len(theirs)))


def _twins(timeline: Timeline) -> Iterator[Judged]:
    rank = _rarest_first(event.title for event in timeline.events)
    for month in order.by_month(timeline.events):
        met: dict[str, list[tuple[int, Event]]] = {}  # the first of all that are alike, by words of their titles
        for number, two in enumerate(month.events):
            telling = _telling(two.title, rank)
            same = " ".join(sorted(_bag(two.title)))
            latest = (pair for key in (same, *telling) for pair in met.get(key, ())[-_MOST:])
            near = sorted(dict(latest).items())
            one = next((one for _, one in near if one.date.overlaps(two.date) and _alike(one.title, two.title)), None)
            if one is None:
                for key in {same, *telling}:
                    met.setdefault(key, []).append((number, two))
            else:
                other, again = sorted((one, two), key=lambda event: (event.span.file, event.span.line))
                label, help = "almost the same title", "merge the two, or say in the titles what tells them apart"
                elsewhere = (("the other one stands at", other.span),)
                problem = NEAR_DUPLICATE.at(
                    again.place.at("title"), things="events", label=label, help=help, elsewhere=elsewhere
                )
                yield problem, (again, other)
    addresses: dict[str, Source] = {}
    for source in timeline.sources:
        named = source.address
        first = addresses.setdefault(bare_address(named), source) if named else source
        numbered = addresses.setdefault(bare_address(doi_address(source.doi)), source) if source.doi else source
        if twin := next((each for each in (first, numbered) if each is not source), None):
            label, help = "the same address", "merge the two, or give each the address it was read at"
            if twin is not first or source.url is None:
                label, help = "the same DOI", "merge the two, or leave the DOI to the one that has it"
            elsewhere = (("the other one stands at", twin.span),)
            span = source.place.at("doi" if "DOI" in label else "url")
            yield (
                NEAR_DUPLICATE.at(span, things="sources", label=label, help=help, elsewhere=elsewhere),
                (source, twin),
            )


def _reprints(timeline: Timeline) -> Iterator[Judged]:
    """Documents that look like one text at two publishers; a title of our own makes no two documents alike."""
    alike: dict[tuple[str, str], list[Source]] = {}
    for source in timeline.sources:
        if (
            source.title
            and source.issued is not None
            and source.issued.is_day
            and source.title_basis in ("printed", "relayed")
        ):
            alike.setdefault((" ".join(source.title.casefold().split()), source.issued.text), []).append(source)
    for one, two in (pair for documents in alike.values() for pair in _apart(documents)):
        first, again = sorted((one, two), key=lambda source: (source.span.file, source.span.line))
        label = f"as at {first.publisher}"
        help = "name one of the two under `relays` of the other, or waive the check if each reported for itself"
        elsewhere = (("the other one stands at", first.span),)
        problem = SAME_TITLE_AND_DAY.at(again.place.at("title"), label=label, help=help, elsewhere=elsewhere)
        yield problem, (again, first)


def _apart(documents: Sequence[Source]) -> Iterator[tuple[Source, Source]]:
    """Each document with the first before it of which it is neither a relay nor a further one of the same publisher."""
    for number, two in enumerate(documents):
        theirs, publisher = {two.id, *two.repeats}, two.publisher.casefold()
        for one in documents[:number]:
            if one.publisher.casefold() != publisher and theirs.isdisjoint((one.id, *one.repeats)):
                yield one, two
                break


@lru_cache(maxsize=20_000)  # each is asked three times, once all others were
def _bag(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", title.casefold()))


def _rarest_first(titles: Iterable[str]) -> Mapping[str, int]:
    """How rare each word of some titles is: the rarer, the smaller its number."""
    often = Counter(word for title in titles for word in _bag(title))
    return {word: number for number, (word, _) in enumerate(sorted(often.items(), key=lambda item: item[::-1]))}


def _telling(title: str, rank: Mapping[str, int]) -> Sequence[str]:
    """So many of the rarest words of a title that every other one which shares most of its words has one of them.

    And has it among its own: of two that share as many words as either must, the rarest shared one is in both.
    """
    bag = _bag(title)
    shared = next((n for n in range(len(bag) + 1) if n >= _WORDS * len(bag)), 0)
    return sorted(bag, key=rank.__getitem__)[: len(bag) - shared + 1] or ("",)


def _alike(one: str, two: str) -> bool:
    """Most words shared first, for that is quickly seen; then letter by letter."""
    ours, theirs = _bag(one), _bag(two)
    if len(ours & theirs) < _WORDS * max(len(ours), len(theirs)):
        return False
    return difflib.SequenceMatcher(None, one.casefold(), two.casefold()).ratio() >= _ALIKE
