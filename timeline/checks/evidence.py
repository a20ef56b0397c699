"""Nobody is quoted who did not speak, and nothing is called better proved than it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from timeline.checks import limits
from timeline.checks.every_citation import citations
from timeline.model import Citation, Claim, Event, Source, Timeline
from timeline.model.words import STATUS
from timeline.problems import Problem
from timeline.problems.records import (
    BASELESS_STATUS,
    DENIAL_WITHOUT_SPEAKER,
    GUESS_WITHOUT_VIA,
    MISSING_ADDRESS,
    RELAY_LOOP,
    SELF_OPPOSITION,
    UNALLOWED_QUOTATION,
    UNCITED,
    UNCITED_CLAIM,
    UNPROVEN_CONFIRMED,
    UNRELAYED_VIA,
    UNSEEN_UNRELAYED,
)
from timeline.queries import disputes, provenance
from timeline.queries.independence import Hands
from timeline.queries.status import bears, parties


def check(timeline: Timeline, gaps: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with single claims and sources, and with the graph they make."""
    for event in timeline.events:
        for claim in event.claims:
            yield from _claim(claim, bool(event.citations))
    for citing in citations(timeline):
        yield from _relayed(timeline, citing.citation)
    yield from _quoted(timeline)
    yield from _other_citations(timeline)
    relayed = {id for source in timeline.sources for id in set(source.repeats) - source.guesses}
    for source in timeline.sources:
        yield from _source(source, source.id in relayed or "sources" in gaps)
    yield from _loops(timeline)


def check_statuses(timeline: Timeline) -> Iterator[Problem]:
    """Statuses that the claims do not bear."""
    against = disputes.objections(timeline)
    for event in timeline.events:
        if not bears(timeline, event, against):
            yield _unproven(timeline, event) if event.status == "confirmed" else _baseless(event)


def _claim(claim: Claim, cited: bool) -> Iterator[Problem]:
    """`cited` is whether its event as a whole names sources."""
    if not claim.citations and not cited:
        yield UNCITED_CLAIM.at(
            claim.place.key("cite"),
            label="nobody stands behind this",
            help="name the source that says so: `cite: source-id`"
            if claim.place.has("cite")
            else "add `cite:` with the id of the source that says so",
        )
    if claim.denies and claim.by is None:
        yield DENIAL_WITHOUT_SPEAKER.at(
            claim.place.key("denies"),
            label="nobody is named who says so",
            help="add `by:` with the id of the actor who denies, or write `disputes` when a document contradicts",
        )
    for field, names in (("disputes", claim.disputes), ("denies", claim.denies)):
        for number, name in enumerate(names):
            if claim.resolve(name) == claim.ref:
                yield SELF_OPPOSITION.at(
                    claim.place.at(field, number), label="its own id", help="name the claim that is contradicted"
                )


def _relayed(timeline: Timeline, citation: Citation) -> Iterator[Problem]:
    cited = timeline.source(citation.source)
    if citation.guess and citation.via is None:
        help = "add `via:` with the id of that document, or leave `guess` out"
        yield GUESS_WITHOUT_VIA.at(citation.place.key("guess"), label="without `via`", help=help)
    if citation.via is None or cited is None or citation.via in cited.repeats or not timeline.source(citation.via):
        return
    if citation.via == cited.id and cited.relays:
        return  # it repeats others elsewhere, and here speaks in words of its own
    known = " or ".join(f"`{id}`" for id in cited.repeats)
    help = f"write {known}, which it relays" if known else "leave `via` out, or add `relays:` to the cited source"
    if citation.via == cited.id:
        help = "leave `via` out: it relays nobody, so all its words are its own"
    elsewhere = (("the cited source stands at", cited.span),)
    label = "not among its relays"
    yield UNRELAYED_VIA.at(citation.place.at("via"), via=citation.via, label=label, help=help, elsewhere=elsewhere)


def _quoted(timeline: Timeline) -> Iterator[Problem]:
    """Told once, however many citations quote: the choice is one."""
    quoting = [each.citation for each in citations(timeline) if each.citation.quotation]
    if quoting and not timeline.record.quotes:
        help = "add `quotes: true` to `record`, or leave `quote` out and tell in a claim what the document says"
        more = f"; so do {len(quoting) - 1:,} more" if len(quoting) > 1 else ""
        label = f"words of a document{more}"
        yield UNALLOWED_QUOTATION.at(quoting[0].place.key("quote"), label=label, help=help)


def _other_citations(timeline: Timeline) -> Iterator[Problem]:
    """Dates, causes and forecasts are somebody's word too."""
    help = "name the source that says so: `cite: source-id`"
    for event in timeline.events:
        for date in (*event.rivals, *event.dates.values()):
            if not date.citations:
                yield UNCITED.at(date.place.key("cite"), owner="the date", label="nobody stands behind this", help=help)
        for relation in event.related:
            if relation.relation in ("causes", "hampers") and not relation.citations:
                yield UNCITED.at(
                    relation.place.at("as"),
                    owner="the relation",
                    label="a cause is somebody's word",
                    help="add `cite:` with the id of the source that says so, or write `see-also`",
                )
    for expectation in timeline.expectations:
        if not expectation.citations:
            yield UNCITED.at(
                expectation.place.key("cite"), owner="the expectation", label="nobody stands behind this", help=help
            )


def _source(source: Source, relayed: bool) -> Iterator[Problem]:
    if not source.is_findable and source.note is None:
        help = "add `url:` with its address, `doi:`, `isbn:`, `holding:` with the archive that keeps it, "
        help += "or `note:` with the reason why there is none"
        yield MISSING_ADDRESS.at(source.place.at("id"), label="nothing leads to this document", help=help)
    if not source.seen and not relayed:
        yield UNSEEN_UNRELAYED.at(
            source.place.at("seen"),
            label="nobody saw it",
            help=f"add `{source.id}` to `relays` of the source that reports it, or write `true`",
        )


def _loops(timeline: Timeline) -> Iterator[Problem]:
    found = provenance.loops(timeline)
    for circle in found.circles:
        last = circle[-1]
        number = last.repeats.index(circle[0].id)
        words = " → ".join(limits.ends([*(source.id for source in circle), circle[0].id]))
        if len(circle) == 1:
            help = f"leave `{last.id}` out of its own `relays`"
        else:
            help = f"leave `{circle[0].id}` out of the `relays` of `{last.id}`, "
            help += "or break the circle where a document did not repeat the next"
        yield RELAY_LOOP.at(
            last.place.at("relays", number),
            label=words,
            help=help,
            elsewhere=tuple(
                (f"`{source.id}` relays `{other.id}` at", source.place.at("relays", source.repeats.index(other.id)))
                for source, other in pairwise(circle)
            ),
        )
    for source, other in found.more[:1]:
        yield RELAY_LOOP.at(
            source.place.at("relays", source.repeats.index(other.id)),
            label=f"{len(found.more):,} more relays close a circle, the first of them here",
            help="break the circles that are told above; what is left then is told with its documents",
        )


_VERBS = {"denied": "denies", "disputed": "disputes"}


def _baseless(event: Event) -> Problem:
    verb = _VERBS.get(event.status)
    if verb is None:
        return BASELESS_STATUS.at(
            event.place.at("status"),
            status=event.status,
            label=f"this is for: {STATUS[event.status]}",
            help="write `reported`, or another status that the claims and their citations bear",
        )
    return BASELESS_STATUS.at(
        event.place.at("status"),
        status=event.status,
        label=f"no claim {verb} one of its claims",
        help=f"add a claim with `{verb}:` and the id of the claim it speaks against, or write `reported`",
    )


def _unproven(timeline: Timeline, event: Event) -> Problem:
    first = event.claims[0]
    hands = parties(timeline, event, first.citations)
    number, origins = len(hands), [origin for hand in hands.all() for origin in hand]
    label = {0: "no origin stands behind it", 1: "one origin stands behind it"}.get(
        number, f"{number} origins, and none of the documents was seen"
    )
    if number == 1 < len(origins):
        apart = len(Hands(timeline, origins)) > 1
        label += f": {len(origins)} documents " + ("that quote the same people" if apart else "of one hand")
    cited = [source for citation in first.citations if (source := timeline.source(citation.source))]
    help = "write `reported`, or let the first claim cite a better source"
    if gone := [source.id for source in cited if source.withdrawn]:
        label += f", and `{gone[0]}` was withdrawn"
    elif number < 2 and (retold := [source.id for source in cited if not (source.is_first_hand or source.relays)]):
        help = f"write `reported`, or find out from whom `{retold[0]}` has it and name that document under `relays`; "
        help += "who retells saw nothing himself, and another word in `kind` would make a witness of him"
    if event.citations:
        help += "; what the event cites as a whole bears no sentence, so cite it at the first claim if it states that"
    return UNPROVEN_CONFIRMED.at(
        event.place.at("status"),
        label=label,
        help=help,
        elsewhere=(("its first claim stands at", first.place.at("text")),),
    )
