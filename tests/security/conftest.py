"""One record of hostile texts, read once, and all that is exported of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.security.records import SITE, hostile, write
from timeline.checks import read
from timeline.exports import registry
from timeline.exports.export import Publication
from timeline.model import Timeline
from timeline.queries.index import Index


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("hostile")
    write(place, hostile(8, 73))
    return place


@pytest.fixture(scope="session")
def record(folder: Path) -> Timeline:
    loaded = read(folder, "data")
    assert loaded.sound
    return loaded.timeline


@pytest.fixture(scope="session")
def files(record: Timeline) -> dict[str, bytes]:
    publication = Publication(Index(record), SITE)
    made = [file for export in registry.EXPORTS for file in (*export.whole(publication), *export.single(publication))]
    return {file.path: file.content for file in made}
