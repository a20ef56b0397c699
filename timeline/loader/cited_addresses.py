"""Documents that are cited by their addresses alone: each becomes a source, once.

Its id follows from the address, and whatever else a source needs from what the record says of its host. So a list of
links need not be typed twice, and where more is to be said of a document, it is written as a source with that id.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from timeline.loader.gathering import Gathering
from timeline.model import Citation, CitedDate, Claim, Event, Expectation, Record, Relation, Source, Track
from timeline.model.address import bare_address, is_short
from timeline.model.fields import slugged
from timeline.model.record import PLACE
from timeline.problems import Problem
from timeline.problems.fields import BAD_ID
from timeline.span import Span


def add(gathered: Gathering) -> None:
    """The source for each address that a sound record cites; tells which address cannot be one."""
    cited = [*_by_address(gathered)]
    if not cited:
        return
    known = {source.id: source for source in gathered.records["sources"] if isinstance(source, Source)}
    located = {bare_address(source.url): source.id for source in known.values() if source.url}
    for citation, span in cited:
        whole, id = _whole(gathered, citation), citation.source
        if whole is None:
            gathered.problems.append(_unknown(citation, span))
            gathered.lost.add(id)
            continue
        address = bare_address(whole)
        if address in located and located[address] != id:
            gathered.problems.append(_refused(span))
            gathered.lost.add(id)
        elif address in located or id in gathered.lost:
            continue
        elif id in known:
            help = f"write it as a source with an id of its own, and cite that; `{known[id].url or id}` has `{id}`"
            gathered.problems.append(_refused(span, help))
        elif gathered.says is None and gathered.record_met:
            gathered.lost.add(id)
        elif source := _made(gathered, citation, whole):
            known[id], located[address] = source, id
            gathered.records["sources"].append(source)
        else:
            gathered.problems.append(_refused(span))
            gathered.lost.add(id)


def _whole(gathered: Gathering, citation: Citation) -> str | None:
    """The address in full; where the record could not be read, nothing is held against a prefix."""
    if gathered.says is None:
        return f"https://{citation.source}.example" if is_short(citation.address) else citation.address
    return gathered.says.for_entries.whole(citation.address)


def _unknown(citation: Citation, span: Span) -> Problem:
    prefix, id = citation.address.partition(":")[0], slugged(citation.address)
    help = (
        f"write the id of the document, or say what `{prefix}` stands for in `record` under `defaults: {{prefixes: …}}`"
    )
    return BAD_ID.at(span, label=f"no prefix `{prefix}` is defined, and `{id}` would be an id", help=help)


def _by_address(gathered: Gathering) -> Iterator[tuple[Citation, Span]]:
    """Every citation by an address, and where that stands."""
    for name in ("events", "sources", "expectations", "tracks"):
        for record in (*gathered.records[name], *gathered.refused[name]):
            for citation in _citations(record):
                if citation.address:
                    yield citation, citation.place.at("source")


def _citations(record: Record) -> Iterator[Citation]:
    match record:
        case Event():
            yield from record.citations
            cited: tuple[Claim | CitedDate | Relation, ...]
            cited = (*record.claims, *record.rivals, *record.dates.values(), *record.related)
            for part in cited:
                yield from part.citations
        case Source():
            yield from record.withdrawn.citations if record.withdrawn else ()
        case Expectation():
            yield from record.citations
        case Track():
            for state in record.states:
                yield from state.citations


def _made(gathered: Gathering, citation: Citation, address: str) -> Source | None:
    """The document, where the record says of what kind those of its host are, and that these need no title."""
    about = gathered.says
    kind = about.for_entries.at(address, "kind") if about else None
    own = about.source_kinds.get(str(kind)) if about else None
    if about is None or own is None or not own.untitled:
        return None
    said = about.for_entries.at
    found = {field: said(address, field) for field in ("publisher", "accessed", "language")}
    host = urlsplit(address).hostname or ""
    made = {
        "id": citation.source,
        "url": address,
        "kind": kind,
        "publisher": found["publisher"] or host.removeprefix("www."),
        "language": found["language"] or about.language,
        PLACE: citation.place,
    }
    return Source.model_validate(made).model_copy(update={"accessed": found["accessed"]})


def _refused(span: Span, help: str = "") -> Problem:
    help = help or "write the id of the document; `timeline add source` with this address adds it"
    return BAD_ID.at(span, label="an address, where an id belongs", help=help)
