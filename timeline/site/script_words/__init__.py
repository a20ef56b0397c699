"""Every word that scripts show, in one place: the build hands them over, a script holds none.

`words()` go into a file that scripts fetch with the data. What the script of a single page shows stands in that page:
templates write it into attributes (`IN_PAGES`). Places for a number or a name are `{n}` in a message and `⟦n⟧` for
scripts, which take both for plain text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from timeline.language import N_, NN_, Messages, forms, gettext
from timeline.site import wording
from timeline.site.script_words.banner import BANNER
from timeline.site.script_words.search import FINDING

_PLACE = re.compile(r"\{(\w+)\}")

_WORDS: dict[str, Any] = {
    **BANNER,
    **FINDING,
    "events": NN_("{n} event", "{n} events"),
    "sources": NN_("{n} source", "{n} sources"),
    "independent": NN_("{n} independent source", "{n} independent sources"),
    "of_them": N_("{all}, {n} independent"),
    "beyond_them": N_("{all}, going back to {n}"),
    "disputes": NN_("{n} dispute", "{n} disputes"),
    "no_source": N_("sources of the event as a whole"),
    "withdrawn": N_("{all}, withdrawn or resting on what was"),
    "partly_withdrawn": N_("{all}, silent about their origin or withdrawn"),
    "no_origin": NN_("1 source, which does not say where it got it", "{n} sources, none says where it got it"),
    "shown": N_("{n} of {all}"),
    "shown_all": N_("all {all}"),
    "shown_none": N_("none of {all}"),
    "about": N_("about {x}"),
    "with": N_("with {x}"),
    "at": N_("in {x}"),
    "of_kind": N_("of the kind {x}"),
    "cites": N_("citing a source of the kind {x}"),
    "key": N_("only key events"),
    "disputed": N_("only what is in dispute"),
    "saying": N_("with “{x}”"),
    "newest": N_("newest first"),
    "or": N_("{a} or {b}"),
    "looser_none": N_("No single condition stands in the way. Leave out two or more, or clear them all."),
    "without": N_("Leave out: {x}"),
    "more": N_("Show {n} more"),
    "clear": N_("Clear all"),
    "copy": N_("Copy link"),
    "copied": N_("Link copied"),
    "loading": N_("Loading the record …"),
    "tallies": {
        "events": NN_("{n} event", "{n} events"),
        "more_events": NN_("{n} more event", "{n} more events"),
        "more_claims": NN_("{n} more claim", "{n} more claims"),
        "more_documents": NN_("{n} more document", "{n} more documents"),
        "more_dates": NN_("{n} more date", "{n} more dates"),
        "sides": NN_("{n} further side", "{n} further sides"),
        "questions": NN_("{n} question in dispute", "{n} questions in dispute"),
        "more": NN_("{n} more", "{n} more"),
    },
    "latest": N_("The latest events"),
    "the_events": N_("Events"),
    "earlier_in_month": N_("{month}, earlier"),
    "earlier_in_year": N_("Earlier in {year}"),
    "years": N_("{start} to {end}"),
    "done": N_("Show {x}"),
    "topic": N_("Topic"),
    "actor": N_("Who"),
    "place": N_("Where"),
    "kind": N_("Kind"),
    "status": N_("Status"),
    "course": N_("What became of it"),
    "source-kind": N_("Kind of source"),
    "unknown_state": N_("not known"),
    "standings": wording.FATES,
    "expectations": N_("Dates that were named"),
}  # fmt: skip


def words() -> dict[str, Any]:
    """All of it in the language in use, with `⟦n⟧` and the like as places."""
    return {name: _told(each) for name, each in _WORDS.items()}


def _told(words: Any) -> Any:
    if isinstance(words, Messages):
        return dict(words)
    if isinstance(words, dict):
        return {name: _told(each) for name, each in words.items()}
    if isinstance(words, tuple):
        told = forms(*words)
        return [*map(placed, told)] if isinstance(told, list) else {kind: placed(form) for kind, form in told.items()}
    return placed(gettext(words))


def placed(message: str) -> str:
    """A message with its places as scripts find them."""
    return _PLACE.sub(r"⟦\1⟧", message)


class _Placed(Messages[str]):
    def __getitem__(self, name: str) -> str:
        return placed(super().__getitem__(name))


IN_PAGES: Mapping[str, str] = _Placed(
    {
        "lately": N_("recently\u00a0updated"),
        "key": N_("key event"),
        "note": N_("Note {n}"),
        "close": N_("Close"),
        "citation": N_("Copy citation"),
        "frame": N_("Copy lines for a page of yours"),
        "copied": N_("Copied"),
        "link_copied": N_("Link copied"),
        "not_copied": N_("Marked, to be copied with the keyboard"),
        "rows": N_("{n} of {all} {name}"),
        "rows_none": N_("None of {all} {name} fits. Choose less, or clear."),
        "unknown_state": N_("not known"),
        "then": N_("Chosen as they were known on {x}, and set here as they are known now."),
    }
)
