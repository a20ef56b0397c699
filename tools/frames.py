"""Whether the Nu HTML checker finds anything in the pages for frames: a proof of `dev.py prove`, with node and Java.

    python tools/frames.py

Read are those of the record of the tests, of the real one, and of the one with everything that forms stumble over.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.conftest import completed  # noqa: E402 -- the tree has to be found first
from tests.exports.records import HARD  # noqa: E402
from timeline import markdown, pages  # noqa: E402
from timeline.checks import read  # noqa: E402
from timeline.html.context import Context  # noqa: E402
from timeline.site.file import SiteFile  # noqa: E402
from timeline.site.settings import Site  # noqa: E402

CHECKER = "vnu-jar@26.9.27"
_NO_FAULT = "info warning: Resource violates Content Security Policy (meta tag): external stylesheet"
"""A page that is read from a disk has no host of its own, so not even the site's style sheet is of the same one."""

_CHOSEN = "\n\n".join(
    f"::: timeline\n{options}\n:::"
    for options in (
        "order: newest\nlimit: 6\nembed: news",
        'key: true\ntitle: Turns, <all> of "them"\nembed: turns',
        "show: turns\nembed: folded",
        "show: disputes\nembed: disputed",
        "chart: axis\nembed: drawn",
    )
)
"""A page with selections, of any record."""


def main() -> int:
    java, npm = shutil.which("java"), shutil.which("npm")
    if not (java and npm):
        raise SystemExit("frames.py: Java and node are needed; nothing was proved")
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        subprocess.run([npm, "install", "--silent", "--no-audit", "--prefix", place, CHECKER], check=True)
        (place / "hard").mkdir()
        (place / "hard" / "record.yaml").write_text(completed(HARD), encoding="utf-8")
        number = 0
        for data in (ROOT / "tests/sample/data", ROOT / "data", place / "hard"):
            for file in _frames(data):
                target = place / "frames" / data.parent.name / file.path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.content)
                number += 1
        jar = next(place.glob("node_modules/vnu-jar/build/dist/vnu.jar"))
        asked = [java, "-jar", str(jar), "--format", "gnu", "--skip-non-html", str(place / "frames")]
        said = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=False)
    faults = [line for line in (said.stdout + said.stderr).splitlines() if _NO_FAULT not in line]
    print("\n".join(faults) or f"Nu finds nothing in {number} frames")
    return 1 if faults or said.returncode else 0


def _frames(data: Path) -> Iterator[SiteFile]:
    context = Context.of(read(data).timeline, Site("A site", "https://example.org/"))
    drawn = (file for page in pages.every_page(context) for file in page.files)
    chosen = markdown.embeds([_CHOSEN], context.index)
    for file in (*drawn, *pages.site_files(context.index), *chosen):
        if file.path.startswith("embed/") and file.path.endswith(".html"):
            yield file


if __name__ == "__main__":
    sys.exit(main())
