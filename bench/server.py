"""A web server of the kind that publishes such a site: compressed, on this machine, without a cache of its own.

python bench/server.py FOLDER [PORT]
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

_TEXT = (".html", ".css", ".js", ".json", ".txt", ".svg", ".xml")


class _Compressed(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    kept: dict[str, bytes] = {}  # noqa: RUF012 -- compressed once, as servers keep it

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix not in _TEXT:
            return super().do_GET()
        body = self.kept.get(str(path))
        if body is None:
            body = self.kept[str(path)] = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        kind = self.guess_type(str(path))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=3600")
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that turns to another page lets go of what it was being sent."""


@contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[str]:
    """The address of the folder while it is served; what scripts fetch is compressed beforehand."""
    for path in folder.glob("assets/**/*"):
        if path.suffix in _TEXT:
            _Compressed.kept[str(path)] = gzip.compress(path.read_bytes(), 6)
    server = _Server(("127.0.0.1", port), partial(_Compressed, directory=str(folder)))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    with serving(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 8000) as address:
        print(address, flush=True)
        Thread(target=input).start()
