"""Which words are forms of one word: by the stemmers of Snowball for the language of their texts, and by spelling."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
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
IRREGULAR = tuple(
    tuple(forms.split())
    for forms in (
        "become became", "begin began begun", "break broke broken", "bring brought", "build built", "buy bought",
        "catch caught", "child children", "choose chose chosen", "draw drew drawn", "drive drove driven",
        "eat ate eaten", "fall fell fallen", "fight fought", "forbid forbade forbidden", "forget forgot forgotten",
        "freeze froze frozen", "give gave given", "go went gone", "grow grew grown", "hide hid hidden", "hold held",
        "keep kept", "know knew known", "lead led", "lose lost", "make made", "man men", "mean meant", "meet met",
        "pay paid", "run ran", "say said", "seek sought", "sell sold", "send sent", "shake shook shaken",
        "show showed shown", "shrink shrank shrunk", "sink sank sunk", "speak spoke spoken", "spend spent",
        "steal stole stolen", "strike struck stricken", "swear swore sworn", "take took taken", "teach taught",
        "tell told", "think thought", "throw threw thrown", "undertake undertook undertaken", "wear wore worn",
        "win won", "withdraw withdrew withdrawn", "withhold withheld", "woman women", "write wrote written",
    )
)  # fmt: skip
"""Forms of one English word that no rule of a stemmer puts together, and of which none is also another word's."""
_PREFIX = "ab|an|auf|aus|bei|durch|ein|fest|her|hin|los|mit|nach|um|vor|weg|weiter|zu|zuruck|zusammen"
_VERB = re.compile(rf"(?P<before>(?:{_PREFIX})?)(?P<root>[^\W\d_]{{3,}}?(?:e[lr])?)e?n")
_PARTICIPLE = re.compile(rf"(?P<before>(?:{_PREFIX})?)ge(?P<root>[^\W\d_]{{3,}}?)e?t(?:e[mnrs]?)?")
_UNSTRESSED = re.compile(r"(?:be|ver|zer|ent|er|ge|miss).*|.*ieren")
"""Verbs whose participle has no "ge"."""


def participles(word: str) -> Iterator[str]:
    """The weak participle of a German infinitive, and the infinitive of a participle, folded as the word is.

    Which words are verbs nobody says: what is made of others is typed by nobody. Strong verbs change their vowels too,
    and stay apart.
    """
    said = _PARTICIPLE.fullmatch(word)
    if said:
        root = said["before"] + said["root"]
        yield root + ("n" if root.endswith(("el", "er")) else "en")
        return
    verb = _VERB.fullmatch(word)
    if verb and not _UNSTRESSED.fullmatch(verb["root"] + "en"):
        yield f"{verb['before']}ge{verb['root']}{'e' if verb['root'][-1] in 'td' else ''}t"


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
