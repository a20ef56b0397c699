"""Small records of every shape, for sentences that hold for all of them.

Six documents that repeat one another, events whose claims dispute and deny each other, forecasts with every
outcome, and states with vague bounds; all of it within one year, so that days meet.
"""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from tests.conftest import day
from timeline.model import About, Actor, Event, Expectation, Source, Timeline, Topic, Track
from timeline.model.words import Course

THROUGH = day("2026-01-01")
days = st.dates(day("2024-12-01"), day("2026-02-01"))

_past = st.dates(day("2024-12-15"), day("2025-12-31")).map(str)
_vague = st.builds(
    lambda text, length, doubt: text[:length] + doubt,
    _past,
    st.sampled_from([10, 10, 7, 4]),
    st.sampled_from(["", "", "~", "?"]),
)
_between = (
    st.tuples(_past, _past)
    .map(lambda ends: "[{}..{}]".format(*sorted(ends)))
    .filter(lambda text: text[1:11] != text[13:23])
)
_since = _past.map(lambda text: f"{text}/..")
edtf = st.one_of(_vague, _vague, _between, _since)

SOURCES = [f"s{n}" for n in range(6)]
EVENTS = [f"e{n}" for n in range(4)]
CLAIMS = [f"{event}#c{n}" for event in EVENTS for n in range(3)]
EXPECTATIONS = ["x0", "x1", "x2"]
ACTORS, TOPICS = ["anna", "both"], ["bridge", "both"]
SOURCE_KINDS = ["primary", "original-reporting", "secondary", "aggregator", "ai-generated"]


def some(names: list[str], least: int = 0, most: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), min_size=least, max_size=most, unique=True)


def maybe(draw: st.DrawFn, **fields: st.SearchStrategy[Any]) -> dict[str, Any]:
    """Some of these fields."""
    return {name: draw(value) for name, value in fields.items() if draw(st.booleans())}


@st.composite
def sources(draw: st.DrawFn, number: int) -> Source:
    """A document that repeats only those after it, so that no loop is made."""
    repeated = draw(some(SOURCES[number + 1 :])) if SOURCES[number + 1 :] else []
    relays = [{"source": id, "guess": draw(st.sampled_from(["false", "false", "true"]))} for id in repeated]
    facts = maybe(draw, issued=edtf, accessed=_past)
    kind = draw(st.sampled_from(SOURCE_KINDS))
    seen = draw(st.sampled_from(["true", "true", "false"]))
    publisher, authors = draw(st.sampled_from(["P", "p (copy at Q)", "Q"])), draw(some(["Anna", "Bo"]))
    return Source(
        id=f"s{number}",
        title="T",
        publisher=publisher,
        authors=authors,
        language="en",
        kind=kind,
        seen=seen,
        relays=relays,
        note="N",
        **facts,
    )


@st.composite
def citations(draw: st.DrawFn, found: list[Source]) -> list[dict[str, str]]:
    cited = draw(st.lists(st.sampled_from(found), min_size=1, max_size=2, unique_by=lambda source: source.id))
    return [
        {"source": source.id}
        | ({"via": draw(st.sampled_from(source.repeats))} if source.relays and draw(st.booleans()) else {})
        for source in cited
    ]


@st.composite
def events(draw: st.DrawFn, id: str, found: list[Source]) -> Event:
    claims = []
    whole = draw(citations(found)) if draw(st.sampled_from([False, False, True])) else []
    for number in range(draw(st.integers(1, 3))):
        others = [ref for ref in CLAIMS if ref != f"{id}#c{number}"]
        against = draw(st.sampled_from(["disputes", "denies", None]))
        opposing = {against: draw(some(others)), "by": "anna"} if against else {}
        cited = {} if whole and draw(st.booleans()) else {"cite": draw(citations(found))}
        claims.append({"id": f"c{number}", "text": draw(st.sampled_from(["A", "B"]))} | cited | opposing)
    dated = st.fixed_dictionaries({"date": edtf, "cite": citations(found)})
    facts = maybe(
        draw,
        summary=st.just("A summary"),
        rivals=st.lists(dated, max_size=2),
        dates=st.dictionaries(st.sampled_from(["announced", "decided"]), dated, max_size=2),
        related=st.lists(
            st.one_of(
                st.fixed_dictionaries({"event": st.sampled_from(EVENTS), "as": st.just("answers")}),
                st.fixed_dictionaries(
                    {"event": st.sampled_from(EVENTS), "as": st.just("causes"), "cite": citations(found)}
                ),
            ),
            max_size=2,
        ),
        actors=some(ACTORS),
        topics=some(TOPICS),
        key=st.sampled_from(["true", "false"]),
    )
    status = draw(st.sampled_from(["confirmed", "reported", "disputed", "denied"]))
    course = draw(st.sampled_from(["happened", *get_args(Course)]))
    kind = draw(st.sampled_from(["release", "policy"]))
    return Event(
        id=id,
        added=str(THROUGH),
        date=draw(edtf),
        title=id,
        kind=kind,
        status=status,
        course=course,
        cite=whole,
        claims=claims,
        **facts,
    )


@st.composite
def expectations(draw: st.DrawFn, id: str, found: list[Source], refs: list[str]) -> Expectation:
    answers = [
        st.just("missed"),
        st.fixed_dictionaries({"event": st.sampled_from(sorted({ref.partition("#")[0] for ref in refs}))}),
        st.fixed_dictionaries({"denied": st.sampled_from(refs)}),
        st.fixed_dictionaries({"withdrawn": st.sampled_from(refs)}),
    ]
    facts = maybe(draw, window=edtf, outcome=st.one_of(answers), replaces=some([x for x in EXPECTATIONS if x != id]))
    return Expectation(id=id, about="bridge", said="2025", cite=draw(citations(found)), **facts)


@st.composite
def tracks(draw: st.DrawFn, found: list[Source], named: list[str]) -> Track:
    state = st.fixed_dictionaries(
        {"from": edtf, "state": st.sampled_from(["open", "shut"])},
        optional={"to": edtf, "cite": citations(found), "event": st.sampled_from(named)},
    )
    return Track(id="t", title="T", states=draw(st.lists(state, min_size=1, max_size=3)))


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    found = [draw(sources(number)) for number in range(len(SOURCES))]
    told = [draw(events(id, found)) for id in EVENTS[: draw(st.integers(1, len(EVENTS)))]]
    refs = {claim.ref for event in told for claim in event.claims}
    named = [event.id for event in told]
    return Timeline(
        About(title="A record", through=str(THROUGH)),
        tuple(_pointing(event, refs, set(named)) for event in told),
        tuple(found),
        tuple(Actor(id=id, name=id.capitalize(), kind="person") for id in ACTORS),
        tuple(Topic(id=id, name=f"The {id}") for id in TOPICS),
        tuple(draw(expectations(id, found, sorted(refs))) for id in EXPECTATIONS),
        (draw(tracks(found, named)),),
    )


def _pointing(event: Event, refs: set[str], ids: set[str]) -> Event:
    """Without what leads nowhere."""
    claims = tuple(
        claim.model_copy(
            update={name: tuple(ref for ref in getattr(claim, name) if ref in refs) for name in ("disputes", "denies")}
        )
        for claim in event.claims
    )
    related = tuple(relation for relation in event.related if relation.event in ids - {event.id})
    return event.model_copy(update={"claims": claims, "related": related})
