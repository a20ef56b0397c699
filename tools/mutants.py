"""Whether the tests notice when a line of dates, queries or checks says something else: a proof of `dev.py prove`.

    python tools/mutants.py [--number 150] [--seed 1] [dates] [queries] [checks]

A mutant is a function in which one thing is otherwise: a comparison, a condition, a number, a call left out. Of all
that could be made, so many of each package are tried, drawn by a seed. The tests are collected once and run once, to
learn which of them call which function; for a mutant the process is doubled, the function gets the other code, and the
tests that call it are run until one fails. What no test notices is printed, to be read and answered in
`docs/design/mutants.md`. Answers that were found before the doubling and are kept with a record stay as they are.
"""

from __future__ import annotations

import argparse
import ast
import functools
import importlib
import os
import random
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.mutations import changes  # noqa: E402 -- the tree has to be found first

PACKAGES = ("dates", "queries", "checks")
SECONDS = 20
"""After which a mutant that goes on is taken for noticed."""


@dataclass(frozen=True)
class Mutant:
    """One function that says something else."""

    module: str
    name: str
    """Of the function, with the class it stands in."""
    line: int
    change: str
    """What was changed, as people would say it."""
    code: CodeType

    def __str__(self) -> str:
        return f"{self.module.removeprefix('timeline.')}:{self.line} {self.name}: {self.change}"


# -- what could be otherwise -----------------------------------------------------------------------


@dataclass(frozen=True)
class Spot:
    """Where something could be otherwise: the node of a function by its place in a walk, and which of its changes."""

    path: Path
    name: str
    node: int
    turn: int


def spots(package: str) -> Iterator[Spot]:
    """All of a package, in the order of its files."""
    for path in sorted((ROOT / "timeline" / package).rglob("*.py")):
        for name, function in _functions(ast.parse(path.read_text("utf-8"))):
            types = {id(node) for each in _annotations(function) for node in ast.walk(each)}
            for place, node in enumerate(ast.walk(function)):
                if id(node) in types:
                    continue
                yield from (Spot(path, name, place, turn) for turn in range(len(changes(node))))


def made(spot: Spot) -> Mutant | None:
    """The function as it would be; none where its name is not the only one."""
    tree = ast.parse(spot.path.read_text("utf-8"))
    node = list(ast.walk(dict(_functions(tree))[spot.name]))[spot.node]
    line = getattr(node, "lineno", 0)
    said = changes(node)[spot.turn](node)
    code = _code(compile(ast.fix_missing_locations(tree), str(spot.path), "exec"), spot.name.split("."))
    module = ".".join(spot.path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    return Mutant(module, spot.name, line or (code.co_firstlineno if code else 0), said, code) if code else None


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{each.name}", each) for each in node.body if isinstance(each, ast.FunctionDef))


def _annotations(function: ast.FunctionDef) -> Iterator[ast.expr]:
    """What is only said of values, and never done."""
    for node in ast.walk(function):
        if isinstance(node, ast.FunctionDef):
            yield from filter(None, [node.returns])
        elif isinstance(node, ast.arg | ast.AnnAssign):
            yield from filter(None, [node.annotation])


def _code(whole: CodeType, path: list[str]) -> CodeType | None:
    """That of a function within that of its module."""
    for part in path:
        found = [each for each in whole.co_consts if isinstance(each, CodeType) and each.co_name == part]
        if len(found) != 1:  # defined twice, as overloads and setters are
            return None
        whole = found[0]
    return whole


# -- in the place of what is -----------------------------------------------------------------------


def put(mutant: Mutant) -> bool:
    """Gives a function the other code, wherever it is known; whether that could be done."""
    module = importlib.import_module(mutant.module)
    found: Any = module
    for part in mutant.name.split("."):
        found = vars(found).get(part) if not isinstance(found, ModuleType) else getattr(found, part, None)
    function = _bare(found)
    if not function or len(function.__code__.co_freevars) != len(mutant.code.co_freevars):
        return False
    function.__code__ = mutant.code
    for each in list(sys.modules.values()):  # what was answered before is forgotten
        if getattr(each, "__name__", "").startswith("timeline"):
            for value in vars(each).values():
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()
    return True


def _bare(found: Any) -> FunctionType | None:
    """The function below what was put around it."""
    while not isinstance(found, FunctionType):
        found = (
            getattr(found, "__wrapped__", None)
            or getattr(found, "fget", None)
            or getattr(found, "__func__", None)
            or (found.func if isinstance(found, functools.cached_property) else None)
        )
        if found is None:
            return None
    return found


# -- the tests -------------------------------------------------------------------------------------


class Trial:
    """A plugin of pytest that runs the tests once, and then those that matter for each mutant."""

    def __init__(self, chosen: list[Mutant]) -> None:
        self.chosen = chosen
        self.callers: defaultdict[tuple[str, int], dict[Any, float]] = defaultdict(dict)
        self.failed = False
        self.survivors: list[Mutant] = []
        self.untested: list[Mutant] = []
        self.noticed = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed = self.failed or report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = [item for item in session.items if not item.get_closest_marker("browser")]
        for item, following in zip(items, [*items[1:], items[0]], strict=True):  # so that nothing shared is torn down
            self._learn(item, following)
        if self.failed:
            raise SystemExit("the tests fail as they are")
        for number, mutant in enumerate(self.chosen, 1):
            self._try(mutant)
            print(f"\r{number} of {len(self.chosen)}, {len(self.survivors)} not noticed", end="", file=sys.stderr)
        return True

    def _learn(self, item: pytest.Item, following: pytest.Item) -> None:
        """Which functions a test calls."""
        called: set[tuple[str, int]] = set()

        def heard(frame: FrameType, event: str, _: object) -> None:
            if event == "call" and "/timeline/" in frame.f_code.co_filename:
                called.add((frame.f_code.co_filename, frame.f_code.co_firstlineno))

        started = time.perf_counter()
        sys.setprofile(heard)
        try:
            item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        finally:
            sys.setprofile(None)
        for place in called:
            self.callers[place][item] = time.perf_counter() - started

    def _try(self, mutant: Mutant) -> None:
        tests = self.callers[(mutant.code.co_filename, mutant.code.co_firstlineno)]
        if not tests:
            self.untested.append(mutant)
            return
        child = os.fork()
        if not child:
            signal.alarm(SECONDS)
            self._run(mutant, sorted(tests, key=lambda each: tests[each]))
        _, status = os.waitpid(child, 0)
        if status:
            self.noticed += 1
        else:
            self.survivors.append(mutant)

    def _run(self, mutant: Mutant, tests: list[pytest.Item]) -> None:
        if not put(mutant):
            os._exit(2)
        tests[0].config.pluginmanager.unregister(name="terminalreporter")
        state = tests[0].session._setupstate  # noqa: SLF001 -- pytest offers no other way
        state.teardown_exact(tests[0])  # what the last test left for another one
        for item, following in zip(tests, [*tests[1:], None], strict=True):
            try:
                item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            except BaseException:  # whatever ends a test has noticed
                os._exit(1)
            if self.failed:
                os._exit(1)
        os._exit(0)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("packages", nargs="*", choices=[[], *PACKAGES])
    options.add_argument("--number", type=int, default=150, help="of each package; 0 is all")
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    chosen: list[Mutant] = []
    possible = {}
    for package in asked.packages or PACKAGES:
        every = list(spots(package))
        possible[package] = len(every)
        drawn = random.Random(asked.seed).sample(every, min(asked.number or len(every), len(every)))
        chosen += filter(None, map(made, drawn))
    trial = Trial(chosen)
    hypothesis.settings.register_profile("few", deadline=None, max_examples=10, derandomize=True)
    tests = [f"tests/{package}" for package in asked.packages or PACKAGES]
    quiet = ["-p", "no:cacheprovider", "-o", "timeout=0", "--no-header", "-qq", "--hypothesis-profile", "few"]
    quiet += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # hypothesis is known here before they are read
    pytest.main([*quiet, *tests], [trial])
    print(f"\n{possible} could be made; {len(chosen)} were tried")
    print(
        f"{trial.noticed} noticed, {len(trial.survivors)} not noticed, {len(trial.untested)} called by no test here\n"
    )
    for each in (*trial.survivors, *trial.untested):
        print(f"- {each}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
