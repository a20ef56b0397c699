"""The inline Markdown of summaries and claims, as safe HTML and as plain text.

Authors write in the dialect of the hand-written pages (Python-Markdown); what comes out passes an
allow-list (nh3), so that no record can carry a script or an image to a reader.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

import markdown
import nh3
from markupsafe import Markup, escape

_TAGS = {"em", "strong", "code", "a", "sub", "sup", "q", "s"}
_MEANS_SOMETHING = re.compile(r"[*_`\[\]<>&\\!~^#]|^\s*(?:[-+=>]|\d+[.)])|https?:|  $")
_markdown = markdown.Markdown(output_format="html")


@lru_cache(maxsize=50_000)
def html(text: str) -> Markup:
    """One paragraph as HTML without the paragraph around it."""
    if not _MEANS_SOMETHING.search(text):
        return escape(text)
    rendered = _markdown.reset().convert(_one_paragraph(text))
    cleaned = nh3.clean(
        rendered, tags=_TAGS, attributes={"a": {"href", "title"}}, url_schemes={"http", "https"}, link_rel="noopener"
    )
    return Markup(cleaned.strip())  # noqa: S704 -- cleaned by the allow-list above


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """The same paragraph as people would read it aloud."""
    if not _MEANS_SOMETHING.search(text):
        return text
    return unescape(html(text).striptags())


def _one_paragraph(text: str) -> str:
    """A line that would start a list, a heading or a quotation stays a sentence."""
    return re.sub(r"^(\s*)([-+=>#]|\d+(?=[.)]))", r"\1\\\2" if not text.lstrip()[:1].isdigit() else r"\1\2", text)
