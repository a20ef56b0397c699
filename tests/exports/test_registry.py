"""What every export has in common, whichever it is: a name, files at addresses of their own, a switch."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter

import pytest

from timeline.exports import registry
from timeline.exports.export import Export, Publication
from timeline.model import Timeline
from timeline.pages import render
from timeline.queries.index import Index
from timeline.site.settings import NOWHERE, Site

SITE = Site("Bridges & more", "https://bridges.example/record/")


def with_only(*names: str) -> Site:
    return dataclasses.replace(SITE, exports=frozenset(registry.chosen(names)))


def paths(timeline: Timeline, site: Site) -> list[str]:
    publication = Publication(Index(timeline), site)
    whole = (file for _, made in registry.whole_files(publication) for file in made)
    return [file.path for file in (*whole, *registry.single_files(publication))]


def test_no_two_files_of_all_exports_have_one_address(sample: Timeline) -> None:
    everything = dataclasses.replace(SITE, exports=frozenset(registry.BY_NAME))

    assert [path for path, times in Counter(paths(sample, everything)).items() if times > 1] == []


@pytest.mark.parametrize("export", registry.EXPORTS, ids=lambda export: export.name)
def test_an_export_says_in_one_sentence_what_it_is_for(export: Export) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9-]*", export.name)
    assert export.use.endswith(".")
    assert re.search(r"[.!?] ", export.use) is None
    assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", export.kind)


def test_a_site_without_exports_has_none_of_their_files_and_no_page_leads_to_one(sample: Timeline) -> None:
    nothing = with_only()

    assert paths(sample, nothing) == []
    for page in render(sample, nothing):
        assert 'rel="alternate' not in page.head
        files = re.findall(r'href="([^"]*\.(?:json|ris|xml|bib|csv))"', page.body)
        assert [link for link in files if "charts/" not in link] == []


def test_one_export_alone_is_there_alone(sample: Timeline) -> None:
    found = paths(sample, with_only("atom"))

    assert {path.rpartition(".")[2] for path in found} == {"xml", "css"}
    assert "updates/feed.xml" in found


def test_the_word_default_stands_for_all_that_are_made_when_nobody_chooses(sample: Timeline) -> None:
    assert paths(sample, with_only("default")) == paths(sample, SITE)


def test_what_needs_the_address_of_the_site_is_not_made_without_one(sample: Timeline) -> None:
    needing = {export.name for export in registry.EXPORTS if export.needs_address}

    assert needing
    assert needing.isdisjoint(export.name for export in registry.published(NOWHERE))
