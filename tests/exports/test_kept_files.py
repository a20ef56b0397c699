"""Large files on their way to the disk: in pieces, the same from every process, and gone when nobody wants them."""

from __future__ import annotations

import gc
import hashlib
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.conftest import SAMPLE
from timeline.exports import llms, registry
from timeline.exports.api import JSON
from timeline.exports.export import Former, Publication
from timeline.exports.kept_files import KeptFiles, _remove
from timeline.exports.tables import CSV
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.site.file import SiteFile
from timeline.site.large_file import LargeBinary, LargeText
from timeline.site.settings import Site


def kept(lines: Callable[[], Iterable[str]], folder: Path | None = None) -> SiteFile:
    """A large text as it lies where exports are written."""
    return KeptFiles(folder).keep(SiteFile("data/large.csv", large=LargeText(lines)))


def test_no_more_than_a_piece_of_a_large_file_is_held_at_once() -> None:
    line = "Brücke 桥 🌉\n" * 1000
    tracemalloc.start()
    file = kept(lambda: (line for _ in range(2000)))
    size = sum(map(len, file.pieces()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert size == file.size == 2000 * len(line.encode())
    assert peak < size / 3


def test_a_large_text_is_drawn_once_and_read_from_where_it_lies(tmp_path: Path) -> None:
    drawn = []

    def lines() -> Iterator[str]:
        drawn.append("once")
        yield from ("eins, ", "", "二")

    text = LargeText(lines)
    file = SiteFile("a/b.txt", large=text)
    place = KeptFiles(tmp_path)
    assert drawn == []  # nobody has wanted it yet

    for _ in range(2):
        place.keep(file)
    text.move(tmp_path / "site/a/b.txt")
    file.write(tmp_path / "copy.txt")

    wanted = "eins, 二".encode()
    assert file.content == (tmp_path / "site/a/b.txt").read_bytes() == (tmp_path / "copy.txt").read_bytes() == wanted
    assert (file.size, text.sha256) == (len(wanted), hashlib.sha256(wanted).hexdigest())
    assert drawn == ["once"]


def test_what_grows_with_the_record_is_written_in_pieces_and_never_held(read_record: Callable[[str], Timeline]) -> None:
    """Held are files that stay as small as they are, and the text for language models up to its bound."""

    def sizes(number: int) -> dict[str, int]:
        events = ", ".join(
            f"{{id: e-{n}, date: 2026-02-03, course: planned, places: harbour, updates: [{{on: 2026-01-02,"
            " kind: correction, text: We had May.}]}"
            for n in range(number)
        )
        timeline = read_record(
            "record: {through: 2026-03-01}\n"
            "places: [{id: harbour, name: Harbour, coordinates: {latitude: 51.5, longitude: 0.1}}]\n"
            f"events: [{events}]"
        )
        site = Site("", "https://bridges.example/", exports=frozenset(registry.BY_NAME))
        publication = Publication(Index(timeline), site, former=Former("v1", read_record("events: [{id: e-0}]")))
        held = (file for _, made in registry.whole_files(publication) for file in made if not file.large)
        return {file.path: file.size for file in held}

    few, many = sizes(3), sizes(60)
    assert many.keys() == few.keys()
    assert {path for path in few if many[path] > few[path] + 20} == {llms.TEXT}
    assert few.keys().isdisjoint(
        ["data/places.geojson", "expectations/calendar.ics", "api/v1/changes.json", "updates/feed.xml"]
    )


def test_what_lies_nowhere_is_drawn_for_its_sum_and_leaves_nothing(tmp_path: Path) -> None:
    text = LargeText(lambda: ["x" * 10])
    binary = LargeBinary(lambda path: path.write_bytes(b"y" * 20))

    assert (text.size, text.sha256, text.place) == (10, hashlib.sha256(b"x" * 10).hexdigest(), None)
    assert (binary.size, b"".join(binary.pieces()), binary.place) == (20, b"y" * 20, None)
    binary.put(tmp_path / "made")
    assert (tmp_path / "made").read_bytes() == b"y" * 20


def test_the_files_go_when_nobody_knows_them_and_a_doubled_process_takes_none_away(tmp_path: Path) -> None:
    file = kept(lambda: ["x"])
    gc.collect()
    assert file.large
    assert file.large.place
    folder = file.large.place.parent
    assert file.content == b"x"

    _remove(tmp_path, os.getpid() + 1)
    assert tmp_path.exists()
    del file
    gc.collect()
    assert not folder.exists()


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
