"""A server that misbehaves, and a visitor that knows this machine only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.links.server import Server, Time, serving
from timeline.links.allowed_hosts import Network
from timeline.links.pauses import Clock, Pauses
from timeline.links.redirects import Visitor
from timeline.links.request import Asker, Limits


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture
def other() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def asker() -> Asker:
    return Asker("sourced-timeline/test", Network(loopback=True), Limits(seconds=2.0, bytes=100_000, redirects=4))


@pytest.fixture
def visitor(asker: Asker, time: Time) -> Visitor:
    return Visitor(asker, Pauses(Clock(time.now, time.sleep), ends=1_000.0))
