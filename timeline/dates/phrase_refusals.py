"""Times that people name by something else than year, month and day: "31 June 2020", fiscal years, "yesterday".

What such words say for sure is offered as dates, each reading by itself. Where they say it only to whoever knows the
place, the law or the day on which it was written, the refusal names the kind of time and offers nothing.
"""

from __future__ import annotations

import re

from timeline.dates.counted_times import counted
from timeline.dates.date import DateError, Precision
from timeline.dates.edtf import read, read_point
from timeline.dates.human_dates import readings
from timeline.dates.point_refusals import FORMS, MONTHS, NOBODY_KNOWS, human, no_such_day, not_edtf

_ON = re.compile(r"(.+?)(?: onwards?|-|–|\+| ?[-–/] ?(?:present|now|today|ongoing|heute))")
_STARTING = re.compile(r"(?:starting|at least since)(?: in)? (.+)")
_DAY_OF_PEOPLE = re.compile(r"[^\W\d_]{3}|[0-9][./] ?[0-9]|^[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}$")
_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9:])")
_KINDS = (
    (
        re.compile(r"(?:[hq][1-4] )?(?:fy|(?:fiscal|financial|tax)(?: year)?|geschäftsjahr) ?'?[0-9].*"),
        "a year of accounts",
        "write the months from its first to its last, YYYY-MM/YYYY-MM, which differ from country to country",
    ),
    (
        re.compile(r"(?:.+/)?p(?=[0-9t])(?:[0-9]+[ymwd])*(?:t(?:[0-9]+[hms])*)?(?:/.+)?"),
        "a length of time",
        "write the date on which it began and the one on which it ended, with a stroke between them",
    ),
    (
        re.compile(
            r"today|yesterday|tomorrow|now|heute|gestern|morgen|(?:last|this|next) [a-z]+|[^0-9]+ ago"
            r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
        ),
        "a day that moves with its reader",
        "write the date that was meant when it was written, YYYY-MM-DD",
    ),
    (
        re.compile(
            r"n/a|n\.a\.|none|null|nil|nan|undefined|tb[acd]|-+|[–—]+|\[(?:undated|n\. ?d\.)\]|s\. ?[ad]\."
            r"|sine (?:anno|dato)|0000-00(?:-00)?(?:[t ]00:00(?::00)?z?)?"
        ),
        "this names no time",
        NOBODY_KNOWS,
    ),
    (
        re.compile(
            r"[0-9]{1,2}([-./])[0-9]{1,2}\1[0-9]{2}|'[0-9]{2}s?|[0-9]{1,2}[- ][a-z]{3,}\.?[- ]'?[0-9]{2}"
            r"|[a-z]{3,}\.? '[0-9]{2}|[0-9]{6}"
        ),
        "a year without its century",
        f"{FORMS}, the year with four digits",
    ),
    (
        re.compile(
            r"(?:ah|auc|am) [0-9]+|[0-9, ]+ ?(?:ah|auc|anno mundi|bp|ka|years ago)|.+ an [ivx]+"
            r"|(?:明治|大正|昭和|平成|令和|民國|民国).*"
        ),
        "a year of another count",
        "write the date that it is in years before or after Christ, and what the source has as its date_basis",
    ),
)
"""What has no date in it that a reader could be sure of: the form, what it is, and what to do."""
_PART_OF_DAY = re.compile(
    r"(?:the )?(?:night|morning|afternoon|evening|noon|midnight|dawn|dusk|overnight)(?: of| on)? (?:the )?(.+)"
    r"|(.+?),? (?:in the )?(?:morning|afternoon|evening|at night|at noon|noon|at midnight|midnight)"
    r"|(.+?) (?:morgens|mittags|abends)"
)
_PART = re.compile(
    r"(?:the )?(?:early|mid|middle of|late|beginning of|start of|end of|anfang|mitte|ende)[- ](?:the )?(?:der )?(.+)"
    r"|(?:the )?(?:first|second|third|fourth|last) (?:half|week|third|quarter|days) of (?:the )?(.+)"
)
_CUT_YEAR = re.compile(r"([0-9]{3}-|[0-9]{2}--)(\?)?")
_LIFE = re.compile(r"(?:fl\.|[bdr]\.|born|died|flourished|reigned|©|p(?=[0-9]))(?: in)? ?(.+)")
_ZONED_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:z|[+-][0-9]{2}:?[0-9]{2})")
_CLOCK = re.compile(
    r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})[t ]([0-9]{2})(?::?([0-9]{2})(?::?([0-9]{2}))?([.,][0-9]+)?)?"
    r"(z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_BEHIND = re.compile(r"(.+?) ?\(?(\?|approx\.?|ca\.|circa)\)?|±(.+)")
_SOMETIME = re.compile(r"(?:sometime|some time|one day|some day|at some point|irgendwann) (?:in|im) (.+)")
_WITH_NUMBER = re.compile(r"([1-4])([qh]) ?([0-9]{4})")
_CIRCA = re.compile(r"(?:ca?\.|ca )(?=\w)(.+)")
_LONG_WINTER = re.compile(r"[a-zü]+ [0-9]{4}[-/–][0-9]{2,4}")
_NEW_STYLE = re.compile(r"(.+?),? \(?(?:n\. ?s\.|new style)\)?")
_NOT = re.compile(r"not (before|after) (.+)")
_ONE_OR_OTHER = re.compile(r"((?:possibly|perhaps|maybe|probably|about|circa|ca?\.) )?(.+) (?:or|oder) (.+)")
_SUPPLIED = re.compile(r"\[([^\[\],]+)\]")


def phrase_refusal(text: str) -> DateError | None:
    """Why a phrase is no date; None for a text that is no such phrase."""
    small = text.strip().lower()
    for form, message, help in _KINDS:
        if form.fullmatch(small):
            return not_edtf(message, help)
    return counted(small) or _clock(small) or _no_such_day(small) or _open(small) or _part(small) or _said(small)


def _no_such_day(text: str) -> DateError | None:
    """A day in words, or in numbers with dots or strokes, that its month does not have."""
    for match in _NUMBER.finditer(text) if _DAY_OF_PEOPLE.search(text) else ():
        if (int(match[0]) > 28 and not text[match.end() : match.end() + 1].isalpha()) or match[0] in ("0", "00"):
            first = f"{text[: match.start()]}1{text[match.end() :]}"
            if meant := [each for each in readings(first) if each.endswith("-01") and each.count("-") == 2]:
                day = f"{meant[0][:-2]}{match[0].zfill(2)}"
                return None if read(day) else no_such_day(day)
            if meant := [each for each in readings(f"{first} 2024") if each.endswith("-01")]:
                month = int(meant[0][5:7])
                if read(f"{meant[0][:-2]}{match[0].zfill(2)}"):
                    return None
                most = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
                return DateError("impossible-date", f"{MONTHS[month]} has no day {int(match[0])}, but {most}", FORMS)
    return None


def _clock(text: str) -> DateError | None:
    """A time of day with what our dates leave out, or without a sign that they need."""
    if match := _ZONED_DAY.fullmatch(text):
        return not_edtf("a day has no zone", f"write `{match[1]}`") if read(match[1]) else None
    match = _CLOCK.fullmatch(text)
    if match is None or not read(day := "-".join(match.group(1, 2, 3))):
        return None
    hour, minute, second, fraction, zone = match.group(4, 5, 6, 7, 8)
    zone = (zone or "").upper()
    if zone[1:].isdecimal() and len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    if minute is None:
        return not_edtf(
            "an hour without its minutes", f"write `{day}T{hour}:00{zone}` if it was on the hour, else `{day}`"
        )
    if hour == "24" and minute == "00" and (point := read_point(day)) and point.last < point.last.max:
        after = point.last.fromordinal(point.last.toordinal() + 1).isoformat()
        return not_edtf(
            "24:00 is the end of a day", f"write `{day}` for that day, `{after}T00:00{zone}` for the moment"
        )
    if second == "60" and read(last := f"{day}T{hour}:{minute}:59{zone}"):
        return not_edtf("a leap second", f"write `{last}`, the second before it")
    exact = f"{day}T{hour}:{minute}" + (f":{second}" if second else "") + zone
    if not read(exact):
        return None
    return not_edtf("a part of a second", f"write `{exact}`") if fraction else human((exact,))


def _open(text: str) -> DateError | None:
    """What goes on: "1984 onwards", "1984-", "1984 to the present"."""
    match = _ON.fullmatch(text) or _STARTING.fullmatch(text)
    meant = readings(match[1]) if match else ()
    if match is None or len(meant) != 1 or not read(whole := f"{meant[0]}/.."):
        return None
    if text[-1] in "-–":
        return not_edtf("nothing behind the dash", f"write `{whole}` if it went on from then, else `{meant[0]}`")
    return human((whole,))


def _part(text: str) -> DateError | None:
    """A part of a day, of a decade, of a century."""
    match = _PART_OF_DAY.fullmatch(text)
    if match and len(meant := readings(match[1] or match[2] or match[3])) == 1 and "T" not in meant[0]:
        return not_edtf("part of a day", f"write `{meant[0]}`, or the time behind the day and a T")
    match = _PART.fullmatch(text)
    if match is None or readings(text):
        return None
    whole = match[1] or match[2]
    if re.search("century|jahrhundert", whole):
        return not_edtf("part of a century", "write the years that are meant of it, YYYY/YYYY")
    meant = readings(whole)
    point = read_point(meant[0]) if len(meant) == 1 else None
    if point is None or point.precision is Precision.DAY:
        return None
    unit = "decade" if point.precision is Precision.DECADE else "month or year"
    parts = "years" if unit == "decade" else "days or months"
    return not_edtf(f"part of a {unit}", f"write `{meant[0]}`, or the {parts} that are meant of it")


def _said(text: str) -> DateError | None:
    """A date with a word or a sign around it."""
    if match := _CUT_YEAR.fullmatch(text):
        return human((match[1].replace("-", "X") + (match[2] or ""),))
    if (match := _LIFE.fullmatch(text)) and len(meant := readings(match[1])) == 1:
        return not_edtf("a word in front of the date", f"write `{meant[0]}`, and what the word says as its date_basis")
    if re.fullmatch(r"c[0-9]{4}", text):
        return not_edtf("circa or copyright", f"write `{text[1:]}~` if it means about, else `{text[1:]}`")
    if (match := _SOMETIME.fullmatch(text)) and (meant := readings(match[1])):
        return human(meant)
    if (match := _WITH_NUMBER.fullmatch(text)) and (meant := readings(f"{match[2]}{match[1]} {match[3]}")):
        return human(meant)
    if (match := _CIRCA.fullmatch(text)) and (meant := readings(f"circa {match[1]}")):
        return human(meant)
    if _LONG_WINTER.fullmatch(text) and (meant := readings(text)):
        return human(meant)
    if (match := _NEW_STYLE.fullmatch(text)) and (meant := readings(match[1])):
        return human(meant)
    if (match := _NOT.fullmatch(text)) and len(meant := readings(match[2])) == 1:
        return human((f"[..{meant[0]}]" if match[1] == "after" else f"[{meant[0]}..]",))
    if match := _BEHIND.fullmatch(text):
        sign = "?" if match[2] == "?" else "~"
        if len(meant := readings(match[1] or match[3])) == 1 and read(doubted := meant[0] + sign):
            return human((doubted,))
    if (match := _SUPPLIED.fullmatch(text)) and ".." not in text and len(meant := readings(match[1])) == 1:
        return not_edtf("brackets around one date", f"write `{meant[0]}`")
    return _two(text)


def _two(text: str) -> DateError | None:
    """Two dates of which the first leaves out what the second says, with no space around what stands between."""
    if match := _ONE_OR_OTHER.fullmatch(text):
        doubt, *ends = match.groups()
        one, other = (readings(f"{doubt or ''}{end}") for end in ends)
        if len(one) == len(other) == 1:
            return human((f"[{one[0]},{other[0]}]",)) if doubt and read(f"[{one[0]},{other[0]}]") else None
        whole = readings(f"{ends[0]} to {ends[1]}")
        return human((f"[{whole[0].replace('/', ',')}]",)) if len(whole) == 1 and not one else None
    if text[:4].isdecimal() or not re.search(r"[^\W\d_]{2}|\.", text) or readings(text):
        return None
    for match in re.finditer("[-–/]", text):
        meant = readings(f"{text[: match.start()].rstrip('.')} to {text[match.end() :]}")
        if len(meant) == 1 and "/" in meant[0]:
            return human(meant)
    return None
