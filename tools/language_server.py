"""Asks the language server that editors use for YAML what it makes of the sample record: `dev.py prove editors`.

    python tools/language_server.py

It comes through npx. What is asked: whether anything of a sound record is underlined, whether a slip is, whether what
it offers is written in words, and whether the ids of the record are offered where a field names one.
"""

from __future__ import annotations

import json
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SERVER = "yaml-language-server@2.0.0"
_SAMPLE = ROOT / "tests" / "sample" / "data"
_HEAD = "# yaml-language-server: $schema=timeline.schema.json\n"
_EVENT = f"{_HEAD}events:\n  - id: a\n    added: 2026-01-01\n"
CASES = {
    "a field of an event": (f"{_EVENT}    |", {"title", "claims", "date"}),
    "the field of a claim": (f"{_EVENT}    claims:\n      - |", {"text", "cite", "by"}),
    "a source": (f"{_EVENT}    claims:\n      - text: a\n        cite: |", {"council-2023-03-14-minutes"}),
    "an actor in a list on the line": (f"{_EVENT}    actors: [|]", {"council", "gazette"}),
    "a topic in a list": (f"{_EVENT}    topics:\n      - |", {"bridge", "ferry"}),
    "another event": (f"{_EVENT}    related:\n      - event: |", {"council-votes"}),
    "an outcome": (f"{_HEAD}expectations:\n  - id: a\n    outcome: |", {"missed", "{event: …}"}),
    "topics in brackets": (f"{_EVENT}    topics: [|]", {"bridge", "ferry"}),
    "claims below their field": (f"{_EVENT}    claims:\n      |", {"{text: …, cite: …}"}),
    "an event behind its dash": (f"{_HEAD}events:\n  - |", {"Event with a claim"}),
    "a word": (f"{_EVENT}    status: |", {"confirmed", "reported"}),
}
"""Where somebody is about to type, as `|`, and some of what has to be offered there."""
_NEEDED = {
    "Event with a claim": ("id", "added", "date", "title", "kind", "status", "claims", "text", "cite"),
    "{text: …, cite: …}": ("text", "cite"),
}
"""What a shape has to have in it."""
_STRAY = {"true", "false", "[object Object]"}


class Server:
    """A language server at the other end of two pipes (LSP 3.17)."""

    def __init__(self, command: list[str], root: Path) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._met: queue.Queue[dict[str, Any]] = queue.Queue()
        self._asked = 0
        self.told: dict[str, list[Any]] = {}
        """By file what is underlined in it."""
        threading.Thread(target=self._listen, daemon=True).start()
        able = {"textDocument": {"completion": {"completionItem": {"snippetSupport": True}}}}
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": able})
        self.tell("initialized", {})

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        """The answer to a question; what the server asks meanwhile gets none that matters."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            met = self._met.get(timeout=120)
            if met.get("id") == self._asked and "method" not in met:
                return met.get("result")
            self._answer(met)

    def underlined(self, uri: str) -> list[Any]:
        """What is wrong with a file, once the server has said so."""
        while uri not in self.told:
            self._answer(self._met.get(timeout=120))
        return self.told.pop(uri)

    def end(self) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        self._process.wait(timeout=30)

    def _answer(self, met: dict[str, Any]) -> None:
        if met.get("method") == "textDocument/publishDiagnostics":
            self.told[met["params"]["uri"]] = met["params"]["diagnostics"]
        elif "id" in met and "method" in met:
            items = met["params"].get("items", []) if isinstance(met.get("params"), dict) else []
            yaml = {"validate": True, "completion": True, "hover": True}
            result = [yaml if item.get("section") == "yaml" else {} for item in items] or None
            self._send({"id": met["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
            elif line == b"\r\n":
                self._met.put(json.loads(self._process.stdout.read(length)))


def main() -> int:
    npx = shutil.which("npx")
    if npx is None:
        sys.exit("language_server.py: npx is missing; it comes with node")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "data")
        shutil.copytree(_SAMPLE, folder)
        command = [sys.executable, "-m", "timeline", "schema", "--ids", "--into", str(folder)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        server = Server([npx, "--yes", SERVER, "--stdio"], folder)
        wrong = [*_underlined(server, folder), *_offered(server, folder)]
        server.end()
    for line in wrong:
        print(f"language_server.py: {line}", file=sys.stderr)
    print(f"{SERVER}: {len(CASES)} places asked, {len(wrong)} wrong")
    return 1 if wrong else 0


def _opened(server: Server, path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
    server.tell("textDocument/didOpen", {"textDocument": document})
    return path.as_uri()


def _underlined(server: Server, folder: Path) -> list[str]:
    wrong = []
    for path in sorted(folder.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        text = text if text.startswith("# yaml-language-server") else _HEAD + text
        found = server.underlined(_opened(server, path, text))
        wrong += [f"{path.name} is sound, and this is underlined: {each['message']}" for each in found]
    slip = server.underlined(_opened(server, folder / "slip.yaml", f"{_EVENT}    status: certain\n"))
    if not any("certain" in each["message"] or "confirmed" in each["message"] for each in slip):
        wrong.append("a word that no field has is not underlined")
    return wrong


def _offered(server: Server, folder: Path) -> list[str]:
    wrong = []
    for number, (name, (text, needed)) in enumerate(CASES.items()):
        before = text.partition("|")[0]
        uri = _opened(server, folder / f"try-{number}.yaml", text.replace("|", ""))
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        answer = server.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": place})
        items = answer["items"] if isinstance(answer, dict) else answer
        labels = {each["label"] for each in items}
        if needed - labels:
            wrong.append(f"{name}: {', '.join(sorted(needed - labels))} is not offered")
        if stray := {label for label in labels if label in _STRAY or "undefined" in label}:
            wrong.append(f"{name}: {', '.join(sorted(stray))} is offered")
        wrong += [f"{name}: {each['label']} writes `0:`" for each in items if re.search(r"\b0:", _written(each))]
        for each in items:
            lacking = [field for field in _NEEDED.get(each["label"], ()) if f"{field}:" not in text + _written(each)]
            wrong += [f"{name}: {each['label']} lacks {', '.join(lacking)}"] if lacking else []
    return wrong


def _written(item: dict[str, Any]) -> str:
    """What an item puts into the file."""
    return str(item.get("textEdit", {}).get("newText") or item.get("insertText") or "")


if __name__ == "__main__":
    sys.exit(main())
