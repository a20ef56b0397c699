"""Whether the reading mode of Firefox keeps of our pages what they say: Mozilla's own Readability.

    python tools/reader_mode.py

Every event of the sample record and the key events of the one in `data/`; lists of links, as on the pages of documents,
are none of what it is for. Needs node; npm fetches the libraries, whose versions stand below.
`tests/test_reader_mode.py` asks the same of another library, without node.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline import dates  # noqa: E402
from timeline.checks import read  # noqa: E402
from timeline.html.context import Context  # noqa: E402
from timeline.html.page import Page  # noqa: E402
from timeline.model import Timeline  # noqa: E402
from timeline.pages.event import event_page  # noqa: E402
from timeline.site import inline_markdown  # noqa: E402
from timeline.site.settings import NOWHERE  # noqa: E402

LIBRARIES = ("@mozilla/readability@0.6.0", "linkedom@0.18.12")
FEW = 40
CONTROLS = ("Copy citation", "Something wrong here?")


def main() -> int:
    wrong = []
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--prefix", place, *LIBRARIES], check=True)
        for data in (ROOT / "tests/sample/data", ROOT / "data"):
            timeline = read(data).timeline
            pages = dict(_pages(timeline))
            given = json.dumps({page.address: _whole(page) for page in pages})
            script = ["node", str(ROOT / "tools/reader_mode.mjs"), place]
            done = subprocess.run(script, input=given, capture_output=True, text=True, encoding="utf-8", check=True)
            kept = json.loads(done.stdout)
            faults = [
                f"{page.address}: {words!r} is not kept"
                for page, asked in pages.items()
                for words in asked
                if _plain(words) not in _plain(kept[page.address])
            ]
            faults += [f"{address}: {c!r} is kept" for address, text in kept.items() for c in CONTROLS if c in text]
            wrong += faults
            print(f"{data.relative_to(ROOT)}: {len(pages)} pages, {len(faults) or 'no'} faults")
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


def _pages(timeline: Timeline) -> Iterator[tuple[Page, list[str]]]:
    """Pages, each with what has to be read on it."""
    context = Context.of(timeline, NOWHERE)
    for event in timeline.events:
        if event.key or len(timeline.events) <= FEW:
            said = [dates.words(event.date), event.claims[0].text, *([event.summary] if event.summary else [])]
            yield event_page(context, event), [inline_markdown.plain(words) for words in said]


def _whole(page: Page) -> str:
    return f"<!doctype html><html><head><title>{page.title}</title></head><body><main>{page.body}</main></body></html>"


def _plain(text: str) -> str:
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable() and sign not in "\u2068\u2069\u2066")


if __name__ == "__main__":
    sys.exit(main())
