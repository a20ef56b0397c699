"""From what somebody typed to a date, or to why it is none and what to write instead.

People who type a date that a machine refuses mean something by it. Each refusal names the slip and offers
text to copy. What stands in backquotes has been read back before it is offered, so a remedy is always a date.
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.dates.date import Date, DateError
from timeline.dates.edtf import read, read_point
from timeline.dates.human_dates import LONGEST, readings, tidy
from timeline.dates.julian import JULIAN
from timeline.dates.julian_refusals import julian_refusal
from timeline.dates.phrase_refusals import phrase_refusal
from timeline.dates.point_refusals import FORMS, human, impossible, not_edtf, point_refusal
from timeline.dates.short_ends import shortened

_LITERAL = re.compile(r"`([^`]*)`")
_BETWEEN = "some day between two dates stands in brackets with two dots between them"
_EACH = "write an event for each, or the date of one, with the others as its rivals if sources disagree"
_STRETCH = "a stretch of time is two dates with a stroke between them"
_DASH = re.compile(r" +[-–—] +|[–—]")
_LIST = re.compile(r" *[,;&] +| +(?:and|und|or|oder) +")
_TWO_STYLES = re.compile(r"([^/]*?)([0-9]{4})/([0-9]{1,2}|[0-9]{4})((?:-[0-9]{2}){0,2})")
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
        return not_edtf("no date here", FORMS)
    if len(text) > LONGEST:
        return not_edtf("too long for a date", FORMS)
    tidied = tidy(text)
    if read(tidied):
        return _untidy(text, tidied)
    if error := phrase_refusal(tidied):
        return error
    bare = tidied.removesuffix(JULIAN)
    behind = JULIAN if bare != tidied else ""
    meant = tuple(each + behind for each in shortened(bare) if read(each + behind))
    if meant and not read(tidied.replace("–", "-")) and not _two_styles(text):
        several = " or ".join(f"`{each}`" for each in meant)
        return (
            not_edtf("an end can be read both ways", f"write {several}, whichever is meant")
            if meant[1:]
            else human(meant)
        )
    if error := julian_refusal(tidied):
        return error
    if text.startswith(("[", "{")) or text.endswith(("]", "}")) or (".." in text and "/" not in text):
        return _refuse_between(text)
    if "/" in text and not _NUMERIC.fullmatch(text):
        return _refuse_extent(text)
    hyphens = tidied.replace("–", "-")
    if read(hyphens):
        return not_edtf("not plain digits and hyphens", f"write `{hyphens}`")
    ends = _DASH.split(text.strip())
    if len(ends) == 2 and all(map(read, ends)) and read("/".join(ends)):
        return human(("/".join(ends),))
    parts = [part.strip() for part in _LIST.split(text)]
    if len(parts) > 1 and all(read(part) or readings(part) for part in parts):
        return _listed(tuple((readings(part) or (part,))[0] for part in parts))
    return point_refusal(text)


def _listed(dates: tuple[str, ...]) -> DateError:
    """Several dates in one field, none of which may be lost."""
    whole = f"{dates[0]}/{dates[-1]}"
    help = _EACH
    if read(whole):
        help += f"; all of the time is `{whole}`"
    if read(one := f"[{','.join(dates)}]"):
        help += f", one of them `{one}`"
    return not_edtf("a list of dates", help)


def _two_styles(text: str) -> DateError | None:
    """One day under two years, "11 February 1731/2", from where the year once began in March."""
    match = _TWO_STYLES.fullmatch(text.strip())
    if match is None or not (match[1].strip() or match[4]):
        return None
    first = int(match[2])
    if str(first + 1)[-len(match[3]) :] != match[3]:
        return None
    both = [readings(f"{match[1]}{year}{match[4]}") for year in (first, first + 1)]
    if not all(len(meant) == 1 for meant in both):
        return None
    help = f"write `{both[0][0]}` or `{both[1][0]}`, whichever year is meant today"
    return not_edtf("one day under two years", help)


def _untidy(text: str, tidied: str) -> DateError:
    if text.strip() == tidied:
        return not_edtf("space around the date", f"write `{tidied}`")
    return not_edtf("not plain digits and hyphens", f"write `{tidied}`")


def _refuse_between(text: str) -> DateError:
    inner = text.strip("[]{} ")
    if "," in inner and ".." in inner and text.startswith("{"):
        return not_edtf("a list of dates", _EACH)
    start, dots, end = inner.partition("..")
    if not dots:
        ends = re.split(r"\s*[,/]\s*", inner)
        start, end = ends[0], ends[-1]
        if len(ends) == 1:
            if read(inner):
                return not_edtf("brackets around one date", f"write `{inner}`")
            return not_edtf("brackets without two dates", _BETWEEN)
    start, end = start.strip(". "), end.strip(". ")
    if not start and not end:
        return not_edtf("a day between has an end", _BETWEEN)
    if not start or not end:
        return _open_between(start, end)
    extent = f"{start}/{end}"
    if not read(extent) and not dots and all(map(read_point, ends)):
        return _unsorted(ends)
    if not read(extent):
        return _refuse_ends(start, end, "[{}..{}]")
    if not dots and text.startswith("[") and all(map(read_point, ends)):
        return _unsorted(ends)
    if "," in text or text.startswith("{"):
        return _listed(tuple(parts) if all(map(read_point, parts := re.split(r"[,/ ]+", inner))) else (start, end))
    message = "neither an extent nor a day between"
    return not_edtf(message, f"some day between is `[{start}..{end}]`, all of the time is `{extent}`")


def _unsorted(dates: list[str]) -> DateError:
    """One of several dates, which stand from the earliest to the latest, none of them within another."""
    ordered = sorted(dict.fromkeys(dates), key=lambda date: parse(date).sort_key)
    whole = f"[{','.join(ordered)}]"
    help = f"write `{whole}`" if read(whole) else "dates to choose from stand in their order, and none holds another"
    return not_edtf("not in the order of time", help)


def _open_between(start: str, end: str) -> DateError:
    """Brackets with an end that may be open, where the other one is at fault."""
    form = "[{}..]" if start else "[..{}]"
    point = start or end
    if read(form.format(point)):
        still = f"{point}/.." if start else f"../{point}"
        help = f"some day on this side is `{form.format(point)}`, all of the time is `{still}`"
        return not_edtf("neither an extent nor a day between", help)
    error = point_refusal(point)

    def put(match: re.Match[str]) -> str:
        whole = form.format(match[1])
        return f"`{whole}`" if read(whole) else match[0]

    return DateError(error.code, error.message, _LITERAL.sub(put, error.help))


def _refuse_extent(text: str) -> DateError:
    if years := _two_styles(text):
        return years
    if meant := readings(text):
        return human(meant)
    start, _, end = (part.strip() for part in text.partition("/"))
    if "/" in end:
        ends = [part.strip() for part in text.split("/")]
        whole = f"{ends[0]}/{ends[-1]}"
        return not_edtf("more than two ends", f"write `{whole}` for all of the time" if read(whole) else _STRETCH)
    if start in ("", "..") and end in ("", ".."):
        return not_edtf(
            "neither end is a date",
            f"{_STRETCH}, and one of the two is known",
        )
    return _refuse_ends(start, end, "{}/{}")


def _refuse_ends(start: str, end: str, form: str) -> DateError:
    """The first end at fault, its remedy put in its place in the whole."""
    points = {part: part in ("", "..") or read_point(part) is not None for part in (start, end)}
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
