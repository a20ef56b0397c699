"""British and American spellings of one word, by rules: what a record writes in one way is found in the other.

Each rule begins with letters without which it says nothing, for they are sought sooner than its pattern.
A rule that goes too far ("promize") makes a spelling that nobody types, and nothing is found wrongly by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_PAIRED = {
    "tyre": "tire", "kerb": "curb", "cheque": "check", "artefact": "artifact", "jewellery": "jewelry",
    "whilst": "while", "amongst": "among", "storey": "story", "draught": "draft", "enquir": "inquir",
}  # fmt: skip
_TURNED = {american: british for british, american in _PAIRED.items()}
_RULES = tuple(
    (needed, re.compile(pattern), replacement)
    for needed, pattern, replacement in (
        ("is", r"^(.{3,})is(e|es|ed|ing|er|ers|ation|ations|ational|able)$", r"\1iz\2"),  # organise
        ("iz", r"^(.{3,})iz(e|es|ed|ing|er|ers|ation|ations|ational|able)$", r"\1is\2"),
        ("ys", r"^(.+)ys(e|es|ed|ing|er|ers)$", r"\1yz\2"),  # analyse
        ("yz", r"^(.+)yz(e|es|ed|ing|er|ers)$", r"\1ys\2"),
        ("our", r"^(.{2,})our(s|ed|ing|ite|ites|able|ably|ful|less|al|ally|er|ers|y|hood|hoods)?$", r"\1or\2"),
        ("or", r"^(.{2,})or(s|ed|ing|ite|ites|able|ably|ful|less|al|ally|er|ers|hood|hoods)?$", r"\1our\2"),
        ("r", r"^(.+[bct])r(?:e(s|d)?|(ing))$", r"\1er\2\3"),  # centre, centring
        ("er", r"^(.+[bct])er(s|d|ed)?$", lambda m: f"{m[1]}re{(m[2] or '')[-1:]}"),
        ("c", r"^(.*(?:licen|defen|offen|preten|practi))c(e|es|ed|ing|er|ers|eless|elessly)$", r"\1s\2"),
        ("s", r"^(.*(?:licen|defen|offen|preten|practi))s(e|es|ed|ing|er|ers|eless|elessly)$", r"\1c\2"),
        ("ll", r"^(.*[aeiou].*[aeiou])ll(ed|ing|ings|er|ers|or|ors|ous)$", r"\1l\2"),  # cancelled
        ("l", r"^(.*[aeiou].*[aeiou])l(ed|ing|ings|er|ers|or|ors|ous)$", r"\1ll\2"),
        ("ll", r"^((?:un|non)?(?:fulfi|disti|insti|enro|ski|wi|insta))ll(s|ful|fully|ment|ments)?$", r"\1l\2"),
        ("l", r"^((?:un|non)?(?:fulfi|disti|insti|enro|ski|wi|insta))l(s|ful|fully|ment|ments)?$", r"\1ll\2"),
        ("ogue", r"^(.{2,})ogue(s|d|r|rs)?$", r"\1og\2"),  # catalogue
        ("og", r"^(.{2,})og(s)?$", r"\1ogue\2"),
        ("programme", r"^(.*)programme(s)?$", r"\1program\2"),
        ("program", r"^(.*)program(s)?$", r"\1programme\2"),
        ("grey", r"^(.*)gr(?:e)y(.*)$", r"\1gray\2"),
        ("gray", r"^(.*)gray(.*)$", r"\1grey\2"),
        ("ement", r"^(.*(?:judg|acknowledg|abridg|lodg))ement(s|al)?$", r"\1ment\2"),
        ("ment", r"^(.*(?:judg|acknowledg|abridg|lodg))ment(s|al)?$", r"\1ement\2"),
        ("ageing", r"^ageing$", "aging"),
        ("aging", r"^aging$", "ageing"),
        ("sceptic", r"^(.*)sceptic(.*)$", r"\1skeptic\2"),
        ("skeptic", r"^(.*)skeptic(.*)$", r"\1sceptic\2"),
        ("mould", r"^(.*)mould(.*)$", r"\1mold\2"),
        ("mold", r"^(.*)mold(.*)$", r"\1mould\2"),
        ("plough", r"^(.*)plough(.*)$", r"\1plow\2"),
        ("plow", r"^(.*)plow(.*)$", r"\1plough\2"),
        ("aluminium", r"^(.*)aluminium$", r"\1aluminum"),
        ("aluminum", r"^(.*)aluminum$", r"\1aluminium"),
        ("manoeuvr", r"^(.*)manoeuvr(e|es|ed|ing)$", r"\1maneuver\2"),
        ("maneuver", r"^(.*)maneuver(ed|ing)$", r"\1manoeuvr\2"),
        ("maneuver", r"^(.*)maneuver(s)?$", r"\1manoeuvre\2"),
        ("ae", r"^(.*)(paed|aesth|encyclopaed|archaeo|anaes|haem)(.*)$",
         lambda m: f"{m[1]}{m[2].replace('ae', 'e')}{m[3]}"),
        ("", r"^(tyre|kerb|cheque|artefact|jewellery|whilst|amongst|storey|draught|enquir)(s|y|ies|ed)?$",
         lambda m: f"{_PAIRED[m[1]]}{m[2] or ''}"),
        ("", r"^(tire|curb|artifact|jewelry|inquir)(s|y|ies|ed)?$", lambda m: f"{_TURNED[m[1]]}{m[2] or ''}"),
        ("t", r"^(learn|burn|dream|spoil|leap)t$", r"\1ed"),
        ("wards", r"^(.+)wards$", r"\1ward"),
        ("ward", r"^(.+)ward$", r"\1wards"),
    )
)  # fmt: skip


@cache
def spellings(word: str) -> tuple[str, ...]:
    """The word as it is spelt elsewhere, not as it stands; folded as it is."""
    if len(word) < 4 or not word.isalpha():
        return ()
    others = (pattern.sub(replacement, word) for needed, pattern, replacement in _RULES if needed in word)
    return tuple(dict.fromkeys(other for other in others if other != word))


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
_HAS_UMLAUT = re.compile(r"[^\W\d_]*[äöüåøæÄÖÜÅØÆ][^\W\d_]*")


def transcribed(text: str) -> Iterator[tuple[str, str]]:
    """Words with letters that many keyboards lack, and how they are typed there: "Gerücht", "geruecht"."""
    if not text.isascii():
        for word in _HAS_UMLAUT.findall(text):
            yield word, word.lower().translate(_UMLAUTS)
