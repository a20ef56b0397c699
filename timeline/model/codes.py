"""Which codes languages and countries have, as Unicode's locale data tells them."""

from __future__ import annotations

from collections.abc import Mapping
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
    spoken: Mapping[str, str]
    """What is mostly spoken in each country."""
    called: Mapping[str, str]
    """The code of each country by its English name in small letters."""


@cache
def known() -> Codes:
    english = Locale("en")
    today = {old: new[0] for old, new in get_global("territory_aliases").items() if len(new) == 1 and len(new[0]) == 2}
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
        {code: likeliest.partition("_")[0] for code, likeliest in likely if len(code) == 2},
        {str(name).lower(): str(code) for code, name in english.territories.items() if len(str(code)) == 2},
    )
