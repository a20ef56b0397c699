"""The policy of a site while the site is built: known before thousands of pages are written, sure at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.plugins import get_plugin_logger

from timeline.engines.mkdocs.csp import element, inline, loaded, with_policy
from timeline.engines.mkdocs.drawn_pages import whole
from timeline.engines.mkdocs.page_cache import Group

_MOST = 60  # hashes; a theme that writes a script of its own into each page would need one for each

log = get_plugin_logger("timeline")


class SitePolicy:
    """What the pages of one build need to run."""

    def __init__(self, written: Mapping[str, str], groups: Sequence[Group], site: str) -> None:
        """`written` are files with a page in each, and the record's body in it: what stands there is not let run."""
        self._written = dict(written)
        self._groups = groups
        self._site = site
        texts = (group.skeleton.text for group in groups if group.skeleton)
        self._cached = frozenset[tuple[str, str]]().union(*map(inline, texts))
        self._policy = ""

    def groups(self) -> Iterator[Group]:
        """The groups with the policy on their skeletons; pages without a skeleton get theirs at the end."""
        self._policy = self._needed(self._frames().values())
        for group in self._groups:
            skeleton = group.skeleton and group.skeleton.changed(lambda html: with_policy(html, self._policy))
            yield replace(group, skeleton=skeleton)

    def also(self, written: Mapping[str, str]) -> None:
        """Further pages that the end has to find."""
        self._written |= written

    def complete(self) -> None:
        """Puts the policy on the pages that lack it; on all, if somebody has added a script meanwhile."""
        singles = (page for group in self._groups if not group.skeleton for page in group.pages)
        self._written |= {self._file(page.address): whole(page).body for page in singles}
        frames = self._frames()
        policy = self._needed(frames.values())
        if not policy:
            log.warning("the theme writes other scripts into each page, so no policy fits; `csp: false` leaves it out")
        for path in frames:
            self._rewrite(path, policy)
        if policy != self._policy:
            for group in self._groups:
                for page in group.pages if group.skeleton else ():
                    self._rewrite(Path(self._file(page.address)), policy)
        if elsewhere := sorted({urlsplit(value).netloc for value in re.findall(r"https?://[^\s;\"]+", policy)}):
            log.info(f"the site's pages load scripts or styles of other hosts: {', '.join(elsewhere)}")
        if policy and (hosts := set().union(*map(loaded, frames.values()))):
            log.info(f"the site's policy keeps away what pages ask of other hosts: {', '.join(sorted(hosts))}")

    def _needed(self, frames: Iterable[str]) -> str:
        """The policy for some pages; nothing where none fits."""
        allowed = self._cached.union(*map(inline, frames))
        return element(allowed) if len(allowed) <= _MOST else ""

    def _frames(self) -> dict[Path, str]:
        """The pages as they are at this moment, by their files."""
        return {path: self._frame(path) for path in map(Path, self._written) if path.is_file()}

    def _frame(self, path: Path) -> str:
        """A page without the record's body."""
        html, body = path.read_bytes().decode(), self._written[str(path)]
        return html.replace(body, "", 1) if body else html

    def _rewrite(self, path: Path, policy: str) -> None:
        path.write_bytes(with_policy(path.read_bytes().decode(), policy).encode())

    def _file(self, address: str) -> str:
        return str(Path(self._site, address, "index.html"))
