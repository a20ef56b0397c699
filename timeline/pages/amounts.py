"""The page of all amounts of the record: those of one kind in a row, the largest first."""

from __future__ import annotations

from timeline.html.context import Context
from timeline.html.overview import overview
from timeline.html.page import Page
from timeline.language import N_
from timeline.language import gettext as _
from timeline.queries.amounts import by_kind
from timeline.site import urls, wording

TITLE = N_("Figures")
SHOWN, FEW = 10, 2
"""How many of one kind stand unfolded; so few more are not worth a fold."""


def amounts_page(context: Context) -> Page:
    kinds = by_kind(context.index.timeline)
    shown = wording.plural(
        sum(len(kind.amounts) for kind in kinds),
        "{n} figure that an event has, with who says so on the page of the event.",
        "{n} figures that events have, those of one kind by their size. "
        "They are never added up: two of them may count the same.",
    )
    return overview(
        context,
        urls.AMOUNTS,
        _(TITLE),
        shown,
        "amounts.html",
        also=_("figures numbers amounts largest smallest most least votes cost dead injured"),
        kinds=[(kind, kind.amounts if len(kind.amounts) <= SHOWN + FEW else kind.amounts[:SHOWN]) for kind in kinds],
    )
