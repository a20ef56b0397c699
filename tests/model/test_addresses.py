"""An address that a reader may follow is read; any other is refused with what to write instead."""

from __future__ import annotations

import pytest

from tests.model.refusing import refused
from timeline.model.address import address, inline


@pytest.mark.parametrize(
    "given",
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
def test_addresses_that_browsers_follow_are_read(given: str) -> None:
    assert address(given) == given


@pytest.mark.parametrize(
    ("given", "reason"),
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
def test_addresses_that_do_nothing_or_harm_are_refused(given: str, reason: str) -> None:
    assert refused(address, given)["label"] == reason


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
    assert refused(address, typed)["help"] == remedy


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
    assert refused(inline, text)["part"] == part


@pytest.mark.parametrize(
    "text", ["a [link](https://a.example/b)", "*emphasis*, `code`, a_b", "<https://a.example>", "a: b"]
)
def test_inline_markdown_is_read(text: str) -> None:
    assert inline(text) == text
