"""What every record has in common: it is frozen, knows its fields, and remembers where it stands."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from timeline.file_place import Place, Text, nowhere
from timeline.model.fields import refusal
from timeline.span import Span

PLACE = "\0place"
"""The key under which a loader hands a record its place; no author can type it."""


class Record(BaseModel):
    """A mapping of the data, read. Equality looks at what it says, not at where it says it."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        validate_by_name=True,
        validate_by_alias=True,
    )

    place: Annotated[SkipJsonSchema[Place], Field(default_factory=nowhere, alias=PLACE, exclude=True, repr=False)]

    @property
    def span(self) -> Span:
        """Where the record starts, which an edit link opens."""
        return self.place.span


def fields_of(value: str, **fields: object) -> dict[str, object]:
    """The fields for which a text alone stands, as if they were typed where it was."""
    return {**fields, PLACE: value.place} if isinstance(value, Text) else fields


def named_source(more: str) -> BeforeValidator:
    """Lets a word stand for a record whose only field that is needed is `source`; `more` shows another field of it."""

    def named(value: object) -> object:
        if isinstance(value, str):
            return fields_of(value, source=value)
        if not isinstance(value, Mapping):
            help = f"write the id of a source, or `{{source: source-id, {more}}}`"
            raise refusal("wrong-shape", "the id of a source", help)
        return value

    return BeforeValidator(named)
