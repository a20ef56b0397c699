"""Figures that events have, each by itself: what they would amount to together, nobody here reckons."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema, field_validator

from timeline.model.fields import Flag, refusal, typed
from timeline.model.record import Record
from timeline.model.schema_forms import FIGURE
from timeline.model.texts import Wording
from timeline.model.words import Bound

_FIGURE = re.compile(r"-?[0-9]{1,24}(?:\.[0-9]{1,12})?")
_RANGE = re.compile(r"([0-9]{1,24}(?:\.[0-9]{1,12})?) ?(?:-|–|to) ?([0-9]{1,24}(?:\.[0-9]{1,12})?)")
_WITH_A_UNIT = re.compile(r"([$€£¥]?) ?([0-9]{1,24}(?:\.[0-9]{1,12})?)(?! ?(?:k|m|b|t|hundred|dozen))[^0-9.,]*")
_PARTED = re.compile(r"(-?)([0-9]{1,3}(?:[ ,_'\u2019\u00a0\u2009\u202f][0-9]{3})+)(\.[0-9]+)?")


def figure(value: object) -> Decimal:
    """A number in figures, with a point before its decimals."""
    text = typed(value)
    if _FIGURE.fullmatch(text):
        return Decimal(text)
    help = "write figures alone, such as `1200` or `2.5`, and what is counted under `unit`"
    if parted := _PARTED.fullmatch(text):
        better = f"{parted[1]}{re.sub('[^0-9]', '', parted[2])}{parted[3] or ''}"
        help = f"write `{better}`" if _FIGURE.fullmatch(better) else help
    elif (ends := _RANGE.fullmatch(text)) and Decimal(ends[1]) < Decimal(ends[2]):
        help = f"write `{ends[1]}` here, and `up_to: {ends[2]}` beside it"
    elif signed := _WITH_A_UNIT.fullmatch(text):
        help = f"write `{signed[2]}` here, and what it counts under `unit`"
    raise refusal("bad-figure", "not a number in figures", help)


Figure = Annotated[Decimal, PlainValidator(figure), WithJsonSchema(FIGURE)]


class Amount(Record):
    """A figure with its unit, of which a claim of its event speaks."""

    value: Figure
    """The number, in figures without signs between thousands; of a range the smaller one."""
    up_to: Figure | None = None
    """The larger number, where a range is given."""
    unit: Wording
    """What is counted or measured in: people, EUR, km."""
    of: Wording | None = None
    """What the figure is of: the cost, the injured, the length."""
    approximate: Flag = False
    """True where those who give it say that it is about so much."""
    bound: Bound | None = None
    """How they limit it: at-least, more-than, at-most or less-than so much."""

    @field_validator("up_to")
    @classmethod
    def _larger(cls, value: Decimal | None, others: ValidationInfo) -> Decimal | None:
        first = others.data.get("value")
        if value is not None and first is not None and value <= first:
            raise refusal("bad-figure", f"not more than {first}", "turn the two round, if both are right")
        return value
