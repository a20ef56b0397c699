"""A made-up record of any size, the same for the same size: N events and N sources.

    python bench/record.py FOLDER [N]

An event has a summary of 60 words, two claims and three citations on average, two of ten actors and one of
ten topics; a source repeats another one in six of ten cases. The words are invented and follow a Zipf
distribution, so that pages and indexes are about as large as real ones. It may be one of several parts of a larger
record, whose ids begin with the part's name and whose summaries lead to another part.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

_SYLLABLES = """
ba be bi bo da de di do fa fe ga go ka ke ki la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se si so ta te ti
to va ve
"""


EVERY = 20
"""One event of so many leads to another part, where there is one."""


def write(folder: Path, number: int, part: str = "", other: str = "", files: int = 1) -> None:
    """Writes `number` events and as many sources, with ten actors and ten topics.

    Ids begin with `part`; `other` is the address of another part's events up to the number of one. Events and sources
    are spread over so many `files` each.
    """
    folder.mkdir(parents=True, exist_ok=True)
    luck = random.Random(f"20261122 {part}" if part else 20261122)
    words = _vocabulary(luck)
    sources = [_source(luck, words, n, part) for n in range(number)]
    events = [_event(luck, words, n, number, part, other if n % EVERY == 0 else "") for n in range(number)]
    subjects = ["actors:"] + [f"  - {{id: actor-{n}, name: Actor {n}, kind: company}}" for n in range(10)]
    subjects += ["topics:"] + [f"  - {{id: topic-{n}, name: Topic {n}}}" for n in range(10)]
    (folder / "record.yaml").write_text("record:\n  title: A made-up chronology\n  through: 2026-11-22\n", "utf-8")
    (folder / "subjects.yaml").write_text("\n".join(subjects) + "\n", "utf-8")
    for name, rows in (("sources", sources), ("events", events)):
        for n in range(files):
            share = rows[n * number // files : (n + 1) * number // files]
            path = folder / (f"{name}-{n + 1:02}.yaml" if files > 1 else f"{name}.yaml")
            path.write_text(f"{name}:\n" + "".join(share), "utf-8")


def _vocabulary(luck: random.Random) -> tuple[list[str], list[float]]:
    syllables = _SYLLABLES.split()
    words = ["".join(luck.choice(syllables) for _ in range(luck.randint(1, 4))) for _ in range(4000)]
    return words, [1 / (rank + 2) for rank in range(len(words))]


def _text(luck: random.Random, words: tuple[list[str], list[float]], length: int) -> str:
    return " ".join(luck.choices(words[0], words[1], k=length)).capitalize()


def _day(luck: random.Random) -> str:
    day = f"{luck.randint(2016, 2025)}-{luck.randint(1, 12):02d}-{luck.randint(1, 28):02d}"
    return luck.choice([day, day, day, day[:7], day[:7] + "~", day[:4]])


def _source(luck: random.Random, words: tuple[list[str], list[float]], n: int, part: str) -> str:
    relays = f"    relays: {part}source-{luck.randint(0, n // 5)}\n" if n > 4 and luck.random() < 0.6 else ""
    kind = "secondary" if relays else luck.choice(["primary", "original-reporting", "secondary"])
    issued = f"2026-{luck.randint(1, 10):02d}-{luck.randint(1, 28):02d}" if not relays else "2026-11"
    return (
        f"  - id: {part}source-{n}\n    title: {_text(luck, words, 9)}\n    publisher: {_text(luck, words, 2)}\n"
        f"    issued: {issued}\n    language: {luck.choice(['en', 'en', 'de', 'zh'])}\n"
        f"    url: https://example.org/{n}/{luck.randint(1, 10**9)}\n    kind: {kind}\n{relays}\n"
    )


def _event(
    luck: random.Random, words: tuple[list[str], list[float]], n: int, sources: int, part: str, other: str
) -> str:
    more = f" See [elsewhere]({other}{n}/)." if other else ""
    claims = []
    for number in range(luck.randint(1, 3)):
        cited = luck.sample(range(sources), min(sources, luck.randint(1, 2)))
        if not number:
            cited[0] = n  # each source stands behind some event
        against = "        disputes: first\n" if number and luck.random() < 0.1 else ""
        name = "      - id: first\n        text" if not number else "      - text"
        ids = ", ".join(f"{part}source-{c}" for c in cited)
        claims.append(f"{name}: {_text(luck, words, 14)}.\n        cite: [{ids}]\n{against}")
    return (
        f"  - id: {part}event-{n}\n    added: 2026-11-22\n    date: {_day(luck)}\n    title: {_text(luck, words, 8)}\n"
        f"    summary: {_text(luck, words, 60)}.{more}\n"
        f"    kind: {luck.choice(['release', 'report', 'policy', 'statement'])}\n"
        f"    status: reported\n    key: {str(luck.random() < 0.02).lower()}\n"
        f"    actors: [actor-{luck.randint(0, 9)}, actor-{luck.randint(0, 9)}]\n"
        f"    topics: [topic-{luck.randint(0, 9)}]\n"
        f"    claims:\n{''.join(claims)}\n"
    )


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
