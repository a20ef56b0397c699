"""A site in two languages stands in its folder as it was or as it is now, and never one language without the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from timeline.engines.site_folder import SiteFolder
from tools.build_languages import build


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """What stands there from last week."""
    folder = tmp_path / "site"
    (folder / "de").mkdir(parents=True)
    (folder / ".well-known").mkdir()
    (folder / ".well-known" / "security.txt").write_text("Contact: mailto:editor@bridge.example")
    (folder / "index.html").write_text("the old bridge")
    (folder / "de" / "index.html").write_text("die alte Brücke")
    return folder


def mkdocs(site: Path, fails: str = "") -> Callable[..., int]:
    """A build as MkDocs makes it: beside its goal, whose place it takes; it looks at what readers see meanwhile."""

    def start(*command: str) -> int:
        settings, goal = (command[command.index(option) + 1] for option in ("--config-file", "--site-dir"))
        assert texts(site) == {"index.html": "the old bridge", "de/index.html": "die alte Brücke"}
        if settings == fails:
            return 3
        made = SiteFolder(Path(goal))
        (made.fresh / "index.html").write_text({"mkdocs.yml": "the bridge"}.get(settings, "die Brücke"))
        made.put()
        return 0

    return start


def texts(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text() for path in site.rglob("*.html")}


def beside(site: Path) -> Sequence[str]:
    return [path.name for path in site.parent.iterdir() if path != site]


def test_both_languages_take_their_place_at_once(site: Path) -> None:
    assert build(site, ["de"], mkdocs(site)) == 0

    assert texts(site) == {"index.html": "the bridge", "de/index.html": "die Brücke"}
    assert (site / ".well-known" / "security.txt").exists()
    assert beside(site) == []


@pytest.mark.parametrize("settings", ["mkdocs.yml", "mkdocs.de.yml"])
def test_a_fault_in_either_language_leaves_the_old_site_in_both(
    site: Path, settings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(site, ["de"], mkdocs(site, fails=settings)) == 3

    assert texts(site) == {"index.html": "the old bridge", "de/index.html": "die alte Brücke"}
    assert beside(site) == []
    assert capsys.readouterr().out == f"dev.py: {settings} was not built, and site/ stays as it was\n"


def test_a_second_build_at_the_same_time_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = SiteFolder(site)
    try:
        assert build(site, ["de"], mkdocs(site)) == 1
    finally:
        first.discard()

    assert "another build writes into site/ at this moment" in capsys.readouterr().out
