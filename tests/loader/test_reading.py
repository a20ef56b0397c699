"""Text stays text, and a sound record has no error."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.problems.golden import BASE, write
from timeline.checks import read
from timeline.loader import Loaded, load


def loaded(text: str) -> Loaded:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "record.yaml").write_text(text, encoding="utf-8")
        return read(Path(folder), "data")


@pytest.mark.parametrize("typed", ["no", "0130", "2024", "1e3", "=", "12:30", "0x1F"])
def test_what_was_typed_stays_as_it_is(typed: str) -> None:
    name = typed if typed != "=" else '"="'

    found = loaded(f"record: {{title: {name}, through: 2026-01-01}}\n")

    assert found.problems == ()
    assert found.timeline.record.title == typed


def test_lists_of_one_name_in_several_files_are_one_list(tmp_path: Path) -> None:
    write(tmp_path, BASE | {"deep/er/topics.yaml": "topics: [{id: ferry, name: The ferry}]\n"})

    assert {topic.id for topic in load(tmp_path).timeline.topics} == {"bridge", "ferry"}


def test_one_word_stands_for_a_list_of_one(tmp_path: Path) -> None:
    write(tmp_path, BASE)

    assert load(tmp_path).timeline.events[0].topics == ("bridge",)


def test_a_timeline_without_its_description_has_a_stand_in_and_is_not_sound(tmp_path: Path) -> None:
    write(tmp_path, {"topics.yaml": "topics: [{id: ferry, name: The ferry}]\n"})

    found = load(tmp_path)

    assert not found.described
    assert not found.sound
    assert [topic.id for topic in found.timeline.topics] == ["ferry"]


def test_an_empty_file_does_not_keep_a_site_from_being_built(tmp_path: Path) -> None:
    write(tmp_path, BASE | {"tracks.yaml": "---\n"})

    found = read(tmp_path, "data")

    assert [problem.code for problem in found.problems] == ["empty-file"]
    assert found.sound


def test_a_claim_cannot_be_given_another_event_by_a_name_of_the_program(tmp_path: Path) -> None:
    for name in ("event", "number", "place", "citations"):
        text = BASE["events.yaml"].replace("        cite:", f"        {name}: x\n        cite:")
        write(tmp_path, BASE | {"events.yaml": text})

        assert [problem.code for problem in read(tmp_path).problems] == ["unknown-key"], name


def test_the_hidden_keys_of_the_loader_cannot_be_typed(tmp_path: Path) -> None:
    for name in ("place", "event", "number", "partial"):
        write(tmp_path, BASE | {"record.yaml": f'record: {{"\\0{name}": x, title: x, through: 2026-01-01}}\n'})

        assert [problem.code for problem in read(tmp_path).problems] == ["control-character"], name


SHAPES = st.sampled_from(["x", "", [], ["x"], [["x"]], {}, {"x": "y"}, [{"x": "y"}], {"x": ["y"]}, [{}], "x" * 90])
FULL: dict[str, Any] = {
    "record": {"title": "T", "language": "en", "licence": "L", "through": "2026-01-01", "uuid": "u", "contact": "c"},
    "events": [
        {
            "id": "e", "added": "2026-01-01", "date": "2025", "date_basis": "b", "title": "t", "summary": "s",
            "rivals": [{"date": "2025", "cite": ["s"]}], "dates": {"announced": {"date": "2025", "cite": ["s"]}},
            "kind": "report", "course": "happened", "status": "reported", "key": "true", "actors": ["a"],
            "topics": ["t"], "related": [{"event": "e", "as": "answers", "cite": ["s"]}],
            "claims": [{"id": "c", "text": "t", "disputes": ["d"], "denies": ["d"], "by": "a",
                        "cite": [{"source": "s", "via": "v", "locator": "l", "attributed_to": "p"}]}],
            "updates": [{"on": "2026-01-01", "kind": "revision", "text": "t"}], "aliases": ["o"], "allow": {"x": "y"},
        }
    ],
    "sources": [
        {
            "id": "s", "title": "t", "title_basis": "ours", "title_in": {"de": "t"}, "publisher": "p",
            "authors": ["a", {"family": "f", "given": "g"}],
            "issued": "2025", "issued_basis": "shown", "accessed": "2026-01-01", "language": "en",
            "url": "https://a.example", "archive": {"url": "https://a.example", "on": "2026-01-01"}, "access": "open",
            "kind": "primary", "relays": ["r"], "seen": "true", "note": "n", "aliases": ["o"], "allow": {"x": "y"},
        }
    ],
    "actors": [{"id": "a", "name": "n", "kind": "person", "country": "US", "aliases": ["o"]}],
    "topics": [{"id": "t", "name": "n", "about": "a", "aliases": ["o"]}],
    "expectations": [
        {"id": "x", "about": "t", "by": "a", "said": "2025", "window": "2025", "wording": "w",
         "window_basis": "stated", "cite": ["s"], "replaces": ["y"], "outcome": {"event": "e"}}
    ],
    "tracks": [{"id": "k", "title": "t", "states": [
        {"from": "2025", "to": "2026", "state": "s", "tone": "open", "event": "e", "cite": ["s"]}]}],
}  # fmt: skip


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a record where something stands."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for step, item in inner for found in paths(item, (*path, step)))]


def put(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = put(value[path[0]], path[1:], new)
    return copy


@pytest.mark.parametrize("path", paths(FULL), ids=lambda path: ".".join(map(str, path)) or "all")
@pytest.mark.parametrize("shape", ["x", "", [], ["x"], [["x"]], {}, {"x": "y"}, [{"x": "y"}], {"x": ["y"]}], ids=str)
def test_any_shape_in_any_place_is_answered_in_words(path: tuple[Any, ...], shape: Any) -> None:
    found = loaded(yaml.safe_dump(put(FULL, path, shape)))

    for problem in found.problems:
        assert problem.help
        assert "pydantic" not in problem.label + problem.help + problem.sentence
        assert "\0" not in problem.label + problem.help + problem.sentence


IDS = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,6}){0,3}", fullmatch=True).map(lambda id: f"x-{id}")
WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "Zs", "Po"], exclude_characters="<>![]"), max_size=40
)
TITLES = WORDS.map(lambda words: f"A {words}")
DAYS = st.dates().map(str)


@st.composite
def sound(draw: st.DrawFn) -> dict[str, Any]:
    """A record that anybody might write, with nothing worse than a slip."""
    ids = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    source = st.fixed_dictionaries({"title": TITLES, "publisher": TITLES}, optional={"note": TITLES})
    common = {"kind": "primary", "language": "en", "url": "https://example.org/x"}
    event = st.fixed_dictionaries({"title": TITLES, "date": DAYS}, optional={"summary": TITLES})
    names = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    rest = {"kind": "report", "status": "confirmed", "added": "9999-12-31"}
    return {
        "record": {"title": draw(TITLES), "through": "9999-12-31"},
        "sources": [{"id": id, **draw(source), **common} for id in ids],
        "events": [
            {"id": id, **draw(event), **rest, "claims": [{"text": draw(TITLES), "cite": draw(st.sampled_from(ids))}]}
            for id in names
        ],
    }


@settings(max_examples=60)
@given(sound(), st.booleans())
def test_a_sound_record_has_no_error(record: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(record, allow_unicode=True, default_flow_style=flow, sort_keys=False)

    assert loaded(text).sound
