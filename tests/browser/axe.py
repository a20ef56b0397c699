"""What axe-core finds wrong with a page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

Violation = dict[str, Any]
"""As axe-core has it: `id` of the rule, and `nodes` with `target`, `html` and `failureSummary`."""


def violations(page: Page, **options: Any) -> list[Violation]:
    """What is wrong by all rules, or by those that the options of `axe.run` choose.

    The script is put into a page once, however often it is asked, and what is right is not carried out of it.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    asked = {"resultTypes": ["violations"], **options}
    found: list[Violation] = page.evaluate("options => axe.run(options).then(found => found.violations)", asked)
    return found


def both_colours(page: Page, **options: Any) -> list[Violation]:
    """The same in light and in dark, which a reader may choose while the page is open."""
    found = []
    for colours, scheme in (("dark", "slate"), ("light", "default")):
        page.emulate_media(color_scheme=colours)  # type: ignore[arg-type] # one of its words
        page.locator(f"body[data-md-color-scheme={scheme}]").wait_for()
        found += violations(page, **options)
    return found
