"""A server on this machine that answers as the worst of the internet does, and keeps what it was asked."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

Raw = Callable[[socket.socket], None]
DOCUMENT = (
    "<!doctype html><html><head><title>The bridge opens</title></head><body><p>It opened on Friday.</p></body></html>"
)


def said(status: int, body: bytes | str = DOCUMENT, **headers: str) -> Raw:
    """An answer as it should be; a header `retry_after` is sent as `Retry-After`."""
    raw = body.encode() if isinstance(body, str) else body
    told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(raw)), "Connection": "close"}
    told |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    head = f"HTTP/1.1 {status} x\r\n" + "".join(f"{name}: {value}\r\n" for name, value in told.items() if value)
    return lambda sock: sock.sendall(head.encode() + b"\r\n" + raw)


def in_turn(*answers: Raw) -> Raw:
    """Another answer each time; the last one from then on."""
    left = list(answers)
    return lambda sock: (left.pop(0) if len(left) > 1 else left[0])(sock)


def dripping(stop: threading.Event, head: bytes = b"HTTP/1.1 200 OK\r\nX: ") -> Raw:
    """A byte now and then, for as long as somebody listens."""

    def drip(sock: socket.socket) -> None:
        sock.sendall(head)
        while not stop.wait(0.02):
            sock.sendall(b"x")

    return drip


def flooding(stop: threading.Event) -> Raw:
    """More than anybody asked for."""

    def flood(sock: socket.socket) -> None:
        sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Much</title><p>")
        while not stop.is_set():
            sock.sendall(b"much " * 10_000)

    return flood


class Server:
    """By path, what is answered; `asked` has each question's path and headers, in order."""

    def __init__(self) -> None:
        self.answers: dict[str, Raw] = {"/robots.txt": said(404, "none")}
        self.otherwise: Raw = said(404, "<title>Not found</title>")
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        self.bodies: list[str] = []
        self.stop = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.base = f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def at(self, path: str) -> str:
        return self.base + path

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def run(self) -> None:
        while True:
            try:
                sock, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def close(self) -> None:
        self.stop.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _serve(self, sock: socket.socket) -> None:
        with sock, suppress(OSError, ValueError, IndexError):
            sock.settimeout(10)
            head, _, body = self._received(sock)
            first, *lines = head.split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
            while len(body) < int(headers.get("content-length", "0")):
                body += sock.recv(65_536).decode()
            path = first.split()[1]
            self.asked.append((path, headers))
            self.bodies.append(body)
            self.answers.get(path, self.answers.get(path.partition("?")[0], self.otherwise))(sock)

    def _received(self, sock: socket.socket) -> tuple[str, str, str]:
        raw = b""
        while b"\r\n\r\n" not in raw:
            piece = sock.recv(65_536)
            if not piece:
                raise ValueError
            raw += piece
            if raw.startswith(b"\x16\x03"):  # somebody begins to speak TLS
                sock.sendall(b"HTTP/1.1 400 x\r\n\r\n")
                raise ValueError
        return raw.decode().partition("\r\n\r\n")


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    try:
        yield server
    finally:
        server.close()
        running.join()


class Time:
    """A clock that only goes on when somebody waits."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.waits: list[float] = []

    def now(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.seconds += seconds
