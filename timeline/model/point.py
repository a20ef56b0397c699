"""Points on the earth, as places and events have them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from timeline.model.amount import figure
from timeline.model.fields import refusal
from timeline.model.record import Record, fields_of
from timeline.model.schema_forms import FIGURE, TEXT, Or

_DEGREES = "write degrees with decimals, latitude first, with a minus for south and west, as `50.91, 0.49`"


def _degrees(most: int) -> PlainValidator:
    """Degrees between two ends of which one is the other with a minus."""

    def degrees(value: object) -> Decimal:
        try:
            number = figure(value)
        except PydanticCustomError:
            raise refusal("bad-figure", "no degrees in figures", _DEGREES) from None
        if abs(number) > most:
            raise refusal("bad-figure", f"more than {most} degrees", "write latitude first, then longitude")
        return number

    return PlainValidator(degrees)


Latitude = Annotated[Decimal, _degrees(90), WithJsonSchema(FIGURE)]
Longitude = Annotated[Decimal, _degrees(180), WithJsonSchema(FIGURE)]


class Coordinates(Record):
    """A point on the earth, in degrees (WGS 84)."""

    latitude: Latitude
    """North of the equator; south of it with a minus in front."""
    longitude: Longitude
    """East of Greenwich; west of it with a minus in front."""


def _point(value: object) -> object:
    """Both in one text, as maps give them: latitude, then longitude."""
    if isinstance(value, str):
        first, comma, second = value.partition(",")
        if not comma:
            raise refusal("bad-figure", "latitude and longitude are needed", _DEGREES)
        return fields_of(value, latitude=first.strip(), longitude=second.strip())
    if not isinstance(value, Mapping):
        both = [str(each) for each in value] if isinstance(value, list) else []
        help = f"write `{', '.join(both)}` in quotation marks, without brackets" if len(both) == 2 else _DEGREES
        raise refusal("wrong-shape", "one text", help)
    return value


Point = Annotated[Coordinates, BeforeValidator(_point), Or(TEXT)]
"""A point, which may stand as one text: `50.91, 0.49`."""
