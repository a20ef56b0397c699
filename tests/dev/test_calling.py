"""`dev.py` is run by people who have nothing else yet: it works, or it says in one sentence why not."""

from __future__ import annotations

import ast
import re
import runpy
import shutil
import sys

import pytest

from tests.dev.clones import DEV, listener, run
from timeline.cli import commands

# -- which Python ----------------------------------------------------------------------------------


def test_an_older_python_is_refused_in_one_line(monkeypatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))

    with pytest.raises(SystemExit) as refusal:
        runpy.run_path(str(DEV))

    assert refusal.value.code == "dev.py: Python 3.11 or newer is needed, and this is 3.10."


def test_an_older_python_can_read_far_enough_to_refuse() -> None:
    ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 7))


OURS = ("dev", "dev_environment")


def test_nothing_but_the_standard_library_is_imported() -> None:
    nodes = [
        node for name in OURS for node in ast.walk(ast.parse(DEV.with_name(f"{name}.py").read_text(encoding="utf-8")))
    ]
    named = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in named} - {*OURS} <= sys.stdlib_module_names


def test_a_python_that_cannot_make_environments_hears_the_remedy(dev, monkeypatch, capsys) -> None:
    monkeypatch.setitem(dev.create.__globals__, "find_spec", lambda name: None)
    monkeypatch.setattr(shutil, "which", lambda name: None)

    assert dev.main(["build"]) == 1
    assert capsys.readouterr().err == (
        "dev.py: this Python makes no environments; on Debian and Ubuntu: apt install python3-venv\n"
    )
    assert not dev.VENV.exists()


# -- how it is called ------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["deploy"], ["-k", "dates"]])
def test_misuse_prints_the_usage_and_exits_with_2(clone, arguments) -> None:
    done = run(clone, *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: python3 dev.py COMMAND")
    assert not (clone / ".venv").exists()


def test_help_names_every_command(clone, dev) -> None:
    done = run(clone, "--help")

    assert done.returncode == 0
    assert all(f"\n  {name} " in done.stdout for name in dev.COMMANDS)
    assert all(re.search(rf"\b{name}\b", done.stdout) for name in dev.TIMELINE)


def test_every_command_of_the_program_is_passed_on(dev) -> None:
    assert set(dev.TIMELINE) == set(commands.COMMANDS)


def test_a_quiet_build_is_refused_because_it_would_hide_what_makes_it_fail(clone) -> None:
    done = run(clone, "build", "-q")

    assert done.returncode == 1
    assert done.stderr == "dev.py: leave out -q: it drops the warnings that a strict build fails on.\n"


def test_a_port_that_is_taken_is_named_before_anything_is_built(clone) -> None:
    with listener() as port:
        done = run(clone, "serve", "-a", f"127.0.0.1:{port}")

    assert done.returncode == 1
    assert done.stderr == (
        f"dev.py: something else answers at 127.0.0.1:{port}; try python3 dev.py serve -a 127.0.0.1:{port + 1}\n"
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ("127.0.0.1", 8000)),
        (["--dirty"], ("127.0.0.1", 8000)),
        (["-a", "127.0.0.1:8123"], ("127.0.0.1", 8123)),
        (["--dirty", "--dev-addr", "localhost:90"], ("localhost", 90)),
        (["--dev-addr=0.0.0.0:8001", "--dirty"], ("0.0.0.0", 8001)),
    ],
)
def test_the_address_to_be_served_is_known(dev, arguments, expected) -> None:
    assert dev.address(arguments) == expected


@pytest.mark.parametrize("told", ["8123", "localhost", ""])
def test_half_an_address_is_refused_with_an_example(clone, told) -> None:
    done = run(clone, "serve", "-a", told)

    assert done.returncode == 1
    assert done.stderr == f"dev.py: an address is HOST:PORT, as 127.0.0.1:8123, and not {told!r}\n"
