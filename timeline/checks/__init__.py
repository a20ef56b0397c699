"""What is wrong with the whole: the one place where engines and commands read a record.

What is wrong with one record is found by the loader. What is wrong between records is found here, with
the same questions that the pages ask. Statuses are judged only when nothing else is wrong, so that one
slip brings no followers.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path

from timeline import garbage_collector
from timeline.checks import (
    address_as_id,
    evidence,
    impossible_days,
    judgements,
    limits,
    near_ids,
    questions,
    references,
    waivers,
)
from timeline.checks.judgements import notes
from timeline.loader import FilesRead, Loaded, load
from timeline.problems import in_file_order

__all__ = ["Loaded", "judged", "notes", "read", "refused"]


def read(
    folder: str | Path,
    shown: str | None = None,
    today: datetime.date | None = None,
    drafts: Sequence[Path] = (),
    unsaved: Mapping[str, bytes] | None = None,
    kept: FilesRead | None = None,
) -> Loaded:
    """Loads a folder and checks it: the timeline with every error and warning it has.

    `shown` is the folder's name in messages, by default the path as it was given. `today` is the day by which
    plans and forecasts are over, by default the record's last day. `drafts` are files elsewhere, read as if they lay
    in the folder. `unsaved` are files by their name within the folder, as somebody has them open,
    `kept` are files as they were when they were read before.
    """
    with garbage_collector.paused():
        return judged(refused(load(folder, shown, drafts, unsaved, kept)), today)


def refused(loaded: Loaded) -> Loaded:
    """What was loaded, with all that keeps it from being published."""
    timeline = loaded.timeline
    problems = [
        *near_ids.named(address_as_id.named(loaded.problems, timeline, loaded.files), loaded),
        *references.check(loaded),
        *evidence.check(timeline, loaded.gaps),
        *limits.check(timeline),
        *questions.check(timeline),
        *impossible_days.check(timeline, loaded.described),
        *waivers.check(timeline),
    ]
    checked = dataclasses.replace(loaded, problems=in_file_order(problems))
    if checked.sound:
        problems += evidence.check_statuses(timeline)
        checked = dataclasses.replace(checked, problems=in_file_order(problems))
    return checked


def judged(checked: Loaded, today: datetime.date | None = None) -> Loaded:
    """The same with what may be a slip, which is asked only where nothing is refused and changes nothing there."""
    if not checked.sound:
        return checked
    timeline = checked.timeline
    slips = judgements.warnings(timeline, today or timeline.record.through)
    return dataclasses.replace(checked, problems=in_file_order([*checked.problems, *slips]))
