"""A difference between two states of a record in the words that editors and readers use."""

from __future__ import annotations

import re

from babel import Locale, UnknownLocaleError

from timeline.dates import DateError, parse, words
from timeline.language import SOURCE
from timeline.model.event import UNNAMED_CLAIM
from timeline.queries.differences import Difference

THINGS = {
    "record": "record",
    "event": "event",
    "source": "source",
    "expectation": "forecast",
    "track": "track",
    "actor": "actor",
    "topic": "topic",
    "place": "place",
}
_FIELDS = {
    "also": "other names",
    "by": "who says it",
    "date_basis": "what the date rests on",
    "issued": "day of publication",
    "issued_basis": "how the day of publication is known",
    "key": "one of the key events",
    "related": "related events",
    "relays": "what it repeats",
    "rivals": "other dates",
    "said": "when it was said",
    "seen": "read by us",
    "start": "begins",
    "end": "ends",
    "through": "checked up to",
    "title_basis": "how the title is known",
    "title_in": "title in other languages",
    "url": "address",
    "window": "the time named",
    "window_basis": "how the time named is known",
}
"""Names of fields where the word in the file says too little."""

_NUMBERED = re.compile(UNNAMED_CLAIM.format("([0-9]+)"))


def heading(difference: Difference) -> str:
    """What a group of differences is about: "event bridge-delayed: The bridge does not open in May"."""
    return f"{THINGS[difference.thing]}{' ' if difference.id else ''}{difference.id}: {difference.name}"


def sentence(difference: Difference) -> str:
    """One difference as a sentence without full stop; what it is about stands in the heading above."""
    part, before, after = difference.part, difference.before, difference.after
    match difference.what:
        case "added":
            return "new"
        case "gone":
            return "gone"
        case "renamed":
            return f"renamed, was {before}; the old id leads on"
        case "date-moved":
            return f"{_field(part)} moved from {_date(before)} to {_date(after)}"
        case "date-more-precise":
            return f"{_field(part)} more precise, from {_date(before)} to {_date(after)}"
        case "date-less-precise":
            return f"{_field(part)} less precise, from {_date(before)} to {_date(after)}"
        case "field":
            return _changed(_field(part), before, after)
        case "claim-field":
            anchor, _, field = part.partition(".")
            return f"{_claim(anchor)}: {_changed(_field(field), before, after)}"
        case "translated":
            *claim, field, tag = part.split(".")
            told = _changed(f"{_field(field)} in {_language(tag)}", before, after)
            return f"{_claim(claim[0])}: {told}" if claim else told
        case "claim-added":
            return f"new {_claim(part)}: {after}"
        case "claim-gone":
            return f"{_claim(part)} is gone: {before}"
        case "claim-reworded":
            return f"{_claim(part)} reworded, from “{before}” to “{after}”"
        case "cited":
            return f"{_claim(part)} now cites {after}"
        case "cited-otherwise":
            return f"{_claim(part)} cites otherwise: {after}, was {before}"
        case "no-longer-cited":
            return f"{_claim(part)} no longer cites {before}"
        case "now-disputed":
            return f"{_claim(part)} is now disputed: {after}"
        case "no-longer-disputed":
            return f"{_claim(part)} is no longer disputed; what stood against it: {before}"
        case "fewer-independent":
            return f"fewer independent sources: {after}, was {before}"
        case "more-independent":
            return f"more independent sources: {after}, was {before}"
        case "told":
            return f"readers are told ({part}): {after}"
        case "untold":
            return "no new entry under `updates` tells readers of this"


def _language(tag: str) -> str:
    """ "Chinese (Traditional)" for `zh-Hant`; the tag itself where nobody has a name for it."""
    try:
        return str(Locale.parse(tag, sep="-").get_display_name(SOURCE) or tag)
    except (ValueError, UnknownLocaleError):
        return tag


def _claim(anchor: str) -> str:
    """A claim by its id, or by its number if it has none."""
    numbered = _NUMBERED.fullmatch(anchor)
    return f"claim {numbered[1] if numbered else anchor}"


def _field(name: str) -> str:
    return _FIELDS.get(name, name.replace("_", " "))


def _changed(name: str, before: str, after: str) -> str:
    if not before:
        return f"{name}, new: {after}"
    if not after:
        return f"{name}, gone: {before}"
    return f"{name} from “{before}” to “{after}”" if " " in before + after else f"{name} from {before} to {after}"


def _date(text: str) -> str:
    """A date in words; whatever an earlier state had there that is none, as it was typed."""
    try:
        return words(parse(text), SOURCE)
    except DateError:
        return text
