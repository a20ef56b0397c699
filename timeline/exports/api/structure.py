"""What follows from the record, as JSON has it: the names here are a promise, kept as long as the address says `v1`.

Names are added and never renamed or taken away. From these classes come the schema, the description for programs
(OpenAPI) and the reference, each with the sentence below a name.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from timeline.queries.disputes import Manner
from timeline.queries.expectations import Standing


class DerivedBounds(TypedDict):
    """Between which days a date lies; they are limits and no dates: nobody says that it was the first or the last."""

    first: str | None
    """No earlier than this day; null where the beginning is open."""
    last: str | None
    """No later than this day; null where the end is open."""


class DerivedDate(TypedDict):
    """A date as vague as it was typed, with what a program needs to sort and to filter it."""

    edtf: str
    """As it was typed (EDTF, ISO 8601-2); a day of the Julian calendar as that of the Gregorian one."""
    words: str
    """In English words."""
    form: Literal["point", "extent", "between", "unknown"]
    """One time, all of a stretch, some day within one, or one that nobody knows."""
    precision: Literal["unknown", "century", "decade", "year", "season", "quarter", "month", "day"]
    """What it names; of two ends the vaguer."""
    approximate: bool
    """Whether it was typed with "about"; that widens no bound."""
    uncertain: bool
    """Whether it was typed with doubt; that widens no bound."""
    day: bool
    """Whether it is one calendar day without doubt: only then are both bounds the date."""
    bounds: DerivedBounds
    """The first and the last day that its text allows."""


class DerivedKnown(TypedDict):
    """Since when something was out. It counts as known from the last bound of the date on."""

    date: DerivedDate
    """The date of the document that told it first, as vague as it was typed."""
    read: bool
    """Whether nothing proves it but that the editors read the document: that day or, where none is noted, by then."""
    checked: bool
    """Whether no day of their reading is noted either: then the date is that up to which the record was checked."""


class DerivedCitation(TypedDict):
    """A citation followed to its end."""

    source: str
    """The cited document."""
    path: list[str]
    """The documents it goes back through, the cited one not among them."""
    origin: str | None
    """The document that says it first; null where the chain does not name one."""
    guessed: list[str]
    """The documents on the way that are only our reading; then there is no origin."""


class DerivedObjection(TypedDict):
    """A claim that speaks against another."""

    claim: str
    """The name of that claim."""
    manner: Manner
    """Whether it contradicts or denies."""


class DerivedClaim(TypedDict):
    """What a claim rests on, in the order of the claims that were typed."""

    ref: str
    """Its name in the whole record: `event-id#claim-id`, or `event-id#claim-3` where it has no id."""
    page: str
    """Where it stands on the site."""
    known: DerivedKnown | None
    """Since when it was out; null where that is not known, as in a record whose sources only look back."""
    sources: int
    """How many documents it cites."""
    independent_sources: int
    """How many independent sources stand behind them: one for each publisher or author that says it first."""
    origins: list[list[str]]
    """These, each with its documents."""
    without_origin: int
    """How many of the cited documents do not say where they have it."""
    support: list[str]
    """The lists of the site that it stands in, by what it rests on: `one-source`, `unnamed-people` and so on."""
    disputed_by: list[DerivedObjection]
    """The claims that speak against it."""
    citations: list[DerivedCitation]
    """Where each citation leads."""


class DerivedRelation(TypedDict):
    """Another event that names this one under `related`."""

    event: str
    """That event."""
    relation: str
    """The word that it says of the two."""


class DerivedEvent(TypedDict):
    """What follows for an event."""

    page: str
    """Its page; below the site's address, or in full where the site knows it."""
    date: DerivedDate
    """Its date."""
    dates: dict[str, DerivedDate]
    """Its days with another role."""
    rivals: list[DerivedDate]
    """Other dates that sources give."""
    known: DerivedKnown | None
    """Since when it was out: since its first claim was; null where that is not known."""
    sources: int
    """How many documents its claims cite."""
    independent_sources: int
    """How many independent sources stand behind them."""
    origins: list[list[str]]
    """These, each with its documents."""
    without_origin: int
    """How many of the cited documents do not say where they have it."""
    disputed: bool
    """Whether somebody speaks against one of its claims."""
    disputes: list[str]
    """The disputes that it is part of, on either side, by their ids."""
    claims: list[DerivedClaim]
    """What its claims rest on."""
    whole: list[DerivedCitation]
    """Where the citations of the event as a whole lead; they count for no claim and in none of the numbers here."""
    related_from: list[DerivedRelation]
    """The events that name it."""
    answers: list[str]
    """The forecasts that it answers, or that one of its claims denies or takes back."""
    before: str | None
    """The event before it in the order of the site."""
    after: str | None
    """The event after it."""


class DerivedSource(TypedDict):
    """What follows for a document."""

    page: str
    """Its page."""
    issued: DerivedDate | None
    """When it was published; null where that is unknown."""
    known: DerivedKnown | None
    """Since when it was certainly out; null in a record whose sources only look back."""
    origin: bool
    """Whether it says things first and repeats nobody."""
    relayed_by: list[str]
    """The documents that repeat it."""
    claims: list[str]
    """The claims that rest on it, cited or through others."""
    events: list[str]
    """The events that cite it as a whole, for no certain sentence."""
    expectations: list[str]
    """The forecasts that cite it."""


class DerivedActor(TypedDict):
    """What follows for a person, a company or another actor."""

    page: str
    """Its page."""
    events: list[str]
    """The events that name it."""
    claims: list[str]
    """The claims that are its word."""
    expectations: list[str]
    """The forecasts that it made."""


class DerivedTopic(TypedDict):
    """What follows for a topic."""

    page: str
    """Its page."""
    events: list[str]
    """The events about it."""
    expectations: list[str]
    """The forecasts about it."""


class DerivedPlace(TypedDict):
    """What follows for a place."""

    page: str
    """Its page."""
    events: list[str]
    """The events that happened there."""


class DerivedStanding(TypedDict):
    """How a forecast stood from a day on, as far as was known."""

    certain_from: str
    """The day from which that was certain; it is no date of the record."""
    standing: Standing
    """How it stood."""


class DerivedExpectation(TypedDict):
    """What follows for a forecast."""

    page: str
    """Where it stands on the site."""
    said: DerivedDate | None
    """When it was said; null where that is unknown."""
    window: DerivedDate | None
    """The time it predicted; null where it named none."""
    standing: Standing
    """How it stands on the last day of the record."""
    standings: list[DerivedStanding]
    """How it stood before that, one after another."""
    sources: int
    """How many documents tell of it."""
    independent_sources: int
    """How many independent sources stand behind them."""


class DerivedState(TypedDict):
    """What follows for a state of a track, in the order of the states that were typed."""

    begins: DerivedDate
    """When it began."""
    ends: DerivedDate | None
    """Its last day; null where it lasts until the next one."""
    holds: bool
    """Whether it certainly held on the last day of the record."""


class DerivedTrack(TypedDict):
    """What follows for the states of a thing."""

    page: str
    """Where it stands on the site."""
    states: list[DerivedState]
    """What follows for each state."""


class DerivedDispute(TypedDict):
    """Claims that contradict or deny one another, directly or through others."""

    id: str
    """Its name; it changes when the most contested claim does."""
    page: str
    """Where it stands on the site."""
    question: str | None
    """What it is about; null where the record has no question for it."""
    claims: list[str]
    """Its sides, the most contested first."""
    events: list[str]
    """The events that tell them."""
    sources: int
    """How many documents are cited on all sides."""
    independent_sources: int
    """How many independent sources stand behind them."""
    two_sided: bool
    """Whether two sides lead to an independent source each, and not both to the same."""


class DerivedCounts(TypedDict):
    """How much there is of what."""

    events: int
    """Events."""
    claims: int
    """Sentences about them."""
    sources: int
    """Documents."""
    independent_sources: int
    """Independent sources behind all claims."""
    actors: int
    """Persons, companies and other actors."""
    topics: int
    """Topics."""
    places: int
    """Places."""
    expectations: int
    """Forecasts."""
    tracks: int
    """Things whose states are followed."""
    disputes: int
    """Disputes."""
