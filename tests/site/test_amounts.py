"""Figures of events in words."""

from __future__ import annotations

import pytest

from timeline import language
from timeline.model import Amount
from timeline.site.amounts import words


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        ("1200", "1,200 EUR", "1.200 EUR"),
        ("12500.50", "12,500.50 EUR", "12.500,50 EUR"),
        ("123456789012345678.25", "123,456,789,012,345,678.25 EUR", "123.456.789.012.345.678,25 EUR"),
    ],
)
def test_a_figure_keeps_all_its_digits_and_has_signs_between_thousands(value: str, english: str, german: str) -> None:
    amount = Amount.model_validate({"value": value, "unit": "EUR"})

    assert words(amount) == english
    with language.speaking("de"):
        assert words(amount) == german


@pytest.mark.parametrize(
    ("said", "english", "german"),
    [
        ({"bound": "at-least"}, "at least 300 people", "mindestens 300 people"),
        ({"bound": "more-than", "approximate": "true"}, "more than about 300 people", "mehr als etwa 300 people"),
        ({"bound": "at-most"}, "at most 300 people", "höchstens 300 people"),
        ({"bound": "less-than", "up_to": "400"}, "less than 300 to 400 people", "weniger als 300 bis 400 people"),
    ],
)
def test_a_limit_is_said_with_the_figure(said: dict[str, str], english: str, german: str) -> None:
    amount = Amount.model_validate({"value": "300", "unit": "people", **said})

    assert words(amount) == english
    with language.speaking("de"):
        assert words(amount) == german
