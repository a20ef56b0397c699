"""Where the page of a record stands and once stood: a file beside it stays at each of its addresses.

A page under a former id leads people on; a program that was given the address of a file is not led on by a page, so it
finds there what it finds under the id of today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.model import Event, Source, Subject


def addresses(address: Callable[[str], str], record: Event | Source | Subject) -> Iterator[str]:
    """That of today, then those of former ids; `address` makes one of an id."""
    yield from map(address, (record.id, *record.aliases))
