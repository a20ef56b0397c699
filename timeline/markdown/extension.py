"""Hand-written pages that cite the record: `[[event-id]]` is a link, `[@source-id]` a numbered note.

`[[event-id|other words]]` links with other words, `[[event-id#claim-id]]` to one claim, and
`[@one; @another]` sets two notes at once. Code blocks and code spans are left alone, and a backslash
before the bracket keeps it as it is. One scanner finds the references, for the page and for the check,
so an id that does not exist is told with its file and line before anything is built. `::: timeline` on a
line of its own begins a list of events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from html import escape
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from timeline import language
from timeline.charts.registry import names
from timeline.language import gettext as _
from timeline.markdown import aliases, blocks, boxes, no_link_here, notes, printed_links
from timeline.markdown.counted_figures import FIGURES
from timeline.markdown.scanner import Block, Box, Reference, scan
from timeline.markdown.subject_links import subject
from timeline.model import Source, Timeline
from timeline.model.texts import language_of
from timeline.problems import Problem
from timeline.problems.pages import DUPLICATE_EMBED, MISPLACED_REFERENCE, UNKNOWN_FIGURE
from timeline.problems.records import UNKNOWN_CLAIM, UNKNOWN_EVENT, UNKNOWN_SOURCE
from timeline.problems.suggestions import Words, nearest
from timeline.queries.index import Index
from timeline.site import urls, wording
from timeline.site.file import SiteFile
from timeline.site.settings import NOWHERE, Site
from timeline.site.urls import Links
from timeline.span import Span

_LINE_END = re.compile(r"\r\n?|\n")


def faults(text: str, file: str, timeline: Timeline) -> tuple[Problem, ...]:
    """What a hand-written page asks of the record and does not get, each at its place."""
    problems: list[Problem] = []
    lines = _LINE_END.split(text)
    meant = _Meant(timeline)
    asked = list(aliases.found(lines, timeline))
    references = [each for each in asked if isinstance(each, Reference)]
    for each in asked:
        if isinstance(each, Block):
            problems += blocks.faults(each, file, timeline)
        elif isinstance(each, Box):
            problems += boxes.faults(each, references, file)
        else:
            problems += (*_misplaced(each, lines[each.line], file), *_faults(each, file, timeline, meant))
    return tuple(problems)


def _misplaced(reference: Reference, line: str, file: str) -> Iterator[Problem]:
    """A reference that would break what it stands in; a figure may be part of a link's words."""
    before, after = line[: reference.start], line[reference.end :]
    if where := no_link_here.instead(before, after, linked=reference.kind != "figure"):
        span = Span(file, reference.line + 1, reference.start + 1, reference.line + 1, reference.end + 1)
        yield MISPLACED_REFERENCE.at(span, label=where, help="put it into the text beside it, or leave it out")


def _faults(reference: Reference, file: str, timeline: Timeline, meant: _Meant) -> Iterator[Problem]:
    for id, column in reference.ids:
        span = Span(file, reference.line + 1, column + 1, reference.line + 1, column + 1 + len(id))
        if reference.kind == "figure":
            if id not in FIGURES:
                near = nearest(id, FIGURES)
                help = f"write `{near}`" if near else "write one of " + ", ".join(f"`{name}`" for name in FIGURES)
                yield UNKNOWN_FIGURE.at(span, name=id, label="nothing is counted under this name", help=help)
        elif reference.kind == "notes":
            if not timeline.source(id):
                yield UNKNOWN_SOURCE.at(
                    span,
                    owner="the page",
                    verb="cites",
                    label="no source has this id",
                    help=_near("a source", id, meant.sources),
                )
        elif not timeline.event(id) and (reference.claim or not subject(timeline, id)):
            yield UNKNOWN_EVENT.at(
                span,
                owner="the page",
                verb="links to",
                label="no event has this id",
                help=_near("an event", id, meant.events),
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
                help=_near("a claim", reference.claim, Words(ours)),
            )


class _Meant:
    """The ids that may have been meant, made ready once for all slips of a page."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline

    @cached_property
    def sources(self) -> Words:
        return Words(self._timeline.sources_by_id)

    @cached_property
    def events(self) -> Words:
        return Words(self._timeline.events_by_id)


def _near(thing: str, id: str, known: Words) -> str:
    near = known.nearest(id)
    return (
        f"{thing} with a similar id is `{near}`" if near else f"name {thing} of the record, or leave the reference out"
    )


def repeated(texts: Mapping[str, str], timeline: Timeline) -> Iterator[Problem]:
    """Names that blocks give to what they publish, and that another block of any page, or a chart of the site, has."""
    taken, first = names(timeline), dict[str, Span]()
    for file, text in texts.items():
        for reference in scan(_LINE_END.split(text)):
            given = blocks.address(reference, file, timeline) if isinstance(reference, Block) else None
            if given is None:
                continue
            name, span = given
            if name in taken:
                help = f"write `our-{name}`, or another name"
                yield DUPLICATE_EMBED.at(span, name=name, label="a chart of the site has this name", help=help)
            elif name in first:
                help = "give one of the two another name"
                elsewhere = (("first given at", first[name]),)
                yield DUPLICATE_EMBED.at(span, name=name, label="again", help=help, elsewhere=elsewhere)
            else:
                first[name] = span


def embeds(texts: Iterable[str], index: Index) -> Iterator[SiteFile]:
    """The pages of everything that was given an address with `embed`; of two with one name the first."""
    names = set[str]()
    for text in texts:
        for reference in scan(_LINE_END.split(text)):
            for file in blocks.embedded(reference, index) if isinstance(reference, Block) else ():
                if file.path not in names:
                    names.add(file.path)
                    yield file


class TimelineExtension(Extension):
    """Python-Markdown extension that resolves references against one timeline.

    `here` is the address of the page being rendered and `language` the one it is written in, set by the engine before
    each page.
    """

    def __init__(self, timeline: Timeline | None = None, here: str = "", site: Site = NOWHERE, **options: Any) -> None:
        super().__init__(**options)
        self.timeline = timeline
        self.here = here
        self.language = ""
        self.site = site

    @cached_property
    def index(self) -> Index | None:
        """Asked once for all pages of a site."""
        return Index(self.timeline) if self.timeline else None

    def extendMarkdown(self, md: Markdown) -> None:
        """Before fenced code (25) is taken out of the text, since the scanner knows code itself."""
        md.preprocessors.register(_References(md, self), "timeline-references", 28)


class _References(Preprocessor):
    """Puts links and note numbers where references stand, and lists the notes below the text."""

    def __init__(self, md: Markdown, extension: TimelineExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        index = self.extension.index
        if index is None:
            return lines
        links, asked = Links(self.extension.here), list(aliases.found(lines, index.timeline))
        references = [each for each in asked if isinstance(each, Reference)]
        cited = _numbers(references, index.timeline)
        # home is one sheet, on which no list has room
        led = printed_links.numbers(references, index.timeline, len(cited)) if self.extension.here != urls.HOME else {}
        result = list(lines)
        for each in reversed(asked):
            line = result[each.line]
            if isinstance(each, Box):
                if each.last is not None:
                    texts = [result[number].strip() for number, _, _ in each.texts]
                    result[each.line : each.last + 1] = boxes.lines(each, texts, self.md.htmlStash.store, links)
            elif isinstance(each, Block):
                if html := blocks.html(each, index, links):
                    last = each.line if each.last is None else each.last
                    result[each.line : last + 1] = ["", line[: each.start] + self.md.htmlStash.store(html), ""]
            elif html := self._html(each, index, links, cited, led):
                result[each.line] = line[: each.start] + self.md.htmlStash.store(html) + line[each.end :]
        if cited:
            result += [
                "",
                self.md.htmlStash.store(notes.section(cited, index.timeline, links, self.extension.language)),
                "",
                "",
            ]
        if led:
            result += [
                "",
                self.md.htmlStash.store(printed_links.listed(led, index, self.extension.site, self.extension.language)),
                "",
                "",
            ]
        return result

    def _html(self, reference: Reference, *known: Any) -> str:
        """A figure stands in a sentence of the page's author, so it is said in the language of the page."""
        spoken = self.extension.language
        if reference.kind != "figure" or not spoken:
            return _html(reference, spoken, *known)
        with language.speaking(spoken):
            return _html(reference, spoken, *known)


def _numbers(references: Iterable[Reference], timeline: Timeline) -> dict[str, int]:
    """The cited documents with their numbers, in the order of the text."""
    ids = (id for reference in references if reference.kind == "notes" for id, _ in reference.ids)
    return {id: number for number, id in enumerate(dict.fromkeys(id for id in ids if timeline.source(id)), 1)}


def _html(
    reference: Reference,
    spoken: str,
    index: Index,
    links: Links,
    cited: Mapping[str, int],
    led: Mapping[printed_links.Target, int],
) -> str:
    """What stands in a reference's place on a page in some language; nothing for an id that the record lacks."""
    timeline = index.timeline
    spoken = spoken or str(timeline.record.language)
    if reference.kind == "figure":
        counted = FIGURES.get(reference.ids[0][0])
        return escape(counted(index)) if counted else ""
    if reference.kind == "notes":
        numbers = [
            f'<a href="#note-{cited[id]}" aria-label="{_said(cited[id], source)}">{cited[id]}</a>'
            for id, _place in reference.ids
            if id in cited and (source := timeline.source(id))
        ]
        return f'<span class="tl-refs">{"".join(numbers)}</span>' if numbers else ""
    id = reference.ids[0][0]
    event = timeline.event(id)
    if event is None:
        known = None if reference.claim else subject(timeline, id)
        if known is None:
            return ""
        record, page = known
        said = "" if reference.words else _language(language_of(record.name, spoken), spoken)
        return f'<a href="{escape(links.to(page))}"{said}>{escape(reference.words or record.name)}</a>'
    address = links.claim(f"{event.id}#{reference.claim}") if reference.claim else links.event(event.id)
    number = led.get((event.id, reference.claim))
    printed = f' data-link="{number}"' if number else ""
    said = "" if reference.words else _language(language_of(event.title, str(timeline.record.language)), spoken)
    return f'<a href="{escape(address)}"{printed}{said}>{escape(reference.words or event.title)}</a>'


def _language(tag: str, spoken: str) -> str:
    """What a link says of the language of its words where the page is in another one; plain names are in none."""
    return "" if tag.partition("-")[0] == spoken.partition("-")[0] else f' lang="{escape(tag)}"'


def _said(number: int, source: Source) -> str:
    return escape(_("Note {n}, {document}").format(n=number, document=wording.document(source)))


def makeExtension(**options: Any) -> TimelineExtension:
    """The name under which Python-Markdown finds an extension."""
    return TimelineExtension(**options)
