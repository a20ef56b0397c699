"""Somebody with a window of any engine: what he does and what he sees, in the commands that all of them have."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from tests.browser.engines.server import Asked
from tests.browser.engines.started import HEIGHT, Engine, until
from tests.browser.engines.webdriver import ELEMENT

PATIENCE = 20.0
"""How many seconds something may take to be seen."""

KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015", "Control": "\ue009"}

HELP = """
const all = selector => [...document.querySelectorAll(selector)]
const shown = each => each.checkVisibility({ visibilityProperty: true })
const line = text => text.replace(/\\s+/g, ' ').trim()
"""


@dataclass
class Reader:
    engine: Engine
    site: str
    server: Asked

    # -- doing --

    def opens(self, address: str = "", script: bool = True) -> Reader:
        """Goes to a page and waits until it asks for nothing more."""
        site = self.site if script else self.site.replace("/record/", "/still/record/")
        self.engine.wire("Navigate", url=site + address)
        self.rests()
        return self

    def goes_back(self) -> None:
        self.engine.wire("Back")

    def rests(self) -> None:
        self.until(self.server.quiet, "the page asks for more and more")

    def clicks(self, selector: str, number: int = 0) -> None:
        element = self._brought(selector, number)
        self._pointer(
            {"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": element},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        )

    def points(self, selector: str, number: int = 0) -> None:
        element = self._brought(selector, number)
        self._pointer({"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": element})

    def leaves(self) -> None:
        """Moves the pointer into the corner of the window."""
        self._pointer({"type": "pointerMove", "duration": 0, "x": 3, "y": 3, "origin": "viewport"})

    def focuses(self, selector: str, number: int = 0) -> None:
        self.run("all(arguments[0])[arguments[1]].focus()", selector, number)

    def presses(self, *keys: str) -> None:
        """Keys by their names, or letters."""
        pressed = [KEYS.get(key, key) for key in keys]
        actions = [{"type": kind, "value": key} for key in pressed for kind in ("keyDown", "keyUp")]
        self.engine.wire("PerformActions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def types(self, text: str) -> None:
        self.presses(*text)

    def widens(self, width: int, height: int = HEIGHT) -> None:
        """Neither engine makes a window as narrow as a phone; the narrowest of both is some 500 pixels wide."""
        self.engine.wire("SetWindowRect", width=width, height=height)

    # -- seeing --

    def run(self, script: str, *arguments: Any) -> Any:
        """The value of a script in the page, in which `all`, `shown` and `line` are known."""
        return self.engine.wire("ExecuteScript", script=HELP + script, args=list(arguments))

    def sees(self, selector: str) -> list[str]:
        """The words of what is shown, each on one line."""
        found: list[str] = self.run("return all(arguments[0]).filter(shown).map(e => line(e.innerText))", selector)
        return found

    def finds(self, selector: str, words: str = "") -> str:
        """Waits until something is shown and has these words in it."""
        found: str = self.until(
            lambda: next((text or " " for text in self.sees(selector) if words in text), None),
            f"nothing is seen at {selector} with {words!r}",
        )
        return found

    def misses(self, selector: str) -> None:
        """Waits until nothing of it is shown any more."""
        self.until(lambda: not self.sees(selector), f"something is still seen at {selector}")

    def until(self, holds: Callable[[], Any], else_: str) -> Any:
        """What holds, as soon as it does."""
        return until(holds, PATIENCE, f"{self.engine.name}: {else_}")

    @property
    def address(self) -> str:
        """Where he is, on the site."""
        there: str = self.run("return location.href") or ""  # nowhere, while he goes to another page
        return there.replace("/still/record/", "/record/").removeprefix(self.site)

    def walks(self, addresses: Sequence[str]) -> tuple[list[str], list[Any]]:
        """Opens pages one after the other, in a frame as wide as a screen and as a phone: what the console says of
        them and what was asked for in vain; and which of them go sideways, with width and reach."""
        self.server.walked = None
        self.server.refused.clear()
        walk = f"{self.site}walk/?{quote(json.dumps(list(addresses)))}"
        said = self.engine.hears(walk, lambda: self.server.walked is not None)
        return [*sorted(set(said)), *self.server.refused], self.server.walked or []

    # -- how --

    def _brought(self, selector: str, number: int) -> dict[str, str]:
        """An element that is shown, in the middle of the window."""
        find = "const e = all(arguments[0]).filter(shown)[arguments[1]]; e?.scrollIntoView({block: 'center'}); return e"
        element: dict[str, str] = self.until(
            lambda: self.run(find, selector, number), f"there is no {selector} number {number}"
        )
        return {ELEMENT: element[ELEMENT]}

    def _pointer(self, *actions: dict[str, Any]) -> None:
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": list(actions)}
        self.engine.wire("PerformActions", actions=[mouse])
