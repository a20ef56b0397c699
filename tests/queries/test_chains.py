"""All that a document repeats, drawn to its end."""

from __future__ import annotations

from itertools import pairwise

from tests.queries.relays import drawn, ids
from timeline.queries import provenance
from timeline.queries.provenance import Step


def test_a_chain_shows_every_document_that_is_repeated(timeline_from_doc) -> None:
    """
    sources: [{id: t3n, relays: [ft, rand]}, {id: ft, relays: wire}, {id: rand}, {id: wire}]
    """
    chain = provenance.chain(timeline_from_doc, timeline_from_doc.source("t3n"))

    assert drawn(chain) == "t3n(ft(wire), rand)"
    assert not chain.is_origin
    assert chain.relays[1].is_origin


def test_a_document_that_two_ways_lead_to_is_told_in_full_once(timeline_from_doc) -> None:
    """
    sources:
      - {id: a, relays: [b, c]}
      - {id: b, relays: paper}
      - {id: c, relays: paper}
      - {id: paper, relays: wire}
      - {id: wire}
    """
    assert drawn(provenance.chain(timeline_from_doc, timeline_from_doc.source("a"))) == "a(b(paper(wire)), c(paper*))"


def test_a_chain_that_closes_on_itself_comes_to_an_end(timeline_from_doc) -> None:
    """
    sources: [{id: a, relays: b}, {id: b, relays: c}, {id: c, relays: a}]
    """
    assert drawn(provenance.chain(timeline_from_doc, timeline_from_doc.source("b"))) == "b(c(a(b*)))"


def test_thirty_papers_that_all_repeat_all_earlier_ones_can_still_be_drawn(read_record) -> None:
    rows = [f"  - {{id: s{n}, relays: [{', '.join(f's{m}' for m in range(n))}]}}" for n in range(30)]
    timeline = read_record("\n".join(["sources:", *rows]))

    assert drawn(provenance.chain(timeline, timeline.source("s29"))).count("s0") == 29


def test_relayers_stand_in_the_order_of_the_files(timeline_from_doc) -> None:
    """
    sources: [{id: z, relays: wire}, {id: a, relays: [wire, z]}, {id: wire}]
    """
    relayers = provenance.relayers(timeline_from_doc)

    assert {id: ids(sources) for id, sources in relayers.items()} == {"wire": ["z", "a"], "z": ["a"]}


def test_a_page_follows_no_more_documents_than_it_can_show(read_record) -> None:
    """Twelve rows of twelve, each of which repeats all of the next row, have more ways than anybody can draw."""
    ids = [[f"s{row}-{number}" for number in range(12)] for row in range(12)]
    rows = [f"  - {{id: {id}, relays: [{', '.join(after)}]}}" for row, after in pairwise(ids) for id in row]
    timeline = read_record("sources:\n" + "\n".join([*rows, *(f"  - {{id: {id}}}" for id in ids[-1])]))

    def steps(step: Step) -> list[Step]:
        return [step, *(each for below in step.relays for each in steps(below))]

    first = timeline.sources[0]
    whole, shown = steps(provenance.chain(timeline, first)), steps(provenance.chain(timeline, first, 40))

    assert len(whole) > 1_000
    assert len(shown) < 40 + 12 * 12
    assert [step.source.id for step in steps(shown[0])[0].relays] == ids[1]
    assert all(step.again or step.cut or step.relays or step.is_origin for step in shown)
    assert not any(step.cut for step in whole)
