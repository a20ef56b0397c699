"""The inline Markdown of summaries and claims, as safe HTML and as plain text.

Authors write in the dialect of the hand-written pages (Python-Markdown); what comes out passes an
allow-list (nh3), so that no record can carry a script or an image to a reader.
"""

from __future__ import annotations

import re
from functools import lru_cache

import markdown
import nh3
from markupsafe import Markup, escape

from timeline.model.address import unsafe
from timeline.site.text_direction import right_to_left

_TAGS = {"em", "strong", "code", "a", "sub", "sup", "q", "s"}
_FIRST, _LONG, _FEW = 3, 40, 12
"""Words at the beginning of a text, how long they may be together, and letters in their place where they are longer."""
_MEANS_SOMETHING = re.compile(r"[*_`\[\]<>&\\!]")


def _one_paragraph() -> markdown.Markdown:
    """The dialect without its blocks: what would start a list, a heading or a definition stays a sentence."""
    dialect = markdown.Markdown(output_format="html")
    for block in ("code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference", "indent"):
        dialect.parser.blockprocessors.deregister(block)
    return dialect


_STOP = re.compile(r"(?<![\W_][A-Z])(?<!^[A-Z])[.!?…][\"\u2019\u201d)]?(?=\s+[^a-z\s])|[。！？]")
ROOM = 110
"""How many signs of a summary a list shows, unless its first sentence is longer."""
LONGEST = 240
"""And how many of a first sentence that never ends; it is cut after a word."""
_markdown = _one_paragraph()


@lru_cache(maxsize=50_000)
def html(text: str) -> Markup:
    """One paragraph as HTML without the paragraph around it."""
    if not _MEANS_SOMETHING.search(text):
        return _apart(text, escape(text))
    rendered = _markdown.reset().convert(text)
    if "\x03" in rendered:  # Python-Markdown lost the place of something that it had set aside: as it was typed, then
        return escape(text)
    cleaned = nh3.clean(
        rendered,
        tags=_TAGS,
        attributes={"a": {"href", "title"}},
        attribute_filter=_followable,
        url_schemes={"http", "https"},
        link_rel="noopener",
    )
    return _apart(text, Markup(cleaned.strip()))


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """The same paragraph as people would read it aloud."""
    if not _MEANS_SOMETHING.search(text):
        return text
    return html(text).striptags()


def begun(text: str) -> Markup:
    """The same paragraph with its first words marked, so that a link over all of it is underlined in part only."""
    said = plain(text)
    first = " ".join(said.split(" ", _FIRST)[:_FIRST])
    first = first if len(first) <= _LONG else said[:_FEW]
    return _apart(said, Markup("<span>{}</span>{}").format(first, said[len(first) :]))


def _apart(text: str, html: Markup) -> Markup:
    """Set apart from what it is put into, where it is written in the other direction."""
    return Markup("<bdi>{}</bdi>").format(html) if right_to_left(text) else html


def shortened(text: str, most: int) -> str:
    """The beginning of plain words, ending at one of them."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def first_sentence(text: str) -> str:
    """The first sentence of a plain text; all of it where no sentence ends within it.

    A stop after a single capital ("U.S. rule") or before a small letter ends none.
    """
    return text[: _ends(text)[0]]


def gist(text: str) -> str:
    """As many sentences of a plain text as find room in a list, at least the first, which is cut only if it never ends.

    A script does the same for the lists that it makes.
    """
    ends = _ends(text)
    return shortened(text[: max((end for end in ends if end <= ROOM), default=ends[0])], LONGEST)


def _ends(text: str) -> list[int]:
    """Where its sentences end; nothing follows the last."""
    return [*(stop.end() for stop in _STOP.finditer(text) if stop.start()), len(text)]


def _followable(tag: str, attribute: str, value: str) -> str | None:
    """A link is a full address, also when it was written as HTML."""
    return None if attribute == "href" and unsafe(value) else value
