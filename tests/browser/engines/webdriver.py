"""The commands of W3C WebDriver, over the two ways in which browsers of a distribution take them.

WebKit's own driver listens for HTTP. Firefox understands the same commands by itself, as Marionette: lengths and JSON
over a connection, so that no driver has to be fetched beside it.
"""

from __future__ import annotations

import itertools
import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key of a reference to an element, as the standard has it
FOR = 60.0
"""How many seconds an answer is waited for."""

T = TypeVar("T")


class Refused(Exception):
    """What a browser said instead of doing it."""


class Wire(Protocol):
    """One session of a browser."""

    def __call__(self, command: str, /, **arguments: Any) -> Any:
        """The answer to a command, named as the standard names it."""


class Marionette:
    """Firefox, on the port it was told to listen at."""

    def __init__(self, port: int) -> None:
        self._connection = retried(lambda: socket.create_connection(("127.0.0.1", port), timeout=FOR))
        self._answers = self._connection.makefile("rb")
        self._numbers = itertools.count(1)
        self._read()  # it says what it speaks

    def __call__(self, command: str, /, **arguments: Any) -> Any:
        number = next(self._numbers)
        sent = json.dumps([0, number, command if ":" in command else f"WebDriver:{command}", arguments]).encode()
        self._connection.sendall(b"%d:%s" % (len(sent), sent))
        _, answered, error, result = self._read()
        assert answered == number
        if error:
            raise Refused(f"{command}: {error['error']}: {error['message']}")
        return result["value"] if isinstance(result, dict) and result.keys() == {"value"} else result

    def close(self) -> None:
        self._answers.close()
        self._connection.close()

    def _read(self) -> Any:
        length = b""
        while (digit := self._answers.read(1)) != b":":
            if not digit:
                raise Refused("the connection was closed")
            length += digit
        return json.loads(self._answers.read(int(length)))


PATHS = {
    "NewSession": ("POST", "/session"),
    "DeleteSession": ("DELETE", ""),
    "Navigate": ("POST", "/url"),
    "Back": ("POST", "/back"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "PerformActions": ("POST", "/actions"),
    "ReleaseActions": ("DELETE", "/actions"),
    "SetWindowRect": ("POST", "/window/rect"),
    "TakeScreenshot": ("GET", "/screenshot"),
}


class Http:
    """A driver of its own, on the port it was told to listen at."""

    def __init__(self, port: int) -> None:
        self._address = f"http://127.0.0.1:{port}"
        self._session = ""
        retried(lambda: self._ask("GET", "/status"))

    def __call__(self, command: str, /, **arguments: Any) -> Any:
        method, path = PATHS[command]
        answer = self._ask(method, self._session + path, arguments if method == "POST" else None)
        if command == "NewSession":
            self._session = f"/session/{answer['sessionId']}"
        return answer

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        asked = urllib.request.Request(self._address + path, data, method=method)
        try:
            with urllib.request.urlopen(asked, timeout=FOR) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as refusal:
            with refusal:
                said = json.load(refusal)["value"]
            raise Refused(f"{path}: {said['error']}: {said['message']}") from None


def retried(does: Callable[[], T]) -> T:
    """Until what was started listens."""
    until = time.monotonic() + FOR
    while True:
        try:
            return does()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
