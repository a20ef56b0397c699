"""Records whose every text is one that somebody sent to break something."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from tests.security.hostile import texts
from timeline.loader.invisible_signs import unwanted
from timeline.model.address import inline
from timeline.model.fields import one_line
from timeline.site.settings import Site

SITE = Site("Bridges & more", "https://bridges.example/record/")
THROUGH = "2026-01-01"
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What a terminal or an editor obeys instead of showing it."""
NO_TEXT = re.compile("[\ud800-\udfff]")


@cache
def accepted(field: Callable[[object], str]) -> tuple[str, ...]:
    """The texts that a field of this kind takes."""
    return tuple(text for text in texts() if taken(text, field))


def taken(text: str, field: Callable[[object], str]) -> bool:
    """Whether neither the reading of a file nor the field refuses it."""
    if NO_TEXT.search(text) or any(unwanted(text)):
        return False
    try:
        return bool(field(text))
    except PydanticCustomError:
        return False


def quoted(value: object) -> str:
    """A value as YAML: JSON, whose escapes YAML reads alike below U+10000."""
    text = json.dumps(value, ensure_ascii=False)
    return NO_TEXT.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def escaped(value: object) -> str:
    """The same with every sign that nobody sees as an escape."""
    text = quoted(value)
    for match in reversed(list(unwanted(text))):
        text = f"{text[: match.start()]}\\U{ord(match[0]):08x}{text[match.end() :]}"
    return text


def write(folder: Path, data: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "record.yaml").write_text(quoted(data), encoding="utf-8")


def hostile(number: int, claims: int) -> dict[str, Any]:
    """A record of so many events, documents, actors, topics, forecasts and tracks, with so many claims an event.

    Each field goes through the texts in its own turn, so that with as many events as there are texts every text has
    stood in every field, and with `number * claims` of them in every field of a claim.
    """
    return _Fields().record(number, claims)


class _Fields:
    """Takes the next text for a field."""

    def __init__(self) -> None:
        self._turns: dict[str, Iterator[str]] = {}

    def line(self, name: str) -> str:
        return self._next(name, accepted(one_line))

    def inline(self, name: str) -> str:
        return self._next(name, accepted(inline))

    def _next(self, name: str, texts: Sequence[str]) -> str:
        if name not in self._turns:  # each begins elsewhere, so that a small record has more of them
            self._turns[name] = islice(cycle(texts), len(self._turns) * 37 % len(texts), None)
        return next(self._turns[name])

    def record(self, number: int, claims: int) -> dict[str, Any]:
        return {
            "record": {
                "title": self.line("record"), "licence": self.line("licence"), "contact": self.line("contact"),
                "through": THROUGH, "quotes": "true", "uuid": "1fbcea2d-ce91-4cc7-b1fc-114d901f5935",
            } | self._words(),
            "actors": [
                {"id": f"a{n}", "name": self.line("actor"), "kind": "own", "also": [self.line("actor also")],
                 "about": self.inline("actor about")} for n in range(number)
            ],
            "topics": [
                {"id": f"t{n}", "family": "own", "name": self.line("topic"), "also": [self.line("topic also")],
                 "about": self.inline("topic about")} for n in range(number)
            ],
            "places": [
                {"id": f"p{n}", "name": self.line("place"), "also": [self.line("place also")],
                 "coordinates": "50.91, 0.49", "about": self.inline("place about")} for n in range(number)
            ],
            "sources": [self._source(n) for n in range(number)],
            "events": [self._event(n, number, claims) for n in range(number)],
            "expectations": [
                {"id": f"f{n}", "about": f"t{n}", "by": f"a{n}", "said": "2024-01-02", "window": "2025-05-03",
                 "window_basis": "inferred", "wording": self.line("wording"), "cite": [self._citation(n, "forecast")],
                 "outcome": "missed"} for n in range(number)
            ],
            "tracks": [
                {"id": f"k{n}", "title": self.line("track"), "states": [
                    {"from": "2025-01-01", "state": self.line("state"), "cite": [self._citation(n, "state")]}]}
                for n in range(number)
            ],
        }  # fmt: skip

    def _words(self) -> dict[str, Any]:
        """Words of the record's own, of which its records are."""
        ours = {"kinds": "report", "source_kinds": "primary", "update_kinds": "correction"}
        more: dict[str, Any] = {}
        for field in ("kinds", "source_kinds", "update_kinds", "date_roles", "actor_kinds", "topic_families"):
            said: dict[str, Any] = {
                "name": self.line(field),
                "plural": self.line(f"{field} more"),
                "about": self.inline(f"of {field}"),
            }
            said["name_in"] = {"de": self.line(f"{field} in German")}
            more[field] = {"own": said | ({"counts_as": ours[field]} if field in ours else {})}
        return more

    def _citation(self, n: int, where: str) -> dict[str, Any]:
        told = {"locator": self.line(f"{where} locator"), "attributed_to": self.line(f"{where} attributed_to")}
        words = {"text": self.line(f"{where} quote"), "translation": self.line(f"{where} translation")}
        return {"source": f"s{n}", "quote": words} | told

    def _source(self, n: int) -> dict[str, Any]:
        source = {
            "id": f"s{n}", "title": self.line("source"), "title_in": {"de": self.line("title_in")},
            "publisher": self.line("publisher"),
            "authors": [self.line("author"), {"family": self.line("family"), "given": self.line("given")}],
            "issued": "2025-01-02", "language": "en", "kind": "own", "url": f"https://source.example/{n}",
            "holding": {"archive": self.line("holding"), "number": self.line("shelf")},
            "also": [self.line("source also")], "note": self.inline("source note"),
            "allow": {"single-origin": self.line("source allow")},
        }  # fmt: skip
        if n % 8 == 7:
            source["withdrawn"] = {
                "on": "2025-02-01",
                "by": self.line("withdrawn"),
                "cite": [self._citation(0, "back")],
            }
        return source

    def _event(self, n: int, number: int, claims: int) -> dict[str, Any]:
        return {
            "id": f"e{n}", "added": "2025-12-01", "date": "2025-05-03", "date_basis": self.line("date_basis"),
            "title": self.line("event"), "summary": self.inline("summary"), "kind": "own",
            "status": "disputed" if claims > 1 else "reported", "key": "true" if n % 3 == 0 else "false",
            "actors": [f"a{n}"], "topics": [f"t{n}"], "places": [f"p{n}"],
            "also": [self.line("event also")], "allow": {"single-origin": self.line("event allow")},
            "rivals": [{"date": "2025-06", "cite": [self._citation(n, "rival")]}],
            "note": self.inline("event note"),
            "amounts": [{"value": "3", "unit": self.line("unit"), "of": self.line("of")}],
            "dates": {"own": {"date": "2025-05-02", "cite": [self._citation(n, "own date")]},
                      "announced": {"date": "2025-05-01", "cite": [self._citation(n, "date")]}},
            "related": [{"event": f"e{(n + 1) % number}", "as": "causes", "cite": [self._citation(n, "relation")]}],
            "updates": [
                {"on": "2025-12-20", "kind": "own", "was": self.inline("was"), "text": self.inline("update")}],
            "claims": [self._claim(n, number, place) for place in range(claims)],
        }  # fmt: skip

    def _claim(self, n: int, number: int, place: int) -> dict[str, Any]:
        claim = {"text": self.inline("claim"), "cite": [self._citation((n + place) % number, "claim")], "by": f"a{n}"}
        if place == 0:
            return claim | {"id": "first", "question": self.line("question")}
        return claim | ({"disputes": "first"} if place == 1 else {"denies": "first"} if place == 2 else {})
