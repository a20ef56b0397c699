"""Numbers of documents are taken as they are printed, and a slip in one shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from timeline.model.identifiers import doi, doi_address, isbn, isbn_digits


@pytest.mark.parametrize(
    "printed",
    [
        "0-306-40615-2",
        "0306406152",
        "080442957X",
        "0-8044-2957-X",
        "978-0-306-40615-7",
        "978 0 306 40615 7",
        "9791090636071",
    ],
)
def test_a_number_of_a_book_is_taken_as_it_is_printed(printed: str) -> None:
    assert isbn(printed) == printed


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("978-0-306-40615-8", "compare it with the book: a digit is wrong, or two stand the wrong way round"),
        ("0-306-40651-2", "compare it with the book: a digit is wrong, or two stand the wrong way round"),
        ("ISBN-13: 978-0-306-40615-7", "write `978-0-306-40615-7`"),
        ("080442957x", "write `080442957X`"),
        ("306-40615-2", "write `0-306-40615-2`"),
        ("977-0-306-40615-7", "write the number as it is printed in the book, or leave the line out"),
        ("12", "write the number as it is printed in the book, or leave the line out"),
        ("٠٣٠٦٤٠٦١٥٢", "write the number as it is printed in the book, or leave the line out"),
    ],
)
def test_what_is_no_number_of_a_book_is_answered_and_nothing_made_up(typed: str, told: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        isbn(typed)

    assert (refused.value.type, (refused.value.context or {})["help"]) == ("bad-isbn", told)


@given(st.from_regex(r"97[89][0-9]{9}", fullmatch=True), st.integers(0, 12), st.integers(1, 9))
def test_one_wrong_digit_of_thirteen_is_always_seen(twelve: str, place: int, more: int) -> None:
    (whole,) = (f"{twelve}{last}" for last in range(10) if _taken(f"{twelve}{last}"))
    slip = whole[:place] + str((int(whole[place]) + more) % 10) + whole[place + 1 :]

    assert not _taken(slip)


@given(st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_both_forms_of_one_book_are_one_number(nine: str) -> None:
    (ten,) = (f"{nine}{last}" for last in "0123456789X" if _taken(f"{nine}{last}"))

    assert _taken(isbn_digits(ten))
    assert isbn_digits(ten) == isbn_digits(isbn_digits(ten))


def _taken(number: str) -> bool:
    try:
        isbn(number)
    except PydanticCustomError:
        return False
    return True


@pytest.mark.parametrize(
    "name", ["10.1000/182", "10.5555/a(b)<c>;2-d", "10.1000.10/123456", "10.1038/s41586-025-09422-z"]
)
def test_a_doi_is_taken_as_it_is_printed_and_leads_somewhere(name: str) -> None:
    assert doi(name) == name
    assert doi_address(name).startswith("https://doi.org/10.")
    assert not set(doi_address(name)) & set('<>" #%'.replace("%", ""))


@pytest.mark.parametrize("before", ["doi:", "DOI: ", "https://doi.org/", "http://dx.doi.org/", "doi.org/"])
def test_what_stands_in_front_of_a_doi_is_taken_away_by_the_remedy(before: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        doi(f"{before}10.1000/182")

    assert (refused.value.context or {})["help"] == "write `10.1000/182`"


@pytest.mark.parametrize(
    "typed", ["10.1000", "11.1000/182", "https://example.org/10.1000/182", "10.1000/a b", "10.1/x"]
)
def test_what_is_no_doi_is_refused(typed: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        doi(typed)

    assert refused.value.type == "bad-doi"
