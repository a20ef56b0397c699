"""Amounts in words: "about 5,000 to 7,000 people"."""

from __future__ import annotations

from decimal import Decimal

from timeline.language import decimal, number
from timeline.language import gettext as _
from timeline.model.amount import Amount


def words(amount: Amount) -> str:
    """The figure, or both of a range, with the unit; that it is about so much is said."""
    figure = _figure(amount.value)
    if amount.up_to is not None:
        figure = _("{first} to {last}").format(first=figure, last=_figure(amount.up_to))
    said = _("{figure} {unit}").format(figure=figure, unit=amount.unit)
    return _("about {amount}").format(amount=said) if amount.approximate else said


def _figure(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    digits = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return decimal(float(value), digits) if digits else number(int(value))
