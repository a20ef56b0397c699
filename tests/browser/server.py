"""A site that is built for browsers, and served to them from this machine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from mkdocs.config import load_config

from tests.engines.sites import build_once


class Quiet(SimpleHTTPRequestHandler):
    """Answers as most hosts do, and tells nobody."""

    protocol_version = "HTTP/1.1"  # one connection for many files

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that turns to another page lets go of what it was being sent."""


def built(home: Path, root: Path, **settings: Any) -> Path:
    """A folder with the site of another that has an `mkdocs.yml`, below `record/` as on many hosts."""
    build_once(load_config(config_file=str(home / "mkdocs.yml"), site_dir=str(root / "record"), **settings))
    return root


@contextmanager
def serving(root: Path, handler: Callable[..., SimpleHTTPRequestHandler] = Quiet) -> Iterator[str]:
    """The address of the site in a folder, while it is served."""
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/record/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
