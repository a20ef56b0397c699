"""Words of documents between the quotation marks of their language, and our translation between those of the site's.

Which marks a language has is what Unicode's locale data (CLDR, `quotationStart` and `quotationEnd`) says of it.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.language import gettext as _
from timeline.model import Quotation, Source
from timeline.site.text_direction import apart

_MARKS = {
    "«»": "ar-dz ca el es fa fr-ch hy it mk nb nn no pt-pt ru uk",
    "„“": "bg cs de is ka lt sk sl sq et hr sr bs",
    "„”": "hu pl ro",
    "””": "fi he sv",
    "”“": "ar",
    "‘’": "nl cy",
    "「」": "ja zh-hant zh-tw zh-hk",
}
_OF_LANGUAGE = {tag: marks for marks, tags in _MARKS.items() for tag in tags.split()} | {"fr": "«\u00a0 \u00a0»"}
_USUAL = "“”"


def language(quotation: Quotation, source: Source) -> str:
    """The language that the words are in."""
    return quotation.language or source.language


def words(quotation: Quotation, source: Source) -> str:
    """The words between the marks of their language."""
    tag = language(quotation, source).lower()
    marks = _OF_LANGUAGE.get(tag) or _OF_LANGUAGE.get(tag.partition("-")[0], _USUAL)
    first, last = marks.split(" ") if " " in marks else (marks[0], marks[1])
    return f"{first}{quotation.text}{last}"


def translation(quotation: Quotation, shown: Callable[[str], object] = apart) -> str:
    """What they say, made ready to be `shown` in a sentence of ours; empty where nobody translated them."""
    said = quotation.translation
    return _("“{words}” (our translation)").format(words=shown(said)) if said else ""


def plain(quotation: Quotation, source: Source) -> str:
    """Both in one line of plain text."""
    return " ".join(filter(None, (words(quotation, source), translation(quotation))))
