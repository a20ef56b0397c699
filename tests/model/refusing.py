"""What a field answers that refuses a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic_core import PydanticCustomError


def refused(read: Callable[[object], Any], text: object) -> dict[str, str]:
    """The label and the remedy of the refusal."""
    with pytest.raises(PydanticCustomError) as caught:
        read(text)
    return dict(caught.value.context or {})
