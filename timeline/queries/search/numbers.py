"""Numbers as people write them, each as one value: "$5.5 billion", "5,5 Mrd.", "five million", "50,000", "55亿".

A comma or a point with exactly three figures behind it parts thousands, as far as a point does not stand alone: "5.500"
is five and a half. `numbers.js` reads what is typed by the same tables, which the build hands over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

SCALES = {
    "thousand": 3, "tausend": 3, "tsd": 3, "k": 3, "million": 6, "millions": 6, "millionen": 6, "mio": 6, "mn": 6,
    "m": 6, "mln": 6, "billion": 9, "billions": 9, "milliarde": 9, "milliarden": 9, "mrd": 9, "bn": 9, "bln": 9,
    "b": 9, "trillion": 12, "trillions": 12, "billionen": 12, "bio": 12, "tn": 12, "trn": 12, "万": 4, "萬": 4,
    "亿": 8, "億": 8, "百万": 6, "百萬": 6, "千万": 7, "千萬": 7, "十亿": 9, "十億": 9,
}  # fmt: skip
"""How many noughts a word stands for, in English, German and Chinese."""
ATTACHED = frozenset(("k", "m", "b"))
"""Those that mean a number only without a space: "5 m" may be metres."""
WORDS = {
    word: value
    for value, words in {
        1: "one ein eine einer", 2: "two zwei", 3: "three drei", 4: "four vier", 5: "five funf", 6: "six sechs",
        7: "seven sieben", 8: "eight acht", 9: "nine neun", 10: "ten zehn", 11: "eleven elf", 12: "twelve zwolf",
        13: "thirteen dreizehn", 14: "fourteen vierzehn", 15: "fifteen funfzehn", 16: "sixteen sechzehn",
        17: "seventeen siebzehn", 18: "eighteen achtzehn", 19: "nineteen neunzehn", 20: "twenty zwanzig",
        30: "thirty dreissig", 40: "forty vierzig", 50: "fifty funfzig", 60: "sixty sechzig", 70: "seventy siebzig",
        80: "eighty achtzig", 90: "ninety neunzig", 100: "hundred hundert",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Numbers in words, folded; "a" and "ein" count only before a scale."""
ARTICLES = frozenset(("a", "an", "ein", "eine", "einer"))
HALVES = frozenset(("half", "halb", "halbe", "halbes"))
CURRENCIES = frozenset((
    "$", "us$", "€", "£", "¥", "usd", "eur", "dollar", "dollars", "euro", "euros", "yuan", "rmb", "renminbi", "pound",
    "pounds", "pct", "prozent",
))  # fmt: skip
"""What may stand beside an amount and asks for nothing more."""
_DOUBLE = re.compile(r"\d{1,3}\.\d{3}")
_PARTING = str.maketrans("/-", "  ")
_EDGES = "([{<\"'“”‘’„,.;:!?…)]}>%~≈+"
_FIGURE = re.compile(r"(?:us)?[$€£¥]?(\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+)(?:[.,](\d+))?([^\W\d_]*)[$€£¥]?")


def chunks(text: str) -> list[str]:
    """Each run without spaces, dashes and strokes, and without the signs around it."""
    return [chunk.strip(_EDGES) for chunk in text.translate(_PARTING).split()]


def numbers(words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...], str]]:
    """From which word to before which a number stands, its value, and the figure as it stands there.

    "600.000" has two values: whose language it is in, nobody says.
    """
    at = 0
    while at < len(words):
        head = words[at]
        found = (_said(words, at) if head in _HEADS else None) if head.isalpha() else _figure(words, at)
        if found:
            end, value, figure = found
            yield at, end, (value, head.replace(".", "")) if _DOUBLE.fullmatch(head) else (value,), figure
            at = end
        else:
            at += 1


MIXED = {f"{word}einhalb": value for word, value in WORDS.items() if value < 13} | {"anderthalb": 1}
"""German words for a number and a half, each with the number."""
ORDINALS = {
    word: value
    for value, words in enumerate(
        (
            "first erst", "second zweit", "third dritt", "fourth viert", "fifth funft", "sixth sechst", "seventh siebt",
            "eighth acht", "ninth neunt", "tenth zehnt", "eleventh elft", "twelfth zwolft", "thirteenth", "fourteenth",
            "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
        ),
        start=1,
    )
    for english, *german in [words.split()]
    for word in (english, *(stem + ending for stem in german for ending in ("e", "em", "en", "er", "es")))
} | {f"{tens}tieth": value for tens, value in {
    "thir": 30, "for": 40, "fif": 50, "six": 60, "seven": 70, "eigh": 80, "nine": 90
}.items()} | {"hundredth": 100}  # fmt: skip
"""Places in a row, in words; their values are kept apart from those of numbers: "the 36th state" is not 36 states."""
ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
POINTS = frozenset(("point", "komma"))
AND = frozenset(("and", "und"))
_HEADS = {*WORDS, *ARTICLES, *HALVES, *MIXED, *ORDINALS}


def _figure(words: Sequence[str], at: int) -> tuple[int, str, str] | None:
    match = _FIGURE.fullmatch(words[at])
    if not match:
        return None
    whole, part, letters = re.sub(r"[,.]", "", match[1]), match[2] or "", match[3]
    figure = f"{whole}.{part}" if part else whole
    if letters in ORDINAL_ENDINGS and not part:
        return at + 1, f"{whole}th", figure
    if letters:
        return (at + 1, _shifted(whole, part, SCALES[letters]), figure) if letters in SCALES else None
    if _at(words, at + 1) in SCALES and words[at + 1] not in ATTACHED:
        return at + 2, _shifted(whole, part, SCALES[words[at + 1]]), figure
    return at + 1, _shifted(whole, part, 0), figure


def _said(words: Sequence[str], at: int) -> tuple[int, str, str] | None:
    """A number in words: "two hundred", "twenty five", "fifty thousand", "a billion", "half a million"."""
    value, end = 0, at
    if words[at] in ARTICLES and _at(words, at + 1) in SCALES:
        value, end = 1, at + 1
    half = at + (words[at] in ARTICLES)
    if _at(words, half) in HALVES:
        scale = half + 1 + (_at(words, half + 1) in ARTICLES)
        return (scale + 1, _shifted("0", "5", SCALES[words[scale]]), "") if _at(words, scale) in SCALES else None
    if words[at] in MIXED:
        return _scaled(words, at + 1, str(MIXED[words[at]]), "5")
    while end < len(words):
        joined = words[end] in AND and value > 0 and value % 100 == 0  # "one hundred and sixty"
        end += joined and _is_number(words, end + 1)
        if not _is_number(words, end):
            break
        number = WORDS[words[end]]
        fits = number == 100 if 0 < value < 10 else (value % 100 >= 20 and value % 10 == 0 and number < 10) or not value
        if not (fits or (value and value % 100 == 0 and number < 100)):
            break
        value = value * 100 if number == 100 and value else value + number
        end += 1
    place = ORDINALS.get(_at(words, end), 0)
    if place and (not value or value % 100 == 0 or (value % 100 >= 20 and value % 10 == 0 and place < 10)):
        return end + 1, f"{value + place}th", ""
    if not value:
        return None
    if [*words[end : end + 3]] == ["and", "a", "half"] and _at(words, end + 3) in SCALES:
        return end + 4, _shifted(str(value), "5", SCALES[words[end + 3]]), ""
    part = ""
    if _at(words, end) in POINTS and 0 < WORDS.get(_at(words, end + 1), 0) < 10:
        end += 1
        while 0 < WORDS.get(_at(words, end), 0) < 10:
            part, end = f"{part}{WORDS[words[end]]}", end + 1
    return _scaled(words, end, str(value), part)


def _is_number(words: Sequence[str], at: int) -> bool:
    return _at(words, at) in WORDS and words[at] not in ARTICLES


def _scaled(words: Sequence[str], end: int, whole: str, part: str) -> tuple[int, str, str]:
    """A number in words with the scale that may stand behind it."""
    scaled = _at(words, end) in SCALES and words[end] not in ATTACHED
    return end + scaled, _shifted(whole, part, SCALES[words[end]] if scaled else 0), ""


def _at(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _shifted(whole: str, part: str, noughts: int) -> str:
    """A figure with its point moved: "5", "5", 9 is 5500000000."""
    digits = whole + part.ljust(noughts, "0")
    point = len(whole) + noughts
    front, back = digits[:point].lstrip("0") or "0", digits[point:].rstrip("0")
    return f"{front}.{back}" if back else front
