"""What people type for a date that is none, each with what is wrong with it and the remedy."""

from __future__ import annotations

FORMS = "a date is written YYYY-MM-DD, YYYY-MM or YYYY, as far as it is known"
NOT = "not written as EDTF"
AN_END = "an end can be read both ways"
BOTH = "day and month can be read both ways"
SEASONS = "seasons are `2025-21` to `2025-24`, quarters `2025-33` to `2025-36`"
ANY = "write as much of the time as is known, such as a year, a decade or the time between two dates"
BETWEEN = "some day between two dates stands in brackets with two dots between them"
REACH = "years run from `-9999` to `9999`"
NOBODY = "write `XXXX` where nobody knows it, and what is known of the time as its date_basis"
YEAR = "a date opens with its year, YYYY-MM-DD or YYYY-MM"
OF_IT = ", or the days or months that are meant of it"
EACH = "write an event for each, or the date of one, with the others as its rivals if sources disagree"

IMPOSSIBLE = {
    "2025-13": ("2025 has no month 13", "a month is 01 to 12; write `2025` if only the year is certain"),
    "2025-00": ("2025 has no month 00", "a month is 01 to 12; write `2025` if only the year is certain"),
    "2025-50": ("2025 has no month 50", "a month is 01 to 12; write `2025` if only the year is certain"),
    "2025-13-05": (
        "2025 has no month 13",
        "a month is 01 to 12; write `2025-05-13` if day and month changed places, `2025` if only the year is certain",
    ),
    "2025-02-30": ("February 2025 has 28 days", "write `2025-02` if only the month is certain"),
    "2024-02-30~": ("February 2024 has 29 days", "write `2024-02` if only the month is certain"),
    "2025-04-00": ("April 2025 has no day 00", "write `2025-04` if only the month is certain"),
    "2025-21-05": ("a season has no days", "write `2025-21` for the season"),
    "2025-35-05": ("a quarter has no days", "write `2025-35` for the quarter"),
    "9999-24": ("this winter ends after the last year", "write `9999-12` or `9999`"),
    "-0000": ("the year 0 has no sign", "write `0000`"),
    "-0043-02-30": ("February 44 BC has 28 days", "write `-0043-02` if only the month is certain"),
    "-0044-02-30 Julian": (
        "February 45 BC has 29 days in that calendar",
        "write `[-0044-02-01..-0044-02-29] Julian` if only the month is certain",
    ),
    "1500-13 Julian": ("1500 has no month 13", "a month is 01 to 12, in either calendar"),
    "1666-13-02 Julian": ("1666 has no month 13", "a month is 01 to 12, in either calendar"),
    "1500-02-29": (
        "February 1500 has 28 days",
        "write `1500-02-29 Julian` for the day of that calendar, `1500-02` if only the month is certain",
    ),
    "1712-02-30": (
        "February 1712 has 29 days",
        "write `1712-02-29 Julian` for the day of this name that Sweden had, `1712-02` if only the month is certain",
    ),
    "2025-05/2025-03": ("the end is before the start", "write `2025-03/2025-05`"),
    "[2025-05~..2025-03]": ("the end is before the start", "write `[2025-03..2025-05~]`"),
    "2025-02-30/2025-04": ("February 2025 has 28 days", "write `2025-02/2025-04` if only the month is certain"),
    "2025-13/2025-14": (
        "2025 has no month 13",
        "a month is 01 to 12; write `2025` if only the year is certain",
    ),
}

OTHERWISE = {
    "": ("no date here", FORMS),
    "  ": ("no date here", FORMS),
    " 2025": ("space around the date", "write `2025`"),
    "2025-04 ": ("space around the date", "write `2025-04`"),
    "２０２５": ("not plain digits and hyphens", "write `2025`"),
    "٢٠٢٥-٠٤": ("not plain digits and hyphens", "write `2025-04`"),
    "2025‑04": ("not plain digits and hyphens", "write `2025-04`"),
    "2025-XX": ("an unknown month is left out", "write `2025` if only the year is certain"),
    "2025-XX-XX": ("an unknown month is left out", "write `2025` if only the year is certain"),
    "2025-0X": (
        "an unknown month is left out",
        "write `2025` if only the year is certain, `[2025-01..2025-09]` for one of these months",
    ),
    "2025-05-XX": ("an unknown day is left out", "write `2025-05` if only the month is certain"),
    "2025-05-3X": (
        "an unknown day is left out",
        "write `2025-05` if only the month is certain, `[2025-05-30..2025-05-31]` for one of these days",
    ),
    "202X-05": ("an unknown year has no months", "write `202X` if only the decade is certain"),
    "2XXX": ("a thousand years are no date", "write `[2000..2999]` for one of these years"),
    "20X5": ("X stands only at the end of a year", "a decade is `202X`, a century `20XX`"),
    "202x": ("the X is a capital letter", "write `202X`"),
    "2025-25": ("25 is no season or quarter here", SEASONS),
    "2025-32": ("32 is no season or quarter here", SEASONS),
    "2025-38": ("38 is no season or quarter here", "write the months, `2025-05/2025-08`"),
    "2025-41": ("41 is no season or quarter here", "write the months, `2025-07/2025-12`"),
    "~2025": ("doubt is one sign, at the end", "write `2025~`"),
    "2025?-05": ("doubt is one sign, at the end", "write `2025-05?`"),
    "2025?~": ("doubt is one sign, at the end", "write `2025%`"),
    "987": ("a year has four digits", "write `0987`"),
    "25": ("a year has four digits", FORMS + "; `0025` is AD 25"),
    "-44": ("a year has four digits", "`-0044` is 45 BC, `-0043` is 44 BC, since 1 BC is `0000`"),
    "12025": ("a year out of reach", REACH),
    "Y-17000": ("a year out of reach", REACH),
    "12345 BC": ("a year before 1", REACH + ", and `0000` is 1 BC, `-0001` is 2 BC"),
    "../..": (
        "neither end is a date",
        "a stretch of time is two dates with a stroke between them, and one of the two is known",
    ),
    "2025/2026/2027": ("more than two ends", "write `2025/2027` for all of the time"),
    "2025-05-01 / 2025-05-03": ("space around an end", "write `2025-05-01/2025-05-03`"),
    "2025..2026": (
        "neither an extent nor a day between",
        "some day between is `[2025..2026]`, all of the time is `2025/2026`",
    ),
    "{2025..2026}": ("a list of dates", EACH + "; all of the time is `2025/2026`, one of them `[2025,2026]`"),
    "{1667,1668..1670}": ("a list of dates", EACH),
    "[1919,1917]": ("not in the order of time", "write `[1917,1919]`"),
    "[1917,1917-05]": ("not in the order of time", "dates to choose from stand in their order, and none holds another"),
    "2025..": (
        "neither an extent nor a day between",
        "some day on this side is `[2025..]`, all of the time is `2025/..`",
    ),
    "[..May 2025]": (NOT, "write `[..2025-05]`"),
    "[2025]": ("brackets around one date", "write `2025`"),
    "[..]": ("a day between has an end", BETWEEN),
    "2025-04-09 10:00:00Z": (NOT, "write `2025-04-09T10:00:00Z`"),
    "2025-04-09T25:00": (
        "no clock shows this time",
        "hours are 00 to 23 and minutes 00 to 59; write `2025-04-09` if only the day is certain",
    ),
    "2025-04-09T10:00~": (
        "a time of day has no sign of doubt",
        "write `2025-04-09`, and as its date_basis in words that it was about 10:00",
    ),
    "9 April 2025, 3 pm": (NOT, "write `2025-04-09T15:00`"),
    "10:30": ("a time without its day", FORMS + ", and the time behind the day and a T"),
    "2025-4-1": (NOT, "write `2025-04-01`"),
    "2025-4-1/2025-5": (NOT, "write `2025-04-01/2025-05`"),
    "2025-03/April 2025": (NOT, "write `2025-03/2025-04`"),
    "April 2025": (NOT, "write `2025-04`"),
    "Q3 2025": (NOT, "write `2025-35`"),
    "spring 2025": (NOT, "write `2025-21`"),
    "9 April 2025": (NOT, "write `2025-04-09`"),
    "since 3 March 2021": (NOT, "write `2021-03-03/..`"),
    "01/02/2025": (BOTH, "write `2025-02-01` or `2025-01-02`, whichever is meant"),
    "1.4.2025": (BOTH, "write `2025-04-01` or `2025-01-04`, whichever is meant"),
    "01-02-2025": (BOTH, "write `2025-02-01` or `2025-01-02`, whichever is meant"),
    "early May 2025": (
        "part of a month or year",
        "write `2025-05`" + OF_IT,
    ),
    "Ende Februar 2024": (
        "part of a month or year",
        "write `2024-02`" + OF_IT,
    ),
    "mid-2025": ("part of a month or year", "write `2025`" + OF_IT),
    "EARLY ABOUT 0001": (
        "part of a month or year",
        "write `0001~`" + OF_IT,
    ),
    "late May 2025?": (
        "part of a month or year",
        "write `2025-05?`" + OF_IT,
    ),
    "mid-February": ("the year is missing", YEAR),
    "29 February": ("the year is missing", YEAR),
    "in the coming weeks": ("this names no year", ANY),
    "soon": ("this names no year", ANY),
    "2020-05-30/31": (NOT, "write `2020-05-30/2020-05-31`"),
    "2020-05-30/06-02": (NOT, "write `2020-05-30/2020-06-02`"),
    "30 May 2020/2 June": (NOT, "write `2020-05-30/2020-06-02`"),
    "2020-05-30/05-01": ("the year is missing", YEAR),
    "2008-11/12": (AN_END, "write `2008-11/2008-12` or `2008-11-12`, whichever is meant"),
    "11 February 1731/2": (
        "one day under two years",
        "write `1731-02-11` or `1732-02-11`, whichever year is meant today",
    ),
    "2024-05-01 - 2024-05-15": (NOT, "write `2024-05-01/2024-05-15`"),
    "2024-05-01—2024-05-15": (NOT, "write `2024-05-01/2024-05-15`"),
    "2024–05": ("not plain digits and hyphens", "write `2024-05`"),
    "2020-05-30, 2020-06-02": (
        "a list of dates",
        EACH + "; all of the time is `2020-05-30/2020-06-02`, one of them `[2020-05-30,2020-06-02]`",
    ),
    "May 2020 and June 2020": (
        "a list of dates",
        EACH + "; all of the time is `2020-05/2020-06`, one of them `[2020-05,2020-06]`",
    ),
    "55 BC": (NOT, "write `-0054`"),
    "15 March 44 BC": (NOT, "write `-0043-03-15 Julian`"),
    "1500-02-29 (Julian)": (NOT, "write `1500-02-29 Julian`"),
    "29 Feb 1500 O.S.": (NOT, "write `1500-02-29 Julian`"),
    "30/31 May 2020": (NOT, "write `2020-05-30/2020-05-31`"),
    "May 30–31, 2020": (NOT, "write `2020-05-30/2020-05-31`"),
    "1 or 2 May 2024": (NOT, "write `[2024-05-01,2024-05-02]`"),
    "2020-05-30–31": (NOT, "write `2020-05-30/2020-05-31`"),
    "2020-05-30T09:30/10:15": (NOT, "write `2020-05-30T09:30/2020-05-30T10:15`"),
    "2020-5-30/6-2": (NOT, "write `2020-05-30/2020-06-02`"),
    "2020-05-30/..2020-06-01": (NOT, "write `2020-05-30/2020-06-01`"),
    "1731/2": (AN_END, "write `1731-02` or `1731/1732`, whichever is meant"),
    "1984-85": (NOT, "write `1984/1985`"),
    "1209-11/12 Julian": (AN_END, "write `1209-11/1209-12 Julian` or `1209-11-12 Julian`, whichever is meant"),
    "2020-05-30T09:30 EST": (
        "a zone by its name, EST",
        "write `2020-05-30T09:30` by the clocks of the place; how far they are from UTC may stand behind it, "
        "as in +02:00",
    ),
    "1500 Julian": (
        "only days and months tell calendars apart",
        "some day of that time is `[1500-01-01..1500-12-31] Julian`, all of it `1500-01-01/1500-12-31 Julian`",
    ),
    "1138/1153-02-04 Julian": (
        "only days and months tell calendars apart",
        "some day of that time is `[1138-01-01..1153-02-04] Julian`, all of it `1138-01-01/1153-02-04 Julian`",
    ),
    "October 1917 O.S.": (NOT, "write `1917-10 Julian`"),
    "1666-09-02 Julian/1666-09-05 Julian": (NOT, "write `1666-09-02/1666-09-05 Julian`"),
    "[1666-09-02 Julian..1666-09-05 Julian]": (NOT, "write `[1666-09-02..1666-09-05] Julian`"),
    "2 September 1666 O.S. to 5 September 1666 O.S.": (NOT, "write `1666-09-02/1666-09-05 Julian`"),
    "1666-09-02 Julian/1666-09-20": (
        "one calendar for both ends",
        "write `1666-09-12/1666-09-20`, in days of ours",
    ),
    "1666-09 Julian/1666-10 Julian": (NOT, "write `1666-09/1666-10 Julian`"),
    "1666-09-02 Julian/..": (NOT, "write `1666-09-02/.. Julian`"),
    "[1666-09-02 Julian..]": (NOT, "write `[1666-09-02..] Julian`"),
    "[1666-09-02..1666-09-05 Julian]": (NOT, "write `[1666-09-02..1666-09-05] Julian`"),
    "1666-09-02..1666-09-05 Julian": (
        "neither an extent nor a day between",
        "some day between is `[1666-09-02..1666-09-05] Julian`, all of the time is `1666-09-02/1666-09-05 Julian`",
    ),
    "1666-09-02T25:00 Julian": (
        "no clock shows this time",
        "hours are 00 to 23 and minutes 00 to 59; write `1666-09-02 Julian` if only the day is certain",
    ),
    "1666-09-02T01:00~ Julian": (
        "a time of day has no sign of doubt",
        "write `1666-09-02 Julian`, and as its date_basis in words that it was about 01:00",
    ),
    "25 October 1917 (7 November)": (
        "one day by two calendars",
        "write `1917-10-25 Julian` or `1917-11-07`, which are the same day",
    ),
    "25 October (7 November) 1917": (
        "one day by two calendars",
        "write `1917-10-25 Julian` or `1917-11-07`, which are the same day",
    ),
    "30 May 2020 (31 May)": ("two days for one", "write `2020-05-30` or `2020-05-31`, whichever is meant"),
    "2020-06-09 or earlier": (NOT, "write `[..2020-06-09]`"),
    "9 June 2020 or later": (NOT, "write `[2020-06-09..]`"),
    "1731/2-02-11": (
        "one day under two years",
        "write `1731-02-11` or `1732-02-11`, whichever year is meant today",
    ),
    "c. 480 bc/c. 406 bc": (NOT, "write `-0479~/-0405~`"),
    "c. 383": (NOT, "write `0383~`"),
    "44 v. Chr.": (NOT, "write `-0043`"),
    "Unknown Date": ("this names no time", NOBODY),
    "n.d.": ("this names no time", NOBODY),
    "XXXX-12-25": ("an unknown year has no months", NOBODY),
    "\ud800": ("this names no year", ANY),
}
