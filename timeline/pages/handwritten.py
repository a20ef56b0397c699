"""Hand-written pages that cite the record: `[[event-id]]` is a link, `[@source-id]` a numbered note.

`[[event-id|other words]]` links with other words, `[[event-id#claim-id]]` to one claim, and
`[@one; @another]` sets two notes at once. Code blocks and code spans are left alone, and a backslash
before the bracket keeps it as it is. One scanner finds the references, for the page and for the check,
so an id that does not exist is told with its file and line before anything is built.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from timeline.model import Source, Timeline
from timeline.pages import wording
from timeline.pages.paths import Links
from timeline.problems import Problem
from timeline.problems.meaning import UNKNOWN_CLAIM, UNKNOWN_EVENT, UNKNOWN_SOURCE
from timeline.span import Span

_REFERENCE = re.compile(
    r"(?P<code>(?<![\\`])(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
    r"|(?<!\\)\[\[(?P<event>[a-z0-9-]+)(?:#(?P<claim>[a-z0-9-]+))?(?:\|(?P<words>[^\]\n]+))?\]\]"
    r"|(?<!\\)\[(?P<notes>@[a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\]"
)
_FENCE = re.compile(r"^\s*(?P<fence>`{3,}(?!.*`)|~{3,})")
_CONTAINER = re.compile(r"^\s*(?:(?:[-*+:]|\d+[.)]|!!!|\?{3}\+?)\s|\[\^[^\]]+\]:)")
"""What indented paragraphs belong to: an item of a list, a definition, an admonition, a footnote."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One place of a text that points into the record."""

    kind: Literal["event", "notes"]
    line: int
    """From 0."""
    start: int
    end: int
    ids: tuple[tuple[str, int], ...]
    """Each id with the column it starts in, from 0."""
    claim: str | None = None
    words: str | None = None


def references(lines: Sequence[str]) -> Iterator[Reference]:
    """Every reference outside code, in the order of the text."""
    fence: str | None = None
    blank, open_containers = True, 0
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence is not None:
            if mark and mark.group("fence").startswith(fence) and not line.strip("`~ \t\r"):
                fence = None
            continue
        if not line.strip():
            blank = True
            continue
        levels = _indent(line) // 4
        if blank:
            open_containers = min(open_containers, levels)
            if levels > open_containers:
                continue  # a block of code
        if mark:
            fence = mark.group("fence")
            continue
        blank = False
        if _CONTAINER.match(line):
            open_containers = levels + 1
        yield from _in_line(number, line)


def _indent(line: str) -> int:
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip())


def _in_line(number: int, line: str) -> Iterator[Reference]:
    for match in _REFERENCE.finditer(line):
        if match.group("event"):
            ids: tuple[tuple[str, int], ...] = ((match.group("event"), match.start("event")),)
            yield Reference(
                "event", number, match.start(), match.end(), ids, match.group("claim"), match.group("words")
            )
        elif match.group("notes"):
            start = match.start("notes")
            ids = tuple((m.group(1), start + m.start(1)) for m in re.finditer(r"@([a-z0-9-]+)", match.group("notes")))
            yield Reference("notes", number, match.start(), match.end(), ids)


def faults(text: str, file: str, timeline: Timeline) -> tuple[Problem, ...]:
    """Ids in a hand-written page that the record does not have, each at its place."""
    return tuple(_faults(re.split(r"\r\n?|\n", text), file, timeline))


def _faults(lines: Sequence[str], file: str, timeline: Timeline) -> Iterator[Problem]:
    for reference in references(lines):
        for id, column in reference.ids:
            span = Span(file, reference.line + 1, column + 1, reference.line + 1, column + 1 + len(id))
            if reference.kind == "notes":
                if not timeline.source(id):
                    yield UNKNOWN_SOURCE.at(
                        span,
                        owner="the page",
                        verb="cites",
                        label="no source has this id",
                        help=_near("a source", id, timeline.sources_by_id),
                    )
            elif not timeline.event(id):
                yield UNKNOWN_EVENT.at(
                    span,
                    owner="the page",
                    verb="links to",
                    label="no event has this id",
                    help=_near("an event", id, timeline.events_by_id),
                )
            elif reference.claim and not timeline.claim(f"{id}#{reference.claim}"):
                start = column + len(id) + 2
                span = Span(file, reference.line + 1, start, reference.line + 1, start + len(reference.claim))
                ours = [claim.anchor for claim in timeline.events_by_id[id].claims]
                yield UNKNOWN_CLAIM.at(
                    span,
                    owner="the page",
                    verb="links to",
                    label="the event has no claim of this id",
                    help=_near("a claim", reference.claim, ours),
                )


def _near(thing: str, id: str, known: Any) -> str:
    near = difflib.get_close_matches(id, list(known), n=1, cutoff=0.6)
    return (
        f"{thing} with a similar id is `{near[0]}`"
        if near
        else f"name {thing} of the record, or leave the reference out"
    )


class TimelineExtension(Extension):
    """Python-Markdown extension that resolves references against one timeline.

    `here` is the address of the page being rendered, set by the engine before each page.
    """

    def __init__(self, timeline: Timeline | None = None, here: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.timeline = timeline
        self.here = here

    def extendMarkdown(self, md: Markdown) -> None:
        """Before fenced code (25) is taken out of the text, since the scanner knows code itself."""
        md.preprocessors.register(_References(md, self), "timeline-references", 28)


class _References(Preprocessor):
    """Puts links and note numbers where references stand, and lists the notes below the text."""

    def __init__(self, md: Markdown, extension: TimelineExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        timeline = self.extension.timeline
        if timeline is None:
            return lines
        links, found = Links(self.extension.here), list(references(lines))
        cited = _numbers(found, timeline)
        result = list(lines)
        for reference in reversed(found):
            html = _html(reference, timeline, links, cited)
            if html:
                line = result[reference.line]
                result[reference.line] = line[: reference.start] + self.md.htmlStash.store(html) + line[reference.end :]
        if cited:
            result += ["", self.md.htmlStash.store(_notes(cited, timeline, links)), "", ""]
        return result


def _numbers(found: Sequence[Reference], timeline: Timeline) -> dict[str, int]:
    """The cited documents with their numbers, in the order of the text."""
    ids = (id for reference in found if reference.kind == "notes" for id, _ in reference.ids)
    return {id: number for number, id in enumerate(dict.fromkeys(id for id in ids if timeline.source(id)), 1)}


def _html(reference: Reference, timeline: Timeline, links: Links, cited: Mapping[str, int]) -> str:
    """What stands in a reference's place; nothing for an id that the record does not have."""
    if reference.kind == "notes":
        numbers = [
            f'<a href="#note-{cited[id]}" aria-label="Note {cited[id]}, '
            f'{escape(wording.document(timeline.sources_by_id[id]))}">{cited[id]}</a>'
            for id, _ in reference.ids
            if id in cited
        ]
        return f'<span class="tl-refs">{"".join(numbers)}</span>' if numbers else ""
    event = timeline.event(reference.ids[0][0])
    if event is None:
        return ""
    address = links.claim(f"{event.id}#{reference.claim}") if reference.claim else links.event(event.id)
    return f'<a href="{escape(address)}">{escape(reference.words or event.title)}</a>'


def _notes(cited: Mapping[str, int], timeline: Timeline, links: Links) -> str:
    items = "\n".join(
        f'<li id="note-{number}">{_note(timeline.sources_by_id[id], links)}</li>' for id, number in cited.items()
    )
    return f'<section class="tl-endnotes"><h2>Notes</h2>\n<ol class="tl-notes">\n{items}\n</ol></section>'


def _note(source: Source, links: Links) -> str:
    language = f' lang="{escape(source.language)}"' if source.language != "en" else ""
    seen = "" if source.seen else ", not seen by us"
    return (
        f'<a href="{escape(links.source(source.id))}"><cite class="tl-cited"{language}>{escape(source.title)}</cite></a> '
        f'<span class="tl-soft">{escape(wording.document(source))}, {wording.language_name(source.language)}, '
        f"{wording.SOURCE_KINDS[source.kind]}{seen}</span>"
    )


def makeExtension(**options: Any) -> TimelineExtension:
    """The name under which Python-Markdown finds an extension."""
    return TimelineExtension(**options)
