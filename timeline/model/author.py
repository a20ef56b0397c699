"""Who wrote a document: a name as it is printed, or a family name and a given one where both are known."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field

from timeline.model.fields import Flag, Line, OneOrMany, refusal
from timeline.model.record import Record, fields_of
from timeline.model.schema_forms import TEXT, Or

_WHOLE = "\0whole"
_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+")
"""Letters of languages that put the family's name in front, with nothing between it and the given one."""


class Author(Record):
    """Somebody who wrote a document, by name."""

    family: Line
    """The name by which a list of authors is sorted."""
    given: Line | None = None
    """The names that go with it."""
    whole: Annotated[Flag, Field(alias=_WHOLE, exclude=True)] = False
    """Whether the name was written as one text, of which nobody says what part is whose."""

    @classmethod
    def named(cls, name: str) -> "Author":
        """By a name that nobody has divided."""
        return cls.model_validate({"family": name, _WHOLE: "true"})

    def __str__(self) -> str:
        """As people print it."""
        if not self.given:
            return self.family
        if _FAMILY_FIRST.fullmatch(self.family + self.given):
            return self.family + self.given
        return f"{self.given} {self.family}"

    @property
    def sorted_by(self) -> str:
        """As lists have it: "Curie, Marie"; a name that nobody has divided as it stands."""
        return f"{self.family}, {self.given}" if self.given else self.family


def _named(value: object) -> object:
    """A text is a name that nobody has divided."""
    if isinstance(value, str):
        return fields_of(value, family=value, **{_WHOLE: "true"})
    if not isinstance(value, Mapping):
        raise refusal("wrong-shape", "a name", "write the name, or `{family: Curie, given: Marie}`")
    return value


Authors = OneOrMany[Annotated[Author, BeforeValidator(_named), Or(TEXT)]]
