"""What an existing engine makes of a million claims: time to load, size, and how long questions take.

    python bench/databases.py FOLDER [--sqlite FILE] [--psql "psql -h /run/x -U postgres"] [--datasette datasette]

FOLDER holds the parts that `parts.py` made. Loaded is what `timeline export csv` writes, with the types and ties of its
data package: into SQLite by Python's own module, into PostgreSQL by COPY, as its manual advises for much at once (ties
and indexes last). Then each question is asked six times; told are the first and the median of the others.
"""

from __future__ import annotations

import argparse
import csv
import json
import shlex
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

ASKED = 6
_TYPES = {"string": "text", "integer": "integer", "number": "numeric", "boolean": "boolean"}
_SHARED = ("record", "topics", "actors")
"""Tables whose rows come in several parts; the first one stays."""
_SEARCHED = {"events": ("title", "summary"), "claims": ("text",), "sources": ("title", "publisher")}
_WHERE = {
    "sqlite": "rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH '{0} {1}')",
    "psql": "to_tsvector('simple', text) @@ to_tsquery('simple', '{0} & {1}')",
}
QUESTIONS = {
    "an event with its claims and who says so": """SELECT e.title, c.text, s.title FROM events e JOIN claims c ON
        c.event = e.id JOIN citations t ON t.claim = c.id JOIN sources s ON s.id = t.source WHERE e.id = '{event}'""",
    "two words in claims, the first twenty": "SELECT id, text FROM claims WHERE {words} LIMIT 20",
    "how many claims have both words": "SELECT count(*) FROM claims WHERE {words}",
    "one topic in one year, the first fifty": """SELECT e.id, e.title FROM events e
        JOIN event_topics t ON t.event = e.id WHERE t.topic = 'topic-3' AND e.date >= '2020' AND e.date < '2021'
        ORDER BY e.date LIMIT 50""",
    "events of each year by status": """SELECT substr(date, 1, 4), status, count(*) FROM events
        GROUP BY 1, 2 ORDER BY 1, 2""",
    "documents on which most claims rest": """SELECT source, count(DISTINCT claim) FROM citations GROUP BY source
        ORDER BY 2 DESC, 1 LIMIT 20""",
    "who repeats whom, to the end": """WITH RECURSIVE chain(id, depth) AS (SELECT '{source}', 0 UNION
        SELECT r.relayed, depth + 1 FROM source_relays r JOIN chain ON r.source = chain.id WHERE depth < 50)
        SELECT max(depth) FROM chain""",
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--sqlite", type=Path)
    options.add_argument("--psql", default="")
    options.add_argument("--datasette", default="")
    asked = options.parse_args()
    parts = sorted(asked.folder.glob("part-*/made/data"))
    package = json.loads((parts[0] / "datapackage.json").read_text("utf-8"))["resources"]
    order = [r["name"] for r in sorted(package, key=lambda r: r["name"] not in _SHARED)]
    by_name = {r["name"]: r for r in package}
    known = {"event": "p003-event-77", "source": "p003-source-4321"} | _words(parts[0])
    if asked.sqlite:
        asked.sqlite.unlink(missing_ok=True)
        _told("SQLite", lambda: _sqlite(asked.sqlite, parts, by_name, order), lambda: asked.sqlite.stat().st_size)
        with closing(sqlite3.connect(asked.sqlite)) as database:
            _count({name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in order})
            _ask("SQLite", "sqlite", known, lambda sql: len(database.execute(sql).fetchall()))
    if asked.datasette and asked.sqlite:
        _datasette(asked.datasette, asked.sqlite, known)
    if asked.psql:
        psql = _Psql(asked.psql)
        _told("PostgreSQL", lambda: _postgres(psql, parts, by_name, order), psql.size)
        _ask("PostgreSQL", "psql", known, psql.rows)


def _words(part: Path) -> dict[str, str]:
    """Two words that stand together in a claim, neither of the most frequent ones."""
    with (part / "claims.csv").open(encoding="utf-8", newline="") as file:
        words = next(csv.DictReader(file))["text"].rstrip(".").lower().split()
    one, other = sorted(set(words), key=lambda word: (-len(word), word))[:2]
    return {"one": one, "other": other}


def _told(engine: str, load: Callable[[], None], size: Callable[[], int]) -> None:
    started, used = time.perf_counter(), time.process_time()
    load()
    taken, own = time.perf_counter() - started, time.process_time() - used
    print(
        f"\n{engine}: loaded in {taken:.0f} s ({own:.0f} processor s of this process), {size() / 1e9:.2f} GB",
        flush=True,
    )


def _count(counts: dict[str, int]) -> None:
    print(
        f"  {sum(counts.values()):,} rows: {', '.join(f'{n:,} {name}' for name, n in counts.items() if n)}", flush=True
    )


def _ask(engine: str, dialect: str, known: dict[str, str], rows: Callable[[str], int]) -> None:
    words = _WHERE[dialect].format(known["one"], known["other"])
    print(f"| {engine} | rows | first ms | then ms |\n| --- | ---: | ---: | ---: |")
    for name, question in QUESTIONS.items():
        _timed(name, lambda question=question: rows(question.format(words=words, **known)))  # type: ignore[misc] # a lambda has no type for its default


def _timed(name: str, ask: Callable[[], int]) -> None:
    times = []
    for _ in range(ASKED):
        started = time.perf_counter()
        found = ask()
        times.append((time.perf_counter() - started) * 1000)
    print(f"| {name} | {found:,} | {times[0]:.1f} | {statistics.median(times[1:]):.1f} |", flush=True)


def _rows(parts: list[Path], name: str, schema: dict[str, Any]) -> Iterator[list[Any]]:
    """Rows as the tables mean them: one apostrophe less, nothing for an empty cell, numbers and truth as they are."""
    kinds = [field["type"] for field in schema["fields"]]
    for part in parts:
        with (part / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            for row in rows:
                yield [_value(cell, kind) for cell, kind in zip(row, kinds, strict=True)]


def _value(cell: str, kind: str) -> Any:
    if not cell:
        return None
    if kind == "boolean":
        return cell == "true"
    return cell.removeprefix("'")


# -- SQLite and Datasette --------------------------------------------------------------------------


def _sqlite(path: Path, parts: list[Path], tables: dict[str, Any], order: list[str]) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        for name in order:
            schema = tables[name]["schema"]
            columns = ", ".join(f'"{f["name"]}" {_TYPES[f["type"]]}' for f in schema["fields"])
            ties = "".join(
                f', FOREIGN KEY ("{key["fields"][0]}") REFERENCES "{key["reference"]["resource"]}" '
                f'("{key["reference"]["fields"][0]}")' for key in schema.get("foreignKeys", [])
            )  # fmt: skip
            key = ", ".join(f'"{column}"' for column in schema["primaryKey"])
            database.execute(f'CREATE TABLE "{name}" ({columns}, PRIMARY KEY ({key}){ties})')
            places = ", ".join("?" * len(schema["fields"]))
            database.executemany(f'INSERT OR IGNORE INTO "{name}" VALUES ({places})', _rows(parts, name, schema))
        for name in order:
            for key in tables[name]["schema"].get("foreignKeys", []):
                column = key["fields"][0]
                database.execute(f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")')
        for name, columns in _SEARCHED.items():
            listed = ", ".join(columns)
            database.execute(f"CREATE VIRTUAL TABLE {name}_fts USING fts5({listed}, content='{name}')")
            database.execute(f"INSERT INTO {name}_fts (rowid, {listed}) SELECT rowid, {listed} FROM {name}")
        database.commit()
        database.execute("ANALYZE")


def _datasette(program: str, path: Path, known: dict[str, str]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [*shlex.split(program), str(path), "-p", str(port), "--setting", "sql_time_limit_ms", "30000"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def read(address: str) -> int:
        with opener.open(f"http://127.0.0.1:{port}/{path.stem}/{address}") as answer:
            return len(answer.read())

    try:
        for _ in range(120):
            try:
                read("events/p000-event-1.json")
                break
            except OSError:
                time.sleep(0.5)
        print("\n| Datasette | bytes | first ms | then ms |\n| --- | ---: | ---: | ---: |")
        search = urllib.parse.quote(f"{known['one']} {known['other']}")
        for name, address in {
            "page of a row": f"events/{known['event']}", "first page of events": "events",
            "search for two words in claims": f"claims?_search={search}",
            "events of one topic": "event_topics?topic=topic-3&_size=50",
            "events by status, counted (facet)": "events.json?_facet=status&_size=1",
        }.items():  # fmt: skip
            try:
                _timed(name, lambda address=address: read(address))  # type: ignore[misc] # as above
            except OSError as error:
                print(f"| {name} | {error} | | |")
    finally:
        server.terminate()
        server.wait()


# -- PostgreSQL ------------------------------------------------------------------------------------


class _Psql:
    """The client of PostgreSQL, as somebody would type into it."""

    def __init__(self, command: str) -> None:
        self._command = [*shlex.split(command), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
        self._open: subprocess.Popen[str] | None = None

    def run(self, script: str) -> str:
        return subprocess.run(self._command, input=script, check=True, capture_output=True, encoding="utf-8").stdout

    def size(self) -> int:
        return int(self.run("SELECT pg_database_size(current_database())"))

    def rows(self, sql: str) -> int:
        """Over one connection, for an application keeps it."""
        if self._open is None:
            self._open = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", bufsize=1
            )
        asked, answered = self._open.stdin, self._open.stdout
        if asked is None or answered is None:
            raise AssertionError("both were asked for")
        asked.write(f"{' '.join(sql.split())};\n\\echo done-here\n")
        asked.flush()
        for number, line in enumerate(answered):
            if line == "done-here\n":
                return number
        sys.exit("psql went away")


def _postgres(psql: _Psql, parts: list[Path], tables: dict[str, Any], order: list[str]) -> None:
    for name in order:
        schema = tables[name]["schema"]
        columns = ", ".join(f'"{f["name"]}" {_TYPES[f["type"]]}' for f in schema["fields"])
        key = ", ".join(f'"{column}"' for column in schema["primaryKey"])
        psql.run(f'DROP TABLE IF EXISTS "{name}" CASCADE; CREATE TABLE "{name}" ({columns})')
        with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8", newline="") as file:
            writer, seen = csv.writer(file), set()
            for row in _rows(parts, name, schema):
                if name not in _SHARED or row[0] not in seen:
                    seen.add(row[0] if name in _SHARED else "")
                    writer.writerow("" if value is None else value for value in row)
            file.flush()
            psql.run(f"\\copy \"{name}\" FROM '{file.name}' WITH (FORMAT csv)")
        psql.run(f'ALTER TABLE "{name}" ADD PRIMARY KEY ({key})')
    for name in order:
        for key in tables[name]["schema"].get("foreignKeys", []):
            column, other = key["fields"][0], key["reference"]
            psql.run(
                f'CREATE INDEX ON "{name}" ("{column}"); ALTER TABLE "{name}" ADD FOREIGN KEY ("{column}") '
                f'REFERENCES "{other["resource"]}" ("{other["fields"][0]}")'
            )
    for name, columns in _SEARCHED.items():
        texts = " || ' ' || ".join(f"coalesce({column}, '')" for column in columns) if len(columns) > 1 else columns[0]
        psql.run(f"CREATE INDEX {name}_words ON {name} USING gin (to_tsvector('simple', {texts}))")
    psql.run("ANALYZE")


if __name__ == "__main__":
    main()
