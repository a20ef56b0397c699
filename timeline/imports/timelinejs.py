"""Slides of TimelineJS, and lists of objects that other programs write, as the tables that they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.imports.cells import MOST_COLUMNS, MOST_ROWS, Cell, Row, Sheet
from timeline.imports.draft import Unreadable
from timeline.imports.json_rows import row_of, text

_DATE = {"year": "Year", "month": "Month", "day": "Day"}
_TIME = ("hour", "minute", "second", "millisecond")


def slides(data: Mapping[str, Any]) -> Sheet | None:
    """The slides of a file of TimelineJS 3, or of the older form; None where it is neither."""
    if isinstance(old := data.get("timeline"), dict):
        data = _former(old)
    if not isinstance(events := data.get("events"), list) or not all(map(_slide, events)):
        return None
    made: list[dict[str, str]] = []
    for name in ("title", "events", "eras"):
        value = data.get(name)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                row = {heading: text for heading, text in _cells(each) if text}
                made.append(row if name == "events" else {**row, "Type": name.removesuffix("s")})
    loose = {name: value for name, value in data.items() if name not in ("title", "events", "eras")}
    return _sheet(made, "slide", loose)


def objects(data: list[Any]) -> Sheet:
    """A list of objects, each a row, with its names as headings."""
    rows = [row_of(each) for each in data if isinstance(each, dict)]
    if len(rows) < len(data) or not rows:
        raise Unreadable("the list does not consist of objects", "write it as [{…}, {…}], each with the same names")
    return _sheet(rows, "object", {})


def _slide(value: object) -> bool:
    return isinstance(value, dict) and ("start_date" in value or "text" in value or "media" in value)


def _sheet(made: Sequence[Mapping[str, str]], called: str, loose: Mapping[str, Any]) -> Sheet:
    if len(made) > MOST_ROWS:
        raise Unreadable(f"the file has more than {MOST_ROWS:,} of them", "divide it into several files")
    headings = list(dict.fromkeys(" ".join(name.split()) for row in made for name in row))
    if len(headings) > MOST_COLUMNS:
        raise Unreadable(f"they have more than {MOST_COLUMNS} names", "leave out those that say nothing")
    rows = [
        Row(number, {" ".join(name.split()): Cell(text) for name, text in row.items()}, called=called)
        for number, row in enumerate(made, 1)
    ]
    beside = tuple(f"{name}: {text(value)}" for name, value in loose.items() if value not in (None, "", [], {}))
    if beside:
        rows.append(Row(0, {}, beside, called="file"))
    return Sheet(tuple(headings), tuple(rows))


def _cells(slide: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    rest = dict(slide)
    for name, front in (("start_date", ""), ("end_date", "End ")):
        date = rest.pop(name, None)
        if isinstance(date, dict):
            yield from _date(date, front)
        elif date is not None:
            yield f"{front}date".strip().capitalize() if front else "Date", text(date)
    said = _mapping(rest.pop("text", None))
    yield "Headline", text(said.pop("headline", None))
    yield "Text", text(said.pop("text", None))
    yield from ((f"text {name}", text(value)) for name, value in said.items())
    media = _mapping(rest.pop("media", None))
    yield "Media", text(media.pop("url", None))
    yield from ((f"Media {name}", text(value)) for name, value in media.items())
    yield "Display Date", text(rest.pop("display_date", None))
    yield "id", text(rest.pop("unique_id", None))
    yield "Group", text(rest.pop("group", None))
    yield from ((name, text(value)) for name, value in rest.items())


def _date(date: Mapping[str, Any], front: str) -> Iterator[tuple[str, str]]:
    rest = dict(date)
    for name, heading in _DATE.items():
        yield f"{front}{heading}", text(rest.pop(name, None))
    time = [text(rest.pop(name, None)) for name in _TIME]
    yield f"{front}Time", ":".join(part.zfill(2) for part in time if part)
    yield "Display Date" if not front else "end display date", text(rest.pop("display_date", None))
    yield from ((f"{front}date {name}", text(value)) for name, value in rest.items())


def _former(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The form that TimelineJS had up to version 2."""
    events: list[dict[str, Any]] = []
    listed = data.get("date")
    for each in listed if isinstance(listed, list) else []:
        if isinstance(each, dict):
            rest = dict(each)
            said = {"headline": rest.pop("headline", ""), "text": rest.pop("text", "")}
            media = _mapping(rest.pop("asset", None))
            media["url"] = media.pop("media", "")
            event: dict[str, Any] = {"text": said, "media": media, "group": rest.pop("tag", "")}
            for name, former in (("start_date", "startDate"), ("end_date", "endDate")):
                if typed := text(rest.pop(former, None)):
                    event[name] = dict(zip(("year", "month", "day"), typed.split(","), strict=False))
            events.append({**event, **rest})
    title = {"text": {name: data.get(name) for name in ("headline", "text")}}
    return {"events": events, "title": title if any(title["text"].values()) else None}


def _mapping(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, dict) else {"text": value}
