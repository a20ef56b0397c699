"""Which tables there are: a row for each event, claim, citation, document, forecast and state, and what binds them."""

from __future__ import annotations

from timeline.exports.tables import rows
from timeline.exports.tables.table import Column, Table, dated, needed
from timeline.language import N_

_PAGE = needed("page", "Where it stands on the site: below the site's address, or in full where the site knows it.")
_COUNTED = (
    needed("sources", "How many documents are cited.", "integer"),
    needed("independent_sources", "How many independent sources stand behind them.", "integer"),
)
_ALIASES = Column("aliases", "Ids it had before, as a JSON list.")
_ALSO = Column("also", "Short names and other spellings, as a JSON list.")
_ALLOW = Column("allow", "Checks that are waived, as a JSON object with the reasons.")
_CITATIONS = Column("citations", "These citations in full, as a JSON list; empty where each is only its document.")
_CITED = (
    needed("place", "Its place among the citations there, from 1.", "integer"),
    needed("source", "The cited document.", of="sources"),
    Column("via", "The document that the cited one repeats here.", of="sources"),
    Column("locator", "Where in the document."),
    Column("attributed_to", "Whom the origin names."),
    needed("guess", "Whether `via` is only our reading.", "boolean"),
)
_QUOTED = (
    Column("quotation", N_("Its words there, as they stand in it.")),
    Column("quotation_language", N_("The language of these, where it is not that of the document.")),
    Column("quotation_translation", N_("What they say, in our translation.")),
)

TABLES: tuple[Table, ...] = (
    Table("record", N_("What the record is, in one row."), (
        needed("title", "The title of the whole."),
        needed("language", "The language it is written in."),
        Column("licence", "The licence of the data (SPDX)."),
        needed("through", "The day up to which it was verified, or as of which it is told."),
        needed("version", "Twelve digits for its exact content."),
        Column("uuid", "What tells it from all other records."),
        Column("contact", "How people who are named here reach the editors."),
        Column("retrospective", N_("Whether sources only look back, so that no column says since when."), "boolean"),
        Column("added", N_("The day that stands for events which did not say when they were entered.")),
        Column("quotes", N_("Whether citations may hold a few words of their document."), "boolean"),
        Column("languages", N_("The languages in which its texts may stand, as JSON; tables hold one of them.")),
    ), ("title",), rows.record),
    Table("words", N_("Kinds of events, sources and others, and roles of dates, that the record defines."), (
        needed("field", "Where the record defines it: `kinds`, `source_kinds` and so on."),
        needed("word", "The word, as it stands in other tables."),
        Column("name", "As readers see it; empty where that is the word."),
        Column("plural", "The name of several."), Column("about", "What it stands for, in inline Markdown."),
        Column("counts_as", "The word of every record that it is treated as."),
        Column("name_in", "The name in other languages, as a JSON object by language."),
        Column("untitled", N_("Whether documents of the kind need no title."), "boolean"),
    ), ("field", "word"), rows.words),
    Table("topics", N_("What events are about."), (
        needed("id", "Its id."), needed("name", "As a heading has it."),
        Column("about", "What belongs to it, in inline Markdown."), _ALIASES, _PAGE, _ALSO,
        Column("family", "The family of topics that it belongs to."),
    ), ("id",), rows.topics, ("name", "about")),
    Table("places", N_("Where events happened."), (
        needed("id", "Its id."), needed("name", "As people call it."),
        Column("country", "In which country it lies today (ISO 3166-1)."),
        Column("latitude", "In degrees, north of the equator (WGS 84).", "number"),
        Column("longitude", "In degrees, east of Greenwich (WGS 84).", "number"),
        Column("about", "What and where it is, in inline Markdown."),
        Column("also", "Its other names, as a JSON list."), _ALIASES, _PAGE,
    ), ("id",), rows.places, ("name", "also", "about")),
    Table("actors", N_("Persons, companies and others who act or speak."), (
        needed("id", "Its id."), needed("name", "As people call it."), needed("kind", "What sort of actor it is."),
        Column("country", "Where it has its seat (ISO 3166-1)."),
        Column("about", "Who or what it is, in inline Markdown."),
        Column("also", "Its other names, as a JSON list."), _ALIASES, _PAGE,
    ), ("id",), rows.actors, ("name", "also", "about")),
    Table("sources", N_("The documents that claims cite, and those that these repeat."), (
        needed("id", "Its id."), Column("title", "As printed, in its own language; empty of what has none."),
        needed("title_basis", "How the title is known."),
        Column("title_in", "Our translations, as a JSON object by language."),
        needed("publisher", "Whose document it is."), Column("authors", "Those who wrote it, as a JSON list."),
        *dated("issued", "When it was published; empty where that is unknown."),
        needed("issued_basis", "How that day is known."), Column("accessed", "The day we read it, where it is noted."),
        needed("language", "The language it is written in."), needed("kind", "How near it is to what it tells."),
        Column("url", "Where it can be read."), Column("archive_url", "Where a copy is kept."),
        Column("archive_on", "The day the copy was made."),
        Column("withdrawn_on", "When it was taken back (EDTF); empty where it stands."),
        needed("access", "Whether everybody gets to see it."),
        needed("seen", "Whether we read it; false where we know it through others.", "boolean"),
        Column("note", "What a reader should know, in inline Markdown."),
        Column("known", "The date since which it was certainly out, as vague as it was typed (EDTF)."),
        needed("origin", "Whether it says things first and repeats nobody.", "boolean"),
        needed("claims", "How many claims rest on it, cited or through others.", "integer"), _ALIASES, _PAGE,
        _ALSO, _ALLOW,
        Column("withdrawal", "How it was taken back, as a JSON object, where more than the day is known."),
        Column("doi", "Its DOI."), Column("isbn", "The ISBN of the book, as it is printed."),
        Column("archives", "Further copies, each with address and day, as a JSON list."),
        Column("holding_archive", "The archive or library that keeps it."),
        Column("holding_number", "Its call number there."),
    ), ("id",), rows.sources, ("title", "title_in", "publisher", "note")),
    Table("source_relays", N_("Which document repeats which."), (
        needed("source", "The document that repeats.", of="sources"),
        needed("place", "Its place among those it repeats, from 1.", "integer"),
        needed("relayed", "The document that is repeated.", of="sources"),
        needed("guess", "Whether that is only our reading.", "boolean"),
    ), ("source", "place"), rows.relays),
    Table("events", N_("What happened, was planned, or failed to happen."), (
        needed("id", "Its id."), needed("title", "What happened, in one line."),
        *dated("date", "When it happened.", True), needed("date_words", "The date in English words."),
        Column("date_basis", "What the date rests on, where that is not plain."),
        needed("kind", "What sort of thing happened."), needed("course", "What became of it."),
        needed("status", "How good the evidence is."),
        needed("key", "Whether it is one of the few that tell the whole story.", "boolean"),
        Column("summary", "In one to three sentences of inline Markdown."),
        needed("added", "The day it entered the record."),
        Column("known", "The date since which it was certainly out, as vague as it was typed (EDTF)."), *_COUNTED,
        needed("disputed", "Whether somebody speaks against one of its claims.", "boolean"),
        Column("also", "Short names and other spellings, as a JSON list."), _ALIASES, _PAGE,
        _ALLOW, Column("note", "A word of the editors about it, in inline Markdown."),
        Column("latitude", "Where it happened, in degrees (WGS 84).", "number"),
        Column("longitude", "And east of Greenwich.", "number"),
    ), ("id",), rows.events, ("title", "summary", "also")),
    Table("event_dates", N_("Other dates of events: rivals that sources give, and days with another role."), (
        needed("event", "The event.", of="events"), needed("role", "The role, or `rival`."),
        needed("place", "Its place among those of the role, from 1.", "integer"), *dated("date", "The date.", True),
        Column("cited", "The documents that give it, as a JSON list."), _CITATIONS,
    ), ("event", "role", "place"), rows.event_dates),
    Table("event_amounts",
          N_("Figures of events with their units; figures of several events are never added up here."), (
        needed("event", "The event.", of="events"), needed("place", "From 1.", "integer"),
        needed("value", "The number; of a range the smaller one.", "number"),
        Column("up_to", "The larger number of a range.", "number"), needed("unit", "What is counted or measured in."),
        Column("of", "What the figure is of."),
        needed("approximate", "Whether those who give it say that it is about so much.", "boolean"),
        Column("bound", N_("How they limit it: at-least, more-than, at-most or less-than.")),
    ), ("event", "place"), rows.amounts),
    Table("event_actors", N_("Who acts or speaks in which event."), (
        needed("event", "The event.", of="events"), needed("actor", "Who.", of="actors"),
        needed("place", "From 1, the most important first.", "integer"),
    ), ("event", "actor"), rows.event_actors),
    Table("event_places", N_("Which event happened where."), (
        needed("event", "The event.", of="events"), needed("location", "The place.", of="places"),
        needed("place", "Its place in the row, from 1.", "integer"),
    ), ("event", "location"), rows.event_places),
    Table("event_topics", N_("Which event is about what."), (
        needed("event", "The event.", of="events"), needed("topic", "The topic.", of="topics"),
        needed("place", "From 1.", "integer"),
    ), ("event", "topic"), rows.event_topics),
    Table("event_relations", N_("How events bear on one another."), (
        needed("event", "The event that names the other.", of="events"), needed("place", "From 1.", "integer"),
        needed("relation", "What binds the two."), needed("other", "The other event.", of="events"),
        Column("cited", "The documents that say so, as a JSON list."), _CITATIONS,
    ), ("event", "place"), rows.relations),
    Table("event_updates", N_("What the editors changed."), (
        needed("event", "The event.", of="events"), needed("place", "From 1.", "integer"),
        needed("on", "The day of the change."), needed("kind", "What sort of change it was."),
        needed("text", "What stands now, or without `was` also what stood before, in inline Markdown."),
        Column("was", "What stood there before, in inline Markdown."),
    ), ("event", "place"), rows.updates),
    Table("claims", N_("Sentences about events that can be true or false."), (
        needed("id", "Its name in the whole record: event-id#claim-id."),
        needed("event", "The event it belongs to.", of="events"),
        needed("number", "Its place among the event's claims, from 1; the first states the event.", "integer"),
        needed("text", "The sentence, in inline Markdown."), Column("by", "Whose word it is.", of="actors"),
        Column("question", "What the dispute that it is part of is about."),
        Column("known", "The date since which it was certainly out, as vague as it was typed (EDTF)."), *_COUNTED,
        needed("disputed", "Whether somebody speaks against it.", "boolean"), _PAGE, _ALIASES,
    ), ("id",), rows.claims, ("text", "question")),
    Table("claim_objections", N_("Which claim speaks against which."), (
        needed("claim", "The claim that speaks.", of="claims"), needed("manner", "Whether it disputes or denies."),
        needed("against", "The claim that it speaks against.", of="claims"),
    ), ("claim", "manner", "against"), rows.objections),
    Table("citations", N_("Who says so: what each claim cites."), (
        needed("claim", "The claim.", of="claims"), *_CITED,
        Column("origin", "The document that says it first; empty where the chain does not name one.", of="sources"),
        *_QUOTED,
    ), ("claim", "place"), rows.citations),
    Table("expectations", N_("Forecasts: what somebody predicted, for when, and what came of it."), (
        needed("id", "Its id."), needed("about", "The topic.", of="topics"),
        Column("by", "Who predicted it.", of="actors"), *dated("said", "When it was said."),
        *dated("window", "The time it predicted; empty where it named none."),
        needed("window_basis", "Whether the time was stated or is our reading."),
        Column("wording", "In which words."),
        needed("missed", "Whether the record says that nothing came of it.", "boolean"),
        Column("answered_by", "The event that answered it.", of="events"),
        Column("denied_by", "The claim that rejects it.", of="claims"),
        Column("withdrawn_by", "The claim that takes it back.", of="claims"),
        needed("standing", "How it stands on the last day of the record."), *_COUNTED, _PAGE, _ALIASES,
    ), ("id",), rows.expectations, ("wording",)),
    Table("event_citations", N_("The documents that an event cites as a whole, for no certain sentence."), (
        needed("event", N_("The event."), of="events"), *_CITED, *_QUOTED,
    ), ("event", "place"), rows.event_citations),
    Table("expectation_citations", N_("Who tells of a forecast."), (
        needed("expectation", "The forecast.", of="expectations"), *_CITED, *_QUOTED,
    ), ("expectation", "place"), rows.expectation_citations),
    Table("expectation_replaces", N_("Which forecast took the place of which."), (
        needed("expectation", "The later one.", of="expectations"),
        needed("replaced", "The earlier one.", of="expectations"),
    ), ("expectation", "replaced"), rows.replaced),
    Table("tracks", N_("Things whose states are followed."), (
        needed("id", "Its id."), needed("title", "What is followed."), _PAGE, _ALIASES,
    ), ("id",), rows.tracks, ("title",)),
    Table("states", N_("How a thing stood for a while."), (
        needed("track", "The thing.", of="tracks"), needed("number", "Its place, from 1.", "integer"),
        *dated("begins", "When it began.", True),
        *dated("ends", "Its last day; empty where it lasts until the next one."),
        needed("state", "In a few words."), needed("tone", "How free the thing was."),
        Column("event", "The event that began it.", of="events"),
        needed("holds", "Whether it certainly held on the last day of the record.", "boolean"),
    ), ("track", "number"), rows.states),
    Table("state_citations", N_("Who tells of a state."), (
        needed("track", "The thing.", of="tracks"), needed("number", "The number of the state.", "integer"), *_CITED,
        *_QUOTED,
    ), ("track", "number", "place"), rows.state_citations),
)  # fmt: skip
"""Those that others name stand before them."""
