"""What a release holds, and how it is laid into an archive: a server of the test, which keeps what it gets."""

from __future__ import annotations

import hashlib
import json
import runpy
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT, SAMPLE

RELEASE = runpy.run_path(str(ROOT / "tools" / "release.py"))["release"]
DEPOSIT = runpy.run_path(str(ROOT / "tools" / "deposit.py"))


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp("release")
    return RELEASE(SAMPLE / "data", folder, site="https://bridges.example"), folder


def test_a_release_holds_every_form_and_its_tag_names_the_version(released: tuple[str, Path]) -> None:
    tag, folder = released
    version = json.loads((folder / "record.json").read_text(encoding="utf-8"))["version"]

    assert tag == f"record-{version}"
    assert yaml.safe_load((folder / "CITATION.cff").read_text(encoding="utf-8"))["version"] == version
    assert {path.name for path in folder.iterdir()} == {
        "CITATION.cff", "SHA256SUMS", "bibliography.bib", "bibliography.csl.json", "bibliography.ris", "calendar.ics",
        "data.zip", "llms-full.txt", "record.json", "record.sqlite", "tables.zip",
    }  # fmt: skip
    with zipfile.ZipFile(folder / "data.zip") as archive:
        assert archive.read("events.yaml") == (SAMPLE / "data/events.yaml").read_bytes()
    with zipfile.ZipFile(folder / "tables.zip") as archive:
        assert {"events.csv", "claims.csv", "datapackage.json"} <= set(archive.namelist())
    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_two_releases_of_one_record_are_equal_byte_for_byte(released: tuple[str, Path], tmp_path: Path) -> None:
    _, folder = released
    RELEASE(SAMPLE / "data", tmp_path / "again", site="https://bridges.example")

    assert (tmp_path / "again/SHA256SUMS").read_bytes() == (folder / "SHA256SUMS").read_bytes()


class _Archive(BaseHTTPRequestHandler):
    """Deposits as Zenodo's interface has them."""

    kept: dict[str, Any]

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        host = f"http://{self.headers['Host']}"
        self.kept.setdefault("asked", []).append(f"{self.command} {self.path}")
        told: Any = {}
        if self.headers["Authorization"] != "Bearer secret":
            self.send_response(401)
            self.end_headers()
            self.wfile.write(b"who are you?")
            return
        if self.path.endswith("/actions/newversion"):
            told = {"links": {"latest_draft": f"{host}/api/deposit/depositions/8"}}
        elif self.path.startswith("/bucket/"):
            self.kept.setdefault("files", {})[self.path.removeprefix("/bucket/")] = body
        elif self.command == "PUT":
            self.kept["metadata"] = json.loads(body)["metadata"]
        elif self.command in ("POST", "GET"):
            links = {"bucket": f"{host}/bucket", "html": f"{host}/deposit/8"}
            told = {"id": 8, "links": links, "files": [{"id": "old"}]}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    do_GET = do_POST = do_PUT = do_DELETE = answer

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def archive() -> Iterator[tuple[str, dict[str, Any]]]:
    kept: dict[str, Any] = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Kept", (_Archive,), {"kept": kept}))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", kept
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_deposit_has_all_files_and_is_left_as_a_draft(released: tuple[str, Path], archive: Any) -> None:
    address, kept = archive
    tag, folder = released
    where = DEPOSIT["Archive"](address, "secret").deposit(folder)

    assert where == f"{address}/deposit/8"
    assert kept["files"] == {path.name: path.read_bytes() for path in folder.iterdir()}
    assert kept["metadata"]["version"] == tag.removeprefix("record-")
    assert kept["metadata"]["upload_type"] == "dataset"
    assert kept["metadata"]["creators"][0]["name"].startswith("The editors of ")
    assert not any("publish" in asked for asked in kept["asked"])


def test_a_later_deposit_is_a_new_version_without_the_old_files(released: tuple[str, Path], archive: Any) -> None:
    address, kept = archive
    DEPOSIT["Archive"](address, "secret").deposit(released[1], after="7", publish=True)

    assert kept["asked"][:3] == [
        "POST /api/deposit/depositions/7/actions/newversion",
        "GET /api/deposit/depositions/8",
        "DELETE /api/deposit/depositions/8/files/old",
    ]
    assert kept["asked"][-1] == "POST /api/deposit/depositions/8/actions/publish"


def test_what_the_archive_refuses_is_said(released: tuple[str, Path], archive: Any) -> None:
    with pytest.raises(SystemExit, match=r"the archive refused POST .*: 401 who are you"):
        DEPOSIT["Archive"](archive[0], "wrong").deposit(released[1])


def test_the_workflow_has_no_right_that_it_does_not_use() -> None:
    text = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    workflow = yaml.load(text, Loader=yaml.BaseLoader)

    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "release": {"contents": "write"},
        "deposit": {"contents": "read"},
    }
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            tokens = {name for name, value in step.get("env", {}).items() if "token" in value.lower()}
            assert not tokens or step["run"].startswith("gh " if tokens == {"GH_TOKEN"} else ".venv/bin/python tools/")


def test_the_workflow_of_the_package_publishes_only_what_was_tried_and_with_no_token() -> None:
    text = (ROOT / ".github/workflows/package.yml").read_text(encoding="utf-8")
    workflow = yaml.load(text, Loader=yaml.BaseLoader)
    jobs = workflow["jobs"]

    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "build": {"contents": "read"},
        "try": {},
        "publish": {"id-token": "write"},
    }
    assert (jobs["try"]["needs"], jobs["publish"]["needs"]) == ("build", "try")
    assert jobs["publish"]["if"] == "github.ref_type == 'tag'"
    assert jobs["publish"]["environment"] == {"name": "pypi"}
    assert "secrets." not in text
    assert {"3.11", "3.15"} == set(jobs["try"]["strategy"]["matrix"]["python"])
