"""Whether ical.js and citation.js read the days, titles and names that `timeline export` writes.

    python tools/formats.py

The sample record, the one in `data/`, and the one of the tests with everything hard are written and read back. Needs
node; npm fetches the libraries, whose versions stand below.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from itertools import zip_longest
from pathlib import Path
from typing import Any

import icalendar

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.conftest import completed  # noqa: E402 -- the tree has to be found first
from tests.exports.records import HARD  # noqa: E402
from timeline.checks import read  # noqa: E402
from timeline.exports import registry  # noqa: E402
from timeline.exports.export import Publication  # noqa: E402
from timeline.model import Author  # noqa: E402
from timeline.queries.index import Index  # noqa: E402
from timeline.site.settings import Site  # noqa: E402

LIBRARIES = (
    "ical.js@2.2.1",
    "@citation-js/core@0.7",
    "@citation-js/plugin-ris@0.7",
    "@citation-js/plugin-csl@0.7",
)
FORMS = ("calendar", "csl", "ris")


def main() -> int:
    wrong = []
    with tempfile.TemporaryDirectory() as place:
        libraries = Path(place, "libraries")
        libraries.mkdir()
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--prefix", libraries, *LIBRARIES], check=True)
        hard = Path(place, "hard", "data")
        hard.mkdir(parents=True)
        (hard / "record.yaml").write_text(completed(HARD), encoding="utf-8")
        for data in (ROOT / "tests/sample/data", ROOT / "data", hard):
            folder = Path(place, f"{data.parent.name}-made")
            folder.mkdir()
            publication = Publication(Index(read(data).timeline), Site("", "https://example.org/"))
            for form in FORMS:
                file = next(registry.BY_NAME[form].whole(publication))
                (folder / Path(file.path).name).write_bytes(file.content)
            script = ["node", str(ROOT / "tools/formats.mjs"), str(folder), str(libraries)]
            done = subprocess.run(script, capture_output=True, text=True, encoding="utf-8", check=False)
            if done.returncode:
                wrong.append(f"{data}: {done.stderr.strip()[-500:]}")
                continue
            faults = list(_faults(publication, folder, json.loads(done.stdout)))
            wrong += [f"{data}: {fault}" for fault in faults]
            name = "data" if data.parent == ROOT else data.parent.name
            print(f"{name}: {'read back as it was written' if not faults else 'read otherwise'}")
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


def _faults(publication: Publication, folder: Path, found: dict[str, Any]) -> list[str]:
    """What the other side read otherwise than it was written."""
    timeline = publication.index.timeline
    cited = {source.id: [source.title or "", *map(_name, source.authors)] for source in timeline.sources}
    calendar = icalendar.Calendar.from_ical((folder / "calendar.ics").read_bytes())
    ours = [[str(e["UID"]), e.start.isoformat(), e.end.isoformat(), str(e["SUMMARY"])] for e in calendar.events]
    asked = {
        "calendar": (found["calendar"], ours),
        "csl": (dict(found["csl"]), cited),
        "ris": (dict(found["ris"]), cited),
    }
    return [f"{name}: {_apart(read, wrote)}" for name, (read, wrote) in asked.items() if read != wrote]


def _name(author: Author) -> str:
    """As the other side puts it together: the names that go with it, then that by which it is sorted."""
    return " ".join(part for part in (author.given, author.family) if part)


def _apart(read: Any, wrote: Any) -> str:
    """The first few that differ."""
    pairs = (
        [(read.get(id), told) for id, told in wrote.items()] if isinstance(wrote, dict) else zip_longest(read, wrote)
    )
    return "; ".join(f"{one} instead of {other}" for one, other in pairs if one != other)[:1000]


if __name__ == "__main__":
    sys.exit(main())
