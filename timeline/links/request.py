"""One question to one address, bounded in time and in bytes, whatever the other side does.

`http.client` and not a library above it: the connection must go to a number that was judged beforehand, nothing may
be followed, kept open or sent along unasked, and a bound of time has to hold for the whole of it and not for each
piece that drips in. A library would bring a pool, cookies and redirects, which would have to be switched off again.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import SplitResult, quote, urlsplit

from timeline.links.allowed_hosts import Forbidden, Host, Network, UnknownHost

Nature = Literal["", "forbidden", "name", "connection", "time", "broken"]
_PIECE = 65_536
_BROKEN_OFF = "it broke off in the middle"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one question may cost."""

    seconds: float = 30.0
    """From the first step to the last byte."""
    bytes: int = 3_000_000
    """What is read of an answer; the rest is left."""
    redirects: int = 8


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, or why nothing did."""

    status: int = 0
    """The status of HTTP; 0 where there is none."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """By their names in small letters."""
    body: bytes = b""
    whole: bool = True
    """Whether all of it was read, and can be."""
    fault: str = ""
    """Why there is no answer, in words without a full stop."""
    nature: Nature = ""
    """Of the fault: not asked, no such name, no connection, too slow, or no answer that can be read."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, of which machines, and what it may cost."""

    agent: str
    """What it says of itself, in the header `User-Agent`."""
    network: Network = field(default_factory=Network)
    limits: Limits = field(default_factory=Limits)

    def ask(
        self,
        url: str,
        seconds: float | None = None,
        headers: Mapping[str, str] | None = None,
        sent: bytes | None = None,
    ) -> Answer:
        """Asks for what stands at an address, and follows nothing. `sent` is laid before it (POST)."""
        room = min(self.limits.seconds, seconds if seconds is not None else self.limits.seconds)
        try:
            split = urlsplit(url)
            host = self.network.host(split, room)
        except ValueError:
            return Answer(fault="it cannot be read as an address", nature="forbidden")
        except Forbidden as refused:
            return Answer(fault=str(refused), nature="forbidden")
        except OSError as error:
            nature: Nature = "name" if isinstance(error, UnknownHost) else "connection"
            return Answer(fault=error.strerror or str(error), nature=nature)
        told = {"User-Agent": self.agent, "Accept": "*/*", "Connection": "close", **(headers or {})}
        return _asked(split, host, room, self.limits.bytes, told, sent)


class _Late(Exception):
    """The time is over."""


class _Watch:
    """Ends a connection when its time is over, also in the middle of a line."""

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def follow(self, connected: socket.socket) -> None:
        self._socket = connected
        if self.over:
            self._end()

    def _end(self) -> None:
        self.over = True
        if self._socket is not None:
            with suppress(OSError, ValueError):
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)  # below TLS, whose own would wait

    @contextmanager
    def __call__(self) -> Iterator[None]:
        self._timer.start()
        try:
            yield
        finally:
            self._timer.cancel()


class _Connection(http.client.HTTPConnection):
    """To a number that was judged, under the name that was asked for."""

    def __init__(self, host: Host, secure: bool, seconds: float, watch: _Watch) -> None:
        super().__init__(host.name, host.port, timeout=seconds)
        self.default_port = 443 if secure else 80
        self._to, self._secure, self._seconds, self._watch = host, secure, seconds, watch

    def connect(self) -> None:
        plain = self._connected()
        self._watch.follow(plain)
        self.sock = plain
        if self._secure:
            context = ssl.create_default_context()
            wrapped = context.wrap_socket(plain, server_hostname=self._to.name, do_handshake_on_connect=False)
            self._watch.follow(wrapped)
            self.sock = wrapped
            wrapped.do_handshake()

    def _connected(self) -> socket.socket:
        fault: OSError | None = None
        for number in self._to.numbers:
            if self._watch.over:
                break
            try:
                return socket.create_connection((number, self._to.port), self._seconds / len(self._to.numbers))
            except OSError as error:
                fault = error
        raise fault or TimeoutError()


def _asked(
    url: SplitResult, host: Host, seconds: float, most: int, headers: Mapping[str, str], sent: bytes | None
) -> Answer:
    watch = _Watch(seconds)
    connection = _Connection(host, url.scheme == "https", seconds, watch)
    target = quote(url.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(url.query, safe='/%:@!$&()*+,;=~-._?')}" if url.query else ""
    )
    try:
        with watch():
            connection.request("GET" if sent is None else "POST", target, sent, dict(headers))
            response = connection.getresponse()
            return _read(response, most, watch)
    except _Late:
        return _late(seconds)
    except TimeoutError:
        return _late(seconds)
    except ssl.SSLError as error:
        if watch.over:
            return _late(seconds)
        why = "its certificate is not trusted" if isinstance(error, ssl.SSLCertVerificationError) else "TLS failed"
        return Answer(fault=why, nature="broken")
    except http.client.IncompleteRead:
        return _late(seconds) if watch.over else Answer(fault=_BROKEN_OFF, nature="broken")
    except (http.client.HTTPException, zlib.error, ValueError):
        return _late(seconds) if watch.over else Answer(fault="its answer cannot be read", nature="broken")
    except OSError as error:
        if watch.over:
            return _late(seconds)
        return Answer(fault=(error.strerror or "the connection broke off").lower(), nature="connection")
    finally:
        connection.close()


def _late(seconds: float) -> Answer:
    return Answer(fault=f"no whole answer in {seconds:.0f} seconds", nature="time")


def _read(response: http.client.HTTPResponse, most: int, watch: _Watch) -> Answer:
    headers = {name.lower(): _spelled(value) for name, value in response.getheaders()}
    pieces, size = [], 0
    while size <= most:
        piece = response.read(min(_PIECE, most + 1 - size))
        if watch.over:
            raise _Late
        if not piece:
            break
        pieces.append(piece)
        size += len(piece)
    if size <= most and response.length:
        return Answer(response.status, headers, b"", False, _BROKEN_OFF, "broken")
    body, whole = b"".join(pieces), size <= most
    packed = headers.get("content-encoding", "").lower()
    if packed in ("gzip", "deflate"):  # though nobody asked for it
        body, all_of_it = _unpacked(body, most)
        whole = whole and all_of_it
    elif packed not in ("", "identity"):
        whole = False
    return Answer(response.status, headers, body[:most], whole)


def _spelled(value: str) -> str:
    """A header as browsers read it: servers write addresses in UTF-8, which the older standard did not know."""
    try:
        return value.encode("latin-1").decode()
    except ValueError:
        return value


def _unpacked(body: bytes, most: int) -> tuple[bytes, bool]:
    """A packed answer, as far as it may grow."""
    unpacking = zlib.decompressobj(wbits=47)  # by the mark at its beginning
    plain = unpacking.decompress(body, most + 1)
    return plain, len(plain) <= most
