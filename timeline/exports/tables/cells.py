"""What stands in the cells of several tables: a citation in its columns, and several values in one cell, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from timeline.exports.tables.table import Row, Value
from timeline.model import Citation, Record, Source
from timeline.queries import version


def listed(values: Iterable[Any]) -> str | None:
    """Several texts in one cell, as JSON."""
    plain = [version.plain(value, written=True) for value in values]
    return json.dumps(plain, ensure_ascii=False) if plain else None


def mapped(values: Mapping[str, str]) -> str | None:
    """A mapping in one cell, as JSON."""
    return json.dumps(dict(values), ensure_ascii=False) if values else None


def withdrawal(source: Source) -> str | None:
    """How a document was taken back, as JSON, where more is said of it than the day."""
    said = version.plain(source.withdrawn, written=True) if source.withdrawn else {}
    return json.dumps(said, ensure_ascii=False) if set(said) - {"on"} else None


def records(records: Iterable[Record]) -> str | None:
    """Records in one cell, as JSON."""
    plain = [version.plain(each, written=True) for each in records]
    return json.dumps(plain, ensure_ascii=False) if plain else None


def full(citations: Iterable[Citation]) -> str | None:
    """Citations in one cell, as JSON, where one of them says more than its document."""
    plain = [version.plain(each, written=True) for each in citations]
    return json.dumps(plain, ensure_ascii=False) if any(set(each) - {"source"} for each in plain) else None


def each_cited(citations: Iterable[Citation], *first: Value) -> Iterator[Row]:
    """A row for each citation, behind what names whose it is."""
    for place, each in enumerate(citations, 1):
        yield (*first, *citation(place, each), *quoted(each))


def citation(place: int, each: Citation) -> Row:
    """Its place among others, and what it says of its document."""
    return place, each.source, each.via, each.locator, each.attributed_to, each.guess


def quoted(citation: Citation) -> Row:
    """The words of its document, their language, and their translation."""
    words = citation.quotation
    return (words.text, words.language, words.translation) if words else (None, None, None)
