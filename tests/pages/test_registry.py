"""The pages of a record taken together: every link arrives, every page has one title, nothing stands twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.bodies import Body, target
from tests.conftest import day
from timeline import dates
from timeline.exports import registry
from timeline.exports.export import Publication
from timeline.html.page import Page
from timeline.model import Timeline
from timeline.pages import render, site_files
from timeline.queries import order, support
from timeline.queries.as_of import as_of
from timeline.queries.index import Index
from timeline.site import urls
from timeline.site.urls import Links

Pages = dict[str, Page]
LISTS = {urls.claims(name) for name in support.LISTS if name != "sources-of-the-event"} | {
    urls.OWN_WORDS,
    urls.UNREAD,
    urls.EDITORS,
}
OVERVIEWS = {"data/", "expectations/", "tracks/", "disputes/", "updates/", "evidence/", *LISTS}


# -- addresses -------------------------------------------------------------------------------------


def test_every_record_has_a_page_of_its_own_and_no_address_is_given_twice(sample: Timeline) -> None:
    addresses = [page.address for page in render(sample)]

    assert [address for address, times in Counter(addresses).items() if times > 1] == []
    years = {urls.year(order.heading(event.date).year) for event in sample.events}
    assert {"timeline/2025/", "timeline/201x/"} < years
    assert set(addresses) == {
        "",
        "timeline/",
        "sources/",
        *years,
        *(f"events/{event.id}/" for event in sample.events),
        *(f"sources/{source.id}/" for source in sample.sources),
        *(f"actors/{actor.id}/" for actor in sample.actors),
        *(f"topics/{topic.id}/" for topic in sample.topics),
        *OVERVIEWS,
    }


def test_an_event_and_a_source_of_one_name_do_not_meet(pages_from_doc: Pages) -> None:
    """
    sources: [{id: flood}]
    events: [{id: flood, claims: [{cite: flood}]}]
    """
    assert {"events/flood/", "sources/flood/"} < pages_from_doc.keys()


def test_addresses_end_with_a_slash_and_need_no_escaping(sample_pages: Pages) -> None:
    for address in sample_pages.keys() - {""}:
        assert address.endswith("/")
        assert not address.startswith("/")
        assert set(address) <= set("abcdefghijklmnopqrstuvwxyz0123456789-/")


@pytest.mark.parametrize(
    ("here", "link"), [("", "./"), ("timeline/", "../"), ("timeline/2025/", "../../"), ("events/flood/", "../../")]
)
def test_the_way_home_is_relative_at_any_depth(here, link) -> None:
    assert Links(here).home == link


def test_a_year_has_four_digits_and_a_claim_its_anchor() -> None:
    assert urls.year(order.heading(dates.parse("0087")).year) == "timeline/0087/"
    assert Links("timeline/").claim("flood#high-water") == "../events/flood/#high-water"


# -- bodies ----------------------------------------------------------------------------------------


def test_no_link_of_any_page_leads_nowhere(sample: Timeline, sample_pages: Pages, bodies: dict[str, Body]) -> None:
    assert lost(sample, sample_pages, bodies) == []


def test_the_pages_of_an_earlier_day_are_pages_of_what_was_known(timeline_from_doc: Timeline) -> None:
    """
    record: {through: 2026-01-01}
    sources:
      - {id: gazette, issued: 2024-05-04}
      - {id: council, issued: 2024-06-10}
    events:
      - {id: plan, actors: town, topics: bridge, claims: [{id: said, cite: gazette}, {text: Later., cite: council}]}
      - {id: delay, related: [{event: plan, as: answers}], claims: [{denies: plan#said, by: town, cite: council}]}
    expectations:
      - {id: in-june, about: bridge, said: 2024-05-04, window: 2024-06, cite: gazette, outcome: {event: delay}}
    tracks:
      - {id: works, states: [{from: 2024-05-01, state: begun, event: plan}, {from: 2024-06-10, state: s, event: delay}]}
    """
    view = as_of(timeline_from_doc, day("2024-05-20"))
    pages = {page.address: page for page in render(view)}
    texts = {address: Body.of(page.body) for address, page in pages.items()}

    assert "events/plan/" in pages
    assert "events/delay/" not in pages
    assert "Later." not in texts["events/plan/"].text
    assert lost(view, pages, texts) == []


def test_a_record_in_another_language_is_not_told_half_in_one_and_half_in_the_other(
    timeline_from_doc: Timeline,
) -> None:
    """
    record: {language: de}
    sources: [{id: anzeiger, language: de, issued: 2025-05-04}, {id: rat, language: de, issued: 2025-12-10}]
    events:
      - {id: eins, date: 2025-05~, claims: [{cite: anzeiger}, {cite: rat}]}
      - {id: zwei, date: 2025-07, claims: [{cite: rat}]}
      - {id: drei, date: 2025-12-03, claims: [{cite: rat}]}
    expectations: [{id: bald, said: 2025-05-04, window: 2025-12, cite: anzeiger, outcome: missed}]
    tracks: [{id: bau, states: [{from: 2025-05-01, to: 2025-07-01, state: offen}]}]
    """
    shown = " ".join(page.body for page in render(timeline_from_doc))

    assert "about May 2025" in shown
    assert [word for word in ("Mai", "Juli", "Dez", "Dezember") if re.search(rf"\b{word}\b", shown)] == []


def lost(timeline: Timeline, pages: Pages, bodies: dict[str, Body]) -> list[str]:
    """Links that lead to nothing, neither a page nor a file beside the pages."""
    index = Index(timeline)
    publication = Publication(index)
    drawn = (file for page in pages.values() for file in page.files)
    beside = (
        *site_files(index),
        *(file for _, made in registry.whole_files(publication) for file in made),
        *registry.single_files(publication),
        *drawn,
    )
    files = {file.path.removesuffix("index.html") for file in beside}
    lost = []
    for address, page in pages.items():
        for link in bodies[address].links:
            if link.startswith(("http://", "https://", "mailto:")):
                continue
            place, anchor = target(page, link)
            if place in files:
                continue
            if place not in bodies or (anchor and anchor not in bodies[place].ids):
                lost.append(f"{address}: {link}")
    return lost


def test_links_to_other_hosts_are_those_of_the_record(sample: Timeline, bodies: dict[str, Body]) -> None:
    typed = {source.url for source in sample.sources} | {s.archive.url for s in sample.sources if s.archive}
    notes = " ".join(source.note or "" for source in sample.sources)
    outward = {link for body in bodies.values() for link in body.links if "://" in link}

    assert {link for link in outward if link not in typed and link not in notes} == set()


def test_every_page_has_exactly_one_title(sample_pages: Pages, bodies: dict[str, Body]) -> None:
    titles = {address: len(body.all("h1")) for address, body in bodies.items()}
    assert {address for address, number in titles.items() if number != 1} == set()
    assert all(page.body.count("<h1") == 1 for page in sample_pages.values())


def test_no_heading_leaves_out_a_level(bodies: dict[str, Body]) -> None:
    for address, body in bodies.items():
        levels = [int(e.tag[1]) for e in body.elements if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), address


def said_without_language(sample: Timeline, body: Body) -> list[str]:
    """Titles of foreign documents that a screen reader would read out in English."""
    english = {source.title for source in sample.sources if source.language == "en"}
    foreign = {
        " ".join(source.title.split()): source.language
        for source in sample.sources
        if source.language != "en" and source.title not in english.union(source.title_in.values())
    }
    return [text for text, language in body.pieces if text in foreign and language != foreign[text]]


def test_every_title_in_another_language_says_which(sample: Timeline, bodies: dict[str, Body]) -> None:
    silent = {
        address: said_without_language(sample, body) for address, body in bodies.items() if address != urls.EDITORS
    }
    assert {address: titles for address, titles in silent.items() if titles} == {}
    german = [piece for body in bodies.values() for piece in body.pieces if piece[1] == "de"]
    assert ("Kräne bremsen Aldermoors Brückenhoffnung aus", "de") in german


def test_titles_on_the_page_for_editors_say_their_language_too(sample: Timeline, bodies: dict[str, Body]) -> None:
    assert said_without_language(sample, bodies[urls.EDITORS]) == []


def test_a_title_in_the_language_of_the_record_says_nothing(bodies: dict[str, Body]) -> None:
    assert [e.text for body in bodies.values() for e in body.elements if e.attributes.get("lang") == "en"] == []


def test_pages_carry_no_script_but_our_modules_no_style_and_nothing_that_asks_another_host(
    bodies: dict[str, Body],
) -> None:
    ours = re.compile(r"(?:\.\./)*assets/timeline/(?:charts|print)/[a-z]+\.js")
    for address, body in bodies.items():
        assert not {"style", "img", "iframe", "link", "object"} & {e.tag for e in body.elements}, address
        scripts = [(e.attributes.get("type"), str(e.attributes.get("src")), e.text) for e in body.all("script")]
        assert all(kind == "module" and ours.match(src) and not text for kind, src, text in scripts), address
        assert not [name for e in body.elements for name in e.attributes if name.startswith("on")], address
        assert not [e for e in body.elements if "style" in e.attributes], address


def test_no_page_shows_what_a_template_forgot(bodies: dict[str, Body]) -> None:
    for address, body in bodies.items():
        words = body.words
        for code in body.all("pre"):  # BibTeX has braces of its own
            words = words.replace(" ".join(code.text.split()), "")
        for slip in ("None", "Undefined", "{{", "}}", "{%", "&amp;", "&lt;", "  ,", " ,", ",,", "()"):
            assert slip not in words, f"{address}: {slip}"
        empty = [e for e in body.elements if e.tag in ("p", "li", "dd", "a", "h2") and not e.text.strip()]
        named = ("aria-label", "data-then")  # of which the second is said on earlier days
        assert [e.tag for e in empty if not any(map(e.attributes.get, named))] == []


def test_without_a_style_sheet_the_pieces_of_a_line_do_not_run_together(sample_pages: Pages) -> None:
    assert [page.address for page in sample_pages.values() if "</span><span" in page.body] == []


def test_titles_and_descriptions_are_plain_text(sample: Timeline, sample_pages: Pages) -> None:
    typed = {sign for event in sample.events for sign in re.findall("<[^>]*>", event.title)}
    assert typed
    for page in sample_pages.values():
        assert page.title
        assert page.description
        assert set(re.findall("<[^>]*>", page.title + page.description)) <= typed
        assert len(page.description) <= 200 or page.kind in ("timeline", "year", "sources")


def test_what_an_author_writes_is_escaped_everywhere(pages_of: Callable[[str], Pages]) -> None:
    hostile = '</h1><script>x</script> & "q" \'s'
    quoted = hostile.replace("'", "''")
    pages = pages_of(f"""
record: {{title: '{quoted}', licence: '<b>'}}
sources:
  - {{id: a, title: '{quoted}', publisher: '{quoted}', authors: ['{quoted}'], note: '{quoted}'}}
  - {{id: b, relays: a, publisher: '{quoted}', title_in: {{de: '{quoted}'}}, allow: {{origin-unnamed: '{quoted}'}}}}
topics: [{{id: t, name: '{quoted}', about: '{quoted}'}}]
tracks: [{{id: k, title: '{quoted}', states: [{{from: 2025, state: '{quoted}', cite: a}}]}}]
expectations: [{{id: h, about: t, wording: '{quoted}', outcome: {{denied: e#c}}, cite: b}}]
actors: [{{id: x, name: '{quoted}'}}]
events:
  - id: e
    date: 2025-05
    title: '{quoted}'
    summary: '{quoted}'
    date_basis: '{quoted}'
    key: true
    actors: x
    topics: t
    claims:
      - {{id: c, text: '{quoted}', cite: {{source: b, locator: '{quoted}'}}}}
      - {{text: '{quoted}', by: x, denies: c, cite: a}}
    related: [{{event: f, as: see-also}}]
    updates: [{{on: 2026-01-01, kind: correction, text: '{quoted}'}}]
  - {{id: f}}
""")
    for page in pages.values():
        body = Body.of(page.body)
        assert all(e.attributes.get("src") and not e.text for e in body.all("script"))
        assert len(body.all("h1")) == 1


def test_a_record_in_another_language_than_the_words_of_the_site_marks_what_is_in_it(pages_from_doc: Pages) -> None:
    """
    record: {language: de}
    sources: [{id: a, language: en, title: A bridge}, {id: b, language: de, title: Eine Brücke}]
    events: [{id: e, claims: [{cite: [a, b]}]}]
    """
    assert '<h1 id="_content">A bridge</h1>' in pages_from_doc["sources/a/"].body
    assert '<h1 id="_content" lang="de">Eine Brücke</h1>' in pages_from_doc["sources/b/"].body


def test_an_empty_record_has_its_few_pages_all_the_same(pages_from_doc: Pages) -> None:
    """
    record: {title: Nothing yet}
    """
    assert set(pages_from_doc) == {"", "timeline/", "sources/", *OVERVIEWS}
    for page in pages_from_doc.values():
        Body.of(page.body)
