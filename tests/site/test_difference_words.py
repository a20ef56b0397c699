"""What has changed in a record, each kind of change in one sentence."""

from __future__ import annotations

from typing import get_args

import pytest

from timeline.queries.differences import Difference, What
from timeline.queries.renames import Thing
from timeline.site.difference_words import heading, sentence

SAID: dict[tuple[What, str, str, str], str] = {
    ("added", "", "", ""): "new",
    ("gone", "", "", ""): "gone",
    ("renamed", "", "start", ""): "renamed, was start; the old id leads on",
    ("date-moved", "date", "1931-05", "1931-06~"): "date moved from May 1931 to about June 1931",
    ("date-moved", "issued", "soon", "1931"): "day of publication moved from soon to 1931",
    ("date-more-precise", "date", "1931", "1931-05"): "date more precise, from 1931 to May 1931",
    ("date-less-precise", "date", "1931-05", "1931"): "date less precise, from May 1931 to 1931",
    ("field", "status", "reported", "confirmed"): "status from reported to confirmed",
    ("field", "title", "It opens", "It is open"): "title from “It opens” to “It is open”",
    ("field", "url", "", "https://a.example/"): "address, new: https://a.example/",
    ("field", "date_basis", "a guess", ""): "what the date rests on, gone: a guess",
    ("claim-field", "opened.by", "council", "engineer"): "claim opened: who says it from council to engineer",
    ("translated", "title.de", "", "Sie ist offen"): "title in German, new: Sie ist offen",
    ("translated", "opened.text.fr", "Ouvert.", ""): "claim opened: text in French, gone: Ouvert.",
    ("claim-added", "claim-2", "", "It rained."): "new claim 2: It rained.",
    ("claim-gone", "claim-2", "It rained.", ""): "claim 2 is gone: It rained.",
    ("claim-reworded", "opened", "It opens.", "It opened."): "claim opened reworded, from “It opens.” to “It opened.”",
    ("cited", "opened", "", "gazette"): "claim opened now cites gazette",
    ("cited-otherwise", "opened", "page 1", "page 2"): "claim opened cites otherwise: page 2, was page 1",
    ("no-longer-cited", "opened", "gazette", ""): "claim opened no longer cites gazette",
    ("now-disputed", "opened", "", "flood"): "claim opened is now disputed: flood",
    ("no-longer-disputed", "opened", "flood", ""): "claim opened is no longer disputed; what stood against it: flood",
    ("fewer-independent", "", "2", "1"): "fewer independent sources: 1, was 2",
    ("more-independent", "", "1", "2"): "more independent sources: 2, was 1",
    ("told", "correction", "", "The day was wrong."): "readers are told (correction): The day was wrong.",
    ("untold", "", "", ""): "no new entry under `updates` tells readers of this",
}


@pytest.mark.parametrize("change", SAID, ids=lambda change: f"{change[0]} {change[1]}")
def test_a_change_is_told_in_one_sentence(change: tuple[What, str, str, str]) -> None:
    what, part, before, after = change

    assert sentence(Difference(what, "event", "opening", "It opens", part, before, after)) == SAID[change]


def test_every_kind_of_change_has_its_sentence() -> None:
    assert {what for what, *_ in SAID} == set(get_args(What))


@pytest.mark.parametrize("thing", get_args(Thing))
def test_what_a_change_is_of_has_its_word(thing: Thing) -> None:
    word = "forecast" if thing == "expectation" else thing

    assert heading(Difference("added", thing, "harbour", "The harbour")) == f"{word} harbour: The harbour"
