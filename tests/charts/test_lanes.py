"""Who stands in which lane of the line of time, and what the lane is called."""

from __future__ import annotations

from timeline.charts.axis_lanes import lanes
from timeline.model import Timeline


def test_actors_of_a_kind_that_the_record_defines_share_a_lane_of_that_name(timeline_from_doc: Timeline) -> None:
    """
    record:
      title: A night at sea
      through: 1912-05-01
      actor_kinds:
        ship: {name: Ship, plural: Ships}
        lamp: Lamp
    actors:
      - {id: bark, name: The bark, kind: ship}
      - {id: brig, name: The brig, kind: ship}
      - {id: north, name: North light, kind: lamp}
      - {id: south, name: South light, kind: lamp}
      - {id: town, name: The town, kind: government}
      - {id: county, name: The county, kind: government}
    events:
      - {id: a, date: 1912-04-01, actors: [bark]}
      - {id: b, date: 1912-04-02, actors: [brig]}
      - {id: c, date: 1912-04-03, actors: [north]}
      - {id: d, date: 1912-04-04, actors: [south]}
      - {id: e, date: 1912-04-05, actors: [town]}
      - {id: f, date: 1912-04-06, actors: [county]}
    """
    assert {lane.name for lane in lanes(timeline_from_doc, timeline_from_doc.events)} == {
        "Ships",
        "Lamp",
        "Governments",
    }
