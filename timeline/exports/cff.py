"""How the whole record is cited, as `CITATION.cff` (Citation File Format 1.2), which forges and Zenodo read.

It names the version, so that a citation leads back to exactly what was read. Every value stands in double quotation
marks, for which JSON and YAML have the same rules.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from timeline.exports.export import Export, Publication
from timeline.language import N_
from timeline.queries.index import Index
from timeline.site import wording
from timeline.site.file import SiteFile
from timeline.site.settings import Site

KIND = "application/yaml"
PATH = "CITATION.cff"
_SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")


def citation_file(index: Index, site: Site) -> str:
    """The file."""
    timeline, record = index.timeline, index.timeline.record
    events, sources = len(timeline.events), len(timeline.sources)
    with_documents = wording.plural(
        events, "{n} event with the documents that tell of it", "{n} events with the documents that tell of them"
    )
    about = f"{with_documents}, {wording.plural(sources, '{n} source', '{n} sources')}"
    values = [
        ("cff-version", "1.2.0"),
        ("message", "Please cite this record in the version that you read."),
        ("type", "dataset"),
        ("title", record.title),
        ("abstract", f"{about}, checked up to {record.through.isoformat()}."),
        ("version", index.version),
        ("date-released", timeline.edited.isoformat()),
        ("license", record.licence if record.licence and _SPDX.fullmatch(record.licence) else ""),
        ("url", site.address),
    ]
    lines = [f"{name}: {_quoted(value)}" for name, value in values if value]
    lines += ["authors:", f"  - name: {_quoted(f'The editors of {record.title}')}"]
    if record.uuid:
        identifier = ["  - type: other", f"    value: {_quoted(f'urn:uuid:{record.uuid}')}"]
        lines += ["identifiers:", *identifier, '    description: "What names this record, whatever its version"']
    if names := list(dict.fromkeys(topic.name for topic in timeline.topics)):
        lines += ["keywords:", *(f"  - {_quoted(name)}" for name in names)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _whole(publication: Publication) -> Iterator[SiteFile]:
    yield SiteFile(PATH, citation_file(publication.index, publication.site))


CFF = Export(
    "cff", "CITATION.cff", KIND,
    N_("How the whole record is cited in the version that stands here, for forges, archives and citation managers."),
    _whole,
)  # fmt: skip
