"""What Lighthouse says of home, timeline and an event of a made-up record: the median of three runs each.

    python bench/lighthouse.py [--events 1000] [--runs 3]

Needs node 18.20 or newer and Chromium; `npx` fetches Lighthouse, whose version stands below. Exits 1 when a
score is below the goals that stand below too.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser import built
from playwright.sync_api import sync_playwright
from server import serving

from tests.browser import chromium

LIGHTHOUSE = "lighthouse@12.8.2"
GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


def main() -> int:
    """Measures and prints a table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--events", type=int, default=1000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--keep", type=Path, help="a folder for the site, built only where it is missing")
    chosen = options.parse_args()
    low = []
    with tempfile.TemporaryDirectory() as folder:
        site = built((chosen.keep or Path(folder)) / str(chosen.events), chosen.events)
        with serving(site) as address:
            print("| page | " + " | ".join(GOALS) + " |\n| --- |" + " ---: |" * len(GOALS))
            for page in ("", "timeline/", "events/event-1/"):
                runs = [_scores(address + page, Path(folder)) for _ in range(chosen.runs)]
                found = {name: statistics.median(run[name] for run in runs) for name in GOALS}
                print(f"| {page or 'home'} | " + " | ".join(f"{found[name]:g}" for name in GOALS) + " |", flush=True)
                low += [f"{page or 'home'}: {name}" for name, goal in GOALS.items() if found[name] < goal]
    if low:
        print(f"below the goals: {', '.join(low)}", file=sys.stderr)
    return 1 if low else 0


def _scores(address: str, folder: Path) -> dict[str, float]:
    report = folder / "report.json"
    command = [
        "npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}",
        f"--only-categories={','.join(GOALS)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage",
    ]  # fmt: skip
    done = subprocess.run(command, env=os.environ | _chromium(), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"Lighthouse did not run: {done.stderr.strip().splitlines()[-1]}")
    audits = json.loads(report.read_text("utf-8"))
    for category in audits["categories"].values():
        for reference in category["auditRefs"]:
            audit = audits["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                print(f"  {address}: {reference['id']} {audit.get('displayValue', '')}", file=sys.stderr)
    return {name: round(100 * audits["categories"][name]["score"]) for name in GOALS}


def _chromium() -> dict[str, str]:
    with sync_playwright() as playwright:
        found = (chromium.search(playwright).launch or {}).get("executable_path")
    return {"CHROME_PATH": str(found)} if found else {}


if __name__ == "__main__":
    sys.exit(main())
