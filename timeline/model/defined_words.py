"""Words of the record's own for fields that have words: what readers call them, and what they count as.

Whatever a record calls its kinds, some questions turn on them: whether a document is a witness, whether an update
says that something was wrong. So a word of the record's own may name one of ours, and counts as that one.
"""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator, ValidationInfo, WithJsonSchema, field_validator

from timeline.model.fields import SLUG, Flag, Keyed, Language, Line, one_word, refusal
from timeline.model.record import Record, fields_of
from timeline.model.schema_forms import pattern_form, word_form
from timeline.model.texts import InLanguages, Sentences, Wording
from timeline.model.words import (
    ACTOR,
    DATE_ROLE,
    KIND,
    SOURCE_KIND,
    UPDATE,
    ActorKind,
    DateRole,
    EventKind,
    SourceKind,
    UpdateKind,
)

OWN_KIND = "\0own-kind"
"""The key, in files, of what the whole says of a word; no author can type it."""


class DefinedWord(Record):
    """A word that the record defines for one of its fields."""

    name: Wording | None = None
    """As readers see it; without it they see the word itself."""
    name_in: Keyed[Language, Line] = Field(default_factory=dict)
    """The name in other languages, for a site in one of them."""
    plural: Wording | None = None
    """The name of several."""
    about: Sentences | None = None
    """What it stands for, in one line of inline Markdown."""

    @field_validator("name_in")
    @classmethod
    def _once(cls, value: Mapping[str, str], others: ValidationInfo) -> Mapping[str, str]:
        if value and isinstance(others.data.get("name"), InLanguages):
            raise refusal(
                "bad-text", "`name` has its languages beside it", "write them all under `name`, and leave this out"
            )
        return value

    @property
    def like(self) -> str | None:
        """The word of ours that it counts as."""
        word: str | None = getattr(self, "counts_as", None)
        return word


class DefinedKind(DefinedWord):
    """A kind of event that the record defines."""

    counts_as: EventKind | None = None
    """The kind of ours that it is treated as, where it is a sort of that: words on the record are a `statement`."""


class DefinedSourceKind(DefinedWord):
    """A kind of source that the record defines."""

    counts_as: SourceKind
    """The kind of ours that says how near such documents are to what they tell: what `confirmed` and origins go by."""
    untitled: Flag = False
    """True where such documents need no title: posts, which have none; they are called by author, day or address."""


class DefinedUpdateKind(DefinedWord):
    """A kind of update that the record defines."""

    counts_as: UpdateKind
    """The kind of ours that says whether something was wrong before: what marks and feeds go by."""


class DefinedDateRole(DefinedWord):
    """A role of dates that the record defines."""

    counts_as: DateRole | None = None
    """The role of ours that it is treated as: days of `effective`, `due` and `expires` stand in the calendar."""


class DefinedActorKind(DefinedWord):
    """A kind of actor that the record defines."""

    counts_as: ActorKind | None = None
    """The kind of ours that it is treated as: a `person` is also known by the family's name alone."""


class DefinedTopicFamily(DefinedWord):
    """A family of topics that the record defines."""


def _by_name(value: object) -> object:
    """A text alone is the name."""
    if isinstance(value, str):
        return fields_of(value, name=value)
    return value


BY_NAME = BeforeValidator(_by_name)
OURS: Mapping[str, Mapping[Any, str]] = {
    "kinds": KIND,
    "source_kinds": SOURCE_KIND,
    "update_kinds": UPDATE,
    "date_roles": DATE_ROLE,
    "actor_kinds": ACTOR,
    "topic_families": {},
}
"""The words that every record has, with their meanings, by the field in which a record defines more of them."""

KindWord = Annotated[str, PlainValidator(one_word), WithJsonSchema(word_form(KIND, SLUG.pattern))]
SourceKindWord = Annotated[str, PlainValidator(one_word), WithJsonSchema(word_form(SOURCE_KIND, SLUG.pattern))]
UpdateKindWord = Annotated[str, PlainValidator(one_word), WithJsonSchema(word_form(UPDATE, SLUG.pattern))]
DateRoleWord = Annotated[str, PlainValidator(one_word), WithJsonSchema(word_form(DATE_ROLE, SLUG.pattern))]
ActorKindWord = Annotated[str, PlainValidator(one_word), WithJsonSchema(word_form(ACTOR, SLUG.pattern))]
FamilyWord = Annotated[str, PlainValidator(one_word), WithJsonSchema(pattern_form(SLUG.pattern, "name a family"))]
