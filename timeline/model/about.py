"""What the timeline is, how far it reaches, and which words it has of its own."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from timeline.model.defaults import NOTHING, Defaults
from timeline.model.defined_words import (
    BY_NAME,
    OURS,
    DefinedActorKind,
    DefinedDateRole,
    DefinedKind,
    DefinedSourceKind,
    DefinedTopicFamily,
    DefinedUpdateKind,
    DefinedWord,
)
from timeline.model.fields import Day, Flag, Keyed, Language, Line, OneOrMany, Slug, Uuid
from timeline.model.record import Record
from timeline.model.schema_forms import TEXT, Or
from timeline.model.texts import Wording


class About(Record):
    """What the timeline is, and how far it reaches (the mapping `record`)."""

    title: Wording
    """The title of the whole timeline."""
    language: Language = "en"
    """The language the record is written in, as a BCP 47 tag."""
    languages: OneOrMany[Language] = ()
    """The languages in which its texts may stand, for a site in each of them; a text without that of a site is read in
    `language`."""
    licence: Line | None = None
    """The licence of the data, as an SPDX identifier."""
    through: Day
    """The day up to which the whole record was verified: "today" for every page, check and export."""
    retrospective: Flag = False
    """True where sources only look back, as on older history: then nothing says since when a thing was known."""
    quotes: Flag = False
    """True where citations may hold a few words of their document; a record that says nothing paraphrases."""
    added: Day | None = None
    """The day on which those events were entered that do not say it themselves, such as all of a record's beginning."""
    defaults: Annotated[Defaults | None, Field(exclude=True)] = None
    """What else entries leave out because it is the same in most of them."""
    uuid: Uuid | None = None
    """What makes this timeline's feeds and calendar distinct from all others."""
    contact: Line | None = None
    """How people who are named here reach the editors."""
    kinds: Keyed[Slug, Annotated[DefinedKind, BY_NAME, Or(TEXT)]] = Field(default_factory=dict)
    """Kinds of events beside ours: the word, and its name or a mapping with `name`, `plural`, `about`, `counts_as`."""
    source_kinds: Keyed[Slug, DefinedSourceKind] = Field(default_factory=dict)
    """Kinds of sources beside ours; each says in `counts_as` which of ours it is, for the evidence goes by that."""
    update_kinds: Keyed[Slug, DefinedUpdateKind] = Field(default_factory=dict)
    """Kinds of updates beside ours; each says in `counts_as` which of ours it is."""
    date_roles: Keyed[Slug, Annotated[DefinedDateRole, BY_NAME, Or(TEXT)]] = Field(default_factory=dict)
    """Roles of further dates of an event beside ours."""
    actor_kinds: Keyed[Slug, Annotated[DefinedActorKind, BY_NAME, Or(TEXT)]] = Field(default_factory=dict)
    """Kinds of actors beside ours."""
    topic_families: Keyed[Slug, Annotated[DefinedTopicFamily, BY_NAME, Or(TEXT)]] = Field(default_factory=dict)
    """Families of topics, each of which is a facet of its own: by theme, by people, by part of the story."""

    @property
    def for_entries(self) -> Defaults:
        """What it says for entries that say nothing."""
        return self.defaults or NOTHING

    def own(self, field: str) -> Mapping[str, DefinedWord]:
        """The words that the record defines under one of these fields; one of ours may be among them."""
        words: Mapping[str, DefinedWord] = getattr(self, field)
        return words

    def words(self, field: str) -> Mapping[str, str]:
        """Every word there is for what one of these fields names, ours first, each with what it means."""
        ours = OURS[field]
        own = {word: defined.about or ours.get(word, "") for word, defined in self.own(field).items()}
        return {**ours, **own}

    def like(self, field: str, word: str) -> str:
        """The word of ours that one counts as; it is itself one, or counts as none."""
        defined = self.own(field).get(word)
        return (defined and defined.like) or word
