"""What any bytes are handed to, and what has to hold whatever they are: no exception but the one that is told.

`tools/fuzz.py` looks for bytes that lead further into the code; those that it kept are tried again in every test run.
"""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import markdown

from tests.conftest import SAMPLE
from tests.loader.test_bytes import read_bytes, within
from tests.security.elements import no_script
from timeline.checks import read
from timeline.dates import DateError, parse, words
from timeline.imports import file_formats
from timeline.imports.draft import Unreadable
from timeline.markdown import faults
from timeline.markdown.extension import TimelineExtension
from timeline.model import Timeline
from timeline.site import inline_markdown

CORPUS = Path(__file__).parent / "corpus"
_ROOM = 12_000
"""Bytes that are kept for a target."""


def dates(raw: bytes) -> None:
    """Anything is a date that is written as it was read, or is refused with a remedy whose dates are dates."""
    text = raw.decode("utf-8", "replace")
    try:
        date = parse(text)
    except DateError as error:
        _told(error.message, error.help)
        return
    assert parse(date.edtf) == date
    _told(words(date), words(date, "de"))
    if date.earliest and date.latest:
        assert date.earliest <= date.latest


def loader(raw: bytes) -> None:
    """Anything is a record, or is refused at places that the file has."""
    loaded = read_bytes(raw)
    assert all(within(problem, loaded) for problem in loaded.problems)


def pages(raw: bytes) -> None:
    """Nothing becomes markup that a text may not bring, neither in a claim nor on a page with references."""
    text = raw.decode("utf-8", "replace")
    no_script(inline_markdown.html(" ".join(text.split())))
    timeline = _sample()
    faults(text, "page.md", timeline)
    markdown.markdown(text, extensions=[TimelineExtension(timeline=timeline)])


def imports(raw: bytes) -> None:
    """Anything is a draft, or is refused in words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file")
        path.write_bytes(raw)
        try:
            draft = file_formats.read(path, _sample(), False, datetime.date(2026, 11, 29), file_formats.Options())
        except Unreadable as refused:
            _told(refused.sentence)
            return
    _told(*(left.whole for left in draft.left))


def _told(*words: str) -> None:
    """Each says something."""
    assert all(words)


TARGETS: dict[str, Callable[[bytes], None]] = {"dates": dates, "loader": loader, "pages": pages, "imports": imports}


@cache
def _sample() -> Timeline:
    return read(SAMPLE / "data", "data").timeline


def kept(name: str) -> list[bytes]:
    """What was kept for a target, as text where it is one."""
    path = CORPUS / f"{name}.json"
    return (
        [text.encode("utf-8", "surrogateescape") for text in json.loads(path.read_text("utf-8"))]
        if path.exists()
        else []
    )


def keep(name: str, found: list[bytes]) -> None:
    """Writes the corpus of a target: the shortest of it, as much as somebody might read."""
    texts: list[str] = []
    for raw in sorted(set(found), key=lambda raw: (len(raw), raw)):
        if sum(map(len, texts)) + len(raw) <= _ROOM:
            texts.append(raw.decode("utf-8", "surrogateescape"))
    CORPUS.mkdir(exist_ok=True)
    (CORPUS / f"{name}.json").write_text(json.dumps(texts, indent=0) + "\n", encoding="utf-8")
