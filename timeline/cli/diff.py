"""What a change of the record means, for those who review it: in plain words, from git, without network."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from timeline import checks
from timeline.cli import open_record
from timeline.cli.console import Command, Misuse, for_any_encoding, say, warn
from timeline.cli.terminal_layout import count, listed, paragraph
from timeline.loader import Loaded
from timeline.loader.revision import Unreachable, former
from timeline.model import Timeline
from timeline.problems.report import summary
from timeline.queries.differences import Difference, differences
from timeline.queries.version import version
from timeline.site import difference_words, urls

_HERE = "the files as they are"
_NAMED = 10
"""Of the records that could not be read so many are named."""
_TAG = re.compile(r"<[^>]*>")
"""Our own markup, in which no attribute holds a bracket."""
_LINE = re.compile(r"\S+\.yaml(?:, line |:)[\d:]+")


@dataclass(frozen=True, slots=True)
class Pages:
    """Addresses of the site that are new, that read otherwise, that lead on, and that are gone."""

    new: tuple[str, ...]
    changed: tuple[str, ...] | None
    """None where nobody asked, for it takes two builds in memory, and of a record with errors, which has no pages."""
    moved: tuple[str, ...]
    gone: tuple[str, ...]


@click.command(cls=Command, epilog="Example: timeline diff main --format markdown")
@click.argument("base", metavar="BASE")
@click.argument("head", required=False, metavar="[HEAD]")
@open_record.data_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For a terminal, for a pull request, or for programs.",
)
@click.option("--pages", is_flag=True, help="Also name every page that reads otherwise; takes as long as two builds.")
def diff(base: str, head: str | None, folder: Path, form: str, pages: bool) -> None:
    """Tell in plain words what has changed in a record.

    BASE and HEAD are revisions that git knows, such as main, a tag or a hash; without HEAD, the files as they are now
    are compared. What does not change the meaning, such as another order or layout of a file, shows as nothing.

    \b
    With --format json, an object:
      before, after   revision (null for the files as they are) and version
      differences     a list of objects: what, thing, id, name, part,
                      before, after, and words, the sentence for people
      pages           new, changed (null without --pages), moved, gone
    Of a record with errors, what could not be read is left out: before and
    after name its ids under "unread", and no page is compared.
    """
    try:
        was = former(folder, base)
        now = former(folder, head) if head else checks.read(folder)
    except Unreachable as refused:
        raise Misuse(refused.sentence, refused.help) from None
    changes = [each for each in differences(was.timeline, now.timeline) if _certain(each, was, now)]
    told = _pages(changes, was.timeline, now.timeline, pages and was.sound and now.sound)
    doubts = [_doubt(name, each) for name, each in ((base, was), (head or _HERE, now)) if not each.sound]
    if form == "json":
        say(for_any_encoding(_json(base, head, was, now, changes, told)))
        for doubt in doubts:
            warn(f"{open_record.command()}: {doubt}")
    elif form == "markdown":
        say("".join(f"{line}\n" for line in _markdown(changes, told, doubts)))
    else:
        say("".join(f"{line}\n" for line in _text(changes, told, doubts)))


def _certain(each: Difference, was: Loaded, now: Loaded) -> bool:
    """Whether it is one, and not only a fault that kept a record of one side from being read."""
    if each.thing == "record":
        return was.described and now.described
    lacking = {"gone": now, "added": was}.get(each.what)
    return lacking is None or not (each.id in lacking.lost or f"{each.thing}s" in lacking.nameless)


def _doubt(name: str, loaded: Loaded) -> str:
    """That a record with errors was compared without what could not be read."""
    told = f"of {name} not all could be read, so some of this may be wrong; it has {summary(loaded.problems)}"
    names = sorted(loaded.lost)
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{told}; left out: {', '.join(names[:_NAMED])}{more}" if names else told


def _grouped(changes: Iterable[Difference]) -> Iterator[tuple[Difference, list[Difference]]]:
    """Differences of one record together, with the first of them."""
    for _, group in itertools.groupby(changes, key=lambda each: (each.thing, each.id)):
        row = list(group)
        yield row[0], row


def _text(changes: Sequence[Difference], pages: Pages, doubts: Sequence[str]) -> Iterator[str]:
    for doubt in doubts:
        yield from paragraph(doubt, "  ", "! ")
        yield ""
    for first, group in _grouped(changes):
        sign = {"added": "+", "gone": "-"}.get(first.what, "~")
        yield from paragraph(difference_words.heading(first), "    ", f"{sign} ")
        if sign == "~":
            yield from itertools.chain.from_iterable(map(_line, group))
        yield ""
    yield from paragraph(_sum(changes))
    for name, row in _named(pages):
        yield from ("", f"{name}:", *(f"  {address or '/'}" for address in row))


def _line(each: Difference) -> Iterator[str]:
    return paragraph(difference_words.sentence(each), "      ", "  ! " if each.what == "untold" else "    ")


def _markdown(changes: Sequence[Difference], pages: Pages, doubts: Sequence[str]) -> Iterator[str]:
    for doubt in doubts:
        yield f"⚠ {_escaped(doubt)}"
        yield ""
    yield f"**{_escaped(_sum(changes))}**"
    for first, group in _grouped(changes):
        what = {"added": "New: ", "gone": "Gone: "}.get(first.what, "")
        name = f" {_escaped(first.name)}" if first.name else ""
        yield ""
        yield f"**{what}{difference_words.THINGS[first.thing]}** {f'`{first.id}`' if first.id else ''}{name}"
        if not what:
            yield ""
            for each in group:
                mark = "⚠ " if each.what == "untold" else ""
                yield f"- {mark}{_escaped(difference_words.sentence(each))}"
    for name, row in _named(pages):
        yield ""
        yield f"<details><summary>{name} ({len(row)})</summary>"
        yield ""
        yield from (f"- `{address or '/'}`" for address in row)
        yield ""
        yield "</details>"


def _escaped(text: str) -> str:
    """Text that stays text in Markdown of a forge: no markup, no mention of a person, no number of an issue."""
    plain = "".join(f"\\{c}" if c in "\\`*_[]<>|~#&!" else c for c in " ".join(text.split()))
    return plain.replace("@", "@\N{ZERO WIDTH NON-JOINER}").replace("://", ":\N{ZERO WIDTH NON-JOINER}//")


def _json(base: str, head: str | None, was: Loaded, now: Loaded, changes: Sequence[Difference], pages: Pages) -> str:
    rows: list[dict[str, str]] = [
        {name: getattr(each, name) for name in Difference.__slots__} | {"words": difference_words.sentence(each)}
        for each in changes
    ]
    whole: dict[str, Any] = {
        "before": {"revision": base, "version": version(was.timeline), "unread": sorted(was.lost)},
        "after": {"revision": head, "version": version(now.timeline), "unread": sorted(now.lost)},
        "differences": rows,
        "pages": {name: getattr(pages, name) for name in Pages.__slots__},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _sum(changes: Sequence[Difference]) -> str:
    """How much has changed, in one sentence."""
    if not changes:
        return "Nothing has changed in what the record says."
    parts = []
    for what, word in (("added", "new"), ("gone", "gone")):
        for thing, name in difference_words.THINGS.items():
            if number := sum(1 for each in changes if each.what == what and each.thing == thing):
                parts.append(f"{count(number, name)} {word}")
    changed: dict[str, set[str]] = {}
    for each in changes:
        if each.what not in ("added", "gone"):
            changed.setdefault(each.thing, set()).add(each.id)
    parts += [f"{count(len(ids), difference_words.THINGS[thing])} changed" for thing, ids in changed.items()]
    untold = sum(1 for each in changes if each.what == "untold")
    end = f"; of {count(untold, 'event')} readers are not told" if untold else ""
    return f"{listed(parts)}{end}."


def _named(pages: Pages) -> Iterator[tuple[str, tuple[str, ...]]]:
    rows = (
        ("New pages", pages.new),
        ("Pages that read otherwise", pages.changed),
        ("Old addresses that lead on", pages.moved),
        ("Pages that are gone", pages.gone),
    )
    yield from ((name, row) for name, row in rows if row)


def _pages(changes: Sequence[Difference], was: Timeline, now: Timeline, compare: bool) -> Pages:
    paged = [each for each in changes if each.thing in urls.PAGES]

    def addresses(what: str) -> tuple[str, ...]:
        return tuple(urls.PAGES[each.thing](each.id) for each in paged if each.what == what)

    renamed = [each for each in paged if each.what == "renamed"]
    new = (*addresses("added"), *(urls.PAGES[each.thing](each.after) for each in renamed))
    moved = tuple(urls.PAGES[each.thing](each.before) for each in renamed)
    gone = addresses("gone")
    return Pages(new, _reading_otherwise(was, now) if compare else None, moved, gone)


def _reading_otherwise(was: Timeline, now: Timeline) -> tuple[str, ...]:
    """Pages of both states whose text differs; the version of the record, which stands on all, does not count."""
    from timeline.pages import render  # only this needs the templates

    def bodies(timeline: Timeline) -> dict[str, str]:
        return {page.address: page.body.replace(version(timeline), "") for page in render(timeline)}

    before, after = bodies(was), bodies(now)
    both = (address for address in after if address in before)
    return tuple(address for address in both if _text_of(before[address]) != _text_of(after[address]))


def _text_of(body: str) -> str:
    """What a page says, without the lines of files on which its record stands: they move with every edit above."""
    return " ".join(_LINE.sub("", _TAG.sub(" ", body)).split())
