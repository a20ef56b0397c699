"""How much work an answer is, counted and not timed: a busy machine is slow and makes no more calls."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any


def calls(function: Callable[..., object], *given: object) -> Counter[str]:
    """Every function that was called for the answer, ours, a library's and Python's own, with how often.

    What one call does with a long text inside of C, a search or a copy, counts as one: a walk that starts again at
    every place of a text shows in the number of calls, a pattern that does so within one search does not.
    """
    found: Counter[str] = Counter()

    def count(frame: FrameType, event: str, argument: Any) -> None:
        if event == "call":
            found[frame.f_code.co_qualname] += 1
        elif event == "c_call":
            found[argument.__qualname__] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        function(*given)
    finally:
        sys.setprofile(before)
    found.subtract(["setprofile"])
    return +found
