"""Amounts in words: "about 5,000 to 7,000 people"."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from timeline.language import N_, Messages, decimal, number, pgettext
from timeline.language import gettext as _
from timeline.model import Amount, Coordinates
from timeline.site.kind_names import sentence_case

BOUNDS = Messages(
    {
        "at-least": N_("at least {amount}"),
        "more-than": N_("more than {amount}"),
        "at-most": N_("at most {amount}"),
        "less-than": N_("less than {amount}"),
    }
)


def words(amount: Amount, shown: Callable[[str], object] = str) -> str:
    """The figure, or both of a range, with the unit made ready to be `shown`; that it is about or at least so much is
    said."""
    figure = _figure(amount.value)
    if amount.up_to is not None:
        figure = _("{first} to {last}").format(first=figure, last=_figure(amount.up_to))
    said = _("{figure} {unit}").format(figure=figure, unit=shown(amount.unit))
    said = _("about {amount}").format(amount=said) if amount.approximate else said
    return BOUNDS[amount.bound].format(amount=said) if amount.bound else said


def told(amount: Amount) -> str:
    """With what it is of, where that is said: "Cost: about 3,000 EUR"."""
    return f"{sentence_case(amount.of)}: {words(amount)}" if amount.of else words(amount)


def degrees(point: Coordinates) -> str:
    """ "50.91° N, 0.49° E"."""
    north, east = point.latitude >= 0, point.longitude >= 0
    latitude, longitude = f"{abs(point.latitude)}°", f"{abs(point.longitude)}°"
    first = _("{degrees} N") if north else _("{degrees} S")
    second = pgettext("east", "{degrees} E") if east else _("{degrees} W")
    return f"{first.format(degrees=latitude)}, {second.format(degrees=longitude)}"


def _figure(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    digits = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return decimal(value, digits) if digits else number(int(value))
