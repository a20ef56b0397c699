"""A Chromium on this machine, whoever installed it, proven by starting it once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Error, Playwright

ON_PATH = (
    "chromium-headless-shell",  # has no windows to hide, and opens a page in a quarter of the time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
)
REMEDIES = (
    "install one (Debian: apt install chromium-headless-shell; elsewhere: python -m playwright install chromium) "
    "or name one with CHROMIUM=/path/to/it"
)
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


@dataclass
class Search:
    """Where a browser was looked for, and which one was found."""

    launch: dict[str, Any] | None = None
    """What playwright needs to start it."""
    attempts: list[str] = field(default_factory=list)


def settings(path: str | None) -> dict[str, Any]:
    """A browser that talks to nobody; its sandbox cannot be had by root."""
    sandbox = not (hasattr(os, "geteuid") and os.geteuid() == 0)
    found = {"executable_path": path} if path else {}
    return {**found, "args": list(FLAGS), "chromium_sandbox": sandbox, "headless": True}


def search(playwright: Playwright) -> Search:
    """The first candidate that starts."""
    result = Search()
    for name, path in candidates():
        if path is None and name != "playwright's own":
            result.attempts.append(f"{name}: not there")
            continue
        launch = settings(path)
        try:
            playwright.chromium.launch(**launch, timeout=20_000).close()
        except Error as error:
            result.attempts.append(f"{name}: {_reason(error)}")
            continue
        result.launch = launch
        return result
    return result


def candidates() -> Iterator[tuple[str, str | None]]:
    """Each with the words it is spoken of by, the one that somebody named first."""
    if named := os.environ.get("CHROMIUM"):
        yield f"CHROMIUM={named}", shutil.which(named)
    for name in ON_PATH:
        yield f"{name} on PATH", shutil.which(name)
    yield "playwright's own", None


def _reason(error: Error) -> str:
    lines = [line.strip(" ║╔╗╚╝═") for line in error.message.splitlines()]
    return next((line for line in lines if line), "did not start")[:200]
