"""The page of disputes: what sources disagree about, the liveliest questions first and the others in a line each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import escape

from timeline.browser.as_of import as_of
from timeline.browser.as_of_questions import Questions, Row
from timeline.html import frames, names_explained
from timeline.html.context import Context
from timeline.html.environment import environment
from timeline.html.facets import Facet, facet
from timeline.html.head import head
from timeline.html.page import Page, SearchEntry, Section
from timeline.language import N_, Messages, ngettext
from timeline.language import gettext as _
from timeline.language import number as figure
from timeline.model import Claim
from timeline.model.words import STATUS_NAMES
from timeline.pages.dispute_questions import Question, question, stands, told_apart
from timeline.queries.index import Index
from timeline.queries.uses import attributed
from timeline.site import urls, wording
from timeline.site.file import SiteFile
from timeline.site.urls import Links

_LATEST = "-last"
ORDERS = (
    ("", N_("liveliest first")),
    ("happened", N_("as the events happened")),
    (_LATEST, N_("latest word first")),
    ("-sides", N_("most sides first")),
)
_UNDECIDED = N_("Nothing is decided here: each side stands with the documents that say so.")
_MANNERS = Messages({"disputed": N_("disputed"), "denied": N_("denied")})
LARGE = 6
"""How many questions are told side by side before the others are a line each."""
_LINES, _FEW = 60, 6
"""How many questions of a line each stand open; so few more are not worth a fold."""
_SHOWN = 4
"""How many sides of a question stand there before the others are folded."""


_ALSO = N_("contradictions contradiction conflicting controversy denials denied contested disagreement")
"""How else people look for them."""


def disputes_page(context: Context) -> Page:
    """Every dispute of the record under its question."""
    index = context.index
    links, timeline = Links(urls.DISPUTES), index.timeline
    asked_then = Questions(index)
    rows = [(row, rank) for rank, asked in enumerate(index.questions) for row in asked_then.of(asked)]
    questions = told_apart(question(index, links, row, rank) for row, rank in rows if not row.until)
    parts = [question(index, links, row, rank) for row, rank in rows if row.until]
    title = _("Disputes")
    lines = questions[LARGE:]
    others, folded = (lines, []) if len(lines) <= _LINES + _FEW else (lines[:_LINES], lines[_LINES:])
    shown = wording.plural(
        len(questions),
        "{n} question on which sources contradict each other.",
        "{n} questions on which sources contradict each other.",
    )
    shown = shown if questions else _("No question on which sources contradict each other.")
    both = sum(1 for asked in index.questions if asked.two_sided)
    weight = ngettext(
        "On {n} of them independent sources stand on two sides; these come first.",
        "On {n} of them independent sources stand on two sides; these come first.",
        both,
    ).format(n=figure(both))
    undecided = _(_UNDECIDED)
    rule = f"{weight} {undecided}" if both else undecided
    body = (
        environment()
        .get_template("disputes.html")
        .render(
            title=title,
            shown=f"{shown} {rule if len(questions) > 1 else undecided}" if questions else shown,
            links=links,
            as_of=as_of(index),
            large=questions[:LARGE],
            others=others,
            folded=folded,
            parts=parts,
            asked_then=asked_then,
            back=partial(_back, index),
            stood=partial(stands, index),
            lines_most=f"{_LINES} {_FEW}",
            large_most=LARGE,
            most=_SHOWN,
            facets=_facets(index, questions),
            orders=[order for order in ORDERS if order[0] != _LATEST or not timeline.record.retrospective],
            names=names_explained.explained(timeline, links, (asked.title for asked in questions[:2])),
            ways=urls,
        )
    )
    return Page(
        urls.DISPUTES,
        title,
        shown,
        body,
        "overview",
        hide=("toc", "navigation"),
        search=SearchEntry(title, f"{shown} {timeline.record.title}", also=_(_ALSO)),
        sections=tuple(Section(asked.anchor, SearchEntry(asked.title, asked.event.title)) for asked in questions),
        head=head(context.site, urls.DISPUTES, title, shown),
        files=tuple(_frames(index)),
    )


def _frames(index: Index) -> Iterator[SiteFile]:
    """Each question alone, with links from where its frame lies."""
    links = Links(urls.embed(urls.question_frame("any")))
    for one in told_apart(question(index, links, Row(asked), rank) for rank, asked in enumerate(index.questions)):
        yield frames.of_question(index, one, links)


def _back(index: Index, claim: Claim) -> str:
    """Where the documents of a side lead, and whom those name."""
    origins, people = index.hands(claim.citations), attributed(claim.citations)
    if not origins:
        return ""
    sentence = _("Back to {sources}, attributed to {people}") if people else _("Back to {sources}")
    return str(escape(sentence.format(sources=wording.origins(origins), people="; ".join(people))))


def _facets(index: Index, questions: list[Question]) -> list[Facet]:
    topics, actors = index.timeline.topics_by_id, index.timeline.actors_by_id

    def answers(name: str) -> list[str]:
        return [question.data[name] for question in questions]

    return [
        facet("topic", _("Topic"), answers("topic"), lambda id: topics[id].name, by_number=True, of=topics),
        facet("manner", _("How"), answers("manner"), _MANNERS.__getitem__),
        facet("speaker", _("Who speaks"), answers("speaker"), lambda id: actors[id].name, by_number=True, of=actors),
        facet("status", _("Event is"), answers("status"), STATUS_NAMES.__getitem__),
    ]
