"""The words of those fields that have a fixed set of them, and what each word means.

Editors show the meaning beside the word that somebody is about to choose, and pages where the word is explained.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from timeline.language import N_, Messages

EventKind = Literal["release", "report", "policy", "statement", "legal", "market", "research"]
KIND: Mapping[EventKind, str] = {
    "release": "A product, a document or a work came out, or was to come out.",
    "report": "Somebody published findings or news; the event is the publication.",
    "policy": "An authority set, changed or withdrew a rule, or an order was given.",
    "statement": "Somebody said something on the record.",
    "legal": "A court, a complaint, a charge, a settlement.",
    "market": "Prices, sales, orders, shares, money.",
    "research": "Something was built, tested, measured or found out.",
}
SPOKEN: tuple[EventKind, ...] = ("report", "statement")
"""Kinds of event that are somebody's words: that it was said is the event, and it can be told only when it was said."""
Course = Literal["happened", "planned", "cancelled", "missed", "unknown"]
COURSE: Mapping[Course, str] = {
    "happened": "It took place; this need not be written.",
    "planned": "It was announced and its day is still to come.",
    "cancelled": "It was called off.",
    "missed": "Its day passed and it did not come.",
    "unknown": "Its day is over and no source says what became of it.",
}
Status = Literal["confirmed", "reported", "disputed", "denied"]
STATUS: Mapping[Status, str] = {
    "confirmed": "The first claim cites a primary source that we saw, or leads to two independent origins.",
    "reported": "Somebody says so, and the evidence does not go further.",
    "disputed": "Another claim contradicts one of its claims.",
    "denied": "Somebody named rejects one of its claims.",
}
STATUS_FOR_READERS: Mapping[Status, str] = Messages(
    {
        "confirmed": N_("a first-hand document that we read says so, or two independent sources do"),
        "reported": N_("the sources named there say so, and the evidence goes no further"),
        "disputed": N_("others contradict it, and nothing here outweighs them"),
        "denied": N_("somebody who is named rejects it"),
    }
)
"""The same for those who meet it on a page."""
STATUS_OF_SEVERAL: Mapping[Status, str] = Messages(
    {
        "confirmed": N_("at first hand or by two independent sources"),
        "reported": N_("by the sources named there, not confirmed"),
        "disputed": N_("by others"),
        "denied": N_("by somebody named"),
    }
)
"""The same after a number and the word: "12 confirmed by ..."."""
DateRole = Literal["announced", "published", "effective", "expires", "disclosed", "decided", "due"]
DATE_ROLE: Mapping[DateRole, str] = {
    "announced": "When it was made known that it would come.",
    "published": "When its text was printed or put online.",
    "effective": "From when it is in force, if only on paper.",
    "expires": "When it ceases to be in force.",
    "disclosed": "When it became known, having happened before.",
    "decided": "When it was settled, before anybody was told.",
    "due": "When it has to be obeyed or delivered.",
}
RelationKind = Literal["causes", "hampers", "answers", "amends", "part-of", "see-also"]
RELATION: Mapping[RelationKind, str] = {
    "causes": "The other event brought this one about; needs `cite`.",
    "hampers": "The other event stood in the way of this one; needs `cite`.",
    "answers": "This event is a reply to the other one.",
    "amends": "This event changes what the other one set.",
    "part-of": "This event belongs to the other, larger one.",
    "see-also": "Who reads of one may want to read of the other.",
}
UpdateKind = Literal["correction", "revision", "withdrawal", "development"]
UPDATE: Mapping[UpdateKind, str] = {
    "correction": "We had something wrong.",
    "revision": "We say the same more exactly, or rest it on better sources.",
    "withdrawal": "We no longer say it.",
    "development": "Something happened since that belongs to this event.",
}
SourceKind = Literal["primary", "original-reporting", "secondary", "aggregator", "ai-generated"]
SOURCE_KIND: Mapping[SourceKind, str] = {
    "primary": "The thing itself: a filing, a rule, a release, a statement by the one who acts.",
    "original-reporting": "A newsroom that asked, saw or was told.",
    "secondary": "An article that retells others.",
    "aggregator": "A list or digest of others.",
    "ai-generated": "A text that says a machine wrote it.",
}
TitleBasis = Literal["printed", "relayed", "address", "ours"]
TITLE_BASIS: Mapping[TitleBasis, str] = {
    "printed": "It stands on the document; this need not be written.",
    "relayed": "It is known from documents that repeat this one.",
    "address": "It is formed from the document's address.",
    "ours": "The document shows none; we gave it one.",
}
IssuedBasis = Literal["shown", "address", "record", "inferred", "reported"]
ISSUED_BASIS: Mapping[IssuedBasis, str] = {
    "shown": "The document shows it; this need not be written.",
    "address": "It stands in the document's address.",
    "record": "A catalogue, a register or a log of changes gives it.",
    "inferred": "It follows from what the document says or from what others say.",
    "reported": "Those that cite the document give it.",
}
Access = Literal["open", "paywalled", "gone"]
ACCESS: Mapping[Access, str] = {
    "open": "Everybody can read it; this need not be written.",
    "paywalled": "It can be read for money.",
    "gone": "It is no longer there.",
}
ActorKind = Literal["person", "company", "government", "organisation", "media"]
ACTOR: Mapping[ActorKind, str] = {
    "person": "A human being.",
    "company": "A firm or a fund.",
    "government": "A state, an authority, an office.",
    "organisation": "An association, a university, a laboratory.",
    "media": "A newsroom, an agency, a publisher.",
}
WindowBasis = Literal["stated", "inferred"]
WINDOW_BASIS: Mapping[WindowBasis, str] = {
    "stated": "The time was given in so many words; this need not be written.",
    "inferred": "The time is our reading of vaguer words.",
}
Tone = Literal["open", "limited", "closed", "unknown"]
TONE: Mapping[Tone, str] = {
    "open": "Free, allowed, going on.",
    "limited": "Allowed in part or on conditions.",
    "closed": "Forbidden or stopped.",
    "unknown": "None of these, or nobody says; this need not be written.",
}
ReachState = Literal["ok", "moved", "blocked", "gone", "failing"]
REACH: Mapping[ReachState, str] = {
    "ok": "It answered with a document.",
    "moved": "It says that the document is elsewhere from now on, and there it was.",
    "blocked": "It does not answer programs, or not this one: that says nothing about the document.",
    "gone": "It says that the document is not there, or its host has no name any more.",
    "failing": "It gave no answer that can be read; it may be well again tomorrow.",
}

_ALL = (KIND, COURSE, STATUS, DATE_ROLE, RELATION, UPDATE, SOURCE_KIND, TITLE_BASIS, ISSUED_BASIS, ACCESS, ACTOR,
        WINDOW_BASIS, TONE, REACH)  # fmt: skip
MEANINGS: Mapping[tuple[str, ...], Mapping[Any, str]] = {tuple(words): words for words in _ALL}
"""By the words themselves, in the order in which the model has them."""
