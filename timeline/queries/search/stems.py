"""Which words are forms of one word: by the stemmers of Snowball for the language of their texts, and by spelling."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

_NAMES = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali",
    "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
SHORTEST = 3
"""Letters of a word that has forms."""


class Stems:
    """Words that are one another's forms, put together pair by pair."""

    def __init__(self) -> None:
        self._over: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        """Two words, and with them all their forms, are forms of one word."""
        first, second = self.head(one), self.head(other)
        if first != second:
            self._over[max(first, second)] = min(first, second)

    def head(self, word: str) -> str:
        """The word by which a family is known."""
        while (over := self._over.get(word)) is not None:
            word = over
        return word

    def by_stem(self, words: Iterable[str], language: str, at_home: Collection[str] = ()) -> None:
        """Puts together what has one stem in a language; one that no stemmer knows has no forms.

        Words that are `at_home` in another have their forms there; here they stay apart, and lend themselves only to
        what begins with them ("Huaweis").
        """
        stemmer = _stemmer(language.partition("-")[0])
        if stemmer is None:
            return
        able = sorted(word for word in words if len(word) >= SHORTEST and word.isalpha())
        first: dict[str, str] = {}
        lent: dict[str, str] = {}
        for word, stem in zip(able, stemmer.stemWords(able), strict=True):
            if word in at_home:
                lent.setdefault(stem, word)
            else:
                self.join(word, first.setdefault(stem, word))
        for stem, word in first.items():
            if stem in lent and word.startswith(lent[stem]):
                self.join(word, lent[stem])

    def members(self, words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Each family of several, by its head."""
        families: dict[str, list[str]] = {}
        for word in words:
            families.setdefault(self.head(word), []).append(word)
        return {head: tuple(sorted(family)) for head, family in families.items() if len(family) > 1}


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer  # only a search needs it, and its many languages take longer than to check a small record

    name = _NAMES.get(language)
    return snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None
