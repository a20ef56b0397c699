"""The documents that a hand-written page cites, in the order of its numbers, at its end."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from timeline.language import gettext as _
from timeline.model import Source, Timeline
from timeline.site import document_titles, kind_names, text_language, wording
from timeline.site.urls import Links


def section(cited: Mapping[str, int], timeline: Timeline, links: Links, page: str = "") -> str:
    """The list of documents, each under its number, in words of the site's language on a `page` of another one."""
    items = "\n".join(
        f'<li id="note-{number}">{_note(timeline.sources_by_id[id], links, timeline.record.language)}</li>'
        for id, number in cited.items()
    )
    name, spoken = _("Notes"), text_language.among(page)
    return f'<section class="tl-endnotes"{spoken}><h2>{name}</h2>\n<ol class="tl-notes">\n{items}\n</ol></section>'


def _note(source: Source, links: Links, ours: str) -> str:
    language = (
        f' lang="{escape(source.language)}"' if wording.title_language(source, ours) != text_language.here() else ""
    )
    other = f", {escape(name)}" if (name := wording.other_language(source.language)) else ""
    seen = "" if source.seen else _(", not seen by us")
    address = f' data-address="{escape(source.url)}"' if source.url else ""
    return (
        f'<a href="{escape(links.source(source.id))}"{address}>'
        f'<cite class="tl-cited"{language}>{escape(document_titles.called(source))}</cite></a> '
        f"{_translated(source, ours)}"
        f'<span class="tl-soft">{escape(wording.document(source))}{other}, '
        f"{escape(kind_names.of_source(source))}{seen}</span>"
    )


def _translated(source: Source, ours: str) -> str:
    """What its title says to readers of the site, where that needs to be told."""
    said = document_titles.translated(source, ours)
    return f'<span class="tl-soft"{text_language.attribute(said)}>{escape(said)}</span> ' if said else ""
