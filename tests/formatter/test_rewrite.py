"""Whatever somebody typed, and however: the canonical form says the same and keeps every comment in its place."""

from __future__ import annotations

import re
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formatter.authors import Author, Written, texts
from timeline.formatter import restate
from timeline.loader import load_file
from timeline.model import Timeline

_COMMENT = re.compile(r"#\s*c(\d+)c")
_BEGINS = re.compile(r"  - \{?id: \"?([a-z0-9-]+)")
_DATES = ("2025", "2025-04", "2025-04-09", "2025-05~", "[2025-01-20..2025-08-14]", "202X", "../2025-03", "2025-05?")


@st.composite
def records(draw: Any) -> dict[str, Any]:
    """A record with everything in it that is laid out in a way of its own."""
    ids = st.from_regex(r"[a-z0-9]{1,3}(-[a-z0-9]{1,3}){0,1}", fullmatch=True).filter(
        lambda id: id not in ("con", "prn", "aux", "nul") and not re.match(r"(com|lpt)\d", id)
    )
    text, date = texts(), st.sampled_from(_DATES)
    citation = st.fixed_dictionaries({"source": ids}, optional={"via": ids, "locator": text, "attributed_to": text})
    cite = st.one_of(
        ids, st.lists(ids, min_size=1, max_size=4), st.fixed_dictionaries({"source": ids}),
        st.lists(citation, min_size=1, max_size=2),
    )  # fmt: skip
    dated = st.fixed_dictionaries({"date": date, "cite": cite})
    claim = st.fixed_dictionaries(
        {"text": _inline(text), "cite": cite}, optional={"by": ids, "disputes": st.lists(ids, min_size=1, max_size=2)}
    )
    event = st.fixed_dictionaries(
        {
            "id": ids, "added": st.just("2026-11-22"), "date": date, "title": text, "kind": st.just("report"),
            "status": st.just("reported"), "claims": st.lists(claim, min_size=1, max_size=3),
        },
        optional={
            "date_basis": text, "key": st.just("true"), "actors": ids, "topics": st.lists(ids, max_size=3),
            "dates": st.dictionaries(st.sampled_from(["effective", "due"]), dated, max_size=2),
            "allow": st.dictionaries(st.sampled_from(["no-archive", "ai-only"]), text, max_size=2),
        },
    )  # fmt: skip
    source = st.fixed_dictionaries(
        {
            "id": ids,
            "title": text,
            "publisher": text,
            "language": st.sampled_from(["no", "en"]),
            "kind": st.just("primary"),
        },
        optional={
            "authors": st.lists(text, max_size=3),
            "title_in": st.fixed_dictionaries({"no": text}),
            "issued": date,
        },
    )
    state = st.fixed_dictionaries({"from": date, "state": text}, optional={"cite": cite})
    track = st.fixed_dictionaries({"id": ids, "title": text, "states": st.lists(state, min_size=1, max_size=3)})
    actor = st.fixed_dictionaries(
        {"id": ids, "name": text, "kind": st.just("person")}, optional={"country": st.just("NO")}
    )
    lists = {"events": event, "sources": source, "tracks": track, "actors": actor}
    chosen = draw(st.lists(st.sampled_from(list(lists)), min_size=1, max_size=3, unique=True))
    return {name: draw(_unique(lists[name])) for name in chosen}


def _unique(record: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(record, min_size=1, max_size=3, unique_by=lambda found: found["id"])


def _inline(text: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return text.filter(lambda found: "<" not in found and not found.strip().startswith("["))


@st.composite
def files(draw: Any) -> Written:
    data = draw(records())
    return Author(Random(draw(st.integers(0, 10**6)))).whole(data)


def said(timeline: Timeline) -> dict[str, Any]:
    """What a record says, in whatever order its files have it."""
    lists = {
        name: {r.id: r for r in getattr(timeline, name)}
        for name in ("events", "sources", "actors", "topics", "expectations")
    }
    tracks = {t.id: (t.title, sorted(map(repr, t.states))) for t in timeline.tracks}
    return {**lists, "tracks": tracks, "record": timeline.record}


def homes(text: str) -> dict[int, str]:
    """For each comment of a canonical file, the record it stands above, beside or in."""
    found: dict[int, str] = {}
    waiting: list[int] = []
    record = ""
    for line in text.splitlines():
        if begins := _BEGINS.match(line):
            record = begins[1]
        elif line and line[0] != " " and line[0] != "#":
            record = ""
        numbers = [int(number) for number in _COMMENT.findall(line)]
        if line.startswith("  #"):
            waiting += numbers
            continue
        if begins:
            found.update(dict.fromkeys(waiting, record))
            waiting = []
        found.update(dict.fromkeys(numbers, record))
    return found | dict.fromkeys(waiting, "")


def sections(text: str) -> dict[int, set[str]]:
    """For each comment of a canonical file that has an empty line behind it, the records up to the next of its kind."""
    found: dict[int, set[str]] = {}
    below: set[str] = set()
    lines = text.splitlines()
    for line, following in zip(lines, [*lines[1:], "end"], strict=True):
        if line.startswith("  #") and not following:
            below = found.setdefault(int(_COMMENT.findall(line)[0]), set())
        elif begins := _BEGINS.match(line):
            below.add(begins[1])
        elif line and line[0] not in " #":
            below = set()
    return found


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(files(), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_a_file_says_the_same_afterwards_and_each_comment_stands_with_its_record(file, end, bom) -> None:
    raw = (b"\xef\xbb\xbf" if bom else b"") + file.text.replace("\n", end).encode()
    before = load_file("x.yaml", raw)
    assert [problem.sentence for problem in before.problems] == []

    shaped = restate("x.yaml", raw)

    assert said(load_file("x.yaml", shaped.after).timeline) == said(before.timeline)
    after = shaped.after.decode().replace(end, "\n")
    assert {number: home for number, home in homes(after).items() if number not in file.sections} == {
        number: home for number, home in file.homes.items() if number not in file.sections
    }
    assert sections(after) == file.sections
    assert restate("x.yaml", shaped.after).kept
