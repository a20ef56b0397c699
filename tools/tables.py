"""Whether frictionless, pandas and Datasette read the tables as they are meant: a proof of `dev.py prove`.

    python tools/tables.py

They bring some sixty packages, so they get an environment of their own in a temporary folder. Two records are shown to
them: the one in `data/`, and the one of the tests with everything that tables stumble over.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.conftest import completed  # noqa: E402 -- the tree has to be found first
from tests.exports.records import HARD  # noqa: E402

TOOLS = ("frictionless==5.21.0", "datasette==0.65.5", "pandas==3.1.1")
_COUNTED = """
import json, sys, pandas
frame = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
print(json.dumps({"rows": len(frame), "titles": list(frame["title"])}))
"""


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / "tools", with_pip=True)
        tools = folder / "tools" / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run([tools / "python", "-m", "pip", "install", "-q", *TOOLS], check=True)
        (folder / "hard").mkdir()
        (folder / "hard" / "record.yaml").write_text(completed(HARD), encoding="utf-8")
        faults = []
        for data in (ROOT / "data", folder / "hard"):
            made = folder / f"{data.name}-made"
            _export("csv", "-o", f"{made}/", "--data", str(data))
            _export("sqlite", "-o", str(made / "data" / "record.sqlite"), "--data", str(data))
            told = json.loads(_export("json", "--data", str(data)))
            faults += [f"{data.name}: {fault}" for fault in _faults(tools, made / "data", told)]
    print("\n".join(faults) or "frictionless, pandas and Datasette read the tables of both records")
    return 1 if faults else 0


def _export(*arguments: str) -> str:
    command = [sys.executable, "-m", "timeline", "export", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout


def _faults(tools: Path, made: Path, told: dict[str, Any]) -> list[str]:
    """What each of them has against the files."""
    faults = []
    valid = subprocess.run(
        [tools / "frictionless", "validate", "datapackage.json", "--json"], cwd=made, capture_output=True
    )
    report = json.loads(valid.stdout)
    if not report["valid"] or report["stats"]["tasks"] < 20:
        faults.append(f"frictionless: {report['errors']} {[task['errors'] for task in report['tasks']]}")
    counted = subprocess.run([tools / "python", "-c", _COUNTED, made / "events.csv"], check=True, capture_output=True)
    frame = json.loads(counted.stdout)
    titles = [event["typed"]["title"] for event in told["events"]]
    if [title.removeprefix("'") for title in frame["titles"]] != titles:
        faults.append("pandas reads other titles than were typed")
    faults += _served(tools, made / "record.sqlite", titles)
    return faults


def _served(tools: Path, database: Path, titles: list[str]) -> list[str]:
    """Datasette with the database: all events, each tie, and a word that is looked for."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [tools / "datasette", database, "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        tables = {table["name"]: table for table in _asked(port, "record.json")["tables"]}
        faults = []
        if tables["events"]["count"] != len(titles):
            faults.append("Datasette counts other events")
        if {tie["other_table"] for tie in tables["citations"]["foreign_keys"]["outgoing"]} != {"claims", "sources"}:
            faults.append("Datasette does not see what citations point at")
        word = max((part for part in titles[0].split() if part.isalnum()), key=len)
        found = _asked(port, f"record/events.json?_shape=array&_size=max&_search={urllib.parse.quote(word)}")
        if titles[0] not in {row["title"] for row in found}:
            faults.append(f"Datasette does not find “{word}”")
        return faults
    finally:
        server.terminate()
        server.wait()


def _asked(port: int, path: str) -> Any:
    """An answer, as soon as there is one."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(120):
        try:
            with opener.open(f"http://127.0.0.1:{port}/{path}") as answer:
                return json.load(answer)
        except OSError as error:
            refused = error
            time.sleep(0.5)
    raise refused


if __name__ == "__main__":
    raise SystemExit(main())
