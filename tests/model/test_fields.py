"""A field reads one text, or says what to write instead; what it says to write is read."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from string import ascii_lowercase
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from tests.model.refusing import refused
from timeline.model import fields
from timeline.model.address import address, inline

FIELDS: dict[str, Callable[[object], Any]] = {
    "id": fields.slug,
    "claim": fields.claim_reference,
    "date": fields.edtf,
    "day": fields.day,
    "flag": fields.flag,
    "address": address,
    "text": inline,
    "line": fields.one_line,
    "language": fields.language,
    "country": fields.country,
    "uuid": fields.uuid,
}
LITERAL = re.compile(r"(?:^|[;,] (?:or )?)write `\"?([^`…\"]+)\"?`")


@pytest.mark.parametrize("name", FIELDS)
@given(
    text=st.one_of(
        st.text(max_size=100), st.lists(st.text(max_size=5), max_size=2), st.dictionaries(st.text(), st.text())
    )
)
def test_whatever_is_typed_is_read_or_refused_with_a_remedy_that_is_read(name: str, text: object) -> None:
    read = FIELDS[name]
    try:
        read(text)
    except PydanticCustomError as refusal:
        facts = refusal.context or {}
        assert facts["label"]
        assert facts["help"]
        if literal := LITERAL.match(facts["help"]):
            read(literal[1])


@pytest.mark.parametrize("read", [fields.country, fields.language])
@pytest.mark.parametrize("written", [str, str.title, str.upper])
def test_no_two_letters_are_mended_into_a_code_that_nobody_has(
    read: Callable[[object], str], written: Callable[[str], str]
) -> None:
    mended = 0
    for letters in itertools.product(ascii_lowercase, repeat=2):
        try:
            read(written("".join(letters)))
        except PydanticCustomError as refusal:
            if literal := LITERAL.match((refusal.context or {})["help"]):
                mended += bool(read(literal[1]))
    assert mended


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("Harbour Gazette", "harbour-gazette"),
        ("hafenbehörde", "hafenbehorde"),
        ("a--b", "a-b"),
        ("-a", "a"),
        ("index", "index-1"),
        ("COM1", "com1-1"),
        ("a" * 81, "a" * 80),
        ("word-" * 17, "-".join(["word"] * 16)),
    ],
)
def test_an_id_is_refused_with_one_that_works(typed: str, better: str) -> None:
    assert f"`{better}`" in refused(fields.slug, typed)["help"]
    assert fields.slug(better) == better


def test_an_id_of_eighty_letters_is_one() -> None:
    assert fields.slug("a" * 80) == "a" * 80


def test_line_ends_of_the_file_are_not_those_of_the_text() -> None:
    assert fields.one_line("The\n  bridge\topens ") == "The bridge opens"


@pytest.mark.parametrize(("typed", "better"), [("English", "en"), ("DE", "de"), ("en_GB", "en-GB"), ("german", "de")])
def test_a_language_is_refused_with_its_tag(typed: str, better: str) -> None:
    assert refused(fields.language, typed)["help"] == f"write `{better}`"


@pytest.mark.parametrize(("typed", "better"), [("yes", "true"), ("no", "false"), ("True", "true"), ("OFF", "false")])
def test_a_flag_has_two_spellings(typed: str, better: str) -> None:
    assert refused(fields.flag, typed)["help"] == f"write `{better}`"


def test_brackets_that_yaml_takes_for_a_list_are_given_quotation_marks() -> None:
    assert refused(fields.edtf, ["2025-01..2025-08"])["help"] == 'put it in quotation marks: `"[2025-01..2025-08]"`'
    assert '`"[1917-01-01..1917-12-31] Julian"`' in refused(fields.edtf, "1917 Julian")["help"]


@pytest.mark.parametrize("typed", ["2026-11", "2026", "2026-11-22~", "2026-11-22/2026-11-23"])
def test_a_day_of_our_own_is_whole_and_certain(typed: str) -> None:
    assert refused(fields.day, typed)["label"] == "a day is needed, without doubt"


@pytest.mark.parametrize("text", ["https://paper.example.org/saw", "HTTP://example.org", "www.example.org/a"])
def test_an_address_in_the_place_of_an_id_is_no_id_to_be(text: str) -> None:
    """An id made of the address would be that of no record."""
    told = refused(fields.slug, text)

    assert told["label"] == "an address, where an id belongs"
    assert "write the id of the record that has this address" in told["help"]


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-hant-TW", "es-419", "sr-Latn-RS", "de-CH-1996", "sl-rozaj-biske"])
def test_a_language_may_be_of_a_script_and_a_region(tag: str) -> None:
    assert fields.language(tag) == tag


@pytest.mark.parametrize(("tag", "part"), [("zh-Hons", "Hons"), ("de-XQ", "XQ"), ("de-Latn-999", "999")])
def test_a_script_or_a_region_that_there_is_not_is_named(tag: str, part: str) -> None:
    told = refused(fields.language, tag)

    assert (told["part"], f"`{part}`" in told["label"]) == (part, True)
    assert f"`{tag.rpartition('-')[0]}`" in told["help"]


@pytest.mark.parametrize(
    ("typed", "better"),
    [("iw", "he"), ("deu", "de"), ("cmn", "zh"), ("kmr-Arab", "ku-Arab"), ("en-UK", "en-GB"), ("DE_de", "de-DE")],
)
def test_a_code_that_was_given_up_is_answered_with_the_one_of_today(typed: str, better: str) -> None:
    assert refused(fields.language, typed)["help"] == f"write `{better}`"


@pytest.mark.parametrize(
    ("typed", "help"),
    [
        ("UK", "write `uk` for Ukrainian, or `en` for English"),
        ("SE", "write `se` for Northern Sami, or `sv` for Swedish"),
        ("CN", "write `zh`; `CN` is a country"),
        ("cn-CN", "write `zh-CN`; `CN` is a country"),
    ],
)
def test_a_country_in_the_place_of_a_language_is_never_read_as_one_of_two_that_it_may_mean(
    typed: str, help: str
) -> None:
    assert refused(fields.language, typed)["help"] == help


@pytest.mark.parametrize(("typed", "better"), [("UK", "GB"), ("Scotland", "GB"), ("DD", "DE"), ("usa", "US")])
def test_a_country_by_another_name_is_refused_with_its_code(typed: str, better: str) -> None:
    assert refused(fields.country, typed)["help"] == f"write `{better}`"


@pytest.mark.parametrize(("gone", "today"), [("SU", "RU"), ("CS", "CZ"), ("YU", "HR"), ("AN", "CW")])
def test_a_country_that_is_several_today_is_none_of_them_by_our_word(gone: str, today: str) -> None:
    told = refused(fields.country, gone)

    assert told["label"] == "no country has this code today"
    assert f"`{today}`" in told["help"]
    assert told["help"].endswith("or leave the line out")
