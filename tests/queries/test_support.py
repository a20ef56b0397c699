"""What claims rest on: independent sources, people without a name, machines."""

from __future__ import annotations

import pytest

from timeline.model import Timeline
from timeline.queries import support
from timeline.queries.index import Index


def listed(timeline: Timeline) -> dict[str, list[str]]:
    """The texts of the claims in each list."""
    return {name: [each.claim.text for each in found] for name, found in Index(timeline).supported.items()}


def test_a_claim_is_told_by_several_by_one_or_by_documents_that_name_nobody(timeline_from_doc: Timeline) -> None:
    """
    sources:
      - {id: times, kind: original-reporting}
      - {id: herald, kind: original-reporting}
      - {id: digest, relays: times}
      - {id: hearsay, kind: secondary}
    events:
      - id: e
        claims:
          - {text: Both say so., cite: [digest, herald]}
          - {text: The Times says so., cite: [times, digest, hearsay]}
          - {text: Hearsay., cite: hearsay}
    """
    found = listed(timeline_from_doc)

    assert found["several-sources"] == ["Both say so."]
    assert found["one-source"] == ["The Times says so."]
    assert found["no-source-named"] == ["Hearsay."]


def test_the_first_four_lists_part_all_claims_of_a_record(sample: Timeline) -> None:
    found = Index(sample).supported
    parted = [each.claim.ref for name in list(support.LISTS)[:4] for each in found[name]]

    assert sorted(parted) == sorted(claim.ref for claim in sample.claims)


def test_a_claim_rests_on_one_unnamed_person_however_many_papers_repeat_it(timeline_from_doc: Timeline) -> None:
    """
    sources:
      - {id: times, kind: original-reporting}
      - {id: herald, kind: original-reporting}
      - {id: digest, relays: times}
      - {id: hearsay, kind: secondary}
    events:
      - id: e
        claims:
          - {text: One., cite: [{source: times, attributed_to: a person close to the council}, digest, hearsay]}
          - {text: Two., cite: {source: times, attributed_to: two people close to the council}}
          - text: One each.
            cite: [{source: times, attributed_to: an official}, {source: herald, attributed_to: an official}]
          - {text: Also a name., cite: [{source: times, attributed_to: an official}, herald]}
          - {text: A name., cite: {source: times, attributed_to: Anna Berg}}
          - {text: Papers., cite: {source: times, attributed_to: contracts seen by the newspaper}}
    """
    found = listed(timeline_from_doc)

    assert found["one-person"] == ["One."]
    assert found["unnamed-people"] == ["One.", "Two.", "One each."]


@pytest.mark.parametrize(
    ("words", "unnamed", "one"),
    [
        ("a senior official of the Trump administration", True, True),
        ("another person", True, True),
        ("one employee of the mill", True, True),
        ("three people familiar with the matter", True, False),
        ("cloud staff", True, False),
        ("sources of Reuters", True, False),
        ("a post by Alexander Doria", False, False),
        ("Yuchen Jin", False, False),
        ("Chinese media", False, False),
        ("ein Beamter", False, False),
    ],
)
def test_words_tell_whether_somebody_has_a_name_and_is_alone(words: str, unnamed: bool, one: bool) -> None:
    assert (support.unnamed(words), support.is_one(words)) == (unnamed, one)


def test_what_a_person_answers_for_is_not_told_by_machines_alone(timeline_from_doc: Timeline) -> None:
    """
    sources:
      - {id: digest, kind: ai-generated}
      - {id: herald, kind: original-reporting}
    events:
      - {id: e, claims: [{text: It rained., cite: digest}, {text: It opened., cite: [digest, herald]}]}
    """
    assert listed(timeline_from_doc)["machine-written"] == ["It rained."]
