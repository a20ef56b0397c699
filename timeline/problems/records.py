"""What can be wrong between records: ids that lead nowhere, claims nobody stands behind, days that cannot be."""

from __future__ import annotations

from timeline.problems.problem import Kind, Severity

_ERROR, _WARNING, _NOTE = Severity

# The whole

MISSING_RECORD = Kind(
    "missing-record",
    _ERROR,
    "no file says what the record is",
    "The mapping `record` gives the timeline its title and `through`, the day up to which it was verified.",
)
DUPLICATE_RECORD = Kind(
    "duplicate-record",
    _ERROR,
    "the record is described twice",
    "There is one timeline per site, so `record` stands in one file.",
)
DUPLICATE_ID = Kind(
    "duplicate-id",
    _ERROR,
    "two {things} have the id `{id}`",
    "An id is the address of one page. Ids of past records, kept as `aliases`, count too.",
)

VANISHED_ID = Kind(
    "vanished-id",
    _ERROR,
    "the {thing} `{id}` had an address, and no {thing} has this id or alias now",
    "Who kept the address of a page, or cited it, must find it. `timeline check --since REVISION` compares with git.",
)

# Ids that lead nowhere

UNKNOWN_SOURCE = Kind(
    "unknown-source",
    _ERROR,
    "{owner} {verb} a source that is not defined",
    "A reader who follows the note must arrive at a document.",
)
UNKNOWN_EVENT = Kind(
    "unknown-event",
    _ERROR,
    "{owner} {verb} an event that is not defined",
    "A link between events needs both of them.",
)
UNKNOWN_CLAIM = Kind(
    "unknown-claim",
    _ERROR,
    "{owner} {verb} a claim that is not defined",
    "A claim is named by its own `id`, from another event as `event-id#claim-id`.",
)
UNKNOWN_ACTOR = Kind(
    "unknown-actor",
    _ERROR,
    "{owner} {verb} an actor that is not defined",
    "Actors are listed under `actors` with their name and kind.",
)
UNKNOWN_TOPIC = Kind(
    "unknown-topic",
    _ERROR,
    "{owner} {verb} a topic that is not defined",
    "Topics are listed under `topics` with their name.",
)
UNKNOWN_PLACE = Kind(
    "unknown-place",
    _ERROR,
    "{owner} {verb} a place that is not defined",
    "Places are listed under `places` with their name, and where it is known with country and coordinates.",
)
UNKNOWN_EXPECTATION = Kind(
    "unknown-expectation",
    _ERROR,
    "{owner} {verb} an expectation that is not defined",
    "A forecast that replaces another names it by its id.",
)

# Evidence

UNCITED_CLAIM = Kind(
    "uncited-claim",
    _ERROR,
    "the claim cites nothing",
    "A sentence nobody stands behind has no place on a page. Only where the event itself cites sources, and "
    "nobody can say which sentence they bear, may its claims cite none.",
)
UNCITED = Kind(
    "uncited",
    _ERROR,
    "{owner} cites nothing",
    "Other dates, other roles of dates, forecasts and causes are said by somebody, and the record says by whom.",
)
MISSING_ADDRESS = Kind(
    "missing-address",
    _ERROR,
    "the source has no address, no number and no note",
    "A reader must be able to look a document up, or be told why that is not possible.",
)
UNRELAYED_VIA = Kind(
    "unrelayed-via",
    _ERROR,
    "the cited source does not relay `{via}`",
    "`via` names the document that the cited one repeats here, so the cited one must list it under `relays`. Its own "
    "id as `via` says that here it repeats nobody.",
)
GUESS_WITHOUT_VIA = Kind(
    "guess-without-via",
    _ERROR,
    "the guess does not say which document is repeated",
    "`guess` at a citation says that we only read it so that the document named by `via` is repeated here.",
)
UNALLOWED_QUOTATION = Kind(
    "unallowed-quotation",
    _ERROR,
    "a citation quotes, and the record does not say that it does",
    "Whether words of others are quoted or told in words of our own is a choice for the whole record, and a question "
    "of law where it is published. `quotes: true` in `record` says that it was made; the first quotation is shown.",
)
RELAY_LOOP = Kind(
    "relay-loop",
    _ERROR,
    "sources relay each other in a circle",
    "Following who repeats whom must end at somebody who saw for himself. In a circle it never does.",
)
LONG_CHAIN = Kind(
    "long-chain",
    _ERROR,
    "more documents repeat one another in a row than a page can show",
    "A chain of relays is followed to its end on each page of its documents. At most 60 of them stand in one.",
)
TOO_MANY = Kind(
    "too-many",
    _ERROR,
    "{owner} has more {things} than a page can show",
    "Pages list what belongs to a record. The limits are far above what a reader can follow.",
)
UNSEEN_UNRELAYED = Kind(
    "unseen-unrelayed",
    _ERROR,
    "nobody saw the source and no source relays it",
    "A document that was not seen is known only through those that repeat it. Without one, nothing is known of it.",
)
DENIAL_WITHOUT_SPEAKER = Kind(
    "denial-without-speaker",
    _ERROR,
    "the denial does not say who denies",
    "A dispute can be between documents. A denial is somebody's word, and readers must know whose.",
)
SELF_OPPOSITION = Kind(
    "self-opposition",
    _ERROR,
    "the claim opposes itself",
    "A claim disputes or denies another one.",
)
SECOND_QUESTION = Kind(
    "second-question",
    _ERROR,
    "the dispute has another question already",
    "Claims that dispute or deny one another, directly or through others, are shown as one dispute under one "
    "question. Two questions mean that one of them does not cover all sides, or that a mark points at the wrong claim.",
)
BASELESS_STATUS = Kind(
    "baseless-status",
    _ERROR,
    "the event is called {status} and no claim says so",
    "`disputed` and `denied` are what claims do: one that disputes or denies this event's claims must "
    "stand in the record.",
)
UNPROVEN_CONFIRMED = Kind(
    "unproven-confirmed",
    _ERROR,
    "the event is called confirmed and its evidence does not bear it",
    "The first claim of a confirmed event cites a primary source that was seen, or leads to two independent origins "
    "with one of the citations seen. Five articles that repeat one report are one origin, and so are two reports of "
    "one publisher or one author. Nor are two reports independent that name the same people in `attributed_to`, or "
    "that pass on the word of the actor in `by`. That somebody said a thing is known from all who heard it, so `by` "
    "joins nothing in a statement or a report. All names of an actor, those under `also` too, are one party. What the "
    "event cites as a whole bears no sentence, and a document that was withdrawn bears nothing. A secondary source "
    "tells what others saw, asked or found out, however good it is: these are the origins, and it leads to them once "
    "it says in `relays` who they are. To call it original reporting would add a witness who was not there; what such "
    "a document tells is worth `reported`.",
)

# Days

AFTER_THROUGH = Kind(
    "after-through",
    _ERROR,
    "{what} is later than the day the record was verified to",
    "`through` is the day up to which the whole record was checked; nothing in it can be known from later. What is "
    "planned may lie ahead of it. `added` and `updates` tell what we did ourselves, and that may be later as well.",
)
SAID_AFTER_WINDOW = Kind(
    "said-after-window",
    _ERROR,
    "the forecast was made after the time it predicted",
    "What is said about days already past is a report, and belongs in an event.",
)
OVERLAPPING_STATES = Kind(
    "overlapping-states",
    _ERROR,
    "two states of one track overlap",
    "A thing is in one state at a time. A state without `to` lasts until the next one's `from`.",
)
INVERTED_STATE = Kind(
    "inverted-state",
    _ERROR,
    "the state ends before it begins",
    "`from` is the first day of a state and `to` its last.",
)
UPDATE_BEFORE_ADDED = Kind(
    "update-before-added",
    _ERROR,
    "the update is older than the event's entry here",
    "Updates tell what we changed after an event entered this record.",
)
UNKNOWN_CODE = Kind(
    "unknown-code",
    _ERROR,
    "there is no check called `{code}`",
    "`allow` names a check by its code and gives the reason for the waiver, which the site shows.",
)
ALLOWED_ERROR = Kind(
    "allowed-error",
    _ERROR,
    "`{code}` is an error and cannot be waived",
    "Warnings and notes can be waived with a reason. An error would make the site say what the data does not bear.",
)
BAD_HOST = Kind(
    "bad-host",
    _ERROR,
    "`{word}` is not the name of a host",
    "What `defaults` say for the documents of a host stands under its name, as addresses have it between `//` and the "
    "next `/`.",
)
