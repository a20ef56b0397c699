"""Hostile texts on pages: no element and no attribute that the pages of an innocent record lack."""

from __future__ import annotations

from tests.security.elements import MARKDOWN, Elements, no_script
from tests.security.records import SITE
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.pages import render


def test_every_page_and_drawing_is_made_of_what_innocent_ones_are_made_of(
    record: Timeline, sample_pages: dict[str, Page]
) -> None:
    innocent = [parts for page in sample_pages.values() for parts in _parts(page)]
    tags = {tag for parts in innocent for tag in parts.tags} | MARKDOWN | {"blockquote"}  # the sample quotes nobody
    attributes = {name for parts in innocent for name in parts.attributes}
    scripts = max(parts.tags.count("script") for parts in innocent)
    pages = list(render(record, SITE))

    assert len(pages) > 40
    for page in pages:
        body, *drawn = _parts(page)
        for parts in (body, *drawn):
            assert set(parts.tags) <= tags
            assert parts.attributes - attributes <= {name for name in parts.attributes if name.startswith("data-")}
            assert parts.tags.count("script") <= scripts
        if page.address.startswith("events/"):
            title = next(e.title for e in record.events if f"events/{e.id}/" == page.address)
            assert body.headings == [title]


def _parts(page: Page) -> list[Elements]:
    """A page and the drawings and frames that go with it."""
    drawn = [file.content.decode() for file in page.files if file.path.endswith((".html", ".svg"))]
    return [no_script(html) for html in (page.body, *drawn)]
