"""Each word is noted with the events in which a search finds it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.browser import search_index
from timeline.queries.search.folded import folded
from timeline.queries.search.tokens import tokens

SIGNS = "abz019 \t-.'éßΣ中ｱ𐌰²ﬁ_"
TEXTS = st.lists(st.text(SIGNS, max_size=40), max_size=60)
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def numbers(text: str) -> list[int]:
    """Base64 VLQ without signs, read as the standard tells it: five bits a digit, the sixth for "goes on"."""
    found, value, weight = [0], 0, 1
    for digit in map(DIGITS.index, text):
        value, weight = value + digit % 32 * weight, weight * 32
        if digit < 32:
            found.append(found[-1] + value)
            value, weight = 0, 1
    return found[1:]


@given(TEXTS)
def test_each_word_has_the_numbers_of_its_texts(texts: list[str]) -> None:
    read = [set(tokens(folded(text))) for text in texts]
    lines = [line for _, piece in search_index.pieces(read, {}) for line in piece.split("\n")]
    noted = {word: numbers(given) for word, given in (line.split(" ") for line in lines)}

    assert len(noted) == len(lines), "no word stands twice"
    assert list(noted) == sorted(noted, key=lambda word: word.encode("utf-16-be")), "browsers look for them by halves"
    for word, places in noted.items():
        assert places == [n for n, found in enumerate(read) if word in found]


def test_numbers_far_apart_are_noted_in_several_digits() -> None:
    read: list[list[str]] = [["r2"], *([] for _ in range(40_000)), ["r2"], ["r2", "r2"]]

    ((first, piece),) = search_index.pieces(read, {})

    assert first == "r2"
    assert numbers(piece.removeprefix("r2 ")) == [0, 40_001, 40_002]


def test_a_long_record_has_pieces_that_a_phone_fetches_one_by_one() -> None:
    words = [f"word{n:05}" for n in range(30_000)]

    pieces = list(search_index.pieces([words], {}))

    assert len(pieces) > 3
    assert all(len(lines) <= search_index.LONGEST_PIECE for _, lines in pieces)
    assert [first for first, _ in pieces] == [lines.split(" ")[0] for _, lines in pieces]
    assert sum(lines.count("\n") + 1 for _, lines in pieces) == len(words)


def test_a_record_without_words_has_no_pieces() -> None:
    assert list(search_index.pieces([[], []], {})) == []


def test_a_word_that_stands_in_no_text_has_its_ways_and_no_places() -> None:
    ways = {"centre": (("center",),), "dc": (("data", "center"),)}

    ((_, piece),) = search_index.pieces([["center", "data"]], ways)

    assert piece.split("\n") == ["center A", "centre  center", "data A", "dc  data+center"]
