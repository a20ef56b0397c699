"""The phrases that put dates into words, one set for each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.dates.date import Precision


@dataclass(frozen=True, slots=True)
class Phrases:
    """Month names come from the locale data; what stands here is what that data does not say."""

    day: str
    quarter: str
    quarter_alone: str
    quarters: tuple[str, str, str, str]
    seasons: tuple[str, str, str, str]
    decade: str
    years: str
    early_year: str
    extent: str
    between: str
    since: str
    until: str
    doubt: Mapping[tuple[bool, bool], str]
    """By uncertain and approximate."""
    decade_bent: str = ""
    years_bent: str = ""
    """The two names whose endings a preposition changes."""
    articles: Mapping[Precision, str] = field(default_factory=dict)
    """What goes before a name that follows a preposition, for languages that bend it."""
    articles_until: Mapping[Precision, str] = field(default_factory=dict)


ENGLISH = Phrases(
    day="{}",
    quarter="{} quarter of {}",
    quarter_alone="{}",
    quarters=("first", "second", "third", "fourth"),
    seasons=("spring", "summer", "autumn", "winter"),
    decade="the {}s",
    years="the years {} to {}",
    early_year="AD {}",
    extent="{} to {}",
    between="between {} and {}",
    since="from {}",
    until="until {}",
    doubt={(False, True): "about {}", (True, False): "possibly {}", (True, True): "possibly about {}"},
    articles={Precision.QUARTER: "the {}"},
    articles_until={Precision.QUARTER: "the {}"},
)

_TO_THE = {
    Precision.DAY: "dem {}",
    Precision.QUARTER: "dem {}",
    Precision.DECADE: "den {}",
    Precision.CENTURY: "den {}",
}

GERMAN = Phrases(
    day="{}.",
    quarter="{} Quartal {}",
    quarter_alone="{}",
    quarters=("1.", "2.", "3.", "4."),
    seasons=("Frühjahr", "Sommer", "Herbst", "Winter"),
    decade="{}er-Jahre",
    decade_bent="{}er-Jahren",
    years="Jahre {} bis {}",
    years_bent="Jahren {} bis {}",
    early_year="{} n. Chr.",
    extent="{} bis {}",
    between="zwischen {} und {}",
    since="ab {}",
    until="bis {}",
    doubt={
        (False, True): "etwa {}",
        (True, False): "möglicherweise {}",
        (True, True): "möglicherweise etwa {}",
    },
    articles=_TO_THE,
    articles_until={
        precision: article.replace("dem", "zum").replace("den", "zu den") for precision, article in _TO_THE.items()
    },
)

TONGUES: Mapping[str, Phrases] = {"en": ENGLISH, "de": GERMAN}
