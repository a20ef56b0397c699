"""From what somebody typed to a date, or to why it is none and what to write instead.

People who type a date that a machine refuses mean something by it. Each refusal names the slip and offers
text to copy. What stands in backquotes has been read back before it is offered, so a remedy is always a date.
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.dates.date import Date, DateError
from timeline.dates.edtf import read, read_point
from timeline.dates.point_refusals import FORMS, human, impossible, not_edtf, point_refusal
from timeline.dates.readings import LONGEST, readings, tidy

_LITERAL = re.compile(r"`([^`]*)`")
_NUMERIC = re.compile(r"[0-9]{1,4}/[0-9]{1,2}(?:/[0-9]{1,4})?|[0-9]{1,2}/[0-9]{4}")


@lru_cache(maxsize=32_768)
def parse(text: str) -> Date:
    """The date that the text is; any other text raises DateError, whatever it contains."""
    date = read(text)
    if date is None:
        raise refusal(text)
    return date


def refusal(text: str) -> DateError:
    """The error for a text that is no date."""
    if not text.strip():
        return not_edtf("no date here", FORMS + ", and one that is not known is left out")
    if len(text) > LONGEST:
        return not_edtf("too long for a date", FORMS)
    tidied = tidy(text)
    if read(tidied):
        return _untidy(text, tidied)
    if text.startswith(("[", "{")) or text.endswith(("]", "}")) or (".." in text and "/" not in text):
        return _refuse_between(text)
    if "/" in text and not _NUMERIC.fullmatch(text):
        return _refuse_extent(text)
    return point_refusal(text)


def _untidy(text: str, tidied: str) -> DateError:
    if text.strip() == tidied:
        return not_edtf("space around the date", f"write `{tidied}`")
    return not_edtf("not plain digits and hyphens", f"write `{tidied}`")


def _refuse_between(text: str) -> DateError:
    inner = text.strip("[]{} ")
    start, dots, end = inner.partition("..")
    if not dots:
        ends = re.split(r"\s*[,/]\s*", inner)
        start, end = ends[0], ends[-1]
        if len(ends) == 1:
            if read(inner):
                return not_edtf("brackets around one date", f"write `{inner}`")
            return not_edtf("brackets without two dates", "some day between two dates is `[2025-01..2025-08]`")
    start, end = start.strip(". "), end.strip(". ")
    if not start or not end:
        lone = start or end
        help = "some day between two dates is `[2025-01..2025-08]`"
        if read_point(lone):
            still = f"{lone}/.." if start else f"../{lone}"
            help += f", and a stretch of time that is open is `{still}`"
        return not_edtf("a day between needs both ends", help)
    extent = f"{start}/{end}"
    if not read(extent):
        return _refuse_ends(start, end, "[{}..{}]")
    listed = "," in text or text.startswith("{")
    message = "a list of dates" if listed else "neither an extent nor a day between"
    return not_edtf(message, f"some day between is `[{start}..{end}]`, all of the time is `{extent}`")


def _refuse_extent(text: str) -> DateError:
    if meant := readings(text):
        return human(meant)
    start, _, end = (part.strip() for part in text.partition("/"))
    if "/" in end:
        ends = [part.strip() for part in text.split("/")]
        whole = f"{ends[0]}/{ends[-1]}"
        return not_edtf("more than two ends", f"write `{whole}`" if read(whole) else "an extent is `2025-01/2025-08`")
    if start in ("", "..") and end in ("", ".."):
        return not_edtf(
            "neither end is a date",
            "an extent has at least one, like `2025-04/..`, and a date that is not known is left out",
        )
    if not end or not start:
        lone, still = (start, f"{start}/..") if start else (end, f"../{end}")
        missing = "end" if start else "start"
        message = f"the {missing} is missing"
        if read(still):
            return not_edtf(message, f"an open {missing} is `{still}`, and the date alone is `{lone}`")
        return not_edtf(message, "an open end is `2025-04/..`, an open start `../2025-04`")
    return _refuse_ends(start, end, "{}/{}")


def _refuse_ends(start: str, end: str, form: str) -> DateError:
    """The first end at fault, its remedy put in its place in the whole."""
    points = {part: part == ".." or read_point(part) is not None for part in (start, end)}
    if all(points.values()):
        whole = form.format(start, end)
        if read(whole):
            return not_edtf("space around an end", f"write `{whole}`")
        return impossible("the end is before the start", f"write `{form.format(end, start)}`")
    error = point_refusal(end if points[start] else start)
    mended = {part: part if fine else _first_literal(part) for part, fine in points.items()}

    def put(match: re.Match[str]) -> str:
        ends = (start, match[1]) if points[start] else (match[1], mended[end])
        whole = match[1] if ends[0] == ends[1] else form.format(*ends)
        return f"`{whole}`" if read(whole) else match[0]

    return DateError(error.code, error.message, _LITERAL.sub(put, error.help))


def _first_literal(text: str) -> str:
    match = _LITERAL.search(point_refusal(text).help)
    return match[1] if match else text
