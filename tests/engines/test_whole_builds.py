"""A build is all or nothing: what ends it leaves the old site, and readers never get half a file."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from mkdocs.exceptions import Abort, PluginError

from tests.engines.sites import EVENTS, Site, tree
from timeline.engines.site_folder import SiteFolder

LATER = EVENTS.replace("The bridge opens\n", "The bridge opens at last\n")

KILLED = """
import os, signal
from mkdocs.__main__ import cli
from timeline.engines.mkdocs import files
write, times = files.write, iter(range(3))
def until(html, folder):
    if next(times, None) is None:
        os.kill(os.getpid(), signal.SIGKILL)
    write(html, folder)
files.write = until
cli(["build", "-q"])
"""


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file may grow beyond a size, which is how a disk ends for whoever writes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def beside(site: Site) -> list[str]:
    return sorted(path.name for path in site.root.iterdir() if path.name.startswith(".site"))


def test_a_build_killed_while_it_writes_leaves_the_old_site_and_the_next_one_sweeps(site: Site) -> None:
    before = tree(site.build())
    site.write("data/events.yaml", LATER)

    run = subprocess.run([sys.executable, "-c", KILLED], cwd=site.root, capture_output=True, check=False)

    assert run.returncode == -signal.SIGKILL
    assert tree(site.root / "site") == before
    assert ".site.building" in beside(site)
    assert "at last" in (site.build() / "events/opening/index.html").read_text()
    assert beside(site) == []


@pytest.mark.parametrize("size", [9_000, 60_000])
def test_a_disk_that_is_full_gives_words_and_leaves_the_old_site(site: Site, size: int) -> None:
    before = tree(site.build(plugins=["timeline"]))
    site.write("data/events.yaml", LATER)

    with (
        full_disk(size),
        pytest.raises(PluginError, match="nothing was built, and `site` is as it was: the system refused"),
    ):
        site.build()

    assert tree(site.root / "site") == before
    assert beside(site) == []


def test_two_builds_at_once_are_told_from_one_another(site: Site) -> None:
    site.configure(plugins=["timeline"])
    other = SiteFolder(site.root / "site")
    with pytest.raises(Abort):
        site.build()
    other.discard()

    run = site.build()

    assert (run / "events/opening/index.html").exists()


def test_a_strict_build_with_warnings_leaves_the_old_site(site: Site) -> None:
    before = tree(site.build(plugins=["timeline"]))
    site.write("data/events.yaml", LATER)
    site.write("data/empty.yaml", "")

    with pytest.raises(Abort, match="1 warning"):
        site.build(strict=True)

    assert tree(site.root / "site") == before
    assert beside(site) == []


def changing(site: Site, hook: str, name: str, text: str) -> None:
    """Somebody who writes a file at a moment of the build."""
    code = f"from pathlib import Path\ndef {hook}(*_, **__): Path({str(site.root / name)!r}).write_text({text!r})\n"
    site.write("hooks.py", code)
    site.configure(hooks=["hooks.py"], plugins=["timeline"])


def test_a_page_edited_between_check_and_rendering_is_checked_again(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    before = tree(site.build(plugins=["timeline"]))
    changing(site, "on_nav", "docs/about.md", "---\ntitle: A\n---\n# About\n\nIt began with [[nosuch]].\n")

    with pytest.raises(Abort):
        site.build()

    assert "docs/about.md:6:" in caplog.text
    assert "nothing was built: 1 error, since a page was changed meanwhile" in caplog.text
    assert tree(site.root / "site") == before


def test_a_page_edited_into_another_sound_one_is_taken_as_it_is(site: Site) -> None:
    changing(site, "on_nav", "docs/about.md", "# About\n\nIt ended with [[closing]].\n")

    assert "It ended with" in (site.build() / "about/index.html").read_text()


def test_a_record_edited_while_it_is_drawn_is_told_and_fails_a_strict_build(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    changing(site, "on_env", "data/events.yaml", LATER)

    assert "at last" not in (site.build() / "events/opening/index.html").read_text()
    assert "`data/events.yaml` was changed while the site was built" in caplog.text

    changing(site, "on_env", "data/record.yaml", "record: {title: Another, through: 2026-11-22}\n")
    with pytest.raises(Abort):
        site.build(strict=True)
    assert "at last" not in (site.root / "site/events/opening/index.html").read_text()


def test_a_dirty_build_is_a_whole_one(site: Site) -> None:
    site.build(plugins=["timeline"])
    (site.root / "site/stale.html").touch()

    run = site.command("build", "--dirty")

    assert run.exit_code == 0
    assert not (site.root / "site/stale.html").exists()
