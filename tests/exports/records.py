"""A record with everything that forms for machines stumble over, and records that anybody may write."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

HARD = """
record: {title: 'The "harbour" bridge, <old> & new', language: en, licence: CC-BY-4.0, through: 2026-01-01,
  uuid: 1fbcea2d-ce91-4cc7-b1fc-114d901f5935}
topics: [{id: bridge, name: '=The bridge', about: 'The *bridge*, and <b>what</b> it cost.'}]
actors: [{id: town, name: 王府, kind: government, also: ['The town, its council', 'المجلس']}]
sources:
  - {id: gazette, title: '=HYPERLINK("https://evil.example","x")', publisher: '+Gazette', issued: 2024-05,
     authors: ['Ann "A." Bell', '-Ben', {family: "O'Łuk", given: 'Zoë & <Co>'}, {family: 王, given: 芳}],
     kind: original-reporting}
  - {id: herald, title: '桥梁开放 — "开放"', title_in: {en: 'The bridge opens'}, publisher: Herald, language: zh,
     issued: 2024-06-02~, relays: [gazette, {source: minutes, guess: true}]}
  - {id: minutes, title: '@minutes', publisher: Town, seen: false, note: Kept in the archive.}
  - {id: mina, title: 'افتتاح الجسر في الميناء', publisher: الميناء, language: ar, issued: 2024-06,
     archive: {url: 'https://archive.example/1', on: 2024-07-01}, aliases: [al-mina], relays: minutes}
events:
  - id: opening
    date: 2024-05~
    date_basis: a photograph
    added: 2025-12-01
    title: "'=1+1', said the mayor, <b>&amp; \\"opened\\" 🌉"
    summary: "-The bridge was opened, 王府 says; \\U0001F309 & <i>all</i>."
    key: true
    topics: bridge
    actors: town
    rivals: [{date: '[2024-04-02..2024-04-20]', cite: mina}]
    dates: {effective: {date: 2024-06-01, cite: gazette}}
    claims:
      - {id: opened, text: "=The bridge opened, \\"at last\\".", cite: [gazette, {source: herald, via: gazette,
         locator: '-page 2', attributed_to: two people familiar with the matter}], by: town}
      - {text: "\\tIt is 3 < 4 & \\U0001F309 long.", cite: mina}
      - {text: لم يفتح, disputes: opened, question: 'Did it open?', cite: mina, by: town}
    updates: [{on: 2025-12-20, kind: correction, text: We had April.}]
  - {id: works, date: 2024-07/.., title: Works go on, course: planned, claims: [{text: They go on., cite: herald}],
     related: [{event: opening, as: hampers, cite: herald}], topics: bridge}
  - {id: founding, date: -0043-03~, title: 'The first bridge, "Pons" <I> & 橋', topics: bridge,
     claims: [{text: 'Built 44 BC, =they say.', cite: {source: mina, attributed_to: '@scribe, "the old"'}}]}
  - {id: gala, date: 2026-02-03, title: '=GALA(), "الحفل"; <b>a</b> & 庆典, \\n 🌉', course: planned, topics: bridge,
     added: 2025-12-24, claims: [{text: There is to be a gala., cite: mina}]}
  - {id: decade, date: 202X, title: A decade, claims: [{text: In the twenties., cite: minutes}], aliases: [old-decade]}
expectations:
  - {id: soon, about: bridge, by: town, said: 2024-01, window: 2024-05/2024-06, wording: '"soon", =soon', cite: gazette,
     outcome: {event: opening}}
  - {id: late, about: bridge, said: 2024-02-03, window: 2025-33, cite: herald, window_basis: inferred, outcome: missed}
tracks:
  - {id: state, title: 'How the bridge stood', states: [
      {from: 2024-01~, to: 2024-05-31, state: '+closed', tone: limited, cite: gazette},
      {from: 2024-06, state: open, tone: open, event: opening}]}
"""
"""Vague dates, open ranges, rivals, a year before 1, Chinese, Arabic, quotes, markup, commas, an emoji, leading `=`,
`+`, `-`, `@`."""

_PIECES = (
    "=", "+", "-", "@", "'", "''", '"', ",", ";", "<", ">", "&", "&amp;", "中文", "مرحبا", "🌉",
    "\N{FULLWIDTH EQUALS SIGN}", "a", "word", " ", "|", "\\", "\\n",
    "NULL", "null", "true", "0", "1e3", "2025-05", "\xa0", "#", ":", "é",
)  # fmt: skip


def lines() -> st.SearchStrategy[str]:
    """What may stand in a line of text."""
    joined = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=12).map("".join)
    return joined.map(lambda text: " ".join(text.split())).filter(bool)


DATES = ("2025", "2025-04", "2025-04-09", "2025-05~", "2025-04-09?", "[2025-01-20..2025-08-14]", "202X", "../2025-03",
         "2025-05%", "2024/..", "2025-21", "2025-33", "2025-04-01/2025-05", "-0043-03~")  # fmt: skip
"""Dates of every form."""


@st.composite
def records(draw: Any) -> dict[str, Any]:
    """A record of a few events and documents with any text; what is cited is there."""
    text, date = lines(), st.sampled_from(DATES)
    author = text | st.fixed_dictionaries({"family": text, "given": text})
    sources = [f"s{n}" for n in range(draw(st.integers(1, 3)))]
    cite = st.lists(
        st.fixed_dictionaries({"source": st.sampled_from(sources)}, optional={"locator": text, "attributed_to": text}),
        min_size=1, max_size=3,
    )  # fmt: skip
    claim = st.fixed_dictionaries({"text": text, "cite": cite}, optional={"by": st.just("x")})
    events = []
    for number in range(draw(st.integers(1, 3))):
        events.append({
            "id": f"e{number}", "title": draw(text), "date": draw(date), "summary": draw(text),
            "claims": draw(st.lists(claim, min_size=1, max_size=3)), "actors": ["x"], "topics": ["y"],
            "rivals": draw(st.lists(st.fixed_dictionaries({"date": date, "cite": cite}), max_size=2)),
            "key": draw(st.sampled_from(["true", "false"])),
        })  # fmt: skip
    return {
        "record": {"title": draw(text)},
        "actors": [{"id": "x", "name": draw(text), "kind": "company"}],
        "topics": [{"id": "y", "name": draw(text)}],
        "sources": [
            {"id": id, "title": draw(text), "publisher": draw(text), "authors": draw(st.lists(author, max_size=2))}
            for id in sources
        ],
        "events": events,
        "expectations": [{"id": "f", "about": "y", "window": draw(date), "wording": draw(text), "cite": sources[0]}],
        "tracks": [{"id": "t", "title": draw(text), "states": [
            {"from": draw(date), "state": draw(text), "cite": sources[0]}]}],
    }  # fmt: skip
