"""How events and their notes are set for paper.

An event is set once; its references are places that each edition fills with the numbers of its own notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from timeline import dates
from timeline.language import N_, NN_, ngettext
from timeline.language import gettext as _
from timeline.model import Citation, Claim, Event, Source
from timeline.model.words import STATUS_NAMES
from timeline.queries import order
from timeline.queries.index import Index
from timeline.queries.uses import attributed
from timeline.site import amounts, document_titles, inline_markdown, kind_names, quotations, wording
from timeline.site.paging import month_name
from timeline.site.text_direction import apart
from timeline.site.text_language import finalized, here, keeping

_PLACE = re.compile("\x00([^\x00]+)\x00")


_html = keeping(inline_markdown.html)


@dataclass(frozen=True, slots=True)
class Sheets:
    """Events below the names of their months, and the notes to them."""

    months: tuple[tuple[str, Markup], ...]
    notes: tuple[Markup, ...]


class Setter:
    """Sets events once, and puts sheets together from them."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.timeline = index.timeline
        self._events: dict[tuple[str, bool], str] = {}
        self._notes: dict[str, str] = {}

    def sheets(self, events: Sequence[Event], *, brief: bool = False) -> Sheets:
        """Notes have the numbers in which they are met; `brief` leaves claims out, and so has no notes."""
        numbers: dict[str, int] = {}

        def number(match: re.Match[str]) -> str:
            return str(numbers.setdefault(match[1], len(numbers) + 1))

        months = []
        for month in order.by_month(events):
            body = "".join(self._set(event, brief) for event in month.events)
            months.append((month_name(month), Markup(_PLACE.sub(number, body))))
        return Sheets(tuple(months), tuple(Markup(note) for note in self._endnotes(numbers)))

    def _endnotes(self, numbers: dict[str, int]) -> list[str]:
        """The documents in the order of their numbers; one that is only repeated by others comes after them."""
        notes, done = [], 0
        while done < len(numbers):
            id = list(numbers)[done]
            done += 1
            note = self._note(self.timeline.sources_by_id[id])
            own = _PLACE.sub(lambda m: str(numbers.setdefault(m[1], len(numbers) + 1)), note)
            notes.append(f'<li id="note-{id}" data-source="{id}" value="{numbers[id]}">{own}</li>')
        return notes

    # -- events ------------------------------------------------------------------------------------------

    def _set(self, event: Event, brief: bool) -> str:
        if (event.id, brief) not in self._events:
            self._events[event.id, brief] = self._article(event, brief)
        return self._events[event.id, brief]

    def _article(self, event: Event, brief: bool) -> str:
        course, kind = wording.course(event), escape(kind_names.of_event(event))
        marks = f'<span class="tl-mark tl-status tl-status--{event.status}">{STATUS_NAMES[event.status]}</span>'
        marks += f' <span class="tl-mark tl-course tl-course--{event.course}">{course}</span>' if course else ""
        actors = (self.timeline.actor(id) for id in event.actors)
        names = ", ".join(apart(actor.name) for actor in actors if actor)
        told = _("Concerns {names}.").format(names=escape(names))
        concerned = f'<p class="tp-small">{told}</p>' if names else ""
        said = event.summary or (event.claims[0].text if brief and event.claims else "")
        summary = f'<p class="tl-summary">{_html(said)}</p>' if said else ""
        head = (
            f'<article class="tp-event" data-id="{event.id}"><header><p class="tl-when">'
            f'<span class="tl-date">{wording.when(event.date)}</span> {marks} <span>{kind}</span></p>'
            f"<h3>{escape(finalized(event.title))}</h3></header>{summary}"
        )
        if brief:
            return f"{head}{concerned}</article>"
        claims = "".join(self._claim(claim) for claim in event.claims)
        whole = ""
        if event.citations:
            told = _("The event as a whole cites {documents}.").format(documents=self._references(event.citations))
            whole = f'<p class="tp-small">{told}{"".join(self._quoted(event.citations))}</p>'
        dated = "".join(f'<p class="tp-small">{line}</p>' for line in self._dated(event))
        return f'{head}<ul class="tp-claims">{claims}</ul>{whole}{dated}{self._figures(event)}{concerned}</article>'

    def _figures(self, event: Event) -> str:
        """Where it was, its amounts, and what the editors say themselves."""
        told = [*map(amounts.told, event.amounts)]
        places = [apart(place.name) for place in map(self.timeline.location, event.places) if place]
        places += [amounts.degrees(event.coordinates)] if event.coordinates else []
        if places:
            told.insert(0, _("Where: {names}").format(names=_(", ").join(places)))
        figures = "; ".join(told)
        said = f'<p class="tp-small">{escape(kind_names.sentence_case(figures))}.</p>' if figures else ""
        if event.note:
            name = _("Note by the editors")
            said += f'<p class="tp-small"><strong>{name}:</strong> {_html(event.note)}</p>'
        return said

    def _claim(self, claim: Claim) -> str:
        quotation = _("“{words}”")
        objections = ((manner, escape(inline_markdown.plain(other.text))) for manner, other in self._against(claim))
        against = "".join(
            f' <span class="tp-against">{manner} {quotation.format(words=words)}</span>' for manner, words in objections
        )
        words = "; ".join(attributed(claim.citations))
        told = _("Attributed to {people}.").format(people=escape(words))
        named = f' <span class="tp-small">{told}</span>' if words else ""
        quoted = "".join(self._quoted(claim.citations))
        return f"<li>{_html(claim.text)}{self._references(claim.citations)}{named}{quoted}{against}</li>"

    def _quoted(self, citations: Iterable[Citation]) -> Iterator[str]:
        """The words of documents below a claim, each with the number of its note."""
        for citation in citations:
            if words := citation.quotation:
                source = self.timeline.sources_by_id[citation.source]
                tag = quotations.language(words, source)
                attribute = f' lang="{escape(tag)}"' if tag != here() else ""
                said = f"<span{attribute}>{escape(apart(quotations.words(words, source)))}</span>"
                translated = quotations.translation(words, finalized)
                more = f" {escape(translated)}" if translated else ""
                yield f' <span class="tp-small">{said}{more}<sup class="tp-refs">{_number(source.id)}</sup></span>'

    def _against(self, claim: Claim) -> Iterator[tuple[str, Claim]]:
        for manner, names in ((_("This disputes:"), claim.disputes), (_("This denies:"), claim.denies)):
            for name in names:
                if other := self.timeline.claim(claim.resolve(name)):
                    yield manner, other

    def _references(self, citations: Iterable[Citation]) -> str:
        made = []
        for citation in citations:
            more = [escape(citation.locator)] if citation.locator else []
            if citation.via and citation.via != citation.source:  # else they are words of its own
                after = N_("after {document} in our reading") if citation.guess else N_("after {document}")
                more.append(Markup(_(after).format(document=_number(citation.via))))
            if self.timeline.sources_by_id[citation.source].withdrawn:
                more.append(escape(_("withdrawn")))
            told = f" ({', '.join(more)})" if more else ""
            made.append(f"{_number(citation.source)}{told}")
        return f'<sup class="tp-refs">{", ".join(made)}</sup>'

    def _dated(self, event: Event) -> Iterator[str]:
        """What the date rests on, and what else is given for it."""
        if event.date_basis:
            yield _("Date: {basis}.").format(basis=escape(event.date_basis))
        for rival in event.rivals:
            yield _("Others date it {date}.").format(date=wording.when(rival.date)) + self._references(rival.citations)
        for role, date in event.dates.items():
            name = escape(kind_names.of_date(role, date))
            yield f"{name}: {wording.when(date.date)}.{self._references(date.citations)}"

    # -- documents ---------------------------------------------------------------------------------------

    def _note(self, source: Source) -> str:
        if source.id not in self._notes:
            self._notes[source.id] = "".join(self._said_of(source))
        return self._notes[source.id]

    def _said_of(self, source: Source) -> Iterator[str]:
        ours = self.timeline.record.language
        language = wording.title_language(source, ours)
        if source.authors:
            yield f"{escape(', '.join(map(str, source.authors)))}: "
        attribute = f' lang="{escape(language)}"' if language != here() else ""
        yield f"<cite{attribute}>{escape(document_titles.called(source))}</cite>"
        if translated := document_titles.translated(source, ours):
            yield f" [{escape(str(finalized(translated)))}]"
        yield f". {escape(wording.document(source))}; {escape(kind_names.of_source(source))}"
        yield f", {escape(other)}" if (other := wording.other_language(source.language)) else ""
        yield f", {escape(gone)}" if (gone := wording.withdrawn(source)) else ""
        yield "." if source.seen else _(", not seen by us") + "."
        repeated = [id for id in source.repeats if id in self.timeline.sources_by_id]
        for words, ids in ((_REPEATS, set(repeated) - source.guesses), (_GUESSED, source.guesses)):
            if known := [id for id in repeated if id in ids]:
                yield " " + ngettext(*words, len(known)).format(numbers=", ".join(map(_number, known)))
        if named := self.index.named_by.get(source.id):
            yield " " + _("Attributes what is cited here to: {people}.").format(people=escape("; ".join(named)))
        if source.url:
            yield f' <span class="tp-address">{escape(source.url)}</span>'
        if source.doi and source.url:
            yield f" DOI {escape(source.doi)}."
        elif source.doi:
            yield f' <span class="tp-address">{escape(source.address or "")}</span>'
        if source.isbn:
            yield f" ISBN {escape(source.isbn)}."
        if source.holding:
            yield " " + _("Kept at {place}.").format(place=escape(str(source.holding)))
        for copy in source.copies:
            kept = dates.words(dates.parse(copy.on.isoformat()))
            said = _("Archived {date}: {address}").format(
                date=kept, address=f'<span class="tp-address">{escape(copy.url)}</span>'
            )
            yield f" {said}"
        if source.note and not source.url:
            yield f" {_html(source.note)}"


_REPEATS = NN_("Repeats note {numbers}.", "Repeats notes {numbers}.")
_GUESSED = NN_("In our reading, repeats note {numbers}.", "In our reading, repeats notes {numbers}.")


def _number(id: str) -> str:
    """The number of a note, where each edition, and a script for a selection, may put another one."""
    return f'<a href="#note-{id}" data-note="{id}">\x00{id}\x00</a>'
