"""Copies of one publisher's articles are entered in one way."""

from __future__ import annotations


def test_a_copy_that_stands_for_itself_beside_one_that_relays_is_told(codes: list[str]) -> None:
    """
    sources:
      - {id: first, kind: original-reporting, seen: 'false', publisher: Agency}
      - {id: post, relays: first, publisher: The Post (Agency text)}
      - {id: herald, kind: original-reporting, publisher: Agency (copy at Herald)}
      - {id: mirror, kind: original-reporting, publisher: Gazette (mirror at a site)}
    events: [{id: opening, claims: [{text: It opened., cite: [post, herald, mirror]}]}]
    """
    assert codes == ["unlike-copies"]


def test_an_agency_that_retells_another_paper_is_no_copy_of_the_other_kind(codes: list[str]) -> None:
    """
    sources:
      - {id: paper, kind: original-reporting, seen: 'false', publisher: People}
      - {id: post, relays: paper, publisher: Agency via Post}
      - {id: herald, kind: original-reporting, publisher: Agency via Herald}
    events: [{id: opening, claims: [{text: It opened., cite: [post, herald]}]}]
    """
    assert codes == []
