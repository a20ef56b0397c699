"""The same site in Firefox and in WebKit, each started once.

A machine without one of them runs the other tests and is told so in one line. Under `CI=true` it fails.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.engines.reader import Reader
from tests.browser.engines.server import Asked, counting
from tests.browser.engines.started import HEIGHT, REMEDIES, WIDTH, Engine, missing, started

ENGINES = ("firefox", "webkit")
LEFT_OUT = pytest.StashKey[dict[str, int]]()


# -- which are here --------------------------------------------------------------------------------


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "firefox" in metafunc.fixturenames:
        metafunc.parametrize("engine", ["firefox"], indirect=True, scope="session")
    elif "engine" in metafunc.fixturenames:
        metafunc.parametrize("engine", ENGINES, indirect=True, scope="session")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left = config.stash[LEFT_OUT] = {}
    if config.option.collectonly:
        return
    for name in filter(missing, ENGINES):
        ours = [item for item in items if _engine(item) == name]
        if ours and os.environ.get("CI") == "true":
            raise pytest.UsageError(f"no {name} is here for {len(ours)} browser tests: {REMEDIES[name]}")
        if ours:
            left[name] = len(ours)
            items[:] = [item for item in items if item not in ours]


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where nothing but these was asked for and none can run, that is no failure."""
    if session.config.stash.get(LEFT_OUT, {}) and exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
        session.exitstatus = pytest.ExitCode.OK


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    for name, number in config.stash.get(LEFT_OUT, {}).items():
        line = f"{number} browser tests were left out, for there is no {name} here: {REMEDIES[name]}"
        terminalreporter.write_line(line, yellow=True)


def _engine(item: pytest.Item) -> Any:
    called = getattr(item, "callspec", None)
    return called and called.params.get("engine")


# -- the site, a second time ------------------------------------------------------------------------


@pytest.fixture(scope="session")
def server() -> Asked:
    return Asked()


@pytest.fixture(scope="session")
def served_twice(site: str, root: Path, server: Asked) -> Iterator[str]:
    """The address of the site that the other browser tests read, on a server that keeps count."""
    with counting(root, server) as address:
        yield address


# -- the readers -----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with started(request.param, tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.fixture
def visitor(engine: Engine, served_twice: str, server: Asked) -> Iterator[Reader]:
    """A reader who begins with an empty page."""
    someone = Reader(engine, served_twice, server)
    someone.widens(WIDTH, HEIGHT)
    engine.wire("Navigate", url="about:blank")
    yield someone
    engine.wire("ReleaseActions")


@pytest.fixture
def firefox(visitor: Reader) -> Reader:
    """For what Firefox alone can be asked."""
    return visitor
