"""What somebody predicted, for when, and what came of it; and the states of a thing over time."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field

from timeline.model.event import Citations
from timeline.model.fields import ClaimReference, Edtf, Listed, OneOrMany, Slug, refusal
from timeline.model.record import Record, fields_of
from timeline.model.schema_forms import Or
from timeline.model.texts import Wording
from timeline.model.words import Tone, WindowBasis


class Outcome(Record):
    """What answered a forecast: exactly one of these."""

    event: Slug | None = None
    """The event that answered it; its date tells whether the forecast was met."""
    missed: bool = False
    """Its time passed and nothing came."""
    denied: ClaimReference | None = None
    """The claim that rejects it."""
    withdrawn: ClaimReference | None = None
    """The claim that takes it back."""


def _outcome(value: object) -> object:
    if isinstance(value, str):
        if value == "missed":
            return fields_of(value, missed=True)
        raise refusal(
            "unknown-word",
            "not an outcome",
            "write `missed`, or `{event: event-id}`, `{denied: claim}` or `{withdrawn: claim}`",
        )
    if isinstance(value, Mapping) and "missed" in value:
        raise refusal("wrong-shape", "`missed` stands alone", "write `outcome: missed`")
    if isinstance(value, Mapping) and len([key for key in value if not key.startswith("\0")]) != 1:
        raise refusal(
            "wrong-shape",
            "one answer is needed",
            "write one of `{event: event-id}`, `{denied: claim}` and `{withdrawn: claim}`",
        )
    return value


class Expectation(Record):
    """A forecast. `about` is a topic, for a thing that never came has no event."""

    id: Slug
    """Its name in this record, for ever."""
    about: Slug
    """The topic of which something was predicted."""
    by: Slug | None = None
    """The actor who predicted it, where that is known."""
    said: Edtf | None = None
    """When it was said."""
    window: Edtf | None = None
    """The time it predicted; left out when no time was given."""
    wording: Wording | None = None
    """In which words, as the sources give them."""
    window_basis: WindowBasis = "stated"
    """Whether the window was stated or is our reading of the words."""
    citations: Citations = Field(alias="cite")
    """Who says that it was predicted."""
    replaces: OneOrMany[Slug] = ()
    """Earlier forecasts of the same speaker."""
    outcome: Annotated[Outcome, BeforeValidator(_outcome), Or({"const": "missed"})] | None = None
    """What came of it: `missed`, or the event or claim that answers it; left out as long as it is open."""
    aliases: OneOrMany[Slug] = ()
    """Ids it had before, the first one first: links to its old place lead on."""


class State(Record):
    """How a thing stood for a while."""

    start: Edtf = Field(alias="from")
    """When it began (EDTF)."""
    end: Edtf | None = Field(default=None, alias="to")
    """Its last day; without it, the state lasts until the next one."""
    state: Wording
    """In a few words."""
    tone: Tone = "unknown"
    """How free the thing was."""
    event: Slug | None = None
    """The event that began it."""
    citations: Citations = Field(default=(), alias="cite")
    """Who tells the state; needed where no event does."""


class Track(Record):
    """The states of one thing over time; a stretch without a state is unknown."""

    id: Slug
    """Its name in this record, for ever."""
    title: Wording
    """What is followed over time."""
    states: Listed[State] = Field(min_length=1)
    """How it stood, one stretch after another."""
    aliases: OneOrMany[Slug] = ()
    """Ids it had before, the first one first: links to its old place lead on."""
