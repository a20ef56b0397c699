"""What each claim rests on, as readers ask: its own sources or its event's, people without a name, machines.

A claim rests on people without a name where each of its origins names, for this claim, nobody else: "two people close
to the company". Whether such words are for people, and for one of them, is read from English words alone: "an official
of the ministry" is one, "officials" are several, "Anna Berg" has a name. Other words are shown and count for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from timeline.model import Citation, Claim, Event, Source, Timeline
from timeline.queries.independence import Hands

_PERSON = (
    "adviser|advisor|aide|analyst|banker|colleague|developer|diplomat|employee|engineer|executive|expert|insider|"
    "investor|lawmaker|lawyer|leaker|manager|member|official|person|programmer|reporter|researcher|scientist|source|"
    "spokesman|spokesperson|spokeswoman|student|supplier|user|witness|worker|man|woman|fisherman"
)
_ONE = re.compile(rf"(?:an?|one|another)\b.*?\b(?:{_PERSON})\b")
_SEVERAL = re.compile(rf"(?=[a-z0-9]).*?\b(?:people|staff|men|women|witnesses|(?:{_PERSON})s)\b")
End = Callable[[Citation], tuple[Source | None, Source]]
"""For a citation, its origin and the last document of its chain."""


@dataclass(frozen=True, slots=True)
class Support:
    """A claim with what it rests on."""

    claim: Claim
    event: Event
    origins: int
    """Independent sources behind it."""
    people: tuple[str, ...]
    """The words for people without a name, where it rests on nobody else."""
    one_person: bool
    """Whether these are one person, as far as the record's words tell."""
    machines: bool
    """Whether nothing but machine-written text is cited for it."""


def only_machines(timeline: Timeline, claim: Claim) -> bool:
    """Whether every document that is cited was written by a machine."""
    cited = [timeline.source(citation.source) for citation in claim.citations]
    return bool(cited) and all(source is not None and source.counts_as == "ai-generated" for source in cited)


def is_one(words: str) -> bool:
    """Whether words are for one person and give no name."""
    return _ONE.match(words) is not None


def unnamed(words: str) -> bool:
    """Whether words are for people and give no name: they begin with a small letter or a number."""
    return is_one(words) or _SEVERAL.match(words) is not None


def of(timeline: Timeline, event: Event, claim: Claim, end: End) -> Support:
    """What a claim rests on.

    What does not say where it got something leaves the word to what does.
    """
    cited = [(citation, *end(citation)) for citation in claim.citations if timeline.source(citation.source)]
    hands = Hands(timeline, (origin for _, origin, _ in cited if origin))
    ends: dict[str, list[str]] = {}
    for citation, origin, last in cited:
        if origin or not hands:
            ends.setdefault(last.id, []).extend([citation.attributed_to] if citation.attributed_to else [])
    named = people(ends)
    single = len(named) == 1 and is_one(named[0]) and len(hands) <= 1
    return Support(claim, event, len(hands), named, single, only_machines(timeline, claim))


def people(ends: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Whom the ends of a claim's chains name, if each names people without a name and nobody else; by document."""
    named = [tuple(words) for words in ends.values()]
    if not all(words and all(map(unnamed, words)) for words in named):
        return ()
    return tuple(dict.fromkeys(each for words in named for each in words))


LISTS: Mapping[str, Callable[[Support], bool]] = {
    "several-sources": lambda found: found.origins > 1,
    "one-source": lambda found: found.origins == 1,
    "no-source-named": lambda found: found.origins == 0 and not found.claim.only_as_a_whole,
    "sources-of-the-event": lambda found: found.claim.only_as_a_whole,
    "unnamed-people": lambda found: bool(found.people),
    "one-person": lambda found: found.one_person,
    "machine-written": lambda found: found.machines,
}
"""The questions that have a list each, by the name of its address; the first four part all claims among them."""
