"""What stands first on pages of many events: the latest key event, how things stand, and who says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.bodies import Body
from timeline.html.page import Page

Pages = dict[str, Page]


def first(page: Page) -> str:
    """The news of a page."""
    return " ".join(next(e.text for e in Body.of(page.body).all("p") if e.has("tl-lede")).split())


def test_the_latest_key_event_leads_and_what_came_after_it_is_counted(pages_from_doc: Pages) -> None:
    """
    sources: [{id: a}]
    events:
      - {id: votes, date: 1929, title: The council votes, key: true, claims: [{cite: a}]}
      - {id: opens, date: 1931-05-02, title: The bridge opens, key: true, claims: [{cite: a}]}
      - {id: toll, date: 1932-01, title: A toll is raised, claims: [{cite: a}]}
      - {id: lamp, date: 1932-03, title: A lamp is mended, claims: [{cite: a}]}
    """
    assert first(pages_from_doc["timeline/"]) == (
        "Latest key event: The bridge opens, 2 May 1931. Since then 2 events, the last of them: "
        "A lamp is mended, March 1932."
    )


def test_what_is_not_known_to_have_happened_is_not_the_last_that_did(pages_from_doc: Pages) -> None:
    """
    sources: [{id: a}]
    events:
      - {id: opens, date: 1931-05-02, title: The bridge opens, key: true, claims: [{cite: a}]}
      - {id: lamp, date: 1932-03, title: A lamp is mended, claims: [{cite: a}]}
      - {id: toll, date: 1933-01, title: The toll is due to return, course: unknown, claims: [{cite: a}]}
    """
    assert first(pages_from_doc["timeline/"]).endswith("After it: A lamp is mended, March 1932.")


def test_an_event_that_nobody_can_date_is_never_the_latest(pages_of: Callable[[str], Pages]) -> None:
    rows = "".join(
        f"  - {{id: e{n}, date: {date}, title: Title {n}, topics: toll, claims: [{{cite: a}}]}}\n"
        for n, date in enumerate([*range(1900, 1930), "XXXX", "XXXX"])
    )
    pages = pages_of(f"sources: [{{id: a}}]\ntopics: [{{id: toll, name: Toll}}]\nevents:\n{rows}")
    home, topic = (Body.of(pages[address].body) for address in ("", "topics/toll/"))
    named = [link.split("/")[-2] for link in topic.links if "events/e" in link]

    assert [link for link in home.links if link.startswith("events/")][-3:] == [f"events/e{n}/" for n in (29, 28, 27)]
    assert first(pages["topics/toll/"]) == "The latest of 32 events about it: Title 29, 1929."
    assert named.index("e29") < named.index("e0") < min(named.index("e30"), named.index("e31"))
    assert first(pages["timeline/undated/"]) == "One of 2 events: Title 31, date unknown."


def test_lists_of_claims_end_with_what_nobody_can_date(pages_from_doc: Pages) -> None:
    """
    sources: [{id: a}]
    actors: [{id: mayor, name: The mayor}]
    events:
      - {id: votes, date: 1929, actors: mayor, claims: [{text: First., by: mayor, cite: a}]}
      - {id: lost, date: XXXX, actors: mayor, claims: [{text: Once., by: mayor, cite: a}]}
      - {id: opens, date: 1931, actors: mayor, claims: [{text: Last., by: mayor, cite: a}]}
    """
    for address in ("evidence/one-source/", "actors/mayor/"):
        words = Body.of(pages_from_doc[address].body).words
        assert words.index("Last.") < words.index("First.") < words.index("Once."), address


def test_the_page_of_an_actor_leads_with_their_own_news(pages_from_doc: Pages) -> None:
    """
    sources: [{id: a}]
    actors: [{id: mayor, name: The mayor, kind: person}, {id: mill, name: The mill}, {id: inn, name: The inn}]
    events:
      - {id: votes, date: 1929, title: The mayor votes, key: true, actors: [mayor, mill], claims: [{cite: a}]}
      - {id: grinds, date: 1930, title: The mill grinds, key: true, actors: [mill, inn], claims: [{cite: a}]}
      - {id: speaks, date: 1931, title: The mayor speaks, actors: [mayor], claims: [{cite: a}]}
      - {id: burns, date: 1932, title: The mill burns, key: true, actors: [mill, mayor, inn], claims: [{cite: a}]}
      - {id: rests, date: 1933, title: The mayor rests, actors: [mayor, mill], claims: [{cite: a}]}
    """
    mayor, mill, inn = (first(pages_from_doc[f"actors/{id}/"]) for id in ("mayor", "mill", "inn"))

    assert mayor == "Latest key event of their own: The mayor votes, 1929. After it: The mayor rests, 1933."
    assert mill == "Latest key event: The mill burns, 1932."
    assert inn == "Latest key event that names it: The mill burns, 1932."


def test_a_page_of_a_subject_says_how_the_things_stand_that_its_events_changed(pages_from_doc: Pages) -> None:
    """
    record: {through: 1934-01-01}
    sources: [{id: a}]
    actors: [{id: mayor, name: The mayor}, {id: baker, name: The baker}]
    events:
      - {id: opens, date: 1931-05-02, actors: [mayor], claims: [{cite: a}]}
      - {id: shuts, date: 1932-03, actors: [mayor], claims: [{cite: a}]}
      - {id: bakes, date: 1932-03, actors: [baker], claims: [{cite: a}]}
    tracks:
      - id: bridge
        title: The bridge
        states:
          - {from: 1931-05-02, state: open to all, tone: open, event: opens}
          - {from: 1932-03, to: 1932-11, state: closed by the flood, tone: closed, event: shuts}
    """
    mayor, baker = (" ".join(Body.of(pages_from_doc[f"actors/{id}/"].body).words.split()) for id in ("mayor", "baker"))

    assert "closed by the flood last reported in November 1932" in mayor
    assert "closed by the flood" not in baker


def test_whether_a_thing_has_come_stands_with_whom_its_events_name_most(pages_from_doc: Pages) -> None:
    """
    record: {through: 2026-01-01}
    topics: [{id: bridge, name: The bridge}]
    actors: [{id: mayor, name: The mayor, about: Who promised the bridge.}, {id: baker, name: The baker}]
    sources: [{id: a}]
    events:
      - {id: e, date: 2025-01, topics: bridge, actors: [mayor, baker], claims: [{cite: a}]}
      - {id: f, date: 2025-02, topics: bridge, actors: [mayor], claims: [{cite: a}]}
    expectations: [{id: in-may, about: bridge, said: 2025-01, window: 2025-05, cite: a, outcome: missed}]
    """
    mayor, baker = (Body.of(pages_from_doc[f"actors/{id}/"].body).words for id in ("mayor", "baker"))

    assert mayor.startswith("Company The mayor The bridge has not come")
    assert "Who promised the bridge." in mayor
    assert "has not come" not in baker


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ("status: reported, claims: [{cite: times}]", "Publisher of times says so; the evidence goes no further."),
        (
            "status: reported, claims: [{cite: {source: times, attributed_to: two masons}}]",
            "Publisher of times says so, after two masons; the evidence goes no further.",
        ),
        (
            "status: reported, claims: [{cite: [hearsay, gossip]}]",
            "Publisher of hearsay and Publisher of gossip say so and do not say where they got it.",
        ),
        ("status: reported, claims: [{cite: gossip}]", "Publisher of gossip says so and does not say where it got it."),
        ("status: confirmed, claims: [{cite: act}]", "A first-hand document that we read says so: Publisher of act."),
        (
            "status: confirmed, claims: [{cite: [times, wire]}]",
            "2 independent sources say so: Publisher of times and Publisher of wire.",
        ),
        (
            "status: denied, claims: [{id: x, cite: times}, {denies: x, by: mayor, cite: times}]",
            "The mayor rejects what is claimed.",
        ),
        (
            "status: denied, claims: [{id: x, cite: times},"
            " {denies: x, by: mayor, cite: {source: times, attributed_to: a clerk}}]",
            "The mayor rejects what is claimed, by the word of a clerk.",
        ),
        (
            "status: disputed, claims: [{id: x, cite: times}, {disputes: x, by: mayor, cite: times}]",
            "The mayor contradicts what is claimed, and nothing here outweighs the one or the other.",
        ),
    ],
)
def test_the_standing_of_an_event_names_who_says_so(pages_of, event: str, words: str) -> None:
    pages = pages_of(
        "actors: [{id: mayor, name: The mayor}]\n"
        "sources:\n"
        "  - {id: act}\n"
        "  - {id: times, kind: original-reporting}\n"
        "  - {id: wire, kind: original-reporting}\n"
        "  - {id: hearsay, kind: secondary}\n"
        "  - {id: gossip, kind: secondary}\n"
        f"events: [{{id: e, {event}}}]"
    )

    assert words in " ".join(Body.of(pages["events/e/"].body).words.split())


def test_a_mark_that_most_events_would_bear_is_borne_by_none(pages_of) -> None:
    def marked(changed: int) -> int:
        update = "updates: [{on: 2025-12-30, kind: revision, text: Better.}]"
        rows = [
            f"  - {{id: e{n}, date: 2025-01-0{n + 1}, added: 2025-12-01, claims: [{{cite: a}}]"
            f"{f', {update}' if n < changed else ''}}}"
            for n in range(8)
        ]
        pages = pages_of("\n".join(["record: {through: 2026-01-01}", "sources: [{id: a}]", "events:", *rows]))
        return int(pages["timeline/2025/"].body.count("recently"))

    assert [marked(number) for number in (1, 3, 4, 8)] == [1, 3, 0, 0]
