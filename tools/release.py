"""Puts the files of a release of the record into a folder: every form of all of it, its sources in YAML, and checksums.

    python tools/release.py FOLDER [--since REVISION] [--site ADDRESS]

The files carry the version in no name, since the tag that holds them does: `record-VERSION`, which is printed.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline.checks import read  # noqa: E402
from timeline.cli.record import TAG  # noqa: E402
from timeline.exports import registry  # noqa: E402
from timeline.exports.export import Former, Publication  # noqa: E402
from timeline.loader.revision import Unreachable, former  # noqa: E402
from timeline.queries.index import Index  # noqa: E402
from timeline.site.settings import Site  # noqa: E402

FORMS = ("json", "sqlite", "bibtex", "csl", "ris", "calendar", "cff", "changes", "markdown")
"""Of each its first file, which holds all of the record."""
_BEGAN = (1980, 1, 1, 0, 0, 0)
"""The day that every entry of an archive has, so that equal records make equal archives."""


def release(data: Path, folder: Path, since: str = "", site: str = "") -> str:
    """The files; the name of the tag is returned."""
    loaded = read(data)
    if not loaded.sound:
        raise SystemExit("release.py: the record has faults; `timeline check` tells them")
    address = f"{site.rstrip('/')}/" if site else ""
    before = Former(since, former(data, since).timeline) if since else None
    publication = Publication(Index(loaded.timeline), Site(address=address), former=before)
    folder.mkdir(parents=True, exist_ok=True)
    for name in FORMS:
        for file in list(registry.BY_NAME[name].whole(publication))[:1]:
            file.write(folder / Path(file.path).name)
    tables = {Path(file.path).name: file.content for file in registry.BY_NAME["csv"].whole(publication)}
    _archive(folder / "tables.zip", tables)
    _archive(folder / "data.zip", {path.name: path.read_bytes() for path in sorted(data.glob("*.yaml"))})
    files = sorted(path for path in folder.iterdir() if path.name != "SHA256SUMS")
    sums = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="utf-8", newline="\n")
    return TAG + publication.index.version


def _archive(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, _BEGAN), content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, default=ROOT / "data")
    parser.add_argument("--since", default="")
    parser.add_argument("--site", default="")
    asked = parser.parse_args()
    try:
        print(release(asked.data, asked.folder, asked.since, asked.site))
    except Unreachable as refused:
        raise SystemExit(f"release.py: {refused.sentence}; {refused.help}") from None
