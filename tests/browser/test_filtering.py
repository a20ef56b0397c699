"""What the browser finds is what the command finds, on any day and for any question."""

from __future__ import annotations

import datetime
import json
import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Readers
from tests.browser.modules import MODULES
from timeline import dates
from timeline.browser import search_index
from timeline.cli import list_, list_states
from timeline.cli.selection_options import WORDS, Asked
from timeline.dates import Date
from timeline.model import Timeline
from timeline.queries.days_of_change import Changes
from timeline.queries.evidence import Evidence
from timeline.queries.search import passages, terms
from timeline.queries.search.folded import folded
from timeline.queries.search.tokens import tokens
from timeline.queries.search.vocabulary import vocabulary
from timeline.queries.selection import Selection
from timeline.site.wording import evidence

pytestmark = pytest.mark.browser

ANSWERS = (
    "async searches => {"
    + MODULES
    + """
  return searches.map(search => {
    const question = address.read(search, events.columns)
    const { places } = filtering.filtered(events, question, filtering.saying(events, question))
    const forms = events.forms(question.asOf ?? events.columns.through)
    return [address.write(question), [...places].map(place => {
      const [status, sources, origins, , , , claims] = events.columns.forms[forms[place]]
      const number = claims ? claims.length : events.claims[place]
      return [events.ids.at(place), events.columns.facets.status[status][0], sources, origins, number]
    })]
  })
}"""
)

OTHERS = (
    "async asked => {"
    + MODULES
    + """
  return asked.map(day => {
    const { expectations, tracks } = filtering.others(events, day)
    const stand = expectations.map(each => [each.id, each.standing])
    return [stand, tracks.map(({ id, state }) => [id, state ? state[0] : null, state ? state[1] : null])]
  })
}"""
)


def questions(record: Timeline, number: int) -> Iterator[tuple[dict[str, Any], Asked]]:
    """Random days and selections, as an address has them and as the command has them; the same each time."""
    luck = random.Random(5)
    days = Changes(record).days
    texts = [claim.text for claim in record.claims] + [e.title for e in record.events] + [a.name for a in record.actors]
    words = sorted({word for text in texts for word in text.split() if any(c.isalnum() for c in word)})
    values = {"topic": [t.id for t in record.topics], "actor": [a.id for a in record.actors]} | WORDS
    for _ in range(number):
        near = luck.choice(days) + datetime.timedelta(days=luck.choice([-1, 0, 0, 1]))
        on = min(near, record.record.through) if luck.random() < 0.8 else None
        chosen: dict[str, Any] = {}
        for facet, known in values.items():
            if luck.random() < 0.2:
                chosen[facet] = luck.sample(list(known), k=min(len(known), luck.randint(1, 3)))
        if luck.random() < 0.4:
            word = luck.choice(words)
            chosen["q"] = word[: luck.randint(1, len(word))]
        for end in ("from", "to"):
            if luck.random() < 0.2:
                event = luck.choice(record.events)
                chosen[end] = event.date.text
        if luck.random() < 0.15:
            chosen["key"] = "true"
        if luck.random() < 0.15:
            chosen["disputed"] = "true"
        if on:
            chosen["as-of"] = on.isoformat()
        selection = Selection(
            q=chosen.get("q", "").strip(),
            **{name.replace("-", "_"): tuple(chosen.get(name, ())) for name in values},
            start=_date(chosen.get("from")),
            end=_date(chosen.get("to")),
            key="key" in chosen,
            disputed="disputed" in chosen,
        )
        yield chosen, Asked(selection, on)


def _date(text: str | None) -> Date | None:
    return dates.parse(text) if text else None


def told(record: Timeline, asked: Asked) -> list[list[Any]]:
    """What `timeline list … --format json` says."""
    rows = json.loads(list_.as_json(list_.chosen(record, asked), newest_first=False))
    return sorted([row["id"], row["status"], row["sources"], row["origins"], row["claims"]] for row in rows)


def test_on_two_hundred_days_and_for_as_many_questions_the_browser_says_what_the_command_says(
    reader: Readers, record: Timeline
) -> None:
    asked = list(questions(record, 200))
    page = reader().opens("timeline/")

    found = page.evaluate(ANSWERS, ["?" + urlencode(chosen, doseq=True) for chosen, _ in asked])

    wrong = [
        (chosen, sorted(rows), told(record, question))
        for (chosen, question), (_, rows) in zip(asked, found, strict=True)
        if sorted(rows) != told(record, question)
    ]
    assert wrong == []
    assert sum(bool(rows) for _, rows in found) > 60, "most questions find something, or nothing was compared"


def test_on_two_hundred_days_forecasts_and_tracks_stand_as_the_command_says(reader: Readers, record: Timeline) -> None:
    days = sorted({question.on or record.record.through for _, question in questions(record, 260)})
    page = reader().opens("timeline/")

    found = page.evaluate(OTHERS, [day.toordinal() for day in days])

    def rows(thing: str, day: datetime.date) -> list[dict[str, Any]]:
        listed: list[dict[str, Any]] = json.loads(list_states.listed(record, thing, Asked(Selection(), day), "json"))
        return listed

    assert found == [
        [
            [[row["id"], row["standing"]] for row in rows("expectations", day)],
            [[row["id"], row["state"], row["tone"]] for row in rows("tracks", day)],
        ]
        for day in days
    ]


CARDS = """() => [...document.querySelectorAll('#_list .tl-card')].map(card => [
  card.id, card.querySelector('.tl-status').textContent, card.querySelector('.tl-origins').textContent])"""


def test_the_cards_show_what_was_found(reader: Readers, record: Timeline) -> None:
    page = reader().opens("timeline/?order=newest")
    page.locator(".tl-controls[data-awake]").wait_for()
    for chosen, question in [pair for pair in questions(record, 40) if pair[0]][:20]:
        drawn(page, "?" + urlencode(chosen, doseq=True))
        expected = told(record, question)
        found = page.evaluate(CARDS)
        assert len(found) == min(len(expected), 60)
        rows = {row[0]: row for row in expected}
        for id, status, words in found:
            _, told_status, sources, origins, _ = rows[id]
            assert status == told_status
            assert words == evidence(Evidence(sources, origins, 0))


def drawn(page: Page, search: str) -> None:
    """To an address of the timeline, as the back button goes there, until all that is drawn at first is drawn."""
    page.evaluate(
        """async search => {
          const form = document.querySelector('.tl-controls')
          const done = new Promise(drawn => form.addEventListener('tl-drawn', drawn, { once: true }))
          history.pushState(null, '', location.pathname + search)
          dispatchEvent(new PopStateEvent('popstate'))
          await done
          await new Promise(rest => setTimeout(rest, 300))
        }""",
        search,
    )


SHAPE = """
const shape = list => [...list.querySelectorAll('.tl-card')].map(card =>
  [card.closest('.tl-month').firstElementChild.outerHTML, card.outerHTML.replace(/\\s+/g, ' ')])
"""


def test_a_card_that_the_script_draws_is_the_card_that_the_build_drew(reader: Readers, record: Timeline) -> None:
    page = reader().opens("timeline/")
    built = page.evaluate(f"() => {{ {SHAPE} return shape(document.querySelector('#_list')) }}")
    page.locator("#_q").focus()
    page.locator(".tl-controls[data-awake]").wait_for()

    drawn = page.evaluate(
        "async () => {"
        + MODULES
        + SHAPE
        + """
        const [{ months }, { everything }, { Links }] = await Promise.all(
          ['cards', 'question', 'links'].map(name => import(base + name + '.js')))
        const all = filtering.filtered(events, everything(), null).places
        const made = document.createElement('div')
        const root = new URL('../', location.href).pathname
        const view = { links: new Links(events.addresses, root), sought: events.sought('') }
        made.innerHTML = months(events, all, events.forms(events.columns.through), view)
        return shape(made).map(card => card.map(html => html.replaceAll(`"${root}`, '"../')))
        }"""
    )

    assert len(built) > 10
    assert [card for card in built if card not in drawn] == []


def test_words_are_folded_as_the_command_folds_them(reader: Readers, record: Timeline) -> None:
    texts = [event.title for event in record.events]
    texts += [text for source in record.sources for text in (source.title or "", source.publisher)]
    texts += ["Straße", "ΣΊΣΥΦΟΣ", "naïve café", "Señor", "“quoted” – dash", "İstanbul", "ﬁne", "中文"]
    texts += ["H20", "２０２５"]
    found = reader().opens("timeline/").evaluate("async texts => {" + MODULES + "return texts.map(match.fold) }", texts)

    assert found == [folded(text) for text in texts]


TYPED = [
    *("license", "licens", "canceled", "rumor of May", "harbor office", "brige", "the docks", "who signs", "K7-north"),
    *("k7 north", "walk-way", "steam ship", "longbridge", "north wire", "evening post", "mbw", "41m crowns", "41 Mio."),
    *("$41 million", "forty one million", "two crowns", "2", "twenty-five", "5,5 Mrd.", "a billion dollars", "55亿"),
    *("v3.1", "3.5", "1.000.000", "50,000", "长桥", "长", "S460钢板", "训练R2失败", "brucken", "Brücken", "bruecke"),
    *("lampe", "Küstenbote", "kuestenbote", "’s", "-", "", "the", "who is it", "c++", "at&t", "Nobody's", "K 7", "x"),
    *("ordering", "shipped", "companies", "unknownword", "cranes'", "S460s", "ﬁrst", "２５", "𠮷野", "ꙮ", "５.５"),
]


def test_what_was_typed_is_read_as_the_command_reads_it_however_small_the_pieces_of_the_index(
    reader: Readers, record: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "LONGEST_PIECE", 150)
    known = vocabulary(record)
    luck = random.Random(7)
    words = luck.sample(known.words, 150) + [word for event in record.events for word in event.title.split()]
    typed = sorted({*TYPED, *words, *(word[: luck.randint(1, len(word))] for word in words)})
    typed += [f"{luck.choice(words)} {luck.choice(words)}" for _ in range(60)]
    typed += [luck.choice(words) + luck.choice(words) for _ in range(30)]
    read = [frozenset(t for x in part for t in tokens(folded(x.text))) for part in passages.everything(record)]
    pieces = list(search_index.pieces(read, known.ways))

    found = (
        reader()
        .opens("timeline/")
        .evaluate(
            "async ([pieces, parts, typed]) => {"
            + MODULES
            + """
            const [{ Concordance }, { terms }] = await Promise.all(
              ['search_index', 'terms'].map(name => import(base + name + '.js')))
            return typed.map(text => {
              const index = new Concordance(pieces.map(([first]) => first), parts)
              for (let turn = 0; turn < 20; turn++) {
                index.wanted.clear()
                const read = terms(text, index, events.reading)
                const met = read.map(term => [...index.meets(term).keys()].filter(part => index.meets(term)[part]))
                const needed = [...index.wanted]
                if (!needed.length) return [read.map(({ typed, ways }) => [typed, [...new Set(ways)]]), met]
                for (const number of needed) index.take(number, pieces[number][1])
                index.found.clear()
              }
            })
            }""",
            [pieces, len(read), typed],
        )
    )

    assert len(pieces) > 40
    for text, (ways, met) in zip(typed, found, strict=True):
        expected = terms.terms(text, known)
        assert {word: set(each) for word, each in ways} == {
            term.typed: {"+".join(way) for way in term.ways} for term in expected
        }, text
        for term, numbers in zip(expected, met, strict=True):
            assert numbers == [n for n, part in enumerate(read) if terms.fits(term, [part])], (text, term)
