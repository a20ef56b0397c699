"""British and American spellings of one word, by rules: what a record writes in one way is found in the other.

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
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^(.{3,})is(e|es|ed|ing|er|ers|ation|ations|ational|able)$", r"\1iz\2"),  # organise
        (r"^(.{3,})iz(e|es|ed|ing|er|ers|ation|ations|ational|able)$", r"\1is\2"),
        (r"^(.+)ys(e|es|ed|ing|er|ers)$", r"\1yz\2"),  # analyse
        (r"^(.+)yz(e|es|ed|ing|er|ers)$", r"\1ys\2"),
        (r"^(.{2,})our(s|ed|ing|ite|ites|able|ably|ful|less|al|ally|er|ers|y|hood|hoods)?$", r"\1or\2"),  # colour
        (r"^(.{2,})or(s|ed|ing|ite|ites|able|ably|ful|less|al|ally|er|ers|hood|hoods)?$", r"\1our\2"),
        (r"^(.+[bct])r(?:e(s|d)?|(ing))$", r"\1er\2\3"),  # centre, centring
        (r"^(.+[bct])er(s|d|ed)?$", lambda m: f"{m[1]}re{(m[2] or '')[-1:]}"),
        (r"^(.*(?:licen|defen|offen|preten|practi))c(e|es|ed|ing|er|ers|eless|elessly)$", r"\1s\2"),
        (r"^(.*(?:licen|defen|offen|preten|practi))s(e|es|ed|ing|er|ers|eless|elessly)$", r"\1c\2"),
        (r"^(.*[aeiou].*[aeiou])ll(ed|ing|ings|er|ers|or|ors|ous)$", r"\1l\2"),  # cancelled
        (r"^(.*[aeiou].*[aeiou])l(ed|ing|ings|er|ers|or|ors|ous)$", r"\1ll\2"),
        (r"^((?:un|non)?(?:fulfi|disti|insti|enro|ski|wi|insta))ll(s|ful|fully|ment|ments)?$", r"\1l\2"),
        (r"^((?:un|non)?(?:fulfi|disti|insti|enro|ski|wi|insta))l(s|ful|fully|ment|ments)?$", r"\1ll\2"),
        (r"^(.{2,})ogue(s|d|r|rs)?$", r"\1og\2"),  # catalogue
        (r"^(.{2,})og(s)?$", r"\1ogue\2"),
        (r"^(.*)programme(s)?$", r"\1program\2"),
        (r"^(.*)program(s)?$", r"\1programme\2"),
        (r"^(.*)gr(?:e)y(.*)$", r"\1gray\2"),
        (r"^(.*)gray(.*)$", r"\1grey\2"),
        (r"^(.*(?:judg|acknowledg|abridg|lodg))ement(s|al)?$", r"\1ment\2"),
        (r"^(.*(?:judg|acknowledg|abridg|lodg))ment(s|al)?$", r"\1ement\2"),
        (r"^ageing$", "aging"),
        (r"^aging$", "ageing"),
        (r"^(.*)sceptic(.*)$", r"\1skeptic\2"),
        (r"^(.*)skeptic(.*)$", r"\1sceptic\2"),
        (r"^(.*)mould(.*)$", r"\1mold\2"),
        (r"^(.*)mold(.*)$", r"\1mould\2"),
        (r"^(.*)plough(.*)$", r"\1plow\2"),
        (r"^(.*)plow(.*)$", r"\1plough\2"),
        (r"^(.*)aluminium$", r"\1aluminum"),
        (r"^(.*)aluminum$", r"\1aluminium"),
        (r"^(.*)manoeuvr(e|es|ed|ing)$", r"\1maneuver\2"),
        (r"^(.*)maneuver(ed|ing)$", r"\1manoeuvr\2"),
        (r"^(.*)maneuver(s)?$", r"\1manoeuvre\2"),
        (r"^(.*)(paed|aesth|encyclopaed|archaeo|anaes|haem)(.*)$", lambda m: f"{m[1]}{m[2].replace('ae', 'e')}{m[3]}"),
        (r"^(tyre|kerb|cheque|artefact|jewellery|whilst|amongst|storey|draught|enquir)(s|y|ies|ed)?$",
         lambda m: f"{_PAIRED[m[1]]}{m[2] or ''}"),
        (r"^(tire|curb|artifact|jewelry|inquir)(s|y|ies|ed)?$", lambda m: f"{_TURNED[m[1]]}{m[2] or ''}"),
        (r"^(learn|burn|dream|spoil|leap)t$", r"\1ed"),
        (r"^(.+)wards$", r"\1ward"),
        (r"^(.+)ward$", r"\1wards"),
    )
)  # fmt: skip


@cache
def spellings(word: str) -> tuple[str, ...]:
    """The word as it is spelt elsewhere, not as it stands; folded as it is."""
    if len(word) < 4 or not word.isalpha():
        return ()
    others = (pattern.sub(replacement, word) for pattern, replacement in _RULES)
    return tuple(dict.fromkeys(other for other in others if other != word))


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
_HAS_UMLAUT = re.compile(r"[^\W\d_]*[äöüåøæÄÖÜÅØÆ][^\W\d_]*")


def transcribed(text: str) -> Iterator[tuple[str, str]]:
    """Words with letters that many keyboards lack, and how they are typed there: "Gerücht", "geruecht"."""
    if not text.isascii():
        for word in _HAS_UMLAUT.findall(text):
            yield word, word.lower().translate(_UMLAUTS)
