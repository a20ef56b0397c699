"""A small site with a record of its own, built in this process or by the command."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's word about its own end, not about these tests

from mkdocs.commands.build import build
from mkdocs.config import load_config

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
        config = load_config(config_file=str(self.root / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
        return self.root / "site"

    def command(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """What the command says and how it ends."""
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


def framed(name: str) -> bool:
    """Whether a file is a page for a frame or for paper: no theme wraps it, and its policy is its own."""
    return name.startswith(("embed/", "print/"))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name in it."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
