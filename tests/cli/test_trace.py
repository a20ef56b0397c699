"""`timeline trace`: the way of a document to those who saw for themselves, however long."""

from __future__ import annotations

from timeline.cli import trace


def test_every_source_of_a_record_can_be_traced(sample) -> None:
    for source in sample.sources:
        assert trace.text(sample, source, source.id).endswith("\n")


def test_a_chain_longer_than_a_terminal_is_wide_can_be_traced(read_record) -> None:
    rows = [f"  - {{id: s{n}, relays: s{n + 1}}}" for n in range(3_000)]
    timeline = read_record("\n".join(["sources:", *rows, "  - {id: s3000}"]))

    assert "an origin (s3000)" in trace.text(timeline, timeline.source("s0"), "s0")
    assert "(s0)" in trace.text(timeline, timeline.source("s3000"), "s3000")


def test_a_loop_of_relays_is_traced_once(tmp_path, read_record) -> None:
    timeline = read_record("sources: [{id: a, relays: b}, {id: b, relays: a}]")

    assert trace.text(timeline, timeline.source("a"), "a").count("told above (a)") == 2
