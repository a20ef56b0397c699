"""What holds of origins whoever repeats whom."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.queries.relays import circles, ids, independent
from timeline.model import Relay, Timeline
from timeline.queries import provenance

Graph = dict[int, list[int]]
KINDS = ("primary", "original-reporting", "secondary", "aggregator", "ai-generated")
graphs = st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=3), min_size=1, max_size=8)
kinds = st.lists(st.sampled_from(KINDS), min_size=8, max_size=8)


def made(graph: Graph, kinds: list[str], read: Callable[[str], Timeline]) -> Timeline:
    rows = []
    for n in range(8):
        relays = ", ".join(f"s{m}" for m in graph.get(n, []))
        rows.append(f"  - {{id: s{n}, kind: {kinds[n]}" + (f", relays: [{relays}]" if relays else "") + "}")
    cited = ", ".join(f"s{n}" for n in range(8))
    return read("\n".join(["sources:", *rows, f"events: [{{id: event, claims: [{{cite: [{cited}]}}]}}]"]))


any_graph = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@any_graph
@given(graphs, kinds)
def test_an_origin_relays_nothing_and_ends_the_path_to_it(read_record, graph, kinds) -> None:
    timeline = made(graph, kinds, read_record)
    (claim,) = timeline.claims

    for citation in claim.citations:
        found = provenance.origin(timeline, citation)
        path = provenance.path(timeline, citation)
        assert path[0].id == citation.source
        assert len(set(ids(path))) == len(path)
        assert (found is not None) == path[-1].is_origin
        assert found is None or (path[-1] is found and not found.repeats)


@any_graph
@given(graphs, kinds)
def test_there_are_never_more_origins_than_documents_that_can_be_one(read_record, graph, kinds) -> None:
    timeline = made(graph, kinds, read_record)

    assert independent(timeline) == {source.id for source in timeline.sources if source.is_origin}


@any_graph
@given(graphs, kinds, st.integers(0, 7))
def test_another_article_about_what_is_cited_already_adds_no_origin(read_record, graph, kinds, repeated) -> None:
    before = made(graph, kinds, read_record)
    (claim,) = before.claims
    article = before.sources[0].model_copy(
        update={"id": "article", "relays": (Relay(source=f"s{repeated}"),), "kind": "secondary"}
    )
    after = Timeline(before.record, before.events, (*before.sources, article))
    citation = claim.citations[0].model_copy(update={"source": "article"})

    assert provenance.origins(after, (*claim.citations, citation)) == provenance.origins(before, claim.citations)


@any_graph
@given(graphs, kinds, st.integers(0, 7), st.integers(0, 7))
def test_an_origin_that_turns_out_to_repeat_another_document_adds_no_origin(
    read_record, graph, kinds, origin, repeated
) -> None:
    before = made(graph, kinds, read_record)
    mended = tuple(
        source.model_copy(update={"relays": (Relay(source=f"s{repeated}"),)})
        if source.id == f"s{origin}" and source.is_origin
        else source
        for source in before.sources
    )
    after = Timeline(before.record, before.events, mended)

    for citation in next(before.claims).citations:
        claim = next(before.claims).model_copy(update={"citations": (citation,)})
        assert provenance.independent(after, claim.citations) <= provenance.independent(before, claim.citations)
    assert len(independent(after)) <= len(independent(before))


@any_graph
@given(graphs, kinds)
def test_without_the_relays_that_close_loops_no_loop_is_left(read_record, graph, kinds) -> None:
    timeline = made(graph, kinds, read_record)
    found = circles(timeline)

    for circle in found:
        for relaying, relayed in zip(circle, [*circle[1:], circle[0]], strict=True):
            assert relayed in timeline.source(relaying).repeats
    mended = dict(graph)
    for _ in range(8 * 3):
        broken = circles(made(mended, kinds, read_record))
        if not broken:
            break
        for circle in broken:
            last, first = int(circle[-1][1:]), int(circle[0][1:])
            mended[last] = [n for n in mended[last] if n != first]
    assert circles(made(mended, kinds, read_record)) == []
