"""What entries leave out because the record says it once for all.

A chronology of one kind of events, or of documents from few hosts, would say the same words in each of its entries.
What is said here stands in every entry that says nothing else, as if it were typed there.
"""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from timeline.model.address import Address, Prefix, is_short
from timeline.model.defined_words import KindWord, SourceKindWord
from timeline.model.fields import Day, Keyed, Language, Line, refusal, typed
from timeline.model.record import Record, fields_of
from timeline.model.schema_forms import TEXT, Or, pattern_form
from timeline.model.words import Status

_HOST = re.compile(r"(?:[a-z0-9_-]+\.)+[a-z0-9-]+")


def host(value: object) -> str:
    """The name of a machine, as it stands in addresses."""
    text = typed(value)
    if _HOST.fullmatch(text):
        return text
    bare = re.sub(r"^[a-z]+://|[/?#:].*$", "", text.strip().lower())
    help = f"write `{bare}`" if _HOST.fullmatch(bare) else "write it as it stands in addresses, such as `example.org`"
    raise refusal("bad-host", "not the name of a host", help)


Host = Annotated[str, PlainValidator(host), WithJsonSchema(pattern_form(_HOST.pattern, "a host as in addresses"))]


class EventDefaults(Record):
    """What events leave out."""

    kind: KindWord | None = None
    """What sort of thing happened, where an event does not say it."""
    status: Status | None = None
    """How good the evidence is, where an event does not say it."""


class SourceDefaults(Record):
    """What documents leave out."""

    publisher: Line | None = None
    """Whose documents these are, where one does not say it."""
    accessed: Day | None = None
    """When we read them, where one does not say it."""
    language: Language | None = None
    """The language they are written in, where one does not say it."""
    kind: SourceKindWord | None = None
    """How near they are to what they tell, where one does not say it."""


def _by_publisher(value: object) -> object:
    """A text alone says whose documents these are."""
    if isinstance(value, str):
        return fields_of(value, publisher=value)
    if not isinstance(value, Mapping):
        raise refusal("wrong-shape", "a publisher", "write its name, or `{publisher: …, kind: …}`")
    return value


class Defaults(Record):
    """What entries leave out because the record says it once for all (`defaults` in `record`)."""

    events: EventDefaults | None = None
    """What stands for all events that do not say it themselves."""
    sources: SourceDefaults | None = None
    """What stands for all documents that do not say it themselves."""
    hosts: Keyed[Host, Annotated[SourceDefaults, BeforeValidator(_by_publisher), Or(TEXT)]] = Field(
        default_factory=dict
    )
    """The same for the documents at the addresses of one host and of those below it: `example.org`, then its publisher
    or a mapping."""

    prefixes: Keyed[Prefix, Address] = Field(default_factory=dict)
    """What stands for the beginning of an address where documents are cited by their addresses: `wiki`, then
    `https://wiki.example/page/`."""

    def whole(self, address: str) -> str | None:
        """An address in full; None where it has a prefix that nobody defined."""
        if not is_short(address):
            return address
        prefix, _, end = address.partition(":")
        return f"{self.prefixes[prefix]}{end}" if prefix in self.prefixes else None

    def at(self, address: str | None, field: str) -> object:
        """What a document at an address leaves out: what its host says, the nearest one first, else all."""
        name = re.sub(r"^https?://|[/?#:].*$", "", (address or "").lower())
        while name:
            said = self.hosts.get(name)
            if said and (value := getattr(said, field)) is not None:
                return value
            name = name.partition(".")[2]
        return getattr(self.sources, field) if self.sources else None


NOTHING = Defaults.model_validate({})
"""What a record says that says nothing for its entries."""
