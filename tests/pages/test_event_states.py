"""How the page of an event read on earlier days: as the build of a view of that day has it."""

from __future__ import annotations

import datetime
import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

import pytest

from tests.bodies import Body
from tests.conftest import day
from timeline import dates
from timeline.html.context import Context
from timeline.model import Timeline
from timeline.pages import event_content, event_states, render
from timeline.pages.event import event_page
from timeline.queries.as_of import as_of
from timeline.queries.index import Index

DAYS = 20


def of_each_day(context: Context, id: str, days: Iterable[datetime.date]) -> list[str | None]:
    """What the file of an event has for each of some days, as the script puts it together."""
    event = context.index.timeline.events_by_id[id]
    found = event_states.file(context, event, numbers(context, id))
    told: Mapping[str, list[list[int]]] = json.loads(found.text) if found else {"days": []}
    pages = []
    for each in days:
        place = bisect_right(told["days"], each.toordinal())
        runs = told["shown"][place - 1] if place else []
        lines = [line for at in range(0, len(runs), 2) for line in told["lines"][runs[at] : runs[at] + runs[at + 1]]]
        pages.append("\n".join(map(str, lines)).replace(event_states.DAY, in_words(each)) if place else None)
    return pages


def numbers(context: Context, id: str) -> Mapping[str, int]:
    *_, notes = context.index.stated(context.index.timeline.events_by_id[id])
    return {note.source.id: note.number for note in notes}


def in_words(each: datetime.date) -> str:
    return dates.words(dates.parse(each.isoformat()))


def differing(timeline: Timeline, days: Iterable[datetime.date]) -> list[str]:
    """The events and days for which the file says something else than the build of the view of that day."""
    days = tuple(days)
    context = Context.of(timeline)
    told = {event.id: of_each_day(context, event.id, days) for event in timeline.events}
    wrong = []
    for place, each in enumerate(days):
        view = as_of(timeline, each)
        built = context.on(Index(view))
        for id, pages in told.items():
            event = view.event(id)
            body = event and event_content.earlier(built, event, numbers(context, id))
            page = body and str(body + event_content.neighbours(built, *built.index.neighbours[id]))
            if page != pages[place]:
                wrong.append(f"{id} on {each}")
    return wrong


def spread(timeline: Timeline, number: int) -> list[datetime.date]:
    """Days of change from all of the time that a record speaks of, and the days before them."""
    changed = [each for each in Context.of(timeline).index.changes.days if each < timeline.record.through]
    chosen = changed[:: max(1, len(changed) // (number // 2))][: number // 2]
    return sorted({*chosen, *(each - datetime.timedelta(days=1) for each in chosen)})


def test_on_twenty_days_every_event_reads_as_the_build_of_that_day_has_it(sample: Timeline) -> None:
    days = spread(sample, DAYS)

    assert len(days) >= DAYS - 2
    assert differing(sample, days) == []


def test_on_the_last_day_before_today_too(sample: Timeline) -> None:
    assert differing(sample, [sample.record.through - datetime.timedelta(days=1)]) == []


RECORD = """
record: {through: 2026-01-01}
sources:
  - {id: late, issued: 2025-08-01, kind: original-reporting}
  - {id: early, issued: 2025-05-01, kind: original-reporting}
  - {id: answer, issued: 2025-09-01, kind: primary}
events:
  - id: opening
    added: 2025-12-01
    date: 2025-05-01
    claims:
      - {id: opened, text: The bridge opened., cite: [late, early]}
      - {text: A band played., cite: late}
  - id: denial
    added: 2025-12-01
    date: 2025-09-01
    claims: [{text: It did not open., disputes: opening#opened, cite: answer}]
"""


@pytest.fixture
def context(read_record) -> Context:
    return Context.of(read_record(RECORD))


def test_a_note_keeps_its_number_although_the_documents_before_it_were_not_yet_out(context) -> None:
    assert numbers(context, "opening") == {"late": 1, "early": 2}
    (page,) = of_each_day(context, "opening", [day("2025-06-01")])
    assert page

    body = Body.of(page)
    assert [element.attributes["id"] for element in body.all("li") if "value" in element.attributes] == ["_note-2"]
    assert {link for link in body.links if link.startswith("#_note-")} == {"#_note-2"}


def test_nothing_on_a_page_of_a_day_tells_of_a_later_one(context) -> None:
    early, before, after = of_each_day(context, "opening", [day("2025-06-01"), day("2025-08-31"), day("2025-09-01")])
    assert early
    assert before
    assert after

    assert "A band played" not in early
    assert "1 claim" in Body.of(early).words
    assert "A band played" in before
    for telling in ("Where accounts differ", "1 dispute", "denial/", "Entered here", "2025-12-01"):
        assert telling not in before
    assert "1 dispute" in Body.of(after).words
    assert "It did not open" in after
    assert 'href="../../events/denial/"' in after, "the neighbour is known by then"


def test_what_a_page_lists_as_its_parts_is_on_it_on_every_day(sample: Timeline) -> None:
    context, dead = Context.of(sample), []
    for event in sample.events:
        for page in of_each_day(context, event.id, spread(sample, DAYS)):
            ids = {*Body.of(page).ids, "_cite", "_mend"} if page else set()
            links = re.findall(r'href="#([^"]+)"', page or "")
            dead += [f"{event.id}: {link}" for link in links if link not in ids]
    assert dead == []


def test_a_page_names_its_file_of_earlier_days_and_both_the_same_version(context) -> None:
    page = event_page(context, context.index.timeline.events_by_id["opening"])

    (file,) = [file for file in page.files if file.path.endswith("days.json")]
    assert 'data-states="../../events/opening/days.json"' in page.body
    assert f'data-version="{json.loads(file.text)["version"]}"' in page.body


def test_an_event_known_from_the_last_day_only_has_no_earlier_days(read_record) -> None:
    (page,) = [page for page in render(read_record("events: [{id: now}]")) if page.kind == "event"]

    assert "data-states" not in page.body
    assert [file.path for file in page.files if file.path.endswith("days.json")] == []


def test_what_became_known_later_is_counted_on_the_fold_from_its_day_on(read_record) -> None:
    papers = "".join(f"  - {{id: paper-{n}, issued: 2024-05-0{n}}}\n" for n in range(1, 9))
    cited = ", ".join(f"paper-{n}" for n in range(1, 9))
    record = f"sources:\n{papers}events: [{{id: e, date: 2024-05-01, claims: [{{cite: [{cited}]}}]}}]"
    fifth, sixth = of_each_day(Context.of(read_record(record)), "e", [day("2024-05-05"), day("2024-05-06")])
    assert fifth
    assert sixth

    assert Body.of(fifth).classed("tl-more-refs") == [], "one more is not worth a fold"
    (fold,) = Body.of(sixth).classed("tl-more-refs")
    assert fold.text.startswith("+2")
