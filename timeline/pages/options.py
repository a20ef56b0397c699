"""What a site may choose about its pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Choices of the site, handed over by its engine."""

    language: str = "en"
    """The language of dates and of interface words, as a BCP 47 tag."""
