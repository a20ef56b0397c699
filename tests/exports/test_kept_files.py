"""Large files on their way to the disk: in pieces, the same from every process, and gone when nobody wants them."""

from __future__ import annotations

import gc
import hashlib
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

from tests.conftest import SAMPLE
from timeline.exports.api import JSON
from timeline.exports.export import Publication
from timeline.exports.kept_files import KeptFiles, _remove
from timeline.exports.tables import CSV
from timeline.model import Timeline
from timeline.queries.index import Index


def test_no_more_than_a_piece_of_a_large_file_is_held_at_once() -> None:
    kept, line = KeptFiles(), "Brücke 桥 🌉\n" * 1000
    tracemalloc.start()
    file = kept.written("data/large.csv", (line for _ in range(2000)))
    size = sum(map(len, file.pieces()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert size == file.size == 2000 * len(line.encode())
    assert peak < size / 3


def test_its_sum_is_that_of_what_was_written() -> None:
    kept = KeptFiles()
    file = kept.written("a/b.txt", iter(["eins, ", "", "二"]), "Two words.")

    assert file.content == b"".join(file.pieces()) == "eins, 二".encode()
    assert kept.sha256("a/b.txt") == hashlib.sha256(file.content).hexdigest()
    assert (file.path, file.about) == ("a/b.txt", "Two words.")


def test_the_files_go_when_nobody_knows_them_and_a_doubled_process_takes_none_away(tmp_path: Path) -> None:
    kept = KeptFiles()
    file = kept.written("a.txt", ["x"])
    del kept
    gc.collect()
    assert file.kept is not None
    place = file.kept
    assert file.content == b"x"

    _remove(tmp_path, os.getpid() + 1)
    assert tmp_path.exists()
    del file
    gc.collect()
    assert not place.parent.exists()


def test_each_document_is_a_line_of_the_whole_also_where_the_whole_was_not_asked_for(sample: Timeline) -> None:
    asked, alone = (Publication(Index(sample)) for _ in range(2))
    (whole, *_) = JSON.whole(asked)
    ours = {file.path: file.content for file in JSON.single(asked) if b'"moved"' not in file.content[:400]}
    lines = {line.rstrip(b",]") for line in whole.content.splitlines()}

    assert len(ours) == sum(
        map(len, (sample.events, sample.sources, sample.actors, sample.topics, sample.expectations, sample.tracks))
    )
    assert ours.items() <= {file.path: file.content for file in JSON.single(alone)}.items()
    for content in ours.values():
        assert b'{"typed":' + content.rstrip().partition(b'"typed":')[2] in lines


def test_two_forms_do_not_share_what_they_read(sample: Timeline) -> None:
    publication = Publication(Index(sample))

    assert [file.content for file in CSV.whole(publication)] == [file.content for file in CSV.whole(publication)]


def test_every_form_has_the_same_bytes_whatever_order_a_process_gives_to_sets() -> None:
    """Two processes with hashes of their own."""
    program = (
        "import hashlib, sys; from pathlib import Path; from timeline.checks import read\n"
        "from timeline.exports import registry; from timeline.exports.export import Publication\n"
        "from timeline.queries.index import Index; from timeline.site.settings import Site\n"
        "site = Site('A', 'https://a.example/')\n"
        "made = Publication(Index(read(Path(sys.argv[1])).timeline), site)\n"
        "for export in registry.EXPORTS:\n"
        "    for file in (*export.whole(made), *export.single(made)):\n"
        "        print(file.path, hashlib.sha256(file.content).hexdigest())\n"
    )
    one, other = (
        subprocess.run(
            [sys.executable, "-c", program, str(SAMPLE / "data")],
            env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True, encoding="utf-8",
        ).stdout.splitlines()
        for seed in ("1", "2")
    )  # fmt: skip

    assert len(one) > 100
    assert any(line.startswith("data/record.sqlite ") for line in one)
    assert one == other
