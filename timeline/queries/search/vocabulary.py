"""The words of a record, and for each what else is meant by it.

Besides the words that stand in its texts there are those that people type for them: in another spelling, joined or
parted, in another form, by a short name. Each has its ways of being said, and a way is one token of a text, or
several that stand together in one part. The table is made once, in the build; looking up is all that is left to do.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from timeline.model import Timeline
from timeline.queries.search import passages
from timeline.queries.search.folded import folded
from timeline.queries.search.short_names import initials
from timeline.queries.search.spelling import spellings, transcribed
from timeline.queries.search.stems import IRREGULAR, SHORTEST, Stems, participles
from timeline.queries.search.tokens import pairs, runs, tokens, wide

Way = tuple[str, ...]
_HYPHENED = re.compile(r"([^\W_]+)-([^\W_]+)")
_SMALL = re.compile(r"(?<![^\W_])[a-zäöü][^\W\d_]{4,}")
_ARTICLE = "the"
ENDINGS = (
    "ations", "ation", "ments", "ungen", "ment", "ings", "ies", "ied", "ier", "ing", "ers", "ung", "ten", "ter", "tes",
    "es", "ed", "er", "ly", "en", "em", "te", "s", "d", "y", "e", "n", "t",
)  # fmt: skip
"""What a form that no text has may end in, in English and German; the longest first."""


@dataclass(frozen=True)
class Vocabulary:
    """Every word that is looked up, with the other ways of saying it; what stands in no text has only those."""

    texts: frozenset[str]
    """The tokens of the texts."""
    ways: Mapping[str, tuple[Way, ...]]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All of them, in the order in which browsers compare."""
        return tuple(sorted(self.texts | self.ways.keys(), key=lambda word: word.encode("utf-16-be")))

    @cached_property
    def _keys(self) -> tuple[bytes, ...]:
        return tuple(word.encode("utf-16-be") for word in self.words)

    def beginning(self, start: str) -> tuple[str, ...]:
        """The words that begin so."""
        key = start.encode("utf-16-be")
        at = end = bisect_left(self._keys, key)
        while end < len(self.words) and self.words[end].startswith(start):
            end += 1
        return self.words[at:end]

    def has(self, word: str) -> bool:
        return word in self.texts or word in self.ways


def vocabulary(timeline: Timeline) -> Vocabulary:
    """That of a record."""
    made = _Maker(timeline.record.language)
    for part in passages.everything(timeline):
        for text in part:
            made.reads(text)
    for forms in passages.names(timeline):
        made.names(forms)
    return made.done()


class _Maker:
    def __init__(self, language: str) -> None:
        self.language = language
        self.texts: set[str] = set()
        self.by_language: dict[str, set[str]] = {}
        self.joined: dict[str, set[Way]] = {}
        """What stands in two words, by both together."""
        self.neighbours: set[tuple[str, str]] = set()
        self.named: dict[str, set[Way]] = {}
        self.stems = Stems()
        self.small: set[str] = set()
        """German words that begin with a small letter, among which verbs are."""
        self.typed: set[str] = set()
        """Words that stand in no text."""

    def reads(self, text: passages.Text) -> None:
        said = folded(text.text)
        row = runs(said)
        self.texts.update(tokens(said))
        self.by_language.setdefault(text.language, set()).update(row)
        self.neighbours.update(pairwise(row))
        if text.language.startswith("de"):
            self.small.update(folded(word) for word in _SMALL.findall(text.text))
        for one, other in _HYPHENED.findall(said) if "-" in said else ():
            if not (wide(one) or wide(other)):
                self.joined.setdefault(one + other, set()).add((one, other))
        for word, plain in transcribed(text.text):
            self.typed.add(plain)
            self.stems.join(plain, folded(word))

    def names(self, forms: Iterable[str]) -> None:
        """Each form of a name is said by every other."""
        given = [*forms]
        given += [short for short in [initials(given[0])] if short and short not in given]
        ways = {way for way in map(_way, given) if way}
        for way in ways:
            whole = "".join(way)
            self.named.setdefault(whole, set()).update(ways - {(whole,)})
            if len(way) == 2:
                self.joined.setdefault(whole, set()).add(way)

    def done(self) -> Vocabulary:
        self._join()
        for word in [*self.texts, *self.joined]:
            for other in spellings(word):
                self.typed.add(other)
                self.stems.join(word, other)
        self.typed.update(self.joined)
        at_home = self.by_language.get(self.language, set()) | self.by_language.get("", set()) | self.typed
        self.stems.by_stem(at_home, self.language)
        for language, own in sorted(self.by_language.items()):
            if language not in ("", self.language):
                self.stems.by_stem(own, language, at_home)
            if language:
                self._inflect(own, language, at_home)
        ways: dict[str, set[Way]] = {}
        for family in self.stems.members({*self.texts, *self.typed}).values():
            said = {way for word in family for way in self._own(word)}
            for word in family:
                ways.setdefault(word, set()).update(said - {(word,)})
        for word, others in [*self.joined.items(), *self.named.items()]:
            ways.setdefault(word, set()).update(others)
        sorted_ways = {word: tuple(sorted(each)) for word, each in ways.items() if each}
        return Vocabulary(frozenset(self.texts), sorted_ways)

    def _inflect(self, own: set[str], language: str, at_home: set[str]) -> None:
        """What stemmers leave apart: the genitive of a name in other languages, German participles, irregular words."""
        for word in own if language != self.language else ():
            if word.endswith("s") and word[:-1] in at_home and len(word) > SHORTEST + 1:
                self.stems.join(word, word[:-1])
        spoken = language.partition("-")[0]
        pairs = ((word, form) for word in self.small if spoken == "de" for form in participles(word))
        irregular = (forms for forms in IRREGULAR if spoken == "en" and not own.isdisjoint(forms))
        for word, form in (*pairs, *(pair for forms in irregular for pair in pairwise(forms))):
            self.typed.update({word, form} - self.texts)
            self.stems.join(word, form)

    def _own(self, word: str) -> Iterator[Way]:
        """How a word itself stands in texts."""
        if word in self.texts:
            yield (word,)
        yield from self.joined.get(word, ())

    def _join(self) -> None:
        """What one text writes in two words and another in one, in any spelling."""
        for one, other in self.neighbours:
            for end in (other, *spellings(other)):
                if one + end in self.texts and len(one) > 1 and len(other) > 1:
                    self.joined.setdefault(one + end, set()).add((one, other))


def _way(name: str) -> Way:
    in_words = runs(folded(name))
    said = in_words[1:] if in_words[:1] == [_ARTICLE] and len(in_words) > 1 else in_words
    return tuple(token for word in said for token in (pairs(word)[:-1] or [word] if wide(word) else [word]))
