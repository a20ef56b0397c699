"""The relays behind a page as a picture and as a list, and the words that go with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from timeline.charts import relays
from timeline.charts.relays_layout import MOST, Mark, Shape, layout
from timeline.html.pieces import FIRST, OUR_READING, UNNAMED
from timeline.language import N_, Messages, ngettext
from timeline.language import gettext as _
from timeline.model import Source
from timeline.queries import provenance
from timeline.queries.index import Index
from timeline.queries.notes import Branch
from timeline.queries.provenance import Step
from timeline.site import document_titles
from timeline.site.text_direction import apart

FURTHER = 3
"""From a document, how often the next that repeats is drawn."""
LEGEND: Mapping[Shape, str] = Messages(
    {
        "origin": FIRST,
        "unseen": N_("says it first, and we know it through others only"),
        "end": N_("does not say where it got it, and counts for nothing"),
    }
)
WITHDRAWN = N_("withdrawn or silent about its origin, and counts for nothing")


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and how to read it."""

    svg: Markup
    legend: tuple[tuple[Shape, str], ...]
    """The shapes that it shows."""
    left_out: int
    """Ends for which it had no room."""


def figure(branches: Sequence[Branch], title: str) -> Figure | None:
    """The picture of an event's relays; nothing for a single document, which a sentence tells better."""
    if len(branches) < 2 and not any(branch.repeated_by for branch in branches):
        return None
    return drawn([_end(branch) for branch in branches], title)


def around(index: Index, source: Source) -> Figure | None:
    """The picture of one document: whom it repeats to the right, and to the left who repeats it."""
    if not source.relays and source.id not in index.relayers:
        return None
    left = _repeating(index, source, FURTHER)
    ends = _ends(provenance.chain(index.timeline, source, provenance.SHOWN), left, here=True)
    drawing = drawn(ends, _("Who repeats whom around “{title}”").format(title=apart(document_titles.called(source))))
    here: tuple[tuple[Shape, str], ...] = (("relay", _("this document")),) if source.relays else ()
    return replace(drawing, legend=(*here, *drawing.legend))


def _ends(step: Step, left: Mark, *, here: bool = False) -> list[Mark]:
    """The ends of everything that a document repeats, to the left of each what stands below `left`."""
    source = step.source
    if step.cut:
        return []
    if not step.relays:
        name = _("This document") if here else source.publisher
        return [
            left._replace(
                shape=shape(source), name=name, said=standing(source), here=here, withdrawn=source.withdrawn is not None
            )
        ]
    marks: list[Mark] = []
    for number, relayed in enumerate(step.relays):  # who repeats it is drawn once
        mark = Mark("", "relay") if number else left
        mark = mark._replace(faint=not source.seen, here=here)
        marks += _ends(relayed, Mark("", "relay", (mark,)))
    return marks


def _repeating(index: Index, source: Source, deep: int) -> Mark:
    """A document and those that repeat it, some steps deep: as many as have room, and the number of others."""
    others = index.relayers.get(source.id, ()) if deep else ()
    below = tuple(_repeating(index, other, deep - 1) for other in others[:MOST])
    more = len(_leading(index, others, deep) - _leading(index, others[:MOST], deep)) if len(others) > MOST else 0
    return Mark("", "relay", below, faint=not source.seen, more=more)


def _leading(index: Index, sources: Iterable[Source], deep: int) -> set[str]:
    """Some documents and those that repeat them, each once, by id."""
    found = {source.id for source in sources}
    row = found
    for _step in range(deep - 1):
        row = {other.id for id in row for other in index.relayers.get(id, ())}
        found = found | row
    return found


def drawn(ends: Sequence[Mark], title: str) -> Figure:
    """The picture of some marks, with the legend that they need."""
    shapes = {end.shape for end in ends}
    legend = tuple((shape, words) for shape, words in LEGEND.items() if shape in shapes)
    if any(end.withdrawn for end in ends):
        legend = tuple((shape, _(WITHDRAWN) if shape == "end" else words) for shape, words in legend)
    drawing = layout(ends)
    return Figure(Markup(relays.svg(ends, drawing, title)), legend, drawing.left_out)


def shape(source: Source) -> Shape:
    """How the end of a chain is drawn."""
    if not source.is_origin:
        return "end"
    return "origin" if source.seen else "unseen"


def standing(source: Source) -> str:
    """What the end of a chain is, in words."""
    if source.is_origin:
        return _(FIRST) if source.seen else _("says it first; read through others")
    if source.withdrawn:
        return _("withdrawn")
    return _("does not say which") if len(set(source.repeats)) > 1 else _(UNNAMED)


def numbers(notes: Iterable[int]) -> str:
    """ "note 3", "notes 1, 4"."""
    words = [str(number) for number in notes]
    return ngettext("note {numbers}", "notes {numbers}", len(words)).format(numbers=", ".join(words)) if words else ""


def _end(branch: Branch) -> Mark:
    source = branch.source
    if branch.origin:
        kind: Shape = "origin" if source.seen else "unseen"
        words = standing(source)
    else:
        kind, words = "end", _(UNNAMED) if branch.own else standing(source)
        words = _(OUR_READING) if branch.guess else words
    said = _(", ").join(part for part in (words, numbers(branch.notes)) if part)
    return Mark(
        ", ".join(map(str, branch.notes)),
        kind,
        tuple(_relay(below) for below in branch.repeated_by),
        name=branch.source.publisher,
        said=said,
        withdrawn=source.withdrawn is not None,
    )


def _relay(branch: Branch) -> Mark:
    text = ", ".join(map(str, branch.notes))
    return Mark(text, "relay", tuple(_relay(below) for below in branch.repeated_by), faint=not branch.source.seen)
