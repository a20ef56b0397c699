"""What the record says in its own voice is borne by more than retellings, and what it calls a headline was seen.

A sentence without a speaker is the record's own word. It needs the thing itself or two origins that do not
depend on each other; a retelling bears it only under the name of somebody who says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks import attribution_words
from timeline.checks.waivers import Judged
from timeline.model import Claim, Event, Source, Timeline
from timeline.problems.notes import UNNAMED_SPEAKER
from timeline.problems.slips import UNSEEN_HEADLINE
from timeline.queries import provenance

_LITTLE = re.compile(r"a|an|the|its?|is|are|of|on|in|to|and|that|der|die|das|eine?|de[nms]|ist|sind|und")
_FEWEST = 4
"""Fewer words may be the same by chance."""


def slips(timeline: Timeline) -> Iterator[Judged]:
    """Claims that pass a title for a document's words though the title itself was not seen."""
    spoken = attribution_words.of(timeline.record.language)
    if spoken is None:
        return
    for event in timeline.events:
        for claim in event.claims:
            titled = [source for source in _cited(timeline, claim) if source.title_basis in ("address", "ours")]
            if not titled or len(titled) < len(claim.citations):
                continue
            if spoken.headline.search(claim.text) or any(_only_the_title(claim, source) for source in titled):
                basis = {"address": "formed from its address", "ours": "ours"}[titled[0].title_basis]
                help = "tell what the document says in its text, or mend `title_basis` once the title was seen"
                yield (
                    UNSEEN_HEADLINE.at(claim.place.at("cite", 0), label=f"its title is {basis}", help=help),
                    (event, titled[0]),
                )


def notes(timeline: Timeline) -> Iterator[Judged]:
    """Claims in the record's own voice that rest on retellings alone; those of the same sources are told once."""
    spoken = attribution_words.of(timeline.record.language)
    if spoken is None:
        return
    alike: dict[tuple[frozenset[str], str], list[tuple[Event, Claim]]] = {}
    for event in timeline.events:
        for claim in event.claims:
            if not is_attributed(timeline, claim, spoken) and _retold(timeline, claim):
                cited = frozenset(source.id for source in _cited(timeline, claim))
                waiving = event.id if UNNAMED_SPEAKER.code in event.allow else ""  # hides no other's claims
                alike.setdefault((cited, waiving), []).append((event, claim))
    for (event, claim), *others in alike.values():
        origins = provenance.independent(timeline, claim.citations)
        label = "no speaker, and " + ("one origin behind it" if origins else "no origin is named")
        if others:
            label += f"; so {len(others)} more on the same sources"
        help = "name in the sentence who says so, or cite the thing itself or another origin"
        yield UNNAMED_SPEAKER.at(claim.place.at("text"), label=label, help=help), (event,)


def _cited(timeline: Timeline, claim: Claim) -> list[Source]:
    return [source for citation in claim.citations if (source := timeline.source(citation.source))]


def is_attributed(timeline: Timeline, claim: Claim, spoken: attribution_words.Speech) -> bool:
    """Whether somebody is named who says it: by a field, or in the sentence."""
    if claim.by or any(citation.attributed_to for citation in claim.citations) or spoken.saying.search(claim.text):
        return True
    behind = [source for citation in claim.citations for source in provenance.path(timeline, citation)]
    tellers = {attribution_words.bare(source.publisher) for source in behind if source.counts_as != "primary"}
    return attribution_words.names_one(claim.text, tellers)


def _retold(timeline: Timeline, claim: Claim) -> bool:
    """Whether nothing that it cites saw for itself, and it does not lead to two origins either."""
    cited = _cited(timeline, claim)
    if not cited:
        return False  # only the event as a whole cites
    if any(source.seen and source.is_first_hand for source in cited):
        return False
    if all(source.counts_as == "ai-generated" for source in cited):
        return False  # told as `ai-only`
    return provenance.independent(timeline, claim.citations) < 2


def _only_the_title(claim: Claim, source: Source) -> bool:
    """Whether a claim that names the publisher says nothing beyond a title that was formed from an address."""
    publisher = attribution_words.bare(source.publisher)
    if source.title_basis != "address" or not attribution_words.names_one(claim.text, [publisher]):
        return False
    said = _content(re.split(r",(?=[^,]*$)", claim.text.replace(publisher, ""))[0])
    return len(said) >= _FEWEST and said <= _content(source.title or "")


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.casefold()) if not _LITTLE.fullmatch(word))
