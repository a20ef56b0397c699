"""Every address of the site, said once.

Addresses are relative to the page that links, so the same pages work below any path and from a disk.
"""

from __future__ import annotations

from timeline.dates import Heading

HOME = ""
TIMELINE = "timeline/"
SOURCES = "sources/"
EXPECTATIONS = "expectations/"
TRACKS = "tracks/"
DISPUTES = "disputes/"
UPDATES = "updates/"
EVIDENCE = "evidence/"
UNREAD = "evidence/unread/"
AMOUNTS = "amounts/"
OWN_WORDS = "evidence/own-words/"
EDITORS = "evidence/editors/"
PRINT = "print/"
ASSETS = "assets/timeline/"
FEED = "updates/feed"
FEED_ADDED = "updates/added"
FEED_CHANGED = "updates/changed"
"""Feeds of the whole record, each without the ending that tells its forms apart."""
DATA = "data/"
API = "api/v1/"
API_RECORD = f"{API}record.json"
API_INDEX = f"{API}index.json"
API_DESCRIPTION = f"{API}openapi.json"
ONE_SHEET = "assets/timeline/print/home.css"
"""How the page that opens a site is printed."""
FEED_STYLE = "assets/timeline/feed.css"
"""What a browser shows a feed by."""


def event(id: str) -> str:
    """The address of an event's page."""
    return f"events/{id}/"


def source(id: str) -> str:
    """The address of a source's page."""
    return f"sources/{id}/"


def publishers(letters: str) -> str:
    """The address of a part of the list of documents, by the first letters of publishers."""
    return f"publishers/{letters}/"


def actor(id: str) -> str:
    """The address of an actor's page."""
    return f"actors/{id}/"


def topic(id: str) -> str:
    """The address of a topic's page."""
    return f"topics/{id}/"


def place(id: str) -> str:
    """The address of a place's page."""
    return f"places/{id}/"


def api(sort: str, id: str) -> str:
    """The JSON of a record, by the list that it stands in."""
    return f"{API}{sort}/{id}.json"


def schema(name: str) -> str:
    """The JSON Schema of a document of the JSON."""
    return f"schema/v1/{name}.json"


PAGES = {"event": event, "source": source, "actor": actor, "topic": topic, "place": place}
"""Of what has a page of its own, the address by its id."""


def is_event(address: str) -> bool:
    """Whether an address is that of an event's page."""
    return address.startswith("events/")


def is_source(address: str) -> bool:
    """Whether an address is that of a document's page."""
    return address.startswith(SOURCES) and address != SOURCES


def is_subject(address: str) -> bool:
    """Whether an address is that of the page of a topic, an actor or a place."""
    return address.startswith(("topics/", "actors/", "places/"))


def year(name: str) -> str:
    """The address of a year, or of a decade: `2025`, `202x`."""
    return f"timeline/{name}/"


def chart(id: str, form: str) -> str:
    """The file of a chart: its picture (`svg`) or its data (`csv`)."""
    return f"charts/{id}.{form}"


def embed(id: str) -> str:
    """The page that shows a chart and nothing else, for a frame on another site."""
    return f"embed/{id}/"


def event_frame(id: str) -> str:
    """The name of the page that shows an event and nothing else."""
    return f"events/{id}"


def question_frame(anchor: str) -> str:
    """The same for what sources disagree about, by its anchor on the page of disputes."""
    return f"disputes/{anchor}"


def edition(name: str) -> str:
    """The address of an edition for paper: of a year, `2025`, or of a topic, `topics/ID`."""
    return f"{PRINT}{name}/"


def track(id: str) -> str:
    """The address of a track, on the page of all."""
    return f"{TRACKS}#_{id}"


def claims(name: str) -> str:
    """The address of a list of claims by what they rest on."""
    return f"{EVIDENCE}{name}/"


def claim(ref: str) -> str:
    """The address of a claim, by its name in the whole timeline."""
    id, _, anchor = ref.partition("#")
    return f"{event(id)}#{anchor}"


def month_anchor(heading: Heading) -> str:
    """The name of a heading on its page, with an underscore in front, which no id of the record has."""
    if heading.month:
        return f"_{heading.year}-{heading.month:02d}"
    return f"_{heading.year}" if heading.start == 1 else f"_{heading.year}-from-{heading.start:02d}"


def month(heading: Heading) -> str:
    """The address of a heading's own page, which it has where a year has too many events for one."""
    anchor = month_anchor(heading).removeprefix("_")
    return year(anchor if anchor != heading.year else f"{heading.year}-00")


class Links:
    """Links as one page writes them; `here` is the address of that page."""

    __slots__ = ("_up",)

    def __init__(self, here: str) -> None:
        self._up = "../" * here.count("/")

    def to(self, address: str) -> str:
        """A link to an address of the site."""
        return f"{self._up}{address}" or "./"

    def event(self, id: str) -> str:
        return self.to(event(id))

    def source(self, id: str) -> str:
        return self.to(source(id))

    def actor(self, id: str) -> str:
        return self.to(actor(id))

    def topic(self, id: str) -> str:
        return self.to(topic(id))

    def place(self, id: str) -> str:
        return self.to(place(id))

    def claim(self, ref: str) -> str:
        return self.to(claim(ref))

    def question(self, anchor: str) -> str:
        """To what sources disagree about, where it stands on the page of disputes."""
        return self.to(f"{DISPUTES}#{anchor}")

    def year(self, name: str) -> str:
        return self.to(year(name))

    @property
    def home(self) -> str:
        return self.to(HOME)

    @property
    def timeline(self) -> str:
        return self.to(TIMELINE)

    @property
    def sources(self) -> str:
        return self.to(SOURCES)
