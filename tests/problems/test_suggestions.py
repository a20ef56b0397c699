"""The word that was meant is found among many without comparing each of them."""

from __future__ import annotations

import difflib

import pytest

from timeline.problems.suggestions import Words, nearest


def test_a_slip_is_named_among_few_words() -> None:
    assert nearest("harbor-gazette", ["harbour-gazette", "courier"]) == "harbour-gazette"


def test_a_slip_in_one_of_thousands_of_words_is_compared_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    ask = difflib.get_close_matches

    def counted(word, known, **how):
        compared.append(len(known))
        return ask(word, known, **how)

    monkeypatch.setattr(difflib, "get_close_matches", counted)
    words = Words(f"harbour-gazette-{number}" for number in range(3_000))

    found = [words.nearest(f"harbour-gazete-{number}", cutoff=0.7) for number in (7, 1234, 2999)]

    assert found == ["harbour-gazette-7", "harbour-gazette-1234", "harbour-gazette-2999"]
    assert max(compared) <= 40


def test_nothing_is_offered_where_nothing_is_like_it() -> None:
    words = Words(f"harbour-gazette-{number}" for number in range(3_000))

    assert words.nearest("xylophone") is None
    assert words.nearest("x" * 500) is None
