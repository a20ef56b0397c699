"""Where the claims of an event come from, in words: said once for most of them, and at a claim where it differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from timeline.language import N_, ngettext
from timeline.language import gettext as _
from timeline.model import Claim, Source, Timeline
from timeline.pages import dispute_sides
from timeline.queries import support
from timeline.queries.evidence import Evidence
from timeline.queries.independence import Hands
from timeline.queries.index import Index, Stated
from timeline.site import inline_markdown, wording


class Behind:
    """To whom the claims of an event lead back, with several documents of one hand as one."""

    def __init__(self, timeline: Timeline, stated: Sequence[Stated]) -> None:
        self.timeline = timeline
        hands = Hands(timeline, (source for item in stated for hand in item.origins for source in hand)).all()
        self._hands = {source.id: number for number, hand in enumerate(hands) for source in hand}
        counted = Counter(origin for item in stated if (origin := self.of(item)))
        self.common = counted.most_common(1)[0][0] if counted else frozenset[int]()
        """What most claims lead back to; of several alike, what was met first."""

    def of(self, stated: Stated) -> frozenset[int]:
        """The hands behind one claim, by number."""
        return frozenset(self._hands[source.id] for hand in stated.origins for source in hand)


def in_common(stated: Sequence[Stated], behind: Behind) -> str:
    """What holds for every claim that says nothing else."""
    sharing = [item for item in stated if behind.of(item) == behind.common]
    if not any(item.cited for item in stated):
        return _("No sentence here has a source of its own.")
    if not behind.common:
        documents = len({pointer.note.number for item in stated for pointer in item.cited})
        return _sentence(_without_origin(documents, withdrawn=any(item.evidence.withdrawn for item in stated)))
    origins = Hands(behind.timeline, (source for item in sharing for hand in item.origins for source in hand))
    names = wording.origins(origins.all(), counted=False)
    if len(sharing) == len(stated):
        whole = N_("All of it goes back to {names}.") if len(stated) > 1 else N_("This goes back to {names}.")
        return _(whole).format(names=names)
    return _("Where nothing else is noted, a claim goes back to {names}.").format(names=names)


def of_all(evidence: Evidence, origins: Sequence[Sequence[Source]]) -> str:
    """What all documents of an event lead back to, and how many of them lead nowhere."""
    if not evidence.sources:
        return _("Only the event as a whole cites documents.")
    if not origins:
        return _sentence(_without_origin(evidence.sources, withdrawn=evidence.withdrawn))
    told = ngettext(
        "What can be traced in this document leads back to {names}",
        "What can be traced in these {n} documents leads back to {names}",
        evidence.sources,
    ).format(n=evidence.sources, names=wording.origins(origins))
    return f"{told}; {wording.unnamed(evidence)}." if evidence.unnamed else f"{told}."


def line(index: Index, stated: Stated, behind: Behind, *, spoken: bool = False) -> str:
    """What is to be known of one claim: whose word it is and on what it rests, where its sentence does not say so.

    `spoken` is one above which the speaker stands already.
    """
    said, text = [], inline_markdown.plain(stated.claim.text)
    speaker = dispute_sides.speaker(index, stated.claim)
    if speaker and not spoken and not _named(index, stated.claim, text):
        said.append(_("{name}’s word").format(name=speaker))
    if not stated.cited:
        if behind.common:
            said.append(_("no source of its own"))
    elif behind.of(stated) != behind.common:
        names = wording.origins(stated.origins, counted=False)
        said.append(
            _("goes back to {names}").format(names=names)
            if names
            else _without_origin(stated.evidence.sources, withdrawn=stated.evidence.withdrawn)
        )
    if support.only_machines(index.timeline, stated.claim) and "-written" not in text:
        said.append(_("only AI-written text says so"))
    if named := [name for name in stated.attributed if name.casefold() not in text.casefold()]:
        said.append(_("attributed to {people}").format(people=wording.listed(named)))
    return _sentence("; ".join(said))


def _named(index: Index, claim: Claim, text: str) -> bool:
    """Whether a sentence says who speaks: by the last word of the name, or by another name."""
    actor = index.timeline.actors_by_id[claim.by or ""]
    return any(name in text for name in (actor.name.split()[-1], *actor.also))


def _without_origin(documents: int, *, withdrawn: bool) -> str:
    if withdrawn:
        return _("a document was withdrawn, and no origin is left")
    return ngettext(
        "the document does not say where it got this",
        "not one of the {n} documents says where it got this",
        documents,
    ).format(n=documents)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""
