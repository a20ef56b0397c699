"""Firefox and WebKit as a distribution packs them: whether they are here, and a session of each."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from tests.browser.engines.webdriver import Http, Marionette, Wire

WIDTH, HEIGHT = 1280, 900

FIREFOX = ("firefox-esr", "firefox")
BROWSERS_OF_WEBKIT = ("webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0")  # folders of MiniBrowser, the newest first
REMEDIES = {
    "firefox": "apt install firefox-esr, or name one with FIREFOX=/path/to/it",
    "webkit": "apt install webkit2gtk-driver xvfb",
}
PREFERENCES = {
    "remote.prefs.recommended": True,  # nothing is fetched, updated or offered
    "app.normandy.enabled": False,
    "browser.contentblocking.category": "standard",
    "network.prefetch-next": True,  # as its readers have it, whatever it recommends for tests
    "ui.prefersReducedMotion": 1,
}

HEARD = """
const met = Services.console.getMessageArray().flatMap(each => {
  try { each = each.QueryInterface(Ci.nsIScriptError) } catch { return [] }
  return [[each.sourceName, `${each.category}: ${each.errorMessage}`]]
})
const said = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).getEvents()
  .map(each => [each.filename, `console.${each.level}: ${each.arguments.join(' ')}`])
return [...met, ...said].filter(each => each.join().includes(arguments[0])).map(each => each.join(' '))
"""
FORGOTTEN = """
Services.console.reset()
Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).clearEvents()
"""


@dataclass
class Engine(ABC):
    """A browser that was started, before any page."""

    name: str
    wire: Wire

    @abstractmethod
    def hears(self, address: str, done: Callable[[], bool]) -> list[str]:
        """Opens a page and says what was written to the console about pages of its host until something is done."""


def missing(name: str) -> bool:
    """Whether an engine is not on this machine; whether it starts is seen when it is needed."""
    if name == "firefox":
        return _firefox() is None
    return not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb") and _mini_browser())


@contextmanager
def started(name: str, folder: Path) -> Iterator[Engine]:
    """A session of an engine, with what it keeps in a folder."""
    with {"firefox": _started_firefox, "webkit": _started_webkit}[name](folder) as engine:
        engine.wire("SetWindowRect", width=WIDTH, height=HEIGHT)
        yield engine


# -- Firefox ---------------------------------------------------------------------------------------


class _Firefox(Engine):
    def hears(self, address: str, done: Callable[[], bool]) -> list[str]:
        self._within(FORGOTTEN)
        self.wire("Navigate", url=address)
        until(done)
        found: list[str] = self._within(HEARD, urlsplit(address).netloc)
        return found

    def _within(self, script: str, *arguments: Any) -> Any:
        """Runs in the browser itself, which alone sees all of its console."""
        self.wire("Marionette:SetContext", value="chrome")
        try:
            return self.wire("ExecuteScript", script=script, args=list(arguments))
        finally:
            self.wire("Marionette:SetContext", value="content")


def _firefox() -> str | None:
    names = (named,) if (named := os.environ.get("FIREFOX")) else FIREFOX
    return next(filter(None, map(shutil.which, names)), None)


@contextmanager
def _started_firefox(folder: Path) -> Iterator[Engine]:
    port = _free_port()
    preferences = {**PREFERENCES, "marionette.port": port}
    lines = (f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in preferences.items())
    (folder / "user.js").write_text("".join(lines))
    path = _firefox()
    assert path
    command = [path, "--headless", "--no-remote", "--profile", str(folder)]
    own = {"XDG_CACHE_HOME": str(folder)}  # without a place for what it keeps it does not start
    steered = [*command, "--marionette", "--remote-allow-system-access"]
    with _running(steered, own), closing(Marionette(port)) as wire:
        wire("NewSession")
        yield _Firefox("firefox", wire)
        wire("Marionette:Quit", flags=["eForceQuit"])


# -- WebKit ----------------------------------------------------------------------------------------


class _WebKit(Engine):
    log: Path
    screen: str

    def hears(self, address: str, done: Callable[[], bool]) -> list[str]:
        """In a window of its own, which keeps what it has fetched beside the log: steered or private, it would write
        nothing. It writes line by line, or all of it would be read when the browser ends."""
        command = ["stdbuf", "-oL", str(_mini_browser()), "--enable-write-console-messages-to-stdout=true", address]
        own = {f"XDG_{each}_HOME": str(self.log.parent / each) for each in ("DATA", "CACHE", "CONFIG")}
        with self.log.open("wb") as log, _running(command, {"DISPLAY": self.screen, **own, **_SOFTWARE}, log=log):
            until(done)
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return [line for line in lines if "CONSOLE" in line and not any(each in line for each in _OF_SLOW_MACHINES)]


_OF_SLOW_MACHINES = ("preloaded using link preload", "ResizeObserver loop completed")
"""What was asked for beforehand is used late, and a watch of sizes waits for a frame: the theme's, for no script
of ours has one (`test_no_script_watches_sizes`)."""


def _mini_browser() -> Path | None:
    """The browser beside the library that Debian has for trying it, and that its driver starts."""
    folders = [each for name in BROWSERS_OF_WEBKIT for each in Path("/usr").glob(f"lib*/**/{name}/MiniBrowser")]
    return next(iter(folders), None)


@contextmanager
def _started_webkit(folder: Path) -> Iterator[Engine]:
    port = _free_port()
    with _screen() as screen, _running(["WebKitWebDriver", f"--port={port}"], {"DISPLAY": screen, **_SOFTWARE}):
        wire = Http(port)
        options = {"binary": str(_mini_browser()), "args": ["--automation", "--private"]}
        wire("NewSession", capabilities={"alwaysMatch": {"webkitgtk:browserOptions": options}})
        engine = _WebKit("webkit", wire)
        engine.log, engine.screen = folder / "log", screen
        yield engine
        wire("DeleteSession")


_SOFTWARE = {"LIBGL_ALWAYS_SOFTWARE": "1", "WEBKIT_DISABLE_DMABUF_RENDERER": "1", "NO_AT_BRIDGE": "1"}


@contextmanager
def _screen() -> Iterator[str]:
    """A display that nobody sees, as X names it; it chooses a free number and tells it."""
    told, telling = os.pipe()
    size = f"{WIDTH}x{HEIGHT + 100}x24"
    with _running(["Xvfb", "-displayfd", str(telling), "-screen", "0", size, "-nolisten", "tcp"], {}, (telling,)):
        os.close(telling)
        with os.fdopen(told) as line:
            yield f":{line.readline().strip()}"


# -- both ------------------------------------------------------------------------------------------


def _free_port() -> int:
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        number: int = each.getsockname()[1]
        return number


def until(holds: Callable[[], Any], patience: float = 110.0, else_: str = "it does not end") -> Any:
    """What holds, as soon as it does."""
    end = time.monotonic() + patience
    while not (found := holds()):
        assert time.monotonic() < end, else_
        time.sleep(0.05)
    return found


@contextmanager
def _running(
    command: Sequence[str], also: Mapping[str, str] | None = None, fds: Sequence[int] = (), log: IO[bytes] | None = None
) -> Iterator[None]:
    process = subprocess.Popen(
        command,
        env={**os.environ, **(also or {})},
        pass_fds=fds,
        stdin=subprocess.DEVNULL,
        stdout=log or subprocess.DEVNULL,
        stderr=log or subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
