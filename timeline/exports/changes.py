"""What has changed since an earlier state of the record, as JSON: the sentences of `timeline diff`, and of *Updates*.

It is made where an earlier state is given, as git has it; a site by itself knows none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from timeline.exports.export import Export, Former, Publication
from timeline.exports.json_lines import compact, listed
from timeline.language import N_
from timeline.model import Timeline, Update
from timeline.queries.differences import Difference, differences
from timeline.queries.languages import in_own_language
from timeline.queries.version import version
from timeline.site import difference_words, inline_markdown, urls
from timeline.site.file import SiteFile
from timeline.site.large_file import LargeText

KIND = "application/json"
PATH = f"{urls.API}changes.json"
_TEXT: dict[str, Any] = {"type": "string"}
_DAY: dict[str, Any] = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_VERSION: dict[str, Any] = {"type": "string", "pattern": "^[0-9a-f]{12}$"}


def changes(publication: Publication, former: Former) -> Iterator[str]:
    """The document, a change on each line."""
    now, was = publication.index.timeline, former.timeline
    schema = publication.site.absolute(urls.schema("changes")) or urls.Links(urls.API).to(urls.schema("changes"))
    told = {
        "$schema": schema,
        "version": publication.index.version,
        "through": now.record.through.isoformat(),
        "since": {
            "revision": former.revision,
            "version": version(was),
            "through": was.record.through.isoformat(),
        },
    }
    yield compact(told)[:-1]
    yield from listed("told", (compact(_update(publication, id, number)) for id, number in _updates(was, now)))
    yield from listed("differences", (compact(_difference(publication, each)) for each in differences(was, now)))
    yield "}\n"


def schema(publication: Publication) -> str:
    """What it holds."""
    difference = {
        "what": _told("What sort of difference it is."),
        "thing": _told("What it is about: event, source, actor, topic, place, expectation, track or record."),
        "id": _told("Its id now; of what is gone, the one it had."),
        "name": _told("By which readers know it."),
        "part": _told("The field, or the claim."),
        "before": _told("What stood there."),
        "after": _told("What stands there now."),
        "words": _told("The same in a sentence."),
        "page": _told("Where it is read; left out for what has no page of its own, or none any more."),
    }
    update = {
        "event": _told("The id of the event."),
        "title": _told("Its title."),
        "page": _told("Where the change is told."),
        "on": {**_DAY, "description": "The day of the change: a day of ours."},
        "kind": {"enum": list(publication.index.timeline.record.words("update_kinds"))},
        "was": _told("What stood there before; left out where the text says it too."),
        "text": _told("What stands now."),
    }
    since = _object({"revision": _told("As git knows it."), "version": _VERSION, "through": _DAY})
    fields = {
        "$schema": _told("The schema of this document."),
        "version": {**_VERSION, "description": "Of the record as it is published."},
        "through": {**_DAY, "description": "The day up to which the record was verified."},
        "since": {**since, "description": "The state with which it is compared."},
        "told": {
            "type": "array",
            "items": _object(update, "was"),
            "description": "What readers were told under Updates.",
        },
        "differences": {"type": "array", "items": _object(difference, "page"), "description": "All that differs."},
    }
    address = urls.schema("changes")
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": publication.site.absolute(address) or address.rpartition("/")[2],
        "description": "What has changed since an earlier state of the record.",
        **_object(fields),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _told(words: str) -> dict[str, Any]:
    return {**_TEXT, "description": words}


def _object(fields: dict[str, Any], *optional: str) -> dict[str, Any]:
    required = [name for name in fields if name not in optional]
    return {"type": "object", "additionalProperties": False, "required": required, "properties": fields}


def _updates(was: Timeline, now: Timeline) -> Iterator[tuple[str, int]]:
    """The changes that the earlier state did not tell, by event and number, the latest first."""
    found = []
    was, now = in_own_language(was), in_own_language(now)
    for event in now.events:
        names = (event.id, *event.aliases)
        before = next((old for name in names if (old := was.event(name))), None)
        known = [_said(update) for update in before.updates] if before else []
        found += [
            (update.on, event.id, number)
            for number, update in enumerate(event.updates, 1)
            if _said(update) not in known
        ]
    for _, id, number in sorted(found, reverse=True):
        yield id, number


def _said(update: Update) -> tuple[str, str, str]:
    return update.on.isoformat(), update.kind, update.whole


def _update(publication: Publication, id: str, number: int) -> dict[str, str]:
    event = publication.index.timeline.events_by_id[id]
    update = event.updates[number - 1]
    address = f"{urls.event(id)}#_update-{number}"
    was = {"was": inline_markdown.plain(update.was)} if update.was else {}
    return {
        "event": id,
        "title": event.title,
        "page": publication.site.absolute(address) or address,
        "on": update.on.isoformat(),
        "kind": update.kind,
        **was,
        "text": inline_markdown.plain(update.text),
    }


def _difference(publication: Publication, each: Difference) -> dict[str, str]:
    told = {name: str(getattr(each, name)) for name in Difference.__slots__}
    told["words"] = difference_words.sentence(each)
    if each.what != "gone" and (page := urls.PAGES.get(each.thing)):
        address = page(each.id)
        told["page"] = publication.site.absolute(address) or address
    return told


def _whole(publication: Publication) -> Iterator[SiteFile]:
    if former := publication.former:
        yield SiteFile(PATH, large=LargeText(lambda: changes(publication, former)))
        yield SiteFile(urls.schema("changes"), schema(publication))


CHANGES = Export(
    "changes", N_("Changes"), KIND,
    N_("What has changed since an earlier version, in sentences and as data, where that version is given from git."),
    _whole,
)  # fmt: skip
