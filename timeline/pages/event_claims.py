"""The claims of an event as its page prints them.

An answer stands below what it answers. A line on where a claim comes from is said only where that differs from what
holds for most, which is said once. Where there are many claims the reader gets first what leads back to an
independent source and what is disputed; the others are folded.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.language import N_, Messages
from timeline.language import gettext as _
from timeline.model import Claim, Event
from timeline.pages import dispute_sides, event_provenance
from timeline.pages.event_provenance import Behind
from timeline.queries.disputes import Manner, Question
from timeline.queries.evidence import Evidence
from timeline.queries.index import Index, Stated
from timeline.queries.notes import Pointer
from timeline.site import inline_markdown
from timeline.site.urls import Links

FEW = 8
"""So many claims stand in the order of the record, none of them folded."""
OPEN = 7
"""Of more, so many undisputed ones are open at first."""
CHIPS = 4
"""So many numbers of notes stand behind a claim; of more, the others unfold."""
_SHORT = 120
"""How many characters of a claim told elsewhere are shown."""
_AGAINST: Mapping[Manner, str] = Messages({"disputes": N_("Disputes"), "denies": N_("Denies")})
_OBJECTED: Mapping[Manner, tuple[str, str]] = {
    "disputes": (N_("Disputed by {name}"), N_("Disputed")),
    "denies": (N_("Denied by {name}"), N_("Denied")),
}
_ANSWERED: Mapping[Manner, str] = {"disputes": N_("{name} disputes this"), "denies": N_("{name} denies this")}


@dataclass(frozen=True, slots=True)
class Against:
    """A claim that stands on the other side, in short."""

    words: str
    claim: Claim
    text: str
    link: str
    told: Event | None
    """The event that tells it, where that is another one."""


@dataclass(frozen=True, slots=True)
class Said:
    """One claim."""

    claim: Claim
    chips: tuple[Pointer, ...]
    more: tuple[Pointer, ...]
    evidence: Evidence
    line: str
    """Where it comes from, as far as that is not said for all."""
    head: str
    """How it stands to the claim above it."""
    above: str
    """That claim, by its name in the whole timeline."""
    against: tuple[Against, ...]
    stands: tuple[str, ...]
    """Where its disputes stand."""

    @property
    def notes(self) -> int:
        return len(self.chips) + len(self.more)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a dispute is about, said above the claim with which it begins here."""

    words: str
    link: str
    """To all its sides."""
    claim: Claim


@dataclass(frozen=True, slots=True)
class Thread:
    """A claim and the answers to it."""

    claim: Said
    answers: tuple[Said, ...]
    asked: Asked | None

    @property
    def others(self) -> list[Claim]:
        """The claims with which it is in dispute, told here or elsewhere."""
        return [*(said.claim for said in self.answers), *(other.claim for other in self.claim.against)]

    @property
    def stands(self) -> list[str]:
        """Where the disputes within it stand."""
        return [words for said in (self.claim, *self.answers) for words in said.stands]


@dataclass(frozen=True, slots=True)
class Parts:
    """All claims of an event."""

    common: str
    """Where they come from, unless one says otherwise."""
    said: tuple[Thread, ...]
    disputed: tuple[Thread, ...]
    """Only where there are many; else all stand in one row."""
    folded: tuple[Thread, ...]
    unsupported: int
    """How many of the folded ones rest on documents that do not say where they got it."""

    @property
    def first_disputed(self) -> str:
        """Where disputes begin that have no heading of their own: a claim, by its name in the whole timeline."""
        refs = () if self.disputed else (thread.claim.claim.ref for thread in self.said if _in_dispute(thread))
        return next(iter(refs), "")

    @property
    def folded_claims(self) -> list[Claim]:
        return [said.claim for thread in self.folded for said in (thread.claim, *thread.answers)]


class Drawn:
    """The claims of one event as HTML, each drawn once however many days have it so."""

    def __init__(self, context: Context, event: Event) -> None:
        self._context, self._event = context, event
        self._macros: Any = environment().get_template("event_claims.html").module
        self._drawn: dict[Hashable, Markup] = {}

    def __call__(self, said: Said) -> Markup:
        against = tuple((other.words, other.text, other.link, other.told and other.told.id) for other in said.against)
        notes = tuple((p.note.source.id, p.note.number, p.places, p.whole) for p in (*said.chips, *said.more))
        name = (said.claim.ref, said.head, said.line, said.evidence, len(said.chips), notes, against)
        if name not in self._drawn:
            pieces, citations = self._context.pieces, self._context.citations
            self._drawn[name] = self._macros.claim(said, self._event, pieces, citations)
        return self._drawn[name]


def parts(index: Index, links: Links, event: Event, stated: Sequence[Stated]) -> Parts:
    """The claims in the order in which the page has them."""
    behind = event_provenance.Behind(index.timeline, stated)
    threads = _threads(index, links, event, stated, behind)
    words = event_provenance.in_common(stated, behind)
    if len(stated) <= FEW:
        return Parts(words, tuple(threads), (), (), 0)
    first, *others = threads
    disputed = [thread for thread in others if _in_dispute(thread)]
    plain = [thread for thread in others if not _in_dispute(thread)]
    supported = [thread for thread in plain if thread.claim.evidence.origins]
    weak = [thread for thread in plain if not thread.claim.evidence.origins]
    said, folded = [first, *supported[: OPEN - 1]], [*supported[OPEN - 1 :], *weak]
    if len(folded) < 3:  # not worth a click
        said, folded = [first, *plain], []
    unsupported = sum(not thread.claim.evidence.origins for thread in folded)
    return Parts(words, tuple(said), tuple(disputed), tuple(folded), unsupported)


def _threads(index: Index, links: Links, event: Event, stated: Sequence[Stated], behind: Behind) -> list[Thread]:
    here = {item.claim.ref: item for item in stated}
    roots = {ref: _root(ref, here) for ref in here}
    stands = _stands(index, event)

    def said(item: Stated) -> Said:
        return _said(index, links, event, item, roots, behind, stands.get(item.claim.ref, ()))

    threads = {ref: [said(here[ref])] for ref in here if roots[ref] == ref}
    for item in stated:
        if roots[item.claim.ref] != item.claim.ref:
            threads[roots[item.claim.ref]].append(said(item))
    asked = {
        side.claim.ref: question for question in index.questions_by_event.get(event.id, ()) for side in question.sides
    }
    return [
        Thread(first, tuple(answers), _asked(links, first.claim, asked.get(first.claim.ref)))
        for first, *answers in threads.values()
    ]


def _asked(links: Links, claim: Claim, question: Question | None) -> Asked | None:
    if question is None or question.words is None:
        return None
    return Asked(question.words, links.question(question.anchor), claim)


def _root(ref: str, here: Mapping[str, Stated]) -> str:
    """The claim of this event to which an answer, or an answer to an answer, goes back."""
    row = [ref]
    while step := next((other.ref for _, other in here[row[-1]].against if other.ref in here), ""):
        if step in row:  # they speak against each other: the one that was told first
            return min(row[row.index(step) :], key=lambda name: here[name].claim.number)
        row.append(step)
    return row[-1]


def _said(
    index: Index,
    links: Links,
    event: Event,
    stated: Stated,
    roots: Mapping[str, str],
    behind: Behind,
    stands: Sequence[str],
) -> Said:
    claim = stated.claim
    cited = tuple(sorted(stated.cited, key=lambda pointer: pointer.note.number))
    few = CHIPS if len(cited) > CHIPS + 1 else len(cited)
    root = roots[claim.ref]
    above = next((manner for manner, other in stated.against if other.ref == root != claim.ref), None)
    against = [
        *(
            _against(index, links, event, other, _objects(index, other, manner))
            for manner, other in stated.opposed
            if roots.get(other.ref) != root
        ),
        *(
            _against(index, links, event, other, _AGAINST[manner])
            for manner, other in stated.against
            if not (above and other.ref == root)
        ),
    ]
    return Said(
        claim,
        cited[:few],
        cited[few:],
        stated.evidence,
        event_provenance.line(index, stated, behind, spoken=bool(above)),
        _answers(index, claim, above) if above else "",
        root if above else "",
        tuple(against),
        tuple(stands),
    )


def _against(index: Index, links: Links, event: Event, claim: Claim, words: str) -> Against:
    told = None if claim.event == event.id else index.timeline.events_by_id[claim.event]
    text = inline_markdown.shortened(inline_markdown.plain(claim.text), _SHORT)
    return Against(words, claim, text, dispute_sides.link(links, claim, event), told)


def _objects(index: Index, claim: Claim, manner: Manner) -> str:
    speaker = dispute_sides.speaker(index, claim)
    named, nobody = _OBJECTED[manner]
    return _(named).format(name=speaker) if speaker else _(nobody)


def _answers(index: Index, claim: Claim, manner: Manner) -> str:
    speaker = dispute_sides.speaker(index, claim)
    return _(_ANSWERED[manner]).format(name=speaker) if speaker else _(_OBJECTED[manner][1])


def _stands(index: Index, event: Event) -> Mapping[str, Sequence[str]]:
    """Of each dispute once: at the claim that is disputed, or at the first that disputes one told elsewhere."""
    stands: dict[str, list[str]] = {}
    for dispute in index.disputes_by_event.get(event.id, ()):
        here = (o.claim for o in dispute.objections if o.claim.event == event.id)
        first = dispute.target if dispute.target.event == event.id else next(here)
        stands.setdefault(first.ref, []).append(dispute_sides.where_it_stands(index, dispute))
    return stands


def _in_dispute(thread: Thread) -> bool:
    return bool(thread.answers) or any(said.against for said in (thread.claim, *thread.answers))
