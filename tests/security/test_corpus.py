"""What was found to lead deep into dates, loader, Markdown and import is answered in words, in every run."""

from __future__ import annotations

import pytest

from tests.security.targets import TARGETS, kept


@pytest.mark.parametrize("name", TARGETS)
def test_what_was_kept_is_answered_in_words(name: str) -> None:
    found = kept(name)

    assert len(found) > 3
    for raw in found:
        TARGETS[name](raw)
