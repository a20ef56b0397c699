"""Thousands of pages from one skeleton.

The theme renders a page whose title, body and so on are marks, and every page of that shape is the same
text with the marks replaced. Two skeletons with quite different marks must agree in everything else, and so
must two of the pages themselves; where they do not (a template that counts letters, a plugin that
rewrites bodies), every page of that shape is rendered in full. The names of files are words too, of which
each is tried on a page; where the theme makes more of them, each file has a skeleton of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import quote

from mkdocs.plugins import get_plugin_logger

from timeline.engines.mkdocs.csp import inline
from timeline.engines.mkdocs.drawn_pages import Drawn, above, file_name, length, shape, top, whole
from timeline.html.page import Page

log = get_plugin_logger("timeline")

Full = Callable[[Page], str]
"""A page as the theme renders it, whole."""

# Short and plain against long and awkward: what shortens, counts, escapes or capitalises shows a difference.
_PLAIN = ("zqaplace7", "Zqatitle", "Zqadescription", "<h1{}>zqabody</h1>", 8675309811, "<meta name='zqahead'>\n")
_AWKWARD = (
    "kqzplace-" + "which-is-long-" * 5 + "7",
    "kqz <b>title</b> & \"more\" 'words' " + "of a length that nobody would print in full " * 9 + ".",
    "kqz </p> & \"description\" 'words' " + "that goes on until something has to cut it " * 12 + ".",
    '<h1{}>kqz</h1>\n<p class="kqz"><a href="../kqz/">kqz</a> <b>kqz</b></p>\n'
    + '<h2 id="kqz-2">kqz</h2>\n<ul><li>kqz &amp; kqz</li></ul>\n' * 20,
    70000000019977,
    '<meta property="kqz:head" content="kqz &amp; kqz">\n'
    + '<script type="application/ld+json">{"kqz":"\\u003ckqz> & {{ kqz }}"}</script>\n' * 9,
)


@dataclass(frozen=True, slots=True)
class Group:
    """Pages of one shape, with the skeleton that makes each of them, equal byte for byte to a whole rendering."""

    pages: Sequence[Page | Drawn]
    skeleton: Skeleton | None
    """Nothing where only a whole rendering will do."""


def groups(pages: Iterable[Page | Drawn], full: Full) -> list[Group]:
    """All pages by their shape, each shape tried on its skeleton."""
    alike: dict[Hashable, list[Page | Drawn]] = {}
    for page in pages:
        alike.setdefault(shape(page), []).append(page)
    made = [group for pages in alike.values() for group in _tried(pages, full)]
    for group in made:
        if group.skeleton is None:
            place = above(group.pages[0])
            log.info(f"{len(group.pages)} pages below {place} one by one: the theme does more than print")
    return made


def _tried(pages: Sequence[Page | Drawn], full: Full) -> list[Group]:
    """Pages of one shape as one group, or as one for each file where a theme says more of a file than its name."""
    by_file: dict[str, list[Page | Drawn]] = {}
    for page in pages:
        by_file.setdefault(file_name(page), []).append(page)
    skeleton = _skeleton(pages, [group[0] for group in by_file.values()], full)
    if skeleton or len(by_file) == 1:
        return [Group(pages, skeleton)]
    return [Group(group, _skeleton(group, group[:1], full)) for group in by_file.values()]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A rendered page in pieces: every second one is the place of a mark."""

    pieces: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def text(self) -> str:
        """What stands on every page."""
        return "".join(self.pieces)

    def changed(self, change: Callable[[str], str]) -> Skeleton:
        """The skeleton with a change to what stands on every page."""
        return replace(self, pieces=tuple(change(piece) if piece else piece for piece in self.pieces))

    def fill(self, page: Page) -> str:
        values = _values(page)
        pieces = list(self.pieces)
        pieces[1::2] = [values[name] for name in self.names]
        return "".join(pieces)

    @classmethod
    def cut(cls, marked: Page, html: str) -> Skeleton:
        names = {value: name for name, value in _values(marked).items() if value}
        marks = "|".join(re.escape(mark) for mark in sorted(names, key=len, reverse=True))
        pieces = re.split(f"({marks})", html)
        order = tuple(names[mark] for mark in pieces[1::2])
        pieces[1::2] = [""] * len(order)
        return cls(tuple(pieces), order)


def _skeleton(group: Sequence[Page | Drawn], firsts: Sequence[Page | Drawn], full: Full) -> Skeleton | None:
    """The skeleton of pages of one shape, or nothing when substitution would not give what `full` does.

    `firsts` are one page of each file: two of them become what is quite different, and all are tried.
    """
    if any(quote(_place(page)) != _place(page) for page in group):
        return None
    first, another, longest = whole(firsts[0]), whole(firsts[-1]), whole(max(group, key=length))
    plain, awkward = _marked(first, _PLAIN), _marked(another, _AWKWARD)
    one, other = full(plain), full(awkward)
    skeleton = Skeleton.cut(plain, one)
    if Skeleton.cut(awkward, other) != skeleton or inline(one) != inline(other):
        return None  # a script that speaks of its page has a hash of its own, and is no part of a skeleton
    tried = (*map(whole, firsts), longest)
    return skeleton if all(skeleton.fill(page) == full(page) for page in tried) else None


def _marked(page: Page, marks: tuple[str, str, str, str, int, str]) -> Page:
    place, title, description, body, line, head = marks
    return replace(
        page,
        address=f"{above(page)}{place}/",
        title=title,
        description=description if page.description else "",
        body=body.format(f' id="{top(page)}"' if top(page) else ""),
        span=replace(page.span, line=line) if page.span else None,
        search=None,
        head=head if page.head else "",
    )


def _values(page: Page) -> dict[str, str]:
    """What stands on the page for each mark, in the form in which themes print it."""
    return {
        "place": _place(page),
        "title": escape(page.title),
        "description": escape(page.description),
        "body": page.body,
        "line": str(page.span.line) if page.span else "",
        "file": file_name(page),
        "head": page.head,
    }


def _place(page: Page | Drawn) -> str:
    """The last part of an address: what tells the pages of one folder apart."""
    return page.address.removeprefix(above(page)).rstrip("/")
