"""The words of those fields that have a fixed set of them, what each means, and what readers call it.

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
KIND_NAMES = Messages(
    {
        "release": N_("release"),
        "report": N_("report"),
        "policy": N_("policy"),
        "statement": N_("statement"),
        "legal": N_("legal"),
        "market": N_("market"),
        "research": N_("research"),
    }
)
SPOKEN: tuple[EventKind, ...] = ("report", "statement")
"""Kinds of event that are somebody's words: that it was said is the event, and it can be told only when it was said."""
Bound = Literal["at-least", "more-than", "at-most", "less-than"]
BOUND: Mapping[Bound, str] = {
    "at-least": "So much or more.",
    "more-than": "More than so much.",
    "at-most": "So much or less.",
    "less-than": "Less than so much.",
}
Course = Literal["happened", "planned", "cancelled", "missed", "unknown"]
COURSE: Mapping[Course, str] = {
    "happened": "It took place; this need not be written.",
    "planned": "It was announced and its day is still to come.",
    "cancelled": "It was called off.",
    "missed": "Its day passed and it did not come.",
    "unknown": "Its day is over and no source says what became of it.",
}
COURSE_NAMES = Messages(
    {
        "planned": N_("planned"),
        "cancelled": N_("cancelled"),
        "missed": N_("did not come"),
        "unknown": N_("outcome not known"),
    }
)
Status = Literal["confirmed", "reported", "disputed", "denied"]
STATUS: Mapping[Status, str] = {
    "confirmed": "The first claim cites a primary source that we saw, or leads to two independent origins.",
    "reported": "Somebody says so, and the evidence does not go further.",
    "disputed": "Another claim contradicts one of its claims.",
    "denied": "Somebody named rejects one of its claims.",
}
STATUS_NAMES = Messages(
    {
        "confirmed": N_("confirmed"),
        "reported": N_("reported"),
        "disputed": N_("disputed"),
        "denied": N_("denied"),
    }
)
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
        "confirmed": N_("at first hand, or by two independent sources for the main claim"),
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
DATE_ROLE_NAMES = Messages(
    {
        "announced": N_("Announced"),
        "published": N_("Published"),
        "effective": N_("In force from"),
        "expires": N_("Expires"),
        "disclosed": N_("Disclosed"),
        "decided": N_("Decided"),
        "due": N_("Due"),
    }
)
RelationKind = Literal["causes", "hampers", "answers", "amends", "part-of", "see-also"]
RELATION: Mapping[RelationKind, str] = {
    "causes": "The other event brought this one about; needs `cite`.",
    "hampers": "The other event stood in the way of this one; needs `cite`.",
    "answers": "This event is a reply to the other one.",
    "amends": "This event changes what the other one set.",
    "part-of": "This event belongs to the other, larger one.",
    "see-also": "Who reads of one may want to read of the other.",
}
# What stands on the event that names another, and on the one that is named. Causes stand with their effect:
# `{event: flood, as: hampers}` on the bridge says that the flood hampers the bridge.
RELATION_NAMES = {
    "causes": (N_("Caused by"), N_("Causes")),
    "hampers": (N_("Hampered by"), N_("Hampers")),
    "answers": (N_("Answers"), N_("Answered by")),
    "amends": (N_("Amends"), N_("Amended by")),
    "part-of": (N_("Part of"), N_("Includes")),
    "see-also": (N_("See also"), N_("See also")),
}
UpdateKind = Literal["correction", "revision", "withdrawal", "development"]
UPDATE: Mapping[UpdateKind, str] = {
    "correction": "We had something wrong.",
    "revision": "We say the same more exactly, or rest it on better sources.",
    "withdrawal": "We no longer say it.",
    "development": "Something happened since that belongs to this event.",
}
UPDATE_NAMES = Messages(
    {
        "correction": N_("correction"),
        "revision": N_("revision"),
        "withdrawal": N_("withdrawal"),
        "development": N_("development"),
    }
)
SourceKind = Literal["primary", "original-reporting", "secondary", "aggregator", "ai-generated"]
SOURCE_KIND: Mapping[SourceKind, str] = {
    "primary": "The thing itself: a filing, a rule, a release, a statement by the one who acts.",
    "original-reporting": "A newsroom that asked, saw or was told.",
    "secondary": "An article that retells others.",
    "aggregator": "A list or digest of others.",
    "ai-generated": "A text that says a machine wrote it.",
}
SOURCE_KIND_NAMES = Messages(
    {
        "primary": N_("primary source"),
        "original-reporting": N_("original reporting"),
        "secondary": N_("secondary source"),
        "aggregator": N_("aggregator"),
        "ai-generated": N_("AI-written"),
    }
)
TitleBasis = Literal["printed", "relayed", "address", "ours", "none"]
TITLE_BASIS: Mapping[TitleBasis, str] = {
    "printed": "It stands on the document; this need not be written.",
    "relayed": "It is known from documents that repeat this one.",
    "address": "It is formed from the document's address.",
    "ours": "The document shows none; we gave it one.",
    "none": "It has no title here; this is never written.",
}
TITLE_BASIS_NAMES = Messages(
    {
        "printed": N_("As printed on the document."),
        "relayed": N_("The title is known from documents that repeat this one."),
        "address": N_("The title is formed from the document's address."),
        "ours": N_("The document shows no headline; the title is ours."),
        "none": N_("It has none here; what stands in brackets describes it."),
    }
)
IssuedBasis = Literal["shown", "address", "record", "inferred", "reported"]
ISSUED_BASIS: Mapping[IssuedBasis, str] = {
    "shown": "The document shows it; this need not be written.",
    "address": "It stands in the document's address.",
    "record": "A catalogue, a register or a log of changes gives it.",
    "inferred": "It follows from what the document says or from what others say.",
    "reported": "Those that cite the document give it.",
}
ISSUED_BASIS_NAMES = Messages(
    {
        "shown": N_("shown with the document"),
        "address": N_("as its address says"),
        "record": N_("as a catalogue or data record says"),
        "inferred": N_("inferred from its content or from others"),
        "reported": N_("as those that cite it report"),
    }
)
Access = Literal["open", "paywalled", "gone"]
ACCESS: Mapping[Access, str] = {
    "open": "Everybody can read it; this need not be written.",
    "paywalled": "It can be read for money.",
    "gone": "It is no longer there.",
}
ACCESS_NAMES = Messages({"paywalled": N_("behind a paywall"), "gone": N_("no longer online")})
ActorKind = Literal["person", "company", "government", "organisation", "media"]
ACTOR: Mapping[ActorKind, str] = {
    "person": "A human being.",
    "company": "A firm or a fund.",
    "government": "A state, an authority, an office.",
    "organisation": "An association, a university, a laboratory.",
    "media": "A newsroom, an agency, a publisher.",
}
ACTOR_NAMES = Messages(
    {
        "person": N_("Person"),
        "company": N_("Company"),
        "government": N_("Government"),
        "organisation": N_("Organisation"),
        "media": N_("Media"),
    }
)
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
TONE_NAMES = Messages(
    {
        "open": N_("free or going on"),
        "limited": N_("in part or on conditions"),
        "closed": N_("forbidden or stopped"),
        "unknown": N_("neither free nor stopped, or not known"),
    }
)
"""How free a thing is, as the key of its marks says it, which stands away from the title of the thing."""
ReachState = Literal["ok", "moved", "blocked", "gone", "failing"]
REACH: Mapping[ReachState, str] = {
    "ok": "It answered with a document.",
    "moved": "It says that the document is elsewhere from now on, and there it was.",
    "blocked": "It does not answer programs, or not this one: that says nothing about the document.",
    "gone": "It says that the document is not there, or its host has no name any more.",
    "failing": "It gave no answer that can be read; it may be well again tomorrow.",
}

_ALL = (KIND, BOUND, COURSE, STATUS, DATE_ROLE, RELATION, UPDATE, SOURCE_KIND, TITLE_BASIS, ISSUED_BASIS, ACCESS, ACTOR,
        WINDOW_BASIS, TONE, REACH)  # fmt: skip
MEANINGS: Mapping[tuple[str, ...], Mapping[Any, str]] = {tuple(words): words for words in _ALL}
"""By the words themselves, in the order in which the model has them."""
