"""Names that a page explains where it says them first."""

from __future__ import annotations

from typing import Any

from tests.bodies import Body
from timeline.html import names_explained
from timeline.model import Timeline
from timeline.pages import render
from timeline.site.urls import Links


def test_a_name_is_explained_once_in_the_order_in_which_it_is_met(timeline_from_doc: Timeline) -> None:
    """
    actors: [{id: council, name: The council, also: Council of Aldermoor, about: Who votes on the bridge.}]
    topics:
      - {id: s4, name: S4, about: A steel.}
      - {id: s460, name: S460, about: A stronger steel.}
      - {id: ferry, name: Ferry}
    """

    def told(*texts: str, **options: Any) -> list[str]:
        made = names_explained.explained(timeline_from_doc, Links("tracks/"), texts, **options)
        return [" ".join(e.text.split()) for e in Body.of(made).all("div")]

    assert told("S460 and S4", "The Council of Aldermoor buys S460") == [
        "S460: A stronger steel.",
        "S4: A steel.",
        "Council of Aldermoor: Who votes on the bridge.",
    ]
    assert told("S4-B, S4.1 and a Ferry") == []
    assert told("S460 and S4", but=["s460"]) == ["S4: A steel."]
    assert told("S460 and S4", most=1) == ["S460: A stronger steel."]


def test_the_names_of_a_record_are_made_ready_once_for_all_of_its_pages(read_record, monkeypatch) -> None:
    ids = [f"topic-{number}" for number in range(30)]
    topics = "\n".join(f"  - {{id: {id}, about: what {id} is}}" for id in ids)
    timeline = read_record(f"topics:\n{topics}\nevents: [{{id: opening, topics: [{', '.join(ids)}]}}]")
    made, ready = [], names_explained._words

    def counted(known):
        made.append(len(known))
        return ready(known)

    monkeypatch.setattr(names_explained, "_words", counted)

    list(render(timeline))

    assert made == [30]
