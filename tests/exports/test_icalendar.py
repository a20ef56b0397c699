"""The calendar as other people's programs read it: the package icalendar, which knows RFC 5545."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exports.icalendar import PATH, _folded, _said, calendar, counted
from timeline.model import Timeline
from timeline.pages import render
from timeline.queries.index import Index
from timeline.site.settings import NOWHERE, Site

SITE = Site("Bridges & more", "https://bridges.example/record/")
HARD = 'Wir & "die", 他们说, שלום; كيف, a < b, \\n and \\, 🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊, =1+1'

Read = Callable[[str], Timeline]


def read(timeline: Timeline, site: Site = SITE) -> dict[str, Any]:
    """Its entries by what they are called."""
    found = icalendar.Calendar.from_ical("".join(calendar(Index(timeline), site)))
    assert found.errors == []
    assert all(event.errors == [] for event in found.events)
    return {str(event["SUMMARY"]): event for event in found.events}


def days(event: Any) -> tuple[datetime.date, datetime.date]:
    """The first and the last."""
    return event.start, event.end - datetime.timedelta(days=1)


def test_what_is_planned_due_or_foretold_by_the_day_stands_on_its_days(timeline_from_doc: Timeline) -> None:
    """
    record: {through: 2026-01-01}
    sources: [{id: gazette}]
    actors: [{id: mayor, name: The mayor}]
    topics: [{id: bridge, name: The bridge}]
    expectations:
      - {id: may, about: bridge, by: mayor, said: 2025-02, window: 2025-05-01/2025-05-15, window_basis: inferred,
         wording: early May, cite: gazette, outcome: missed}
      - {id: open, about: bridge, window: 2026-03-04, cite: gazette}
    events:
      - {id: opening, date: 2026-02-03, course: planned, title: The bridge is to open, topics: bridge}
      - {id: gala, date: 2026-02-03, course: cancelled, title: The gala}
      - {id: rule, date: 2025-06-01, title: A rule, dates: {due: {date: 2026-07-08, cite: gazette}}}
      - {id: flood, date: 2025-06-02, title: The flood}
    """
    found = read(timeline_from_doc)

    assert {name: tuple(map(str, days(event))) for name, event in found.items()} == {
        "The bridge: “early May” (missed)": ("2025-05-01", "2025-05-15"),
        "The bridge: a date that was named (still to come)": ("2026-03-04", "2026-03-04"),
        "The bridge is to open (planned)": ("2026-02-03", "2026-02-03"),
        "The gala (cancelled)": ("2026-02-03", "2026-02-03"),
        "Due: A rule": ("2026-07-08", "2026-07-08"),
    }
    missed = found["The bridge: “early May” (missed)"]
    assert str(missed["DESCRIPTION"]) == (
        "Named by The mayor, February 2025: missed. The words were “early May”, which we read as 1 to 15 May 2025."
    )
    assert missed["URL"] == "https://bridges.example/record/expectations/#may"
    assert {name: str(event["STATUS"]) for name, event in found.items() if "(" in name} == {
        "The bridge: “early May” (missed)": "CONFIRMED",
        "The bridge: a date that was named (still to come)": "TENTATIVE",
        "The bridge is to open (planned)": "TENTATIVE",
        "The gala (cancelled)": "CANCELLED",
    }


@pytest.mark.parametrize(
    "date", ["2026-05", "2026", "2026-05-04~", "2026-05-04?", "2026-05-04/..", "../2026-05-04", "2026-05-04/2026-06",
             "[2026-05..2026-07]", "2026-21", "202X"]
)  # fmt: skip
def test_a_vague_date_has_no_day_to_stand_on_and_is_counted(date: str, read_record: Read) -> None:
    timeline = read_record(
        f"record: {{through: 2026-01-01}}\nsources: [{{id: s}}]\ntopics: [{{id: t}}]\n"
        f"expectations: [{{id: x, about: t, window: '{date}', cite: s}}, {{id: y, about: t, cite: s}}]\n"
        f"events: [{{id: e, course: planned, date: '{date}'}}]"
    )
    text = "".join(calendar(Index(timeline), SITE))

    assert read(timeline) == {}
    assert counted(Index(timeline)) == (0, 3)
    assert "3 other dates are too vague for a calendar" in text.replace("\r\n ", "")


def test_a_calendar_without_a_day_says_so_in_a_note_that_stands_on_none(read_record: Read) -> None:
    """RFC 5545 asks for at least one component."""
    timeline = read_record("events: [{id: e, course: planned, date: 2026-05}]")
    found = icalendar.Calendar.from_ical("".join(calendar(Index(timeline), SITE)))

    (note,) = found.subcomponents
    assert note.name == "VJOURNAL"
    assert "DTSTART" not in note
    assert str(note["SUMMARY"]) == "Nothing in this record is planned, due or predicted for a day that is known."
    assert [each.name for each in _calendar(read_record, "2026-05-04").subcomponents] == ["VEVENT"]


def _calendar(read_record: Read, date: str) -> icalendar.Calendar:
    timeline = read_record(f"events: [{{id: e, course: planned, date: {date}}}]")
    return icalendar.Calendar.from_ical("".join(calendar(Index(timeline), SITE)))


def test_some_day_between_two_is_said_to_be_some_day(timeline_from_doc: Timeline) -> None:
    """
    record: {through: 2026-01-01}
    events: [{id: e, course: planned, date: "[2026-05-01..2026-05-03]", title: It opens}]
    """
    (event,) = read(timeline_from_doc).values()

    assert tuple(map(str, days(event))) == ("2026-05-01", "2026-05-03")
    assert str(event["DESCRIPTION"]).startswith("Some day between 1 and 3 May 2026. ")


def test_no_day_stands_there_that_the_record_does_not_give(timeline_from_doc: Timeline) -> None:
    """
    record: {through: 2026-01-01}
    events: [{id: e, added: 2026-01-01, course: planned, date: 2026-02-27/2026-02-28}]
    """
    text = "".join(calendar(Index(timeline_from_doc), SITE))

    assert "20260301" not in text  # with which a calendar would usually close it
    assert "DTSTART;VALUE=DATE:20260227\r\nDURATION:P2D" in text


def test_an_entry_keeps_its_name_and_counts_its_changes(read_record: Read) -> None:
    record = "record: {uuid: 1fbcea2d-ce91-4cc7-b1fc-114d901f5935, through: 2026-01-01}\nevents:\n"
    before = read_record(record + "  - {id: opening, course: planned, date: 2026-05-04}")
    after = read_record(
        record + "  - {id: opened, aliases: opening, course: planned, date: 2026-05-06,"
        " updates: [{on: 2026-01-01, kind: correction, text: We had the fourth.}]}"
    )
    elsewhere = Site("Moved", "https://elsewhere.example/")
    (old,), (new,), (moved,) = (
        read(timeline, site).values() for timeline, site in ((before, SITE), (after, SITE), (after, elsewhere))
    )

    assert old["UID"] == new["UID"] == moved["UID"]
    assert (old["SEQUENCE"], new["SEQUENCE"]) == (0, 1)


def test_whatever_a_record_says_comes_out_as_it_went_in_on_lines_that_are_short_enough(read_record: Read) -> None:
    said = json.dumps(HARD, ensure_ascii=False)
    timeline = read_record(
        f"record: {{title: {said}, through: 2026-01-01}}\ntopics: [{{id: t, name: {said}}}]\n"
        f"events: [{{id: e, course: planned, date: 2026-05-04, topics: t, title: {said}}}]"
    )
    text = "".join(calendar(Index(timeline), NOWHERE))
    (event,) = read(timeline, NOWHERE).values()

    assert str(event["SUMMARY"]) == f"{HARD} (planned)"
    assert event.categories == [HARD]
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    assert "URL" not in event


@given(st.text(st.sampled_from([*"ab ,;:\\n'\"=<>&", "他", "ש", "🦊", "\u2068"]), max_size=120))
def test_a_text_that_goes_in_comes_out(words: str) -> None:
    (line,) = _said("SUMMARY", f"x{words}x")
    folded = "\r\n".join(_folded(line))
    text = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{folded}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

    assert all(len(piece.encode()) <= 75 for piece in folded.split("\r\n"))
    assert str(icalendar.Calendar.from_ical(text).events[0]["SUMMARY"]) == f"x{words}x"


def test_the_page_of_named_dates_leads_to_it_and_says_what_is_left_out(sample: Timeline) -> None:
    index = Index(sample)
    shown, left = counted(index)
    page = next(page for page in render(sample, SITE) if page.address == "expectations/")

    assert f'<a href="calendar.ics" type="text/calendar">{shown} dates as a calendar</a>' in page.body
    assert f"{left} dates are too vague to stand on a day and are left out." in page.body
    assert '<link rel="alternate describedby" type="text/calendar" href="calendar.ics"' in page.head
    assert PATH == "expectations/calendar.ics"
    assert len(read(sample)) == shown
