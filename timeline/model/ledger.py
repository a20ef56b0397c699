"""How an address answered when it was last asked, and the copies that archives keep: what the ledger holds.

It is kept by `timeline links` and `timeline archive` and is no part of the record: no claim rests on it, and
without it the record says the same.
"""

from timeline.model.address import Address
from timeline.model.fields import Day, Line, Listed
from timeline.model.record import Record
from timeline.model.words import ReachState


class Snapshot(Record):
    """A copy that an archive keeps."""

    url: Address
    """Where the copy is."""
    on: Day
    """The day it was made."""


class Reach(Record):
    """One address of the record, as it was found."""

    url: Address
    """The address as the record has it."""
    state: ReachState | None = None
    """What became of it; left out while nobody has asked."""
    since: Day | None = None
    """The first day of the state: each look since found the same."""
    checked: Day | None = None
    """The day it was last asked."""
    seen: Day | None = None
    """The last day on which it answered with a document."""
    answer: Line | None = None
    """What came back, in words."""
    moved_to: Address | None = None
    """Where it says that the document is from now on."""
    hash: Line | None = None
    """A sum over the text that was found, by which a change is noticed; the text itself is not kept."""
    changed: Day | None = None
    """The day on which the text was first found to be another one."""
    snapshots: Listed[Snapshot] = ()
    """Copies that archives keep, the nearest to the day of reading first."""
    sought: Day | None = None
    """The day an archive was last asked for a copy."""
    refusal: Line | None = None
    """Why the archive made no copy when it was asked to."""

    @property
    def is_gone(self) -> bool:
        """Whether two looks on different days found that the document is no longer there."""
        return (
            self.state == "gone" and self.since is not None and self.checked is not None and self.checked > self.since
        )
