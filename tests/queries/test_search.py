"""A search finds what people type for what a record says, by rules and not by lists of its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model import Timeline
from timeline.queries.search.numbers import chunks, numbers
from timeline.queries.search.short_names import initials
from timeline.queries.search.spelling import spellings
from timeline.queries.search.stems import Stems
from timeline.queries.search.terms import terms
from timeline.queries.search.tokens import tokens
from timeline.queries.search.vocabulary import vocabulary
from timeline.queries.selection import Selection, select

RECORD = """
actors:
  - {id: office, name: Bureau of Rivers and Harbours, kind: government}
  - {id: paper, name: The Harbour Daily News, kind: media, also: [HDN, Harbour News]}
  - {id: yard, name: Super Yard, kind: company}
topics:
  - {id: bandwidth, name: High-water bridges, also: HWB}
sources:
  - {id: blatt, title: "Verzögerungen beim Brückenbau, sagen Gerüchte", language: de}
  - {id: bote, title: "Super Yards Kräne scheitern, viele geschmuggelte kommen", language: de}
events:
  - {id: licence, title: The licence is cancelled, actors: [office], topics: [bandwidth]}
  - {id: centre, title: The data centre of Super Yard opens, actors: [yard]}
  - {id: smuggle, title: "Smuggling cost $5.5 billion, says the paper", actors: [paper]}
  - {id: million, title: Five million visitors organise two walk-outs}
  - {id: version, title: "Engine v3.1 runs, 50,000 of them"}
  - {id: chinese, title: "传闻：训练R2失败, writes a reader"}
"""


@pytest.fixture
def found(read_record: Callable[[str], Timeline]) -> Callable[[str], list[str]]:
    record = read_record(RECORD)
    return lambda q: [event.id for event in select(record, Selection(q=q)).events]


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        *((q, "licence") for q in ("license", "licenses", "licensed", "canceled", "cancel", "cancelling", "licence's")),
        *((q, "licence") for q in ("HWB", "hwb licence", "BRH", "rivers and harbours")),
        *(
            (q, "centre")
            for q in ("datacenter", "data-center", "data centers", "datacentre", "superyard", "super-yard")
        ),
        *(
            (q, "smuggle")
            for q in ("smuggled", "smuggler", "$5.5bn", "5,5 Mrd.", "5.5 billion dollars", "5500 million")
        ),
        *((q, "smuggle") for q in ("five and a half billion", "hdn", "HARBOUR NEWS", "harbourdailynews", "papers")),
        *((q, "million") for q in ("5 million", "5m", "5.000.000", "5 Mio.", "organize", "visitor", "2 walkouts")),
        *((q, "version") for q in ("V3.1", "50k", "50000", "50.000", "fifty thousand", "engines")),
        *((q, "chinese") for q in ("r2", "训练", "训练R2", "失败", "r2失败", "训练 r2 失败", "训")),
    ],
)
def test_what_people_type_finds_what_was_meant(found: Callable[[str], list[str]], typed: str, id: str) -> None:
    assert id in found(typed)


@pytest.mark.parametrize(
    "typed", ["ling", "5.5 million", "v3.2", "失训", "bridge centre", "licensing office yard", "zzz"]
)
def test_nothing_is_found_that_was_not_meant(found: Callable[[str], list[str]], typed: str) -> None:
    assert found(typed) == []


def test_small_words_ask_for_nothing_beside_others(found: Callable[[str], list[str]]) -> None:
    assert found("what did the smuggling cost") == ["smuggle"]
    assert len(found("the")) == 4, "alone they are words as any other"


def test_all_that_is_typed_must_be_there(found: Callable[[str], list[str]]) -> None:
    assert found("licence cancelled") == ["licence"]
    assert found("licence smuggling") == []


def test_a_word_of_a_german_title_has_its_forms_and_is_found_without_its_umlauts(
    read_record: Callable[[str], Timeline],
) -> None:
    known = vocabulary(read_record(RECORD))

    assert ("verzogerungen",) in known.ways["verzoegerungen"]
    assert ("geruchte",) in known.ways["geruechte"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [("gescheitert", "scheitern"), ("schmuggeln", "geschmuggelte"), ("geschmuggelter", "geschmuggelte")],
)
def test_a_german_participle_and_its_infinitive_are_one_word(
    read_record: Callable[[str], Timeline], typed: str, written: str
) -> None:
    (term,) = terms(typed, vocabulary(read_record(RECORD)))

    assert (written,) in term.ways


def test_the_genitive_of_a_name_in_another_language_finds_the_name(
    found: Callable[[str], list[str]], read_record: Callable[[str], Timeline]
) -> None:
    assert found("yards") == ["centre"]
    assert ("yards",) in vocabulary(read_record(RECORD)).ways["yard"]


@pytest.mark.parametrize("typed", ["sell", "sells", "selling", "build", "builds"])
def test_irregular_forms_are_one_word(read_record: Callable[[str], Timeline], typed: str) -> None:
    record = read_record("events: [{id: sale, title: The yard sold what it had built}]")

    assert [event.id for event in select(record, Selection(q=typed)).events] == ["sale"]


def test_a_name_in_a_script_without_spaces_says_the_other_name(read_record: Callable[[str], Timeline]) -> None:
    record = read_record("""
actors: [{id: yard, name: Harbour Yard, kind: company, also: 港口船厂}]
events: [{id: opening, title: The yard opens, actors: [yard]}, {id: other, title: Something else}]
""")

    assert [event.id for event in select(record, Selection(q="港口船厂")).events] == ["opening"]
    assert ("港口", "口船", "船厂") in vocabulary(record).ways["harbouryard"]


def test_words_of_another_language_do_not_join_words_of_the_record() -> None:
    stems = Stems()
    stems.by_stem({"data", "date", "daten"}, "de", at_home={"data", "date"})

    assert stems.head("data") != stems.head("date")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("$5.5 billion, 5.5bn and 5,5 Mrd.", ["5500000000"] * 3),
        ("US$600bn in 3 days", ["600000000000", "3"]),
        ("two hundred thousand, twenty-five, nine to five", ["200000", "25", "9", "5"]),
        ("a million, half a million, eine halbe Million", ["1000000", "500000", "500000"]),
        ("1,234,567 and 1.234.567", ["1234567", "1234567"]),
        ("600.000", ["600", "600000"]),
        ("5 m away, 5m people", ["5", "5000000"]),
        ("55亿", ["5500000000"]),
        ("one hundred and sixty million, five point two five billion", ["160000000", "5250000000"]),
        ("funfeinhalb Milliarden, anderthalb, two and three", ["5500000000", "1.5", "2", "3"]),
        ("the 36th, the thirty-sixth, the hundred first, am dritten", ["36th", "36th", "101th", "3th"]),
        ("h20, v4-pro", []),
    ],
)
def test_a_number_has_one_value_however_it_is_written(text: str, values: list[str]) -> None:
    assert [value for _, _, each, _ in numbers(chunks(text.lower())) for value in each] == values


def test_every_spelling_leads_back() -> None:
    words = (
        "licence centre cancelled rumour organise analyse catalogue programme grey defence modelling judgement towards"
    )
    for word in words.split():
        assert any(word in spellings(other) for other in spellings(word)), word
    assert [word for word in ("filled", "four", "filed", "called", "hour", "data") if spellings(word)] == []


def test_initials_are_those_of_three_words_or_more() -> None:
    names = {
        "The Wall Street Journal": "WSJ",
        "South China Morning Post": "SCMP",
        "US Securities and Exchange Commission": "SEC",
        "Center for AI Standards and Innovation": "CAISI",
        "Financial Times": "",
        "Nvidia": "",
    }
    assert {name: initials(name) for name in names} == names


def test_each_script_in_a_text_has_tokens_of_its_own() -> None:
    assert [*tokens("训练r2失败")] == ["训练", "练", "r2", "失败", "败"]
