"""The parts of a record's texts, each of which is searched by itself: on an earlier day some of them are not yet known.

Of an event its title, its names (its id is one) and whom and what it concerns, its summary with the editors' note and
what its date rests on, and each claim; of a document its title, and who wrote it with what is quoted of it; of an
actor, a topic or a place its names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from timeline.model import Citation, Event, Source, Subject, Timeline
from timeline.model.identifiers import isbn_digits
from timeline.model.texts import InLanguages, others, own


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the language it is in; names belong to none."""

    text: str
    language: str = ""


Passage = tuple[Text, ...]


def _said(text: str, language: str) -> Passage:
    """A text in each language that it stands in."""
    if isinstance(text, InLanguages) and text.texts:
        return tuple(Text(said, tag) for tag, said in text.texts.items())
    return (Text(text, language),)


def _names(*names: str) -> Iterator[str]:
    """Names, with those that they are in other languages."""
    for name in names:
        yield own(name)
        yield from others(name).values()


def of_event(timeline: Timeline, event: Event) -> tuple[Passage, ...]:
    """An event's parts, in their row."""
    language = timeline.record.language
    subjects = (*map(timeline.actor, event.actors), *map(timeline.topic, event.topics))
    concerned = (*subjects, *map(timeline.location, event.places))
    names = (name for subject in concerned if subject for name in _names(subject.name, *subject.also, *subject.aliases))
    ours = (_said(text, language) for text in (event.note, event.date_basis) if text)
    return (
        _said(event.title, language),
        tuple(map(Text, (event.id, *event.also, *names, *event.aliases))),
        (*_said(event.summary or "", language), *chain.from_iterable(ours)),
        *(_said(claim.text, language) for claim in event.claims),
    )


Quoted = Mapping[str, Passage]
"""By document, its words that are quoted somewhere, and what we make of them."""


def quoted(timeline: Timeline) -> Quoted:
    """What is quoted of documents; in most records nothing is."""
    words: dict[str, Passage] = {}
    for citation in _citations(timeline) if timeline.record.quotes else ():
        source, said = timeline.source(citation.source), citation.quotation
        if source and said:
            text = (Text(said.text, said.language or source.language),)
            ours = _said(said.translation, timeline.record.language) if said.translation else ()
            words[source.id] = (*words.get(source.id, ()), *text, *ours)
    return words


def _citations(timeline: Timeline) -> Iterator[Citation]:
    """All that may quote."""
    for event in timeline.events:
        cited = (event.citations, *(claim.citations for claim in event.claims))
        dated = (each.citations for each in (*event.rivals, *event.dates.values()))
        yield from chain(*cited, *dated, *(each.citations for each in event.related))
    yield from chain.from_iterable(each.citations for each in timeline.expectations)
    yield from chain.from_iterable(state.citations for track in timeline.tracks for state in track.states)


def of_source(source: Source, quoted: Quoted) -> tuple[Passage, ...]:
    """A document's parts: what it is called, in every language, and whose it is, with what is quoted of it."""
    translated = (Text(title, language) for language, title in source.title_in.items())
    whose = (source.publisher, *map(str, source.authors))
    return (
        (*((Text(source.title, source.language),) if source.title else ()), *translated),
        (*map(Text, (*whose, *source.also, *source.aliases, *_numbers(source))), *quoted.get(source.id, ())),
    )


def _numbers(source: Source) -> Iterator[str]:
    """By which people look for a document who have it before them: as printed, and an ISBN in digits alone."""
    if source.doi:
        yield source.doi
    if source.isbn:
        yield from dict.fromkeys((source.isbn, source.isbn.replace("-", "").replace(" ", ""), isbn_digits(source.isbn)))
    if source.holding:
        yield str(source.holding)


def of_subject(subject: Subject) -> tuple[Passage, ...]:
    """The names of an actor, a topic or a place."""
    return (tuple(map(Text, _names(subject.name, *subject.also))),)


def subjects(timeline: Timeline) -> tuple[Subject, ...]:
    """Actors, topics and places, in the order of their parts."""
    return (*timeline.actors, *timeline.topics, *timeline.places)


def everything(timeline: Timeline) -> Iterator[Passage]:
    """All parts of all records that are searched."""
    yield from chain.from_iterable(of_event(timeline, event) for event in timeline.events)
    words = quoted(timeline)
    yield from chain.from_iterable(of_source(source, words) for source in timeline.sources)
    yield from chain.from_iterable(map(of_subject, subjects(timeline)))


def names(timeline: Timeline) -> Iterator[tuple[str, ...]]:
    """What has a name, each with its short names and other spellings."""
    for named in subjects(timeline):
        yield tuple(_names(named.name, *named.also))
    for source in timeline.sources:
        if source.also:
            yield *((source.title,) if source.title else ()), *source.also
    whose = (source.publisher.partition(" (")[0].split(" / ") for source in timeline.sources)
    for publisher in dict.fromkeys(chain.from_iterable(whose)):
        yield (publisher,)
