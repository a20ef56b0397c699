"""A small site with a record of its own, built in this process or by the command."""

from __future__ import annotations

import gc
import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner, Result

os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's word about its own end, not about these tests

from mkdocs.__main__ import cli
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import DuplicateFilter

_LOGS = [logging.getLogger(name) for name in ("mkdocs", "mkdocs.commands.build")]
_LOGS[1].filters.clear()  # by which a process tells each message once, though it were of another build

HOSTILE = '</title><script>x</script> & "q" \'s {{ 7 * 7 }}'

RECORD = """\
record: {title: The harbour bridge, through: 2026-11-22}
"""

EVENTS = """\
events:
  - id: opening
    added: 2026-11-01
    date: 2025-05
    title: The bridge opens
    kind: release
    status: reported
    claims:
      - {text: The bridge opened in May., cite: gazette}
  - id: hostile
    added: 2026-11-01
    date: 2025-06-03
    title: HOSTILE
    kind: statement
    status: reported
    claims:
      - {text: Somebody tests us., cite: [gazette, courier]}
  - id: closing
    added: 2026-11-01
    date: 2026-02~
    title: The bridge is closed again, and its title goes on for longer than short marks would show
    kind: report
    status: reported
    claims:
      - {text: The bridge closed., cite: courier}
""".replace("HOSTILE", json.dumps(HOSTILE))

SOURCES = """\
sources:
  - id: gazette
    title: Bridge opens
    publisher: Harbour Gazette
    issued: 2025-06-04
    language: en
    url: https://gazette.example/bridge
    kind: original-reporting
  - id: courier
    title: HOSTILE
    publisher: Courier
    issued: 2026-03-01
    language: de
    url: https://courier.example/bridge
    kind: original-reporting
""".replace("HOSTILE", json.dumps(HOSTILE))


@dataclass
class Site:
    """A folder with mkdocs.yml, docs and data, and what was built of it."""

    root: Path
    settings: dict[str, Any] = field(default_factory=dict)

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def configure(self, **settings: Any) -> None:
        """Merges settings into mkdocs.yml."""
        self.settings |= settings
        self.write("mkdocs.yml", yaml.safe_dump(self.settings))

    def build(self, **settings: Any) -> Path:
        """The folder of a fresh build, made in this process as `mkdocs build` makes it."""
        self.configure(**settings)
        build_once(load_config(config_file=str(self.root / "mkdocs.yml")))
        return self.root / "site"

    def command(self, *words: str) -> Result:
        """What `mkdocs` says and how it ends, in this process, which is sooner done than a process of its own."""
        with _afterwards_as_before(), chdir(self.root):
            _LOGS[1].addFilter(DuplicateFilter())
            done = CliRunner().invoke(cli, words)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done

    def process(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """The same of a process with an environment of its own."""
        command = [sys.executable, "-m", "mkdocs", *words]
        env = {**os.environ, **environment}
        return subprocess.run(command, cwd=self.root, env=env, text=True, capture_output=True, check=False)

    def html(self, address: str) -> str:
        return (self.root / "site" / address / "index.html").read_text(encoding="utf-8")

    def file(self, name: str) -> str:
        return (self.root / "site" / name).read_text(encoding="utf-8")

    def search(self) -> list[dict[str, Any]]:
        index = json.loads((self.root / "site/search/search_index.json").read_text(encoding="utf-8"))
        docs: list[dict[str, Any]] = index["docs"]
        return docs

    def sitemap(self) -> list[str]:
        return re.findall("<loc>(.*?)</loc>", (self.root / "site/sitemap.xml").read_text(encoding="utf-8"))


def build_once(config: MkDocsConfig) -> None:
    """Builds as `mkdocs build` does, in a process that lives on."""
    with _afterwards_as_before():
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()


@contextmanager
def _afterwards_as_before() -> Iterator[None]:
    """A process that ends with its build sets up the log as it likes, and never gives back what it set aside."""
    before = [(log, log.level, log.propagate, list(log.handlers)) for log in _LOGS]
    try:
        yield
    finally:
        for log, level, propagate, handlers in before:
            log.setLevel(level)
            log.propagate, log.handlers[:] = propagate, handlers
            log.filters.clear()
        gc.unfreeze()


def framed(name: str) -> bool:
    """Whether a file is a page for a frame or for paper: no theme wraps it, and its policy is its own."""
    return name.startswith(("embed/", "print/"))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name in it."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
