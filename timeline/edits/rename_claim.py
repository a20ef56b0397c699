"""Another id for a claim: what answers, rejects or links to it is mended, and the old id stays among its aliases.

A claim is named by its event, `event-id#claim-id`; within its own event the second half is enough.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from timeline.edits.files import Record, Refused, TextEdit
from timeline.edits.references import named
from timeline.edits.rename import Renamed, aliased, pages, similar
from timeline.loader.yaml_tree import compose
from timeline.model import Claim
from timeline.model.references import CLAIMS


def rename_claim(
    folder: Path, docs: Path | None, ref: str, new: str, unsaved: Mapping[str, bytes] | None = None
) -> Renamed:
    """The files as they are with `new` as the id of the claim; raises `Refused`.

    `unsaved` are files by their name within the folder, as somebody has them open.

    A run that was cut off is taken up again: what still names the old id is mended.
    """
    record = Record(folder, unsaved)
    event, _, old = ref.partition("#")
    event = record.loaded.timeline.renamed["event"].get(event, event)
    if not record.loaded.sound and not _has_become(record, event, old, new):
        raise Refused("the record has errors", f"mend them first: `timeline check {folder.as_posix()}` tells them")
    _may_be(record, event, old, new)
    places: Counter[Path] = Counter()
    fresh: dict[str, bytes] = {}
    home = ""
    for name in record.raw:
        root = compose(record.shown(name), record.text(name))[0]
        edits: list[TextEdit] = []
        for each in named(root) if root is not None else ():
            short = each.event == event and each.node.value == old
            if each.field in CLAIMS and (short or each.node.value == f"{event}#{old}"):
                edits.append(_mended(record.text(name), each.node, old, new))
        places[folder / name] += len(edits)
        for claim, id in _claims(root, event) if root is not None else ():
            if id.value == old:
                home = name
                edits += [_mended(record.text(name), id, old, new), *aliased(record.text(name), claim, id, old)]
                places[folder / name] += 1
        if edits:
            fresh[name] = record.edited(name, edits)
    _prove(record, fresh, event, old, new)
    changes = sorted(record.changes(fresh), key=lambda each: (each.path != folder / home, each.path))
    link = re.compile(rf"(\[\[[ ]*{re.escape(event)}#){re.escape(old)}(?=[ ]*(?:\||\]\]))")
    for change, count in pages(docs, lambda text: link.subn(rf"\g<1>{new}", text)):
        changes.append(change)
        places[change.path] = count
    if not changes:
        raise Refused(f"nothing names `{event}#{old}` any more", f"the claim is `{event}#{new}`")
    return Renamed("claim", tuple(changes), places)


def _has_become(record: Record, event: str, old: str, new: str) -> bool:
    claim = record.loaded.timeline.claim(f"{event}#{new}")
    return claim is not None and old in claim.aliases


def _may_be(record: Record, event: str, old: str, new: str) -> None:
    """Refuses what is no claim with an id of its own, and an id that is taken or is none."""
    timeline = record.loaded.timeline
    if _has_become(record, event, old, new):
        return
    if event not in timeline.events_by_id:
        raise Refused(f"no event has the id `{event}`", similar(event, timeline.events_by_id, "stand in the files"))
    claim: Claim | None = timeline.claim(f"{event}#{old}")
    if claim is None or claim.id != old:
        ids = [each.id for each in timeline.events_by_id[event].claims if each.id]
        help = similar(old, ids, "of claims stand in its event")
        if claim:
            help = f"give it one under `id:`; links to `#{old}` lead on with `aliases: [{old}]`"
        raise Refused(f"no claim of `{event}` has the id `{old}`", help)
    if any(new in (other.anchor, *other.aliases) for other in timeline.events_by_id[event].claims):
        own = new in claim.aliases
        help = "an old id cannot come back as it is: choose a third one" if own else "choose another id"
        raise Refused(f"`{new}` is {'an old id of this' if own else 'taken by another'} claim", help)


def _claims(root: Node, event: str) -> Iterator[tuple[MappingNode, ScalarNode]]:
    """The claims of an event that have an id, with it."""
    assert isinstance(root, MappingNode)
    for key, value in root.value:
        for record in value.value if key.value == "events" and isinstance(value, SequenceNode) else ():
            fields = {key.value: value for key, value in record.value} if isinstance(record, MappingNode) else {}
            if "claims" not in fields or fields["id"].value != event:
                continue
            for claim in fields["claims"].value:
                yield from ((claim, id) for key, id in claim.value if key.value == "id" and isinstance(id, ScalarNode))


def _mended(text: str, node: ScalarNode, old: str, new: str) -> TextEdit:
    """The last of the words, for an event may have the same."""
    start, end = node.start_mark.index, node.end_mark.index
    front, _, back = text[start:end].rpartition(old)
    return TextEdit(start, end, f"{front}{new}{back}")


def _prove(record: Record, fresh: dict[str, bytes], event: str, old: str, new: str) -> None:
    """The record afterwards has the claim under its new name, and every other one as before."""
    before, after = record.loaded.timeline, record.proved(fresh).timeline
    now = {claim.ref for claim in before.claims} - {f"{event}#{old}"} | {f"{event}#{new}"}
    if {claim.ref for claim in after.claims} != now:
        raise Refused("with the new id, other claims would have another name", "nothing was written")
