"""What is true of a sound record and worth knowing: notes, which are no faults."""

from __future__ import annotations

from timeline.language import N_
from timeline.problems.problem import Kind, Severity

_NOTE = Severity.NOTE

ORIGIN_UNNAMED = Kind(
    "origin-unnamed",
    _NOTE,
    N_("the source repeats others and names none of them"),
    N_(
        "A document that did not see for itself heard it from somebody. While nobody is named, it counts for no origin."
    ),
)
SINGLE_ORIGIN = Kind(
    "single-origin",
    _NOTE,
    N_("the event rests on one origin"),
    N_("However many documents are cited, they lead back to one hand that saw for itself. If it errs, all of them do."),
)
AI_ONLY = Kind(
    "ai-only",
    _NOTE,
    N_("the claim rests on machine-written text alone"),
    N_("Text that a machine wrote may repeat what nobody said. Readers are told, and a better source is welcome."),
)
UNNAMED_SPEAKER = Kind(
    "unnamed-speaker",
    _NOTE,
    N_("the claim stands in the record's own voice and rests on retellings alone"),
    N_(
        "Without a speaker, a sentence is the record's own word. It is borne by the thing itself, by somebody who "
        "asked or saw, or by two independent origins; what is only retold is told as somebody's word. Whether a "
        "sentence names a speaker is read from its words, and nobody contests many a thing that is only retold: so "
        "this is a note."
    ),
)
OLDER_DISPUTE = Kind(
    "older-dispute",
    _NOTE,
    N_("the dispute rests on documents that are older than what it disputes"),
    N_(
        "An older document did not know the later one, and is often about something else. It can answer what had "
        "been said before: then the claim it answers cites the document that said so first, and this note goes. And "
        "two accounts may contradict each other in any order, without either answering the other: so this is a note, "
        "and may stay."
    ),
)
NO_QUESTION = Kind(
    "no-question",
    _NOTE,
    N_("the dispute in a key event has no question"),
    N_(
        "Readers meet a dispute by its question: “Why did the bridge open late?” Without one the site can only say "
        "that something about the event is disputed. It is a note, for nothing untrue is said without it."
    ),
)
UNDATED_SOURCE = Kind(
    "undated-source",
    _NOTE,
    N_("the source has no date"),
    N_(
        "Readers weigh a document by when it was written, and without a date they cannot. Where the record says "
        "since when things were known, such a document counts from the day on which we read it, or an archive kept "
        "it."
    ),
)
NO_ARCHIVE = Kind(
    "no-archive",
    _NOTE,
    N_("no copy of the source is kept elsewhere"),
    N_("Addresses die. A copy in a public archive lets readers check the claim when the original is gone."),
)
DOI_AS_ADDRESS = Kind(
    "doi-as-address",
    _NOTE,
    N_("the address is a DOI"),
    N_(
        "The field `doi` leads readers to the same page. What stands there is also told as a DOI to libraries and to "
        "programs that manage literature."
    ),
)
UNTRANSLATED_TITLE = Kind(
    "untranslated-title",
    _NOTE,
    N_("the title is not translated into the record's language"),
    N_("A title is printed as it is. Beside it, a translation tells readers of the record what the document is about."),
)
UNUSED_WORD = Kind(
    "unused-word",
    _NOTE,
    N_("the record defines a word that nothing is called by"),
    N_(
        "A record may define words before it has entries for them. One that nothing is called by is offered for "
        "nothing."
    ),
)
LONG_TITLE = Kind(
    "long-title",
    _NOTE,
    N_("the title is long"),
    N_(
        "A title stands in lists, charts, results of a search and on phones, where one of two lines is cut. Its "
        "details belong in the summary and in the claims."
    ),
)
MANY_KEY_EVENTS = Kind(
    "many-key-events",
    _NOTE,
    N_("many events are called key"),
    N_(
        "Key events are the few that tell the whole story: they are marked, named in charts, and can be read alone. "
        "Where many are marked, none stands out."
    ),
)
FIRST_OF_JANUARY = Kind(
    "first-of-january",
    _NOTE,
    N_("the event is dated to 1 January"),
    N_("Programs write the first day of a year where only the year is known. What is not known of a date is left out."),
)
