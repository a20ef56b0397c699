"""Without a parser, a text is never taken for less deep than it is."""

from __future__ import annotations

from contextlib import suppress

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.loader.forbidden_yaml import Loader
from timeline.loader.nesting import deepest, may_nest

PIECES = st.sampled_from(
    [*"[]{},:#'\"\\?-ab", " ", "\n", "\r", "''", '"]"', "']'", " # ]\n", ": ", "? ", "- ", "|\n  ", "['", '["', "\\'"]
)


def levels(text: str) -> int:
    """Flow collections within each other, as the parser counts them; `[a: b]` is two of them in one bracket."""
    flow: list[bool] = []
    most = 0
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                flow.append(bool(event.flow_style))
                most = max(most, sum(flow))
            elif isinstance(event, yaml.CollectionEndEvent):
                flow.pop()
    return most


@settings(max_examples=1_000)
@given(st.lists(PIECES, max_size=60).map("".join))
@example("['a''b]', [\"\\\"]\", [ # ]\n[x")
@example("{?'a': ['''', [',']")
@example("[ # ' ]\n[ # \" ]\n[ it's, [")
@example("a: it's [\nb: ['] ', [']']]")
@example("a: 'x\\'\nb: [\"\\\\\", [")
def test_a_text_is_never_deeper_than_it_is_taken_for(text: str) -> None:
    assert levels(text) <= 2 * deepest(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: [b, [c]]\n" * 500,
        "- {id: a, name: 'It''s [so]', about: \"They said: \\\"[no]\\\".\"}\n" * 500,
        "a: It's [a link](https://a.example), and don't forget [another](https://b.example) # [so]\n" * 500,
        "cite: [a, # why [not]\n  b]\n" * 500,
        'a: \'One\' and "two"\nb: "It\'s"\nc: {d: \'e\', f: ["g"]}\n' * 500,
    ],
)
def test_what_people_type_again_and_again_does_not_add_up(text: str) -> None:
    assert deepest(text) <= 3


@pytest.mark.parametrize("text", ["a:\n" + " " * 60 + "b", "- " * 30 + "x", "x: 1\r" + "? " * 30])
def test_a_line_that_begins_far_to_the_right_may_be_deep(text: str) -> None:
    assert may_nest(text, 50)
