"""Which codes languages and countries have, as Unicode's locale data tells them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.core import get_global

_NO_COUNTRIES = {
    "EA",
    "EZ",
    "QO",
    "XA",
    "XB",
    "ZZ",
}  # codes of CLDR for parts of the world, pseudo-locales, the unknown


_RENAMED = {"iw", "in", "ji", "jw", "mo"}
"""Codes of two letters that have been given up for others (IANA's registry of subtags)."""
_ENGLISH = {"AU", "CA", "GB", "IE", "NZ", "US"}
"""Where mostly English is spoken, which Unicode's data take for granted."""
_BY_NAME = {"english": "en", "german": "de", "deutsch": "de", "chinese": "zh", "french": "fr", "spanish": "es"}
_PARTED = {"CS": ("CZ", "SK", "RS", "ME"), "YU": ("RS", "HR", "SI", "BA", "ME", "MK")}
"""Czechoslovakia and later Serbia and Montenegro had the one code, two Yugoslavias the other."""
_OF_BRITAIN = ("england", "scotland", "wales", "northern ireland", "great britain", "britain")
_NO_SINGLE = {"mul", "und", "zxx"}  # of ISO 639-2: several languages, one that nobody could tell, none at all


@dataclass(frozen=True, slots=True)
class Codes:
    """Which codes there are, as Unicode's locale data has them."""

    languages: frozenset[str]
    scripts: frozenset[str]
    """As in `zh-Hans`."""
    regions: frozenset[str]
    """Countries, and parts of the world by their numbers, as in `es-419`."""
    countries: frozenset[str]
    today: Mapping[str, str]
    """For codes that are no longer or were never those of a country, the one that is meant."""
    parted: Mapping[str, Sequence[str]]
    """For codes of countries that are several today, those of these."""
    renamed: Mapping[str, str]
    """For codes of languages that are written by another one today, that one: `he` for `iw` and for `heb`."""
    language_names: Mapping[str, str]
    """What each language is called in English."""
    spoken: Mapping[str, str]
    """What is mostly spoken in each country."""
    called: Mapping[str, str]
    """The code of each country by its English name in small letters."""


@cache
def known() -> Codes:
    english = Locale("en")
    aliases = get_global("territory_aliases").items()
    today = {old: new[0] for old, new in aliases if len(new) == 1 and len(new[0]) == 2 and new[0] not in _NO_COUNTRIES}
    parted = {old: new for old, new in aliases if len(new) > 1 and len(old) == 2} | _PARTED
    renamed = {
        old: new
        for old, new in get_global("language_aliases").items()
        if new.isalpha() and (old in _RENAMED or len(old) == 3)
    }
    likely = (
        (tag.partition("_")[2], likeliest) for tag, likeliest in get_global("likely_subtags").items() if "und_" in tag
    )
    spoken_anywhere = (tag.partition("_")[0] for tag in get_global("likely_subtags"))
    return Codes(
        frozenset((*map(str, english.languages), *spoken_anywhere)) - {"und"} | _NO_SINGLE,
        frozenset(map(str, english.scripts)),
        frozenset(map(str, english.territories)),
        frozenset(code for code in map(str, english.territories) if len(code) == 2) - _NO_COUNTRIES,
        today,
        parted,
        renamed,
        {str(code): str(name) for code, name in english.languages.items()},
        {code: likeliest.partition("_")[0] for code, likeliest in likely if len(code) == 2},
        {str(name).lower(): str(code) for code, name in english.territories.items() if len(str(code)) == 2}
        | dict.fromkeys(_OF_BRITAIN, "GB"),
    )


def language_meant(text: str) -> str:
    """A tag that is none, as it is meant, in words for its author; empty where nobody can tell."""
    first, *rest = re.split("[-_]", text)
    code = _BY_NAME.get(first.lower(), first.lower())
    code = known().renamed.get(code, code)
    more = [f"-{part}" for part in map(_part, rest) if part]
    country = known().today.get(first.upper(), first.upper())
    spoken = ("en" if country in _ENGLISH else known().spoken.get(country, "")) if len(first) == 2 else ""
    is_one = code in known().languages
    if is_one and first.isupper() and spoken not in ("", code):
        names = known().language_names
        return f"write `{code}` for {names.get(code, code)}, or `{spoken}` for {names[spoken]}"
    if is_one:
        return f"write `{code}{''.join(more)}`"
    return f"write `{spoken}{''.join(more)}`; `{first.upper()}` is a country" if spoken else ""


def _part(part: str) -> str:
    """A part behind the language as tags have it, by the code of today; empty where it is none."""
    if re.fullmatch("[A-Za-z]{4}", part):
        return part.title() if part.title() in known().scripts else ""
    if re.fullmatch("[A-Za-z]{2}|[0-9]{3}", part):
        region = known().today.get(part.upper(), part.upper())
        return region if region in known().regions else ""
    return part


def country_meant(text: str) -> str:
    """A country that is written otherwise, as it is meant, in words for its author; empty where nobody can tell."""
    code = text.upper()
    if parts := known().parted.get(code):
        listed = ", ".join(f"`{part}`" for part in parts[:3])
        several = f"{listed} and others" if len(parts) > 3 else listed
        return f"write the code of where it lies today ({several}), or leave the line out"
    code = code if code in known().countries else known().today.get(code, "")
    code = code or known().called.get(" ".join(text.lower().split()), "")
    return f"write `{code}`" if code else ""
