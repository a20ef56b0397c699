"""What somebody installs who has no checkout: the wheel, and a site built from nothing else."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from email import message_from_string
from pathlib import Path

import pytest

from timeline.browser import styles

ROOT = Path(__file__).parents[1]
METADATA = runpy.run_path(str(ROOT / "tools" / "package_metadata.py"))
RECORD = """\
record: {title: The harbour bridge, through: 2026-11-22}
sources:
  - {id: gazette, title: Bridge opens, publisher: Gazette, issued: 1931-05-04, language: en, kind: primary,
     url: "https://gazette.example/bridge"}
events:
  - id: opening
    added: 2026-11-01
    date: 1931-05
    title: The bridge opens
    kind: release
    status: reported
    key: true
    claims: [{text: The bridge opened in May., cite: gazette}]
"""
SETTINGS = """\
site_name: Bridges
theme: {name: material, font: false}
plugins: [search, timeline]
"""

Run = Callable[..., str]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Built as a package index would get it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1580601600"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def run(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs Python in an empty folder, with the wheel unpacked in front of everything else that is installed."""
    installed = tmp_path_factory.mktemp("installed")
    wheel.extractall(installed)
    paths = os.pathsep.join(filter(None, [str(installed), os.environ.get("PYTHONPATH")]))
    environment = os.environ | {"PYTHONPATH": paths, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}

    def python(folder: Path, *words: str) -> str:
        command = [sys.executable, *words]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return python


def test_the_wheel_carries_every_file_of_the_package(wheel) -> None:
    package = ROOT / "timeline"
    ours = {path.relative_to(ROOT).as_posix() for path in package.rglob("*") if path.is_file()}

    missing = {name for name in ours if "__pycache__" not in name} - set(wheel.namelist())
    assert missing == set()
    sheet = "timeline/browser/css/parts/timeline.css"
    assert {"timeline/py.typed", "timeline/html/templates/event.html", sheet} <= ours


def test_the_wheel_carries_nothing_else(wheel) -> None:
    tops = {name.partition("/")[0] for name in wheel.namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"timeline"}
    assert not any("__pycache__" in name for name in wheel.namelist())


def test_the_wheel_says_what_it_is_and_brings_its_licence(wheel) -> None:
    (about,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    told = message_from_string(wheel.read(about).decode())

    assert told["Name"] == "sourced-timeline"
    assert told["License-Expression"] == "MIT"
    assert told["Requires-Python"] == ">=3.11"
    assert set(told.get_all("Provides-Extra") or ()) == {"editor", "import", "site", "test"}
    (licence,) = [name for name in wheel.namelist() if name.endswith(".dist-info/licenses/LICENSE")]
    assert wheel.read(licence).decode().startswith("MIT License")


def test_a_package_names_the_project_of_whoever_releases_it_and_its_pictures_show(tmp_path) -> None:
    given = {"PROJECT_URL": "https://forge.example/owner/name/", "PROJECT_REF": "v9"}
    told = METADATA["absolute"](
        (ROOT / "README.md").read_text(encoding="utf-8"), given["PROJECT_URL"].rstrip("/"), "v9"
    )
    command = [sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, env=os.environ | given, capture_output=True, check=True)
    (path,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
        info = next(archive.extractfile(each) for each in archive if each.name.endswith("/PKG-INFO"))
        metadata = message_from_string(info.read().decode())

    assert {"pyproject.toml", "README.md", "LICENSE", "tools/package_metadata.py", "timeline/py.typed"} <= names
    assert not any(name.startswith(("data/", "tests/", "docs/")) for name in names)
    assert set(metadata.get_all("Project-URL") or []) == {
        "Source, https://forge.example/owner/name",
        "Documentation, https://forge.example/owner/name/blob/v9/docs/own-site.md",
        "Changelog, https://forge.example/owner/name/blob/v9/CHANGELOG.md",
        "Issues, https://forge.example/owner/name/issues",
    }
    targets = re.findall(r"\]\(([^)\s]+)\)", told)
    assert "https://forge.example/owner/name/raw/v9/docs/assets/home.png" in targets
    assert all(target.startswith(("https://", "#")) for target in targets)
    for target in targets:
        if target.startswith("https://forge.example/"):
            assert (ROOT / target.partition("/v9/")[2].partition("#")[0]).exists(), target


def test_a_package_that_nobody_gave_an_address_names_none(wheel) -> None:
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    metadata = message_from_string(wheel.read(name).decode())

    assert metadata.get_all("Project-URL") is None
    assert metadata["Description-Content-Type"] == "text/markdown"


def test_the_wheel_is_the_same_whenever_it_is_built(wheel) -> None:
    assert {info.date_time for info in wheel.infolist()} == {(2020, 2, 2, 0, 0, 0)}


def test_a_site_is_built_from_the_wheel_and_not_from_the_checkout(run, tmp_path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "record.yaml").write_text(RECORD, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About\n\nIt began with [[opening]].\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")

    place = run(tmp_path, "-c", "import timeline.engines.mkdocs as m; print(m.__file__)")
    run(tmp_path, "-m", "mkdocs", "build", "--strict")

    assert not Path(place.strip()).is_relative_to(ROOT)
    site = tmp_path / "site"
    assert "The bridge opened in May." in (site / "events/opening/index.html").read_text(encoding="utf-8")
    about = (site / "about/index.html").read_text(encoding="utf-8")
    assert re.search(r'<a href="../events/opening/"[^>]*>The bridge opens</a>', about)
    assert (site / "assets/timeline/feed.css").exists()
    style = (site / "assets/timeline/timeline.css").read_text(encoding="utf-8")
    for folder in ("timeline/browser/css/parts", "timeline/charts/svg"):
        for sheet in (ROOT / folder).glob("*.css"):
            assert styles.sent(sheet.read_text(encoding="utf-8").splitlines()[-1]).rstrip("}") in style, sheet.name


def test_a_site_is_begun_and_built_with_nothing_but_the_wheel(run, tmp_path) -> None:
    run(tmp_path, "-m", "timeline", "new", "bridge", "--title", "The harbour bridge")
    bridge = tmp_path / "bridge"

    assert "no problems in 3 events" in run(bridge, "-m", "timeline", "check", "--strict")
    run(bridge, "-m", "mkdocs", "build", "--strict")

    home = (bridge / "site/index.html").read_text(encoding="utf-8")
    assert "The bridge over the Sele has come" in home
    assert (bridge / "site/events/example-bridge-opens/index.html").is_file()


def test_the_command_of_the_wheel_checks_a_record(run, tmp_path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "record.yaml").write_text(RECORD, encoding="utf-8")

    assert "1 event" in run(tmp_path, "-m", "timeline", "check")
