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

from timeline.model import fields

FIELDS: dict[str, Callable[[object], Any]] = {
    "id": fields.slug,
    "claim": fields.claim_reference,
    "date": fields.edtf,
    "day": fields.day,
    "flag": fields.flag,
    "address": fields.address,
    "text": fields.inline,
    "line": fields.one_line,
    "language": fields.language,
    "country": fields.country,
    "uuid": fields.uuid,
}
LITERAL = re.compile(r"(?:^|[;,] (?:or )?)write `\"?([^`…\"]+)\"?`")


def refused(read: Callable[[object], Any], text: object) -> dict[str, str]:
    with pytest.raises(PydanticCustomError) as caught:
        read(text)
    return dict(caught.value.context or {})


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


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org/a?b=c&d=%20#e",
        "https://bücher.example/",
        "https://例え.テスト/道",
        "https://example.org:8080/a",
        "https://192.0.2.1/a",
        "HTTPS://EXAMPLE.ORG",
        "https://example.org/" + "a" * 1_980,
    ],
)
def test_addresses_that_browsers_follow_are_read(address: str) -> None:
    assert fields.address(address) == address


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("javascript:alert(1)", "`javascript:` is neither http nor https"),
        ("JavaScript:alert(1)", "`javascript:` is neither http nor https"),
        ("data:text/html,x", "`data:` is neither http nor https"),
        ("ftp://example.org", "`ftp:` is neither http nor https"),
        ("mailto:a@example.org", "`mailto:` is neither http nor https"),
        ("//example.org", "neither http nor https stands in front"),
        ("/page", "neither http nor https stands in front"),
        ("example.org", "neither http nor https stands in front"),
        ("https:example.org", "two slashes belong after `https:`"),
        ("https://", "empty host"),
        ("https://intranet/page", "the host has no dot"),
        ("https://me@example.org", "a user name or password stands in it"),
        ("https://me:secret@example.org", "a user name or password stands in it"),
        ("https://example.org/a b", "an address has no spaces"),
        ("https://example.org/\\a", "`\\` is written `%5C` in an address"),
        ('https://example.org/"a"', '`"` is written `%22` in an address'),
        ("https://example.org/<a>", "`<` is written `%3C` in an address"),
        ("https://example.org/a|b", "`|` is written `%7C` in an address"),
        ("https://example.org/?q=a^b", "`^` is written `%5E` in an address"),
        ("https://example.org/`a`", "a backquote is written `%60` in an address"),
        ("https://example.org/" + "a" * 1_981, "2,001 characters, at most 2,000 fit"),
    ],
)
def test_addresses_that_do_nothing_or_harm_are_refused(address: str, reason: str) -> None:
    assert refused(fields.address, address)["label"] == reason


DOI = "write `https://doi.org/{}`; or leave `url` out and write `doi: {}`"


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("https://example.org/story|1.html", "write `https://example.org/story%7C1.html`"),
        ("https://example.org/doc?id={0A1B}", "write `https://example.org/doc?id=%7B0A1B%7D`"),
        ("doi:10.1000/182", DOI.format("10.1000/182", "10.1000/182")),
        ("DOI 10.1000/182", DOI.format("10.1000/182", "10.1000/182")),
        (
            "10.1002/(SICI)1097<1::AID>3.0",
            DOI.format("10.1002/(SICI)1097%3C1::AID%3E3.0", "10.1002/(SICI)1097<1::AID>3.0"),
        ),
        ("doi.org/10.1000/182", DOI.format("10.1000/182", "10.1000/182")),
        ("arXiv:2401.00001v2", "write `https://arxiv.org/abs/2401.00001v2`"),
        (
            "gopher://example.org/1",
            "write the address of a page with the same text, or leave the line out and name this one in `note`",
        ),
    ],
)
def test_an_address_as_people_copy_it_is_answered_with_one_that_can_be_followed(typed: str, remedy: str) -> None:
    assert refused(fields.address, typed)["help"] == remedy


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a [link](javascript:alert(1))", "javascript:alert(1"),
        ("a [link](java&#115;cript:x)", "java&#115;cript:x"),
        ("a [link](/page)", "/page"),
        ("<javascript:x>", "javascript:x"),
        ("an ![image](https://a.example/b.png)", "!["),
        ("[x]: javascript:y", "javascript:y"),
    ],
)
def test_a_link_that_cannot_be_followed_is_pointed_at(text: str, part: str) -> None:
    assert refused(fields.inline, text)["part"] == part


@pytest.mark.parametrize(
    "text", ["a [link](https://a.example/b)", "*emphasis*, `code`, a_b", "<https://a.example>", "a: b"]
)
def test_inline_markdown_is_read(text: str) -> None:
    assert fields.inline(text) == text


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
    assert '`"[1917-10-01..1917-10-31] Julian"`' in refused(fields.edtf, "1917-10 Julian")["help"]


@pytest.mark.parametrize("typed", ["2026-11", "2026", "2026-11-22~", "2026-11-22/2026-11-23"])
def test_a_day_of_our_own_is_whole_and_certain(typed: str) -> None:
    assert refused(fields.day, typed)["label"] == "a day is needed, without doubt"


@pytest.mark.parametrize("text", ["https://paper.example.org/saw", "HTTP://example.org", "www.example.org/a"])
def test_an_address_in_the_place_of_an_id_is_no_id_to_be(text: str) -> None:
    """An id made of the address would be that of no record."""
    told = refused(fields.slug, text)

    assert told["label"] == "an address, where an id belongs"
    assert "write the id of the record that has this address" in told["help"]
