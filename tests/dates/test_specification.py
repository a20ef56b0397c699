"""The examples of the specification of EDTF (Library of Congress, 4 February 2019), and what we make of each.

Level 0 and level 1 are whole here; of level 2 those kinds of which we take something or are asked about. What we refuse
has its reason beside it: a record is read by people, and each thing that may be known of a time has one form here.
"""

from __future__ import annotations

import pytest

from tests.dates.examples import refused, span
from timeline.dates import parse

TAKEN = {
    # level 0
    "1985-04-12": "1985-04-12 1985-04-12",
    "1985-04": "1985-04-01 1985-04-30",
    "1985": "1985-01-01 1985-12-31",
    "1985-04-12T23:20:30": "1985-04-12 1985-04-12",
    "1985-04-12T23:20:30Z": "1985-04-12 1985-04-12",
    "1985-04-12T23:20:30-04": "1985-04-12 1985-04-12",
    "1985-04-12T23:20:30+04:30": "1985-04-12 1985-04-12",
    "1964/2008": "1964-01-01 2008-12-31",
    "2004-06/2006-08": "2004-06-01 2006-08-31",
    "2004-02-01/2005-02-08": "2004-02-01 2005-02-08",
    "2004-02-01/2005-02": "2004-02-01 2005-02-28",
    "2004-02-01/2005": "2004-02-01 2005-12-31",
    "2005/2006-02": "2005-01-01 2006-02-28",
    # level 1
    "2001-21": "2001-03-01 2001-05-31",
    "1984?": "1984-01-01 1984-12-31",
    "2004-06~": "2004-06-01 2004-06-30",
    "2004-06-11%": "2004-06-11 2004-06-11",
    "201X": "2010-01-01 2019-12-31",
    "20XX": "2000-01-01 2099-12-31",
    "1985-04-12/..": "1985-04-12 open",
    "1985-04/..": "1985-04-01 open",
    "1985/..": "1985-01-01 open",
    "../1985-04-12": "open 1985-04-12",
    "../1985-04": "open 1985-04-30",
    "../1985": "open 1985-12-31",
    "1985-04-12/": "1985-04-12 open",
    "1985-04/": "1985-04-01 open",
    "1985/": "1985-01-01 open",
    "/1985-04-12": "open 1985-04-12",
    "/1985-04": "open 1985-04-30",
    "/1985": "open 1985-12-31",
    "1984~/2004-06": "1984-01-01 2004-06-30",
    "1984/2004-06~": "1984-01-01 2004-06-30",
    "1984?/2004%": "1984-01-01 2004-12-31",
    "-1985": "-1985-01-01 -1985-12-31",
    # level 2
    "2001-34": "2001-04-01 2001-06-30",
    "[1667,1668,1670..1672]": "1667-01-01 1672-12-31",
    "[1667,1668, 1670..1672]": "1667-01-01 1672-12-31",
    "[..1760-12-03]": "open 1760-12-03",
    "[1760-12..]": "1760-12-01 open",
    "[1760-01,1760-02,1760-12..]": "1760-01-01 open",
    "[1667,1760-12]": "1667-01-01 1760-12-31",
    "[..1984]": "open 1984-12-31",
}

_LEFT_OUT = "what is not known is left out, so that the same knowledge has one form"
_FAR = "no source dates an event of a chronology so far from now, and no calendar of today counts its days"
_EACH = "several dates are several events, or rival dates of one; a set of all of them is no date of one event"
_END = "doubt about one part of a date cannot be said to readers in a few words; doubt about the whole can"
_PARTS = "months say the same as a number that people would have to look up"

REFUSED = {
    # level 1
    "Y170000002": _FAR,
    "Y-170000002": _FAR,
    "2004-XX": _LEFT_OUT,
    "1985-04-XX": _LEFT_OUT,
    "1985-XX-XX": _LEFT_OUT,
    # level 2
    "Y-17E7": _FAR,
    "1950S2": "how many figures of a year are sure is a matter of doubt, and doubt has its signs",
    "2001-37": _PARTS,
    "2001-40": _PARTS,
    "{1667,1668, 1670..1672}": _EACH,
    "{1960,1961-12}": _EACH,
    "{..1984}": _EACH,
    "2004-06-~01": _END,
    "2004-06~-11": _END,
    "?2004-06-~11": _END,
    "156X-12-25": "a day of an unknown year stands in no row; the decade does, and the day in `date_basis`",
    "15XX-12-25": "the same of a century",
    "XXXX-12-XX": "the same of no year at all",
    "1XXX-XX": _LEFT_OUT,
    "1984-1X": "the two or more months that it may be are a day between them",
    "2004-06-~01/2004-06-~20": _END,
    "2004-06-XX/2004-07-03": _LEFT_OUT,
}


@pytest.mark.parametrize("text", TAKEN)
def test_an_example_of_the_specification_covers_the_days_that_it_names(text: str) -> None:
    assert span(parse(text)) == TAKEN[text]


@pytest.mark.parametrize("text", REFUSED)
def test_an_example_that_we_do_not_take_is_refused_with_what_to_write(text: str) -> None:
    assert REFUSED[text]
    assert refused(text).help
