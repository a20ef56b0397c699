"""A page written by hand, for tests whose file has no other record of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown import Markdown

from tests.bodies import Body
from tests.markdown.asking import EXTENSIONS, RECORD, Written
from timeline.markdown.extension import TimelineExtension
from timeline.model import Timeline


@pytest.fixture
def record(read_record: Callable[[str], Timeline]) -> Timeline:
    return read_record(RECORD)


@pytest.fixture
def written(record: Timeline) -> Written:
    """A page that stands at `here`, as a browser takes it in."""

    def write(text: str, here: str = "story/") -> Body:
        return Body.of(Markdown(extensions=[*EXTENSIONS, TimelineExtension(timeline=record, here=here)]).convert(text))

    return write
