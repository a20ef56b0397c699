"""What is written from right to left, in rows and sentences of ours."""

from __future__ import annotations

import re

import pytest

from timeline.html.page import Page
from timeline.model import Timeline
from timeline.site.text_direction import CLOSES, OPENS, apart, directed

HEBREW, ARABIC = "ירון כהן", "صحيفة الميناء"


def test_a_name_in_another_direction_is_set_apart_and_any_other_is_left_alone() -> None:
    assert apart(HEBREW) == f"{OPENS}{HEBREW}{CLOSES}"
    assert apart("Société Générale 深度求索") == "Société Générale 深度求索"
    assert apart(apart(HEBREW)) == apart(HEBREW)


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        (f"<h1>{apart(HEBREW)}</h1>", f'<h1 dir="auto">{HEBREW}</h1>'),
        (f"<p>By {apart(HEBREW)}, 5 March</p>", f"<p>By <bdi>{HEBREW}</bdi>, 5 March</p>"),
        (f'<p class="a">{HEBREW} <em>{HEBREW}</em>!</p>', f'<p class="a" dir="auto">{HEBREW} <em>{HEBREW}</em>!</p>'),
        (f"<p><bdi>{HEBREW} <em>R2</em></bdi></p>", f'<p dir="auto">{HEBREW} <em>R2</em></p>'),
        (f"<dd>5 March: <bdi>{HEBREW}.</bdi></dd>", f"<dd>5 March: <bdi>{HEBREW}.</bdi></dd>"),
        (f"<li><a>{apart(ARABIC)}</a>, 2025</li>", f'<li><a dir="auto">{ARABIC}</a>, 2025</li>'),
        (f'<a aria-label="Note 2, {apart(ARABIC)}">2</a>', f'<a aria-label="Note 2, {apart(ARABIC)}">2</a>'),
        (f'<li data-by="{apart(ARABIC)}">x</li>', f'<li data-by="{ARABIC}">x</li>'),
        (f"<svg><text>{apart(ARABIC)}</text></svg>", f"<svg><text>{apart(ARABIC)}</text></svg>"),
        ("<p>Société 深度求索</p>", "<p>Société 深度求索</p>"),
    ],
)
def test_an_element_says_where_its_own_text_begins(drawn: str, said: str) -> None:
    assert directed(drawn) == said


def test_the_pages_of_a_record_say_of_each_text_where_it_begins(pages_from_doc: dict[str, Page]) -> None:
    """
    actors: [{id: yaron, name: ירון כהן}]
    topics: [{id: bridge, name: جسر}]
    sources:
      - {id: mina, title: الرافعات تؤخّر الجسر, publisher: صحيفة الميناء, language: ar, issued: 2025-03-01}
    events:
      - id: delay
        date: 2025-03-05
        title: הגשר לא ייפתח!
        summary: הגשר *לא* ייפתח.
        actors: [yaron]
        topics: [bridge]
        claims:
          - {text: הגשר לא ייפתח!, by: yaron, cite: {source: mina, attributed_to: مصدران}}
          - {text: "The bridge, in Hebrew \\"גשר\\", stays shut.", cite: mina}
    """
    event = pages_from_doc["events/delay/"].body

    assert '<h1 id="_content" dir="auto">הגשר לא ייפתח!</h1>' in event
    assert re.search(r'<p class="tl-lede"[^>]* dir="auto">הגשר <em>לא</em> ייפתח\.', event)
    assert '<p class="tl-claim-text" dir="auto">הגשר לא ייפתח!</p>' in event
    assert '<cite class="tl-cited" lang="ar" dir="auto">الرافعات تؤخّر الجسر</cite>' in event
    assert f"<bdi>{ARABIC}</bdi>, 1 March 2025" in event
    assert '<h1 id="_content" dir="auto">جسر</h1>' in pages_from_doc["topics/bridge/"].body
    assert '<a href="../events/delay/" dir="auto">הגשר לא ייפתח!</a>' in pages_from_doc["timeline/"].body


def test_a_record_in_one_direction_says_nothing_of_it(sample: Timeline, sample_pages: dict[str, Page]) -> None:
    ours = {source.id for source in sample.sources if source.title and apart(source.title) != source.title}
    for address, page in sample_pages.items():
        if not any(id in page.body for id in ours):
            assert set(re.findall(r'<(\w+)[^<>]* dir="auto"', page.body)) <= {"input"}, address
            assert OPENS not in page.body, address
