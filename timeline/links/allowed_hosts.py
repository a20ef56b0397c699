"""Which machines may be asked: those of the public internet, over http and https.

An address comes from whoever wrote it, and a redirect from whoever answers. Neither may lead a program that runs
beside other machines into their network (server-side request forgery, CWE-918). So a name is looked up once, every
number it has is judged, and the connection goes to a number that was judged, not to the name again.
"""

from __future__ import annotations

import errno
import ipaddress
import socket
import threading
from dataclasses import dataclass
from urllib.parse import SplitResult

from timeline.model.address import unsafe

_Number = ipaddress.IPv4Address | ipaddress.IPv6Address
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""Numbers that a gateway turns into those of the older protocol (RFC 6052)."""
_PORTS = {"http": 80, "https": 443}
_SYSTEM = 1024
"""Ports below this one belong to other services of a machine, but for those of the web."""


class Forbidden(Exception):
    """Why an address is not asked, in words without a full stop."""


class UnknownHost(OSError):
    """Nothing has this name."""


@dataclass(frozen=True, slots=True)
class Host:
    """A machine that may be asked, by its name and by the numbers under which it was found."""

    name: str
    port: int
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """What may be reached. `loopback` lets this machine itself be asked, as tests do."""

    loopback: bool = False

    def host(self, url: SplitResult, seconds: float) -> Host:
        """The machine behind an address. Raises `Forbidden`, `UnknownHost`, or `OSError` where nothing was learnt."""
        if reason := unsafe(url.geturl()):
            raise Forbidden(reason)
        name, port = url.hostname or "", url.port or _PORTS[url.scheme]
        if port < _SYSTEM and port not in _PORTS.values():
            raise Forbidden(f"port {port} is none of the web")
        numbers = tuple(dict.fromkeys(_looked_up(name, port, seconds)))
        for number in numbers:
            if not self._may(ipaddress.ip_address(number.partition("%")[0])):
                raise Forbidden("its machine is not on the public internet")
        return Host(name, port, numbers)

    def _may(self, number: _Number) -> bool:
        if number.is_loopback:
            return self.loopback
        inner = _inside(number)
        return number.is_global and not number.is_multicast and (inner is None or self._may(inner))


def _inside(number: _Number) -> ipaddress.IPv4Address | None:
    """The number of the older protocol that one of the newer stands for."""
    if isinstance(number, ipaddress.IPv4Address):
        return None
    if number in _TRANSLATED:
        return ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
    return number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else None)


def _looked_up(name: str, port: int, seconds: float) -> list[str]:
    """The numbers of a name. The system offers no bound of time for this question, so it is asked aside."""
    found: list[str] = []
    faults: list[OSError] = []

    def ask() -> None:
        try:
            found.extend(str(each[4][0]) for each in socket.getaddrinfo(name, port, type=socket.SOCK_STREAM))
        except OSError as error:
            faults.append(error)
        except UnicodeError:
            faults.append(socket.gaierror(socket.EAI_NONAME, "no name of a machine"))

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if found:
        return found
    if not faults:
        raise OSError(errno.ETIMEDOUT, "the name of the host was not found in time")
    unknown = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
    if faults[0].errno in unknown:
        raise UnknownHost(errno.ENOENT, "no host has this name")
    raise OSError(errno.EAGAIN, "the name of the host could not be looked up")
