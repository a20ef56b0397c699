"""What templates know, and how they call it."""

from __future__ import annotations

import pytest

from timeline.html.environment import environment


@pytest.mark.parametrize("name", sorted(environment().globals))
def test_no_function_asks_what_a_template_holds(name: str) -> None:
    assert not hasattr(environment().globals[name], "jinja_pass_arg"), "it would have to be handed the context"


def test_a_template_is_looked_up_once() -> None:
    assert environment().get_template("event.html") is environment().get_template("event.html")
