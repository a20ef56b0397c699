"""Where readers meet each field of the made-up record that holds no text, and which fields no page shows, with reasons.

What stands here is looked for in the text of the page; what has a sign of HTML in it, in the page as it is written.
"""

from __future__ import annotations

from collections.abc import Mapping

_BRIDGE, _LAMPS, _SECOND, _LIT = (
    f"events/{id}/" for id in ("bridge-opens", "lamps-missing", "second-bridge", "lamps-lit")
)
_ALMANAC, _MINUTES, _OF_MAY, _READ, _UNREAD, _POST = (
    f"sources/{id}/"
    for id in (
        "almanac-2024",
        "council-minutes-2023",
        "council-minutes-2024",
        "harbour-gazette-2024-05-06",
        "harbour-gazette-2023-11",
        "posts-example-lamplighter-3",
    )
)
_COUNCIL, _TOWN, _FERRY = "actors/council/", "places/harbour-town/", "topics/ferry/"
_FORECASTS, _TRACKS = "expectations/", "tracks/"

SHOWN: Mapping[str, tuple[str, str]] = {
    "About.added": (_LIT, "Entered here 1 June 2024"),
    "About.language": (f"de/{_BRIDGE}", 'lang="en"'),
    "About.through": (_FORECASTS, "by 30 June 2024"),
    "Actor.aliases": ("actors/bridge-brothers/index.html", 'href="../../actors/bridge-and-sons/"'),
    "Actor.country": (_COUNCIL, ", Germany"),
    "Actor.id": (_BRIDGE, 'href="../../actors/council/"'),
    "Actor.kind": ("actors/bridge-and-sons/", "Company"),
    "Amount.approximate": (_BRIDGE, "about 3,000,000"),
    "Amount.bound": (_BRIDGE, "at least 3,000,000 crowns"),
    "Amount.up_to": (_BRIDGE, "to 4,000,000 crowns"),
    "Amount.value": (_BRIDGE, "3,000,000"),
    "Archive.on": (_READ, "kept on 8 May 2024"),
    "Archive.url": (_READ, 'href="https://library.example.org/gazette/1"'),
    "Citation.guess": (_LAMPS, "our reading"),
    "Citation.source": (_LAMPS, 'href="../../sources/almanac-2024/"'),
    "Citation.via": (_READ, "through Almanac"),
    "CitedDate.date": (_BRIDGE, "Or about May 2024"),
    "Claim.aliases": (_LAMPS, 'id="no-lamps"'),
    "Claim.by": (_BRIDGE, "’s word"),
    "Claim.denies": (_BRIDGE, "Denies: The lamps had been forgotten"),
    "Claim.disputes": (_BRIDGE, "Disputed: It cost four million."),
    "Claim.id": (_BRIDGE, 'id="never-ordered"'),
    "Coordinates.latitude": (_BRIDGE, "54.3181° N"),
    "Coordinates.longitude": (_TOWN, "10.14° W"),
    "Event.actors": (_COUNCIL, "The harbour bridge opens"),
    "Event.added": (_BRIDGE, "Entered here 1 June 2024"),
    "Event.aliases": ("events/opening-ceremony/index.html", 'href="../../events/bridge-opens/"'),
    "Event.course": (_SECOND, "did not come"),
    "Event.date": (_BRIDGE, "Happened 4 May 2024"),
    "Event.id": (_COUNCIL, 'href="../../events/bridge-opens/"'),
    "Event.key": (_COUNCIL, "Latest key event: The harbour bridge opens"),
    "Event.kind": (_BRIDGE, "Kind Release"),
    "Event.places": (_TOWN, "The harbour bridge opens"),
    "Event.status": (_LAMPS, "denied"),
    "Event.topics": (_FERRY, "The harbour bridge opens"),
    "EventDefaults.kind": (_LIT, "Kind Ceremony"),
    "EventDefaults.status": (_LIT, "reported"),
    "Expectation.about": (_FORECASTS, "The bridge"),
    "Expectation.aliases": (_FORECASTS, 'id="may-opening"'),
    "Expectation.by": (_FORECASTS, 'href="../actors/council/"'),
    "Expectation.id": (_FORECASTS, 'id="by-summer"'),
    "Expectation.replaces": (_FORECASTS, 'href="#by-summer">'),
    "Expectation.said": (_FORECASTS, "14 March 2023"),
    "Expectation.window": (_FORECASTS, "June to August 2023"),
    "Expectation.window_basis": (_FORECASTS, "which we read as June to August 2023"),
    "Location.aliases": ("places/port-sele/index.html", 'href="../../places/harbour-town/"'),
    "Location.country": (_TOWN, ", Germany"),
    "Location.id": (_BRIDGE, 'href="../../places/harbour-town/"'),
    "Outcome.denied": (_FORECASTS, "Denied: The lamps were never ordered"),
    "Outcome.event": (_FORECASTS, "Kept: The harbour bridge opens"),
    "Outcome.missed": (_FORECASTS, "June to August 2023 , missed"),
    "Outcome.withdrawn": (_FORECASTS, "Taken back: It cost three million."),
    "Quotation.language": (_SECOND, 'lang="fr"'),
    "Relation.as": (_BRIDGE, "Hampered by"),
    "Relation.event": (_BRIDGE, "See also The lamps are said to be missing"),
    "Relay.guess": (_ALMANAC, "our reading, not counted"),
    "Relay.source": (_READ, "Who repeats it Almanac"),
    "Source.access": (_READ, "behind a paywall"),
    "Source.accessed": (_READ, "Read by us 5 June 2024"),
    "Source.aliases": ("sources/almanac/index.html", 'href="../../sources/almanac-2024/"'),
    "Source.doi": (_OF_MAY, "10.5555/minutes-2024-05"),
    "Source.id": (_LAMPS, 'href="../../sources/almanac-2024/"'),
    "Source.isbn": (_ALMANAC, "ISBN 978-0-306-40615-7"),
    "Source.issued": (_READ, "Date 6 May 2024"),
    "Source.issued_basis": (_MINUTES, "as a catalogue or data record says"),
    "Source.kind": (_ALMANAC, "secondary source"),
    "Source.language": (_UNREAD, "Language German"),
    "Source.seen": (_UNREAD, "We have not read it."),
    "Source.title_basis": (_MINUTES, "the title is ours"),
    "Source.url": (_READ, 'href="https://gazette.example.org/bridge"'),
    "SourceDefaults.accessed": (_OF_MAY, "Read by us 1 June 2024"),
    "SourceDefaults.kind": (_POST, "Post"),
    "SourceDefaults.language": (_POST, "Language English"),
    "DefinedSourceKind.untitled": (_POST, "at posts.example/lamplighter/3"),
    "DefinedSourceKind.counts_as": (_MINUTES, "it counts as an independent source"),
    "DefinedUpdateKind.counts_as": (_BRIDGE, "updated"),
    "State.event": (_TRACKS, 'href="../events/bridge-opens/"'),
    "State.from": (_TRACKS, "From 4 May 2024"),
    "State.to": (_TRACKS, "2023 to 3 May 2024"),
    "State.tone": (_TRACKS, "tl-tone--limited\""),
    "Topic.aliases": ("topics/crossing/index.html", 'href="../../topics/bridge/"'),
    "Topic.family": (_FERRY, "Way across"),
    "Topic.id": (_BRIDGE, 'href="../../topics/ferry/"'),
    "Track.aliases": (_TRACKS, 'id="_ferry-or-bridge"'),
    "Track.id": (_TRACKS, 'id="_harbour-crossing"'),
    "Update.kind": (_BRIDGE, "Clarification"),
    "Update.on": (_BRIDGE, "10 June 2024"),
    "Withdrawal.on": (_ALMANAC, "took it back: 2 June 2024"),
}  # fmt: skip

NOT_SHOWN: Mapping[str, str] = {
    "About.languages": "of two sites each links to the other: tests/engines/test_languages.py",
    "About.quotes": "it allows what `quote` says",
    "About.retrospective": "it takes away: tests/checks/test_retrospective.py",
    "About.uuid": "names of entries in feeds and calendars are made of it, and no reader sees one",
    "Defaults.prefixes": "an address is shown in full",
    "DefinedActorKind.counts_as": "a person is also known by the family's name alone: tests/checks/test_speakers.py",
    "DefinedActorKind.plural": "lanes of the axis are called so where several share one: tests/charts/test_lanes.py",
    "DefinedDateRole.counts_as": "those of `due` stand in the calendar: tests/exports/test_icalendar.py",
    "DefinedDateRole.plural": "no page counts dates of one role",
    "DefinedKind.counts_as": "statements are treated otherwise by checks: tests/checks",
    "DefinedKind.plural": "no page counts events of one kind",
    "DefinedUpdateKind.plural": "no page counts updates of one kind",
}

_CITED = (
    "About.title Author.family Author.given DefinedSourceKind.name Event.title Holding.archive Holding.number "
    "Source.publisher Source.title Source.title_in SourceDefaults.publisher"
)
_NEWS = (
    "About.title Actor.name Amount.of Amount.unit Claim.text DefinedUpdateKind.name Event.note Event.summary "
    "Event.title Location.name Topic.name Update.text Update.was"
)
ON_PAPER = (
    "Actor.name Amount.of Amount.unit Author.family Author.given Citation.attributed_to Citation.locator Claim.text "
    "DefinedDateRole.name DefinedKind.name DefinedSourceKind.name Event.date_basis Event.note Event.summary "
    "Event.title Holding.archive Holding.number Location.name Quotation.text Quotation.translation Source.publisher "
    "Source.title Source.title_in"
)
"""What whoever reads on paper is told."""
HELD: Mapping[str, str] = {
    "json": "all",
    "csv": "all",
    "sqlite": "all",
    "atom": f"{_NEWS} About.licence Source.publisher",
    "jsonfeed": f"{_NEWS} Source.publisher",
    "calendar": "About.title DefinedDateRole.name Event.summary Event.title Topic.name",
    "geojson": "Event.title Location.about Location.also Location.name",
    "bibtex": _CITED,
    "csl": _CITED,
    "ris": _CITED,
    "cff": "About.title Topic.name",
    "changes": "",  # what changed since a former state, which needs two
    "markdown": (
        f"{_CITED} {_NEWS} About.licence Actor.about Citation.attributed_to Citation.locator Claim.question "
        "DefinedActorKind.name DefinedDateRole.name Event.date_basis Location.about Quotation.text "
        "Quotation.translation Source.note Topic.about Withdrawal.by"
    ),
    "oembed": "About.title Event.title",
}
"""The texts that each export holds: three give the whole record, the others what their form has a place for."""

_EXPLAINS = "it explains a word of the record, and what is of that kind is sifted, not searched"
NOT_SOUGHT: Mapping[str, str] = {
    "About.contact": "it stands on every page",
    "Amount.of": "a check demands a claim that says the amount, and claims are found",
    "Amount.unit": "a check demands a claim that says the amount, and claims are found",
    "Citation.attributed_to": "a list has the claims that rest on people without a name",
    "Citation.locator": "page 12 is a place in a document that somebody has already found",
    "Event.allow": "a word to other editors",
    "Source.allow": "a word to other editors",
    "Source.note": "how we know the document, which is found by what it is called, by whom it is and by what is quoted",
    "Update.text": "what stands now stands in a claim, which is found",
    "Update.was": "what we had wrong is not to be found as if it were right",
    "Withdrawal.by": "it is told of a document that is found",
    **{
        f"Defined{kind}.{name}": _EXPLAINS
        for kind in ("Kind", "SourceKind", "UpdateKind", "DateRole", "ActorKind", "TopicFamily")
        for name in ("name", "name_in", "plural", "about")
        if (kind, name) not in {("Kind", "name"), ("SourceKind", "name"), ("TopicFamily", "name")}
    },
}
"""Texts by which nothing is found, with the reason."""
