"""Many addresses in one run: politely, within its time, and never taking this side's faults for theirs."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from tests.links.server import in_turn, said, serving
from timeline.links.pauses import Clock, Pauses
from timeline.links.queue import Offline, rounds
from timeline.links.redirects import Visitor


def states(urls, visitor) -> dict[str, str]:
    return {finding.url: finding.state for finding in rounds(urls, visitor)}


def test_between_two_questions_to_a_host_there_is_a_pause(server, visitor, time) -> None:
    server.otherwise = said(200)

    states([server.at(f"/{number}") for number in range(3)], visitor)

    assert server.paths == ["/robots.txt", "/0", "/1", "/2"]
    assert time.waits == [2.0, 2.0, 2.0]


def test_a_host_that_asks_for_a_longer_pause_gets_it(server, visitor, time) -> None:
    server.answers["/robots.txt"] = said(200, "User-agent: *\nCrawl-delay: 30")
    server.otherwise = said(200)

    states([server.at("/a"), server.at("/b")], visitor)

    assert time.waits == [2.0, 30.0]


def test_while_one_host_rests_another_is_asked(server, other, visitor, time) -> None:
    server.otherwise = other.otherwise = said(200)
    urls = [server.at("/a"), server.at("/b"), other.at("/a"), other.at("/b")]

    found = list(states(urls, visitor))

    assert sorted(found) == sorted(urls)
    assert sum(time.waits) < 10
    assert found.index(other.at("/a")) < found.index(server.at("/b"))


def test_a_host_that_names_a_time_is_left_alone_until_then(server, visitor, time) -> None:
    server.answers["/a"] = in_turn(said(429, retry_after="90"), said(200))

    assert states([server.at("/a")], visitor) == {server.at("/a"): "ok"}
    assert 90.0 in time.waits


def test_the_time_may_be_told_as_a_day_and_hour(server, visitor, time) -> None:
    later = {"date": "Tue, 01 Dec 2026 08:00:00 GMT", "retry_after": "Tue, 01 Dec 2026 08:01:10 GMT"}
    server.answers["/a"] = in_turn(said(503, **later), said(200))

    assert states([server.at("/a")], visitor) == {server.at("/a"): "ok"}
    assert 70.0 in time.waits


def test_what_fails_once_is_asked_again_after_a_longer_while_each_time(server, visitor, time) -> None:
    server.answers["/a"] = in_turn(said(500), said(500), said(200))

    assert states([server.at("/a")], visitor) == {server.at("/a"): "ok"}
    assert time.waits == [2.0, 15.0, 30.0]


def test_a_host_that_asks_for_more_time_than_there_is_counts_with_what_it_said(server, visitor) -> None:
    server.answers["/a"] = said(429, retry_after="9000")

    assert states([server.at("/a"), server.at("/b")], visitor) == {server.at("/a"): "blocked"}
    assert server.paths == ["/robots.txt", "/a"]


def test_of_a_host_in_trouble_only_a_few_addresses_are_asked(server, other, visitor) -> None:
    server.otherwise, other.otherwise = said(500), said(200)
    urls = [server.at(f"/{number}") for number in range(8)]

    found = states([other.at("/a"), *urls], visitor)

    assert [found.get(url) for url in urls] == ["failing"] * 3 + [None] * 5
    assert list(visitor.left.values()) == [5]


def test_when_the_time_is_over_the_rest_waits_for_another_run(server, asker, time) -> None:
    server.otherwise = said(200)
    visitor = Visitor(asker, Pauses(Clock(time.now, time.sleep), ends=7.0))

    found = states([server.at(f"/{number}") for number in range(9)], visitor)

    assert found == {server.at(f"/{number}"): "ok" for number in range(3)}


def no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    numbered = socket.getaddrinfo

    def lookup(name: str, *args: Any, **more: Any) -> object:
        if name == "127.0.0.1":
            return numbered(name, *args, **more)
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)


def test_a_machine_without_a_network_finds_no_document_gone(visitor, monkeypatch) -> None:
    no_names(monkeypatch)
    found = rounds([f"https://{letter}.example/" for letter in "abcdefgh"], visitor)

    with pytest.raises(Offline):
        next(found)


def test_a_host_without_a_name_is_gone_once_another_has_answered(server, visitor, monkeypatch) -> None:
    no_names(monkeypatch)
    server.answers["/a"] = said(200)

    found = states(["https://a.example/x", server.at("/a")], visitor)

    assert found == {"https://a.example/x": "gone", server.at("/a"): "ok"}


def test_a_hundred_hosts_of_which_some_are_bad_end_in_bounded_time(visitor, time) -> None:
    """Each host is one that fails, waits or answers; no more is asked than three times, and the clock stops it."""
    with serving() as good, serving() as bad:
        good.otherwise = said(200)
        bad.otherwise = said(503, retry_after="120")
        found = states([*(good.at(f"/{n}") for n in range(20)), *(bad.at(f"/{n}") for n in range(20))], visitor)

    assert sum(state == "ok" for state in found.values()) == 20
    assert time.seconds <= 1_000
