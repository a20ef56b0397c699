"""Documents that told something first and that nobody here has read: those on which most hangs stand first."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.html.context import Context
from timeline.html.overview import overview
from timeline.html.page import Page
from timeline.language import gettext as _
from timeline.model import Source
from timeline.queries.index import Index
from timeline.site import urls, wording

SHOWN = 20
"""How many stand unfolded."""


@dataclass(frozen=True, slots=True)
class Weight:
    """A document that nobody here has read, and how much hangs on it."""

    source: Source
    claims: int
    events: int
    relayers: int


def unread_page(context: Context) -> Page:
    documents = unread(context.index)
    shown = wording.plural(
        len(documents),
        "{n} document told something first and could not be read by us: what it says is known through others. "
        "Whoever can read it can mend this record most.",
        "{n} documents told something first and could not be read by us: what they say is known through others. "
        "Whoever can read one of them can mend this record most.",
    )
    return overview(
        context,
        urls.UNREAD,
        _("Originals that we could not read"),
        shown if documents else _("Every document that tells something first was read by us."),
        "unread.html",
        also=_("unseen unread not seen paywall paywalled missing"),
        rows=documents[:SHOWN],
        further=documents[SHOWN:],
        evidence=urls.EVIDENCE,
    )


def unread(index: Index) -> list[Weight]:
    """The originals to look for, those with most claims first."""
    documents = []
    for source in index.timeline.sources:
        uses = index.uses.get(source.id, ())
        if not source.seen and source.is_origin:
            events, relayers = {use.event.id for use in uses}, index.relayers.get(source.id, ())
            documents.append(Weight(source, len(uses), len(events), len(relayers)))
    return sorted(documents, key=lambda weight: (-weight.claims, -weight.relayers, weight.source.id))
