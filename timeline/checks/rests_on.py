"""What each kind of fault between records rests on: the fields that must be right for it to stand.

Fields are named as their authors type them: `claims.0.cite` is what the first claim cites, `claims.*.text` what any of
them says. The field in which a fault stands is always among them and is not listed. A kind that is not listed here
rests on everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.problems import Kind, records, slips


@dataclass(frozen=True, slots=True)
class Rests:
    own: frozenset[str] | None = None
    """Fields of its record; None for all."""
    others: frozenset[str] | None = None
    """Fields of the records that are named there, and that those name in turn; None for all."""
    back: bool = False
    """Whether records that name this one may say otherwise."""
    lists: frozenset[str] = frozenset(("sources", "actors"))
    """The lists in which those stand."""
    described: frozenset[str] = frozenset()
    """Fields of the description of the whole record; `*` for all."""
    whole: bool = False
    """Whether every other record has a say."""


_ALL = frozenset(("*",))
EVERYTHING = Rests(back=True, described=_ALL, whole=True)


def _on(own: str = "", others: str = "", described: str = "", *, back: bool = False) -> Rests:
    return Rests(frozenset(own.split()), frozenset(others.split()), back, described=frozenset(described.split()))


_BEHIND = "id kind seen relays withdrawn publisher authors name also"
"""What decides from whom a document has what it says, and whether it counts."""
_AGAINST = "claims.*.id claims.*.disputes claims.*.denies"
_WHEN = "date rivals dates course"
_WORDS = "kinds source_kinds"
"""Words of the record's own, which say what counts as what."""
_DENIAL = Rests(
    frozenset(("claims", "title", "summary", "actors", "id")),
    frozenset(("claims", "title", "summary", "actors", "issued", *_BEHIND.split())),
    lists=frozenset(("events", "sources", "actors")),
    described=frozenset(("language", "retrospective", *_WORDS.split())),
)

RESTS_ON: Mapping[Kind, Rests] = {
    records.UNCITED_CLAIM: _on("cite claims.*.cite"),
    records.UNCITED: _on(),
    records.DENIAL_WITHOUT_SPEAKER: _on("claims.*.by"),
    records.SELF_OPPOSITION: _on("id claims.*.id"),
    records.GUESS_WITHOUT_VIA: _on(),
    records.UNALLOWED_QUOTATION: _on(described="quotes"),
    records.UNRELAYED_VIA: _on(others="id relays"),
    records.MISSING_ADDRESS: _on("id url doi isbn holding archive archives note"),
    records.UNSEEN_UNRELAYED: _on("id", back=True),
    records.RELAY_LOOP: _on("id", "id relays"),
    records.LONG_CHAIN: _on("id", "id relays"),
    records.TOO_MANY: _on(),
    records.AFTER_THROUGH: _on("course kind", described="through kinds"),
    records.UPDATE_BEFORE_ADDED: _on("added", described="added"),
    records.SAID_AFTER_WINDOW: _on("said window"),
    records.INVERTED_STATE: _on(),
    records.OVERLAPPING_STATES: _on(),
    records.UNKNOWN_CODE: _on(),
    records.ALLOWED_ERROR: _on(),
    records.UNPROVEN_CONFIRMED: _on("kind claims.0.cite claims.0.by", _BEHIND, _WORDS),
    records.BASELESS_STATUS: _on(f"id {_AGAINST}", back=True),
    slips.PLANNED_DAY_PASSED: _on("date", described="through"),
    slips.SELF_RELATION: _on("id"),
    slips.IDLE_RIVAL: _on("date"),
    slips.DUPLICATE_CITATION: _on(),
    slips.UNCOVERED_FIGURE: _on(f"claims.*.text {_WHEN}"),
    slips.UNCOVERED_AMOUNT: _on("claims.*.text"),
    slips.RELAYING_PRIMARY: _on("relays", described="source_kinds"),
    slips.ARCHIVE_BEFORE_ISSUE: _on("issued"),
    slips.OLDER_THAN_RELAYED: _on("issued", "id issued", "retrospective"),
    slips.OLDER_SOURCE: _on(f"claims.0.cite {_WHEN}", "id issued"),
    slips.NEAR_DUPLICATE: _on("title date actors claims.0.cite claims.0.text related url doi"),
    slips.SAME_TITLE_AND_DAY: _on("id title title_basis issued publisher relays", described="defaults"),
    slips.OVERDUE_EXPECTATION: _on("outcome", described="through"),
    slips.UNNAMED_RELAY: _on(others="id relays"),
    slips.SHARED_NAME: _on("name"),
    slips.UNUSED: _on("id", described="defaults", back=True),
    slips.IDLE_QUESTION: _on(f"id {_AGAINST}", back=True),
    slips.EARLY_DAY: _on(),
    slips.OTHER_DAY: _on(f"claims.0.text {_WHEN}", described="language"),
    slips.UNSEEN_HEADLINE: _on("claims.*.cite claims.*.text", "id title title_basis publisher kind", "language"),
    slips.SELF_DENIAL: _DENIAL,
    slips.DENIED_RETELLING: _DENIAL,
    slips.DENIED_UNATTRIBUTED: _DENIAL,
    slips.UNCONCERNED_DENIER: _DENIAL,
    slips.OLDER_DENIAL: _DENIAL,
    slips.USELESS_ALLOW: Rests(back=True, described=_ALL),
}
