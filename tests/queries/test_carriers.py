"""Which independent sources carry most of a record."""

from __future__ import annotations

from timeline.model import Timeline
from timeline.queries import provenance
from timeline.queries.index import Index


def test_what_is_told_through_others_is_carried_by_who_told_it_first(timeline_from_doc: Timeline) -> None:
    """
    sources:
      - {id: wire-1, publisher: A wire, kind: original-reporting}
      - {id: wire-2, publisher: A wire (copy at a paper), kind: original-reporting}
      - {id: paper, relays: wire-1}
      - {id: council, publisher: The council}
      - {id: hearsay, kind: secondary}
    events:
      - id: e
        claims:
          - {text: One., cite: [paper, wire-1]}
          - {text: Two., cite: [wire-2, council]}
          - {text: Three., cite: hearsay}
    """
    carriers = Index(timeline_from_doc).carriers

    assert [(carrier.name, len(carrier.documents), len(carrier.claims)) for carrier in carriers] == [
        ("A wire", 2, 2),
        ("The council", 1, 1),
    ]


def test_there_are_as_many_as_there_are_independent_sources(sample: Timeline) -> None:
    assert len(Index(sample).carriers) == provenance.independent_of_all(sample)
