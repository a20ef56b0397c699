"""Why an event has its status, in a sentence that names who says so, who bears it out, and who speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.language import gettext as _
from timeline.language import ngettext, pgettext
from timeline.language import number as figure
from timeline.model import Claim, Event, Source
from timeline.model.words import STATUS_FOR_READERS
from timeline.pages import dispute_sides
from timeline.queries.index import Index
from timeline.queries.uses import attributed
from timeline.site import wording
from timeline.site.text_direction import apart

_NAMED = 2
"""So many documents are named where none of them says where it got it."""


def why(index: Index, event: Event) -> str:
    """The sentence, without its stop. It speaks of the first claim, which states the event."""
    if event.status in ("disputed", "denied"):
        return _against(index, event)
    claim = event.claims[0]
    if event.status == "confirmed":
        return _confirmed(index, claim)
    return _reported(index, claim) if event.status == "reported" else STATUS_FOR_READERS[event.status]


def _reported(index: Index, claim: Claim) -> str:
    hands = index.hands(claim.citations)
    if not hands:
        return _unnamed(index, claim)
    named = wording.listed(attributed(claim.citations)[:_NAMED])
    names = wording.origins(hands, counted=False)
    if named:
        return ngettext(
            "{names} says so, after {people}; the evidence goes no further",
            "{names} say so, after {people}; the evidence goes no further",
            len(hands),
        ).format(names=names, people=named)
    return ngettext(
        "{names} says so; the evidence goes no further", "{names} say so; the evidence goes no further", len(hands)
    ).format(names=names)


def _unnamed(index: Index, claim: Claim) -> str:
    """Who says it without saying where it is from."""
    cited = dict.fromkeys(citation.source for citation in claim.citations)
    documents = [source for id in cited if (source := index.timeline.source(id))]
    publishers = _names(documents)
    if not publishers and claim.whole:
        return as_a_whole(len({citation.source for citation in claim.whole}))
    if not publishers:
        return STATUS_FOR_READERS["reported"]
    further = len(publishers) - _NAMED
    who = wording.listed(
        [*publishers[:_NAMED], *([pgettext("sources", "{n} more").format(n=figure(further))] if further > 0 else [])]
    )
    if index.evidence(claim.citations).withdrawn:
        return ngettext(
            "{names} says so; a document was withdrawn",
            "{names} say so; a document was withdrawn",
            len(publishers),
        ).format(names=who)
    return ngettext(
        "{names} says so and does not say where it got it",
        "{names} say so and do not say where they got it",
        len(publishers),
    ).format(names=who)


def as_a_whole(sources: int) -> str:
    """ "2 sources, for the event as a whole"."""
    return wording.plural(sources, "{n} source, for the event as a whole", "{n} sources, for the event as a whole")


def _confirmed(index: Index, claim: Claim) -> str:
    cited = (index.timeline.source(citation.source) for citation in claim.citations)
    read = [source for source in cited if source and source.counts_as == "primary" and source.seen]
    if read:
        return ngettext(
            "A first-hand document that we read says so: {names}",
            "First-hand documents that we read say so: {names}",
            len(read),
        ).format(names=_publishers(read))
    hands = index.hands(claim.citations)
    return wording.plural(
        len(hands),
        "{n} independent source says so: {names}",
        "{n} independent sources say so: {names}",
        names=wording.origins(hands, counted=False),
    )


def _against(index: Index, event: Event) -> str:
    objections = [o for claim in event.claims for o in index.objections.get(claim.ref, ())]
    wanted = [o for o in objections if o.manner == "denies"] if event.status == "denied" else objections
    names = list(dict.fromkeys(name for o in wanted if (name := dispute_sides.speaker(index, o.claim))))
    if not names:
        return STATUS_FOR_READERS[event.status]
    who = _few(names)
    if event.status == "denied":
        people = _hearsay([o.claim for o in wanted])
        if people:
            return ngettext(
                "{names} rejects what is claimed, by the word of {people}",
                "{names} reject what is claimed, by the word of {people}",
                len(names),
            ).format(names=who, people=wording.listed(people))
        return ngettext("{names} rejects what is claimed", "{names} reject what is claimed", len(names)).format(
            names=who
        )
    return ngettext(
        "{names} contradicts what is claimed, and nothing here outweighs the one or the other",
        "{names} contradict what is claimed, and nothing here outweighs the one or the other",
        len(names),
    ).format(names=who)


def _hearsay(denials: Sequence[Claim]) -> tuple[str, ...]:
    """On whom the denials rest, where none of them was heard of anybody else; at most so many as are named."""
    citations = [citation for claim in denials for citation in claim.citations]
    if not all(citation.attributed_to for citation in citations):
        return ()
    return attributed(citations)[:_NAMED]


def _names(documents: Sequence[Source]) -> list[str]:
    return list(dict.fromkeys(apart(source.publisher) for source in documents))


def _publishers(documents: Sequence[Source]) -> str:
    return _few(_names(documents))


def _few(names: Sequence[str]) -> str:
    if len(names) <= _NAMED:
        return wording.listed(names)
    return _("{name} and {n} others").format(name=names[0], n=figure(len(names) - 1))
