"""What `serve` shows at any address is what a build would write there at that moment, however little it drew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.engines.served import Served, without_policy
from tests.engines.sites import RECORD, SOURCES, Site, tree

EVENTS = """\
events:
  - id: opening
    aliases: [opened]
    added: 2026-11-01
    date: 2025-05
    title: The bridge opens
    summary: The bridge over the harbour opens.
    kind: release
    status: reported
    key: true
    actors: [city]
    topics: [bridge]
    claims:
      - {id: day, text: The bridge opened in May., cite: gazette}
  - id: closing
    added: 2026-11-01
    date: 2026-02~
    title: The bridge is closed again
    kind: report
    status: reported
    actors: [city]
    topics: [bridge]
    related: [{event: opening, as: see-also}]
    claims:
      - {text: The bridge closed., cite: courier, disputes: opening#day}
      - {text: The city closed the bridge., by: city, cite: [courier, gazette]}
"""
SUBJECTS = """\
actors:
  - {id: city, name: The City, kind: government}
topics:
  - {id: bridge, name: The bridge}
tracks:
  - id: passage
    title: Passage over the bridge
    states:
      - {from: 2025-05-10, state: open, cite: gazette}
expectations:
  - id: reopening
    said: 2026-03
    window: 2026-12
    wording: again in December
    about: bridge
    cite: courier
"""
ABOUT = "# About\n\nIt began with [[opening]] [@gazette], one of [[=events]].\n\n::: timeline\n:::\n"

EDITS = {
    "a title": ("data/events.yaml", "title: The bridge opens", "title: The bridge is opened"),
    "a year": ("data/events.yaml", "date: 2025-05\n", "date: 2024-05\n"),
    "a claim": ("data/events.yaml", "opened in May", "was opened in May"),
    "an id": ("data/events.yaml", "aliases: [opened]", "aliases: [unlocked]"),
    "a document": ("data/sources.yaml", "title: Bridge opens", "title: The harbour has its bridge"),
    "a state": ("data/subjects.yaml", "from: 2025-05-10", "from: 2025-05-11"),
    "a forecast": ("data/subjects.yaml", "window: 2026-12", "window: 2027"),
    "a page": ("docs/about.md", "It began with", "All began with"),
}
"""What is saved, one after another: file, words, other words."""


@pytest.fixture
def served(site: Site, tmp_path: Path) -> Iterator[Served]:
    """A small site with a record of every kind, served."""
    site.write("data/events.yaml", EVENTS)
    site.write("data/subjects.yaml", SUBJECTS)
    site.write("data/sources.yaml", SOURCES)
    site.write("docs/about.md", ABOUT)
    site.configure(plugins=["search", {"timeline": {"exports": ["default", "sqlite"]}}])
    served = Served(site, tmp_path / "served")
    yield served
    served.end()


def shown(served: Served, built: dict[str, bytes]) -> dict[str, bytes]:
    """The same files as they are served."""
    return {name: without_policy(served.get(name)[1]) for name in built}


def written(served: Served) -> dict[str, bytes]:
    """A clean build, without the policy that a served page has no use for."""
    with served.aside(), TemporaryDirectory() as folder:
        config = load_config(config_file=str(served.site.root / "mkdocs.yml"), site_dir=folder)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        files = tree(Path(folder))
    left_out = "sitemap.xml.gz"  # the folder of the build is in it
    return {name: without_policy(data) for name, data in files.items() if name != left_out}


def test_every_file_is_what_a_build_writes_after_each_save(served: Served) -> None:
    built = written(served)
    assert {name for name, data in shown(served, built).items() if data != built[name]} == set()
    for edit, (name, before, after) in EDITS.items():
        text = (served.site.root / name).read_text("utf-8")
        assert before in text
        served.save(name, text.replace(before, after))
        former, built = built, written(served)

        assert built != former
        assert {name for name, data in shown(served, built).items() if data != built[name]} == set(), edit
        gone = former.keys() - built.keys()
        assert [name for name in gone if served.get(name)[0] == 200] == [], edit
    assert served.builds == 1


def test_a_fault_stands_above_the_last_good_record_until_it_is_mended(served: Served) -> None:
    served.save("data/events.yaml", EVENTS.replace("cite: gazette}", "cite: gazete}"))

    for address in ("events/opening/", "", "about/", "timeline/2025/"):
        assert "data/events.yaml:14:" in served.page(address)
    status, missing = served.get("nowhere/")
    assert (status, b"data/events.yaml:14:" in missing) == (404, True)
    served.save("data/events.yaml", EVENTS)
    assert "timeline-faults" not in served.page("events/opening/")
    assert served.builds == 1


def test_what_changes_other_pages_is_built_anew(served: Served) -> None:
    served.save("docs/more.md", "# More\n")
    served.save("docs/more.md", "# Still more\n")
    served.save("data/record.yaml", RECORD.replace("The harbour bridge", "A bridge"))

    assert served.builds == 4
    assert "A bridge" in served.page("")
    assert "Still more" in served.page("events/opening/")


def test_a_folder_that_was_renamed_away_and_back_is_followed(served: Served) -> None:
    (served.site.root / "data").rename(served.site.root / "elsewhere")
    served.noticed()
    assert "missing-folder" in served.page("events/opening/")
    (served.site.root / "elsewhere").rename(served.site.root / "data")
    served.noticed()
    assert "missing-folder" not in served.page("events/opening/")
