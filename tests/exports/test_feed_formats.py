"""Feeds against what their formats ask: the grammar of RFC 4287, its rules in words, and a schema of JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import rnc2rng
from lxml import etree

from tests.exports.feeds import HARD, SITE, files
from timeline.model import Timeline
from timeline.site.settings import NOWHERE

SCHEMAS = Path(__file__).parent / "schemas"
ATOM = {"a": "http://www.w3.org/2005/Atom"}

Read = Callable[[str], Timeline]


def atom_grammar() -> etree.RelaxNG:
    compact = (SCHEMAS / "atom.rnc").read_text(encoding="utf-8")
    written = rnc2rng.dumps(rnc2rng.loads(compact)).replace('xmlns:local=""', "")  # which XML does not know
    return etree.RelaxNG(etree.fromstring(written.encode()))


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    return atom_grammar()


@pytest.fixture(scope="module")
def json_feed() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(
        json.loads((SCHEMAS / "json_feed.schema.json").read_text(encoding="utf-8")),
        format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER,
    )


def hard(read_record: Read) -> Timeline:
    """Whatever people write, and every kind of date, in more news than one file of a feed holds."""
    said = json.dumps(HARD, ensure_ascii=False)
    dates = ("2025-05~", "2025-05/..", "../2025", "[2025-05-01..2025-05-03]", "202X", "2025-21", "2025-05-04?")
    events = [
        f"{{id: e-{n}, date: '{date}', title: {said}, topics: t, claims: [{{text: {said}}}],"
        f" rivals: [{{date: 2024, cite: s}}],"
        f" updates: [{{on: 2026-01-02, kind: revision, text: {said}}}, {{on: 2026-01-02, kind: correction, was: {said},"
        f" text: {said}}}]}}"
        for n, date in enumerate(dates * 16)
    ]
    return read_record(
        f"record: {{title: {said}, licence: CC-BY-4.0}}\nsources: [{{id: s}}]\ntopics: [{{id: t, name: {said}}}]\n"
        f"events: [{', '.join(events)}]"
    )


def test_every_atom_feed_has_the_grammar_of_its_standard(
    sample: Timeline, read_record: Read, grammar: etree.RelaxNG
) -> None:
    for found in (files(sample), files(sample, NOWHERE), files(hard(read_record))):
        for path, text in found.items():
            if path.endswith(".xml"):
                read = etree.fromstring(text.encode())
                assert grammar.validate(read), (path, str(grammar.error_log.last_error))


def test_a_feed_without_its_id_is_not_let_pass(sample: Timeline, grammar: etree.RelaxNG) -> None:
    """The grammar is one that can refuse."""
    feed = etree.fromstring(files(sample)["updates/feed.xml"].encode())
    feed.remove(feed.find("a:id", ATOM))

    assert not grammar.validate(feed)


def test_what_the_standard_asks_in_words_holds_as_well(read_record: Read) -> None:
    """An author for all, one alternate of a kind, something to show in each entry, and no id twice."""
    for text in (text for path, text in files(hard(read_record)).items() if path.endswith(".xml")):
        feed = etree.fromstring(text.encode())
        entries = feed.findall("a:entry", ATOM)
        ids = [entry.findtext("a:id", namespaces=ATOM) for entry in entries]
        assert feed.find("a:author", ATOM) is not None
        assert len(set(ids)) == len(ids)
        for element in (feed, *entries):
            kinds = [(link.get("rel"), link.get("type")) for link in element.findall("a:link", ATOM)]
            assert len(set(kinds)) == len(kinds)
        for entry in entries:
            assert entry.find("a:link[@rel='alternate']", ATOM) is not None
            assert len("".join(entry.find("a:content", ATOM).itertext())) > 10


def test_every_json_feed_has_the_form_of_its_standard(
    sample: Timeline, read_record: Read, json_feed: jsonschema.Draft7Validator
) -> None:
    for found in (files(sample), files(hard(read_record))):
        feeds = [json.loads(text) for path, text in found.items() if path.endswith(".json")]
        assert feeds
        for feed in feeds:
            json_feed.validate(feed)
            assert feed["feed_url"].startswith(SITE.address)
            feed["items"] = [{"id": "x"}]
            assert not json_feed.is_valid(feed)
