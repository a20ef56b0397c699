"""The JSON, read by programs of others: schemas by jsonschema, the description by an OpenAPI validator."""

from __future__ import annotations

import datetime
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.conftest import completed
from tests.exports.records import HARD, records
from timeline.exports.api import JSON
from timeline.exports.export import Publication
from timeline.html.page import Page
from timeline.loader import load
from timeline.model import Timeline
from timeline.pages import render
from timeline.problems import Severity
from timeline.queries import provenance
from timeline.queries.as_of import as_of
from timeline.queries.index import Index
from timeline.site.settings import NOWHERE, Site

SITE = Site("Bridges & more", "https://bridges.example/record/")
DAY = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
Files = dict[str, Any]


def files(timeline: Timeline, site: Site = SITE) -> Files:
    publication = Publication(Index(timeline), site)
    made = [*JSON.whole(publication), *JSON.single(publication)]
    assert len({file.path for file in made}) == len(made)
    return {file.path: json.loads(file.content) for file in made}


def documents(found: Files) -> Iterator[tuple[str, Any]]:
    """Those that hold something of the record."""
    for path, document in found.items():
        if path.startswith("api/v1/") and not path.endswith("openapi.json"):
            yield path, document


@pytest.fixture
def hard(read_record: Callable[[str], Timeline]) -> Timeline:
    return read_record(HARD)


@pytest.fixture(params=["hard", "sample"])
def any_record(request: pytest.FixtureRequest) -> Timeline:
    timeline: Timeline = request.getfixturevalue(request.param)
    return timeline


# -- what it promises ------------------------------------------------------------------------------


@pytest.mark.parametrize("site", [SITE, NOWHERE], ids=["published", "without an address"])
def test_every_document_keeps_to_the_schema_that_it_names(any_record: Timeline, site: Site) -> None:
    found = files(any_record, site)
    schemas = {path: schema for path, schema in found.items() if path.startswith("schema/v1/")}
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    for path, document in documents(found):
        above = document["$schema"].removeprefix(site.address) if site.address else document["$schema"]
        schema = schemas[above.replace("../", "")]
        assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(document)] == [], path


def test_a_schema_is_known_by_the_address_at_which_it_is_served(hard: Timeline) -> None:
    for path, schema in files(hard).items():
        if path.startswith("schema/"):
            assert schema["$id"] == f"https://bridges.example/record/{path}"


def test_a_site_without_an_address_gives_links_that_hold_wherever_it_is_copied(hard: Timeline) -> None:
    found = files(hard, NOWHERE)

    assert found["schema/v1/event.json"]["$id"] == "event.json"
    assert found["api/v1/events/opening.json"]["$schema"] == "../../../schema/v1/event.json"
    assert found["api/v1/record.json"]["$schema"] == "../../schema/v1/record.json"
    assert found["api/v1/events/opening.json"]["derived"]["page"] == "events/opening/"


@pytest.mark.parametrize("site", [SITE, NOWHERE], ids=["published", "without an address"])
def test_the_description_is_openapi_and_every_document_has_its_path_there(hard: Timeline, site: Site) -> None:
    found = files(hard, site)
    described = found["api/v1/openapi.json"]

    assert described["openapi"].startswith("3.1")
    assert list(OpenAPIV31SpecValidator(described).iter_errors()) == []
    for path, _ in documents(found):
        name = re.sub(r"^(/[a-z]+)/[a-z0-9-]+\.json$", r"\1/{id}.json", path.removeprefix("api/v1"))
        assert name in described["paths"]


def test_a_former_id_leads_to_where_its_record_stands_now(hard: Timeline) -> None:
    """Relative, so that it holds wherever the files are copied."""
    for site in (SITE, NOWHERE):
        found = files(hard, site)
        for old, new in (("events/old-decade", "events/decade"), ("sources/al-mina", "sources/mina")):
            told = found[f"api/v1/{old}.json"]
            beside = found[f"api/v1/{old.partition('/')[0]}/{told['moved']['file']}"]
            assert told["moved"]["id"] == beside["typed"]["id"] == new.partition("/")[2]
            assert told["version"] == beside["version"]
    answer = found["api/v1/openapi.json"]["paths"]["/events/{id}.json"]["get"]["responses"]["200"]
    assert {"$ref": "#/components/schemas/moved-document"} in answer["content"]["application/json"]["schema"]["anyOf"]


def test_every_name_is_explained(hard: Timeline) -> None:
    """A program meets a name in the schema first, and its author there the sentence."""
    unexplained: list[tuple[str, ...]] = []
    for path, schema in files(hard).items():
        if path.startswith("schema/") and not path.endswith("index.json"):
            for name, form in schema["$defs"].items():
                unexplained += [] if form.get("description") or "anyOf" in form else [(path, name)]
                for field, told in form.get("properties", {}).items():
                    unexplained += [] if told.get("description") else [(path, name, field)]

    assert unexplained == []


# -- what goes in comes out ------------------------------------------------------------------------


def reread(found: Files, folder: Path) -> Timeline:
    """A record from what the JSON says was typed: JSON is YAML, and the loader takes nothing else."""
    whole = found["api/v1/record.json"]
    lists = ("events", "sources", "actors", "topics", "places", "expectations", "tracks")
    typed = {name: [record["typed"] for record in whole[name]] for name in lists}
    data = {"record": whole["record"]["typed"], **{name: rows for name, rows in typed.items() if rows}}
    text = json.dumps(data, ensure_ascii=False, indent=0)  # in quotation marks, as a text such as "none" has to stand
    (folder / "record.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder, "record")
    assert [p.sentence for p in loaded.problems if p.severity is Severity.ERROR] == []
    return loaded.timeline


def test_the_record_can_be_made_again_from_what_was_typed(any_record: Timeline, tmp_path: Path) -> None:
    found = files(any_record)

    assert reread(found, tmp_path) == any_record
    for name in ("events", "sources", "actors", "topics", "expectations", "tracks"):
        for record in found["api/v1/record.json"][name]:
            alone = found[f"api/v1/{name}/{record['typed']['id']}.json"]
            assert {"typed": alone["typed"], "derived": alone["derived"]} == record


@given(data=records())
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_typed_comes_out_as_it_was(data: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = completed(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
        (folder / "record.yaml").write_text(text, encoding="utf-8")
        loaded = load(folder, "record")
        assume(not any(problem.severity is Severity.ERROR for problem in loaded.problems))
        assert reread(files(loaded.timeline), folder) == loaded.timeline


# -- dates -----------------------------------------------------------------------------------------


def days(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every day in a document, with the names that lead to it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from days(inner, (*path, name))
    elif isinstance(value, list):
        for inner in value:
            yield from days(inner, path)
    elif isinstance(value, str):
        yield from ((path, found) for found in DAY.findall(value))


LIMITS = {"first", "last", "certain_from", "through"}
"""Names that say that a day is a limit, or ours, and no date of the record."""


def test_no_day_that_nobody_typed_stands_where_a_date_is_read(any_record: Timeline) -> None:
    publication = Publication(Index(any_record), SITE)
    typed = set(DAY.findall(json.dumps([record["typed"] for record in _records(publication)])))
    for path, document in documents(files(any_record)):
        for names, day in days(document):
            assert day in typed or names[-1] in LIMITS, (path, names, day)


def _records(publication: Publication) -> Iterator[Any]:
    whole = json.loads(next(iter(JSON.whole(publication))).content)
    yield whole["record"]
    for name in ("events", "sources", "actors", "topics", "expectations", "tracks"):
        yield from whole[name]


def test_a_vague_date_has_bounds_and_is_no_day(timeline_from_doc: Timeline) -> None:
    """
    events:
      - {id: a, date: 2025-05~}
      - {id: b, date: 2025-05-04}
      - {id: c, date: 2025/..}
    """
    found = files(timeline_from_doc)
    told = {id: found[f"api/v1/events/{id}.json"]["derived"]["date"] for id in "abc"}

    assert told["a"]["edtf"] == "2025-05~"
    assert told["a"]["words"] == "about May 2025"
    assert (told["a"]["day"], told["a"]["approximate"]) == (False, True)
    assert told["a"]["bounds"] == {"first": "2025-05-01", "last": "2025-05-31"}
    assert told["b"]["day"] is True
    assert told["c"]["bounds"] == {"first": "2025-01-01", "last": None}


# -- what follows ----------------------------------------------------------------------------------


def test_what_follows_is_what_the_pages_say(sample: Timeline) -> None:
    found = files(sample)
    assert found["api/v1/record.json"]["record"]["derived"]["independent_sources"] == provenance.independent_of_all(
        sample
    )
    index = Index(sample)
    for event in sample.events:
        told = found[f"api/v1/events/{event.id}.json"]["derived"]
        evidence = index.evidence_of(event)
        assert (told["sources"], told["independent_sources"]) == (evidence.sources, evidence.origins)
        assert told["without_origin"] == evidence.unnamed
        for claim, row in zip(event.claims, told["claims"], strict=True):
            evidence = index.evidence(claim.citations)
            assert (row["ref"], row["independent_sources"]) == (claim.ref, evidence.origins)
            assert len(row["origins"]) == evidence.origins


def test_a_claim_tells_who_speaks_against_it_and_where_its_citations_lead(hard: Timeline) -> None:
    told = files(hard)["api/v1/events/opening.json"]["derived"]["claims"][0]

    assert told["disputed_by"] == [{"claim": "opening#claim-3", "manner": "disputes"}]
    assert told["citations"][1] == {"source": "herald", "path": ["gazette"], "origin": "gazette", "guessed": []}
    assert told["page"] == "https://bridges.example/record/events/opening/#opened"


def test_as_of_a_day_only_what_was_out_is_told_and_the_version_is_that_of_the_record(hard: Timeline) -> None:
    view = as_of(hard, datetime.date(2024, 5, 31))
    publication = Publication(Index(view, hard), SITE)
    whole = json.loads(next(iter(JSON.whole(publication))).content)

    assert (whole["through"], whole["version"]) == ("2024-05-31", Index(hard).version)
    assert [event["typed"]["id"] for event in whole["events"]] == ["opening"]
    assert len(whole["events"][0]["derived"]["claims"]) == 1


def test_pages_lead_to_their_data(pages_of: Callable[[str], dict[str, Page]], hard: Timeline) -> None:
    found = files(hard, NOWHERE)
    shown = {page.address: page for page in render(hard)}

    for address in ("", "events/opening/", "sources/herald/", "actors/town/", "topics/bridge/"):
        link = r'<link rel="alternate describedby" type="application/json" href="([^"]*)"'
        (way,) = re.findall(link, shown[address].head)
        assert way.replace("../", "") in found


def test_a_lone_half_of_a_character_is_refused_in_words(tmp_path: Path) -> None:
    text = completed("events: [{id: e}]").replace("title: E", 'title: "E \\uD83C"')
    (tmp_path / "record.yaml").write_text(text, encoding="utf-8")

    problems = load(tmp_path, "record").problems
    assert any("half" in f"{problem.sentence} {problem.help} {problem.label}" for problem in problems)


def test_whether_a_day_of_reading_is_noted_is_told_apart(read_record: Callable[[str], Timeline]) -> None:
    found = files(
        read_record("""
            record: {through: 2025-06-01}
            sources: [{id: noted, accessed: 2025-05-01}, {id: letter}, {id: gazette, issued: 2024-05-04}]
            events: [{id: opening, claims: [{text: A., cite: noted}, {text: B., cite: letter}, {cite: gazette}]}]
        """)
    )
    known = [found[f"api/v1/sources/{id}.json"]["derived"]["known"] for id in ("noted", "letter", "gazette")]

    assert [(each["read"], each["checked"]) for each in known] == [(True, False), (True, True), (False, False)]
