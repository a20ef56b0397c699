"""What every page is drawn from: the answers of one timeline, the site it stands on, and what was drawn before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from timeline.exports.citations import Citations
from timeline.exports.export import Former, Publication
from timeline.html.cards import Cards
from timeline.html.pieces import Pieces
from timeline.model import Timeline
from timeline.model.ledger import Reach
from timeline.queries.index import Index
from timeline.queries.surroundings import Surroundings
from timeline.queries.version import Said
from timeline.site import text_language
from timeline.site.settings import NOWHERE, Site


@dataclass(frozen=True, eq=False)
class Context:
    """Shared by all pages of a site, so that what stands on many of them is drawn once."""

    index: Index
    site: Site = NOWHERE
    former: Former | None = None
    """The earlier state with which the record is compared, where the site names one."""
    reaches: Mapping[str, Reach] = field(default_factory=dict)
    """How each address answered when it was last asked, as far as the ledger says."""
    folder: Path | None = None
    """Where large exports are written, if not among temporary files."""

    @classmethod
    def of(
        cls,
        timeline: Timeline,
        site: Site = NOWHERE,
        former: Former | None = None,
        reaches: Mapping[str, Reach] | None = None,
        said: Said | None = None,
        folder: Path | None = None,
    ) -> Context:
        return cls(Index(text_language.kept(timeline), said=said), site, former, reaches or {}, folder)

    def on(self, index: Index) -> Context:
        """The same site as of an earlier day: what was drawn stays, and what is cited is today's edition."""
        earlier = Context(index, self.site, reaches=self.reaches)
        earlier.__dict__.update(pieces=self.pieces, publication=self.publication)
        return earlier

    @cached_property
    def surroundings(self) -> Surroundings:
        """What the page of each event speaks of."""
        return Surroundings(self.index)

    @cached_property
    def cards(self) -> Cards:
        """Events in lists."""
        return Cards(self.index)

    @cached_property
    def publication(self) -> Publication:
        """What exports are made from."""
        return Publication(self.index, self.site, former=self.former, folder=self.folder)

    @property
    def citations(self) -> Citations:
        """How each record is cited."""
        return self.publication.citations

    @cached_property
    def pieces(self) -> Pieces:
        """What events and documents both print."""
        return Pieces(self.index.timeline.record.language)
