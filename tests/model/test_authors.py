"""Names of those who wrote: as they are printed, or divided where the record knows how."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rispy
from markupsafe import escape

from tests.exports.test_bibliography import parsed
from timeline.exports import linked_data
from timeline.exports.bibliography import csl, of_source, ris, text
from timeline.formatter import restate
from timeline.loader import load_file
from timeline.model import Timeline
from timeline.pages import render
from timeline.queries.index import Index
from timeline.queries.version import plain, version
from timeline.site.settings import NOWHERE

Read = Callable[[str], Timeline]


def test_a_name_that_is_divided_is_handed_over_divided_and_any_other_whole(timeline_from_doc: Timeline) -> None:
    """
    sources:
      - {id: s, title: T, authors: [Reuters, {family: Curie, given: Marie}, {family: Plato}, "Curie, Marie & Co"]}
    """
    entry = of_source(timeline_from_doc, timeline_from_doc.sources[0])
    read = parsed([entry])["s"].persons["author"]

    assert csl(entry)["author"] == [
        {"literal": "Reuters"},
        {"family": "Curie", "given": "Marie"},
        {"family": "Plato"},
        {"literal": "Curie, Marie & Co"},
    ]
    assert [(person.last_names, person.first_names) for person in read] == [
        (["{Reuters}"], []),
        (["{Curie}"], ["{Marie}"]),
        (["{Plato}"], []),
        ([r"{Curie, Marie \& Co}"], []),
    ]
    assert rispy.loads(ris(entry) + "\n")[0]["authors"][:3] == ["Reuters", "Curie, Marie", "Plato"]
    assert text(entry).startswith("Reuters, Marie Curie, Plato, Curie, Marie & Co. ")
    assert linked_data.source(Index(timeline_from_doc), NOWHERE, timeline_from_doc.sources[0])["mainEntity"]["author"][
        :2
    ] == [
        {"@type": "Thing", "name": "Reuters"},
        {"@type": "Person", "name": "Marie Curie", "familyName": "Curie", "givenName": "Marie"},
    ]


@pytest.mark.parametrize(
    ("family", "given", "printed"),
    [
        ("梁", "文锋", "梁文锋"),
        ("Liang", "Wenfeng", "Wenfeng Liang"),
        ("כהן", "דנה", "דנה כהן"),
        ("O'Dell", "Ann <&>", "Ann <&> O'Dell"),
    ],
)
def test_a_divided_name_is_printed_as_its_language_puts_it(
    family: str, given: str, printed: str, read_record: Read
) -> None:
    timeline = read_record(f'sources: [{{id: s, authors: {{family: "{family}", given: "{given}"}}}}]')
    page = next(page for page in render(timeline) if page.address == "sources/s/")

    assert str(timeline.sources[0].authors[0]) == printed
    assert f"<dd>{escape(printed)}</dd>" in re.sub(r'</?bdi>| dir="\w+"', "", page.body), "whatever its direction"


def test_the_same_person_is_one_hand_however_the_name_is_written(timeline_from_doc: Timeline) -> None:
    """
    sources:
      - {id: a, publisher: One, authors: Marie Curie, kind: original-reporting}
      - {id: b, publisher: Two, authors: {family: Curie, given: Marie}, kind: original-reporting}
    events: [{id: e, claims: [{text: It is so., cite: [a, b]}]}]
    """
    index = Index(timeline_from_doc)

    assert index.evidence_of(timeline_from_doc.events[0]).origins == 1


def test_a_record_without_divided_names_keeps_its_version(read_record: Read) -> None:
    """What is written in one text is as it was before names could be divided."""
    whole, divided = (
        read_record(f"sources: [{{id: s, authors: [{name}]}}]")
        for name in ("Ann Author", "{family: Author, given: Ann}")
    )

    assert plain(whole.sources[0])["authors"] == ["Ann Author"]
    assert plain(divided.sources[0])["authors"] == [{"family": "Author", "given": "Ann"}]
    assert version(whole) != version(divided)


@pytest.mark.parametrize(
    ("written", "code", "remedy"),
    [
        ("{given: Marie}", "missing-field", "add `family: …`"),
        ("{family: Curie, surname: X}", "unknown-key", "family"),
        ("[[Curie]]", "wrong-shape", "write the name, or `{family: Curie, given: Marie}`"),
        ("{family: [Curie]}", "wrong-shape", "write one text on the line"),
    ],
)
def test_a_name_that_cannot_be_read_is_refused_in_words(written: str, code: str, remedy: str) -> None:
    loaded = load_file(
        "s.yaml",
        f"sources:\n  - {{id: s, title: T, publisher: P, language: en, kind: primary, authors: {written}}}\n".encode(),
    )

    assert [problem.code for problem in loaded.problems] == [code]
    assert remedy in loaded.problems[0].help


def test_the_one_layout_keeps_a_divided_name_on_its_line() -> None:
    about = "  - id: s\n    title: T\n    publisher: P\n"
    raw = (
        f"sources:\n{about}    authors:\n      - {{given: Marie, family: Curie}}\n    language: en\n    kind: primary\n"
    )

    assert b"    authors:\n      - {family: Curie, given: Marie}\n" in restate("s.yaml", raw.encode()).after


def test_the_schema_for_editors_lets_both_pass() -> None:
    import jsonschema

    schema: Any = json.loads((Path(__file__).parents[2] / "data" / "timeline.schema.json").read_text(encoding="utf-8"))
    source = {"id": "s", "title": "T", "publisher": "P", "language": "en", "kind": "primary"}
    for authors in ("Ann", ["Ann", {"family": "Curie", "given": "Marie"}], {"family": "Curie"}):
        jsonschema.validate({"sources": [source | {"authors": authors}]}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"sources": [source | {"authors": {"given": "Marie"}}]}, schema)
