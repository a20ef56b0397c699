"""Invisible signs that a script or an emoji needs, and those that nobody asked for."""

from __future__ import annotations

import pytest

from timeline.loader.invisible_signs import help_for, unwanted

NEEDED = {
    "a mark of direction in Hebrew": "\u05d4\u05e2\u05d9 2.0\u200f \u05e4\u05d5",
    "one in Arabic": "\u0627\u0644\u061c 5",
    "a space without width in Khmer": "\u179a\u17b6\u1787\u17b6\u200b\u178e\u17b6\u1785",
    "one in Thai before a figure": "\u0e44\u0e17\u0e22\u200b2025",
    "the flag of Scotland": "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "joiners of Persian and of families": "\u0645\u06cc\u200c\u0646\u0648\u06cc\u0633\u062f \U0001f468\u200d\U0001f469",
    "a form of a Chinese letter": "\u8fbb\U000e0101",
    "a filler of old Korean": "\u115f\u1163",
    "a vowel of Mongolian": "\u182d\u180e\u1820",
}
UNWANTED = {
    "a mark of direction among Latin letters": "The\u200f bridge",
    "one on another line than the Hebrew": "\u05d4\u05e2\nThe\u200e bridge",
    "a space without width in a word": "bri\u200bdge",
    "an override in Hebrew": "\u05d4\u05e2\u202e",
    "an embedding": "a\u202ab",
    "an isolate": "a\u2066b",
    "letters of a flag without the flag": "\U000e0067\U000e007f",
    "a flag without its end": "\U0001f3f4\U000e0067\U000e0062\U000e0073",
    "a form of a letter that has none": "The bridge\U000e0101",
    "a filler alone": "\u3164",
    "one of old Korean alone": "\u1160 bridge",
    "a soft hyphen": "bri\xaddge",
    "a bell": "a\x07b",
}


@pytest.mark.parametrize("text", NEEDED.values(), ids=NEEDED)
def test_what_a_script_or_an_emoji_needs_is_taken(text: str) -> None:
    assert [*unwanted(text)] == []


@pytest.mark.parametrize("text", UNWANTED.values(), ids=UNWANTED)
def test_what_nobody_asked_for_is_pointed_at(text: str) -> None:
    assert [*unwanted(text)]


def test_a_sign_within_a_word_leaves_no_gap_when_it_goes() -> None:
    assert help_for("\u200b") == help_for("\u202e") == "delete the character"
    assert help_for("\u2028") == "delete the character, and type a space or a new line if one is needed"
