"""The record's own words on a site in another language, and ours that a catalogue does not say yet."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from timeline import pages
from timeline.language import speaking
from timeline.model import Timeline
from timeline.site.text_language import by_hand, marked, spoken

Read = Callable[[str], Timeline]


def test_texts_of_an_english_record_say_so_on_a_german_site(sample: Timeline) -> None:
    with speaking("de"):
        drawn = {page.address: page for page in pages.render(sample)}
    event = drawn["events/council-votes/"]

    assert '<h1 id="_content" lang="en">The council votes for the Long Bridge</h1>' in event.body
    assert '<p class="tl-claim-text" lang="en">The council voted for the bridge by nine to five.</p>' in event.body
    assert '<span lang="en">Nine of fourteen vote for a bridge, to open <em>in spring 2025</em>.</span>' in event.body
    assert event.title == "The council votes for the Long Bridge"
    assert not any(re.search("[\ue000-\ue002]", page.body + page.head) for page in drawn.values())


def test_a_german_headline_needs_no_language_of_its_own_among_german_words(sample: Timeline) -> None:
    with speaking("de"):
        bodies = [page.body for page in pages.render(sample) if page.address.startswith("sources/")]

    assert not any('lang="de"' in body for body in bodies)
    assert any('<h1 id="_content" lang="en">' in body for body in bodies)


def test_what_a_figure_is_of_and_counts_is_in_the_language_of_the_record(read_record: Read) -> None:
    timeline = read_record("events: [{id: flood, amounts: [{value: 1200, unit: people, of: the homeless}]}]")
    with speaking("de"):
        (event,) = (page for page in pages.render(timeline) if page.address == "events/flood/")

    assert '<a href="../../amounts/" lang="en">The homeless</a></dt><dd>1.200 <span lang="en">people' in event.body


def test_a_site_in_the_language_of_its_record_says_no_language(sample: Timeline) -> None:
    assert not any('lang="en"' in page.body for page in pages.render(sample))


def test_what_a_language_does_not_say_yet_is_marked_as_english(sample: Timeline) -> None:
    with speaking("fr"):
        (event,) = (page for page in pages.render(sample) if page.address == "events/council-votes/")

    assert "<h2>Quand et qui</h2>" in event.body
    assert '<h2 lang="en">Waived here</h2>' in event.body or '<a href="#_cite">Citer</a>' in event.body
    assert re.search(r'<p class="tl-soft"><span lang="en">It rests on <span class="tl-origins">', event.body)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (f"<p>{marked('Ein Wort', 'de')}</p>", '<p lang="de">Ein Wort</p>'),
        (f"<p>a {marked('Wort', 'de')} b</p>", '<p>a <span lang="de">Wort</span> b</p>'),
        (f'<a title="{marked("Wort", "de")}">b</a>', '<a title="Wort">b</a>'),
        (f"<svg><text>{marked('Wort', 'de')}</text></svg>", "<svg><text>Wort</text></svg>"),
        (f'<p lang="fr">{marked("Wort", "de")}</p>', '<p lang="fr">Wort</p>'),
        (f"<br>{marked('Wort', 'de')}<br>", '<br><span lang="de">Wort</span><br>'),
    ],
)
def test_the_nearest_element_says_the_language_and_no_attribute_does(html: str, shown: str) -> None:
    assert spoken(html) == shown


def test_a_page_written_by_hand_is_in_the_language_of_the_record_and_our_blocks_in_that_of_the_site() -> None:
    with speaking("de"):
        html = by_hand('<p>The bridge.</p><div class="tl-page tl-block">Alle</div>', "en")

    assert html == (
        '<div class="tl-foreign" lang="en"><p>The bridge.</p><div lang="de" class="tl-page tl-block">Alle</div></div>'
    )
    assert by_hand("<p>The bridge.</p>", "en") == "<p>The bridge.</p>"
