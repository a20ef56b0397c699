"""What somebody typed, read as terms: all of them must be there, each in one of its ways.

A way is one token, or several that must stand in one part of a record's texts; a token that ends in "*" is the
beginning of one. `terms.js` reads alike, by the table of the build, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from timeline.queries.search.folded import folded
from timeline.queries.search.numbers import CURRENCIES, chunks, numbers
from timeline.queries.search.tokens import NUMBER, is_pointed, pairs, runs, wide
from timeline.queries.search.vocabulary import ENDINGS, Vocabulary, Way

SMALL = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "by", "did", "do", "does", "for", "from", "had", "has", "have",
    "how", "much", "many",
    "in", "is", "it", "its", "of", "on", "or", "that", "the", "there", "this", "to", "was", "were",
    "what", "when", "where", "which", "who", "whom", "whose", "why", "with", "das", "dem", "den", "der", "des",
    "die", "ein", "eine", "einer", "eines", "fur", "im", "ist", "mit", "oder", "und", "vom", "von", "wann",
    "war", "warum", "wer", "wie", "wo", "zu", "zum", "zur",
))  # fmt: skip
"""Words that ask for nothing beside others, in English and German, folded."""
MOST_JOINED = 4
BEGINNING = "*"
_LEAST_ROOT, _LEAST_SPLIT = 3, 2


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that was asked for, as it was typed, and its ways."""

    typed: str
    ways: tuple[Way, ...]


@dataclass
class _Item:
    typed: str
    whole: bool
    """Whether more letters would make another word."""
    ways: dict[Way, None]
    small: bool = False
    loose: bool = True
    """Whether it may be a part of a word that is written in one."""


def terms(q: str, known: Vocabulary) -> tuple[Term, ...]:
    """The terms of a text that was typed."""
    items = [*_items(q, known)]
    _join(items, known)
    told = [item for item in items if not item.small] or items
    return tuple(Term(item.typed, tuple(sorted(item.ways))) for item in told)


def fits(term: Term, parts: Iterable[Collection[str]]) -> bool:
    """Whether a term is met by one of the parts, given by their tokens."""
    return any(all(_in(token, part) for token in way) for part in parts for way in term.ways)


def _in(token: str, part: Collection[str]) -> bool:
    if token.endswith(BEGINNING):
        return any(each.startswith(token[:-1]) for each in part)
    return token in part


def _items(q: str, known: Vocabulary) -> Iterator[_Item]:
    words = chunks(folded(q))
    numbers_at = {start: (end, values) for start, end, values, _ in numbers(words)}
    money = {at for start, (end, _) in numbers_at.items() for at in (start - 1, end) if 0 <= at < len(words)}
    at = 0
    while at < len(words):
        if at in numbers_at:
            end, values = numbers_at[at]
            yield _number(words[at:end], values)
            at = end
            continue
        if not (at in money and words[at] in CURRENCIES):
            yield from _pieces(words[at], known)
        at += 1


def _number(words: Sequence[str], values: Sequence[str]) -> _Item:
    ways: dict[Way, None] = {(NUMBER + value,): None for value in values}
    plain = len(words) == 1 and (words[0].isalpha() or words[0].isdecimal() or is_pointed(words[0]))
    if plain:
        ways[(words[0] + BEGINNING,)] = None
    return _Item(" ".join(words), not plain, ways, loose=plain)


def _pieces(word: str, known: Vocabulary) -> Iterator[_Item]:
    word = word.removesuffix("'s")
    pieces = [word] if is_pointed(word) else runs(word)
    for piece in pieces:
        if wide(piece):
            said = tuple(pairs(piece)[:-1]) or (piece + BEGINNING,)
            yield _Item(piece, True, {said: None}, loose=False)
        else:
            whole = piece is not pieces[-1]
            yield _Item(piece, whole, dict.fromkeys(_ways(piece, whole, known)), small=piece in SMALL)


def _ways(word: str, whole: bool, known: Vocabulary) -> Iterator[Way]:
    """How a typed word may stand in texts."""
    begun = () if whole else known.beginning(word)
    if not (known.has(word) if whole else begun):
        yield from _forms(word, ENDINGS, known)
        yield from _parted(word, known)
    elif whole:
        yield (word,)
        yield from known.ways.get(word, ())
    else:
        yield (word + BEGINNING,)
        more = (way for way in _others(word, begun, known) if not any(token.startswith(word) for token in way))
        yield from more  # what has a token that begins so is met already


def _others(word: str, begun: Sequence[str], known: Vocabulary) -> Iterator[Way]:
    """What else is meant by a word and by what begins with it."""
    yield from known.ways.get(word, ())
    for other in begun if len(word) >= _LEAST_ROOT else ():
        if other != word and other not in known.texts:
            yield from (way for way in known.ways[other] if len(way) == 1 or len(word) > _LEAST_ROOT)
    if not known.has(word):
        yield from _forms(word, [ending for ending in ENDINGS if "er" not in ending], known)


def _forms(word: str, endings: Sequence[str], known: Vocabulary) -> Iterator[Way]:
    """How a word may stand there that is in no table: with another ending."""
    for ending in endings:
        root = word.removesuffix(ending)
        if root == word or len(root) < _LEAST_ROOT:
            continue
        roots = (root, root[:-1]) if root[-1] == root[-2] and len(root) > _LEAST_ROOT else (root,)
        forms = [each + other for each in roots for other in ("", *endings) if known.has(each + other)]
        if forms:
            for other in forms:
                yield from _said(other, known)
            return


def _parted(word: str, known: Vocabulary) -> Iterator[Way]:
    """How it may stand there in two words."""
    for at in range(_LEAST_SPLIT, len(word) - _LEAST_SPLIT + 1):
        one, other = word[:at], word[at:]
        if known.has(one) and known.has(other):
            for first, second in product(_said(one, known), _said(other, known)):
                if len(first) == len(second) == 1:
                    yield (*first, *second)


def _said(word: str, known: Vocabulary) -> tuple[Way, ...]:
    own: tuple[Way, ...] = ((word,),) if word in known.texts else ()
    return (*own, *known.ways.get(word, ()))


def _join(items: Sequence[_Item], known: Vocabulary) -> None:
    """Words that may be one word: "super micro", "data centre", "open ai", "wall street journal"."""
    for start in range(len(items)):
        for end in range(start + 2, min(start + MOST_JOINED, len(items)) + 1):
            span = items[start:end]
            if not all(item.loose for item in span):
                break
            whole = "".join(item.typed for item in span)
            if known.has(whole) or (end == len(items) and len(whole) > MOST_JOINED and known.beginning(whole)):
                for item in span:
                    item.ways.update(dict.fromkeys(_ways(whole, span[-1].whole, known)))
