"""One question: bounded whatever the other side does, and only to machines that may be asked."""

from __future__ import annotations

import gzip
import socket
from dataclasses import replace
from typing import Any

import pytest

from tests.links.server import dripping, flooding, said
from timeline.links.allowed_hosts import Network
from timeline.links.request import Asker, Limits


def hurried(asker: Asker) -> Asker:
    return replace(asker, limits=replace(asker.limits, seconds=0.2))


def test_a_document_is_read_with_its_status_and_headers(server, asker) -> None:
    server.answers["/a"] = said(200, "It opened.", x_thing="1")

    answer = asker.ask(server.at("/a?b=c d".replace(" ", "%20")))

    assert (answer.status, answer.body, answer.whole, answer.fault) == (200, b"It opened.", True, "")
    assert answer.headers["x-thing"] == "1"
    assert server.asked[0][0] == "/a?b=c%20d"


def test_the_program_says_who_it_is_and_sends_nothing_that_could_be_followed(server, asker) -> None:
    asker.ask(server.at("/a"))

    told = server.asked[0][1]
    assert told["user-agent"] == "sourced-timeline/test"
    assert not {"cookie", "referer", "authorization"} & told.keys()


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"],
    ids=["in its first line", "in a header", "in its text"],
)
def test_a_server_that_drips_is_left_when_the_time_is_over(server, asker, head) -> None:
    server.answers["/a"] = dripping(server.stop, head)

    answer = hurried(asker).ask(server.at("/a"))

    assert (answer.status, answer.nature) == (0, "time")


def test_a_server_that_says_nothing_is_left_when_the_time_is_over(server, asker) -> None:
    server.answers["/a"] = lambda sock: server.stop.wait(5)

    assert hurried(asker).ask(server.at("/a")).nature == "time"


def test_of_a_flood_only_so_much_is_read(server, asker) -> None:
    server.answers["/a"] = flooding(server.stop)

    answer = asker.ask(server.at("/a"))

    assert (answer.status, len(answer.body), answer.whole) == (200, 100_000, False)


def test_an_answer_that_breaks_off_is_no_document(server, asker) -> None:
    server.answers["/a"] = said(200, "half", content_length="400")

    answer = asker.ask(server.at("/a"))

    assert (answer.nature, answer.fault) == ("broken", "it broke off in the middle")


def test_so_is_one_that_breaks_off_between_its_pieces(server, asker) -> None:
    server.answers["/a"] = said(200, "100\r\nhalf", transfer_encoding="chunked", content_length="")

    assert asker.ask(server.at("/a")).fault == "it broke off in the middle"


def test_what_is_packed_in_a_way_that_nobody_asked_for_is_not_whole(server, asker) -> None:
    server.answers["/a"] = said(200, content_encoding="br")

    assert not asker.ask(server.at("/a")).whole


def test_an_answer_that_is_longer_than_it_says_is_read_as_far_as_it_says(server, asker) -> None:
    server.answers["/a"] = said(200, "It opened. And more.", content_length="10")

    assert asker.ask(server.at("/a")).body == b"It opened."


@pytest.mark.parametrize(
    "raw",
    [b"", b"hello\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 5_000 + b"\r\n", b"\x16\x03\x01\x02\x00"],
    ids=["nothing", "no HTTP", "headers without end", "another protocol"],
)
def test_what_is_no_answer_is_a_fault_and_no_end_of_the_run(server, asker, raw) -> None:
    server.answers["/a"] = lambda sock: sock.sendall(raw)

    answer = asker.ask(server.at("/a"))

    assert answer.nature in ("broken", "connection")
    assert answer.fault


def test_a_packed_answer_grows_no_further_than_any_other(server, asker) -> None:
    server.answers["/a"] = said(200, gzip.compress(b"much " * 1_000_000), content_encoding="gzip")

    answer = asker.ask(server.at("/a"))

    assert (len(answer.body), answer.whole) == (100_000, False)


def test_what_only_calls_itself_packed_is_a_fault(server, asker) -> None:
    server.answers["/a"] = said(200, b"not packed", content_encoding="gzip")

    assert asker.ask(server.at("/a")).nature == "broken"


def test_a_server_without_tls_fails_where_tls_is_needed(server, asker) -> None:
    answer = asker.ask(server.at("/a").replace("http:", "https:"))

    assert (answer.nature, answer.fault) == ("broken", "TLS failed")


def test_nobody_listens_at_a_port(asker) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    assert asker.ask(f"http://127.0.0.1:{port}/").nature == "connection"


# -- which machines may be asked ------------------------------------------------------------------------


def found(monkeypatch: pytest.MonkeyPatch, *numbers: str) -> None:
    """Every name leads to these numbers."""
    told = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in numbers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: told)


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::",
    ],
)  # fmt: skip
def test_a_name_that_leads_into_a_private_network_is_not_asked(monkeypatch, number) -> None:
    found(monkeypatch, number)

    answer = Asker("test").ask("https://a.example/")

    assert (answer.nature, answer.fault) == ("forbidden", "its machine is not on the public internet")


def test_one_private_number_among_public_ones_is_enough(monkeypatch) -> None:
    found(monkeypatch, "93.184.216.34", "10.0.0.1")

    assert Asker("test").ask("https://a.example/").nature == "forbidden"


def test_a_private_network_stays_closed_where_this_machine_may_be_asked(monkeypatch, asker) -> None:
    found(monkeypatch, "192.168.1.1")

    assert asker.ask("https://a.example/").nature == "forbidden"


def test_the_connection_goes_to_the_number_that_was_judged(server, asker, monkeypatch) -> None:
    """A name that leads elsewhere the second time gains nothing: it is looked up once."""
    port = int(server.base.rpartition(":")[2])
    lookups: list[str] = []

    def lookup(name: str, *_: object, **__: object) -> list[object]:
        lookups.append(name)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    server.answers["/a"] = said(200, "here")
    numbered = socket.getaddrinfo

    def by_number(name: str, *args: Any, **more: Any) -> object:
        return numbered(name, *args, **more) if name == "127.0.0.1" else lookup(name)

    monkeypatch.setattr(socket, "getaddrinfo", by_number)
    answer = asker.ask(f"http://a.example:{port}/a")

    assert answer.body == b"here"
    assert lookups == ["a.example"]
    assert server.asked[0][1]["host"] == f"a.example:{port}"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://a.example/", "neither http nor https"),
        ("file:///etc/passwd", "neither http nor https"),
        ("http://me:secret@a.example/", "a user name or password"),
        ("http://localhost/", "no dot"),
        ("http://a.example:22/", "port 22"),
        ("http://a.example/ b", "no spaces"),
    ],
)
def test_only_addresses_of_the_web_are_asked(url, why) -> None:
    answer = Asker("test").ask(url)

    assert answer.nature == "forbidden"
    assert why in answer.fault


def test_a_name_that_nothing_has_is_told_from_one_that_could_not_be_looked_up(monkeypatch) -> None:
    def failing(number: int):
        def lookup(*_: object, **__: object) -> None:
            raise socket.gaierror(number, "failed")

        return lookup

    monkeypatch.setattr(socket, "getaddrinfo", failing(socket.EAI_NONAME))
    assert Asker("test").ask("https://a.example/").nature == "name"
    monkeypatch.setattr(socket, "getaddrinfo", failing(socket.EAI_AGAIN))
    assert Asker("test").ask("https://a.example/").nature == "connection"


def test_a_look_up_without_end_is_left(monkeypatch, server) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [][: server.stop.wait(5)])

    assert Asker("test", Network(), Limits(seconds=0.1)).ask("https://a.example/").nature == "connection"
