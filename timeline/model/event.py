"""Something happened, so it is said, and so says who: events, their claims, the claims' citations."""

import re
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from timeline.model.address import ADDRESS_FORM, Cited, is_address
from timeline.model.amount import Amount
from timeline.model.defined_words import (
    OWN_KIND,
    DateRoleWord,
    DefinedDateRole,
    DefinedKind,
    DefinedUpdateKind,
    KindWord,
    UpdateKindWord,
)
from timeline.model.fields import (
    SAID_BY_THE_RECORD,
    SLUG_FORM,
    ClaimReference,
    Day,
    Edtf,
    EdtfIfKnown,
    Flag,
    Keyed,
    Line,
    Listed,
    OneOrMany,
    Slug,
    one_line,
)
from timeline.model.point import Point
from timeline.model.quotation import BY_TEXT, Quotation
from timeline.model.record import PLACE, Record, fields_of, named_source
from timeline.model.schema_forms import TEXT, Or
from timeline.model.texts import Sentences, Wording
from timeline.model.words import Course, RelationKind, Status

_ADDRESS, _EVENT, _NUMBER, _WHOLE = "\0address", "\0event", "\0number", "\0whole"
_AS_IT_IS = re.compile(r"[\\`*_\[\]]|(?<=\])\(|[<>&]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
UNNAMED_CLAIM = "claim-{}"
"""What a claim without an id is known by, with its number."""


class Citation(Record):
    """A claim's pointer into a source: which document, where in it, whom it repeats there, and on whom that rests."""

    source: Cited
    """The cited document; or its address, where `defaults` of `record` say of what kind documents of its host are."""
    via: Slug | None = None
    """The document that the cited one repeats here, one of those it relays; its own id where it repeats none."""
    locator: Wording | None = None
    """Where in the document: a page, a section, a paragraph (CSL locator)."""
    guess: Flag = False
    """True where the document does not name `via` here and we only read it so: what is read so leads to no origin."""
    attributed_to: Wording | None = None
    """Whom the origin of this citation names, in a few words, such as: two people familiar with the matter."""
    quotation: Annotated[Quotation, BY_TEXT, Or(TEXT)] | None = Field(default=None, alias="quote")
    """Its words there, where `record` says `quotes: true`: the text, or a mapping with `text`, `language` and
    `translation`."""
    address: Annotated[str, Field(alias=_ADDRESS, exclude=True)] = ""
    """Of a document that is cited by its address, this; its id is made of it."""

    @model_validator(mode="before")
    @classmethod
    def _by_address(cls, data: Any) -> Any:
        """Keeps the address by which a document is cited."""
        source = data.get("source") if isinstance(data, dict) else None
        return {**data, _ADDRESS: str(source)} if isinstance(source, str) and is_address(source) else data


Citations = OneOrMany[Annotated[Citation, named_source("locator: page 3"), Or(SLUG_FORM), Or(ADDRESS_FORM)]]


class Claim(Record):
    """One sentence that can be true or false, with those who stand behind it."""

    id: Slug | None = None
    """Needed once something points at the claim."""
    aliases: OneOrMany[Slug] = ()
    """Ids it had before, or the name it went by without one, such as `claim-2`: links to them lead on."""
    text: Sentences
    """The sentence; inline Markdown."""
    disputes: OneOrMany[ClaimReference] = ()
    """Claims that this one contradicts: `claim-id` here, `event-id#claim-id` elsewhere."""
    denies: OneOrMany[ClaimReference] = ()
    """Claims that the speaker named by `by` rejects."""
    by: Slug | None = None
    """The actor whose word this claim is."""
    question: Wording | None = None
    """What the dispute that this claim is part of is about, as a question; once for all claims that hang together."""
    citations: Citations = Field(default=(), alias="cite")
    """Who says so: source ids, or mappings with `source`, `via`, `locator`, `guess`, `attributed_to` and `quote`;
    left out only where the event as a whole cites its sources."""
    event: Annotated[str, Field(alias=_EVENT, exclude=True)] = ""
    """The id of the event it belongs to."""
    number: Annotated[int, Field(alias=_NUMBER, exclude=True)] = 0
    """Its place among the event's claims, from 1."""

    whole: Annotated[tuple[Citation, ...], Field(alias=_WHOLE, exclude=True)] = ()
    """Of a claim that cites nothing itself, the sources of its event as a whole."""

    @property
    def behind(self) -> tuple[Citation, ...]:
        """What tells of it: its own citations, else those of its event as a whole."""
        return self.citations or self.whole

    @property
    def only_as_a_whole(self) -> bool:
        """Whether nothing but the sources of its event as a whole tells of it."""
        return not self.citations and bool(self.whole)

    @property
    def anchor(self) -> str:
        """Its name within the event's page; one without an id is known by its number."""
        return self.id or UNNAMED_CLAIM.format(self.number)

    @property
    def ref(self) -> str:
        """Its name in the whole timeline: `event-id#claim-id`."""
        return f"{self.event}#{self.anchor}"

    @property
    def opposes(self) -> tuple[str, ...]:
        """The claims it disputes or denies, by their name in the whole timeline."""
        return tuple(self.resolve(name) for name in (*self.disputes, *self.denies))

    def resolve(self, name: str) -> str:
        """A claim's name as this claim would write it, made whole."""
        return name if "#" in name else f"{self.event}#{name}"


def _by_text(value: object) -> object:
    """A text alone is what is claimed."""
    return fields_of(value, text=value) if isinstance(value, str) else value


class CitedDate(Record):
    """A date that some sources give: a rival of the event's own, or one of its roles."""

    date: Edtf
    """The date, as precise as those who give it (EDTF)."""
    citations: Citations = Field(alias="cite")
    """Who gives it."""
    own_role: Annotated[DefinedDateRole | None, Field(alias=OWN_KIND, exclude=True)] = None
    """What the record says of its role, where it is one of the record's own."""


class Relation(Record):
    """How another event bears on this one (`causes`, `hampers`), or this one on it (the others)."""

    event: Slug
    """The other event."""
    relation: RelationKind = Field(alias="as")
    """What binds the two."""
    citations: Citations = Field(default=(), alias="cite")
    """Who says so; needed for `causes` and `hampers`."""


class Update(Record):
    """A change we made to an event after it entered the record."""

    on: Day
    """The day of the change: a day of ours, which may be later than `through`."""
    kind: UpdateKindWord
    """What sort of change it was."""
    was: Sentences | None = None
    """What stood here before, in our words, for those who read it then; inline Markdown."""
    text: Sentences
    """What stands now, or without `was` also what we had before; inline Markdown."""
    own_kind: Annotated[DefinedUpdateKind | None, Field(alias=OWN_KIND, exclude=True)] = None
    """What the record says of its kind, where it is one of the record's own."""

    @property
    def counts_as(self) -> str:
        """The kind of ours that says whether something was wrong before."""
        return self.own_kind.counts_as if self.own_kind else self.kind

    @property
    def whole(self) -> str:
        """Both, one after the other."""
        return f"{self.was} {self.text}" if self.was else self.text


def _as_it_is(sign: re.Match[str]) -> str:
    """A sign of a plain text as inline Markdown writes it, for which it would else mean something."""
    return _ENTITIES.get(sign[0], f"\\{sign[0]}")


def _stated(data: dict[str, Any]) -> dict[str, Any]:
    """An event that cites and has no claims: its title is the one sentence, and what it cites bears that."""
    try:
        words = _AS_IT_IS.sub(_as_it_is, one_line(data.get("title")))
    except PydanticCustomError:
        words = "…"  # what is wrong with the title is told of the title
    claim = {"text": words, "cite": data["cite"]}
    if PLACE in data:
        claim[PLACE] = data[PLACE]
    return {**{name: value for name, value in data.items() if name != "cite"}, "claims": [claim]}


class Event(Record):
    """Something that happened, was planned, or failed to happen."""

    id: Slug
    """The address of its page, for ever; what it was before stands in `aliases`."""
    added: Day = Field(default=SAID_BY_THE_RECORD)
    """The day it entered this record: a day of ours, which may be later than `through`; where it is left out, the one
    that `record` has under this name."""
    date: EdtfIfKnown
    """The day it happened, not the day it was said (EDTF); `XXXX` where nobody knows it."""
    date_basis: Wording | None = None
    """What the date rests on, where that is not plain; of one that nobody knows, what is known of the time in words."""
    rivals: Listed[CitedDate] = ()
    """Other dates that sources give."""
    dates: Keyed[DateRoleWord, CitedDate] = Field(default_factory=dict)
    """Days with another role: announced, published, effective, expires, disclosed, decided, due, or one of the record's
    own."""
    title: Wording
    """What happened, in one line of plain text; without `claims` the one sentence of the event, which `cite` bears."""
    summary: Sentences | None = None
    """One to three sentences of inline Markdown; every figure in it stands in a claim."""
    kind: KindWord = Field(default=SAID_BY_THE_RECORD)
    """What sort of thing happened; where it is left out, what `defaults` of `record` say."""
    course: Course = "happened"
    """What became of it; `unknown` when its day is over and no source says."""
    status: Status = Field(default=SAID_BY_THE_RECORD)
    """How good the evidence is; where it is left out, what `defaults` of `record` say."""
    key: Flag = False
    """One of the few that tell the whole story."""
    actors: OneOrMany[Slug] = ()
    """Those who act or speak in it, the most important first."""
    topics: OneOrMany[Slug] = ()
    """What it is about."""
    places: OneOrMany[Slug] = ()
    """Where it happened, the most important first."""
    coordinates: Point | None = None
    """At which point it happened, as `50.91, 0.49`, where that is known more exactly than its places, or no place is
    named."""
    amounts: Listed[Amount] = ()
    """Figures of it with their units, each said by one of its claims; shown, sorted and exported, never added up."""
    citations: Citations = Field(default=(), alias="cite")
    """Sources of the event as a whole, of which nobody can say which sentence they bear: they count for no claim. Where
    `claims` are left out the title is the one sentence, and these bear it."""
    claims: Listed[Annotated[Claim, Or(TEXT)]] = Field(min_length=1)
    """What is said of it, one sentence each; the first one states the event. Where the sources are those of the event
    as a whole, a text alone is a claim; where nothing but the title is said, `cite` of the event is enough."""
    note: Sentences | None = None
    """A word of the editors about the event, in inline Markdown; shown as theirs, apart from what sources say."""
    related: Listed[Relation] = ()
    """Other events that bear on it, or it on them."""
    updates: Listed[Update] = ()
    """What we changed; ours only."""
    aliases: OneOrMany[Slug] = ()
    """Ids it had before, the first one first: feeds know it by that."""
    also: OneOrMany[Line] = ()
    """Short names and other spellings, the one in front where a title has no room."""
    allow: Keyed[str, Line] = Field(default_factory=dict)
    """Checks that are waived here, each with its reason."""
    own_kind: Annotated[DefinedKind | None, Field(alias=OWN_KIND, exclude=True)] = None
    """What the record says of its kind, where it is one of the record's own."""

    @property
    def counts_as(self) -> str:
        """The kind of ours that it is treated as; where it counts as none, its own."""
        return (self.own_kind and self.own_kind.counts_as) or self.kind

    @model_validator(mode="before")
    @classmethod
    def _number_claims(cls, data: Any) -> Any:
        """Tells each claim whose it is, so that a claim met alone can name itself; the title may be the only one."""
        if not isinstance(data, dict):
            return data
        if "cite" in data and "claims" not in data:
            data = _stated(data)
        if not isinstance(data.get("claims"), list):
            return data
        event = data.get("id")
        numbered = [
            {**claim, _EVENT: str(event), _NUMBER: number} if isinstance(claim, dict) else claim
            for number, claim in enumerate(map(_by_text, data["claims"]), 1)
        ]
        return {**data, "claims": numbered}

    @model_validator(mode="after")
    def _hand_down(self) -> "Event":
        """Tells claims that cite nothing what the event as a whole cites, while all of it is still being made."""
        hand_down(self)
        return self


def hand_down(event: Event) -> None:
    """Tells claims that cite nothing what an event that was just made cites as a whole."""
    for claim in event.claims if event.citations else ():
        if not claim.citations:
            vars(claim)["whole"] = event.citations
