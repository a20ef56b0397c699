"""In which language each text of the record is read on a site: in the site's own where it has that, else in its own.

A text that is not in the language of the site's words becomes `Foreign` when a site is begun. Where a template prints
one it is set between signs that no author can type; once a page is whole they become `lang` on the element that holds
nothing else, or on a `span`. A site in the language of its record pays nothing: its pages are what they were. Names are
no text of a language, unless the record gives them in several.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

from timeline import language
from timeline.language import SOURCE
from timeline.model import About, Quotation, Source, Timeline
from timeline.model.texts import InLanguages, language_of, nearest
from timeline.queries.languages import with_texts
from timeline.site import text_direction as direction

_OPENS, _TELLS, _CLOSES = "\ue000", "\ue001", "\ue002"
_OPENING = re.compile(f"{_OPENS}([^{_TELLS}]*){_TELLS}")
_WHOLE = re.compile(f"\\s*{_OPENING.pattern}[^{_OPENS}{_CLOSES}]*{_CLOSES}\\s*")
_TEXTS = {"title", "summary", "text", "was", "question", "about", "note", "wording", "state", "date_basis", "locator",
          "translation", "of", "unit"}  # fmt: skip
"""The fields whose values are sentences or parts of them; titles of sources are in the language of their document."""
_PLAIN = {"title", "option", "textarea", "script", "style", "svg"}
"""Where there is no element for it."""
_BLOCK = re.compile(r'<(div|p) class="tl-page')


class Foreign(InLanguages):
    """A text in another language than the site's words."""

    language: str = SOURCE


def said_in(text: str, tag: str) -> str:
    """A text in a language, which it says where that is not the site's."""
    return text if tag.partition("-")[0] == here() else _foreign(text, tag)


def marked(text: str, tag: str) -> str:
    """A text or HTML between the signs that say its language."""
    return f"{_OPENS}{tag}{_TELLS}{text}{_CLOSES}" if text else text


def kept(timeline: Timeline) -> Timeline:
    """The timeline with texts in the language in use, and with texts that say theirs where that is another one."""
    own = str(timeline.record.language)
    foreign = own.partition("-")[0] != here()
    if spoken_in(timeline.record) == own:
        return timeline

    def chosen(record: BaseModel, field: str, text: str) -> str:
        return _chosen(text) if isinstance(text, InLanguages) else text

    def said(record: BaseModel, field: str, text: str) -> str:
        if isinstance(text, InLanguages):
            return _chosen(text)
        return _foreign(text, own) if field in _TEXTS and not _of_a_document(record, field) else text

    return with_texts(timeline, said if foreign else chosen, chosen)


def finalized(value: object) -> object:
    """What a template prints: set apart where it is written in the other direction, and marked where it is foreign."""
    if type(value) is Markup or (type(value) is str and value.isascii()):
        return value  # nearly all that is printed
    if isinstance(value, Foreign):
        return marked(str(direction.finalized(str(value))), value.language)
    return direction.finalized(value)


def keeping(make: Callable[[str], Markup]) -> Callable[[str], Markup]:
    """A filter that makes HTML of a text, so that it keeps the language of the text."""

    @wraps(make)
    def made(text: str) -> Markup:
        html = make(str(text))
        return Markup(marked(html, text.language)) if isinstance(text, Foreign) else html

    return made


def plain(make: Callable[..., str]) -> Callable[..., str]:
    """The same for a filter that makes another plain text."""

    @wraps(make)
    def made(text: str, *args: Any) -> str:
        said = make(str(text), *args)
        return _foreign(said, text.language) if isinstance(text, Foreign) else said

    return made


def spoken_in(record: About) -> str:
    """The language of the site: that of the record where readers are given its own texts, else that of our words."""
    return _spoken_in(str(record.language), tuple(record.languages), language.tag())


@lru_cache(maxsize=8)
def _spoken_in(own: str, others: tuple[str, ...], tag: str) -> str:
    ours = own.partition("-")[0] == tag.partition("-")[0] and nearest((own, *others), tag) == own
    return own if ours else tag


def beside_own(record: About) -> str:
    """The language of the site where another one could be in that of the record, or in English where that has no words
    here; else nothing.
    """
    own, spoken = str(record.language), spoken_in(record)
    had = language.catalogue(own).tag.partition("-")[0] == own.partition("-")[0]
    return "" if spoken == (own if had else SOURCE) else spoken


def other_than_here(record: About, text: str) -> str:
    """The language of a text where it is not that of the site; else nothing."""
    said = language_of(text, str(record.language))
    return "" if f"{spoken_in(record)}-".startswith(f"{said}-") else said


def here() -> str:
    """The language of the site's words, without its country."""
    return language.tag().partition("-")[0]


def by_hand(html: str, own: str) -> str:
    """A page that somebody wrote in the language of the record; blocks of ours on it speak the site's."""
    if own.partition("-")[0] == here():
        return html
    blocks = _BLOCK.sub(rf'<\1 lang="{here()}" class="tl-page', html)
    return f'<div class="tl-foreign" lang="{own}">{blocks}</div>'


def among(page: str) -> str:
    """The attribute of something in words of the site's language that stands on a page of another one."""
    return "" if not page or page.partition("-")[0] == here() else f' lang="{here()}"'


def attribute(text: str) -> str:
    """The attribute of an element that holds nothing but a text, where that is in another language than the site's."""
    return f' lang="{text.language}"' if isinstance(text, Foreign) else ""


def attributes() -> Markup:
    """The attributes of a page of ours that no theme wraps: its language, and its direction where that is not usual."""
    right = Markup(' dir="rtl"') if language.locale().text_direction == "rtl" else Markup()
    return Markup('lang="{}"').format(language.tag()) + right


def spoken(html: str) -> str:
    """HTML whose foreign texts have elements that say so."""
    return html if html.isascii() or _OPENS not in html else "".join(_spoken(html))


def _spoken(html: str) -> Iterator[str]:
    pieces: list[str] = []
    plain = 0
    opened = ""
    directed = ' dir="auto"' if language.locale().text_direction == "rtl" else ""
    for match in direction.PIECE.finditer(html):
        piece, ends, name = match[0], match[1], (match[2] or "").lower()
        if name:
            plain += (name in _PLAIN) * (-1 if ends else 1)
            opened = "" if ends or piece.endswith("/>") else piece
            pieces.append(_bare(piece))
            continue
        if plain:
            piece = _bare(piece)
        elif (whole := _WHOLE.fullmatch(piece)) and opened and html.startswith("</", match.end()):
            if " lang=" not in opened:
                pieces[-1] = f'{pieces[-1][:-1]} lang="{whole[1]}"{directed}>'
            piece = _bare(piece)
        else:
            piece = _OPENING.sub(rf'<span lang="\1"{directed}>', piece).replace(_CLOSES, "</span>")
        opened = ""
        pieces.append(piece)
    yield from pieces


def _bare(text: str) -> str:
    return _OPENING.sub("", text).replace(_CLOSES, "") if _OPENS in text or _CLOSES in text else text


def _of_a_document(record: BaseModel, field: str) -> bool:
    """Titles and words of documents stand in the language of the document, and say so already."""
    return (field == "title" and isinstance(record, Source)) or (field == "text" and isinstance(record, Quotation))


def _chosen(text: InLanguages) -> InLanguages:
    """The text that readers of this site are given, which says its language where that is not the site's."""
    wanted = language.tag()
    made = text.read_in(nearest(text.texts, wanted) or text.own, text.own)
    return made if f"{wanted}-".startswith(f"{made.language}-") else _foreign(made, made.language)


def _foreign(text: str, tag: str) -> Foreign:
    made = Foreign(text)
    made.language = tag
    if isinstance(text, InLanguages):
        made.texts, made.own = text.texts, text.own
    return made
