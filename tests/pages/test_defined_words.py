"""Words that a record defines for its kinds stand on its pages as they were typed, whatever they consist of."""

from __future__ import annotations

from timeline.exports.export import Publication
from timeline.exports.registry import BY_NAME
from timeline.model import Timeline
from timeline.pages import render, site_files
from timeline.queries.index import Index
from timeline.site.settings import NOWHERE


def test_the_name_of_a_kind_is_text_and_never_part_of_a_page(timeline_from_doc: Timeline) -> None:
    """
    record:
      title: The harbour bridge
      through: 2025-06-01
      kinds: {works: "<img src=a>"}
      source_kinds: {sheet: {name: "<img src=b>", counts_as: primary}}
      update_kinds: {erratum: {name: "<img src=c>", counts_as: correction}}
      date_roles: {crowned: "<img src=d>"}
      actor_kinds: {guild: "<img src=e>"}
    actors: [{id: masons, kind: guild}]
    topics: [{id: bridge}]
    events:
      - id: opening
        date: 2025-05-04
        kind: works
        actors: [masons]
        topics: [bridge]
        dates: {crowned: {date: 2025-05-05, cite: log}}
        updates: [{on: 2025-05-30, kind: erratum, text: It was later.}]
        claims: [{text: It opened., cite: log}]
    sources: [{id: log, kind: sheet}]
    """
    pages = {page.address: page.body for page in render(timeline_from_doc)}
    publication = Publication(Index(timeline_from_doc), NOWHERE)
    exports = BY_NAME["atom"], BY_NAME["markdown"]
    made = [file for each in exports for file in (*each.whole(publication), *each.single(publication))]
    made += site_files(publication.index)
    files = {file.path: file.text for file in made}

    assert {"print/2025/index.html", "updates/changed.xml", "events/opening/index.md"} <= files.keys()
    assert len(pages) > 5
    assert [address for address, text in {**pages, **files}.items() if "<img src=" in text] == []


def test_a_word_of_the_record_is_explained_where_it_stands_and_counted_in_its_plural(
    timeline_from_doc: Timeline,
) -> None:
    """
    record:
      title: The harbour bridge
      through: 2025-06-01
      quotes: true
      kinds: {works: {name: Works, about: Something was *built*.}}
      source_kinds: {log: {name: Log, plural: Logs, about: Kept by the master., counts_as: primary}}
    events:
      - id: opening
        date: 2025-05-04
        kind: works
        rivals: [{date: 2025-05-06, cite: {source: log, quote: opened this sixth day}}]
        related: [{event: begun, as: causes, cite: {source: log, quote: so it was begun}}]
        claims: [{text: It opened., cite: log}]
      - {id: begun, date: 2024, kind: works, claims: [{text: It was begun., cite: log}]}
    sources: [{id: log, kind: log}]
    """
    pages = {page.address: page.body for page in render(timeline_from_doc)}

    assert "Something was <em>built</em>." in pages["events/opening/"]
    assert "Kept by the master." in pages["sources/log/"]
    assert ">Logs<" in pages["evidence/"]
    for words in ("opened this sixth day", "so it was begun"):
        assert f"<p>“{words}”</p></blockquote>" in pages["events/opening/"]
