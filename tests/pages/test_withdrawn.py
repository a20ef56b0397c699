"""What a page says about documents that were taken back: they count for nothing, and that is no silence of theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.bodies import Body
from timeline.html.page import Page

RECORD = """
record: {{title: Drugs, through: 2026-01-01}}
sources:
  - {{id: study, kind: primary, issued: 2020-05-22, withdrawn: 2020-06-04}}
  - {{id: paper, kind: secondary, issued: 2020-05-23, relays: [study]}}
  - {{id: rumour, kind: secondary, issued: 2020-05-24}}
  - {{id: other, kind: original-reporting, issued: 2020-05-25}}
events: [{{id: e, status: reported, date: 2020-05-22, claims: [{{cite: {cited}}}]}}]
"""


@pytest.mark.parametrize(
    ("cited", "told", "status"),
    [
        ("study", "1 source, withdrawn or resting on what was", "says so; a document was withdrawn"),
        ("paper", "1 source, withdrawn or resting on what was", "says so; a document was withdrawn"),
        ("[study, paper]", "2 sources, withdrawn or resting on what was", "say so; a document was withdrawn"),
        ("[study, rumour]", "2 sources, silent about their origin or withdrawn", "say so; a document was withdrawn"),
        ("[study, other]", "2 sources, 1 independent", "says so; the evidence goes no further"),
        ("rumour", "1 source, which does not say where it got it", "says so and does not say where it got it"),
    ],
)
def test_a_document_that_was_taken_back_is_not_told_as_one_that_keeps_its_origin_to_itself(
    pages_of: Callable[[str], dict[str, Page]], cited: str, told: str, status: str
) -> None:
    pages = pages_of(RECORD.format(cited=cited))
    event, listed = Body.of(pages["events/e/"].body).words, Body.of(pages["timeline/"].body).words

    assert told in event
    assert told in listed
    assert status in event
    assert ("where it got" in event) is ("rumour" in cited)
