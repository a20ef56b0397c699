"""Pages of the cache put onto the site, each with what was drawn together with it, and let go of at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from timeline.engines.mkdocs import files as site_files
from timeline.engines.mkdocs.drawn_pages import Drawn, whole
from timeline.engines.mkdocs.page_cache import Full, Group, Skeleton
from timeline.engines.mkdocs.workers import MANY, in_two
from timeline.exports.kept_files import KeptFiles
from timeline.html.page import Page
from timeline.site.file import SiteFile
from timeline.site.large_file import Large

HERE = 0.6
"""Of the pages, filled and written by this process; the other one has the files of one record each as well."""


class Writing:
    """Into one site, in which what somebody wrote by hand stands."""

    def __init__(self, site_dir: str, by_hand: Collection[str]) -> None:
        self._site_dir = site_dir
        self._by_hand = by_hand

    def pages(self, groups: Iterable[Group], full: Full, beside: Callable[[], Iterable[SiteFile]]) -> None:
        """All pages, by two processes where there are many, and files `beside` them."""
        todo: list[tuple[Skeleton, Page | Drawn]] = []
        for group in groups:
            for page in group.pages:
                if group.skeleton:
                    todo.append((group.skeleton, page))
                else:
                    drawn = whole(page)
                    self._page(full(drawn), drawn)
        half = int(len(todo) * HERE)

        def rest() -> None:
            self.files(beside())
            self._fill(todo[half:])

        in_two(lambda: self._fill(todo[:half]), rest, worthwhile=len(todo) >= MANY)

    def files(self, files: Iterable[SiteFile]) -> None:
        """One after another."""
        for file in files:
            if file.path not in self._by_hand:
                site_files.write_file(file, self._site_dir)

    def _fill(self, todo: Sequence[tuple[Skeleton, Page | Drawn]]) -> None:
        for skeleton, page in todo:
            drawn = whole(page)
            self._page(skeleton.fill(drawn), drawn)

    def _page(self, html: str, page: Page) -> None:
        site_files.write(html, f"{self._site_dir}/{page.address}")
        self.files(page.files)


class _Laid(Large):
    """A text that was written as soon as it was made, and is not held."""

    def __init__(self, text: str, kept: KeptFiles, path: str) -> None:
        super().__init__()
        self.place, self._keeper = kept.place(path), kept
        self.place.write_bytes(text.encode())

    def _draw(self) -> Iterator[bytes]:
        yield from ()


def on_disk(files: Iterable[SiteFile], kept: KeptFiles) -> Iterator[SiteFile]:
    """Of two at one address the first, none of them held: each lies on the disk as soon as it is made."""
    seen = set[str]()
    for file in files:
        if file.path not in seen:
            seen.add(file.path)
            laid = file.large or file.data
            yield kept.keep(file) if laid else replace(file, text="", large=_Laid(file.text, kept, file.path))
