"""An event or one of its claims, in words: what is said, who says so, and who disagrees."""

from __future__ import annotations

from collections.abc import Iterator

from timeline import dates
from timeline.cli import wording
from timeline.cli.terminal_layout import count, fields, listed, paragraph, section
from timeline.cli.wording import Numbers
from timeline.model import Citation, Claim, Event, Timeline
from timeline.queries import disputes, known_since, order, provenance
from timeline.site import amounts, kind_names

_BY = {"disputes": "disputed", "denies": "denied"}


def event(timeline: Timeline, event: Event) -> Iterator[str]:
    """Everything the record holds of an event."""
    numbers = wording.numbered(_citations(event))
    yield from fields(_facts(timeline, event, numbers))
    if event.summary:
        yield ""
        yield from paragraph(event.summary, "  ")
    if event.note:
        yield from section("Note by the editors", paragraph(event.note, "  "))
    against = disputes.objections(timeline)
    width = len(str(len(event.claims))) + 4
    claims = [line for claim in event.claims for line in _claim(timeline, claim, numbers, against, width)]
    yield from section("Claims", claims)
    yield from section("Sources", wording.notes(timeline, numbers))
    yield from section("Related", _related(timeline, event, numbers))
    yield from section("What we changed", _updates(event))
    yield from section("Waived checks", fields((code, reason) for code, reason in event.allow.items()))
    before, after = order.neighbours(timeline)[event.id]
    rows = [
        (name, f"{e.title}, {dates.words(e.date)} ({e.id})") for name, e in (("before", before), ("after", after)) if e
    ]
    yield from section("Neighbours", fields(rows))


def claim(timeline: Timeline, claim: Claim) -> Iterator[str]:
    """A claim, its citations, and both sides of every dispute it is part of."""
    home = timeline.event(claim.event)
    known = known_since.claim_known_on(known_since.out_on(timeline), claim)
    numbers = wording.numbered(claim.citations)
    yield from fields([
        ("Event", f"{home.title}, {wording.occasion(home)}" if home else None),
        ("Word of", _actor(timeline, claim.by)),
        ("Question", _question(timeline, claim)),
        ("Known since", wording.since(known)),
        ("Evidence", _origins(timeline, claim)),
    ])  # fmt: skip
    said = [line for citation in claim.citations for line in _passage(timeline, citation, numbers, "  ")]
    yield from section("Who says so", said)
    yield from section("Sources", wording.notes(timeline, numbers))
    opposed = [other for ref in dict.fromkeys(claim.opposes) if (other := timeline.claim(ref))]
    yield from section("What it speaks against", (line for other in opposed for line in _side(timeline, other)))
    objections = disputes.objections(timeline).get(claim.ref, ())
    yield from section("What speaks against it", (line for o in objections for line in _side(timeline, o.claim)))


def _facts(timeline: Timeline, event: Event, numbers: Numbers) -> Iterator[tuple[str, str | None]]:
    yield "Date", dates.words(event.date) + (f"; {event.date_basis}" if event.date_basis else "")
    for rival in event.rivals:
        yield "Other date", dates.words(rival.date) + wording.marks(rival.citations, numbers)
    for role, date in event.dates.items():
        yield (
            kind_names.sentence_case(kind_names.of_date(role, date)),
            dates.words(date.date) + wording.marks(date.citations, numbers),
        )
    for amount in event.amounts:
        yield kind_names.sentence_case(amount.of or "amount"), amounts.words(amount)
    yield "Kind", event.kind + (", one of the key events" if event.key else "")
    yield "Course", event.course
    yield "Status", event.status
    yield "Actors", ", ".join(_actor(timeline, id) or id for id in event.actors)
    topics = [(id, timeline.topic(id)) for id in event.topics]
    yield "Topics", ", ".join(topic.name if topic else id for id, topic in topics)
    places = [(id, timeline.location(id)) for id in event.places]
    yield "Places", ", ".join(place.name if place else id for id, place in places)
    yield "Coordinates", amounts.degrees(event.coordinates) if event.coordinates else None
    yield "Known since", wording.since(known_since.event_known_on(known_since.out_on(timeline), event))
    if event.citations:
        yield "As a whole", f"cites{wording.marks(event.citations, numbers)}, for no certain sentence"
    yield "Added", wording.day(event.added)


def _claim(timeline: Timeline, claim: Claim, numbers: Numbers, against: disputes.Against, width: int) -> Iterator[str]:
    indent = " " * width
    name = f" ({claim.id})" if claim.id else ""
    yield from paragraph(claim.text + name, indent, f"  {claim.number}.".ljust(width))
    for citation in claim.citations:
        yield from _passage(timeline, citation, numbers, indent)
    yield from paragraph(_origins(timeline, claim), indent)
    speaker = _actor(timeline, claim.by)
    for manner, names in (("disputes", claim.disputes), ("denies", claim.denies)):
        if names:
            targets = listed([_called(claim, timeline.claim(claim.resolve(name)), name) for name in names])
            yield from paragraph(f"{speaker} {manner} {targets}" if speaker else f"{manner} {targets}", indent)
    if claim.question:
        yield from paragraph(f"question: {claim.question}", indent)
    for objection in against.get(claim.ref, ()):
        by = _actor(timeline, objection.claim.by)
        where = _called(claim, objection.claim, objection.claim.ref)
        yield from paragraph(f"{_BY[objection.manner]} by {f'{by} in ' if by else ''}{where}", indent)
    yield ""


def _question(timeline: Timeline, claim: Claim) -> str | None:
    """What the dispute that a claim is part of is about, whichever of its claims says so."""
    for question in disputes.liveliest(timeline):
        if claim in (side.claim for side in question.sides):
            return question.words
    return None


def _passage(timeline: Timeline, citation: Citation, numbers: Numbers, indent: str) -> Iterator[str]:
    mark = f"[{numbers[citation.source]}] "
    yield from paragraph(wording.passage(timeline, citation), indent + " " * len(mark), indent + mark)


def _side(timeline: Timeline, claim: Claim) -> Iterator[str]:
    """A claim beside the one that is shown."""
    yield from paragraph(claim.text, "  ")
    speaker = _actor(timeline, claim.by)
    yield from paragraph(f"{claim.ref}, the word of {speaker}" if speaker else claim.ref, "    ")
    for citation in claim.citations:
        yield from paragraph(wording.passage(timeline, citation), "      ", "    - ")


def _called(speaking: Claim, other: Claim | None, name: str) -> str:
    """How one claim calls another: by its number within the event, by its whole name elsewhere."""
    return f"claim {other.number}" if other and other.event == speaking.event else name


def _origins(timeline: Timeline, claim: Claim) -> str:
    hands = provenance.hands(timeline, claim.citations)
    number, documents = len(hands), sum(map(len, hands.all()))
    words = f"{count(number, 'independent origin')}" if number > 1 else "1 origin" if number else "no origin is named"
    return words + (wording.shared(number, documents) if documents > number else "")


def _actor(timeline: Timeline, id: str | None) -> str | None:
    actor = timeline.actor(id) if id else None
    return actor.name if actor else id


def _related(timeline: Timeline, event: Event, numbers: Numbers) -> Iterator[str]:
    for relation in event.related:
        other = timeline.event(relation.event)
        name = f"{other.title}, {dates.words(other.date)} ({other.id})" if other else relation.event
        words = f"{relation.relation}: {name}{wording.marks(relation.citations, numbers)}"
        yield from paragraph(words, "    ", "  ")


def _updates(event: Event) -> Iterator[str]:
    for update in sorted(event.updates, key=lambda update: update.on, reverse=True):
        yield from paragraph(f"{wording.day(update.on)}, {update.kind}: {update.whole}", "    ", "  ")


def _citations(event: Event) -> Iterator[Citation]:
    """All citations of an event; its claims' come first, so that notes are numbered as on its page."""
    for claim in event.claims:
        yield from claim.citations
    yield from event.citations
    for date in (*event.rivals, *event.dates.values()):
        yield from date.citations
    for relation in event.related:
        yield from relation.citations
