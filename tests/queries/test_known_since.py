"""Since when something was known. Doubt delays knowledge, never hastens it."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import day
from timeline import dates
from timeline.model import About, Relay, Source, Timeline
from timeline.queries import known_since
from timeline.queries.known_since import Known


def out(timeline: Timeline, id: str) -> Known:
    return known_since.out_on(timeline)[id]


def claim_known(timeline: Timeline, ref: str) -> datetime.date:
    claim = timeline.claim(ref)
    assert claim is not None
    known = known_since.claim_known_on(known_since.out_on(timeline), claim)
    assert known is not None
    return known.day


# -- a source alone --------------------------------------------------------------------------------


def test_a_source_is_out_on_the_day_it_was_issued(timeline_from_doc) -> None:
    """
    sources: [{id: gazette, issued: 2025-08-14}]
    """
    assert out(timeline_from_doc, "gazette").day == day("2025-08-14")


def test_a_month_counts_from_its_last_day_and_is_still_told_as_a_month(timeline_from_doc) -> None:
    """
    sources: [{id: magazine, issued: 2024-05}]
    """
    known = out(timeline_from_doc, "magazine")

    assert (known.day, known.date.text, known.read) == (day("2024-05-31"), "2024-05", False)


def test_a_day_between_two_counts_from_the_last_possible_one(timeline_from_doc) -> None:
    """
    sources: [{id: page, issued: "[2025-03-01..2025-03-20]"}]
    """
    assert out(timeline_from_doc, "page").day == day("2025-03-20")


def test_a_date_in_doubt_tells_nothing(timeline_from_doc) -> None:
    """
    sources:
      - {id: question, issued: "2024-05?", accessed: 2025-02-03}
      - {id: percent, issued: "2024-05%", accessed: 2025-02-03}
      - {id: about, issued: 2024-05~, accessed: 2025-02-03}
    """
    assert out(timeline_from_doc, "question").day == day("2025-02-03")
    assert out(timeline_from_doc, "percent").day == day("2025-02-03")
    assert out(timeline_from_doc, "about").day == day("2024-05-31")


def test_a_copy_in_an_archive_proves_a_source_before_the_end_of_its_year(timeline_from_doc) -> None:
    """
    sources: [{id: post, issued: 2024, archive: {url: https://archive.example.org/post, on: 2024-06-03}}]
    """
    known = out(timeline_from_doc, "post")

    assert (known.day, known.date.text) == (day("2024-06-03"), "2024-06-03")


def test_a_source_that_says_nothing_of_its_day_was_out_when_we_read_it(timeline_from_doc) -> None:
    """
    sources: [{id: undated, accessed: 2025-09-01}]
    """
    known = out(timeline_from_doc, "undated")

    assert (known.day, known.read, known.checked) == (day("2025-09-01"), True, False)


def test_what_bears_no_day_and_was_read_on_none_is_known_at_the_latest_when_the_record_was_checked(
    timeline_from_doc,
) -> None:
    """
    record: {through: 2026-11-22}
    sources: [{id: undated}]
    """
    known = out(timeline_from_doc, "undated")

    assert (known.day, known.checked) == (day("2026-11-22"), True)


def test_a_year_that_is_not_over_counts_from_the_day_we_read(timeline_from_doc) -> None:
    """
    record: {through: 2026-11-22}
    sources: [{id: article, issued: 2026}, {id: series, issued: 2025-04/..}]
    """
    assert out(timeline_from_doc, "article").day == day("2026-11-22")
    assert out(timeline_from_doc, "series").day == day("2026-11-22")


# -- sources that nobody saw -----------------------------------------------------------------------


def test_an_unseen_source_is_out_with_the_first_that_relays_it(timeline_from_doc) -> None:
    """
    sources:
      - {id: wire, seen: false}
      - {id: late, relays: wire, issued: 2025-08-20}
      - {id: early, relays: wire, issued: 2025-08-14}
    """
    assert out(timeline_from_doc, "wire").day == day("2025-08-14")


def test_an_unseen_source_behind_another_unseen_one_is_out_with_the_article_that_was_seen(timeline_from_doc) -> None:
    """
    sources:
      - {id: memo, seen: false}
      - {id: wire, seen: false, relays: memo}
      - {id: article, relays: wire, issued: 2025-08}
    """
    known = out(timeline_from_doc, "memo")

    assert (known.day, known.date.text) == (day("2025-08-31"), "2025-08")


def test_an_unseen_source_is_out_on_its_own_day_when_that_is_earlier(timeline_from_doc) -> None:
    """
    sources:
      - {id: wire, seen: false, issued: 2025-08-12}
      - {id: article, relays: wire, issued: 2025-08-14}
    """
    assert out(timeline_from_doc, "wire").day == day("2025-08-12")


def test_a_source_that_was_seen_is_not_out_before_its_own_date_allows(timeline_from_doc) -> None:
    """
    sources:
      - {id: paper, issued: 2025-08}
      - {id: preview, relays: paper, issued: 2025-08-02}
    """
    assert out(timeline_from_doc, "paper").day == day("2025-08-31")


def test_unseen_sources_in_a_loop_are_out_with_the_earliest_of_them(timeline_from_doc) -> None:
    """
    sources: [{id: a, seen: false, relays: b, issued: 2025-03-01}, {id: b, seen: false, relays: a}]
    """
    assert {id: known.day for id, known in known_since.out_on(timeline_from_doc).items()} == {
        "a": day("2025-03-01"),
        "b": day("2025-03-01"),
    }


# -- claims and events -----------------------------------------------------------------------------


def test_a_claim_is_unknown_until_its_first_source_is_out(timeline_from_doc) -> None:
    """
    sources: [{id: late, issued: 2025-09-01}, {id: early, issued: 2025-08-14}]
    events: [{id: event, claims: [{cite: [late, early]}]}]
    """
    assert claim_known(timeline_from_doc, "event#claim-1") == day("2025-08-14")


def test_what_an_article_repeats_is_known_from_the_article_on(timeline_from_doc) -> None:
    """
    sources:
      - {id: ft, issued: 2025-08-01}
      - {id: rand, issued: 2025-07-01}
      - {id: t3n, issued: 2025-08-14, relays: [ft, rand]}
    events: [{id: event, claims: [{cite: {source: t3n, via: ft}}]}]
    """
    assert claim_known(timeline_from_doc, "event#claim-1") == day("2025-08-14")


def test_an_event_is_known_with_the_claim_that_states_it(timeline_from_doc) -> None:
    """
    sources: [{id: late, issued: 2025-09-01}, {id: early, issued: 2025-08-14}]
    events: [{id: event, claims: [{cite: late}, {cite: early}]}]
    """
    known = known_since.event_known_on(known_since.out_on(timeline_from_doc), timeline_from_doc.events[0])

    assert known is not None
    assert known.day == day("2025-09-01")


def test_nothing_cited_is_nothing_known() -> None:
    assert known_since.known_on({}, ()) is None


def test_of_one_day_a_printed_date_is_told_before_the_day_we_read(timeline_from_doc) -> None:
    """
    sources: [{id: read, accessed: 2025-08-14}, {id: printed, issued: 2025-08-14, accessed: 2025-10-01}]
    events: [{id: event, claims: [{cite: [read, printed]}]}]
    """
    (claim,) = timeline_from_doc.claims
    known = known_since.claim_known_on(known_since.out_on(timeline_from_doc), claim)

    assert known is not None
    assert not known.read


# -- what holds for every record -------------------------------------------------------------------

THROUGH = day("2026-01-01")
_pattern = Source(
    id="s",
    title="T",
    publisher="P",
    language="en",
    kind="secondary",
    url="https://example.org/s",
    issued="2025",
    accessed="2025-01-01",
)
_past = st.dates(min_value=day("1990-01-01"), max_value=THROUGH)


@st.composite
def sources(draw: st.DrawFn, number: int) -> Source:
    issued = draw(st.none() | _past)
    text = str(issued)[: draw(st.sampled_from([4, 7, 10]))] + draw(st.sampled_from(["", "", "?", "~"]))
    facts = {
        "id": f"s{number}",
        "issued": dates.parse(text) if issued else None,
        "accessed": draw(st.none() | _past),
        "seen": draw(st.booleans()),
        "relays": tuple(Relay(source=f"s{n}") for n in draw(st.lists(st.integers(0, 9), max_size=2))),
    }
    return _pattern.model_copy(update=facts)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Ten sources of any day up to `through` that relay any of the others, loops included."""
    found = tuple(draw(sources(number)) for number in range(10))
    return Timeline(About(title="A record", through=str(THROUGH)), sources=found)


@given(timelines())
def test_no_source_is_out_later_than_the_record_reaches(timeline) -> None:
    assert all(known.day <= THROUGH for known in known_since.out_on(timeline).values())


@given(timelines())
def test_no_source_that_was_seen_is_out_before_it_could_have_been(timeline) -> None:
    found = known_since.out_on(timeline)

    for source in timeline.sources:
        possible = [source.read_on(THROUGH)]
        if source.issued is not None and source.issued.earliest is not None:
            possible.append(source.issued.earliest)
        if source.seen:
            assert found[source.id].day >= min(possible)


@given(timelines())
def test_an_unseen_source_is_never_out_later_than_one_that_relays_it(timeline) -> None:
    found = known_since.out_on(timeline)

    for source in timeline.sources:
        for relayed in source.repeats:
            if not timeline.source(relayed).seen:
                assert found[relayed].day <= found[source.id].day


@given(timelines())
def test_the_order_of_the_files_does_not_change_what_was_known(timeline) -> None:
    turned = Timeline(timeline.record, sources=timeline.sources[::-1])

    assert {id: known.day for id, known in known_since.out_on(turned).items()} == {
        id: known.day for id, known in known_since.out_on(timeline).items()
    }
