"""Who is on record with words of their own: each speaker with how many claims, and the way to them."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.html.context import Context
from timeline.html.overview import overview
from timeline.html.page import Page, SearchEntry, Section
from timeline.language import N_
from timeline.language import gettext as _
from timeline.model import Actor
from timeline.queries.index import Index
from timeline.site import urls, wording

ALSO = N_("exactly say says quote quotes quoted quotation verbatim word for word statement statements on the record")
"""How people ask for what somebody said."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whose word some claims are."""

    actor: Actor
    claims: int


def own_words_page(context: Context) -> Page:
    speakers = own_words(context.index)
    total = sum(speaker.claims for speaker in speakers)
    named = wording.plural(len(speakers), "{n} person, company or office", "{n} people, companies and offices")
    shown = wording.plural(
        total,
        "{n} claim of the record is the words of {speakers}. "
        "Each name leads to what is reported as said, with the documents that report it.",
        "{n} claims of the record are the words of {speakers}. "
        "Each name leads to what is reported as said, with the documents that report it.",
        speakers=named,
    )
    return overview(
        context,
        urls.OWN_WORDS,
        _("Who said what"),
        shown if speakers else _("No claim of the record is put down as somebody's own words."),
        "own_words.html",
        also=_(ALSO),
        sections=tuple(map(_section, speakers)),
        speakers=speakers,
        evidence=urls.EVIDENCE,
    )


def _section(speaker: Speaker) -> Section:
    """Where the words of one speaker stand, for whoever asks what they said."""
    claims = wording.plural(speaker.claims, "{n} claim", "{n} claims")
    entry = SearchEntry(_("What {name} said").format(name=speaker.actor.name), claims, also=_(ALSO))
    return Section("_words", entry, page=urls.actor(speaker.actor.id))


def own_words(index: Index) -> list[Speaker]:
    """Those with most claims first."""
    actors = index.timeline.actors_by_id
    speakers = [Speaker(actors[id], len(claims)) for id, claims in index.spoken.items() if id in actors]
    return sorted(speakers, key=lambda speaker: (-speaker.claims, speaker.actor.name.casefold()))
