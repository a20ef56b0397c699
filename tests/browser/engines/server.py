"""The site on a server that knows what it was asked for, and that serves it a second time to readers without script."""

from __future__ import annotations

import io
import json
import time
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.browser.server import Quiet, serving

BREACH = b"""<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>A page against its own policy</title><p>It runs a script.<script>document.title = "it ran"</script>"""

WALK = b"""<!doctype html><title>A walk</title><iframe height="800"></iframe><script>
const [frame, wide] = [document.querySelector("iframe"), []];
const rest = (time) => new Promise((done) => setTimeout(done, time));
(async () => {
  for (const address of JSON.parse(decodeURIComponent(location.search.slice(1)))) {
    frame.width = 1280;
    const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
    frame.src = new URL(`../${address}`, location.href);
    await loaded;
    const page = frame.contentDocument;
    page.querySelector("header")?.dispatchEvent(new Event("pointerover")); // at which the theme's script comes
    const loads = () => frame.contentWindow.performance.getEntriesByType("resource");
    const came = () => loads().some(({ name }) => name.includes("/bundle."));
    for (let turn = 0; turn < 100 && page.querySelector(".md-header") && !came(); turn++) await rest(50);
    for (let known = -1; known < loads().length; await rest(150)) {
      known = loads().length;
      await fetch("rest/", { cache: "no-store" });
    }
    for (const width of [1280, 390]) {
      frame.width = width;
      const reach = page.documentElement.scrollWidth;
      if (reach > width) wide.push([address, width, reach]);
    }
  }
  fetch(`walked/?${encodeURIComponent(JSON.stringify(wide))}`, { cache: "no-store" });
})();
</script>"""


@dataclass
class Asked:
    """What a server was asked for."""

    now: int = 0
    last: float = 0.0
    refused: list[str] = field(default_factory=list)
    walked: list[Any] | None = None
    """What the page that opens others told of them, once it had opened all."""

    def quiet(self) -> bool:
        """Whether nobody has asked for anything of late."""
        return not self.now and time.monotonic() - self.last > 0.25


class _Served(Quiet):
    """Below `/still/` no script runs and browsers know it, as if their readers had switched scripts off."""

    def __init__(self, *arguments: Any, asked: Asked, **named: Any) -> None:
        self.asked = asked
        super().__init__(*arguments, **named)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/still"))

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        while path == "/record/walk/rest/" and not self.asked.quiet():
            time.sleep(0.05)
        self.asked.now += 1
        try:
            if path == "/record/walk/walked/":
                self.asked.walked = json.loads(unquote(query))
            super().do_GET()
        finally:
            self.asked.now -= 1
            self.asked.last = time.monotonic()

    def send_head(self) -> Any:
        own = {"breach/": BREACH, "walk/": WALK, "walk/rest/": b"", "walk/walked/": b""}
        page = own.get(self.path.partition("?")[0].removeprefix("/record/"))
        if page is None:
            return super().send_head()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        return io.BytesIO(page)

    def end_headers(self) -> None:
        if self.path.startswith("/still/"):
            self.send_header("Content-Security-Policy", "sandbox allow-same-origin")
        super().end_headers()

    def send_error(self, code: int, *arguments: Any, **named: Any) -> None:
        if not self.path.startswith("/favicon"):
            self.asked.refused.append(f"{code} {self.path}")
        super().send_error(code, *arguments, **named)


def counting(root: Path, asked: Asked) -> AbstractContextManager[str]:
    """The address of the site in a folder, while it is served and what is asked for is noted."""
    return serving(root, partial(_Served, asked=asked))
