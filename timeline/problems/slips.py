"""What is worth a second look in a record without errors: probable slips, which are warnings."""

from __future__ import annotations

from timeline.problems.problem import Kind, Severity

_WARNING = Severity.WARNING

OLDER_SOURCE = Kind(
    "older-source",
    _WARNING,
    "the source is older than the event it reports as happened",
    "Nobody can report what has not happened yet. Either one of the two dates is wrong, or the source predicted the "
    "event, and then it stands behind another claim.",
)
NEAR_DUPLICATE = Kind(
    "near-duplicate",
    _WARNING,
    "two {things} are almost the same",
    "One thing entered twice counts twice, and its evidence is divided between the two.",
)
SHARED_NAME = Kind(
    "shared-name",
    _WARNING,
    "a short name stands for two {things}",
    "What is published or quoted under it would be put down to one of the two, and whoever types it is led to both.",
)
SAME_TITLE_AND_DAY = Kind(
    "same-title-and-day",
    _WARNING,
    "two publishers have a document of the same title and day",
    "One text printed in two places is one witness. Unless it is told that one repeats the other, the two count as "
    "independent of each other.",
)
PLANNED_DAY_PASSED = Kind(
    "planned-day-passed",
    _WARNING,
    "the event is called planned and its day has passed",
    "A plan whose day is over has happened, was missed, or was cancelled, and readers want to know which.",
)
OVERDUE_EXPECTATION = Kind(
    "overdue-expectation",
    _WARNING,
    "the time that was predicted is over and the forecast has no outcome",
    "A forecast is worth keeping for what came of it.",
)
UNCOVERED_FIGURE = Kind(
    "uncovered-figure",
    _WARNING,
    "the summary has a figure that stands in no claim",
    "A summary repeats what its claims say with their sources. A figure of its own would have no source at all.",
)
UNUSED = Kind(
    "unused",
    _WARNING,
    "nothing in the record uses the {thing}",
    "What nobody cites, relays or names is either waiting for the sentence it was meant for, or left over.",
)
DUPLICATE_CITATION = Kind(
    "duplicate-citation",
    _WARNING,
    "the claim cites the same document twice",
    "One document is one source, however often it is named. Two places in it are told by `locator`.",
)
SELF_RELATION = Kind(
    "self-relation",
    _WARNING,
    "the event is related to itself",
    "A relation is between two events.",
)
IDLE_RIVAL = Kind(
    "idle-rival",
    _WARNING,
    "a rival date is one that stands beside it already",
    "Rivals are the other dates that sources give. The event's own date is no rival of itself, and each other date "
    "stands once, with all who give it.",
)
STATES_OUT_OF_ORDER = Kind(
    "states-out-of-order",
    _WARNING,
    "the states of the track do not stand in the order of time",
    "A state without `to` lasts until the next one's `from`. Out of order, editors read another length than readers "
    "see.",
)
ARCHIVE_BEFORE_ISSUE = Kind(
    "archive-before-issue",
    _WARNING,
    "the archived copy is older than the document",
    "A copy cannot be made of what was not yet published. One of the two days is wrong, or the copy is of something "
    "else.",
)
OLDER_THAN_RELAYED = Kind(
    "older-than-relayed",
    _WARNING,
    "the source is older than a document it repeats",
    "Who repeats comes later. One of the two dates is wrong, or the repeating goes the other way.",
)
RELAYING_PRIMARY = Kind(
    "relaying-primary",
    _WARNING,
    "the source is called primary and repeats another",
    "A primary source is the thing itself. What it repeats from others it does not know better than they do.",
)
UNNAMED_RELAY = Kind(
    "unnamed-relay",
    _WARNING,
    "{owner} cites a document that relays several and does not say which",
    "Where a document repeats several others, `via` names the one it repeats in this place. Without it nobody can tell "
    "where the sentence comes from, so the citation counts for no origin.",
)
SELF_DENIAL = Kind(
    "self-denial",
    _WARNING,
    "the denial is of the speaker's own word",
    "A denial rejects what another one said. Who takes back a statement of his own, or says two things, denies "
    "nothing.",
)
DENIED_RETELLING = Kind(
    "denied-retelling",
    _WARNING,
    "the denial is of a claim that tells what another one said",
    "Beside the claim that somebody was accused, a denial says that nobody accused him. What he rejects is the thing "
    "that he was accused of, and this needs a claim of its own.",
)
DENIED_UNATTRIBUTED = Kind(
    "denied-unattributed",
    _WARNING,
    "the denial is of a claim that names nobody who says it",
    "A denial rejects what somebody said. Where the claim does not say whose statement it is, the record would state "
    "a thing in its own voice and show beside it that somebody denies it, and readers could not tell who was "
    "contradicted.",
)
UNCONCERNED_DENIER = Kind(
    "unconcerned-denier",
    _WARNING,
    "the denial is by somebody of whom the denied event does not speak",
    "Who denies a thing was charged with it, or acts in it. An event that names the speaker nowhere but in his denial "
    "may not be the one that was meant. A denial under the wrong name harms whoever bears it, so this is a warning; "
    "where somebody does speak for another, a waiver says so.",
)
OLDER_DENIAL = Kind(
    "older-denial",
    _WARNING,
    "the denial is older than what it denies",
    "Nobody can deny what has not been said yet. Either it had been said before, and then the claim cites the document "
    "that said so first; or words that were spoken earlier denied something else, and can stand beside the later "
    "claim without a mark.",
)
UNLIKE_COPIES = Kind(
    "unlike-copies",
    _WARNING,
    "copies of one publisher's articles are entered in two ways",
    "A copy on another site is entered as the publisher's own text, or as a document that relays it. Where a record "
    "does both, readers take a difference between its entries for one between the documents. It is a warning, for "
    "the editor can always mend it, without asking anybody.",
)
IDLE_QUESTION = Kind(
    "idle-question",
    _WARNING,
    "the claim has a question and is part of no dispute",
    "A question stands above the claims that answer it differently. Where nobody contradicts, readers never see it.",
)
UNSEEN_HEADLINE = Kind(
    "unseen-headline",
    _WARNING,
    "the claim repeats a headline that nobody saw",
    "A title that was formed from an address, or that is ours, may say more or less than the document does. What the "
    "document says has to be read in its text.",
)
OTHER_DAY = Kind(
    "other-day",
    _WARNING,
    "the first claim names a day that is none of its event's",
    "The first claim states the event. When the two give different days, readers cannot know which of them the "
    "documents bear.",
)
UNFORETOLD = Kind(
    "unforetold",
    _WARNING,
    "the event is called missed and no forecast of it is listed",
    "What did not come was predicted by somebody. A record that lists forecasts would show a missed date here and "
    "leave it out there.",
)
LOOKING_BACK = Kind(
    "looking-back",
    _WARNING,
    "every source is far younger than what it tells, and the record does not say that it looks back",
    "Pages say since when a thing was known, by the days of its documents. Where all of them look back, a battle of "
    "1066 would be “known since 2012”. A retrospective record says nothing of the kind.",
)
USELESS_ALLOW = Kind(
    "useless-allow",
    _WARNING,
    "{owner} waives `{code}`, which finds nothing here",
    "A waiver is shown on the site with its reason. When what it waived is mended, it goes as well.",
)
UNCOVERED_AMOUNT = Kind(
    "uncovered-amount",
    _WARNING,
    "no claim of the event says this amount",
    "An amount is what a claim says, once more as a figure that can be sorted: who says so stands at the claim.",
)
EARLY_DAY = Kind(
    "early-day",
    _WARNING,
    "the day is older than the calendar it is written in",
    "Days are those of the Gregorian calendar, which counts from 15 October 1582. What older documents give is a day "
    "of the Julian calendar, which says so: `1066-10-14 Julian`. Pages then show both.",
)
