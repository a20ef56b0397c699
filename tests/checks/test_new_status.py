"""A status that somebody adds to the words: whoever has no sentence for it tells what it means."""

from __future__ import annotations

import pytest

from timeline.checks import evidence
from timeline.model import Timeline
from timeline.pages import event_status
from timeline.queries.index import Index


def test_a_status_without_a_sentence_of_its_own_is_told_by_its_meaning(
    timeline_from_doc: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    sources: [{id: act}]
    events: [{id: vote, claims: [{cite: act}]}]
    """
    monkeypatch.setattr(event_status, "STATUS_FOR_READERS", {"retracted": "its documents were taken back"})
    monkeypatch.setattr(evidence, "STATUS", {"retracted": "All its documents were taken back."})
    monkeypatch.setattr(evidence, "bears", lambda *_: False)
    vote = timeline_from_doc.events[0].model_copy(update={"status": "retracted"})
    changed = timeline_from_doc.having(events=(vote,))

    assert event_status.why(Index(timeline_from_doc), vote) == "its documents were taken back"
    (problem,) = [each for each in evidence.check_statuses(changed) if each.code == "baseless-status"]
    assert problem.label == "this is for: All its documents were taken back."
