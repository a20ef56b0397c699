"""The page of a document: what it says in the record, whom it repeats, who repeats it, and how it is known."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby

from markupsafe import Markup, escape

from timeline import dates
from timeline.browser.as_of import as_of
from timeline.exports import dublin_core, linked_data
from timeline.html import relay_figure
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.head import head
from timeline.html.page import Page, SearchEntry
from timeline.html.pieces import Pieces
from timeline.language import N_, ngettext, pgettext
from timeline.language import gettext as _
from timeline.language import number as figure
from timeline.model import Source
from timeline.model.identifiers import doi_address
from timeline.pages import foot
from timeline.pages import link_state as reached
from timeline.queries import provenance
from timeline.queries.index import Index
from timeline.queries.uses import Use
from timeline.site import document_titles, kind_names, urls, wording
from timeline.site.text_direction import apart

_BARE = ("toc", "navigation")
_FEW = 5
"""Documents that a sentence or an open list names."""
_THROUGH = 2
"""Documents that are named as those through which an unread one is known."""
_CLAIMS = 4
"""Claims that stand unfolded, with all others of their event."""


def source_page(context: Context, source: Source) -> Page:
    """What rests on it stands first; claims and documents beyond a few are folded."""
    index, site, pieces = context.index, context.site, context.pieces
    record, links = index.timeline.record, pieces.links
    uses = [
        (use[0].event, use)
        for _, group in groupby(index.uses.get(source.id, ()), lambda use: use.event.id)
        if (use := list(group))
    ]
    shown = _shown([len(claims) for _, claims in uses])
    body = (
        environment()
        .get_template("source.html")
        .render(
            record=record,
            source=source,
            links=links,
            uses=uses[:shown],
            further=uses[shown:],
            further_claims=sum(len(claims) for _, claims in uses[shown:]),
            few=_FEW,
            weight=_weight(index, source),
            relays=pieces.downwards(provenance.chain(index.timeline, source, provenance.SHOWN).relays),
            figure=relay_figure.around(index, source),
            out=index.out.get(source.id),
            claims=len(index.uses.get(source.id, ())),
            all_uses=index.uses.get(source.id, ()),
            whole=index.cited_as_a_whole.get(source.id, ()),
            named=index.named_by.get(source.id, {}),
            pieces=pieces,
            as_of=as_of(index),
            relayers=index.relayers.get(source.id, ()),
            drawn=_drawn(index, source),
            known_through=partial(_known_through, index, pieces, source),
            named_for=partial(_named_for, index, source),
            host=reached.host(source.url) if source.url else "",
            reach=reached.whereabouts(context, source),
            withdrawn_by=_withdrawn_by(index, source),
            cited_as=foot.cited(
                context.citations.source(source), site, urls.source(source.id), document_titles.called(source)
            ),
            mending=foot.edit_links(index, site, source, urls.source(source.id)),
            copies=[reached.Copy(copy.url, reached.host(copy.url), _as_date(copy.on)) for copy in source.copies],
            doi=doi_address(source.doi) if source.doi else "",
            read_on=source.read_on(record.through),
            read=_as_date(source.read_on(record.through)),
        )
    )
    words = f"{wording.document(source)}. {kind_names.sentence_case(kind_names.of_source(source))}"
    claims = len(index.uses.get(source.id, ()))
    rests = wording.plural(claims, "{n} claim of this record rests on it.", "{n} claims of this record rest on it.")
    description = f"{words}, {rests}"
    address = urls.source(source.id)
    return Page(
        address,
        document_titles.called(source),
        description,
        body,
        "source",
        cached=True,
        span=None if site.edit else source.span,
        hide=_BARE,
        head=head(
            site,
            address,
            document_titles.called(source),
            description,
            data=linked_data.source(index, site, source),
            cited=dublin_core.of_source(source),
        ),
        search=SearchEntry(document_titles.called(source), f"{words}. {' '.join(source.title_in.values())}", boost=0.5),
    )


def _shown(numbers: list[int]) -> int:
    """How many events stand unfolded: those with the first few claims, and all where little more would be folded."""
    if sum(numbers) <= _CLAIMS + _FEW:
        return len(numbers)
    return next(place for place in range(1, len(numbers) + 1) if sum(numbers[:place]) >= _CLAIMS)


def _known_through(
    index: Index, pieces: Pieces, source: Source, relayers: Sequence[Source], uses: Iterable[Use]
) -> Markup:
    """The few documents through which most of what a document says is known; the others stand in its list."""
    if not relayers:
        return Markup()
    used = Counter(use.cited.id for use in uses)
    first = sorted(relayers, key=lambda other: -used[other.id])[:_THROUGH]
    those = Markup(escape(_(", "))).join(map(pieces.document, first))
    if len(relayers) == len(first):
        return _marked(_("What it says is known through {documents}."), documents=those)
    more = wording.plural(len(relayers) - len(first), "{n} further document", "{n} further documents")
    others = Markup('<a href="#_relayed-by">{}</a>').format(more)
    return _marked(_("What it says is known through {documents}, and {further}."), documents=those, further=others)


def _named_for(index: Index, source: Source, uses: Iterable[Use]) -> Markup:
    """Whom it names for what is cited from it, and for how many claims; nothing where it names nobody."""
    named: dict[str, set[str]] = {}
    for use in uses:
        for citation in use.citations:
            followed = index.trace(citation)
            end = followed.path[-1] if followed.path else followed.source
            if citation.attributed_to and end.id == source.id:
                named.setdefault(citation.attributed_to, set()).add(use.claim.ref)
    if not named:
        return Markup()
    counted = (
        Markup('{} <span class="tl-soft">({})</span>').format(
            words, wording.plural(len(refs), "{n} claim", "{n} claims")
        )
        for words, refs in named.items()
    )
    those = Markup(escape(_(", "))).join(counted)
    return _marked(_("What is cited from it here it attributes to {people}."), people=those)


def _marked(sentence: str, **parts: Markup) -> Markup:
    """A sentence with links in it."""
    return Markup(escape(sentence)).format(**parts)


def _drawn(index: Index, source: Source) -> list[Source]:
    """The documents that the picture around one may show for repeating it."""
    found = row = {source.id: source}
    for _step in range(relay_figure.FURTHER):
        row = {other.id: other for id in row for other in index.relayers.get(id, ())}
        found = found | row
    return list(found.values())


_COUNTED = {
    (True, True): N_("A first-hand document: it counts as an independent source."),
    (True, False): N_(
        "A first-hand document: it counts as an independent source, though we know it only through others."
    ),
    (False, True): N_("Its publisher’s own reporting: it counts as an independent source."),
    (False, False): N_(
        "Its publisher’s own reporting: it counts as an independent source, though we know it only through others."
    ),
}
"""Of an origin, by whether it is a primary source and whether it was read."""


def _weight(index: Index, source: Source) -> str:
    """What kind of document it is, and whether it is counted among the independent ones."""
    if source.withdrawn:
        return _("It was withdrawn: it counts as no independent source.")
    if source.is_origin:
        first_hand = source.counts_as == "primary"
        return _(_COUNTED[first_hand, source.seen])
    if not source.relays:
        return _("It does not say where it got what it tells: it counts as no independent source.")
    repeated = [other for id in source.repeats if (other := index.timeline.source(id))]
    names = list(dict.fromkeys(apart(other.publisher) for other in repeated))
    more = pgettext("sources", "{n} more").format(n=figure(len(names) - _FEW))
    return ngettext(
        "What it passes on from {names} counts as the word of that source, not as a second witness.",
        "What it passes on from {names} counts as the word of those sources, not as a further witness.",
        len(names),
    ).format(names=wording.listed(names if len(names) <= _FEW else [*names[:_FEW], more]))


def _withdrawn_by(index: Index, source: Source) -> list[Source]:
    """The documents that say that it was taken back."""
    named = source.withdrawn.citations if source.withdrawn else ()
    return [index.timeline.sources_by_id[id] for id in dict.fromkeys(citation.source for citation in named)]


def _as_date(day: datetime.date) -> dates.Date:
    return dates.parse(day.isoformat())
