"""What may be waived, and where: a waiver names a check there is, and one that can be waived."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from timeline.model import Event, Source, Timeline
from timeline.problems import CATALOGUE, Problem, Severity
from timeline.problems.records import ALLOWED_ERROR, UNKNOWN_CODE

Judged = tuple[Problem, tuple[Event | Source, ...]]
"""A fault, and the records on which it may be waived."""


def check(timeline: Timeline) -> Iterator[Problem]:
    """Each `allow` that can have no effect."""
    records: tuple[Event | Source, ...] = (*timeline.events, *timeline.sources)
    for record in records:
        for code in record.allow:
            span = record.place.key("allow", code)
            kind = CATALOGUE.get(code)
            if kind is None:
                near = difflib.get_close_matches(code, CATALOGUE, n=1, cutoff=0.6)
                help = f"a check with a similar name is `{near[0]}`" if near else "leave the line out"
                yield UNKNOWN_CODE.at(span, code=code, label="no check has this code", help=help)
            elif kind.severity is Severity.ERROR:
                yield ALLOWED_ERROR.at(
                    span, code=code, label="an error", help="leave the line out, and mend what it hides"
                )
