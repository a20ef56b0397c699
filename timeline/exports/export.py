"""What an export is: the record in one form that other programs read, with its name, its files and what it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from timeline.exports.citations import Citations
from timeline.exports.kept_files import KeptFiles
from timeline.model import Timeline
from timeline.queries.index import Index
from timeline.site.file import Alternate, SiteFile
from timeline.site.settings import NOWHERE, Site


@dataclass(frozen=True, slots=True)
class Former:
    """An earlier state of the record, and the name by which git knows it."""

    revision: str
    timeline: Timeline


@dataclass(frozen=True, eq=False)
class Publication:
    """One timeline on its site, as every export is given it."""

    index: Index
    site: Site = NOWHERE
    part: Timeline | None = None
    """The records that are written, where somebody chose some; what is told of them is asked of the whole."""
    former: Former | None = None
    """The earlier state with which the record is compared, where somebody named one."""
    folder: Path | None = None
    """Where large files are written, if not among temporary ones."""
    shared: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)
    """What one export made and another may use, by a name that both know."""

    @property
    def timeline(self) -> Timeline:
        """The records that are written."""
        return self.part or self.index.timeline

    @cached_property
    def kept(self) -> KeptFiles:
        """Large files that were made from it."""
        return KeptFiles(self.folder)

    @cached_property
    def citations(self) -> Citations:
        """How each record is cited."""
        return Citations(self.index, self.site)


Files = Callable[[Publication], Iterator[SiteFile]]


def no_files(publication: Publication) -> Iterator[SiteFile]:
    """None."""
    yield from ()


def no_alternates(site: Site, address: str, title: str) -> Iterable[Alternate]:
    """None."""
    return ()


@dataclass(frozen=True, slots=True)
class Export:
    """One form."""

    name: str
    """By which the option of the plugin and the command know it."""
    title: str
    """By which people know it."""
    kind: str
    """Its media type."""
    use: str
    """What it is for, in one sentence."""
    whole: Files
    """The files that hold all of the record, few and named alike in every build; the command prints the first.

    They are written before the pages, for a page tells how large they are.
    """
    single: Files = no_files
    """The files for one record each, thousands of them; they are written one after another and never kept."""
    alternates: Callable[[Site, str, str], Iterable[Alternate]] = no_alternates
    """What the page at an address, with its title, has in this form, for its head and for its foot."""
    extra: bool = False
    """Whether it is only made when it is asked for."""
    needs_address: bool = False
    """Whether it cannot be made without the address of the site."""
