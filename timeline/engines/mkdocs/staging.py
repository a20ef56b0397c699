"""A build that is all or nothing: MkDocs writes into a folder beside the site's, which takes its place in the end.

The old site stays where the build fails, a strict one has warnings, the disk is full, or the process is killed.
"""

from __future__ import annotations

import errno
import logging
import os
import sqlite3
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from timeline.engines.lock import Locked
from timeline.engines.site_folder import SiteFolder

_REFUSALS = {
    number
    for name in ("ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EIO", "EFBIG", "EBUSY", "ENAMETOOLONG", "EMFILE")
    if (number := getattr(errno, name, None))
}
"""What a system says of its disks and rights, and not of a program's mistake."""

log = get_plugin_logger("timeline")


class Staging:
    """Where a build writes. Without settings it is none, as under `serve`, whose folder nobody else reads."""

    def __init__(self, config: MkDocsConfig | None = None) -> None:
        """From here on `site_dir` is the folder beside. Raises PluginError where nothing can be written."""
        self._folder: SiteFolder | None = None
        self._config = config
        self._site = config.site_dir if config else ""
        if config is None:
            return
        try:
            self._folder = SiteFolder(Path(self._site))
        except Locked:
            raise PluginError(
                f"another build writes into {_shown(self._site)} at this moment, so nothing was built; "
                "wait until it has ended, or give this one a folder of its own with `--site-dir`"
            ) from None
        except OSError as error:
            raise PluginError(self._refused(error)) from None
        config.site_dir = str(self._folder.fresh)

    def end(self) -> None:
        """The new site takes the place of the old one, unless warnings fail the build: MkDocs says so afterwards."""
        if not self._folder or not self._config:
            return
        if self._config.strict and _warned():
            self.give_up()
            log.info(f"{_shown(self._site)} stays as it was")
            return
        try:
            self._folder.put()
        except OSError as error:
            raise PluginError(self._refused(error)) from None
        if not self._folder.whole:
            log.info(f"{_shown(self._site)} cannot be replaced in one stroke: its files were, one by one")
        self.give_up()

    def give_up(self) -> None:
        """Nothing is left of a build that did not end. May be said at any time."""
        if self._folder:
            self._folder.discard()
        if self._config:
            self._config.site_dir = self._site
        self._folder = self._config = None

    def fail(self, error: Exception) -> None:
        """Gives up. Raises PluginError with the words for what a system has refused; another error is left as it is."""
        begun = self._folder is not None
        self.give_up()
        full = isinstance(error, sqlite3.OperationalError) and any(word in str(error) for word in ("full", "disk"))
        refused = isinstance(error, OSError) and error.errno in _REFUSALS
        if begun and (full or refused):
            raise PluginError(self._refused(error)) from None

    def _refused(self, error: Exception) -> str:
        why = (error.strerror if isinstance(error, OSError) else "") or str(error)
        name = getattr(error, "filename", None)
        at = f" at {_shown(str(name))}" if name else ""
        return f"nothing was built, and {_shown(self._site)} is as it was: the system refused{at}: {why.lower()}"


def _warned() -> bool:
    """Whether a strict build has counted a warning."""
    handlers = [each for name in ("mkdocs", "properdocs") for each in logging.getLogger(name).handlers]
    return any(each.get_counts() for each in handlers if hasattr(each, "get_counts"))


def _shown(path: str) -> str:
    """A path as people type it, from where they stand."""
    return f"`{Path(os.path.relpath(path)).as_posix() if Path(path).is_relative_to(Path.cwd()) else path}`"
