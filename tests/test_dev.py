"""`dev.py` is run by people who have nothing else yet: it works, or it says in one sentence why not."""

from __future__ import annotations

import ast
import os
import re
import runpy
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from types import SimpleNamespace

import pytest

from timeline.cli import commands

DEV = Path(__file__).parents[1] / "dev.py"

# No index, no wheels lying about, no installer but pip, no matter what this machine is set to.
NO_INDEX = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull, "PATH": os.defpath}


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A tree that has what dev.py reads, and nothing installed."""
    for name in ("dev.py", "pyproject.toml", "constraints.txt"):
        shutil.copy(DEV.with_name(name), tmp_path)
    return tmp_path


@pytest.fixture
def dev(clone: Path) -> SimpleNamespace:
    """The functions of that tree's dev.py."""
    return SimpleNamespace(**runpy.run_path(str(clone / "dev.py")))


@pytest.fixture
def ready(clone: Path, dev: SimpleNamespace) -> Path:
    """The tree with an environment in it that claims to be complete, and runs `stand-in.py` as every tool."""
    python = dev.PYTHON
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec {sys.executable} stand-in.py "$@"\n')
    python.chmod(0o755)
    stamp(dev, "test")
    stand_in(clone, "import sys; print(*sys.argv[1:])")
    return clone


def stamp(dev: SimpleNamespace, extra: str) -> None:
    dev.stamp(extra).parent.mkdir(exist_ok=True)
    dev.stamp(extra).write_text(dev.fingerprint(extra))


def stand_in(clone: Path, code: str) -> None:
    (clone / "stand-in.py").write_text(code)


def run(clone: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "dev.py", *arguments],
        cwd=clone,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=60,
    )


@contextmanager
def listener() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")


# -- which Python ----------------------------------------------------------------------------------


def test_an_older_python_is_refused_in_one_line(monkeypatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))

    with pytest.raises(SystemExit) as refusal:
        runpy.run_path(str(DEV))

    assert refusal.value.code == "dev.py: Python 3.11 or newer is needed, and this is 3.10."


def test_an_older_python_can_read_far_enough_to_refuse() -> None:
    ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_nothing_but_the_standard_library_is_imported() -> None:
    tree = ast.parse(DEV.read_text(encoding="utf-8"))
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in named} <= sys.stdlib_module_names


def test_a_python_that_cannot_make_environments_hears_the_remedy(dev, monkeypatch, capsys) -> None:
    monkeypatch.setitem(dev.main.__globals__, "find_spec", lambda name: None)
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
    assert set(dev.TIMELINE) == set(commands.timeline.commands)


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


# -- what is installed -----------------------------------------------------------------------------


def test_a_stamped_environment_needs_no_installation(ready, dev) -> None:
    assert dev.prepared("site")
    assert dev.prepared("test")


def test_an_environment_for_the_site_is_not_enough_for_the_tests(ready, dev) -> None:
    dev.stamp("test").unlink()
    stamp(dev, "site")

    assert dev.prepared("site")
    assert not dev.prepared("test")


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_changed_requirement_asks_for_an_installation(ready, dev, name) -> None:
    with (ready / name).open("a") as file:
        file.write("# one more line\n")

    assert not dev.prepared("test")


def test_another_python_asks_for_an_installation(ready, dev, monkeypatch) -> None:
    monkeypatch.setattr(sys, "version", "3.99.0 (main)")

    assert not dev.prepared("test")


def test_a_moved_tree_asks_for_an_installation(ready, tmp_path_factory) -> None:
    """What is installed in .venv names the folder it was installed from."""
    moved = ready.rename(tmp_path_factory.mktemp("elsewhere") / "clone")
    dev = SimpleNamespace(**runpy.run_path(str(moved / "dev.py")))

    assert not dev.prepared("test")


def test_a_stamp_without_its_python_counts_for_nothing(ready, dev) -> None:
    dev.PYTHON.unlink()

    assert not dev.prepared("test")


@posix
def test_an_environment_without_pip_is_only_half_made(ready, dev) -> None:
    stand_in(ready, "import sys; '-c' in sys.argv or sys.exit(1); print(sys.version)")

    assert not dev.usable(None)
    assert dev.usable("uv")  # which brings its own installer


@posix
def test_an_environment_of_another_python_is_not_usable(ready, dev) -> None:
    stand_in(ready, "print('3.99.0 (main)')")

    assert not dev.usable("uv")


def test_a_first_installation_that_fails_ends_in_a_sentence_and_leaves_nothing(clone) -> None:
    done = run(clone, "build", **NO_INDEX)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == ("dev.py: cannot reach the package index; nothing was installed.")
    assert "Traceback" not in done.stderr
    assert not (clone / ".venv").exists()


@posix
def test_a_later_installation_that_fails_keeps_the_environment_but_no_stamp(ready, dev) -> None:
    (ready / "constraints.txt").write_text("")
    stand_in(ready, "import sys; 'install' in sys.argv and sys.exit('ERROR: disk full'); print(sys.version)")

    done = run(ready, "build", **NO_INDEX)

    assert done.returncode == 1
    assert done.stderr == (
        "  ERROR: disk full\ndev.py: the installation failed; .venv is unfinished until a run succeeds.\n"
    )
    assert dev.PYTHON.exists()
    assert not list((ready / ".venv").glob("installed-*"))


@posix
def test_an_installation_that_succeeds_is_not_repeated(ready, dev) -> None:
    (ready / "constraints.txt").write_text("")
    stand_in(ready, "import sys; print(sys.version if '-c' in sys.argv else sys.argv[1:])")

    first, second = (run(ready, "build", **NO_INDEX) for _ in range(2))

    assert "installing what `.[site]` needs" in first.stdout
    assert second.stdout == "['-m', 'mkdocs', 'build', '--strict']\n"


# -- what is run -----------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["build", "--site-dir", "out"], "-m mkdocs build --strict --site-dir out"),
        (["test", "-k", "dates"], "-m pytest -k dates"),
        (["prove", "fuzz"], "-m tools.prove fuzz"),
    ],
)
def test_further_arguments_reach_the_tool(ready, arguments, expected) -> None:
    assert run(ready, *arguments).stdout == f"{expected}\n"


@posix
def test_a_site_in_further_languages_is_built_by_one_command_that_knows_their_places(ready) -> None:
    (ready / "mkdocs.de.yml").write_text("INHERIT: mkdocs.yml\n")
    stand_in(ready, "import os, sys; print(*sys.argv[1:], os.environ['BESIDE_DE'], os.environ['SITE_URL_DE'])")

    done = run(ready, "build", SITE_URL="https://bridge.example/")

    assert done.stdout == "-m tools.build_languages de de/ https://bridge.example/de/\n"


@posix
def test_serve_says_where_the_site_will_be(ready) -> None:
    with listener() as port:
        pass  # free again

    done = run(ready, "serve", "-a", f"127.0.0.1:{port}")

    assert done.stdout.splitlines() == [
        f"dev.py: the site comes up at http://127.0.0.1:{port}/ in a moment; Ctrl-C ends it",
        f"-m mkdocs serve -a 127.0.0.1:{port}",
    ]


@posix
def test_the_exit_code_is_the_tools_own(ready) -> None:
    stand_in(ready, "raise SystemExit(5)")

    assert run(ready, "test", "-k", "nothing").returncode == 5


@posix
def test_the_quarrels_of_the_theme_and_the_engine_are_kept_out(ready) -> None:
    stand_in(ready, "import os; print({k: v for k, v in os.environ.items() if 'MKDOCS_2' in k})")
    expected = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}

    assert ast.literal_eval(run(ready, "build").stdout) == expected


@posix
def test_every_step_of_the_test_is_named_and_so_is_the_end(ready) -> None:
    done = run(ready, "test")

    said = [line for line in done.stdout.splitlines() if line.startswith("dev.py: ")]
    assert done.returncode == 0
    steps = ["ruff check", "timeline fmt --check", "mypy --strict", "lint-imports", "mkdocs build --strict", "pytest"]
    assert said[:6] == [f"dev.py: test {number} of 6: {step}" for number, step in enumerate(steps, 1)]
    assert said[6].startswith(f"dev.py: test passed: {', '.join(steps)}, in ")


@posix
def test_the_test_stops_at_the_first_failure_and_says_which(ready) -> None:
    stand_in(ready, "import sys; sys.exit(3 if 'mypy' in sys.argv else 0)")

    done = run(ready, "test")

    assert done.returncode == 3
    assert done.stdout.splitlines()[-1] == ("dev.py: test stopped at step 3 of 6, mypy --strict: exit code 3")


@posix
def test_ctrl_c_ends_the_test_quietly(ready) -> None:
    stand_in(
        ready,
        "import time\ntry: print('at work', flush=True), time.sleep(60)\nexcept KeyboardInterrupt: print('last words')",
    )
    process = subprocess.Popen(
        [sys.executable, "dev.py", "test"],
        cwd=ready,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # a terminal of its own: Ctrl-C reaches all that runs in it
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # what runs behind has none
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "dev.py: test 1 of 6: ruff check\n"
    assert process.stdout.readline() == "at work\n"
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)

    assert (process.returncode, out, err) == (130, "last words\n", "")


@posix
def test_a_built_site_does_not_stay_behind_after_the_test(ready) -> None:
    stand_in(
        ready,
        "import sys, pathlib\nif '--site-dir' in sys.argv: pathlib.Path('told').write_text(sys.argv[-1])",
    )

    assert run(ready, "test").returncode == 0
    assert not Path((ready / "told").read_text()).exists()


@posix
def test_tests_in_a_browser_run_beside_the_others_and_are_told_after_them(ready) -> None:
    stand_in(
        ready,
        "import sys, time\n"
        "if 'browser' in sys.argv: print('in a browser')\n"
        "if 'not browser' in sys.argv: time.sleep(0.5), print('without', flush=True)\n",
    )

    lines = run(ready, "test").stdout.splitlines()

    assert lines[-7:-1] == ["dev.py: test 6 of 6: pytest", *["without"] * 2, *["in a browser"] * 3]


def test_every_test_is_in_one_of_the_parts_that_run_side_by_side() -> None:
    defined = runpy.run_path(str(DEV))
    files = list(Path(__file__).parent.rglob("test_*.py"))
    marked = [path for path in files if path != Path(__file__) and "pytest.mark.browser" in path.read_text("utf-8")]

    assert len(marked) > 20
    for paths, parts in ((marked, defined["IN_THE_BROWSER"]), (files, defined["WITHOUT_BROWSER"])):
        for path in paths:
            assert sum(runs(part, path) for part in parts) == 1, path


def runs(part, path) -> bool:
    """Whether pytest, given these words, looks into a file."""
    folder, *left_out = part
    names = [word.partition("=")[2] for word in left_out]
    root = DEV.parent
    return path.is_relative_to(root / folder) and not any(
        fnmatch(str(each), str(root / name)) for each in (path, *path.parents) for name in names
    )


@posix
@pytest.mark.parametrize("failing", ["browser", "not browser"])
def test_any_of_the_parts_makes_the_test_fail(ready, failing) -> None:
    stand_in(ready, f"import sys; sys.exit(1 if {failing!r} in sys.argv else 0)")

    done = run(ready, "test")

    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "dev.py: test stopped at step 6 of 6, pytest: exit code 1"
