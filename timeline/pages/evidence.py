"""How sure is this record? What its claims rest on, in figures that each lead to a list; then how that grew."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from timeline import dates
from timeline.charts import growth
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.figure import figure
from timeline.html.overview import overview
from timeline.html.page import Page
from timeline.language import N_, ngettext
from timeline.language import gettext as _
from timeline.model import Timeline
from timeline.pages.claims import QUESTIONS
from timeline.pages.link_state import answers
from timeline.pages.own_words import own_words
from timeline.pages.unread import unread
from timeline.queries import provenance
from timeline.queries.index import Index
from timeline.queries.states import Growth
from timeline.site import kind_names, urls, wording
from timeline.site.urls import Links

TITLE = N_("How sure is this record?")
_PARTED = ("several-sources", "one-source", "no-source-named", "sources-of-the-event")
"""The lists that part all claims among them; the last one has a figure only where it has a claim."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its sentence, and the list behind it."""

    number: int
    words: str
    link: str
    below: bool = False
    """Whether it counts some of those in the figure above it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A share of all claims in the bar above the figures."""

    name: str
    place: str
    width: str


@dataclass(frozen=True, slots=True)
class Share:
    """The sources of one kind."""

    words: str
    sources: int
    seen: int
    archived: int
    dated: int


def evidence_page(context: Context) -> Page:
    """What claims rest on, then what their documents are, then how both grew; what is to be mended stands elsewhere."""
    index = context.index
    timeline, links = index.timeline, Links(urls.EVIDENCE)
    shares = [_share(timeline, kind) for kind in timeline.record.words("source_kinds")]
    total = len(index.support)
    documents = wording.plural(len(timeline.sources), "{n} document", "{n} documents")
    found = provenance.independent_of_all(timeline)
    origins = (
        wording.plural(found, "{n} independent source", "{n} independent sources")
        if found
        else _("no independent source")
    )
    claims = wording.plural(total, "{n} claim", "{n} claims")
    counted = ngettext(
        "It holds {claims} from {documents}, which leads back to {sources}.",
        "It holds {claims} from {documents}, which lead back to {sources}.",
        len(timeline.sources),
    ).format(claims=claims, documents=documents, sources=origins)
    shown = f"{_verdict(index)} {counted}".lstrip()
    return overview(
        context,
        urls.EVIDENCE,
        _(TITLE),
        shown,
        "evidence.html",
        also=_("reliable reliability trust trustworthy credible credibility verified fact-check sourcing"),
        total=total,
        sources=len(timeline.sources),
        claims=_claims(index, links),
        parted=len(_parted(index)),
        parts=_parts(index),
        documents=_documents(index, links),
        shares=[share for share in shares if share.sources],
        growth=figure(grown, links, more=_growth_in_numbers(index)) if (grown := growth.chart(index)) else "",
        addresses=answers(context),
        updates=_updates(index),
        ways=urls,
    )


def _verdict(index: Index) -> str:
    """The answer in a sentence, by what most claims rest on; nothing for a record without any."""
    total = len(index.support)
    several, one = len(index.supported["several-sources"]), len(index.supported["one-source"])
    if not total:
        return ""
    if 2 * several > total:
        return _("Most claims here are told by several independent sources.")
    if 2 * one > total:
        return _("Most claims here rest on one independent source.")
    whole = len(index.supported["sources-of-the-event"])
    if 2 * whole > total:
        return _("Most claims here are told by sources that are cited for an event as a whole.")
    if whole and 2 * (several + whole) >= total:
        return ""
    return _("Most claims here rest on one independent source, or on none that is named.")


def _parted(index: Index) -> list[str]:
    """The lists that part all claims among them, as far as they have a figure."""
    return [name for name in _PARTED if name != _PARTED[-1] or index.supported[name]]


def _claims(index: Index, links: Links) -> list[Figure]:
    """What claims rest on: the lists with an address, and the disputes."""
    figures = []
    for name, question in QUESTIONS.items():
        number = len(index.supported[name])
        if not number and name == _PARTED[-1]:
            continue
        words = ngettext(*question.figure, number)
        figures.append(Figure(number, words, links.to(urls.claims(name)), below=name == "one-person"))
    disputed = len(index.objections)
    said = sum(map(len, index.spoken.values()))
    speakers = wording.plural(len(own_words(index)), "{n} speaker", "{n} speakers")
    spoken = ngettext("is a word of {speakers}", "are words of {speakers}", said).format(speakers=speakers)
    return [
        *figures,
        Figure(
            disputed,
            ngettext("is disputed or denied by others", "are disputed or denied by others", disputed),
            links.to(urls.DISPUTES),
        ),
        Figure(said, spoken, links.to(urls.OWN_WORDS)),
    ]


def _documents(index: Index, links: Links) -> list[Figure]:
    """How the documents are known, and what was put right."""
    sources = index.timeline.sources
    unseen, originals = sum(not source.seen for source in sources), len(unread(index))
    read = len(sources) - unseen
    kept = sum(bool(source.copies) for source in sources)
    through = ngettext("is known through other documents only", "are known through other documents only", unseen)
    return [
        Figure(read, ngettext("was read by us", "were read by us", read), links.sources + "?seen=yes"),
        Figure(unseen, through, links.sources + "?seen=no"),
        *(
            [Figure(originals, _("of them told something first"), links.to(urls.UNREAD), below=True)]
            if originals
            else []
        ),
        Figure(
            kept,
            ngettext("has a copy that somebody else keeps", "have a copy that somebody else keeps", kept),
            links.sources + "?archived=yes",
        ),
    ]


def _updates(index: Index) -> str:
    """What was put right."""
    mended = sum(each.mends for each in index.changed)
    if not mended:
        return _("What was added lately")
    return wording.plural(
        mended,
        "{n} correction so far, and what was added lately",
        "{n} corrections so far, and what was added lately",
    )


def _parts(index: Index) -> list[Part]:
    """The shares of all claims, side by side."""
    total, place, parts = len(index.support), 0.0, []
    for name in _PARTED:
        width = 100 * len(index.supported[name]) / total if total else 0.0
        if width:
            parts.append(Part(name, f"{place:.2f}%", f"{width:.2f}%"))
        place += width
    return parts


def _growth_in_numbers(index: Index) -> Markup:
    """The same to be read: what was known when a month was over, or on the last day of the record."""
    through, months = index.timeline.record.through, dict[str, Growth]()
    for row in index.changes.growth():
        day = row.day.isoformat()
        months[day if row.day == through else day.rpartition("-")[0]] = row
    rows = [(dates.words(dates.parse(month)), row) for month, row in months.items()]
    return Markup(environment().get_template("growth.html").render(rows=rows))


def _share(timeline: Timeline, kind: str) -> Share:
    documents = [source for source in timeline.sources if source.kind == kind]
    return Share(
        kind_names.several(timeline.record, "source_kinds", kind),
        len(documents),
        sum(1 for source in documents if source.seen),
        sum(1 for source in documents if source.copies),
        sum(1 for source in documents if source.issued),
    )
