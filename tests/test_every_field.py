"""Every field of the model is known to the schema, `fmt`, pages, exports, search and documentation.

The record is the made-up one of the schema, in which a test of the schema demands every field: a new one cannot be
forgotten here. Each of its texts gets a word of its own, by which it is looked for; what holds no text is looked for
as readers meet it. That JSON and tables give every field back is proven in `tests/imports/test_round_trip.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_origin

import pytest
import yaml
from jsonschema import Draft7Validator

from tests.fields_shown import HELD, NOT_SHOWN, NOT_SOUGHT, ON_PAPER, SHOWN
from tests.security.test_fields import _free
from timeline.checks import read
from timeline.exports import registry
from timeline.exports.export import Publication
from timeline.formatter import restate
from timeline.language import speaking
from timeline.model import About, Record, Timeline
from timeline.pages import assets, render, site_files
from timeline.pages.aliases import alias_files
from timeline.queries.index import Index
from timeline.queries.search import passages
from timeline.schema import building
from timeline.schema.field_examples import KINDS, inner_records
from timeline.site.settings import Site

ROOT = Path(__file__).parents[1]
SITE = Site("The bridge", "https://bridge.example/")
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
ALONE = {
    "Quotation": "text", "Claim": "text", "SourceDefaults": "publisher", "DefinedKind": "name",
    "DefinedDateRole": "name", "DefinedActorKind": "name", "DefinedTopicFamily": "name",
}  # fmt: skip
"""What a text is that stands where a record may: of the others it is an id, a date or an address."""


@cache
def fields() -> Mapping[str, Any]:
    """Every field that an author can write, as `Event.title`; the ledger of links is none of the record."""
    return {
        f"{model.__name__}.{field.alias or name}": field
        for model in dict.fromkeys(building.models())
        if model.__name__ not in ("Reach", "Snapshot")
        for name, field in model.model_fields.items()
        if not (field.alias or name).startswith("\0")
    }


class Marked:
    """The made-up record with a word of its own in every text."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        """For each such word the field."""
        self.data = yaml.load((ROOT / "timeline/schema/example.yaml").read_text("utf-8"), Loader=_Loader)
        self._use_own_words()
        for name, value in self.data.items():
            for record in value if isinstance(value, list) else [value]:
                self._walk(KINDS.get(name, About), record)

    def _use_own_words(self) -> None:
        """Kinds that the record defines and no entry of it is of."""
        events = {event["id"]: event for event in self.data["events"]}
        opens = events["bridge-opens"]
        opens["updates"][0]["kind"] = "clarification"
        opens["dates"]["tolled"] = {"date": "2024-06-02", "cite": "council-minutes-2023"}
        opens["topics"].append("ferry")
        events["lamps-missing"]["kind"] = "flood"
        self.data["actors"][1]["kind"] = "ferryman"
        self.data["sources"][1]["kind"] = "plaque"
        self.data["topics"][0]["family"] = "crossing"

    def _walk(self, model: type[Record], record: dict[str, Any]) -> None:
        for name, value in record.items():
            record[name] = self._marked(f"{model.__name__}.{name}", value)

    def _marked(self, field: str, value: Any, within: bool = False) -> Any:
        form = fields()[field]
        inner = next(inner_records(form.annotation), None)
        if isinstance(value, list):
            return [self._marked(field, each) for each in value]
        if isinstance(value, dict):
            if inner and (within or get_origin(form.annotation) is not Mapping):
                self._walk(inner, value)
                return value
            return {key: self._marked(field, each, within=True) for key, each in value.items()}
        if inner:
            said = f"{inner.__name__}.{ALONE[inner.__name__]}" if inner.__name__ in ALONE else ""
        else:
            said = field if _free(form.annotation) or any(map(_free, form.metadata)) else ""
        if not said:
            return value
        word = f"zq{len(self.words)}x"
        self.words[word] = said
        return f"{value} {word}"


@pytest.fixture(scope="module")
def marked() -> Marked:
    return Marked()


@pytest.fixture(scope="module")
def written(marked: Marked) -> str:
    return yaml.safe_dump(marked.data, allow_unicode=True, sort_keys=False)


def _read(folder: Path, text: str) -> Timeline:
    (folder / "record.yaml").write_text(text, encoding="utf-8")
    loaded = read(folder, "data")
    assert loaded.sound
    return loaded.timeline


@pytest.fixture(scope="module")
def record(written: str, tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    return _read(tmp_path_factory.mktemp("every"), written)


@pytest.fixture(scope="module")
def pages(record: Timeline) -> dict[str, str]:
    """Every page with its files, in English; words of the record's own names in German beside them."""
    made = {page.address: page.body for page in render(record, SITE)}
    made |= {file.path: file.text for file in alias_files(Index(record), SITE)}
    made |= {f"assets/{asset.name}": asset.text for asset in assets(Index(record))}
    with speaking("de"):
        made |= {f"de/{page.address}": page.body for page in render(record, SITE)}
    return made


def _within(words: Mapping[str, str], texts: Iterator[str] | list[str]) -> set[str]:
    """The fields of which a text stands in some others."""
    whole = "\n".join(texts)
    return {field for word, field in words.items() if word in whole}


def test_the_schema_and_the_formatter_take_every_field(
    marked: Marked, written: str, record: Timeline, tmp_path: Path
) -> None:
    form = restate("record.yaml", written.encode())

    assert [error.message for error in Draft7Validator(building.schema()).iter_errors(marked.data)] == []
    assert form.sound
    assert _read(tmp_path, form.after.decode()) == record


def test_every_text_stands_on_a_page(marked: Marked, pages: dict[str, str]) -> None:
    texts = set(marked.words.values())

    assert len(texts) > 60
    assert texts - _within(marked.words, list(pages.values())) == texts & NOT_SHOWN.keys()


def test_what_is_no_text_is_told_on_a_page(marked: Marked, pages: dict[str, str]) -> None:
    told = {}
    for field, (address, words) in SHOWN.items():
        html = pages[address]
        text = " ".join(re.sub(r"<[^>]*>", " ", html).split())
        told[field] = words in (html if re.search('[<="]', words) else text)
    of_records = {name for name, field in fields().items() if next(inner_records(field.annotation), None)}

    assert [field for field, there in told.items() if not there] == []
    assert fields().keys() - told.keys() - set(marked.words.values()) - of_records == NOT_SHOWN.keys() - set(
        marked.words.values()
    )


def test_what_is_said_of_events_and_of_their_documents_stands_on_paper_too(marked: Marked, record: Timeline) -> None:
    sheets = [file.text for file in site_files(Index(record), site=SITE) if file.path.startswith("print/")]

    assert _within(marked.words, sheets) >= set(ON_PAPER.split())


def test_every_text_stands_in_each_export_that_is_told_to_hold_it(marked: Marked, record: Timeline) -> None:
    publication = Publication(Index(record), SITE)
    texts = set(marked.words.values())
    held = {
        export.name: _within(
            marked.words,
            [
                file.content.decode("utf-8", "replace")
                for file in (*export.whole(publication), *export.single(publication))
            ],
        )
        for export in registry.EXPORTS
    }

    assert held == {name: texts if fields == "all" else set(fields.split()) for name, fields in HELD.items()}


def test_what_readers_type_finds_it(marked: Marked, record: Timeline) -> None:
    """In the box over the timeline or in the search of the site, which have the same pages."""
    entries = [entry for page in render(record, SITE) for _, entry in page.found]
    found = [f"{entry.title} {entry.text} {entry.also}" for entry in entries]
    found += [text.text for part in passages.everything(record) for text in part]
    texts = set(marked.words.values())

    assert texts - _within(marked.words, found) == NOT_SOUGHT.keys()


def test_the_reference_names_every_field() -> None:
    page = (ROOT / "docs/reference/fields.md").read_text(encoding="utf-8")
    told: set[str] = set()
    for part in re.split("^## ", page, flags=re.MULTILINE)[1:]:
        name = part.split("\n", 1)[0].strip()
        told |= {f"{name}.{field}" for field in re.findall(r"^\| `([a-z_]+)` \|", part, re.MULTILINE)}

    assert told == fields().keys()
