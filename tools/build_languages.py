"""The site in all of its languages, put in place in one stroke: what `python3 dev.py build` does with `mkdocs.de.yml`.

    python -m tools.build_languages TAG...

The first language is built into a folder beside the site's, and each TAG, by `mkdocs.TAG.yml`, into the folder TAG
within. A fault in any of them, and the site stays as it was.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dev import module, run
from dev_environment import ROOT, say
from timeline.engines.lock import Locked
from timeline.engines.site_folder import SiteFolder

SITE = ROOT / "site"


def build(site: Path, tags: Sequence[str], start: Callable[..., int] = run) -> int:
    """The exit code of the first build that failed, or 0; `start` runs a command and tells its exit code."""
    try:
        folder = SiteFolder(site)
    except Locked:
        say(f"another build writes into {site.name}/ at this moment, so nothing was built; wait until it has ended")
        return 1
    try:
        for settings, below in (("mkdocs.yml", ""), *((f"mkdocs.{tag}.yml", tag) for tag in tags)):
            goal = str(folder.fresh / below)
            if code := start(*module("mkdocs"), "build", "--strict", "--config-file", settings, "--site-dir", goal):
                say(f"{settings} was not built, and {site.name}/ stays as it was")
                return code
        folder.put()
    except OSError as error:
        say(f"nothing was built, and {site.name}/ is as it was: the system refused: {error}")
        return 1
    finally:
        folder.discard()
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(build(SITE, sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
