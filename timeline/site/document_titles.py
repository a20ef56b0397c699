"""What a document is called: by its title, and one that has none by what it is, whose and of when, in brackets.

Brackets are how citations tell a description from a title (APA, MLA): nobody takes it for words of the document.
"""

from __future__ import annotations

import re

from timeline import language
from timeline.dates import words
from timeline.language import gettext as _
from timeline.model import Source
from timeline.model.texts import nearest
from timeline.site import kind_names, text_language
from timeline.site.wording import listed


def called(source: Source) -> str:
    """Its title, or "[Post by Jo Example, 30 May 2020]"."""
    return source.title or f"[{described(source)}]"


def translated(source: Source, own: str) -> str:
    """Our translation of its title, in the language of the site, else in that of the record; nothing of a title that
    readers of the site can read, or that is the translation itself.
    """
    ours = language.tag()
    if source.title is None or source.language.partition("-")[0] == text_language.here():
        return ""
    tag = nearest(source.title_in, ours) or nearest(source.title_in, own)
    if tag is None or source.title_in[tag] == source.title:
        return ""
    return text_language.said_in(source.title_in[tag], tag)


def described(source: Source) -> str:
    """ "Post by Jo Example, 30 May 2020"; of what has neither author nor day "Post at example.org/jo/126"."""
    kind = kind_names.sentence_case(kind_names.of_source(source))
    if not (source.authors or source.issued) and source.address:
        where = re.sub(r"^https?://(?:www\.)?|/$", "", source.address)
        return _("{kind} at {address}").format(kind=kind, address=where)
    whose = listed([str(author) for author in source.authors]) or source.publisher
    if not source.issued:
        return _("{kind} by {whom}, undated").format(kind=kind, whom=whose)
    return _("{kind} by {whom}, {date}").format(kind=kind, whom=whose, date=words(source.issued))
