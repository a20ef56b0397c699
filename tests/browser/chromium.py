"""A Chromium on this machine, whoever installed it, proven by starting it once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
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
IN_FEW_PROCESSES = ("--in-process-gpu", "--num-raster-threads=1")
"""Without a graphics card the processor draws, and spares a tenth where fewer hand it on to one another.

Without threads for putting layers together, too, Chromium would draw nothing at all and call no frame."""


@dataclass
class Search:
    """Where a browser was looked for, and which one was found."""

    launch: dict[str, Any] | None = None
    """What playwright needs to start it."""
    attempts: list[str] = field(default_factory=list)


def settings(path: str | None, more: Sequence[str] = ()) -> dict[str, Any]:
    """A browser that talks to nobody; its sandbox cannot be had by root."""
    sandbox = not (hasattr(os, "geteuid") and os.geteuid() == 0)
    found = {"executable_path": path} if path else {}
    return {**found, "args": [*FLAGS, *more], "chromium_sandbox": sandbox, "headless": True}


def search(playwright: Playwright, more: Sequence[str] = ()) -> Search:
    """The first candidate that starts, with further flags if need be."""
    result = Search()
    for name, path in candidates():
        if path is None and name != "playwright's own":
            result.attempts.append(f"{name}: not there")
            continue
        launch = settings(path, more)
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
