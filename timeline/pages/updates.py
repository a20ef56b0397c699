"""The page of what changed lately: corrections first, then what was added, then what was said anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from timeline import dates
from timeline.exports import feeds
from timeline.html.context import Context
from timeline.html.overview import overview
from timeline.html.page import Page
from timeline.language import N_
from timeline.language import gettext as _
from timeline.model import Event
from timeline.queries.updates import Changed
from timeline.site import kind_names, urls, wording

TITLE = N_("Corrections and additions")
_FEEDS = {
    N_("Everything that is new"): urls.FEED,
    N_("What was added"): urls.FEED_ADDED,
    N_("What was put right or said anew"): urls.FEED_CHANGED,
}
SHOWN, FEW = 6, 2
"""How many of each stand unfolded; so few more are not worth a fold."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class News(Generic[T]):
    """The latest of something, and what is folded."""

    shown: tuple[T, ...]
    folded: tuple[T, ...]

    @classmethod
    def of(cls, rows: Iterable[T]) -> News[T]:
        all_rows = tuple(rows)
        cut = len(all_rows) if len(all_rows) <= SHOWN + FEW else SHOWN
        return cls(all_rows[:cut], all_rows[cut:])


def updates_page(context: Context) -> Page:
    changed, added = context.index.changed, context.index.added
    record = context.index.timeline.record
    mended = [each for each in changed if each.mends]
    return overview(
        context,
        urls.UPDATES,
        _(TITLE),
        _shown(mended, added),
        "updates.html",
        also=_("corrections corrected correction errata erratum mistakes retracted retraction changes changelog new"),
        mended=News.of(mended),
        added=News.of(added),
        anew=News.of(each for each in changed if not each.mends),
        kinds=[
            (kind_names.called(record, "update_kinds", word), own)
            for word, own in record.update_kinds.items()
            if own.about
        ],
        feeds=[
            (_(words), feeds.alternates(context.site, urls.UPDATES, path, _(words))) for words, path in _FEEDS.items()
        ],
    )


def _shown(mended: list[Changed], added: tuple[Event, ...]) -> str:
    """The latest days on which something was put right and added."""
    sentences = []
    if mended:
        latest = dates.words(wording.day(mended[0].update.on))
        sentences.append(
            wording.plural(
                len(mended),
                "What we had wrong, and what stands now: {n} correction, on {day}.",
                "What we had wrong, and what stands now: {n} corrections, the latest on {day}.",
                day=latest,
            )
        )
    else:
        sentences.append(_("Nothing in this record has been corrected so far."))
    if added:
        day = added[0].added
        new = sum(event.added == day for event in added)
        on = dates.words(wording.day(day))
        sentences.append(
            wording.plural(new, "{n} event was added on {day}.", "{n} events were added on {day}.", day=on)
        )
    return " ".join(sentences)
