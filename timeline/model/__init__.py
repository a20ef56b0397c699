"""What there is: the records of a timeline and the frozen whole they make."""

from timeline.model.about import About
from timeline.model.amount import Amount
from timeline.model.author import Author
from timeline.model.defined_words import (
    DefinedActorKind,
    DefinedDateRole,
    DefinedKind,
    DefinedSourceKind,
    DefinedTopicFamily,
    DefinedUpdateKind,
    DefinedWord,
)
from timeline.model.event import Citation, CitedDate, Claim, Event, Relation, Update
from timeline.model.expectation import Expectation, Outcome, State, Track
from timeline.model.identifiers import Holding
from timeline.model.point import Coordinates
from timeline.model.quotation import Quotation
from timeline.model.record import Record
from timeline.model.source import Archive, Relay, Source, Withdrawal
from timeline.model.subject import Actor, Location, Subject, Topic
from timeline.model.timeline import Timeline

__all__ = [
    "About",
    "Actor",
    "Amount",
    "Archive",
    "Author",
    "Citation",
    "CitedDate",
    "Claim",
    "Coordinates",
    "DefinedActorKind",
    "DefinedDateRole",
    "DefinedKind",
    "DefinedSourceKind",
    "DefinedTopicFamily",
    "DefinedUpdateKind",
    "DefinedWord",
    "Event",
    "Expectation",
    "Holding",
    "Location",
    "Outcome",
    "Quotation",
    "Record",
    "Relation",
    "Relay",
    "Source",
    "State",
    "Subject",
    "Timeline",
    "Topic",
    "Track",
    "Update",
    "Withdrawal",
]
