"""Signs that look right and are not what YAML takes them for."""

from __future__ import annotations

import pytest

from tests.problems.golden import BASE
from tests.problems.test_remedies import RECORD, told
from timeline.loader.yaml_tree import compose

EVENTS = BASE["events.yaml"]
MEANT = {
    "no-break spaces in front": ("    title:", "\u00a0\u00a0\u00a0\u00a0title:"),
    "plain and no-break spaces": ("    title:", "  \u00a0\u00a0title:"),
    "two ideographic spaces for four": ("    title:", "\u3000\u3000title:"),
    "one thin space where others have four": ("    title:", "\u2009title:"),
    "a no-break space behind a dash": ("- id: opened", "-\u00a0id: opened"),
    "one behind a colon": ("title: The", "title:\u00a0The"),
    "an en dash in front of a record": ("  - id: bridge", "  \u2013 id: bridge"),
    "an em dash in front of a claim": ("- id: opened", "\u2014 id: opened"),
    "a minus": ("- id: opened", "\u2212 id: opened"),
    "a dot": ("- id: opened", "\u2022 id: opened"),
    "an asterisk": ("- id: opened", "* id: opened"),
    "a dash without its space": ("- id: opened", "-id: opened"),
    "a colon of full width": ("title: The", "title\uff1aThe"),
    "one and a space": ("claims:", "claims\uff1a "),
    "one at the top": ("events:", "events\uff1a"),
    "brackets of full width": ("topics: bridge", "topics: \uff3bbridge\uff3d"),
    "braces of full width": ("cite: gazette-1931", "cite: \uff5bsource\uff1agazette-1931\uff5d"),
    "a colon within braces": ("cite: gazette-1931", "cite: {source\uff1agazette-1931}"),
    "a comma within braces": ("cite: gazette-1931", "cite: {source: gazette-1931\uff0clocator: p. 3}"),
    "a sign in front of an id": ("cite: gazette-1931", "cite: @gazette-1931"),
    "one in brackets": ("cite: gazette-1931", "cite: [@gazette-1931]"),
    "one in braces": ("cite: gazette-1931", "cite: {source: @gazette-1931}"),
    "an id as a link": ("cite: gazette-1931", "cite: [gazette-1931](https://gazette.example/)"),
    "an id as an event on pages": ("topics: bridge", "topics: [[bridge]]"),
    "an id behind the sign of a note": ("topics: bridge", "topics: #bridge"),
    "one in a list": ("topics: bridge", "topics:\n      - #bridge"),
    "one behind the sign of an alias": ("topics: bridge", "topics: *bridge"),
    "one in the marks of code": ("topics: bridge", "topics: `bridge`"),
    "one in braces by itself": ("topics: bridge", "topics: {bridge}"),
    "an id of its own": ("- id: bridge-opening", "- id: @bridge-opening"),
}
WORDS = [
    "summary: >\n      He said\n      \u2013 and meant it \u2013\n      \u00a0that: it: opens\n    title: x",
    'summary: "The bridge\n      \u2022 opens"',
    "summary: The bridge\n      \u2013 and the ferry",
    "title: The\u00a0bridge \u2013 opens\uff1anow",
    "title: Bridge\u3000opens",
    'title: "#4 opens"',
    "title: '@harbour'",
    "title: No. 4 * 5",
]


@pytest.mark.parametrize("slip", MEANT.values(), ids=MEANT)
def test_a_sign_is_named_and_the_rest_is_read_as_it_was_meant(slip: tuple[str, str]) -> None:
    old, new = slip
    assert old in RECORD

    loaded = told(RECORD.replace(old, new).replace("date: 1931-05-02", "date: 1931-13-02"))

    assert {problem.code for problem in loaded.problems} - {"unused"} == {"foreign-sign", "impossible-date"}


@pytest.mark.parametrize("words", WORDS)
def test_signs_within_a_text_are_its_own(words: str) -> None:
    assert compose("events.yaml", f"events:\n  - id: opening\n    {words}\n")[1] == []


def test_dashes_of_a_list_are_told_each_and_a_thousand_are_counted() -> None:
    text = "topics:\n" + "".join(f"  \u2013 id: t{number}\n    name: Topic\n" for number in range(1_000))

    problems = compose("topics.yaml", text)[1]

    assert len(problems) == 20
    assert problems[-1].label.endswith("and 980 more follow")


def test_names_that_yaml_gives_and_repeats_are_its_own() -> None:
    text = RECORD.replace("topics: bridge", "topics: &b bridge\n    actors: *b")

    assert [problem.code for problem in told(text).problems] == ["anchor", "alias"]


def test_what_can_be_known_beside_a_slip_of_syntax_is_told_with_it() -> None:
    text = RECORD.replace("publisher: Town council", "publisher: Town: council")
    text = text.replace("date: 1931-05-02", "date: 1931-13").replace("cite: gazette-1931", "cite: nobody")

    codes = [problem.code for problem in told(text).problems]

    assert codes == ["unquoted-text", "impossible-date", "unknown-source"]


def test_what_can_be_known_beside_an_invisible_sign_is_told_with_it() -> None:
    text = RECORD.replace("Town council\n    issued", "Town\u200b council\n    issued")

    codes = [problem.code for problem in told(text.replace("date: 1931-05-02", "date: 1931-13")).problems]

    assert codes == ["control-character", "impossible-date"]
