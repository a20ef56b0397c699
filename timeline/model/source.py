"""Documents, and which documents they repeat."""

import datetime
from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator, model_validator

from timeline.model.address import Address
from timeline.model.author import Authors
from timeline.model.defined_words import OWN_KIND, DefinedSourceKind, SourceKindWord
from timeline.model.event import Citations
from timeline.model.fields import (
    SAID_BY_THE_RECORD,
    SLUG_FORM,
    Day,
    Edtf,
    Flag,
    Keyed,
    Language,
    Line,
    Listed,
    OneOrMany,
    Slug,
    refusal,
)
from timeline.model.identifiers import Doi, Holding, Isbn, doi_address
from timeline.model.record import Record, fields_of, named_source
from timeline.model.schema_forms import DATE, Or
from timeline.model.texts import Sentences
from timeline.model.words import Access, IssuedBasis, TitleBasis


class Archive(Record):
    """A copy that somebody else keeps."""

    url: Address
    """Where the copy is."""
    on: Day
    """The day the copy was made."""


class Relay(Record):
    """One document that another repeats."""

    source: Slug
    """The document that is repeated."""
    guess: Flag = False
    """True where the document does not say so and we only read it so: what is read so leads to no origin."""


class Withdrawal(Record):
    """That a document was taken back; from then on it bears nothing."""

    on: Edtf
    """When it was taken back (EDTF)."""
    by: Line | None = None
    """Who took it back, where that is not its publisher."""
    citations: Citations = Field(default=(), alias="cite")
    """Who says so."""


def _taken_back(value: object) -> object:
    """A date alone says when."""
    if isinstance(value, str):
        return fields_of(value, on=value)
    if not isinstance(value, Mapping):
        raise refusal("wrong-shape", "the date", "write the date, or `{on: …, by: …, cite: …}`")
    return value


class Source(Record):
    """A document that claims cite. Field names follow CSL where it has them."""

    id: Slug
    """What claims cite, and the address of its page, for ever."""
    title: Line | None = None
    """As printed, in its own language; left out only of a kind that the record defines as `untitled`, such as posts."""
    title_basis: TitleBasis = "printed"
    """How the title is known: printed on it, relayed by others, formed from its address, or ours; none where it has
    none."""
    title_in: Keyed[Language, Line] = Field(default_factory=dict)
    """Our translations, by language."""
    publisher: Line = Field(default=SAID_BY_THE_RECORD)
    """Whose document it is: a newspaper, an office, a company; where it was read may follow in parentheses. Where
    it is left out, what `defaults` of `record` say, for its host or for all."""
    authors: Authors = ()
    """Those who wrote it, as it names them: a name, or `family` and `given` where both are known."""
    issued: Edtf | None = None
    """When it was published; left out when unknown."""
    issued_basis: IssuedBasis = "shown"
    """How that day is known."""
    accessed: Day | None = None
    """When we read it; without it, it counts as known by the record's `through`, and pages say just that."""
    language: Language = Field(default=SAID_BY_THE_RECORD)
    """The language it is written in, as a BCP 47 tag; without it, that of the record."""
    url: Address | None = None
    """Where it can be read; what has none is found by `doi`, `isbn` or `holding`, or `note` says why it is not."""
    doi: Doi | None = None
    """Its DOI, as `10.1000/182`."""
    isbn: Isbn | None = None
    """The ISBN of the book, with or without hyphens."""
    archive: Archive | None = None
    """A copy that lasts when the page does not."""
    archives: Listed[Archive] = ()
    """Further copies, made on other days or kept by others."""
    holding: Holding | None = None
    """Where the document itself is kept, for what is not online: an archive and the call number there."""
    withdrawn: Annotated[Withdrawal, BeforeValidator(_taken_back), Or(DATE)] | None = None
    """When its publisher, or somebody else, took it back: the date, or `on`, `by` and `cite`."""
    access: Access = "open"
    """Whether a reader who follows the address gets to see it."""
    kind: SourceKindWord = Field(default=SAID_BY_THE_RECORD)
    """How near it is to what it tells; where it is left out, what `defaults` of `record` say, for its host or for
    all."""
    relays: OneOrMany[Annotated[Relay, named_source("guess: true"), Or(SLUG_FORM)]] = ()
    """The documents it repeats: the provenance graph (PROV wasDerivedFrom)."""
    seen: Flag = True
    """False for a document known only through those that relay it."""
    also: OneOrMany[Line] = ()
    """Short names and other spellings under which people look for it."""
    note: Sentences | None = None
    """What a reader should know about it; needed where there is no address."""
    aliases: OneOrMany[Slug] = ()
    """Ids it had before."""
    allow: Keyed[str, Line] = Field(default_factory=dict)
    """Checks that are waived here, each with its reason."""
    own_kind: Annotated[DefinedSourceKind | None, Field(alias=OWN_KIND, exclude=True)] = None
    """What the record says of its kind, where it is one of the record's own."""

    @field_validator("title_basis")
    @classmethod
    def _of_a_title(cls, value: TitleBasis, others: ValidationInfo) -> TitleBasis:
        if value == "none" and others.data.get("title"):
            raise refusal("unknown-word", "the document has a title", "leave the line out")
        return value

    @model_validator(mode="after")
    def _untitled(self) -> "Source":
        """Where there is no title nobody says how it is known, while all of the document is still being made."""
        if self.title is None:
            vars(self)["title_basis"] = "none"
        return self

    @property
    def counts_as(self) -> str:
        """The kind of ours by which it is judged."""
        return self.own_kind.counts_as if self.own_kind else self.kind

    @property
    def repeats(self) -> tuple[str, ...]:
        """The documents it repeats, by id, those among them that we guess."""
        return tuple(relay.source for relay in self.relays)

    @property
    def guesses(self) -> frozenset[str]:
        """The documents of which only we say that it repeats them, by id."""
        guessed = {relay.source for relay in self.relays if relay.guess}
        return frozenset(guessed - {relay.source for relay in self.relays if not relay.guess})

    @property
    def copies(self) -> tuple[Archive, ...]:
        """Every copy that somebody else keeps, the one under `archive` first."""
        return (*((self.archive,) if self.archive else ()), *self.archives)

    @property
    def address(self) -> str | None:
        """Where it can be read: its own address, else where its DOI leads."""
        return self.url or (doi_address(self.doi) if self.doi else None)

    @property
    def is_findable(self) -> bool:
        """Whether a reader who looks for it knows where."""
        return bool(self.address or self.isbn or self.holding)

    @property
    def is_origin(self) -> bool:
        """Whether a chain of relays that ends here has found somebody who says it first."""
        return not self.relays and self.is_first_hand

    @property
    def is_first_hand(self) -> bool:
        """Whether what it says in words of its own is said by somebody who acted, saw or asked, and stands by it."""
        return self.counts_as in ("primary", "original-reporting") and self.withdrawn is None

    def read_on(self, through: datetime.date) -> datetime.date:
        """The day we read it; where none is noted, the day up to which the record was checked."""
        return self.accessed or through
