"""How many really saw, and who only repeats."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.model import Relay, Source, Timeline
from timeline.queries import provenance
from timeline.queries.provenance import Step


def origin_of(timeline: Timeline, ref: str = "event#claim-1", citation: int = 0) -> str | None:
    claim = timeline.claim(ref)
    assert claim is not None
    found = provenance.origin(timeline, claim.citations[citation])
    return found.id if found else None


def independent(timeline: Timeline, ref: str = "event#claim-1") -> set[str]:
    claim = timeline.claim(ref)
    assert claim is not None
    return set(provenance.origins(timeline, claim.citations))


def path_of(timeline: Timeline, ref: str = "event#claim-1", citation: int = 0) -> list[str]:
    claim = timeline.claim(ref)
    assert claim is not None
    return ids(provenance.path(timeline, claim.citations[citation]))


def ids(sources: tuple[Source, ...]) -> list[str]:
    return [source.id for source in sources]


def drawn(step: Step) -> str:
    """A chain on one line: a(b, c(d)); a star where it was told further up."""
    below = ", ".join(drawn(inner) for inner in step.relays)
    return step.source.id + ("*" if step.again else "") + (f"({below})" if below else "")


# -- origins ---------------------------------------------------------------------------------------


def test_a_primary_document_that_relays_nothing_is_an_origin(timeline_from_doc) -> None:
    """
    sources: [{id: filing, kind: primary}]
    events: [{id: event, claims: [{cite: filing}]}]
    """
    assert origin_of(timeline_from_doc) == "filing"


def test_a_report_of_ones_own_is_an_origin(timeline_from_doc) -> None:
    """
    sources: [{id: reuters, kind: original-reporting}]
    events: [{id: event, claims: [{cite: reuters}]}]
    """
    assert origin_of(timeline_from_doc) == "reuters"


def test_a_secondary_that_names_nobody_leads_to_no_origin(timeline_from_doc) -> None:
    """
    sources: [{id: blog, kind: secondary}]
    events: [{id: event, claims: [{cite: blog}]}]
    """
    assert independent(timeline_from_doc) == set()


def test_neither_a_machine_nor_an_aggregator_saw_anything_itself(timeline_from_doc) -> None:
    """
    sources: [{id: machine, kind: ai-generated}, {id: feed, kind: aggregator}]
    events: [{id: event, claims: [{cite: [machine, feed]}]}]
    """
    assert independent(timeline_from_doc) == set()


def test_a_machine_that_retells_one_article_leads_to_that_article(timeline_from_doc) -> None:
    """
    sources: [{id: machine, kind: ai-generated, relays: article}, {id: article, kind: original-reporting}]
    events: [{id: event, claims: [{cite: machine}]}]
    """
    assert independent(timeline_from_doc) == {"article"}


def test_an_original_that_nobody_of_us_saw_is_still_an_origin(timeline_from_doc) -> None:
    """
    sources: [{id: t3n, relays: ft}, {id: ft, kind: original-reporting, seen: false}]
    events: [{id: event, claims: [{cite: t3n}]}]
    """
    assert independent(timeline_from_doc) == {"ft"}


def test_a_chain_of_relays_is_followed_to_its_end(timeline_from_doc) -> None:
    """
    sources: [{id: machine, relays: blog}, {id: blog, relays: paper}, {id: paper, relays: wire}, {id: wire}]
    events: [{id: event, claims: [{cite: machine}]}]
    """
    assert origin_of(timeline_from_doc) == "wire"
    assert path_of(timeline_from_doc) == ["machine", "blog", "paper", "wire"]


def test_a_chain_that_ends_at_somebody_who_names_nobody_has_no_origin(timeline_from_doc) -> None:
    """
    sources: [{id: blog, relays: magazine}, {id: magazine, kind: secondary}]
    events: [{id: event, claims: [{cite: blog}]}]
    """
    assert origin_of(timeline_from_doc) is None
    assert path_of(timeline_from_doc) == ["blog", "magazine"]


def test_a_primary_document_that_repeats_another_is_not_the_origin(timeline_from_doc) -> None:
    """
    sources: [{id: letter, kind: primary, relays: minutes}, {id: minutes, kind: primary}]
    events: [{id: event, claims: [{cite: letter}]}]
    """
    assert origin_of(timeline_from_doc) == "minutes"


# -- several relays --------------------------------------------------------------------------------


def test_an_article_that_relays_three_documents_is_one_origin_for_each_claim(timeline_from_doc) -> None:
    """
    sources: [{id: t3n, relays: [ft, rand, techedt]}, {id: ft}, {id: rand}, {id: techedt}]
    events:
      - id: event
        claims:
          - {id: training, cite: {source: t3n, via: ft}}
          - {id: stack, cite: {source: t3n, via: rand}}
          - {id: benchmark, cite: {source: t3n, via: techedt}}
    """
    assert independent(timeline_from_doc, "event#training") == {"ft"}
    assert independent(timeline_from_doc, "event#stack") == {"rand"}
    assert independent(timeline_from_doc, "event#benchmark") == {"techedt"}
    event = timeline_from_doc.event("event")
    behind = provenance.hands(timeline_from_doc, [c for claim in event.claims for c in claim.citations])
    assert {hand[0].id for hand in behind.all()} == {"ft", "rand", "techedt"}
    assert provenance.cited(event) == ("t3n",)


def test_several_relays_without_a_word_about_the_branch_lead_nowhere(timeline_from_doc) -> None:
    """
    sources: [{id: t3n, relays: [ft, rand]}, {id: ft}, {id: rand}]
    events: [{id: event, claims: [{cite: t3n}]}]
    """
    assert origin_of(timeline_from_doc) is None
    assert path_of(timeline_from_doc) == ["t3n"]


def test_what_a_newsroom_adds_to_the_report_it_repeats_is_its_own(timeline_from_doc) -> None:
    """
    sources: [{id: ft, kind: original-reporting}, {id: reuters, kind: original-reporting, relays: ft}]
    events:
      - id: event
        claims: [{cite: reuters}, {cite: {source: reuters, via: reuters}}]
    """
    assert origin_of(timeline_from_doc, "event#claim-1") == "ft"
    assert origin_of(timeline_from_doc, "event#claim-2") == "reuters"
    assert path_of(timeline_from_doc, "event#claim-2") == ["reuters"]


def test_what_a_retelling_adds_of_its_own_has_no_origin(timeline_from_doc) -> None:
    """
    sources: [{id: ft, kind: original-reporting}, {id: t3n, relays: ft}]
    events: [{id: event, claims: [{cite: {source: t3n, via: t3n}}]}]
    """
    assert origin_of(timeline_from_doc) is None
    assert path_of(timeline_from_doc) == ["t3n"]


def test_a_fork_further_down_leads_nowhere_either(timeline_from_doc) -> None:
    """
    sources: [{id: blog, relays: t3n}, {id: t3n, relays: [ft, rand]}, {id: ft}, {id: rand}]
    events: [{id: event, claims: [{cite: {source: blog, via: t3n}}]}]
    """
    assert origin_of(timeline_from_doc) is None
    assert path_of(timeline_from_doc) == ["blog", "t3n"]


def test_a_relay_named_twice_is_one_relay(timeline_from_doc) -> None:
    """
    sources: [{id: t3n, relays: [ft, ft]}, {id: ft}]
    events: [{id: event, claims: [{cite: t3n}]}]
    """
    assert origin_of(timeline_from_doc) == "ft"
    assert path_of(timeline_from_doc) == ["t3n", "ft"]
    assert ids(provenance.relayers(timeline_from_doc)["ft"]) == ["t3n"]
    assert drawn(provenance.chain(timeline_from_doc, timeline_from_doc.source("t3n"))) == "t3n(ft)"


# -- independence ----------------------------------------------------------------------------------


def test_twelve_articles_relaying_one_wire_report_have_one_origin(read_record) -> None:
    articles = "".join(f"  - {{id: article-{n}, relays: wire}}\n" for n in range(12))
    cited = ", ".join(f"article-{n}" for n in range(12))
    timeline = read_record(
        f"sources:\n  - {{id: wire}}\n{articles}events:\n  - {{id: event, claims: [{{cite: [{cited}]}}]}}\n"
    )

    assert independent(timeline) == {"wire"}


def test_an_article_and_the_report_it_repeats_are_one_origin(timeline_from_doc) -> None:
    """
    sources: [{id: article, relays: wire}, {id: wire}]
    events: [{id: event, claims: [{cite: [article, wire]}]}]
    """
    assert independent(timeline_from_doc) == {"wire"}


def test_two_reporters_who_do_not_repeat_each_other_are_two_origins(timeline_from_doc) -> None:
    """
    sources:
      - {id: reuters, kind: original-reporting}
      - {id: ft, kind: original-reporting}
      - {id: blog, kind: secondary}
    events: [{id: event, claims: [{cite: [reuters, ft, blog]}]}]
    """
    assert independent(timeline_from_doc) == {"reuters", "ft"}


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


# -- loops -----------------------------------------------------------------------------------------


def circles(timeline: Timeline) -> list[list[str]]:
    return [ids(circle) for circle in provenance.loops(timeline)]


def test_two_sources_that_relay_each_other_are_a_loop(timeline_from_doc) -> None:
    """
    sources: [{id: a, relays: b}, {id: b, relays: a}]
    events: [{id: event, claims: [{cite: [a, b]}]}]
    """
    assert circles(timeline_from_doc) == [["a", "b"]]
    assert independent(timeline_from_doc) == set()
    assert path_of(timeline_from_doc) == ["a", "b"]
    assert path_of(timeline_from_doc, citation=1) == ["b", "a"]


def test_a_loop_of_five_begins_with_the_source_that_stands_first(timeline_from_doc) -> None:
    """
    sources: [{id: c, relays: d}, {id: d, relays: e}, {id: e, relays: a}, {id: a, relays: b}, {id: b, relays: c}]
    """
    assert circles(timeline_from_doc) == [["c", "d", "e", "a", "b"]]


def test_a_source_that_relays_itself_is_a_loop_of_one(timeline_from_doc) -> None:
    """
    sources: [{id: mirror, relays: mirror}]
    events: [{id: event, claims: [{cite: mirror}]}]
    """
    assert circles(timeline_from_doc) == [["mirror"]]
    assert origin_of(timeline_from_doc) is None
    assert path_of(timeline_from_doc) == ["mirror"]


def test_two_loops_are_found_at_once(timeline_from_doc) -> None:
    """
    sources: [{id: a, relays: b}, {id: b, relays: a}, {id: x, relays: [y, a]}, {id: y, relays: x}]
    """
    assert circles(timeline_from_doc) == [["a", "b"], ["x", "y"]]


def test_two_loops_through_one_source_are_two(timeline_from_doc) -> None:
    """
    sources: [{id: a, relays: [b, c]}, {id: b, relays: a}, {id: c, relays: a}]
    """
    assert circles(timeline_from_doc) == [["a", "b"], ["a", "c"]]


def test_a_loop_is_found_from_outside_it_and_shown_without_the_way_there(timeline_from_doc) -> None:
    """
    sources: [{id: outside, relays: b}, {id: a, relays: b}, {id: b, relays: a}]
    """
    assert circles(timeline_from_doc) == [["a", "b"]]


def test_a_document_that_two_ways_lead_to_is_no_loop(timeline_from_doc) -> None:
    """
    sources: [{id: a, relays: [b, c]}, {id: b, relays: wire}, {id: c, relays: wire}, {id: wire}]
    """
    assert circles(timeline_from_doc) == []


# -- chains ----------------------------------------------------------------------------------------


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


# -- what holds for every graph --------------------------------------------------------------------

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


any_graph = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


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


# -- what is our own reading -----------------------------------------------------------------------


def test_a_chain_that_we_guess_is_followed_and_leads_to_no_origin(timeline_from_doc) -> None:
    """
    sources:
      - {id: paper, relays: [{source: weekly, guess: true}]}
      - {id: weekly, relays: agency}
      - {id: agency, kind: original-reporting}
    events: [{id: e, claims: [{cite: paper}, {cite: weekly}]}]
    """
    guessed, said = timeline_from_doc.events[0].claims

    path = provenance.path(timeline_from_doc, guessed.citations[0])
    assert [source.id for source in path] == ["paper", "weekly", "agency"]
    assert provenance.origins(timeline_from_doc, guessed.citations) == frozenset()
    assert provenance.readings(timeline_from_doc, guessed.citations[0]) == {"weekly"}
    assert provenance.origins(timeline_from_doc, said.citations) == {"agency"}
    assert provenance.readings(timeline_from_doc, said.citations[0]) == frozenset()


def test_a_guess_further_down_the_chain_is_one_too(timeline_from_doc) -> None:
    """
    sources:
      - {id: paper, relays: weekly}
      - {id: weekly, relays: [{source: agency, guess: true}]}
      - {id: agency, kind: original-reporting}
    events: [{id: e, claims: [{cite: paper}]}]
    """
    (claim,) = timeline_from_doc.events[0].claims

    assert provenance.origins(timeline_from_doc, claim.citations) == frozenset()
    assert provenance.readings(timeline_from_doc, claim.citations[0]) == {"agency"}


def test_which_of_several_is_repeated_here_may_be_our_reading(timeline_from_doc) -> None:
    """
    sources:
      - {id: paper, relays: [agency, wire]}
      - {id: agency, kind: original-reporting}
      - {id: wire, kind: original-reporting}
    events:
      - {id: e, claims: [{cite: {source: paper, via: wire, guess: true}}, {cite: {source: paper, via: wire}}]}
    """
    guessed, said = timeline_from_doc.events[0].claims

    assert provenance.origins(timeline_from_doc, guessed.citations) == frozenset()
    assert provenance.readings(timeline_from_doc, guessed.citations[0]) == {"wire"}
    assert provenance.origins(timeline_from_doc, said.citations) == {"wire"}
