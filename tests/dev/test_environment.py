"""The environment that dev.py makes is made once, and anew when what it holds would differ."""

from __future__ import annotations

import os
import sys

import pytest

from tests.dev.clones import functions, posix, run, stamp, stand_in

# No index, no wheels lying about, no installer but pip, no matter what this machine is set to.
NO_INDEX = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull, "PATH": os.defpath}


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
    dev = functions(moved)

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
