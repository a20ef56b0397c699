"""What dev.py runs, in which order, and what it says of it."""

from __future__ import annotations

import ast
import os
import runpy
import signal
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.dev.clones import DEV, listener, posix, run, stand_in


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
        "import time\n"
        "try: print('at work', flush=True), [time.sleep(0.1) for _ in range(600)]\n"
        "except KeyboardInterrupt: print('last words')",
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
    files = list(Path(__file__).parents[1].rglob("test_*.py"))
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
