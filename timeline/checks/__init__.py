"""What is wrong with the whole: the one place where engines and commands read a record.

What is wrong with one record is found by the loader. What is wrong between records is found here, with
the same questions that the pages ask. Where something is wrong, everything that does not rest on it is told beside
it, so that one slip brings no followers and hides nothing.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
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
from timeline.checks.dependable import Doubts
from timeline.checks.judgements import notes
from timeline.loader import FilesRead, Loaded, load
from timeline.model import Timeline
from timeline.problems import Problem, in_file_order
from timeline.problems.records import UNALLOWED_QUOTATION

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
        *_between(timeline, loaded),
    ]
    checked = dataclasses.replace(loaded, problems=in_file_order(problems))
    if checked.sound:
        problems += evidence.check_statuses(timeline)
    else:
        doubts = Doubts(checked)
        more = chain(
            evidence.check_statuses(doubts.readable), _between(doubts.readable, loaded) if loaded.refused else ()
        )
        once = {problem.kind for problem in problems} & {UNALLOWED_QUOTATION}
        problems += doubts.told(each for each in more if each not in problems and each.kind not in once)
    return dataclasses.replace(checked, problems=in_file_order(problems))


def _between(timeline: Timeline, loaded: Loaded) -> Iterator[Problem]:
    """What is wrong between records, and with single ones."""
    yield from evidence.check(timeline, loaded.gaps)
    yield from limits.check(timeline)
    yield from questions.check(timeline)
    yield from impossible_days.check(timeline, loaded.described)
    yield from waivers.check(timeline)


def judged(checked: Loaded, today: datetime.date | None = None) -> Loaded:
    """The same with what may be a slip; beside errors, as far as that does not rest on what is wrong."""
    doubts = None if checked.sound else Doubts(checked)
    timeline = doubts.readable if doubts else checked.timeline
    found = judgements.warnings(timeline, today or timeline.record.through)
    slips = doubts.told(found) if doubts else found
    return dataclasses.replace(checked, problems=in_file_order([*checked.problems, *slips]))
