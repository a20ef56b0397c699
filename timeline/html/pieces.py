"""Parts of record pages that stand on many of them, each drawn once.

All record pages lie equally deep, so a link to one document is the same text on every one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from markupsafe import Markup, escape

from timeline.html.environment import environment
from timeline.language import N_
from timeline.language import gettext as _
from timeline.model import Actor, Event, Location, Quotation, Source, Subject, Topic
from timeline.queries.notes import Branch, Note, Pointer, Trace
from timeline.queries.provenance import Step
from timeline.site import urls
from timeline.site.urls import Links
from timeline.site.wording import document

FIRST, UNNAMED = N_("says it first"), N_("does not say where it got it")
"""How a chain ends: at an origin, or at a document that names none."""
ON_ITS_PAGE = N_("repeats others, which its own page names")
"""Of a document at which a page with many ends a chain."""
OUR_READING = N_("our reading, not counted")
"""Of a document of which only we say that it is repeated."""


def place_anchor(note: int, place: int) -> str:
    """The name of one place of a document on the page that cites several of it."""
    return f"_note-{note}-{place}"


class Pieces:
    """What was drawn so far, for one site."""

    def __init__(self, language: str = "en") -> None:
        self._language = language
        self.links = Links(urls.event("any"))
        self._macros: Any = environment().get_template("pieces.html").module
        self._drawn: dict[Hashable, Markup] = {}

    def document(self, source: Source) -> Markup:
        """A document by publisher and date, linked to its page."""
        return self._once(("document", source.id), self._macros.document, source)

    def event(self, event: Event) -> Markup:
        """An event by title and date, linked to its page."""
        return self._once(("event", event.id), self._macros.event, event)

    def actor(self, actor: Actor) -> Markup:
        """An actor by name, linked to its page."""
        return self._subject(self.links.actor(actor.id), actor)

    def topic(self, topic: Topic) -> Markup:
        """A topic by name, linked to its page."""
        return self._subject(self.links.topic(topic.id), topic)

    def location(self, place: Location) -> Markup:
        """A place by name, linked to its page."""
        return self._subject(self.links.place(place.id), place)

    def note(self, note: Note) -> Markup:
        """What a note says: a title, and for each place its chain to the end, whom that names, and where it is."""
        return Markup(
            self._macros.note(note.source, self._title(note.source), self._chains(note), len(note.places) == 1)
        )

    def _title(self, source: Source) -> Markup:
        return self._once(
            ("title", source.id),
            lambda document, links: self._macros.note_title(document, links, self._language),
            source,
        )

    def _chains(self, note: Note) -> list[tuple[Markup, list[tuple[str, str, str, Quotation | None]]]]:
        """Places that are reached the same way stand below one chain, each with its name and what it says."""
        chains: dict[int, tuple[Markup, list[tuple[str, str, str, Quotation | None]]]] = {}
        for number, place in enumerate(note.places, 1):
            named = place.attributed_to if len(note.places) == 1 else None
            chain = self._chain(place.trace, named)
            said = place.locator or "", (place.attributed_to or "") if named is None else ""
            anchor = place_anchor(note.number, number)
            chains.setdefault(id(place.trace), (chain, []))[1].append((anchor, *said, place.quotation))
        return list(chains.values())

    def _chain(self, trace: Trace, named: str | None) -> Markup:
        via = trace.path[0].id if trace.path else None
        name = ("note", trace.source.id, via, trace.own, trace.guessed, named)
        return self._once(name, lambda followed, links: self._steps(followed, named), trace)

    def _steps(self, trace: Trace, named: str | None) -> Markup:
        steps = [
            self.step(source, origin=source is trace.origin, guess=source.id in trace.guessed)
            for source in (trace.source, *trace.path)
        ]
        return Markup(self._macros.chain(trace, steps, named))

    def numbers(self, pointers: Iterable[Pointer]) -> Markup:
        """Links to notes of the same page; one place of several is told apart."""
        return Markup('<span class="tl-word">, </span>').join(map(self._number, pointers))

    def _number(self, pointer: Pointer) -> Markup:
        note, places = pointer.note, ""
        anchor = f"_note-{note.number}" if pointer.whole else place_anchor(note.number, pointer.places[0])
        if not pointer.whole:
            places = f' data-places="{" ".join(place_anchor(note.number, place) for place in pointer.places)}"'
        said = escape(_("Note {n}, {document}").format(n=note.number, document=document(note.source)))
        return Markup(f'<a href="#{anchor}"{places} aria-label="{said}">{note.number}</a>')

    def upwards(self, branches: Iterable[Branch]) -> Markup:
        """From the origins down to those that repeat them, as nested lists."""
        return Markup("\n".join(self._branch(branch, root=True) for branch in branches))

    def downwards(self, steps: Iterable[Step]) -> Markup:
        """From a document to those that it repeats, as nested lists."""
        return Markup("\n".join(self._step(step) for step in steps))

    def _subject(self, address: str, record: Subject) -> Markup:
        return self._once(("subject", address), lambda named, links: self._macros.subject(named, address), record)

    def step(self, source: Source, *, origin: bool, guess: bool = False) -> Markup:
        """One document of a chain: what it is, how it is known, whether it is its end, and whether we guess it."""
        name = ("step", source.id, origin, guess)
        return self._once(name, lambda document, links: self._macros.step(document, links, origin, guess), source)

    def _branch(self, branch: Branch, *, root: bool = False) -> str:
        words = [FIRST if branch.origin else OUR_READING if branch.guess else UNNAMED] if root else []
        if branch.own:
            words.append(N_("in words of its own"))
        return self._item(branch.source, words, [self._branch(below) for below in branch.repeated_by], branch.notes)

    def _step(self, step: Step) -> str:
        ends = [FIRST] if step.is_origin else [] if step.relays else [ON_ITS_PAGE if step.cut else UNNAMED]
        words = [N_("shown above")] if step.again else ends
        if step.guess:
            words = [OUR_READING, *(word for word in words if word != FIRST)]
        return self._item(step.source, words, [self._step(below) for below in step.relays])

    def _item(self, source: Source, words: list[str], below: list[str], notes: Iterable[int] = ()) -> str:
        if source.withdrawn:
            words = [*(word for word in words if word != UNNAMED), N_("withdrawn")]
        if not source.seen:
            words = [*words, N_("read through others")]
        told = _(", ").join(map(_, words))
        said = f' <span class="tl-soft">{told}</span>' if words else ""
        nested = "\n<ul>\n{}\n</ul>\n".format("\n".join(below)) if below else ""
        return f"<li>{self.document(source)}{said}{self._cited_by(notes)}{nested}</li>"

    def _cited_by(self, notes: Iterable[int]) -> str:
        """The notes of this page that cite a document: the same numbers as in the picture."""
        name = _("Note {n}")
        numbers = "".join(
            f'<a href="#_note-{number}" aria-label="{name.format(n=number)}">{number}</a>' for number in notes
        )
        return f' <span class="tl-refs">{numbers}</span>' if numbers else ""

    def _once(self, name: Hashable, draw: Callable[[Any, Links], Markup], record: object) -> Markup:
        if name not in self._drawn:
            self._drawn[name] = Markup(draw(record, self.links))
        return self._drawn[name]
