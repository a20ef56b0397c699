"""The pages of the made-up record, as a browser takes them in."""

from __future__ import annotations

import pytest

from tests.bodies import Body
from timeline.html.page import Page


@pytest.fixture(scope="session")
def bodies(sample_pages: dict[str, Page]) -> dict[str, Body]:
    return {address: Body.of(page.body) for address, page in sample_pages.items()}
