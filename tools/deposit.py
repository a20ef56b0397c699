"""Lays the files of a release into an archive that speaks as Zenodo does, as a draft that somebody then publishes.

    ZENODO_TOKEN=... python tools/deposit.py FOLDER [--address https://zenodo.org] [--after ID] [--publish]

What it is called, by whom and under which licence stands in `CITATION.cff` of the folder. `--after` is the number of
an earlier deposit of the same record: then this one is a new version of it. Without `--publish` it stays a draft, for
what is published there is never taken back.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

import yaml

_WAIT = 120
"""Seconds that an archive has for an answer."""


class Archive:
    """The deposits of one account."""

    def __init__(self, address: str, token: str) -> None:
        self._address, self._token = address.rstrip("/"), token

    def deposit(self, folder: Path, after: str = "", publish: bool = False) -> str:
        """The address of the new deposit."""
        above = f"{self._address}/api/deposit/depositions"
        if after:
            draft = self._ask("POST", f"{above}/{quote(after)}/actions/newversion")["links"]["latest_draft"]
            made = self._ask("GET", draft)
            for file in made.get("files", ()):
                self._ask("DELETE", f"{above}/{made['id']}/files/{file['id']}")
        else:
            made = self._ask("POST", above, {})
        for path in sorted(folder.iterdir()):
            self._ask("PUT", f"{made['links']['bucket']}/{quote(path.name)}", path.read_bytes())
        cited = yaml.safe_load((folder / "CITATION.cff").read_text(encoding="utf-8"))
        self._ask("PUT", f"{above}/{made['id']}", {"metadata": metadata(cited)})
        if publish:
            self._ask("POST", f"{above}/{made['id']}/actions/publish")
        return str(made["links"]["html"])

    def _ask(self, method: str, address: str, body: bytes | Mapping[str, Any] | None = None) -> Any:
        data = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else None
        kind = "application/octet-stream" if isinstance(body, bytes) else "application/json"
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": kind}
        try:
            with urlopen(Request(address, data, headers, method=method), timeout=_WAIT) as answer:
                text = answer.read()
        except HTTPError as refused:
            with refused:
                told = refused.read().decode(errors="replace")[:500]
            raise SystemExit(f"deposit.py: the archive refused {method} {address}: {refused.code} {told}") from None
        except URLError as lost:
            raise SystemExit(f"deposit.py: the archive cannot be reached: {lost.reason}") from None
        return json.loads(text) if text else {}


def metadata(cited: Mapping[str, Any]) -> dict[str, Any]:
    """What the archive asks for, from what the record says of itself."""
    told = {
        "upload_type": "dataset",
        "title": cited["title"],
        "description": cited["abstract"],
        "creators": [{"name": author["name"]} for author in cited["authors"]],
        "version": cited["version"],
        "publication_date": cited["date-released"],
        "license": cited.get("license", "").lower(),
        "keywords": cited.get("keywords", []),
        "related_identifiers": [{"identifier": cited["url"], "relation": "isDerivedFrom"}] if "url" in cited else [],
    }
    return {name: value for name, value in told.items() if value}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--address", default="https://zenodo.org")
    parser.add_argument("--after", default="")
    parser.add_argument("--publish", action="store_true")
    asked = parser.parse_args()
    token = os.environ.get("ZENODO_TOKEN", "")
    if not token:
        raise SystemExit("deposit.py: no token; an account of the archive gives one, and it stands in ZENODO_TOKEN")
    print(Archive(asked.address, token).deposit(asked.folder, asked.after, asked.publish))
